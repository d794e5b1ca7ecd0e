//! The holidays that `packs/*.toml` list, each with its source and whoever checked it.

use super::when::When;
use super::{Certainty, Holiday};
use crate::days::Day;
use crate::days::calendar::Calendar;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const PACKS: [&str; 4] = [
    include_str!("../../../../packs/ae.toml"),
    include_str!("../../../../packs/eg.toml"),
    include_str!("../../../../packs/sa.toml"),
    include_str!("../../../../packs/uk.toml"),
];

/// The Umm al-Qura table ends in the year after.
const LAST_YEAR: i32 = 2075;

/// A day off that a pack lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub holiday: Holiday,
    /// What it is called, as a key of the catalogues.
    pub key: &'static str,
    pub source: &'static str,
    pub checked_on: Option<Day>,
    pub checked_by: &'static str,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    place: String,
    /// Holidays before this day are not listed.
    from: Day,
    holiday: Vec<Entry>,
    /// What the pack says of late payment; `separation::interest` reads it.
    #[serde(default, rename = "late_payment")]
    _late_payment: IgnoredAny,
    #[serde(default, rename = "reference_rate")]
    _reference_rate: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    when: When,
    #[serde(default)]
    after_days: i32,
    #[serde(default = "one")]
    days: i32,
    /// On a weekend, the next open day is off instead.
    #[serde(default)]
    made_up: bool,
    certainty: Certainty,
    source: String,
    #[serde(default)]
    checked_on: Option<Day>,
    checked_by: String,
}

fn one() -> i32 {
    1
}

static READ: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let read = |text: &&str| toml::from_str(text).expect("a pack is part of the program and has a test");
    PACKS.iter().map(read).collect()
});

static LISTED: LazyLock<BTreeMap<&'static str, Vec<Listed>>> =
    LazyLock::new(|| READ.iter().map(|pack| (pack.place.as_str(), pack.all())).collect());

/// Returns the holidays that a place's pack lists, in the order of their days; none for a place without one.
pub fn listed(place: &str) -> &'static [Listed] {
    LISTED.get(place).map(Vec::as_slice).unwrap_or_default()
}

/// Returns the day from which a place's holidays are listed; `None` if they are not.
pub fn listed_from(place: &str) -> Option<Day> {
    READ.iter().find(|pack| pack.place == place).map(|pack| pack.from)
}

impl Pack {
    fn all(&'static self) -> Vec<Listed> {
        let (first, _, _) = self.from.civil();
        let mut all: Vec<Listed> = (first..=LAST_YEAR).flat_map(|year| self.of_year(year)).collect();
        all.retain(|listed| listed.holiday.on >= self.from);
        all.sort_by_key(|listed| listed.holiday.on);
        all
    }

    fn of_year(&'static self, year: i32) -> Vec<Listed> {
        let calendar = Calendar::of(&self.place);
        let is_weekend = |day: Day| calendar.as_ref().is_some_and(|calendar| calendar.is_weekend(day));
        let days: Vec<(&Entry, Day)> = self.holiday.iter().flat_map(|entry| entry.days_in(year)).collect();
        let mut taken: BTreeSet<Day> = days.iter().map(|(_, day)| *day).filter(|day| !is_weekend(*day)).collect();
        let mut listed = Vec::new();
        for (entry, day) in days {
            let mut on = day;
            if entry.made_up && is_weekend(day) {
                while is_weekend(on) || taken.contains(&on) {
                    on = on.plus(1);
                }
                taken.insert(on);
            }
            listed.push(self.listed(entry, on, entry.certainty));
        }
        for entry in &self.holiday {
            let days = entry.when.may_be_thirtieth(year);
            listed.extend(days.into_iter().map(|on| self.listed(entry, on, Certainty::Fixed)));
        }
        listed
    }

