//! Sealed packages: a bag that is encrypted for those who may read it, and signed by those who made it.
//!
//! A package is a bag itself. Its payload are parts, each a tar archive encrypted with age; unpacked one over the other
//! they give the inner bag. So anybody can check a package without a key, `age` and `tar` open it without Khitam, and
//! a crash costs one part.

mod open;
mod plain;
mod progress;
mod seal;
mod signature;
mod taken;

pub use open::{Found, Opened, Trouble, open, prove, survey};
pub use plain::plain;
pub use seal::{About, Fetch, Item, Sealed, Sealing, Source, clear_unfinished, is_unfinished, seal, unfinished};
pub use signature::{SIGNATURE, Signature, signature, signed_by, signer_line, signer_text};
pub use taken::Taken;

use super::bag::{self, Judged, TAG_MANIFEST};
use domain::journal::digest;
use std::io;
use std::path::Path;

/// The parts, in their order.
const PART: &str = "data/part-";
const PART_END: &str = ".tar.age";

/// What can be said of a package, or of any bag, without a key.
pub struct Checked {
    pub judged: Judged,
    pub signature: Signature,
}

impl Checked {
    /// Tells whether everything is there and as it was, and was signed by nobody else than it says.
    pub fn is_whole(&self) -> bool {
        self.judged.is_valid() && self.signature != Signature::False
    }
}

/// Looks whether a folder is what was put into it.
pub fn check(folder: &Path) -> io::Result<Checked> {
    Ok(Checked { judged: bag::judge(folder)?, signature: signature(folder)? })
}

/// Returns the digest that binds a folder whole, as its list stands now; nothing if it has none.
pub fn bound(folder: &Path) -> io::Result<Option<String>> {
    match std::fs::read(folder.join(TAG_MANIFEST)) {
        Ok(list) => Ok(Some(digest(&list))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn part_path(number: usize) -> String {
    format!("{PART}{number:04}{PART_END}")
}

/// So many parts at most are worked on at a time: each holds a file of the case in memory.
const WORKERS_MAX: usize = 8;

/// Returns how many parts are worked on at a time.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(WORKERS_MAX)
}
