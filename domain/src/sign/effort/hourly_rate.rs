//! E1: what an hour for this client earns.

use super::super::{Against, Arg, Code, Draft, Level, Need, Quarter, Scene, Value, grade};
use super::cite;

/// Holds what an hour earned, unbilled hours included, against what it should earn. A quarter that is weak every year is left
/// out, so that what stands before it is still seen.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::E1);
    let run_min = rule.more("quarters") as usize;
    let worked = earning(scene)?;
    let last = worked.last().ok_or(Need::MoreData)?;
    scene.target_rate(last.last).ok_or(Need::TargetRate)?;
    let own_season = own_season(scene);
    let counted: Vec<&Quarter> = worked.iter().filter(|quarter| !own_season(quarter)).collect();
    let looked_at = &counted[counted.len().saturating_sub(run_min)..];
    let hours: f64 = looked_at.iter().map(|quarter| quarter.hours).sum();
    let Some(latest) = looked_at.last() else { return Ok(None) };
    rule.enough(hours)?;
    let (target, whose) = scene.target_rate(latest.last).ok_or(Need::TargetRate)?;
    let rate = latest.hourly_rate().unwrap_or(0.0);
    let ratio = rate / target;
    let Some((level, threshold)) = rule.below(ratio).filter(|_| target > 0.0) else { return Ok(None) };
    let run = counted.iter().rev().take_while(|quarter| falls_short(scene, quarter)).count();
    let lasts = run >= run_min;
    let level = if lasts { level } else { Level::Watch };
    let shown = &counted[counted.len() - if lasts { run } else { 1 }..];
    let left_out = worked.iter().filter(|quarter| shown[0].number < quarter.number && own_season(quarter)).count();
    Ok(Some(Draft {
        code: Code::E1,
        level: Some(level),
        value: Value::Number(ratio),
        threshold: Some(if lasts { threshold } else { rule.watch }),
        data: hours,
        n: scene.history.time.iter().filter(|time| looked_at[0].first <= time.on_day).count() as u32,
        p: None,
        grade: grade::OURS,
        newest: latest.last,
        against: Against::Nothing,
        facts: cite(scene, shown),
        args: vec![
            ("rate", scene.money(rate)),
            ("target", scene.money(target)),
            ("target_is", Arg::word(whose)),
            ("ratio", Arg::Share(ratio)),
            ("quarters", Arg::count(run)),
            ("left_out", Arg::count(left_out)),
            ("hours", Arg::rounded(hours, 0)),
            ("until", Arg::Day(latest.last)),
            ("untaxed", Arg::count(scene.quarters.untaxed)),
        ],
    }))
}

/// Returns the quarters of a year in which we worked, if what their hours earned is known and they are not too few.
pub fn earning<'a>(scene: &'a Scene) -> Result<&'a [Quarter], Need> {
    if scene.history.time.is_empty() {
        return Err(Need::Time);
    }
    if scene.history.invoices.is_empty() {
        return Err(Need::Invoices);
    }
    if scene.quarters.unconverted {
        return Err(Need::Currency);
    }
    let worked = worked(scene);
    scene.rule(Code::E1).enough(latest(scene, worked).iter().map(|quarter| quarter.hours).sum())?;
    Ok(worked)
}

/// Returns the latest quarters, as many as a finding needs in a row.
fn latest<'a>(scene: &Scene, worked: &'a [Quarter]) -> &'a [Quarter] {
    &worked[worked.len().saturating_sub(scene.rule(Code::E1).more("quarters") as usize)..]
}

/// Returns the latest quarter in which we worked that is not weak every year.
pub(super) fn latest_counted<'a>(scene: &'a Scene) -> Option<&'a Quarter> {
    let own_season = own_season(scene);
    worked(scene).iter().rfind(|quarter| !own_season(quarter))
}

/// Returns the quarters of a year in which we worked, the latest last.
fn worked<'a>(scene: &'a Scene) -> &'a [Quarter] {
    let year = scene.quarters.year();
    let end = year.iter().rposition(|quarter| quarter.hours > 0.0).map_or(0, |last| last + 1);
    let start = year[..end].iter().rposition(|quarter| quarter.hours <= 0.0).map_or(0, |idle| idle + 1);
    &year[start..end]
}

