//! Days that a text may mean although it is none.

use super::{Candidate, Why, text::levelled};
use crate::intake::plan::Plan;
use crate::intake::source::Record;
use crate::intake::value::date::{self, DateOrder};
use crate::intake::words::calendar::near_month;
use domain::days::Day;
use domain::record::kind_named;

/// Returns the days that a text may mean, written so that every column understands them; a time of day stays.
pub fn days(text: &str, order: Option<DateOrder>) -> Vec<(String, Why)> {
    let (levelled, changed) = levelled(text);
    let (date, time) = date::split_time(&levelled);
    let written = |(day, why): (Day, Why)| match time {
        Some(time) => (format!("{day} {time}"), why),
        None => (day.to_string(), why),
    };
    let read = date::read(date.trim(), order, false).ok().map(|stamp| (stamp.day, Why::Letters));
    let found: Vec<(Day, Why)> = match read.filter(|_| changed) {
        Some(read) => vec![read],
        None => turned(date, order).into_iter().chain(named(date)).collect(),
    };
    found.into_iter().filter(|(day, _)| (1900..2200).contains(&day.civil().0)).map(written).collect()
}

/// Reads three numbers in the orders that are left.
fn turned(date: &str, order: Option<DateOrder>) -> Vec<(Day, Why)> {
    if date.chars().any(char::is_alphabetic) {
        return Vec::new();
    }
    let runs = date.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let numbers: Vec<(u32, usize)> =
        runs.filter_map(|run| Some((run.parse().ok().filter(|_| run.len() <= 4)?, run.len()))).collect();
    let day = |year: u32, month, day, why| Day::new(year as i32, month, day).map(|day| (day, why));
    let found = match numbers[..] {
        [(y, 4), (a, 1..=2), (b, 1..=2)] => vec![day(y, b, a, Why::Swapped)],
        [(a, 1..=2), (b, 1..=2), (y, 4)] => match order {
            Some(DateOrder::Dmy) => vec![day(y, a, b, Why::Swapped)],
            Some(DateOrder::Mdy) => vec![day(y, b, a, Why::Swapped)],
            _ => vec![day(y, b, a, Why::EitherWay), day(y, a, b, Why::EitherWay)],
        },
        [(a, 1..=2), (b, 1..=2), (y, 2)] => match order {
            Some(DateOrder::Dmy) => vec![day(2000 + y, b, a, Why::Century)],
            Some(DateOrder::Mdy) => vec![day(2000 + y, a, b, Why::Century)],
            Some(DateOrder::Ymd) => vec![day(2000 + a, b, y, Why::Century)],
            None => vec![day(2000 + y, b, a, Why::Century), day(2000 + y, a, b, Why::Century)],
        },
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// Reads a day whose month is misspelt.
fn named(date: &str) -> Option<(Day, Why)> {
    let words = date.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let months: Vec<(&str, u32)> = words.filter_map(|word| Some((word, near_month(word)?))).collect();
    let [(word, month)] = months[..] else { return None };
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let name = NAMES.get(month as usize - 1)?;
    date::read(date.replacen(word, name, 1).trim(), None, false).ok().map(|stamp| (stamp.day, Why::Spelling))
}

/// The longest time between issue and due day for which a row is taken to be meant so.
const APART_MAX: i32 = 120;

/// Returns what would bring a due day behind the day of issue: another order, or another year, of either.
pub fn apart(plan: &Plan, record: &Record) -> Vec<Candidate> {
    let Some(invoices) = kind_named("invoices") else { return Vec::new() };
    let place = |column: &str| plan.places(invoices, column).first().copied();
    let (Some(issued_at), Some(due_at)) = (place("issued_on"), place("due_on")) else { return Vec::new() };
    let read = |place: usize| date::read(record.field(place), plan.columns[place].dates, false).ok().map(|s| s.day);
    let (Some(issued), Some(due)) = (read(issued_at), read(due_at)) else { return Vec::new() };
    let others = |place: usize, day: Day| {
        let column = &plan.columns[place];
        let swapped = turned(record.field(place), column.dates).into_iter().map(|(day, _)| (day, Why::Swapped));
        let (year, month, own) = day.civil();
        let years = [year + 1, year - 1].map(|year| Some((Day::new(year, month, own)?, Why::Year)));
        swapped.chain(years.into_iter().flatten()).collect::<Vec<_>>()
    };
    let fits = |issued: Day, due: Day| (0..=APART_MAX).contains(&due.since(issued));
    let dues = others(due_at, due).into_iter().filter(|(day, _)| fits(issued, *day)).map(|found| (due_at, found));
    let issues =
        others(issued_at, issued).into_iter().filter(|(day, _)| fits(*day, due)).map(|found| (issued_at, found));
    let candidate = |(place, (day, why)): (usize, (Day, Why))| Candidate { place, text: day.to_string(), why };
    dues.chain(issues).map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_day_may_be_meant_to_be() {
        let check = |text: &str, order: Option<&str>, expected: &[&str]| {
            let found = days(text, order.and_then(DateOrder::of));
            let shown: Vec<String> = found.iter().map(|(text, why)| format!("{text} {}", why.word())).collect();
            assert_eq!(shown, expected, "{text}");
        };
        check("04/27/2026", Some("dmy"), &["2026-04-27 swapped"]);
        check("27/04/2026", Some("mdy"), &["2026-04-27 swapped"]);
        check("2026-31-01", None, &["2026-01-31 swapped"]);
        check("2O26-O1-05", None, &["2026-01-05 letters"]);
        check("05ـ01ـ2026", Some("dmy"), &["2026-01-05 letters"]);
        check("١ه/٠١/٢٠٢٦", Some("dmy"), &["2026-01-15 letters"]);
        check("03/04/2026", None, &["2026-04-03 either", "2026-03-04 either"]);
        check("28/01/21", Some("dmy"), &["2021-01-28 century"]);
        check("5 Febuary 2026", None, &["2026-02-05 spelling"]);
        check("٥ فبرير ٢٠٢٦", None, &["2026-02-05 spelling"]);
        check("04/27/2026 17:40", Some("dmy"), &["2026-04-27 17:40 swapped"]);
        for hopeless in ["31/02/2026", "soon", "", "26/07/1447", "5 Foo 2026"] {
            check(hopeless, Some("dmy"), &[]);
        }
    }
}
