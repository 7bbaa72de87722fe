//! Which record a path holds. The only place that knows the layout of `content/`.

use super::date::year;
use super::near::nearest;
use super::reader::NONE;
use super::scalar::id_for;
use crate::model::{
    ContractId, Language, OpdId, PersonId, PostId, Quarter, QuarterOfYear, RegimeId, Slug,
};
use crate::problem::{Problem, code};
use crate::source::TextSpan;

/// What a file holds, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Site,
    Regime(RegimeId),
    Opd(OpdId),
    Post(PostId),
    Person(PersonId),
    Contract(ContractId),
    Report(ContractId, Quarter),
    Evaluations(ContractId),
    Page(Slug, Language),
    /// A frozen quarter.
    Archive(Quarter),
}

/// The file of the site's own settings.
pub const SITE: &str = "situs.yml";

/// The folders of `content/`, and what their files look like.
const FOLDERS: [(&str, &str); 9] = [
    ("aturan", "aturan/<id>.yml"),
    ("opd", "opd/<id>.yml"),
    ("jabatan", "jabatan/<id>.yml"),
    ("pejabat", "pejabat/<id>.yml"),
    ("kontrak", "kontrak/<tahun>/<id>.yml"),
    ("hasil", "hasil/<tahun>/tw<1-4>/<id>.yml"),
    ("evaluasi", "evaluasi/<tahun>/<id>.yml"),
    ("halaman", "halaman/<id>.md"),
    ("arsip", "arsip/<tahun>-tw<n>.json"),
];

/// The kinds of files that hold data: a name for each, and where its files stand below
/// `content/`, as a glob.
pub const KINDS: [(&str, &str); 9] = [
    ("situs", "situs.yml"),
    ("aturan", "aturan/*.yml"),
    ("opd", "opd/*.yml"),
    ("jabatan", "jabatan/*.yml"),
    ("pejabat", "pejabat/*.yml"),
    ("kontrak", "kontrak/*/*.yml"),
    ("hasil", "hasil/*/*/*.yml"),
    ("evaluasi", "evaluasi/*/*.yml"),
    ("halaman", "halaman/*.md"),
];

/// Where a contract stands.
pub fn contract_file(id: &ContractId) -> String {
    format!("kontrak/{}/{}.yml", id.year, id.stem)
}

/// The file of a contract's evaluations.
pub fn evaluations_file(id: &ContractId) -> String {
    format!("evaluasi/{}/{}.yml", id.year, id.stem)
}

/// Where a person stands.
pub fn person_file(id: &PersonId) -> String {
    format!("pejabat/{id}.yml")
}

/// Where a post stands.
pub fn post_file(id: &PostId) -> String {
    format!("jabatan/{id}.yml")
}

/// Where an organisation stands.
pub fn opd_file(id: &OpdId) -> String {
    format!("opd/{id}.yml")
}

/// Where a regime stands.
pub fn regime_file(id: &RegimeId) -> String {
    format!("aturan/{id}.yml")
}

/// Where the results of a contract's quarter stand.
pub fn report_file(id: &ContractId, quarter: Quarter) -> String {
    let of_year = quarter.of_year.key();
    format!("hasil/{}/{of_year}/{}.yml", id.year, id.stem)
}

impl Place {
    /// `None` for hidden files, which editors and systems leave behind.
    pub fn of(path: &str) -> Option<Result<Self, Problem>> {
        let hidden = path.split('/').any(|part| part.starts_with('.'));
        (!hidden).then(|| Self::find(path))
    }

    fn find(path: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["situs.yml"] => Ok(Self::Site),
            ["aturan", file] => Ok(Self::Regime(RegimeId(slug(path, file)?))),
            ["opd", file] => Ok(Self::Opd(OpdId(slug(path, file)?))),
            ["jabatan", file] => Ok(Self::Post(PostId(slug(path, file)?))),
            ["pejabat", file] => Ok(Self::Person(PersonId(slug(path, file)?))),
            ["kontrak", folder, file] => contract(path, folder, file).map(Self::Contract),
            ["evaluasi", folder, file] => contract(path, folder, file).map(Self::Evaluations),
            ["hasil", folder, quarter, file] => {
                let contract = contract(path, folder, file)?;
                let quarter = Quarter::new(contract.year, quarter_of_year(path, quarter)?);
                Ok(Self::Report(contract, quarter))
            }
            ["halaman", file] => page(path, file),
            ["arsip", file] => archive(path, file).map(Self::Archive),
            [first, ..] => Err(unknown(path, first)),
            [] => Err(error(code::UNKNOWN_PLACE, path)),
        }
    }
}

/// The folder of frozen quarters below `content/`.
pub const ARCHIVE: &str = "arsip";

/// The name of a frozen quarter's file in that folder.
pub fn archive_name(quarter: Quarter) -> String {
    format!("{quarter}.json")
}

