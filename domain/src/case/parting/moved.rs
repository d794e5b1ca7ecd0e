//! A notice that is open while a calendar changes: which of its days would be others today (DOMAIN 2.4, point 7).

use super::notice::{Computed, Uncomputed};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::word::words;

words! {
    /// A day that a notice comes to.
    NoticeDay {
        Received = "received",
        Effective = "effective",
        LastLawful = "last_lawful",
        LastSafe = "last_safe",
    }
}

/// A day as it was computed, and as it comes out now; `None` where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub what: NoticeDay,
    pub from: Option<Day>,
    pub to: Option<Day>,
}

/// A notice with the days of it that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedNotice {
    /// The contract that it is of, where the client has several.
    pub contract: Option<String>,
    pub went_out: bool,
    pub days: Vec<Moved>,
}

/// Returns the notices of a case, the first one's first, of which days have moved by the packs and the firm's own days as they
/// are now. What was fixed moves no more, and once it went out, its last days are past.
pub fn moved(case: &Case, own: &[OwnDay]) -> Vec<MovedNotice> {
    let (stage, parting) = (case.stage, &case.parting);
    let of = |contract: Option<&String>, went_out: bool, computed: &Computed| {
        let counts = |moved: &Moved| !went_out || matches!(moved.what, NoticeDay::Received | NoticeDay::Effective);
        let days: Vec<Moved> = computed.moved(own).into_iter().filter(counts).collect();
        (!days.is_empty()).then(|| MovedNotice { contract: contract.cloned(), went_out, days })
    };
    let is_open = matches!(stage, Stage::PreparingExit | Stage::Notice) && parting.effective_on.is_none();
    let first = parting.computation().filter(|_| is_open);
    let first = first.and_then(|computed| of(case.first_contract(), parting.dispatched().is_some(), computed));
    let mut further = if stage.may_give_notice() { case.open_further() } else { vec![] };
    further.retain(|own| own.effective_on.is_none());
    let further = further.into_iter().filter_map(|own| {
        let sent = own.dispatch.as_ref().map(|dispatch| &dispatch.computed);
        of(Some(&own.contract), sent.is_some(), sent.or(own.computed.as_ref())?)
    });
    first.into_iter().chain(further).collect()
}

impl Computed {
    /// Returns the days that would be others if it were computed now.
    pub fn moved(&self, own: &[OwnDay]) -> Vec<Moved> {
        let now = match self.renewed(own.to_vec()) {
            Ok(now) => now.days(),
            // It comes too late now, for a term after which nobody knows another.
            Err(Uncomputed::TooLate) => {
                self.days().map(|(what, on)| (what, on.filter(|_| what != NoticeDay::Effective)))
            }
            Err(_) => return vec![],
        };
        let pairs = self.days().into_iter().zip(now);
        pairs.map(|((what, from), (_, to))| Moved { what, from, to }).filter(|moved| moved.from != moved.to).collect()
    }

    fn days(&self) -> [(NoticeDay, Option<Day>); 4] {
        [
            (NoticeDay::Received, Some(self.received_on)),
            (NoticeDay::Effective, Some(self.effective_on)),
            (NoticeDay::LastLawful, self.last_lawful_dispatch),
            (NoticeDay::LastSafe, self.last_safe_dispatch),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn a_day_off_moves_the_last_days_and_not_the_end() {
        // Within Egypt: received by Sunday 1 November 2026, two business days after it is sent on Wednesday 28 October.
        let input = r#"{"sent_at":"2026-09-01T10:00","from":"EG","to":"EG","length":60,"unit":"day",
            "deemed":{"rule":"nth_business_day","n":2},"term_ends_on":"2026-12-31","not_less_than_before_end":60,
            "pack_holidays":true}"#;
        let computed = Computed::of(None, input.to_owned(), vec![]).expect("sound");
        assert_eq!(computed.last_lawful_dispatch, Some(day("2026-10-28")));
        assert!(computed.moved(&[]).is_empty());
        let off = OwnDay { place: "EG".to_owned(), on: day("2026-10-29"), off: true };
        let moved = |what, from: &str, to: &str| Moved { what, from: Some(day(from)), to: Some(day(to)) };
        let expected = [
            moved(NoticeDay::LastLawful, "2026-10-28", "2026-10-27"),
            moved(NoticeDay::LastSafe, "2026-10-21", "2026-10-20"),
        ];
        assert_eq!(computed.moved(&[off]), expected);
    }

    #[test]
    fn a_day_off_that_makes_it_late_for_the_term_takes_its_end() {
        // Within Saudi Arabia: received on Tuesday 1 December, thirty days before the term ends; nobody knows the next one.
        let input = r#"{"sent_at":"2026-11-30T10:00","from":"SA","to":"SA","method":"email","ends_with":"term",
            "term_ends_on":"2026-12-31","not_less_than_before_end":30,"pack_holidays":true}"#;
        let computed = Computed::of(None, input.to_owned(), vec![]).expect("sound");
        assert_eq!((computed.received_on, computed.effective_on), (day("2026-12-01"), day("2026-12-31")));
        let off = OwnDay { place: "SA".to_owned(), on: day("2026-12-01"), off: true };
        let lost = Moved { what: NoticeDay::Effective, from: Some(day("2026-12-31")), to: None };
        assert_eq!(computed.moved(&[off]), [lost]);
    }
}
