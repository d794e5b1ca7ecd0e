//! The cash of every scenario month by month, added up by hand.

use super::super::{Advice, Scenario};
use super::{near, outlook, simulated};

/// Ten a month is lost without the client, which brings ten; half a year.
const FIRM: &str = "
    horizon_months = 6
    cash = 100
    reserve = 80
    other_contribution_monthly = 20
    fixed_cost_monthly = 30
    [client]
    contribution_monthly = 10
    notice_months = 2
    notice_realised = 0.5
    contract_months_left = 3
    early_fee = 2
    receivable = 12
    write_off_share = 0.5
    exit_cost = 3
    hours_monthly = 5
    [replacement]
    contribution_monthly = 12
    months = [3]
    ramp_months = 2
    acquisition_cost = 4
";

#[track_caller]
fn check(more: &str, scenario: Scenario, expected: [i32; 6]) {
    let simulation = simulated(&format!("{FIRM}\n{more}"));
    let path: Vec<f64> = outlook(&simulation, scenario).cash.iter().map(|month| month.p50).collect();
    for (month, expected) in path.iter().zip(expected) {
        assert!((month - f64::from(expected)).abs() < 1e-9, "{path:?}");
    }
}

#[test]
fn each_scenario_as_ruled() {
    check("", Scenario::Keep, [112, 112, 112, 112, 112, 112]);
    check("", Scenario::EndNow, [90, 85, 81, 73, 75, 77]);
    check("", Scenario::Expire, [100, 100, 100, 95, 97, 99]);
    let repair = |success| format!("[repair]\nsuccess = {success}\nuplift_monthly = 5\ncost = 8\nmonths = 2");
    check(&repair(1), Scenario::Repair, [104, 104, 109, 114, 119, 124]);
    // It fails after the second month: then notice, the bill, and a search that lasts until the fifth.
    check(&repair(0), Scenario::Repair, [104, 104, 94, 89, 79, 71]);
    check("[hand_over]\nfee = 9\nmonths = 1", Scenario::HandOver, [95, 100, 90, 82, 84, 86]);
    let steps = "[staged]\nsteps = [{ month = 2, share = 0.5 }, { month = 4, share = 0 }]";
    check(steps, Scenario::Staged, [95, 90, 85, 83, 85, 87]);
    // Half of the service stays, so what is owed is paid as before.
    check("[staged]\nsteps = [{ month = 2, share = 0.5 }]", Scenario::Staged, [107, 102, 97, 94, 101, 108]);
}

#[test]
fn costs_marketing_harm_and_links() {
    let cut = "[[costs]]\nname = \"studio\"\nmonthly = 8\navoidable = 0.5\nlag_months = 2\none_off = 1";
    check(cut, Scenario::EndNow, [89, 88, 88, 84, 90, 96]);
    check(cut, Scenario::Keep, [112, 112, 112, 112, 112, 112]);
    // One month at today's pace, two at twice the pace: signed in the second.
    let marketing = "[marketing]\nfactor = 2\nlag_months = 1\ncost_monthly = 1";
    check(marketing, Scenario::EndNow, [89, 83, 81, 83, 85, 87]);
    check("[harm]\nmonthly = 1", Scenario::Keep, [111, 110, 109, 108, 107, 106]);
    check("[harm]\nmonthly = 1", Scenario::EndNow, [89, 83, 79, 71, 73, 75]);
    let leaves = "[harm]\nleave_chance_yearly = 1\nleave_cost = 7";
    check(leaves, Scenario::Keep, [105, 105, 105, 105, 105, 105]);
    check("[linked]\ncontribution_monthly = 2\nchance = 1", Scenario::EndNow, [90, 85, 79, 69, 69, 69]);
    check("[linked]\ncontribution_monthly = 2\nchance = 1", Scenario::Keep, [112, 112, 112, 112, 112, 112]);
}

#[test]
fn what_is_said_of_a_path() {
    let simulation = simulated(FIRM);
    let end = outlook(&simulation, Scenario::EndNow);
    assert_eq!((end.p_cash_below_zero, end.p_cash_below_reserve), (0.0, 1.0));
    assert_eq!((end.first_negative_month, end.peak_shortfall, end.break_even_month), (None, 0.0, None));
    near(end.npv, 77.0 - 112.0, 1e-9);
    // Half of the work of two months, and all of four.
    assert_eq!((end.hours_freed, outlook(&simulation, Scenario::Expire).hours_freed), (25.0, 15.0));
    assert_eq!(outlook(&simulation, Scenario::Keep).hours_freed, 0.0);
    let poor = simulated(&FIRM.replace("cash = 100", "cash = 20"));
    let end = outlook(&poor, Scenario::EndNow);
    assert_eq!((end.p_cash_below_zero, end.first_negative_month, end.below_zero_median_month), (1.0, Some(4), Some(4)));
    near(end.peak_shortfall, 7.0, 1e-9);
    near(end.peak_shortfall_p90, 7.0, 1e-9);
}

