//! `pantau build`: every page rendered in parallel, written beside the old site, swapped in.

use super::arguments::Build;
use super::paths::shown;
use super::progress::{Progress, doing};
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, sound_or_problems};
use crate::disk::{self, Publication, Summary};
use crate::model::{BaseUrl, Date};
use crate::render::Theme;
use crate::site::{MANIFEST, Manifest, Provenance, Site};
use crate::source::{Fingerprint, Past};
use crate::url::{CMS_FOLDER, CMS_START};
use rayon::prelude::*;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

pub(super) fn build(options: &Build, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let root = &options.place.root;
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let base_url = options.base_url.as_deref().map(base_url).transpose()?;
    let Some(sound) = sound_or_problems(project, words)? else {
        writeln!(io::stderr(), "{}", words.text("nothing_written"))?;
        return Ok(PROBLEMS);
    };
    let (mut register, today) = (sound.register, sound.today);
    if let Some(base_url) = base_url {
        register.site.base_url = base_url;
    }
    let theme = theme(root, &register.site.theme)?;
    let site = doing("computing", words, || {
        Site::new(register, sound.record, today, &theme)
    })?;
    let site = site.remembering(&sound.ledger);
    let summary = publish(&site, project.past(), root, &out, words)?;
    if io::stdout().is_terminal() && !words.is_quiet() {
        let told = told(&summary, &out, today, project.age(), words);
        writeln!(io::stdout(), "{told}")?;
    }
    Ok(FINE)
}

/// The theme of a site: its own files over the embedded ones.
pub(super) fn theme(root: &Path, name: &str) -> Result<Theme, Failure> {
    Ok(Theme::with_overrides(name, disk::read_theme(root, name)?)?)
}

fn base_url(text: &str) -> Result<BaseUrl, Failure> {
    BaseUrl::parse(text).ok_or_else(|| Failure::BaseUrl(text.to_owned()))
}

fn publish(
    site: &Site,
    past: &Past,
    root: &Path,
    out: &Path,
    words: &CliWords,
) -> Result<Summary, Failure> {
    let batches = site.batches();
    let pages = batches.iter().map(Vec::len).sum::<usize>();
    let bar = Progress::new("rendering", pages, words);
    let publication = Publication::begin(out)?;
    let before = publication.earlier(MANIFEST);
    let before = before.and_then(|bytes| Manifest::parse(&bytes).ok());
    let earlier = |path: &str| {
        let listed = before.as_ref()?.files.get(path)?;
        let bytes = publication.earlier(path)?;
        (Fingerprint::of(&bytes) == *listed).then_some(bytes)
    };
    batches
        .par_iter()
        .try_for_each(|batch| -> Result<(), Failure> {
            if let [page] = &batch[..]
                && page.is_large()
            {
                publication.write_with(&page.file(), |to| -> Result<(), Failure> {
                    Ok(site.write(page, to)?)
                })?;
                bar.step();
                return Ok(());
            }
            for (file, bytes) in site.render_batch_after(batch, &earlier)? {
                publication.write(&file, &bytes)?;
                bar.step();
            }
            Ok(())
        })?;
    for path in &site.register().media {
        publication.copy(path, &disk::content_path(root, path))?;
    }
    if site.register().site.admin.is_some() {
        let program = disk::cms_files(root)?;
        if !program.contains_key(CMS_START) {
            writeln!(io::stderr(), "{}", words.text("no_form_program"))?;
        }
        for (path, place) in &program {
            publication.copy(&format!("{CMS_FOLDER}{path}"), place)?;
        }
    }
    let manifest = site.manifest(Provenance::from(past), publication.fingerprints());
    publication.write(MANIFEST, &manifest.to_bytes())?;
    let summary = publication.finish()?;
    bar.finish();
    Ok(summary)
}

fn told(summary: &Summary, out: &Path, today: Date, elapsed: Duration, words: &CliWords) -> String {
    let out = shown(out).display().to_string();
    let pages = (summary.written + summary.kept).to_string();
    let (written, kept) = (summary.written.to_string(), summary.kept.to_string());
    let removed = summary.removed.to_string();
    let megabytes = format!("{:.1}", summary.bytes as f64 / 1e6);
    let seconds = format!("{:.2}", elapsed.as_secs_f64());
    let date = today.to_string();
    words.say(
        "built",
        &[
            ("pages", &pages),
            ("out", &out),
            ("written", &written),
            ("kept", &kept),
            ("removed", &removed),
            ("megabytes", &megabytes),
            ("seconds", &seconds),
            ("date", &date),
        ],
    )
}
