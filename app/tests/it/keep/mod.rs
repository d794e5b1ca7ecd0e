//! What is kept for good: bags that are judged, packages that are sealed and opened.

pub mod archive;
mod backups;
mod bags;
mod before;
mod bucket;
mod copies;
mod due;
mod erased;
mod erasing;
mod held;
mod killed;
mod noted;
mod outside;
mod overview;
mod packages;
pub mod pages;
mod papers;
mod reimported;
pub mod resealed;
mod restored;
mod searched;
mod suite;
mod taken_along;
mod thinned;
mod whole;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

/// Writes a file of a folder, with the folders above it.
fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("within the folder")).expect("a folder");
    fs::write(file, bytes).expect("writable");
}

/// Returns every file below a folder, by its path within it.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("within").to_string_lossy().into_owned();
                all.insert(name, fs::read(path).expect("a file"));
            }
        }
    }
    all
}

/// Unpacks a ZIP file into a folder.
pub fn unzipped(bytes: &[u8], into: &Path) {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).expect("an entry");
        let path = entry.name().expect("a name").into_owned();
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes).expect("whole");
        write(into, &path, bytes);
    }
}
