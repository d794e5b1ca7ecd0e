//! When the packs were held against their sources: laws and calendars grow old.

use super::Day;
use toml::Value;

const PACKS: [(&str, &str); 7] = [
    ("places", include_str!("../../../packs/places.toml")),
    ("sa", include_str!("../../../packs/sa.toml")),
    ("ae", include_str!("../../../packs/ae.toml")),
    ("eg", include_str!("../../../packs/eg.toml")),
    ("eu", include_str!("../../../packs/eu.toml")),
    ("uk", include_str!("../../../packs/uk.toml")),
    ("retention", include_str!("../../../packs/retention.toml")),
];

/// Returns each pack with the days on which its entries were checked, oldest first; none where no entry says it.
pub fn checked() -> Vec<(&'static str, Vec<Day>)> {
    let days = |text: &str| {
        let mut days = vec![];
        let pack = text.parse::<toml::Table>().expect("a pack is part of the program and has a test");
        gather(&Value::Table(pack), &mut days);
        days.sort();
        days
    };
    PACKS.into_iter().map(|(name, text)| (name, days(text))).collect()
}

fn gather(value: &Value, days: &mut Vec<Day>) {
    match value {
        Value::Table(table) => {
            days.extend(table.get("checked_on").and_then(|day| Day::from_iso(day.as_str()?)));
            table.values().for_each(|value| gather(value, days));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, days)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_every_pack_is_found() {
        for (name, days) in checked() {
            let text = PACKS.iter().find(|(pack, _)| *pack == name).expect("a pack").1;
            assert_eq!(
                days.len(),
                text.lines().filter(|line| line.trim_start().starts_with("checked_on")).count(),
                "{name}"
            );
            // Of the places no entry says it yet.
            assert_eq!(days.is_empty(), name == "places", "{name}");
        }
    }
}
