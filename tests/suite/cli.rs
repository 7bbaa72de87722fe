//! The program as its users meet it.
//!
//! What it says stands in `tests/cli/*.trycmd`, one session a file, run in a copy of the folder
//! of the same name; `TRYCMD=overwrite cargo test --test suite cli::` writes the answers anew. What it
//! does to the disk is told below.

use crate::common::{
    Tree, build_command, copy_content, difference, golden, pantau, published, repository, said,
    silently, tree,
};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

#[test]
fn every_session_goes_as_it_is_written() {
    let sessions = repository().join("tests/cli/*.trycmd");
    assert!(tree(&repository().join("tests/cli")).len() > 5);
    let cases = trycmd::TestCases::new();
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        cases.env(variable, "");
    }
    cases.case(sessions);
}

/// Each command of these sessions sets `LANG` by itself.
#[test]
fn messages_come_in_the_language_of_the_site_or_else_of_the_machine() {
    let sessions = repository().join("tests/cli/language/*.trycmd");
    let cases = trycmd::TestCases::new();
    cases.env("LC_ALL", "").env("LC_MESSAGES", "");
    cases.case(sessions);
}

/// Held to the byte, which the sessions are not: they take `\\` and `/` for the same.
#[test]
fn problems_are_told_to_other_programs() {
    let cases = [
        (golden("five-mistakes"), "json", "problems"),
        (repository().join("tests/cli/formats.in"), "json", "formats"),
        (
            repository().join("tests/cli/formats.in"),
            "sarif",
            "formats",
        ),
        (
            repository().join("tests/cli/formats.in"),
            "gitlab",
            "formats",
        ),
    ];
    for ((root, format, name), language) in cases
        .iter()
        .flat_map(|case| ["id", "en"].map(|language| (case, language)))
    {
        let mut command = pantau();
        command.args(["check", "--date", DAY, "--lang", language]);
        command.args(["--format", format]).current_dir(root);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let found = without_version(&String::from_utf8(output.stdout).unwrap());
        let expected = repository().join(format!("tests/cli/{name}.{language}.{format}"));
        if std::env::var("TRYCMD").is_ok_and(|what| what == "overwrite") {
            fs::write(&expected, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&expected).unwrap());
    }
}

fn without_version(log: &str) -> String {
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    log.replace(version, "\"version\": \"…\"")
}

/// A site with a file that has a tab on each of its 250 lines, and one other mistake after it.
fn flooded() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), folder.path());
    let opd = folder.path().join("content/opd");
    fs::write(opd.join("sampah.yml"), "a\tb\n".repeat(250)).unwrap();
    fs::write(opd.join("zakat.yml"), "tiada: 1\n").unwrap();
    folder
}

#[test]
fn a_file_of_rubbish_does_not_flood_the_terminal() {
    let folder = flooded();
    let told = |format: &str| {
        let mut command = pantau();
        command.args(["check", "--date", DAY, "--format", format]);
        let output = command.arg("--root").arg(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        said(&output)
    };
    let human = told("human");
    assert_eq!(human.matches("kesalahan[P003]").count(), 100);
    let rest = "Masih ada 150 masalah lain di content/opd/sampah.yml.";
    assert_eq!(human.matches(rest).count(), 1, "{human}");
    assert!(human.find(rest) < human.find("content/opd/zakat.yml"));
    let in_zakat = human.matches("content/opd/zakat.yml").count();
    assert!(human.ends_with(&format!("\n{} kesalahan\n", 250 + in_zakat)));
    for (format, sign) in [
        ("json", "\"code\": \"P003\""),
        ("sarif", "\"ruleId\": \"P003\""),
        ("github", "title=P003::"),
        ("gitlab", "\"check_name\": \"P003\""),
    ] {
        assert_eq!(told(format).matches(sign).count(), 250, "{format}");
    }
}

/// A published site, and a copy of its sources that may be spoilt.
struct Place {
    folder: tempfile::TempDir,
    before: Tree,
}

const DAY: &str = "2026-08-01";

/// What a build has read and what it remembers, beside its folder `public`.
const READINGS: &str = ".public.pantau-bacaan";
const MEMORY: &str = ".public.pantau-ingatan";

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_content(&golden("minimal"), folder.path());
        silently(&mut build_command(
            folder.path(),
            &folder.path().join("public"),
            DAY,
        ));
        let before = published(&folder.path().join("public"));
        Self { folder, before }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Builds again; gives the exit code and everything that was said.
    fn build(&self) -> (Option<i32>, String) {
        let mut command = build_command(self.root(), &self.root().join("public"), DAY);
        let output = command.output().unwrap();
        (output.status.code(), said(&output))
    }

    fn is_as_before(&self) {
        let now = published(&self.root().join("public"));
        assert_eq!(difference(&self.before, &now), None);
        self.has_nothing_lying_about();
    }

    fn has_nothing_lying_about(&self) {
        let entries = fs::read_dir(self.root()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [READINGS, MEMORY, "content", "public"]);
    }
}

