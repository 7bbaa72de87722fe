//! Small sites with a past made by hand.

use super::*;
use crate::check::check;
use crate::model::{
    AmendmentKind, IndicatorChange, IndicatorId, Language, Quarter, QuarterOfYear, RevisionGround,
    Slug, Target, Wording,
};
use crate::parse::parse;
use crate::problem::Severity;
use crate::source::{Content, Signing, Version};
use chrono::{DateTime, Utc};

const SITE_FILE: &str = "format: 1\njudul: A\npemerintah: B\nalamat: https://a.go.id/\nzona_waktu: Asia/Jakarta\nlisensi: CC0-1.0\nkontak: a@a.go.id\ncatatan_sejak: 2026-01-01\n";
const RULES: &str =
    "sebutan: PK\nberlaku_sejak: 2025-01-01\nbatas_lapor: 10 hari\nbatas_capaian: 120\n";
const CONTRACT: &str = "pejabat: sari\njabatan: kepala\naturan: aturan\ntanda_tangan: 2026-01-12\nperiode:\n  mulai: 2026-01-01\n  selesai: 2026-12-31\nsasaran:\n  - nama: Sehat\n    indikator:\n      - id: stunting\n        nama: Stunting\n        satuan: persen\n        arah: turun\n        akumulasi: akhir\n        target: 6,0\n        rumus: a/b\n        sumber: c\n      - id: posyandu\n        nama: Posyandu aktif\n        satuan: unit\n        arah: naik\n        akumulasi: akhir\n        target: 10\n        rumus: a\n        sumber: c\nprogram:\n  - id: gizi\n    nama: Gizi\n    anggaran: 1000000000\n    indikator:\n      - stunting\n";
const REPORT: &str = "dilaporkan: 2026-04-08\nrealisasi:\n  stunting:\n    nilai: 7,1\n";
const KONTRAK: &str = "kontrak/2026/kepala.yml";
const HASIL: &str = "hasil/2026/tw1/kepala.yml";

/// A repository in the making: the files as they stand, and every commit.
#[derive(Clone, Default)]
struct Repository {
    files: BTreeMap<String, String>,
    history: History,
    last: BTreeMap<String, String>,
}

impl Repository {
    /// A site whose contract is committed on `day` at noon.
    fn signed_on(day: &str) -> Self {
        let mut repository = Self::default();
        for (path, text) in [
            ("situs.yml", SITE_FILE),
            ("aturan/aturan.yml", RULES),
            ("opd/dinas.yml", "nama: Dinas\n"),
            ("jabatan/kepala.yml", "nama: Kepala\nopd: dinas\n"),
            (
                "pejabat/sari.yml",
                "nama: Sari\njabatan:\n  - jabatan: kepala\n    kedudukan: definitif\n    pelantikan: 2025-06-01\n",
            ),
        ] {
            repository.write(path, text);
        }
        repository.commit("2025-12-01");
        repository.write(KONTRAK, CONTRACT);
        repository.commit(day);
        repository
    }

    fn write(&mut self, path: &str, text: &str) -> &mut Self {
        self.files.insert(path.into(), text.into());
        self
    }

    fn replace(&mut self, path: &str, old: &str, new: &str) -> &mut Self {
        let text = &self.files[path];
        assert!(text.contains(old), "{path} has no {old}");
        let text = text.replacen(old, new, 1);
        self.write(path, &text)
    }

    fn remove(&mut self, path: &str) -> &mut Self {
        self.files.remove(path).unwrap();
        self
    }

    fn commit(&mut self, day: &str) -> &mut Self {
        let commit = self.history.commits.len();
        let at: DateTime<Utc> = format!("{day}T05:00:00Z").parse().unwrap();
        self.history.commits.push(Commit {
            id: format!("{commit:040}"),
            at,
            signing: Signing::Unsigned,
        });
        let paths: std::collections::BTreeSet<&String> =
            self.files.keys().chain(self.last.keys()).collect();
        for path in paths {
            let (now, then) = (self.files.get(path), self.last.get(path));
            if now != then {
                let content =
                    now.map_or(Content::Gone, |text| Content::Text(text.as_bytes().into()));
                let version = Version {
                    commit,
                    content,
                    renamed_from: None,
                };
                let versions = self.history.files.entry(path.clone()).or_default();
                versions.push(version);
            }
        }
        self.last = self.files.clone();
        self
    }

    fn told(&self) -> Told {
        let mut sources = Sources::default();
        let files = self.files.iter();
        sources.files = files
            .map(|(path, text)| (path.clone(), text.clone().into_bytes()))
            .collect();
        let raw = parse(&sources);
        let checked = check(&raw).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let past = Past::Known(self.history.clone());
        let today = "2026-11-21".parse().unwrap();
        record(&raw, &sources, checked.register, &past, today)
    }
}

