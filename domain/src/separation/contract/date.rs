//! Dates in a sentence, in the ways contracts write them. A Hijri date is read by the Umm al-Qura calendar (DOMAIN 2.6),
//! unless the contract itself says which Gregorian day it is.

use super::item::Item;
use crate::days::Day;
use crate::days::hijri::Hijri;

/// Reads the date that begins at `at`, and the place after it.
pub fn date(items: &[Item], at: usize) -> Option<(Day, usize)> {
    hijri(items, at).or_else(|| gregorian(items, at))
}

fn gregorian(items: &[Item], at: usize) -> Option<(Day, usize)> {
    let first = &items.get(at)?.word;
    if first.contains(['/', '-', '.']) {
        let day_first = first.contains('.') || stands_in_arabic(items, at);
        let day = numeric(first.strip_suffix('م').unwrap_or(first), day_first);
        return day.filter(|_| !is_hijri(items, at + 1)).map(|day| (day, at + 1));
    }
    month_first(items, at).or_else(|| day_first(items, at))
}

/// Reads `1447/05/03هـ`, `٣ جمادى الأولى ١٤٤٧هـ`, "3 Ramadan 1447 AH"; where "الموافق" and a Gregorian date follow, that
/// is the day.
fn hijri(items: &[Item], at: usize) -> Option<(Day, usize)> {
    let (found, end) = hijri_numeric(items, at).or_else(|| hijri_named(items, at))?;
    let next = skip(items, end, &[",", "(", "الموافق", "موافق", "والموافق", "corresponding", "to"]);
    let is_led = items[end..next].iter().any(|item| item.word.contains("موافق") || item.word == "corresponding");
    match gregorian(items, next).filter(|_| is_led) {
        Some((day, end)) => Some((day, end)),
        None => found.gregorian().map(|day| (day, end)),
    }
}

/// The sign of the year's era may stand apart or touch the year.
fn hijri_numeric(items: &[Item], at: usize) -> Option<(Hijri, usize)> {
    let word = &items.get(at)?.word;
    let figures = word.trim_end_matches(['ه', 'ـ']);
    let parts: Vec<u32> = figures.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = parts[..] else { return None };
    let (year, day) = if a > 31 { (a, c) } else { (c, a) };
    let touches = figures.len() < word.len();
    let is_era = touches || is_hijri(items, at + 1);
    let hijri = Hijri { year: i32::try_from(year).ok()?, month: b, day };
    (is_era && HIJRI_YEARS.contains(&year) && (1..=12).contains(&b)).then_some((hijri, at + 1 + usize::from(!touches)))
}

/// Years that cannot be meant otherwise.
const HIJRI_YEARS: std::ops::Range<u32> = 1300..1600;

fn hijri_named(items: &[Item], at: usize) -> Option<(Hijri, usize)> {
    let (day, end) = day_of_month(items, at)?;
    let end = skip(items, end, &["من", "شهر", "of", ","]);
    let (month, end) = hijri_month(items, end)?;
    let end = skip(items, end, &[",", "من", "عام", "سنه", "لعام", "of"]);
    let word = items.get(end)?.word.as_str();
    let figures = word.trim_end_matches(['ه', 'ـ']);
    let year: u32 = figures.parse().ok().filter(|year| HIJRI_YEARS.contains(year))?;
    let touches = figures.len() < word.len();
    let end = end + 1 + usize::from(!touches && is_hijri(items, end + 1));
    Some((Hijri { year: i32::try_from(year).ok()?, month, day }, end))
}

/// A month's first words, the second where two months share the first, and its number; folded, in both scripts.
type HijriMonth = (&'static [&'static str], &'static [&'static str], u32);

const HIJRI_MONTHS: [HijriMonth; 14] = [
    (&["محرم", "المحرم", "muharram"], &[], 1),
    (&["صفر", "safar"], &[], 2),
    (&["ربيع", "rabi"], &["الاول", "i", "awwal"], 3),
    (&["ربيع", "rabi"], &["الاخر", "الثاني", "ii", "thani", "akhir"], 4),
    (&["جمادي", "jumada"], &["الاولي", "الاول", "i", "ula", "awwal"], 5),
    (&["جمادي", "jumada"], &["الاخره", "الثانيه", "الاخر", "ii", "thani", "akhirah"], 6),
    (&["رجب", "rajab"], &[], 7),
    (&["شعبان", "shaban"], &[], 8),
    (&["رمضان", "ramadan"], &[], 9),
    (&["شوال", "shawwal"], &[], 10),
    (&["ذو", "ذي", "dhu", "dhul"], &["القعده", "qadah", "qidah"], 11),
    (&["ذو", "ذي", "dhu", "dhul"], &["الحجه", "hijjah"], 12),
    (&["ذوالقعده", "ذيالقعده"], &[], 11),
    (&["ذوالحجه", "ذيالحجه"], &[], 12),
];

