//! The futures: what chance decides in each of them, the same for every scenario.

use super::scenario::Chance;
use super::spread::Ready;
use super::{Inputs, Key, Spread, Time};
use crate::stats::SplitMix64;

/// The futures of some inputs.
pub(super) enum Drawn {
    /// Where nothing but chances are drawn, many futures are the same: each with how often it came.
    Counted(Vec<(Chance, u32)>),
    /// Where figures or months are drawn, too, each future is one of its own.
    Single(Single),
}

/// Futures, each of its own.
pub(super) struct Single {
    chances: Vec<Chance>,
    /// What was drawn of each input that is not one figure.
    spreads: Vec<(Key, Vec<f64>)>,
    /// The residual of each month, one future after the other; none where no months differ.
    residuals: Vec<f64>,
}

impl Drawn {
    /// Draws the futures.
    pub fn of(inputs: &Inputs) -> Drawn {
        let mut streams = Streams::of(inputs);
        if inputs.is_varied() {
            Drawn::Single(single(inputs, &mut streams))
        } else {
            Drawn::Counted(counted(inputs, &mut streams))
        }
    }

    /// Returns how often each future came.
    pub fn weights(&self, inputs: &Inputs) -> Vec<u32> {
        match self {
            Drawn::Counted(counted) => counted.iter().map(|(_, count)| *count).collect(),
            Drawn::Single(_) => vec![1; inputs.draws as usize],
        }
    }

    /// Returns what was drawn of an input in every future; `None` if it is one figure. Of the time until a replacement it
    /// is the month, and one later than the last for all that come too late.
    pub fn values(&self, key: Key) -> Option<Vec<f64>> {
        let signed = |chance: &Chance| f64::from(chance.signed_after);
        match (self, key) {
            (Drawn::Counted(counted), Key::MeanMonths) => {
                Some(counted.iter().map(|(chance, _)| signed(chance)).collect())
            }
            (Drawn::Counted(_), _) => None,
            (Drawn::Single(single), Key::MeanMonths) => Some(single.chances.iter().map(signed).collect()),
            (Drawn::Single(single), _) => {
                single.spreads.iter().find(|(spread, _)| *spread == key).map(|(_, values)| values.clone())
            }
        }
    }

    /// Hands over each future: the inputs with what was drawn of them, its chances, the residual of each month, and how
    /// often it came. Of single futures only the first `draws` are handed over.
    pub fn each(&self, inputs: &Inputs, mut take: impl FnMut(&Inputs, Chance, &[f64], u32)) {
        let months = inputs.horizon_months as usize;
        let even = vec![0.0; months];
        match self {
            Drawn::Counted(counted) => counted.iter().for_each(|(chance, count)| take(inputs, *chance, &even, *count)),
            Drawn::Single(single) => {
                let mut drawn = inputs.clone();
                let varies = |key: &Key| inputs.spreads.iter().any(|(spread, _)| spread == key);
                let spreads: Vec<_> = single.spreads.iter().filter(|(key, _)| varies(key)).collect();
                for (i, chance) in single.chances.iter().enumerate().take(inputs.draws as usize) {
                    spreads.iter().for_each(|(key, values)| key.set(&mut drawn, values[i]));
                    let residuals = single.residuals.chunks(months).nth(i).unwrap_or(&even);
                    take(&drawn, *chance, residuals, 1);
                }
            }
        }
    }
}

/// Returns what a sum of each month is worth at the decision.
pub(super) fn discounts(inputs: &Inputs) -> Vec<f64> {
    let month = |month: u32| (1.0 + inputs.discount_yearly).powf(-f64::from(month) / 12.0);
    (1..=inputs.horizon_months).map(month).collect()
}

/// One stream of numbers for each thing that is drawn, so that one more input changes no other draw.
struct Streams {
    signed: SplitMix64,
    repaired: SplitMix64,
    leaves: SplitMix64,
    linked: SplitMix64,
    residual: SplitMix64,
    spreads: Vec<(Key, Ready, SplitMix64)>,
}

