//! The options of a decision as they were scored, frozen with the weights that the firm had set beforehand.

use super::outcome::Outcome;
use serde::{Deserialize, Serialize};

/// A scoring as it was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scoring {
    /// What counts how much, by the word of the criterion.
    pub weights: Vec<(String, f64)>,
    pub options: Vec<Scored>,
    pub seed: u64,
}

/// One option: its scores by criterion, what they come to, and in which share of random weights it comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scored {
    pub outcome: Outcome,
    pub scores: Vec<(String, f64)>,
    pub total: f64,
    pub wins: f64,
}
