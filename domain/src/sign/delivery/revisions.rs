//! D2: revision rounds beyond those the contract includes; rounds that our own errors caused never count.

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use super::lacking;
use crate::record::Deliverable;

/// The revision rounds of the window, for this client and for the portfolio's rate.
pub struct Rounds<'a> {
    pub count: u32,
    pub deliverables: u32,
    /// Each with its rounds.
    rows: Vec<(&'a Deliverable, i64)>,
}

impl<'a> Rounds<'a> {
    /// Counts the rounds of what was delivered in the window and says how many rounds it took, and whose they were.
    pub fn of(scene: &Scene<'a>) -> Rounds<'a> {
        let delivered = |d: &&Deliverable| d.delivered_on.is_some_and(|day| scene.in_window(day));
        let rounds = |d: &'a Deliverable| Some((d, (d.revisions? - d.revisions_ours?).max(0)));
        let rows: Vec<_> = scene.history.deliverables.iter().filter(delivered).filter_map(rounds).collect();
        let count = rows.iter().map(|(_, rounds)| *rounds).sum::<i64>() as u32;
        Rounds { count, deliverables: rows.len() as u32, rows }
    }

    /// Cites the deliverables, those with the most rounds first.
    pub fn facts(&self) -> Facts {
        let mut rows: Vec<&(&Deliverable, i64)> = self.rows.iter().collect();
        rows.sort_by_key(|(d, rounds)| (-rounds, d.delivered_on.map(|day| -day.number())));
        Facts::of("deliverables", rows.into_iter().map(|(d, _)| (&d.id, d.source)))
    }

    /// Returns each deliverable whose contract says how many rounds it includes, with the rounds taken and included.
    fn agreed(&self) -> Vec<(&'a Deliverable, i64, i64)> {
        self.rows.iter().filter_map(|(d, rounds)| Some((*d, *rounds, d.revisions_agreed?))).collect()
    }

    /// Counts the rounds beyond those that the contract includes, and cites the deliverables that took them.
    pub fn beyond_agreed(&self, scene: &Scene) -> Result<(i64, Facts), Need> {
        let agreed = self.agreed();
        if scene.history.deliverables.iter().all(|d| d.delivered_on.is_none()) {
            Err(lacking(scene))
        } else if agreed.is_empty() {
            Err(Need::Revisions)
        } else {
            let more = agreed.iter().map(|(_, rounds, agreed)| (rounds - agreed).max(0)).sum();
            Ok((more, beyond(agreed)))
        }
    }
}

/// Compares the rounds with the contract's; the portfolio may raise the level.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D2);
    let all = Rounds::of(scene);
    let agreed = all.agreed();
    if scene.history.deliverables.iter().all(|d| d.delivered_on.is_none()) {
        return Err(lacking(scene));
    } else if agreed.is_empty() {
        return Err(Need::Revisions);
    } else if (agreed.len() as f64) < rule.data_min {
        return Err(if all.rows.len() as f64 >= rule.data_min { Need::Revisions } else { Need::MoreData });
    }
    let taken: i64 = agreed.iter().map(|(_, rounds, _)| rounds).sum();
    let included: i64 = agreed.iter().map(|(_, _, agreed)| agreed).sum();
    // Where the contract includes none at all, one stands in, so that the ratio stays a number.
    let ratio = taken as f64 / included.max(1) as f64;
    let (level, threshold) = match rule.above(ratio) {
        Some((Level::Severe, threshold)) => (Some(Level::Severe), Some(threshold)),
        Some(_) => (Some(Level::Watch), Some(rule.watch)),
        None => (None, None),
    };
    Ok(Some(Draft {
        code: Code::D2,
        level,
        value: Value::Number(ratio),
        threshold,
        data: agreed.len() as f64,
        n: agreed.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: agreed.iter().filter_map(|(d, _, _)| d.delivered_on).max().unwrap_or(scene.on),
        against: Against::Rate { count: all.count, exposure: f64::from(all.deliverables) },
        args: vec![
            ("rounds", Arg::Number(taken as f64)),
            ("agreed", Arg::Number(included as f64)),
            ("deliverables", Arg::count(agreed.len())),
            ("rate", Arg::rounded(taken as f64 / agreed.len() as f64, 1)),
        ],
        facts: beyond(agreed),
    }))
}

