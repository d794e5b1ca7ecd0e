//! The parting of a case, from a decision to end to a closed file (DOMAIN 5.3, 5 to 9): what was prepared, served, handed
//! over and settled.

pub mod act;
mod clearance;
pub mod deadlines;
pub mod duties;
pub mod event;
mod files;
pub mod gate;
mod letters;
pub mod mail;
pub mod moved;
mod notice;
pub mod offers;
pub mod settling;

pub use act::{Act, OfClient};
pub use clearance::Clearance;
pub use event::Event;
pub use files::{Archive, Consent, ProofFile, Scope, ending};
pub use letters::{Letter, LetterSaid, Version, Written};
pub use notice::{Arrival, Computed, Dispatch, Failure, Receipt, Uncomputed};
pub use settling::{Instructed, Instruction};

use super::state::text;
use crate::days::Day;
use crate::record::NoticeUnit;
use crate::separation::agreement::{self, Agreement};
use crate::separation::letter::Kind;
use crate::separation::notice::Method;
use crate::word::words;
use duties::Duties;
use event::{ContactSaid, QuestionSaid};
use mail::Order;
use offers::Offers;
use serde::{Deserialize, Serialize};
use settling::{Closure, Disposal, Frozen, Settlement};

words! {
    /// By which right a relationship ends.
    Basis {
        /// Both agree; also where no clause gives a right (DOMAIN B86).
        Agreement = "agreement",
        Notice = "notice",
        Breach = "breach",
        /// The term ends and is not renewed.
        Expiry = "expiry",
    }
}

impl Basis {
    /// Returns the letter by which it is carried out.
    pub fn letter(self) -> Kind {
        match self {
            Basis::Agreement => Kind::Agreement,
            Basis::Notice | Basis::Breach => Kind::Notice,
            Basis::Expiry => Kind::NonRenewal,
        }
    }
}

/// What a contract says of its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// The rights that it gives us.
    pub bases: Vec<Basis>,
    pub length: Option<u16>,
    pub unit: Option<NoticeUnit>,
    /// The ways by which notice may be given; none named leaves them open.
    pub methods: Vec<Method>,
}

words! {
    /// Who agreed that the notice goes out.
    Approved {
        Legal = "legal",
        Finance = "finance",
        /// Someone other than whoever drafted it.
        Second = "second",
        /// The same person after a day, where the firm has no second one.
        CooledOff = "cooled_off",
    }
}

/// A parting as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parting {
    pub basis: Option<(Basis, Option<String>)>,
    /// The contracts that were read, each with what it gives and its clause.
    pub rights: Vec<(String, Right, Option<String>)>,
    pub computed: Option<Computed>,
    /// The points of an agreement to end, as far as they are settled.
    pub agreement: Agreement,
    /// Who read the dossier.
    pub dossier_read_by: Vec<String>,
    pub notifier: Option<String>,
    pub questions: Vec<Option<QuestionSaid>>,
    /// What was considered of others who are touched; the text, where it can be read.
    pub impact: Option<Option<String>>,
    /// Whether something must be kept, and what was said of it.
    pub hold: Option<(bool, Option<String>)>,
    pub letters: Vec<Letter>,
    /// Who agreed to the notice as it is, and how.
    pub approvals: Vec<(Approved, String)>,
    pub breach: Breach,
    pub dispatches: Vec<Dispatch>,
    /// How dispatches came back: of the one with this place in the list.
    pub failures: Vec<(usize, Failure, Day)>,
    /// Letters that were ordered to be sent by mail, until it is known what came of them.
    pub orders: Vec<Order>,
    /// Letters that were ordered and did not go out.
    pub unsent: Vec<(u32, Failure, Day)>,
    pub receipt: Option<Receipt>,
    pub effective_on: Option<Day>,
    /// The day on which both signed, and the proof.
    pub agreed: Option<(Day, String)>,
    /// The client's own notice: given on, effective on.
    pub crossed: Option<(Day, Day)>,
    pub stay_requests: Vec<(Day, Option<String>)>,
    pub links: Vec<Link>,
    /// The letters whose receipt someone of the client confirmed, with who it was and when.
    pub acknowledged: Vec<Signed>,
    /// The days on which the page reached the client on paper, each with the digest of its text.
    pub pages: Vec<(Day, String)>,
    pub asked: Vec<Asked>,
    pub instruction: Option<Instructed>,
    pub account: Option<Frozen>,
    pub settlement: Option<(Settlement, Day)>,
    /// What was done with the client's data, and to which items of it.
    pub disposals: Vec<(Disposal, Option<String>)>,
    /// The day of the closing summary, and the proof that it went out.
    pub summary: Option<(Day, String)>,
    pub closure: Option<Closure>,
    /// What someone of the client signed on their page.
    pub clearance: Option<Clearance>,
    pub sealed: Option<String>,
    pub proofs: Vec<ProofFile>,
    /// The archives that were made of it, and the names of those who may read each.
    pub archives: Vec<(Archive, Option<Vec<String>>)>,
    pub duties: Duties,
    pub offers: Offers,
}

