//! The decision: what, on which grounds, with what proof, and who answers for it (DOMAIN B40–B43, 5.3).

use super::event::FactRef;
use super::guardrail::Guardrails;
use super::outcome::Outcome;
use crate::days::Day;
use crate::sign::{Code, Family};
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What an end may rest on (DOMAIN B43), in the order of its codes G1 to G9.
    Ground {
        GoalMismatch = "goal_mismatch",
        RepeatedBreach = "repeated_breach",
        DeterioratedRelation = "deteriorated_relation",
        InabilityToMeet = "inability_to_meet",
        FinancialDefault = "financial_default",
        Conduct = "conduct",
        Legal = "legal",
        Strategic = "strategic",
        Expiry = "expiry",
    }
}

words! {
    /// How good a proof is (DOMAIN 3.0), the best first.
    Grade {
        /// A system of record: bank, signed contract, delivery log.
        Record = "record",
        /// Written by the client at the time.
        ClientWrote = "client_wrote",
        /// Our own note, made at the time.
        OurNote = "our_note",
        Recollection = "recollection",
        Hearsay = "hearsay",
    }
}

words! {
    /// What was tried before an end.
    Alternative {
        Talk = "talk",
        ChangeStaff = "change_staff",
        ReviseTerms = "revise_terms",
        ResetExpectations = "reset_expectations",
        PaymentPlan = "payment_plan",
        BoundaryLetter = "boundary_letter",
        Nothing = "nothing",
    }
}

impl Grade {
    /// Returns how good a record is as a proof, by its table and whether a person of ours entered it by hand.
    pub fn of_record(kind: &str, by_hand: bool) -> Grade {
        match kind {
            _ if by_hand => Grade::OurNote,
            "incidents" => Grade::OurNote,
            "feedback" | "requests" | "promises" => Grade::ClientWrote,
            _ => Grade::Record,
        }
    }
}

/// A ground with what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounded {
    pub ground: Ground,
    pub proofs: Vec<Proof>,
}

/// What proves a ground: a record, a finding of those frozen at the opening, or boundaries that were crossed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    Finding(Code),
    Record {
        fact: FactRef,
        grade: Grade,
    },
    /// Boundaries crossed again after the client had acknowledged them (DOMAIN B25, R8).
    Persistence,
}

/// The question whether the reason is lawful (DOMAIN 2.1): each must be answered no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawfulCheck {
    pub protected_trait: bool,
    pub retaliation: bool,
    pub lawful_complaint: bool,
}

impl LawfulCheck {
    /// Returns the check of a decision that ends nothing: none of it is asked.
    pub fn none() -> LawfulCheck {
        LawfulCheck { protected_trait: false, retaliation: false, lawful_complaint: false }
    }

    /// Tells whether nothing speaks against the reason.
    pub fn passes(&self) -> bool {
        !(self.protected_trait || self.retaliation || self.lawful_complaint)
    }
}

/// A decision as it is signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub outcome: Outcome,
    pub grounds: Vec<Grounded>,
    pub tried: Vec<Alternative>,
    pub lawful: LawfulCheck,
    /// Whether the one who decides has causes of their own (أسباب شخصية): someone else reads it then.
    pub personal_cause: bool,
    /// When it is looked at again; at most 90 days on, where the client is kept.
    pub review_on: Option<Day>,
    pub guardrails: Option<Guardrails>,
    /// Who ends it, by which channel and on which day, where acting is not in question (DOMAIN A6).
    pub execution: Option<Execution>,
    /// Whether the records are to be kept from destruction for a legal purpose.
    pub legal_hold: bool,
    /// Whether the price is raised so that the client leaves by themselves: an end in disguise (DOMAIN T8).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub priced_out: bool,
}

/// Who does it, how, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Execution {
    pub by: String,
    pub channel: Channel,
    pub on: Day,
}

words! {
    /// How an end is told.
    Channel { Meeting = "meeting", Call = "call", Letter = "letter", ThroughCounsel = "through_counsel" }
}

