//! What a notice is computed from: the clause, the places, and when it was sent.

use super::places::Place;
use crate::days::Day;
use crate::days::holiday::Holiday;
use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};

/// What a notice is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    pub sent: Sent,
    /// Whoever gives the notice, and where it goes to.
    pub from: Place,
    pub to: Place,
    pub deemed: Deemed,
    /// No clause says so; it is what this program takes for the method.
    pub deemed_by_default: bool,
    pub length: Length,
    pub calendars: Calendars,
    pub clear_days: bool,
    pub start: Start,
    pub align: Align,
    pub roll: Roll,
    /// Lock-in: nothing ends before this day.
    pub earliest_end_on: Option<Day>,
    pub term_starts_on: Option<Day>,
    pub term_ends_on: Option<Day>,
    pub not_less_than_before_end: Option<Length>,
    pub holidays: Vec<Holiday>,
    /// Whether the packs' holidays are among them.
    pub packs: bool,
}

/// When the notice was sent and, where it is known, when it arrived, both as the recipient's clock shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub at: DateTime,
    pub received_at: Option<DateTime>,
    pub written: Option<Written>,
}

/// The sending as the sender's clock shows it, and the zones of both clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub at: DateTime,
    pub clocks: [String; 2],
}

/// When a notice counts as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deemed {
    SameDay { cutoff: Option<Time> },
    NextBusinessDay,
    NthBusinessDay(u16),
    NthDay(u16),
    OnReceipt,
}

/// How long a notice runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub count: u16,
    pub unit: Unit,
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Day,
    BusinessDay,
    Week,
    Month,
    Year,
    HijriMonth,
}

/// Whose days off a length in business days skips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendars {
    Recipient,
    Sender,
    Both,
}

/// When the length begins to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    DayAfter,
    FirstOfNextMonth,
}

/// On which days an end may fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    None,
    MonthEnd,
    QuarterEnd,
    TermAnniversary,
}

/// Where an end on a day off goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    None,
    Following,
    Preceding,
    ModifiedFollowing,
}
