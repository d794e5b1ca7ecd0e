//! What people do in a case.

use super::decision::{Alternative, Approval, Decision, DecisionSaid, Ground};
use super::event::FactRef;
use super::guardrail::Breach;
use super::opening::Skip;
use super::parting::duties::Act as Duty;
use super::parting::settling::Fate;
use super::persistence::Persistence;
use super::protection::{Door, Instruction, Measure, Milestone, Part, Wish};
use super::repair::{Plan, PlanSaid, Trial, TrialReading};
use super::review::{Department, OpinionSaid, RosterChange, Seat, Stance};
use super::role::{Action, Role};
use super::root_cause::RootCause;
use super::scoring::{Scoring, ScoringSaid};
use super::snapshot::Snapshot;
use super::stage::Stage;
use super::state::Scenario;
use super::{learning, parting};
use crate::days::Day;
use crate::record::ReportKind;
use crate::retention::Class as Papers;
use crate::sign::Code;
use serde::Deserialize;

/// What a person wants to do; texts are theirs, and sealed when they are kept. It can be written as data, so that a story
/// of a case is a text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    GiveRole {
        role: Role,
        member: String,
    },
    TakeRole {
        role: Role,
        member: String,
    },
    Recuse {
        text: String,
    },
    DeclareNoConflict,
    /// Whether anything illegal, any conduct or any threat is known.
    AnswerTriage {
        illegal: bool,
        conduct: bool,
        threat: bool,
    },
    Skip {
        step: Skip,
        text: String,
    },
    Enter {
        stage: Stage,
    },

    ReviewData {
        known_percent: u8,
        gaps: Option<String>,
    },
    RenewFigures {
        snapshot: Box<Snapshot>,
    },
    LocateContracts {
        contracts: Vec<String>,
    },
    RecordClientView {
        on: Day,
        confirmed: bool,
        text: String,
    },
    Weigh {
        cause: RootCause,
        speaks_for: bool,
        fact: Option<FactRef>,
        text: String,
    },
    ReviewOwnPart {
        text: String,
    },
    RecordTalk {
        on: Day,
        text: String,
    },
    WaiveTalk {
        unsafe_for_people: bool,
        text: String,
    },

    SetRoster {
        seats: Vec<Seat>,
        /// Who was added or left out against the records, and why.
        changes: Vec<RosterChange>,
    },
    Excuse {
        member: String,
        text: String,
    },
    SubmitOpinion {
        department: Department,
        said: OpinionSaid,
    },
    Reveal,
    Complain {
        finding: Option<Code>,
        text: String,
    },
    MergeComplaint {
        complaint: u32,
        into: u32,
    },
    CloseComplaints,
    /// One good thing, or none.
    NameGoodThing {
        text: Option<String>,
    },
    /// What was said is kept elsewhere; here only that it was answered.
    AnswerOwnPart,
    CloseOwnParts {
        answers: u32,
    },
    AgreeImprovement {
        owner: String,
        due_on: Day,
        text: String,
    },
    FinishImprovement {
        improvement: u32,
    },
    ScoreOptions {
        scoring: Box<Scoring>,
        said: ScoringSaid,
    },
    CiteScenario {
        scenario: Scenario,
    },
    Defer {
        until: Day,
        text: String,
    },

    Sign {
        decision: Box<Decision>,
        said: DecisionSaid,
    },
    Dissent {
        stance: Stance,
        text: String,
    },
    Approve {
        approval: Approval,
        text: Option<String>,
    },
    Reopen {
        text: String,
    },
    Advise {
        ground: Option<Ground>,
        talk_not_needed: bool,
        /// It does not go on for now.
        #[serde(default)]
        wait: bool,
        text: String,
    },
    Withdraw {
        text: String,
    },

    VersionPlan {
        plan: Box<Plan>,
        said: PlanSaid,
    },
    /// The client was met about the plan.
    Meet {
        on: Day,
        agenda: Option<String>,
        attendees: String,
        text: String,
    },
    AnswerPoint {
        point: u32,
        accepted: bool,
        text: String,
    },
    AcknowledgePlan {
        refused: bool,
        text: Option<String>,
    },
    AcknowledgeBoundaryLetter {
        on: Day,
    },
    StartTrial {
        trial: Box<Trial>,
    },
    EvaluateTrial {
        succeeded: bool,
        readings: Vec<TrialReading>,
        text: String,
    },
    /// The program saw that limits were crossed; no person does this.
    Breach {
        breaches: Vec<Breach>,
    },
    /// The program saw that boundaries were crossed again after the client had acknowledged them; no person does this.
    Persist {
        persistence: Box<Persistence>,
    },

    SetHold {
        hold: String,
    },
    ReleaseHold {
        hold: String,
    },
    SetCounselStop {
        text: String,
    },
    ReleaseCounselStop {
        text: String,
    },
    ChangeDoor {
        door: Door,
        named: Option<ReportKind>,
        reporter_knows: bool,
        text: String,
    },
    /// Opens the report again to someone who has a new key.
    RenewAccess {
        member: String,
    },
    /// What whoever reported asks for: by themself, or written down for them.
    StateWish {
        wish: Wish,
        text: Option<String>,
    },
    /// Whoever reported adds something.
    Tell {
        text: String,
    },
    NameParty {
        member: String,
        part: Part,
        text: String,
    },
    NameContact {
        member: String,
        text: Option<String>,
    },
    /// Someone speaks to the client of what was reported.
    ApproachClient {
        on: Day,
        member: String,
        senior_and_safe: bool,
        reporter_knows: bool,
        text: String,
    },
    Reach {
        milestone: Milestone,
        on: Day,
        text: Option<String>,
    },
    /// The person says that it is over.
    CloseOwn {
        on: Day,
        text: Option<String>,
    },
    Protect {
        measure: Measure,
        text: Option<String>,
    },
    EndProtection {
        measure: u32,
        text: String,
    },
    AnswerMeasure {
        measure: u32,
        agrees: bool,
        text: Option<String>,
    },
    SealEvidence {
        name: String,
        sha256: String,
        text: Option<String>,
    },
    Instruct {
        instruction: Instruction,
        text: Option<String>,
    },
    /// What is kept from destruction, because a claim is near.
    #[serde(untagged)]
    LegalHold(super::legal_hold::Act),
    /// What is done once we look back.
    #[serde(untagged)]
    Learning(super::learning::Act),
    /// What is done while we part.
    #[serde(untagged)]
    Parting(super::parting::Act),
}