/// Code, line, and what the message tells as before and after.
fn accusations(told: &Told) -> Vec<(&str, u32, String)> {
    let argument = |problem: &Problem, name: &str| {
        let mut arguments = problem.arguments.iter();
        let found = arguments.find(|(key, _)| *key == name);
        found.map_or("", |(_, value)| value).to_owned()
    };
    told.problems
        .iter()
        .map(|problem| {
            assert_eq!(problem.severity, Severity::Violation);
            let (before, after) = (argument(problem, "before"), argument(problem, "after"));
            (
                problem.code.0,
                problem.span.start.line,
                format!("{before}→{after}"),
            )
        })
        .collect()
}

/// Day, kind, and each change as `term before→after`.
fn events(told: &Told) -> Vec<(String, EventKind, String)> {
    let events = told.record.events.iter();
    events
        .map(|event| {
            let changes = event.changes.iter().map(|change| {
                let (before, after) = (change.before.raw(), change.after.raw());
                format!("{} {before}→{after}", change.key.term.key())
            });
            let changes: Vec<String> = changes.collect();
            (
                event.recorded.on.to_string(),
                event.kind,
                changes.join(", "),
            )
        })
        .collect()
}

fn event(day: &str, kind: EventKind, changes: &str) -> (String, EventKind, String) {
    (day.into(), kind, changes.into())
}

fn contract_id(stem: &str) -> ContractId {
    ContractId {
        year: 2026,
        stem: Slug::new(stem).unwrap(),
    }
}

#[test]
fn a_lowered_target_is_told_and_the_promise_stays_in_the_register() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P401", 16, "6.0→6.4".into())]);
    let wanted = [event("2026-05-01", EventKind::Undeclared, "target 6.0→6.4")];
    assert_eq!(events(&told), wanted);
    let contract = &told.register.contracts[&contract_id("kepala")];
    let promised = &contract.goals[0].indicators[0];
    assert_eq!(promised.target, Target::Amount("6.0".parse().unwrap()));
    let [amendment] = &contract.amendments[..] else {
        panic!("{:?}", contract.amendments);
    };
    assert_eq!(amendment.kind, AmendmentKind::Undeclared);
    assert_eq!(amendment.date.to_string(), "2026-05-01");
    let id = IndicatorId::new("stunting").unwrap();
    let IndicatorChange::Terms(terms) = &amendment.indicators[&id] else {
        panic!("{amendment:?}");
    };
    assert_eq!(terms.target, Some(Target::Amount("6.4".parse().unwrap())));
    let today = "2026-11-21".parse().unwrap();
    let commitment = &contract.commitments_on(today)[0];
    assert_eq!(
        commitment.indicator.target, promised.target,
        "it binds still"
    );
    let filed = contract.as_filed_on(today, commitment).unwrap();
    assert_eq!(filed.target, Target::Amount("6.4".parse().unwrap()));
}

#[test]
fn another_way_to_write_the_same_is_no_change() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6.00 # enam")
        .replace(KONTRAK, "satuan: persen", "satuan: \"%\"")
        .commit("2026-05-01");
    let told = repository.told();
    assert_eq!((accusations(&told), events(&told)), (vec![], vec![]));
}

#[test]
fn a_draft_may_change_until_the_end_of_the_day_of_signature() {
    let mut repository = Repository::signed_on("2026-01-05");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,2")
        .commit("2026-01-12");
    assert_eq!(accusations(&repository.told()), []);
    repository
        .replace(KONTRAK, "target: 6,2", "target: 6,4")
        .commit("2026-01-13");
    assert_eq!(
        accusations(&repository.told()),
        [("P401", 16, "6.2→6.4".into())]
    );
}

#[test]
fn a_contract_that_was_committed_late_is_promised_from_then_on() {
    let mut repository = Repository::signed_on("2026-02-20");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-02-20");
    assert_eq!(
        accusations(&repository.told()),
        [("P401", 16, "6.0→6.4".into())]
    );
}

#[test]
fn another_day_of_signature_makes_no_new_promise() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(
            KONTRAK,
            "tanda_tangan: 2026-01-12",
            "tanda_tangan: 2026-06-30",
        )
        .commit("2026-05-01");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-02");
    let wanted = [
        ("P401", 4, "2026-01-12→2026-06-30".into()),
        ("P401", 16, "6.0→6.4".into()),
    ];
    assert_eq!(accusations(&repository.told()), wanted);
}