#[test]
fn ending_breaks_even_once_its_median_stays_above() {
    // 20 a month more than keeping from month 4 on, after 22, 27 and 31 less.
    let simulation = simulated(&FIRM.replace("contribution_monthly = 12\n", "contribution_monthly = 30\n"));
    let end = outlook(&simulation, Scenario::EndNow);
    // 90, 85, 81, then 81 - 10 + 15 - 4 = 82, 102, 122: above 112 in month 6.
    assert_eq!(end.break_even_month, Some(6));
    assert_eq!(outlook(&simulation, Scenario::Keep).break_even_month, None);
    assert_eq!(simulation.best_ending(), Scenario::Expire);
}

#[test]
fn discounting_weighs_later_months_less() {
    let text = FIRM.replace("horizon_months = 6", "horizon_months = 24\ndiscount_yearly = 0.1");
    let simulation = simulated(&text);
    let flow = |month: i32| match month {
        1 => -5.0 - 5.0 - 12.0,
        2 => -5.0,
        3 => -10.0 + 6.0,
        4 => -10.0 + 6.0 - 4.0,
        _ => 2.0,
    };
    let expected: f64 = (1..=24).map(|month| flow(month) * 1.1f64.powf(-f64::from(month) / 12.0)).sum();
    near(outlook(&simulation, Scenario::EndNow).npv, expected, 1e-9);
}

#[test]
fn a_repair_that_leaves_more_and_risks_less_leads() {
    let verdict = |success: f64, uplift: f64, cash: f64| {
        let repair = format!("[repair]\nsuccess = {success}\nuplift_monthly = {uplift}\ncost = 8\nmonths = 2");
        simulated(&format!("{FIRM}\n{repair}").replace("cash = 100", &format!("cash = {cash}"))).verdict
    };
    let sure = verdict(0.9, 5.0, 100.0);
    assert_eq!(sure.advice, Advice::RepairLeads);
    assert!(sure.repair_wins.is_some_and(|share| (0.88..0.92).contains(&share)), "{sure:?}");
    assert_eq!(simulated(FIRM).verdict.advice, Advice::RepairUnknown);
    // Expiring leaves 99, a repair that fails 71: only if it succeeds half the time is it worth the same.
    assert_eq!(verdict(0.0, 5.0, 100.0).advice, Advice::EndingLeads);
    let close = verdict(0.5, 5.0, 100.0);
    assert_eq!((close.advice, close.turned_by.is_some()), (Advice::RepairClose, true));
}

#[test]
fn the_tornado_sets_one_input_at_a_time() {
    let simulation = simulated(&FIRM.replace("months = [3]", "mean_months = 4"));
    let of = |path: &str| simulation.tornado.iter().find(|swing| swing.key.path() == path);
    let waits = of("replacement.mean_months").expect("uncertain");
    near(waits.low, 4.0 * -(0.9f64.ln()), 1e-9);
    near(waits.high, 4.0 * -(0.1f64.ln()), 1e-9);
    // Signed in the first month: 6 - 4 in the second, 12 in each of the four after it; in the tenth: never.
    near(waits.npv_low - waits.npv_high, 2.0 + 4.0 * 12.0, 1e-9);
    // It alone is drawn: the later it is signed, the less is left; only what comes too late to bring anything is equal.
    near(waits.rank.expect("drawn"), -1.0, 0.01);
    let contribution = of("client.contribution_monthly").expect("given");
    near(contribution.high - contribution.low, 2.0 * 0.15 * 10.0, 1e-9);
    assert_eq!(contribution.rank, None, "one figure has no order");
    // Ending gives up half of two months and all of four.
    near(contribution.npv_low - contribution.npv_high, 3.0 * (2.0 * 0.5 + 4.0), 1e-9);
    assert!(of("cash").is_none() && of("client.notice_months").is_none());
    let widths: Vec<f64> = simulation.tornado.iter().map(|swing| (swing.npv_high - swing.npv_low).abs()).collect();
    assert!(widths.is_sorted_by(|a, b| a >= b), "{widths:?}");
}
