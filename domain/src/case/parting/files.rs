//! Files of an end: what proves something.

/// A file that proves something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    pub sha256: String,
    /// The name that the file had; nothing where it was erased since.
    pub name: Option<String>,
}

impl ProofFile {
    /// Returns the ending of the file's name with its point, where it is a plain one.
    pub fn ending(&self) -> &str {
        let name = self.name.as_deref().unwrap_or_default();
        let ending = name.rfind('.').map(|at| &name[at..]).unwrap_or_default();
        let is_plain = ending.len() <= 6 && ending.bytes().skip(1).all(|byte| byte.is_ascii_alphanumeric());
        if is_plain { ending } else { "" }
    }
}
