//! Whether a folder is a valid bag, and if not, every reason why.

use super::digest::{Algorithm, digests};
use super::manifest::{self, Found, Manifest, Of};
use super::tag::{DECLARATION, Declaration, Version, values};
use super::tree::Tree;
use super::{Code, Fault, Note, PAYLOAD, Remark};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Result;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

const FETCH: &str = "fetch.txt";
const INFO: &str = "bag-info.txt";

/// What a folder was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The version that it declares.
    pub version: Option<Version>,
    /// How many files its payload has, and how many bytes.
    pub files: u64,
    pub bytes: u64,
    /// Every fault, sorted; a bag without any is valid.
    pub faults: Vec<Fault>,
    pub notes: Vec<Note>,
}

impl Judged {
    pub fn is_valid(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Judges a folder: it is complete and each file is what it was. Only files within it are read, and nothing is fetched.
pub fn judge(root: &Path) -> Result<Judged> {
    let mut tree = Tree::of(root)?;
    let mut found = Found { faults: std::mem::take(&mut tree.faults), notes: vec![] };
    let declared = declaration(root, &tree, &mut found);
    let bag = Bag { root, tree, declared: declared.unwrap_or(Declaration::ASSUMED) };
    let payload = bag.manifests(Of::Payload, &mut found);
    let tags = bag.manifests(Of::Tags, &mut found);
    bag.complete(&payload, &tags, &mut found);
    bag.counted(&mut found);
    bag.remarks(&payload, &tags, &mut found);
    found.faults.extend(bag.altered(payload.iter().chain(&tags)));
    found.faults.sort();
    found.notes.sort();
    let (files, bytes) = bag.payload_size();
    Ok(Judged {
        version: declared.map(|declared| declared.version),
        files,
        bytes,
        faults: found.faults,
        notes: found.notes,
    })
}

fn declaration(root: &Path, tree: &Tree, found: &mut Found) -> Option<Declaration> {
    if !tree.files.contains_key(DECLARATION) {
        found.faults.push(Fault::of(Code::Undeclared, DECLARATION));
        return None;
    }
    let read = fs::read(root.join(DECLARATION));
    let read = read.map_err(|error| Fault::of(Code::Unreadable, DECLARATION).about(error.to_string()));
    read.and_then(|bytes| Declaration::read(&bytes)).map_err(|fault| found.faults.push(fault)).ok()
}

struct Bag<'b> {
    root: &'b Path,
    tree: Tree,
    declared: Declaration,
}

impl Bag<'_> {
    /// Reads the manifests of one sort, in the order of their names.
    fn manifests(&self, of: Of, found: &mut Found) -> Vec<Manifest> {
        let mut manifests = vec![];
        for file in self.tree.files.keys() {
            let Some(word) = of.algorithm_word(file) else { continue };
            // The same algorithm may be written `sha256`, `SHA256` or `sha-256`.
            let plain = word.to_ascii_lowercase().replace('-', "");
            match Algorithm::of(&plain) {
                Some(algorithm) => {
                    let Some(text) = self.text(file, found) else { continue };
                    manifests.push(manifest::read(of, file, algorithm, self.declared.version, &text, found));
                }
                None => found.notes.push(Note::of(Remark::Algorithm, file).about(word)),
            }
        }
        manifests
    }

    /// Returns the text of a tag file.
    fn text(&self, file: &str, found: &mut Found) -> Option<String> {
        let read = fs::read(self.root.join(file));
        let read = read.map_err(|error| Fault::of(Code::Unreadable, file).about(error.to_string()));
        read.and_then(|bytes| self.declared.text(file, &bytes)).map_err(|fault| found.faults.push(fault)).ok()
    }

    /// Looks whether all that is listed is there, and all that is there is listed.
    fn complete(&self, payload: &[Manifest], tags: &[Manifest], found: &mut Found) {
        if !self.root.join(PAYLOAD).is_dir() {
            found.faults.push(Fault::of(Code::NoPayload, PAYLOAD));
        }
        if payload.is_empty() {
            found.faults.push(Fault::of(Code::NoManifest, &Of::Payload.file(Algorithm::Sha512)));
        }
        let fetched = self.fetched(payload, found);
        for manifest in payload.iter().chain(tags) {
            for (path, (line, _)) in &manifest.listed {
                if !self.tree.files.contains_key(path) {
                    let code = if fetched.contains_key(path) { Code::Unfetched } else { Code::Missing };
                    found.faults.push(Fault::of(code, path).at(*line).about(&manifest.file));
                }
            }
        }
        for path in self.payload() {
            let lacks = |manifest: &&Manifest| !manifest.listed.contains_key(path);
            let lacking: Vec<&str> = payload.iter().filter(lacks).map(|manifest| manifest.file.as_str()).collect();
            // Before 1.0 it was enough that one of them lists a file.
            if !lacking.is_empty() && (self.declared.version >= Version::ONE || lacking.len() == payload.len()) {
                found.faults.push(Fault::of(Code::Unlisted, path).about(lacking.join(", ")));
            }
        }
    }

