//! The parting of a case, from a decision to end to a closed file (DOMAIN 5.3, 5 to 9): what was prepared, served, handed
//! over and settled.

pub mod act;
pub mod alerts;
mod apply;
mod clearance;
pub mod crossed;
pub mod deadlines;
pub mod duties;
pub mod event;
mod files;
pub mod further;
pub mod gate;
pub mod impact;
mod letters;
pub mod mail;
pub mod moved;
mod notice;
pub mod offers;
mod reach;
pub mod readiness;
mod said;
pub mod settling;
pub mod suspension;
pub mod works;

pub use act::{Act, OfClient};
pub use clearance::Clearance;
pub use event::Event;
pub use files::{Archive, Consent, OPERATOR, ProofFile, Scope, ending};
pub use letters::{Letter, LetterSaid, Version, Written, written_in};
pub use notice::{Arrival, Computed, Dispatch, Failure, Receipt, Uncomputed};
pub use settling::{Instructed, Instruction};

use crate::days::Day;
use crate::record::NoticeUnit;
use crate::separation::agreement::{self, Agreement};
use crate::separation::letter::Kind;
use crate::separation::notice::{EndsWith, Method};
use crate::word::words;
use crossed::ClientNotice;
use duties::Duties;
use event::{ContactSaid, QuestionSaid};
use further::Further;
use impact::Impact;
use mail::Order;
use offers::Offers;
use readiness::Readiness;
use serde::{Deserialize, Serialize};
use settling::{Certified, Closure, Frozen, Settlement};
use works::Works;

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

    /// Returns with what its notice ends.
    pub fn ends_with(self) -> EndsWith {
        if self == Basis::Expiry { EndsWith::Term } else { EndsWith::Length }
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
    /// What they wrote of it, where it can be read.
    pub dossier_said: Vec<String>,
    pub notifier: Option<String>,
    pub questions: Vec<Option<QuestionSaid>>,
    /// What was considered of others who are touched; the text, where it can be read.
    pub impact: Option<Option<String>>,
    /// Who is touched, and what each hears.
    pub touched: Impact,
    /// Whether something must be kept, and what was said of it.
    pub hold: Option<(bool, Option<String>)>,
    pub letters: Vec<Letter>,
    /// The contracts beside the first one, each with its own notice.
    pub further: Vec<Further>,
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
    /// The earlier last days on which both agreed, each with its paper; no notice puts them off.
    pub brought_forward: Vec<(Day, String)>,
    /// The day on which both signed, and the proof.
    pub agreed: Option<(Day, String)>,
    /// The client's own notices, one of each contract that they gave one of, the first recorded first.
    pub client_notices: Vec<ClientNotice>,
    pub stay_requests: Vec<(Day, Option<String>)>,
    /// The day on which both took the end back.
    pub withdrawn_on: Option<Day>,
    pub links: Vec<Link>,
    /// The letters whose receipt someone of the client confirmed, with who it was and when.
    pub acknowledged: Vec<Signed>,
    /// The days on which the page reached the client on paper, each with the digest of its text.
    pub pages: Vec<(Day, String)>,
    pub asked: Vec<Asked>,
    pub instruction: Option<Instructed>,
    pub account: Option<Frozen>,
    pub settlement: Option<(Settlement, Day)>,
    /// What was done with the client's data, as it was certified.
    pub disposals: Vec<Certified>,
    /// The day of the closing summary, and the proof that it went out.
    pub summary: Option<(Day, String)>,
    pub closure: Option<Closure>,
    /// What someone of the client signed on their page.
    pub clearance: Option<Clearance>,
    pub sealed: Option<String>,
    pub proofs: Vec<ProofFile>,
    /// The archives that were made of it, and the names of those who may read each.
    pub archives: Vec<(Archive, Option<Vec<String>>)>,
    /// The digests of those that were no longer whole when somebody looked last.
    pub damaged: Vec<String>,
    pub duties: Duties,
    /// The rights in each work.
    pub works: Works,
    pub offers: Offers,
    /// The scenario that finance accepted, and when our own people hear of the end.
    pub readiness: Readiness,
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
    /// SHA-256 of the text that stood before them; receipts of before have none.
    pub digest: Option<String>,
    pub name: Option<String>,
    pub at: String,
}

