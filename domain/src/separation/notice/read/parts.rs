//! The parts of the inputs that are more than one value: places, receipt, lengths, holidays.

use super::super::wrong::Wrong;
use super::clock::Zone;
use super::value::within;
use super::{Deemed, Length, Method, Object, Reader, Rule, is_absent};
use crate::days::calendar::Calendar;
use crate::days::holiday::{Certainty, Holiday};
use crate::record::{Choice, NoticeUnit};
use jiff::civil::Time;
use serde_json::Value;

/// The ways in which a notice is sent.
pub const METHODS: [&str; 5] = ["email", "hand", "courier", "registered_post", "portal"];
/// More days in one file are a mistake.
const HOLIDAYS_MAX: usize = 5_000;
/// Nothing is deemed received after more days.
pub const DEEMED_MAX: u32 = 365;

/// Returns the longest length in a unit: thirty years.
fn most(unit: NoticeUnit) -> u32 {
    match unit {
        NoticeUnit::Day => 10_957,
        NoticeUnit::BusinessDay => 7_800,
        NoticeUnit::Week => 1_565,
        NoticeUnit::Month | NoticeUnit::HijriMonth => 360,
        NoticeUnit::Year => 30,
    }
}

impl Reader<'_> {
    pub(super) fn place(&mut self, object: &Object, path: &str, name: &str) -> Option<Calendar> {
        self.need(path, object, name);
        let code = self.text(object, path, name)?;
        let place = Calendar::of(code);
        if place.is_none() {
            self.refuse(&within(path, name), Wrong::NotPlace);
        }
        place
    }

    /// Returns the zone that is named, else that of the place.
    pub(super) fn zone(&mut self, whole: &Object, name: &str, place: Option<&Calendar>) -> Option<Zone> {
        if is_absent(whole, name) {
            return place.and_then(|place| Zone::of_place(&place.place));
        }
        let zone = Zone::of(self.text(whole, "", name)?);
        if zone.is_none() {
            self.refuse(name, Wrong::NotZone);
        }
        zone
    }

    /// Returns when a notice counts as received, and whether only the method says so.
    pub(super) fn deemed(&mut self, whole: &Object) -> Option<(Deemed, bool)> {
        let method = self.word(whole, "", "method", &METHODS);
        match self.given(whole, "deemed") {
            Some(Value::Object(deemed)) => self.rule(deemed).map(|rule| (rule, false)),
            Some(_) => {
                self.refuse("deemed", Wrong::NotObject);
                None
            }
            None if is_absent(whole, "method") => {
                self.refuse("method", Wrong::Missing);
                None
            }
            None => match Method::of(method?).and_then(Method::usual) {
                Some(usual) => Some((usual, true)),
                None => {
                    self.refuse("method", Wrong::NoRule);
                    None
                }
            },
        }
    }

    fn rule(&mut self, deemed: &Object) -> Option<Deemed> {
        self.only("deemed", deemed, &["rule", "n", "cutoff"]);
        self.need("deemed", deemed, "rule");
        let cutoff = self.cutoff(deemed);
        let n = self.given(deemed, "n").and_then(|n| self.count("deemed.n", n, DEEMED_MAX));
        let rule = self.word(deemed, "deemed", "rule", Rule::WORDS).and_then(Rule::of)?;
        if rule.counts() && is_absent(deemed, "n") {
            self.refuse("deemed.n", Wrong::Missing);
        }
        Deemed::of(rule, n, cutoff)
    }

    fn cutoff(&mut self, deemed: &Object) -> Option<Time> {
        let text = self.text(deemed, "deemed", "cutoff")?;
        let is_plain = text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':');
        let time = text.parse().ok().filter(|_| is_plain);
        if time.is_none() {
            self.refuse("deemed.cutoff", Wrong::NotTime);
        }
        time
    }

    pub(super) fn length(&mut self, whole: &Object) -> Option<Length> {
        self.need("", whole, "length");
        self.need("", whole, "unit");
        let unit = self.unit(whole, "");
        let length = self.given(whole, "length")?;
        let count = self.count("length", length, most(unit.unwrap_or(NoticeUnit::Day)))?;
        Some(Length { count, unit: unit? })
    }

    fn unit(&mut self, object: &Object, path: &str) -> Option<NoticeUnit> {
        self.word(object, path, "unit", NoticeUnit::WORDS).and_then(NoticeUnit::of)
    }

    /// Returns one edge of the window before the term's end; a bare number means days.
    pub(super) fn window(&mut self, whole: &Object, name: &str) -> Option<Length> {
        match self.given(whole, name)? {
            Value::Object(window) => {
                self.only(name, window, &["length", "unit"]);
                self.need(name, window, "length");
                let unit = self.unit(window, name);
                let unit = if is_absent(window, "unit") { Some(NoticeUnit::Day) } else { unit };
                let length = self.given(window, "length")?;
                let count = self.count(&within(name, "length"), length, most(unit.unwrap_or(NoticeUnit::Day)))?;
                Some(Length { count, unit: unit? })
            }
            bare => Some(Length { count: self.count(name, bare, most(NoticeUnit::Day))?, unit: NoticeUnit::Day }),
        }
    }

    pub(super) fn holidays(&mut self, whole: &Object) -> Vec<Holiday> {
        let items = match self.given(whole, "holidays") {
            None => return vec![],
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.refuse("holidays", Wrong::NotList);
                return vec![];
            }
        };
        if items.len() > HOLIDAYS_MAX {
            self.refuse("holidays", Wrong::TooMany(HOLIDAYS_MAX));
        }
        let items = items.iter().take(HOLIDAYS_MAX).enumerate();
        items.filter_map(|(i, item)| self.holiday(&format!("holidays[{i}]"), item)).collect()
    }

    fn holiday(&mut self, path: &str, item: &Value) -> Option<Holiday> {
        let Value::Object(item) = item else {
            self.refuse(path, Wrong::NotObject);
            return None;
        };
        self.only(path, item, &["place", "on", "certainty"]);
        let place = self.place(item, path, "place");
        self.need(path, item, "on");
        let on = self.day(item, path, "on");
        let certainty =
            self.word(item, path, "certainty", Certainty::WORDS).and_then(Certainty::of).unwrap_or_default();
        Some(Holiday { place: place?.place, on: on?, certainty })
    }
}