/// A private link of someone of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: String,
    pub until: Day,
    pub successor: bool,
    pub is_revoked: bool,
    pub consented_on: Option<Day>,
    pub contact: Option<ContactSaid>,
}

/// A letter whose receipt was confirmed: who it was, where it can be read, and the instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub letter: u32,
    pub name: Option<String>,
    pub at: String,
}

/// A question of the client with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: u32,
    pub at: String,
    pub question: Option<String>,
    /// The answer, where it was given; the text, where it can be read.
    pub answer: Option<Option<String>>,
}

/// An end for breach: the notice of default, until when it can be cured, and what was suspended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breach {
    /// The letter that was served.
    pub letter: Option<u32>,
    /// Served on, to be cured until.
    pub notice: Option<(Day, Day)>,
    pub cured_on: Option<Day>,
    pub suspended_on: Option<Day>,
}

impl Parting {
    /// Applies an event by a member at an instant.
    pub fn apply(&mut self, event: &Event, by: &str, at: &str) {
        match event {
            Event::BasisChosen { basis, said } => {
                self.basis = Some((*basis, text(said)));
                self.approvals.clear();
            }
            Event::ClauseExtracted { contract, right, said } => {
                self.rights.retain(|(known, ..)| known != contract);
                self.rights.push((contract.clone(), right.clone(), text(said)));
            }
            Event::NoticeComputed { computed } => {
                self.computed = Some((**computed).clone());
                self.approvals.clear();
            }
            Event::PointSettled { point, needed, on, said } => {
                let said = text(said);
                let settled = if *needed {
                    agreement::Settled::As { words: said, on: *on }
                } else {
                    agreement::Settled::NotNeeded { because: said }
                };
                self.agreement.points.insert(*point, settled);
                self.approvals.clear();
            }
            Event::DossierReviewed { .. } => self.dossier_read_by.push(by.to_owned()),
            Event::NotifierNamed { member, .. } => self.notifier = Some(member.clone()),
            Event::QuestionPrepared { said } => self.questions.push(said.clone()),
            Event::ImpactConsidered { said } => self.impact = Some(text(said)),
            Event::HoldChecked { hold, said } => self.hold = Some((*hold, text(said))),
            Event::LetterDrafted { letter, kind, version, said } => self.draft(
                *letter,
                *kind,
                Written { version: version.clone(), by: by.to_owned(), at: at.to_owned(), said: said.clone() },
            ),
            Event::LetterOverridden { letter, said } => {
                if let Some(letter) = self.letters.iter_mut().find(|known| known.id == *letter) {
                    letter.overridden = Some((by.to_owned(), text(said)));
                }
            }
            Event::NoticeApproved { approval } => self.approvals.push((*approval, by.to_owned())),
            Event::DefaultNoticeServed { on, cure_until, .. } => {
                let letter = self.serve_last(Kind::Default);
                self.breach = Breach { letter, notice: Some((*on, *cure_until)), cured_on: None, ..self.breach };
            }
            Event::BreachCured { on, .. } => self.breach.cured_on = Some(*on),
            Event::SuspensionStarted { on, .. } => self.breach.suspended_on = Some(*on),
            Event::SuspensionEnded { .. } => self.breach.suspended_on = None,
            Event::MailOrdered { letter, digest, message, said } => self.orders.push(Order {
                letter: *letter,
                digest: digest.clone(),
                message: message.clone(),
                by: by.to_owned(),
                to: said.as_ref().map(|said| said.to.clone()),
            }),
            Event::Duty(event) => self.duties.apply(event, at),
            Event::Offer(event) => self.offers.apply(event),
            other => {
                self.apply_served(other);
                self.apply_page(other, at);
            }
        }
    }

