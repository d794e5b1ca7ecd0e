//! What a case begins from: the findings and the figures as they stood, frozen with the policy they were made under.

use super::cited::Cited;
use super::role::Class;
use super::snapshot::Snapshot;
use super::stage::Track;
use super::word::words;
use crate::days::Day;
use crate::sign::{Arg, Code, Finding, Level, Value};
use serde::{Deserialize, Serialize};

words! {
    /// Why a case was opened (DOMAIN 3.3).
    Cause {
        /// A severe finding of at least medium confidence, or findings of two families.
        Findings = "findings",
        /// Someone asked for it.
        Person = "person",
        /// The regular question whether to go on.
        Continuance = "continuance",
        /// A limit of an earlier decision was crossed.
        Guardrail = "guardrail",
        Report = "report",
    }
}

words! {
    /// A step that the light track offers without demanding it, or an answer that is "not needed because…".
    Skip {
        Data = "data",
        Contracts = "contracts",
        FinanceSnapshot = "finance_snapshot",
        ClientView = "client_view",
        Complaints = "complaints",
        Options = "options",
        Scenario = "scenario",
        Conflicts = "conflicts",
    }
}

/// The beginning of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub client: String,
    pub client_name: String,
    pub on: Day,
    pub cause: Cause,
    pub class: Class,
    pub track: Track,
    /// The policy's version that holds for this case.
    pub policy: u32,
    /// Whoever holds every role that nobody was given.
    pub owners: Vec<String>,
    /// How many members the firm has; with one, nobody can approve what they decide.
    pub members: u32,
    /// A lead of the client, if one is known.
    pub lead: Option<String>,
    pub findings: Vec<Frozen>,
    /// Detectors that were blind, of how many that looked.
    pub blind: u32,
    pub looked: u32,
    pub snapshot: Option<Snapshot>,
    /// The case this one follows.
    pub follows: Option<String>,
}

/// A finding as it stood when the case was opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    pub code: Code,
    pub level: Level,
    pub value: Value,
    pub threshold: Option<f64>,
    pub n: u32,
    pub confidence: f64,
    pub maybe_ours: bool,
    pub facts: Cited,
    pub args: Vec<(String, Arg)>,
}

/// Why somebody opened it, in their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningSaid {
    pub reason: String,
}

impl Frozen {
    /// Freezes a finding.
    pub fn of(finding: Finding) -> Frozen {
        Frozen {
            code: finding.code,
            level: finding.level,
            value: finding.value,
            threshold: finding.threshold,
            n: finding.n,
            confidence: finding.confidence,
            maybe_ours: finding.maybe_ours,
            facts: Cited::from(finding.facts),
            args: finding.args.into_iter().map(|(name, arg)| (name.to_owned(), arg)).collect(),
        }
    }
}

/// Up to so many members the light track is the usual one (RULINGS 39).
pub const LIGHT_MEMBERS_MAX: u32 = 12;

impl Track {
    /// Returns the usual track of a firm with so many members.
    pub fn usual(members: u32) -> Track {
        if members <= LIGHT_MEMBERS_MAX { Track::Light } else { Track::Full }
    }
}
