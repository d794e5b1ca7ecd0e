//! After a case is closed: whether the client was thanked, when to look again, whether our access is gone, what is said of us,
//! and how we left (DOMAIN 2.20, B82, B90).

use super::Stamped;
use crate::case::role::Class;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::working::Working;
use crate::separation::contract::TermName;
use crate::separation::letter::Kind;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// When we look again.
    CheckIn {
        Month = "30",
        TwoMonths = "60",
        HalfYear = "180",
        Year = "365",
    }
}

words! {
    /// What is said of us, or sent on.
    Reputation {
        Review = "review",
        Reference = "reference",
        ReferralIn = "referral_in",
        ReferralOut = "referral_out",
        Complaint = "complaint",
    }
}

words! {
    /// How the relationship ended.
    Relationship {
        OpenDoor = "open_door",
        Neutral = "neutral",
        Closed = "closed",
    }
}

impl CheckIn {
    /// Returns after how many days.
    pub fn days(self) -> i32 {
        match self {
            CheckIn::Month => 30,
            CheckIn::TwoMonths => 60,
            CheckIn::HalfYear => 180,
            CheckIn::Year => 365,
        }
    }

    /// Returns the day of it, on a business day where it is known which those are.
    pub fn due_on(self, closed_on: Day, working: Option<&Working>) -> Day {
        on_business_day(closed_on.plus(self.days()), working)
    }
}

fn on_business_day(on: Day, working: Option<&Working>) -> Day {
    working.map_or(on, |working| working.on_or_after(on))
}

/// Nobody recommends us more than so much.
pub const SCORE_MAX: u8 = 10;

/// So many days after the closing the client is thanked (DOMAIN 2.20).
pub const THANKS_DAYS: i32 = 2;

/// What happens after a case is closed; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Thanked {
        on: Day,
    },
    /// The client is not thanked, for the reason that is said of it.
    ThanksDeclined {},
    CheckedIn {
        which: CheckIn,
        on: Day,
    },
    /// Someone looked whether an access of ours still works, or one of theirs to us.
    AccessRechecked {
        on: Day,
        is_gone: bool,
    },
    ReputationNoted {
        kind: Reputation,
        on: Day,
    },
    /// Someone of the client said, when asked, how likely they would recommend us: 0 to [`SCORE_MAX`] (DOMAIN B90).
    RecommendationAsked {
        score: u8,
        on: Day,
    },
    RelationshipSet {
        state: Relationship,
    },
    /// Until when a clause binds that outlives its contract; without a term one that no reading knows, such as that of
    /// confidentiality, in the words that are said of it.
    SurvivalDated {
        #[serde(default)]
        contract: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<TermName>,
        until: Day,
    },
}

/// Until when a clause binds, as it was stated last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound<'a> {
    pub contract: &'a str,
    pub term: Option<TermName>,
    /// The words that were said of it.
    pub said: Option<&'a str>,
    pub until: Day,
}

impl Bound<'_> {
    /// Tells whether both are of one clause: of one term of a contract, or of the same words.
    fn is_of_same(&self, other: &Bound) -> bool {
        let is_named = self.term.is_some() || self.said.is_some() && self.said == other.said;
        is_named && (self.contract, self.term) == (other.contract, other.term)
    }
}

/// An event with what was said of it, which is sealed; nothing where it cannot be read any more.
pub type Told = Stamped<(Event, Option<String>)>;

/// What came of a closed case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Afterwards {
    pub told: Vec<Told>,
}

impl Afterwards {
    /// Returns who thanked the client, or said why nobody does.
    pub fn thanks(&self) -> Option<&Told> {
        self.told.iter().rev().find(|told| matches!(told.event.0, Event::Thanked { .. } | Event::ThanksDeclined {}))
    }

    /// Returns the day on which the client is to be thanked; nothing where somebody did or said why not, where a letter of
    /// thanks went out, and where thanks have no place: in a critical case, and where the door is closed.
    pub fn thanks_due_on(&self, case: &Case, working: Option<&Working>) -> Option<Day> {
        let has_letter = || case.parting.letters.iter().any(|letter| letter.kind == Kind::ThankYou && letter.is_out());
        let has_place = case.opening.class == Class::Normal && self.relationship() != Some(Relationship::Closed);
        let closed_on = case.closed_on().filter(|_| has_place && self.thanks().is_none() && !has_letter())?;
        Some(on_business_day(closed_on.plus(THANKS_DAYS), working))
    }

    /// Returns who looked at a check-in, and on which day.
    pub fn done(&self, wanted: CheckIn) -> Option<(&Told, Day)> {
        self.told.iter().rev().find_map(|told| match told.event.0 {
            Event::CheckedIn { which, on } if which == wanted => Some((told, on)),
            _ => None,
        })
    }

    /// Returns the check-in that comes next, with its day.
    pub fn next(&self, closed_on: Day, working: Option<&Working>) -> Option<(CheckIn, Day)> {
        let next = CheckIn::ALL.iter().find(|which| self.done(**which).is_none())?;
        Some((*next, next.due_on(closed_on, working)))
    }

    /// Returns on which day someone last looked at accesses, and whether they were gone.
    pub fn access(&self) -> Option<(Day, bool)> {
        self.told.iter().rev().find_map(|told| match told.event.0 {
            Event::AccessRechecked { on, is_gone } => Some((on, is_gone)),
            _ => None,
        })
    }

