//! What people do while they part with a client.

use super::settling::{Closure, Disposal, Settlement};
use super::suspension::Looked;
use super::{Approved, Archive, Arrival, Basis, Consent, Failure, Instruction, Right, Scope};
use crate::case::role::Action;
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::separation::agreement::Point;
use crate::separation::contract::Confirmed;
use crate::separation::letter::{Kind, Rung};
use crate::separation::notice::Method;
use crate::separation::settlement::{ClientStatement, FinalAccount};
use crate::separation::tone::{Context, Language};
use serde::Deserialize;

/// What a person wants to do; texts are theirs, and sealed when they are kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    ChooseBasis {
        basis: Basis,
        text: String,
    },
    ReviewContract {
        contract: String,
        right: Right,
        text: String,
    },
    /// The input of `notice compute`, and the firm's own days.
    ComputeNotice {
        contract: Option<String>,
        input: String,
        #[serde(default)]
        own: Vec<OwnDay>,
    },
    /// Does something by what people confirmed of the contract, as it is now.
    #[serde(skip)]
    UnderTerms {
        confirmed: Confirmed,
        act: Box<Act>,
    },
    /// A point of the agreement to end: in words with a day, or not needed because of something.
    SettlePoint {
        point: Point,
        needed: bool,
        on: Option<Day>,
        text: String,
    },
    ReviewDossier {
        text: String,
    },
    NameNotifier {
        member: String,
        text: Option<String>,
    },
    PrepareQuestion {
        question: String,
        answer: String,
        #[serde(skip)]
        context: Context,
    },
    ConsiderImpact {
        text: String,
    },
    CheckHold {
        hold: bool,
        text: String,
    },
    /// A new letter, or another version of one.
    DraftLetter {
        letter: Option<u32>,
        kind: Kind,
        /// Of a new reminder: its rung.
        #[serde(default)]
        rung: Option<Rung>,
        language: Language,
        text: String,
        #[serde(skip)]
        context: Context,
    },
    OverrideLetter {
        letter: u32,
        text: String,
    },
    ApproveNotice {
        approval: Approved,
    },
    /// Stands behind a grave letter that goes out though nothing is ended.
    ApproveLetter {
        letter: u32,
    },

    ServeDefault {
        on: Day,
        cure_until: Day,
        /// The way by which it was served, and its proof.
        method: Method,
        #[serde(default)]
        proof: Option<String>,
        text: String,
    },
    RecordCure {
        on: Day,
        text: String,
    },
    /// IT says that just what the letter of suspension announces can be stopped and restored, and how.
    ApproveStop {
        text: String,
    },
    Suspend {
        on: Day,
        looked: Looked,
        text: String,
    },
    EndSuspension {
        on: Day,
    },

    /// Orders a letter to be sent by the firm's mail server, under a Message-ID that was drawn for it.
    OrderMail {
        letter: u32,
        to: String,
        message: String,
        /// The firm's own days as they are now; those of the computation where nobody says.
        #[serde(default)]
        own: Option<Vec<OwnDay>>,
    },
    /// What was ordered did not go out, and is not tried again.
    EndOrder {
        letter: u32,
        failure: Failure,
        on: Day,
        text: String,
    },
    /// Sends the notice as it was approved; the moment is the sender's wall clock.
    Dispatch {
        sent_at: String,
        tracking: Option<String>,
        proof: Option<String>,
        /// The firm's own days as they are now; those of the computation where nobody says.
        #[serde(default)]
        own: Option<Vec<OwnDay>>,
    },
    /// What proves the dispatch came later.
    ProveDispatch {
        proof: String,
    },
    /// A letter other than the one by which it ends reached the client.
    HandOver {
        letter: u32,
        on: Day,
        proof: Option<String>,
    },
    /// Whoever does it sent the copy of a letter by chat.
    SendByChat {
        letter: u32,
        on: Day,
    },
    RecordFailure {
        failure: Failure,
        on: Day,
        text: String,
    },
    /// The notice counts as received; the moment is the recipient's wall clock.
    RecordReceipt {
        arrival: Arrival,
        received_at: Option<String>,
        proof: Option<String>,
    },
    SignAgreement {
        on: Day,
        effective_on: Day,
        proof: String,
    },
    /// Both agree in writing that it ends before the day on which it would.
    EndEarlier {
        on: Day,
        effective_on: Day,
        proof: String,
    },
    /// The client gave notice: the input of `notice compute`, from their place to ours.
    RecordClientNotice {
        contract: Option<String>,
        input: String,
        #[serde(default)]
        own: Vec<OwnDay>,
        /// It is taken in the form in which it came, though the contract names another.
        accepted: bool,
        text: String,
    },
    RecordStayRequest {
        on: Day,
        text: String,
    },
    WithdrawEnd {
        on: Day,
        proof: String,
        text: String,
    },

    /// Gives a private link to someone of the client.
    GiveLink {
        link: String,
        until: Day,
        successor: bool,
        /// Who of the client agreed that whoever follows us gets it.
        #[serde(default)]
        consent: Option<Consent>,
        name: String,
        contact: String,
    },
    RevokeLink {
        link: String,
    },
    /// The client's page reached them on paper.
    HandOverPage {
        on: Day,
        language: Language,
        digest: String,
        proof: Option<String>,
    },
    /// A file that proves something is kept.
    KeepProof {
        sha256: String,
        name: String,
    },
    /// Puts a kept file on the client's page, and on the page of whoever follows us where it says so.
    GiveFile {
        sha256: String,
        successor: bool,
    },
    KeepArchive {
        archive: Archive,
        readers: Vec<String>,
    },
    /// Takes an archive away for a reason.
    FetchArchive {
        scope: Scope,
        sha256: String,
        text: String,
    },
    /// Somebody looked whether an archive is still what was made.
    CheckArchive {
        scope: Scope,
        sha256: String,
        is_whole: bool,
    },
    /// Answers a question of the client: word for word as it was prepared, or for someone else to agree to.
    AnswerQuestion {
        question: u32,
        text: String,
        #[serde(skip)]
        context: Context,
    },
    /// Agrees to the answer that someone else drafted.
    ApproveAnswer {
        question: u32,
        #[serde(skip)]
        context: Context,
    },
    /// What someone of the client does on their page.
    OfClient(OfClient),

    Instruct {
        instruction: Instruction,
        on: Day,
        by_default: bool,
        text: String,
    },

    /// The account of today, and the clause on which interest rests, where there is interest.
    FreezeAccount {
        account: Box<FinalAccount>,
        /// The statement of the same day, as the client gets it.
        #[serde(default)]
        statement: Option<Box<ClientStatement>>,
        #[serde(default)]
        clause: Option<String>,
    },
    Settle {
        settlement: Settlement,
        on: Day,
        text: String,
    },
    Dispose {
        disposal: Disposal,
        text: String,
    },
    /// The named verifier looked for themself at what was certified.
    VerifyDisposal {
        disposal: u32,
        text: String,
    },
    DeliverSummary {
        on: Day,
        proof: String,
    },
    Close {
        closure: Closure,
        text: Option<String>,
    },
    Seal {
        sha256: String,
    },
    /// What both sides owe.
    #[serde(untagged)]
    Duty(super::duties::Act),
    /// What the client is offered for the time after the end.
    #[serde(untagged)]
    Offer(super::offers::Act),
    /// The notices of further contracts.
    #[serde(untagged)]
    Further(super::further::Act),
    /// Who else is touched, and what they hear.
    #[serde(untagged)]
    Impact(super::impact::Act),
    /// What stands ready before the client is told.
    #[serde(untagged)]
    Readiness(super::readiness::Act),
    /// The rights in each work.
    #[serde(untagged)]
    Work(super::works::Act),
}

