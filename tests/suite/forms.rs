//! Forms of the sample site: written, filled in memory, read back and taken over.
//!
//! Filling them by a program that is not ours is `tests/data/quarter.py`'s.

use crate::common::{copy_content, pantau, repository, tree};
use pantau::check::check;
use pantau::compute::{Scoreboard, compute};
use pantau::disk;
use pantau::form::{self, Change, Computed, Edited, Judged, Workbook as Asked};
use pantau::format::Formats;
use pantau::history::{self, Cache};
use pantau::model::{Date, Language, Quarter, Register};
use pantau::parse::parse;
use pantau::problem::{Problem, Severity, Words};
use pantau::sheet::{self, Cell, Shown, Workbook};
use pantau::site::examine;
use pantau::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const FILE: &str = "dinas-kesehatan-2026-tw4.xlsx";
const RESULT: &str = "hasil/2026/tw4/kepala-dinas-kesehatan.yml";
const TODAY: &str = "2027-01-12";

/// A site and what is known of it on a day.
struct Site {
    sources: Sources,
    register: Register,
    board: Scoreboard,
}

impl Site {
    fn sample() -> Self {
        Self::of(disk::read(repository()).unwrap())
    }

    fn of(sources: Sources) -> Self {
        let register = check(&parse(&sources)).unwrap().register;
        let board = compute(&register, TODAY.parse::<Date>().unwrap());
        Self {
            sources,
            register,
            board,
        }
    }

    fn on(self, day: &str) -> Self {
        let board = compute(&self.register, day.parse::<Date>().unwrap());
        Self { board, ..self }
    }

    fn with(&self, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut sources = self.sources.clone();
        sources.files.extend(files.clone());
        Self::of(sources)
    }

    fn computed(&self) -> Computed<'_> {
        Computed {
            register: &self.register,
            board: &self.board,
        }
    }

    fn asked(&self, quarter: &str) -> Vec<Asked> {
        form::forms(
            &self.register,
            &self.board,
            quarter.parse::<Quarter>().unwrap(),
        )
    }

    /// The workbook of the health office, as it goes out.
    fn blank(&self) -> Form {
        let asked = self.asked("2026-tw4");
        let asked = asked.iter().find(|asked| asked.file == FILE).unwrap();
        let bytes = form::workbook(asked, self.board.today).unwrap();
        Form(sheet::read(FILE, &bytes).unwrap())
    }

    fn judge(&self, workbooks: &[Workbook]) -> Judged {
        let filled = form::filled(workbooks);
        let mut judged = form::judge(&filled.forms, &self.register, &self.board);
        judged.problems.extend(filled.problems);
        judged
    }

    fn apply(&self, changes: &[Change]) -> Edited {
        form::apply(changes, &self.sources, &self.register)
    }
}

/// A workbook that somebody fills.
#[derive(Clone)]
struct Form(Workbook);

impl Form {
    /// Where the row with this mark and the column with this heading meet.
    fn place(&self, row: &str, heading: &str) -> (usize, (u32, u32)) {
        // Behind its name a mark has what its row was filled in with.
        let is_of = |mark: &str| {
            let words = mark.split(' ').take_while(|word| !word.contains('='));
            words.collect::<Vec<_>>().join(" ").ends_with(row)
        };
        let text = |cell: &Cell| matches!(cell, Cell::Text(text) if is_of(text));
        let sheets = self.0.sheets.iter().enumerate();
        let mut found = sheets.flat_map(|(at, sheet)| {
            let cells = sheet.cells.iter().filter(|(_, cell)| text(cell));
            cells.map(move |((row, _), _)| (at, *row))
        });
        let (sheet, row) = found.next().unwrap();
        let mut headings = self.0.sheets[sheet].cells.iter();
        let column = headings
            .find(|(_, cell)| **cell == Cell::Text(heading.to_owned()))
            .map(|((_, column), _)| *column);
        (sheet, (row, column.unwrap()))
    }

    fn put(&mut self, row: &str, heading: &str, cell: Cell) -> &mut Self {
        let row = format!("2026/kepala-dinas-kesehatan {row}");
        let (sheet, place) = self.place(&row, heading);
        self.0.sheets[sheet].cells.insert(place, cell);
        self
    }

    fn value(&mut self, indicator: &str, cell: Cell) -> &mut Self {
        self.put(&format!("indikator {indicator}"), "Nilai", cell)
    }

    /// With the day of the report, without which nothing is taken over.
    fn dated(&mut self, day: &str) -> &mut Self {
        self.dated_of("2026/kepala-dinas-kesehatan", day)
    }

