//! The client's page as data. Its types hold what was said to the client or by the client, and nothing else: an internal
//! text has no place in them (DESIGN, RULINGS 36).

mod kept;
mod owed;
mod service;
mod work;

pub use kept::KeptFrom;
pub use owed::{Listed, Owed, Owes, Reference, owed};
pub use service::{Pause, Service, Standing, service};
pub use work::{Work, works};

use crate::case::parting::further::Further;
use crate::case::parting::offers::{AlternativeSaid, Bridge as Offered, BridgeSaid, BridgeTerms};
use crate::case::parting::settling::{Fate, Settlement};
use crate::case::parting::{Clearance, Computed, Instruction, Parting, ProofFile, Scope, Signed};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::money::Money;
use crate::separation::letter::Kind;
use crate::separation::settlement::ClientAccount;
use crate::separation::tone::{self, Language};

/// What someone of the client sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientPage {
    /// The day on which the services end, once it is fixed; before that, the day that the notice names.
    pub ends_on: Option<Day>,
    pub is_fixed: bool,
    /// Each contract with its last day, where several end on different days.
    pub contracts: Vec<(String, Day)>,
    /// The day on which both took the end back; then nothing ends, and nothing is asked.
    pub withdrawn_on: Option<Day>,
    /// How the services stand until the end.
    pub services: Vec<Service>,
    pub pause: Option<Pause>,
    /// What becomes of the rights in each work.
    pub works: Vec<Work>,
    pub letters: Vec<ServedLetter>,
    /// What remains on either side, by the day.
    pub owed: Vec<Owed>,
    pub questions: Vec<Question>,
    pub instruction: Option<Instruction>,
    /// What the terms of what we keep are counted from.
    pub kept_from: Option<KeptFrom>,
    /// Whether the clearance can be signed.
    pub may_sign: bool,
    /// The digest of the account that a clearance is for.
    pub clears: Option<String>,
    /// The clearance as it was signed on this page.
    pub clearance: Option<Clearance>,
    /// Who signed the clearance, and when.
    pub signed: Option<(String, Day)>,
    pub is_closed: bool,
    pub settlement: Option<(Settlement, Day)>,
    /// The account as it was frozen for the settlement.
    pub account: Option<ClientAccount>,
    pub alternatives: Vec<Alternative>,
    pub bridges: Vec<Bridge>,
    /// What was done with their data: what, when, and until when copies stay in backups.
    pub disposals: Vec<(Fate, Day, Option<Day>)>,
    /// Whether something was done with them already, even if nobody has verified it.
    pub is_certified: bool,
    /// The digest of the closing pack, once it is sealed.
    pub sealed: Option<String>,
    /// The files that were given to them.
    pub files: Vec<ProofFile>,
    /// The digest of what they take along, once it is packed.
    pub part: Option<String>,
}

/// A letter that was served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServedLetter {
    pub id: u32,
    pub kind: Kind,
    pub language: Language,
    /// The text as it was served; nothing where it was erased since.
    pub text: Option<String>,
    pub digest: String,
    /// Who confirmed its receipt, and the instant.
    pub acknowledged: Option<Signed>,
}

/// Someone else who does such work, and what we receive for naming them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub name: String,
    pub fits: String,
    pub reach: String,
    pub fee: Option<Money>,
}

/// A service that is offered for a while after the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    pub scope: String,
    pub excluded: String,
    pub turn_to: String,
    pub terms: BridgeTerms,
}

/// A question of the client with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub asked_on: Day,
    pub question: String,
    pub answer: Option<String>,
}

