//! What follows from the scenarios beside each other: when replacing pays, what waiting is worth, and whether a talk
//! comes before an end.

use super::draws::{Drawn, discounts, hurried};
use super::scenario::{end_later, flows};
use super::simulate::Futures;
use super::tornado::Ends;
use super::{Inputs, Key, Replacement, Scenario, Simulation, Time, Waited};
use crate::stats::quantile_sorted;
use serde::{Deserialize, Serialize};

/// What the figures say of talking first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Repair leaves more than any ending and risks no more.
    RepairLeads,
    /// An ending leaves more, but by no more than chance or one input within its range accounts for; or repair leaves
    /// more and risks more.
    RepairClose,
    /// An ending leaves more whatever one input does within its range.
    EndingLeads,
    /// Nothing is said of a repair.
    #[default]
    RepairUnknown,
}

/// The advice, and what it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub advice: Advice,
    /// The share of futures in which repair leaves at least as much as the best ending.
    pub repair_wins: Option<f64>,
    /// The input that alone makes repair leave as much as the best ending.
    pub turned_by: Option<Key>,
}

impl Advice {
    /// Tells whether a talk with the client comes first.
    pub fn is_talk_first(self) -> bool {
        matches!(self, Advice::RepairLeads | Advice::RepairClose)
    }
}

/// Returns the month until which a replacement must be signed for ending to leave as much as keeping, undiscounted
/// (DOMAIN 3.5); nothing where no replacement is expected to bring anything.
pub fn indifference_months(inputs: &Inputs) -> Option<f64> {
    let new = inputs.replacement.as_ref().filter(|new| new.contribution_monthly > 0.0)?;
    let (client, horizon) = (&inputs.client, f64::from(inputs.horizon_months));
    let cost = client.exit_cost + client.early_fee + new.acquisition_cost;
    let lost = (horizon - f64::from(client.notice_months)) * client.contribution_monthly + cost;
    Some(horizon - lost / new.contribution_monthly).filter(|months| months.is_finite())
}

/// Returns the chance that a replacement is signed before that month.
pub(super) fn p_replaced_before_indifference(inputs: &Inputs) -> Option<f64> {
    Some(p_signed_before(inputs, indifference_months(inputs)?))
}

/// Returns the chance that a replacement is signed before so many months have passed.
fn p_signed_before(inputs: &Inputs, months: f64) -> f64 {
    let Some(Replacement { time, .. }) = &inputs.replacement else { return 0.0 };
    match time {
        _ if months <= 0.0 => 0.0,
        Time::Own(own) => own.iter().filter(|own| hurried(inputs, **own) < months).count() as f64 / own.len() as f64,
        Time::Mean(mean) => {
            let lag = inputs.marketing.as_ref().map_or(0.0, |marketing| f64::from(marketing.lag_months));
            let factor = inputs.marketing.as_ref().map_or(1.0, |marketing| marketing.factor);
            let passed = months.min(lag) + (months - lag).max(0.0) * factor;
            -(-passed / mean).exp_m1()
        }
    }
}

/// Returns how long a replacement takes.
pub(super) fn replacement_months(inputs: &Inputs) -> Option<Waited> {
    let time = &inputs.replacement.as_ref()?.time;
    let at = |p: f64| match time {
        Time::Mean(mean) => hurried(inputs, -mean * (-p).ln_1p()),
        Time::Own(months) => {
            let mut sorted: Vec<f64> = months.iter().map(|months| hurried(inputs, *months)).collect();
            sorted.sort_unstable_by(f64::total_cmp);
            quantile_sorted(&sorted, p).unwrap_or(0.0)
        }
    };
    let beyond = f64::from(inputs.horizon_months).next_up();
    Some(Waited { p10: at(0.1), p50: at(0.5), p90: at(0.9), p_within_horizon: p_signed_before(inputs, beyond) })
}

/// Returns what deciding one month later leaves more than ending now, on average over the same futures.
pub(super) fn waiting_one_month(inputs: &Inputs, drawn: &Drawn) -> f64 {
    let (months, discounts) = (inputs.horizon_months as usize, discounts(inputs));
    let (mut now, mut later, mut sum) = (vec![0.0; months], vec![0.0; months], 0.0);
    drawn.each(inputs, |inputs, chance, _, count| {
        flows(inputs, Scenario::EndNow, chance, &mut now);
        end_later(inputs, chance, 1, &mut later);
        let more = later.iter().zip(&now).zip(&discounts).map(|((later, now), discount)| (later - now) * discount);
        sum += more.sum::<f64>() * f64::from(count);
    });
    sum / f64::from(inputs.draws)
}

/// Says whether a talk comes first. Between repair and the best ending lies noise where twice the standard error of
/// their difference, or one input within its range, is enough to turn them round.
pub(super) fn verdict(simulation: &Simulation, futures: &Futures, ends: &[Ends]) -> Verdict {
    let course = |scenario| futures.courses.iter().find(|course| course.scenario == scenario);
    let ending = simulation.best_ending();
    let (Some(repair), Some(end)) = (course(Scenario::Repair), course(ending)) else { return Verdict::default() };
    let (more, se) = futures.mean(|i| repair.left[i] - end.left[i]);
    let risk = |scenario| simulation.of(scenario).map_or((1.0, 0.0), |o| (o.p_cash_below_zero, o.se));
    let (own, noise) = risk(Scenario::Repair);
    let endings = simulation.scenarios.keys().filter(|scenario| scenario.is_ending());
    let riskier = endings.into_iter().any(|other| own > risk(*other).0 + 2.0 * noise.max(risk(*other).1));
    let turns = |ends: &&Ends| ends.repair_leads(ending).contains(&true);
    let turned_by = ends.iter().find(turns).map(|ends| ends.key).filter(|_| more < 0.0);
    let advice = if more >= 0.0 && !riskier {
        Advice::RepairLeads
    } else if more >= -2.0 * se || turned_by.is_some() {
        Advice::RepairClose
    } else {
        Advice::EndingLeads
    };
    let repair_wins = Some(futures.share(|i| repair.left[i] >= end.left[i]));
    Verdict { advice, repair_wins, turned_by }
}
