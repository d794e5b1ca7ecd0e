//! R11: the client's satisfaction falls while our quality does not.

use super::super::delivery::{Piece, quality};
use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Rule, Scene, Value, grade};
use crate::record::Feedback;
use crate::stats::{mann_kendall, median};

/// From so many answers on a fall may be a finding (DOMAIN 3.1); fewer are only watched.
const FINDING_MIN: usize = 8;
/// Trends look at the latest so many answers, and at so many deliverables.
const SERIES_MAX: usize = 100;

/// Tests the answers of the window for a fall, and our quality for none.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R11);
    let answers = latest(scene.within(&scene.history.feedback, |f| f.on_day));
    if scene.history.feedback.is_empty() {
        return Err(Need::Feedback);
    } else if (answers.len() as f64) < rule.data_min {
        return Err(Need::MoreData);
    }
    let quality = quality(scene)?;
    let scores: Vec<f64> = answers.iter().map(Feedback::out_of_five).collect();
    let p = mann_kendall(&scores).map_or(1.0, |trend| trend.p_down);
    let crossed = level(rule, p, answers.len()).filter(|_| !falls(&quality.pieces, rule));
    let Some((level, threshold)) = crossed else {
        return Ok(Some(Draft { p: Some(p), against: Against::Nothing, ..Draft::silent(Code::R11, scene.on) }));
    };
    let third = (scores.len() / 3).max(1);
    let middle = |scores: &[f64]| median(&mut scores.to_vec()).unwrap_or(0.0);
    Ok(Some(Draft {
        code: Code::R11,
        level: Some(level),
        value: Value::Number(p),
        threshold: Some(threshold),
        data: answers.len() as f64,
        n: answers.len() as u32,
        p: Some(p),
        grade: grade::CLIENT,
        newest: answers.last().map_or(scene.on, |f| f.on_day),
        against: Against::Nothing,
        args: vec![
            ("from", Arg::rounded(middle(&scores[..third]), 1)),
            ("to", Arg::rounded(middle(&scores[scores.len() - third..]), 1)),
            ("answers", Arg::count(answers.len())),
            ("quality", Arg::Share(quality.value)),
            ("deliverables", Arg::count(quality.pieces.len())),
        ],
        facts: Facts::of("feedback", answers.iter().rev().map(|f| (&f.id, f.source))),
    }))
}

/// Returns the end of a series, because a trend test takes the square of its length.
fn latest<T>(series: &[T]) -> &[T] {
    &series[series.len().saturating_sub(SERIES_MAX)..]
}

/// Returns the level of a fall; a short series is at most watched.
fn level(rule: &Rule, p: f64, answers: usize) -> Option<(Level, f64)> {
    rule.below(p).map(|crossed| if answers < FINDING_MIN { (Level::Watch, rule.watch) } else { crossed })
}

/// Tells whether our own quality falls too, so that the client may simply be right.
fn falls(pieces: &[Piece], rule: &Rule) -> bool {
    let series: Vec<f64> = latest(pieces).iter().map(Piece::quality).collect();
    mann_kendall(&series).is_some_and(|trend| trend.p_down < rule.watch)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-06-30";
    const FALLING: [f64; 8] = [4.8, 4.5, 4.6, 3.9, 3.1, 2.8, 2.2, 1.9];

    fn text(scores: &[f64], late_from: usize) -> String {
        let answers = sample::rows(scores.len(), "2025-09-01", 30, |i, day| {
            format!("feedback F-{i} on_day={day} score={}", scores[i - 1])
        });
        let work = sample::rows(10, "2025-08-01", 30, |i, day| {
            let delivered = day.plus(if i >= late_from { 9 } else { 0 });
            let rest = "revisions_ours=0 defects=0";
            format!("deliverables D-{i} due_on={day} delivered_on={delivered} accepted_on={delivered} {rest}")
        });
        format!("{answers}\n{work}")
    }

    fn check(scores: &[f64], late_from: usize, expected: Option<(Level, f64)>) {
        let draft = sample::draft(&text(scores, late_from), ON, Code::R11).expect("a test was made");
        assert_eq!(draft.level.zip(draft.threshold), expected);
        assert_eq!(draft.facts.total(), if expected.is_some() { scores.len() as u32 } else { 0 });
    }

    #[test]
    fn a_fall_counts_while_our_quality_holds() {
        check(&FALLING, 99, Some((Level::Severe, 0.005)));
        check(&FALLING, 7, None); // ours falls too
        check(&[4.8, 4.5, 4.6, 3.9, 3.1, 2.8], 99, Some((Level::Watch, 0.10))); // six points are only watched
        check(&[3.0, 3.5, 4.0, 4.1, 4.2, 4.8], 99, None);
        check(&[5.0; 8], 99, None);
    }

    #[test]
    fn says_from_where_to_where() {
        let draft = sample::draft(&text(&FALLING, 99), ON, Code::R11).expect("a fall");
        let arg = |name| draft.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg.clone());
        assert_eq!((arg("from"), arg("to")), (Some(Arg::Number(4.7)), Some(Arg::Number(2.1))));
        assert_eq!(sample::cited(&draft.facts)[0], "F-8");
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |text: &str| sample::blind(text, ON, Code::R11);
        assert_eq!(blind("incidents I-1 at=2026-06-01 kind=doubt"), Some(Need::Feedback));
        assert_eq!(blind(&text(&FALLING[..5], 99)), Some(Need::MoreData));
        let answers_alone: Vec<String> = text(&FALLING, 99).lines().take(8).map(str::to_owned).collect();
        assert_eq!(blind(&answers_alone.join("\n")), Some(Need::Deliverables));
    }
}