fn hijri_month(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let word = items.get(at)?.word.as_str();
    let second_at = skip(items, at + 1, &["al"]);
    let second = items.get(second_at).map_or("", |item| item.word.as_str());
    let is = |(firsts, seconds, _): &&HijriMonth| {
        firsts.contains(&word) && (seconds.is_empty() || seconds.contains(&second))
    };
    let (_, seconds, month) = HIJRI_MONTHS.iter().find(is)?;
    Some((*month, if seconds.is_empty() { at + 1 } else { second_at + 1 }))
}

/// The words beside it are Arabic: there the day comes first.
fn stands_in_arabic(items: &[Item], at: usize) -> bool {
    let is_arabic = |item: &Item| item.word.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c));
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    before.into_iter().chain(items.get(at + 1)).any(is_arabic)
}

fn is_hijri(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| matches!(item.word.as_str(), "ه" | "هـ" | "هجري" | "هجريه" | "h" | "ah"))
}

/// `2026-06-30`, `30/6/2026`, `6/30/2026`, `13/07/05`. Where both orders are possible, Arabic and dates with dots put the
/// day first, English dates with strokes the month.
fn numeric(word: &str, day_first: bool) -> Option<Day> {
    let year_digits = word.rsplit(['/', '-', '.']).next().map_or(0, str::len);
    let parts: Vec<u32> = word.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = parts[..] else { return None };
    if a > 31 {
        return Day::new(a as i32, b, c).filter(|_| a >= 1800);
    }
    if year_digits != 2 && year_digits != 4 {
        return None;
    }
    let year = if c < 100 { c + if c < 70 { 2000 } else { 1900 } } else { c };
    let (month, day) = if a > 12 || (day_first && b <= 12) { (b, a) } else { (a, b) };
    Day::new(year as i32, month, day).filter(|_| (1800..2200).contains(&year))
}

fn month_first(items: &[Item], at: usize) -> Option<(Day, usize)> {
    let (month, end) = month(items, at)?;
    let (day, end) = day_of_month(items, skip(items, end, &["."]))?;
    let (year, end) = year(items, skip(items, end, &[",", "of"]))?;
    Some((Day::new(year, month, day)?, end))
}

/// `30 June 2010`, `12th day of November, 2019`, `١٥ مارس ٢٠٢٦م`.
fn day_first(items: &[Item], at: usize) -> Option<(Day, usize)> {
    let (day, end) = day_of_month(items, at)?;
    let end = skip(items, end, &["day", "of", "من", "شهر", ","]);
    let (month, end) = month(items, end)?;
    let (year, end) =
        year(items, skip(items, end, &[",", ".", "of", "من", "عام", "سنه", "لعام", "in", "the", "year"]))?;
    Some((Day::new(year, month, day)?, end))
}

/// Skips the words in any order, at most four of them.
fn skip(items: &[Item], at: usize, words: &[&str]) -> usize {
    (at..at + 4).find(|at| items.get(*at).is_none_or(|item| !words.contains(&item.word.as_str()))).unwrap_or(at + 4)
}

/// `12`, `12th`, and `1s t`, as text taken from a page may break it.
fn day_of_month(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let word = items.get(at)?.word.as_str();
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day: u32 = figures.parse().ok().filter(|day| (1..=31).contains(day))?;
    let tail = &word[figures.len()..];
    let broken = matches!(tail, "s" | "n" | "r" | "t")
        && items.get(at + 1).is_some_and(|item| matches!(item.word.as_str(), "t" | "d" | "h"));
    let apart = tail.is_empty()
        && items.get(at + 1).is_some_and(|item| matches!(item.word.as_str(), "st" | "nd" | "rd" | "th"));
    let sound = matches!(tail, "" | "s" | "n" | "r" | "t" | "st" | "nd" | "rd" | "th");
    sound.then_some((day, at + 1 + usize::from(broken || apart)))
}

