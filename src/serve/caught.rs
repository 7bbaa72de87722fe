//! A mistake of the program itself must not leave a server that looks alive and never changes.

use super::ServeError;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `act` gives, unless it breaks off half-way.
///
/// Whoever calls it may only use what is put in place in one piece, or must read everything anew
/// after an error.
///
/// # Errors
/// [`ServeError::Panicked`], with the program's own words.
pub(super) fn caught<T>(act: impl FnOnce() -> T) -> Result<T, ServeError> {
    catch_unwind(AssertUnwindSafe(act)).map_err(|thrown| ServeError::Panicked(words(&*thrown)))
}

fn words(thrown: &(dyn Any + Send)) -> String {
    let text = thrown.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| thrown.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}
