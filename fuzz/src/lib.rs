//! What all targets share: a limit on memory. libFuzzer without a sanitizer looks at memory once a second; this
//! allocator refuses at once, and the abort that follows is kept as a crash with its input.

use cap::Cap;
use std::alloc::System;

/// More than reading any file may take, in bytes: a workbook unpacks to 256 MiB at most.
const MOST_BYTES: usize = 768 << 20;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MOST_BYTES);

/// A target that holds its inputs to one law of the library.
#[macro_export]
macro_rules! target {
    ($law:path) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $law(bytes));
    };
}
