//! The options of a decision as they were scored, frozen with the weights that the firm had set beforehand.

use super::outcome::Outcome;
use super::worth::Worth;
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// A scoring as it was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scoring {
    /// Which of the firm's weightings holds: the one in force when the case was opened; 0 for the one a firm begins with.
    #[serde(default)]
    pub version: u32,
    /// What counts how much, by the word of the criterion.
    pub weights: Vec<(String, f64)>,
    pub options: Vec<Scored>,
    pub seed: u64,
    /// What the client was worth by the records when the options were scored.
    #[serde(default)]
    pub inputs: Option<Inputs>,
}

/// One option: its scores by criterion, what they come to, and in which share of random weights it comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scored {
    pub outcome: Outcome,
    pub scores: Vec<(String, f64)>,
    pub total: f64,
    pub wins: f64,
}

/// The figures on which the scores rest; sums are whole units of the base currency. What is unknown is absent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    pub on: Day,
    pub contribution: Option<f64>,
    pub lifetime: Option<f64>,
    /// Of the firm's revenue, 0 to 1.
    pub share: Option<f64>,
    /// The interval of the chance that a repair succeeds, 0 to 1.
    pub repair: (f64, f64),
}

/// What people say beside the scores.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoringSaid {
    /// On what else the worth depends (DOMAIN A45): other contracts, referrals, licences, a group of companies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depends_on: Option<String>,
    /// What the client is worth that no figure shows: strategy, reference, reputation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond_figures: Option<String>,
    /// Whether we would begin with this client today: what was put in already, and loyalty, hide that question (A2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_new: Option<String>,
}

impl Inputs {
    /// Takes the figures of a worth; what is no number is unknown.
    pub fn of(worth: &Worth) -> Inputs {
        let known = |value: Option<f64>| value.filter(|value| value.is_finite());
        Inputs {
            on: worth.on,
            contribution: known(worth.contribution.as_ref().ok().map(|contribution| contribution.sum)),
            lifetime: known(worth.lifetime.as_ref().ok().map(|lifetime| lifetime.value)),
            share: known(worth.concentration.as_ref().ok().map(|concentration| concentration.share)),
            repair: (worth.repair.low, worth.repair.high),
        }
    }
}

impl ScoringSaid {
    /// Returns every text that was said.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.depends_on, &self.beyond_figures, &self.as_new].into_iter().flatten().map(String::as_str)
    }
}
