//! What has happened in a case. An event is written once and never changed; what people say in it is in `said`, which the
//! journal seals apart: opened where its key is at hand, absent where it is erased or not yet revealed.

use super::decision::{Approval, Decision, DecisionSaid, Ground};
use super::guardrail::Breach;
use super::legal_hold;
use super::opening::{Opening, OpeningSaid, Skip};
use super::persistence::Persistence;
use super::protection::{Door, Instruction, Measure, Milestone, Part, Wish};
use super::repair::{Plan, PlanAnswer, PlanSaid, Trial, TrialReading};
use super::review::{Department, GoodSaid, Improvement, OpinionSaid, RosterChange, Seat, Stance};
use super::role::Role;
use super::root_cause::RootCause;
use super::scoring::{Scoring, ScoringSaid};
use super::snapshot::Snapshot;
use super::stage::Stage;
use crate::days::Day;
use crate::record::ReportKind;
use crate::sign::Code;
use serde::{Deserialize, Serialize};

/// Free text of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub text: String,
}

impl Text {
    /// Returns a text as it is said.
    pub fn of(text: impl Into<String>) -> Option<Text> {
        Some(Text { text: text.into() })
    }
}

/// What is kept of a talk with the client; of the meeting about a plan also what it was about, and who came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkSaid {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees: Option<String>,
    pub text: String,
}

