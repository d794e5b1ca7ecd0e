//! Drafts held against the portfolio: what remains to be compared once all clients have been measured.

use super::{Against, Arg, Baseline, Code, Draft, Level, Need, Rule, Tally, Value};
use crate::stats::{rate_ratio_p, u_chart_upper};

/// The shortest quarter but one: a year of records is four.
const DAYS_IN_QUARTER: f64 = 91.0;

/// Gives a draft its final level, or drops it; an error may say what the comparison lacked.
pub(super) fn hold_against(
    mut draft: Draft,
    tally: &Tally,
    baseline: &Baseline,
    rule: &Rule,
) -> Result<Draft, Option<Need>> {
    match draft.against {
        Against::Nothing => {}
        Against::Rate { count, exposure } => against_rate(&mut draft, tally, baseline, rule, count, exposure)?,
        Against::Quartile(own) => against_quartile(&mut draft, baseline, own),
        Against::Share(revenue) => against_share(&mut draft, baseline, rule, revenue)?,
        Against::Recorded => recorded(draft.code, tally, baseline)?,
    }
    compare(&mut draft, tally, baseline);
    if draft.p.is_some_and(|p| p > baseline.p_cut) {
        draft.level = draft.level.map(|_| Level::Watch);
    }
    if draft.level.is_some() && draft.facts.total() > 0 { Ok(draft) } else { Err(None) }
}

/// Names what is usual among our clients, where there are enough of them to speak of one.
fn compare(draft: &mut Draft, tally: &Tally, baseline: &Baseline) {
    let usual = match draft.code {
        Code::P3 => baseline.days_late_median.map(|days| ("usual_days", Arg::rounded(days, 0))),
        Code::E1 => {
            let pair = tally.hourly_rate.zip(baseline.hourly_rate_median.filter(|median| *median > 0.0));
            pair.map(|(own, median)| ("usual_share", Arg::Share(own / median)))
        }
        _ => return,
    };
    draft.args.push(("usual", Arg::word(if usual.is_some() { "known" } else { "unknown" })));
    draft.args.extend(usual);
}

/// Returns the one-sided probability that a rate so high comes by chance at the other clients' rate.
pub(super) fn rate_p(draft: &Draft, tally: &Tally, baseline: &Baseline) -> Option<f64> {
    let Against::Rate { count, exposure } = draft.against else { return None };
    let (others, others_exposure) = others(draft.code, tally, baseline);
    rate_ratio_p(count as usize, exposure, others, others_exposure)
}

/// Returns the events and the exposure of all other clients.
fn others(code: Code, tally: &Tally, baseline: &Baseline) -> (usize, f64) {
    let total = &baseline.total;
    let (all, own, all_exposure, own_exposure) = if code == Code::D2 {
        (total.rounds, tally.rounds, total.deliverables, tally.deliverables)
    } else {
        (total.escalations, tally.escalations, total.interactions, tally.interactions)
    };
    (all.saturating_sub(own) as usize, f64::from(all_exposure.saturating_sub(own_exposure)))
}

/// D2 and R4: a count above the portfolio's rate is a finding where chance does not explain it.
fn against_rate(
    draft: &mut Draft,
    tally: &Tally,
    baseline: &Baseline,
    rule: &Rule,
    count: u32,
    exposure: f64,
) -> Result<(), Option<Need>> {
    let (events, others_exposure) = others(draft.code, tally, baseline);
    match (rate_ratio_p(count as usize, exposure, events, others_exposure), draft.code) {
        (Some(p), Code::D2) => {
            draft.args.push(("portfolio_rate", Arg::rounded(events as f64 / others_exposure, 1)));
            raise_rounds(draft, rule, p);
            let compared = if draft.p.is_some() { "portfolio" } else { "contract" };
            draft.args.push(("compared", Arg::word(compared)));
            Ok(())
        }
        (Some(p), _) => {
            // Where nobody else has one, half an event stands in, so that the ratio stays a number.
            let rate = (events as f64).max(0.5) / others_exposure;
            draft.args.push(("portfolio_rate", Arg::rounded(events as f64 / others_exposure * 100.0, 1)));
            raise_escalations(draft, rule, p, rate, f64::from(count) / exposure, exposure);
            if count > 0 { Ok(()) } else { recorded(draft.code, tally, baseline) }
        }
        (None, Code::D2) => {
            draft.args.push(("compared", Arg::word("contract")));
            Ok(())
        }
        (None, _) if count == 0 => recorded(draft.code, tally, baseline),
        (None, _) => Err(Some(Need::Portfolio)),
    }
}

