//! Has the device take what was written while more is still being made, so that little is left to wait for in the end.

use super::durable::sync_file_system;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// So many bytes are worth a turn of the device. Measured at 565 MB in 20,000 files on ext4: without early turns the last
/// one took 4 s, with them it takes 0.3 s. A site of a regency has fewer bytes and never begins.
const PIECE: u64 = 64 << 20;

/// What is written below a folder, on its way to the device.
#[derive(Debug)]
pub(super) struct EarlySync {
    folder: File,
    unsynced: AtomicU64,
    worker: Mutex<Option<Worker>>,
}

#[derive(Debug)]
struct Worker {
    turns: SyncSender<()>,
    thread: JoinHandle<io::Result<()>>,
}

impl EarlySync {
    /// For what will be written below `folder`.
    pub fn of(folder: &Path) -> io::Result<Self> {
        Ok(Self {
            folder: File::open(folder)?,
            unsynced: AtomicU64::new(0),
            worker: Mutex::default(),
        })
    }

    /// To be told of all that was written, from any thread.
    pub fn wrote(&self, bytes: u64) {
        let unsynced = self.unsynced.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if unsynced >= PIECE {
            self.unsynced
                .fetch_sub(unsynced.min(PIECE), Ordering::Relaxed);
            self.turn();
        }
    }

    /// Begins a turn, unless one waits already.
    fn turn(&self) {
        let mut worker = self.worker();
        if worker.is_none() {
            // Without a second handle or thread, all is left to the last sync.
            *worker = self.folder.try_clone().ok().and_then(begin);
        }
        if let Some(worker) = &*worker {
            // Full: a turn waits. Closed: one has failed, which `finish` tells.
            let _ = worker.turns.try_send(());
        }
    }

    /// Waits for the turns that were begun.
    ///
    /// # Errors
    /// What the device refused meanwhile: the system says so only once, so a later sync would not know of it.
    pub fn finish(&self) -> io::Result<()> {
        let Some(worker) = self.worker().take() else {
            return Ok(());
        };
        drop(worker.turns);
        let ended = worker.thread.join();
        ended.unwrap_or_else(|_| Err(io::Error::other("the early sync has broken off")))
    }

    fn worker(&self) -> MutexGuard<'_, Option<Worker>> {
        self.worker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn begin(folder: File) -> Option<Worker> {
    let (turns, waiting) = sync_channel(1);
    let work = move || {
        for () in waiting {
            match sync_file_system(&folder) {
                // The last sync goes file by file then.
                Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
                done => done?,
            }
        }
        Ok(())
    };
    let thread = thread::Builder::new().name("sync".to_owned()).spawn(work);
    Some(Worker {
        turns,
        thread: thread.ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_begins_when_a_piece_was_written_and_none_before() {
        let root = tempfile::tempdir().unwrap();
        let sync = EarlySync::of(root.path()).unwrap();
        sync.wrote(PIECE - 1);
        assert!(sync.worker().is_none());
        sync.wrote(1);
        assert!(sync.worker().is_some());
        assert_eq!(sync.unsynced.load(Ordering::Relaxed), 0);
        sync.wrote(3 * PIECE);
        sync.finish().unwrap();
        assert!(sync.worker().is_none());
    }
}
