//! The review: who sits in it, and what each is asked in turn (DOMAIN A35–A43).

use super::state::Case;
use super::word::words;
use crate::days::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A seat in the review: someone who deals with the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    pub member: String,
    pub department: Department,
    /// What of the last twelve months gave them the seat; empty where the facilitator added them.
    pub minutes: u32,
    pub messages: u32,
}

words! {
    /// The functions that look at a client differently, each asked its own question (DOMAIN A38).
    Department {
        Sales = "sales",
        Delivery = "delivery",
        Service = "service",
        Finance = "finance",
        Management = "management",
    }
}

words! {
    /// What a member thinks should be done.
    Stance {
        Repair = "repair",
        Caution = "caution",
        End = "end",
        /// "I do not know enough", with what is missing.
        Unknown = "unknown",
    }
}

/// A member's own opinion, written before seeing another's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionSaid {
    pub stance: Stance,
    pub why: String,
    pub changes_my_mind: String,
}

/// Something that we will do better, whoever the client is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    pub id: u32,
    pub owner: String,
    pub due_on: Day,
}

/// The rounds of a review as far as they have come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rounds {
    pub seats: Vec<Seat>,
    pub excused: Vec<String>,
    pub recused: Vec<String>,
    /// Whose opinion is in, in the order of their first answer, with every version; closed until the reveal.
    pub opinions: Vec<Opinion>,
    /// Who was still missing when the opinions were opened; `None` while they are closed.
    pub revealed: Option<Vec<String>>,
    pub complaints: Vec<Complaint>,
    pub complaints_closed: bool,
    pub good_things: BTreeMap<String, GoodThing>,
    /// Who has answered the question of our own part; what they said is kept without their name.
    pub own_parts_answered: Vec<String>,
    pub own_parts_closed: Option<u32>,
    pub improvements: Vec<(Improvement, Option<String>, bool)>,
    pub dissent: Vec<Dissent>,
    pub deferred_until: Option<Day>,
}

/// An opinion; later versions stand beside the first, which counts as the independent one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    pub member: String,
    pub department: Department,
    /// Whether it was given before the opinions were opened.
    pub independent: bool,
    pub said: Option<OpinionSaid>,
}

/// A complaint, tied to a finding or to no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub id: u32,
    pub by: String,
    pub finding: Option<crate::sign::Code>,
    pub said: Option<String>,
    pub merged_into: Option<u32>,
}

/// What a member answered when asked for one good thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoodThing {
    Given(Option<String>),
    /// Asked, and named none: an answer, too.
    Declined,
}

/// An opinion that stands against the decision, kept word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dissent {
    pub member: String,
    pub stance: Stance,
    pub said: Option<String>,
}

/// The rounds in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    Opinions,
    Complaints,
    GoodThings,
    OwnParts,
    Worth,
    Ending,
}

impl Round {
    /// All rounds; the second and the third are one step on the rail: complaints, then one good thing.
    pub const ALL: [Round; 6] =
        [Round::Opinions, Round::Complaints, Round::GoodThings, Round::OwnParts, Round::Worth, Round::Ending];

    /// Returns the word of catalogues and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Round::Opinions => "opinions",
            Round::Complaints => "complaints",
            Round::GoodThings => "good_things",
            Round::OwnParts => "own_parts",
            Round::Worth => "worth",
            Round::Ending => "ending",
        }
    }
}

impl Rounds {
    /// Returns who is asked: who has a seat, is not excused and has not withdrawn.
    pub fn asked(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| !self.excused.contains(&seat.member) && !self.recused.contains(&seat.member))
    }

    /// Tells whether a member is asked.
    pub fn asks(&self, member: &str) -> bool {
        self.asked().any(|seat| seat.member == member)
    }

    /// Tells whether a member's first opinion is in.
    pub fn has_opinion(&self, member: &str) -> bool {
        self.opinions.iter().any(|opinion| opinion.member == member)
    }

    /// Returns who has not answered a round that asks each.
    pub fn missing(&self, round: Round) -> Vec<&str> {
        let answered = |member: &str| match round {
            Round::Opinions => self.has_opinion(member),
            Round::GoodThings => self.good_things.contains_key(member),
            Round::OwnParts => self.own_parts_answered.iter().any(|answered| answered == member),
            Round::Complaints | Round::Worth | Round::Ending => true,
        };
        self.asked().map(|seat| seat.member.as_str()).filter(|member| !answered(member)).collect()
    }

    /// Tells whether everyone was asked for one good thing and nobody named one (DOMAIN A41): a strong signal, never a
    /// verdict.
    pub fn all_are_silent(&self) -> bool {
        let asked = self.asked().count();
        asked > 0 && self.missing(Round::GoodThings).is_empty() && self.good_things.values().all(GoodThing::is_declined)
    }

    /// Returns how far the opinions lie apart: how many different stances there are among how many known ones, once they
    /// are open.
    pub fn disagreement(&self) -> Option<(usize, usize)> {
        self.revealed.as_ref()?;
        let mut first: BTreeMap<&str, Stance> = BTreeMap::new();
        for opinion in &self.opinions {
            if let Some(said) = &opinion.said {
                first.entry(&opinion.member).or_insert(said.stance);
            }
        }
        let mut stances: Vec<Stance> = first.values().copied().collect();
        let known = stances.len();
        stances.sort_unstable();
        stances.dedup();
        Some((stances.len(), known))
    }
}

impl GoodThing {
    fn is_declined(&self) -> bool {
        *self == GoodThing::Declined
    }
}

/// Under so many people a wording may show who said it, and the page warns.
pub const HIDDEN_AMONG_MIN: usize = 4;

/// Returns the round that is open now.
pub fn round(case: &Case) -> Round {
    let rounds = &case.rounds;
    if rounds.revealed.is_none() {
        Round::Opinions
    } else if !(rounds.complaints_closed || case.skips(super::Skip::Complaints)) {
        Round::Complaints
    } else if !rounds.missing(Round::GoodThings).is_empty() {
        Round::GoodThings
    } else if rounds.own_parts_closed.is_none() {
        Round::OwnParts
    } else if case.scoring.is_none() && !case.skips(super::Skip::Options) {
        Round::Worth
    } else {
        Round::Ending
    }
}
