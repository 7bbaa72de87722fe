//! What documents say, held to the program and to each other.

use crate::common::documents::{commands, documents, filled};
use crate::common::{repository, tree};
use clap::Parser;
use pantau::cli::{Arguments, command};
use pantau::model::Language;
use pulldown_cmark::{Event, Parser as Markdown, Tag, TagEnd};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

#[test]
fn every_command_in_a_document_is_one_that_pantau_takes() {
    let mut verbs = BTreeSet::new();
    for (path, text) in documents() {
        for command in commands(&text) {
            let command: Vec<String> = command.into_iter().map(filled).collect();
            let told = format!("{path}: {}", command.join(" "));
            if let Err(error) = Arguments::try_parse_from(&command) {
                assert!(!error.use_stderr(), "{told}\n{error}");
            }
            verbs.extend(command.get(1).cloned());
        }
    }
    for verb in ["init", "serve", "check", "build", "freeze"] {
        assert!(verbs.contains(verb), "no document shows pantau {verb}");
    }
}

/// The help of the program and of every verb, by the names of the verb.
fn helps(command: &mut clap::Command, path: &str) -> Vec<(String, String)> {
    let mut helps = vec![(path.to_owned(), command.render_long_help().to_string())];
    for below in command.get_subcommands_mut() {
        let path = format!("{path} {}", below.get_name());
        helps.extend(self::helps(below, &path));
    }
    helps
}

#[test]
fn every_example_of_help_is_one_that_pantau_takes() {
    for (language, heading) in [
        (Language::Indonesian, "Contoh:"),
        (Language::English, "Examples:"),
    ] {
        let mut told = command(language);
        told.build();
        let helps = helps(&mut told, "pantau");
        assert!(helps.len() > 20, "{}", helps.len());
        for (path, help) in helps {
            let examples = help.split_once(heading).unwrap().1;
            let examples = commands(&format!("```\n{examples}\n```"));
            assert!(!examples.is_empty(), "{path}");
            for example in examples {
                let told = format!("{path} --help: {}", example.join(" "));
                if let Err(error) = Arguments::try_parse_from(&example) {
                    panic!("{told}\n{error}");
                }
            }
        }
    }
}

#[test]
fn every_picture_of_a_document_is_there_and_every_picture_is_shown() {
    let texts: Vec<(String, String)> = documents();
    let pictures = tree(&repository().join("docs/gambar"));
    assert!(!pictures.is_empty());
    for name in pictures.keys() {
        let shown = texts
            .iter()
            .any(|(_, text)| text.contains(&format!("gambar/{name})")));
        assert!(shown, "docs/gambar/{name} is in no document");
    }
    for (path, text) in &texts {
        for named in text.split("gambar/").skip(1) {
            let name = named.split(')').next().unwrap();
            assert!(pictures.contains_key(name), "{path} shows gambar/{name}");
        }
    }
}

/// The places that a document's links lead to, code aside.
fn links(text: &str) -> Vec<String> {
    let links = Markdown::new(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    links.collect()
}

/// What `#…` can name in a document: its headings as hosts of git and mdBook write them.
fn anchors(text: &str) -> BTreeSet<String> {
    let (mut anchors, mut heading) = (BTreeSet::new(), None);
    for event in Markdown::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let heading = heading.take().unwrap().to_lowercase();
                let kept = heading.chars().filter_map(|c| match c {
                    ' ' => Some('-'),
                    '-' | '_' => Some(c),
                    c => c.is_alphanumeric().then_some(c),
                });
                anchors.insert(kept.collect());
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    anchors
}

/// `path` without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                assert!(plain.pop(), "{} leaves the repository", path.display())
            }
            part => plain.push(part),
        }
    }
    plain
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let documents = documents();
    let mut followed = 0;
    for (path, text) in &documents {
        for link in links(text).iter().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let folder = Path::new(path).parent().unwrap();
            let target = if file.is_empty() {
                PathBuf::from(path)
            } else {
                plain(&folder.join(file))
            };
            assert!(
                repository().join(&target).exists(),
                "{path} links to {link}"
            );
            followed += 1;
            if anchor.is_empty() {
                continue;
            }
            let of = documents.iter().find(|(path, _)| Path::new(path) == target);
            let (_, text) =
                of.unwrap_or_else(|| panic!("{path} links to {link}, which is no document"));
            assert!(
                anchors(text).contains(anchor),
                "{path} links to {link}, and there is no such heading"
            );
        }
    }
    assert!(followed > 30, "only {followed} links");
}
