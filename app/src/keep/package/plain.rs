//! A signed bag that is not encrypted: for whom it is made it must open with nothing but a ZIP program.

use super::seal::{About, signed};
use crate::keep::bag::{self, Named};
use domain::journal::digest;

/// Returns the files of the bag, in the order in which they are written, and the digest that binds it.
pub fn plain(payload: impl IntoIterator<Item = Named>, about: &About) -> (Vec<Named>, String) {
    let mut files: Vec<Named> =
        payload.into_iter().map(|(path, bytes)| (format!("{}{path}", bag::PAYLOAD), bytes)).collect();
    let digested: Vec<(&str, String)> = files.iter().map(|(path, bytes)| (path.as_str(), digest(bytes))).collect();
    let manifest = bag::manifest(digested.iter().map(|(path, digest)| (*path, digest.as_str())));
    let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let (tags, sha256) = signed(&manifest, about, (bytes, files.len()));
    files.extend(tags);
    (files, sha256)
}
