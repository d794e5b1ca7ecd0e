//! What a simulation says.

use super::{Caution, Scenario, Stated, Swing, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The six scenarios beside each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Simulation {
    pub horizon_months: u32,
    pub draws: u32,
    pub seed: u64,
    pub scenarios: BTreeMap<Scenario, Outlook>,
    /// Until then a replacement must be signed for ending to leave as much as keeping.
    pub indifference_months: Option<f64>,
    /// The chance of that.
    pub p_replaced_before_indifference: Option<f64>,
    /// How long a replacement takes.
    pub replacement_months: Option<Waited>,
    /// What ending one month later leaves more, or less, than ending now.
    pub waiting_one_month: f64,
    /// What one input changes when it alone is low or high, the most telling first.
    pub tornado: Vec<Swing>,
    pub verdict: Verdict,
    pub inputs: Vec<Stated>,
    pub cautions: Vec<Caution>,
}

/// What came of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// The share of futures in which cash is below zero in some month.
    pub p_cash_below_zero: f64,
    /// The standard error of that share.
    pub se: f64,
    pub p_cash_below_reserve: f64,
    pub se_below_reserve: f64,
    pub cash: Vec<Cash>,
    /// The first month in which the median path is below zero.
    pub first_negative_month: Option<u32>,
    /// How deep the median path falls below zero.
    pub peak_shortfall: f64,
    /// The depth that only one future in ten exceeds.
    pub peak_shortfall_p90: f64,
    /// Where cash falls below zero: the month before which half of those futures have seen it.
    pub below_zero_median_month: Option<u32>,
    /// From this month on the median path is no lower than that of keeping.
    pub break_even_month: Option<u32>,
    /// The mean of what it leaves more than keeping over the horizon.
    pub npv: f64,
    pub npv_se: f64,
    /// The hours that it frees within the horizon, on average.
    pub hours_freed: f64,
}

/// The cash of one month: a tenth of the futures lies below p10, half below p50, a tenth above p90.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cash {
    pub month: u32,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

/// The months until a replacement is signed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waited {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// The chance that it is signed within the horizon.
    pub p_within_horizon: f64,
}

impl Simulation {
    /// Returns what came of a scenario, if it was given.
    pub fn of(&self, scenario: Scenario) -> Option<&Outlook> {
        self.scenarios.get(&scenario)
    }

    /// Returns the scenario that leaves the most; of equals the first.
    pub fn most(&self) -> Scenario {
        let npv = |scenario: Scenario| self.of(scenario).map_or(f64::NEG_INFINITY, |outlook| outlook.npv);
        Scenario::ALL
            .into_iter()
            .reduce(|best, next| if npv(next) > npv(best) { next } else { best })
            .unwrap_or(Scenario::Keep)
    }

    /// Returns the ending that leaves the most; of equals the first.
    pub fn best_ending(&self) -> Scenario {
        let npv = |scenario: Scenario| self.of(scenario).map_or(f64::NEG_INFINITY, |outlook| outlook.npv);
        let endings = Scenario::ALL.into_iter().filter(|scenario| scenario.is_ending());
        endings.reduce(|best, next| if npv(next) > npv(best) { next } else { best }).unwrap_or(Scenario::EndNow)
    }
}
