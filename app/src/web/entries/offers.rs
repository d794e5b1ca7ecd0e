//! What a form offers to choose from: currencies, the client's invoices, the people who were named before.

use crate::intake::clients::Known;
use crate::store::references;
use crate::store::{Db, StoreError, members};
use domain::firm::Firm;
use domain::money::Currency;
use domain::record::Kind;
use std::sync::LazyLock;

/// Values to choose from, by column.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    /// Currencies that are likely here, and all others.
    pub currencies: (Vec<Currency>, Vec<Currency>),
    /// The client's payment terms.
    pub terms_days: Option<i64>,
    /// The column and its values.
    pub lists: Vec<(&'static str, Vec<String>)>,
}

impl Offers {
    /// Collects what a form about a client and a kind offers.
    pub async fn of(db: &Db, firm: &Firm, party: Option<&Known>, kind: &Kind) -> Result<Offers, StoreError> {
        let has = |column: &str| kind.position(column).is_some();
        let mut lists = Vec::new();
        if let Some(party) = party {
            if has("invoice") {
                lists.push(("invoice", references::invoices(db, &party.key).await?));
            }
            if has("deliverable") {
                lists.push(("deliverable", references::deliverables(db, &party.key).await?));
            }
            if has("contact") {
                lists.push(("contact", references::contacts(db, &party.key).await?));
            }
        }
        if has("person") || has("lead") {
            let names: Vec<String> = staff(db).await?;
            lists.push((if has("lead") { "lead" } else { "person" }, names));
        }
        lists.retain(|(_, values)| !values.is_empty());
        Ok(Offers {
            currencies: currencies(firm, party.and_then(|party| party.currency)),
            terms_days: party.and_then(|party| party.terms_days),
            lists,
        })
    }

    /// Returns the values of a column, if any are offered.
    pub fn list(&self, column: &str) -> Option<&'static str> {
        self.lists.iter().find(|(name, _)| *name == column).map(|(name, _)| *name)
    }
}

/// Returns the names of those who work here.
pub async fn staff(db: &Db) -> Result<Vec<String>, StoreError> {
    let here = members::all(db).await?.into_iter().filter(|member| member.left_at.is_none() && !member.adviser);
    Ok(here.map(|member| member.name).collect())
}

/// Returns a currency that is likely and those of the firm, then every other one.
pub fn currencies(firm: &Firm, own: Option<Currency>) -> (Vec<Currency>, Vec<Currency>) {
    let mut likely: Vec<Currency> = Vec::new();
    for currency in
        own.into_iter().chain(firm.base_currency).chain(firm.exchange_rates.iter().map(|rate| rate.currency))
    {
        if !likely.contains(&currency) {
            likely.push(currency);
        }
    }
    let others = ALL.iter().filter(|currency| !likely.contains(currency)).copied().collect();
    (likely, others)
}

/// Every currency of ISO 4217, in the order of codes; the unknown one is no choice.
static ALL: LazyLock<Vec<Currency>> = LazyLock::new(|| {
    let letters = || b'A'..=b'Z';
    let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
    let known = codes.filter_map(|code| Currency::of(std::str::from_utf8(&code).ok()?));
    known.filter(Currency::is_known).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clients_and_the_firms_currencies_come_first() {
        let currency = |code| Currency::of(code).expect("a currency");
        let firm = Firm { base_currency: Some(currency("SAR")), ..Firm::default() };
        let (likely, others) = currencies(&firm, Some(currency("USD")));
        assert_eq!(likely, [currency("USD"), currency("SAR")]);
        assert!(others.contains(&currency("KWD")) && !others.contains(&currency("SAR")) && others.len() > 140);
    }
}