fn archive(path: &str, file: &str) -> Result<Quarter, Problem> {
    let stem = stem(path, file, "json")?;
    stem.parse().map_err(|_| unknown(path, ARCHIVE))
}

fn error(code: crate::problem::Code, path: &str) -> Problem {
    Problem::error(code, path, TextSpan::START)
}

/// A path that fits no form of its folder, or a folder that there is none of.
fn unknown(path: &str, first: &str) -> Problem {
    let forms = || {
        FOLDERS
            .iter()
            .map(|(folder, _)| *folder)
            .chain(["situs.yml"])
    };
    let near = nearest(first, forms()).unwrap_or(NONE);
    let form = FOLDERS.iter().find(|(folder, _)| *folder == near);
    let is_workbook = path.ends_with(".xlsx") || path.ends_with(".ods");
    let moved = path.rsplit_once('/').map_or(path, |(_, file)| file);
    error(code::UNKNOWN_PLACE, path)
        .with("why", if is_workbook { "formulir" } else { NONE })
        .with("text", moved)
        .with(
            "near",
            form.map_or_else(|| near.to_owned(), |(_, form)| filled(form, path)),
        )
        .with("known", forms().collect::<Vec<_>>().join(", "))
}

/// The form with the name of the file at `path`, where that is an id; the name of a file outside every folder is meant
/// for one.
fn filled(form: &str, path: &str) -> String {
    let name = path.rsplit_once('/').map_or("", |(_, file)| file);
    let open = form.rsplit('/').next().unwrap_or(form);
    let stem = open
        .strip_prefix("<id>")
        .and_then(|end| name.strip_suffix(end));
    match stem.and_then(Slug::new) {
        Some(_) => form.replace(open, name),
        None => form.to_owned(),
    }
}

fn stem<'p>(path: &str, file: &'p str, extension: &'static str) -> Result<&'p str, Problem> {
    let wrong = || {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        // Notepad calls `a.yml` `a.yml.txt`.
        let twice = ["yml", "yaml", "md", "json"];
        let stem = twice
            .iter()
            .find_map(|known| stem.strip_suffix(known)?.strip_suffix('.'))
            .unwrap_or(stem);
        error(code::WRONG_EXTENSION, path).with("near", format!("{stem}.{extension}"))
    };
    file.strip_suffix(extension)
        .and_then(|stem| stem.strip_suffix('.'))
        .ok_or_else(wrong)
}

fn slug(path: &str, file: &str) -> Result<Slug, Problem> {
    as_id(path, stem(path, file, "yml")?)
}

fn as_id(path: &str, stem: &str) -> Result<Slug, Problem> {
    Slug::new(stem).ok_or_else(|| {
        error(code::BAD_FILE_NAME, path)
            .with("text", stem)
            .with("near", id_for(stem))
    })
}

fn contract(path: &str, folder: &str, file: &str) -> Result<ContractId, Problem> {
    let year = year(folder).ok_or_else(|| error(code::BAD_YEAR_FOLDER, path).with("text", folder));
    Ok(ContractId {
        year: year?,
        stem: slug(path, file)?,
    })
}

fn quarter_of_year(path: &str, folder: &str) -> Result<QuarterOfYear, Problem> {
    QuarterOfYear::from_key(folder).ok_or_else(|| {
        let lower = folder.to_lowercase();
        let near = QuarterOfYear::from_key(&lower).map_or(NONE, QuarterOfYear::key);
        error(code::BAD_QUARTER_FOLDER, path)
            .with("text", folder)
            .with("near", near)
    })
}

fn page(path: &str, file: &str) -> Result<Place, Problem> {
    let stem = stem(path, file, "md")?;
    let (stem, language) = match stem.strip_suffix(".en") {
        Some(stem) => (stem, Language::English),
        None => (stem, Language::Indonesian),
    };
    Ok(Place::Page(as_id(path, stem)?, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_a_folder_with_a_slip_is_told_where_it_belongs() {
        let near = |path: &str| {
            let problem = Place::of(path).unwrap().unwrap_err();
            let found = problem.arguments.iter().find(|(name, _)| *name == "near");
            found.unwrap().1.clone()
        };
        for (path, told) in [
            ("opdd/dinas.yml", "opd/dinas.yml"),
            ("opd/lama/dinas.yml", "opd/dinas.yml"),
            ("pejabat.yml", "pejabat/<id>.yml"),
            ("pejabatt/Nama Orang.yml", "pejabat/<id>.yml"),
            ("kontrakk/2026/dinas.yml", "kontrak/<tahun>/dinas.yml"),
            ("arsipp/2026-tw1.json", "arsip/<tahun>-tw<n>.json"),
            ("apa/dinas.yml", NONE),
        ] {
            assert_eq!(near(path), told, "{path}");
        }
    }
}
