//! The command line's door: reads the arguments, the clock and the environment, nothing else.

use pantau::cli::{Surroundings, obey};
use std::process::ExitCode;

/// Most of a build's memory is small texts, made in one thread and dropped in another.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let surroundings = Surroundings {
        now: chrono::Utc::now,
        variable: |name| std::env::var_os(name),
        program: || std::env::current_exe().ok(),
    };
    let line: Vec<_> = std::env::args_os().collect();
    obey(&line, &surroundings)
}
