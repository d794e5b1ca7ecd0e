//! Easter Sunday, western and orthodox, by the algorithms of Meeus, "Astronomical Algorithms" (1991), chapter 8.

use crate::days::Day;

/// Returns Easter Sunday as western churches keep it.
pub(super) fn western(year: i32) -> Option<Day> {
    let (century, of_century) = (year / 100, year % 100);
    let golden = year % 19;
    let leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leaps + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let from_march = moon + sunday - 7 * late + 114;
    Day::new(year, (from_march / 31) as u32, (from_march % 31 + 1) as u32)
}

/// Returns Easter Sunday as orthodox and Coptic churches keep it, on its Gregorian day.
pub(super) fn orthodox(year: i32) -> Option<Day> {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let from_march = moon + sunday + 114;
    let julian = Day::new(year, (from_march / 31) as u32, (from_march % 31 + 1) as u32)?;
    // The Julian calendar lags by a day more in each century whose first year the Gregorian one does not leap.
    let century = year / 100;
    Some(julian.plus(century - century / 4 - 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_in_both_calendars() {
        // Published dates.
        for (year, west, east) in [
            (2019, "2019-04-21", "2019-04-28"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
            (2026, "2026-04-05", "2026-04-12"),
            (2027, "2027-03-28", "2027-05-02"),
            (2038, "2038-04-25", "2038-04-25"),
        ] {
            assert_eq!((western(year), orthodox(year)), (Day::from_iso(west), Day::from_iso(east)), "{year}");
        }
    }
}
