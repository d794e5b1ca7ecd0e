//! Lengths of time in a sentence: a number and a unit, the Arabic dual, a unit that stands for one.

use super::date::names_month;
use super::item::{Item, Kind};
use super::number::number;
use crate::days::Day;
use crate::days::hijri::Hijri;
use crate::record::NoticeUnit;
use jiff::Span;
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
            NoticeUnit::Day => Span::new().try_days(n),
            NoticeUnit::Week => Span::new().try_weeks(n),
            NoticeUnit::Month => Span::new().try_months(n),
            NoticeUnit::Year => Span::new().try_years(n),
            NoticeUnit::HijriMonth => {
                return Hijri::of(day)?.plus_months(i32::try_from(self.n).ok()?)?.gregorian();
            }
            NoticeUnit::BusinessDay => return None,
        };
        let date = day.date().checked_add(span.ok()?).ok()?;
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
    dual(items, at, bare).or_else(|| single(items, at, bare))
}

/// Reads `شهران`, `يومي عمل`.
fn dual(items: &[Item], at: usize, bare: &str) -> Option<(Length, usize)> {
    let next = items.get(at + 1).map(|item| item.word.as_str());
    // Before the word that it belongs to, the dual drops its last letter.
    if matches!(bare, "يومي" | "يوما" | "يومان" | "يومين") && next == Some("عمل") {
        return Some((Length { n: 2, unit: NoticeUnit::BusinessDay }, after_brackets(items, at + 2)));
    }
    let stem = bare.strip_suffix("ان").or_else(|| bare.strip_suffix("ين"))?;
    let hijri = matches!(next, Some("هجريان" | "هجريين" | "قمريان" | "قمريين"));
    let unit = match stem {
        "يوم" => NoticeUnit::Day,
        "اسبوع" => NoticeUnit::Week,
        "شهر" if hijri => NoticeUnit::HijriMonth,
        "شهر" => NoticeUnit::Month,
        "سنت" | "عام" => NoticeUnit::Year,
        _ => return None,
    };
    Some((Length { n: 2, unit }, after_brackets(items, at + 1 + usize::from(hijri))))
}

/// Reads `شهر` and `سنة واحدة` where they measure a time: `قبل شهر`, and `قبل نهاية المدة بشهر`.
fn single(items: &[Item], at: usize, bare: &str) -> Option<(Length, usize)> {
    if !matches!(bare, "يوم" | "اسبوع" | "شهر" | "شهرا" | "سنه" | "عام" | "عاما") {
        return None;
    }
    let next = |n: usize| items.get(at + n).map(|item| item.word.as_str());
    let gregorian = usize::from(next(1).is_some_and(|word| word.starts_with("ميلادي")));
    let is_one = matches!(next(1 + gregorian), Some("واحد" | "واحده"));
    let before = at.checked_sub(1).map(|at| items[at].word.trim_start_matches(['ب', 'ل', 'و']));
    let measured = matches!(before, Some("مده" | "مدتها" | "مدته" | "مهله" | "خلال" | "قبل" | "كل" | "مدتهما"))
        || is_by_so_much(items, at, bare);
    let is_plain = bare.starts_with("عام") || (bare != "يوم" && !starts_a_name(items, at + 1));
    if !(is_one || (measured && is_plain)) {
        return None;
    }
    let alone = [Item { word: bare.to_owned(), ..items[at].clone() }, items.get(at + 1).unwrap_or(&items[at]).clone()];
    let (unit, taken) = unit(&alone, 0)?;
    Some((Length { n: 1, unit }, after_brackets(items, at + taken + if is_one { gregorian + 1 } else { 0 })))
}

/// So near a unit with `ب` stands what it measures.
const NEAR: usize = 5;

/// `قبل نهاية المدة بشهر`, `إشعار الطرف الآخر بشهر`: the unit with `ب` says by how much, if it speaks of a notice or of
/// what comes before; `شهر بشهر` does not.
fn is_by_so_much(items: &[Item], at: usize, bare: &str) -> bool {
    let speaks = |item: &Item| is_before(&item.word) || ["اشعار", "اخطار"].iter().any(|stem| item.word.contains(stem));
    let repeats = at.checked_sub(1).is_some_and(|at| items[at].word.starts_with(bare));
    let near = &items[at.saturating_sub(NEAR)..(at + 1 + NEAR).min(items.len())];
    items[at].word.starts_with('ب') && !repeats && near.iter().any(speaks)
}

fn is_before(word: &str) -> bool {
    word.trim_start_matches(['و', 'ب', 'ل']) == "قبل"
}

/// Tells whether the length at `at` is counted back from an end that stands before it: `قبل نهاية مدة العقد بشهر`. Such
/// a length is a notice, not the term's.
pub fn counts_back(items: &[Item], at: usize) -> bool {
    let goes_on =
        |item: &&Item| item.kind != Kind::Mark && !matches!(item.word.as_str(), "لمده" | "مدته" | "مدتها" | "مدتهما");
    let mut before = items[at.saturating_sub(NEAR)..at].iter().rev().take_while(goes_on);
    before.any(|item| is_before(&item.word))
}

/// `شهر رمضان`, `سنة 2026`: a name follows, so the word counts nothing.
fn starts_a_name(items: &[Item], at: usize) -> bool {
    names_month(items, at) || items.get(at).is_some_and(|item| item.word.starts_with(|c: char| c.is_ascii_digit()))
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
        check("قبل نهاية المدة بشهر على الأقل", Some((1, NoticeUnit::Month)));
        check("قبل نهاية المدة بشهر هجري", Some((1, NoticeUnit::HijriMonth)));
        check("بإشعار الطرف الآخر بأسبوع", Some((1, NoticeUnit::Week)));
        check("يخطر الطرف الآخر بسنة قبل الانتهاء", Some((1, NoticeUnit::Year)));
        check("قبل انتهائه بعام", Some((1, NoticeUnit::Year)));
        check("قبل الموعد بيومي عمل", Some((2, NoticeUnit::BusinessDay)));
        check("المهلة يوما عمل", Some((2, NoticeUnit::BusinessDay)));
        check("بعد يومي عمل (2)", Some((2, NoticeUnit::BusinessDay)));
        check("قبل (٥) أيام عمل", Some((5, NoticeUnit::BusinessDay)));
        check("لمدة سنة واحدة", Some((1, NoticeUnit::Year)));
        check("البالغة سنة ميلادية واحدة", Some((1, NoticeUnit::Year)));
        check("لمدة عام", Some((1, NoticeUnit::Year)));
        check("ستة أشهر هجرية", Some((6, NoticeUnit::HijriMonth)));
        check("المدير العام", None);
        check("في شهر رمضان", None);
        check("قبل العيد بشهر رمضان", None);
        check("يبدأ المشروع بشهر التسليم", None);
        check("إشعار يُجدد شهراً بشهر", None);
    }
}
