//! A date's text: ISO, three numbers in one of three orders, month names in English and Arabic, a time of day after it.

use super::western;
use crate::intake::words::calendar::{DateWord, in_date};
use domain::days::Day;

/// The order of day, month and year in dates of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

impl DateOrder {
    /// Returns the order of its word on the command line.
    pub fn of(word: &str) -> Option<DateOrder> {
        match word {
            "dmy" => Some(DateOrder::Dmy),
            "mdy" => Some(DateOrder::Mdy),
            "ymd" => Some(DateOrder::Ymd),
            _ => None,
        }
    }

    /// Returns the word of the order.
    pub fn word(self) -> &'static str {
        match self {
            DateOrder::Dmy => "dmy",
            DateOrder::Mdy => "mdy",
            DateOrder::Ymd => "ymd",
        }
    }
}

/// A day with, where written, the minute of the day, the seconds since midnight, and the offset from UTC in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub day: Day,
    pub second: Option<u32>,
    pub offset_min: Option<i32>,
}

/// Why a text gives no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    Invalid,
    /// Day and month could be either way round, and nothing says which.
    OrderUnclear,
}

/// What a date says about the order of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEvidence {
    /// Nothing: ISO, a month's name, day and month alike, or no date at all.
    None,
    Settles(DateOrder),
    Open,
}

/// Reads a day; `order` is the order of its file, `serials` says that a bare number is a spreadsheet's day number.
pub fn read(text: &str, order: Option<DateOrder>, serials: bool) -> Result<Stamp, DateFault> {
    match plain(text) {
        Some(day) => in_living_memory(Stamp { day, second: None, offset_min: None }),
        None if serials && text.bytes().all(|b| b.is_ascii_digit()) => from_serial(text),
        None => {
            let date = Date::of(text).ok_or(DateFault::Invalid)?;
            let day = date.day(order)?;
            in_living_memory(Stamp { day, second: date.second, offset_min: date.offset_min })
        }
    }
}

/// Reads a time of day, as seconds since midnight.
pub fn read_time(text: &str) -> Option<u32> {
    let date = Date::of(text)?;
    if date.numbers.is_empty() && date.month.is_none() { date.second } else { None }
}

/// Returns what a date says about the order of its file.
pub fn evidence(text: &str) -> OrderEvidence {
    if plain(text).is_some() {
        return OrderEvidence::None;
    }
    match Date::of(text).map(|date| (date.month, date.numbers)) {
        Some((None, numbers)) => match numbers[..] {
            [(a, _), (b, _), (_, 4)] if a > 12 && (1..=12).contains(&b) => OrderEvidence::Settles(DateOrder::Dmy),
            [(a, _), (b, _), (_, 4)] if b > 12 && (1..=12).contains(&a) => OrderEvidence::Settles(DateOrder::Mdy),
            [(a, 1..=2), (b, 1..=2), (_, 4)] if a != b => OrderEvidence::Open,
            _ => OrderEvidence::None,
        },
        _ => OrderEvidence::None,
    }
}

/// Reads `YYYY-MM-DD` and nothing else.
fn plain(text: &str) -> Option<Day> {
    if text.len() == 10 { Day::from_iso(text) } else { None }
}

/// Refuses years before 1900 and after 2199: typing errors, and Hijri years read as Gregorian ones.
fn in_living_memory(stamp: Stamp) -> Result<Stamp, DateFault> {
    if (1900..2200).contains(&stamp.day.civil().0) { Ok(stamp) } else { Err(DateFault::Invalid) }
}

/// Reads a spreadsheet's day number, counted from 1899-12-30; only such as fall in 1950 to 2099, so that a bare year is none.
fn from_serial(text: &str) -> Result<Stamp, DateFault> {
    let number: i32 = text.parse().map_err(|_| DateFault::Invalid)?;
    let epoch = Day::new(1899, 12, 30).expect("a day");
    if !(18_264..=73_050).contains(&number) {
        return Err(DateFault::Invalid);
    }
    Ok(Stamp { day: epoch.plus(number), second: None, offset_min: None })
}

/// A date's text, taken apart.
#[derive(Default)]
struct Date {
    /// The numbers outside the time of day, each with its count of digits.
    numbers: Vec<(u32, usize)>,
    month: Option<u32>,
    /// How many numbers stand before the month's name.
    month_after: usize,
    second: Option<u32>,
    offset_min: Option<i32>,
}

impl Date {
    fn of(text: &str) -> Option<Date> {
        let text = western(text);
        let (date_text, time_text) = split_time(&text);
        let mut date = Date::default();
        if let Some(time) = time_text {
            let (second, offset_min) = clock(time)?;
            (date.second, date.offset_min) = (Some(second), offset_min);
        }
        let mut words = String::new();
        for token in tokens(date_text) {
            if token.starts_with(|c: char| c.is_ascii_digit()) {
                date.close(&mut words)?;
                let is_number = token.len() <= 8 && token.bytes().all(|b| b.is_ascii_digit());
                date.numbers.push((if is_number { token.parse().ok()? } else { return None }, token.len()));
            } else {
                let gap = if words.is_empty() { "" } else { " " };
                words = format!("{words}{gap}{token}");
            }
        }
        date.close(&mut words)?;
        Some(date)
    }

