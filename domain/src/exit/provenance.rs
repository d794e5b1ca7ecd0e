//! Where the figures come from, and how far they are trusted.

use super::Key;
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The firm's own history.
    History,
    Assumption,
}

/// How far a figure is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// What is said of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    pub origin: Origin,
    pub confidence: Confidence,
    /// The day on which it was true.
    pub as_of: Option<Day>,
}

impl Said {
    /// What holds for a figure of which nothing is said.
    pub const NOTHING: Said = Said { origin: Origin::Assumption, confidence: Confidence::Low, as_of: None };
    /// What holds for a figure that a person wrote down without saying where it comes from.
    pub const WRITTEN: Said = Said { confidence: Confidence::Medium, ..Said::NOTHING };
}

impl Origin {
    pub const WORDS: [&str; 2] = ["history", "assumption"];

    /// Returns the word in files and keys.
    pub fn word(self) -> &'static str {
        Origin::WORDS[self as usize]
    }

    /// Returns the origin of a word.
    pub fn of(word: &str) -> Option<Origin> {
        [Origin::History, Origin::Assumption].into_iter().find(|origin| origin.word() == word)
    }
}

impl Confidence {
    pub const WORDS: [&str; 3] = ["low", "medium", "high"];

    /// Returns the word in files and keys.
    pub fn word(self) -> &'static str {
        Confidence::WORDS[self as usize]
    }

    /// Returns the confidence of a word.
    pub fn of(word: &str) -> Option<Confidence> {
        [Confidence::Low, Confidence::Medium, Confidence::High].into_iter().find(|level| level.word() == word)
    }
}

/// Something about inputs that is worth a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// The costs that can be cut are more than the fixed cost of which they are said to be part.
    CostsAboveFixed,
    StagesBeyondHorizon,
    ContractBeyondHorizon,
    /// Nothing comes in the client's stead.
    NoReplacement,
}

/// An input as a simulation used it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    pub key: Key,
    pub value: f64,
    pub origin: Origin,
    pub confidence: Confidence,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub as_of: Option<Day>,
}