#[test]
fn a_contract_stays_the_same_under_another_name() {
    for same_commit in [true, false] {
        let mut repository = Repository::signed_on("2026-01-12");
        let text = CONTRACT.replace("target: 6,0", "target: 6,4");
        repository.remove(KONTRAK);
        if !same_commit {
            repository.commit("2026-04-01");
        }
        repository
            .write("kontrak/2026/kepala-baru.yml", &text)
            .commit("2026-05-01");
        let told = repository.told();
        assert_eq!(accusations(&told), [("P401", 16, "6.0→6.4".into())]);
        let kinds: Vec<EventKind> = told.record.events.iter().map(|event| event.kind).collect();
        let mut wanted = vec![EventKind::Undeclared, EventKind::Renamed];
        if !same_commit {
            wanted = vec![
                EventKind::Removed,
                EventKind::Undeclared,
                EventKind::Returned,
                EventKind::Renamed,
            ];
        }
        assert_eq!(kinds, wanted);
        let contract = &told.register.contracts[&contract_id("kepala-baru")];
        assert_eq!(contract.amendments.len(), 1);
    }
}

#[test]
fn a_person_under_another_id_is_the_same_person() {
    let mut repository = Repository::signed_on("2026-01-12");
    let person = repository.files["pejabat/sari.yml"].clone();
    repository
        .remove("pejabat/sari.yml")
        .write("pejabat/sari-dewi.yml", &person)
        .replace(KONTRAK, "pejabat: sari", "pejabat: sari-dewi")
        .commit("2026-05-01");
    let versions = repository.history.files.get_mut("pejabat/sari-dewi.yml");
    versions.unwrap()[0].renamed_from = Some("pejabat/sari.yml".into());
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    // Nobody took up a post, and who it was before is found under the new name.
    assert_eq!(events(&told), []);
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-02");
    let versions = repository.history.files.get_mut("pejabat/sari-dewi.yml");
    versions.unwrap()[0].commit += 1;
    let versions = repository.history.files.get_mut("pejabat/sari.yml");
    versions.unwrap()[1].commit += 1;
    let told = repository.told();
    let person = PersonId::new("sari-dewi").unwrap();
    assert_eq!(told.record.of_person(&person).count(), 1);
    let former = PersonId::new("sari").unwrap();
    assert_eq!(told.record.former_people(&person), [former]);
}

#[test]
fn rules_under_another_id_are_no_new_rules() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .remove("aturan/aturan.yml")
        .write("aturan/kota.yml", RULES)
        .replace(KONTRAK, "aturan: aturan", "aturan: kota")
        .commit("2026-05-01");
    let versions = repository.history.files.get_mut("aturan/kota.yml");
    versions.unwrap()[0].renamed_from = Some("aturan/aturan.yml".into());
    let told = repository.told();
    assert_eq!((accusations(&told), events(&told)), (vec![], vec![]));
}

#[test]
fn a_contract_is_known_by_the_names_it_had() {
    let mut repository = Repository::signed_on("2026-01-12");
    let text = repository.files[KONTRAK].clone();
    repository
        .remove(KONTRAK)
        .write("kontrak/2026/kepala-baru.yml", &text)
        .commit("2026-05-01");
    let told = repository.told();
    let former = told.record.former_contracts(&contract_id("kepala-baru"));
    assert_eq!(former, [contract_id("kepala")]);
}

#[test]
fn what_was_corrected_is_called_by_its_right_name() {
    let mut repository = Repository::signed_on("2026-01-12");
    let correction = "ralat:\n  - tanggal: 2026-02-02\n    alasan: Salah tulis.\n    dokumen:\n      judul: Ralat\n    indikator:\n      stunting:\n        nama: Prevalensi stunting\n";
    repository
        .write(KONTRAK, &format!("{CONTRACT}{correction}"))
        .commit("2026-02-02");
    repository.write(HASIL, REPORT).commit("2026-04-08");
    repository
        .replace(HASIL, "nilai: 7,1", "nilai: 6,9")
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-04");
    let told = repository.told();
    let named = told.problems.iter().map(|problem| {
        let mut arguments = problem.arguments.iter();
        arguments
            .find(|(key, _)| *key == "name")
            .map(|(_, name)| name.as_str())
    });
    assert_eq!(named.collect::<Vec<_>>(), [Some("Prevalensi stunting"); 2]);
    let changes = told.record.events.iter().flat_map(|event| &event.changes);
    let names: Vec<_> = changes.map(|change| change.name.as_deref()).collect();
    assert_eq!(names, [Some("Prevalensi stunting"); 3]);
}

