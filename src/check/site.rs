//! `situs.yml` and plain pages.

use super::address;
use super::notes::{Notes, value, values};
use super::wording::wording;
use crate::model::{
    Admin, BaseUrl, Language, Markdown, PlainPage, PublicKey, Security, SigningKey, Site,
};
use crate::parse::Raw;
use crate::parse::site::RawSite;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// The only version of the format there is.
const FORMAT: u32 = 1;

/// The site's own settings.
pub fn site(raw: &Raw, problems: &mut Vec<Problem>) -> Option<Site> {
    let Some(parsed) = &raw.site else {
        problems.push(Problem::error(code::NO_SITE, "situs.yml", TextSpan::START));
        return None;
    };
    let mut notes = Notes::new(&parsed.file, problems);
    let site = parsed.record.as_ref()?;
    if site.format.value != FORMAT {
        notes.error(
            code::FORMAT,
            site.format.span,
            &[("found", &site.format.value)],
        );
    }
    let english = site.english.as_ref().map(|en| &en.value);
    let title = english.and_then(|en| en.title.as_ref());
    let government = english.and_then(|en| en.government.as_ref());
    Some(Site {
        title: wording(&site.title, title),
        government: wording(&site.government, government),
        base_url: site.base_url.value.clone(),
        time_zone: site.time_zone.value,
        licence: site.licence.value.clone(),
        complaints_url: value(&site.complaints_url).map(|url| url.0),
        contact: site.contact.value.clone(),
        repository: value(&site.repository).map(|url| url.0),
        commit_pattern: value(&site.commit_pattern).map(|pattern| pattern.0),
        recorded_since: value(&site.recorded_since),
        signing_keys: signing_keys(site, &mut notes),
        sample_data: value(&site.sample_data).unwrap_or(false),
        offline: value(&site.offline).unwrap_or(false),
        social_cards: value(&site.social_cards),
        embeds: value(&site.embeds),
        admin: admin(site, &mut notes),
        security: security(site),
        languages: languages(site, &mut notes),
        old_addresses: address::old_addresses(site, &mut notes),
        theme: value(&site.theme).map_or_else(|| "default".into(), |theme| theme.to_string()),
    })
}

/// That the address is still one of examples (RFC 2606), of a site with contracts that are not made up.
pub fn example_address(raw: &Raw) -> Option<Problem> {
    let parsed = raw.site.as_ref()?;
    let site = parsed.record.as_ref()?;
    let is_sample = value(&site.sample_data).unwrap_or(false);
    let address = &site.base_url.value;
    let host = address.origin();
    if is_sample || raw.contracts.is_empty() || !host.ends_with(".example") {
        return None;
    }
    let problem = Problem::warning(code::EXAMPLE_ADDRESS, &parsed.file, site.base_url.span);
    Some(problem.with("text", format!("{host}{}", address.path())))
}

/// The keys that look like public keys; of each other one it is told.
pub fn signing_keys(site: &RawSite, notes: &mut Notes) -> Vec<SigningKey> {
    let keys = site.signing_keys.iter().filter_map(|given| {
        let raw = &given.value;
        let key = PublicKey::parse(&raw.key.value);
        if key.is_none() {
            notes.error(
                code::NO_PUBLIC_KEY,
                raw.key.span,
                &[("name", &raw.name.value)],
            );
        }
        let name = raw.name.value.clone();
        key.map(|key| SigningKey { name, key })
    });
    keys.collect()
}

/// Where the web form saves; nothing where the repository has no sound name.
fn admin(site: &RawSite, notes: &mut Notes) -> Option<Admin> {
    let raw = &site.admin.as_ref()?.value;
    let repository = &raw.repository;
    if !Admin::is_repository(&repository.value) {
        let given: &dyn std::fmt::Display = &repository.value;
        notes.error(
            code::NO_REPOSITORY_NAME,
            repository.span,
            &[("name", given)],
        );
        return None;
    }
    let usual = BaseUrl::parse(raw.provider.value.usual_server())?;
    Some(Admin {
        provider: raw.provider.value,
        repository: repository.value.clone(),
        branch: value(&raw.branch).unwrap_or_else(|| "main".into()),
        server: value(&raw.server).unwrap_or(usual),
        sign_in: value(&raw.sign_in),
        app: value(&raw.app),
        drafts: value(&raw.drafts),
    })
}

/// What `security.txt` says; whether it still holds is asked of a day.
fn security(site: &RawSite) -> Option<Security> {
    let raw = &site.security.as_ref()?.value;
    Some(Security {
        contact: value(&raw.contact).map(|url| url.0),
        expires: raw.expires.value,
        policy: value(&raw.policy).map(|url| url.0),
        encryption: value(&raw.encryption).map(|url| url.0),
    })
}

/// Indonesian first, each once.
fn languages(site: &RawSite, notes: &mut Notes) -> Vec<Language> {
    let given = values(&site.languages);
    if let Some(first) = site.languages.first()
        && !given.contains(&Language::Indonesian)
    {
        notes.error(code::LANGUAGES, first.span, &[]);
    }
    let spoken = |language: &Language| given.is_empty() || given.contains(language);
    Language::ALL.into_iter().filter(spoken).collect()
}

/// Plain pages, each with its Indonesian version, in a language that the site speaks.
pub fn pages(
    raw: &Raw,
    site: Option<&Site>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, BTreeMap<Language, PlainPage>> {
    let mut pages: BTreeMap<String, BTreeMap<_, _>> = BTreeMap::new();
    for ((slug, language), parsed) in &raw.pages {
        if !raw
            .pages
            .contains_key(&(slug.clone(), Language::Indonesian))
        {
            let problem = Problem::error(code::NO_INDONESIAN_PAGE, &parsed.file, TextSpan::START);
            problems.push(problem.with("name", slug.as_str()));
        }
        if PlainPage::RESERVED.contains(&slug.as_str()) {
            let problem = Problem::error(code::PAGE_NAME_TAKEN, &parsed.file, TextSpan::START);
            problems.push(problem.with("name", slug.as_str()));
        }
        let spoken = site.is_none_or(|site| site.languages.contains(language));
        if !spoken && *language != Language::Indonesian {
            let code = code::PAGE_NOT_PUBLISHED;
            problems.push(Problem::warning(code, &parsed.file, TextSpan::START));
        }
        if let Some(page) = &parsed.record {
            let page = PlainPage {
                title: page.front_matter.title.value.clone(),
                order: value(&page.front_matter.order).unwrap_or(100),
                body: Markdown(page.body.clone()),
            };
            pages
                .entry(slug.to_string())
                .or_default()
                .insert(*language, page);
        }
    }
    pages
}
