//! GIF as it is published (CompuServe, GIF89a): the picture and how it moves, without comments and what programs add.

use super::invalid;
use std::io;

/// Extensions that say how a picture moves; they are not about it.
const MOVEMENT: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// The file without comments and unknown extensions, and without what stands behind its end.
///
/// # Errors
/// A file that ends too early, or a block of no known kind.
pub(super) fn bare(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut file = Blocks { bytes, at: 0 };
    let mut kept = file.take(13)?.to_vec();
    kept.extend(file.take(colours(kept[10]))?);
    loop {
        let start = file.at;
        let [kind] = *file.take(1)? else {
            return Err(early());
        };
        let keeps = match kind {
            b';' => {
                kept.push(kind);
                return Ok(kept);
            }
            b',' => {
                let size = file.take(9)?[8];
                file.take(colours(size))?;
                // How the codes of the picture begin.
                file.take(1)?;
                true
            }
            b'!' => match *file.take(1)? {
                // How long a picture stays; a text to show.
                [0xf9 | 0x01] => true,
                [0xff] => MOVEMENT.contains(&file.first_block()?),
                _ => false,
            },
            _ => return Err(invalid("a block of an unknown kind")),
        };
        file.pass_blocks()?;
        if keeps {
            kept.extend(&bytes[start..file.at]);
        }
    }
}

/// Bytes of a table of colours, by the byte that describes it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

struct Blocks<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Blocks<'b> {
    fn take(&mut self, length: usize) -> io::Result<&'b [u8]> {
        let taken = self
            .bytes
            .get(self.at..self.at + length)
            .ok_or_else(early)?;
        self.at += length;
        Ok(taken)
    }

    /// The block that comes next, which stays.
    fn first_block(&self) -> io::Result<&'b [u8]> {
        let mut ahead = Self { ..*self };
        let length = usize::from(ahead.take(1)?[0]);
        ahead.take(length)
    }

    fn pass_blocks(&mut self) -> io::Result<()> {
        loop {
            match usize::from(self.take(1)?[0]) {
                0 => return Ok(()),
                length => drop(self.take(length)?),
            }
        }
    }
}

fn early() -> io::Error {
    invalid("the file ends too early")
}
