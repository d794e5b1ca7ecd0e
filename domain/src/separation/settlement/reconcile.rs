//! Trust money reconciled three ways: the bank, the ledger, and what each client has (DOMAIN 2.10).

use crate::money::{Currency, Money};

/// Two of the three that do not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// What the bank has beyond the ledger.
    Bank(Money),
    /// What the ledger has beyond the clients' balances.
    Clients(Money),
    /// A client's balance is below nothing: another's money was used.
    Overdrawn(Money),
}

/// Compares trust money in one currency; empty if all agree.
pub fn reconcile(currency: Currency, bank: i64, ledger: i64, clients: &[i64]) -> Vec<Difference> {
    let money = |minor| Money { minor, currency };
    let total = clients.iter().copied().fold(0, i64::saturating_add);
    let overdrawn = clients.iter().filter(|own| **own < 0).map(|own| Difference::Overdrawn(money(*own)));
    let bank = (bank != ledger).then(|| Difference::Bank(money(bank - ledger)));
    let own = (ledger != total).then(|| Difference::Clients(money(ledger - total)));
    bank.into_iter().chain(own).chain(overdrawn).collect()
}
