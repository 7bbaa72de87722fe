//! `pantau build`: every page that has another origin than in the last build rendered in parallel, written
//! beside the old site, swapped in.

mod begun;
mod publish;
mod work;

pub(super) use begun::{Begun, Standing};

use super::paths::shown;
use super::progress::doing;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, sound_or_told};
use crate::disk::{self, Summary};
use crate::model::{BaseUrl, Date};
use crate::render::Theme;
use crate::site::{Origins, Portion, Site, SourceStates};
use publish::Publishing;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

pub(super) fn build(begun: Begun<'_>, project: Project, words: &CliWords) -> Result<u8, Failure> {
    let root = begun.root();
    refuse_among_sources(root, begun.out())?;
    let base_url = begun.base_url().map(base_url).transpose()?;
    let (unchanged, states) = rayon::join(
        || begun.refuse_changed(),
        || SourceStates::of(project.sources(), project.past()),
    );
    begun.refuse_other_bytes(&unchanged?, &states)?;
    let mut project = project.without_texts();
    let excerpts = project.excerpts().with_disk(root, &states);
    let Some(sound) = sound_or_told(&project, &excerpts, words)? else {
        writeln!(io::stderr(), "{}", words.text("nothing_written"))?;
        return Ok(PROBLEMS);
    };
    let was_silent = sound.problems.is_empty() && project.without_past().is_none();
    let publication = begun.publication()?;
    let readings = begun.write_readings(&mut project, &states, &publication)?;
    // From here on nobody needs what was read.
    let past = project.into_past();
    let (mut register, today) = (sound.register, sound.today);
    if let Some(base_url) = base_url {
        register.site.base_url = base_url;
    }
    let mut begun = begun.with_theme(&register.site.theme);
    let sources = begun.take_sources(&states);
    let theme = theme(root, &register.site.theme)?;
    let was_silent = words.tell_unused(&theme)? && was_silent;
    begun.refuse_changed_theme(&register.site.theme)?;
    let site = doing("computing", words, || {
        Site::new(register, sound.record, today, &theme)
    })?;
    let site = site.remembering(&sound.ledger);
    let publishing = Publishing {
        site: &site,
        past: &past,
        states: &states,
        sources,
        origins: Origins::new(&site, &states, begun.program()),
        begun: &begun,
        words,
    };
    let summary = publishing.publish(publication, readings, was_silent)?;
    tell(&begun, &summary, today, begun.age(), words)?;
    // Of a large site this takes a while, and nobody waits for it: the process may end before.
    let (sources, last) = (publishing.sources, begun.last.take());
    rayon::spawn(move || drop((site, past, states, sources, last)));
    Ok(FINE)
}

/// Tells of a site that stands as it was built: there is nothing to do.
pub(super) fn tell_of(
    standing: &Standing,
    begun: &Begun<'_>,
    words: &CliWords,
) -> Result<u8, Failure> {
    let Standing { summary, today } = standing;
    tell(begun, summary, *today, begun.age(), words)?;
    Ok(FINE)
}

/// Folders that people write, below a site's root: no output belongs there.
const SOURCES: [&str; 4] = ["content", "themes", "cms", "skema"];

fn refuse_among_sources(root: &Path, out: &Path) -> Result<(), Failure> {
    let mut folders = SOURCES.iter().map(|name| root.join(name));
    match folders.find(|folder| disk::lies_within(out, folder)) {
        Some(folder) => Err(Failure::OutAmongSources(folder)),
        None => Ok(()),
    }
}

/// The theme of a site: its own files over the embedded ones.
pub(super) fn theme(root: &Path, name: &str) -> Result<Theme, Failure> {
    Ok(Theme::with_overrides(name, disk::read_theme(root, name)?)?)
}

fn base_url(text: &str) -> Result<BaseUrl, Failure> {
    BaseUrl::parse(text).ok_or_else(|| Failure::BaseUrl(text.to_owned()))
}

fn tell(
    begun: &Begun<'_>,
    summary: &Summary,
    today: Date,
    elapsed: Duration,
    words: &CliWords,
) -> io::Result<()> {
    if !io::stdout().is_terminal() || words.is_quiet() {
        return Ok(());
    }
    let told = told(begun, summary, today, elapsed, words);
    writeln!(io::stdout(), "{told}")
}

fn told(
    begun: &Begun<'_>,
    summary: &Summary,
    today: Date,
    elapsed: Duration,
    words: &CliWords,
) -> String {
    let built = match begun.portion() {
        Portion::Whole => "built",
        Portion::Only(_) | Portion::Shard(_) => "built_part",
    };
    let out = shown(begun.out()).display().to_string();
    let pages = (summary.written + summary.kept).to_string();
    let (written, kept) = (summary.written.to_string(), summary.kept.to_string());
    let removed = summary.removed.to_string();
    let megabytes = format!("{:.1}", summary.bytes as f64 / 1e6);
    let seconds = format!("{:.2}", elapsed.as_secs_f64());
    let date = today.to_string();
    words.say(
        built,
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
