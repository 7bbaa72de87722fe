//! The rules of the domain's arithmetic, each as a table whose rows read like the rule.
//!
//! `build` makes registers without files; `laws` holds what must be so for any numbers.

mod amendments;
mod budget;
mod build;
mod cascade;
mod deadlines;
mod evaluations;
mod formulas;
mod laws;
mod overall;
mod quarters;
mod running;
mod sizes;
mod states;
mod totals;
