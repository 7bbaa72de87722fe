//! The stages of each file over time: a contract stays the same one whatever its file is called.

use super::Chronicle;
use super::identity::Identities;
use crate::model::ContractId;
use crate::parse::contract::RawContract;
use crate::parse::place::{Place, contract_file};
use crate::parse::reader::Read;
use crate::parse::{is_unfilled_report, read_record};
use crate::source::{Content, Version};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a file held from one commit on.
#[derive(Clone, Debug)]
pub(super) struct Stage<'a, T: Clone> {
    /// Its place among the commits; the work tree comes after them.
    pub order: usize,
    pub held: Held<'a, T>,
}

#[derive(Clone, Debug)]
pub(super) enum Held<'a, T: Clone> {
    Record(Cow<'a, T>),
    /// It could not be read, so nothing is known of it.
    Unreadable,
    Gone,
}

impl<'a, T: Clone> Held<'a, T> {
    pub fn record(&self) -> Option<&T> {
        match self {
            Self::Record(record) => Some(record),
            Self::Unreadable | Self::Gone => None,
        }
    }

    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable)
    }

    /// What stands in the sources.
    fn now(record: Option<&'a T>) -> Self {
        record.map_or(Self::Unreadable, |record| {
            Self::Record(Cow::Borrowed(record))
        })
    }

    /// What stood there once.
    fn then(record: Option<T>) -> Self {
        record.map_or(Self::Unreadable, |record| Self::Record(Cow::Owned(record)))
    }

    /// Results of which none is filled in any more say what a file says that is gone.
    fn or_unfilled(self, path: &str, bytes: &[u8]) -> Self {
        if self.is_unreadable() && is_unfilled_report(path, bytes) {
            return Self::Gone;
        }
        self
    }
}

/// One contract through all its files.
#[derive(Debug)]
pub(super) struct ContractLine<'a> {
    /// The id of each stage.
    pub ids: Vec<ContractId>,
    pub stages: Vec<Stage<'a, RawContract>>,
}

impl ContractLine<'_> {
    /// The id it has now, or had last.
    pub fn id(&self) -> &ContractId {
        self.ids.last().expect("a line has a stage")
    }

    pub fn is_gone(&self) -> bool {
        let last = self.stages.last();
        last.is_some_and(|stage| matches!(stage.held, Held::Gone))
    }

    fn last_record(&self) -> Option<&RawContract> {
        let mut stages = self.stages.iter().rev();
        stages.find_map(|stage| stage.held.record())
    }

    /// Whether `other` is the same promise under another name: of the same year and post, for
    /// days that this one covered, by the same person or signed on the same day.
    fn continues_as(&self, id: &ContractId, other: &RawContract, identities: &Identities) -> bool {
        let Some(last) = self.last_record() else {
            return false;
        };
        let (mine, theirs) = (&last.period.value, &other.period.value);
        let person =
            |contract: &RawContract| identities.person(contract.person.value.as_str()).to_owned();
        let post =
            |contract: &RawContract| identities.post(contract.post.value.as_str()).to_owned();
        let same_hand = person(last) == person(other)
            || (last.signed.value == other.signed.value && mine.start.value == theirs.start.value);
        self.id().year == id.year
            && post(last) == post(other)
            && same_hand
            && mine.start.value <= theirs.end.value
            && theirs.start.value <= mine.end.value
    }
}

/// Every contract that ever stood there, and which one each path is part of.
#[derive(Debug, Default)]
pub(super) struct ContractLines<'a> {
    pub lines: Vec<ContractLine<'a>>,
    of_path: BTreeMap<ContractId, usize>,
    /// The same the other way round: every id that each line has.
    paths: Vec<BTreeSet<ContractId>>,
    /// The lines whose file is gone.
    gone: BTreeSet<usize>,
}

impl ContractLines<'_> {
    pub fn of(&self, id: &ContractId) -> Option<usize> {
        self.of_path.get(id).copied()
    }

    /// Every id that a contract ever had.
    pub fn paths(&self, line: usize) -> &BTreeSet<ContractId> {
        &self.paths[line]
    }
}

