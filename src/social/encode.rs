//! A sheet as PNG, with what it was drawn from in a text chunk.

use super::sheet::{Ink, STEPS, Sheet};
use crate::source::Sha256;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, EncodingError, Filter};
use std::io::Cursor;

/// The keyword of the chunk (tEXt) that holds the input's SHA-256.
const KEYWORD: &str = "pantau-input";

pub(super) fn png(sheet: &Sheet, input: Sha256) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(&mut bytes, sheet, input).expect("memory takes every byte of a picture of fixed size");
    bytes
}

/// Neighbours in a palette are no neighbours in colour, so no filter helps.
fn written(bytes: &mut Vec<u8>, sheet: &Sheet, input: Sha256) -> Result<(), EncodingError> {
    let (width, height) = sheet.size();
    let mut encoder = Encoder::new(bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    encoder.add_text_chunk(KEYWORD.to_owned(), input.to_string())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(sheet.pixels())?;
    writer.finish()
}

/// The colour of every pixel that a sheet may have.
fn palette() -> Vec<u8> {
    let steps = |ink: Ink| (0..STEPS).map(move |step| mixed(ink, step));
    let colors: Vec<[u8; 3]> = Ink::ALL.into_iter().flat_map(steps).collect();
    colors.into_flattened()
}

fn mixed(ink: Ink, step: u8) -> [u8; 3] {
    let [full, ground] = ink.colors();
    let most = u16::from(STEPS - 1);
    let channel = |at: usize| {
        let (full, ground) = (u16::from(full[at]), u16::from(ground[at]));
        let step = u16::from(step);
        // Between two bytes, so it is one.
        ((full * step + ground * (most - step) + most / 2) / most) as u8
    };
    [channel(0), channel(1), channel(2)]
}

/// What a PNG of this `size` says it was drawn from.
pub(super) fn input_of(png: &[u8], size: (u32, u32)) -> Option<Sha256> {
    let reader = Decoder::new(Cursor::new(png)).read_info().ok()?;
    let info = reader.info();
    let mut chunks = info.uncompressed_latin1_text.iter();
    let said = chunks.find(|chunk| chunk.keyword == KEYWORD)?;
    let is_size = (info.width, info.height) == size;
    Sha256::parse(&said.text).filter(|_| is_size)
}
