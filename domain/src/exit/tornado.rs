//! Which input decides: each alone set to its tenth and its ninetieth percentile, all others as they are.

use super::simulate::Futures;
use super::{Confidence, Inputs, Key, Replacement, Scenario, Time, compare};
use serde::{Deserialize, Serialize};

/// What one input changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    pub key: Key,
    /// The input at its tenth and its ninetieth percentile.
    pub low: f64,
    pub high: f64,
    /// What ending now leaves more than keeping then.
    pub npv_low: f64,
    pub npv_high: f64,
    /// The chance then that cash falls below zero after ending now.
    pub p_low: f64,
    pub p_high: f64,
    /// The scenario that leaves the most then.
    pub best_low: Scenario,
    pub best_high: Scenario,
}

/// What every scenario leaves at both ends of one input.
pub(super) struct Ends {
    pub key: Key,
    low: Vec<(Scenario, f64)>,
    high: Vec<(Scenario, f64)>,
}

impl Ends {
    /// Tells for either end whether repair leaves at least as much as an ending.
    pub fn repair_leads(&self, ending: Scenario) -> [bool; 2] {
        [&self.low, &self.high].map(|npvs| {
            let of = |wanted| npvs.iter().find(|(scenario, _)| *scenario == wanted).map(|(_, npv)| *npv);
            of(Scenario::Repair).zip(of(ending)).is_some_and(|(repair, end)| repair >= end)
        })
    }
}

/// Where every draw is a path of its own, fewer are enough to rank inputs.
const DRAWS_MAX: u32 = 1_000;

/// Returns what each input changes, the most telling first.
pub(super) fn swings(inputs: &Inputs) -> (Vec<Swing>, Vec<Ends>) {
    let mut base = inputs.clone();
    if base.is_varied() {
        base.draws = base.draws.min(DRAWS_MAX);
    }
    let mut found: Vec<(Swing, Ends)> =
        Key::ALL.into_iter().filter_map(|key| ends_of(inputs, key).map(|ends| swing(&base, key, ends))).collect();
    let width = |swing: &Swing| (swing.npv_high - swing.npv_low).abs();
    found.retain(|(swing, _)| width(swing) > 0.0 || swing.p_low != swing.p_high || swing.best_low != swing.best_high);
    found.sort_by(|a, b| width(&b.0).total_cmp(&width(&a.0)));
    found.into_iter().unzip()
}

/// Returns the tenth and the ninetieth percentile of an input, if it is not certain.
fn ends_of(inputs: &Inputs, key: Key) -> Option<[f64; 2]> {
    let value = if key == Key::MeanMonths { return waits(inputs) } else { key.get(inputs)? };
    if !key.may_spread() {
        return None;
    }
    let ends = match inputs.spreads.iter().find(|(spread, _)| *spread == key) {
        Some((_, spread)) => [spread.quantile(0.1), spread.quantile(0.9)],
        None => {
            let width = value.abs() * width(inputs.said_of(key).confidence);
            let bounds = key.bounds();
            [value - width, value + width].map(|end| end.clamp(bounds.min, bounds.max))
        }
    };
    (ends[0] < ends[1]).then_some(ends)
}

/// How far a single figure may be off, as a share of itself; the better it is known, the less.
fn width(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::High => 0.05,
        Confidence::Medium => 0.15,
        Confidence::Low => 0.35,
    }
}

/// The time until a replacement is drawn in any case: its ends are those of what is drawn.
fn waits(inputs: &Inputs) -> Option<[f64; 2]> {
    let waited = compare::replacement_months(inputs)?;
    (waited.p10 < waited.p90).then_some([waited.p10, waited.p90])
}

fn swing(base: &Inputs, key: Key, ends: [f64; 2]) -> (Swing, Ends) {
    let [low, high] = ends.map(|end| at(base, key, end));
    let swing = Swing {
        key,
        low: ends[0],
        high: ends[1],
        npv_low: npv(&low, Scenario::EndNow),
        npv_high: npv(&high, Scenario::EndNow),
        p_low: low.p_below_zero,
        p_high: high.p_below_zero,
        best_low: low.best(),
        best_high: high.best(),
    };
    (swing, Ends { key, low: low.npvs, high: high.npvs })
}

/// What comes of one input at one end.
struct End {
    npvs: Vec<(Scenario, f64)>,
    p_below_zero: f64,
}

impl End {
    /// Returns the scenario that leaves the most; of equals the first.
    fn best(&self) -> Scenario {
        let best = self.npvs.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map_or(Scenario::Keep, |(scenario, _)| scenario)
    }
}

fn npv(end: &End, wanted: Scenario) -> f64 {
    end.npvs.iter().find(|(scenario, _)| *scenario == wanted).map_or(0.0, |(_, npv)| *npv)
}

fn at(base: &Inputs, key: Key, value: f64) -> End {
    let mut inputs = base.clone();
    inputs.spreads.retain(|(spread, _)| *spread != key);
    match (&mut inputs.replacement, key) {
        (Some(Replacement { time, .. }), Key::MeanMonths) => {
            *time = Time::Own(vec![value]);
            inputs.marketing = inputs.marketing.map(|marketing| super::Marketing { factor: 1.0, ..marketing });
        }
        _ => key.set(&mut inputs, value),
    }
    let futures = Futures::of(&inputs, false);
    let keep = &futures.courses[0].left;
    let left = |course: &super::simulate::Course| (course.scenario, futures.mean(|i| course.left[i] - keep[i]).0);
    let end_now = futures.courses.iter().find(|course| course.scenario == Scenario::EndNow);
    End {
        npvs: futures.courses.iter().map(left).collect(),
        p_below_zero: end_now.map_or(0.0, |course| course.p_below(0.0, &futures)),
    }
}
