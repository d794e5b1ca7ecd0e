//! A number's text: the decimal mark, the thousands, the sign. Digits are kept as whole numbers, never as floats.

use super::is_direction_mark;
use domain::text::western_digit;

/// The character that parts the whole from the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Point,
    Comma,
}

/// An exact decimal number: `mantissa` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub mantissa: i64,
    pub scale: u8,
}

/// What a number's text says about its column's decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing: no separator, or one that needs no column.
    None,
    /// The text can be read in one way only.
    Settles(Mark),
    /// One separator before exactly three digits: `1,250` is one and a quarter or a thousand and more.
    Open(Mark),
}

impl Number {
    /// Reads a number whose separators are told apart by `mark` where the text alone cannot; `None` means that the
    /// column contradicts itself, and then such a text is no number.
    pub fn read(text: &str, mark: Option<Mark>) -> Option<Number> {
        match plain(text.as_bytes()) {
            Some(number) if number.scale != 3 || mark == Some(Mark::Point) => Some(number),
            _ => loose(text, mark),
        }
    }

    /// Returns the sum of two numbers.
    pub fn plus(self, other: Number) -> Option<Number> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.exact(u32::from(scale))?.checked_add(other.exact(u32::from(scale))?)?;
        Some(Number { mantissa, scale })
    }

    /// Tells whether the many decimals can only be the noise of a calculation with floating numbers.
    pub fn is_noisy(self) -> bool {
        self.scale >= 10 && self.mantissa.unsigned_abs() >= 100_000_000_000_000
    }

    /// Returns the number with the opposite sign.
    pub fn negative(self) -> Number {
        Number { mantissa: -self.mantissa, scale: self.scale }
    }

    /// Returns the number in units of ten to the power of minus `exponent`, if that takes no rounding.
    pub fn exact(self, exponent: u32) -> Option<i64> {
        let scale = u32::from(self.scale);
        if scale <= exponent {
            self.mantissa.checked_mul(10i64.checked_pow(exponent - scale)?)
        } else {
            let divisor = 10i64.checked_pow(scale - exponent)?;
            (self.mantissa % divisor == 0).then(|| self.mantissa / divisor)
        }
    }

    /// Returns the number in units of ten to the power of minus `exponent`, rounded half away from zero.
    pub fn rounded(self, exponent: u32) -> Option<i64> {
        let scale = u32::from(self.scale);
        if scale <= exponent {
            self.exact(exponent)
        } else {
            let divisor = 10i64.checked_pow(scale - exponent)?;
            let half = if self.mantissa < 0 { -(divisor / 2) } else { divisor / 2 };
            Some(self.mantissa.checked_add(half)? / divisor)
        }
    }

    /// Returns the nearest floating number; exact division keeps it correctly rounded.
    pub fn float(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// Returns the number without zeros at the end of its fraction, so that equal numbers are equal.
    pub fn reduced(mut self) -> Number {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }
}

/// Returns what the text says about its column's decimal mark.
pub fn evidence(text: &str) -> Evidence {
    match plain(text.as_bytes()) {
        Some(Number { scale: 0, .. }) => Evidence::None,
        Some(Number { scale: 1 | 2, .. }) => Evidence::Settles(Mark::Point),
        _ => Shape::of(text).map_or(Evidence::None, |shape| shape.evidence()),
    }
}

/// Reads the plain form, `-1250.75`, in one pass over the bytes.
fn plain(bytes: &[u8]) -> Option<Number> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let (mut mantissa, mut point) = (0i64, None);
    for (place, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && place > 0 => point = Some(place),
            _ => return None,
        }
    }
    let scale = point.map_or(0, |place| digits.len() - place - 1);
    (point.is_none() || scale > 0)
        .then_some(Number { mantissa: if negative { -mantissa } else { mantissa }, scale: scale as u8 })
}

fn loose(text: &str, mark: Option<Mark>) -> Option<Number> {
    let shape = Shape::of(text)?;
    let decimal = match shape.evidence() {
        Evidence::Open(separator) => (mark? == separator).then_some(shape.separators[0].0),
        _ => shape.decimal,
    };
    shape.number(decimal)
}

