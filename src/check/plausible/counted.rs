//! Things that are counted, so that there is no half of one and none less than none.

use super::promised::Promise;
use crate::model::{Accumulation, Indicator, Quantity};

/// Units of which there are whole ones only. A unit that is not here may be measured otherwise.
const COUNTED: [&str; 33] = [
    "balita",
    "bayi",
    "desa",
    "dokumen",
    "ekor",
    "jiwa",
    "kasus",
    "kecamatan",
    "keluarga",
    "kelompok",
    "kelurahan",
    "kk",
    "koperasi",
    "laporan",
    "lembaga",
    "lokasi",
    "nib",
    "orang",
    "perusahaan",
    "peserta",
    "posyandu",
    "puskesmas",
    "rumah",
    "rumah tangga",
    "rw",
    "rt",
    "sekolah",
    "sertifikat",
    "siswa",
    "titik",
    "umkm",
    "unit",
    "wirausaha",
];

/// Spans of time, of which there is none less than none.
const TIMES: [&str; 6] = ["menit", "jam", "hari", "hari kerja", "minggu", "bulan"];

/// A figure that no count gives, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miscount<'u> {
    Negative(&'u str),
    Fraction(&'u str),
}

/// What is wrong with `figure` as a count of the indicator's unit. A mean of counts may be any
/// fraction, and so may what was promised as one.
pub fn miscount<'i>(
    indicator: &'i Indicator,
    promise: &Promise,
    figure: Quantity,
) -> Option<Miscount<'i>> {
    let unit = indicator.unit_name()?;
    let written = unit.to_lowercase();
    let is_counted = COUNTED.contains(&written.as_str());
    if figure.is_negative() && (is_counted || TIMES.contains(&written.as_str())) {
        return Some(Miscount::Negative(unit));
    }
    let promised = [promise.quarter, promise.year].into_iter().flatten();
    let is_mean = indicator.accumulation == Accumulation::Mean || !promised.clone().all(is_whole);
    (is_counted && !is_mean && !is_whole(figure)).then_some(Miscount::Fraction(unit))
}

fn is_whole(figure: Quantity) -> bool {
    figure.decimal().is_integer()
}
