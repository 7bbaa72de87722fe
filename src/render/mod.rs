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
pub use theme::{DEFAULT_NAME, Theme, ThemeError, Unused, shipped_files, shipped_themes};

use crate::model::Language;
use crate::view::{AdminView, ContractRow, Frame, OembedView, Tag, Tongue, View};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::error::Error;
use std::sync::{Mutex, PoisonError};
use std::{fmt, mem};
use tera::{Context, ErrorKind, Tera, Value};

/// A template that can't be read or filled.
#[derive(Debug)]
pub struct TemplateError {
    error: tera::Error,
    /// Where the site's own templates are, below its root; empty where there are none.
    folder: String,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It extends its own name, and not the one that it replaces.
    ExtendsItself { template: String },
    /// It extends or includes one that is not there.
    NoTemplate { template: String },
    /// In the words of the engine.
    Other { reason: String },
}

impl TemplateError {
    /// Where it is, with its line: below the site's root where it is the site's own, else by its name among the shipped
    /// ones. `None` where the engine does not say.
    pub fn place(&self) -> Option<String> {
        let (template, line) = match self.error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.filename(),
                Some(report.span().start_line.to_string()),
            ),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (tpl.as_str(), None)
            }
            ErrorKind::MissingParent { current, .. } => (current.as_str(), None),
            ErrorKind::Msg(text) => {
                let (_, template, line) = report(text)?;
                (template, Some(line.to_owned()))
            }
            _ => return None,
        };
        let is_shipped = shipped_themes().any(|theme| {
            let rest = template.strip_prefix(theme);
            rest.is_some_and(|rest| rest.starts_with('/'))
        });
        let template = match is_shipped {
            true => template.to_owned(),
            false => format!("{}{template}", self.folder),
        };
        Some(match line {
            Some(line) => format!("{template}:{line}"),
            None => template,
        })
    }

    /// What is wrong.
    pub fn fault(&self) -> Fault {
        match self.error.kind() {
            ErrorKind::CircularExtend { tpl, .. } => Fault::ExtendsItself {
                template: tpl.clone(),
            },
            ErrorKind::MissingParent { parent, .. } => Fault::NoTemplate {
                template: parent.clone(),
            },
            ErrorKind::TemplateNotFound(name) => Fault::NoTemplate {
                template: name.clone(),
            },
            _ => Fault::Other {
                reason: self.to_string(),
            },
        }
    }
}

/// The reason, the template and its line in what the engine says of templates that do not fit together: it has drawn
/// its picture already.
fn report(text: &str) -> Option<(&str, &str, &str)> {
    let (reason, rest) = text.strip_prefix("error: ")?.split_once('\n')?;
    let (place, _) = rest.trim_start().strip_prefix("--> ")?.split_once('\n')?;
    let mut parts = place.rsplitn(3, ':');
    let (_, line, template) = (parts.next()?, parts.next()?, parts.next()?);
    Some((reason, template, line))
}

impl fmt::Display for TemplateError {
    /// In the words of the engine, without its picture of the line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                f.write_str(report.message().trim_end_matches('.'))?;
            }
            ErrorKind::Msg(text) => {
                f.write_str(report(text).map_or(text, |(reason, ..)| reason))?
            }
            other => write!(f, "{other}")?,
        }
        let mut source = self.error.source();
        while let Some(cause) = source {
            write!(f, "; {cause}")?;
            source = cause.source();
        }
        Ok(())
    }
}

impl Error for TemplateError {}

impl From<tera::Error> for TemplateError {
    fn from(error: tera::Error) -> Self {
        Self {
            error,
            folder: String::new(),
        }
    }
}

/// The theme's templates, compiled, with the words of one language as `t`.
pub struct Renderer {
    tera: Tera,
    /// Where the site's own templates are, below its root.
    folder: String,
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
        let folder = theme.place("templates/");
        let mut tera = Tera::new();
        let added = tera
            .set_fallback_prefixes(theme.fallbacks())
            .and_then(|()| tera.add_raw_templates(theme.templates()));
        added.map_err(|error| TemplateError {
            error,
            folder: folder.clone(),
        })?;
        tera.global_context()
            .insert("t", tongue.messages.static_texts());
        Ok(Self { tera, folder })
    }

    fn filled(&self, template: &str, context: &Context) -> Result<String, TemplateError> {
        let filled = self.tera.render(template, context);
        filled.map_err(|error| TemplateError {
            error,
            folder: self.folder.clone(),
        })
    }

    /// The page as HTML. Its view is let go before the page is filled in, and each row of a long list as soon as the
    /// template's value of it is made: such a view takes more than the page.
    ///
    /// # Errors
    /// A template that asks for what the view does not have.
    pub fn page(&self, mut view: View) -> Result<String, TemplateError> {
        let template = view.template();
        let long_list = view.take_long_list();
        let mut context = Context::from_serialize(&view)?;
        drop(view);
        if let Some((name, rows)) = long_list {
            let known = KnownTags::default();
            let rows = rows.into_par_iter().map(|row| row_value(row, &known));
            let rows: Vec<Value> = rows.collect::<Result<_, _>>()?;
            context.insert_value(name, Value::from(rows));
        }
        self.filled(template, &context)
    }

    /// The page, and the same content in another frame.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn page_twice(&self, view: &View, frame: &Frame) -> Result<[String; 2], TemplateError> {
        let mut context = Context::from_serialize(view)?;
        let first = self.filled(view.template(), &context)?;
        context.insert("frame", frame);
        let second = self.filled(view.template(), &context)?;
        Ok([first, second])
    }

    /// A page of the web form for staff.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn admin(&self, view: &AdminView) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view)?;
        self.filled("admin.html", &context)
    }

    /// `sitemap.xml` (sitemaps.org, version 0.9) over these pages.
    ///
    /// # Errors
    /// A template that asks for what it is not given.
    pub fn sitemap(&self, pages: &[SitemapEntry]) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert("pages", pages);
        self.filled("sitemap.xml", &context)
    }
}

/// What the templates have of tags, by what these say.
type KnownTags = Mutex<FxHashMap<Vec<Tag>, Value>>;

/// What the templates have of a row. Its tags are those of many others, and stand in memory once.
fn row_value(mut row: ContractRow, known: &KnownTags) -> Result<Value, tera::Error> {
    let tags = mem::take(&mut row.tags);
    let row = Value::try_from_serializable(&row)?.into_map();
    let mut row = row.expect("a row has fields");
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    let tags = match known.get(&tags) {
        Some(value) => value.clone(),
        None => {
            let value = Value::try_from_serializable(&tags)?;
            known.insert(tags, value.clone());
            value
        }
    };
    drop(known);
    row.insert("tags".into(), tags);
    Ok(row.into())
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