/// What the one who decides says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionSaid {
    pub reason: String,
    /// Why repair is enough, or is not (DOMAIN A59).
    pub on_repair: String,
    /// On which a client stays after what is always wrong.
    pub conditions: String,
    pub changes_my_mind: String,
    /// Why the client is priced out instead of told.
    pub priced_out: String,
}

words! {
    /// How a decision is confirmed.
    Approval {
        /// By a second person.
        Second = "second",
        /// Read by someone else, because the cause is personal.
        Read = "read",
        /// By the same person, a day later, where there is no second.
        CooledOff = "cooled_off",
    }
}

/// The longest time until a kept client is looked at again, in days (DOMAIN 5.3).
pub const REVIEW_DAYS_MAX: i32 = 90;

/// What a ground asks for beyond good proofs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A frozen finding of a family.
    Family(Family),
    /// A frozen finding of one of these detectors.
    OneOf(&'static [Code]),
    /// Counsel's written word.
    Counsel,
    /// Nothing but the reason of the one who decides.
    Reason,
}

impl Ground {
    /// Returns what the ground asks for.
    pub fn asks(self) -> Asks {
        match self {
            Ground::GoalMismatch => Asks::OneOf(&[Code::D4, Code::D5]),
            Ground::RepeatedBreach => {
                Asks::OneOf(&[Code::P5, Code::P6, Code::D1, Code::D6, Code::D7, Code::E3, Code::R5, Code::R7])
            }
            Ground::DeterioratedRelation => Asks::Family(Family::Trust),
            Ground::InabilityToMeet => Asks::OneOf(&[Code::D3, Code::D4, Code::D5]),
            Ground::FinancialDefault => Asks::Family(Family::Payment),
            Ground::Conduct | Ground::Legal => Asks::Counsel,
            Ground::Strategic | Ground::Expiry => Asks::Reason,
        }
    }

    /// Tells whether boundaries that were crossed again prove it by themselves.
    pub fn is_of_boundaries(self) -> bool {
        self == Ground::RepeatedBreach
    }

    /// Tells whether our own bad delivery may lie behind it, so that it must be looked at first (DOMAIN 3.0).
    pub fn may_be_ours(self) -> bool {
        matches!(
            self,
            Ground::GoalMismatch | Ground::RepeatedBreach | Ground::DeterioratedRelation | Ground::InabilityToMeet
        )
    }
}

/// Tells whether proofs carry a ground: one from a system of record or the client's own hand, or two notes of ours made
/// at the time (DOMAIN 3.0). A finding rests on imported records and counts as the first.
pub fn carries(proofs: &[Proof]) -> bool {
    let strong = |proof: &Proof| match proof {
        Proof::Finding(_) | Proof::Persistence => true,
        Proof::Record { grade, .. } => *grade <= Grade::ClientWrote,
    };
    let mut notes: Vec<&FactRef> = proofs
        .iter()
        .filter_map(|proof| match proof {
            Proof::Record { fact, grade: Grade::OurNote } => Some(fact),
            _ => None,
        })
        .collect();
    notes.sort_unstable();
    notes.dedup();
    proofs.iter().any(strong) || notes.len() >= 2
}

/// The share of the firm's revenue from which a second person approves an end (DOMAIN 5.3).
pub const SHARE_FOR_SECOND: f64 = 0.2;

/// The probability of running out of cash from which a second person approves an end.
pub const CASH_RISK_FOR_SECOND: f64 = 0.1;

/// A decision with how it was confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    pub decision: Decision,
    pub said: Option<DecisionSaid>,
    pub by: String,
    pub at: String,
    pub on: Day,
    /// Who confirmed it, and how.
    pub approvals: Vec<(Approval, String)>,
}

impl Signed {
    /// Tells whether it was confirmed in a way.
    pub fn has(&self, approval: Approval) -> bool {
        self.approvals.iter().any(|(given, _)| *given == approval)
    }
}
