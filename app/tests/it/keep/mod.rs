//! What is kept for good: bags that are judged, packages that are sealed and opened.

pub mod archive;
mod backups;
mod bags;
mod bucket;
mod erased;
mod erasing;
mod packages;
pub mod pages;
pub mod resealed;
mod restored;
mod thinned;

use std::fs;
use std::path::Path;

/// Writes a file of a folder, with the folders above it.
fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("within the folder")).expect("a folder");
    fs::write(file, bytes).expect("writable");
}
