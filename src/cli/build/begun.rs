//! A build at its beginning: what the last one into the same folder remembers, and whether that still
//! stands.

use super::super::arguments::Build;
use super::super::language::settings;
use super::super::project::{Clock, Project, States};
use super::super::{Failure, Surroundings};
use crate::disk::{self, Claim, DiskError, NewPieces, Pieces, Publication, Published, Summary};
use crate::history::{self, Cache};
use crate::model::Date;
use crate::parse::{Known, Raw};
use crate::site::{Basis, LastBuild, Portion, SeenFile, SeenSource, SourceStates};
use crate::source::{Fingerprint, MOST_ARCHIVE_BYTES, Seen, Sha256};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Where the texts stand below a site's root.
const CONTENT: &str = "content/";

/// Folders of sources below a site's root, the theme's aside.
const FOLDERS: [&str; 2] = ["content", "cms"];

/// A build whose sources were looked at and not yet read.
pub(in super::super) struct Begun<'a> {
    options: &'a Build,
    portion: Portion,
    out: PathBuf,
    clock: Clock,
    started: Instant,
    /// The same moment by the clock, in nanoseconds since 1970.
    moment: i64,
    /// What makes the site: another program is another one. `None` where the system does not say which this
    /// one is; then nothing is remembered.
    program: Option<String>,
    /// What the last build remembers, if it was made by this program and is to be believed.
    pub(super) last: Option<LastBuild<'static>>,
    /// The sources as they were seen before they were read; `None` where one could not be looked at, which
    /// whoever reads it will tell. Then nothing is remembered.
    pub(super) sources: Option<BTreeMap<String, Seen>>,
    /// What earlier builds have kept of what they read; `None` where that is not whole.
    kept: Option<Kept>,
}

/// The sources for the next build to know again. What is known of texts elsewhere is not kept a second time: a large site
/// has very many.
pub(super) struct SeenSources {
    /// [`SeenSource::seen`] of each, in the order of [`SourceStates::sha256s`]; `None` of what was not there when they were
    /// looked at.
    texts: Vec<Option<Option<Seen>>>,
    others: Vec<(String, SeenSource)>,
}

impl SeenSources {
    /// All of them by path below the site's root, the texts in these `states`.
    pub fn by_path(&self, states: &SourceStates) -> BTreeMap<String, SeenSource> {
        let texts = states.sha256s().zip(&self.texts);
        let texts = texts.filter_map(|((path, sha256), seen)| {
            let sha256 = *sha256.as_bytes();
            let seen = SeenSource {
                seen: (*seen)?,
                sha256,
            };
            Some((format!("{CONTENT}{path}"), seen))
        });
        texts.chain(self.others.iter().cloned()).collect()
    }
}

/// Readings of sources, in pieces.
struct Kept {
    pieces: Pieces,
    readings: usize,
}

/// Each piece is read by itself: where there are more, all are made anew.
const MOST_PIECES: usize = 1_000;

/// Whether more may be added to so many readings in so many pieces. Those of files that are other by now stay until there
/// are as many of them as there are `files`.
fn has_room(readings: usize, pieces: usize, files: usize) -> bool {
    readings < 2 * files && pieces < MOST_PIECES
}

/// A published site that a build would make again as it is.
pub(in super::super) struct Standing {
    pub(super) summary: Summary,
    /// The day that it is as of.
    pub(super) today: Date,
}

impl<'a> Begun<'a> {
    pub fn new(options: &'a Build, surroundings: &Surroundings) -> Self {
        let root = &options.place.root;
        let out = options.out.clone().unwrap_or_else(|| root.join("public"));
        let program = (surroundings.program)().and_then(|place| disk::look_at(&place));
        // Not its inode, which another machine gives anew to the same program.
        let program = program.map(|Seen { size, modified, .. }| {
            format!("{} {size} {modified}", env!("CARGO_PKG_VERSION"))
        });
        let (now, started) = ((surroundings.now)(), Instant::now());
        let recalled = || {
            let last = (!options.fresh).then(|| disk::recall(&out)).flatten();
            let last = last.and_then(|bytes| LastBuild::parse(&bytes));
            last.filter(|last| Some(&last.basis.program) == program.as_ref())
        };
        let looked = || disk::look(root, &FOLDERS.map(str::to_owned)).ok();
        let (last, sources) = rayon::join(recalled, looked);
        Self {
            clock: Clock::new(options.place.date, surroundings.now),
            started,
            moment: now.timestamp_nanos_opt().unwrap_or(0),
            portion: options.portion(),
            options,
            last,
            sources,
            out,
            program,
            kept: None,
        }
    }