/// A number's text, taken apart: its digits, and the separators with the count of digits before each.
struct Shape {
    in_brackets: bool,
    /// The digits before the minus sign.
    minus: Option<usize>,
    digits: Vec<u8>,
    separators: Vec<(usize, Separator)>,
    /// The digits before the decimal mark, where the text itself says which separator that is.
    decimal: Option<usize>,
    open: Option<Mark>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Point,
    Comma,
    /// The Arabic decimal mark, never anything else.
    ArabicDecimal,
    /// A space, an apostrophe or the Arabic thousands mark, never a decimal mark.
    Thousands,
}

impl Shape {
    fn of(text: &str) -> Option<Shape> {
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let mut shape = Shape {
            in_brackets: inner.is_some(),
            minus: None,
            digits: Vec::new(),
            separators: Vec::new(),
            decimal: None,
            open: None,
        };
        for c in inner.unwrap_or(text).trim().chars().filter(|c| !is_direction_mark(*c)).map(western_digit) {
            shape.take(c)?;
        }
        let fits = (1..=18).contains(&shape.digits.len());
        let minus_outside = shape.minus.is_none_or(|at| at == 0 || at == shape.digits.len());
        (fits && minus_outside && shape.settle()).then_some(shape)
    }

    fn take(&mut self, c: char) -> Option<()> {
        let separator = match c {
            '0'..='9' => {
                self.digits.push(c as u8);
                return Some(());
            }
            '-' | '\u{2212}' | '\u{2010}'..='\u{2013}' if self.minus.is_none() && !self.in_brackets => {
                self.minus = Some(self.digits.len());
                return Some(());
            }
            '+' if self.digits.is_empty() => return Some(()),
            '.' => Separator::Point,
            ',' | '،' => Separator::Comma,
            '٫' => Separator::ArabicDecimal,
            '٬' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Separator::Thousands,
            _ => return None,
        };
        self.separators.push((self.digits.len(), separator));
        Some(())
    }

    /// Finds the decimal mark; tells whether what is left are well-formed thousands.
    fn settle(&mut self) -> bool {
        if self.separators.last().is_some_and(|(at, s)| *at == self.digits.len() && *s == Separator::Thousands) {
            self.separators.pop();
        }
        let Some((at, last)) = self.separators.last().copied() else { return true };
        let same = self.separators.iter().filter(|(_, s)| *s == last).count();
        let single = self.separators.len() == 1;
        let three_follow = self.digits.len() - at == 3 && (1..=3).contains(&at) && self.digits[0] != b'0';
        self.decimal = match last {
            Separator::ArabicDecimal => (same == 1).then_some(at),
            Separator::Thousands => None,
            Separator::Point | Separator::Comma if same > 1 => None,
            _ if single && three_follow => {
                self.open = Some(if last == Separator::Point { Mark::Point } else { Mark::Comma });
                return true;
            }
            _ => Some(at),
        };
        self.decimal.is_none_or(|at| at < self.digits.len()) && self.groups_fit(self.decimal)
    }

    /// Tells whether the separators other than the decimal mark stand where thousands end (or, in India, hundreds).
    fn groups_fit(&self, decimal: Option<usize>) -> bool {
        let whole = decimal.unwrap_or(self.digits.len());
        let groups = &self.separators[..self.separators.len() - usize::from(decimal.is_some())];
        let one_kind = groups.windows(2).all(|pair| pair[0].1 == pair[1].1);
        let ends: Vec<usize> = groups.iter().map(|(at, _)| *at).chain([whole]).collect();
        let widths: Vec<usize> = ends.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect();
        let first_fits = groups.first().is_none_or(|(at, _)| (1..=3).contains(at));
        let last_fits = widths.last().is_none_or(|width| *width == 3);
        let middle = &widths[..widths.len().saturating_sub(1)];
        one_kind && first_fits && last_fits && (middle.iter().all(|w| *w == 3) || middle.iter().all(|w| *w == 2))
    }

    fn evidence(&self) -> Evidence {
        let of = |separator: Separator, decimal: bool| match (separator, decimal) {
            (Separator::Point, true) | (Separator::Comma, false) => Evidence::Settles(Mark::Point),
            (Separator::Comma, true) | (Separator::Point, false) => Evidence::Settles(Mark::Comma),
            _ => Evidence::None,
        };
        match (self.open, self.separators.last()) {
            (Some(mark), _) => Evidence::Open(mark),
            (None, Some((at, separator))) => of(*separator, self.decimal == Some(*at)),
            (None, None) => Evidence::None,
        }
    }