    fn dated_of(&mut self, contract: &str, day: &str) -> &mut Self {
        let mark = format!("{contract} dilaporkan");
        let (sheet, (row, column)) = self.place(&mark, "Dilaporkan pada tanggal");
        let day = Cell::Day(day.parse().unwrap());
        let cells = &mut self.0.sheets[sheet].cells;
        cells.insert((row, column + 1), day);
        self
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: f64) -> Cell {
    Cell::Number {
        value,
        shown: Shown::AsItIs,
    }
}

fn percent(value: f64) -> Cell {
    Cell::Number {
        value,
        shown: Shown::AsPercent,
    }
}

fn codes(problems: &[Problem]) -> BTreeSet<&str> {
    problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn a_form_asks_what_is_due_and_nothing_else() {
    let site = Site::sample();
    let asked = site.asked("2026-tw4");
    assert_eq!(asked.len(), 15);
    let due: usize = asked
        .iter()
        .flat_map(|asked| &asked.forms)
        .map(|form| form.commitments.len())
        .sum();
    let mut expected = 0;
    for score in site.board.contracts.values() {
        let facts = score
            .indicators
            .iter()
            .flat_map(|indicator| &indicator.quarters);
        let of_quarter = facts.filter(|fact| fact.quarter.to_string() == "2026-tw4");
        expected += of_quarter
            .filter(|fact| fact.report != pantau::compute::QuarterReport::NotAsked)
            .count();
    }
    assert_eq!(due, expected);
    assert!(site.asked("2031-tw1").is_empty());
}

#[test]
fn names_of_sheets_fit_and_differ() {
    let site = Site::sample();
    for quarter in ["2025-tw4", "2026-tw2", "2026-tw3", "2026-tw4"] {
        for asked in site.asked(quarter) {
            let bytes = form::workbook(&asked, site.board.today).unwrap();
            let read = sheet::read(&asked.file, &bytes).unwrap();
            let names = read.sheets.iter().map(|sheet| sheet.name.to_lowercase());
            let names: BTreeSet<String> = names.collect();
            assert_eq!(names.len(), asked.forms.len() + 2);
            assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
        }
    }
}

#[test]
fn the_same_site_and_day_give_the_same_bytes() {
    let site = Site::sample();
    let asked = site.asked("2026-tw4");
    let bytes = || form::workbook(&asked[3], site.board.today).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn an_unfilled_form_changes_nothing() {
    let site = Site::sample();
    // Of a quarter without reports, and of one with them, which are filled in already.
    for quarter in ["2026-tw4", "2026-tw3", "2025-tw4"] {
        for asked in site.asked(quarter) {
            let bytes = form::workbook(&asked, site.board.today).unwrap();
            let read = sheet::read(&asked.file, &bytes).unwrap();
            let judged = site.judge(&[read]);
            assert_eq!(judged.changes, [], "{quarter} {}", asked.file);
            let errors = judged
                .problems
                .iter()
                .filter(|p| p.severity == Severity::Error);
            assert_eq!(errors.count(), 0, "{quarter} {}", asked.file);
            let untouched = judged.untouched.len();
            assert!(quarter != "2026-tw4" || untouched == asked.forms.len());
        }
    }
}

#[test]
fn cells_are_read_however_they_hold_their_value() {
    let site = Site::sample();
    // Indicator, cell, what the file says.
    let cases = [
        ("stunting", number(6.1), "nilai: 6.1"),
        ("stunting", number(0.1 + 0.2), "nilai: 0.3"),
        ("stunting", number(66.891), "nilai: 66.8910"),
        ("stunting", text("6,1"), "nilai: 6.1"),
        ("stunting", text("6.1"), "nilai: 6.1"),
        ("stunting", percent(0.061), "nilai: 6.1"),
        ("kematian-ibu", number(0.0), "nilai: 0"),
        ("tbc", text("1.234.567"), "nilai: 1234567"),
        ("rekam-medis", text("Belum"), "nilai: belum"),
        (
            "rekam-medis",
            Cell::Day("2026-11-28".parse().unwrap()),
            "selesai: 2026-11-28",
        ),
        ("rekam-medis", number(46_354.0), "selesai: 2026-11-28"),
        (
            "rekam-medis",
            text("28 November 2026"),
            "selesai: 2026-11-28",
        ),
        ("rekam-medis", text("2026-11-28"), "selesai: 2026-11-28"),
    ];
    for (indicator, cell, written) in cases {
        let mut form = site.blank();
        form.dated("2027-01-08").value(indicator, cell.clone());
        let judged = site.judge(&[form.0]);
        let edited = site.apply(&judged.changes);
        let file = edited
            .files
            .get(RESULT)
            .unwrap_or_else(|| panic!("{cell:?}: {:?}", judged.problems));
        let file = String::from_utf8_lossy(file);
        assert!(file.contains(&format!("  {written}\n")), "{cell:?}: {file}");
        assert_eq!(edited.problems, []);
    }
}

/// Each mistake is told under its code, in its cell, in words of both languages; and nothing else is.
#[test]
fn a_mistake_is_told_in_its_cell() {
    let site = Site::sample();
    let indicator = |id: &str| format!("indikator {id}");
    let cases = [
        ("stunting", "Nilai", text("3.000"), "P110"),
        ("stunting", "Nilai", text("1.23.456"), "P111"),
        ("stunting", "Nilai", text("010"), "P112"),
        ("stunting", "Nilai", text("13,2 persen"), "P113"),
        ("stunting", "Nilai", text("sekian"), "P114"),
        ("stunting", "Nilai", number(1e19), "P115"),
        ("stunting", "Nilai", text("belum ada"), "P510"),
        ("stunting", "Nilai", text("-"), "P510"),
        ("stunting", "Belum ada, karena", text("–"), "P510"),
        (
            "stunting",
            "Nilai",
            Cell::Day("2027-05-07".parse().unwrap()),
            "P512",
        ),
        ("tbc", "Nilai", percent(0.22), "P513"),
        ("stunting", "Nilai", Cell::Fault("#REF!".to_owned()), "P514"),
        ("stunting", "Nilai", Cell::NotComputed, "P515"),
        ("stunting", "Nilai", Cell::Truth(true), "P516"),
        ("stunting", "Catatan", Cell::Truth(true), "P516"),
        ("rekam-medis", "Nilai", text("sudah"), "P516"),
        ("rekam-medis", "Nilai", text("08/01/2027"), "P121"),
        ("rekam-medis", "Nilai", text("2026-11-31"), "P122"),
        ("stunting", "Nilai", percent(0.061), "P523"),
        ("stunting", "Target triwulan", text("5%"), "P520"),
        ("stunting", "Target setahun", number(5.0), "P520"),
    ];
    for (row, heading, cell, code) in cases {
        let mut form = site.blank();
        form.dated("2027-01-08").value("imunisasi", number(93.5));
        form.put(&indicator(row), heading, cell.clone());
        let (sheet, (at, column)) = form.place(
            &format!("2026/kepala-dinas-kesehatan indikator {row}"),
            heading,
        );
        let sheet = form.0.sheets[sheet].name.clone();
        let judged = site.judge(&[form.0]);
        let told = judged
            .problems
            .iter()
            .filter(|problem| problem.code.0 != "P521");
        let told: Vec<&Problem> = told.collect();
        assert_eq!(told.len(), 1, "{row} {heading} {cell:?}: {told:?}");
        let place = told[0].cell.as_ref().unwrap();
        assert_eq!(told[0].code.0, code, "{row} {heading} {cell:?}");
        assert_eq!(
            (place.sheet.as_str(), place.row, place.column),
            (sheet.as_str(), at, column)
        );
        assert_eq!(told[0].file, FILE);
        for words in [Words::indonesian(), Words::english()] {
            for said in [words.message(told[0]), words.way_out(told[0])] {
                let is_open = said.contains("{$") || said.contains("tiada") || said.len() < 4;
                assert!(!is_open, "{code}: {said}");
            }
        }
    }
}

#[test]
fn a_rank_is_one_of_its_scale_whatever_its_capitals() {
    let site = Site::sample();
    let asked = site.asked("2026-tw4");
    let ranked = asked.iter().find_map(|asked| {
        let mut questions = asked.forms.iter().flat_map(|form| {
            form.commitments
                .iter()
                .map(move |question| (form, question))
        });
        let ranked = questions.find(|(_, question)| matches!(question.kind, form::Kind::Rank(_)));
        Some((asked, ranked?))
    });
    let (asked, (of, question)) = ranked.unwrap();
    let form::Kind::Rank(ranks) = &question.kind else {
        unreachable!()
    };
    let bytes = form::workbook(asked, site.board.today).unwrap();
    let blank = Form(sheet::read(&asked.file, &bytes).unwrap());
    let mark = format!("{} indikator {}", of.contract, question.indicator);
    let told = |cell: Cell| {
        let mut form = blank.clone();
        form.dated_of(&of.contract.to_string(), "2027-01-08");
        let (sheet, place) = form.place(&mark, "Nilai");
        form.0.sheets[sheet].cells.insert(place, cell);
        site.judge(&[form.0])
    };
    let right = told(text(&ranks.last().unwrap().to_lowercase()));
    assert!(!codes(&right.problems).contains("P209"));
    assert!(
        right
            .changes
            .iter()
            .any(|change| matches!(change.what, form::What::Actual { .. }))
    );
    let wrong = told(text("Wajar Sekali"));
    assert!(
        codes(&wrong.problems).contains("P209"),
        "{:?}",
        wrong.problems
    );
}

#[test]
fn forms_that_fit_no_contract_are_refused() {
    let site = Site::sample();
    let remarked = |from: &str, to: &str| {
        let mut form = site.blank();
        form.dated("2027-01-08").value("stunting", number(6.1));
        for sheet in &mut form.0.sheets {
            for cell in sheet.cells.values_mut() {
                if let Cell::Text(text) = cell {
                    *text = text.replace(from, to);
                }
            }
        }
        site.judge(&[form.0])
    };
    let cases = [
        ("pantau-formulir/2", "pantau-formulir/9", "P503"),
        ("pantau-formulir/2", "formulir", "P502"),
        ("2026-tw4 2026/kepala", "2026-twx 2026/kepala", "P504"),
        ("2026-tw4 2026/kepala", "2025-tw4 2026/kepala", "P505"),
        (
            "2026/kepala-dinas-kesehatan",
            "2026/kepala-dinas-kesehata",
            "P205",
        ),
        ("indikator stunting", "indikator stanting", "P206"),
        ("program upaya-kesehatan", "program upaya", "P207"),
        ("Belum ada, karena", "Alasan", "P508"),
    ];
    for (from, to, code) in cases {
        let judged = remarked(from, to);
        let found = codes(&judged.problems);
        assert!(found.contains(code), "{from} → {to}: {found:?}");
    }
}

#[test]
fn a_value_and_a_reason_exclude_each_other_and_one_form_is_enough() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    let mut both = form.clone();
    both.put(
        "indikator stunting",
        "Belum ada, karena",
        text("Survei bulan Mei."),
    );
    assert!(codes(&site.judge(&[both.0]).problems).contains("P509"));
    // "belum ada" beside a reason says nothing else than the reason.
    let mut none = form.clone();
    none.value("stunting", text("belum ada"));
    none.put(
        "indikator stunting",
        "Belum ada, karena",
        text("Survei bulan Mei."),
    );
    assert!(!codes(&site.judge(&[none.0]).problems).contains("P509"));
    let twice = site.judge(&[form.0.clone(), form.0.clone()]);
    assert!(codes(&twice.problems).contains("P507"));
    let mut undated = site.blank();
    undated.value("stunting", number(6.1));
    assert!(codes(&site.judge(&[undated.0]).problems).contains("P511"));
    let mut early = form.clone();
    early.dated("2026-01-08");
    assert!(codes(&site.judge(&[early.0]).problems).contains("P524"));
}

/// A sheet may be called otherwise, rows and columns may be pushed in, and notes written between.
#[test]
fn what_was_moved_is_found() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    form.put(
        "program upaya-kesehatan",
        "Terserap sampai kini",
        number(40_000_000_000.0),
    );
    let straight = site.judge(&[form.0.clone()]);
    for sheet in &mut form.0.sheets {
        sheet.name = format!("Lembar {}", sheet.name.len());
        let moved = |((row, column), cell): (&(u32, u32), &Cell)| {
            let (down, right) = (u32::from(*row > 8), u32::from(*column > 4) * 2);
            ((row + down, column + right), cell.clone())
        };
        sheet.cells = sheet.cells.iter().map(moved).collect();
        sheet.cells.insert((9, 1), text("catatan sendiri"));
    }
    let judged = site.judge(&[form.0]);
    let whats = |judged: &Judged| -> Vec<form::What> {
        judged
            .changes
            .iter()
            .map(|change| change.what.clone())
            .collect()
    };
    assert_eq!(whats(&judged), whats(&straight));
    assert_eq!(judged.changes.len(), 3);
    assert_eq!(codes(&judged.problems), codes(&straight.problems));
}

#[test]
fn a_value_in_a_row_of_its_own_is_told() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    let (sheet, (row, column)) =
        form.place("2026/kepala-dinas-kesehatan indikator rekam-medis", "Nilai");
    form.0.sheets[sheet]
        .cells
        .insert((row + 1, column), number(12.0));
    assert!(codes(&site.judge(&[form.0]).problems).contains("P522"));
}

