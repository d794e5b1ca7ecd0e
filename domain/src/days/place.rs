//! Places as `packs/places.toml` has them: zones and weekends, each with its source. There is no other list of places.

use super::calendar::{Calendar, Weekend};
use super::{Day, Weekday};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    /// The zone of a place's clocks, by its IANA name.
    zones: BTreeMap<String, String>,
    weekend: Vec<Entry>,
    season: Vec<Keeps>,
}

/// Places that keep a season, and who says so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keeps {
    keeps: Kept,
    places: Vec<String>,
    #[serde(rename = "source")]
    _source: String,
    #[serde(default, rename = "checked_on")]
    _checked_on: Option<Day>,
    #[serde(rename = "checked_by")]
    _checked_by: String,
}

/// What places keep that others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kept {
    /// With the two feasts.
    Ramadan,
    August,
}

/// Weekdays on which places rest, and who says so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    places: Vec<String>,
    #[serde(default)]
    from: Option<Day>,
    days: Vec<Weekday>,
    #[serde(rename = "source")]
    _source: String,
    #[serde(default, rename = "checked_on")]
    _checked_on: Option<Day>,
    #[serde(rename = "checked_by")]
    _checked_by: String,
}

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../packs/places.toml")).expect("the pack is part of the program and has a test")
});

static CALENDARS: LazyLock<BTreeMap<&'static str, Calendar>> =
    LazyLock::new(|| PACK.zones.keys().map(|place| (place.as_str(), calendar(place))).collect());

fn calendar(place: &str) -> Calendar {
    let entries = PACK.weekend.iter().filter(|entry| entry.places.iter().any(|listed| listed == place));
    let mut weekends: Vec<Weekend> =
        entries.map(|entry| Weekend { from: entry.from, days: entry.days.clone() }).collect();
    weekends.sort_by_key(|weekend| weekend.from);
    Calendar { place: place.to_owned(), weekends }
}

/// Returns the calendars of all places, by their codes.
pub(super) fn calendars() -> &'static BTreeMap<&'static str, Calendar> {
    &CALENDARS
}

/// Tells whether a place keeps a season.
pub(super) fn keeps(place: &str, what: Kept) -> bool {
    PACK.season.iter().any(|entry| entry.keeps == what && entry.places.iter().any(|listed| listed == place))
}

/// Returns the zone of a place's clocks.
pub fn zone_of(place: &str) -> Option<&'static str> {
    PACK.zones.get(place).map(String::as_str)
}

/// Returns the zones of all places.
pub fn zones() -> impl Iterator<Item = &'static str> {
    PACK.zones.values().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZoneDatabase;

    #[test]
    fn every_place_has_a_zone_a_weekend_and_a_source() {
        let zones = TimeZoneDatabase::bundled();
        for (place, calendar) in calendars() {
            assert!(zone_of(place).is_some_and(|zone| zones.get(zone).is_ok()), "{place}");
            assert_eq!(
                calendar.weekends.first().map(|weekend| weekend.from),
                Some(None),
                "{place} has a first weekend"
            );
            let froms: Vec<_> = calendar.weekends.iter().map(|weekend| weekend.from).collect();
            assert!(froms.is_sorted_by(|a, b| a < b), "{place}: two weekends begin on one day");
        }
        for entry in &PACK.weekend {
            assert!(!entry._source.is_empty() && !entry.days.is_empty());
            assert!(entry.places.iter().all(|place| PACK.zones.contains_key(place)), "{:?}", entry.places);
        }
        for entry in &PACK.season {
            assert!(!entry._source.is_empty());
            assert!(entry.places.iter().all(|place| PACK.zones.contains_key(place)), "{:?}", entry.places);
        }
        assert_eq!(calendars().len(), 49, "the places of DOMAIN 2.5 and the European Union");
    }
}