/// Returns the deliverables that took more rounds than agreed, the most excessive first.
fn beyond(mut agreed: Vec<(&Deliverable, i64, i64)>) -> Facts {
    agreed.retain(|(_, rounds, agreed)| rounds > agreed);
    agreed.sort_by_key(|(d, rounds, agreed)| (agreed - rounds, d.delivered_on.map(|day| -day.number())));
    Facts::of("deliverables", agreed.into_iter().map(|(d, _, _)| (&d.id, d.source)))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-06-30";

    /// Deliverables two weeks apart, two rounds of each agreed.
    fn delivered(count: usize, rounds: impl Fn(usize) -> (i64, i64)) -> String {
        sample::rows(count, "2026-01-01", 14, |i, day| {
            let (all, ours) = rounds(i);
            let agreed = "revisions_agreed=2";
            format!("deliverables D-{i} due_on={day} delivered_on={day} revisions={all} revisions_ours={ours} {agreed}")
        })
    }

    fn check(rounds: impl Fn(usize) -> (i64, i64), level: Option<Level>, value: f64, cites: &[&str]) {
        let draft = sample::draft(&delivered(6, rounds), ON, Code::D2).expect("six deliverables");
        assert_eq!((draft.level, draft.value), (level, Value::Number(value)));
        assert_eq!(sample::cited(&draft.facts), cites);
    }

    #[test]
    fn compares_with_the_contract() {
        check(|_| (2, 0), None, 1.0, &[]);
        check(|_| (3, 0), None, 1.5, &["D-6", "D-5", "D-4", "D-3", "D-2", "D-1"]);
        check(|i| if i == 2 { (9, 0) } else { (2, 0) }, Some(Level::Watch), 19.0 / 12.0, &["D-2"]);
        check(|i| if i == 2 { (29, 0) } else { (2, 0) }, Some(Level::Severe), 3.25, &["D-2"]);
    }

    #[test]
    fn rounds_of_our_own_making_do_not_count() {
        check(|_| (8, 6), None, 1.0, &[]);
    }

    #[test]
    fn other_clients_tell_whether_it_is_chance() {
        let firm = |rounds: fn(usize) -> (i64, i64), others: i64| {
            let other = delivered(12, move |_| (others, 0));
            [vec![delivered(6, rounds)], vec![other; 5]].concat()
        };
        let level = |rounds, others| {
            let found = sample::finding_among(&firm(rounds, others), ON, Code::D2);
            found.map(|finding| (finding.level, finding.threshold, finding.p.is_some()))
        };
        assert_eq!(level(|_| (4, 0), 1), Some((Level::Finding, Some(1.5), true)));
        assert_eq!(level(|_| (4, 0), 4), Some((Level::Watch, Some(1.5), false)));
        assert_eq!(level(|_| (3, 0), 1), Some((Level::Finding, Some(1.0), true)));
        assert_eq!(level(|_| (2, 0), 0), None);
    }

    #[test]
    fn names_what_is_missing() {
        let row = |i: usize, day, rest: &str| format!("deliverables D-{i} due_on={day} delivered_on={day} {rest}");
        let needs = |count, rest: &str| {
            sample::blind(&sample::rows(count, "2026-01-01", 14, |i, day| row(i, day, rest)), ON, Code::D2)
        };
        assert_eq!(needs(6, ""), Some(Need::Revisions));
        assert_eq!(needs(6, "revisions=2 revisions_ours=0"), Some(Need::Revisions));
        assert_eq!(needs(5, "revisions=2 revisions_ours=0 revisions_agreed=2"), Some(Need::MoreData));
        assert_eq!(needs(6, "revisions=2 revisions_ours=0 revisions_agreed=2"), None);
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::D2), Some(Need::Deliverables));
    }
}
