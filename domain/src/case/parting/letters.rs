//! The letters of a case: drafted in versions, checked, approved, and unchangeable once served.

use super::{Basis, Parting};
use crate::case::role::Class;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::journal;
use crate::money::Money;
use crate::separation::letter::{Contradiction, Differs, Kind, Known, Rung, contradictions};
use crate::separation::tone::{self, Context, Finding, Language, Verdict};
use crate::text::names;
use serde::{Deserialize, Serialize};

/// The text of a letter as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSaid {
    pub text: String,
}

/// What is kept open of a version: who can read the journal sees that it was checked, not what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Of a reminder, its rung.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// SHA-256 of the text.
    pub digest: String,
    pub language: Language,
    pub verdict: Verdict,
    /// A sum in it stood in no paper of the client when it was written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sums_differ: bool,
    /// A mark stops it that counsel alone may let stand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_counsels: bool,
}

impl Version {
    /// Checks a text and returns what is kept open of it.
    pub fn of(kind: Kind, language: Language, text: &str, context: &Context) -> Version {
        let checked = tone::check(text, kind.tone(), Some(language), context);
        let digest = journal::digest(text.as_bytes());
        let is_counsels = checked.findings.iter().any(Finding::is_counsels);
        Version { rung: None, digest, language, verdict: checked.verdict, sums_differ: false, is_counsels }
    }
}

/// A version with who wrote it, when and, where it can be read, the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub version: Version,
    pub by: String,
    pub at: String,
    pub said: Option<LetterSaid>,
}

/// A letter of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: u32,
    pub kind: Kind,
    /// Its versions; the last one counts.
    pub versions: Vec<Written>,
    /// Who let the last version pass in spite of a mark that stops it, and why.
    pub overridden: Option<(String, Option<String>)>,
    /// What that person saw it say otherwise than the case, and let stand.
    pub lifted: Vec<Differs>,
    /// Who stands behind the last version, beside its author.
    pub approved_by: Vec<String>,
    /// Of a suspension: IT can stop just what the last version announces, and restore it.
    pub stop_approved: bool,
    pub is_served: bool,
    /// The day on which it was handed over, of one that needs no form of its own.
    pub handed_over_on: Option<Day>,
    /// What proves that it was handed over: of a mail, its Message-ID.
    pub proof: Option<String>,
    /// It was served, and a report says that it did not arrive: it may go out again as it is.
    pub came_back: bool,
}

impl Letter {
    /// Returns a letter of one version.
    pub fn new(id: u32, kind: Kind, written: Written) -> Letter {
        Letter {
            id,
            kind,
            versions: vec![written],
            overridden: None,
            lifted: vec![],
            approved_by: vec![],
            stop_approved: false,
            is_served: false,
            handed_over_on: None,
            proof: None,
            came_back: false,
        }
    }

    /// Tells whether it is a rung of the ladder that harms if it is wrong, so that two people stand behind it (DOMAIN 2.9).
    pub fn is_grave(&self) -> bool {
        self.kind.is_grave() || self.last().is_some_and(|version| version.rung == Some(Rung::Final))
    }

    /// Tells whether it was served and, as far as is known, arrived.
    pub fn is_out(&self) -> bool {
        self.is_served && !self.came_back
    }

    /// Tells whether it has its place once the file is closed: it came back, or its kind is written then.
    pub fn goes_out_late(&self) -> bool {
        self.came_back || self.kind.is_late()
    }

    /// Returns the version that counts.
    pub fn last(&self) -> Option<&Version> {
        self.versions.last().map(|written| &written.version)
    }

    /// Returns who wrote the version that counts.
    pub fn author(&self) -> Option<&str> {
        self.versions.last().map(|written| written.by.as_str())
    }

    /// Returns the instant at which the version that counts was written.
    pub fn written_at(&self) -> &str {
        self.versions.last().map_or("", |written| &written.at)
    }

    /// Returns the text that counts, where it can be read.
    pub fn text(&self) -> Option<&str> {
        self.versions.last().and_then(|written| written.said.as_ref()).map(|said| said.text.as_str())
    }

    /// Tells whether it needs no form of its own to be served: the letter by which it ends is dispatched, or signed by both,
    /// and a script is never sent.
    pub fn stands_by_itself(&self) -> bool {
        !self.kind.is_spoken() && Basis::ALL.iter().all(|basis| basis.letter() != self.kind)
    }

    /// Tells whether its check does not stop it, or a second person took it upon themself.
    pub fn passes(&self) -> bool {
        self.last().is_some_and(|version| version.verdict != Verdict::Block) || self.overridden.is_some()
    }
}

/// Returns the stages in which a letter of a kind is written.
pub fn written_in(kind: Kind) -> &'static [Stage] {
    use Stage::{Closed, Learned, Notice, PreparingExit, Settlement, Transition};
    match kind.is_late() {
        true => &[PreparingExit, Notice, Transition, Settlement, Closed, Learned],
        false => &[PreparingExit, Notice, Transition, Settlement],
    }
}

