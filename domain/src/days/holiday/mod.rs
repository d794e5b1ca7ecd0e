//! Holidays by place: fixed, announced, or still waiting for an announcement; and those that the packs list.

mod easter;
mod own;
mod pack;
mod when;

pub use own::{OwnDay, is_holiday, kept};
pub use pack::{Listed, listed, listed_from};

use super::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// A day off at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub place: String,
    pub on: Day,
    #[serde(default)]
    pub certainty: Certainty,
}

words! {
    /// How sure a holiday's day is.
    #[derive(Default)]
    Certainty {
        #[default]
        Fixed = "fixed",
        Announced = "announced",
        /// Expected; it may fall a day earlier or later.
        Tentative = "tentative",
    }
}