/// An event of a case; the names are those of DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Freezes the findings and the finance snapshot the case begins from.
    CaseOpened {
        opening: Box<Opening>,
        #[serde(default)]
        said: Option<OpeningSaid>,
    },
    RoleGiven {
        role: Role,
        member: String,
    },
    RoleTaken {
        role: Role,
        member: String,
    },
    /// The actor stands too near to the client to judge, and withdraws from judging.
    Recused {
        #[serde(default)]
        said: Option<Text>,
    },
    /// The actor has no tie to the client that would bend their judgement.
    NoConflictDeclared {},
    /// The legal and conduct question was answered: nothing illegal, no conduct, no threat is known.
    TriageCleared {},
    /// A step that is offered was left out, with a reason.
    StepSkipped {
        step: Skip,
        #[serde(default)]
        said: Option<Text>,
    },
    StageEntered {
        stage: Stage,
    },

    // Facts.
    /// How much of what the detectors need is there, in percent; gaps are named.
    DataReviewed {
        known_percent: u8,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The figures were taken anew, for those of the opening had aged.
    FiguresRenewed {
        snapshot: Box<Snapshot>,
    },
    /// The contracts that hold; none found is said plainly.
    ContractsLocated {
        contracts: Vec<String>,
    },
    ClientViewRecorded {
        on: Day,
        confirmed_by_client: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    /// A possible cause, and what speaks for or against it.
    HypothesisWeighed {
        cause: RootCause,
        speaks_for: bool,
        fact: Option<FactRef>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// People looked at what our own delivery has to do with it.
    OwnPartReviewed {
        #[serde(default)]
        said: Option<Text>,
    },
    /// A talk with the client; `safe` is false where nobody could be sent.
    ClientMeetingHeld {
        on: Day,
        by: String,
        #[serde(default)]
        said: Option<TalkSaid>,
    },
    /// There was no talk: it would be unsafe, or the client could not be reached.
    TalkWaived {
        unsafe_for_people: bool,
        #[serde(default)]
        said: Option<Text>,
    },

    // The review.
    /// Who sits in the review; whoever was added or left out against the records, with the reason.
    RosterSet {
        seats: Vec<Seat>,
        #[serde(default)]
        said: Option<Vec<RosterChange>>,
    },
    AbsenceExcused {
        member: String,
        #[serde(default)]
        said: Option<Text>,
    },
    OpinionSubmitted {
        department: Department,
        #[serde(default)]
        said: Option<OpinionSaid>,
    },
    /// Opens the opinions: all are in, or the facilitator closed the round.
    OpinionsRevealed {
        missing: Vec<String>,
    },
    ComplaintRaised {
        complaint: u32,
        finding: Option<Code>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The same as an earlier complaint.
    ComplaintMerged {
        complaint: u32,
        into: u32,
    },
    ComplaintsClosed {},
    GoodThingGiven {
        #[serde(default)]
        said: Option<Text>,
    },
    GoodThingDeclined {},
    /// The question was answered before its round opened; the answer, a refusal to name any included, stays closed until
    /// then.
    GoodThingKept {
        #[serde(default)]
        said: Option<GoodSaid>,
    },
    /// The actor has answered the question of our own part; what they said stands elsewhere, without their name.
    OwnPartAnswered {},
    OwnPartsClosed {
        answers: u32,
    },
    ImprovementAgreed {
        improvement: Improvement,
        #[serde(default)]
        said: Option<Text>,
    },
    ImprovementDone {
        improvement: u32,
    },
    OptionsScored {
        scoring: Box<Scoring>,
        #[serde(default)]
        said: Option<ScoringSaid>,
    },
    /// A saved run of the cost of ending.
    ScenarioRun {
        run: String,
        seed: u64,
        p_cash_below_zero: Option<f64>,
        repair_dominates: bool,
    },
    ReviewDeferred {
        until: Day,
        #[serde(default)]
        said: Option<Text>,
    },

    // The decision.
    DecisionSigned {
        decision: Box<Decision>,
        #[serde(default)]
        said: Option<DecisionSaid>,
    },
    DissentRecorded {
        stance: Stance,
        #[serde(default)]
        said: Option<Text>,
    },
    DecisionApproved {
        approval: Approval,
        #[serde(default)]
        said: Option<Text>,
    },
    DecisionReopened {
        #[serde(default)]
        said: Option<Text>,
    },
    /// Counsel's written word on a ground, or on leaving out the talk.
    CounselAdvised {
        ground: Option<Ground>,
        talk_not_needed: bool,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        wait: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    CaseWithdrawn {
        #[serde(default)]
        said: Option<Text>,
    },

    // Repair and guardrails.
    RepairPlanVersioned {
        plan: Box<Plan>,
        #[serde(default)]
        said: Option<PlanSaid>,
    },
    PlanAnswered {
        answer: PlanAnswer,
        #[serde(default)]
        said: Option<Text>,
    },
    PlanAcknowledged {
        refused: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    BoundaryLetterAcknowledged {
        on: Day,
    },
    TrialStarted {
        trial: Box<Trial>,
    },
    TrialEvaluated {
        succeeded: bool,
        readings: Vec<TrialReading>,
        #[serde(default)]
        said: Option<Text>,
    },
    GuardrailBreached {
        breach: Breach,
    },
    /// Boundaries were crossed again after the client had acknowledged them: the trouble persists (DOMAIN B25).
    BoundariesCrossedAgain {
        persistence: Box<Persistence>,
    },

    // Overlays, and the protected road.
    WorkHoldSet {
        hold: String,
    },
    WorkHoldReleased {
        hold: String,
    },
    CounselStopSet {
        #[serde(default)]
        said: Option<Text>,
    },
    CounselStopReleased {
        #[serde(default)]
        said: Option<Text>,
    },
    /// The door that the report goes through: chosen when it is filed, and later changed by a recipient, with the
    /// reporter's knowledge.
    DoorChanged {
        door: Door,
        /// The act, where it is another than the report named.
        #[serde(default)]
        named: Option<ReportKind>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The report was opened again to someone whose key is new.
    AccessRenewed {
        member: String,
    },
    WishStated {
        wish: Wish,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Whoever reported added something.
    ReporterSpoke {
        #[serde(default)]
        said: Option<Text>,
    },
    /// A member of ours is part of what was reported.
    PartyNamed {
        member: String,
        part: Part,
        #[serde(default)]
        said: Option<Text>,
    },
    MilestoneReached {
        milestone: Milestone,
        on: Day,
        /// Whom it names.
        #[serde(default)]
        who: Option<String>,
        #[serde(default)]
        said: Option<Text>,
    },
    ProtectiveMeasureStarted {
        measure: Measure,
        #[serde(default)]
        said: Option<Text>,
    },
    ProtectiveMeasureEnded {
        measure: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The person answered a measure that was offered.
    MeasureAnswered {
        measure: u32,
        agrees: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    EvidenceSealed {
        name: String,
        sha256: String,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Counsel's word to those who act; what it rests on stands in the compartment.
    CounselInstructed {
        instruction: Instruction,
        #[serde(default)]
        said: Option<Text>,
    },
    /// What is kept from destruction, because a claim is near.
    #[serde(untagged)]
    LegalHold(legal_hold::Event),
    /// What happens once we look back.
    #[serde(untagged)]
    Learning(super::learning::Event),
    /// What happens while we part.
    #[serde(untagged)]
    Parting(super::parting::Event),
}

impl Event {
    /// Tells whether what was said in it is counsel's advice, which is kept apart from the rest of the file (B57, T6).
    pub fn is_privileged(&self) -> bool {
        matches!(
            self,
            Event::CounselAdvised { .. }
                | Event::CounselInstructed { .. }
                | Event::CounselStopSet { .. }
                | Event::CounselStopReleased { .. }
                | Event::LegalHold(
                    legal_hold::Event::LegalHoldSet { .. }
                        | legal_hold::Event::LegalHoldScoped { .. }
                        | legal_hold::Event::LegalHoldReleased { .. }
                )
        )
    }
}

/// A record that a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FactRef {
    /// The table.
    pub kind: String,
    pub id: String,
}
