//! Manifests: which file has which digest. And the list of what must be fetched.

use super::digest::Algorithm;
use super::tag::{Version, lines};
use super::{Code, Fault, Note, PAYLOAD, Remark};
use std::collections::BTreeMap;

/// What a manifest lists.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Its own name.
    pub file: String,
    pub algorithm: Algorithm,
    /// The line and the digest of each path.
    pub listed: BTreeMap<String, (u32, String)>,
}

/// Which files a manifest speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Payload,
    Tags,
}

impl Of {
    fn prefix(self) -> &'static str {
        match self {
            Of::Payload => "manifest-",
            Of::Tags => "tagmanifest-",
        }
    }

    /// Returns the word of the algorithm in the name of a manifest.
    pub fn algorithm_word(self, file: &str) -> Option<&str> {
        file.strip_prefix(self.prefix())?.strip_suffix(".txt")
    }

    /// Returns the name of the manifest of an algorithm.
    pub fn file(self, algorithm: Algorithm) -> String {
        format!("{}{}.txt", self.prefix(), algorithm.word())
    }
}

/// What reading a tag file brings to light.
#[derive(Debug, Default)]
pub struct Found {
    pub faults: Vec<Fault>,
    pub notes: Vec<Note>,
}

/// Reads a manifest.
pub fn read(of: Of, file: &str, algorithm: Algorithm, version: Version, text: &str, found: &mut Found) -> Manifest {
    let mut listed: BTreeMap<String, (u32, String)> = BTreeMap::new();
    for (number, line) in (1..).zip(lines(text)) {
        let Some((digest, written)) = digest_and_path(line, algorithm) else {
            found.faults.push(Fault::of(Code::Line, file).at(number).about(line));
            continue;
        };
        let path = match place(written, version) {
            Some(path) if of == Of::Tags || path.starts_with(PAYLOAD) => path,
            _ => {
                found.faults.push(Fault::of(Code::Outside, file).at(number).about(written));
                continue;
            }
        };
        if written.starts_with("./") {
            found.notes.push(Note::of(Remark::Dotted, file).at(number).about(written));
        }
        match listed.get(&path) {
            Some((_, other)) if version < Version::ONE && *other == digest => {
                found.notes.push(Note::of(Remark::Repeated, file).at(number).about(path));
            }
            Some(_) => found.faults.push(Fault::of(Code::Twice, file).at(number).about(path)),
            None => {
                listed.insert(path, (number, digest));
            }
        }
    }
    Manifest { file: file.to_owned(), algorithm, listed }
}

/// Reads the list of what must be fetched: address, length or `-`, path. Returns each path with its line.
pub fn fetched(file: &str, version: Version, text: &str, found: &mut Found) -> BTreeMap<String, u32> {
    let mut paths = BTreeMap::new();
    for (number, line) in (1..).zip(lines(text)) {
        let mut parts = line.splitn(3, [' ', '\t']);
        let (address, length, path) = (parts.next(), parts.next(), parts.next());
        let is_length = |text: &str| text == "-" || (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()));
        match (address, length.filter(|text| is_length(text)), path.map(str::trim_start)) {
            (Some(_), Some(_), Some(written)) => match place(written, version).filter(|p| p.starts_with(PAYLOAD)) {
                Some(path) => _ = paths.insert(path, number),
                None => found.faults.push(Fault::of(Code::Outside, file).at(number).about(written)),
            },
            _ => found.faults.push(Fault::of(Code::Line, file).at(number).about(line)),
        }
    }
    paths
}

/// Splits a line; `md5sum` and its like put a star before the path of a file that was read as bytes.
fn digest_and_path(line: &str, algorithm: Algorithm) -> Option<(String, &str)> {
    let (digest, path) = line.split_once([' ', '\t'])?;
    let path = path.trim_start_matches([' ', '\t']);
    let path = path.strip_prefix('*').unwrap_or(path);
    let is_digest = digest.len() == algorithm.width() && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_digest && !path.is_empty()).then(|| (digest.to_ascii_lowercase(), path))
}

/// Returns where a written path leads within the bag; nothing if it leads out of it.
fn place(written: &str, version: Version) -> Option<String> {
    let decoded = decoded(written, version);
    // What one system takes for a name is a way up on another.
    let leads_out = |part: &str| part == ".." || part.contains(':') && part.len() == 2;
    let is_home = decoded.starts_with('~') || decoded.starts_with(['/', '\\']);
    if is_home || decoded.contains('\0') || decoded.split(['/', '\\']).any(leads_out) {
        return None;
    }
    let parts: Vec<&str> = decoded.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Undoes what keeps a path on one line: ends of lines, and from 1.0 on the sign that announces them.
fn decoded(written: &str, version: Version) -> String {
    let mut text = written.to_owned();
    for (code, sign) in [("%0A", "\n"), ("%0a", "\n"), ("%0D", "\r"), ("%0d", "\r")] {
        text = text.replace(code, sign);
    }
    if version >= Version::ONE { text.replace("%25", "%") } else { text }
}

/// Returns a path as it is written in a manifest of version 1.0.
pub fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_within() {
        for out in ["../x", "data/../../x", "/etc/passwd", "~/x", "~root/x", "data\\..\\x", "C:/x", "", "."] {
            assert_eq!(place(out, Version::ONE), None, "{out}");
        }
        assert_eq!(place("./data//a", Version::ONE).as_deref(), Some("data/a"));
        assert_eq!(place("data/a b", Version::ONE).as_deref(), Some("data/a b"));
        assert_eq!(place("data/..a", Version::ONE).as_deref(), Some("data/..a"));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for path in ["data/100%.txt", "data/two\nlines", "data/%0A", "data/مرفق.pdf", "data/%250a"] {
            assert_eq!(place(&encoded(path), Version::ONE).as_deref(), Some(path));
        }
        assert_eq!(place("data/%7Ea", Version(0, 97)).as_deref(), Some("data/%7Ea"));
        assert_eq!(place("data/a%25", Version(0, 97)).as_deref(), Some("data/a%25"));
    }

    #[test]
    fn a_line_is_a_digest_and_a_path() {
        let md5 = "d41d8cd98f00b204e9800998ecf8427e";
        let read = |line: &str| digest_and_path(line, Algorithm::Md5).map(|(_, path)| path.to_owned());
        assert_eq!(read(&format!("{md5}  data/a")).as_deref(), Some("data/a"));
        assert_eq!(read(&format!("{md5} *data/a")).as_deref(), Some("data/a"));
        assert_eq!(read(&format!("{}\tdata/a b ", md5.to_uppercase())).as_deref(), Some("data/a b "));
        assert_eq!(read(md5), None);
        assert_eq!(read(&format!("{}  data/a", &md5[1..])), None);
        assert_eq!(read("zzzd8cd98f00b204e9800998ecf8427e  data/a"), None);
    }
}
