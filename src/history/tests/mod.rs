//! Every test reads a repository that the program git has just made.

mod cache;
mod line;
mod repo;
mod signing;
mod surroundings;
mod tree;
