//! Money: whole minor units of an ISO 4217 currency. No floats, no silent conversion.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::Cell;
use std::fmt;

/// An ISO 4217 currency; `XXX` where nobody said which.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    exponent: u8,
}

impl Currency {
    /// The currency of an amount whose currency nobody stated; it never enters a sum across clients.
    pub const UNKNOWN: Currency = Currency { code: *b"XXX", exponent: 2 };

    /// Returns the currency of a three-letter code, in either case.
    pub fn of(code: &str) -> Option<Currency> {
        // Rows of one file mostly share a currency, and the list of ISO 4217 is long.
        thread_local!(static LAST: Cell<Currency> = const { Cell::new(Currency::UNKNOWN) });
        let upper: [u8; 3] = code.as_bytes().try_into().ok()?;
        let upper = upper.map(|b| b.to_ascii_uppercase());
        if let Some(met) = [LAST.get(), Currency::UNKNOWN].into_iter().find(|met| met.code == upper) {
            return Some(met);
        }
        let known = iso_currency::Currency::from_code(std::str::from_utf8(&upper).ok()?)?;
        let currency = Currency { code: upper, exponent: known.exponent().unwrap_or(0) as u8 };
        LAST.set(currency);
        Some(currency)
    }

    /// Tells whether no rate is needed between two currencies: one that nobody stated is taken for the other.
    pub fn agrees_with(self, other: Currency) -> bool {
        self == other || !self.is_known() || !other.is_known()
    }

    /// Returns the three-letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).expect("made of ASCII letters")
    }

    /// Returns how many decimals an amount has: 2 for most, 3 for KWD, 0 for JPY.
    pub fn exponent(&self) -> u32 {
        u32::from(self.exponent)
    }

    /// Tells whether anyone stated the currency.
    pub fn is_known(&self) -> bool {
        *self != Currency::UNKNOWN
    }

    /// Returns minor units as a number of whole units, for statistics and charts.
    pub fn whole(&self, minor: i64) -> f64 {
        minor as f64 / 10f64.powi(i32::from(self.exponent))
    }

    /// Returns a number of whole units as minor units, rounded half away from zero.
    pub fn minor(&self, whole: f64) -> i64 {
        (whole * 10f64.powi(i32::from(self.exponent))).round() as i64
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
        let code = String::deserialize(deserializer)?;
        Currency::of(&code).ok_or_else(|| serde::de::Error::custom(format!("{code} is no ISO 4217 currency")))
    }
}

/// An amount and its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// Returns the amount as plain decimal text, `-1250.750`, without a sign for the currency.
    pub fn decimal(&self) -> String {
        let exponent = self.currency.exponent() as usize;
        let digits = format!("{:0width$}", self.minor.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        let sign = if self.minor < 0 { "-" } else { "" };
        let point = if exponent > 0 { "." } else { "" };
        format!("{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::of(code).expect("a currency")
    }

    #[test]
    fn knows_exponents() {
        for (code, exponent) in [("SAR", 2), ("kwd", 3), ("JPY", 0), ("XXX", 2)] {
            assert_eq!(currency(code).exponent(), exponent, "{code}");
        }
        assert_eq!(Currency::of("SAX"), None);
        assert_eq!(Currency::of("ر.س"), None);
    }

    #[test]
    fn writes_plain_decimals() {
        let check = |minor, code, text: &str| assert_eq!(Money { minor, currency: currency(code) }.decimal(), text);
        check(-1_250_750, "KWD", "-1250.750");
        check(5, "SAR", "0.05");
        check(1200, "JPY", "1200");
    }
}
