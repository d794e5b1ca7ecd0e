//! Languages: every word a person reads, and numbers, sums and days as that person reads them.

mod bag;
mod catalogue;
mod contract;
mod day;
mod erasure;
mod exit;
mod notice;
mod number;
pub mod problem;
pub mod sign;

pub use catalogue::keys;
pub use exit::of_100;

use catalogue::Bundle;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::tone;
use domain::sign::Arg;
use fluent_bundle::{FluentArgs, FluentValue};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    Arabic,
    English,
}

impl Language {
    /// Returns the language of a tag, `ar` or `en`.
    pub fn of(tag: &str) -> Option<Language> {
        match tag {
            "ar" => Some(Language::Arabic),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// Returns the tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Arabic => "ar",
            Language::English => "en",
        }
    }

    /// Returns the direction of writing, as HTML says it.
    pub fn dir(self) -> &'static str {
        match self {
            Language::Arabic => "rtl",
            Language::English => "ltr",
        }
    }

    /// Returns the language that the switch leads to.
    pub fn other(self) -> Language {
        match self {
            Language::Arabic => Language::English,
            Language::English => Language::Arabic,
        }
    }
}

impl From<Language> for tone::Language {
    fn from(language: Language) -> tone::Language {
        match language {
            Language::Arabic => tone::Language::Arabic,
            Language::English => tone::Language::English,
        }
    }
}

/// The digits a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    #[default]
    Western,
    Arabic,
}

impl Digits {
    /// Returns the digits of a Unicode tag, `latn` or `arab`; Western ones for any other.
    pub fn of(word: &str) -> Digits {
        if word == "arab" { Digits::Arabic } else { Digits::Western }
    }

    /// Returns the tag.
    pub fn word(self) -> &'static str {
        match self {
            Digits::Western => "latn",
            Digits::Arabic => "arab",
        }
    }
}

/// How one person reads: a language, digits, and whether Hijri dates stand beside Gregorian ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lang {
    pub language: Language,
    pub digits: Digits,
    pub hijri: bool,
    /// Whether arguments are isolated for bidirectional text: on pages yes, in files and on terminals no.
    pub isolates: bool,
}

impl Lang {
    /// Returns a language with its usual digits, for pages.
    pub fn page(language: Language) -> Lang {
        Lang { language, isolates: true, ..Lang::default() }
    }

    /// Returns a language for terminals and files, without invisible marks.
    pub fn plain(language: Language) -> Lang {
        Lang { language, ..Lang::default() }
    }

    /// Returns of a text that is written in Arabic and in English the one that is read.
    pub fn either<'t>(self, ar: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Arabic => ar,
            Language::English => en,
        }
    }

    /// Returns a message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.bundle().say(key, None)
    }

    /// Returns a message with arguments.
    pub fn say<'a>(&self, key: &str, args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let args: FluentArgs = args.into_iter().map(|(name, value)| (name, catalogue::counted(value))).collect();
        self.bundle().say(key, Some(&args))
    }

    /// Tells whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle().has(key)
    }

    /// Returns a number with at most so many decimals, trailing zeros left out.
    pub fn number(&self, value: f64, decimals: u32) -> String {
        number::decimal(self.digits, value, decimals)
    }

    /// Returns a whole number without separators: a year, a line of a file.
    pub fn digits(&self, number: i64) -> String {
        number::written(self.digits, &number.to_string())
    }

    /// Returns a text whose digits are read as they stand: a time of day.
    pub fn written(&self, text: &str) -> String {
        number::written(self.digits, text)
    }

    /// Returns a share, 0 to 1, in percent.
    pub fn percent(&self, share: f64) -> String {
        number::percent(self.digits, share)
    }

    /// Returns a sum with its currency; decimals only where there are any.
    pub fn money(&self, money: Money) -> String {
        let amount = number::money(self.digits, money);
        match self.language {
            Language::English => format!("{}\u{a0}{amount}", money.currency.code()),
            Language::Arabic => format!("{amount}\u{a0}{}", self.currency(money.currency)),
        }
    }

    /// Returns a currency as it is written beside a sum.
    pub fn currency(&self, currency: Currency) -> String {
        let key = format!("currency-{}", currency.code());
        if self.has(&key) { self.text(&key) } else { currency.code().to_owned() }
    }

    /// Returns a day in words: 22 November 2026.
    pub fn day(&self, day: Day) -> String {
        day::long(*self, day)
    }

    /// Returns a day with its weekday.
    pub fn weekday(&self, day: Day) -> String {
        day::with_weekday(*self, day)
    }

    /// Returns a day's month and year.
    pub fn month(&self, day: Day) -> String {
        day::month_and_year(*self, day)
    }

    /// Returns a day's month alone, short where the language shortens months.
    pub fn month_short(&self, day: Day) -> String {
        day::month_short(*self, day)
    }

    /// Returns the Umm al-Qura day, whether or not it is switched on.
    pub fn hijri_day(&self, day: Day) -> String {
        day::hijri(*self, day)
    }

    /// Returns an argument of a finding's sentence as the catalogues take it.
    pub fn arg(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(value) => FluentValue::from(*value),
            Arg::Share(share) => FluentValue::from(self.percent(*share)),
            Arg::Money(money) => FluentValue::from(self.money(*money)),
            // On pages the Hijri day stands beside every other, in sentences too, for whoever wants it.
            Arg::Day(day) if self.hijri && self.isolates => {
                FluentValue::from(format!("{} ({})", self.day(*day), self.hijri_day(*day)))
            }
            Arg::Day(day) => FluentValue::from(self.day(*day)),
            Arg::Name(name) | Arg::Word(name) => FluentValue::from(name.clone()),
        }
    }

    fn bundle(&self) -> &'static Bundle {
        catalogue::bundle(self.language, self.digits, self.isolates)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hijri_day_stands_within_sentences_of_pages() {
        let day = Day::from_iso("2026-11-22").expect("a day");
        let said = |lang: Lang| match lang.arg(&Arg::Day(day)) {
            FluentValue::String(text) => text.into_owned(),
            other => panic!("{other:?}"),
        };
        let page = Lang::page(Language::English);
        assert_eq!(said(page), page.day(day));
        let hijri = Lang { hijri: true, ..page };
        assert_eq!(said(hijri), format!("{} ({})", page.day(day), page.hijri_day(day)));
        assert_eq!(said(Lang { isolates: false, ..hijri }), page.day(day), "files and terminals have it plain");
    }
}
