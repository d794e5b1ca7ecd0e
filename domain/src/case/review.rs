//! The review: who sits in it, and what each is asked in turn (DOMAIN A35–A43).

use super::state::Case;
use crate::days::Day;
use crate::word::words;
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

/// Someone who was added to the roster, or left out, against what the records show; in the facilitator's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterChange {
    pub member: String,
    pub added: bool,
    pub reason: String,
}

/// Someone who is not waited for, and why; what they still send counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    pub member: String,
    pub said: Option<String>,
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

/// One good thing, or none, as it was kept before its round opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodSaid {
    pub text: Option<String>,
}

/// What somebody said of our own part; it is kept without their name and without the time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OwnPartSaid {
    pub text: String,
    /// Whether it says only what to do better, for where a wording would show who speaks.
    pub only_better: bool,
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
    pub roster_changes: Vec<RosterChange>,
    pub excused: Vec<Absence>,
    pub recused: Vec<String>,
    /// Every version of every opinion, in the order of their coming; closed until the reveal.
    pub opinions: Vec<Opinion>,
    /// Who was still missing when the opinions were opened; `None` while they are closed.
    pub revealed: Option<Vec<String>>,
    pub complaints: Vec<Complaint>,
    pub complaints_closed: bool,
    /// Every answer in the order of their coming; a later one stands beside the first.
    pub good_things: Vec<GoodThing>,
    /// Who has answered the question of our own part; what they said is kept without their name.
    pub own_parts_answered: Vec<String>,
    pub own_parts_closed: Option<u32>,
    pub improvements: Vec<(Improvement, Option<String>, bool)>,
    pub dissent: Vec<Dissent>,
    pub deferred_until: Option<Day>,
}

/// An opinion; later versions stand beside the first.
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
pub struct GoodThing {
    pub member: String,
    pub said: Good,
}

