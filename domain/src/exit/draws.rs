//! The futures: what chance decides in each of them, the same for every scenario.

use super::scenario::Chance;
use super::spread::Ready;
use super::{Inputs, Key, Time};
use crate::stats::SplitMix64;

/// One stream of numbers for each thing that is drawn, so that an input more changes no other draw.
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
        let spread = |(key, spread): &(Key, super::Spread)| (*key, spread.ready(), streams[*key as usize].clone());
        Streams { signed, repaired, leaves, linked, residual, spreads: inputs.spreads.iter().map(spread).collect() }
    }
}

/// Where nothing but chances are drawn, many futures are the same: returns each with how often it came, in order.
pub(super) fn counted(inputs: &Inputs) -> Vec<(Chance, u32)> {
    let mut streams = Streams::of(inputs);
    let never = inputs.horizon_months + 1;
    let rows = never as usize + 1;
    let mut counts = vec![0u32; rows * rows * 4];
    for _ in 0..inputs.draws {
        let chance = chance(inputs, &mut streams);
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

/// Hands over each future in turn: the inputs with what was drawn for them, its chances, and the residual of each month.
pub(super) fn each(inputs: &Inputs, mut take: impl FnMut(&Inputs, Chance, &[f64])) {
    let mut streams = Streams::of(inputs);
    let mut drawn = inputs.clone();
    let mut residuals = vec![0.0; inputs.horizon_months as usize];
    for _ in 0..inputs.draws {
        for (key, ready, stream) in &mut streams.spreads {
            key.set(&mut drawn, ready.at(stream.unit()));
        }
        if !inputs.other_residuals.is_empty() {
            let own = &inputs.other_residuals;
            residuals.iter_mut().for_each(|month| *month = own[streams.residual.below(own.len())]);
        }
        let chance = chance(&drawn, &mut streams);
        take(&drawn, chance, &residuals);
    }
}

fn chance(inputs: &Inputs, streams: &mut Streams) -> Chance {
    let never = inputs.horizon_months + 1;
    let month = |months: f64| if months < f64::from(never) { months.ceil() as u32 } else { never };
    let uniform = streams.signed.unit();
    let signed_after =
        inputs.replacement.as_ref().map_or(never, |new| month(hurried(inputs, wait(&new.time, uniform))));
    let yearly = inputs.harm.as_ref().map_or(0.0, |harm| harm.leave_chance_yearly);
    let leaves_in = month(12.0 * (-streams.leaves.unit()).ln_1p() / (-yearly).ln_1p()).max(1);
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
