//! Sealed packages: a bag that is encrypted for those who may read it, and signed by those who made it.
//!
//! A package is a bag itself. Its payload are parts, each a tar archive encrypted with age; unpacked one over the other
//! they give the inner bag. So anybody can check a package without a key, `age` and `tar` open it without Khitam, and
//! a crash costs one part.

mod open;
mod progress;
mod seal;
mod signature;

pub use open::{Opened, Trouble, open, prove};
pub use seal::{Item, Named, Sealed, Sealing, Source, seal, unfinished};
pub use signature::{Signature, signature, signer_text};

/// The parts, in their order.
const PART: &str = "data/part-";
const PART_END: &str = ".tar.age";

/// The digests of a bag's own files, which are what is signed.
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

fn part_path(number: usize) -> String {
    format!("{PART}{number:04}{PART_END}")
}
