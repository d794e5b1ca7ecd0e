//! What was foreseen beside what came (DOMAIN 3.7): the cash, the replacement, the days of the notice, the obligations.

use crate::case::parting::Parting;
use crate::case::parting::further::Further;
use crate::case::state::Case;
use crate::days::Day;
use crate::exit::{Time, months};
use crate::separation::obligation::{Item, Settled};
use crate::stats::quantile_sorted;
use serde::{Deserialize, Serialize};

/// The two ends between which eight of ten replacements were expected to sign, in months.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    pub low: f64,
    pub high: f64,
}

impl Span {
    /// Returns the middle eight tenths of a time to a replacement: of an exponential, or of the firm's own history.
    pub fn of(time: &Time) -> Option<Span> {
        match time {
            Time::Mean(mean) if *mean > 0.0 => Some(Span { low: -mean * 0.9f64.ln(), high: -mean * 0.1f64.ln() }),
            Time::Mean(_) => None,
            Time::Own(months) => {
                let mut sorted = months.clone();
                sorted.sort_by(f64::total_cmp);
                Some(Span { low: quantile_sorted(&sorted, 0.1)?, high: quantile_sorted(&sorted, 0.9)? })
            }
        }
    }

    /// Tells whether a time lies in it, its ends included.
    pub fn covers(&self, months: f64) -> bool {
        (self.low..=self.high).contains(&months)
    }
}

/// What people know of what came, and what the cited run expected of the replacement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub struct Fact {
    /// Whether cash fell below zero; nothing while it is not known.
    #[serde(default)]
    pub went_below: Option<bool>,
    /// The day on which the client signed who makes up for it and whose money came; nothing while nobody has. From the signature
    /// to the full pay a forecast counts by itself.
    #[serde(default)]
    pub signed_on: Option<Day>,
    #[serde(default)]
    pub replacement: Option<Span>,
}

/// A forecast beside its fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The chance of cash below zero in the cited run, 0 to 1.
    pub risk: Option<f64>,
    pub went_below: Option<bool>,
    pub replacement: Option<Span>,
    /// From the decision to the signature of the replacement, in months.
    pub replaced_after: Option<f64>,
    /// The last day as it was computed before the notice, and as it came.
    pub last_day: Option<(Day, Day)>,
    /// The receipt as it was computed, and as it came.
    pub receipt: Option<(Day, Day)>,
    /// The notices of further contracts, in the same way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<FurtherDays>,
    /// How many obligations of either side were done by the day first agreed, and how many were done.
    pub on_time: (u32, u32),
}

/// The days of the notice of a further contract: as they were computed before it went out, and as they came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FurtherDays {
    pub contract: String,
    pub last_day: (Day, Day),
    pub receipt: (Day, Day),
}

/// Returns the days of the notices of further contracts that arrived and are ended by them.
pub fn further_days(parting: &Parting) -> Vec<FurtherDays> {
    let days = |own: &Further| {
        let (computed, receipt) = (own.computed.as_ref()?, own.receipt.as_ref()?);
        let last_day = (computed.effective_on, own.effective_on?);
        Some(FurtherDays { contract: own.contract.clone(), last_day, receipt: (computed.received_on, receipt.on) })
    };
    parting.further_out().filter_map(days).collect()
}

impl Comparison {
    /// Holds what a case foresaw against what came of it.
    pub fn of(case: &Case, fact: &Fact) -> Comparison {
        let parting = &case.parting;
        let decided_on = case.signed.as_ref().map(|signed| signed.on);
        let computed = parting.computed.as_ref();
        Comparison {
            risk: case.scenario.as_ref().and_then(|scenario| scenario.p_cash_below_zero),
            went_below: fact.went_below,
            replacement: fact.replacement,
            replaced_after: decided_on.zip(fact.signed_on).map(|(from, to)| months(from, to)),
            last_day: computed.map(|computed| computed.effective_on).zip(parting.effective_on),
            receipt: computed.zip(parting.receipt.as_ref()).map(|(computed, came)| (computed.received_on, came.on)),
            further: further_days(parting),
            on_time: on_time(case),
        }
    }

    /// Tells whether the replacement signed within the time foreseen; one that has not is late once all of that time is over.
    pub fn covered(&self, decided_on: Option<Day>, today: Day) -> Option<bool> {
        let span = self.replacement?;
        match self.replaced_after {
            Some(after) => Some(span.covers(after)),
            None => (months(decided_on?, today) > span.high).then_some(false),
        }
    }
}

/// Counts the obligations that were done, and those of them that were done on the day first agreed or before.
pub fn on_time(case: &Case) -> (u32, u32) {
    let kept = |item: &Item| {
        let Some((Settled::Proved { on, .. } | Settled::Transferred { on }, _)) = &item.settled else { return None };
        let due_on = item.slips.first().map_or(item.obligation.due_on, |slip| slip.from);
        Some(*on <= due_on)
    };
    let kept: Vec<bool> = case.parting.duties.register.items.iter().filter_map(kept).collect();
    (kept.iter().filter(|on_time| **on_time).count() as u32, kept.len() as u32)
}
