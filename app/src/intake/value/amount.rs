//! An amount's text: a number with a currency sign before or after it, or in accountants' brackets.

use super::is_direction_mark;
use super::number::{Evidence, Mark, Number, evidence};
use crate::intake::words::currency;
use domain::money::Currency;
use domain::text::western_digit;

/// An amount as written: the number, and the currencies that its sign can mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    pub number: Number,
    pub sign: Option<&'static [Currency]>,
}

/// Reads an amount; `mark` is the decimal mark of its column.
pub fn read(text: &str, mark: Option<Mark>) -> Option<Amount> {
    if let Some(number) = Number::read(text, mark) {
        return Some(Amount { number, sign: None });
    }
    let parts = Parts::of(text)?;
    let number = Number::read(parts.core, mark)?;
    let sign = match parts.sign.is_empty() {
        true => None,
        false => Some(currency::sign(&parts.sign)?),
    };
    Some(Amount { number: if parts.negative { number.negative() } else { number }, sign })
}

/// Returns what an amount says about its column's decimal mark.
pub fn mark_evidence(text: &str) -> Evidence {
    match Number::read(text, Some(Mark::Point)) {
        Some(_) => evidence(text),
        None => Parts::of(text).map_or(Evidence::None, |parts| evidence(parts.core)),
    }
}

/// An amount's text, taken apart.
struct Parts<'a> {
    core: &'a str,
    sign: String,
    negative: bool,
}

impl Parts<'_> {
    /// Parts the digits from what stands around them.
    fn of(text: &str) -> Option<Parts<'_>> {
        let is_digit = |c: char| western_digit(c).is_ascii_digit();
        let mut start = text.find(is_digit)?;
        let end = text.rfind(is_digit)? + text[text.rfind(is_digit)?..].chars().next()?.len_utf8();
        let fraction_only = text[..start].ends_with(['.', '٫'])
            && !text[..start].trim_end_matches(['.', '٫']).ends_with(char::is_alphabetic);
        if fraction_only {
            start -= text[..start].chars().next_back()?.len_utf8();
        }
        let around = || text[..start].chars().chain(text[end..].chars());
        let is_minus = |c: char| matches!(c, '-' | '\u{2212}' | '\u{2010}'..='\u{2013}');
        let minuses = around().filter(|c| is_minus(*c)).count();
        let brackets = (text[..start].matches('(').count(), text[end..].matches(')').count());
        let bracketed = brackets == (1, 1);
        let signs_fit = minuses + usize::from(bracketed) <= 1 && (bracketed || brackets == (0, 0));
        let is_other =
            |c: &char| !(is_minus(*c) || matches!(c, '(' | ')' | '+') || c.is_whitespace() || is_direction_mark(*c));
        signs_fit.then(|| Parts {
            core: &text[start..end],
            sign: around().filter(is_other).collect(),
            negative: minuses == 1 || bracketed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_signs_brackets_and_words() {
        let check = |text: &str, mantissa, scale, sign: Option<&str>| {
            let amount = read(text, Some(Mark::Point)).unwrap_or_else(|| panic!("{text} is an amount"));
            assert_eq!((amount.number.mantissa, amount.number.scale), (mantissa, scale), "{text}");
            assert_eq!(amount.sign.map(|c| c[0].code()), sign, "{text}");
        };
        check("$13.50 ", 1350, 2, Some("USD"));
        check("$-142.85", -14_285, 2, Some("USD"));
        check("-$142.85", -14_285, 2, Some("USD"));
        check("($400.00)", -40_000, 2, Some("USD"));
        check("(400.00)", -40_000, 2, None);
        check("1,020.00", 102_000, 2, None);
        check("1.234,56 €", 123_456, 2, Some("EUR"));
        check("SAR 1,250", 1250, 0, Some("SAR"));
        check("١٬٢٥٠٫٥٠ ر.س", 125_050, 2, Some("SAR"));
        check("ر.س. 1,250.50", 125_050, 2, Some("SAR"));
        check("$.50", 50, 2, Some("USD"));
        check("200 ريال", 200, 0, Some("XXX"));
        for bad in ["", "free", "12 apples", "--5", "(-5)", "$", "1 of 2", "5)"] {
            assert_eq!(read(bad, Some(Mark::Point)), None, "{bad}");
        }
    }

    #[test]
    fn the_sign_does_not_hide_the_mark() {
        assert_eq!(mark_evidence("€ 12,50"), Evidence::Settles(Mark::Comma));
        assert_eq!(mark_evidence("$1,250"), Evidence::Open(Mark::Comma));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = (read(&text, None), mark_evidence(&text));
        }
    }
}
