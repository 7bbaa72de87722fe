//! The command line's door: reads the arguments and the clock, nothing else.

use clap::Parser;
use pantau::cli::{Arguments, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&Arguments::parse(), chrono::Utc::now)
}
