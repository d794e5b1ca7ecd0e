//! R10: how our own people feel about working for the client. Below the least number of answers nothing is shown.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::record::Pulse;
use crate::stats::median;

/// Compares the median of the team's anonymous answers with the rule's levels.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R10);
    let (usual, answers) = usual_pulse(scene)?;
    Ok(rule.sunk_to(usual).map(|(level, threshold)| Draft {
        code: Code::R10,
        level: Some(level),
        value: Value::Number(usual),
        threshold: Some(threshold),
        data: answers.len() as f64,
        n: answers.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: answers.last().map_or(scene.on, |p| p.on_day),
        against: Against::Nothing,
        args: vec![("median", Arg::rounded(usual, 1)), ("answers", Arg::count(answers.len()))],
        // In the order of their days: an order by score would tell who said what.
        facts: Facts::of("pulse", answers.iter().map(|p| (&p.id, p.source))),
    }))
}

/// Returns the median of the window's answers, 1 to 5, and the answers.
pub fn usual_pulse<'a>(scene: &Scene<'a>) -> Result<(f64, &'a [Pulse]), Need> {
    let answers = scene.within(&scene.history.pulse, |p| p.on_day);
    // Four is a promise to those who answer (DESIGN, record kinds); a policy may ask for more, never for fewer.
    if (answers.len() as f64) < scene.rule(Code::R10).data_min.max(4.0) {
        return Err(Need::Pulse);
    }
    let mut scores: Vec<f64> = answers.iter().map(|p| p.score).collect();
    Ok((median(&mut scores).ok_or(Need::Pulse)?, answers))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    fn answers(scores: &[f64]) -> String {
        let rows = sample::rows(scores.len(), "2026-05-01", 3, |i, day| {
            format!("pulse P-{i} on_day={day} score={}", scores[i - 1])
        });
        format!("feedback F-1 on_day=2026-06-01 score=5\n{rows}")
    }

    fn check(scores: &[f64], expected: Option<(Level, f64)>) {
        let draft = sample::draft(&answers(scores), ON, Code::R10);
        assert_eq!(draft.as_ref().and_then(|d| Some((d.level?, d.threshold?))), expected, "{scores:?}");
    }

    #[test]
    fn compares_the_median_and_its_threshold_is_enough() {
        check(&[3.0, 3.0, 2.0, 5.0], None);
        check(&[3.0, 2.0, 2.0, 5.0], Some((Level::Watch, 2.5)));
        check(&[2.0, 2.0, 2.0, 5.0], Some((Level::Finding, 2.0)));
        check(&[1.0, 2.0, 1.0, 5.0, 1.0], Some((Level::Severe, 1.5)));
    }

    #[test]
    fn three_answers_show_nothing_at_all() {
        let measured = sample::measured(&answers(&[1.0, 1.0, 1.0]), ON);
        assert!(measured.drafts.iter().all(|draft| draft.code != Code::R10));
        assert_eq!(sample::blind(&answers(&[1.0, 1.0, 1.0]), ON, Code::R10), Some(Need::Pulse));
    }

    #[test]
    fn no_policy_may_ask_for_fewer_than_four() {
        let mut history = sample::history(&answers(&[1.0, 1.0, 1.0]));
        history.keep_known_on(sample::day(ON));
        let mut policy = super::super::super::Policy::standard();
        policy.rule_mut(Code::R10).expect("a rule").data_min = 2.0;
        let firm = sample::firm();
        let scene = Scene::new(&history, &firm, &policy, sample::day(ON));
        assert!(matches!(detect(&scene), Err(Need::Pulse)));
    }

    #[test]
    fn the_order_of_the_rows_does_not_tell_who_said_what() {
        let draft = sample::draft(&answers(&[2.0, 1.0, 5.0, 1.0]), ON, Code::R10).expect("a median of 1.5");
        assert_eq!(sample::cited(&draft.facts), ["P-1", "P-2", "P-3", "P-4"]);
    }
}
