//! Every part of the model at once, against a program of its own: a loop in Python over 100,000 futures drawn by its own
//! generator, written from RULINGS 43 to 49.

use super::super::Scenario;
use super::{near, outlook, simulated};

const EVERYTHING: &str = "
    draws = 100000
    seed = 7
    cash = 60000
    reserve = 30000
    fixed_cost_monthly = 52000
    other_contribution_monthly = 44000
    discount_yearly = 0.08
    costs = [{ monthly = 3000, avoidable = 0.8, lag_months = 2, one_off = 1000 }]
    hand_over = { fee = 12000, months = 2 }
    marketing = { factor = 1.5, lag_months = 2, cost_monthly = 500 }
    harm = { monthly = 400, leave_chance_yearly = 0.2, leave_cost = 9000 }
    linked = { contribution_monthly = 1500, chance = 0.3 }
    repair = { success = 0.45, uplift_monthly = 4000, cost = 9000, months = 3 }
    replacement = { contribution_monthly = 9000, mean_months = 5, ramp_months = 3, acquisition_cost = 6000 }
    staged = { steps = [{ month = 2, share = 0.6 }, { month = 4, share = 0.3 }, { month = 6, share = 0 }] }
    [client]
    contribution_monthly = 8200
    notice_months = 2
    notice_realised = 0.7
    contract_months_left = 7
    early_fee = 3000
    receivable = 20000
    write_off_share = 0.35
    exit_cost = 9000
";

/// Below zero, below the reserve, more than keeping, and the cash after a year at its tenth, middle and ninth tenth.
const FOUND: [(Scenario, f64, f64, f64, [f64; 3]); 6] = [
    (Scenario::Keep, 0.0, 0.0, 0.0, [68_600.0, 77_600.0, 77_600.0]),
    (Scenario::Repair, 0.0585, 0.2359, 33_024.7, [13_780.0, 71_780.0, 108_200.0]),
    (Scenario::EndNow, 0.1037, 0.4129, 6_250.3, [3_080.0, 56_080.0, 84_580.0]),
    (Scenario::Expire, 0.0099, 0.0395, 53_310.4, [55_500.0, 103_000.0, 131_500.0]),
    (Scenario::HandOver, 0.0424, 0.1667, 22_894.5, [20_000.0, 73_000.0, 101_500.0]),
    (Scenario::Staged, 0.0594, 0.2599, 16_948.6, [17_860.0, 66_360.0, 94_860.0]),
];

#[test]
fn agrees_with_a_program_written_elsewhere() {
    let simulation = simulated(EVERYTHING);
    for (scenario, below_zero, below_reserve, more, after_a_year) in FOUND {
        let own = outlook(&simulation, scenario);
        // Both were drawn: four standard errors of a difference of two.
        near(own.p_cash_below_zero, below_zero, 4.0 * 1.42 * own.se + 5e-5);
        near(own.p_cash_below_reserve, below_reserve, 4.0 * 1.42 * own.se_below_reserve + 5e-5);
        near(own.npv, more, 4.0 * 1.42 * own.npv_se + 0.05);
        let cash = own.cash[11];
        assert_eq!([cash.p10, cash.p50, cash.p90].map(f64::round), after_a_year, "{scenario:?}");
    }
}
