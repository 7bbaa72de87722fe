//! A part of what was read: some files as if the others were not there.

use super::Raw;
use super::place::Place;
use std::collections::{BTreeMap, BTreeSet};

impl Raw {
    /// What was read of the files at `paths`; names of media files stay all, since any text may link
    /// to any of them.
    #[must_use]
    pub fn only(&self, paths: &BTreeSet<String>) -> Self {
        let mut part = Self {
            media: self.media.clone(),
            office_address: self.office_address.clone(),
            ..Self::default()
        };
        for path in paths {
            part.take(self, path);
        }
        part
    }

    fn take(&mut self, whole: &Self, path: &str) {
        copy(&whole.strays, &mut self.strays, &path.to_owned());
        copy(&whole.caught, &mut self.caught, &path.to_owned());
        match Place::of(path) {
            Some(Ok(Place::Site)) => self.site.clone_from(&whole.site),
            Some(Ok(Place::Regime(id))) => copy(&whole.regimes, &mut self.regimes, &id),
            Some(Ok(Place::Opd(id))) => copy(&whole.opds, &mut self.opds, &id),
            Some(Ok(Place::Post(id))) => copy(&whole.posts, &mut self.posts, &id),
            Some(Ok(Place::Person(id))) => copy(&whole.people, &mut self.people, &id),
            Some(Ok(Place::Contract(id))) => copy(&whole.contracts, &mut self.contracts, &id),
            Some(Ok(Place::Report(id, quarter))) => {
                copy(&whole.reports, &mut self.reports, &(id, quarter));
            }
            Some(Ok(Place::Evaluations(id))) => {
                copy(&whole.evaluations, &mut self.evaluations, &id);
            }
            Some(Ok(Place::Page(slug, language))) => {
                copy(&whole.pages, &mut self.pages, &(slug, language));
            }
            Some(Ok(Place::Archive(quarter))) => {
                copy(&whole.archives, &mut self.archives, &quarter);
            }
            Some(Err(_)) | None => {}
        }
    }
}

fn copy<K: Ord + Clone, V: Clone>(from: &BTreeMap<K, V>, to: &mut BTreeMap<K, V>, key: &K) {
    if let Some(value) = from.get(key) {
        to.insert(key.clone(), value.clone());
    }
}

#[cfg(test)]
mod tests {
    use crate::disk;
    use crate::parse::{Raw, parse};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn a_part_is_what_is_read_of_its_files_alone() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
        let mut sources = disk::read(&root).unwrap();
        let whole = parse(&sources);
        let files = |raw: &Raw| raw.files().map(str::to_owned).collect::<BTreeSet<_>>();
        let all = files(&whole);
        assert_eq!(whole.only(&all), whole);
        let is_kept = |path: &String| path.contains("bupati") || path.starts_with("aturan");
        let kept = all.iter().filter(|path| is_kept(path)).cloned();
        let part = whole.only(&kept.collect());
        sources.files.retain(|path, _| is_kept(path));
        let alone = parse(&sources);
        assert_eq!(part.contracts, alone.contracts);
        assert_eq!(part.reports, alone.reports);
        assert_eq!(files(&part), files(&alone));
        assert!(part.site.is_none() && files(&part).len() < all.len());
    }
}