impl Case {
    /// Tells whether a letter has its place now.
    pub fn takes(&self, letter: &Letter) -> bool {
        let is_early = self.may_warn() && letter.kind.warns();
        self.stage.is_parting() || is_early || (self.stage.has_parting() && letter.goes_out_late())
    }

    /// Tells whether nothing is ended, and the client can be reminded or told where the limits are; where people must be
    /// protected first, they are not.
    pub fn may_warn(&self) -> bool {
        self.stage.may_warn() && self.opening.class == Class::Normal
    }
}

impl Parting {
    /// Returns the number of the next letter.
    pub fn next_letter(&self) -> u32 {
        self.letters.iter().map(|letter| letter.id).max().unwrap_or(0) + 1
    }

    /// Returns a letter by its number.
    pub fn letter(&self, id: u32) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.id == id)
    }

    pub(super) fn draft(&mut self, id: u32, kind: Kind, written: Written) {
        match self.letters.iter_mut().find(|known| known.id == id) {
            Some(letter) => {
                letter.versions.push(written);
                (letter.overridden, letter.lifted, letter.approved_by) = (None, vec![], vec![]);
                letter.stop_approved = false;
            }
            None => self.letters.push(Letter::new(id, kind, written)),
        }
        // What was agreed to was another text.
        if let Some(own) = self.further.iter_mut().find(|own| own.letters.contains(&id)) {
            own.approved_by = None;
        }
        if self.main_letter().is_some_and(|letter| letter.id == id) {
            self.approvals.clear();
        }
    }

    /// Someone lets a letter pass as it is, with what it says otherwise than the case.
    pub(super) fn lift(&mut self, id: u32, differs: &[Differs], by: &str, why: Option<String>) {
        if let Some(letter) = self.letters.iter_mut().find(|known| known.id == id) {
            (letter.overridden, letter.lifted) = (Some((by.to_owned(), why)), differs.to_vec());
        }
    }

    /// Someone stands behind a letter as it is.
    pub(super) fn stand_behind(&mut self, id: u32, by: &str) {
        let letter = self.letters.iter_mut().find(|known| known.id == id);
        letter.into_iter().for_each(|letter| letter.approved_by.push(by.to_owned()));
    }

    /// IT can stop what a letter announces.
    pub(super) fn approve_stop(&mut self, id: u32) {
        let letter = self.letters.iter_mut().find(|known| known.id == id);
        letter.into_iter().for_each(|letter| letter.stop_approved = true);
    }

    /// The case says something else now: what was let stand was another difference.
    pub(super) fn changes(&mut self, differs: Differs) {
        let waiting = self.letters.iter_mut().filter(|letter| !letter.is_served);
        waiting.for_each(|letter| letter.lifted.retain(|lifted| *lifted != differs));
    }

    /// The client has a letter: what it says stands.
    pub(super) fn serve(&mut self, id: u32) {
        // What is out already stays as it went out.
        for letter in self.letters.iter_mut().filter(|letter| letter.id == id && !letter.is_out()) {
            (letter.is_served, letter.came_back, letter.proof) = (true, false, None);
        }
        self.orders.retain(|order| order.letter != id);
    }

    /// A letter that was served did not arrive: what began with it begins when it goes out again.
    pub(super) fn comes_back(&mut self, id: u32) {
        let Some(letter) = self.letters.iter_mut().find(|letter| letter.id == id && letter.is_served) else { return };
        letter.came_back = true;
        match letter.kind {
            Kind::Default => self.breach.notice = None,
            Kind::ClosingSummary if self.closure.is_none() => self.summary = None,
            Kind::ReferralList => {
                let digest = letter.last().map(|version| version.digest.clone());
                self.duties.register.reopen(digest.as_deref());
            }
            _ => {}
        }
    }

    /// The client has the last letter of a kind; returns its number.
    pub(super) fn serve_last(&mut self, kind: Kind) -> Option<u32> {
        let last = self.letters.iter().rev().find(|letter| letter.kind == kind).map(|letter| letter.id);
        last.into_iter().for_each(|id| self.serve(id));
        last
    }

    /// Returns the last letter of a kind, where nothing stops it: what is said to have gone out is this letter.
    pub fn letter_of(&self, kind: Kind) -> Option<&Letter> {
        self.letters.iter().rev().find(|letter| letter.kind == kind).filter(|letter| letter.passes())
    }

    /// Tells whether it ends by agreement, and both have not signed yet.
    fn is_to_be_signed(&self) -> bool {
        self.basis() == Some(Basis::Agreement) && self.agreed.is_none()
    }

    /// Returns the letter by which it ends: the last of the kind that the basis asks for.
    pub fn main_letter(&self) -> Option<&Letter> {
        let kind = self.basis()?.letter();
        let mut own = self.letters.iter().rev().filter(|letter| self.further_of(letter.id).is_none());
        own.find(|letter| letter.kind == kind)
    }
}