#[test]
fn a_contract_of_another_person_is_no_renamed_one() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.write(
        "pejabat/budi.yml",
        "nama: Budi\njabatan:\n  - jabatan: kepala\n    kedudukan: definitif\n    pelantikan: 2026-07-01\n",
    );
    let other = CONTRACT
        .replace("pejabat: sari", "pejabat: budi")
        .replace("tanda_tangan: 2026-01-12", "tanda_tangan: 2026-07-02")
        .replace("mulai: 2026-01-01", "mulai: 2026-07-01")
        .replace("target: 6,0", "target: 9,0");
    repository
        .replace(KONTRAK, "selesai: 2026-12-31", "selesai: 2026-06-30")
        .replace(
            "pejabat/sari.yml",
            "2025-06-01\n",
            "2025-06-01\n    selesai: 2026-06-30\n",
        )
        .write("kontrak/2026/kepala-2.yml", &other)
        .commit("2026-07-02");
    let told = repository.told();
    assert_eq!(
        accusations(&told),
        [("P401", 7, "2026-12-31→2026-06-30".into())]
    );
    let holders: Vec<_> = events(&told)
        .into_iter()
        .filter(|(_, kind, _)| *kind == EventKind::Holder)
        .collect();
    assert_eq!(
        holders,
        [
            event("2026-07-02", EventKind::Holder, "pelantikan –→2026-07-01"),
            event("2026-07-02", EventKind::Holder, "selesai –→2026-06-30"),
        ]
    );
}

#[test]
fn a_contract_that_is_gone_is_missed() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.remove(KONTRAK).commit("2026-05-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P404", 1, "→".into())]);
    assert_eq!(events(&told), [event("2026-05-01", EventKind::Removed, "")]);
}

const AMENDMENT: &str = "perubahan:\n  - tanggal: 2026-08-03\n    sebab: anggaran\n    alasan: Pergeseran.\n    indikator:\n      stunting:\n        target: 6,4\n";

#[test]
fn a_declared_amendment_is_no_violation_and_knows_when_it_was_recorded() {
    let mut repository = Repository::signed_on("2026-01-12");
    let text = format!("{CONTRACT}{AMENDMENT}");
    repository.write(KONTRAK, &text).commit("2026-08-20");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    let wanted = [event("2026-08-20", EventKind::Amended, "target 6.0→6.4")];
    assert_eq!(events(&told), wanted);
    let declared = told.record.events[0].declared.as_ref().unwrap();
    assert_eq!(declared.on.to_string(), "2026-08-03");
    assert_eq!(declared.reason, "Pergeseran.");
    let amendment = &told.register.contracts[&contract_id("kepala")].amendments[0];
    let recorded = amendment.recorded.as_ref().unwrap();
    assert_eq!(recorded.on.to_string(), "2026-08-20");
}

#[test]
fn an_amendment_holds_over_what_the_file_was_silently_changed_to() {
    let mut repository = Repository::signed_on("2026-01-12");
    let text = format!("{CONTRACT}{AMENDMENT}");
    repository.write(KONTRAK, &text).commit("2026-08-20");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,2")
        .commit("2026-09-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P401", 16, "6.0→6.2".into())]);
    let contract = &told.register.contracts[&contract_id("kepala")];
    let on = |day: &str| {
        contract.commitments_on(day.parse().unwrap())[0]
            .indicator
            .target
    };
    let target = |text: &str| Target::Amount(text.parse().unwrap());
    assert_eq!(on("2026-07-01"), target("6.0"));
    assert_eq!(on("2026-10-01"), target("6.4"));
    let commitment = &contract.commitments_on("2026-10-01".parse().unwrap())[0];
    let filed = contract.as_filed_on("2026-10-01".parse().unwrap(), commitment);
    assert_eq!(filed, None, "what was declared holds over both");
}

#[test]
fn a_recorded_amendment_may_not_be_changed() {
    let mut repository = Repository::signed_on("2026-01-12");
    let text = format!("{CONTRACT}{AMENDMENT}");
    repository.write(KONTRAK, &text).commit("2026-08-20");
    repository
        .replace(KONTRAK, "target: 6,4", "target: 6,8")
        .commit("2026-09-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P405", 39, "→".into())]);
    let wanted = event("2026-09-01", EventKind::AmendmentAltered, "target 6.4→6.8");
    assert_eq!(events(&told)[1], wanted);
    repository.write(KONTRAK, CONTRACT).commit("2026-09-02");
    assert_eq!(accusations(&repository.told()), [("P405", 1, "→".into())]);
}