/// Tells of a quarter whether the client's hours earn little in it every year, this one included, though the year as a whole
/// does not.
fn own_season<'a>(scene: &'a Scene) -> impl Fn(&Quarter) -> bool + 'a {
    let year = scene.quarters.year();
    let sum = |of: fn(&Quarter) -> f64| year.iter().map(of).sum::<f64>();
    let rate = sum(|quarter| quarter.revenue - quarter.pass_through) / sum(|quarter| quarter.hours).max(f64::EPSILON);
    let target = year.last().and_then(|quarter| scene.target_rate(quarter.last));
    let (watch, finding) = (scene.rule(Code::E1).watch, scene.rule(Code::E1).finding);
    let is_well = target.is_some_and(|(target, _)| rate >= watch * target);
    move |quarter| {
        let earlier = || scene.quarters.year_before(quarter).is_some_and(|earlier| is_below(scene, earlier, finding));
        is_well && is_below(scene, quarter, watch) && earlier()
    }
}

/// Tells whether a quarter's hour earned so little that a second such quarter is a finding.
fn falls_short(scene: &Scene, quarter: &Quarter) -> bool {
    is_below(scene, quarter, scene.rule(Code::E1).finding)
}

/// Tells whether a quarter's hour earned less than a share of what it should.
fn is_below(scene: &Scene, quarter: &Quarter, share: f64) -> bool {
    let target = scene.target_rate(quarter.last).map(|(target, _)| target);
    quarter.hourly_rate().zip(target).is_some_and(|(rate, target)| rate < share * target)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{firm, history, measured_at};
    use super::super::super::{Arg, Code, Level, Need, Policy, Scene, Value};
    use crate::days::Day;
    use crate::firm::Firm;

    /// For each quarter of 2025 what was billed net on its first day, and the hours worked.
    fn quarters(terms: &[(i32, i32)]) -> String {
        let line = |(i, (fees, hours)): (usize, &(i32, i32))| {
            let month = i * 3 + 1;
            format!(
                "invoices I{i} issued_on=2025-{month:02}-01 due_on=2025-{month:02}-20 amount={} tax={}\n\
                 time T{i} on_day=2025-{:02}-15 minutes={}\n",
                fees * 115 / 100,
                fees * 15 / 100,
                month + 1,
                hours * 60
            )
        };
        terms.iter().enumerate().map(line).collect()
    }

    fn check(terms: &[(i32, i32)], expected: Option<(Level, f64, f64, &str)>) {
        let measured = measured_at(&quarters(terms), "2026-01-10", &firm());
        let found = measured.drafts.into_iter().find(|draft| draft.code == Code::E1).map(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), (value * 1000.0).round() / 1000.0, d.threshold.expect("one"), ids.join(" "))
        });
        assert_eq!(found, expected.map(|(l, v, t, ids)| (l, v, t, ids.to_owned())), "{terms:?}");
    }

    #[test]
    fn a_finding_needs_two_quarters() {
        // The target is 200 an hour.
        check(&[(20_000, 100), (20_000, 100), (20_000, 100), (19_000, 100)], None);
        check(&[(20_000, 100), (20_000, 100), (20_000, 100), (17_000, 100)], Some((Level::Watch, 0.85, 0.9, "I3 T3")));
        check(&[(20_000, 100), (20_000, 100), (20_000, 100), (10_000, 100)], Some((Level::Watch, 0.5, 0.9, "I3 T3")));
        check(
            &[(20_000, 100), (20_000, 100), (15_000, 100), (15_600, 100)],
            Some((Level::Finding, 0.78, 0.8, "I3 I2 T2 T3")),
        );
        check(
            &[(20_000, 100), (20_000, 100), (15_000, 100), (11_000, 100)],
            Some((Level::Severe, 0.55, 0.6, "I2 I3 T2 T3")),
        );
        check(&[(15_000, 100), (15_000, 100), (15_000, 100), (20_000, 100)], None);
    }

    #[test]
    fn the_weak_quarters_of_every_year_are_the_clients_own_season() {
        let years = |before: &[i32; 4], fees: &[i32; 4]| {
            let of = |fees: &[i32; 4]| quarters(&fees.map(|fees| (fees, 100)));
            let earlier = of(before).replace("2025-", "2024-").replace(" I", " AI").replace(" T", " AT");
            let drafts = measured_at(&(earlier + &of(fees)), "2026-01-10", &firm()).drafts;
            let draft = drafts.into_iter().find(|draft| draft.code == Code::E1)?;
            let arg = |name| draft.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg.clone());
            let ids: Vec<&str> = draft.facts.iter().map(|fact| fact.id).collect();
            Some((draft.level?, arg("left_out")?, ids.join(" ")))
        };
        let (usual, weak) = (22_000, 15_000);
        let found = |level, left_out, ids: &str| Some((level, Arg::count(left_out), ids.to_owned()));
        let half_weak = [24_000, 24_000, weak, weak];
        assert_eq!(years(&[usual; 4], &half_weak), found(Level::Finding, 0, "I2 I3 T2 T3"));
        assert_eq!(years(&[usual, usual, weak, weak], &half_weak), None);
        // One of the two comes back every year: the other stands alone, wherever it lies.
        assert_eq!(years(&[usual, usual, weak, usual], &half_weak), found(Level::Watch, 0, "I3 T3"));
        assert_eq!(years(&[usual, usual, usual, weak], &half_weak), found(Level::Watch, 1, "I2 T2"));
        // What stands before or around the season of every year is not hidden by it.
        let three_weak = [40_000, weak, weak, weak];
        assert_eq!(years(&[usual, usual, usual, weak], &three_weak), found(Level::Finding, 1, "I1 I2 T1 T2"));
        assert_eq!(years(&[usual, usual, weak, usual], &three_weak), found(Level::Finding, 1, "I1 I3 T1 T3"));
    }

    #[test]
    fn an_hour_of_vector_16_earns_72_73() {
        let text = "invoices A issued_on=2025-01-05 due_on=2025-02-01 amount=9000 pass_through=1000
                    time T on_day=2025-02-01 minutes=6600";
        let history = history(text);
        let (firm, policy) = (firm(), Policy::standard());
        let scene = Scene::new(&history, &firm, &policy, Day::from_iso("2025-03-31").expect("a day"));
        let rate = super::worked(&scene).last().and_then(|quarter| quarter.hourly_rate()).expect("a quarter");
        assert!((rate - 72.727).abs() < 0.001, "{rate}");
    }

    #[test]
    fn a_bill_for_the_year_is_earned_in_every_quarter() {
        let text = quarters(&[(80_000, 100), (0, 100), (0, 100), (0, 100)]).replace("invoices I1", "invoices I9");
        let only_first: String =
            text.lines().filter(|line| !line.contains("amount=0")).map(|l| format!("{l}\n")).collect();
        let measured = measured_at(&only_first, "2026-01-10", &firm());
        assert!(measured.drafts.iter().all(|draft| draft.code != Code::E1));
        assert_eq!(measured.tally.hourly_rate, Some(200.0));
    }

    #[test]
    fn is_blind_without_time_bills_or_a_target() {
        let needs = |text: &str, firm: &Firm| {
            let measured = measured_at(text, "2026-01-10", firm);
            measured.blind.into_iter().find(|blind| blind.code == Code::E1).map(|blind| blind.needs)
        };
        let enough = quarters(&[(20_000, 20), (20_000, 20)]);
        assert_eq!(needs(&enough, &firm()), None);
        assert_eq!(needs(&enough, &Firm { target_rate: vec![], ..firm() }), Some(Need::TargetRate));
        assert_eq!(needs(&quarters(&[(20_000, 19), (20_000, 20)]), &firm()), Some(Need::MoreData));
        assert_eq!(needs("time T on_day=2025-07-01 minutes=6000", &firm()), Some(Need::Invoices));
        assert_eq!(needs("invoices A issued_on=2025-07-05 due_on=2025-08-01 amount=9", &firm()), Some(Need::Time));
    }
}
