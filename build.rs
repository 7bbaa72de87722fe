//! Puts the sample sites into the program, and has cargo notice files that are new.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const LIST: &str = "tests/sites/samples.txt";

/// Folders that macros of `include_dir` embed; by themselves these don't see a new file.
const EMBEDDED: [&str; 2] = ["themes/default", "src/starter/blank"];

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
        let [name, day, folder] = columns[..] else {
            return Err(io::Error::other(format!("{LIST}: {line}")));
        };
        println!("cargo::rerun-if-changed={folder}");
        write_sample(&mut code, name, day, &root.join(folder))?;
    }
    code.push_str("]\n");
    fs::write(out.join("samples.rs"), code)
}

/// One sample as an expression of Rust.
fn write_sample(code: &mut String, name: &str, day: &str, folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.sort();
    let mut add = |text: String| code.write_str(&text).map_err(io::Error::other);
    add(format!(
        "Sample {{ name: {name:?}, day: {day:?}, files: &[\n"
    ))?;
    for (path, place) in files {
        add(format!("({path:?}, include_bytes!({place:?})),\n"))?;
    }
    add("] },\n".into())
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
