//! Lists as people write them into a field: a thing a line, its parts between ` | `, its Arabic and English wording
//! between ` = `.

use crate::lang::Language;
use crate::web::form;
use domain::money::{Currency, Money};
use domain::separation::letter::{Both, Dated};
use domain::separation::tone;

/// Returns a wording; `نص = text` gives both.
pub fn both(written: &str) -> Both {
    match written.split_once(" = ") {
        Some((ar, en)) => Both::of(ar.trim(), en.trim()),
        None => Both::same(written.trim()),
    }
}

/// Returns a wording for a letter in a language; of both, `نص = text` where they differ.
pub fn worded(written: tone::Language, say: impl Fn(Language) -> String) -> String {
    match written {
        tone::Language::Arabic => say(Language::Arabic),
        tone::Language::English => say(Language::English),
        tone::Language::Bilingual => {
            let (arabic, english) = (say(Language::Arabic), say(Language::English));
            if arabic == english { english } else { format!("{arabic} = {english}") }
        }
    }
}

/// Returns the lines of a field, each in its parts.
pub fn lines(written: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.split(" | ").map(str::trim).collect())
}

/// Returns a list of wordings.
pub fn wordings(written: &str) -> Vec<Both> {
    lines(written).map(|parts| both(&parts.join(" | "))).collect()
}

/// Returns things with their days, or the line that has none.
pub fn dated(written: &str) -> Result<Vec<Dated>, String> {
    let one = |parts: Vec<&str>| match parts[..] {
        [what, on] => form::day(on).map(|on| Dated { what: both(what), on }).ok_or_else(|| parts.join(" | ")),
        _ => Err(parts.join(" | ")),
    };
    lines(written).map(one).collect()
}

/// Returns a sum: `1000.00 USD`, or a number alone in the currency of the form.
pub fn money(written: &str, currency: Currency) -> Option<Money> {
    let own = written.rsplit_once(' ').and_then(|(number, code)| Some((number, Currency::of(code)?)));
    let (number, currency) = own.unwrap_or((written, currency));
    form::number(number).map(|whole| Money { minor: currency.minor(whole), currency })
}

/// Writes sums so that they are read again: with their currency where they differ in it.
pub fn amounts(sums: &[Money]) -> Vec<String> {
    let is_one = sums.iter().all(|sum| sum.currency == sums[0].currency);
    let one = |sum: &Money| if is_one { sum.decimal() } else { format!("{} {}", sum.decimal(), sum.currency.code()) };
    sums.iter().map(one).collect()
}

/// Returns what sums come to in each currency, the one that was met first first.
pub fn totals(sums: impl IntoIterator<Item = Money>) -> Vec<Money> {
    let mut totals: Vec<Money> = vec![];
    for sum in sums {
        match totals.iter_mut().find(|total| total.currency == sum.currency) {
            Some(total) => total.minor += sum.minor,
            None => totals.push(sum),
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::days::Day;

    #[test]
    fn a_line_has_its_parts_and_its_wordings() {
        let read = dated("دليل الهوية = brand guide | 2026-07-17\n\nsource files | 2026-07-10\n").expect("read");
        assert_eq!((read[0].what.ar.as_str(), read[0].what.en.as_str()), ("دليل الهوية", "brand guide"));
        assert_eq!(read[1], Dated { what: Both::same("source files"), on: Day::new(2026, 7, 10).expect("a day") });
        assert_eq!(dated("no day"), Err("no day".to_owned()));
        assert_eq!(dated("what | soon"), Err("what | soon".to_owned()));
        let currency = Currency::of("KWD").expect("a currency");
        assert_eq!(money("1,250.750", currency), Some(Money { minor: 1_250_750, currency }));
    }

    #[test]
    fn sums_of_several_currencies_stay_apart() {
        let [riyal, dollar] = ["SAR", "USD"].map(|code| Currency::of(code).expect("a currency"));
        let sum = |minor, currency| Money { minor, currency };
        let sums = [sum(420_000, riyal), sum(100_000, dollar), sum(5, riyal)];
        let lines = amounts(&sums);
        assert_eq!(lines, ["4200.00 SAR", "1000.00 USD", "0.05 SAR"]);
        assert_eq!(lines.iter().map(|line| money(line, riyal)).collect::<Option<Vec<_>>>().as_deref(), Some(&sums[..]));
        assert_eq!(totals(sums), [sum(420_005, riyal), sum(100_000, dollar)]);
        assert_eq!(amounts(&sums[..1]), ["4200.00"], "one currency stands in its own field");
        assert_eq!(money("1,000 XYZ", riyal), None);
    }
}
