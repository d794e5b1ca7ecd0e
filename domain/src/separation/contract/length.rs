//! Lengths of time in a sentence: a number and a unit, the Arabic dual, a unit that stands for one.

use super::item::Item;
use super::number::number;
use crate::days::Day;
use crate::days::hijri::Hijri;
use crate::record::NoticeUnit;
use jiff::ToSpan;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Length {
    pub n: u32,
    pub unit: NoticeUnit,
}

impl Length {
    /// Returns the day that lies so much later, by the corresponding date (DOMAIN 2.4, point 3); `None` for lengths that
    /// only a calendar of days off can count, and beyond the table of Hijri months.
    pub fn after(self, day: Day) -> Option<Day> {
        let n = i64::from(self.n);
        let span = match self.unit {
            NoticeUnit::Day => n.days(),
            NoticeUnit::Week => n.weeks(),
            NoticeUnit::Month => n.months(),
            NoticeUnit::Year => n.years(),
            NoticeUnit::HijriMonth => {
                return Hijri::of(day)?.plus_months(i32::try_from(self.n).ok()?)?.gregorian();
            }
            NoticeUnit::BusinessDay => return None,
        };
        let date = day.date().checked_add(span).ok()?;
        Day::new(date.year().into(), u32::from(date.month().unsigned_abs()), u32::from(date.day().unsigned_abs()))
    }
}

/// Reads the length that begins at `at`, and the place after it.
pub fn length(items: &[Item], at: usize) -> Option<(Length, usize)> {
    counted(items, at).or_else(|| one_more(items, at)).or_else(|| of_one_word(items, at))
}

/// "an additional year", "another month".
fn one_more(items: &[Item], at: usize) -> Option<(Length, usize)> {
    let word = |at: usize| items.get(at).map_or("", |item| item.word.as_str());
    let end = match (word(at), word(at + 1)) {
        ("another", _) => at + 1,
        ("a" | "an", "additional" | "further" | "extra") => at + 2,
        _ => return None,
    };
    unit(items, end).map(|(unit, end)| (Length { n: 1, unit }, end))
}

fn counted(items: &[Item], at: usize) -> Option<(Length, usize)> {
    let (n, mut end) = number(items, at)?;
    let mut is_business = false;
    // "thirty (30) full calendar days": what describes the unit stands before it.
    for _ in 0..2 {
        match items.get(end).map(|item| item.word.as_str()) {
            Some("business" | "working" | "banking") => (is_business, end) = (true, end + 1),
            Some("calendar" | "consecutive" | "full" | "clear" | "natural" | "additional" | "successive") => end += 1,
            _ => {}
        }
    }
    let (unit, after) = unit(items, end)?;
    let unit = if is_business && unit == NoticeUnit::Day { NoticeUnit::BusinessDay } else { unit };
    Some((Length { n, unit }, after))
}

/// Reads a unit with what follows it: `يوم عمل`, `شهر هجري`.
fn unit(items: &[Item], at: usize) -> Option<(NoticeUnit, usize)> {
    let word = items.get(at)?.word.as_str();
    let follows = |words: &[&str]| items.get(at + 1).is_some_and(|item| words.contains(&item.word.as_str()));
    match word {
        "day" | "days" => Some((NoticeUnit::Day, at + 1)),
        "week" | "weeks" => Some((NoticeUnit::Week, at + 1)),
        "month" | "months" => Some((NoticeUnit::Month, at + 1)),
        "year" | "years" => Some((NoticeUnit::Year, at + 1)),
        "hijri" | "lunar" if follows(&["month", "months"]) => Some((NoticeUnit::HijriMonth, at + 2)),
        "يوم" | "يوما" | "ايام" if follows(&["عمل"]) => Some((NoticeUnit::BusinessDay, at + 2)),
        "يوم" | "يوما" | "ايام" => Some((NoticeUnit::Day, at + 1)),
        "اسبوع" | "اسبوعا" | "اسابيع" => Some((NoticeUnit::Week, at + 1)),
        "شهر" | "شهرا" | "اشهر" | "شهور" if follows(&HIJRI) => Some((NoticeUnit::HijriMonth, at + 2)),
        "شهر" | "شهرا" | "اشهر" | "شهور" => Some((NoticeUnit::Month, at + 1)),
        "سنه" | "سنوات" | "سنين" | "عام" | "عاما" | "اعوام" => Some((NoticeUnit::Year, at + 1)),
        _ => None,
    }
}

const HIJRI: [&str; 6] = ["هجري", "هجريا", "هجريه", "قمري", "قمريا", "قمريه"];

