//! The sources as an earlier commit has them.

use super::repo::Repo;
use crate::history::{HistoryError, sources_at};
use crate::source::{Description, MOST_MEDIA_BYTES, MOST_TEXT_BYTES};
use std::fs;

const PDF: &[u8] = include_bytes!("../../../tests/golden/below-a-path/content/media/naskah.pdf");

/// Files of each kind that `disk` tells apart.
fn write_all(repo: &Repo) {
    repo.write("content/situs.yml", "judul: Pantau\n");
    repo.write("content/pejabat/é \"q\".yml", "nama: É\n");
    repo.write("content/besar.yml", &"x".repeat(MOST_TEXT_BYTES + 10));
    repo.write("content/.a.swp", "x").write("README.md", "x");
    fs::create_dir_all(repo.site.join("content/media")).unwrap();
    fs::write(repo.site.join("content/media/naskah.pdf"), PDF).unwrap();
    repo.write("content/media/catatan.txt", "x");
}

#[test]
fn a_commit_gives_what_disk_reads_of_its_work_tree() {
    for below in ["", "a b/é"] {
        let repo = Repo::around(below);
        write_all(&repo);
        let film = fs::File::create(repo.site.join("content/media/film.mp4")).unwrap();
        film.set_len(MOST_MEDIA_BYTES + 1).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("situs.yml", repo.site.join("content/tautan.yml")).unwrap();
        let there = repo.sources();
        let commit = repo.commit("2026-01-01");
        repo.write("content/situs.yml", "judul: Lain\n")
            .remove("content/media/naskah.pdf");
        repo.commit("2026-01-02");

        let then = sources_at(&repo.site, &commit).unwrap();
        assert_eq!(then, there);
        assert_eq!(then.files.len(), 3);
        let film = &then.media["media/film.mp4"];
        assert_eq!(film.description, Description::TooLarge);
        assert_ne!(sources_at(&repo.site, "HEAD").unwrap(), there);
    }
}

#[test]
fn what_can_not_be_read_is_told() {
    let repo = Repo::new();
    repo.write("README.md", "x").commit("2026-01-01");
    let error = sources_at(&repo.site, "HEAD").unwrap_err();
    assert!(matches!(error, HistoryError::NoContent { .. }), "{error}");
    for commit in [
        "0000000000000000000000000000000000000000",
        "--help",
        "",
        "x y",
    ] {
        let error = sources_at(&repo.site, commit).unwrap_err();
        assert!(matches!(error, HistoryError::Failed { .. }), "{error}");
    }
    repo.write("content/sub/a.yml", "x");
    repo.git(&["init", "--quiet", "content/sub"]);
    repo.git(&["-C", "content/sub", "add", "."]);
    repo.git(&[
        "-C",
        "content/sub",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b",
        "commit",
        "-qm",
        "x",
    ]);
    repo.commit("2026-01-02");
    let error = sources_at(&repo.site, "HEAD").unwrap_err();
    assert!(matches!(error, HistoryError::Submodule { path } if path == "content/sub"));
}