/// What happened to one file in one commit.
struct Step<'a> {
    id: ContractId,
    content: StepContent<'a>,
    renamed_from: Option<ContractId>,
}

enum StepContent<'a> {
    Bytes(&'a [u8]),
    Gone,
}

pub(super) fn contract_lines<'a>(chronicle: &Chronicle<'a>) -> ContractLines<'a> {
    let mut steps: BTreeMap<usize, Vec<Step<'a>>> = BTreeMap::new();
    for (path, versions) in &chronicle.history.files {
        let Some(id) = contract_id(path) else {
            continue;
        };
        for version in versions {
            let step = step(&id, version);
            steps.entry(version.commit).or_default().push(step);
        }
    }
    let in_work_tree = work_tree_steps(chronicle);
    if !in_work_tree.is_empty() {
        steps.insert(chronicle.work_tree(), in_work_tree);
    }
    let mut lines = ContractLines::default();
    for (order, steps) in steps {
        lines.take(order, steps, chronicle);
    }
    lines
}

fn contract_id(path: &str) -> Option<ContractId> {
    match Place::of(path) {
        Some(Ok(Place::Contract(id))) => Some(id),
        _ => None,
    }
}

fn step<'a>(id: &ContractId, version: &'a Version) -> Step<'a> {
    Step {
        id: id.clone(),
        content: match &version.content {
            Content::Text(bytes) => StepContent::Bytes(bytes),
            Content::Media | Content::Gone => StepContent::Gone,
        },
        renamed_from: version.renamed_from.as_deref().and_then(contract_id),
    }
}

/// Contracts that differ from what was committed last.
fn work_tree_steps<'a>(chronicle: &Chronicle<'a>) -> Vec<Step<'a>> {
    let committed = chronicle.history.files.keys();
    let paths: BTreeSet<&String> = committed.chain(chronicle.sources.files.keys()).collect();
    let contracts = paths
        .into_iter()
        .filter_map(|path| Some((path, contract_id(path)?)));
    contracts
        .filter_map(|(path, id)| {
            Some(Step {
                id,
                content: uncommitted(chronicle, path)?,
                renamed_from: None,
            })
        })
        .collect()
}

/// What stands in the work tree at `path`, if that is not what was committed last.
fn uncommitted<'a>(chronicle: &Chronicle<'a>, path: &str) -> Option<StepContent<'a>> {
    let now = chronicle.sources.files.get(path).map(Vec::as_slice);
    let versions = chronicle.history.files.get(path);
    let then = versions.and_then(|versions| versions.last()?.text());
    match (then, now) {
        (then, Some(now)) if then != Some(now) => Some(StepContent::Bytes(now)),
        (Some(_), None) => Some(StepContent::Gone),
        _ => None,
    }
}

impl<'a> ContractLines<'a> {
    /// One commit: what is gone, then what is new, which may be something that is gone under
    /// another name.
    fn take(&mut self, order: usize, steps: Vec<Step<'a>>, chronicle: &Chronicle<'a>) {
        let (gone, held): (Vec<_>, Vec<_>) = steps
            .into_iter()
            .partition(|step| matches!(step.content, StepContent::Gone));
        for step in gone {
            if let Some(line) = self.standing_at(&step.id) {
                self.push(line, &step.id, order, Held::Gone);
            }
        }
        let mut taken = BTreeSet::new();
        for step in held {
            let StepContent::Bytes(bytes) = step.content else {
                continue;
            };
            let held = read(&step.id, bytes, chronicle);
            let line = self.line_of(&step, &held, &taken, &chronicle.identities);
            taken.insert(line);
            self.push(line, &step.id, order, held);
        }
    }

