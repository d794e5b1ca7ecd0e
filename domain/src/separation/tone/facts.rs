//! Dates and sums as a letter writes them, in either language and calendar.

use super::lexicon::{ARABIC, ENGLISH, Lexicon};
use super::pattern;
use super::token::{Laid, Script};
use crate::days::{Day, Weekday};
use std::ops::Range;

/// A date of a letter; the year may be left unsaid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    pub is_hijri: bool,
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
    pub tokens: Range<usize>,
}

/// A sum of a letter, as decimal text without idle zeros, and the currencies that may be meant; none if unsaid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub value: String,
    pub currencies: Vec<String>,
    pub tokens: Range<usize>,
}

impl Date {
    /// Returns the civil day of a Gregorian date with its year, if there is such a day.
    pub fn civil(&self) -> Option<Day> {
        if self.is_hijri { None } else { Day::new(self.year?, self.month, self.day) }
    }

    /// Whether two dates can be the same.
    pub fn agrees(&self, other: &Date) -> bool {
        let years = self.year.is_none() || other.year.is_none() || self.year == other.year;
        years && (self.is_hijri, self.month, self.day) == (other.is_hijri, other.month, other.day)
    }
}

impl Sum {
    /// Whether two sums can be the same.
    pub fn agrees(&self, other: &Sum) -> bool {
        let unsaid = self.currencies.is_empty() || other.currencies.is_empty();
        let shared = self.currencies.iter().any(|currency| other.currencies.contains(currency));
        self.value == other.value && (unsaid || shared)
    }
}

/// Returns the dates of a letter (DOMAIN 4.2, L10 and L20).
pub fn dates(laid: &Laid) -> Vec<Date> {
    let (mut dates, mut at) = (Vec::new(), 0);
    while at < laid.tokens.len() {
        let date = in_figures(laid, at).or_else(|| in_words(laid, at));
        at = date.as_ref().map_or(at + 1, |date| date.tokens.end);
        dates.extend(date);
    }
    dates
}

fn whole(laid: &Laid, at: usize) -> Option<i32> {
    let token = laid.tokens.get(at).filter(|token| token.script == Script::Number)?;
    token.word.parse().ok()
}

/// Reads 2026-07-30, 30/07/2026, 30.07.2026; the American order only where no other is possible.
fn in_figures(laid: &Laid, at: usize) -> Option<Date> {
    let first = laid.tokens.get(at).filter(|token| token.script == Script::Number)?;
    let dotted: Vec<i32> = first.word.split('.').filter_map(|part| part.parse().ok()).collect();
    if let [a, b, c] = dotted[..] {
        return ordered(a, b, c, at..at + 1);
    }
    let mark = *laid.tokens.get(at + 1).and_then(|_| laid.before(at + 1).first())?;
    let same = |at: usize| laid.tokens.get(at).is_some() && laid.before(at) == [mark];
    if !matches!(mark, '-' | '/') || !same(at + 1) || !same(at + 2) {
        return None;
    }
    ordered(whole(laid, at)?, whole(laid, at + 1)?, whole(laid, at + 2)?, at..at + 3)
}

fn ordered(a: i32, b: i32, c: i32, tokens: Range<usize>) -> Option<Date> {
    let (year, month, day) = match (a, b, c) {
        (1000.., _, _) => (a, b, c),
        (_, 13.., 1000..) => (c, a, b),
        (_, _, 1000..) => (c, b, a),
        _ => return None,
    };
    date((1300..1600).contains(&year), Some(year), month, day, tokens)
}