/// One good thing, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Good {
    Given(Option<String>),
    /// Asked, and named none: an answer, too.
    Declined,
    /// Answered before the round opened, and not open yet.
    Kept,
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
    /// Returns who is asked and waited for: who has a seat, is not excused and has not withdrawn.
    pub fn asked(&self) -> impl Iterator<Item = &Seat> {
        self.speaking().filter(|seat| !self.excused.iter().any(|absence| absence.member == seat.member))
    }

    /// Returns who may answer: everyone with a seat who has not withdrawn, the excused included.
    pub fn speaking(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| !self.recused.contains(&seat.member))
    }

    /// Returns a member's seat, unless they withdrew.
    pub fn seat(&self, member: &str) -> Option<&Seat> {
        self.speaking().find(|seat| seat.member == member)
    }

    /// Tells whether a member is asked and waited for.
    pub fn asks(&self, member: &str) -> bool {
        self.asked().any(|seat| seat.member == member)
    }

    /// Tells whether a member's first opinion is in.
    pub fn has_opinion(&self, member: &str) -> bool {
        self.opinions.iter().any(|opinion| opinion.member == member)
    }

    /// Tells whether a member has answered a round that asks each.
    pub fn has_answered(&self, member: &str, round: Round) -> bool {
        match round {
            Round::Opinions => self.has_opinion(member),
            Round::GoodThings => self.good_things.iter().any(|answer| answer.member == member),
            Round::OwnParts => self.own_parts_answered.iter().any(|answered| answered == member),
            Round::Complaints | Round::Worth | Round::Ending => true,
        }
    }

    /// Returns who has not answered a round that asks each.
    pub fn missing(&self, round: Round) -> Vec<&str> {
        self.asked().map(|seat| seat.member.as_str()).filter(|member| !self.has_answered(member, round)).collect()
    }

    /// Returns for whom a round still waits: who is missing, but for those without whom the opinions were opened.
    pub fn awaited(&self, round: Round) -> Vec<&str> {
        let absent = self.revealed.as_deref().unwrap_or_default();
        self.missing(round).into_iter().filter(|member| !absent.iter().any(|one| one == member)).collect()
    }

    /// Returns the functions of which nobody has spoken and somebody is still waited for.
    pub fn unheard(&self) -> Vec<Department> {
        let heard =
            |department| self.speaking().any(|seat| seat.department == department && self.has_opinion(&seat.member));
        let mut unheard: Vec<Department> =
            self.asked().map(|seat| seat.department).filter(|department| !heard(*department)).collect();
        unheard.sort_unstable();
        unheard.dedup();
        unheard
    }

    /// Tells whether everyone was asked for one good thing and nobody named one (DOMAIN A41): a strong signal, never a
    /// verdict.
    pub fn all_are_silent(&self) -> bool {
        let asked = self.asked().count();
        let silent = self.good_things.iter().all(|answer| answer.said == Good::Declined);
        asked > 0 && self.missing(Round::GoodThings).is_empty() && silent
    }

    /// Returns the stance of each who gave one, once the opinions are open: the last that they took before seeing
    /// another's, or else the first after it.
    pub fn stances(&self) -> BTreeMap<&str, Stance> {
        let mut stances = BTreeMap::new();
        if self.revealed.is_some() {
            for opinion in &self.opinions {
                let Some(said) = &opinion.said else { continue };
                if opinion.independent {
                    stances.insert(opinion.member.as_str(), said.stance);
                } else {
                    stances.entry(opinion.member.as_str()).or_insert(said.stance);
                }
            }
        }
        stances
    }

    /// Returns how far the opinions lie apart: how many different stances there are among how many known ones, once they
    /// are open.
    pub fn disagreement(&self) -> Option<(usize, usize)> {
        self.revealed.as_ref()?;
        let mut stances: Vec<Stance> = self.stances().into_values().collect();
        let known = stances.len();
        stances.sort_unstable();
        stances.dedup();
        Some((stances.len(), known))
    }

    /// Returns the complaints that stand, each with those that say the same.
    pub fn standing_complaints(&self) -> Vec<(&Complaint, Vec<&Complaint>)> {
        let stands = self.complaints.iter().filter(|one| one.merged_into.is_none());
        stands.map(|one| (one, self.complaints.iter().filter(|other| self.root(other) == one.id).collect())).collect()
    }

    /// Returns the complaint into which one was merged in the end; of one that stands, none.
    fn root(&self, complaint: &Complaint) -> u32 {
        let mut root = complaint.merged_into.unwrap_or_default();
        // Each merge leads to one that stood then, so that the way ends after as many steps as there are complaints.
        for _ in &self.complaints {
            root = self.complaints.iter().find(|one| one.id == root).and_then(|one| one.merged_into).unwrap_or(root);
        }
        root
    }
}

impl Good {
    /// Returns what a kept answer says once its round is open, and that it is kept before.
    pub fn opened(said: Option<&GoodSaid>) -> Good {
        match said {
            None => Good::Kept,
            Some(GoodSaid { text: None }) => Good::Declined,
            Some(GoodSaid { text }) => Good::Given(text.clone()),
        }
    }
}

/// Under so many people a wording may show who said it, and the page warns.
pub const HIDDEN_AMONG_MIN: usize = 4;

/// Returns the round that is open now.
pub fn round(case: &Case) -> Round {
    let rounds = &case.rounds;
    if rounds.revealed.is_none() {
        Round::Opinions
    } else if !complaints_are_over(case) {
        Round::Complaints
    } else if !rounds.awaited(Round::GoodThings).is_empty() {
        Round::GoodThings
    } else if rounds.own_parts_closed.is_none() {
        Round::OwnParts
    } else if case.scoring.is_none() && !case.skips(super::Skip::Options) {
        Round::Worth
    } else {
        Round::Ending
    }
}

/// Tells whether every complaint was heard, or none was asked for: what was good is said after that.
pub fn complaints_are_over(case: &Case) -> bool {
    case.rounds.revealed.is_some() && (case.rounds.complaints_closed || case.skips(super::Skip::Complaints))
}
