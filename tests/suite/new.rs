//! New files of data as their makers meet them: what `new` and `import-pk` leave on the disk. What
//! they say on the way stands in `tests/cli/new.trycmd`.

use crate::common::{
    Tree, build_command, copy_content, difference, pantau, published, repository, said, silently,
    tree,
};
use pantau::edit::{Document, Value};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

const DAY: &str = "2026-11-21";
const QUARTER: [&str; 4] = ["new", "hasil", "--triwulan", "2026-tw4"];

fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_content(repository(), folder.path());
    folder
}

/// A verb in the site at `root`, with `lines` on its standard input.
fn run(root: &Path, arguments: &[&str], lines: &str) -> Output {
    let mut command = pantau();
    command.args(arguments).arg("--root").arg(root);
    command.args(["--date", DAY]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    // It may have ended without reading anything.
    let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    child.wait_with_output().unwrap()
}

fn content(root: &Path) -> Tree {
    tree(&root.join("content"))
}

fn new_files(before: &Tree, after: &Tree) -> Vec<String> {
    let new = after.keys().filter(|path| !before.contains_key(*path));
    new.cloned().collect()
}

#[test]
fn results_are_begun_for_every_contract_that_owes_them_and_publish_nothing() {
    let folder = sample();
    let root = folder.path();
    let site = |name: &str| {
        let out = root.join(name);
        silently(&mut build_command(root, &out, DAY));
        let mut pages = published(&out);
        // It names the sources that were read, and how long each is.
        pages.remove("manifest.json");
        pages
    };
    let before = content(root);
    let pages = site("before");
    let output = run(root, &QUARTER, "");
    assert!(output.status.success(), "{}", said(&output));
    let after = content(root);
    let new = new_files(&before, &after);
    let is_of_quarter = |path: &String| path.starts_with("hasil/2026/tw4/");
    assert_eq!(new.len(), 17);
    assert!(new.iter().all(is_of_quarter), "{new:?}");
    // Neither a page nor a problem comes of files that are not filled in yet.
    assert_eq!(difference(&pages, &site("after")), None);
    let check = run(root, &["check"], "");
    assert!(said(&check).starts_with("Semua beres:"), "{}", said(&check));
    // A second run finds everything there.
    let again = run(root, &QUARTER, "");
    assert!(said(&again).contains("0 berkas hasil ditulis, 17 sudah ada"));
    assert_eq!(difference(&after, &content(root)), None);
}

#[test]
fn an_unfilled_file_is_told_once_its_quarter_is_over_and_a_half_filled_one_is_wrong() {
    let folder = sample();
    let root = folder.path();
    let camat = [&QUARTER[..], &["--contract", "2026/camat-watulimo"]].concat();
    assert!(run(root, &camat, "").status.success());
    let mut command = pantau();
    command
        .args(["check", "--date", "2027-01-02", "--root"])
        .arg(root);
    let output = command.output().unwrap();
    assert!(output.status.success());
    assert_eq!(said(&output).matches("peringatan[P142]").count(), 1);
    let name = "hasil/2026/tw4/camat-watulimo.yml";
    let place = root.join("content").join(name);
    let mut file = Document::open(name, &fs::read(&place).unwrap()).unwrap();
    file.set(&["dilaporkan"], &Value::plain("2026-11-20"))
        .unwrap();
    for (id, value) in [
        ("ikm-kecamatan", "86,2"),
        ("mutu-loket", "baik"),
        ("pbb", "92.5"),
    ] {
        file.set(&["realisasi", id, "nilai"], &Value::plain(value))
            .unwrap();
    }
    fs::write(&place, file.bytes()).unwrap();
    let half = run(root, &["check"], "");
    assert_eq!(
        said(&half).matches("kesalahan[P103]").count(),
        1,
        "{}",
        said(&half)
    );
    file.replace(
        &["realisasi", "bersih-pantai", "nilai"],
        "belum_ada",
        &Value::text("Menunggu rekap: desa"),
    )
    .unwrap();
    fs::write(&place, file.bytes()).unwrap();
    let filled = run(root, &["check"], "");
    assert!(
        said(&filled).starts_with("Semua beres:"),
        "{}",
        said(&filled)
    );
    // Comments and everything else that was written there are there still.
    let text = String::from_utf8(file.bytes()).unwrap();
    assert!(
        text.contains("    belum_ada: \"Menunggu rekap: desa\"\n"),
        "{text}"
    );
    assert!(
        text.contains("  # Aksi bersih pantai bersama warga\n"),
        "{text}"
    );
}

#[test]
fn where_data_have_errors_only_what_needs_them_is_not_written() {
    let folder = sample();
    let root = folder.path();
    let contract = root.join("content/kontrak/2026/camat-watulimo.yml");
    let text = fs::read_to_string(&contract).unwrap();
    fs::write(&contract, text.replacen("arah: naik", "arah: nail", 1)).unwrap();
    let before = content(root);
    let output = run(root, &QUARTER, "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("kesalahan[P131]"),
        "{}",
        said(&output)
    );
    let new = new_files(&before, &content(root));
    assert!(new.len() > 10, "{new:?}");
    assert!(!new.iter().any(|path| path.contains("camat-watulimo")));
    // Nothing can be said of a site that has no settings.
    fs::write(root.join("content/situs.yml"), "judul: x\n").unwrap();
    let before = content(root);
    let output = run(root, &["new", "hasil", "--triwulan", "2026-tw3"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(new_files(&before, &content(root)), [""; 0]);
}

#[test]
fn a_folder_that_has_the_name_of_new_results_is_told_and_not_passed_over() {
    let folder = sample();
    let root = folder.path();
    let before = content(root);
    assert!(run(root, &QUARTER, "").status.success());
    let new = new_files(&before, &content(root)).remove(0);
    let place = root.join("content").join(&new);
    fs::remove_file(&place).unwrap();
    fs::create_dir(&place).unwrap();
    let output = run(root, &QUARTER, "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains(&new), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = sample();
    let root = folder.path();
    let outside = root.join("luar.yml");
    let link = root.join("content/pejabat/budi.yml");
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    let budi = [
        "new",
        "pejabat",
        "--name",
        "Budi",
        "--post",
        "bupati",
        "--inducted",
        "2026-01-05",
    ];
    let output = run(root, &budi, "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("sudah ada"), "{}", said(&output));
    assert!(!outside.exists());
    fs::remove_file(link).unwrap();
    let ratna = [&budi[..], &["--id", "ratna-kusumawati"]].concat();
    let before = content(root);
    let output = run(root, &ratna, "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(difference(&before, &content(root)), None);
    let elsewhere = [&budi[..], &["--id", "../../luar"]].concat();
    let output = run(root, &elsewhere, "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(difference(&before, &content(root)), None);
}

#[test]
fn a_fresh_site_grows_from_organisation_to_post_to_official() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("kinerja");
    let begun = pantau()
        .args(["init", "--government", "Kota Contoh", "--instrument", "PK"])
        .args(["--languages", "id", "--contact", "a@contoh.example"])
        .args(["--address", "https://kinerja.contoh.go.id/"])
        .arg(&root)
        .output()
        .unwrap();
    assert!(begun.status.success(), "{}", said(&begun));
    let told = |arguments: &[&str], lines: &str| said(&run(&root, arguments, lines));
    let refused = told(&["new", "pejabat", "--lang", "id"], "");
    assert!(
        refused.contains("pantau new opd, lalu pantau new jabatan"),
        "{refused}"
    );
    told(&["new", "jabatan"], "Bupati\n\n\n");
    told(&["new", "opd"], "Dinas Kesehatan\n\nDinkes\n");
    told(
        &["new", "jabatan"],
        "Kepala Dinas Kesehatan\n\n1\nII.b\nbupati\n",
    );
    told(&["new", "pejabat"], "Sari\n\nKesehatan\n\n2026-11-05\n");
    let text = |file: &str| fs::read_to_string(root.join("content").join(file)).unwrap();
    let opd = text("opd/dinas-kesehatan.yml");
    assert!(
        opd.contains("nama: Dinas Kesehatan\nsingkatan: Dinkes\n"),
        "{opd}"
    );
    let post = text("jabatan/kepala-dinas-kesehatan.yml");
    let wanted = "opd: dinas-kesehatan\neselon: II.b\natasan: bupati\n";
    assert!(post.contains(wanted), "{post}");
    assert!(!text("jabatan/bupati.yml").contains("opd:"));
    let checked = told(&["check", "--lang", "id"], "");
    assert!(checked.starts_with("Semua beres: 1 pejabat"), "{checked}");

    // A wrong day is asked again, a day in words is read, and no older contract is offered.
    let answers = "dinas\n2026\n\nbesok\n12 Januari 2026\n\n\n";
    let asked = told(&["new", "kontrak", "--lang", "id"], answers);
    assert_eq!(asked.matches("Hari ditandatangani").count(), 2, "{asked}");
    assert!(!asked.contains("Ambil indikator"), "{asked}");
    let contract = text("kontrak/2026/kepala-dinas-kesehatan.yml");
    assert!(
        contract.contains("tanda_tangan: 2026-01-12\n"),
        "{contract}"
    );
}

#[test]
fn an_official_is_written_from_answers_and_is_in_order() {
    let folder = sample();
    let root = folder.path();
    let lines = "dr. Sari: Wulandari, M.Kes.\n\nkominfo\nplt\n2026-13-01\n2026-11-05\n";
    let output = run(root, &["new", "pejabat"], lines);
    assert!(output.status.success(), "{}", said(&output));
    let text = fs::read_to_string(root.join("content/pejabat/sari-wulandari.yml")).unwrap();
    for line in [
        "nama: \"dr. Sari: Wulandari, M.Kes.\"\n",
        "  - jabatan: kepala-dinas-kominfo\n",
        "    kedudukan: plt\n    pelantikan: 2026-11-05\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    let check = run(root, &["check"], "");
    assert!(said(&check).starts_with("Semua beres:"), "{}", said(&check));
}

#[test]
fn a_contract_like_the_last_one_wants_targets_and_a_day() {
    let folder = sample();
    let root = folder.path();
    let arguments = [
        "new",
        "kontrak",
        "--post",
        "camat-watulimo",
        "--year",
        "2027",
    ];
    let like = [&arguments[..], &["--like", "2026/camat-watulimo"]].concat();
    let output = run(root, &like, "");
    assert!(output.status.success(), "{}", said(&output));
    let check = run(root, &["check"], "");
    let told = said(&check);
    let count = told.matches("kesalahan[P103]").count();
    assert_eq!(told.matches("kesalahan[").count(), count, "{told}");
    let name = "kontrak/2027/camat-watulimo.yml";
    let place = root.join("content").join(name);
    let mut file = Document::open(name, &fs::read(&place).unwrap()).unwrap();
    file.set(&["tanda_tangan"], &Value::plain("2027-01-08"))
        .unwrap();
    let mut targets = 0;
    for goal in ["0", "1", "2", "3", "4"] {
        for indicator in ["0", "1", "2", "3", "4"] {
            let path = ["sasaran", goal, "indikator", indicator, "target"];
            if !file.contains(&path) {
                continue;
            }
            let way = [&path[..4], &["arah"]].concat();
            let target = match file.get(&way).as_deref() {
                Some("predikat") => "baik",
                Some("tuntas") => "selesai",
                _ => "90",
            };
            file.set(&path, &Value::plain(target)).unwrap();
            targets += 1;
        }
    }
    assert_eq!(count, targets + 1);
    fs::write(&place, file.bytes()).unwrap();
    let check = run(root, &["check"], "");
    assert!(!said(&check).contains("kesalahan["), "{}", said(&check));
}

const TABLE: &str = "PERJANJIAN KINERJA;;;;;;;;\nNo;Sasaran Strategis;Indikator Kinerja;Satuan;Target;TW I;TW II;TW III;TW IV\n1;Sehat;Stunting;%;13,2;14;13,8;13,5;13,2\n;;Kunjungan;Orang;3.000;;;;\n";

#[test]
fn a_table_becomes_a_contract_that_asks_for_what_it_did_not_say() {
    let folder = sample();
    let root = folder.path();
    let table = root.join("pk.csv");
    fs::write(&table, TABLE).unwrap();
    let table = table.to_str().unwrap();
    let arguments = [
        "import-pk",
        table,
        "--post",
        "camat-watulimo",
        "--year",
        "2027",
    ];
    let before = content(root);
    for lines in ["", "tidak\n"] {
        let output = run(root, &arguments, lines);
        assert!(!output.status.success());
        assert_eq!(difference(&before, &content(root)), None);
    }
    let output = run(root, &arguments, "ya\n");
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).contains("Sel E4: \"3.000\""),
        "{}",
        said(&output)
    );
    let path = root.join("content/kontrak/2027/camat-watulimo.yml");
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains("        target: 13.2\n"), "{text}");
    assert!(text.contains("          tw2: 13.8\n"), "{text}");
    assert!(text.contains("        arah:\n"), "{text}");
    assert!(!text.contains(root.to_str().unwrap()));
    let check = run(root, &["check"], "");
    // The day, two directions, two accumulations, and the target that was not taken.
    assert_eq!(
        said(&check).matches("kesalahan[P103]").count(),
        6,
        "{}",
        said(&check)
    );
    let again = run(root, &arguments, "ya\n");
    assert_eq!(again.status.code(), Some(2));
}