/// What someone of the client does on their page; a code has confirmed who they are, but for a question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfClient {
    AcknowledgeReceipt { letter: u32, digest: String, name: String },
    Ask { text: String },
    Confirm { obligations: Vec<u32>, name: String },
    Instruct { instruction: Instruction, name: String },
    SignClosure { name: String, language: Language, text: String },
}

impl Act {
    /// Returns the act itself, whatever terms it keeps to: what judges it by its kind asks this one.
    pub fn bare(&self) -> &Act {
        match self {
            Act::UnderTerms { act, .. } => act.bare(),
            act => act,
        }
    }

    /// Returns what the act counts as in the permission matrix; `None` for what the client does.
    pub fn action(&self) -> Option<Action> {
        Some(match self.bare() {
            // No member does it.
            Act::OfClient(_) => return None,
            Act::ApproveNotice { approval: Approved::Legal } => Action::Counsel,
            Act::ApproveNotice { approval: Approved::Finance } | Act::FreezeAccount { .. } | Act::Settle { .. } => {
                Action::WorkFigures
            }
            Act::ApproveNotice { approval: Approved::Second }
            | Act::ReviewDossier { .. }
            | Act::ApproveAnswer { .. }
            | Act::ApproveLetter { .. }
            | Act::OverrideLetter { .. } => Action::SecondDecision,
            Act::ApproveNotice { approval: Approved::CooledOff }
            | Act::ChooseBasis { .. }
            | Act::SignAgreement { .. }
            | Act::EndEarlier { .. }
            | Act::WithdrawEnd { .. } => Action::Decide,
            Act::Suspend { .. } | Act::EndSuspension { .. } => Action::StartSuspension,
            Act::ApproveStop { .. } => Action::ApproveStop,
            Act::KeepArchive { archive, .. } => archive.scope.action(),
            Act::CheckArchive { scope, .. } | Act::FetchArchive { scope, .. } => scope.action(),
            Act::Dispose { .. } => Action::DisposeOfData,
            // Whoever is named, whatever they are in the case.
            Act::VerifyDisposal { .. } => Action::See,
            Act::Duty(act) => act.action(),
            Act::Readiness(act) => act.action(),
            Act::Further(act) => act.action(),
            _ => Action::Work,
        })
    }
}
