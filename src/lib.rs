//! pantau turns performance contracts and quarterly results into a public website.
//!
//! The rooms, from the ground up; none imports one that stands below it in this list.

pub mod source;

pub mod problem;

pub mod model;
