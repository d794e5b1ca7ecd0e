//! Holidays by place: fixed, announced, or still waiting for an announcement; and those that the packs list.

mod easter;
mod own;
mod pack;
mod when;

pub use own::{OwnDay, kept};
pub use pack::{Listed, listed, listed_from};

use super::Day;
use serde::{Deserialize, Serialize};

/// A day off at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub place: String,
    pub on: Day,
    #[serde(default)]
    pub certainty: Certainty,
}

/// How sure a holiday's day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    #[default]
    Fixed,
    Announced,
    /// Expected; it may fall a day earlier or later.
    Tentative,
}

impl Certainty {
    /// The words by which files know them.
    pub const WORDS: [&'static str; 3] = ["fixed", "announced", "tentative"];
}
