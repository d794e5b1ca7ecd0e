//! Holding a letter against what the case knows (DOMAIN B65): it must not say agreement where notice is given, nor a sum,
//! a day or a contract that nothing else knows.

use crate::case::parting::Basis;
use crate::days::Day;
use crate::money::Money;
use crate::separation::tone::{Claim, as_read, said};
use crate::word::words;

/// What the case knows; what is empty or unknown contradicts nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    pub basis: Option<Basis>,
    pub contracts: Vec<String>,
    pub effective_on: Option<Day>,
    pub sums: Vec<Money>,
    /// Whether complaints, of either side, are on record.
    pub has_complaints: bool,
}

words! {
    /// What differs.
    Differs {
        Basis = "basis",
        Contract = "contract",
        EffectiveDate = "effective_date",
        Sum = "sum",
        NoComplaints = "no_complaints",
    }
}

/// A place where a letter and the case differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    pub differs: Differs,
    /// What the letter says; a day as ISO text, a sum as decimal text.
    pub said: String,
}

/// Returns where a letter says something else than the case knows.
pub fn contradictions(text: &str, known: &Known) -> Vec<Contradiction> {
    let said = said(text);
    let mut found = vec![];
    let mut note = |differs, said: String| found.push(Contradiction { differs, said });
    for (claim, words) in &said.claims {
        match (claim, known.basis) {
            (Claim::ByAgreement, Some(basis)) if basis != Basis::Agreement => note(Differs::Basis, words.clone()),
            (Claim::ForBreach, Some(basis)) if basis != Basis::Breach => note(Differs::Basis, words.clone()),
            (Claim::NoComplaints, _) if known.has_complaints => note(Differs::NoComplaints, words.clone()),
            (Claim::Contract, _) if !known.contracts.is_empty() && !names_one(text, &known.contracts) => {
                note(Differs::Contract, words.clone());
            }
            _ => {}
        }
    }
    if let Some(effective_on) = known.effective_on {
        let other = said.last_days.iter().find(|_| !said.last_days.contains(&effective_on));
        other.into_iter().for_each(|day| note(Differs::EffectiveDate, day.to_string()));
    }
    if !known.sums.is_empty() {
        let unknown = said.sums.iter().filter(|(value, currencies)| !is_known(value, currencies, &known.sums));
        unknown.for_each(|(value, _)| note(Differs::Sum, value.clone()));
    }
    found
}

fn names_one(text: &str, contracts: &[String]) -> bool {
    contracts.iter().any(|contract| text.contains(contract.as_str()))
}

/// Whether a sum is one of those known; nothing owed is known always.
fn is_known(value: &str, currencies: &[String], sums: &[Money]) -> bool {
    let same = |sum: &Money| {
        let currency = currencies.is_empty() || currencies.iter().any(|code| code == sum.currency.code());
        currency && as_read(sum.decimal().trim_start_matches('-')) == value
    };
    value == "0" || sums.iter().any(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn known() -> Known {
        Known {
            basis: Some(Basis::Notice),
            contracts: vec!["C-17".to_owned()],
            effective_on: Day::new(2026, 7, 30),
            sums: vec![Money { minor: 420_050, currency: Currency::of("SAR").expect("a currency") }],
            has_complaints: true,
        }
    }

    fn found(text: &str) -> Vec<String> {
        let words = |one: Contradiction| format!("{} {}", one.differs.word(), one.said);
        contradictions(text, &known()).into_iter().map(words).collect()
    }

    #[test]
    fn a_letter_that_agrees_passes() {
        for text in [
            "We are ending our services under contract C-17. The last day is Thursday 30 July 2026. The balance is SAR \
             4,200.50; in future SAR 0.",
            "ننهي خدماتنا بموجب العقد C-17 المؤرخ 4 مايو 2024. آخر يوم لها الخميس 30 يوليو 2026. الرصيد 4,200.50 ر.س.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        let anything = "By mutual agreement, contract C-99 ends on 1 May 2026; SAR 12. There were no complaints.";
        assert_eq!(contradictions(anything, &Known::default()), vec![]);
    }

    #[test]
    fn what_differs_is_named() {
        for (text, differs) in [
            ("The contract C-17 ends by mutual agreement.", "basis mutual agreement"),
            ("ينتهي العقد C-17 بالتراضي.", "basis بالتراضي"),
            ("We end contract C-17 for breach.", "basis for breach"),
            ("We are ending contract C-71.", "contract contract C-71"),
            ("The last day is 31 July 2026.", "effective_date 2026-07-31"),
            ("آخر يوم لها 31 يوليو 2026.", "effective_date 2026-07-31"),
            ("The balance is SAR 4,300.", "sum 4300"),
            ("الرصيد 4,300 ر.س.", "sum 4300"),
            ("There were no complaints.", "no_complaints no complaints"),
            ("مضت المدة بلا شكوى.", "no_complaints بلا شكوى"),
        ] {
            assert_eq!(found(text).join(", "), differs, "{text}");
        }
    }
}