    /// Takes the words since the last number: a month's name of one or two words, or words that say nothing.
    fn close(&mut self, words: &mut String) -> Option<()> {
        let meaning = in_date(words);
        let parts: Vec<&str> = if meaning.is_some() { vec![words.as_str()] } else { words.split(' ').collect() };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            match in_date(part)? {
                DateWord::Month(month) if self.month.is_none() => {
                    self.month = Some(month);
                    self.month_after = self.numbers.len();
                }
                DateWord::Silent => {}
                _ => return None,
            }
        }
        words.clear();
        Some(())
    }

    fn day(&self, order: Option<DateOrder>) -> Result<Day, DateFault> {
        let day = |year: u32, month, day| Day::new(year as i32, month, day).ok_or(DateFault::Invalid);
        match (self.month, &self.numbers[..]) {
            // 20260105, and as a column of numbers is exported with gaps in it: 20260105.0.
            (None, [(whole, 8)] | [(whole, 8), (0, 1)]) => day(whole / 10_000, whole / 100 % 100, whole % 100),
            (None, [(y, 4), (m, 1..=2), (d, 1..=2)]) => day(*y, *m, *d),
            (None, [(a, 1..=2), (b, 1..=2), (y, 4)]) => match order_of(*a, *b, order)? {
                DateOrder::Mdy => day(*y, *a, *b),
                _ => day(*y, *b, *a),
            },
            (Some(m), [(d, 1..=2), (y, 4)]) if self.month_after < 2 => day(*y, m, *d),
            (Some(m), [(y, 4), (d, 1..=2)]) if self.month_after == 1 => day(*y, m, *d),
            // 28-Jan-21, a spreadsheet's short form: the month's name shows that the last number is a year of this century.
            (Some(m), [(d, 1..=2), (y, 2)]) if self.month_after == 1 => day(2000 + *y, m, *d),
            _ => Err(DateFault::Invalid),
        }
    }
}

/// Decides which of two numbers before a year is the day.
fn order_of(a: u32, b: u32, order: Option<DateOrder>) -> Result<DateOrder, DateFault> {
    match order {
        Some(DateOrder::Ymd) => Err(DateFault::Invalid),
        Some(order) => Ok(order),
        None if a > 12 || a == b => Ok(DateOrder::Dmy),
        None if b > 12 => Ok(DateOrder::Mdy),
        None => Err(DateFault::OrderUnclear),
    }
}

/// Parts a text before its time of day: the last word that holds a colon, and what follows it.
pub fn split_time(text: &str) -> (&str, Option<&str>) {
    match text.find(':') {
        None => (text, None),
        Some(colon) => {
            let hour = text[..colon]
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            (&text[..hour], Some(&text[hour..]))
        }
    }
}

/// Reads `h:mm`, `h:mm:ss`, with fractions, AM or PM, `Z` or an offset; returns seconds since midnight and the offset.
fn clock(text: &str) -> Option<(u32, Option<i32>)> {
    let (digits, rest) = text.split_at(text.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(text.len()));
    let parts: Vec<u32> = digits.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts[..] {
        [h, m] => (h, m, 0),
        [h, m, s] => (h, m, s),
        _ => return None,
    };
    let rest = rest
        .strip_prefix(['.', ','])
        .map_or(rest, |fraction| fraction.trim_start_matches(|c: char| c.is_ascii_digit()));
    let rest = rest.trim();
    let (hour, offset) = match (in_date(rest), hour) {
        _ if rest.is_empty() => (hour, None),
        (Some(DateWord::Morning), 1..=12) => (hour % 12, None),
        (Some(DateWord::Afternoon), 1..=12) => (hour % 12 + 12, None),
        _ => (hour, Some(offset(rest)?)),
    };
    let exists = hour < 24 && minute < 60 && second < 60;
    exists.then(|| (hour * 3600 + minute * 60 + second, offset))
}

/// Reads `Z`, `UTC`, `+03:00`, `+0300`, `+03`, as minutes east of UTC.
fn offset(text: &str) -> Option<i32> {
    if matches!(text, "Z" | "z" | "UTC" | "GMT") {
        return Some(0);
    }
    let sign = if text.starts_with('+') {
        1
    } else if text.starts_with(['-', '\u{2212}']) {
        -1
    } else {
        return None;
    };
    let digits: String = text.chars().skip(1).filter(|c| *c != ':').collect();
    let number: i32 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
    match digits.len() {
        1 | 2 if number <= 14 => Some(sign * number * 60),
        4 if number <= 1400 && number % 100 < 60 => Some(sign * (number / 100 * 60 + number % 100)),
        _ => None,
    }
}

