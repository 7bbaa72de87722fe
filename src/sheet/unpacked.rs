//! How much a workbook unpacks to. Both kinds are ZIP archives, whose few kilobytes may hold
//! gigabytes.

use super::NotAWorkbook;
use std::io::{self, Cursor, Read};

/// More than a workbook unpacks to that people fill, in bytes; pictures count.
pub(super) const MOST_UNPACKED_BYTES: u64 = 256 << 20;

/// Refuses an archive that unpacks to more than `most` bytes. They are counted while unpacking: what
/// an archive says of itself may be wrong.
pub(super) fn refuse_large(bytes: &[u8], most: u64) -> Result<(), NotAWorkbook> {
    let damaged = |reason: &dyn ToString| NotAWorkbook::Damaged(reason.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|e| damaged(&e))?;
        let mut file = file.take(most - unpacked + 1);
        unpacked += io::copy(&mut file, &mut io::sink()).map_err(|e| damaged(&e))?;
        if unpacked > most {
            return Err(NotAWorkbook::TooLarge);
        }
    }
    Ok(())
}
