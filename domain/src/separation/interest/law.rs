//! What the packs say of late payment at a place, each rule with the day from which it holds and its source (DOMAIN 2.8).

use crate::days::Day;
use crate::money::Currency;
use crate::word::words;
use serde::Deserialize;
use std::sync::LazyLock;

const PACKS: [&str; 5] = [
    include_str!("../../../../packs/ae.toml"),
    include_str!("../../../../packs/eg.toml"),
    include_str!("../../../../packs/eu.toml"),
    include_str!("../../../../packs/sa.toml"),
    include_str!("../../../../packs/uk.toml"),
];

words! {
    /// Whether late payment bears interest.
    Permission {
        /// Without being agreed.
        Statutory = "statutory",
        /// Only as agreed.
        Agreed = "agreed",
        /// Never.
        Disabled = "disabled",
    }
}

words! {
    /// From when interest runs where nothing else is agreed.
    Begins {
        /// From the day after the debt fell due.
        Due = "due",
        /// From the claim before a court.
        Claim = "claim",
    }
}

words! {
    /// Which half-year's reference rate holds.
    HalfYear {
        /// That in which the debt became late, to the end.
        BecameLate = "became_late",
        /// Each for its own days.
        Split = "split",
    }
}

words! {
    /// What a part payment pays first.
    Allocation { PrincipalFirst = "principal_first", InterestFirst = "interest_first" }
}

words! {
    /// Whether interest is subject to value added tax.
    Vat { Outside = "outside", Unsettled = "unsettled" }
}

words! {
    /// What may be claimed where interest may not.
    Instead { DocumentedLoss = "documented_loss" }
}

/// The rate that the law gives, in hundredths of a percent a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalRate {
    Fixed(u32),
    OverReference { points: u32, half_year: HalfYear },
}

/// A sum that is due once for each late invoice: for debts below a size, in whole units of the law's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedSum {
    #[serde(default)]
    pub below: Option<i64>,
    pub amount: i64,
}

/// The reference rate of a half-year, in hundredths of a percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub from: Day,
    pub rate: u32,
    pub source: String,
}

/// The rule of a place for debts that became late from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    pub place: String,
    pub from: Day,
    pub interest: Permission,
    pub begins: Begins,
    /// `None` where the law gives none.
    pub rate: Option<LegalRate>,
    /// Whether the law's rate is only the most that may be.
    pub at_most: bool,
    /// The most that may be agreed, in hundredths of a percent.
    pub agreed_cap: Option<u32>,
    /// How many days' interest make a year's.
    pub year_days: u32,
    pub allocation: Allocation,
    pub vat: Vat,
    pub currency: Option<Currency>,
    /// The smallest debts first.
    pub fixed_sums: Vec<FixedSum>,
    pub fixed_sum_with_agreed_rate: bool,
    pub instead: Option<Instead>,
    pub references: Vec<Reference>,
    pub source: String,
    pub checked_on: Option<Day>,
    pub checked_by: String,
}

#[derive(Deserialize)]
struct Pack {
    place: String,
    #[serde(default)]
    late_payment: Vec<Entry>,
    #[serde(default)]
    reference_rate: Vec<ReferenceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    from: Day,
    interest: Permission,
    #[serde(default = "due")]
    begins: Begins,
    #[serde(default)]
    percent: Option<f64>,
    #[serde(default)]
    points: Option<f64>,
    #[serde(default = "split")]
    half_year: HalfYear,
    #[serde(default)]
    at_most: bool,
    #[serde(default)]
    agreed_cap_percent: Option<f64>,
    year_days: u32,
    #[serde(default = "principal_first")]
    allocation: Allocation,
    vat: Vat,
    #[serde(default)]
    currency: Option<Currency>,
    #[serde(default)]
    fixed_sum: Vec<FixedSum>,
    #[serde(default)]
    fixed_sum_with_agreed_rate: bool,
    #[serde(default)]
    instead: Option<Instead>,
    source: String,
    #[serde(default)]
    checked_on: Option<Day>,
    checked_by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferenceEntry {
    from: Day,
    percent: f64,
    source: String,
    #[serde(default, rename = "checked_on")]
    _checked_on: Option<Day>,
    #[serde(rename = "checked_by")]
    _checked_by: String,
}

fn due() -> Begins {
    Begins::Due
}

fn split() -> HalfYear {
    HalfYear::Split
}

fn principal_first() -> Allocation {
    Allocation::PrincipalFirst
}

/// Returns a percentage in hundredths of a percent.
pub fn hundredths(percent: f64) -> u32 {
    (percent * 100.0).round().clamp(0.0, 1_000_000.0) as u32
}

static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| {
    let read = |text: &&str| -> Pack { toml::from_str(text).expect("a pack is part of the program and has a test") };
    PACKS.iter().map(read).flat_map(Pack::laws).collect()
});