impl ClientPage {
    /// Returns the page of a case; there is none before something was served.
    pub fn of(case: &Case) -> Option<ClientPage> {
        let parting = &case.parting;
        if !parting.is_served() {
            return None;
        }
        let (ends_on, is_fixed) = end(parting);
        let closure = parting.closure.as_ref();
        let page = ClientPage {
            ends_on,
            is_fixed,
            contracts: contracts(parting),
            withdrawn_on: parting.withdrawn_on,
            services: service::services(parting),
            pause: service::pause(parting),
            works: works(parting),
            letters: letters(parting),
            owed: owed::owed(parting),
            questions: questions(case),
            instruction: parting.instruction.map(|standing| standing.instruction),
            kept_from: kept::kept_from(parting, ends_on),
            may_sign: parting.account_to_clear().is_some() && closure.is_none() && case.stage == Stage::Settlement,
            clears: parting.account_to_clear().map(|frozen| frozen.digest.clone()),
            clearance: parting.clearance.clone(),
            signed: closure.and_then(|closure| Some((closure.signer.clone()?, closure.on))),
            is_closed: matches!(case.stage, Stage::Closed | Stage::Learned),
            settlement: parting.settlement,
            account: parting.account.as_ref().map(|frozen| {
                let (statement, how) = (frozen.statement.as_deref().cloned(), parting.settlement.map(|(how, _)| how));
                frozen.account.for_client(statement, frozen.clause.as_deref(), how)
            }),
            alternatives: alternatives(parting),
            bridges: bridges(parting),
            disposals: disposals(parting),
            is_certified: !parting.disposals.is_empty(),
            sealed: parting.sealed.clone(),
            files: parting.proofs.iter().filter(|file| file.is_given).cloned().collect(),
            part: part(parting),
        };
        Some(if page.withdrawn_on.is_some() { page.withdrawn() } else { page })
    }

    /// Returns what remains once both took the end back: what was said, and nothing that ends or is asked.
    fn withdrawn(self) -> ClientPage {
        // Nobody answers here any more, so none is promised.
        let questions = self.questions.into_iter().filter(|one| one.answer.is_some()).collect();
        ClientPage {
            questions,
            ends_on: None,
            is_fixed: false,
            contracts: vec![],
            services: vec![],
            pause: None,
            works: vec![],
            owed: vec![],
            instruction: None,
            kept_from: None,
            may_sign: false,
            clears: None,
            alternatives: vec![],
            bridges: vec![],
            ..self
        }
    }

    /// Tells whether something can still be asked on it.
    pub fn may_ask(&self) -> bool {
        !self.is_closed && self.withdrawn_on.is_none()
    }

    /// Tells whether the client can still say what becomes of their data.
    pub fn may_instruct(&self) -> bool {
        self.may_ask() && self.signed.is_none() && !self.is_certified
    }

    /// Returns what the client can confirm of what is owed.
    pub fn confirmable(&self) -> impl Iterator<Item = &Owed> {
        self.owed.iter().filter(move |one| self.may_ask() && one.may_be_confirmed())
    }

    /// Returns what whoever follows us sees: the handover alone. Who ended it, when, and how it stands is the client's to tell
    /// them. Every field is named, so that a new one is not theirs by itself.
    pub fn for_successor(self) -> ClientPage {
        let letters = self.letters.into_iter().filter(|letter| letter.kind == Kind::HandoverCover).collect();
        let files = self.files.into_iter().filter(|file| file.for_successor).collect();
        ClientPage {
            letters,
            ends_on: None,
            is_fixed: false,
            is_closed: false,
            withdrawn_on: None,
            contracts: vec![],
            services: vec![],
            pause: None,
            works: vec![],
            owed: vec![],
            questions: vec![],
            instruction: None,
            kept_from: None,
            signed: None,
            may_sign: false,
            clears: None,
            clearance: None,
            settlement: None,
            account: None,
            alternatives: vec![],
            bridges: vec![],
            disposals: vec![],
            is_certified: false,
            sealed: None,
            files,
            part: None,
        }
    }

    /// Returns the letter of which a receipt is asked: a notice that nobody has confirmed yet.
    pub fn asks_receipt(&self) -> Option<&ServedLetter> {
        let mut notices = self.letters.iter().filter(|letter| letter.kind.tone() == tone::Kind::Notice);
        notices.find(|letter| letter.acknowledged.is_none() && self.withdrawn_on.is_none())
    }
}

