//! What letters rest on. Sums are minor units with their currency, days are civil days, minutes count from midnight.

use super::{Reason, Rung};
use crate::days::Day;
use crate::money::Money;
use crate::separation::agreement::Point;
use crate::separation::notice::Method;
use crate::separation::tone::Language;
use crate::word::words;
use std::collections::BTreeMap;

/// A text in both languages of the letters; an empty one is stood in for by the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Both {
    pub ar: String,
    pub en: String,
}

impl Both {
    /// Returns a text that is the same in both languages: a name, a reference.
    pub fn same(text: &str) -> Both {
        Both { ar: text.to_owned(), en: text.to_owned() }
    }

    /// Returns a text from its Arabic and its English wording.
    pub fn of(ar: &str, en: &str) -> Both {
        Both { ar: ar.to_owned(), en: en.to_owned() }
    }

    /// Returns the wording of a language; a bilingual letter takes them apart before it asks.
    pub fn wording(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::English => (&self.en, &self.ar),
            _ => (&self.ar, &self.en),
        };
        if own.trim().is_empty() { other } else { own }
    }

    /// Tells whether nothing was said in either language.
    pub fn is_empty(&self) -> bool {
        self.ar.trim().is_empty() && self.en.trim().is_empty()
    }
}

/// One side of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    pub legal_name: Both,
    /// The address for letters, a line each.
    pub address: Vec<Both>,
    /// For whose attention.
    pub attention: Option<Both>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    pub reference: String,
    pub signed_on: Option<Day>,
}

/// What an end or a demand rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A clause of the contract, by its number.
    Clause(String),
    Agreement,
    /// The term runs out.
    Expiry,
    /// A law, by its name and article.
    Law(Both),
}

/// When something takes effect: a day, and where it matters an hour in a zone, named by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub on: Day,
    /// Minutes from midnight.
    pub minute: Option<u16>,
    /// Whose time it is: "Riyadh", «الرياض».
    pub place: Both,
}

/// Something with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub what: Both,
    pub on: Day,
}

/// What the client is asked to do, by when, and what they may miss otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAction {
    pub what: Both,
    pub by: Day,
    pub else_missed: Option<Both>,
}

/// An invoice that is not paid yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvoice {
    pub number: String,
    pub amount: Money,
    pub due_on: Day,
}

/// Where the account stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the client owes; negative where we do.
    pub balance: Money,
    /// The same in each further currency.
    pub further: Vec<Money>,
    pub open: Vec<OpenInvoice>,
    pub pay_by: Option<Day>,
    /// The text a payment carries.
    pub payment_reference: Option<String>,
    /// How to pay, in words.
    pub pay_to: Option<Both>,
    pub final_invoice_on: Option<Day>,
    /// What we pay back, and when.
    pub refund: Option<(Money, Day)>,
}

impl Account {
    /// Returns what the client owes in each currency; negative where we do.
    pub fn balances(&self) -> impl Iterator<Item = Money> {
        std::iter::once(self.balance).chain(self.further.iter().copied())
    }
}

words! {
    /// What becomes of the client's data.
    DataChoice {
        /// The client is asked to choose.
        Asked = "asked",
        Returned = "returned",
        Deleted = "deleted",
        ReturnedThenDeleted = "returned_then_deleted",
    }
}

/// What becomes of data and documents, and what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    pub choice: DataChoice,
    /// The day by which the client chooses, or by which it is done.
    pub until: Day,
    pub kept: Option<Kept>,
}

/// What we keep, on which ground, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub what: Both,
    pub why: Both,
    pub until: Day,
}

/// Whom to turn to, and at which hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: Both,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub hours: Both,
}

words! {
    /// A duty that remains after the end.
    Duty {
        Confidentiality = "confidentiality",
        DataProtection = "data_protection",
        IntellectualProperty = "intellectual_property",
        NonSolicit = "non_solicit",
        Payment = "payment",
    }
}

/// By which ways, and to which address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    pub by: Vec<Method>,
    pub address: Both,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub name: Both,
    pub title: Both,
}

/// A true and specific thing that we are glad of, with the record that shows it (DOMAIN L13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appreciation {
    pub text: Both,
    /// The table and the id of the record.
    pub record: (String, String),
}

/// A name that the client may turn to; a fee that we receive is told (DOMAIN 2.18).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    pub name: Both,
    pub fits: Both,
    pub reach: Both,
    pub fee: Option<Money>,
}

