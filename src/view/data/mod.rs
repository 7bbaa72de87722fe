//! What the files of facts are: the page for people, and the descriptions for programs.

mod catalogue;
mod package;
mod page;
mod workbook;

pub use catalogue::catalogue;
pub use package::package;
pub use page::DataView;
pub use workbook::{AboutWorkbook, workbook_words};

pub(super) use page::DataLinks;

use super::scene::Scene;
use crate::data::Facts;
use crate::format::{Arg, MessageError};
use crate::model::Language;
use crate::url::{Address, DataFile, Subject, Urls};

/// "Data kinerja Pemerintah Kabupaten Contoh", with a word where they are invented.
fn title(scene: &Scene<'_>) -> String {
    let words = &scene.words;
    let government = words.plain(&scene.register.site.government);
    let title = words.say("data_title", &[("government", Arg::from(government))]);
    if scene.register.site.sample_data {
        words.say("data_sample", &[("title", Arg::from(&title))])
    } else {
        title
    }
}

/// What the files tell of.
pub(super) fn facts<'a>(scene: &Scene<'a>) -> Facts<'a> {
    Facts {
        register: scene.register,
        score: scene.score,
        record: scene.record,
    }
}

/// The absolute address of a file.
fn address(urls: &Urls<'_>, file: &DataFile) -> String {
    urls.absolute_file(&file.file())
}

/// The absolute address of the page that explains the files.
fn data_page(scene: &Scene<'_>) -> String {
    let address = Address::new(Language::Indonesian, Subject::Data);
    scene.urls.absolute(&address)
}

/// `made`, unless a message was missing.
fn sound<T>(scene: Scene<'_>, made: T) -> Result<T, Vec<MessageError>> {
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(made)
    } else {
        Err(faults)
    }
}
