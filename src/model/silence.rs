//! Warnings that the makers of a site set aside.

use super::Markdown;
use crate::problem::Code;
use serde::{Deserialize, Serialize};

/// A warning of the gate that was looked at and set aside, with the reason (`abaikan`). Pages
/// say so beside what it was about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silenced {
    pub code: Code,
    pub reason: Markdown,
}
