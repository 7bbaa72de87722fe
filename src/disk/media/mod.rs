//! What a media file says of itself: its kind by its first bytes, and its describing part.
//!
//! It finds facts and judges none; of a photo only the describing part is read.

mod bare;
#[cfg(test)]
mod bare_tests;
mod camera;
mod chunk;
mod gif;
mod pdf;
mod signature;
#[cfg(test)]
mod tests;
mod xmp;

use crate::source::{Description, Location, MOST_MEDIA_BYTES, MediaFacts, Signature};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read, Seek};
use std::path::Path;

pub(super) use self::bare::{bare, is_photo};

/// Names of fields and what stands in them.
type Fields = Vec<(String, String)>;

/// Looks at one file.
pub(super) fn facts(place: &Path) -> io::Result<MediaFacts> {
    let file = File::open(place)?;
    let bytes = file.metadata()?.len();
    facts_in(BufReader::new(file), bytes)
}

/// Looks at the bytes of one file; of a larger one than [`MOST_MEDIA_BYTES`], one byte more than
/// that is enough.
pub(super) fn facts_of(bytes: &[u8]) -> io::Result<MediaFacts> {
    facts_in(Cursor::new(bytes), bytes.len() as u64)
}

fn facts_in(mut file: impl BufRead + Seek, bytes: u64) -> io::Result<MediaFacts> {
    let signature = signature::of(&mut file)?;
    file.rewind()?;
    let description = if bytes > MOST_MEDIA_BYTES {
        Description::TooLarge
    } else {
        description(signature, &mut file)?
    };
    Ok(MediaFacts {
        signature,
        description,
    })
}

/// The describing part of a file that is small enough to be looked into.
fn description(signature: Signature, file: &mut (impl BufRead + Seek)) -> io::Result<Description> {
    let described = match signature {
        Signature::Pdf => return Ok(pdf::description(&whole(file)?)),
        Signature::Text | Signature::Markup => return Ok(Description::Text(whole(file)?)),
        Signature::Jpeg => photo(file, chunk::jpeg),
        Signature::Png => photo(file, chunk::png),
        Signature::Webp => photo(file, chunk::webp),
        Signature::Heif | Signature::Tiff => photo(file, anywhere),
        Signature::Gif => anywhere(file).map(|fields| (Location::NotTold, fields)),
        Signature::Zip
        | Signature::IsoMedia
        | Signature::Matroska
        | Signature::Mp3
        | Signature::Unknown => return Ok(Description::NotRead),
    };
    match described {
        Ok((location, fields)) => Ok(Description::Read {
            location: told(location, &fields),
            fields,
        }),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidData | ErrorKind::UnexpectedEof
            ) =>
        {
            Ok(Description::Damaged(error.to_string()))
        }
        Err(error) => Err(error),
    }
}

/// What a photo says in EXIF, and in the chunks that `chunks` reads.
fn photo<F: BufRead + Seek>(
    file: &mut F,
    chunks: impl Fn(&mut F) -> io::Result<Fields>,
) -> io::Result<(Location, Fields)> {
    let (location, mut fields) = camera::read(file)?;
    file.rewind()?;
    fields.extend(chunks(file)?);
    Ok((location, fields))
}

/// XMP also says where a photo was taken.
fn told(location: Location, fields: &Fields) -> Location {
    if fields.iter().any(|(_, text)| xmp::tells_location(text)) {
        Location::Told
    } else {
        location
    }
}

/// XMP wherever it stands in a file: it can be found without knowing the format around it
/// (ISO 16684-1, packet scanning).
fn anywhere(file: &mut impl Read) -> io::Result<Fields> {
    Ok(xmp::packets(&whole(file)?))
}

fn whole(file: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MOST_MEDIA_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn invalid(reason: impl ToString) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, reason.to_string())
}
