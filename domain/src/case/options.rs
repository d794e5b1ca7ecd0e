//! The options of a decision, scored against criteria whose weights the firm set before the case (DOMAIN 3.4). It shows
//! what the scores say and how little would change it; it never decides.

use super::outcome::Outcome;
use super::scoring::{Scored, Scoring};
use crate::stats::SplitMix64;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What options are scored on. A higher score is always the better one: 10 for harm is no more harm, 10 for exit cost
    /// is no cost.
    Criterion {
        Worth = "worth",
        Harm = "harm",
        RepairProbability = "repair_probability",
        ExitCost = "exit_cost",
        People = "people",
        Ethics = "ethics",
    }
}

/// The best score; the worst is 0.
pub const SCORE_MAX: f64 = 10.0;
/// Closer than this two totals are equal.
const EQUAL: f64 = 1e-9;

/// What the firm weighs, and how the review scored each option.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// How much each criterion counts, in any unit: only their proportions matter.
    pub weights: BTreeMap<Criterion, f64>,
    pub options: Vec<Rated>,
}

/// One option and its scores, each 0 to 10; it takes part once all criteria are scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rated {
    pub outcome: Outcome,
    pub scores: BTreeMap<Criterion, f64>,
}

/// What a sheet comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighing {
    /// The best first; of equal ones the mildest first.
    pub ranking: Vec<Ranked>,
    /// Options that miss scores and take no part.
    pub unscored: Vec<Unscored>,
    /// How many random weights were drawn.
    pub draws: u32,
    /// Which single change would let another option come first, the smallest change first.
    pub flips: Vec<Flip>,
}

/// One option's place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    pub outcome: Outcome,
    /// The weighted mean of its scores, 0 to 10.
    pub total: f64,
    /// In which share of random weights, all equally likely, it comes first, 0 to 1.
    pub wins: f64,
}

/// An option and the criteria on which nobody scored it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unscored {
    pub outcome: Outcome,
    pub criteria: Vec<Criterion>,
}

/// A single change beyond which another option comes first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flip {
    pub turned: Turned,
    /// Of a weight its share of all weights, 0 to 1, the others keeping their proportions; of a score 0 to 10.
    pub from: f64,
    pub to: f64,
    /// How far that is, as a share of the whole range, 0 to 1.
    pub change: f64,
    /// The option that then comes first.
    pub winner: Outcome,
}

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turned {
    Weight(Criterion),
    Score(Outcome, Criterion),
}

/// Why a sheet cannot be weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetFault {
    WeightMissing(Criterion),
    /// Not a number, or below zero.
    WeightInvalid(Criterion),
    /// All weights are zero.
    NoWeight,
    /// An option stands twice.
    Twice(Outcome),
    /// A score outside 0 to 10.
    ScoreInvalid(Outcome, Criterion),
    /// Fewer than two options are scored on every criterion.
    TooFew,
}

/// One value for each criterion, in the order of `Criterion::ALL`.
type Values = [f64; Criterion::ALL.len()];

/// Ranks the options, draws weights at random, and looks for what would turn the result.
pub fn weigh(sheet: &Sheet, draws: u32, random: &mut SplitMix64) -> Result<Weighing, Vec<SheetFault>> {
    let faults = sheet.faults();
    if !faults.is_empty() {
        return Err(faults);
    }
    let weights = shares(values(&sheet.weights));
    let mut options: Vec<(Outcome, Values, f64)> = sheet
        .options
        .iter()
        .filter(|option| option.lacking().is_empty())
        .map(|option| (option.outcome, values(&option.scores), dot(&weights, &values(&option.scores))))
        .collect();
    let place = |total: f64| (total / EQUAL).round() as i64;
    options.sort_by_key(|(outcome, _, total)| (-place(*total), *outcome));
    let scores: Vec<Values> = options.iter().map(|(_, scores, _)| *scores).collect();
    let wins = wins(&scores, draws, random);
    let ranked =
        |((outcome, _, total), wins): (&(Outcome, Values, f64), f64)| Ranked { outcome: *outcome, total: *total, wins };
    let mut flips = by_weight(&options, &weights);
    flips.extend(by_score(&options, &weights));
    flips.sort_by(|a, b| a.change.total_cmp(&b.change));
    Ok(Weighing { ranking: options.iter().zip(wins).map(ranked).collect(), unscored: sheet.unscored(), draws, flips })
}

impl Sheet {
    /// Returns everything that keeps the sheet from being weighed.
    pub fn faults(&self) -> Vec<SheetFault> {
        let mut faults = vec![];
        for criterion in Criterion::ALL {
            match self.weights.get(criterion) {
                None => faults.push(SheetFault::WeightMissing(*criterion)),
                Some(weight) if !(weight.is_finite() && *weight >= 0.0) => {
                    faults.push(SheetFault::WeightInvalid(*criterion));
                }
                Some(_) => {}
            }
        }
        if faults.is_empty() && self.weights.values().sum::<f64>() <= 0.0 {
            faults.push(SheetFault::NoWeight);
        }
        for (place, option) in self.options.iter().enumerate() {
            if self.options[..place].iter().any(|earlier| earlier.outcome == option.outcome) {
                faults.push(SheetFault::Twice(option.outcome));
            }
            let outside = option.scores.iter().filter(|(_, score)| !(0.0..=SCORE_MAX).contains(*score));
            faults.extend(outside.map(|(criterion, _)| SheetFault::ScoreInvalid(option.outcome, *criterion)));
        }
        if self.options.len() < self.unscored().len() + 2 {
            faults.push(SheetFault::TooFew);
        }
        faults
    }

    /// Returns the options that miss scores.
    pub fn unscored(&self) -> Vec<Unscored> {
        let of = |option: &Rated| Unscored { outcome: option.outcome, criteria: option.lacking() };
        self.options.iter().map(of).filter(|option| !option.criteria.is_empty()).collect()
    }

