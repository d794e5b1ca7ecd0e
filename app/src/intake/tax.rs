//! The tax in a file's amounts, as far as the file leaves it open and a person said it (RULINGS 23).

use domain::text::typed_number;

/// What a person said of the tax in a file's amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidTax {
    /// Whether the amounts include it; else they are before tax.
    pub is_included: bool,
    /// In hundredths of a percent, 15% is 1500; none where nobody said it.
    pub rate: Option<i64>,
}

/// The words by which it is asked and kept.
pub const INCLUDED: &str = "included";
pub const EXCLUDED: &str = "excluded";
/// There is no tax in the amounts: included, at nothing.
pub const NONE: &str = "none";

/// A whole, in hundredths of a percent.
const WHOLE: i64 = 10_000;

impl SaidTax {
    /// Returns what a word and a rate say.
    pub fn of(word: &str, rate: Option<i64>) -> Option<SaidTax> {
        match word {
            INCLUDED => Some(SaidTax { is_included: true, rate }),
            EXCLUDED => Some(SaidTax { is_included: false, rate }),
            NONE => Some(SaidTax { is_included: true, rate: Some(0) }),
            _ => None,
        }
    }

    /// Returns the word of the answer.
    pub fn word(self) -> &'static str {
        match self {
            SaidTax { rate: Some(0), .. } => NONE,
            SaidTax { is_included: true, .. } => INCLUDED,
            SaidTax { is_included: false, .. } => EXCLUDED,
        }
    }

    /// Returns the word under which it is kept with its file.
    pub fn kept(self) -> &'static str {
        if self.is_included { INCLUDED } else { EXCLUDED }
    }

    /// Returns the tax in an amount, or on it, in minor units; half a unit goes away from zero.
    pub fn on(self, amount: i64) -> Option<i64> {
        let rate = i128::from(self.rate?);
        let whole = i128::from(WHOLE) + if self.is_included { rate } else { 0 };
        let twice = 2 * i128::from(amount) * rate;
        let tax = (twice + twice.signum() * whole) / (2 * whole);
        i64::try_from(tax).ok()
    }

    /// Writes the rate in percent: `15`, `7.7`.
    pub fn percent(self) -> Option<String> {
        let rate = self.rate?;
        let (whole, part) = (rate / 100, rate % 100);
        Some(match part {
            0 => whole.to_string(),
            part if part % 10 == 0 => format!("{whole}.{}", part / 10),
            part => format!("{whole}.{part:02}"),
        })
    }

    /// Reads a rate as people type it, in percent: with either decimal mark, any digits, and a sign after it or none.
    pub fn rate_of(typed: &str) -> Option<i64> {
        let percent = typed_number(typed.trim().trim_end_matches(['%', '٪']))?;
        (0.0..=100.0).contains(&percent).then(|| (percent * 100.0).round() as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_is_taken_out_or_put_on() {
        let check = |word: &str, rate: i64, amount: i64, tax: i64| {
            let said = SaidTax::of(word, Some(rate)).expect("an answer");
            assert_eq!(said.on(amount), Some(tax), "{word} {rate} {amount}");
        };
        check(INCLUDED, 1500, 11_500, 1_500);
        check(EXCLUDED, 1500, 10_000, 1_500);
        check(INCLUDED, 1500, 100, 13); // 13.04
        check(EXCLUDED, 1500, 10, 2); // 1.5
        check(EXCLUDED, 1500, -10, -2);
        check(EXCLUDED, 770, 10_000, 770);
        check(NONE, 1500, 10_000, 0);
        assert_eq!(SaidTax::of(EXCLUDED, None).expect("an answer").on(100), None);
        assert_eq!(SaidTax::of(EXCLUDED, Some(10_000)).expect("an answer").on(i64::MAX), Some(i64::MAX));
        assert_eq!(SaidTax::of("maybe", Some(1500)), None);
    }

    #[test]
    fn a_rate_is_read_as_it_is_typed() {
        let check = |typed: &str, rate: Option<i64>, written: &str| {
            assert_eq!(SaidTax::rate_of(typed), rate, "{typed}");
            let said = SaidTax { is_included: true, rate };
            assert_eq!(said.percent().unwrap_or_default(), written, "{typed}");
        };
        check("15", Some(1500), "15");
        check(" ١٥ ٪", Some(1500), "15");
        check("7,7%", Some(770), "7.7");
        check("8.25", Some(825), "8.25");
        check("8.05", Some(805), "8.05");
        check("0", Some(0), "0");
        check("101", None, "");
        check("-1", None, "");
        check("much", None, "");
        check("", None, "");
    }
}
