//! pantau turns performance contracts and quarterly results into a public website.
//!
//! The rooms, from the ground up; none imports one that stands below it in this list.

pub mod source;

pub mod problem;

pub mod model;

pub mod sheet;

pub mod parse;

pub mod edit;

pub mod check;

pub mod record;

pub mod compute;

pub mod status;

pub mod search;

pub mod url;

pub mod data;

pub mod chart;

pub mod social;

pub mod format;

pub mod form;

pub mod view;

pub mod render;

pub mod archive;

pub mod site;

pub mod starter;

pub mod draft;

pub mod agreement;

pub mod disk;

pub mod fetch;

pub mod history;

pub mod serve;

pub mod cli;

#[cfg(test)]
mod replay_tests;