    /// Returns the sheet that a scoring was made from.
    pub fn of(scoring: &Scoring) -> Sheet {
        let values = |words: &[(String, f64)]| {
            words.iter().filter_map(|(word, value)| Some((Criterion::of(word)?, *value))).collect()
        };
        let rated = |scored: &Scored| Rated { outcome: scored.outcome, scores: values(&scored.scores) };
        Sheet { weights: values(&scoring.weights), options: scoring.options.iter().map(rated).collect() }
    }

    /// Returns the scoring as a journal keeps it: the options that took part, the best first.
    pub fn scoring(&self, weighing: &Weighing, seed: u64, version: u32) -> Scoring {
        let words = |values: &BTreeMap<Criterion, f64>| {
            values.iter().map(|(criterion, value)| (criterion.word().to_owned(), *value)).collect()
        };
        let scored = |ranked: &Ranked| {
            let option = self.options.iter().find(|option| option.outcome == ranked.outcome)?;
            let Ranked { outcome, total, wins } = *ranked;
            Some(Scored { outcome, scores: words(&option.scores), total, wins })
        };
        let options = weighing.ranking.iter().filter_map(scored).collect();
        Scoring { version, weights: words(&self.weights), options, seed, inputs: None }
    }
}

impl Rated {
    fn lacking(&self) -> Vec<Criterion> {
        Criterion::ALL.iter().copied().filter(|criterion| !self.scores.contains_key(criterion)).collect()
    }
}

fn values(of: &BTreeMap<Criterion, f64>) -> Values {
    std::array::from_fn(|i| of.get(&Criterion::ALL[i]).copied().unwrap_or(0.0))
}

/// Divides values by their sum.
fn shares(values: Values) -> Values {
    let sum: f64 = values.iter().sum();
    values.map(|value| value / sum)
}

fn dot(weights: &Values, scores: &Values) -> f64 {
    weights.iter().zip(scores).map(|(weight, score)| weight * score).sum()
}

/// Returns in which share of random weights each option comes first; options that are equal then share the draw. Weights
/// are uniform on the simplex: exponential draws over their sum (Devroye 1986).
fn wins(options: &[Values], draws: u32, random: &mut SplitMix64) -> Vec<f64> {
    let mut won = vec![0.0; options.len()];
    for _ in 0..draws {
        let weights = shares(std::array::from_fn(|_| -(-random.unit()).ln_1p()));
        let totals: Vec<f64> = options.iter().map(|scores| dot(&weights, scores)).collect();
        let best = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let first = |total: &f64| best - total <= EQUAL;
        let sharing = totals.iter().filter(|total| first(total)).count() as f64;
        for (won, total) in won.iter_mut().zip(&totals) {
            *won += if first(total) { 1.0 / sharing } else { 0.0 };
        }
    }
    won.into_iter().map(|won| won / f64::from(draws.max(1))).collect()
}

/// Finds how far each weight can rise or fall before another option comes first.
fn by_weight(options: &[(Outcome, Values, f64)], weights: &Values) -> Vec<Flip> {
    let [(_, first, _), others @ ..] = options else { return vec![] };
    let mut flips = vec![];
    for (i, criterion) in Criterion::ALL.iter().enumerate() {
        let rest = rest(weights, i);
        let turning = others.iter().filter_map(|(outcome, scores, _)| {
            // The lead over this option where the criterion counts for nothing, and where it alone counts.
            let (without, alone) = (dot(&rest, first) - dot(&rest, scores), first[i] - scores[i]);
            let to = without / (without - alone);
            let turned = Turned::Weight(*criterion);
            let change = (to - weights[i]).abs();
            (without.min(alone) < -EQUAL).then_some(Flip { turned, from: weights[i], to, change, winner: *outcome })
        });
        let (up, down): (Vec<Flip>, Vec<Flip>) = turning.partition(|flip| flip.to > flip.from);
        let nearest = |flips: Vec<Flip>| flips.into_iter().min_by(|a, b| a.change.total_cmp(&b.change));
        flips.extend(nearest(up).into_iter().chain(nearest(down)));
    }
    flips
}

/// Returns the weights without one, the others in their proportions; where no other counts, all of them equally.
fn rest(weights: &Values, without: usize) -> Values {
    let mut rest = *weights;
    rest[without] = 0.0;
    if rest.iter().sum::<f64>() > EQUAL {
        shares(rest)
    } else {
        shares(std::array::from_fn(|i| if i == without { 0.0 } else { 1.0 }))
    }
}

/// Finds by how much a score of the first option must fall, or one of another rise, to change the first place.
fn by_score(options: &[(Outcome, Values, f64)], weights: &Values) -> Vec<Flip> {
    let [(first, own, total), others @ ..] = options else { return vec![] };
    let [(second, _, behind), ..] = others else { return vec![] };
    let mut flips = vec![];
    for (i, criterion) in Criterion::ALL.iter().enumerate().filter(|(i, _)| weights[*i] > 0.0) {
        let mut turn = |of: Outcome, from: f64, to: f64, winner: Outcome| {
            let change = (to - from).abs() / SCORE_MAX;
            let is_within = (-EQUAL..=SCORE_MAX + EQUAL).contains(&to);
            let flip = Flip { turned: Turned::Score(of, *criterion), from, to, change, winner };
            flips.extend(is_within.then_some(flip));
        };
        turn(*first, own[i], own[i] - (total - behind) / weights[i], *second);
        for (outcome, scores, theirs) in others {
            turn(*outcome, scores[i], scores[i] + (total - theirs) / weights[i], *outcome);
        }
    }
    flips
}

#[cfg(test)]
mod tests;
