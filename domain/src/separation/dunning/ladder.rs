//! The reminder ladder as versioned data: every rung can be changed.

use crate::case::Role;
use crate::separation::letter::{self, Kind};
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// What a rung is.
    RungKind {
        /// Before the due day: did the invoice arrive, is anything wrong with it?
        Courtesy = "courtesy",
        Friendly = "friendly",
        /// A talk about the cause, and a promise with a day.
        Call = "call",
        FormalReminder = "formal_reminder",
        /// With a time to mend it; suspension is announced.
        DefaultNotice = "default_notice",
        Suspension = "suspension",
        FinalNotice = "final_notice",
        /// Claim, collection, or the end of the contract.
        Claim = "claim",
    }
}

impl RungKind {
    /// Tells whether it harms if it is wrong, so that it needs two people.
    pub fn is_grave(self) -> bool {
        self >= RungKind::DefaultNotice
    }

    /// Returns the letter by which it is written, and which of the reminders that is; a suspension is announced by its own.
    pub fn letter(self) -> Option<(Kind, Option<letter::Rung>)> {
        use letter::Rung;
        Some(match self {
            RungKind::Courtesy => (Kind::Reminder, Some(Rung::Courtesy)),
            RungKind::Friendly => (Kind::Reminder, Some(Rung::Friendly)),
            RungKind::FormalReminder => (Kind::Reminder, Some(Rung::Formal)),
            RungKind::FinalNotice => (Kind::Reminder, Some(Rung::Final)),
            RungKind::DefaultNotice => (Kind::Default, None),
            RungKind::Suspension => (Kind::Suspension, None),
            RungKind::Call | RungKind::Claim => return None,
        })
    }
}

/// One rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    pub level: i64,
    pub kind: RungKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_due_days: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_last_business_days: Option<u32>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub after_cure: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline_business_days: Option<u32>,
    pub gate: Vec<Role>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A version of the firm's ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    pub version: u32,
    pub gap_business_days: u32,
    /// The hours of contact at the debtor's place.
    pub opens: u16,
    pub closes: u16,
    #[serde(rename = "rung")]
    pub rungs: Vec<Rung>,
}

/// Why a ladder cannot be used; `rung` is the place of the rung, from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LadderError {
    #[error("{0}")]
    Unreadable(String),
    #[error("rung {rung}: {wrong:?}")]
    Rung { rung: usize, wrong: RungWrong },
    #[error("the hours of contact do not follow each other")]
    Hours,
}

words! {
    /// What is wrong with a rung.
    RungWrong {
        /// Levels and kinds do not rise.
        Order = "order",
        /// It comes before the rung before it.
        Earlier = "earlier",
        /// It says not exactly once when it comes.
        When = "when",
        /// Fewer than two people have their say.
        Gate = "gate",
        /// A number is beyond all use.
        Range = "range",
    }
}

const STANDARD: &str = include_str!("ladder.toml");
const DAYS_MAX: u32 = 365;

impl Ladder {
    /// Returns the ladder that a firm begins with.
    pub fn standard() -> Ladder {
        toml::from_str(STANDARD).expect("the standard ladder is part of the program and has a test")
    }

    /// Reads a ladder and checks it.
    pub fn read(text: &str) -> Result<Ladder, LadderError> {
        let ladder: Ladder = toml::from_str(text).map_err(|error| LadderError::Unreadable(error.to_string()))?;
        ladder.check().map(|()| ladder)
    }

    /// Writes the ladder as TOML.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("a ladder is made of numbers and words")
    }

    /// Tells what is wrong first.
    pub fn check(&self) -> Result<(), LadderError> {
        if self.opens >= self.closes || self.closes > 24 {
            return Err(LadderError::Hours);
        }
        let wrong = |rung, wrong| Err(LadderError::Rung { rung, wrong });
        let mut last_days = i32::MIN;
        for (place, rung) in self.rungs.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &self.rungs[before]);
            if before.is_some_and(|before| before.level >= rung.level || before.kind >= rung.kind) {
                return wrong(place, RungWrong::Order);
            }
            let ways = [rung.after_due_days.is_some(), rung.after_last_business_days.is_some(), rung.after_cure];
            if ways.into_iter().filter(|way| *way).count() != 1 || (before.is_none() && rung.after_due_days.is_none()) {
                return wrong(place, RungWrong::When);
            }
            let counts = [
                rung.after_last_business_days,
                rung.deadline_business_days,
                rung.after_due_days.map(i32::unsigned_abs),
            ];
            if counts.into_iter().flatten().any(|days| days > DAYS_MAX) || self.gap_business_days > DAYS_MAX {
                return wrong(place, RungWrong::Range);
            }
            if rung.after_due_days.is_some_and(|days| days <= last_days) {
                return wrong(place, RungWrong::Earlier);
            }
            last_days = rung.after_due_days.unwrap_or(last_days);
            let people: BTreeSet<Role> = rung.gate.iter().copied().collect();
            if people.len() != rung.gate.len() || (rung.kind.is_grave() && people.len() < 2) {
                return wrong(place, RungWrong::Gate);
            }
        }
        Ok(())
    }

    /// Returns the rung of a level.
    pub fn rung(&self, level: i64) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.level == level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_ladder_reads_back_and_is_sound() {
        let ladder = Ladder::standard();
        assert_eq!(Ladder::read(&ladder.text()), Ok(ladder.clone()));
        assert_eq!(ladder.rungs.iter().map(|rung| rung.level).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(RungKind::ALL.iter().all(|kind| ladder.rungs.iter().any(|rung| rung.kind == *kind)));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_rung() {
        let check = |change: fn(&mut Ladder), rung, wrong| {
            let mut ladder = Ladder::standard();
            change(&mut ladder);
            assert_eq!(ladder.check(), Err(LadderError::Rung { rung, wrong }));
        };
        check(|ladder| ladder.rungs.swap(1, 2), 2, RungWrong::Order);
        check(|ladder| ladder.rungs[2].after_due_days = Some(3), 2, RungWrong::Earlier);
        check(|ladder| ladder.rungs[6].after_cure = true, 6, RungWrong::When);
        check(|ladder| ladder.rungs[4].gate = vec![Role::Counsel], 4, RungWrong::Gate);
        check(|ladder| ladder.rungs[4].gate = vec![Role::Counsel, Role::Counsel], 4, RungWrong::Gate);
        check(|ladder| ladder.rungs[3].deadline_business_days = Some(4000), 3, RungWrong::Range);
        assert_eq!(Ladder { opens: 17, closes: 9, ..Ladder::standard() }.check(), Err(LadderError::Hours));
        // A firm may leave rungs out.
        let mut short = Ladder::standard();
        short.rungs.retain(|rung| ![0, 6].contains(&rung.level));
        assert_eq!(short.check(), Ok(()));
    }
}
