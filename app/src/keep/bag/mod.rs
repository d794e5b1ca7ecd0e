//! BagIt (RFC 8493): a folder whose manifests say what lies in it, so that whoever opens it years later can tell whether
//! anything is missing, was changed, or was put in. Bags of version 0.93 to 1.0 are judged; ours are 1.0.

mod digest;
mod judge;
mod manifest;
mod tag;
mod tree;
mod write;

pub use digest::{Algorithm, digests};
pub use judge::{Judged, judge};
pub use manifest::encoded;
pub use tree::Tree;
pub use write::{MANIFEST, Named, TAG_MANIFEST, manifest, tag_files, tag_manifest};

use domain::word::words;

/// The folder of what is kept; everything else in a bag is about it.
pub const PAYLOAD: &str = "data/";

words! {
    /// Why a folder is no valid bag.
    Code {
        /// There is no `bagit.txt`.
        Undeclared = "undeclared",
        /// A line of `bagit.txt` is not as it must be.
        Declaration = "declaration",
        /// A version of which nothing is known here.
        Version = "version",
        /// An encoding that is not known.
        Encoding = "encoding",
        /// A tag file is not in the encoding that was declared.
        NotText = "not_text",
        /// There is no folder `data`.
        NoPayload = "no_payload",
        /// No manifest of an algorithm that is known here.
        NoManifest = "no_manifest",
        /// A line that is no digest with a path.
        Line = "line",
        /// A path that leads out of where it may lead.
        Outside = "outside",
        /// A path that is listed twice.
        Twice = "twice",
        /// A file that is listed and not there.
        Missing = "missing",
        /// A file that is listed and must be fetched first.
        Unfetched = "unfetched",
        /// A file of the payload that is not listed.
        Unlisted = "unlisted",
        /// A file that is not what it was.
        Altered = "altered",
        /// `Payload-Oxum` counts something else.
        Oxum = "oxum",
        /// Neither a file nor a folder.
        Special = "special",
        /// A file that cannot be read.
        Unreadable = "unreadable",
    }
}

words! {
    /// What is worth knowing of a bag that may be valid all the same.
    Remark {
        /// An algorithm that is not known here, so that its manifest proves nothing.
        Algorithm = "algorithm",
        /// Only digests that can be forged.
        Weak = "weak",
        /// A path written with a dot before it.
        Dotted = "dotted",
        /// The same line twice.
        Repeated = "repeated",
        /// Paths that only differ in upper and lower case, which some systems take for one.
        Case = "case",
        /// A tag file that no tag manifest lists, so that a change of it would not be seen.
        Unbound = "unbound",
    }
}

/// A fault or a remark: what, in which file, at which line, and the words that it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said<C> {
    pub code: C,
    pub file: String,
    pub line: Option<u32>,
    pub about: String,
}

impl<C> Said<C> {
    fn of(code: C, file: &str) -> Said<C> {
        Said { code, file: file.to_owned(), line: None, about: String::new() }
    }

    fn at(self, line: u32) -> Said<C> {
        Said { line: Some(line), ..self }
    }

    fn about(self, about: impl Into<String>) -> Said<C> {
        Said { about: about.into(), ..self }
    }
}

/// A fault.
pub type Fault = Said<Code>;

/// A remark.
pub type Note = Said<Remark>;
