//! Warnings that the makers of a site set aside.

use super::Markdown;
use crate::problem::Code;

/// A warning of the gate that was looked at and set aside, with the reason (`abaikan`). Pages
/// say so beside what it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    pub code: Code,
    pub reason: Markdown,
}
