//! What is said in the events of an end, where it is more than one text.

use serde::{Deserialize, Serialize};

/// A question that the client may ask, or asked, with the answer that everyone gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionSaid {
    pub question: String,
    pub answer: String,
}

/// The name of a proof's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofSaid {
    pub file: String,
}

/// Who may read an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveSaid {
    pub readers: Vec<String>,
}

/// Who was given a link, and where the code reaches them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactSaid {
    pub name: String,
    pub contact: String,
    /// Who of the client agreed to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented_by: Option<String>,
}

/// Who confirmed something for the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignerSaid {
    pub name: String,
}
