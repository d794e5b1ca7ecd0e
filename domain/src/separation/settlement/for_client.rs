//! The account and its statement as the client gets them: without our records, our files, and what is not billed unless both
//! listed it.

use super::account::FinalAccount;
use super::line::{Line, LineKind, Side};
use super::statement::{Entry, EntryKind, Part, Statement};
use crate::case::parting::settling::Settlement;
use crate::days::Day;
use crate::money::{Currency, Money};
use crate::separation::interest::{Interest, Segment};
use crate::separation::portal::Reference;
use serde::{Deserialize, Serialize};

/// One document or payment. Sums are minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientEntry {
    pub on: Day,
    pub kind: EntryKind,
    /// The document, or for a payment the document that it pays.
    pub reference: String,
    pub due_on: Option<Day>,
    pub charge: i64,
    pub credit: i64,
    /// What is owed after it; negative where the client has credit.
    pub balance: i64,
    pub is_disputed: bool,
}

/// The entries of one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientPart {
    pub currency: Currency,
    /// What was owed before the first entry.
    pub opening: i64,
    pub entries: Vec<ClientEntry>,
    pub closing: i64,
}

/// A statement as it stood on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientStatement {
    pub on: Day,
    /// The client's own currency first.
    pub parts: Vec<ClientPart>,
}

/// One line of an account: what one side owes the other, or what stands apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientLine {
    pub kind: LineKind,
    pub side: Side,
    pub amount: Money,
    pub due_on: Option<Day>,
    /// The documents that it is about.
    pub references: Vec<String>,
}

/// How the interest on one invoice adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientInterest {
    pub invoice: String,
    pub currency: Currency,
    pub segments: Vec<ClientSegment>,
}

/// Days on which a principal bore interest at one rate. Sums are minor units, rates hundredths of a percent a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientSegment {
    pub from: Day,
    pub until: Day,
    pub days: i32,
    pub principal: i64,
    pub rate: u32,
    pub rests_on: RateOf,
    pub interest: i64,
}

/// Where a rate is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateOf {
    /// The contract, by the number of its clause where it has one.
    Contract(Option<Reference>),
    /// What the pack of the law names.
    Law(String),
}

/// An account as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAccount {
    pub on: Day,
    pub lines: Vec<ClientLine>,
    pub interest: Vec<ClientInterest>,
    /// What the client owes in each currency once both sides are set off; negative where we do.
    pub nets: Vec<Money>,
    /// Every document and payment up to that day.
    pub statement: Option<ClientStatement>,
}

impl FinalAccount {
    /// Returns the account as the client gets it; the clause is the one on which interest rests. What is unsaid or waived stays with
    /// us, and so does what is on no invoice yet, which is no debt: unless the account was settled with it listed as open, for then
    /// the clearance speaks of it (DOMAIN B52).
    pub fn for_client(
        &self,
        statement: Option<ClientStatement>,
        clause: Option<&str>,
        settled: Option<Settlement>,
    ) -> ClientAccount {
        let is_shown = |line: &&Line| match line.side {
            Side::ToBill => settled == Some(Settlement::DisputeListed),
            Side::Waived | Side::Unsaid => false,
            _ => true,
        };
        let lines = self.lines.iter().filter(is_shown);
        ClientAccount {
            on: self.on,
            lines: lines.filter_map(line).collect(),
            interest: self.interest.iter().map(|own| interest(own, clause)).collect(),
            nets: self.balances.iter().map(|own| own.net()).filter(|net| net.minor != 0).collect(),
            statement,
        }
    }
}

fn interest(own: &Interest, clause: Option<&str>) -> ClientInterest {
    let segment = |segment: &Segment| {
        let Segment { from, until, days, principal, rate, ref source, interest } = *segment;
        // A frozen account has the words of the clause apart.
        let of_contract = source.is_empty() || Some(source.as_str()) == clause;
        let rests_on = match of_contract {
            true => RateOf::Contract(clause.and_then(Reference::of)),
            false => RateOf::Law(source.clone()),
        };
        ClientSegment { from, until, days, principal, rate, rests_on, interest }
    };
    let segments = own.segments.iter().map(segment).collect();
    ClientInterest { invoice: own.invoice.clone(), currency: own.interest.currency, segments }
}

fn line(line: &Line) -> Option<ClientLine> {
    let documents = line.records.iter().filter(|row| row.kind == "invoices");
    Some(ClientLine {
        kind: line.kind,
        side: line.side,
        amount: line.amount?,
        due_on: line.due_on,
        references: documents.map(|row| row.id.clone()).collect(),
    })
}

impl Entry {
    /// Returns what of an entry concerns the client.
    pub fn for_client(&self) -> ClientEntry {
        ClientEntry {
            on: self.on,
            kind: self.kind,
            reference: self.reference.clone(),
            due_on: self.due_on,
            charge: self.charge,
            credit: self.credit,
            balance: self.balance,
            is_disputed: self.is_disputed,
        }
    }
}

impl Statement {
    /// Returns the statement as the client gets it.
    pub fn for_client(&self) -> ClientStatement {
        let part = |part: &Part| ClientPart {
            currency: part.currency,
            opening: part.opening,
            entries: part.entries.iter().map(Entry::for_client).collect(),
            closing: part.closing,
        };
        ClientStatement { on: self.on, parts: self.parts.iter().map(part).collect() }
    }
}
