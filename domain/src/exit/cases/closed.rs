//! Closed forms: what the simulation must come to.

use super::super::Scenario;
use super::{near, outlook, simulated};

/// A gap of 1,000 a month once the client is gone, and cash for five months of it; the client's place is taken at a
/// rate of a quarter a month.
const GAP: &str = "
    cash = 5000
    fixed_cost_monthly = 2000
    other_contribution_monthly = 1000
    seed = 20261122
    [client]
    contribution_monthly = 1000
    [replacement]
    contribution_monthly = 1000
    mean_months = 4
";

#[test]
fn poisson_wins_of_vector_21() {
    let simulation = simulated(GAP);
    let end = outlook(&simulation, Scenario::EndNow);
    near(end.p_cash_below_zero, (-1.25f64).exp(), 3.0 * 0.0046);
    near(end.se, (end.p_cash_below_zero * (1.0 - end.p_cash_below_zero) / 10_000.0).sqrt(), 1e-12);
    assert_eq!(outlook(&simulation, Scenario::Keep).p_cash_below_zero, 0.0);
    let waited = simulation.replacement_months.expect("sought");
    near(waited.p50, 2.77, 0.005);
    let half_a_year = simulated(&format!("horizon_months = 6\n{GAP}"));
    near(1.0 - half_a_year.replacement_months.expect("sought").p_within_horizon, 0.223, 0.0005);
}

#[test]
fn the_standard_error_of_vector_23() {
    let months = "months = [1, 1, 1, 1, 1, 1, 1, 1, 1, 30]";
    let simulation = simulated(&GAP.replace("mean_months = 4", months));
    let end = outlook(&simulation, Scenario::EndNow);
    near(end.p_cash_below_zero, 0.1, 0.009);
    near(end.se, 0.003, 0.0002);
}

/// The figures of vector 20.
fn vector_20(months: u32, exit_cost: f64) -> String {
    format!(
        "cash = 1e6
        fixed_cost_monthly = 0
        other_contribution_monthly = 0
        [client]
        contribution_monthly = 3000
        notice_months = 2
        exit_cost = {exit_cost}
        [replacement]
        contribution_monthly = 6000
        months = [{months}]"
    )
}

#[test]
fn indifference_of_vector_20() {
    near(simulated(&vector_20(3, 10_000.0)).indifference_months.expect("replaced"), 11.33, 0.005);
    let cost = "early_fee = 500\nexit_cost = 8500";
    let split = vector_20(3, 0.0)
        .replace("exit_cost = 0", cost)
        .replace("months = [3]", "months = [3]\nacquisition_cost = 1000");
    near(simulated(&split).indifference_months.expect("replaced"), 11.33, 0.005);
}

#[test]
fn certain_inputs_come_to_the_closed_form() {
    for (months, exit_cost) in [(11, 12_000.0), (3, 10_000.0), (20, 0.0)] {
        let simulation = simulated(&vector_20(months, exit_cost));
        let npv = outlook(&simulation, Scenario::EndNow).npv;
        near(npv, f64::from(24 - months) * 6_000.0 - 22.0 * 3_000.0 - exit_cost, 1e-6);
        let indifferent = simulation.indifference_months.expect("replaced");
        assert_eq!(npv >= -1e-6, f64::from(months) <= indifferent, "{months} {indifferent}");
        let in_time = if f64::from(months) < indifferent { 1.0 } else { 0.0 };
        assert_eq!(simulation.p_replaced_before_indifference, Some(in_time));
    }
    near(outlook(&simulated(&vector_20(11, 12_000.0)), Scenario::EndNow).npv, 0.0, 1e-6);
}

#[test]
fn a_client_that_costs_us_is_better_ended_at_any_time() {
    let text = vector_20(3, 0.0).replace("contribution_monthly = 3000", "contribution_monthly = -500");
    let simulation = simulated(&text);
    assert!(simulation.indifference_months.is_some_and(|months| months > 24.0));
    assert_eq!(simulation.p_replaced_before_indifference, Some(1.0));
    // A month more costs 500 and postpones the replacement by one of 6,000.
    near(simulation.waiting_one_month, -6_500.0, 1e-6);
    let nobody = text.split("[replacement]").next().expect("before").to_owned();
    let simulation = simulated(&nobody);
    assert_eq!((simulation.indifference_months, simulation.replacement_months), (None, None));
    near(outlook(&simulation, Scenario::EndNow).npv, 22.0 * 500.0, 1e-6);
}

#[test]
fn the_mean_income_of_a_replacement_is_that_of_whole_months() {
    // P(ceil T = k) = e^(-(k-1)/4) - e^(-k/4); income lasts 24 - k months.
    let expected: f64 = (1..24)
        .map(|k: i32| {
            let p = (-f64::from(k - 1) / 4.0).exp() - (-f64::from(k) / 4.0).exp();
            p * f64::from(24 - k) * 1000.0
        })
        .sum();
    let end = outlook(&simulated(GAP), Scenario::EndNow).clone();
    near(end.npv, expected - 24_000.0, 4.0 * end.npv_se);
    assert!((20.0..60.0).contains(&end.npv_se), "{}", end.npv_se);
}

#[test]
fn marketing_multiplies_the_rate_after_its_lag() {
    let text = format!("{GAP}\n[marketing]\nfactor = 2\nlag_months = 2\ncost_monthly = 0");
    let simulation = simulated(&text);
    // Survival to month 5: two months at a quarter, three at a half.
    near(outlook(&simulation, Scenario::EndNow).p_cash_below_zero, (-0.5f64 - 1.5).exp(), 3.0 * 0.0035);
    near(simulation.replacement_months.expect("sought").p50, 2.0 + (2.7726 - 2.0) / 2.0, 0.001);
}

#[test]
fn someone_who_leaves_in_a_year_with_that_chance() {
    let text = "
        horizon_months = 12
        cash = 0
        fixed_cost_monthly = 0
        other_contribution_monthly = 0
        [client]
        contribution_monthly = 0
        [harm]
        leave_chance_yearly = 0.3
        leave_cost = 1000";
    let simulation = simulated(text);
    near(outlook(&simulation, Scenario::Keep).p_cash_below_zero, 0.3, 3.0 * 0.0046);
    let end = outlook(&simulation, Scenario::EndNow);
    assert_eq!(end.p_cash_below_zero, 0.0);
    near(end.npv, 300.0, 3.0 * 4.6);
}
