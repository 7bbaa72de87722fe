//! What the first sheets of the workbook say.

use super::{data_page, sound, title};
use crate::format::MessageError;
use crate::model::Date;
use crate::view::scene::Scene;

/// The words of the workbook, in the first language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutWorkbook {
    pub title: String,
    /// Names of the sheets about the workbook and about its columns.
    pub sheets: [String; 2],
    /// Facts about the workbook: a term, and what it is.
    pub facts: Vec<(String, String)>,
    /// Headings: table, column, what it says.
    pub headings: [String; 3],
    pub as_of: Date,
}

/// The words of the workbook.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn workbook_words(scene: Scene<'_>) -> Result<AboutWorkbook, Vec<MessageError>> {
    let words = &scene.words;
    let site = &scene.register.site;
    let sample = site.sample_data.then(|| words.text("sample_data"));
    let facts = [
        (
            words.text("data_source"),
            words.plain(&site.government).to_owned(),
        ),
        (words.text("data_address"), data_page(&scene)),
        (words.text("data_as_of"), words.date(scene.score.today)),
        (words.text("licence"), site.licence.clone()),
        (words.text("data_missing"), words.text("data_missing_text")),
        (words.text("data_formats"), words.text("data_workbook_text")),
    ];
    let commit = scene
        .latest_commit
        .map(|commit| ("commit".to_owned(), commit.id.clone()));
    let sample = sample.map(|text| (words.text("data_note"), text));
    let about = AboutWorkbook {
        title: title(&scene),
        sheets: [
            words.text("data_sheet_about"),
            words.text("data_sheet_columns"),
        ],
        facts: sample.into_iter().chain(facts).chain(commit).collect(),
        headings: [
            words.text("data_table"),
            words.text("data_column"),
            words.text("data_meaning"),
        ],
        as_of: scene.score.today,
    };
    sound(scene, about)
}