fn date(is_hijri: bool, year: Option<i32>, month: i32, day: i32, tokens: Range<usize>) -> Option<Date> {
    let sound = (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then_some(Date { is_hijri, year, month: month as u32, day: day as u32, tokens })
}

/// Reads "30 July 2026", "July 30, 2026", «30 يوليو 2026», «16 صفر 1448هـ», with or without the year.
fn in_words(laid: &Laid, at: usize) -> Option<Date> {
    let day_first = whole(laid, at).and_then(|day| {
        let ordinal = laid.tokens.get(at + 1).is_some_and(|t| matches!(t.word.as_str(), "st" | "nd" | "rd" | "th"));
        let at = if ordinal { at + 2 } else { at + 1 };
        let of = laid.tokens.get(at).is_some_and(|token| matches!(token.word.as_str(), "of" | "من"));
        let (is_hijri, month, end) = month(laid, if of { at + 1 } else { at })?;
        Some((is_hijri, month, day, end))
    });
    let month_first = || {
        let (is_hijri, month, end) = month(laid, at)?;
        let english = laid.tokens[at].script == Script::Latin;
        english.then_some((is_hijri, month, whole(laid, end)?, end + 1))
    };
    let (is_hijri, month, day, end) = day_first.or_else(month_first)?;
    let year = whole(laid, end).filter(|year| (1300..2200).contains(year));
    date(is_hijri, year, month, day, at..end + usize::from(year.is_some()))
}

/// Returns the month that a token begins: whether it is Hijri, its number, and where its name ends.
fn month(laid: &Laid, at: usize) -> Option<(bool, i32, usize)> {
    let token = laid.tokens.get(at)?;
    // "May" and "March" are months only with a capital.
    if token.script == Script::Number || laid.text[token.start].is_lowercase() {
        return None;
    }
    let sentence = laid.sentence(at);
    let named = |calendar: &'static str| {
        let months = lists().into_iter().flat_map(move |list| list.under(calendar));
        months.filter_map(|(number, pattern)| {
            let end = pattern::run(pattern, laid, &sentence, at).into_iter().max()?;
            Some((end, number.parse::<i32>().ok()?))
        })
    };
    let longest = |calendar| named(calendar).max_by_key(|(end, _)| *end);
    match (longest("month"), longest("hijri")) {
        (Some((end, number)), _) => {
            // «مايو/أيار»: the same month by its other name.
            let twice = month_again(laid, end, number);
            Some((false, number, twice.unwrap_or(end)))
        }
        (None, Some((end, number))) => Some((true, number, end)),
        (None, None) => None,
    }
}

fn month_again(laid: &Laid, at: usize, number: i32) -> Option<usize> {
    laid.tokens.get(at)?;
    if !laid.before(at).contains(&'/') {
        return None;
    }
    let sentence = laid.sentence(at);
    let number = number.to_string();
    let again = lists().into_iter().flat_map(|list| list.patterns("month", &number).collect::<Vec<_>>());
    again.filter_map(|pattern| pattern::run(pattern, laid, &sentence, at).into_iter().max()).max()
}

fn lists() -> [&'static Lexicon; 2] {
    [&ARABIC, &ENGLISH]
}

/// Returns the weekday that stands beside a date, if one does, and where.
pub fn weekday(laid: &Laid, date: &Date) -> Option<(Weekday, usize)> {
    let sentence = laid.sentence(date.tokens.start);
    let named = |at: usize| {
        let days = lists().into_iter().flat_map(|list| list.under("weekday"));
        let mut fits = days.filter(|(_, pattern)| pattern::run(pattern, laid, &sentence, at).contains(&(at + 1)));
        let (name, _) = fits.next()?;
        Weekday::ALL.into_iter().find(|day| format!("{day:?}").to_lowercase() == name).map(|day| (day, at))
    };
    let before = (sentence.start..date.tokens.start).rev().take(2);
    let after = (date.tokens.end..sentence.end).take(2);
    before.filter(|at| laid.tokens[*at].script != Script::Number).find_map(named).or_else(|| {
        // The weekday after a date is its own only if no other date follows it.
        let own = after.take_while(|at| laid.tokens[*at].script != Script::Number);
        own.into_iter().find_map(named).filter(|(_, at)| whole(laid, at + 1).is_none())
    })
}

/// Returns the sums of a letter: numbers beside a currency, or written with separators (DOMAIN 4.2, L20).
pub fn sums(laid: &Laid) -> Vec<Sum> {
    let dates = dates(laid);
    let dated = |at: usize| dates.iter().any(|date| date.tokens.contains(&at));
    let numbers = laid.tokens.iter().enumerate().filter(|(at, token)| token.script == Script::Number && !dated(*at));
    numbers
        .filter_map(|(at, token)| {
            let (currencies, tokens) = currency(laid, at);
            let value = decimal(&token.word)?;
            let written = token.word.contains([',', '٬', '.', '٫']) && !is_clause(&token.word);
            (written || !currencies.is_empty()).then_some(Sum { value, currencies, tokens })
        })
        .collect()
}

