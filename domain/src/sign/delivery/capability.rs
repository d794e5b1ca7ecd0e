//! D3: requests for what we do not do, beside all requests.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::record::{Request, RequestKind};

/// Finds a client whose requests lie outside our capability.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D3);
    let requests = scene.within(&scene.history.requests, |r| r.on_day);
    if scene.history.requests.is_empty() {
        return Err(Need::Requests);
    } else if (requests.len() as f64) < rule.data_min {
        return Err(Need::MoreData);
    }
    let beyond: Vec<&Request> = requests.iter().rev().filter(|r| r.kind == RequestKind::OutOfCapability).collect();
    let share = beyond.len() as f64 / requests.len() as f64;
    Ok(rule.above(share).map(|(level, threshold)| Draft {
        code: Code::D3,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(threshold),
        data: requests.len() as f64,
        n: requests.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: requests.last().map_or(scene.on, |r| r.on_day),
        against: Against::Nothing,
        args: vec![
            ("share", Arg::Share(share)),
            ("beyond", Arg::count(beyond.len())),
            ("requests", Arg::count(requests.len())),
            ("accepted", Arg::count(beyond.iter().filter(|r| r.accepted == Some(true)).count())),
        ],
        facts: Facts::of("requests", beyond.into_iter().map(|r| (&r.id, r.source))),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    fn asked(all: usize, beyond: usize) -> String {
        sample::rows(all, "2026-01-01", 5, |i, day| {
            format!("requests R-{i} on_day={day} kind={}", if i <= beyond { "out_of_capability" } else { "status" })
        })
    }

    #[test]
    fn measures_the_share_beyond_what_we_do() {
        let check = |beyond, expected| {
            let draft = sample::draft(&asked(20, beyond), ON, Code::D3);
            assert_eq!(draft.as_ref().and_then(|draft| draft.level), expected, "{beyond}");
            assert_eq!(
                draft.map_or(0, |draft| draft.facts.total()),
                if expected.is_some() { beyond as u32 } else { 0 }
            );
        };
        check(2, None);
        check(3, Some(Level::Watch));
        check(5, Some(Level::Finding));
        check(8, Some(Level::Severe));
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(sample::blind(&asked(14, 14), ON, Code::D3), Some(Need::MoreData));
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::D3), Some(Need::Requests));
    }
}
