//! Addresses of what other sites show in a frame: one commitment with its chart, and the pictures
//! of it.

use super::{Address, Urls};
use crate::model::{ContractId, IndicatorId, PersonId};

/// Where everything that is shown elsewhere stands.
pub const EMBEDS: &str = "sematkan/";

/// A commitment as other sites show it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Embed {
    pub person: PersonId,
    pub contract: ContractId,
    pub indicator: IndicatorId,
    pub name: EmbedName,
}

/// How a commitment is called among all of an official and a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EmbedName {
    /// By its own id.
    Plain,
    /// With its contract's stem behind its id and a dot, which stands in no id: an earlier contract
    /// of the year has the plain name.
    WithContract,
}

impl Embed {
    /// Its folder below the site's root, in the language that stands there.
    pub(super) fn folder(&self) -> String {
        let of_year = embeds_folder(&self.person, self.contract.year);
        let (id, stem) = (&self.indicator, &self.contract.stem);
        match self.name {
            EmbedName::Plain => format!("{of_year}{id}/"),
            EmbedName::WithContract => format!("{of_year}{id}.{stem}/"),
        }
    }

    /// Where one of its pictures stands below the output directory. They are written once, in
    /// Indonesian.
    pub fn picture(&self, picture: PictureFile) -> String {
        let name = match picture {
            PictureFile::Svg => "grafik.svg",
            PictureFile::Png => "grafik.png",
        };
        format!("{}{name}", self.folder())
    }
}

/// In which form a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureFile {
    Svg,
    Png,
}

impl PictureFile {
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];
}

pub(super) fn embeds_folder(person: &PersonId, year: i32) -> String {
    format!("{EMBEDS}{person}/{year}/")
}

/// What machines read of the embed at `address` (oEmbed 1.0), below the output directory.
pub fn oembed(address: &Address) -> String {
    format!("{}oembed.json", address.folder())
}

/// Where the embeds of those stand whose own pages are below `folder`, an official's; `None` for
/// any other folder. Below `en/` they stand there too.
pub fn embeds_of_official(folder: &str) -> Option<String> {
    let english = folder.strip_prefix(super::ENGLISH);
    let (language, folder) = english.map_or(("", folder), |rest| (super::ENGLISH, rest));
    let below = folder.strip_prefix("pejabat/")?;
    (!below.is_empty()).then(|| format!("{language}{EMBEDS}{below}"))
}

/// Whether a path below the site's root is one that other sites may show in a frame.
pub fn may_be_framed(path: &str) -> bool {
    let path = path.strip_prefix(super::ENGLISH).unwrap_or(path);
    path.starts_with(EMBEDS)
}

impl Urls<'_> {
    /// The address without its protocol, as it stands in a picture.
    pub fn printed(&self, address: &Address) -> String {
        let url = self.absolute(address);
        let short = url.split_once("://").map(|(_, rest)| rest.to_owned());
        short.unwrap_or(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::url::Subject;

    fn embed(name: EmbedName) -> Embed {
        Embed {
            person: PersonId::new("ratna").unwrap(),
            contract: ContractId::parse("2026/kepala-dinas").unwrap(),
            indicator: IndicatorId::new("stunting").unwrap(),
            name,
        }
    }

    #[test]
    fn an_embed_has_its_pictures_and_its_oembed_beside_it() {
        let plain = embed(EmbedName::Plain);
        let address = Address::new(Language::English, Subject::Embed(plain.clone()));
        assert_eq!(address.file(), "en/sematkan/ratna/2026/stunting/index.html");
        assert_eq!(
            oembed(&address),
            "en/sematkan/ratna/2026/stunting/oembed.json"
        );
        let second = embed(EmbedName::WithContract);
        assert_eq!(
            second.picture(PictureFile::Png),
            "sematkan/ratna/2026/stunting.kepala-dinas/grafik.png"
        );
        assert_eq!(
            plain.picture(PictureFile::Svg),
            "sematkan/ratna/2026/stunting/grafik.svg"
        );
    }

    #[test]
    fn only_embeds_may_be_framed() {
        for (path, may) in [
            ("sematkan/a/2026/b/", true),
            ("en/sematkan/a/2026/", true),
            ("pejabat/sematkan/", false),
            ("", false),
        ] {
            assert_eq!(may_be_framed(path), may, "{path}");
        }
        let moved = embeds_of_official("pejabat/a/2026/");
        assert_eq!(moved.as_deref(), Some("sematkan/a/2026/"));
        let english = embeds_of_official("en/pejabat/a/");
        assert_eq!(english.as_deref(), Some("en/sematkan/a/"));
        assert_eq!(embeds_of_official("opd/a/"), None);
        assert_eq!(embeds_of_official("en/pejabat/"), None);
        assert_eq!(embeds_of_official("pejabat/"), None);
    }
}
