//! Values to choose from in a form.

use crate::lang::Lang;
use domain::money::Currency;

/// Some values of a select; values that belong to no group stand in one without a name.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: String,
    pub choices: Vec<Choice>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub text: String,
}

impl Choice {
    /// Returns a value and what a person reads for it.
    pub fn new(value: &str, text: String) -> Choice {
        Choice { value: value.to_owned(), text }
    }
}

/// Returns values that belong to no group.
pub fn plain(choices: Vec<Choice>) -> Vec<Group> {
    vec![Group { name: String::new(), choices }]
}

/// Returns the likely currencies, the choice of none, and all others in a group of their own.
pub fn currencies(lang: Lang, (likely, others): &(Vec<Currency>, Vec<Currency>), none: String) -> Vec<Group> {
    let choice = |currency: &Currency| {
        let code = currency.code();
        let key = format!("currency-{code}");
        let sign = Some(&key).filter(|key| lang.has(key)).map(|key| lang.text(key)).filter(|sign| sign != code);
        Choice::new(code, sign.map_or_else(|| code.to_owned(), |sign| format!("{code} · {sign}")))
    };
    let first = likely.iter().map(choice).chain([Choice::new("", none)]).collect();
    let others = Group { name: lang.text("entry-currencies"), choices: others.iter().map(choice).collect() };
    plain(first).into_iter().chain([others]).collect()
}