#[test]
fn what_was_reported_is_corrected_with_a_reason_and_its_comments_stay() {
    let file = "hasil/2026/tw3/kepala-dinas-kesehatan.yml";
    let mut sources = disk::read(repository()).unwrap();
    let commented = String::from_utf8(sources.files[file].clone()).unwrap();
    let commented = commented.replace("    nilai: 6.4\n", "    nilai: 6.4  # rapat 9 Oktober\n");
    sources
        .files
        .insert(file.to_owned(), commented.clone().into_bytes());
    let site = Site::of(sources);
    let asked = site.asked("2026-tw3");
    let asked = asked
        .iter()
        .find(|asked| asked.file.starts_with("dinas-kesehatan"))
        .unwrap();
    let bytes = form::workbook(asked, site.board.today).unwrap();
    let mut form = Form(sheet::read(&asked.file, &bytes).unwrap());
    form.value("stunting", number(6.3));
    form.put(
        "indikator stunting",
        "Alasan perbaikan",
        text("Dua posyandu terhitung dua kali."),
    );
    // What was not available then has come since, and the report was not late.
    form.value("posyandu", number(86.0));
    let reason = form.place(
        "2026/kepala-dinas-kesehatan indikator posyandu",
        "Belum ada, karena",
    );
    form.0.sheets[reason.0].cells.remove(&reason.1);
    form.dated("2026-12-01");
    let judged = site.judge(&[form.0]);
    assert!(
        codes(&judged.problems).contains("P529"),
        "{:?}",
        judged.problems
    );
    let edited = site.apply(&judged.changes);
    assert_eq!(edited.problems, []);
    let expected = commented
        .replace("nilai: 6.4  #", "nilai: 6.3  #")
        .replace(
            "    belum_ada: Rekap dari 11 desa belum lengkap; dijanjikan akhir November 2026.\n",
            "    nilai: 86\n    dilaporkan: 2026-12-01\n",
        )
        .replace(
            "      tanggal: 2026-10-16\n  kematian-ibu",
            "      tanggal: 2026-10-16\n    revisi:\n      - tanggal: 2027-01-12\n        semula: 6.4\n        alasan: Dua posyandu terhitung dua kali.\n  kematian-ibu",
        );
    assert_eq!(String::from_utf8_lossy(&edited.files[file]), expected);
    let after = site.with(&edited.files);
    let formats = Formats::new(Language::Indonesian);
    let effects = form::effects(&judged.changes, site.computed(), after.computed(), &formats);
    let posyandu = effects[0]
        .lines
        .iter()
        .find(|line| line.now.starts_with("86%"));
    assert_eq!(posyandu.unwrap().now, "86%, dilaporkan 1 Desember 2026");
    let stunting = effects[0]
        .lines
        .iter()
        .find(|line| line.now == "6,3%")
        .unwrap();
    assert_eq!(stunting.before.as_deref(), Some("6,4%"));
}

