//! Puts the sample sites and their pasts into the program, and has cargo notice files that are new.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const LIST: &str = "tests/sites/samples.txt";

/// Folders that macros of `include_dir` embed; by themselves these don't see a new file.
const EMBEDDED: [&str; 2] = ["themes", "src/starter/blank"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    for watched in EMBEDDED.into_iter().chain([LIST]) {
        println!("cargo::rerun-if-changed={watched}");
    }
    let list = fs::read_to_string(root.join(LIST))?;
    let mut code = String::from("&[\n");
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let (name, day, folder, past) = match columns[..] {
            [name, day, folder] => (name, day, folder, None),
            [name, day, folder, past] => (name, day, folder, Some(past)),
            _ => return Err(io::Error::other(format!("{LIST}: {line}"))),
        };
        for watched in [folder].into_iter().chain(past) {
            println!("cargo::rerun-if-changed={watched}");
        }
        let past = past.map(|past| root.join(past));
        write_sample(&mut code, name, day, &root.join(folder), past.as_deref())?;
    }
    code.push_str("]\n");
    fs::write(out.join("samples.rs"), code)
}

/// One sample as an expression of Rust.
fn write_sample(
    code: &mut String,
    name: &str,
    day: &str,
    folder: &Path,
    past: Option<&Path>,
) -> io::Result<()> {
    let files = embedded(folder)?;
    let steps = past.map_or(Ok(String::new()), steps)?;
    let sample = format!(
        "Sample {{ name: {name:?}, day: {day:?}, files: &[\n{files}], steps: &[\n{steps}] }},\n"
    );
    code.write_str(&sample).map_err(io::Error::other)
}

/// The files below `folder` as elements of an array.
fn embedded(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.sort();
    let files = files.into_iter();
    Ok(files
        .map(|(path, place)| format!("({path:?}, include_bytes!({place:?})),\n"))
        .collect())
}

/// The steps of a past as elements of an array; their form is described in its folder.
fn steps(past: &Path) -> io::Result<String> {
    let folders: io::Result<Vec<PathBuf>> =
        fs::read_dir(past)?.map(|entry| Ok(entry?.path())).collect();
    let mut folders = folders?;
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders.iter().map(|folder| step(folder)).collect()
}

fn step(folder: &Path) -> io::Result<String> {
    let place = folder.join("langkah.txt");
    let text = fs::read_to_string(&place)?;
    let wrong = |line: &str| io::Error::other(format!("{}: {line}", place.display()));
    let (mut date, mut message, mut removed, mut frozen) = (None, None, Vec::new(), None);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(": ").ok_or_else(|| wrong(line))? {
            ("tanggal", value) => date = Some(value),
            ("pesan", value) => message = Some(value),
            ("hapus", value) => removed.push(value),
            ("bekukan", value) => frozen = Some(value),
            _ => return Err(wrong(line)),
        }
    }
    let date = date.ok_or_else(|| wrong("tanggal"))?;
    let message = message.ok_or_else(|| wrong("pesan"))?;
    let day = day(date).ok_or_else(|| wrong(date))?;
    let frozen = frozen.map(|name| quarter(name).ok_or_else(|| wrong(name)));
    let frozen = frozen.transpose()?;
    let frozen = frozen.map_or("None".to_owned(), |quarter| format!("Some({quarter})"));
    let content = folder.join("content");
    let files = if content.is_dir() {
        embedded(&content)?
    } else {
        String::new()
    };
    Ok(format!(
        "Step {{ at: {date:?}, day: {day}, message: {message:?}, removed: &{removed:?}, \
         frozen: {frozen}, files: &[\n{files}] }},\n"
    ))
}

/// The day of a date with an offset, as an expression that fails to compile for one that is none.
fn day(date: &str) -> Option<String> {
    let (day, time) = date.split_once('T')?;
    let mut parts = day.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let is_zoned = time.len() == "00:00:00+07:00".len();
    is_zoned.then(|| format!("day({year}, {month}, {day})"))
}

/// `2026-tw2` as an expression.
fn quarter(name: &str) -> Option<String> {
    let (year, number) = name.split_once("-tw")?;
    let year: u32 = year.parse().ok()?;
    let is_one = matches!(number, "1" | "2" | "3" | "4");
    is_one.then(|| format!("Quarter {{ year: {year}, of_year: QuarterOfYear::Tw{number} }}"))
}

/// Every file below `folder`: its path there with `/` between its parts, and its place on the disk.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string();
        let path = format!(
            "{prefix}{}",
            name.map_err(|_| io::Error::other("not UTF-8"))?
        );
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push((path, entry.path()));
        }
    }
    Ok(())
}