    fn listed(&'static self, entry: &'static Entry, on: Day, certainty: Certainty) -> Listed {
        Listed {
            holiday: Holiday { place: self.place.clone(), on, certainty },
            key: &entry.key,
            source: &entry.source,
            checked_on: entry.checked_on,
            checked_by: &entry.checked_by,
        }
    }
}

impl Entry {
    fn days_in(&self, year: i32) -> impl Iterator<Item = (&Entry, Day)> {
        let begins = self.when.in_year(year).into_iter().map(|day| day.plus(self.after_days));
        begins.flat_map(move |first| (0..self.days).map(move |days| (self, first.plus(days))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: &str, year: i32, expected: &[&str]) {
        let days = listed(place).iter().filter(|listed| listed.holiday.on.civil().0 == year);
        let days: Vec<String> = days.map(|listed| format!("{} {}", listed.holiday.on, listed.key)).collect();
        assert_eq!(days, expected);
    }

    #[test]
    fn england_as_its_government_published_it() {
        let of = |year: i32, days: [&str; 8]| {
            let found: Vec<String> = listed("GB").iter().map(|listed| listed.holiday.on.to_string()).collect();
            let found: Vec<&str> =
                found.iter().filter(|day| day.starts_with(&year.to_string())).map(|day| &day[5..]).collect();
            assert_eq!(found, days, "{year}");
        };
        of(2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]);
        of(2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]);
        of(2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]);
        of(2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]);
    }

    #[test]
    fn feasts_by_the_umm_al_qura_table() {
        // DOMAIN vector 7: 1 Shawwal 1447 is 20 March 2026, 10 Dhu al-Hijja is 27 May; Ramadan began on 18 February.
        check(
            "SA",
            2026,
            &[
                "2026-02-22 founding_day",
                "2026-03-19 eid_fitr",
                "2026-03-20 eid_fitr",
                "2026-03-21 eid_fitr",
                "2026-03-22 eid_fitr",
                "2026-05-26 eid_adha",
                "2026-05-27 eid_adha",
                "2026-05-28 eid_adha",
                "2026-05-29 eid_adha",
                "2026-09-23 national_day",
            ],
        );
        let emirates: Vec<String> =
            listed("AE").iter().map(|listed| format!("{} {}", listed.holiday.on, listed.key)).collect();
        for day in [
            "2026-03-19 ramadan_30",
            "2026-03-20 eid_fitr",
            "2026-05-26 arafah",
            "2026-06-16 hijri_new_year",
            "2026-12-03 national_day",
            // Of 29 days by the table: its thirtieth would be the day on which the feast is expected.
            "2027-03-09 ramadan_30",
            "2027-03-09 eid_fitr",
        ] {
            assert!(emirates.contains(&day.to_owned()), "{day}: {emirates:?}");
        }
    }

    #[test]
    fn egypt_keeps_the_monday_after_the_coptic_easter() {
        for year in ["2025-04-21", "2026-04-13"] {
            let day = Day::from_iso(year).expect("a day");
            let found = listed("EG").iter().find(|listed| listed.holiday.on == day).map(|listed| listed.key);
            assert_eq!(found, Some("sham_el_nessim"));
        }
    }

    #[test]
    fn every_pack_can_be_read_and_says_where_it_is_from() {
        for pack in READ.iter() {
            assert!(Calendar::of(&pack.place).is_some(), "{}", pack.place);
            for entry in &pack.holiday {
                let Entry { key, source, days, .. } = entry;
                assert!(!source.is_empty() && (1..=10).contains(days), "{} {key}", pack.place);
                // Whoever answers for an entry has looked at it on some day.
                assert!(entry.checked_by.is_empty() || entry.checked_on.is_some(), "{} {key}", pack.place);
                let by_moon = matches!(entry.when, When::Hijri(_));
                assert_eq!(by_moon, entry.certainty == Certainty::Tentative, "{} {key}", pack.place);
            }
        }
        assert_eq!(listed("FR"), []);
        assert_eq!(listed_from("AE"), Day::from_iso("2025-01-01"));
    }
}