    /// Reads the site's folder, but for what an earlier build has read as it is.
    pub fn open(&mut self, now: fn() -> DateTime<Utc>) -> Result<Project, Failure> {
        let (place, cache) = (&self.options.place, self.cache());
        let last = self.last.as_ref().filter(|_| self.keeps_readings());
        let pieces = || Pieces::recall(&self.out, self.program());
        let Some((last, pieces)) = last.and_then(|last| Some((last, pieces()?))) else {
            return Project::open_once(place, now, cache, self.settings().as_ref());
        };
        let (mut written, mut are_whole) = (0, false);
        let known = |states: &States<'_>| {
            let known = pieces.each(|piece| Known::of(piece, states));
            are_whole = known.iter().all(Option::is_some);
            let known = Known::of_all(known.into_iter().flatten().collect());
            written = known.written;
            known
        };
        let seen = |path: &str| {
            let path = format!("content/{path}");
            let now = self.sources.as_ref()?.get(&path)?;
            self.sha256(&path, now).map(Sha256::from_bytes)
        };
        let seen: &States<'_> = &seen;
        let seen = (!last.wanted_past).then_some(seen);
        let project = Project::open_after(place, now, cache, known, seen);
        let kept = Kept {
            pieces,
            readings: written,
        };
        self.kept = are_whole.then_some(kept);
        project
    }

    /// Begins to publish.
    pub(super) fn publication(&self) -> Result<Publication, DiskError> {
        match self.portion {
            Portion::Whole => Publication::begin(&self.out),
            Portion::Only(_) | Portion::Shard(_) => Publication::begin_part(&self.out),
        }
    }

    /// One part of many is made once; nobody builds it again where it was made.
    fn keeps_readings(&self) -> bool {
        let is_part_of_many = matches!(self.portion, Portion::Shard(_));
        self.program.is_some() && self.sources.is_some() && !is_part_of_many
    }

    /// Writes down what the next build need not read again, as far as that is not kept yet. Nobody may ask the project for
    /// what was read any more.
    pub(super) fn write_readings(
        &self,
        project: &mut Project,
        states: &SourceStates,
        publication: &Publication,
    ) -> Result<Option<NewPieces>, DiskError> {
        if !self.keeps_readings() {
            return Ok(None);
        }
        let files = states.sha256s().len();
        let has_room = |kept: &&Kept| has_room(kept.readings, kept.pieces.count(), files);
        let kept = self.kept.as_ref().filter(has_room);
        let raw = project.take_raw();
        let known = &project.sources().known;
        let is_kept = |path: &str| kept.is_some() && known.contains_key(path);
        let sha256 = |path: &str| states.sha256(path).copied();
        let readings = raw.into_readings(|path| (!is_kept(path)).then(|| sha256(path)).flatten());
        let kept = kept.map(|kept| &kept.pieces);
        let written = publication.write_pieces(self.program(), kept, readings)?;
        Ok(Some(written))
    }

    pub fn root(&self) -> &'a Path {
        &self.options.place.root
    }

    pub fn out(&self) -> &Path {
        &self.out
    }

    /// How much of the site is to be written.
    pub(super) fn portion(&self) -> &Portion {
        &self.portion
    }

    /// The address that was asked for.
    pub fn base_url(&self) -> Option<&str> {
        self.options.base_url.as_deref()
    }

    /// The site's own file as it is written, for the language that it speaks.
    pub fn settings(&self) -> Option<Raw> {
        settings(self.root())
    }

    /// Time since it began.
    pub fn age(&self) -> Duration {
        self.started.elapsed()
    }

    /// What tells the program apart that makes the site.
    pub fn program(&self) -> &str {
        self.program.as_deref().unwrap_or_default()
    }

    /// Whether what earlier runs have kept may be believed.
    pub fn cache(&self) -> Cache {
        if self.options.fresh {
            Cache::Off
        } else {
            Cache::On
        }
    }

    /// Refuses sources of which one is other than when they were looked at, though all were read meanwhile: what
    /// was read could be half of one state and half of the next. Given are those whose bytes may be the same all
    /// the same, as after a backup by links: [`Self::refuse_other_bytes`] says.
    ///
    /// # Errors
    /// [`DiskError::Changed`], or a refusal of the system.
    pub(super) fn refuse_changed(&self) -> Result<Vec<String>, DiskError> {
        self.refuse_changed_in(&FOLDERS.map(str::to_owned))
    }

    /// As [`Self::refuse_changed`], for the files of the theme `name`.
    pub(super) fn refuse_changed_theme(&self, name: &str) -> Result<(), DiskError> {
        self.refuse_changed_in(&[theme_folder(name)]).map(|_| ())
    }

    fn refuse_changed_in(&self, folders: &[String]) -> Result<Vec<String>, DiskError> {
        let mut touched = Vec::new();
        let Some(before) = &self.sources else {
            return Ok(touched);
        };
        let now = disk::look(self.root(), folders)?;
        let is_among = |path: &str| {
            let below = folders.iter().map(|folder| path.strip_prefix(&**folder));
            below.flatten().any(|rest| rest.starts_with('/'))
        };
        // Both in the order of paths: where they part, one of the two has what the other has not, or has it otherwise.
        let mut before = before.iter().filter(|(path, _)| is_among(path));
        let mut now = now.iter();
        loop {
            match (before.next(), now.next()) {
                (None, None) => return Ok(touched),
                (then, now) if then == now => {}
                (Some((path, then)), Some((same, now)))
                    if path == same && then.is_same_but_for_changed(now) =>
                {
                    touched.push(path.clone());
                }
                (Some((path, _)), None) | (None, Some((path, _))) => {
                    return Err(self.changed(path));
                }
                (Some((then, _)), Some((now, _))) => return Err(self.changed(then.min(now))),
            }
        }
    }

    /// Refuses one of the sources at `paths` if its bytes are other than in `states`. What is copied is looked at again
    /// when it is.
    ///
    /// # Errors
    /// As [`Self::refuse_changed`].
    pub(super) fn refuse_other_bytes(
        &self,
        paths: &[String],
        states: &SourceStates,
    ) -> Result<(), DiskError> {
        let texts = paths.iter().filter_map(|path| {
            let text = path.strip_prefix("content/")?;
            Some((path, states.sha256(text)?))
        });
        for (path, sha256) in texts {
            if disk::fingerprint_of(&self.root().join(path))?.sha256 != *sha256 {
                return Err(self.changed(path));
            }
        }
        Ok(())
    }

    /// Refuses the source at `path` if it is other than when it was looked at.
    pub(super) fn refuse_other(&self, path: &str) -> Result<(), DiskError> {
        let Some(before) = &self.sources else {
            return Ok(());
        };
        let then = before.get(path);
        match disk::look_at_source(&self.root().join(path)) {
            Some(now) if then.is_some_and(|then| then.is_same_but_for_changed(&now)) => Ok(()),
            _ => Err(self.changed(path)),
        }
    }

    fn changed(&self, path: &str) -> DiskError {
        DiskError::Changed {
            path: self.root().join(path),
        }
    }

    /// Also looks at the theme `name`, before it is read.
    pub(super) fn with_theme(mut self, name: &str) -> Self {
        let theme = disk::look(self.root(), &[theme_folder(name)]).ok();
        let both = self.sources.zip(theme);
        self.sources = both.map(|(mut sources, theme)| {
            sources.extend(theme);
            sources
        });
        self
    }

    /// The sources for the next build to know again, those whose bytes were read by their `states`. The others
    /// are read now, before anything of them is used: what changes in between will be another one next time.
    /// One that can't be read is left out, for the same reason.
    ///
    /// How those looked that are copied is kept, each of which is looked at again when it is. Of texts nobody may ask any
    /// more: they would seem new.
    pub(super) fn take_sources(&mut self, states: &SourceStates) -> Option<SeenSources> {
        let mut texts = vec![None; states.sha256s().len()];
        let mut copied = BTreeMap::new();
        for (path, seen) in self.sources.take()? {
            let text = path.strip_prefix(CONTENT);
            match text.and_then(|text| states.place_of(text)) {
                Some(place) => texts[place] = Some(self.settled(seen)),
                None => drop(copied.insert(path, seen)),
            }
        }
        let others = copied.par_iter().filter_map(|(path, seen)| {
            let sha256 = self.sha256(path, seen)?;
            let seen = self.settled(*seen);
            Some((path.clone(), SeenSource { seen, sha256 }))
        });
        let others = others.collect();
        self.sources = Some(copied);
        Some(SeenSources { texts, others })
    }

    /// The SHA-256 of the source at `path`: that of the last build where it looks as it did then, else of its bytes.
    fn sha256(&self, path: &str, seen: &Seen) -> Option<[u8; 32]> {
        if is_gigantic(seen) {
            // Whoever reads it refuses it.
            return None;
        }
        let last = self.last.as_ref();
        let then = last.and_then(|last| last.sources.get(path));
        // A time that anybody can set says too little of a file that may not even be opened.
        let is_sure = seen.changed != 0;
        match then.filter(|then| is_sure && then.seen == Some(*seen)) {
            Some(then) => Some(then.sha256),
            None => {
                let read = disk::fingerprint_of(&self.root().join(path)).ok()?;
                Some(*read.sha256.as_bytes())
            }
        }
    }

    /// What everything hangs on; `None` where the program is not known.
    pub(super) fn basis(&self, date: Date, zone: Tz, theme: &str) -> Option<Basis> {
        Some(Basis {
            program: self.program.clone()?,
            date,
            zone: zone.name().to_owned(),
            base_url: self.base_url().map(str::to_owned),
            theme: theme.to_owned(),
            portion: format!("{:?}", self.portion),
            head: history::head(self.root()).ok()?,
        })
    }

    /// `seen`, unless it was changed so shortly before that another change might not show.
    fn settled(&self, seen: Seen) -> Option<Seen> {
        seen.is_settled(self.moment).then_some(seen)
    }

    /// What the last build made, where everything is as it found it and left it, and nothing had to be
    /// told.
    pub fn standing(&self) -> Option<Standing> {
        let last = self.last.as_ref().filter(|last| last.was_silent)?;
        // Nobody else changes it meanwhile, and leftovers of a killed build go.
        let _claim = Claim::of(&self.out).ok()?;
        let zone: Tz = last.basis.zone.parse().ok()?;
        let today = self.clock.today(zone);
        let stands = self.basis(today, zone, &last.basis.theme)? == last.basis
            && self.has_sources_of(last)
            && self.has_tree_of(last);
        let summary = Summary {
            written: 0,
            kept: last.files.len(),
            removed: 0,
            bytes: last.files.values().map(|file| file.bytes).sum(),
        };
        stands.then_some(Standing { summary, today })
    }

    fn has_sources_of(&self, last: &LastBuild<'_>) -> bool {
        let theme = disk::look(self.root(), &[theme_folder(&last.basis.theme)]);
        let (Some(sources), Ok(theme)) = (&self.sources, theme) else {
            return false;
        };
        let now: Vec<(&String, &Seen)> = sources.iter().chain(&theme).collect();
        now.len() == last.sources.len()
            && now.into_par_iter().all(|(path, seen)| {
                let then = last.sources.get(path);
                then.is_some_and(|then| self.is_as(path, seen, then))
            })
    }

    /// Whether a source is what it was: by what the system says of it, or else by its bytes.
    fn is_as(&self, path: &str, seen: &Seen, then: &SeenSource) -> bool {
        if then.seen == Some(*seen) {
            return true;
        }
        !is_gigantic(seen)
            && disk::fingerprint_of(&self.root().join(path))
                .is_ok_and(|now| now.sha256 == Sha256::from_bytes(then.sha256))
    }

    /// Whether the published tree is as the last build left it: nothing is other, gone or new.
    pub(super) fn has_tree_of(&self, last: &LastBuild<'_>) -> bool {
        let is_there = |path: &str, file: &SeenFile| published(file).is_at(&self.out.join(path));
        self.has_folders_of(last)
            && last
                .files
                .par_iter()
                .all(|(path, file)| is_there(path, file))
    }

    /// A folder that looks other than it did is listed.
    fn has_folders_of(&self, last: &LastBuild<'_>) -> bool {
        let looks_other = |(path, then): &(&String, &Seen)| {
            disk::look_at(&self.out.join(path)).as_ref() != Some(*then)
        };
        let other: Vec<_> = last.folders.par_iter().filter(looks_other).collect();
        if other.is_empty() {
            return true;
        }
        let names = last.names();
        let holds_the_same = |path: &str| {
            let mut now = disk::names_at(&self.out.join(path)).unwrap_or_default();
            let has_mark = path.is_empty() && now.remove(disk::MARK);
            let then = names.get(path);
            (has_mark || !path.is_empty())
                && then.is_some_and(|then| now.iter().map(String::as_str).eq(then.iter().copied()))
        };
        other.into_par_iter().all(|(path, _)| holds_the_same(path))
    }
}

/// Whether a source is larger than any that was ever published, so that it need not be read to be another one.
fn is_gigantic(seen: &Seen) -> bool {
    seen.size > MOST_ARCHIVE_BYTES as u64
}

/// A file of the last build, as `disk` looks for it.
pub(super) fn published(known: &SeenFile) -> Published {
    Published {
        fingerprint: Fingerprint {
            sha256: Sha256::from_bytes(known.sha256),
            bytes: known.bytes,
        },
        seen: known.seen,
    }
}

fn theme_folder(name: &str) -> String {
    format!("themes/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_added_as_long_as_few_are_of_no_use() {
        assert!(has_room(19, 1, 10));
        assert!(!has_room(20, 1, 10));
        assert!(has_room(19, MOST_PIECES - 1, 10));
        assert!(!has_room(19, MOST_PIECES, 10));
    }
}
