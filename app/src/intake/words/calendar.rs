//! Words that stand in dates, times and durations: months, halves of the day, units.

use super::near::near;
use domain::text::fold;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word in a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    Month(u32),
    Morning,
    Afternoon,
    Silent,
}

/// A unit of a duration, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Hour = 3600,
    Minute = 60,
    Second = 1,
}

/// Returns what a word, or two words that name one month, says in a date.
pub fn in_date(word: &str) -> Option<DateWord> {
    WORDS.dates.get(&fold(word)).copied()
}

/// Returns the month that a misspelt word may mean.
pub fn near_month(word: &str) -> Option<u32> {
    let months = WORDS.dates.iter().filter_map(|(word, meaning)| match meaning {
        DateWord::Month(month) => Some((word.as_str(), *month)),
        _ => None,
    });
    near(&fold(word), months)
}

/// Returns the unit of a word that stands in a duration or in a header (`Duration (h)`).
pub fn unit(word: &str) -> Option<Unit> {
    WORDS.units.get(&fold(word)).copied()
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("calendar.toml")).expect("our own word list is well-formed");
    let months =
        file.months.into_iter().map(|(month, words)| (DateWord::Month(month.parse().expect("a number")), words));
    let day = [
        (DateWord::Morning, file.day.morning),
        (DateWord::Afternoon, file.day.afternoon),
        (DateWord::Silent, file.day.silent),
    ];
    let units = [(Unit::Hour, file.units.hour), (Unit::Minute, file.units.minute), (Unit::Second, file.units.second)];
    Words { dates: by_word(months.chain(day)), units: by_word(units) }
});

struct Words {
    dates: HashMap<String, DateWord>,
    units: HashMap<String, Unit>,
}

fn by_word<T: Copy>(meanings: impl IntoIterator<Item = (T, Vec<String>)>) -> HashMap<String, T> {
    meanings
        .into_iter()
        .flat_map(|(meaning, words)| words.into_iter().map(move |word| (fold(&word), meaning)))
        .collect()
}

#[derive(Deserialize)]
struct File {
    months: HashMap<String, Vec<String>>,
    day: Day,
    units: Units,
}

#[derive(Deserialize)]
struct Day {
    morning: Vec<String>,
    afternoon: Vec<String>,
    silent: Vec<String>,
}

#[derive(Deserialize)]
struct Units {
    hour: Vec<String>,
    minute: Vec<String>,
    second: Vec<String>,
}
