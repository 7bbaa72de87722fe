//! A theme made ready for a site's languages: its words and templates read once, however many sites
//! are made in it.

use super::SiteError;
use crate::archive::Press;
use crate::model::{Language, Register};
use crate::render::{Renderer, Theme, tongue};
use crate::source::Sha256;
use crate::view::Tongue;

/// One language's words and templates.
#[derive(Debug)]
pub(super) struct Voice {
    pub tongue: Tongue,
    pub renderer: Renderer,
}

/// What a site's pages are rendered by, whatever stands on them.
#[derive(Debug)]
pub struct Dress {
    pub(super) theme: Theme,
    pub(super) sha256: Sha256,
    /// In the order of the site's languages.
    pub(super) voices: Vec<Voice>,
    pub(super) press: Press,
}

impl Dress {
    /// # Errors
    /// A theme whose templates or locale files do not parse.
    pub fn new(theme: Theme, languages: &[Language]) -> Result<Self, SiteError> {
        let voice = |language: &Language| -> Result<Voice, SiteError> {
            let tongue = tongue(&theme, *language)?;
            let renderer = Renderer::new(&theme, &tongue)?;
            Ok(Voice { tongue, renderer })
        };
        let voices: Result<Vec<Voice>, SiteError> = languages.iter().map(voice).collect();
        Ok(Self {
            voices: voices?,
            press: Press::new()?,
            sha256: theme.sha256(),
            theme,
        })
    }

    /// Whether it has been made for exactly the languages of `register`.
    pub fn fits(&self, register: &Register) -> bool {
        let own = self.voices.iter().map(|voice| voice.tongue.language);
        own.eq(register.site.languages.iter().copied())
    }
}
