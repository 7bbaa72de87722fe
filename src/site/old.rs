//! What stands at old addresses: where each leads, or that its page was withdrawn.

use super::ledger::Ledger;
use super::subjects::Standing;
use crate::model::{Became, Date, Language, OldAddress, Register, SitePath};
use crate::render::Redirect;
use crate::url::{self, Address, Subject, Urls, embeds_of_official};
use crate::view::{OldPage, OldPages};
use std::cmp::Reverse;

/// The pages at the declared addresses, and below them at each that `ledger` knows.
pub(super) fn old_pages(register: &Register, today: Date, ledger: &Ledger) -> OldPages {
    if register.site.old_addresses.is_empty() {
        return OldPages::new();
    }
    let (entries, standing) = (Entries::of(register), Standing::of(register, today));
    let known = ledger.addresses(register.languages());
    let declared = entries.declared(register).map(|(_, address)| address);
    let all = declared
        .chain(known)
        .chain(entries.embeds_that_moved(register, &standing));
    all.filter(|address| standing.first_below(&address.folder()).is_none())
        .filter_map(|address| {
            let (old, rest) = entries.covering(&address)?;
            let page = became(old, &rest, address.language, &standing);
            let leads_on = leads_on(&page, &standing);
            leads_on.then_some((as_old(&address)?, page))
        })
        .collect()
}

/// What was said of old addresses, and what follows from it.
pub(super) struct Entries {
    declared: Vec<OldAddress>,
    /// Of embeds: other sites show them in frames, and who says that an official's page moved or was
    /// withdrawn thinks of no frame.
    of_embeds: Vec<OldAddress>,
}

impl Entries {
    pub fn of(register: &Register) -> Self {
        let declared = register.site.old_addresses.clone();
        let is_said = |from: &SitePath| declared.iter().any(|old| old.from == *from);
        let follows = declared.iter().filter_map(of_embeds);
        let of_embeds = follows.filter(|old| !is_said(&old.from));
        let of_embeds = match register.has_embeds() {
            true => of_embeds.collect(),
            false => Vec::new(),
        };
        Self {
            declared,
            of_embeds,
        }
    }

    fn all(&self) -> impl Iterator<Item = &OldAddress> {
        self.declared.iter().chain(&self.of_embeds)
    }

    /// Every address that is spoken of in each language it holds for, by its entry.
    fn declared(&self, register: &Register) -> impl Iterator<Item = (&OldAddress, Address)> {
        in_each_language(self.all(), register)
    }

    /// The nearest entry that `address` lies below, and what of it does.
    pub fn covering(&self, address: &Address) -> Option<(&OldAddress, String)> {
        self.all()
            .filter_map(|old| Some((old, address.rest_below(&old.from)?)))
            .min_by_key(|(_, rest)| rest.len())
    }

    /// Where embeds stood that stand elsewhere now: the ledger knows none, for what was promised
    /// is written within files.
    fn embeds_that_moved(
        &self,
        register: &Register,
        standing: &Standing,
    ) -> impl Iterator<Item = Address> {
        let entries = in_each_language(self.of_embeds.iter(), register);
        entries.flat_map(|(old, address)| {
            let Became::Moved(to) = &old.became else {
                return Vec::new();
            };
            let language = address.language;
            let new = Address::old(to, language).map(|new| new.folder());
            let rests = new.iter().flat_map(|new| standing.folders_below(new));
            let before = |rest: &str| {
                let path = SitePath::new(&format!("{}{rest}", old.from))?;
                Address::old(&path, language)
            };
            rests.filter_map(before).collect()
        })
    }
}

fn in_each_language<'e>(
    entries: impl Iterator<Item = &'e OldAddress>,
    register: &Register,
) -> impl Iterator<Item = (&'e OldAddress, Address)> {
    entries.flat_map(move |old| {
        let languages = register.languages().iter();
        languages.filter_map(move |language| Some((old, Address::old(&old.from, *language)?)))
    })
}

/// The same of the embeds, where `old` is of an official; one that moved to a page of another kind has
/// none.
fn of_embeds(old: &OldAddress) -> Option<OldAddress> {
    let path = |of: &SitePath| SitePath::new(&embeds_of_official(of.as_str())?);
    let became = match &old.became {
        Became::Moved(to) => Became::Moved(path(to)?),
        withdrawn => withdrawn.clone(),
    };
    Some(OldAddress {
        from: path(&old.from)?,
        became,
    })
}