#[test]
fn before_the_deadline_too_a_figure_stands_beside_its_own_capaian() {
    for today in ["2027-01-08", "2027-01-12"] {
        let site = Site::sample().on(today);
        let mut form = site.blank();
        form.dated("2027-01-08").value("stunting", number(9.9));
        let edited = site.apply(&site.judge(&[form.0.clone()]).changes);
        let after = site.with(&edited.files).on(today);
        let changes = site.judge(&[form.0]).changes;
        let formats = Formats::new(Language::Indonesian);
        let effects = form::effects(&changes, site.computed(), after.computed(), &formats);
        let mut lines = effects[0].lines.iter();
        let stunting = lines.find(|line| line.now == "9,9%").unwrap();
        let capaian = stunting.capaian.as_ref().unwrap();
        // (2 − 9,9 ÷ 6,3) × 100
        assert_eq!(capaian.now.as_deref(), Some("42,86%"), "{today}");
    }
}

#[test]
fn an_emptied_cell_takes_nothing_out() {
    let site = Site::sample();
    let asked = site.asked("2026-tw3");
    let asked = asked
        .iter()
        .find(|asked| asked.file.starts_with("dinas-kesehatan"))
        .unwrap();
    let bytes = form::workbook(asked, site.board.today).unwrap();
    let mut form = Form(sheet::read(&asked.file, &bytes).unwrap());
    let (sheet, place) = form.place("2026/kepala-dinas-kesehatan indikator stunting", "Nilai");
    form.0.sheets[sheet].cells.remove(&place);
    let judged = site.judge(&[form.0]);
    assert_eq!(judged.changes, []);
    assert!(codes(&judged.problems).contains("P527"));
}