    fn apply_served(&mut self, event: &Event) {
        match event {
            Event::NoticeDispatched { dispatch } => {
                self.serve(dispatch.letter);
                self.dispatches.push((**dispatch).clone());
            }
            Event::LetterHandedOver { letter, on, proof } => {
                self.serve(*letter);
                for known in self.letters.iter_mut().filter(|known| known.id == *letter) {
                    known.proof.clone_from(proof);
                    // However it went out, the summary was delivered.
                    if let (Kind::ClosingSummary, Some(proof)) = (known.kind, proof) {
                        self.summary = Some((*on, proof.clone()));
                    }
                }
            }
            Event::DeliveryFailed { letter: Some(letter), failure, on, .. } => {
                self.comes_back(*letter);
                self.orders.retain(|order| order.letter != *letter);
                self.unsent.push((*letter, *failure, *on));
            }
            Event::DeliveryFailed { failure, on, .. } => {
                self.failures.push((self.dispatches.len().saturating_sub(1), *failure, *on));
            }
            Event::NoticeReceived { receipt } => self.receipt = Some(receipt.clone()),
            Event::EffectiveDateFixed { on } => self.effective_on = Some(*on),
            Event::AgreementSigned { on, effective_on, proof } => {
                let _ = self.serve_last(Kind::Agreement);
                self.agreed = Some((*on, proof.clone()));
                self.effective_on = Some(*effective_on);
            }
            Event::ClientGaveNotice { on, effective_on, .. } => self.crossed = Some((*on, *effective_on)),
            Event::StayRequested { on, said } => self.stay_requests.push((*on, text(said))),
            Event::DataInstructionReceived { instruction, by_default, by_client, .. } => {
                let (by_default, by_client) = (*by_default, *by_client);
                self.instruction = Some(Instructed { instruction: *instruction, by_default, by_client });
            }
            Event::AccountFrozen { account, digest, statement, said } => {
                let (account, statement) = (account.clone(), statement.clone());
                self.account = Some(Frozen { account, digest: digest.clone(), statement, clause: text(said) });
                // What was settled was another account.
                self.settlement = None;
            }
            Event::SettlementSigned { settlement, on, .. } => self.settlement = Some((*settlement, *on)),
            Event::DataDisposed { disposal, said } => self.disposals.push((disposal.clone(), text(said))),
            Event::ClosingSummaryDelivered { on, proof } => {
                let _ = self.serve_last(Kind::ClosingSummary);
                self.summary = Some((*on, proof.clone()));
            }
            Event::ArchiveSealed { sha256 } => self.sealed = Some(sha256.clone()),
            Event::ArchiveKept { archive, said } => {
                let readers = said.as_ref().map(|said| said.readers.clone());
                self.archives.push((archive.clone(), readers));
            }
            Event::ProofKept { sha256, said } => {
                let name = said.as_ref().map(|said| said.file.clone());
                self.proofs.push(ProofFile { sha256: sha256.clone(), name, is_given: false, for_successor: false });
            }
            _ => {}
        }
    }