/// A service for a while after the end (DOMAIN 2.19).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    pub scope: Both,
    pub hours_max: u32,
    pub price: Money,
    /// It is paid before it begins.
    pub prepaid: bool,
    /// For what goes wrong we answer up to this sum in all.
    pub liability_max: Option<Money>,
    pub until: Day,
}

/// An answer to a question of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub asked_on: Day,
    pub about: Both,
    /// What is so, a paragraph each.
    pub says: Vec<Both>,
    pub next: Option<Dated>,
}

/// What is suspended, from when, and what restores it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspended {
    pub services: Vec<Both>,
    pub from: Day,
    pub restored_by: Both,
}

words! {
    /// How a medium was treated (NIST SP 800-88).
    Treatment { Clear = "clear", Purge = "purge", Destroy = "destroy" }
}

/// An item of a deletion certificate (DOMAIN 2.13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    pub what: Both,
    pub treatment: Treatment,
    pub on: Day,
    pub by: Both,
    pub verified_by: Both,
}

/// The entry of the index of what was destroyed on which a certificate rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// The line of the erasure list.
    pub number: u64,
    /// SHA-256 of the entry.
    pub digest: String,
    /// The last day that is known of copies that were not reached.
    pub copies_until: Option<Day>,
    /// Whether there are copies of which no day is known.
    pub is_open: bool,
}

impl IndexEntry {
    /// Returns the number by which a letter names the entry, made of the beginning of its digest: letters of a digest would be
    /// read as words by the check of the letter.
    pub fn mark(&self) -> String {
        let beginning = self.digest.get(..MARKING).and_then(|digits| u64::from_str_radix(digits, 16).ok());
        format!("{:016}", beginning.unwrap_or_default())
    }
}

/// So many hexadecimal digits of a digest make at most sixteen decimal ones.
const MARKING: usize = 13;

/// What becomes of the rights in a work (DOMAIN 2.11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    pub work: Both,
    pub state: Both,
}

/// All that a letter may rest on. `None` means unknown; an empty list means that there is none, and the letter says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub firm: Party,
    pub client: Party,
    pub contract: Option<Contract>,
    pub basis: Option<Basis>,
    /// The day of the letter.
    pub noticed_on: Option<Day>,
    pub effective: Option<Moment>,
    /// Services that go on until the end.
    pub continues: Vec<Both>,
    /// Services that stop now.
    pub stops: Vec<Both>,
    /// Services that stop on a day of their own.
    pub stops_on: Vec<Dated>,
    /// Services that do not end with the others.
    pub goes_on: Vec<Both>,
    pub deliverables: Option<Vec<Dated>>,
    pub client_actions: Option<Vec<ClientAction>>,
    /// What either side still owes when it is summed up.
    pub remains: Vec<Dated>,
    /// Days of others that the client must not miss: courts, tax offices, registrars (DOMAIN T3).
    pub deadlines: Option<Vec<Dated>>,
    pub account: Option<Account>,
    pub data: Option<Data>,
    pub contact: Option<Contact>,
    pub survives: Vec<Duty>,
    pub service: Option<Service>,
    pub signer: Option<Signer>,
    /// Who signs for the client, where both do.
    pub client_signer: Option<Signer>,
    pub appreciation: Option<Appreciation>,
    /// The language that prevails in a bilingual letter.
    pub prevailing: Option<Language>,
    pub reason: Reason,
    pub rung: Option<Rung>,
    /// What is asked for from now on.
    pub boundaries: Vec<Both>,
    /// What happened, each with its day.
    pub occurrences: Vec<Dated>,
    /// The lawful next step where nothing changes, with its clause.
    pub next_step: Option<Both>,
    /// Until when a breach can be cured.
    pub cure_by: Option<Day>,
    pub suspended: Option<Suspended>,
    pub reply: Option<Reply>,
    pub referrals: Vec<Referral>,
    pub bridges: Vec<Bridge>,
    /// What a handover holds.
    pub contents: Vec<Both>,
    pub rights: Vec<Right>,
    pub deletions: Vec<Deletion>,
    /// What a certificate rests on, where it was not written by hand.
    pub entry: Option<IndexEntry>,
    /// The day on which the last backup copy expires (DOMAIN T9).
    pub backups_until: Option<Day>,
    /// How many obligations were closed.
    pub obligations_closed: Option<u32>,
    /// What an agreement to end says of its points, in the words of both sides, a paragraph each.
    pub agreed: BTreeMap<Point, Vec<Both>>,
    /// The law that governs an agreement.
    pub governing_law: Option<Both>,
}