/// Splits a text into runs of digits and runs of letters.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let digits = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_days_in_many_forms() {
        let check = |text: &str, order: Option<&str>, expected: &str| {
            let read = read(text, order.and_then(DateOrder::of), false).map(|stamp| stamp.day.to_string());
            assert_eq!(read.as_deref(), Ok(expected), "{text}");
        };
        check("2026-01-05", None, "2026-01-05");
        check("2026/1/5", None, "2026-01-05");
        check("2026.01.05", Some("dmy"), "2026-01-05");
        check("20260105", None, "2026-01-05");
        check("20260105.0", None, "2026-01-05");
        check("13/02/2026", None, "2026-02-13");
        check("2/13/2026", None, "2026-02-13");
        check("3/3/2026", None, "2026-03-03");
        check("3/4/2026", Some("dmy"), "2026-04-03");
        check("3/4/2026", Some("mdy"), "2026-03-04");
        check("05.01.2026", Some("dmy"), "2026-01-05");
        check("٠٥/٠١/٢٠٢٦", Some("dmy"), "2026-01-05");
        check("Jan 28 2021", None, "2021-01-28");
        check("28 January 2021", None, "2021-01-28");
        check("January 28th, 2021", None, "2021-01-28");
        check("Thu, 28 Jan 2021 05:14:15", None, "2021-01-28");
        check("28-Jan-21", None, "2021-01-28");
        check("2021 Jan 28", None, "2021-01-28");
        check("٢٨ يناير ٢٠٢١", None, "2021-01-28");
        check("28 كانون الثاني 2021", None, "2021-01-28");
        check("5 تشرين الأول 2025", None, "2025-10-05");
    }

    #[test]
    fn refuses_what_is_no_day_and_what_has_two_readings() {
        let check = |text: &str, order: Option<&str>, fault| {
            assert_eq!(read(text, order.and_then(DateOrder::of), false), Err(fault), "{text}");
        };
        check("3/4/2026", None, DateFault::OrderUnclear);
        for bad in [
            "",
            "soon",
            "2026-02-30",
            "0021-01-28",
            "26/07/1447",
            "28/01/21",
            "1/2026",
            "Jan 2026",
            "2026",
            "13/13/2026",
            "Foo 28 2021",
            "45000",
        ] {
            check(bad, None, DateFault::Invalid);
        }
        check("13/02/2026", Some("mdy"), DateFault::Invalid);
        check("03/04/2026", Some("ymd"), DateFault::Invalid);
    }

    #[test]
    fn keeps_the_time_of_day_and_the_offset() {
        let check = |text: &str, second: Option<u32>, offset: Option<i32>| {
            let stamp = read(text, Some(DateOrder::Dmy), false).expect("a stamp");
            assert_eq!((stamp.second, stamp.offset_min), (second, offset), "{text}");
        };
        check("2026-01-15T17:40", Some(17 * 3600 + 2400), None);
        check("2026-01-15 17:40:30.250", Some(17 * 3600 + 2430), None);
        check("2026-01-15T17:40:00Z", Some(17 * 3600 + 2400), Some(0));
        check("2026-01-15T17:40:00+03:00", Some(17 * 3600 + 2400), Some(180));
        check("15/01/2026 5:40 PM", Some(17 * 3600 + 2400), None);
        check("15/01/2026 12:05 AM", Some(300), None);
        check("١٥/٠١/٢٠٢٦ ٥:٤٠ م", Some(17 * 3600 + 2400), None);
        for bad in ["2026-01-15T25:00", "2026-01-15T4294967295:00", "2026-01-15T10:00+9999"] {
            assert_eq!(read(bad, None, false), Err(DateFault::Invalid), "{bad}");
        }
        assert_eq!(read_time("11:00:00 AM"), Some(11 * 3600));
        assert_eq!(read_time("10:23"), Some(10 * 3600 + 23 * 60));
        assert_eq!(read_time("2026-01-15 10:23"), None);
    }

    #[test]
    fn spreadsheet_numbers_count_only_where_they_may_stand() {
        assert_eq!(read("45000", None, true).map(|s| s.day.to_string()).as_deref(), Ok("2023-03-15"));
        assert_eq!(read("2024", None, true), Err(DateFault::Invalid));
    }

    #[test]
    fn evidence_of_an_order() {
        assert_eq!(evidence("13/02/2026"), OrderEvidence::Settles(DateOrder::Dmy));
        assert_eq!(evidence("2/13/2026 10:00 AM"), OrderEvidence::Settles(DateOrder::Mdy));
        assert_eq!(evidence("3/4/2026"), OrderEvidence::Open);
        for neutral in ["3/3/2026", "2026-03-04", "3 April 2026", "soon", "13/13/2026"] {
            assert_eq!(evidence(neutral), OrderEvidence::None, "{neutral}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = (read(&text, None, true), read_time(&text), evidence(&text));
        }
    }
}