#[test]
fn a_build_goes_to_public_in_the_root_unless_told_otherwise() {
    let place = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), place.path());
    let mut command = pantau();
    command.current_dir(&place).args(["build", "--date", DAY]);
    silently(&mut command);
    let before = Place::new().before;
    assert_eq!(
        difference(&before, &published(&place.path().join("public"))),
        None
    );
}

#[test]
fn a_base_url_on_the_command_line_moves_every_link() {
    let place = tempfile::tempdir().unwrap();
    let mut command = build_command(&golden("minimal"), &place.path().join("out"), DAY);
    silently(command.args(["--base-url", "https://user.example/repo"]));
    let pages = published(&place.path().join("out"));
    assert!(pages.keys().eq(Place::new().before.keys()));
    for (file, bytes) in pages.iter().filter(|(file, _)| file.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("https://kinerja.example/"), "{file}");
        for link in text
            .split("href=\"")
            .skip(1)
            .filter(|link| link.starts_with('/'))
        {
            assert!(link.starts_with("/repo/"), "{file}: {}", &link[..40]);
        }
    }
}

#[test]
fn a_mistake_leaves_the_published_site_as_it_is() {
    let place = Place::new();
    let report = place.root().join("content/hasil/2026/tw2/kepala.yml");
    let text = fs::read_to_string(&report).unwrap();
    fs::write(&report, text.replace("nilai: 81", "nilai: 81.000")).unwrap();
    let (code, said) = place.build();
    assert_eq!(code, Some(1));
    assert!(
        said.contains("content/hasil/2026/tw2/kepala.yml:4:12"),
        "{said}"
    );
    assert!(said.contains("Tidak ada yang ditulis"), "{said}");
    place.is_as_before();
    fs::write(&report, text).unwrap();
    assert_eq!(place.build(), (Some(0), String::new()));
    place.is_as_before();
}

#[test]
fn a_broken_theme_leaves_the_published_site_as_it_is() {
    let place = Place::new();
    let templates = place.root().join("themes/default/templates");
    fs::create_dir_all(&templates).unwrap();
    fs::write(templates.join("home.html"), "{{ tiada.tiada }}").unwrap();
    let (code, said) = place.build();
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("home.html"), "{said}");
    fs::remove_dir_all(place.root().join("themes")).unwrap();
    place.is_as_before();
}

#[test]
fn a_theme_that_is_not_there_is_told_with_those_that_come_with_the_program() {
    let place = Place::new();
    let settings = place.root().join("content/situs.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}tema: lembaran\n")).unwrap();
    let (code, said) = place.build();
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("themes/lembaran"), "{said}");
    assert!(said.contains("default, lembar"), "{said}");
    fs::write(&settings, text).unwrap();
    place.is_as_before();
}

#[test]
fn a_folder_that_pantau_has_not_written_is_never_replaced() {
    let place = tempfile::tempdir().unwrap();
    let mine = place.path().join("surat.txt");
    fs::write(&mine, "penting").unwrap();
    let mut command = build_command(&golden("minimal"), place.path(), DAY);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("surat.txt"), "{}", said(&output));
    assert_eq!(
        tree(place.path()),
        Tree::from([("surat.txt".into(), b"penting".into())])
    );
}

