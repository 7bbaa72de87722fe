//! `pantau import-pk`: a contract from the table of an existing agreement.

use super::arguments::ImportPk as Options;
use super::new::{Desk, Party, Question, party, tell_written, write_new};
use super::project::Project;
use super::words::CliWords;
use super::{Failure, PROBLEMS};
use crate::agreement::{self, Agreement, Column, Columns, MOST_BYTES, Remark, RemarkKind, Sheet};
use crate::disk;
use crate::draft;
use crate::format::Arg;
use crate::parse::place::contract_file;
use crate::parse::reader::NONE;
use std::io::{self, Write};

pub(super) fn import(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let name = options.file.display().to_string();
    let sheets = agreement::sheets(&name, &disk::named_file(&options.file, MOST_BYTES)?)?;
    let flags = &options.party;
    let mut desk = Desk::new(words, &[&flags.post, &flags.year]);
    let Party { id, mut draft } = party(flags, &mut desk, project)?;
    let (sheet, columns) = table(options, &sheets, id.year, words)?;
    show_columns(&columns, sheet, words)?;
    if !columns.doubtful.is_empty() {
        writeln!(io::stderr(), "{}", words.text("columns_doubtful"))?;
        return Ok(PROBLEMS);
    }
    let agreement = agreement::read(sheet, &columns);
    show(&agreement, words)?;
    if agreement.goals.is_empty() {
        return Err(no_table(&sheets));
    }
    if !options.yes && !is_confirmed(&mut desk)? {
        writeln!(io::stderr(), "{}", words.text("not_confirmed"))?;
        return Ok(PROBLEMS);
    }
    draft.goals = agreement.goals;
    draft.origin = Some(origin(options, sheet));
    let file = contract_file(&id);
    let line = draft::schema_line(project.sources(), &file);
    write_new(project, &file, &draft::contract(&draft, line.as_deref()))?;
    tell_written(project, &file, "import_next", words)
}

/// Where the contract comes from, by the file's own name: no folder of somebody's machine.
fn origin(options: &Options, sheet: &Sheet) -> String {
    let file = options
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let sheet = Some(&sheet.name).filter(|name| !name.is_empty());
    let sheet = sheet.map_or_else(String::new, |name| format!(", lembar {name}"));
    format!("Dari tabel {file}{sheet}.")
}

/// The sheet that was asked for, or the first that has the table, and its columns as corrected.
fn table<'s>(
    options: &Options,
    sheets: &'s [Sheet],
    year: i32,
    words: &CliWords,
) -> Result<(&'s Sheet, Columns), Failure> {
    let wanted = sheets.iter().filter(|sheet| {
        let is_it = |name: &String| *name == sheet.name;
        options.sheet.as_ref().is_none_or(is_it)
    });
    let mut found = wanted.filter_map(|sheet| Some((sheet, Columns::of(sheet, year)?)));
    let (sheet, mut columns) = found.next().ok_or_else(|| no_table(sheets))?;
    for (column, letters) in &options.columns {
        if columns.correct(sheet, *column, letters).is_none() {
            return Err(Failure::Answer {
                flag: "--column",
                reason: words.say("no_such_column", &[("column", letters)]),
            });
        }
    }
    Ok((sheet, columns))
}

fn no_table(sheets: &[Sheet]) -> Failure {
    let names = sheets.iter().map(|sheet| sheet.name.as_str());
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let sheets = if names.is_empty() {
        NONE.to_owned()
    } else {
        names.join(", ")
    };
    Failure::NoTable { sheets }
}

/// Which column is taken for what; those of which there are several are told as well.
fn show_columns(columns: &Columns, sheet: &Sheet, words: &CliWords) -> io::Result<()> {
    let mut out = io::stdout();
    let row = columns.heading_row.to_string();
    let name = Some(sheet.name.as_str()).filter(|name| !name.is_empty());
    let args = [("sheet", name.unwrap_or(NONE)), ("row", &row)];
    writeln!(out, "{}", words.say("columns_found", &args))?;
    for column in Column::ALL {
        if let Some(place) = columns.found.get(&column) {
            let (letters, heading) = (&place.letters, &place.heading);
            writeln!(out, "  {:<10} {letters:<3} {heading}", column.key())?;
        }
        for place in columns.doubtful.get(&column).into_iter().flatten() {
            let (letters, heading) = (&place.letters, &place.heading);
            writeln!(out, "  {:<10} {letters:<3} {heading} ?", column.key())?;
        }
    }
    Ok(())
}

/// What was read, and what was not.
fn show(agreement: &Agreement, words: &CliWords) -> io::Result<()> {
    let mut out = io::stdout();
    for goal in &agreement.goals {
        writeln!(out, "\n{}", goal.name.as_deref().unwrap_or("–"))?;
        for indicator in &goal.indicators {
            let target = indicator
                .target
                .as_ref()
                .and_then(|target| target.as_text());
            let (target, unit) = (target.unwrap_or("?"), indicator.unit.as_deref());
            let name = indicator.name.as_deref().unwrap_or("–");
            let measure = format!("{target} {}", unit.unwrap_or(""));
            let quarters = indicator.quarterly.iter();
            let quarters = quarters.filter_map(|(quarter, target)| {
                Some(format!(", {} {}", quarter.key(), target.as_text()?))
            });
            let quarters: String = quarters.collect();
            let (id, measure) = (&indicator.id, measure.trim_end());
            writeln!(out, "  {id}: {name}: {measure}{quarters}")?;
        }
    }
    writeln!(out)?;
    for remark in &agreement.remarks {
        writeln!(out, "{}", told(remark, words))?;
    }
    let indicators = agreement
        .goals
        .iter()
        .map(|goal| goal.indicators.len())
        .sum::<usize>();
    let counts = [
        ("goals", Arg::Count(agreement.goals.len() as u64)),
        ("indicators", Arg::Count(indicators as u64)),
    ];
    writeln!(out, "{}", words.with("table_read", &counts))
}

fn told(remark: &Remark, words: &CliWords) -> String {
    let cell = remark.cell.to_string();
    let args = [("cell", cell.as_str()), ("text", remark.text.as_str())];
    match &remark.kind {
        RemarkKind::Number(not) => {
            let readings = not.readings.join(" / ");
            let args = [args[0], args[1], ("readings", readings.as_str())];
            words.say("cell_number", &args)
        }
        RemarkKind::Share => words.say("cell_share", &args),
        RemarkKind::Words => words.say("cell_words", &args),
        RemarkKind::PercentRead => words.say("cell_percent_read", &args),
        RemarkKind::Percent => words.say("cell_percent", &args),
        RemarkKind::NoValue => words.say("cell_no_value", &args),
        RemarkKind::Ended => {
            let row = (u64::from(remark.cell.row) + 1).to_string();
            words.say("table_ended", &[("row", row.as_str()), args[1]])
        }
        RemarkKind::PassedOver => words.say("cell_passed_over", &args),
    }
}

fn is_confirmed(desk: &mut Desk<'_>) -> Result<bool, Failure> {
    desk.insist(&Question {
        key: "ask_columns",
        flag: "--yes",
        given: None,
        default: None,
    })
}
