//! The bags of the conformance suite of the Library of Congress, where they lie beside this folder: each valid one is accepted,
//! each invalid one refused for its own reason. The suite is not ours to hand on; what it tries, `bags.rs` tries with bags of ours.

use app::keep::bag::{Code, Remark, judge};
use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with each invalid bag, by its folder and name: the fault that must be among those found, and its file.
const INVALID: [(&str, &str, Code, &str); 11] = [
    ("v0.97", "bom-in-bagit.txt", Code::Declaration, "bagit.txt"),
    ("v0.97", "corrupt-data-file", Code::Altered, "data/bare-filename"),
    ("v0.97", "corrupt-tag-file", Code::Altered, "bag-info.txt"),
    ("v0.97", "extra-file-in-bag", Code::Unlisted, "data/bar"),
    ("v0.97", "missing-bagit.txt", Code::Undeclared, "bagit.txt"),
    ("v0.97", "out-of-scope-file-paths-using-dot-notation", Code::Outside, "manifest-md5.txt"),
    ("v0.97", "same-filename-listed-twice-with-different-hashes", Code::Twice, "manifest-sha256.txt"),
    ("v1.0", "bagit-with-invalid-whitespace", Code::Declaration, "bagit.txt"),
    ("v1.0", "notAllManifestsListAllFiles", Code::Unlisted, "data/missingFromManifest.txt"),
    ("v1.0", "same-filename-listed-twice-with-different-hashes", Code::Twice, "manifest-sha256.txt"),
    ("v1.0", "same-filename-listed-twice-with-the-same-hash", Code::Twice, "manifest-sha256.txt"),
];

/// Returns where the suite lies; where it does not, that is said aloud.
fn suite() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("KHITAM_DATA").map_or_else(beside, PathBuf::from).join("bagit-suite");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no bagit-suite beside this folder; our own bags are judged all the same");
    None
}

/// Returns the folders in a folder, with their names; nothing where it is not there.
fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
    named.filter(|(_, path)| path.is_dir()).collect()
}

#[test]
fn the_suite_is_judged_as_it_says() {
    let Some(suite) = suite() else { return };
    let (mut accepted, mut refused) = (0, 0);
    for (version, folder) in folders(&suite) {
        for (name, bag) in folders(&folder.join("valid")) {
            let judged = judge(&bag).expect("readable");
            assert!(judged.is_valid(), "{version} {name}: {:?}", judged.faults);
            accepted += 1;
        }
        for (name, bag) in folders(&folder.join("invalid")) {
            let known = INVALID.iter().find(|(v, n, ..)| (*v, *n) == (version.as_str(), name.as_str()));
            let (.., code, file) = known.unwrap_or_else(|| panic!("{version} {name}: what is wrong with it?"));
            let judged = judge(&bag).expect("readable");
            let is_found = judged.faults.iter().any(|fault| fault.code == *code && fault.file == *file);
            assert!(is_found, "{version} {name}: {:?}", judged.faults);
            refused += 1;
        }
    }
    assert!(accepted >= 18 && refused == INVALID.len(), "{accepted} {refused}");
    let dotted = judge(&suite.join("v0.97/warning/relative-path")).expect("readable");
    assert!(dotted.is_valid() && dotted.notes.iter().any(|note| note.code == Remark::Dotted), "{dotted:?}");
}
