//! A duration's text: `1:30:00`, `1.5`, `90 min`, `1h 30m`, `PT1H30M`, in whole minutes.

use super::number::{Mark, Number};
use super::western;
use crate::intake::words::calendar::{Unit, unit};

/// Reads a duration in minutes, half a minute rounded up; a bare number counts in `bare`.
pub fn read(text: &str, bare: Unit, mark: Option<Mark>) -> Option<i64> {
    if let Some(number) = Number::read(text, mark) {
        return minutes(seconds(number, bare)?);
    }
    let text = western(text);
    let (negative, body) = match text.trim().strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim()),
        None => (false, text.trim()),
    };
    let total = if body.contains(':') { clock(body)? } else { worded(body, mark)? };
    minutes(if negative { -total } else { total })
}

/// Tells whether a text is a clock's form, which needs no unit.
pub fn is_clock(text: &str) -> bool {
    text.contains(':')
}

fn minutes(seconds: i64) -> Option<i64> {
    Some(seconds.checked_add(30)?.div_euclid(60))
}

fn seconds(number: Number, unit: Unit) -> Option<i64> {
    let whole = Number { mantissa: number.mantissa.checked_mul(unit as i64)?, scale: number.scale };
    whole.rounded(0)
}

/// Reads `h:mm` or `h:mm:ss`.
fn clock(text: &str) -> Option<i64> {
    let parts: Vec<i64> =
        text.split(':').map(|part| part.trim().parse::<u32>().ok().map(i64::from)).collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60 => Some(hours * 3600 + minutes * 60),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => Some(hours * 3600 + minutes * 60 + seconds),
        _ => None,
    }
}

/// Reads numbers each followed by a unit: `1h 30m`, `1.5 hours`, `PT1H30M`.
fn worded(text: &str, mark: Option<Mark>) -> Option<i64> {
    let mut rest = text.strip_prefix("PT").unwrap_or(text).trim();
    let mut total = 0i64;
    while !rest.is_empty() {
        let number_end = rest.find(char::is_alphabetic)?;
        let number = Number::read(rest[..number_end].trim(), mark)?;
        let tail = &rest[number_end..];
        let unit_end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        total = total.checked_add(seconds(number, unit(&tail[..unit_end])?)?)?;
        rest = tail[unit_end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '.'));
    }
    (!text.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_minutes() {
        let check = |text: &str, bare, mark, expected| assert_eq!(read(text, bare, mark), expected, "{text}");
        let (point, comma) = (Some(Mark::Point), Some(Mark::Comma));
        check("01:30", Unit::Hour, point, Some(90));
        check("1:30:00", Unit::Hour, point, Some(90));
        check("01:00:01", Unit::Hour, point, Some(60));
        check("00:00:30", Unit::Hour, point, Some(1));
        check("1.5", Unit::Hour, point, Some(90));
        check("1,5", Unit::Hour, comma, Some(90));
        check("0,01", Unit::Hour, comma, Some(1));
        check("20,0", Unit::Hour, comma, Some(1200));
        check("90", Unit::Minute, point, Some(90));
        check("90 min", Unit::Hour, point, Some(90));
        check("1h 30m", Unit::Minute, point, Some(90));
        check("1.5 hours", Unit::Minute, point, Some(90));
        check("PT1H30M", Unit::Minute, point, Some(90));
        check("٩٠ دقيقة", Unit::Hour, point, Some(90));
        check("5400", Unit::Second, point, Some(90));
        check("-1:30", Unit::Hour, point, Some(-90));
        check("-1.5", Unit::Hour, point, Some(-90));
        for bad in ["", "1:75", "soon", "1:2:3:4", "5 apples", ":", "h"] {
            check(bad, Unit::Hour, point, None);
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = read(&text, Unit::Hour, None);
        }
    }
}
