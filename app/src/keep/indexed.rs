//! What the index of what was destroyed has of an erasure beside its line. The erasure list keeps it with the line, so that a
//! backup of before the erasure does not lose the entry.

use super::erasures::is_false;
use domain::days::Day;
use domain::erasure::CopyKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An entry of the index: ids, numbers and days, and nothing of what was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indexed {
    /// Whose data it was; empty where it was someone of the firm.
    pub client: String,
    pub proposed_by: String,
    pub proposed_on: Day,
    pub confirmed_by: String,
    /// How many rows went of each table.
    pub gone: BTreeMap<String, u64>,
    pub files: u64,
    /// The copies that it did not reach.
    pub copies: Vec<Copied>,
}

/// A sort of copies that is not reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    pub kind: CopyKind,
    /// The archive or the place, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub n: u64,
    /// The day from which the last of them is to be gone; nothing where no day is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Whether nobody could look whether it is still there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unseen: bool,
}

impl Copied {
    /// Returns so many copies of a sort, of which no more is known.
    pub fn of(kind: CopyKind, n: u64) -> Copied {
        Copied { kind, name: None, n, until: None, unseen: false }
    }
}
