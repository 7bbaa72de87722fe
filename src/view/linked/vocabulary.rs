//! The types and properties of schema.org that pages use. Each value names its type as `@type`.

use serde::Serialize;

/// Whose terms a data block is in.
pub(super) const CONTEXT: &str = "https://schema.org";

/// A data block: things in the terms of [`CONTEXT`].
#[derive(Debug, Serialize)]
pub(super) struct Graph {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub things: Vec<Thing>,
}

/// What a page is about, or where it stands.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Thing {
    Crumbs(BreadcrumbList),
    Government(GovernmentOrganization),
    Dataset(Dataset),
    Person(Person),
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct BreadcrumbList {
    pub item_list_element: Vec<ListItem>,
}

/// A step to the page.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(super) struct ListItem {
    /// Counted from 1.
    pub position: usize,
    pub name: String,
    /// Absolute address; none for the page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

/// A government, or an organisation of one.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct GovernmentOrganization {
    /// A name that is the same on every page.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<String>,
    /// Absolute address of its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_organization: Option<Box<GovernmentOrganization>>,
    /// ISO 8601; the first day on which it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dissolution_date: Option<String>,
}

/// Something that stands elsewhere in the block, or on another page.
#[derive(Debug, Serialize)]
pub(super) struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Dataset {
    pub name: String,
    /// Search engines want 50 to 5,000 characters.
    pub description: String,
    /// Absolute address of the page.
    pub url: String,
    /// Address of its text; none where only its name is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<&'static str>,
    pub creator: Reference,
    pub publisher: Reference,
    /// An interval of days (ISO 8601); none without a contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_coverage: Option<String>,
    /// ISO 8601; the day as of which the figures stand.
    pub date_modified: String,
    pub is_accessible_for_free: bool,
    /// BCP 47.
    pub in_language: Vec<&'static str>,
    pub distribution: Vec<DataDownload>,
}

/// A file with all of a dataset.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct DataDownload {
    /// Media type.
    pub encoding_format: &'static str,
    /// Absolute address.
    pub content_url: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Person {
    pub name: String,
    /// Absolute address of the person's page.
    pub url: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub job_title: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub works_for: Vec<OrganizationRole>,
}

/// A post that is held. A role stands between two things and repeats the property that it stands in.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct OrganizationRole {
    pub role_name: String,
    /// ISO 8601; the day of induction.
    pub start_date: String,
    pub works_for: GovernmentOrganization,
}
