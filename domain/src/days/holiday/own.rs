//! The firm's own word on days: off although no pack says so, or worked although one does.

use super::{Certainty, Holiday, listed};
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// A day of a place on which the firm knows better than the packs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnDay {
    pub place: String,
    pub on: Day,
    /// Whether the day is off; a day that was announced as off is certain, one that is not is worked.
    pub off: bool,
}

/// Returns the holidays of a place: those of its pack, but for the days of which the firm itself says what they are.
pub fn kept(place: &str, own: &[OwnDay]) -> Vec<Holiday> {
    let own: Vec<&OwnDay> = own.iter().filter(|own| own.place == place).collect();
    let is_said = |day: Day| own.iter().any(|own| own.on == day);
    let listed = listed(place).iter().map(|listed| &listed.holiday).filter(|holiday| !is_said(holiday.on)).cloned();
    let off = own.iter().filter(|own| own.off);
    let stated = |own: &&OwnDay| Holiday { place: place.to_owned(), on: own.on, certainty: Certainty::Announced };
    listed.chain(off.map(stated)).collect()
}

/// Tells whether a day is a holiday of a place: by the firm's own word, else by the place's pack.
pub fn is_holiday(place: &str, own: &[OwnDay], day: Day) -> bool {
    match own.iter().find(|own| own.place == place && own.on == day) {
        Some(said) => said.off,
        None => listed(place).binary_search_by_key(&day, |listed| listed.holiday.on).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_firms_word_stands_above_the_packs() {
        let day = |iso: &str| Day::from_iso(iso).expect("a day");
        let own = |place: &str, iso, off| OwnDay { place: place.into(), on: day(iso), off };
        // The Sunday of 25 January 2026 was moved to Thursday the 29th; Eid began on the 20th, as expected.
        let said = [
            own("EG", "2026-01-25", false),
            own("EG", "2026-01-29", true),
            own("EG", "2026-03-20", true),
            own("SA", "2026-03-19", true),
        ];
        let kept = kept("EG", &said);
        let of =
            |iso: &str| kept.iter().filter(|kept| kept.on == day(iso)).map(|kept| kept.certainty).collect::<Vec<_>>();
        assert_eq!((of("2026-01-25"), of("2026-01-29")), (vec![], vec![Certainty::Announced]));
        assert_eq!((of("2026-03-20"), of("2026-03-21")), (vec![Certainty::Announced], vec![Certainty::Tentative]));
        assert_eq!(of("2026-03-19"), vec![]);
        assert!(kept.iter().all(|kept| kept.place == "EG"));
        let is_off = |iso: &str| is_holiday("EG", &said, day(iso));
        assert_eq!(
            ["2026-01-25", "2026-01-29", "2026-03-19", "2026-03-20", "2026-03-21"].map(is_off),
            [false, true, of("2026-03-19") != vec![], true, true]
        );
    }
}
