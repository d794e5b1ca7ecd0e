//! Invoices that a payment may mean: the client's own in another spelling of the number, or the one of this number that a
//! client of nearly the same name has.

use super::{Candidate, Why, text};
use crate::intake::clients::{Clients, Found};
use crate::intake::plan::Plan;
use crate::intake::source::Record;
use domain::spelling::{closeness, core};
use domain::text::{fold, western_digits};
use std::borrow::Cow;
use std::collections::HashMap;

/// What is asked of the invoices that stand.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// The invoices of a client.
    Of(&'a str),
    /// The invoices of these numbers, whoever has them.
    Numbered(&'a [&'a str]),
}

/// Looks among the invoices that stand: the client and the number of each.
pub type Standing<'s> = &'s mut dyn FnMut(Wanted) -> Vec<(String, String)>;

/// A cell: its line and its place.
type At = (u32, usize);

/// Returns, for cells whose invoice nobody knows, the numbers and clients that may be meant; each is one of an invoice
/// that stands. The invoices are gone through once, however many cells ask.
pub fn meant(
    plan: &Plan,
    unknown: &[(usize, Record)],
    clients: &mut Clients,
    standing: Standing,
) -> HashMap<At, Vec<Candidate>> {
    let named: Vec<Named> = unknown.iter().filter_map(|(place, row)| Named::of(plan, *place, row, clients)).collect();
    let mut meant: HashMap<At, Vec<Candidate>> = HashMap::new();
    let mut numbers: HashMap<usize, Numbers> = HashMap::new();
    for named in &named {
        if let Some(own) = named.own {
            let known = || Numbers::new(standing(Wanted::Of(&clients.get(own).key)));
            let alike = numbers.entry(own).or_insert_with(known).like(named.number);
            let candidate = |text| Candidate { place: named.at.1, text, why: Why::Number };
            meant.insert(named.at, alike.into_iter().map(candidate).collect());
        }
    }
    let strange: Vec<&Named> = named.iter().filter(|named| meant.get(&named.at).is_none_or(Vec::is_empty)).collect();
    let levelled: Vec<Cow<str>> = strange.iter().map(|named| western_digits(named.number)).collect();
    // What stands from before ids were levelled has the digits of its file.
    let written = strange.iter().map(|named| named.number);
    let mut asked: Vec<&str> = levelled.iter().map(AsRef::as_ref).chain(written).collect();
    asked.sort_unstable();
    asked.dedup();
    let held = if asked.is_empty() { Vec::new() } else { standing(Wanted::Numbered(&asked)) };
    for (named, levelled) in strange.into_iter().zip(&levelled) {
        let is_meant = |number: &str| western_digits(number) == *levelled;
        let holders = held.iter().filter(|(_, number)| is_meant(number)).map(|(client, _)| client);
        let near: Vec<&String> = holders.filter(|client| named.is_near(client, clients)).collect();
        let candidate =
            |client: &String| Candidate { place: named.client_place, text: called(client, clients), why: Why::Client };
        meant.insert(named.at, near.into_iter().map(candidate).collect());
    }
    meant
}

/// Returns the name by which a client is found, for a key says little to a person; else the key.
fn called(key: &str, clients: &mut Clients) -> String {
    let place = clients.find_key(key);
    let name = place.map_or_else(String::new, |place| clients.get(place).name.clone());
    match clients.find(&name, "") {
        Found::Key(found) | Found::Matched(found) if Some(found) == place => name,
        _ => key.to_owned(),
    }
}

/// A number that no invoice of the client has, and whom its row names.
struct Named<'a> {
    at: At,
    number: &'a str,
    client_place: usize,
    own: Option<usize>,
    /// The cores of what the row calls the client.
    cores: Vec<String>,
}