impl Case {
    /// Returns where a text that is no letter says something else than the case and the papers know (DOMAIN B65); of several
    /// contracts, it may speak of the last day of any.
    pub fn contradictions(&self, text: &str, sums: &[Money]) -> Vec<Contradiction> {
        contradictions(text, &self.known(sums, self.parting.last_days()))
    }

    /// Returns where a text of a letter says something else than the case and the papers know.
    pub fn contradictions_of(&self, letter: &Letter, text: &str, sums: &[Money]) -> Vec<Contradiction> {
        self.otherwise(letter, (text, sums), self.letter_last_days(letter))
    }

    /// Returns what still stands between a letter and the client: what it says otherwise than the case does now, unless
    /// someone let that stand. Of a sum it is only known that it differed.
    pub fn objections(&self, letter: &Letter) -> Vec<Contradiction> {
        self.objections_to(letter, self.letter_last_days(letter))
    }

    /// Returns the last days of which a letter may speak: a notice of that of its own contract, any other letter of all.
    fn letter_last_days(&self, letter: &Letter) -> Vec<Day> {
        let parting = &self.parting;
        match parting.further_of(letter.id) {
            Some(own) => own.ends_on().into_iter().collect(),
            None if letter.stands_by_itself() => parting.last_days(),
            // What both are to sign says the day of its points, whatever the client's own notice has set meanwhile.
            None if letter.kind == Kind::Agreement && parting.is_to_be_signed() => {
                parting.agreement.ends_on().into_iter().collect()
            }
            None => parting.ends_on().into_iter().collect(),
        }
    }

    fn otherwise(&self, letter: &Letter, (text, sums): (&str, &[Money]), last_days: Vec<Day>) -> Vec<Contradiction> {
        let mut found = contradictions(text, &self.known(sums, last_days));
        if !self.is_notice(letter.id) || letter.kind == Kind::Agreement {
            return found;
        }
        let mut note = |differs, contract: &String| found.push(Contradiction { differs, said: contract.clone() });
        // The notice of one of several contracts names that contract, and none that goes on.
        let own = self.parting.further_of(letter.id).map(|own| &own.contract).or_else(|| self.own_of_several());
        own.filter(|own| !names(text, own)).into_iter().for_each(|own| note(Differs::NotNamed, own));
        let goes_on = self.contracts.iter().flatten().filter(|contract| self.parting.goes_on(contract));
        goes_on.filter(|contract| names(text, contract)).for_each(|contract| note(Differs::GoesOn, contract));
        found
    }

    /// Returns the contract that the first notice is of, where the client has several.
    fn own_of_several(&self) -> Option<&String> {
        let several = self.contracts.as_ref().filter(|_| !self.further_contracts().is_empty())?;
        self.first_contract().or(several.first())
    }

    /// Returns what would stand against a letter if the services ended on a day.
    pub fn objections_on(&self, letter: &Letter, ends_on: Option<Day>) -> Vec<Contradiction> {
        self.objections_to(letter, ends_on.into_iter().collect())
    }

    fn objections_to(&self, letter: &Letter, last_days: Vec<Day>) -> Vec<Contradiction> {
        // Of what was erased nothing can be said.
        let mut found = letter.text().map(|text| self.otherwise(letter, (text, &[]), last_days)).unwrap_or_default();
        let sums_differ = letter.last().is_some_and(|version| version.sums_differ);
        found.extend(sums_differ.then(|| Contradiction { differs: Differs::Sum, said: String::new() }));
        found.retain(|one| !letter.lifted.contains(&one.differs));
        found
    }

    /// Tells whether nothing stops a letter: neither its check nor what the case knows.
    pub fn lets_pass(&self, letter: &Letter) -> bool {
        letter.passes() && self.objections(letter).is_empty()
    }

    fn known(&self, sums: &[Money], effective_on: Vec<Day>) -> Known {
        let parting = &self.parting;
        let mut sums = sums.to_vec();
        if !sums.is_empty() {
            // What the client is offered is known, too.
            sums.extend(parting.offers.alternatives.iter().filter_map(|one| one.fee));
            let terms = parting.offers.bridges.iter().map(|one| one.terms);
            sums.extend(terms.flat_map(|terms| [Some(terms.price), terms.liability_max]).flatten());
        }
        Known {
            basis: parting.basis(),
            contracts: self.contracts.clone().unwrap_or_default(),
            effective_on,
            sums,
            agreed: parting.agreement.words().map(str::to_owned).collect(),
            has_complaints: !self.rounds.complaints.is_empty(),
            internal: self.internal_words(),
        }
    }
}