#[test]
fn what_is_restored_accuses_nobody_any_more_and_stays_on_record() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-01");
    repository
        .replace(KONTRAK, "target: 6,4", "target: 6,0")
        .commit("2026-05-10");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    let wanted = [
        event("2026-05-01", EventKind::Undeclared, "target 6.0→6.4"),
        event("2026-05-10", EventKind::Restored, "target 6.4→6.0"),
    ];
    assert_eq!(events(&told), wanted);
    let contract = &told.register.contracts[&contract_id("kepala")];
    assert_eq!(contract.amendments, []);
}

#[test]
fn what_was_silently_taken_out_of_a_contract_is_shown_as_withdrawn() {
    let mut repository = Repository::signed_on("2026-01-12");
    let (kept, _) = CONTRACT.split_once("      - id: posyandu").unwrap();
    let (_, program) = CONTRACT.split_once("program:").unwrap();
    let text = format!(
        "{kept}program:{}",
        program.replace("1000000000", "2000000000")
    );
    repository.write(KONTRAK, &text).commit("2026-05-01");
    let told = repository.told();
    let wanted = [
        ("P402", 1, "ada→–".into()),
        ("P401", 22, "1000000000→2000000000".into()),
    ];
    assert_eq!(accusations(&told), wanted);
    let contract = &told.register.contracts[&contract_id("kepala")];
    assert_eq!(contract.goals[0].indicators.len(), 2);
    let change = &contract.amendments[0].indicators[&IndicatorId::new("posyandu").unwrap()];
    assert_eq!(*change, IndicatorChange::Dropped);
    let budget = contract.programs[0].budget.unwrap();
    assert_eq!(budget.to_string(), "1000000000");
    let amended: Vec<String> = contract.amendments[0]
        .budgets
        .values()
        .map(ToString::to_string)
        .collect();
    assert_eq!(amended, ["2000000000"]);
}

#[test]
fn an_imported_past_is_a_baseline() {
    let mut repository = Repository::signed_on("2026-01-12");
    let moved = SITE_FILE.replace("2026-01-01", "2026-06-01");
    repository.history.files.get_mut("situs.yml").unwrap()[0].content =
        Content::Text(moved.as_bytes().into());
    repository.write("situs.yml", &moved);
    repository.last.insert("situs.yml".into(), moved);
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-01");
    repository.write(HASIL, REPORT).commit("2026-05-20");
    let told = repository.told();
    assert_eq!((accusations(&told), events(&told)), (vec![], vec![]));
    let key = (
        contract_id("kepala"),
        Quarter::new(2026, QuarterOfYear::Tw1),
    );
    assert_eq!(told.register.reports[&key].recorded, None);
    repository
        .replace(KONTRAK, "target: 6,4", "target: 6,8")
        .commit("2026-06-02");
    assert_eq!(
        accusations(&repository.told()),
        [("P401", 16, "6.4→6.8".into())]
    );
}

#[test]
fn a_later_beginning_of_the_record_hides_nothing() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "target: 6,0", "target: 6,4")
        .commit("2026-05-01");
    for (old, new) in [
        ("2026-01-01", "2026-06-01"),
        ("catatan_sejak: 2026-06-01\n", ""),
    ] {
        repository
            .replace("situs.yml", old, new)
            .commit("2026-05-02");
        let told = repository.told();
        let codes: Vec<&str> = told.problems.iter().map(|p| p.code.0).collect();
        assert_eq!(codes, ["P401", "P409"]);
        assert_eq!(
            told.record.reach,
            Reach::Since("2026-01-01".parse().unwrap())
        );
    }
}

#[test]
fn a_figure_knows_when_it_was_recorded_and_what_became_of_it() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.write(HASIL, REPORT).commit("2026-04-20");
    repository
        .replace(HASIL, "nilai: 7,1", "nilai: 6,9")
        .commit("2026-05-04");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P406", 4, "7.1→6.9".into())]);
    let wanted = [event(
        "2026-05-04",
        EventKind::RevisedUndeclared,
        "nilai 7.1→6.9",
    )];
    assert_eq!(events(&told), wanted);
    let key = (
        contract_id("kepala"),
        Quarter::new(2026, QuarterOfYear::Tw1),
    );
    let report = &told.register.reports[&key];
    assert_eq!(
        report.recorded.as_ref().unwrap().on.to_string(),
        "2026-04-20"
    );
    let actual = &report.actuals[&IndicatorId::new("stunting").unwrap()];
    assert_eq!(
        actual.recorded.as_ref().unwrap().on.to_string(),
        "2026-04-20"
    );
    assert_eq!(actual.revisions[0].ground, RevisionGround::Undeclared);

    let declared = "    revisi:\n      - tanggal: 2026-05-04\n        semula: 7,1\n        alasan: Salah hitung.\n";
    let text = format!("{}{declared}", REPORT.replace("7,1", "6,9"));
    repository.write(HASIL, &text).commit("2026-05-05");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    let actual = &told.register.reports[&key].actuals[&IndicatorId::new("stunting").unwrap()];
    let [revision] = &actual.revisions[..] else {
        panic!("{:?}", actual.revisions);
    };
    assert!(matches!(revision.ground, RevisionGround::Declared(_)));
    assert_eq!(
        revision.recorded.as_ref().unwrap().on.to_string(),
        "2026-05-04"
    );
}

