//! Where a site is published: an address or a folder, of which files are asked by their paths.

use super::Failure;
use crate::disk::{DiskError, PublishedTree};
use crate::fetch::{Client, Fetched, Limits};
use crate::model::BaseUrl;
use crate::site::{MANIFEST, MOST_FILE_BYTES};
use crate::url::Urls;
use std::path::Path;
use std::time::Duration;

/// A file that takes longer is not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A published site.
#[derive(Debug)]
pub(super) enum Published {
    Address { client: Client, base: BaseUrl },
    Folder { name: String, tree: PublishedTree },
}

impl Published {
    /// The site at `place`, an http(s) address or a folder.
    pub fn at(place: &str) -> Result<Self, Failure> {
        if !["http://", "https://"]
            .iter()
            .any(|scheme| place.starts_with(scheme))
        {
            return Self::folder(place);
        }
        let root = place.strip_suffix(MANIFEST).unwrap_or(place);
        let base = BaseUrl::parse(root).ok_or_else(|| Failure::Address(place.to_owned()))?;
        let limits = Limits {
            bytes: MOST_FILE_BYTES,
            time: PATIENCE,
        };
        let client = Client::new(limits);
        Ok(Self::Address { client, base })
    }

    fn folder(place: &str) -> Result<Self, Failure> {
        match PublishedTree::open(Path::new(place)) {
            Ok(tree) => Ok(Self::Folder {
                name: place.to_owned(),
                tree,
            }),
            Err(DiskError::NoFolder { .. }) => Err(Failure::NoManifest(place.to_owned())),
            Err(error) => Err(error.into()),
        }
    }

    /// How people call it.
    pub fn name(&self) -> String {
        match self {
            Self::Address { base, .. } => Urls::new(base).absolute_file(""),
            Self::Folder { name, .. } => name.clone(),
        }
    }

    /// Its manifest, unread.
    pub fn manifest(&self) -> Result<Vec<u8>, Failure> {
        let manifest = self.file(MANIFEST)?;
        manifest.ok_or_else(|| Failure::NoManifest(self.name()))
    }

    /// The bytes that are published at `path`, if any are.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self {
            Self::Folder { tree, .. } => Ok(tree.read(path, MOST_FILE_BYTES)?),
            Self::Address { client, base } => {
                let fetched = client.get(&Urls::new(base).absolute_file(path))?;
                Ok(published(path, fetched))
            }
        }
    }

    /// What is known to be published; of an address nothing is.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let tree = match self {
            Self::Folder { tree, .. } => Some(tree),
            Self::Address { .. } => None,
        };
        tree.into_iter().flat_map(PublishedTree::paths)
    }

    /// Whether a server stands between its files and who asks for them.
    pub fn is_behind_a_host(&self) -> bool {
        matches!(self, Self::Address { .. })
    }

    /// Whether the site says `base_url` where it is. A folder may be published anywhere.
    pub fn is_at(&self, base_url: &BaseUrl) -> bool {
        match self {
            Self::Address { base, .. } => base == base_url,
            Self::Folder { .. } => true,
        }
    }
}

/// Many hosts answer for the page that says that nothing is there as they do where nothing is.
fn published(path: &str, fetched: Fetched) -> Option<Vec<u8>> {
    match fetched {
        Fetched::Found(bytes) => Some(bytes),
        Fetched::NotFound(bytes) if path.ends_with("404.html") => Some(bytes),
        Fetched::NotFound(_) => None,
    }
}
