//! The simulation: every scenario goes through the same futures.

use super::scenario::{Chance, flows};
use super::{Cash, Inputs, Outlook, Scenario, Simulation, Sound, compare, draws, tornado};

/// Simulates all scenarios of which the inputs say enough; the same inputs give the same figures anywhere.
pub fn simulate(sound: &Sound) -> Simulation {
    let inputs = sound.inputs();
    let futures = Futures::of(inputs, true);
    let keep: Vec<Cash> = futures.courses[0].cash(&futures);
    let outlook = |course: &Course| (course.scenario, course.outlook(&futures, inputs, &keep));
    let scenarios = futures.courses.iter().map(outlook).collect();
    let (tornado, ends) = tornado::swings(inputs);
    let mut simulation = Simulation {
        horizon_months: inputs.horizon_months,
        draws: inputs.draws,
        seed: inputs.seed,
        scenarios,
        indifference_months: compare::indifference_months(inputs),
        p_replaced_before_indifference: compare::p_replaced_before_indifference(inputs),
        replacement_months: compare::replacement_months(inputs),
        waiting_one_month: compare::waiting_one_month(inputs),
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
    /// For each month the cash of each future, if it is asked for.
    months: Vec<Vec<f64>>,
    /// How many futures fall below zero for the first time in each month.
    first_below_zero: Vec<u64>,
    /// The months in which the client is served, over all futures.
    served: f64,
}

impl Futures {
    /// Lets every scenario go through the futures.
    pub fn of(inputs: &Inputs, with_cash: bool) -> Futures {
        let given = Scenario::ALL.into_iter().filter(|scenario| scenario.is_given(inputs));
        let mut futures = Futures {
            weights: vec![],
            total: f64::from(inputs.draws),
            courses: given.map(|scenario| Course::new(scenario, inputs, with_cash)).collect(),
        };
        let mut scratch = Scratch::of(inputs);
        if inputs.is_varied() {
            draws::each(inputs, |drawn, chance, residuals| futures.add(drawn, chance, residuals, 1, &mut scratch));
        } else {
            let even = vec![0.0; inputs.horizon_months as usize];
            for (chance, count) in draws::counted(inputs) {
                futures.add(inputs, chance, &even, count, &mut scratch);
            }
        }
        futures
    }

    fn add(&mut self, inputs: &Inputs, chance: Chance, residuals: &[f64], weight: u32, scratch: &mut Scratch) {
        self.weights.push(weight);
        let anyway = inputs.other_contribution_monthly - inputs.fixed_cost_monthly;
        scratch.anyway.iter_mut().zip(residuals).for_each(|(month, residual)| *month = anyway + residual);
        for course in &mut self.courses {
            let served = flows(inputs, course.scenario, chance, &mut scratch.flow);
            course.served += served * f64::from(weight);
            course.follow(inputs.cash, weight, scratch);
        }
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

    /// Returns the share of futures of which something holds.
    pub fn share(&self, holds: impl Fn(usize) -> bool) -> f64 {
        let held = self.weights.iter().enumerate().filter(|(i, _)| holds(*i)).map(|(_, weight)| u64::from(*weight));
        held.sum::<u64>() as f64 / self.total
    }

    /// Returns the tenth, the middle and the ninth tenth of one figure of each future.
    fn quantiles(&self, figures: &[f64]) -> [f64; 3] {
        if self.weights.len() as f64 == self.total {
            of_single(&mut figures.to_vec())
        } else {
            self.of_counted(figures)
        }
    }

    /// As `of_single` over every future as often as it came.
    fn of_counted(&self, figures: &[f64]) -> [f64; 3] {
        let mut sorted: Vec<(f64, u32)> = figures.iter().copied().zip(self.weights.iter().copied()).collect();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let at = |rank: f64| {
            let mut passed = 0.0;
            let reaches = |(_, count): &&(f64, u32)| {
                passed += f64::from(*count);
                passed > rank
            };
            sorted.iter().find(reaches).or(sorted.last()).map_or(0.0, |(figure, _)| *figure)
        };
        TENTHS.map(|p| {
            let place = (self.total - 1.0) * p;
            at(place.floor()) + (at(place.ceil()) - at(place.floor())) * place.fract()
        })
    }
}

const TENTHS: [f64; 3] = [0.1, 0.5, 0.9];

/// Returns the quantiles of figures of equal weight, linear between ranks, by partial sorting.
fn of_single(figures: &mut [f64]) -> [f64; 3] {
    let last = figures.len() - 1;
    let (mut rest, mut passed) = (figures, 0);
    TENTHS.map(|p| {
        let place = last as f64 * p;
        let rank = place as usize - passed;
        let (_, at, above) = rest.select_nth_unstable_by(rank, f64::total_cmp);
        let at = *at;
        let next = above.iter().copied().reduce(f64::min).unwrap_or(at);
        let taken = std::mem::take(&mut rest);
        rest = &mut taken[rank..];
        passed += rank;
        at + (next - at) * place.fract()
    })
}

impl Course {
    fn new(scenario: Scenario, inputs: &Inputs, with_cash: bool) -> Course {
        let horizon = inputs.horizon_months as usize;
        let months = if with_cash { horizon } else { 0 };
        Course {
            scenario,
            left: vec![],
            low: vec![],
            months: vec![vec![]; months],
            first_below_zero: vec![0; horizon],
            served: 0.0,
        }
    }

    /// Adds up the cash of one future.
    fn follow(&mut self, mut cash: f64, weight: u32, scratch: &Scratch) {
        let (mut low, mut left) = (f64::INFINITY, 0.0);
        let mut first = None;
        for (month, (anyway, flow)) in scratch.anyway.iter().zip(&scratch.flow).enumerate() {
            cash += anyway + flow;
            left += flow * scratch.discounts[month];
            low = low.min(cash);
            if cash < 0.0 && first.is_none() {
                first = Some(month);
            }
            if let Some(futures) = self.months.get_mut(month) {
                futures.push(cash);
            }
        }
        if let Some(month) = first {
            self.first_below_zero[month] += u64::from(weight);
        }
        self.low.push(low);
        self.left.push(left);
    }

    /// Returns the share of futures whose cash falls below a sum.
    pub fn p_below(&self, sum: f64, futures: &Futures) -> f64 {
        futures.share(|i| self.low[i] < sum)
    }

    fn cash(&self, futures: &Futures) -> Vec<Cash> {
        let month = |(i, figures): (usize, &Vec<f64>)| {
            let [p10, p50, p90] = futures.quantiles(figures);
            Cash { month: i as u32 + 1, p10, p50, p90 }
        };
        self.months.iter().enumerate().map(month).collect()
    }

    fn outlook(&self, futures: &Futures, inputs: &Inputs, keep: &[Cash]) -> Outlook {
        let cash = if self.scenario == Scenario::Keep { keep.to_vec() } else { self.cash(futures) };
        let se = |p: f64| (p * (1.0 - p) / futures.total).sqrt();
        let (zero, reserve) = (self.p_below(0.0, futures), self.p_below(inputs.reserve, futures));
        let (npv, npv_se) = futures.mean(|i| self.left[i] - futures.courses[0].left[i]);
        let lowest = cash.iter().map(|month| month.p50).fold(f64::INFINITY, f64::min);
        let freed = f64::from(inputs.horizon_months) - self.served / futures.total;
        Outlook {
            p_cash_below_zero: zero,
            se: se(zero),
            p_cash_below_reserve: reserve,
            se_below_reserve: se(reserve),
            first_negative_month: cash.iter().find(|month| month.p50 < 0.0).map(|month| month.month),
            peak_shortfall: (-lowest).max(0.0),
            peak_shortfall_p90: (-futures.quantiles(&self.low)[0]).max(0.0),
            below_zero_median_month: self.below_zero_median_month(),
            break_even_month: break_even_month(&cash, keep).filter(|_| self.scenario != Scenario::Keep),
            npv,
            npv_se,
            hours_freed: freed.max(0.0) * inputs.client.hours_monthly,
            cash,
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
    /// What comes in each month whatever happens to the client.
    anyway: Vec<f64>,
    flow: Vec<f64>,
    discounts: Vec<f64>,
}

impl Scratch {
    fn of(inputs: &Inputs) -> Scratch {
        let months = inputs.horizon_months as usize;
        let discount = |month: usize| (1.0 + inputs.discount_yearly).powf(-(month as f64 + 1.0) / 12.0);
        Scratch { anyway: vec![0.0; months], flow: vec![0.0; months], discounts: (0..months).map(discount).collect() }
    }
}
