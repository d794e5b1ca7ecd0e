//! What the client owes, by how long it has been due.

use crate::money::{Currency, Money};
use crate::sign::{Bill, Scene};

/// What is owed in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ageing {
    pub currency: Currency,
    /// Minor units, in the order of `Age::ALL`.
    pub owed: [i64; 5],
}

/// How long a sum has been due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    NotDue,
    To30,
    To60,
    To90,
    Over90,
}

impl Age {
    /// All ages, the youngest first.
    pub const ALL: [Age; 5] = [Age::NotDue, Age::To30, Age::To60, Age::To90, Age::Over90];

    fn of(bill: &Bill) -> Age {
        match bill.delay {
            i32::MIN..=0 => Age::NotDue,
            1..=30 => Age::To30,
            31..=60 => Age::To60,
            61..=90 => Age::To90,
            _ => Age::Over90,
        }
    }

    /// Returns the word of the age in messages.
    pub fn word(self) -> &'static str {
        match self {
            Age::NotDue => "not-due",
            Age::To30 => "to-30",
            Age::To60 => "to-60",
            Age::To90 => "to-90",
            Age::Over90 => "over-90",
        }
    }
}

impl Ageing {
    /// Returns what is owed in all.
    pub fn total(&self) -> Money {
        self.sum(Age::NotDue)
    }

    /// Returns what is past its due day.
    pub fn overdue(&self) -> Money {
        self.sum(Age::To30)
    }

    /// Returns what is owed of an age or older.
    pub fn sum(&self, from: Age) -> Money {
        Money { minor: self.owed[from as usize..].iter().sum(), currency: self.currency }
    }

    /// Returns what is owed of one age.
    pub fn of(&self, age: Age) -> Money {
        Money { minor: self.owed[age as usize], currency: self.currency }
    }
}

/// Returns what is owed in each currency, the client's own first, then the largest; empty if nothing is.
pub fn ageing(scene: &Scene) -> Vec<Ageing> {
    let mut all: Vec<Ageing> = vec![];
    for bill in scene.ledger.bills.iter().filter(|bill| bill.open() > 0) {
        let currency = scene.history.invoices[bill.invoice].currency;
        let at = all.iter().position(|own| own.currency == currency).unwrap_or_else(|| {
            all.push(Ageing { currency, owed: [0; 5] });
            all.len() - 1
        });
        all[at].owed[Age::of(bill) as usize] += bill.open();
    }
    all.sort_by_key(|own| (own.currency != scene.currency, -own.total().minor));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    #[test]
    fn each_open_sum_lies_in_its_age() {
        let mut history = history(
            "invoices A issued_on=2025-12-31 due_on=2025-12-31 amount=100
             invoices B issued_on=2026-03-01 due_on=2026-03-02 amount=200
             invoices C issued_on=2026-03-01 due_on=2026-04-01 amount=300
             invoices D issued_on=2026-04-01 due_on=2026-05-01 amount=400
             invoices E issued_on=2026-01-01 due_on=2026-02-01 amount=50 currency=USD
             payments P invoice=B paid_on=2026-03-05 amount=150
             invoices F issued_on=2026-01-01 due_on=2026-01-31 amount=70
             payments Q invoice=F paid_on=2026-02-05 amount=70",
        );
        history.keep_known_on(day("2026-04-01"));
        let (policy, firm) = (Policy::standard(), firm());
        let all = ageing(&Scene::new(&history, &firm, &policy, day("2026-04-01")));
        let rows: Vec<(&str, [i64; 5])> = all.iter().map(|own| (own.currency.code(), own.owed)).collect();
        assert_eq!(rows, [("SAR", [70_000, 5_000, 0, 0, 10_000]), ("USD", [0, 0, 5_000, 0, 0])]);
        assert_eq!((all[0].total().minor, all[0].overdue().minor), (85_000, 15_000));
    }
}
