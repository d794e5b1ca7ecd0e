//! A notice's inputs from a JSON text, as `notice compute` takes them: what is wrong is named with its place, all of it
//! at once.

#[cfg(test)]
mod cases;
mod clock;
mod parts;
mod spots;
mod value;

use super::terms::{Align, Calendars, Deemed, EndsWith, Length, Method, Roll, Rule, Sent, Start, Terms, Written};
use super::wrong::{InputError, Spot, Wrong};
use super::{Notice, compute};
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::holiday::{self, OwnDay};
use crate::record::NoticeUnit;
use clock::{Moment, Zone};
pub use parts::{DEEMED_MAX, METHODS};
use serde_json::{Map, Value};
use spots::Spots;

/// What may stand in a file.
const NAMES: [&str; 27] = [
    "sent_at",
    "received_at",
    "from",
    "to",
    "from_zone",
    "to_zone",
    "method",
    "deemed",
    "length",
    "unit",
    "calendars",
    "clear_days",
    "start",
    "align",
    "roll",
    "earliest_end_on",
    "term_ends_on",
    "first_term_ends_on",
    "term_starts_on",
    "not_less_than_before_end",
    "not_more_than_before_end",
    "ends_with",
    "renews",
    "renews_for",
    "billing_on",
    "holidays",
    "pack_holidays",
];

/// How long before the term's end a notice must be there at the latest, and at the earliest.
const LEAST: &str = "not_less_than_before_end";
const MOST: &str = "not_more_than_before_end";

/// Whoever has more to mend mends these first.
const ERRORS_MAX: usize = 100;

type Object = Map<String, Value>;

/// Reads the inputs of a notice.
pub fn read(text: &str) -> Result<Terms, Vec<InputError>> {
    read_with(text, &[])
}

/// Reads the inputs of a notice; where they ask for the packs' holidays, the firm's own days stand above these.
pub fn read_with(text: &str, own: &[OwnDay]) -> Result<Terms, Vec<InputError>> {
    computed_with(text, own).map(|(terms, _)| terms)
}

/// Reads the same, and returns with the terms what they come to.
pub fn computed_with(text: &str, own: &[OwnDay]) -> Result<(Terms, Notice), Vec<InputError>> {
    let whole: Value = serde_json::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
    let spots = Spots::of(text);
    let mut reader = Reader { text, spots, own, errors: vec![] };
    match reader.whole(&whole) {
        Some(found) if reader.errors.is_empty() => Ok(found),
        _ => Err(reader.errors),
    }
}

fn unreadable(text: &str, error: &serde_json::Error) -> InputError {
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or_default().to_owned();
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes; people count characters.
    let end = (0..=error.column().min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or_default();
    let column = line[..end].chars().count().max(1) as u32;
    let spot = Spot { line: error.line().max(1) as u32, column };
    InputError { path: String::new(), spot: Some(spot), wrong: Wrong::Unreadable(why) }
}

struct Reader<'t> {
    text: &'t str,
    spots: Spots,
    own: &'t [OwnDay],
    errors: Vec<InputError>,
}

/// Where a notice goes from and to.
struct Ends {
    from: Calendar,
    to: Calendar,
    from_zone: Zone,
    to_zone: Zone,
}