    /// Returns what must be fetched; only what a manifest lists can be checked afterwards.
    fn fetched(&self, payload: &[Manifest], found: &mut Found) -> BTreeMap<String, u32> {
        if !self.tree.files.contains_key(FETCH) {
            return BTreeMap::new();
        }
        let Some(text) = self.text(FETCH, found) else { return BTreeMap::new() };
        let fetched = manifest::fetched(FETCH, self.declared.version, &text, found);
        for (path, line) in &fetched {
            if !payload.iter().any(|manifest| manifest.listed.contains_key(path)) {
                found.faults.push(Fault::of(Code::Unlisted, path).at(*line).about(FETCH));
            }
        }
        fetched
    }

    fn payload(&self) -> impl Iterator<Item = &str> {
        self.tree.files.keys().map(String::as_str).filter(|path| path.starts_with(PAYLOAD))
    }

    fn payload_size(&self) -> (u64, u64) {
        self.payload().fold((0, 0), |(files, bytes), path| (files + 1, bytes + self.tree.files[path]))
    }

    /// Holds what `bag-info.txt` counted against what is there: bytes, a point, files.
    fn counted(&self, found: &mut Found) {
        if !self.tree.files.contains_key(INFO) {
            return;
        }
        let Some(text) = self.text(INFO, found) else { return };
        let (files, bytes) = self.payload_size();
        let is = format!("{bytes}.{files}");
        for counted in values(&text, "Payload-Oxum") {
            if counted != is {
                found.faults.push(Fault::of(Code::Oxum, INFO).about(format!("{counted} ≠ {is}")));
            }
        }
    }

    fn remarks(&self, payload: &[Manifest], tags: &[Manifest], found: &mut Found) {
        if !payload.is_empty() && payload.iter().all(|manifest| manifest.algorithm.is_weak()) {
            let names: Vec<&str> = payload.iter().map(|manifest| manifest.algorithm.word()).collect();
            found.notes.push(Note::of(Remark::Weak, &payload[0].file).about(names.join(", ")));
        }
        let mut seen = BTreeSet::new();
        let listed: BTreeSet<&String> = payload.iter().flat_map(|manifest| manifest.listed.keys()).collect();
        for path in listed {
            if !seen.insert(path.to_lowercase()) {
                found.notes.push(Note::of(Remark::Case, path));
            }
        }
        // What signs a list of tag files cannot stand in it.
        let lists = |path: &str| Of::Tags.algorithm_word(path.strip_suffix(".sig").unwrap_or(path)).is_some();
        let is_tag = |path: &&String| !path.starts_with(PAYLOAD) && !lists(path);
        for path in self.tree.files.keys().filter(is_tag) {
            if !tags.iter().any(|manifest| manifest.listed.contains_key(path)) {
                found.notes.push(Note::of(Remark::Unbound, path));
            }
        }
    }

    /// Reads every listed file once, on all processors, and returns those that are not what they were.
    fn altered<'m>(&self, manifests: impl Iterator<Item = &'m Manifest>) -> Vec<Fault> {
        let mut wanted: BTreeMap<&str, Vec<(Algorithm, &str, &str, u32)>> = BTreeMap::new();
        for manifest in manifests {
            for (path, (line, digest)) in &manifest.listed {
                if self.tree.files.contains_key(path) {
                    wanted.entry(path).or_default().push((manifest.algorithm, digest, &manifest.file, *line));
                }
            }
        }
        let wanted: Vec<_> = wanted.into_iter().collect();
        let (next, faults) = (AtomicUsize::new(0), Mutex::new(vec![]));
        let work = || {
            while let Some((path, expected)) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                let found = self.compare(path, expected);
                faults.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
        });
        faults.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn compare(&self, path: &str, expected: &[(Algorithm, &str, &str, u32)]) -> Vec<Fault> {
        let algorithms: Vec<Algorithm> = expected.iter().map(|(algorithm, ..)| *algorithm).collect();
        match File::open(self.root.join(path)).and_then(|file| digests(file, &algorithms)) {
            Ok(found) => expected
                .iter()
                .zip(found)
                .filter(|((_, digest, ..), found)| *digest != *found)
                .map(|((_, digest, manifest, line), found)| {
                    Fault::of(Code::Altered, path).at(*line).about(format!("{manifest}: {digest} ≠ {found}"))
                })
                .collect(),
            Err(error) => vec![Fault::of(Code::Unreadable, path).about(error.to_string())],
        }
    }
}
