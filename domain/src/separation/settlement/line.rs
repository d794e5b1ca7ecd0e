//! Lines of an account, and what they come to in each currency.

use crate::case::CitedRow;
use crate::days::Day;
use crate::money::{Currency, Money};
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What a line is about.
    LineKind {
        /// What is open on an invoice.
        Invoice = "invoice",
        /// Interest on late payment.
        Interest = "interest",
        /// The sum that is due once for a late invoice.
        FixedSum = "fixed_sum",
        /// A loss from late payment, with its proof.
        Loss = "loss",
        /// Work that is on no invoice yet.
        Work = "work",
        /// Money spent for the client that is on no invoice yet.
        Cost = "cost",
        /// A credit note that no invoice has used up.
        Credit = "credit",
        /// What came in beyond an invoice.
        Overpayment = "overpayment",
        /// The part of an advance that is not earned.
        Unearned = "unearned",
        /// A deposit that nobody has said anything of yet.
        Deposit = "deposit",
        /// Money held in trust.
        Trust = "trust",
        /// What the client keeps back until a day.
        Retainage = "retainage",
        /// The disputed part of an invoice.
        Dispute = "dispute",
    }
}

words! {
    /// Whose a line is. Only the first two are set off against each other.
    Side {
        TheyOwe = "they_owe",
        WeOwe = "we_owe",
        /// Paid for days to come, while nothing ends.
        Advance = "advance",
        /// Still to be put on an invoice, or waived.
        ToBill = "to_bill",
        /// On no invoice, and never to be: somebody waived it.
        Waived = "waived",
        Disputed = "disputed",
        /// Kept back by the client until a day that has not come.
        Retained = "retained",
        /// Held by us for the client.
        Trust = "trust",
        /// Unsettled until somebody says what it is.
        Unsaid = "unsaid",
    }
}

impl Side {
    /// Tells whether it is what we worked and spent, and billed to nobody.
    pub fn is_unbilled(self) -> bool {
        matches!(self, Side::ToBill | Side::Waived)
    }
}

/// One line of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub kind: LineKind,
    pub side: Side,
    /// `None` where nobody said what it is worth.
    pub amount: Option<Money>,
    /// The day on which it is due, released or to be paid back.
    pub due_on: Option<Day>,
    /// Of work: how long it took.
    pub minutes: Option<i64>,
    pub records: Vec<CitedRow>,
    /// What a person said that made the line, by its id.
    pub particular: Option<String>,
}

impl Line {
    /// Returns a line of one record.
    pub(super) fn of(kind: LineKind, side: Side, amount: Money, records: Vec<CitedRow>) -> Line {
        Line { kind, side, amount: Some(amount), due_on: None, minutes: None, records, particular: None }
    }
}

words! {
    /// What an account cannot settle by itself.
    QuestionKind {
        /// A deposit was paid: is it held in trust, to be given back, or earned?
        Deposit = "deposit",
        /// Work has no agreed price.
        Price = "price",
        /// A dispute was found to be right: the invoice needs a credit note.
        CreditDue = "credit_due",
        /// No accepted work or agreed price says how much of an advance is earned.
        Earned = "earned",
        /// Nobody said in which currency a sum is.
        Currency = "currency",
        /// Money came in another currency, and no rate says what it is of the invoice's.
        Rate = "rate",
    }
}

/// Something that a person has to say before the account can be final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub kind: QuestionKind,
    pub record: CitedRow,
}

/// What the lines come to in one currency, in minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    pub currency: Currency,
    pub they_owe: i64,
    pub we_owe: i64,
    pub advance: i64,
    pub to_bill: i64,
    /// Accounts that were frozen before it was known have none.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub waived: i64,
    pub disputed: i64,
    pub retained: i64,
    pub trust: i64,
    pub unsaid: i64,
}

fn is_nothing(minor: &i64) -> bool {
    *minor == 0
}

impl Default for Balance {
    fn default() -> Balance {
        Balance {
            currency: Currency::UNKNOWN,
            they_owe: 0,
            we_owe: 0,
            advance: 0,
            to_bill: 0,
            waived: 0,
            disputed: 0,
            retained: 0,
            trust: 0,
            unsaid: 0,
        }
    }
}

impl Balance {
    /// Returns what the client owes in the end; negative if we do.
    pub fn net(&self) -> Money {
        Money { minor: self.they_owe.saturating_sub(self.we_owe), currency: self.currency }
    }

    /// Returns what the lines of one side come to.
    pub fn of(&self, side: Side) -> Money {
        let minor = match side {
            Side::TheyOwe => self.they_owe,
            Side::WeOwe => self.we_owe,
            Side::Advance => self.advance,
            Side::ToBill => self.to_bill,
            Side::Waived => self.waived,
            Side::Disputed => self.disputed,
            Side::Retained => self.retained,
            Side::Trust => self.trust,
            Side::Unsaid => self.unsaid,
        };
        Money { minor, currency: self.currency }
    }

    fn side(&mut self, side: Side) -> &mut i64 {
        match side {
            Side::TheyOwe => &mut self.they_owe,
            Side::WeOwe => &mut self.we_owe,
            Side::Advance => &mut self.advance,
            Side::ToBill => &mut self.to_bill,
            Side::Waived => &mut self.waived,
            Side::Disputed => &mut self.disputed,
            Side::Retained => &mut self.retained,
            Side::Trust => &mut self.trust,
            Side::Unsaid => &mut self.unsaid,
        }
    }
}

/// Adds up lines, each currency for itself, in the order of their codes: nothing is converted.
pub fn balances(lines: &[Line]) -> Vec<Balance> {
    let mut all: Vec<Balance> = vec![];
    for (side, amount) in lines.iter().filter_map(|line| Some((line.side, line.amount?))) {
        let at = all.iter().position(|own| own.currency == amount.currency).unwrap_or_else(|| {
            let currency = amount.currency;
            all.push(Balance { currency, ..Balance::default() });
            all.len() - 1
        });
        let sum = all[at].side(side);
        *sum = sum.saturating_add(amount.minor);
    }
    all.sort_by_key(|own| own.currency);
    all
}