    fn apply_page(&mut self, event: &Event, at: &str) {
        match event {
            Event::ClientLinkGiven { link, until, successor, consented_on, said } => self.links.push(Link {
                id: link.clone(),
                until: *until,
                successor: *successor,
                is_revoked: false,
                consented_on: *consented_on,
                contact: said.clone(),
            }),
            Event::ClientLinkRevoked { link } => {
                let revoked = self.links.iter_mut().filter(|known| known.id == *link);
                revoked.for_each(|known| known.is_revoked = true);
            }
            Event::FileGiven { sha256, successor } => {
                for file in self.proofs.iter_mut().filter(|file| file.sha256 == *sha256) {
                    (file.is_given, file.for_successor) = (true, file.for_successor || *successor);
                }
            }
            Event::ClientPageHandedOver { on, digest, .. } => self.pages.push((*on, digest.clone())),
            Event::ReceiptAcknowledged { letter, said } => {
                let name = said.as_ref().map(|said| said.name.clone());
                self.acknowledged.push(Signed { letter: *letter, name, at: at.to_owned() });
            }
            Event::ClosureSigned { closure, language, said } => {
                self.clearance = Clearance::of(closure, *language, said, at);
                self.closure = Some(closure.clone());
            }
            Event::QuestionAsked { question, said } => {
                let question_said = text(said);
                self.asked.push(Asked { id: *question, at: at.to_owned(), question: question_said, answer: None });
            }
            Event::QuestionAnswered { question, said } => {
                let answered = self.asked.iter_mut().filter(|asked| asked.id == *question);
                answered.for_each(|asked| asked.answer = Some(text(said)));
            }
            _ => {}
        }
    }

    /// The decision it rested on is open again: what was agreed to falls, what was read and written stays.
    pub fn reopen(&mut self) {
        self.basis = None;
        self.approvals.clear();
    }

    /// Returns the basis on which it ends.
    pub fn basis(&self) -> Option<Basis> {
        self.basis.as_ref().map(|(basis, _)| *basis)
    }

    /// Returns the dispatch that stands: the last one, unless it came back.
    pub fn dispatched(&self) -> Option<&Dispatch> {
        let last = self.dispatches.len().checked_sub(1)?;
        let is_back = self.failures.iter().any(|(place, failure, _)| *place == last && *failure != Failure::Refused);
        self.dispatches.last().filter(|_| !is_back)
    }

    /// Returns the computation that counts: of the notice that went out, or of the one that is prepared; an agreement has
    /// a day of its own.
    pub fn computation(&self) -> Option<&Computed> {
        let prepared = self.computed.as_ref().filter(|_| self.basis() != Some(Basis::Agreement));
        self.dispatched().map(|dispatch| &dispatch.computed).or(prepared)
    }

    /// Returns the last day of the services: as it is fixed, as the points of an agreement have it, or as it is computed.
    pub fn ends_on(&self) -> Option<Day> {
        let agreed = || self.agreement.ends_on().filter(|_| self.basis() == Some(Basis::Agreement));
        self.effective_on.or_else(agreed).or_else(|| self.computation().map(|computed| computed.effective_on))
    }

    /// Returns what is open in the points of an agreement: until both sign, today; then on the day on which they did.
    pub fn open_points(&self, today: Day) -> Vec<agreement::Open> {
        self.agreement.open(self.agreed.as_ref().map_or(today, |(on, _)| *on))
    }

    /// Tells whether the notice was approved in a way.
    pub fn is_approved(&self, approval: Approved) -> bool {
        self.approvals.iter().any(|(given, _)| *given == approval)
    }

    /// Tells whether anything was served that cannot be taken back by one side.
    pub fn is_served(&self) -> bool {
        !self.dispatches.is_empty() || self.agreed.is_some()
    }
}