/// Figures that hardly can be right, and rows that hardly belong there.
#[test]
fn doubts_are_told_and_hinder_nothing() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    let told = |form: Form| {
        codes(&site.judge(&[form.0]).problems)
            .into_iter()
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    let mut less = form.clone();
    less.put(
        "program upaya-kesehatan",
        "Terserap sampai kini",
        number(9_100_000_000.0),
    );
    assert!(told(less).contains("P517"));
    let mut gone = form.clone();
    let (sheet, (row, _)) = gone.place("2026/kepala-dinas-kesehatan indikator tbc", "Nilai");
    gone.0.sheets[sheet].cells.retain(|(at, _), _| *at != row);
    assert!(told(gone).contains("P526"));
    let asked = site.asked("2026-tw3");
    let asked = asked
        .iter()
        .find(|asked| asked.file.starts_with("dinas-kesehatan"))
        .unwrap();
    let bytes = form::workbook(asked, site.board.today).unwrap();
    let mut reasoned = Form(sheet::read(&asked.file, &bytes).unwrap());
    reasoned.put(
        "indikator stunting",
        "Alasan perbaikan",
        text("Salah hitung."),
    );
    assert!(told(reasoned).contains("P528"));
}

#[test]
fn a_withdrawn_commitment_is_reported_no_more() {
    let site = Site::sample();
    let asked = site.asked("2026-tw4");
    let asked = asked
        .iter()
        .find(|asked| asked.file.starts_with("dinas-pendidikan"))
        .unwrap();
    let contract = &asked.forms[0].contract;
    let withdrawn = site.board.contracts[contract].withdrawn[0].id().clone();
    let bytes = form::workbook(asked, site.board.today).unwrap();
    let mut form = Form(sheet::read(&asked.file, &bytes).unwrap());
    let mark = format!(
        "{contract} indikator {}",
        asked.forms[0].commitments[0].indicator
    );
    let (sheet, place) = form.place(&mark, "Nilai");
    let cells = &mut form.0.sheets[sheet].cells;
    let old = cells[&(place.0, 0)].text();
    let new = old.rsplit_once(' ').unwrap().0.to_owned() + " " + withdrawn.as_str();
    cells.insert((place.0, 0), text(&new));
    cells.insert(place, number(1.0));
    assert!(codes(&site.judge(&[form.0]).problems).contains("P506"));
}

