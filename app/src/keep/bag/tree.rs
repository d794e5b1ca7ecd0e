//! What lies in a folder, however deep, by paths with slashes.

use super::{Code, Fault};
use std::collections::BTreeMap;
use std::fs;
use std::io::Result;
use std::path::Path;

/// The files of a folder.
#[derive(Debug, Default)]
pub struct Tree {
    /// The length of each file.
    pub files: BTreeMap<String, u64>,
    /// What is neither file nor folder, or cannot be looked into.
    pub faults: Vec<Fault>,
}

impl Tree {
    /// Looks through a folder. Links are not followed: they would lead out of it.
    pub fn of(root: &Path) -> Result<Tree> {
        let mut tree = Tree::default();
        tree.look(root, "", &mut fs::read_dir(root)?);
        Ok(tree)
    }

    fn look(&mut self, folder: &Path, prefix: &str, entries: &mut fs::ReadDir) {
        for entry in entries {
            let Ok(entry) = entry.inspect_err(|error| self.unreadable(prefix, error)) else { continue };
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let Ok(about) = entry.metadata().inspect_err(|error| self.unreadable(&path, error)) else { continue };
            if about.is_file() {
                self.files.insert(path, about.len());
            } else if about.is_dir() {
                let below = folder.join(entry.file_name());
                match fs::read_dir(&below) {
                    Ok(mut entries) => self.look(&below, &format!("{path}/"), &mut entries),
                    Err(error) => self.unreadable(&path, &error),
                }
            } else {
                self.faults.push(Fault::of(Code::Special, &path));
            }
        }
    }

    fn unreadable(&mut self, path: &str, error: &std::io::Error) {
        self.faults.push(Fault::of(Code::Unreadable, path).about(error.to_string()));
    }
}
