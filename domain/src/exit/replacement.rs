//! How long it took us to win clients: the firm's own history of replacements.

use super::known::months;
use crate::days::Day;

/// So many own wins are a history; fewer are an assumption (DOMAIN 3.5).
pub const OWN_MIN: usize = 8;

/// A client that was won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Win {
    pub contacted_on: Day,
    pub signed_on: Day,
    /// What it leaves over in a month, in whole units of the firm's currency.
    pub monthly: Option<f64>,
}

/// Returns the months from the first contact to the signature of each win.
pub fn own_months(wins: &[Win]) -> Vec<f64> {
    wins.iter().map(|win| months(win.contacted_on, win.signed_on).max(0.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_contact_to_signature() {
        let day = |iso| Day::from_iso(iso).expect("a day");
        let win = |contacted, signed| Win { contacted_on: day(contacted), signed_on: day(signed), monthly: None };
        let months = own_months(&[win("2025-01-01", "2026-01-01"), win("2026-03-01", "2026-03-01")]);
        assert!((months[0] - 12.0).abs() < 0.01, "{months:?}");
        assert_eq!(months[1], 0.0);
    }
}
