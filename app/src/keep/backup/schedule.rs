//! How long backups stay: the newest of each of the last days, weeks and months. `7d,4w,12m` is a week of days, four weeks
//! and twelve months.

use domain::days::Day;
use std::collections::BTreeSet;

/// How many days, weeks and months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    pub days: u16,
    pub weeks: u16,
    pub months: u16,
}

/// Longer than this nothing is planned.
const NUMBER_MAX: u16 = 1200;

impl Schedule {
    /// What holds where nobody says otherwise.
    pub const USUAL: Schedule = Schedule { days: 7, weeks: 4, months: 12 };

    /// Reads `7d,4w,12m`, each at most once and in any order.
    pub fn read(text: &str) -> Option<Schedule> {
        let mut schedule = Schedule::default();
        for one in text.split(',').map(str::trim) {
            let (number, unit) = one.split_at_checked(one.len().checked_sub(1)?)?;
            let number: u16 = number.parse().ok().filter(|number| (1..=NUMBER_MAX).contains(number))?;
            let stated = match unit {
                "d" => &mut schedule.days,
                "w" => &mut schedule.weeks,
                "m" => &mut schedule.months,
                _ => return None,
            };
            if *stated > 0 {
                return None;
            }
            *stated = number;
        }
        Some(schedule)
    }

    /// Returns the first day on which a backup of a day is not kept any more, whatever comes after it.
    pub fn purge_on(&self, day: Day) -> Day {
        let by_day = day.plus(i32::from(self.days));
        let by_week = if self.weeks == 0 { day } else { monday(day).plus(7 * i32::from(self.weeks)) };
        let by_month = if self.months == 0 { day } else { day.month().plus(i32::from(self.months)).first() };
        by_day.max(by_week).max(by_month)
    }

    /// Returns which of these backups may go on a day: each is its name, its day, and the day from which no copy may be
    /// left. They come oldest first; the newest stays whatever is planned.
    pub fn due<'b>(&self, backups: &'b [(String, Day, Day)], today: Day) -> Vec<&'b str> {
        let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut due = vec![];
        for (nth, (name, day, purge_on)) in backups.iter().rev().enumerate() {
            // Each is asked: one backup may be the newest of its day, its week and its month.
            let newest = [
                today.since(*day) < i32::from(self.days) && days.insert(*day),
                monday(today).since(monday(*day)) < 7 * i32::from(self.weeks) && weeks.insert(monday(*day)),
                today.month().since(day.month()) < i32::from(self.months) && months.insert(day.month()),
            ];
            let is_kept = newest.contains(&true) && *purge_on > today;
            if nth > 0 && !is_kept {
                due.push(name.as_str());
            }
        }
        due.reverse();
        due
    }
}

/// Returns the Monday of a day's week.
fn monday(day: Day) -> Day {
    day.plus(-(day.weekday() as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a day")
    }

    fn each(days: &[&str]) -> Vec<(String, Day, Day)> {
        days.iter().map(|on| ((*on).to_owned(), day(on), day("9999-01-01"))).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let read = Schedule::read("12m, 7d,4w");
        assert_eq!(read, Some(Schedule::USUAL));
        assert_eq!(Schedule::read("3d"), Some(Schedule { days: 3, weeks: 0, months: 0 }));
        for wrong in ["", "7", "d", "0d", "7d,7d", "-1d", "7y", "7d,", "99999d", "7ي"] {
            assert_eq!(Schedule::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_newest_of_days_weeks_and_months_stay() {
        // 2026-11-29 is a Sunday; its week began on the 23rd.
        let backups = each(&[
            "2026-08-31",
            "2026-09-01",
            "2026-09-30",
            "2026-10-31",
            "2026-11-15",
            "2026-11-16",
            "2026-11-22",
            "2026-11-26",
            "2026-11-27",
            "2026-11-28",
            "2026-11-29",
        ]);
        let schedule = Schedule { days: 2, weeks: 2, months: 3 };
        // Days: 28, 29. Weeks: the 29th and the 22nd. Months: 29 November, 31 October, 30 September.
        let due = schedule.due(&backups, day("2026-11-29"));
        assert_eq!(due, ["2026-08-31", "2026-09-01", "2026-11-15", "2026-11-16", "2026-11-26", "2026-11-27"]);
    }

    #[test]
    fn the_last_one_stays_whatever_is_planned() {
        let old = each(&["2020-01-01", "2020-01-02"]);
        assert_eq!(Schedule::USUAL.due(&old, day("2026-11-29")), ["2020-01-01"]);
        let none: Vec<&str> = Schedule::USUAL.due(&[], day("2026-11-29"));
        assert!(none.is_empty());
    }

    #[test]
    fn a_purge_day_that_was_stated_binds() {
        let mut backups = each(&["2026-11-27", "2026-11-29"]);
        backups[0].2 = day("2026-11-29");
        assert_eq!(Schedule::USUAL.due(&backups, day("2026-11-29")), ["2026-11-27"]);
    }

    #[test]
    fn the_purge_day_is_the_first_on_which_nothing_keeps_it() {
        for (text, on, purged) in [
            ("7d", "2026-11-29", "2026-12-06"),
            ("4w", "2026-11-29", "2026-12-21"),
            ("12m", "2026-11-29", "2027-11-01"),
            ("40d,4w,1m", "2026-11-29", "2027-01-08"),
        ] {
            let schedule = Schedule::read(text).expect(text);
            assert_eq!(schedule.purge_on(day(on)), day(purged), "{text}");
            let backups = [("it".to_owned(), day(on), day("9999-01-01")), ("new".to_owned(), day(purged), day(purged))];
            assert_eq!(schedule.due(&backups, day(purged)), ["it"], "{text}");
            assert!(schedule.due(&backups[..1], day(purged).plus(-1)).is_empty());
        }
    }
}
