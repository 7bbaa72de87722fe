//! The only room that reads files and the only one that writes them.
//!
//! It turns a folder into [`Sources`] and finished bytes into a published tree, which replaces the
//! one before it as a whole or not at all, into the folder of a new site, or into single files. Of media it finds what they say of
//! themselves, and judges nothing that it carries. It never deletes a folder that pantau has not
//! written.
//!
//! [`Sources`]: crate::source::Sources

mod bytes;
mod claim;
mod cms;
mod durable;
mod early_sync;
mod error;
mod file;
mod handed;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod look;
mod media;
mod memory;
mod new_tree;
mod own_folder;
mod part;
mod path;
mod pieces;
mod private_folder;
mod publication;
mod published;
mod read;
mod replaced;
mod spare;
mod summary;
mod swap;

pub use claim::{Claim, MARK};
pub use cms::{cms_file, cms_files};
pub use error::{DiskError, Operation};
pub use file::{Written, bytes_at, is_there, named_file, write_file};
pub use handed::handed_files;
pub use look::{fingerprint_of, look, look_at, look_at_source, names_at, site_around};
pub use memory::recall;
pub use new_tree::{
    add_to_tree, change_tree, create_filled, create_tree, refuse_unless_empty, replace_in_tree,
};
pub use part::in_the_way;
pub use path::lies_within;
pub use pieces::{NewPieces, Pieces};
pub use private_folder::PrivateFolder;
pub use publication::{Publication, Published};
pub use published::PublishedTree;
pub use read::{
    ListedSources, Reread, content_path, is_ignored, media_facts_of, read, read_file, read_media,
    read_theme,
};
pub use replaced::{NotAllReplaced, replace_files};
pub use summary::Summary;