impl Reader<'_> {
    /// Notes what is wrong at a path.
    fn refuse(&mut self, path: &str, wrong: Wrong) {
        if self.errors.len() >= ERRORS_MAX {
            return;
        }
        let spot = self.spots.of_path(self.text, path);
        self.errors.push(InputError { path: path.to_owned(), spot, wrong });
    }

    fn whole(&mut self, whole: &Value) -> Option<(Terms, Notice)> {
        let Value::Object(whole) = whole else {
            self.refuse("", Wrong::NotObject);
            return None;
        };
        for (path, at) in std::mem::take(&mut self.spots.twice).into_iter().take(ERRORS_MAX) {
            let spot = Some(spots::spot(self.text, at));
            self.errors.push(InputError { path, spot, wrong: Wrong::Twice });
        }
        self.only("", whole, &NAMES);
        let ends = self.ends(whole);
        let deemed = self.deemed(whole);
        let [term_starts_on, first_term_ends_on, term_ends_on] = self.term(whole);
        let earliest_end_on = self.day(whole, "", "earliest_end_on");
        let [least, most, renews_for] = [LEAST, MOST, "renews_for"].map(|name| self.window(whole, name));
        let ends_with = self.ends_with(whole);
        let length = self.length_of(whole, ends_with, least);
        let billing_on = self.day(whole, "", "billing_on");
        let align = self.word(whole, "", "align", Align::WORDS).and_then(Align::of);
        let start = self.word(whole, "", "start", Start::WORDS).and_then(Start::of);
        let roll = self.word(whole, "", "roll", Roll::WORDS).and_then(Roll::of);
        let calendars = self.word(whole, "", "calendars", Calendars::WORDS).and_then(Calendars::of);
        let clear_days = self.flag(whole, "clear_days").unwrap_or_default();
        let holidays = self.holidays(whole);
        let pack_holidays = self.flag(whole, "pack_holidays").unwrap_or_default();
        if align == Some(Align::TermAnniversary) {
            self.needs(whole, "align", "term_starts_on");
        }
        if start == Some(Start::BillingAnniversary) {
            self.needs(whole, "start", "billing_on");
        }
        if most.is_some() {
            self.needs(whole, MOST, "term_ends_on");
        }
        let sent = ends.as_ref().and_then(|ends| self.sent(whole, ends));
        let Ends { from, to, .. } = ends?;
        let (deemed, deemed_by_default) = deemed?;
        let mut terms = Terms {
            sent: sent?,
            calendars: calendars.unwrap_or_else(|| Calendars::usual(&from, &to)),
            from,
            to,
            deemed,
            deemed_by_default,
            length: length?,
            clear_days,
            start: start.unwrap_or(Start::DayAfter),
            align: align.unwrap_or(Align::None),
            roll: roll.unwrap_or(Roll::None),
            earliest_end_on,
            term_starts_on,
            term_ends_on,
            first_term_ends_on,
            not_less_than_before_end: least,
            not_more_than_before_end: most,
            ends_with,
            renews: self.flag(whole, "renews").unwrap_or(true),
            renews_for,
            billing_on,
            holidays,
            packs: pack_holidays,
        };
        terms.add_packs(self.own);
        let notice = self.comes_out(&terms);
        Some((terms, notice))
    }

    /// Returns when the term began, when the first one ended, and when the running one ends, which is after both.
    fn term(&mut self, whole: &Object) -> [Option<Day>; 3] {
        let before = ["term_starts_on", "first_term_ends_on"];
        let [starts_on, first_ends_on] = before.map(|name| self.day(whole, "", name));
        let ends_on = self.day(whole, "", "term_ends_on");
        for (name, earlier) in before.into_iter().zip([starts_on, first_ends_on]) {
            if ends_on.zip(earlier).is_some_and(|(ends, earlier)| ends < earlier) {
                self.refuse("term_ends_on", Wrong::Before(name));
            }
        }
        [starts_on, first_ends_on, ends_on]
    }

    /// Computes it, and notes what only that shows.
    fn comes_out(&mut self, terms: &Terms) -> Notice {
        let notice = compute(terms);
        // What counts from its arrival may come later than it is meant to.
        let is_open = terms.deemed == Deemed::OnReceipt && terms.sent.received_at.is_none();
        let is_open = is_open && terms.renews && terms.renews_for.is_none();
        match terms.ends_with {
            // A length in years and months ends within the years; only the table is shorter.
            EndsWith::Length if notice.effective_on.is_none() => self.refuse("length", Wrong::BeyondTable),
            EndsWith::Term if terms.term_ends_on.is_some() && (is_open || notice.effective_on.is_none()) => {
                self.refuse("renews_for", Wrong::NextTerm);
            }
            _ => {}
        }
        let window = notice.first_lawful_receipt.zip(notice.last_lawful_receipt);
        if window.is_some_and(|(first, last)| last < first) {
            self.refuse(MOST, Wrong::Shuts);
        }
        notice
    }

    /// Returns with what it ends; a term that is left to run out has an end.
    fn ends_with(&mut self, whole: &Object) -> EndsWith {
        let said = self.word(whole, "", "ends_with", EndsWith::WORDS).and_then(EndsWith::of);
        if said == Some(EndsWith::Term) {
            self.need("", whole, "term_ends_on");
        }
        said.unwrap_or(EndsWith::Length)
    }

    /// Returns the length of the notice; where the term is left to run out, how long before its end stands for it, and one
    /// that does not renew waits for none.
    fn length_of(&mut self, whole: &Object, ends_with: EndsWith, least: Option<Length>) -> Option<Length> {
        let is_left = ends_with == EndsWith::Term && is_absent(whole, "length");
        let ends_alone = self.given(whole, "renews") == Some(&Value::Bool(false));
        match least.or(ends_alone.then_some(Length { count: 1, unit: NoticeUnit::Day })) {
            Some(length) if is_left => Some(length),
            _ => self.length(whole),
        }
    }

    /// Notes that another input must be given with one.
    fn needs(&mut self, whole: &Object, name: &str, other: &'static str) {
        if is_absent(whole, other) {
            self.refuse(name, Wrong::Needs(other));
        }
    }

    fn ends(&mut self, whole: &Object) -> Option<Ends> {
        let from = self.place(whole, "", "from");
        let to = self.place(whole, "", "to");
        let from_zone = self.zone(whole, "from_zone", from.as_ref());
        let to_zone = self.zone(whole, "to_zone", to.as_ref());
        Some(Ends { from: from?, to: to?, from_zone: from_zone?, to_zone: to_zone? })
    }

    /// The sender's time as the recipient's clock shows it, and when the notice arrived.
    fn sent(&mut self, whole: &Object, ends: &Ends) -> Option<Sent> {
        let (at, written) = match self.moment(whole, "sent_at", true)? {
            Moment::Instant(instant) => (ends.to_zone.shows(instant), ends.from_zone.shows(instant)),
            Moment::Local(local) => match ends.from_zone.instant(local) {
                Ok(instant) => (ends.to_zone.shows(instant.timestamp()), local),
                Err(wrong) => {
                    self.refuse("sent_at", wrong);
                    return None;
                }
            },
        };
        let received_at = match self.moment(whole, "received_at", false) {
            Some(Moment::Instant(instant)) => Some(ends.to_zone.shows(instant)),
            Some(Moment::Local(local)) => Some(local),
            None => None,
        };
        if received_at.is_some_and(|received| received < at) {
            self.refuse("received_at", Wrong::Before("sent_at"));
        }
        let clocks = [&ends.from_zone, &ends.to_zone].map(|zone| zone.name.clone());
        Some(Sent { at, received_at, written: Some(Written { at: written, clocks }) })
    }
}

fn is_absent(object: &Object, name: &str) -> bool {
    object.get(name).is_none_or(Value::is_null)
}

impl Terms {
    /// Adds what the packs list of both places, if that was asked for.
    pub(super) fn add_packs(&mut self, own: &[OwnDay]) {
        if !self.packs {
            return;
        }
        let mut places = vec![self.from.place.clone()];
        places.extend((self.to.place != self.from.place).then(|| self.to.place.clone()));
        let kept = places.iter().flat_map(|place| holiday::kept(place, own));
        self.holidays.extend(kept);
    }
}