/// A file that was prepared with every row still empty is filled in where the form is; what stays
/// empty goes, and comments stay.
#[test]
fn a_prepared_file_is_filled_in() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    form.put(
        "indikator tbc",
        "Belum ada, karena",
        text("Rekap bulan Maret."),
    );
    let judged = site.judge(&[form.0]);
    let prepared = "# Hasil TW IV 2026\ndilaporkan:\nrealisasi:\n  # Prevalensi stunting\n  stunting:\n    nilai:\n  # Penderita TBC\n  tbc:\n    nilai:\n  # Kematian ibu\n  kematian-ibu:\n    nilai:\nserapan_sampai_kini:\n  # Rupiah\n  upaya-kesehatan:\n";
    let mut sources = site.sources.clone();
    sources.files.insert(RESULT.to_owned(), prepared.into());
    let edited = form::apply(&judged.changes, &sources, &site.register);
    assert_eq!(edited.problems, []);
    let text = String::from_utf8_lossy(&edited.files[RESULT]).into_owned();
    for line in [
        "dilaporkan: 2027-01-08\n",
        "    nilai: 6.1\n",
        "    belum_ada: Rekap bulan Maret.\n",
        "  # Kematian ibu\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(
        !text.contains("kematian-ibu:") && !text.contains("serapan"),
        "{text}"
    );
    site.with(&edited.files);
}

/// A result file in a form that nobody can change without guessing is left as it is.
#[test]
fn a_file_that_can_not_be_changed_safely_is_left() {
    let mut sources = disk::read(repository()).unwrap();
    let flow = "dilaporkan: 2027-01-05\nrealisasi: {stunting: {nilai: 6.2}}\n";
    sources.files.insert(RESULT.to_owned(), flow.into());
    let site = Site::of(sources);
    let mut form = site.blank();
    form.value("stunting", number(6.1))
        .value("tbc", number(255.0));
    let judged = site.judge(&[form.0]);
    let edited = site.apply(&judged.changes);
    assert!(
        codes(&edited.problems).contains("P530"),
        "{:?}",
        edited.problems
    );
    assert!(edited.files.is_empty());
}

/// Through the program: what it answers, what it writes, and that it asks somebody.
#[test]
fn the_program_asks_before_it_writes() {
    let root = tempfile::tempdir().unwrap();
    copy_content(repository(), root.path());
    let run = |arguments: &[&str]| {
        let mut command = pantau();
        command
            .args(arguments)
            .args(["--date", TODAY])
            .current_dir(root.path());
        command.output().unwrap()
    };
    let written = run(&["formulir", "--triwulan", "2026-tw4"]);
    assert!(written.status.success(), "{written:?}");
    assert_eq!(tree(&root.path().join("formulir")).len(), 15);
    assert_eq!(
        run(&["formulir", "--triwulan", "2031-tw1"]).status.code(),
        Some(1)
    );
    let before = tree(&root.path().join("content"));
    let nothing = run(&["import", "formulir"]);
    assert!(nothing.status.success(), "{nothing:?}");
    fs::write(root.path().join("salah.xlsx"), "nama,nilai\n").unwrap();
    let wrong = run(&["import", "salah.xlsx"]);
    assert_eq!(wrong.status.code(), Some(1));
    let told = String::from_utf8_lossy(&wrong.stderr);
    assert!(
        told.contains("[P501]") && told.contains("salah.xlsx"),
        "{told}"
    );
    assert_eq!(run(&["import", "tiada.xlsx"]).status.code(), Some(2));
    assert_eq!(tree(&root.path().join("content")), before);
}

