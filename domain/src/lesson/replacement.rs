//! What comes in a lost client's stead: the pipeline held against the contribution that is lost, and how long the first
//! revenue took (DOMAIN B79, 3.6).

use super::back_test::Share;
use super::prospect::{Prospect, Stage};
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// The chance that a prospect of a stage is won, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chances {
    pub lead: u8,
    pub talked: u8,
    pub proposal: u8,
}

impl Chances {
    /// An assumption, until the firm sets its own.
    pub const STANDARD: Chances = Chances { lead: 10, talked: 25, proposal: 50 };

    /// Returns the chance of a stage, in percent.
    pub fn of(self, stage: Stage) -> u8 {
        match stage {
            Stage::Lead => self.lead,
            Stage::Talked => self.talked,
            Stage::Proposal => self.proposal,
            Stage::Won => 100,
            Stage::Lost | Stage::Refused => 0,
        }
    }

    /// Tells whether they are percents that do not fall from stage to stage.
    pub fn is_sound(self) -> bool {
        self.lead <= self.talked && self.talked <= self.proposal && self.proposal <= 100
    }
}

/// The firm's own chances, set by its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    PolicyChanged { chances: Chances, reason: String },
}

/// How often over the whole pipeline must cover what is lost where its weighted sum does not.
pub const RAW_TIMES: i64 = 3;

/// What a year's lost contribution is held against; minor units of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub lost: i64,
    /// What was won since the decision.
    pub won: i64,
    /// Everything that is open.
    pub raw: i64,
    /// What is open, each by the chance of its stage.
    pub weighted: i64,
    /// How many open prospects have no contribution that is known; they count nothing.
    pub unknown: usize,
}

impl Coverage {
    /// Sums up prospects; `yearly` gives what one is expected to leave over, and what was won before `since` is left out.
    pub fn of<'a>(
        lost: i64,
        since: Day,
        chances: Chances,
        prospects: impl IntoIterator<Item = &'a Prospect>,
        yearly: impl Fn(&Prospect) -> Option<i64>,
    ) -> Coverage {
        let mut own = Coverage { lost, ..Coverage::default() };
        for prospect in prospects {
            let (stage, on) = prospect.stage();
            let sum = yearly(prospect);
            if stage == Stage::Won && on >= since {
                own.won += sum.unwrap_or(0);
                own.unknown += usize::from(sum.is_none());
            } else if stage.is_open() {
                own.raw += sum.unwrap_or(0);
                own.weighted += sum.unwrap_or(0) * i64::from(chances.of(stage)) / 100;
                own.unknown += usize::from(sum.is_none());
            }
        }
        own
    }

    /// Returns what is won and what is open by its chances, as a share of what is lost; nothing if nothing is lost.
    pub fn share(&self) -> Option<f64> {
        (self.lost > 0).then(|| (self.won + self.weighted) as f64 / self.lost as f64)
    }

    /// Returns what is won and all that is open, as a multiple of what is lost.
    pub fn times(&self) -> Option<f64> {
        (self.lost > 0).then(|| (self.won + self.raw) as f64 / self.lost as f64)
    }

    /// Tells whether that is enough.
    pub fn is_enough(&self) -> bool {
        self.lost <= 0 || self.won + self.weighted >= self.lost || self.won + self.raw >= RAW_TIMES * self.lost
    }
}

/// Returns, of the prospects that ever stood at a stage and were decided, the share that was won; whom we refused is left out.
pub fn conversion(prospects: &[Prospect], stage: Stage) -> Option<Share> {
    let stood = prospects.iter().filter(|one| one.stages.iter().any(|(at, _, _)| *at == stage));
    let ends: Vec<Stage> = stood.map(|one| one.stage().0).collect();
    let count = |wanted: Stage| ends.iter().filter(|end| **end == wanted).count();
    let (won, lost) = (count(Stage::Won), count(Stage::Lost));
    Share::of(won, won + lost)
}