impl Pack {
    fn laws(self) -> Vec<Law> {
        let reference = |entry: &ReferenceEntry| Reference {
            from: entry.from,
            rate: hundredths(entry.percent),
            source: entry.source.clone(),
        };
        let references: Vec<Reference> = self.reference_rate.iter().map(reference).collect();
        let law = |entry: Entry| entry.law(&self.place, references.clone());
        self.late_payment.into_iter().map(law).collect()
    }
}

impl Entry {
    fn law(self, place: &str, references: Vec<Reference>) -> Law {
        let over = self
            .points
            .map(|points| LegalRate::OverReference { points: hundredths(points), half_year: self.half_year });
        Law {
            place: place.to_owned(),
            from: self.from,
            interest: self.interest,
            begins: self.begins,
            rate: over.or_else(|| self.percent.map(|percent| LegalRate::Fixed(hundredths(percent)))),
            at_most: self.at_most,
            agreed_cap: self.agreed_cap_percent.map(hundredths),
            year_days: self.year_days,
            allocation: self.allocation,
            vat: self.vat,
            currency: self.currency,
            fixed_sums: self.fixed_sum,
            fixed_sum_with_agreed_rate: self.fixed_sum_with_agreed_rate,
            instead: self.instead,
            references,
            source: self.source,
            checked_on: self.checked_on,
            checked_by: self.checked_by,
        }
    }
}

/// Returns the rule of a place for a debt that became late on a day; `None` where no pack says.
pub fn law(place: &str, late_on: Day) -> Option<&'static Law> {
    let place = if place.eq_ignore_ascii_case("UK") { "GB" } else { place };
    let held = LAWS.iter().filter(|law| law.place.eq_ignore_ascii_case(place) && law.from <= late_on);
    held.max_by_key(|law| law.from)
}

/// Returns every place whose pack speaks of late payment, in the order of their codes.
pub fn law_places() -> Vec<&'static str> {
    let mut places: Vec<&str> = LAWS.iter().map(|law| law.place.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    places
}

impl Law {
    /// Returns the reference rate of the half-year in which a day lies, if it is listed.
    pub fn reference(&self, on: Day) -> Option<&Reference> {
        let (year, month, _) = on.civil();
        let begins = Day::new(year, if month <= 6 { 1 } else { 7 }, 1)?;
        self.references.iter().find(|reference| reference.from == begins)
    }

    /// Returns the fixed sum of a debt in minor units of the law's currency.
    pub fn fixed_sum(&self, debt_minor: i64) -> Option<i64> {
        let currency = self.currency?;
        let unit = 10i64.pow(currency.exponent());
        let fits = |sum: &&FixedSum| sum.below.is_none_or(|below| debt_minor < below * unit);
        self.fixed_sums.iter().find(fits).map(|sum| sum.amount * unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn every_pack_says_where_it_is_from_and_nobody_has_answered_for_it_yet() {
        assert_eq!(law_places(), ["AE", "EG", "EU", "GB", "SA"]);
        for law in LAWS.iter() {
            assert!(!law.source.is_empty() && (360..=366).contains(&law.year_days), "{}", law.place);
            assert!(law.checked_by.is_empty() || law.checked_on.is_some(), "{}", law.place);
            assert_eq!(law.interest == Permission::Statutory, law.rate.is_some(), "{}", law.place);
            assert!(law.fixed_sums.is_empty() || law.currency.is_some(), "{}", law.place);
            assert!(law.fixed_sums.is_sorted_by_key(|sum| sum.below.unwrap_or(i64::MAX)), "{}", law.place);
            for reference in &law.references {
                let (_, month, of_month) = reference.from.civil();
                assert!(of_month == 1 && (month == 1 || month == 7), "{} {}", law.place, reference.from);
            }
        }
    }

    #[test]
    fn a_rule_holds_from_its_day_on() {
        assert_eq!(law("AE", day("2022-12-31")), None);
        assert_eq!(law("ae", day("2023-01-02")).map(|law| law.rate), Some(Some(LegalRate::Fixed(900))));
        assert_eq!(law("UK", day("2024-03-01")).map(|law| law.place.as_str()), Some("GB"));
        assert_eq!(law("QA", day("2024-03-01")), None);
    }

    #[test]
    fn a_half_year_that_is_not_listed_has_no_rate() {
        let law = law("GB", day("2024-01-15")).expect("a pack");
        assert_eq!(law.reference(day("2024-06-30")).map(|reference| reference.rate), Some(525));
        assert_eq!(law.reference(day("2022-07-01")).map(|reference| reference.rate), Some(125));
        assert_eq!(law.reference(day("2030-01-15")), None);
    }

    #[test]
    fn fixed_sums_go_by_size() {
        let law = law("GB", day("2024-01-15")).expect("a pack");
        for (debt, sum) in [(99_999, 4_000), (100_000, 7_000), (999_999, 7_000), (1_000_000, 10_000)] {
            assert_eq!(law.fixed_sum(debt), Some(sum), "{debt}");
        }
    }
}
