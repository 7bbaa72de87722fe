//! What must hold of any bytes that are taken for what a build wrote: see [`crate::parse::laws`].

use super::{LastBuild, Manifest};

/// A memory that is believed is written down as it was read.
pub fn memories(bytes: &[u8]) {
    let Some(memory) = LastBuild::parse(bytes) else {
        return;
    };
    let again = memory.to_bytes().and_then(|bytes| LastBuild::parse(&bytes));
    assert_eq!(again.as_ref(), Some(&memory));
    let names = memory.names();
    let named: usize = names.values().map(|names| names.len()).sum();
    assert!(named <= memory.files.len() + memory.folders.len());
}

/// A manifest of a stranger that is understood is written down as it was read, and names no file outside its site.
pub fn manifests(bytes: &[u8]) {
    let Ok(manifest) = Manifest::parse(bytes) else {
        return;
    };
    let written = manifest.to_bytes();
    let again = Manifest::parse(&written).unwrap();
    assert_eq!(again.to_bytes(), written);
    for path in manifest.files.keys() {
        let parts = || path.split('/');
        assert!(
            !parts().any(|part| ["", ".", ".."].contains(&part)),
            "{path}"
        );
        assert!(!path.contains(['\\', '\0']), "{path}");
    }
}
