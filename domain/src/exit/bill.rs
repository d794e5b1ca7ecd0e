//! The exit bill: what ending requires, line by line, before anything is simulated (DOMAIN A52).

use crate::days::Day;
use crate::money::{Currency, Money};

/// What a line of the bill is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillKind {
    Refund,
    Penalty,
    UnfinishedWork,
    Licence,
    Access,
    PeopleDays,
    Other,
}

impl BillKind {
    pub const ALL: [BillKind; 7] = [
        BillKind::Refund,
        BillKind::Penalty,
        BillKind::UnfinishedWork,
        BillKind::Licence,
        BillKind::Access,
        BillKind::PeopleDays,
        BillKind::Other,
    ];

    /// Returns the word in tables and keys.
    pub fn word(self) -> &'static str {
        match self {
            BillKind::Refund => "refund",
            BillKind::Penalty => "penalty",
            BillKind::UnfinishedWork => "unfinished_work",
            BillKind::Licence => "licence",
            BillKind::Access => "access",
            BillKind::PeopleDays => "people_days",
            BillKind::Other => "other",
        }
    }

    /// Returns the kind of a word.
    pub fn of(word: &str) -> Option<BillKind> {
        BillKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One thing that ending requires.
#[derive(Clone, Debug, PartialEq)]
pub struct BillLine {
    pub kind: BillKind,
    pub what: String,
    pub cost: Money,
    /// When it falls due.
    pub on: Option<Day>,
    /// Where the figure comes from: a clause, an offer, a count.
    pub source: String,
}

/// Returns the sum of a bill's lines in one currency; lines in another are left out and counted.
pub fn total(lines: &[BillLine], currency: Currency) -> (Money, usize) {
    let own = lines.iter().filter(|line| line.cost.currency == currency);
    let minor = own.fold(0i64, |sum, line| sum.saturating_add(line.cost.minor));
    let others = lines.iter().filter(|line| line.cost.currency != currency).count();
    (Money { minor, currency }, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_one_currency_and_counts_the_rest() {
        let currency = |code| Currency::of(code).expect("a currency");
        let line = |minor, code| BillLine {
            kind: BillKind::Refund,
            what: String::new(),
            cost: Money { minor, currency: currency(code) },
            on: None,
            source: String::new(),
        };
        let lines = [line(120_050, "SAR"), line(-20_000, "SAR"), line(5, "USD")];
        assert_eq!(total(&lines, currency("SAR")), (Money { minor: 100_050, currency: currency("SAR") }, 1));
        assert!(BillKind::ALL.iter().all(|kind| BillKind::of(kind.word()) == Some(*kind)));
    }
}
