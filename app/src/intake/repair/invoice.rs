//! Invoices that a payment may mean: the client's own in another spelling of the number, or the one of this number that a
//! client of nearly the same name has.

use super::{Candidate, Why, text};
use crate::intake::clients::{Clients, Found};
use crate::intake::plan::Plan;
use crate::intake::source::Record;
use domain::record::Kind;
use domain::spelling::{closeness, core};
use std::iter::once;

/// What is asked of the invoices that stand.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// The numbers of a client's invoices.
    NumbersOf(&'a str),
    /// The clients that have an invoice of this number.
    HoldersOf(&'a str),
}

/// Looks among the invoices that stand.
pub type Standing<'s> = &'s mut dyn FnMut(Wanted) -> Vec<String>;

/// Returns the numbers and the clients that may be meant; each is one of an invoice that stands.
pub fn meant(
    plan: &Plan,
    kind: &'static Kind,
    place: usize,
    record: &Record,
    clients: &mut Clients,
    standing: Standing,
) -> Vec<Candidate> {
    let number = record.field(place);
    let named = |column: &str| {
        let places = plan.places(kind, column);
        places.into_iter().map(|place| (place, record.field(place))).find(|(_, text)| !text.is_empty())
    };
    let Some((client_place, spelling)) = named("client").or_else(|| named("client_name")) else { return Vec::new() };
    let name = named("client_name").map_or("", |(_, name)| name);
    let own = match clients.find(spelling, name) {
        Found::Key(place) | Found::Matched(place) => Some(place),
        Found::None => None,
    };
    let numbers = own.map(|own| standing(Wanted::NumbersOf(&clients.get(own).key))).unwrap_or_default();
    let alike = numbers.into_iter().filter(|known| is_alike(number, known));
    let found: Vec<Candidate> = alike.map(|text| Candidate { place, text, why: Why::Number }).collect();
    if !found.is_empty() {
        return found;
    }
    let written: Vec<String> = [spelling, name].into_iter().filter(|text| !text.is_empty()).map(core).collect();
    let is_near = |key: &String| {
        let Some(known) = clients.find_key(key).filter(|known| Some(*known) != own) else { return false };
        let known = clients.get(known);
        let cores = once(core(&known.key)).chain(once(core(&known.name)));
        cores.into_iter().any(|known| written.iter().any(|own| closeness(own, &known).is_some()))
    };
    let holders = standing(Wanted::HoldersOf(number)).into_iter().filter(|key| is_near(key));
    holders.map(|text| Candidate { place: client_place, text, why: Why::Client }).collect()
}

/// Tells whether two numbers are the same but for leading zeros, marks, capitals, the form of digits, or letters that
/// one of them leaves out. A digit more or less is another invoice.
fn is_alike(a: &str, b: &str) -> bool {
    let (a, b) = (parts(a), parts(b));
    let figures = |parts: &[String]| -> Vec<String> {
        parts.iter().filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).cloned().collect()
    };
    let (a_figures, b_figures) = (figures(&a), figures(&b));
    let is_bare = a_figures.len() == a.len() || b_figures.len() == b.len();
    a == b || (is_bare && !a_figures.is_empty() && a_figures == b_figures)
}

/// Splits a number into its runs of letters and of digits, without the zeros before them.
fn parts(number: &str) -> Vec<String> {
    let (levelled, _) = text::levelled(number);
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in levelled.to_lowercase().chars() {
        let sort = c.is_alphanumeric().then_some(c.is_ascii_digit());
        match (sort, parts.last_mut()) {
            (Some(_), Some(part)) if sort == before => part.push(c),
            (Some(_), _) => parts.push(c.to_string()),
            (None, _) => {}
        }
        before = sort;
    }
    let bare = |part: String| match part.trim_start_matches('0') {
        "" => "0".to_owned(),
        bare => bare.to_owned(),
    };
    parts.into_iter().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_spelling_of_a_number_is_alike() {
        for (a, b, alike) in [
            ("INV-0012", "INV-12", true),
            ("inv 12", "INV-12", true),
            ("INV12", "INV-12", true),
            ("12", "INV-0012", true),
            ("INV-١٢", "INV-12", true),
            ("INV-1O2", "INV-102", true),
            ("2026/012", "2026-12", true),
            ("INV-000", "INV-0", true),
            ("INV-13", "INV-12", false),
            ("INV-120", "INV-12", false),
            ("CN-12", "INV-12", false),
            ("1-2", "12", false),
            ("INV", "12", false),
        ] {
            assert_eq!(is_alike(a, b), alike, "{a} {b}");
        }
    }
}