impl<'a> Named<'a> {
    fn of(plan: &Plan, place: usize, row: &Record<'a>, clients: &mut Clients) -> Option<Named<'a>> {
        let kind = plan.columns[place].target?.kind;
        let filled = |column: &str| {
            let places = plan.places(kind, column).into_iter();
            places.map(|place| (place, row.field(place))).find(|(_, text)| !text.is_empty())
        };
        let (by_key, by_name) = (filled("client"), filled("client_name"));
        let (client_place, spelling) = by_key.or(by_name)?;
        let name = by_name.map_or("", |(_, name)| name);
        let own = match clients.find(spelling, name) {
            Found::Key(own) | Found::Matched(own) => Some(own),
            Found::None => None,
        };
        let cores = vec![core(spelling), core(name)];
        Some(Named { at: (row.line, place), number: row.field(place), client_place, own, cores })
    }

    /// Tells whether another client is called nearly as the row calls its own.
    fn is_near(&self, client: &str, clients: &Clients) -> bool {
        let Some(place) = clients.find_key(client).filter(|place| Some(*place) != self.own) else { return false };
        let cores = [core(client), core(&clients.get(place).name)];
        cores.iter().any(|known| self.cores.iter().any(|own| closeness(own, known).is_some()))
    }
}

/// The numbers of a client's invoices, by their figures.
struct Numbers(HashMap<String, Vec<(Runs, String)>>);

impl Numbers {
    fn new(invoices: Vec<(String, String)>) -> Numbers {
        let mut by_figures: HashMap<String, Vec<(Runs, String)>> = HashMap::new();
        for (_, number) in invoices {
            let runs = Runs::of(&number);
            by_figures.entry(runs.figures.clone()).or_default().push((runs, number));
        }
        Numbers(by_figures)
    }

    /// Returns those that are the same as a number but for leading zeros, marks, capitals, the form of letters and digits,
    /// letters that look like digits, or letters that one of them leaves out. A digit more or less is another invoice.
    fn like(&self, number: &str) -> Vec<String> {
        let (levelled, has_letters_for_digits) = text::levelled(number);
        let readings = [Some(number), has_letters_for_digits.then_some(levelled.as_str())];
        let mut alike = Vec::new();
        for asked in readings.into_iter().flatten().map(Runs::of) {
            let known = self.0.get(&asked.figures).into_iter().flatten();
            alike.extend(known.filter(|(runs, _)| asked.is_like(runs)).map(|(_, number)| number.clone()));
        }
        alike
    }
}

/// A number's runs of letters and of digits, without the zeros before them.
struct Runs {
    all: String,
    figures: String,
}

impl Runs {
    fn of(number: &str) -> Runs {
        let mut runs = Runs { all: String::new(), figures: String::new() };
        let folded = fold(number);
        let mut rest = folded.as_str();
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| sort(c) != sort(first)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            match sort(first) {
                Sort::Figure => runs.push(run.trim_start_matches('0'), true),
                Sort::Letter => runs.push(run, false),
                Sort::Mark => {}
            }
            rest = after;
        }
        runs
    }

    fn push(&mut self, run: &str, is_figure: bool) {
        // A mark after each run, so that 1-2 is not 12, and zero is a figure, too.
        self.all += run;
        self.all.push(' ');
        if is_figure {
            self.figures += run;
            self.figures.push(' ');
        }
    }

    fn is_like(&self, other: &Runs) -> bool {
        let is_bare = self.all == self.figures || other.all == other.figures;
        if is_bare { !self.figures.is_empty() && self.figures == other.figures } else { self.all == other.all }
    }
}

#[derive(PartialEq, Eq)]
enum Sort {
    Figure,
    Letter,
    Mark,
}

fn sort(c: char) -> Sort {
    match c {
        '0'..='9' => Sort::Figure,
        c if c.is_alphanumeric() => Sort::Letter,
        _ => Sort::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_spelling_of_a_number_is_alike() {
        for (asked, known, alike) in [
            ("INV-0012", "INV-12", true),
            ("inv 12", "INV-12", true),
            ("INV12", "INV-12", true),
            ("12", "INV-0012", true),
            ("INV-0012", "12", true),
            ("INV-١٢", "INV-12", true),
            ("INV-12", "INV-١٢", true),
            ("۱۲", "INV-12", true),
            ("أ-١٢", "ا12", true),
            ("فـ١٢", "ف/12", true),
            ("INV-1O2", "INV-102", true),
            ("I12", "I-012", true),
            ("2026/012", "2026-12", true),
            ("INV-000", "INV-0", true),
            ("INV-13", "INV-12", false),
            ("INV-120", "INV-12", false),
            ("CN-12", "INV-12", false),
            ("1-2", "12", false),
            ("INV", "12", false),
            ("-", "/", false),
            ("0", "INV", false),
        ] {
            let numbers = Numbers::new(vec![("Noor".into(), known.into())]);
            assert_eq!(!numbers.like(asked).is_empty(), alike, "{asked} {known}");
        }
    }
}
