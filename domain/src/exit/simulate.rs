//! The simulation: every scenario goes through the same futures.

use super::draws::{Drawn, discounts};
use super::quantile::tenths;
use super::scenario::flows;
use super::{Cash, Inputs, Outlook, Scenario, Simulation, Sound, compare, tornado};

/// Simulates all scenarios of which the inputs say enough; the same inputs give the same figures anywhere.
pub fn simulate(sound: &Sound) -> Simulation {
    let inputs = sound.inputs();
    let drawn = Drawn::of(inputs);
    let futures = Futures::of(inputs, &drawn, true);
    let keep = &futures.courses[0].cash;
    let outlook = |course: &Course| (course.scenario, course.outlook(&futures, inputs, keep));
    let scenarios = futures.courses.iter().map(outlook).collect();
    let (tornado, ends) = tornado::swings(inputs, &drawn, &futures);
    let mut simulation = Simulation {
        horizon_months: inputs.horizon_months,
        draws: inputs.draws,
        seed: inputs.seed,
        scenarios,
        indifference_months: compare::indifference_months(inputs),
        p_replaced_before_indifference: compare::p_replaced_before_indifference(inputs),
        replacement_months: compare::replacement_months(inputs),
        waiting_one_month: compare::waiting_one_month(inputs, &drawn),
        tornado,
        verdict: compare::Verdict::default(),
        inputs: inputs.stated(),
        cautions: inputs.cautions(),
    };
    simulation.verdict = compare::verdict(&simulation, &futures, &ends);
    simulation
}

/// All futures of all scenarios.
pub(super) struct Futures {
    /// How often each future came.
    pub weights: Vec<u32>,
    pub total: f64,
    /// The first is that of keeping.
    pub courses: Vec<Course>,
}

/// One scenario through all futures.
pub(super) struct Course {
    pub scenario: Scenario,
    /// What each future leaves, discounted.
    pub left: Vec<f64>,
    /// The lowest cash of each future.
    low: Vec<f64>,
    /// The cash of each month over all futures, if it is asked for.
    cash: Vec<Cash>,
    /// How many futures fall below zero for the first time in each month.
    first_below_zero: Vec<u64>,
    /// The months in which the client is served, over all futures.
    served: f64,
}

impl Futures {
    /// Lets every scenario go through the futures.
    pub fn of(inputs: &Inputs, drawn: &Drawn, with_cash: bool) -> Futures {
        let given = Scenario::ALL.into_iter().filter(|scenario| scenario.is_given(inputs));
        let (weights, total) = (drawn.weights(inputs), f64::from(inputs.draws));
        let mut scratch = Scratch::of(inputs, if with_cash { weights.len() } else { 0 });
        let courses = given.map(|scenario| {
            let mut course = Course::new(scenario, inputs, weights.len());
            drawn.each(inputs, |inputs, chance, residuals, count| {
                let served = flows(inputs, scenario, chance, &mut scratch.flow);
                course.served += served * f64::from(count);
                course.follow(inputs, residuals, count, &mut scratch);
            });
            course.cash = scratch.months(&weights, total);
            course
        });
        Futures { courses: courses.collect(), weights, total }
    }

    /// Returns the mean over all futures, and its standard error.
    pub fn mean(&self, of: impl Fn(usize) -> f64) -> (f64, f64) {
        let weighted = |value: &dyn Fn(usize) -> f64| -> f64 {
            self.weights.iter().enumerate().map(|(i, weight)| f64::from(*weight) * value(i)).sum()
        };
        let mean = weighted(&of) / self.total;
        let spread = weighted(&|i| (of(i) - mean).powi(2)) / (self.total - 1.0).max(1.0);
        (mean, (spread / self.total).sqrt())
    }

    /// Returns for every future what a scenario leaves more than keeping; nothing where the scenario is not given.
    pub fn more_than_keeping(&self, scenario: Scenario) -> Vec<f64> {
        let course = self.courses.iter().find(|course| course.scenario == scenario);
        let left = course.into_iter().flat_map(|course| course.left.iter().zip(&self.courses[0].left));
        left.map(|(left, keep)| left - keep).collect()
    }

    /// Returns the share of futures of which something holds.
    pub fn share(&self, holds: impl Fn(usize) -> bool) -> f64 {
        let held = self.weights.iter().enumerate().filter(|(i, _)| holds(*i)).map(|(_, weight)| u64::from(*weight));
        held.sum::<u64>() as f64 / self.total
    }
}

impl Course {
    fn new(scenario: Scenario, inputs: &Inputs, futures: usize) -> Course {
        Course {
            scenario,
            left: Vec::with_capacity(futures),
            low: Vec::with_capacity(futures),
            cash: vec![],
            first_below_zero: vec![0; inputs.horizon_months as usize],
            served: 0.0,
        }
    }

