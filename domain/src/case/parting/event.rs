//! What happens while a firm parts with a client; names as in DOMAIN 5.8 where it has one.

use super::letters::{LetterSaid, Version};
use super::mail::AddressSaid;
use super::notice::{Computed, Dispatch, Failure, Receipt};
pub use super::said::{ArchiveSaid, ContactSaid, ProofSaid, QuestionSaid, SignerSaid};
use super::settling::{Closure, Disposal, Settlement};
use super::suspension::Looked;
use super::{Approved, Archive, Basis, Instruction, Right};
use crate::case::event::Text;
use crate::days::Day;
use crate::separation::agreement::Point;
use crate::separation::letter::{Differs, Kind};
use crate::separation::notice::Method;
use crate::separation::settlement::{ClientStatement, FinalAccount};
use crate::separation::tone::Language;
use serde::{Deserialize, Serialize};

/// An event of the parting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    // Preparing.
    /// By which right it ends, and why by this one.
    BasisChosen {
        basis: Basis,
        #[serde(default)]
        said: Option<Text>,
    },
    /// What a contract says of its end; said is the clause in its own words.
    ClauseExtracted {
        contract: String,
        right: Right,
        #[serde(default)]
        said: Option<Text>,
    },
    NoticeComputed {
        computed: Box<Computed>,
    },
    /// What was agreed on a point of the agreement to end; said is the words, or why it does not arise.
    PointSettled {
        point: Point,
        needed: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Someone who is no party to the decision read the dossier.
    DossierReviewed {
        #[serde(default)]
        said: Option<Text>,
    },
    /// Who speaks to the client.
    NotifierNamed {
        member: String,
        #[serde(default)]
        said: Option<Text>,
    },
    /// A question that may come, and its approved answer.
    QuestionPrepared {
        #[serde(default)]
        said: Option<QuestionSaid>,
    },
    /// Who else is touched, who tells them which sentence, and when.
    ImpactConsidered {
        #[serde(default)]
        said: Option<Text>,
    },
    /// Whether anything must be kept from destruction, and which data of the client is held.
    HoldChecked {
        hold: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    /// A letter, or another version of it.
    LetterDrafted {
        letter: u32,
        kind: Kind,
        version: Version,
        #[serde(default)]
        said: Option<LetterSaid>,
    },
    /// Someone other than its author lets a letter pass in spite of a mark that stops it.
    LetterOverridden {
        letter: u32,
        /// What it says otherwise than the case, and whoever let it pass knew.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        differs: Vec<Differs>,
        #[serde(default)]
        said: Option<Text>,
    },
    NoticeApproved {
        approval: Approved,
    },
    /// Someone stands behind a grave letter that goes out though nothing is ended.
    LetterApproved {
        letter: u32,
    },

    // An end for breach.
    DefaultNoticeServed {
        on: Day,
        cure_until: Day,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        method: Option<Method>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<String>,
        #[serde(default)]
        said: Option<Text>,
    },
    BreachCured {
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    /// IT can stop just what a letter announces, and restore it; said is how.
    StopApproved {
        letter: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Additional services stop first (DOMAIN B32).
    SuspensionStarted {
        on: Day,
        /// What was looked at before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        looked: Option<Looked>,
        #[serde(default)]
        said: Option<Text>,
    },
    SuspensionEnded {
        on: Day,
    },

    // Notice.
    /// A person ordered a letter to be sent by the firm's mail server; what comes of it is told apart.
    MailOrdered {
        letter: u32,
        digest: String,
        message: String,
        #[serde(default)]
        said: Option<AddressSaid>,
    },
    NoticeDispatched {
        dispatch: Box<Dispatch>,
    },
    /// What proves the dispatch: the digest of a kept file, or what a stranger can find it by.
    DispatchProved {
        proof: String,
    },
    /// A letter that needs no form of its own reached the client; from now on it cannot be changed.
    LetterHandedOver {
        letter: u32,
        on: Day,
        #[serde(default)]
        proof: Option<String>,
        /// Whoever recorded it sent its copy by chat.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_chat: bool,
    },
    /// The notice came back; or, where a letter is named, what was ordered did not go out.
    DeliveryFailed {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<u32>,
        failure: Failure,
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    NoticeReceived {
        receipt: Receipt,
    },
    EffectiveDateFixed {
        on: Day,
    },
    /// Both agreed in writing on an earlier last day.
    EndBroughtForward {
        on: Day,
        effective_on: Day,
        proof: String,
    },
    /// Both signed an agreement to end.
    AgreementSigned {
        on: Day,
        effective_on: Day,
        proof: String,
    },
    /// The client gave notice, alone or across ours: received on, ends on, and how both were computed.
    ClientGaveNotice {
        on: Day,
        effective_on: Day,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        computed: Option<Box<Computed>>,
        /// It came in no form that the contract names, and nobody took it in another: it does not count.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        no_form: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The client asks to stay: nothing turns back by itself.
    StayRequested {
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Both took the end back in writing.
    EndWithdrawn {
        on: Day,
        proof: String,
        #[serde(default)]
        said: Option<Text>,
    },

    // The client's page.
    /// A private link was given to someone of the client, or of whoever follows us.
    ClientLinkGiven {
        link: String,
        until: Day,
        successor: bool,
        /// The day on which someone of the client agreed that whoever follows us gets it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        consented_on: Option<Day>,
        #[serde(default)]
        said: Option<ContactSaid>,
    },
    ClientLinkRevoked {
        link: String,
    },
    /// The client's page reached them on paper: in which language, and the SHA-256 of its text.
    ClientPageHandedOver {
        on: Day,
        language: Language,
        digest: String,
        #[serde(default)]
        proof: Option<String>,
    },
    /// Someone of the client confirmed on their page that the notice arrived: with their name, under the SHA-256 of its text.
    ReceiptAcknowledged {
        letter: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        digest: Option<String>,
        #[serde(default)]
        said: Option<SignerSaid>,
    },
    /// Someone of the client confirmed on their page that what is owed was done: ours reached them, theirs they did.
    ObligationsConfirmed {
        obligations: Vec<u32>,
        #[serde(default)]
        said: Option<SignerSaid>,
    },
    QuestionAsked {
        question: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    /// An answer waits for someone else to agree to it.
    AnswerDrafted {
        question: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    QuestionAnswered {
        question: u32,
        #[serde(default)]
        said: Option<Text>,
    },

    // Transition.
    DataInstructionReceived {
        instruction: Instruction,
        on: Day,
        /// No answer came, and what the notice announced applies.
        by_default: bool,
        /// The client said it on their own page.
        #[serde(default)]
        by_client: bool,
        #[serde(default)]
        said: Option<Text>,
    },

    // Settlement and closing.
    /// The account as it stood on its day, with its digest; said is the clause on which interest rests.
    AccountFrozen {
        account: Box<FinalAccount>,
        digest: String,
        /// The statement of that day, as the client gets it.
        #[serde(default)]
        statement: Option<Box<ClientStatement>>,
        #[serde(default)]
        said: Option<Text>,
    },
    SettlementSigned {
        settlement: Settlement,
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    DataDisposed {
        disposal: Disposal,
        /// Whether the verifier has still to look for themself; what was certified before they were asked to stands.
        #[serde(default)]
        to_verify: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The verifier of what was certified looked for themself; said is what they saw.
    DisposalVerified {
        disposal: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    ClosingSummaryDelivered {
        on: Day,
        proof: String,
    },
    /// The client signed the clearance, or did not. Signed on their page, said is the text that they signed, in its
    /// language.
    ClosureSigned {
        closure: Closure,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// A file that proves something, such as a courier's receipt, is kept sealed; its digest binds it.
    ProofKept {
        sha256: String,
        #[serde(default)]
        said: Option<ProofSaid>,
    },
    /// A kept file was put on the client's page, and on the page of whoever follows us where it says so.
    FileGiven {
        sha256: String,
        successor: bool,
    },
    /// An archive was sealed for its readers, opened again and compared; or the client's part was packed.
    ArchiveKept {
        archive: Archive,
        #[serde(default)]
        said: Option<ArchiveSaid>,
    },
    /// Somebody looked whether an archive is still what was made.
    ArchiveChecked {
        sha256: String,
        is_whole: bool,
    },
    /// Somebody took an archive away, and said why (DOMAIN B58).
    ArchiveFetched {
        sha256: String,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The closing pack is made: its digest binds what both keep.
    ArchiveSealed {
        sha256: String,
    },
    /// What both sides owe.
    #[serde(untagged)]
    Duty(super::duties::Event),
    /// What the client is offered for the time after the end.
    #[serde(untagged)]
    Offer(super::offers::Event),
    /// The notices of further contracts.
    #[serde(untagged)]
    Further(super::further::Event),
    /// Who else is touched, and what they hear.
    #[serde(untagged)]
    Impact(super::impact::Event),
    /// What stands ready before the client is told.
    #[serde(untagged)]
    Readiness(super::readiness::Event),
    /// The rights in each work.
    #[serde(untagged)]
    Work(super::works::Event),
}