/// Reads `شهران`, `شهر`, `سنة واحدة`: an Arabic unit that says how many by itself.
fn of_one_word(items: &[Item], at: usize) -> Option<(Length, usize)> {
    let word = items.get(at)?.word.as_str();
    let bare = word.strip_prefix(['ب', 'ل', 'و']).unwrap_or(word);
    let next = |n: usize| items.get(at + n).map(|item| item.word.as_str());
    if let Some(stem) = bare.strip_suffix("ان").or_else(|| bare.strip_suffix("ين")) {
        let hijri = matches!(next(1), Some("هجريان" | "هجريين" | "قمريان" | "قمريين"));
        let unit = match stem {
            "يوم" if next(1) == Some("عمل") => {
                return Some((Length { n: 2, unit: NoticeUnit::BusinessDay }, at + 2));
            }
            "يوم" => NoticeUnit::Day,
            "اسبوع" => NoticeUnit::Week,
            "شهر" if hijri => NoticeUnit::HijriMonth,
            "شهر" => NoticeUnit::Month,
            "سنت" | "عام" => NoticeUnit::Year,
            _ => return None,
        };
        return Some((Length { n: 2, unit }, after_brackets(items, at + 1 + usize::from(hijri))));
    }
    if !matches!(bare, "يوم" | "اسبوع" | "شهر" | "شهرا" | "سنه" | "عام" | "عاما") {
        return None;
    }
    let gregorian = usize::from(next(1).is_some_and(|word| word.starts_with("ميلادي")));
    let is_one = matches!(next(1 + gregorian), Some("واحد" | "واحده"));
    let before = at.checked_sub(1).map(|at| items[at].word.trim_start_matches(['ب', 'ل', 'و']));
    let measured = matches!(before, Some("مده" | "مدتها" | "مدته" | "مهله" | "خلال" | "قبل" | "كل" | "مدتهما"));
    let is_plain = matches!(bare, "شهر" | "شهرا" | "اسبوع" | "سنه") && next(1).is_none_or(|word| !starts_a_name(word));
    let counts = is_one || (measured && (is_plain || bare.starts_with("عام")));
    if !counts {
        return None;
    }
    let alone = [Item { word: bare.to_owned(), ..items[at].clone() }, items.get(at + 1).unwrap_or(&items[at]).clone()];
    let (unit, taken) = unit(&alone, 0)?;
    Some((Length { n: 1, unit }, after_brackets(items, at + taken + if is_one { gregorian + 1 } else { 0 })))
}

/// `شهر رمضان`, `سنة 2026`: a name follows, so the word counts nothing.
fn starts_a_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || matches!(word, "رمضان" | "محرم" | "شوال" | "يناير" | "ديسمبر")
}

/// Skips the digits in brackets after a word that counts by itself: `شهران (2)`.
fn after_brackets(items: &[Item], at: usize) -> usize {
    let is = |at: usize, word: &str| items.get(at).is_some_and(|item| item.is(word));
    let digits = items.get(at + 1).is_some_and(|item| item.word.bytes().all(|byte| byte.is_ascii_digit()));
    if is(at, "(") && digits && is(at + 2, ")") { at + 3 } else { at }
}

#[cfg(test)]
mod tests {
    use super::super::item::items;
    use super::*;

    fn check(text: &str, expected: Option<(u32, NoticeUnit)>) {
        let items = items(text);
        let found = (0..items.len()).find_map(|at| length(&items, at)).map(|(length, _)| (length.n, length.unit));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_english_lengths() {
        check("upon thirty (30) days' prior notice", Some((30, NoticeUnit::Day)));
        check("not less than ten (10) business days", Some((10, NoticeUnit::BusinessDay)));
        check("a six-month period", Some((6, NoticeUnit::Month)));
        check("one (1) year", Some((1, NoticeUnit::Year)));
        check("for an additional year", Some((1, NoticeUnit::Year)));
        check("two weeks", Some((2, NoticeUnit::Week)));
        check("two full calendar months", Some((2, NoticeUnit::Month)));
        check("three hijri months", Some((3, NoticeUnit::HijriMonth)));
        check("thirty (30) units", None);
    }

    #[test]
    fn reads_arabic_lengths() {
        check("بثلاثين (30) يوماً على الأقل", Some((30, NoticeUnit::Day)));
        check("مدته شهران", Some((2, NoticeUnit::Month)));
        check("قبل شهرين من نهايته", Some((2, NoticeUnit::Month)));
        check("قبل شهر من نهايته", Some((1, NoticeUnit::Month)));
        check("قبل (٥) أيام عمل", Some((5, NoticeUnit::BusinessDay)));
        check("لمدة سنة واحدة", Some((1, NoticeUnit::Year)));
        check("البالغة سنة ميلادية واحدة", Some((1, NoticeUnit::Year)));
        check("لمدة عام", Some((1, NoticeUnit::Year)));
        check("ستة أشهر هجرية", Some((6, NoticeUnit::HijriMonth)));
        check("المدير العام", None);
        check("في شهر رمضان", None);
    }
}
