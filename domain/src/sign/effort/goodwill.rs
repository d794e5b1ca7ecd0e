//! E8: what the client is worth beyond money: an offset, never a threshold.

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use crate::record::{GoodValue, ValueKind};

/// Adds up references, referrals, skills and portfolio pieces as the owner valued them, or counts them.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::E8);
    if scene.history.values.is_empty() {
        return Err(Need::Values);
    }
    let good: Vec<&GoodValue> = scene.history.values.iter().filter(|value| scene.in_window(value.on_day)).collect();
    let Some(newest) = good.last().map(|value| value.on_day) else { return Ok(None) };
    rule.enough(good.len() as f64)?;
    let worth = |value: &&GoodValue| scene.whole(value.amount?, value.currency, value.on_day);
    let sum: f64 = good.iter().filter_map(worth).sum();
    let mut facts = Facts::default();
    for value in good.iter().rev() {
        facts.add("values", &value.id, value.source);
    }
    let of = |kind| Arg::count(good.iter().filter(|value| value.kind == kind).count());
    Ok(Some(Draft {
        code: Code::E8,
        level: Some(Level::Watch),
        value: Value::Number(if sum > 0.0 { sum } else { good.len() as f64 }),
        threshold: Some(rule.watch),
        data: good.len() as f64,
        n: good.len() as u32,
        p: None,
        grade: grade::OURS,
        newest,
        against: Against::Nothing,
        facts,
        args: vec![
            ("basis", Arg::word(if sum > 0.0 { "valued" } else { "counted" })),
            ("worth", scene.money(sum)),
            ("things", Arg::count(good.len())),
            ("references", of(ValueKind::Reference)),
            ("referrals", of(ValueKind::Referral)),
            ("skills", of(ValueKind::Skill)),
            ("pieces", of(ValueKind::Portfolio)),
        ],
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, finding, measured};
    use super::super::super::{Code, Level, Need, Value};

    #[test]
    fn adds_up_what_was_valued_or_counts() {
        let check = |text: &str, expected: Option<(f64, &str)>| {
            let found = draft(text, "2025-12-31", Code::E8).map(|d| {
                let Value::Number(value) = d.value else { panic!("a number") };
                (value, d.facts.iter().map(|fact| fact.id).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(found, expected.map(|(value, ids)| (value, ids.to_owned())), "{text}");
        };
        let old = "values V0 on_day=2024-05-01 kind=skill";
        check(old, None);
        check(
            &format!("{old}\nvalues V1 on_day=2025-05-01 kind=reference\nvalues V2 on_day=2025-06-01 kind=skill"),
            Some((2.0, "V2 V1")),
        );
        check(
            "values V1 on_day=2025-05-01 kind=referral amount=9000\nvalues V2 on_day=2025-06-01 kind=skill",
            Some((9000.0, "V2 V1")),
        );
    }

    #[test]
    fn only_informs() {
        let text = "values V1 on_day=2025-12-01 kind=referral amount=9000";
        let found = finding(text, "2025-12-31", Code::E8).expect("a value");
        assert!(found.level == Level::Watch && found.only_informs());
        let blind = measured("requests Q on_day=2025-12-01 kind=quote", "2025-12-31").blind;
        assert!(blind.iter().any(|blind| blind.code == Code::E8 && blind.needs == Need::Values));
    }
}
