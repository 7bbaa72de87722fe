//! Apache Parquet: for tables that are too large to be read as text.

use crate::data::{Cell, Column, Kind, MOST_DECIMALS, Necessity, Row, Table};
use chrono::NaiveDate;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::io::{self, Write};
use std::sync::Arc;

/// Rows that are held in memory and written together.
const GROUP: usize = 20_000;
/// Digits of a decimal of 16 bytes.
const PRECISION: i32 = 38;
const DECIMAL_BYTES: i32 = 16;

/// Writes a table.
///
/// # Errors
/// Those of `to`.
pub fn parquet<'r>(
    table: &Table,
    rows: impl Iterator<Item = Row<'r>>,
    to: impl Write + Send,
) -> io::Result<()> {
    written(table, rows, to).map_err(|error| match error {
        ParquetError::External(error) => io::Error::other(error),
        error => io::Error::other(error.to_string()),
    })
}

fn written<'r>(
    table: &Table,
    rows: impl Iterator<Item = Row<'r>>,
    to: impl Write + Send,
) -> Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        // Its own name and version: the library's would change files when nothing else does.
        .set_created_by("pantau".to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(to, schema(table)?, Arc::new(properties))?;
    let mut group: Vec<Row<'_>> = Vec::new();
    for row in rows {
        group.push(row);
        if group.len() == GROUP {
            write_group(writer.next_row_group()?, table, &group)?;
            group.clear();
        }
    }
    if !group.is_empty() {
        write_group(writer.next_row_group()?, table, &group)?;
    }
    writer.close()?;
    Ok(())
}

fn schema(table: &Table) -> Result<TypePtr> {
    let columns: Result<Vec<TypePtr>> = table.columns.iter().map(column).collect();
    let name = table.name.map_or("tabel", |name| name.key());
    let schema = Type::group_type_builder(name).with_fields(columns?);
    Ok(Arc::new(schema.build()?))
}

fn column(column: &Column) -> Result<TypePtr> {
    let (physical, logical) = types(column.kind);
    let repetition = match column.necessity {
        Necessity::Always => Repetition::REQUIRED,
        Necessity::Sometimes => Repetition::OPTIONAL,
    };
    let mut builder = Type::primitive_type_builder(column.name, physical)
        .with_repetition(repetition)
        .with_logical_type(logical);
    if physical == Physical::FIXED_LEN_BYTE_ARRAY {
        builder = builder
            .with_length(DECIMAL_BYTES)
            .with_precision(PRECISION)
            .with_scale(MOST_DECIMALS as i32);
    }
    Ok(Arc::new(builder.build()?))
}

fn types(kind: Kind) -> (Physical, Option<LogicalType>) {
    match kind {
        Kind::Text | Kind::Choice(_) | Kind::Quarter | Kind::Address => {
            (Physical::BYTE_ARRAY, Some(LogicalType::String))
        }
        Kind::Whole | Kind::Year => (Physical::INT64, None),
        Kind::Number | Kind::Rupiah | Kind::Percent => (
            Physical::FIXED_LEN_BYTE_ARRAY,
            Some(LogicalType::decimal(MOST_DECIMALS as i32, PRECISION)),
        ),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Moment => (
            Physical::INT64,
            Some(LogicalType::timestamp(true, TimeUnit::MILLIS)),
        ),
    }
}

fn write_group<W: Write + Send>(
    mut group: SerializedRowGroupWriter<'_, W>,
    table: &Table,
    rows: &[Row<'_>],
) -> Result<()> {
    for (at, column) in table.columns.iter().enumerate() {
        let cells = || rows.iter().map(move |row| &row[at]);
        match types(column.kind).0 {
            Physical::BYTE_ARRAY => {
                write_column::<ByteArrayType, _>(&mut group, column, cells().map(text))
            }
            Physical::FIXED_LEN_BYTE_ARRAY => {
                write_column::<FixedLenByteArrayType, _>(&mut group, column, cells().map(decimal))
            }
            Physical::INT32 => write_column::<Int32Type, _>(&mut group, column, cells().map(day)),
            _ => write_column::<Int64Type, _>(&mut group, column, cells().map(whole)),
        }?;
    }
    group.close()?;
    Ok(())
}

/// Values with 1 where there is one and 0 where it is missing, as Parquet has it.
fn write_column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    column: &Column,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let cells: Vec<Option<T::T>> = cells.collect();
    let there: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    let levels = (column.necessity == Necessity::Sometimes).then_some(&there[..]);
    let mut writer = group
        .next_column()?
        .ok_or_else(|| ParquetError::General(format!("no place for {}", column.name)))?;
    writer.typed::<T>().write_batch(&values, levels, None)?;
    writer.close()
}

fn text(cell: &Cell<'_>) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(ByteArray::from(text.as_bytes().to_vec())),
        _ => None,
    }
}

fn whole(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        Cell::Moment(at) => Some(at.timestamp_millis()),
        _ => None,
    }
}

/// Days since 1970-01-01.
fn day(cell: &Cell<'_>) -> Option<i32> {
    match cell {
        Cell::Date(date) => i32::try_from((*date - NaiveDate::default()).num_days()).ok(),
        _ => None,
    }
}

/// Units of the last decimal, as a big-endian integer.
fn decimal(cell: &Cell<'_>) -> Option<FixedLenByteArray> {
    let Cell::Number(number) = cell else {
        return None;
    };
    let decimal = number.decimal();
    let shift = MOST_DECIMALS.checked_sub(decimal.scale())?;
    let units = decimal.mantissa().checked_mul(10_i128.pow(shift))?;
    Some(FixedLenByteArray::from(units.to_be_bytes().to_vec()))
}
