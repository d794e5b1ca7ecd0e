//! Which input decides: each alone set to its tenth and its ninetieth percentile, all others as they are; and of those
//! that are drawn, how much the order of the futures follows them when all vary at once.

use super::draws::Drawn;
use super::simulate::{Course, Futures};
use super::{Confidence, Inputs, Key, Replacement, Scenario, Time, compare};
use crate::stats::spearman_counted;
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
    /// Over all futures, where all inputs vary at once: the rank correlation, -1 to 1, of the input as it was drawn with
    /// what ending now leaves more than keeping (Spearman 1904). `None` where it is one figure.
    #[serde(default)]
    pub rank: Option<f64>,
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

/// Where every future is drawn singly, so many of them are gone through again for each end; what one input changes is
/// found from these, and added to what all futures say.
const AGAIN: u32 = 300;

/// Returns what each input changes, the most telling first.
pub(super) fn swings(inputs: &Inputs, drawn: &Drawn, futures: &Futures) -> (Vec<Swing>, Vec<Ends>) {
    let mut base = Base {
        inputs: inputs.clone(),
        drawn,
        left: futures.more_than_keeping(Scenario::EndNow),
        times: futures.weights.iter().map(|times| f64::from(*times)).collect(),
        all: End::of(futures),
        again: None,
    };
    if inputs.is_varied() && inputs.draws > AGAIN {
        base.inputs.draws = AGAIN;
        base.again = Some(End::of(&Futures::of(&base.inputs, drawn, false)));
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

/// What one input is changed against.
struct Base<'a> {
    inputs: Inputs,
    drawn: &'a Drawn,
    /// What ending now leaves more than keeping in each future, and how often that future came.
    left: Vec<f64>,
    times: Vec<f64>,
    /// What all futures come to, and what the few that are gone through again do.
    all: End,
    again: Option<End>,
}

fn swing(base: &Base, key: Key, ends: [f64; 2]) -> (Swing, Ends) {
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
        rank: base.drawn.values(key).and_then(|values| spearman_counted(&values, &base.left, &base.times)),
    };
    (swing, Ends { key, low: low.npvs, high: high.npvs })
}

/// What comes of one input at one end.
struct End {
    npvs: Vec<(Scenario, f64)>,
    p_below_zero: f64,
}

impl End {
    fn of(futures: &Futures) -> End {
        let keep = &futures.courses[0].left;
        let left = |course: &Course| (course.scenario, futures.mean(|i| course.left[i] - keep[i]).0);
        let end_now = futures.courses.iter().find(|course| course.scenario == Scenario::EndNow);
        End {
            npvs: futures.courses.iter().map(left).collect(),
            p_below_zero: end_now.map_or(0.0, |course| course.p_below(0.0, futures)),
        }
    }

    /// Returns the scenario that leaves the most; of equals the first.
    fn best(&self) -> Scenario {
        let best = self.npvs.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map_or(Scenario::Keep, |(scenario, _)| scenario)
    }

    /// Moves what few futures came to by as much as all of them differ from the few.
    fn moved(mut self, base: &Base) -> End {
        if let Some(again) = &base.again {
            for ((_, npv), (all, few)) in self.npvs.iter_mut().zip(base.all.npvs.iter().zip(&again.npvs)) {
                *npv += all.1 - few.1;
            }
            self.p_below_zero = (self.p_below_zero + base.all.p_below_zero - again.p_below_zero).clamp(0.0, 1.0);
        }
        self
    }
}

fn npv(end: &End, wanted: Scenario) -> f64 {
    end.npvs.iter().find(|(scenario, _)| *scenario == wanted).map_or(0.0, |(_, npv)| *npv)
}

fn at(base: &Base, key: Key, value: f64) -> End {
    let mut inputs = base.inputs.clone();
    inputs.spreads.retain(|(spread, _)| *spread != key);
    match (&mut inputs.replacement, key) {
        (Some(Replacement { time, .. }), Key::MeanMonths) => {
            *time = Time::Own(vec![value]);
            inputs.marketing = inputs.marketing.map(|marketing| super::Marketing { factor: 1.0, ..marketing });
        }
        _ => key.set(&mut inputs, value),
    }
    // Without its only spread the inputs may have nothing left that is drawn singly.
    let moves_chances = key.decides_chances() || inputs.is_varied() != base.inputs.is_varied();
    let own = moves_chances.then(|| Drawn::of(&inputs));
    End::of(&Futures::of(&inputs, own.as_ref().unwrap_or(base.drawn), false)).moved(base)
}
