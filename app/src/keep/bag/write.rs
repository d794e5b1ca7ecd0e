//! The files that make a folder a bag.

use super::encoded;
use domain::days::Day;
use domain::journal::digest;

/// A file by its name.
pub type Named = (String, Vec<u8>);

/// The digests of what a bag keeps.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// The digests of a bag's own files.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// Returns a manifest of files with their digests.
pub fn manifest<'l>(files: impl Iterator<Item = (&'l str, &'l str)>) -> String {
    files.map(|(path, digest)| format!("{digest}  {}\n", encoded(path))).collect()
}

/// Returns the tag files of a bag whose manifest is given, with labels and values about it and the bytes and files of its
/// payload. The list of them, which binds the whole bag, is not among them.
pub fn tag_files(manifest: &str, on: Day, about: &[(String, String)], (bytes, files): (u64, usize)) -> Vec<Named> {
    let mut info = format!("Bagging-Date: {on}\nPayload-Oxum: {bytes}.{files}\n");
    for (label, value) in about {
        info += &format!("{label}: {}\n", value.replace(['\r', '\n'], " "));
    }
    vec![
        ("bagit.txt".to_owned(), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec()),
        ("bag-info.txt".to_owned(), info.into_bytes()),
        (MANIFEST.to_owned(), manifest.as_bytes().to_vec()),
    ]
}

/// Returns the list of a bag's tag files.
pub fn tag_manifest(tags: &[Named]) -> String {
    let digested: Vec<(&str, String)> = tags.iter().map(|(file, text)| (file.as_str(), digest(text))).collect();
    manifest(digested.iter().map(|(file, digest)| (*file, digest.as_str())))
}