/// Returns the last day of all that ends as far as the client was told, and whether it is fixed.
fn end(parting: &Parting) -> (Option<Day>, bool) {
    let named = parting.dispatched().map(|dispatch| dispatch.computed.effective_on);
    let first = parting.effective_on.or(named);
    let theirs = parting.ended_beside().map(|(_, ends_on)| ends_on);
    let last = first.into_iter().chain(parting.further_out().filter_map(Further::ends_on)).chain(theirs).max();
    (last, parting.effective_on.is_some() && parting.further_out().all(|own| own.effective_on.is_some()))
}

/// Returns the last day of each contract as far as the client was told, the earliest first; nothing where all end on one.
fn contracts(parting: &Parting) -> Vec<(String, Day)> {
    let named = |computed: &Computed| computed.contract.clone();
    let sent = parting.dispatched().map(|dispatch| dispatch.computed.effective_on);
    let first = parting.standing().and_then(named).zip(parting.effective_on.or(sent));
    let ours = parting.further_out().filter_map(|own| Some((own.contract.clone(), own.ends_on()?)));
    let theirs = parting.ended_beside().map(|(contract, ends_on)| (contract.to_owned(), ends_on));
    let mut all: Vec<(String, Day)> = first.into_iter().chain(ours).chain(theirs).collect();
    all.sort_by_key(|(_, on)| *on);
    if all.first().map(|(_, on)| on) == all.last().map(|(_, on)| on) { vec![] } else { all }
}

/// Returns the newest file that the client takes along, of those that can be handed out from here.
fn part(parting: &Parting) -> Option<String> {
    let theirs =
        parting.archives.iter().rev().find(|(archive, _)| archive.scope == Scope::Theirs && !archive.elsewhere);
    theirs.map(|(archive, _)| archive.sha256.clone())
}

fn letters(parting: &Parting) -> Vec<ServedLetter> {
    let served = parting.letters.iter().filter(|letter| letter.is_served);
    served
        .map(|letter| {
            let acknowledged = parting.acknowledged.iter().find(|known| known.letter == letter.id);
            ServedLetter {
                id: letter.id,
                kind: letter.kind,
                language: letter.last().map_or(Language::Arabic, |version| version.language),
                text: letter.text().map(str::to_owned),
                digest: letter.last().map(|version| version.digest.clone()).unwrap_or_default(),
                acknowledged: acknowledged.cloned(),
            }
        })
        .collect()
}

/// Returns the others who do such work, as the client reads of them.
pub fn alternatives(parting: &Parting) -> Vec<Alternative> {
    let readable = parting.offers.alternatives.iter().filter_map(|one| {
        let AlternativeSaid { name, fits, reach } = one.said.clone()?;
        Some(Alternative { name, fits, reach, fee: one.fee })
    });
    readable.collect()
}

/// Returns the services that are offered after the end, as the client reads of them.
pub fn bridges(parting: &Parting) -> Vec<Bridge> {
    parting.offers.bridges.iter().filter(|one| parting.outlasts(one)).filter_map(bridge).collect()
}

/// Returns a service after the end as the client reads of it, where its words can be read.
pub fn bridge(one: &Offered) -> Option<Bridge> {
    let BridgeSaid { scope, excluded, turn_to } = one.said.clone()?;
    Some(Bridge { scope, excluded, turn_to, terms: one.terms })
}

/// Returns what was done with their data, as far as it is verified where somebody is to.
fn disposals(parting: &Parting) -> Vec<(Fate, Day, Option<Day>)> {
    let verified = parting.verified().map(|one| &one.disposal);
    verified.map(|one| (one.fate, one.on, one.backups_expire_on)).collect()
}

fn questions(case: &Case) -> Vec<Question> {
    let readable = case.parting.asked.iter().filter_map(|asked| {
        let answer = asked.answer.clone().flatten();
        Some(Question { asked_on: case.opening.day_of(&asked.at), question: asked.question.clone()?, answer })
    });
    readable.collect()
}
