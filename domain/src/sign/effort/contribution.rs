//! E4: what the client leaves over after all that it costs us.

use super::super::{Against, Arg, Code, Draft, Level, Need, Quarter, Scene, Value, grade};
use super::cite;

/// Judges the quarters below nothing; one above it is still held against the portfolio's lower quartile. A quarter that is
/// below nothing every year is left out, so that what stands before it is still seen.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::E4);
    let year = contributing(scene)?;
    let last = year.last().ok_or(Need::MoreData)?;
    let is_loss = |quarter: &Quarter| quarter.contribution() < 0.0;
    let whole_year = year.iter().map(Quarter::contribution).sum::<f64>();
    let own_season = |quarter: &Quarter| {
        whole_year > 0.0 && is_loss(quarter) && scene.quarters.year_before(quarter).is_some_and(is_loss)
    };
    let counted: Vec<&Quarter> = year.iter().filter(|quarter| !own_season(quarter)).collect();
    let run = counted.iter().rev().take_while(|quarter| is_loss(quarter)).count();
    let seasonal = run == 0 && own_season(last);
    let latest = *counted.last().filter(|_| !seasonal).unwrap_or(&last);
    // Where the quarter is the client's weak one every year, its year is held against the others.
    let sum = if seasonal { whole_year / year.len() as f64 } else { latest.contribution() };
    let in_base = scene.in_base(sum);
    let level = match run as f64 {
        run if run >= rule.severe => Some(Level::Severe),
        run if run >= rule.finding => Some(Level::Finding),
        _ => None,
    };
    if level.is_none() && in_base.is_none() {
        return Ok(None);
    }
    let shown: Vec<&Quarter> =
        if seasonal { year.iter().collect() } else { counted[counted.len() - run.max(1)..].to_vec() };
    let left_out = year.iter().filter(|quarter| shown[0].number < quarter.number && own_season(quarter)).count();
    let basis = match (level, seasonal) {
        (Some(_), _) => "loss",
        (None, true) => "year",
        (None, false) => "low",
    };
    let direct = latest.spent.max(latest.pass_through);
    Ok(Some(Draft {
        code: Code::E4,
        level,
        value: Value::Number(in_base.unwrap_or(sum)),
        threshold: level.map(|_| 0.0),
        data: year.len() as f64,
        n: year.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: latest.last,
        against: in_base.map_or(Against::Nothing, Against::Quartile),
        facts: cite(scene, &shown),
        args: vec![
            ("basis", Arg::word(basis)),
            ("contribution", scene.money(sum)),
            ("loss", scene.money(-sum)),
            ("quarters", Arg::count(run)),
            ("left_out", Arg::count(if seasonal { 0 } else { left_out })),
            ("until", Arg::Day(latest.last)),
            ("revenue", scene.money(latest.revenue)),
            ("direct", scene.money(direct)),
            ("hours", Arg::rounded(latest.hours, 0)),
            ("serving", scene.money(latest.cost_to_serve)),
            ("losses", scene.money(latest.expected_loss)),
            ("carry", scene.money(latest.carry)),
            ("untaxed", Arg::count(scene.quarters.untaxed)),
        ],
    }))
}