/// Of a site with a record, whose committed figure is another one in the form.
#[test]
fn a_recorded_figure_is_not_overwritten_by_a_form_without_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("kinerja");
    let mut command = pantau();
    command.args(["init", "--sample", "trenggalek", "--history"]);
    let output = command.arg(&root).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let sources = disk::read(&root).unwrap();
    let past = history::read_of_site(&root, &sources, &parse(&sources), Cache::On).unwrap();
    let today: Date = TODAY.parse().unwrap();
    let examined = |sources: &Sources| examine(&parse(sources), sources, &past, |_| today).unwrap();
    let before = examined(&sources);
    let board = compute(&before.register, today);
    let site = Site {
        sources: sources.clone(),
        register: before.register.clone(),
        board,
    };
    let asked = site.asked("2026-tw3");
    let office = |asked: &&Asked| asked.file.starts_with("dinas-kesehatan");
    let asked = asked.iter().find(office).unwrap();
    let bytes = form::workbook(asked, today).unwrap();
    let mut form = Form(sheet::read(&asked.file, &bytes).unwrap());
    form.value("stunting", number(6.3));
    let reason = "2026/kepala-dinas-kesehatan indikator stunting";
    let (_, cell) = form.place(reason, "Alasan perbaikan");
    let told_of = |form: &Form| {
        let judged = site.judge(std::slice::from_ref(&form.0));
        let edited = site.apply(&judged.changes);
        assert_eq!(edited.problems, []);
        let mut after = sources.clone();
        after.files.extend(edited.files.clone());
        let after = examined(&after).problems.into_iter();
        let new = after.filter(|problem| !before.problems.contains(problem));
        form::placed(new.collect(), &judged.changes, &edited.files)
    };
    let told = told_of(&form);
    let missing = told.iter().find(|told| told.code.0 == "P536");
    let missing = missing.unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!(missing.severity, Severity::Error);
    let place = missing.cell.as_ref().unwrap();
    assert_eq!((place.row, place.column), cell);
    form.put(
        "indikator stunting",
        "Alasan perbaikan",
        text("Salah hitung."),
    );
    assert!(!codes(&told_of(&form)).contains("P536"));
}

/// A note alone, in a row of which a prepared file has the empty `nilai`.
#[test]
fn a_note_without_a_value_is_told_and_its_row_stays() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    form.put("indikator tbc", "Catatan", text("Rekap bulan Maret."));
    let judged = site.judge(&[form.0]);
    let told = judged.problems.iter().find(|told| told.code.0 == "P531");
    assert_eq!(told.unwrap().severity, Severity::Error);
    // Whatever somebody wrote in the file beside an empty `nilai` is not taken away.
    let prepared = "dilaporkan:\nrealisasi:\n  stunting:\n    nilai:\n  tbc:\n    nilai:\n    catatan: Rekap bulan Maret.\n  kematian-ibu:\n    nilai:\n";
    let mut sources = site.sources.clone();
    sources.files.insert(RESULT.to_owned(), prepared.into());
    let edited = form::apply(&judged.changes, &sources, &site.register);
    let text = String::from_utf8_lossy(&edited.files[RESULT]).into_owned();
    assert!(text.contains("    catatan: Rekap bulan Maret.\n"), "{text}");
    assert!(!text.contains("kematian-ibu:"), "{text}");
}

/// Without the headings, or without their mark, nobody knows which cell is which.
#[test]
fn a_form_without_its_headings_is_not_taken_for_an_empty_one() {
    let site = Site::sample();
    for headings in ["kepala", "kepala-program"] {
        let mut form = site.blank();
        form.dated("2027-01-08").value("stunting", number(6.1));
        let mark = format!("2026/kepala-dinas-kesehatan {headings}");
        let (sheet, (row, _)) = form.place(&mark, "Nilai");
        let mut unmarked = form.clone();
        form.0.sheets[sheet].cells.retain(|(at, _), _| *at != row);
        unmarked.0.sheets[sheet].cells.remove(&(row, 0));
        for form in [form, unmarked] {
            let judged = site.judge(&[form.0]);
            let told = codes(&judged.problems);
            assert!(told.contains("P532"), "{told:?}");
            let name = &site.blank().0.sheets[sheet].name;
            assert!(
                judged
                    .untouched
                    .iter()
                    .all(|form| form.place.sheet != *name)
            );
            assert_eq!(judged.changes, []);
        }
    }
}

/// Two forms on one sheet, the second moved there without its headings.
#[test]
fn a_form_is_not_read_by_the_headings_of_another() {
    let site = Site::sample();
    let mut form = site.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    let (sheet, (row, _)) = form.place("2026/kepala-dinas-kesehatan kepala", "Nilai");
    let cells = form.0.sheets[sheet].cells.clone();
    for ((at, column), cell) in cells.into_iter().filter(|((at, _), _)| *at != row) {
        let cell = match cell {
            Cell::Text(text) => Cell::Text(text.replace("2026-tw4 2026/", "2026-tw3 2026/")),
            cell => cell,
        };
        form.0.sheets[sheet].cells.insert((at + 100, column), cell);
    }
    let judged = site.judge(&[form.0]);
    assert!(codes(&judged.problems).contains("P532"));
    let quarters = judged
        .changes
        .iter()
        .map(|change| change.quarter.to_string());
    assert_eq!(quarters.collect::<BTreeSet<_>>().len(), 1);
}