/// D2: rounds beyond those agreed are a finding if other clients do not need as many; within them, never a sign.
fn raise_rounds(draft: &mut Draft, rule: &Rule, p: f64) {
    let ratio = if let Value::Number(ratio) = draft.value { ratio } else { 0.0 };
    if draft.level != Some(Level::Severe) && ratio > 1.0 && p <= rule.more("p_max") {
        draft.level = Some(Level::Finding);
        draft.threshold = Some(if ratio > rule.finding { rule.finding } else { 1.0 });
        draft.p = Some(p);
    }
}

/// R4: the value is how many times the others' rate this one is; the level needs both the ratio and the test, and two
/// deviations on a u-chart are enough to watch.
fn raise_escalations(draft: &mut Draft, rule: &Rule, p: f64, rate: f64, own: f64, exposure: f64) {
    let ratio = own / rate;
    draft.value = Value::Number(ratio);
    match rule.above(ratio) {
        Some((level, threshold)) if p <= rule.more("p_max") => {
            draft.level = Some(level);
            draft.threshold = Some(threshold);
            draft.p = Some(p);
        }
        Some(_) if own > u_chart_upper(rate, exposure, 2.0) => {
            draft.level = Some(Level::Watch);
            draft.threshold = Some(rule.watch);
        }
        _ => draft.level = None,
    }
}

/// D7, R1, R3, R4 and R5: tells whether silence about one client means something, because the firm writes such things
/// down of any. R1 alone may also trust the silence of an only client, whose other records already accuse it.
fn recorded(code: Code, tally: &Tally, baseline: &Baseline) -> Result<(), Option<Need>> {
    let total = &baseline.total;
    let (written_down, needs) = match code {
        Code::D7 => (total.reopened > 0, Need::Reopenings),
        Code::R1 => (total.acknowledged > 0 || total.accepted <= tally.accepted, Need::Acknowledgements),
        _ => (total.incidents > 0, Need::Incidents),
    };
    if written_down { Ok(()) } else { Err(Some(needs)) }
}

/// E4 is watched below the lower quartile; R2 counts only above the upper one.
fn against_quartile(draft: &mut Draft, baseline: &Baseline, own: f64) {
    if draft.code == Code::R2 {
        let above = baseline.interference_high.is_none_or(|high| own > high);
        draft.level = draft.level.filter(|_| above);
    } else if draft.level.is_none() && baseline.contribution_low.is_some_and(|low| own < low) {
        draft.level = Some(Level::Watch);
        draft.threshold = baseline.contribution_low;
    }
}

/// E6: the client's share of the firm's revenue.
fn against_share(draft: &mut Draft, baseline: &Baseline, rule: &Rule, revenue: f64) -> Result<(), Option<Need>> {
    let share = revenue_share(baseline, rule, revenue).map_err(Some)?;
    let (level, threshold) = rule.above(share).ok_or(None)?;
    draft.level = Some(level);
    draft.threshold = Some(threshold);
    draft.value = Value::Number(share);
    draft.args.push(("share", Arg::Share(share)));
    draft.args.push(("effective_clients", Arg::rounded(baseline.effective_clients(), 1)));
    Ok(())
}

/// Returns a client's share of the firm's revenue, 0 to 1; errs before a year of revenue is known.
pub(crate) fn revenue_share(baseline: &Baseline, rule: &Rule, revenue: f64) -> Result<f64, Need> {
    let whole = baseline.total.revenue.filter(|whole| *whole > 0.0).ok_or(Need::Currency)?;
    let known_days = baseline.total.billed_since.map_or(0, |first| baseline.on.since(first));
    rule.enough(f64::from(known_days) / DAYS_IN_QUARTER)?;
    Ok(revenue / whole)
}