/// Returns the full quarters of a year, the latest last, if all that their contribution takes is known.
pub fn contributing<'a>(scene: &'a Scene) -> Result<&'a [Quarter], Need> {
    if scene.history.invoices.is_empty() {
        return Err(Need::Invoices);
    }
    if scene.history.time.is_empty() {
        return Err(Need::Time);
    }
    if scene.quarters.unpriced {
        return Err(Need::CostRates);
    }
    if scene.quarters.unconverted {
        return Err(Need::Currency);
    }
    let year = scene.quarters.year();
    scene.rule(Code::E4).enough(year.len() as f64)?;
    scene.quarters.contribution().map(|_| year).ok_or(Need::MoreData)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{day, firm, measured_at};
    use super::super::super::{Against, Assessment, Baseline, Code, Level, Measured, Need, Policy, Value, judge};
    use crate::firm::Firm;

    /// For each quarter of 2025 the net fees, and the hours at a cost of 100; every bill is paid at once.
    fn quarters(terms: &[(i32, i32)]) -> String {
        let line = |(i, (fees, hours)): (usize, &(i32, i32))| {
            let month = i * 3 + 1;
            format!(
                "invoices I{i} issued_on=2025-{month:02}-01 due_on=2025-{month:02}-20 amount={fees}\n\
                 payments P{i} invoice=I{i} paid_on=2025-{month:02}-01 amount={fees}\n\
                 time T{i} on_day=2025-{:02}-15 minutes={} cost_rate=100\n",
                month + 1,
                hours * 60
            )
        };
        terms.iter().enumerate().map(line).collect()
    }

    fn e4(text: &str, firm: &Firm) -> (Measured, Option<(Level, f64, f64, String)>) {
        let measured = measured_at(text, "2026-01-10", firm);
        let found = measured.drafts.iter().find(|draft| draft.code == Code::E4).and_then(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            Some((d.level?, value, d.threshold?, ids.join(" ")))
        });
        (measured, found)
    }

    fn check(text: &str, expected: Option<(Level, f64, &str)>) {
        let found = e4(text, &firm()).1;
        assert_eq!(found, expected.map(|(level, value, ids)| (level, value, 0.0, ids.to_owned())), "{text}");
    }

    #[test]
    fn one_losing_quarter_is_a_finding_and_two_are_severe() {
        check(&quarters(&[(9000, 60), (9000, 60), (9000, 60), (9000, 60)]), None);
        check(&quarters(&[(9000, 60), (9000, 95), (9000, 60), (9000, 60)]), None); // it has recovered
        check(&quarters(&[(9000, 60), (9000, 60), (9000, 60), (9000, 95)]), Some((Level::Finding, -500.0, "I3 T3")));
        check(
            &quarters(&[(9000, 60), (9000, 60), (9000, 94), (9000, 95)]),
            Some((Level::Severe, -500.0, "I2 I3 T3 T2")),
        );
    }

    #[test]
    fn the_weak_quarter_of_every_year_is_the_clients_own_season() {
        // The fourth quarter of both years falls below nothing, the years as a whole do not.
        let years = |fourth: (i32, i32)| {
            let of = |year: &str, own: char, terms: &[(i32, i32)]| {
                quarters(terms)
                    .replace("2025-", &format!("{year}-"))
                    .replace(" I", &format!(" {own}I"))
                    .replace("=I", &format!("={own}I"))
                    .replace(" P", &format!(" {own}P"))
                    .replace(" T", &format!(" {own}T"))
            };
            let usual = (9000, 60);
            of("2024", 'A', &[usual, usual, usual, fourth]) + &of("2025", 'B', &[usual, usual, usual, (9000, 95)])
        };
        check(&years((9000, 95)), None);
        check(&years((9000, 60)), Some((Level::Finding, -500.0, "BI3 BT3")));
        // What stands before the weak quarter of every year is not hidden by it.
        let third = |text: String| {
            text.replace("2025-07-01 amount=9000", "2025-07-01 amount=5900")
                .replace("2025-07-20 amount=9000", "2025-07-20 amount=5900")
        };
        check(&third(years((9000, 95))), Some((Level::Finding, -100.0, "BI2 BT2")));
        check(&third(years((9000, 60))), Some((Level::Severe, -500.0, "BI3 BI2 BT3 BT2")));
        let draft = e4(&years((9000, 95)), &firm()).0.drafts.into_iter().find(|d| d.code == Code::E4);
        let draft = draft.expect("its year is held against the others");
        assert_eq!(draft.against, Against::Quartile((3.0 * 3000.0 - 500.0) / 4.0));
    }

    #[test]
    fn every_cost_of_the_client_counts() {
        let steady = quarters(&[(9000, 60), (9000, 60), (9000, 60), (9000, 60)]);
        check(&(steady.clone() + "costs K on_day=2025-11-01 amount=3100"), Some((Level::Finding, -100.0, "I3 K T3")));
        check(&(steady.clone() + "costs K on_day=2025-11-01 amount=3100 kind=committed"), None);
        let passed_on = steady.replace("-20 amount=9000", "-20 amount=9000 pass_through=3100");
        check(&passed_on, Some((Level::Severe, -100.0, "I0 I1 I2 I3 T0 T1 T2 T3")));
        // Open since 20 October: 82 days late, of which a tenth is expected to be lost, and 12% a year on it.
        let unpaid: String =
            steady.lines().filter(|line| !line.starts_with("payments P3")).map(|l| format!("{l}\n")).collect();
        let value = |text: &str| e4(text, &firm()).0.tally.contribution.expect("known");
        let carried = 9000.0 * 0.12 * 92.0 / 365.0;
        assert!((value(&steady) - value(&unpaid) - 900.0 - carried).abs() < 0.01, "{}", value(&unpaid));
    }

    #[test]
    fn a_low_contribution_is_watched_against_the_portfolio() {
        let (on, policy) = (day("2026-01-10"), Policy::standard());
        let measured: Vec<Measured> =
            [10, 20, 30, 40, 50].map(|hours| e4(&quarters(&[(9000, hours); 4]), &firm()).0).into();
        let baseline = Baseline::of(measured.iter(), on, policy.general.false_discovery);
        assert_eq!(baseline.contribution_low, Some(5000.0));
        let found = |m: &Measured| {
            let Assessment { findings, .. } = judge(m.clone(), &baseline, &policy, on);
            findings.into_iter().find(|f| f.code == Code::E4).map(|f| (f.level, f.value, f.threshold))
        };
        assert_eq!(found(&measured[4]), Some((Level::Watch, Value::Number(4000.0), Some(5000.0))));
        assert_eq!(found(&measured[3]), None);
        let few = Baseline::of(measured[2..].iter(), on, policy.general.false_discovery);
        assert_eq!(few.contribution_low, None, "nobody of three leaves less than three in four");
    }

    #[test]
    fn is_blind_without_time_or_its_cost() {
        let needs = |text: &str, firm: &Firm| {
            let blind = e4(text, firm).0.blind;
            blind.into_iter().find(|blind| blind.code == Code::E4).map(|blind| blind.needs)
        };
        let text = quarters(&[(9000, 60), (9000, 60)]);
        let costless = Firm { default_cost_rate: vec![], ..firm() };
        assert_eq!(needs(&text, &costless), None);
        assert_eq!(needs(&text.replace("cost_rate=100", ""), &costless), Some(Need::CostRates));
        assert_eq!(needs("invoices I issued_on=2025-07-05 due_on=2025-08-01 amount=9", &firm()), Some(Need::Time));
        assert_eq!(needs("time T on_day=2025-07-05 minutes=9", &firm()), Some(Need::Invoices));
    }
}