    fn number(&self, decimal: Option<usize>) -> Option<Number> {
        let mantissa = self.digits.iter().fold(0i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let scale = decimal.map_or(0, |at| self.digits.len() - at) as u8;
        let negative = self.in_brackets || self.minus.is_some();
        Some(Number { mantissa: if negative { -mantissa } else { mantissa }, scale })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        let check = |text: &str, mark, expected: Option<(i64, u8)>| {
            let read = Number::read(text, mark).map(|n| (n.mantissa, n.scale));
            assert_eq!(read, expected, "{text} {mark:?}");
        };
        let (point, comma) = (Some(Mark::Point), Some(Mark::Comma));
        for (text, mantissa, scale) in [
            ("1250", 1250, 0),
            ("-1250.75", -125_075, 2),
            ("1,250.75", 125_075, 2),
            ("1.250,75", 125_075, 2),
            ("1 250,75", 125_075, 2),
            ("1'250.75", 125_075, 2),
            ("1,00,000", 100_000, 0),
            ("1,250,000", 1_250_000, 0),
            ("1.250.000", 1_250_000, 0),
            ("20,0", 200, 1),
            ("0,125", 125, 3),
            ("٣٬٤٥٠٫٧٥", 345_075, 2),
            ("۱۲۵۰", 1250, 0),
            ("(5.00)", -500, 2),
            ("5.00-", -500, 2),
            ("\u{2212}5", -5, 0),
            (".50", 50, 2),
        ] {
            check(text, point, Some((mantissa, scale)));
            check(text, comma, Some((mantissa, scale)));
            check(text, None, Some((mantissa, scale)));
        }
        check("1,250", point, Some((1250, 0)));
        check("1,250", comma, Some((1250, 3)));
        check("1.250", point, Some((1250, 3)));
        check("1.250", comma, Some((1250, 0)));
        check("1.250", None, None);
        for bad in [
            "",
            "-",
            ".",
            "1,2,3",
            "12,34.5",
            "1.2.3",
            "1,25,0",
            "abc",
            "1-2-3",
            "(5",
            "1-2",
            "(-5)",
            "5.",
            "1,250.750,5",
        ] {
            check(bad, point, None);
            check(bad, comma, None);
        }
        for long in ["1234567890123456789", "99999999999999999999999999999999.5"] {
            check(long, point, None);
        }
    }

    #[test]
    fn one_value_settles_a_column_or_leaves_it_open() {
        for (text, expected) in [
            ("1250", Evidence::None),
            ("12.5", Evidence::Settles(Mark::Point)),
            ("12,5", Evidence::Settles(Mark::Comma)),
            ("1.250,75", Evidence::Settles(Mark::Comma)),
            ("1,250,000", Evidence::Settles(Mark::Point)),
            ("1,250", Evidence::Open(Mark::Comma)),
            ("1.250", Evidence::Open(Mark::Point)),
            ("٣٬٤٥٠٫٧٥", Evidence::None),
        ] {
            assert_eq!(evidence(text), expected, "{text}");
        }
    }

    #[test]
    fn minor_units_are_exact() {
        let number = |mantissa, scale| Number { mantissa, scale };
        assert_eq!(number(125, 1).exact(2), Some(1250));
        assert_eq!(number(125_000, 4).exact(2), Some(1250));
        assert_eq!(number(12_345, 3).exact(2), None);
        assert_eq!(number(12_345, 3).rounded(2), Some(1235));
        assert_eq!(number(-12_345, 3).rounded(2), Some(-1235));
        assert_eq!(number(i64::MAX, 0).exact(2), None);
        assert_eq!(number(12_500, 3).reduced(), number(125, 1));
        assert_eq!(number(125, 1).plus(number(5, 2)), Some(number(1255, 2)));
        assert!(number(9_779_999_999_999_999, 15).is_noisy() && !number(12_345, 3).is_noisy());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = (Number::read(&text, Some(Mark::Comma)), evidence(&text));
        }

        #[test]
        fn plain_and_loose_agree(whole in 0i64..1_000_000, cents in 0u8..100) {
            let text = format!("{whole}.{cents:02}");
            let expected = Number { mantissa: whole * 100 + i64::from(cents), scale: 2 };
            prop_assert_eq!(plain(text.as_bytes()), Some(expected));
            prop_assert_eq!(loose(&text, Some(Mark::Point)), Some(expected));
        }
    }
}