/// A question of the client with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: u32,
    pub at: String,
    pub question: Option<String>,
    /// An answer that waits for someone else to agree to it: whose, and the text, where it can be read.
    pub drafted: Option<(String, Option<String>)>,
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
    /// The decision it rested on is open again: what was agreed to falls, what was read and written stays.
    pub fn reopen(&mut self) {
        self.basis = None;
        self.readiness.accepted_run = None;
        self.disagree();
    }

    /// What was agreed to, of any contract, is another end now.
    fn disagree(&mut self) {
        self.approvals.clear();
        self.further.iter_mut().for_each(|own| own.approved_by = None);
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

    /// Tells whether a notice was computed for the right by which it ends: with the term, where that is left to run out.
    pub fn is_of_right(&self, computed: Option<&Computed>) -> bool {
        let ends =
            |computed: &Computed, basis: Basis| computed.ends_with_term() == (basis.ends_with() == EndsWith::Term);
        computed.is_some_and(|computed| self.basis().is_none_or(|basis| ends(computed, basis)))
    }

    /// Tells whether the notice is to go out by a way that the contract allows; nothing where no contract that was read
    /// names one.
    pub fn has_its_form(&self) -> Option<bool> {
        self.form_of(self.computed.as_ref().filter(|_| self.basis() != Some(Basis::Agreement))?)
    }

    /// Tells whether a notice goes by a way that its contract names; nothing where none does.
    pub fn form_of(&self, computed: &Computed) -> Option<bool> {
        self.names_way(computed.contract.as_ref(), computed.method())
    }

    /// Tells whether a notice of default may go by a way, under the contract that ends; before it is known which one does, by a
    /// way of any.
    pub fn names_way_of_default(&self, method: Method) -> Option<bool> {
        if let Some(contract) = self.computed.as_ref().and_then(|computed| computed.contract.as_ref()) {
            return self.names_way(Some(contract), Some(method));
        }
        let ways = || self.rights.iter().flat_map(|(_, right, _)| &right.methods);
        ways().next().map(|_| ways().any(|way| *way == method))
    }

    fn names_way(&self, contract: Option<&String>, method: Option<Method>) -> Option<bool> {
        let is_meant = |own: &String| contract.is_none_or(|contract| contract == own);
        let named = self.rights.iter().filter(|(contract, ..)| is_meant(contract)).map(|(_, right, _)| &right.methods);
        let mut demanded = named.filter(|methods| !methods.is_empty()).peekable();
        demanded.peek()?;
        Some(demanded.all(|methods| method.is_some_and(|method| methods.contains(&method))))
    }

    /// Returns the last day of the services: as it is fixed, as the points of an agreement have it, or as it is computed.
    pub fn ends_on(&self) -> Option<Day> {
        let agreed = || self.agreement.ends_on().filter(|_| self.basis() == Some(Basis::Agreement));
        self.effective_on.or_else(agreed).or_else(|| self.standing().map(|computed| computed.effective_on))
    }

    /// Returns the last day of all that ends: of every contract, whoever ended it.
    pub fn all_end_on(&self) -> Option<Day> {
        self.last_days().into_iter().max()
    }

    /// Returns the same once the day of the first is fixed.
    pub fn fixed_end(&self) -> Option<Day> {
        self.effective_on.and(self.all_end_on())
    }

    /// Returns the last day of each contract that ends, the first one's first; none before that is known.
    pub fn last_days(&self) -> Vec<Day> {
        let Some(first) = self.ends_on() else { return vec![] };
        let further = self.further_ending().filter_map(Further::ends_on);
        let theirs = self.ended_beside().map(|(_, ends_on)| ends_on);
        [first].into_iter().chain(further).chain(theirs).collect()
    }

    /// Returns what is open in the points of an agreement: until both sign, today; then on the day on which they did.
    pub fn open_points(&self, today: Day) -> Vec<agreement::Open> {
        self.agreement.open(self.agreed.as_ref().map_or(today, |(on, _)| *on))
    }

    /// Tells whether the notice was approved in a way.
    pub fn is_approved(&self, approval: Approved) -> bool {
        self.approvals.iter().any(|(given, _)| *given == approval)
    }

    /// Tells whether anything was served, by either side, that cannot be taken back by one.
    pub fn is_served(&self) -> bool {
        let theirs = self.client_notices.iter().any(|notice| notice.counts);
        let further = self.further.iter().any(|own| own.dispatch.is_some());
        !self.dispatches.is_empty() || self.agreed.is_some() || theirs || further
    }
}
