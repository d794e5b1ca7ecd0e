//! Times of the year in which a place works and pays otherwise (DOMAIN 3.0): what falls into one is compared with such times.

use super::Day;
use super::hijri::Hijri;
use super::place::{Kept, keeps};

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    Ramadan,
    /// The days of the two feasts, and of the pilgrimage before the second.
    Feast,
    August,
    /// From 20 December to 5 January.
    YearEnd,
}

impl Season {
    /// All seasons.
    pub const ALL: [Season; 4] = [Season::Ramadan, Season::Feast, Season::August, Season::YearEnd];

    /// Returns the season of a place that a day falls in.
    pub fn of(day: Day, place: &str) -> Option<Season> {
        let (_, month, day_of_month) = day.civil();
        let hijri = || Hijri::of(day).filter(|_| keeps(place, Kept::Ramadan)).map(|hijri| (hijri.month, hijri.day));
        match (hijri(), (month, day_of_month)) {
            (Some((9, _)), _) => Some(Season::Ramadan),
            (Some((10, 1..=7) | (12, 7..=15)), _) => Some(Season::Feast),
            (_, (8, _)) if keeps(place, Kept::August) => Some(Season::August),
            (_, (12, 20..) | (1, ..=5)) => Some(Season::YearEnd),
            _ => None,
        }
    }

    /// Returns the word of the catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Season::Ramadan => "ramadan",
            Season::Feast => "feast",
            Season::August => "august",
            Season::YearEnd => "year_end",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_keep_their_seasons() {
        let check = |day: &str, place: &str, season: Option<Season>| {
            assert_eq!(Season::of(Day::from_iso(day).expect("a day"), place), season, "{day} {place}");
        };
        // DOMAIN vector 7: Ramadan 1447 began on 18 February, 1 Shawwal is 20 March, 10 Dhu al-Hijja 27 May 2026.
        check("2026-02-17", "SA", None);
        check("2026-02-18", "SA", Some(Season::Ramadan));
        check("2026-03-19", "EG", Some(Season::Ramadan));
        check("2026-03-20", "AE", Some(Season::Feast));
        check("2026-03-27", "AE", None);
        check("2026-05-27", "SA", Some(Season::Feast));
        check("2026-02-18", "GB", None);
        check("2026-08-10", "FR", Some(Season::August));
        check("2026-08-10", "SA", None);
        check("2026-12-20", "GB", Some(Season::YearEnd));
        check("2027-01-05", "SA", Some(Season::YearEnd));
        check("2027-01-06", "SA", None);
        check("2026-12-19", "ZZ", None);
    }
}
