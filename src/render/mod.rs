//! From a view to bytes: HTML through the theme's templates, and the plain files for machines.
//!
//! It must never look behind a view, read a file or know which pages exist.

mod calendar;
mod feed;
mod headers;
mod hosts;
mod json_feed;
mod markup;
mod redirects;
mod security;
mod table;
mod theme;

pub use calendar::calendar;
pub use feed::feed;
pub use headers::{FormRules, HostPolicies, headers};
pub use hosts::{Host, recipe};
pub use json_feed::json_feed;
pub use redirects::{Redirect, redirects};
pub use security::security_text;
pub use table::{
    DocumentHead, LicenceMark, Rows, Source, csv, document, document_head, document_tables,
    json_lines, parquet, workbook,
};
pub use theme::{DEFAULT_NAME, Theme, ThemeError, shipped_files, shipped_themes};

use crate::model::Language;
use crate::view::{AdminView, Frame, OembedView, Tongue, View};
use serde::Serialize;
use std::error::Error;
use std::fmt;
use tera::{Context, Tera};

/// A template that can't be read or filled.
#[derive(Debug)]
pub struct TemplateError(tera::Error);

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(cause) = source {
            write!(f, "\n{cause}")?;
            source = cause.source();
        }
        Ok(())
    }
}

impl Error for TemplateError {}

impl From<tera::Error> for TemplateError {
    fn from(error: tera::Error) -> Self {
        Self(error)
    }
}

/// The theme's templates, compiled, with the words of one language as `t`.
pub struct Renderer {
    tera: Tera,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").finish_non_exhaustive()
    }
}

impl Renderer {
    /// # Errors
    /// A template that does not parse.
    pub fn new(theme: &Theme, tongue: &Tongue) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.set_fallback_prefixes(theme.fallbacks())?;
        tera.add_raw_templates(theme.templates())?;
        tera.global_context()
            .insert("t", tongue.messages.static_texts());
        Ok(Self { tera })
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// A template that asks for what the view does not have.
    pub fn page(&self, view: &View) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view)?;
        Ok(self.tera.render(view.template(), &context)?)
    }

    /// The page, and the same content in another frame.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn page_twice(&self, view: &View, frame: &Frame) -> Result<[String; 2], TemplateError> {
        let mut context = Context::from_serialize(view)?;
        let first = self.tera.render(view.template(), &context)?;
        context.insert("frame", frame);
        let second = self.tera.render(view.template(), &context)?;
        Ok([first, second])
    }

    /// A page of the web form for staff.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn admin(&self, view: &AdminView) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view)?;
        Ok(self.tera.render("admin.html", &context)?)
    }

    /// `sitemap.xml` (sitemaps.org, version 0.9) over these pages.
    ///
    /// # Errors
    /// A template that asks for what it is not given.
    pub fn sitemap(&self, pages: &[SitemapEntry]) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert("pages", pages);
        Ok(self.tera.render("sitemap.xml", &context)?)
    }
}

/// A page and its versions in other languages, by absolute address.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapEntry {
    pub url: String,
    pub alternates: Vec<SitemapAlternate>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SitemapAlternate {
    pub language: &'static str,
    pub url: String,
}

/// What machines read of an embed (oEmbed 1.0), as JSON.
pub fn oembed(view: &OembedView) -> String {
    let json = serde_json::to_string_pretty(view);
    format!("{}\n", json.expect("texts and numbers always serialise"))
}

/// `robots.txt` (RFC 9309): everything may be read; the sitemap is here.
pub fn robots(sitemap_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap_url}\n")
}

/// A description as JSON, with line breaks for people.
///
/// # Errors
/// Those of `to`.
pub fn json(value: &serde_json::Value, mut to: impl std::io::Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut to, value)?;
    to.write_all(b"\n")
}

/// The words of a language from the theme's locale files.
///
/// # Errors
/// Everything that is wrong with the files.
pub fn tongue(
    theme: &Theme,
    language: Language,
) -> Result<Tongue, Vec<crate::format::MessageError>> {
    let locales = theme.locales(language);
    let refused = locales
        .iter()
        .flat_map(|(name, text)| markup::refused(name, text));
    let refused: Vec<_> = refused.collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let sources: Vec<crate::format::MessageSource<'_>> = locales
        .iter()
        .map(|(name, text)| crate::format::MessageSource { name, text })
        .collect();
    Ok(Tongue {
        language,
        formats: crate::format::Formats::new(language),
        messages: crate::format::Messages::new(language, &sources)?,
    })
}