/// Killed at whatever moment, a build leaves the old site or the new one, each of them whole.
#[test]
fn a_killed_build_leaves_a_whole_site() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    let days = ["2026-11-20", "2026-11-21"];
    let sites = days.map(|day| {
        silently(&mut build_command(repository(), &out, day));
        published(&out)
    });
    // The first build of all draws pictures, which those that are killed take over from it.
    let started = Instant::now();
    silently(&mut build_command(repository(), &out, days[0]));
    let mut time = started.elapsed();
    assert!(difference(&sites[0], &sites[1]).is_some());
    let mut interrupted = 0;
    for attempt in (1..9_u32).cycle().take(24) {
        if interrupted > 5 {
            break;
        }
        // Of the day that stands there would be nothing to do.
        let day = days[usize::from(published(&out) == sites[0])];
        let mut child = build_command(repository(), &out, day)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(time * attempt / 9);
        child.kill().unwrap();
        if child.wait().unwrap().success() {
            // What else runs here has ended meanwhile, and a build takes less time.
            time = time * 3 / 4;
        } else {
            interrupted += 1;
        }
        let now = published(&out);
        assert!(
            sites.contains(&now),
            "a mixture after {:?}",
            time * attempt / 9
        );
    }
    assert!(
        interrupted > 2,
        "the builds were done before they were killed"
    );
    silently(&mut build_command(repository(), &out, days[0]));
    assert!(published(&out) == sites[0]);
    // What the killed ones had begun is gone as well.
    let left = fs::read_dir(place.path()).unwrap();
    let mut left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, [READINGS, MEMORY, "public"]);
}

#[test]
fn schemas_are_written_and_how_an_editor_finds_them_is_told() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("skema");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("catatan.txt"), "punya saya").unwrap();
    let run = |options: &[&str]| {
        let mut command = pantau();
        let output = command.current_dir(&place).arg("schema").args(options);
        let output = output.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output)
    };
    let told = run(&[]);
    assert!(
        told.starts_with("9 skema di folder skema: 9 ditulis, 0 tidak berubah."),
        "{told}"
    );
    let mut expected = tree(&repository().join("docs/schemas"));
    expected.insert("catatan.txt".into(), b"punya saya".into());
    assert_eq!(difference(&expected, &tree(&folder)), None);

    let line = "# yaml-language-server: $schema=../../../skema/kontrak.schema.json";
    assert!(
        told.contains(&format!("content/kontrak/*/*.yml\n  {line}\n")),
        "{told}"
    );
    let settings = &told[told.find('{').unwrap()..=told.rfind('}').unwrap()];
    let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    for (schema, files) in schemas {
        assert!(place.path().join(schema).is_file(), "{schema}");
        assert!(files.as_str().unwrap().starts_with("content/"), "{files}");
    }
    assert_eq!(schemas.len(), 8);

    let told = run(&["--lang", "en"]);
    assert!(
        told.starts_with("9 schemas in the folder skema: 0 written, 9 unchanged."),
        "{told}"
    );
    let told = run(&["--out", ".vscode/skema"]);
    assert!(
        told.contains("\"./.vscode/skema/opd.schema.json\": \"content/opd/*.yml\""),
        "{told}"
    );
}

/// The verbs, as `--help` lists them.
fn verbs() -> Vec<String> {
    let output = pantau().args(["--help", "--lang", "en"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let listed = help.split_once("Verbs:").unwrap().1;
    let lines = listed.lines().skip(1).take_while(|line| !line.is_empty());
    let names = lines.filter(|line| !line.starts_with("    "));
    let names = names.map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.collect()
}

#[test]
fn shells_know_every_verb_and_tell_of_it_in_the_language_asked_for() {
    let verbs = verbs();
    assert!(verbs.len() > 9, "{verbs:?}");
    let about = [
        ("id", "Menulis seluruh situs ke sebuah folder"),
        ("en", "Write the whole site to a folder"),
    ];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        for (language, about) in about {
            let mut command = pantau();
            command.args(["completions", shell, "--lang", language]);
            let output = command.output().unwrap();
            let script = String::from_utf8(output.stdout).unwrap();
            for verb in &verbs {
                assert!(script.contains(verb.as_str()), "{shell}: {verb}");
            }
            // Those of bash have no descriptions.
            assert!(shell == "bash" || script.contains(about), "{shell}");
        }
    }
}

#[test]
fn a_site_is_found_from_within_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("kinerja");
    let begun = pantau()
        .args(["init", "--sample", "pamekasan"])
        .arg(&root)
        .output()
        .unwrap();
    assert!(begun.status.success(), "{}", said(&begun));
    let check = |within: &str| {
        let mut command = pantau();
        command.current_dir(root.join(within));
        command.args(["check", "--lang", "id", "--date", "2023-08-21"]);
        said(&command.output().unwrap())
    };
    for within in ["", "content", "content/hasil/2023/tw1"] {
        let told = check(within);
        assert!(told.contains("Semua beres:"), "{within}: {told}");
    }
    // A folder beside content/ is none of its own.
    assert!(!check("skema").contains("Semua beres:"));
}

