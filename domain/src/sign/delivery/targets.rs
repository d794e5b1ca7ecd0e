//! D5: targets beyond anything our own history allows, set against our written advice.

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Rule, Scene, Value, grade};
use crate::record::{Direction, Goal};
use crate::stats::{Interval, next_about_mean, next_on_line};

/// The chance with which history keeps the next value on this side of the bound.
const LEVEL: f64 = 0.95;

/// A target that history does not allow.
struct Unreal<'a> {
    goal: &'a Goal,
    /// Where history would still let the value fall, at best.
    bound: f64,
    /// Its own history, earliest first.
    past: Vec<&'a Goal>,
}

/// Counts the advised-against targets of the window that lie beyond the bound; without written advice there is none.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D5);
    let mut goals: Vec<&Goal> = scene.history.goals.iter().collect();
    goals.sort_by(|a, b| (&a.goal, a.period_end).cmp(&(&b.goal, b.period_end)));
    let series = || goals.chunk_by(|a, b| a.goal == b.goal);
    let judged = |g: &Goal| scene.in_window(g.period_end);
    let long = |s: &&[&Goal]| s.iter().any(|g| judged(g) && past(s, g).count() as f64 >= rule.data_min);
    if goals.iter().all(|g| g.actual.is_none()) {
        return Err(Need::Goals);
    } else if !series().any(|s| long(&s)) {
        return Err(Need::MoreData);
    } else if goals.iter().all(|g| g.advised.is_none()) {
        return Err(Need::Advice);
    }
    let advised_against = |g: &&&Goal| judged(g) && g.advised == Some(true);
    let mut unreal: Vec<Unreal> =
        series().flat_map(|s| s.iter().filter(advised_against).filter_map(|g| unreal(s, g, rule))).collect();
    unreal.sort_by(|a, b| b.excess().total_cmp(&a.excess()));
    Ok(rule.reached(unreal.len() as f64).map(|(level, threshold)| draft(level, threshold, &unreal)))
}

fn draft(level: Level, threshold: f64, unreal: &[Unreal]) -> Draft {
    let worst = &unreal[0];
    let data = unreal.iter().map(|u| u.past.len()).min().unwrap_or(0);
    let mut facts = Facts::of("goals", unreal.iter().map(|u| (&u.goal.id, u.goal.source)));
    let targets: Vec<&str> = unreal.iter().map(|u| u.goal.id.as_str()).collect();
    let history = worst.past.iter().filter(|g| !targets.contains(&g.id.as_str()));
    facts.extend("goals", history.map(|g| (&g.id, g.source)));
    Draft {
        code: Code::D5,
        level: Some(level),
        value: Value::Number(unreal.len() as f64),
        threshold: Some(threshold),
        data: data as f64,
        n: data as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: unreal.iter().map(|u| u.goal.period_end).max().unwrap_or(worst.goal.period_end),
        against: Against::Nothing,
        args: vec![
            ("targets", Arg::count(unreal.len())),
            ("goal", Arg::Name(worst.goal.goal.to_string())),
            ("target", Arg::rounded(worst.goal.target, 1)),
            ("bound", Arg::rounded(worst.bound, 1)),
        ],
        facts,
    }
}

impl Unreal<'_> {
    /// Returns by which share of the bound the target lies beyond it.
    fn excess(&self) -> f64 {
        (self.goal.target - self.bound).abs() / self.bound.abs().max(f64::MIN_POSITIVE)
    }
}

/// Returns what was reached of the same goal before a period.
fn past<'a>(series: &'a [&'a Goal], of: &Goal) -> impl Iterator<Item = (&'a Goal, f64)> {
    let end = of.period_end;
    series.iter().filter(move |g| g.period_end < end).filter_map(|g| Some((*g, g.actual?)))
}

/// Judges one target by the history before it: beyond the bound about the mean, and beyond the bound about the trend.
fn unreal<'a>(series: &'a [&'a Goal], goal: &'a Goal, rule: &Rule) -> Option<Unreal<'a>> {
    let (past, reached): (Vec<&Goal>, Vec<f64>) = past(series, goal).unzip();
    if (reached.len() as f64) < rule.data_min {
        return None;
    }
    let (mean, line) = (next_about_mean(&reached, LEVEL)?, next_on_line(&reached, LEVEL)?);
    let bound = generous(goal, mean, line);
    super::is_beyond(goal, bound).then_some(Unreal { goal, bound, past })
}

/// Returns the bound that allows more: steady growth must not make an ordinary next step look unreal.
fn generous(goal: &Goal, mean: Interval, line: Interval) -> f64 {
    match goal.direction {
        Some(Direction::Down) => mean.low.min(line.low),
        _ => mean.high.max(line.high),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-07-10";

    /// Eight months of what was reached, then a target.
    fn series(reached: impl Fn(usize) -> f64, target: f64, rest: &str) -> String {
        let past = sample::rows(8, "2025-10-31", 30, |i, day| {
            format!("goals G-{i} goal=leads period_end={day} target=100 actual={} advised=no", reached(i))
        });
        format!("{past}\ngoals G-9 goal=leads period_end=2026-06-30 target={target} {rest}")
    }

    fn about_a_hundred(i: usize) -> f64 {
        100.0 + if i.is_multiple_of(2) { 5.0 } else { -5.0 }
    }

    fn check(text: &str, cites: &[&str]) {
        let draft = sample::draft(text, ON, Code::D5);
        assert_eq!(draft.as_ref().and_then(|draft| draft.level), (!cites.is_empty()).then_some(Level::Finding));
        let cited = draft.map(|draft| sample::cited(&draft.facts)).unwrap_or_default();
        assert!(cited.starts_with(&cites.iter().map(|id| id.to_string()).collect::<Vec<_>>()), "{cited:?}");
    }

    #[test]
    fn a_target_beyond_history_needs_written_advice() {
        check(&series(about_a_hundred, 130.0, "advised=yes"), &["G-9", "G-1"]);
        check(&series(about_a_hundred, 130.0, "advised=no"), &[]);
        check(&series(about_a_hundred, 108.0, "advised=yes"), &[]);
        check(&series(about_a_hundred, 70.0, "advised=yes direction=down"), &["G-9", "G-1"]);
    }

    #[test]
    fn the_next_step_of_steady_growth_is_not_unreal() {
        let growing = |i: usize| 100.0 + 10.0 * i as f64 + if i.is_multiple_of(2) { 1.0 } else { -1.0 };
        check(&series(growing, 191.0, "advised=yes"), &[]);
        check(&series(growing, 230.0, "advised=yes"), &["G-9"]);
    }

    #[test]
    fn names_what_is_missing() {
        let without_advice = series(about_a_hundred, 130.0, "").replace("advised=no", "");
        assert_eq!(sample::blind(&without_advice, ON, Code::D5), Some(Need::Advice));
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::D5), Some(Need::Goals));
        let short = series(about_a_hundred, 130.0, "advised=yes").lines().skip(1).collect::<Vec<_>>().join("\n");
        assert_eq!(sample::blind(&short, ON, Code::D5), Some(Need::MoreData));
    }
}