    /// Adds up the cash of one future.
    fn follow(&mut self, inputs: &Inputs, residuals: &[f64], weight: u32, scratch: &mut Scratch) {
        let anyway = inputs.other_contribution_monthly - inputs.fixed_cost_monthly;
        let (mut cash, mut low, mut left) = (inputs.cash, f64::INFINITY, 0.0);
        let months = residuals.iter().zip(&scratch.flow).zip(&scratch.discounts);
        let place = self.low.len();
        for (month, ((residual, flow), discount)) in months.enumerate() {
            cash += anyway + residual + flow;
            left += flow * discount;
            low = if cash < low { cash } else { low };
            if scratch.futures > 0 {
                scratch.cash[month * scratch.futures + place] = cash;
            }
        }
        if low < 0.0 {
            let mut cash = inputs.cash;
            let below = |(residual, flow): (&f64, &f64)| {
                cash += anyway + residual + flow;
                cash < 0.0
            };
            let first = residuals.iter().zip(&scratch.flow).position(below).unwrap_or(0);
            self.first_below_zero[first] += u64::from(weight);
        }
        self.low.push(low);
        self.left.push(left);
    }

    /// Returns the share of futures whose cash falls below a sum.
    pub fn p_below(&self, sum: f64, futures: &Futures) -> f64 {
        futures.share(|i| self.low[i] < sum)
    }

    fn outlook(&self, futures: &Futures, inputs: &Inputs, keep: &[Cash]) -> Outlook {
        let se = |p: f64| (p * (1.0 - p) / futures.total).sqrt();
        let (zero, reserve) = (self.p_below(0.0, futures), self.p_below(inputs.reserve, futures));
        let (npv, npv_se) = futures.mean(|i| self.left[i] - futures.courses[0].left[i]);
        let lowest = self.cash.iter().map(|month| month.p50).fold(f64::INFINITY, f64::min);
        let freed = f64::from(inputs.horizon_months) - self.served / futures.total;
        Outlook {
            p_cash_below_zero: zero,
            se: se(zero),
            p_cash_below_reserve: reserve,
            se_below_reserve: se(reserve),
            first_negative_month: self.cash.iter().find(|month| month.p50 < 0.0).map(|month| month.month),
            peak_shortfall: (-lowest).max(0.0),
            peak_shortfall_p90: (-tenths(&self.low, &futures.weights, futures.total)[0]).max(0.0),
            below_zero_median_month: self.below_zero_median_month(),
            break_even_month: break_even_month(&self.cash, keep).filter(|_| self.scenario != Scenario::Keep),
            npv,
            npv_se,
            hours_freed: freed.max(0.0) * inputs.client.hours_monthly,
            cash: self.cash.clone(),
        }
    }

    fn below_zero_median_month(&self) -> Option<u32> {
        let all: u64 = self.first_below_zero.iter().sum();
        let mut seen = 0;
        let reached = |count: &u64| {
            seen += count;
            seen * 2 >= all
        };
        self.first_below_zero.iter().position(reached).filter(|_| all > 0).map(|month| month as u32 + 1)
    }
}

/// Returns the month from which the median path stays no lower than that of keeping.
fn break_even_month(cash: &[Cash], keep: &[Cash]) -> Option<u32> {
    let lower = |(own, keep): (&Cash, &Cash)| own.p50 < keep.p50 - 1e-9 * keep.p50.abs().max(1.0);
    let last_lower = cash.iter().zip(keep).rposition(lower);
    let first = last_lower.map_or(1, |month| month as u32 + 2);
    (first <= cash.len() as u32).then_some(first)
}

/// Room that is used again for every future.
struct Scratch {
    flow: Vec<f64>,
    discounts: Vec<f64>,
    /// For each month the cash of each future, one month after the other; no futures where it is not asked for.
    cash: Vec<f64>,
    futures: usize,
}

impl Scratch {
    fn of(inputs: &Inputs, futures: usize) -> Scratch {
        let months = inputs.horizon_months as usize;
        let cash = vec![0.0; months * futures];
        Scratch { flow: vec![0.0; months], discounts: discounts(inputs), cash, futures }
    }

    /// Sums up the cash of each month.
    fn months(&self, weights: &[u32], total: f64) -> Vec<Cash> {
        let month = |(i, figures): (usize, &[f64])| {
            let [p10, p50, p90] = tenths(figures, weights, total);
            Cash { month: i as u32 + 1, p10, p50, p90 }
        };
        self.cash.chunks(self.futures.max(1)).enumerate().map(month).collect()
    }
}