    /// Returns how likely they would recommend us, as they said it last, and on which day.
    pub fn recommends(&self) -> Option<(u8, Day)> {
        self.told.iter().rev().find_map(|told| match told.event.0 {
            Event::RecommendationAsked { score, on } => Some((score, on)),
            _ => None,
        })
    }

    /// Tells whether the first look back is done and nobody has looked at accesses, which is a part of it (DOMAIN 2.20).
    pub fn lacks_access(&self) -> bool {
        self.access().is_none() && self.done(CheckIn::Month).is_some()
    }

    /// Returns how the relationship ended, if someone said it.
    pub fn relationship(&self) -> Option<Relationship> {
        self.told.iter().rev().find_map(|told| match told.event.0 {
            Event::RelationshipSet { state } => Some(state),
            _ => None,
        })
    }

    /// Returns until when clauses bind that outlive the contract, as people stated it last.
    pub fn survival(&self) -> Vec<Bound<'_>> {
        let mut all: Vec<Bound> = vec![];
        for Stamped { event: (event, said), .. } in &self.told {
            if let Event::SurvivalDated { contract, term, until } = event {
                let bound = Bound { contract, term: *term, said: said.as_deref(), until: *until };
                match all.iter_mut().find(|known| known.is_of_same(&bound)) {
                    Some(known) => *known = bound,
                    None => all.push(bound),
                }
            }
        }
        all
    }

    /// Counts what is said of us, of one kind.
    pub fn reputation(&self, wanted: Reputation) -> usize {
        let is = |told: &&Told| matches!(told.event.0, Event::ReputationNoted { kind, .. } if kind == wanted);
        self.told.iter().filter(is).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a day")
    }

    fn told(seq: u32, event: Event) -> Told {
        Stamped { seq, by: "reem".into(), on: day("2026-06-01"), at: String::new(), event: (event, None) }
    }

    #[test]
    fn looks_again_on_business_days() {
        let working = Working::of("SA", &[]);
        // Closed on Thursday 5 March 2026. 30 days on is Saturday 4 April: Sunday the 5th in Riyadh.
        let due: Vec<Day> =
            CheckIn::ALL.iter().map(|which| which.due_on(day("2026-03-05"), working.as_ref())).collect();
        assert_eq!(due, [day("2026-04-05"), day("2026-05-04"), day("2026-09-01"), day("2027-03-07")]);
        assert_eq!(CheckIn::Month.due_on(day("2026-03-05"), None), day("2026-04-04"));
    }

    #[test]
    fn the_next_one_is_the_first_that_nobody_did() {
        let on = day("2026-04-05");
        let mut own = Afterwards::default();
        assert_eq!(own.next(day("2026-03-05"), None), Some((CheckIn::Month, day("2026-04-04"))));
        own.told = vec![
            told(1, Event::CheckedIn { which: CheckIn::Month, on }),
            told(2, Event::ReputationNoted { kind: Reputation::ReferralIn, on }),
            told(3, Event::AccessRechecked { on, is_gone: false }),
            told(4, Event::AccessRechecked { on, is_gone: true }),
            told(5, Event::RelationshipSet { state: Relationship::OpenDoor }),
        ];
        assert_eq!(own.next(day("2026-03-05"), None).map(|next| next.0), Some(CheckIn::TwoMonths));
        assert_eq!((own.reputation(Reputation::ReferralIn), own.reputation(Reputation::Complaint)), (1, 0));
        assert_eq!(
            (own.relationship(), own.access().map(|(_, gone)| gone)),
            (Some(Relationship::OpenDoor), Some(true))
        );
        assert_eq!(own.access(), Some((on, true)), "the day of the look, not of the entry");
        let told_until = |n: usize| Afterwards { told: own.told[..n].to_vec() };
        let lacks = [0, 1, 3].map(|n| told_until(n).lacks_access());
        assert_eq!(lacks, [false, true, false], "before the first look, after it, and once somebody looked");
    }

    #[test]
    fn of_each_clause_the_day_that_was_stated_last_counts() {
        let dated = |seq, contract: &str, term, said: Option<&str>, until| {
            let event = Event::SurvivalDated { contract: contract.into(), term, until: day(until) };
            Told { event: (event, said.map(str::to_owned)), ..told(seq, Event::ThanksDeclined {}) }
        };
        let (term, secrets) = (Some(TermName::NonSolicit), Some("What we learned stays secret."));
        let told = vec![
            dated(1, "K-1", term, None, "2027-03-05"),
            dated(2, "", None, secrets, "2029-03-05"),
            dated(3, "K-1", term, Some("two years"), "2027-09-05"),
            dated(4, "K-2", term, None, "2026-09-05"),
            dated(5, "", None, Some("Prices stay secret."), "2028-03-05"),
            dated(6, "", None, secrets, "2031-03-05"),
            // Of what was said of them nothing can be read any more: nobody knows whether they are one.
            dated(7, "", None, None, "2030-01-01"),
            dated(8, "", None, None, "2030-01-02"),
        ];
        let own = Afterwards { told };
        let days: Vec<String> = own.survival().iter().map(|bound| bound.until.to_string()).collect();
        assert_eq!(days, ["2027-09-05", "2031-03-05", "2026-09-05", "2028-03-05", "2030-01-01", "2030-01-02"]);
        let old = r#"{"SurvivalDated":{"contract":"K-1","term":"non_solicit","until":"2027-03-05"}}"#;
        let event = Event::SurvivalDated { contract: "K-1".into(), term, until: day("2027-03-05") };
        assert_eq!(serde_json::from_str::<Event>(old).ok(), Some(event), "as it was written before");
    }
}