#[test]
fn a_figure_that_is_taken_out_is_missed() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.write(HASIL, REPORT).commit("2026-04-08");
    repository
        .replace(HASIL, "    nilai: 7,1", "    belum_ada: Dihitung ulang.")
        .commit("2026-05-04");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P407", 3, "→".into())]);
    assert_eq!(told.record.events[0].kind, EventKind::Withdrawn);
    repository.remove(HASIL).commit("2026-05-05");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P407", 1, "→".into())]);
}

/// Results of which none is filled in: what a new file of them looks like.
const UNFILLED: &str = "# isi\ndilaporkan:\nrealisasi:\n  stunting:\n    nilai:\n";

#[test]
fn a_report_begins_when_it_is_filled_in() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.write(HASIL, UNFILLED).commit("2026-04-01");
    let key = (
        contract_id("kepala"),
        Quarter::new(2026, QuarterOfYear::Tw1),
    );
    assert!(!repository.told().register.reports.contains_key(&key));
    repository.write(HASIL, REPORT).commit("2026-04-20");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    let recorded = told.register.reports[&key].recorded.as_ref().unwrap();
    assert_eq!(recorded.on.to_string(), "2026-04-20");
    // Emptied again, its figures are missed.
    repository.write(HASIL, UNFILLED).commit("2026-05-05");
    assert_eq!(accusations(&repository.told()), [("P407", 1, "→".into())]);
}

#[test]
fn notes_and_documents_are_told_and_accuse_nobody() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.write(HASIL, REPORT).commit("2026-04-08");
    repository
        .replace(KONTRAK, "sumber: c", "sumber: Bulan timbang")
        .write(HASIL, &format!("{REPORT}    catatan: 92% balita.\n"))
        .commit("2026-04-09");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    let wanted = [
        event("2026-04-09", EventKind::Remarked, "sumber c→Bulan timbang"),
        event("2026-04-09", EventKind::Remarked, "catatan –→92% balita."),
    ];
    assert_eq!(events(&told), wanted);
}

const ENGLISH: &str = "satuan: unit\n        en: {nama: Active posyandu, satuan: units}\n";

#[test]
fn what_a_contract_says_in_english_is_told_as_a_remark_and_shown() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "satuan: unit\n", ENGLISH)
        .replace(KONTRAK, "target: 10", "target: 9")
        .replace(
            "aturan/aturan.yml",
            "sebutan: PK\n",
            "sebutan: PK\nen: {sebutan: Agreement}\n",
        )
        .commit("2026-02-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P401", 25, "10→9".into())]);
    let wanted = [
        event("2026-02-01", EventKind::Undeclared, "target 10→9"),
        event(
            "2026-02-01",
            EventKind::Remarked,
            "en –→Active posyandu, en –→units",
        ),
        event("2026-02-01", EventKind::Remarked, "en –→Agreement"),
    ];
    assert_eq!(events(&told), wanted);
    // The promise is put back as it was signed, with the words that explain it now.
    let contract = &told.register.contracts[&contract_id("kepala")];
    let name = &contract.goals[0].indicators[1].name;
    let (text, language) = name.in_language(Language::English);
    assert_eq!(
        (text.as_str(), language),
        ("Active posyandu", Language::English)
    );
}