    /// The contract that has this path; else the one that git saw renamed, if it may be that;
    /// else one that is gone and goes on here; else a new one.
    fn line_of(
        &mut self,
        step: &Step<'_>,
        held: &Held<'a, RawContract>,
        taken: &BTreeSet<usize>,
        identities: &Identities,
    ) -> usize {
        let may_be = |line: usize| {
            let record = held.record();
            !taken.contains(&line)
                && self.lines[line].is_gone()
                && record.is_none_or(|record| {
                    self.lines[line].continues_as(&step.id, record, identities)
                })
        };
        let by_rename = step.renamed_from.as_ref().and_then(|from| self.of(from));
        let same_path = self.of(&step.id).filter(|line| self.lines[*line].is_gone());
        let found = self
            .standing_at(&step.id)
            .or(same_path)
            .or_else(|| by_rename.filter(|line| may_be(*line)))
            .or_else(|| {
                held.record()?;
                self.gone.iter().copied().find(|line| may_be(*line))
            });
        found.unwrap_or_else(|| {
            self.lines.push(ContractLine {
                ids: Vec::new(),
                stages: Vec::new(),
            });
            self.paths.push(BTreeSet::new());
            self.lines.len() - 1
        })
    }

    /// The contract whose file is at this path now, not one that went on to another.
    fn standing_at(&self, id: &ContractId) -> Option<usize> {
        self.of(id).filter(|line| self.lines[*line].id() == id)
    }

    fn push(&mut self, line: usize, id: &ContractId, order: usize, held: Held<'a, RawContract>) {
        let before = self.of_path.insert(id.clone(), line);
        if let Some(before) = before.filter(|before| *before != line) {
            self.paths[before].remove(id);
        }
        self.paths[line].insert(id.clone());
        match held {
            Held::Gone => self.gone.insert(line),
            _ => self.gone.remove(&line),
        };
        let line = &mut self.lines[line];
        // A file that was renamed in this very commit is not gone.
        if line.stages.last().is_some_and(|stage| stage.order == order) {
            line.stages.pop();
            line.ids.pop();
        }
        line.stages.push(Stage { order, held });
        line.ids.push(id.clone());
    }
}

fn read<'a>(id: &ContractId, bytes: &[u8], chronicle: &Chronicle<'a>) -> Held<'a, RawContract> {
    let path = contract_file(id);
    if is_now(chronicle, &path, bytes) {
        let now = chronicle.raw.contracts.get(id);
        return Held::now(now.and_then(|parsed| parsed.record.as_ref()));
    }
    Held::then(read_record(&path, bytes))
}

fn is_now(chronicle: &Chronicle<'_>, path: &str, bytes: &[u8]) -> bool {
    chronicle.sources.files.get(path).map(Vec::as_slice) == Some(bytes)
}

/// The stages of one file, or of one that had several paths one after the other; `now` is what
/// stands in the sources at a path.
pub(super) fn stages<'a, T: Read + Clone>(
    chronicle: &Chronicle<'a>,
    paths: &[String],
    now: impl Fn(&str) -> Option<&'a T>,
) -> Vec<Stage<'a, T>> {
    let mut by_order: BTreeMap<usize, Held<'a, T>> = BTreeMap::new();
    for path in paths {
        let versions = chronicle.history.files.get(path);
        for version in versions.into_iter().flatten() {
            let held = match version.text() {
                None => Held::Gone,
                Some(bytes) if is_now(chronicle, path, bytes) => {
                    Held::now(now(path)).or_unfilled(path, bytes)
                }
                Some(bytes) => Held::then(read_record(path, bytes)).or_unfilled(path, bytes),
            };
            keep(&mut by_order, version.commit, held);
        }
        match uncommitted(chronicle, path) {
            None => {}
            Some(StepContent::Gone) => keep(&mut by_order, chronicle.work_tree(), Held::Gone),
            Some(StepContent::Bytes(bytes)) => {
                let held = Held::now(now(path)).or_unfilled(path, bytes);
                keep(&mut by_order, chronicle.work_tree(), held);
            }
        }
    }
    let stages = by_order.into_iter();
    stages.map(|(order, held)| Stage { order, held }).collect()
}

/// Of a file that was renamed, the one that is there counts.
fn keep<'a, T: Clone>(stages: &mut BTreeMap<usize, Held<'a, T>>, order: usize, held: Held<'a, T>) {
    let is_gone = matches!(held, Held::Gone);
    if !(is_gone && stages.contains_key(&order)) {
        stages.insert(order, held);
    }
}