const CORRECTED: &str = "hasil/2026/tw3/kepala-dinas-kesehatan.yml";

/// The health office's form of the third quarter, filled in with what was reported.
fn reported(site: &Site) -> Form {
    let asked = site.asked("2026-tw3");
    let mut asked = asked.iter();
    let asked = asked.find(|asked| asked.file.starts_with("dinas-kesehatan"));
    let bytes = form::workbook(asked.unwrap(), site.board.today).unwrap();
    Form(sheet::read(FILE, &bytes).unwrap())
}

/// The site after somebody put a result file right by hand.
fn with_line(site: &Site, from: &str, to: &str) -> Site {
    let file = String::from_utf8(site.sources.files[CORRECTED].clone()).unwrap();
    assert!(file.contains(from), "{from}");
    let file = file.replacen(from, to, 1).into_bytes();
    site.with(&BTreeMap::from([(CORRECTED.to_owned(), file)]))
}

#[test]
fn an_older_form_with_only_a_note_does_not_bring_the_old_figure_back() {
    let before = Site::sample();
    let mut form = reported(&before);
    form.put("indikator stunting", "Catatan", text("Dibahas di rapat."));
    let now = with_line(&before, "nilai: 6.4\n", "nilai: 6.1\n");
    let judged = now.judge(&[form.0.clone()]);
    let edited = now.apply(&judged.changes);
    let file = String::from_utf8_lossy(&edited.files[CORRECTED]);
    assert!(file.contains("nilai: 6.1\n") && file.contains("catatan: Dibahas di rapat.\n"));
    let told: Vec<&Problem> = judged
        .problems
        .iter()
        .filter(|p| p.code.0 == "P534")
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        Words::indonesian().message(told[0]).matches("6,1").count(),
        1
    );
    // Where the office changed the figure too, nobody but they know which one is right.
    form.value("stunting", number(6.3));
    let judged = now.judge(&[form.0]);
    let told = judged
        .problems
        .iter()
        .find(|told| told.code.0 == "P533")
        .unwrap();
    assert_eq!(told.severity, Severity::Error);
    let message = Words::indonesian().message(told);
    assert!(
        message.contains("6,3") && message.contains("6,1"),
        "{message}"
    );
    assert!(told.cell.is_some());
}

#[test]
fn every_prefilled_cell_of_an_older_form_leaves_newer_data_alone() {
    let before = Site::sample();
    let form = reported(&before);
    let cases = [
        (
            "belum_ada: Rekap dari 11 desa belum lengkap; dijanjikan akhir November 2026.",
            "nilai: 86",
        ),
        ("dilaporkan: 2026-10-", "dilaporkan: 2026-11-"),
        ("upaya-kesehatan: ", "upaya-kesehatan: 1"),
        ("nilai: 6.4\n", "belum_ada: Ditarik.\n"),
    ];
    for (from, to) in cases {
        let now = with_line(&before, from, to);
        let judged = now.judge(std::slice::from_ref(&form.0));
        assert_eq!(judged.changes, [], "{from}");
        assert!(codes(&judged.problems).contains("P534"), "{from}");
        let mut problems = judged.problems.iter();
        assert!(
            problems.all(|told| told.severity != Severity::Error),
            "{from}"
        );
    }
}

#[test]
fn a_form_from_before_the_report_tells_what_it_replaces() {
    let blank = Site::sample();
    let mut form = blank.blank();
    form.dated("2027-01-08").value("stunting", number(6.1));
    let judged = blank.judge(&[form.0.clone()]);
    let now = blank.with(&blank.apply(&judged.changes).files);
    // Imported again, it changes nothing and asks nothing.
    let again = now.judge(&[form.0.clone()]);
    assert_eq!(again.changes, []);
    assert!(!codes(&again.problems).contains("P535"));
    form.value("stunting", number(6.3));
    let judged = now.judge(&[form.0]);
    assert!(codes(&judged.problems).contains("P535"));
    assert_eq!(judged.changes.len(), 1);
}

/// A spreadsheet keeps fifteen digits; the data allow more.
#[test]
fn a_figure_of_many_digits_comes_back_as_it_is() {
    let sample = Site::sample();
    for figure in [
        "12345678.123456789",
        "12345678901234567.123456789",
        "1234567890123.4560",
        "6.4",
    ] {
        let site = with_line(&sample, "nilai: 6.4\n", &format!("nilai: {figure}\n"));
        let mut form = reported(&site);
        let judged = site.judge(&[form.0.clone()]);
        assert_eq!(judged.changes, [], "{figure}");
        assert!(!codes(&judged.problems).contains("P534"), "{figure}");
        // Nor does it stand in the way of another one.
        form.value("stunting", number(6.3));
        assert_eq!(site.judge(&[form.0]).changes.len(), 1, "{figure}");
    }
}