#[test]
fn english_words_are_not_put_to_another_text_than_they_explain() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "satuan: unit\n", ENGLISH)
        .replace(KONTRAK, "nama: Posyandu aktif", "nama: Posyandu mandiri")
        .commit("2026-02-01");
    let told = repository.told();
    let contract = &told.register.contracts[&contract_id("kepala")];
    let signed = &contract.goals[0].indicators[1];
    let said = |wording: &Wording| wording.in_language(Language::English).0.clone();
    assert_eq!(said(&signed.name), "Posyandu aktif");
    let units = signed
        .unit
        .as_ref()
        .map(|unit| unit.in_language(Language::English).0);
    assert_eq!(units.map(|unit| unit.many.as_str()), Some("units"));
    // Nor does an amendment's new name take the old one's English.
    let amended = format!(
        "{}perubahan:\n  - tanggal: 2026-03-01\n    sebab: strategi\n    alasan: Lain.\n    indikator:\n      posyandu:\n        nama: Posyandu mandiri\n",
        CONTRACT.replace("satuan: unit\n", ENGLISH)
    );
    repository.write(KONTRAK, &amended).commit("2026-03-01");
    let told = repository.told();
    let contract = &told.register.contracts[&contract_id("kepala")];
    let names = ["2026-02-28", "2026-03-01"].map(|day| {
        let commitments = contract.commitments_on(day.parse().unwrap());
        said(&commitments[1].indicator.name)
    });
    assert_eq!(names, ["Active posyandu", "Posyandu mandiri"]);
}

#[test]
fn rules_may_not_change_under_a_contract() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(
            "aturan/aturan.yml",
            "batas_lapor: 10 hari",
            "batas_lapor: 60 hari",
        )
        .commit("2026-05-01");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P408", 3, "10 hari→60 hari".into())]);
    let wanted = [event(
        "2026-05-01",
        EventKind::Rules,
        "batas_lapor 10 hari→60 hari",
    )];
    assert_eq!(events(&told), wanted);
}

#[test]
fn what_is_saved_and_not_committed_is_told_too() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository.replace(KONTRAK, "target: 6,0", "target: 6,4");
    let told = repository.told();
    assert_eq!(accusations(&told), [("P401", 16, "6.0→6.4".into())]);
    assert_eq!(told.record.events[0].recorded.by, RecordedBy::WorkTree);
    assert_eq!(events(&told)[0].0, "2026-11-21");
}

#[test]
fn without_a_past_nothing_is_claimed() {
    let repository = Repository::signed_on("2026-01-12");
    let mut sources = Sources::default();
    let files = repository.files.iter();
    sources.files = files
        .map(|(path, text)| (path.clone(), text.clone().into_bytes()))
        .collect();
    let raw = parse(&sources);
    let register = check(&raw).unwrap().register;
    let past = Past::Unknown(WhyUnknown::Shallow);
    let today = "2026-11-21".parse().unwrap();
    let told = record(&raw, &sources, register.clone(), &past, today);
    assert_eq!(told.record, Record::of_nothing(WhyUnknown::Shallow));
    assert_eq!((told.register, told.problems), (register, vec![]));
}

#[test]
fn a_lowered_target_is_not_hidden_behind_another_unit() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(KONTRAK, "satuan: persen", "satuan: \"%\"")
        .replace(KONTRAK, "target: 6,0", "target: 9,0")
        .commit("2026-05-01");
    let told = repository.told();
    let stunting = &told.register.contracts[&contract_id("kepala")].goals[0].indicators[0];
    assert_eq!(stunting.target, Target::Amount("6.0".parse().unwrap()));
}

#[test]
fn what_was_silently_written_into_a_contract_does_not_count() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(
            KONTRAK,
            "program:",
            "      - id: rapat\n        nama: Rapat\n        satuan: kali\n        arah: naik\n        akumulasi: akhir\n        target: 1\n        rumus: a\n        sumber: c\nprogram:",
        )
        .commit("2026-05-01");
    let told = repository.told();
    assert_eq!(accusations(&told)[0].0, "P403");
    let contract = &told.register.contracts[&contract_id("kepala")];
    assert_eq!(contract.goals[0].indicators.len(), 2);
    let added = contract.commitments_on(Date::MAX).pop().unwrap();
    assert_eq!(added.indicator.id.as_str(), "rapat");
    let since = "2026-05-01".parse().unwrap();
    assert_eq!(added.standing, crate::model::Standing::Undeclared { since });
}

#[test]
fn other_rules_do_not_bind_a_contract_that_was_signed_under_these() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .write("aturan/longgar.yml", &RULES.replace("120", "150"))
        .replace(KONTRAK, "aturan: aturan", "aturan: longgar")
        .commit("2026-05-01");
    let told = repository.told();
    assert_eq!(accusations(&told)[0].0, "P401");
    let contract = &told.register.contracts[&contract_id("kepala")];
    assert_eq!(contract.regime.as_str(), "aturan");
}

#[test]
fn a_draft_that_is_thrown_away_before_it_is_signed_is_not_missed() {
    let mut repository = Repository::signed_on("2026-01-10");
    repository.remove(KONTRAK).commit("2026-01-11");
    let told = repository.told();
    assert_eq!(accusations(&told), []);
    assert_eq!(events(&told), []);
}