impl Streams {
    fn of(inputs: &Inputs) -> Streams {
        let mut seeds = SplitMix64::new(inputs.seed);
        let mut next = || SplitMix64::new(seeds.next_u64());
        let (signed, repaired, leaves, linked, residual) = (next(), next(), next(), next(), next());
        let streams: Vec<SplitMix64> = Key::ALL.iter().map(|_| next()).collect();
        let spread = |(key, spread): &(Key, Spread)| (*key, spread.ready(), streams[*key as usize].clone());
        Streams { signed, repaired, leaves, linked, residual, spreads: inputs.spreads.iter().map(spread).collect() }
    }
}

/// Counts equal futures, in a fixed order.
fn counted(inputs: &Inputs, streams: &mut Streams) -> Vec<(Chance, u32)> {
    let rows = inputs.horizon_months as usize + 2;
    let mut counts = vec![0u32; rows * rows * 4];
    for _ in 0..inputs.draws {
        let chance = chance(inputs, streams);
        let place = chance.signed_after as usize * rows + chance.leaves_in as usize;
        counts[place * 4 + usize::from(chance.repaired) * 2 + usize::from(chance.linked_goes)] += 1;
    }
    let came = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
    let chance = |place: usize| Chance {
        signed_after: (place / 4 / rows) as u32,
        leaves_in: (place / 4 % rows) as u32,
        repaired: place & 2 > 0,
        linked_goes: place & 1 > 0,
    };
    came.map(|(place, count)| (chance(place), count)).collect()
}

fn single(inputs: &Inputs, streams: &mut Streams) -> Single {
    let draws = inputs.draws as usize;
    let of_key = |(key, ready, stream): &mut (Key, Ready, SplitMix64)| {
        (*key, (0..draws).map(|_| ready.at(stream.unit())).collect::<Vec<f64>>())
    };
    let spreads: Vec<(Key, Vec<f64>)> = streams.spreads.iter_mut().map(of_key).collect();
    let own = &inputs.other_residuals;
    let cells = if own.is_empty() { 0 } else { draws * inputs.horizon_months as usize };
    let residuals = (0..cells).map(|_| own[streams.residual.below(own.len())]).collect();
    let mut drawn = inputs.clone();
    let chances = (0..draws).map(|i| {
        spreads.iter().for_each(|(key, values)| key.set(&mut drawn, values[i]));
        chance(&drawn, streams)
    });
    Single { chances: chances.collect(), residuals, spreads }
}

fn chance(inputs: &Inputs, streams: &mut Streams) -> Chance {
    let never = inputs.horizon_months + 1;
    let month = |months: f64| if months < f64::from(never) { months.ceil() as u32 } else { never };
    let uniform = streams.signed.unit();
    let signed_after =
        inputs.replacement.as_ref().map_or(never, |new| month(hurried(inputs, wait(&new.time, uniform))));
    let yearly = inputs.harm.as_ref().map_or(0.0, |harm| harm.leave_chance_yearly);
    let left = streams.leaves.unit();
    let leaves_in = if yearly > 0.0 { month(12.0 * (-left).ln_1p() / (-yearly).ln_1p()).max(1) } else { never };
    let repair = inputs.repair.as_ref().map_or(0.0, |repair| repair.success);
    let linked = inputs.linked.as_ref().map_or(0.0, |linked| linked.chance);
    Chance {
        signed_after,
        leaves_in,
        repaired: streams.repaired.unit() < repair,
        linked_goes: streams.linked.unit() < linked,
    }
}

/// Returns the months until a replacement is signed, at the pace of today.
fn wait(time: &Time, uniform: f64) -> f64 {
    match time {
        Time::Mean(mean) => -mean * (-uniform).ln_1p(),
        Time::Own(months) => months[(uniform * months.len() as f64) as usize],
    }
}

/// Returns the months until then with the marketing that multiplies the rate after its lag.
pub(super) fn hurried(inputs: &Inputs, months: f64) -> f64 {
    match &inputs.marketing {
        Some(marketing) => {
            let lag = f64::from(marketing.lag_months);
            if months <= lag { months } else { lag + (months - lag) / marketing.factor }
        }
        None => months,
    }
}
