//! What a client is worth beyond money.

use super::kind::{Key, choice, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

choice! {
    /// What kind of good a client did us.
    ValueKind { Reference = "reference", Referral = "referral", Skill = "skill", Portfolio = "portfolio" }
}

record! {
    /// A reference, a referral won, a skill gained or a portfolio piece, valued by the owner.
    GoodValue in "values", key Key::Digest, happened "on_day",
    { on_day: Day, kind: ValueKind, amount: Option<Minor>, currency: Currency, note: Option<Text> }
}
