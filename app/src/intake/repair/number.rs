//! Numbers that a text may mean although it is none.

use super::Why;
use super::text::levelled;
use crate::intake::value::amount;
use crate::intake::value::number::{Evidence, Mark, Number, evidence};
use domain::money::Currency;

/// Returns the sums that a text may mean, written with the mark of their column.
pub fn sums(text: &str, mark: Option<Mark>, currency: Option<Currency>) -> Vec<(String, Why)> {
    let mut found = figures(text);
    let bare = bare(text);
    found.extend(bare.clone().filter(|bare| bare != text).map(|bare| (bare, Why::Bare)));
    let core = bare.as_deref().unwrap_or(text);
    if let (Evidence::Open(_), None) = (evidence(core), mark) {
        let whole: String = core.chars().filter(char::is_ascii_digit).collect();
        let decimals = parted(&whole).map(|parted| (parted, Why::Decimals));
        found.push((whole, Why::Thousands));
        found.extend(decimals);
    }
    found.extend(last_is_decimal(core).map(|number| (written(number, mark), Why::Decimals)));
    let read = amount::read(text, mark).map(|amount| amount.number);
    found.extend(read.zip(currency).and_then(|(number, currency)| rounded(number, mark, currency)));
    found
}

/// Returns a text with digits where letters stand that look like some.
pub fn figures(text: &str) -> Vec<(String, Why)> {
    let (levelled, changed) = levelled(text);
    if changed { vec![(levelled, Why::Letters)] } else { Vec::new() }
}

/// Returns what stands between the first digit and the last, unless a minus or a bracket stands around it.
fn bare(text: &str) -> Option<String> {
    let (text, _) = levelled(text);
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    // 1250/-, as sums are closed in India.
    let after = text[end..].strip_prefix("/-").unwrap_or(&text[end..]);
    let around = || text[..start].chars().chain(after.chars());
    let turns = around().any(|c| matches!(c, '-' | '(' | ')' | '\u{2212}' | '\u{2010}'..='\u{2013}'));
    let core = &text[start..end];
    let is_one = core.chars().all(|c| !c.is_alphabetic());
    (!turns && is_one).then(|| core.to_owned())
}

/// Parts the last three digits as decimals, without zeros at the end, so that no column takes them for thousands.
fn parted(digits: &str) -> Option<String> {
    let mantissa: i64 = digits.parse().ok()?;
    let number = Number { mantissa, scale: 3 }.reduced();
    (number.scale < 3).then(|| written(number, None))
}

/// Reads `1.250.50`: equal marks, the last of which stands before two digits.
fn last_is_decimal(text: &str) -> Option<Number> {
    let mark = text.chars().find(|c| matches!(c, '.' | ','))?;
    let groups: Vec<&str> = text.split(mark).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return None };
    let digits = |group: &&str, length: usize| group.len() == length && group.bytes().all(|b| b.is_ascii_digit());
    let fits = !middle.is_empty()
        && (1..=3).contains(&first.len())
        && digits(first, first.len())
        && middle.iter().all(|group| digits(group, 3))
        && digits(last, 2);
    let mantissa = groups.concat().parse().ok().filter(|_| fits)?;
    Some(Number { mantissa, scale: 2 })
}

/// Rounds a number to the decimals of its currency, if it has more.
fn rounded(number: Number, mark: Option<Mark>, currency: Currency) -> Option<(String, Why)> {
    let exponent = currency.exponent();
    let mantissa = number.rounded(exponent)?;
    let is_longer = number.exact(exponent).is_none();
    is_longer.then(|| (written(Number { mantissa, scale: exponent as u8 }, mark), Why::Rounded))
}

/// Writes a number with the mark of its column and without thousands.
fn written(number: Number, mark: Option<Mark>) -> String {
    let Number { mantissa, scale } = number;
    let (sign, digits) = (if mantissa < 0 { "-" } else { "" }, mantissa.unsigned_abs().to_string());
    if scale == 0 {
        return format!("{sign}{digits}");
    }
    let width = usize::from(scale) + 1;
    let digits = format!("{digits:0>width$}");
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(scale));
    let point = if mark == Some(Mark::Comma) { ',' } else { '.' };
    format!("{sign}{whole}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sum_may_be_meant_to_be() {
        let check = |text: &str, mark: Option<Mark>, expected: &[&str]| {
            let found = sums(text, mark, Currency::of("SAR"));
            let shown: Vec<String> = found.iter().map(|(text, why)| format!("{text} {}", why.word())).collect();
            assert_eq!(shown, expected, "{text}");
        };
        let point = Some(Mark::Point);
        check("1,25O.00", point, &["1,250.00 letters", "1,250.00 bare"]);
        check("1250/-", point, &["1250 bare"]);
        check("about 1,250", point, &["1,250 bare"]);
        check("1250 ريالاً فقط", point, &["1250 bare"]);
        check("1.250.50", point, &["1250.50 decimals"]);
        check("1250.505", point, &["1250.51 rounded"]);
        check("1250,505", Some(Mark::Comma), &["1250,51 rounded"]);
        check("1,250", None, &["1250 thousands", "1.25 decimals"]);
        for hopeless in ["free", "", "12 of 30 apples", "-12-", "12 or 13"] {
            check(hopeless, point, &[]);
        }
    }

    #[test]
    fn numbers_are_written_in_full() {
        let number = |mantissa, scale| Number { mantissa, scale };
        assert_eq!(written(number(-5, 2), Some(Mark::Comma)), "-0,05");
        assert_eq!(written(number(125_050, 2), None), "1250.50");
        assert_eq!(written(number(7, 0), None), "7");
    }
}