#[test]
fn words_that_people_guess_lead_to_the_verb_that_they_mean() {
    let told = |line: &[&str]| said(&pantau().args(line).args(["--lang", "id"]).output().unwrap());
    for (line, meant) in [
        (&["bangun"][..], "pantau build"),
        (&["periksa"], "pantau check"),
        (&["cek"], "pantau check"),
        (&["lihat"], "pantau serve"),
        (&["baru"], "pantau new"),
        (&["bekukan"], "pantau freeze"),
        (&["impor"], "pantau import"),
        (&["beda"], "pantau diff"),
        (&["version"], "pantau --version"),
        (&["new", "contract"], "pantau new kontrak"),
        (&["check", "."], "pantau check --root ."),
        (&["build", "public"], "pantau build --out public"),
        (&["serve", "8080"], "pantau serve --port 8080"),
    ] {
        let told = told(line);
        let wanted = format!("Mungkin maksudnya: {meant}\n");
        assert!(told.contains(&wanted), "{line:?}: {told}");
    }
}

#[test]
fn manuals_have_a_page_of_every_verb_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man");
    silently(pantau().args(["man", "--quiet", "--out"]).arg(&out));
    let mut names: Vec<String> = verbs().iter().map(|v| format!("pantau-{v}.1")).collect();
    names.extend(
        ["hasil", "jabatan", "kontrak", "opd", "pejabat", "tema"]
            .map(|what| format!("pantau-new-{what}.1")),
    );
    names.push("pantau.1".to_owned());
    let mut expected: Vec<String> = ["man1", "id/man1"]
        .iter()
        .flat_map(|folder| names.iter().map(move |name| format!("{folder}/{name}")))
        .collect();
    expected.sort();
    let pages = tree(&out);
    assert_eq!(pages.keys().cloned().collect::<Vec<_>>(), expected);
    let indonesian = ["NAMA", "RINGKASAN", "DESKRIPSI", "OPSI", "CONTOH", "VERSI"];
    let english = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "EXAMPLES",
        "VERSION",
    ];
    let common = ["PERINTAH", "CATATAN", "VERBS", "NOTES"];
    for (name, bytes) in &pages {
        let page = String::from_utf8_lossy(bytes);
        let (own, other) = match name.starts_with("id/") {
            true => (indonesian, english),
            false => (english, indonesian),
        };
        let headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        let headings: Vec<&str> = headings.collect();
        for heading in own {
            assert!(headings.contains(&heading), "{name}: {heading}");
        }
        assert!(!headings.iter().any(|h| other.contains(h)), "{name}");
        let known = |heading: &&str| own.contains(heading) || common.contains(heading);
        assert!(headings.iter().all(known), "{name}: {headings:?}");
        assert!(page.contains("\npantau "), "{name} has no example");
    }
}

#[test]
fn a_quiet_run_tells_nothing_where_all_is_well() {
    let mut check = pantau();
    check.args(["check", "--quiet", "--date", DAY]);
    silently(check.current_dir(repository().join("tests/cli/check.in")));
}

#[test]
fn a_talkative_run_tells_how_long_each_step_took() {
    let mut check = pantau();
    check.args(["check", "--verbose", "--lang", "en", "--date", DAY]);
    let output = check
        .current_dir(repository().join("tests/cli/check.in"))
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let steps: Vec<&str> = told
        .lines()
        .map(|line| line.split_once(": ").unwrap().0)
        .collect();
    assert_eq!(steps, ["reading files and history", "checking"]);
}
