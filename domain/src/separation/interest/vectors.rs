//! DOMAIN vector 22, and what a part payment, a cap or a missing rate changes; figures by hand.

use super::*;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

fn debt(code: &str, due_on: &str, paid: &[(&str, i64)]) -> Debt {
    Debt {
        invoice: "INV-1".into(),
        amount: 1_000_000,
        currency: Currency::of(code).expect("a currency"),
        due_on: day(due_on),
        paid: paid.iter().map(|(on, minor)| Paid { on: day(on), minor: *minor }).collect(),
    }
}

fn claim(place: &str) -> Claim {
    Claim {
        place: place.into(),
        clause: "9.2".into(),
        agreed_rate: None,
        claimed_on: None,
        allocation: None,
        approved_by: "mona".into(),
    }
}

fn of(debt: &Debt, claim: &Claim, until: &str) -> Result<Interest, Barred> {
    let law = law(&claim.place, debt.due_on.plus(1)).ok_or(Barred::NoPack)?;
    accrue(debt, law, claim, day(until))
}

fn sums(interest: &Interest) -> (i64, Option<i64>) {
    (interest.interest.minor, interest.fixed.map(|fixed| fixed.minor))
}

#[test]
fn united_kingdom() {
    // 10,000 x 13.25% x 45/365 = 163.356; due 31 January 2024, 45 days to 16 March; 100 for 10,000 or more.
    let found = of(&debt("GBP", "2024-01-31", &[]), &claim("GB"), "2024-03-16").expect("interest");
    assert_eq!(sums(&found), (16_336, Some(10_000)));
    let [segment] = &found.segments[..] else { panic!("one segment") };
    assert_eq!((segment.from, segment.until, segment.days), (day("2024-02-01"), day("2024-03-16"), 45));
    assert_eq!((segment.rate, segment.principal), (1325, 1_000_000));
    assert!(segment.source.contains("Bank of England"));
    // The half-year in which it became late holds to the end, over a change to 12.75% in 2025: 366 days at 13.25%.
    let long = of(&debt("GBP", "2024-01-31", &[]), &claim("GB"), "2025-01-31").expect("interest");
    assert_eq!((long.segments.len(), long.interest.minor), (1, 132_863)); // 1,328.630
    // Sums in pounds are no part of a debt in another currency.
    assert_eq!(of(&debt("SAR", "2024-01-31", &[]), &claim("GB"), "2024-03-16").expect("interest").fixed, None);
}

#[test]
fn emirates() {
    let found = of(&debt("AED", "2026-01-31", &[]), &claim("AE"), "2026-03-17").expect("interest");
    assert_eq!(sums(&found), (11_096, None));
    assert!(found.is_at_most);
}

#[test]
fn european_union_by_half_years() {
    // 30 days at 10.15% and 20 at 10.00%: 83.425 + 54.795 = 138.219.
    let mut law = law("EU", day("2026-06-01")).expect("a pack").clone();
    law.references = [("2026-01-01", 215), ("2026-07-01", 200)]
        .map(|(from, rate)| Reference { from: day(from), rate, source: format!("ECB {from}") })
        .into();
    let debt = debt("EUR", "2026-05-31", &[]);
    let found = accrue(&debt, &law, &claim("EU"), day("2026-07-20")).expect("interest");
    assert_eq!(sums(&found), (13_822, Some(4_000)));
    let segments: Vec<_> = found.segments.iter().map(|s| (s.days, s.rate, s.interest, s.source.as_str())).collect();
    assert_eq!(segments, [(30, 1015, 8_342, "ECB 2026-01-01"), (20, 1000, 5_480, "ECB 2026-07-01")]);
    // A year on no rate is listed: nothing is guessed.
    let found = accrue(&debt, &law, &claim("EU"), day("2027-01-20")).expect("interest");
    assert_eq!(found.unrated_from, Some(day("2027-01-01")));
    assert_eq!(found.segments.last().map(|s| s.until), Some(day("2026-12-31")));
}

#[test]
fn saudi_arabia_has_none_and_offers_the_loss() {
    assert_eq!(of(&debt("SAR", "2026-01-31", &[]), &claim("SA"), "2026-12-31"), Err(Barred::Disabled));
    let agreed = Claim { agreed_rate: Some(500), ..claim("SA") };
    assert_eq!(of(&debt("SAR", "2026-01-31", &[]), &agreed, "2026-12-31"), Err(Barred::Disabled));
    assert_eq!(law("SA", day("2026-02-01")).and_then(|law| law.instead), Some(Instead::DocumentedLoss));
}

