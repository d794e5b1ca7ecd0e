//! The tenth, the middle and the ninth tenth of figures that came once or several times each: linear between ranks.

/// What is looked for.
const TENTHS: [f64; 3] = [0.1, 0.5, 0.9];

/// So many figures are worth sorting into boxes first.
const BOXES: usize = 256;

/// Returns the quantiles of figures, each as often as its weight says; `total` is the sum of the weights.
pub(super) fn tenths(figures: &[f64], weights: &[u32], total: f64) -> [f64; 3] {
    if weights.len() as f64 == total { of_single(figures) } else { of_counted(figures, weights, total) }
}

fn of_counted(figures: &[f64], weights: &[u32], total: f64) -> [f64; 3] {
    let mut sorted: Vec<(f64, u32)> = figures.iter().copied().zip(weights.iter().copied()).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let at = |rank: f64| {
        let mut passed = 0.0;
        let reaches = |(_, count): &&(f64, u32)| {
            passed += f64::from(*count);
            passed > rank
        };
        sorted.iter().find(reaches).or(sorted.last()).map_or(0.0, |(figure, _)| *figure)
    };
    TENTHS.map(|p| between(p, total, at))
}

/// Sorts figures into boxes of equal width, and looks for the ranks only in the boxes that hold them.
fn of_single(figures: &[f64]) -> [f64; 3] {
    let least = figures.iter().fold(f64::INFINITY, |least, figure| if *figure < least { *figure } else { least });
    let most = figures.iter().fold(f64::NEG_INFINITY, |most, figure| if *figure > most { *figure } else { most });
    let scale = (BOXES - 1) as f64 / (most - least);
    if !scale.is_finite() {
        // All are equal, or as good as equal.
        return [least; 3];
    }
    // Below 256, so that a byte holds it and the loop needs no care for bounds.
    let boxes: Vec<u8> = figures.iter().map(|figure| ((figure - least) * scale) as u8).collect();
    let mut held = [0usize; BOXES];
    boxes.iter().for_each(|index| held[usize::from(*index)] += 1);
    let total = figures.len() as f64;
    let mut opened = [false; BOXES];
    TENTHS.iter().for_each(|p| {
        between(*p, total, |rank| {
            opened[box_of(&held, rank as usize).0] = true;
            0.0
        });
    });
    let within = figures.iter().zip(&boxes).filter(|(_, index)| opened[usize::from(**index)]);
    let mut found: Vec<f64> = within.map(|(figure, _)| *figure).collect();
    found.sort_unstable_by(f64::total_cmp);
    // What lies in the boxes that stay shut is left out of the rank.
    let shut = |index: usize| -> usize { (0..index).filter(|other| !opened[*other]).map(|other| held[other]).sum() };
    TENTHS.map(|p| between(p, total, |rank| found[rank as usize - shut(box_of(&held, rank as usize).0)]))
}

/// Returns the box that holds a rank, and how many figures stand before it.
fn box_of(held: &[usize; BOXES], rank: usize) -> (usize, usize) {
    let mut before = 0;
    for (index, count) in held.iter().enumerate() {
        if before + count > rank {
            return (index, before);
        }
        before += count;
    }
    (BOXES - 1, before)
}

/// Returns what lies between the ranks round a quantile.
fn between(p: f64, total: f64, mut at: impl FnMut(f64) -> f64) -> f64 {
    let place = (total - 1.0) * p;
    let low = at(place.floor());
    let high = if place.fract() > 0.0 { at(place.ceil()) } else { low };
    low + (high - low) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{SplitMix64, quantile_sorted};
    use proptest::prelude::*;

    fn by_sorting(figures: &[f64]) -> [f64; 3] {
        let mut sorted = figures.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        TENTHS.map(|p| quantile_sorted(&sorted, p).expect("figures"))
    }

    proptest! {
        #[test]
        fn boxes_find_what_sorting_finds(figures in prop::collection::vec(prop_oneof![-1e6..1e6, Just(0.0), 0.0..1e-9], 1..400)) {
            let (found, sorted) = (of_single(&figures), by_sorting(&figures));
            prop_assert!(found.iter().zip(sorted).all(|(a, b)| (a - b).abs() <= 1e-9 * b.abs().max(1.0)), "{found:?} {sorted:?}");
        }

        #[test]
        fn counting_is_repeating(counted in prop::collection::vec((-1e3..1e3, 1u32..9), 1..60)) {
            let repeated: Vec<f64> = counted.iter().flat_map(|(figure, n)| vec![*figure; *n as usize]).collect();
            let (figures, weights): (Vec<f64>, Vec<u32>) = counted.into_iter().unzip();
            let (found, sorted) = (tenths(&figures, &weights, repeated.len() as f64), by_sorting(&repeated));
            prop_assert!(found.iter().zip(sorted).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?} {sorted:?}");
        }
    }

    #[test]
    fn far_outliers_do_not_mislead() {
        let mut random = SplitMix64::new(3);
        let mut figures: Vec<f64> = (0..5_000).map(|_| random.unit()).collect();
        figures.extend([1e14, -1e14]);
        assert_eq!(of_single(&figures), by_sorting(&figures));
        assert_eq!(of_single(&[7.0]), [7.0; 3]);
    }
}