impl Act {
    /// Returns what the act counts as in the permission matrix; `None` for what the program records.
    pub fn action(&self) -> Option<Action> {
        Some(match self {
            Act::GiveRole { .. } | Act::TakeRole { .. } => Action::NameRoles,
            // Whoever owns an improvement finishes it; the rule itself looks who that is.
            Act::Recuse { .. } | Act::DeclareNoConflict | Act::FinishImprovement { .. } => Action::See,
            Act::AnswerTriage { .. }
            | Act::Skip { .. }
            | Act::Enter { .. }
            | Act::ReviewData { .. }
            | Act::LocateContracts { .. }
            | Act::RecordClientView { .. }
            | Act::Weigh { .. }
            | Act::ReviewOwnPart { .. }
            | Act::RecordTalk { .. }
            | Act::WaiveTalk { .. }
            | Act::ScoreOptions { .. }
            | Act::VersionPlan { .. }
            | Act::Meet { .. }
            | Act::AnswerPoint { .. }
            | Act::AcknowledgePlan { .. }
            | Act::AcknowledgeBoundaryLetter { .. }
            | Act::StartTrial { .. }
            | Act::EvaluateTrial { .. } => Action::Work,
            Act::RenewFigures { .. } | Act::CiteScenario { .. } => Action::WorkFigures,
            Act::SetRoster { .. }
            | Act::Excuse { .. }
            | Act::Reveal
            | Act::MergeComplaint { .. }
            | Act::CloseComplaints
            | Act::CloseOwnParts { .. }
            | Act::AgreeImprovement { .. }
            | Act::Defer { .. } => Action::Facilitate,
            Act::SubmitOpinion { .. }
            | Act::Complain { .. }
            | Act::NameGoodThing { .. }
            | Act::AnswerOwnPart
            | Act::Dissent { .. } => Action::SpeakInReview,
            Act::Sign { .. } | Act::Reopen { .. } | Act::Withdraw { .. } => Action::Decide,
            Act::Approve { approval: Approval::CooledOff, .. } => Action::Decide,
            Act::Approve { .. } => Action::SecondDecision,
            Act::Advise { .. } => Action::Counsel,
            Act::SetHold { .. } | Act::ReleaseHold { .. } => Action::HoldWork,
            Act::SetCounselStop { .. } | Act::ReleaseCounselStop { .. } => Action::CounselStop,
            Act::Instruct { .. } => Action::AssessDuty,
            Act::NameParty { .. } => Action::NameRoles,
            Act::ChangeDoor { .. } | Act::NameContact { .. } | Act::ApproachClient { .. } | Act::Reach { .. } => {
                Action::Work
            }
            Act::Protect { .. } | Act::EndProtection { .. } => Action::Protect,
            Act::Tell { .. } | Act::CloseOwn { .. } => Action::OwnReport,
            // Whoever reported and those who protect them may both do these; the rules say when.
            Act::StateWish { .. } | Act::AnswerMeasure { .. } | Act::SealEvidence { .. } | Act::RenewAccess { .. } => {
                Action::See
            }
            Act::LegalHold(act) => return act.action(),
            Act::Learning(act) => return act.action(),
            Act::Parting(act) => return act.action(),
            Act::Breach { .. } | Act::Persist { .. } => return None,
        })
    }
}

/// Tells whether what was tried before an end is named: nothing else, if it says that nothing was.
pub fn names_what_was_tried(tried: &[Alternative]) -> bool {
    tried.len() == 1 || (!tried.is_empty() && !tried.contains(&Alternative::Nothing))
}

impl Act {
    /// Returns the kind of papers that it destroys.
    pub fn destroys(&self) -> Option<Papers> {
        match self {
            Act::Learning(learning::Act::DestroyOwnPartKey) => Some(Papers::OwnPart),
            Act::Parting(act) => match act.bare() {
                parting::Act::Dispose { disposal, .. } if disposal.fate == Fate::Deleted => Some(Papers::ClientData),
                parting::Act::Duty(Duty::RemoveHolding { .. }) => Some(Papers::ClientData),
                _ => None,
            },
            _ => None,
        }
    }

    /// Tells whether whoever does it must have seen everything that happened before: what they do rests on all of it.
    pub fn needs_the_latest(&self) -> bool {
        matches!(self, Act::Parting(act) if act.needs_the_latest())
            || matches!(self, Act::LegalHold(act) if act.needs_the_latest())
            || matches!(
                self,
                Act::Learning(learning::Act::DestroyOwnPartKey)
                    | Act::Sign { .. }
                    | Act::SetRoster { .. }
                    | Act::CloseOwnParts { .. }
                    | Act::ScoreOptions { .. }
                    | Act::VersionPlan { .. }
                    | Act::EvaluateTrial { .. }
                    | Act::Reopen { .. }
            )
    }
}