/// Whether a number with a point reads as the number of a clause, such as 9.2.
fn is_clause(word: &str) -> bool {
    word.split_once('.').is_some_and(|(whole, part)| whole.len() <= 2 && part.len() == 1)
}

/// Returns a number as decimal text without separators and idle zeros.
pub fn decimal(word: &str) -> Option<String> {
    let point = word.rfind(['.', '٫']).filter(|_| word.matches('.').count() + word.matches('٫').count() == 1);
    let comma = word.rfind(',').filter(|at| point.is_none() && word.len() - at != 4 && word.matches(',').count() == 1);
    let (whole, part) = match point.or(comma) {
        Some(at) => (&word[..at], &word[at..]),
        None => (word, ""),
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, part) = (digits(whole), digits(part));
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    (!word.is_empty()).then(|| if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
}

/// Returns the currencies that stand beside a number, and the place of both.
fn currency(laid: &Laid, at: usize) -> (Vec<String>, Range<usize>) {
    let sentence = laid.sentence(at);
    let all = || lists().into_iter().flat_map(|list| list.under("currency"));
    let codes = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let after = all()
        .filter_map(|(names, pattern)| Some((pattern::run(pattern, laid, &sentence, at + 1).into_iter().max()?, names)))
        .max_by_key(|(end, _)| *end);
    let before = || {
        let starts = at.saturating_sub(2).max(sentence.start)..at;
        let mut found = starts.flat_map(|start| all().map(move |(names, pattern)| (start, names, pattern)));
        found.find(|(start, _, pattern)| pattern::run(pattern, laid, &sentence, *start).contains(&at))
    };
    let sign = |at: usize, side: Option<&char>| match side {
        Some('$') => Some((vec!["USD".to_owned()], at..at + 1)),
        Some('€') => Some((vec!["EUR".to_owned()], at..at + 1)),
        Some('£') => Some((vec!["GBP".to_owned(), "EGP".to_owned()], at..at + 1)),
        _ => None,
    };
    match (after, sign(at, laid.before(at).last()).or_else(|| sign(at, laid.text.get(laid.tokens[at].end)))) {
        (Some((end, names)), _) => (codes(names), at..end),
        (None, Some(signed)) => signed,
        (None, None) => match before() {
            Some((start, names, _)) => (codes(names), start..at + 1),
            None => (vec![], at..at + 1),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_however_they_are_written() {
        let check = |text: &str, expected: &[&str]| {
            let said = |date: Date| {
                let year = date.year.map(|year| year.to_string()).unwrap_or_else(|| "?".to_owned());
                format!("{}{year}-{}-{}", if date.is_hijri { "H" } else { "" }, date.month, date.day)
            };
            assert_eq!(dates(&Laid::of(text)).into_iter().map(said).collect::<Vec<_>>(), expected, "{text}");
        };
        check("on Thursday 30 July 2026 (16 Safar 1448), 17:00", &["2026-7-30", "H1448-2-16"]);
        check("الخميس ٣٠ تموز/يوليو ٢٠٢٦ (١٦ صفر ١٤٤٨هـ)", &["2026-7-30", "H1448-2-16"]);
        check("July 30th, 2026 or 30.07.2026 or 2026-07-30", &["?-7-30", "2026-7-30", "2026-7-30"]);
        check("1 ذو القعدة 1447 و2 جمادى الآخرة 1447", &["H1447-11-1", "H1447-6-2"]);
        check("clause 9 may be used; 5/7/2026", &["2026-7-5"]);
        check("version 1.2.3, 12/2026, 99/99/2026", &[]);
    }

    #[test]
    fn sums_are_read_however_they_are_written() {
        let check = |text: &str, expected: &[&str]| {
            let said = |sum: Sum| format!("{} {}", sum.value, sum.currencies.join(" ")).trim_end().to_owned();
            assert_eq!(sums(&Laid::of(text)).into_iter().map(said).collect::<Vec<_>>(), expected, "{text}");
        };
        check("SAR 4,200.00 and 4200 riyals", &["4200 SAR", "4200 SAR QAR OMR YER"]);
        check("٤٬٢٠٠٫٥٠ ريال سعودي", &["4200.5 SAR"]);
        check("the balance is 4,200 under clause 9.2 on 4 May", &["4200"]);
        check("$1,000 and 30 days", &["1000 USD"]);
    }
}