/// Returns the first day on which those who had paid by then are expected to leave over in a year what is lost; each with the
/// day of its first payment and its yearly sum.
pub fn replaced_on(lost: i64, paid: &[(Day, i64)]) -> Option<Day> {
    let mut paid = paid.to_vec();
    paid.sort_unstable();
    let sums = paid.into_iter().scan(0, |sum, (on, yearly)| {
        *sum += yearly;
        Some((on, *sum))
    });
    (lost > 0).then_some(sums).and_then(|mut sums| sums.find(|(_, sum)| *sum >= lost)).map(|(on, _)| on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::prospect::tests::{day, profile, told};
    use crate::lesson::prospect::{Channel, Event as Told};
    use crate::money::{Currency, Money};

    fn one(stage: Stage, on: &str, yearly: Option<i64>) -> Prospect {
        let currency = Currency::of("SAR").expect("a currency");
        let contribution = yearly.map(|minor| Money { minor, currency });
        let event = Told::StageEntered { stage, on: day(on), reason: None };
        told(crate::lesson::prospect::Profile { contribution, ..profile("x", Channel::Other) }, vec![(on, event)])
    }

    fn coverage(lost: i64) -> Coverage {
        let all = [
            one(Stage::Lead, "2026-10-01", Some(40_000)),
            one(Stage::Talked, "2026-10-02", Some(60_000)),
            one(Stage::Proposal, "2026-10-03", Some(80_000)),
            one(Stage::Proposal, "2026-10-03", None),
            one(Stage::Won, "2026-10-04", Some(30_000)),
            one(Stage::Won, "2026-05-04", Some(99_000)),
            one(Stage::Lost, "2026-10-05", Some(50_000)),
        ];
        let yearly = |one: &Prospect| one.profile.contribution.map(|money| money.minor);
        Coverage::of(lost, day("2026-09-01"), Chances::STANDARD, &all, yearly)
    }

    #[test]
    fn weighs_what_is_open_by_its_stage() {
        let own = coverage(100_000);
        // 40,000 x 10% + 60,000 x 25% + 80,000 x 50% = 59,000, and 30,000 are won.
        assert_eq!((own.raw, own.weighted, own.won, own.unknown), (180_000, 59_000, 30_000, 1));
        assert_eq!((own.share(), own.times()), (Some(0.89), Some(2.1)));
        assert!(!own.is_enough());
    }

    #[test]
    fn once_weighted_or_three_times_raw_is_enough() {
        assert!(coverage(89_000).is_enough(), "89,000 of 89,000");
        assert!(!coverage(89_001).is_enough());
        let all = [one(Stage::Lead, "2026-10-01", Some(300_000))];
        let raw = |lost| {
            Coverage::of(lost, day("2026-09-01"), Chances::STANDARD, &all, |one| {
                one.profile.contribution.map(|money| money.minor)
            })
        };
        assert!(raw(100_000).is_enough() && !raw(100_001).is_enough());
        assert_eq!((raw(0).share(), raw(0).is_enough()), (None, true));
    }

    #[test]
    fn replaced_is_what_paid_up_to_what_is_lost() {
        let paid = [(day("2026-12-01"), 40_000), (day("2026-11-01"), 50_000), (day("2027-02-01"), 30_000)];
        assert_eq!(replaced_on(90_000, &paid), Some(day("2026-12-01")));
        assert_eq!(replaced_on(90_001, &paid), Some(day("2027-02-01")));
        assert_eq!(replaced_on(120_001, &paid), None);
        assert_eq!(replaced_on(0, &paid), None, "nothing is to be replaced");
    }

    #[test]
    fn own_prospects_say_how_often_a_stage_was_won() {
        let through = |end: Stage| {
            let enter = |stage, on| (on, Told::StageEntered { stage, on: day(on), reason: None });
            let stages =
                vec![enter(Stage::Lead, "2026-01-01"), enter(Stage::Talked, "2026-02-01"), enter(end, "2026-03-01")];
            told(profile("x", Channel::Other), stages)
        };
        let mut all: Vec<Prospect> = [Stage::Won, Stage::Lost, Stage::Lost, Stage::Refused].map(through).into();
        assert_eq!(conversion(&all, Stage::Talked), None, "three were decided");
        all.push(through(Stage::Won));
        assert_eq!(conversion(&all, Stage::Talked).map(|share| (share.k, share.n)), Some((2, 4)));
        assert_eq!(conversion(&all, Stage::Proposal), None, "none stood there");
    }

    #[test]
    fn chances_rise() {
        assert!(Chances::STANDARD.is_sound());
        assert!(!Chances { lead: 30, talked: 20, proposal: 50 }.is_sound());
        assert!(!Chances { lead: 10, talked: 20, proposal: 101 }.is_sound());
    }
}