fn year(items: &[Item], at: usize) -> Option<(i32, usize)> {
    let word = items.get(at)?.word.as_str();
    let year: i32 = word.strip_suffix('م').unwrap_or(word).parse().ok()?;
    ((1800..2200).contains(&year) && !is_hijri(items, at + 1)).then_some((year, at + 1))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Folded, each with the name used from Iraq to the Levant where that is one word.
const ARABIC_MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي"],
    &["فبراير", "شباط"],
    &["مارس", "اذار"],
    &["ابريل", "نيسان"],
    &["مايو", "ايار"],
    &["يونيو", "حزيران"],
    &["يوليو", "تموز"],
    &["اغسطس", "اب"],
    &["سبتمبر", "ايلول"],
    &["اكتوبر"],
    &["نوفمبر"],
    &["ديسمبر"],
];
/// Months of two words.
const ARABIC_PAIRS: [(&str, &str, u32); 4] =
    [("كانون", "الثاني", 1), ("تشرين", "الاول", 10), ("تشرين", "الثاني", 11), ("كانون", "الاول", 12)];

/// Tells whether a month's name stands there, of either calendar.
pub fn names_month(items: &[Item], at: usize) -> bool {
    month(items, at).is_some() || hijri_month(items, at).is_some()
}

/// Reads a month's name and the place after it.
fn month(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let word = items.get(at)?.word.as_str();
    let next = items.get(at + 1).map_or("", |item| item.word.as_str());
    if let Some((.., month)) = ARABIC_PAIRS.iter().find(|(first, second, _)| *first == word && *second == next) {
        return Some((*month, at + 2));
    }
    let is_short = |own: &str| (word.len() == 3 || word == "sept") && own.starts_with(word);
    let english = MONTHS.iter().position(|own| *own == word || is_short(own));
    let arabic = || ARABIC_MONTHS.iter().position(|own| own.contains(&word));
    english.or_else(arabic).map(|month| (month as u32 + 1, at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::item::items;
    use super::*;

    #[test]
    fn reads_dates() {
        let check = |text: &str, expected: &str| {
            let items = items(text);
            let found = (0..items.len()).find_map(|at| date(&items, at)).map(|(day, _)| day);
            assert_eq!(found, Day::from_iso(expected), "{text}");
        };
        check("on June 30, 2010", "2010-06-30");
        check("the 12th day of November, 2019", "2019-11-12");
        check("the 1s t day of October 2008", "2008-10-01");
        check("31 day of July 2019", "2019-07-31");
        check("the 15 th day of July, 2010", "2010-07-15");
        check("October 1,1996", "1996-10-01");
        check("clause 1.1.3", "");
        check("Feb 10, 2014", "2014-02-10");
        check("7/11/2006", "2006-07-11");
        check("13/07/05", "2005-07-13");
        check("30.06.2026", "2026-06-30");
        check("2026-06-30", "2026-06-30");
        check("١٥ مارس ٢٠٢٦م", "2026-03-15");
        check("الأول من 1 يناير 2026", "2026-01-01");
        check("section 10.2", "");
        // The Umm al-Qura days are those of the table of hijridate.
        check("بتاريخ 1447/07/26هـ", "2026-01-15");
        check("في ٢٦ رجب ١٤٤٧هـ", "2026-01-15");
        check("on 26 Rajab 1447 AH", "2026-01-15");
        check("٢٦/١٠/١٤٤٧ هـ", "2026-04-14");
        check("بتاريخ 26/10/1447هـ الموافق 13/4/2026م", "2026-04-13");
        check("الموافق ١ محرم ١٤٤٧ هـ", "2025-06-26");
        check("the 1st of Muharram, 1447 H", "2025-06-26");
        check("26 Rabi al-Thani 1447 AH", "2025-10-18");
        check("في ٢٦ ربيع الآخر ١٤٤٧هـ", "2025-10-18");
        check("1 محرم", "");
        check("1447/13/03هـ", "");
        check("form 1447/05/03", "");
        check("May 2026", "");
        check("بتاريخ 5/3/2026م", "2026-03-05");
        check("في ٥ تشرين الثاني ٢٠٢٦", "2026-11-05");
        check("on 5/3/2026", "2026-05-03");
    }
}