#[test]
fn a_beginning_that_was_put_right_the_same_day_was_never_in_force() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace(
            "situs.yml",
            "catatan_sejak: 2026-01-01",
            "catatan_sejak: 2025-12-31",
        )
        .commit("2026-02-02")
        .replace(
            "situs.yml",
            "catatan_sejak: 2025-12-31",
            "catatan_sejak: 2026-01-01",
        )
        .commit("2026-02-02");
    assert_eq!(accusations(&repository.told()), []);
}

#[test]
fn another_name_in_a_persons_file_is_told() {
    let mut repository = Repository::signed_on("2026-01-12");
    repository
        .replace("pejabat/sari.yml", "nama: Sari", "nama: Siti")
        .commit("2026-05-01");
    let told = repository.told();
    let wanted = [event("2026-05-01", EventKind::Holder, "nama Sari→Siti")];
    assert_eq!(events(&told), wanted);
    assert_eq!(accusations(&told), []);
}

#[test]
fn for_whom_a_rule_holds_is_part_of_it() {
    let rules = format!("{RULES}masa_lindung:\n  lama: 6 bulan\n  sejak: pelantikan\n");
    let mut repository = Repository::signed_on("2025-12-02");
    repository
        .write("aturan/aturan.yml", &rules)
        .commit("2025-12-20")
        .write(
            "aturan/aturan.yml",
            &format!("{rules}  jabatan: [kepala]\n"),
        )
        .commit("2026-05-01");
    assert_eq!(accusations(&repository.told())[0].0, "P408");
}

#[test]
fn a_contract_knows_when_it_was_recorded() {
    let repository = Repository::signed_on("2026-03-02");
    let told = repository.told();
    let contract = &told.register.contracts[&contract_id("kepala")];
    let recorded = contract.recorded.as_ref().unwrap();
    assert_eq!(recorded.on.to_string(), "2026-03-02");
}

#[test]
fn a_decision_that_reads_otherwise_later_is_told() {
    const DECISIONS: &str = "evaluasi/2026/kepala.yml";
    let rules = format!(
        "{RULES}evaluasi:\n  - id: tahunan\n    nama: Tahunan\n    jenis: putusan\n    jatuh_tempo: {{setelah: 12 bulan, sejak: pelantikan}}\n"
    );
    let decision = "- evaluasi: tahunan\n  tanggal: 2026-06-01\n  putusan: terpenuhi\n";
    let mut repository = Repository::signed_on("2025-12-02");
    repository
        .write("aturan/aturan.yml", &rules)
        .commit("2025-12-20")
        .write(DECISIONS, decision)
        .commit("2026-06-02");
    assert_eq!(events(&repository.told()), []);
    repository
        .replace(DECISIONS, "terpenuhi", "tidak_terpenuhi")
        .commit("2026-07-01");
    let change = "tahunan 2026-06-01 putusan terpenuhi→tidak_terpenuhi";
    let wanted = event("2026-07-01", EventKind::Evaluation, change);
    assert_eq!(events(&repository.told()), std::slice::from_ref(&wanted));
    repository.remove(DECISIONS).commit("2026-08-01");
    let gone = event(
        "2026-08-01",
        EventKind::Evaluation,
        "tahunan 2026-06-01 putusan tidak_terpenuhi→–",
    );
    assert_eq!(events(&repository.told()), [wanted, gone]);
}

#[test]
fn a_change_on_the_first_day_is_of_the_baseline_before_it_is_committed_too() {
    let mut repository = recorded_since("2026-11-21");
    repository.replace(KONTRAK, "target: 6,0", "target: 7,0");
    assert_eq!(accusations(&repository.told()), []);
    repository.commit("2026-11-21");
    assert_eq!(accusations(&repository.told()), []);
}

#[test]
fn a_change_after_the_first_day_is_told_before_it_is_committed() {
    let mut repository = recorded_since("2026-11-20");
    repository.replace(KONTRAK, "target: 6,0", "target: 7,0");
    assert_eq!(accusations(&repository.told())[0].0, "P401");
}

/// A site that never named another first day, whose contract is committed on that day.
fn recorded_since(day: &str) -> Repository {
    let mut repository = Repository::signed_on(day);
    repository.replace("situs.yml", "2026-01-01", day);
    let settings = repository.files["situs.yml"].as_bytes().into();
    let versions = repository.history.files.get_mut("situs.yml").unwrap();
    versions[0].content = Content::Text(settings);
    repository.last = repository.files.clone();
    repository
}
