//! What a case begins from: the findings and the figures as they stood, frozen with the policy they were made under.

use super::cited::Cited;
use super::role::Class;
use super::snapshot::Snapshot;
use super::stage::Track;
use crate::days::Day;
use crate::sign::{Arg, Code, Earlier, Finding, Level, Value};
use crate::word::words;
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
        ContractReview = "contract_review",
        AgreementPoints = "agreement_points",
        Dossier = "dossier",
        Impact = "impact",
        Questions = "questions",
        Notifier = "notifier",
        HoldCheck = "hold_check",
        LegalApproval = "legal_approval",
        FinanceApproval = "finance_approval",
        UsualObligations = "usual_obligations",
        Archive = "archive",
        ScenarioAccepted = "scenario_accepted",
        Timeline = "timeline",
        Briefing = "briefing",
        TeamBriefed = "team_briefed",
        QuestionsChannel = "questions_channel",
        OwnPartsSummed = "own_parts_summed",
        ForecastCompared = "forecast_compared",
        GoodThingsKept = "good_things_kept",
        ReplacementPlan = "replacement_plan",
        Monitor = "monitor",
    }
}

/// The beginning of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub client: String,
    pub client_name: String,
    pub on: Day,
    /// The firm's zone, in which the days of what is written down are told; of Greenwich in cases of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
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
    /// Findings of before without which the signs would not have asked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
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

impl Opening {
    /// Returns the firm's civil day of an instant.
    pub fn day_of(&self, at: &str) -> Day {
        Day::of_instant(at, self.zone.as_deref()).unwrap_or(self.on)
    }
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

/// After a case has come to rest, this many days pass before the next, unless things got worse (DOMAIN 3.3).
pub const COOL_DOWN_DAYS: i32 = 60;

/// Tells whether findings are worse than those that an earlier case froze: a sign that it did not have at this level or
/// a graver one. What only asks to be watched does not count.
pub fn is_worse(earlier: &[Frozen], now: &[Frozen]) -> bool {
    let before = |code: Code| earlier.iter().filter(|frozen| frozen.code == code).map(|frozen| frozen.level).max();
    now.iter().any(|frozen| frozen.level >= Level::Finding && Some(frozen.level) > before(frozen.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worse_is_a_new_sign_or_a_graver_level() {
        use Level::*;
        let frozen = |code, level| Frozen {
            code,
            level,
            value: Value::Number(1.0),
            threshold: None,
            n: 9,
            confidence: 0.8,
            maybe_ours: false,
            facts: Cited::default(),
            args: vec![],
        };
        let earlier = [frozen(Code::P5, Finding), frozen(Code::R4, Watch)];
        for (now, worse) in [
            (vec![], false),
            (vec![frozen(Code::P5, Finding)], false),
            (vec![frozen(Code::P5, Watch), frozen(Code::D1, Watch)], false),
            (vec![frozen(Code::P5, Severe)], true),
            (vec![frozen(Code::R4, Finding)], true),
            (vec![frozen(Code::D1, Finding)], true),
        ] {
            assert_eq!(is_worse(&earlier, &now), worse, "{now:?}");
        }
    }
}