/// Embeds have no page above those of a year, so none leads there.
fn leads_on(page: &OldPage, standing: &Standing) -> bool {
    match page {
        OldPage::Moved(to) => standing.has_page(to),
        OldPage::Withdrawn { .. } => true,
    }
}

fn as_old(address: &Address) -> Option<Address> {
    if let Subject::Old(_) = address.subject {
        return Some(address.clone());
    }
    let indonesian = address.in_language(Language::Indonesian).folder();
    let subject = Subject::Old(SitePath::new(&indonesian)?);
    Some(Address::new(address.language, subject))
}

fn became(old: &OldAddress, rest: &str, language: Language, standing: &Standing) -> OldPage {
    match &old.became {
        Became::Moved(to) => OldPage::Moved(found(to, rest, language, standing)),
        Became::Withdrawn { reason, on } => OldPage::Withdrawn {
            reason: reason.clone(),
            on: *on,
        },
    }
}

/// The page at `rest` below the new address, or the nearest one above it there: in the reader's
/// language, or in the one that it was written in.
fn found(to: &SitePath, rest: &str, language: Language, standing: &Standing) -> String {
    let twin = Address::old(to, language).map(|address| address.folder());
    let homes = twin.into_iter().chain([to.to_string()]);
    let mut candidates = homes.flat_map(|home| {
        let below = upwards(rest).map(move |rest| format!("{home}{rest}"));
        below.collect::<Vec<_>>()
    });
    let found = candidates.find(|folder| standing.has_page(folder));
    found.unwrap_or_else(|| to.to_string())
}

/// `a/b/`, `a/`, and the empty path.
pub(super) fn upwards(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.rmatch_indices('/').map(|(at, _)| at + 1);
    ends.chain([0]).map(move |end| &folder[..end])
}

/// The rules for hosts that read them; the nearest folder first.
pub(super) fn rules(register: &Register, pages: &OldPages) -> Vec<Redirect> {
    let urls = Urls::new(&register.site.base_url);
    let entries = Entries::of(register);
    let mut folders: Vec<(Address, Redirect)> = entries
        .declared(register)
        .filter_map(|(old, address)| {
            let rule = match pages.get(&address) {
                Some(page) => folder_rule(&urls, &address, page),
                None => pages_moved_below(&urls, old, &address, pages)?,
            };
            Some((address, rule))
        })
        .collect();
    let depth = |address: &Address| address.folder().matches('/').count();
    folders.sort_by_key(|(address, _)| (Reverse(depth(address)), address.folder()));
    let single = pages.iter().filter_map(|(address, page)| {
        let (old, rest) = entries.covering(address)?;
        let home = pages.get(&Address::old(&old.from, address.language)?)?;
        page_rule(&urls, address, page, home, &rest)
    });
    let single: Vec<Redirect> = single.collect();
    single
        .into_iter()
        .chain(folders.into_iter().map(|(_, rule)| rule))
        .collect()
}

/// Of a folder that never had a page itself.
fn pages_moved_below(
    urls: &Urls<'_>,
    old: &OldAddress,
    address: &Address,
    pages: &OldPages,
) -> Option<Redirect> {
    let Became::Moved(to) = &old.became else {
        return None;
    };
    let is_below =
        |page: &Address| page.language == address.language && page.rest_below(&old.from).is_some();
    pages.keys().find(|page| is_below(page))?;
    Some(Redirect::Folder {
        from: urls.link(address),
        to: urls.link(&Address::old(to, address.language)?),
    })
}

fn folder_rule(urls: &Urls<'_>, address: &Address, page: &OldPage) -> Redirect {
    let from = urls.link(address);
    match page {
        OldPage::Moved(to) => Redirect::Folder {
            from,
            to: urls.file(to),
        },
        OldPage::Withdrawn { .. } => Redirect::Gone {
            page: url::index_of(&from),
            from,
        },
    }
}

/// A page that is not found at the same place below the new address.
fn page_rule(
    urls: &Urls<'_>,
    address: &Address,
    page: &OldPage,
    home: &OldPage,
    rest: &str,
) -> Option<Redirect> {
    let (OldPage::Moved(to), OldPage::Moved(home)) = (page, home) else {
        return None;
    };
    let differs = *to != format!("{home}{rest}");
    differs.then(|| Redirect::Page {
        from: urls.link(address),
        to: urls.file(to),
    })
}