#[test]
fn egypt_counts_from_the_claim_and_caps_what_is_agreed() {
    let debt = debt("EGP", "2026-01-31", &[]);
    assert_eq!(of(&debt, &claim("EG"), "2026-12-31"), Err(Barred::NoClaim));
    let sued = Claim { claimed_on: Some(day("2026-03-31")), ..claim("EG") };
    // 10,000 x 5% x 73/365 = 100, from 1 April to 12 June.
    assert_eq!(of(&debt, &sued, "2026-06-12").expect("interest").interest.minor, 10_000);
    // 8% was agreed, 7% is what the law bears: 10,000 x 7% x 73/365 = 140, from 1 February to 14 April.
    let agreed = Claim { agreed_rate: Some(800), ..claim("EG") };
    let found = of(&debt, &agreed, "2026-04-14").expect("interest");
    assert_eq!((found.interest.minor, found.is_capped, found.segments[0].source.as_str()), (14_000, true, "9.2"));
}

#[test]
fn a_part_payment_counts_from_its_value_date() {
    // Half is paid on day 20: 10,000 x 9% x 20/365 = 49.315 and 5,000 x 9% x 25/365 = 30.822, in all 80.137.
    let debt = debt("AED", "2026-01-31", &[("2026-02-20", 500_000)]);
    let first = Claim { allocation: Some(Allocation::PrincipalFirst), ..claim("AE") };
    let found = of(&debt, &first, "2026-03-17").expect("interest");
    assert_eq!((found.interest.minor, found.principal_left), (8_014, 500_000));
    // Where interest comes first, 49.32 of it are interest: 5,049.32 go on to bear 31.126, in all 80.441.
    let found = of(&debt, &claim("AE"), "2026-03-17").expect("interest");
    assert_eq!((found.interest.minor, found.principal_left), (8_044, 504_932));
    let principals: Vec<i64> = found.segments.iter().map(|segment| segment.principal).collect();
    assert_eq!(principals, [1_000_000, 504_932]);
}

#[test]
fn a_contracts_own_rate_takes_the_place_of_the_acts_fixed_sum() {
    let agreed = Claim { agreed_rate: Some(500), ..claim("GB") };
    // 10,000 x 5% x 45/365 = 61.644.
    assert_eq!(sums(&of(&debt("GBP", "2024-01-31", &[]), &agreed, "2024-03-16").expect("interest")), (6_164, None));
    assert_eq!(
        sums(&of(&debt("EUR", "2024-01-31", &[]), &Claim { place: "EU".into(), ..agreed }, "2024-03-16").expect("it")),
        (6_164, Some(4_000))
    );
}

#[test]
fn nothing_without_law_contract_and_a_person() {
    let debt = debt("GBP", "2024-01-31", &[]);
    let check = |claim: Claim, until: &str, barred| assert_eq!(of(&debt, &claim, until), Err(barred));
    check(claim("QA"), "2024-03-16", Barred::NoPack);
    check(Claim { clause: " ".into(), ..claim("GB") }, "2024-03-16", Barred::NoClause);
    check(Claim { approved_by: String::new(), ..claim("GB") }, "2024-03-16", Barred::NotApproved);
    check(claim("GB"), "2024-01-31", Barred::NotLate);
    let paid = super::Debt { paid: vec![Paid { on: day("2024-01-31"), minor: 1_000_000 }], ..debt.clone() };
    assert_eq!(of(&paid, &claim("GB"), "2024-03-16"), Err(Barred::NotLate));
    let unlisted = super::Debt { due_on: day("2031-01-31"), ..debt.clone() };
    assert_eq!(of(&unlisted, &claim("GB"), "2031-03-16"), Err(Barred::NoRate));
}

#[test]
fn one_day_and_a_leap_year() {
    // 10,000 x 9% x 1/365 = 2.466; the year of 365 days stays in a leap year.
    let one = of(&debt("AED", "2024-02-28", &[]), &claim("AE"), "2024-02-29").expect("interest");
    assert_eq!((one.interest.minor, one.segments[0].days), (247, 1));
    let until = of(&debt("AED", "2024-02-28", &[]), &claim("AE"), "2024-03-01").expect("interest");
    assert_eq!(until.segments[0].days, 2);
}
