//! P5: whether paying late is the rule, or becomes it.

use super::super::{Against, Arg, Bill, Code, Draft, Level, Measured, Need, Scene, Value, grade};
use super::{cite, in_season, newest};
use crate::stats::{cochran_armitage, mann_kendall_dependent, theil_sen, wilson};

/// How the days late of the latest bills move.
pub(super) struct Trend<'a> {
    /// The earliest due first.
    pub bills: Vec<&'a Bill>,
    /// Days by which each bill is later than the one before; 0 where chance explains the order.
    pub slope: f64,
    /// Chance of such a rise if there were none.
    pub p: f64,
    /// Of how many pairs of bills the newer was the later one.
    pub pairs_later: usize,
    pub pairs: usize,
}

impl Trend<'_> {
    /// Tells whether delays lengthen, beyond chance and by enough days.
    pub fn lengthens(&self, scene: &Scene) -> bool {
        let rule = scene.rule(Code::P5);
        self.p <= rule.more("p_max") && self.slope > rule.more("slope_days")
    }
}

/// Looks for a high share or a trend. A trend that was tested and is not what the finding rests on counts among the
/// tests made, as a draft without a level.
pub(super) fn measure(scene: &Scene, trend: Option<&Trend>, out: &mut Measured) {
    let found = detect(scene, trend);
    let rests_on_trend = matches!(&found, Ok(Some(draft)) if draft.p.is_some());
    out.take(Code::P5, found);
    out.drafts.extend(trend.filter(|_| !rests_on_trend).map(|trend| Draft {
        p: Some(trend.p),
        against: Against::Nothing,
        ..Draft::silent(Code::P5, scene.on)
    }));
}

/// Judges the lower bound of the late share, or a trend that chance does not explain.
fn detect(scene: &Scene, trend: Option<&Trend>) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P5);
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let grace_days = rule.more("grace_days") as i32;
    let due = scene.ledger.due_within(scene.since, scene.on);
    let decided: Vec<&Bill> = due.filter(|bill| bill.is_decided(grace_days)).collect();
    let late = decided.iter().filter(|bill| bill.delay > grace_days).count();
    let low = wilson(late, decided.len()).map_or(0.0, |interval| interval.low);
    let enough = rule.enough(decided.len() as f64);
    let by_share = enough.ok().and_then(|()| rule.above(low));
    let lengthens = trend.filter(|trend| trend.lengthens(scene));
    match (by_share, lengthens) {
        (Some((level, threshold)), lengthens) if level > Level::Watch || lengthens.is_none() => {
            Ok(Some(of_share(scene, &decided, low, (level, threshold), trend)))
        }
        (_, Some(trend)) => Ok(Some(of_trend(scene, trend, &decided, low))),
        _ => enough.map(|()| None),
    }
}

/// Follows the days late of the latest bills; `None` if they are too few, or none of them is of the window.
pub(super) fn trend<'a>(scene: &'a Scene) -> Option<Trend<'a>> {
    let due = scene.ledger.bills.partition_point(|bill| bill.due_on <= scene.on);
    let latest = &scene.ledger.bills[due.saturating_sub(scene.policy.general.trend_invoices)..due];
    let fresh = latest.last().is_some_and(|bill| scene.in_window(bill.due_on));
    if !fresh || scene.rule(Code::P5).enough(latest.len() as f64).is_err() {
        return None;
    }
    let days: Vec<f64> = latest.iter().map(|bill| f64::from(bill.days_late())).collect();
    let p = mann_kendall_dependent(&days)?.p_up;
    let by_chance = p > scene.rule(Code::P5).more("p_max");
    let later = |i: usize| days[i + 1..].iter().filter(|newer| **newer > days[i]).count();
    Some(Trend {
        bills: latest.iter().collect(),
        slope: if by_chance { 0.0 } else { theil_sen(&days)? },
        p,
        pairs_later: (0..days.len()).map(later).sum(),
        pairs: days.len() * (days.len() - 1) / 2,
    })
}

fn of_share(scene: &Scene, decided: &[&Bill], low: f64, crossed: (Level, f64), trend: Option<&Trend>) -> Draft {
    let grace_days = scene.rule(Code::P5).more("grace_days") as i32;
    let late = || decided.iter().rev().copied().filter(|bill| bill.delay > grace_days);
    Draft {
        code: Code::P5,
        level: Some(crossed.0),
        value: Value::Number(low),
        threshold: Some(crossed.1),
        data: decided.len() as f64,
        n: decided.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: newest(scene, late()),
        against: Against::Nothing,
        facts: cite(scene, late()),
        args: args(scene, "share", decided, low, trend),
    }
}

fn of_trend(scene: &Scene, trend: &Trend, decided: &[&Bill], low: f64) -> Draft {
    let latest_first = || trend.bills.iter().rev().copied();
    Draft {
        code: Code::P5,
        level: Some(Level::Finding),
        value: Value::Number(trend.slope),
        threshold: Some(scene.rule(Code::P5).more("slope_days")),
        data: trend.bills.len() as f64,
        n: trend.bills.len() as u32,
        p: Some(trend.p),
        grade: grade::SYSTEM,
        newest: newest(scene, latest_first()),
        against: Against::Nothing,
        facts: cite(scene, latest_first()),
        args: args(scene, "trend", decided, low, Some(trend)),
    }
}

fn args(scene: &Scene, basis: &str, decided: &[&Bill], low: f64, trend: Option<&Trend>) -> Vec<(&'static str, Arg)> {
    let grace_days = scene.rule(Code::P5).more("grace_days") as i32;
    let late: Vec<&Bill> = decided.iter().filter(|bill| bill.delay > grace_days).copied().collect();
    let open = |bills: &[&Bill]| bills.iter().filter(|bill| bill.settled_on.is_none()).count();
    let typical = |bills: &[&Bill]| {
        let mut days: Vec<f64> = bills.iter().map(|bill| f64::from(bill.days_late())).collect();
        crate::stats::median(&mut days).unwrap_or(0.0)
    };
    let recent = trend.map_or(&[][..], |trend| &trend.bills[trend.bills.len().saturating_sub(4)..]);
    let moves = match trend {
        Some(trend) if trend.lengthens(scene) => "longer",
        Some(_) => "steady",
        None => "unknown",
    };
    vec![
        ("basis", Arg::word(basis)),
        ("late", Arg::count(late.len())),
        ("decided", Arg::count(decided.len())),
        ("low", Arg::Share(low)),
        ("open", Arg::count(trend.map_or(open(&late), |trend| open(&trend.bills)))),
        ("typical_days", Arg::rounded(typical(&late), 0)),
        ("recent_days", Arg::rounded(typical(recent), 0)),
        ("trend", Arg::word(moves)),
        ("slope", Arg::rounded(trend.map_or(0.0, |trend| trend.slope), 1)),
        ("pairs_later", Arg::count(trend.map_or(0, |trend| trend.pairs_later))),
        ("pairs", Arg::count(trend.map_or(0, |trend| trend.pairs))),
        ("by_quarter", Arg::word(trend.map_or("unknown", |trend| by_quarter(scene, trend)))),
    ]
    .into_iter()
    .chain(in_season(scene, decided, grace_days))
    .collect()
}

/// Says whether the share of late bills rises from quarter to quarter.
fn by_quarter(scene: &Scene, trend: &Trend) -> &'static str {
    let grace_days = scene.rule(Code::P5).more("grace_days") as i32;
    let quarter = |bill: &Bill| bill.due_on.month().quarter();
    let first = trend.bills.first().map_or(0, |bill| quarter(bill));
    let mut quarters = vec![(0, 0); trend.bills.last().map_or(0, |bill| quarter(bill) - first + 1) as usize];
    for bill in &trend.bills {
        let (late, all) = &mut quarters[(quarter(bill) - first) as usize];
        *late += usize::from(bill.delay > grace_days);
        *all += 1;
    }
    match cochran_armitage(&quarters).filter(|_| trend.bills.len() >= 12) {
        Some(found) if found.p_up <= scene.rule(Code::P5).more("p_max") => "rising",
        Some(_) => "steady",
        None => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{assessed, day, draft, finding, finding_among, measured};
    use super::super::super::{Arg, Code, Draft, Level, Need, Value};

    /// Monthly bills, the first due on a day, settled so many days later; `-` is open.
    fn monthly(first_due: &str, delays: &[&str]) -> String {
        let first = day(first_due).month();
        let bill = |(i, delay): (usize, &&str)| {
            let due_on = first.plus(i as i32).last();
            let invoice = format!("invoices I{i:02} issued_on={} due_on={due_on} amount=1000\n", due_on.plus(-30));
            let paid = delay.parse().map(|days| due_on.plus(days));
            invoice
                + &paid
                    .map(|on| format!("payments P{i} invoice=I{i:02} paid_on={on} amount=1000\n"))
                    .unwrap_or_default()
        };
        delays.iter().enumerate().map(bill).collect()
    }

    fn p5(delays: &str, on: &str) -> Option<Draft> {
        draft(&monthly("2025-01-31", &delays.split_whitespace().collect::<Vec<_>>()), on, Code::P5)
    }

    fn check(delays: &str, on: &str, level: Option<Level>, value: f64) {
        let found = p5(delays, on);
        assert_eq!(found.as_ref().and_then(|d| d.level), level, "{delays}");
        if let Some(Draft { value: Value::Number(found), .. }) = found {
            assert!((found - value).abs() < 5e-4, "{delays}: {found}");
        }
    }

    #[test]
    fn the_lower_bound_of_the_share_decides() {
        check("5 0 5 0 5 0 5 5 0 5 0 5", "2026-01-05", Some(Level::Watch), 0.320); // vector 11: 7 of 12
        check("5 0 0 0 5 0 5 5 0 5 0 0", "2026-01-05", None, 0.0);
        check("5 5 5 5 5 5 5 0", "2025-09-05", Some(Level::Finding), 0.529);
        check("5 5 5 5 5 5 5 5 5 5 5", "2025-12-10", Some(Level::Severe), 0.741);
        check("5 0 5 0 5 0 5 5 0 5 0 -", "2026-01-05", Some(Level::Watch), 0.320); // the open one is late already
        check("5 0 5 0 5 0 5 5 0 5 0 -", "2025-12-31", Some(Level::Watch), 0.280); // and not yet decided on its due day
    }

    #[test]
    fn vector_9_is_late_but_its_slope_does_not_exceed_two_days() {
        check("2 0 5 4 9 7 14 12 20 18", "2025-12-01", Some(Level::Finding), 0.596);
        let draft = p5("2 0 5 4 9 7 14 12 20 18", "2025-12-01").expect("a draft");
        assert_eq!((draft.p, draft.threshold), (None, Some(0.40)));
    }

    #[test]
    fn a_trend_is_a_finding_of_its_own() {
        let delays = "0 0 0 0 0 0 3 8 12 17 22 28";
        let draft = p5(delays, "2026-02-10").expect("a draft");
        assert_eq!((draft.level, draft.threshold), (Some(Level::Finding), Some(2.0)));
        assert!(draft.p.is_some_and(|p| p < 0.01), "{:?}", draft.p);
        let ids: Vec<&str> = draft.facts.iter().map(|fact| fact.id).collect();
        assert_eq!((ids.len(), ids[0], ids[12]), (18, "I11", "P11"));
        let text = monthly("2025-01-31", &delays.split_whitespace().collect::<Vec<_>>());
        assert_eq!(finding(&text, "2026-02-10", Code::P5).map(|f| f.level), Some(Level::Finding));
    }

    #[test]
    fn a_trend_that_was_tested_counts_whatever_came_of_it() {
        let drafts = |delays: &str| {
            let text = monthly("2025-01-31", &delays.split_whitespace().collect::<Vec<_>>());
            let drafts = measured(&text, "2026-02-20").drafts.into_iter().filter(|draft| draft.code == Code::P5);
            drafts.map(|draft| (draft.level, draft.p.is_some())).collect::<Vec<_>>()
        };
        assert_eq!(drafts("5 0 0 0 5 0 5 5 0 5 0 0"), [(None, true)]);
        assert_eq!(drafts("5 5 5 5 5 5 5 5 5 5 5 5"), [(Some(Level::Severe), false), (None, true)]);
        assert_eq!(drafts("0 0 0 0 0 0 3 8 12 17 22 28"), [(Some(Level::Finding), true)]);
    }

    #[test]
    fn a_weak_trend_among_many_clients_is_only_watched() {
        // Mann-Kendall S = 30 of twelve with ties: p = .019, four and a half days an invoice.
        let delays = ["0", "0", "0", "20", "0", "55", "20", "0", "50", "35", "45", "45"];
        let alone = vec![monthly("2025-01-31", &delays)];
        let level = |texts: &[String]| finding_among(texts, "2026-02-20", Code::P5).map(|finding| finding.level);
        assert_eq!(level(&alone), Some(Level::Finding));
        let others = std::iter::repeat_n(monthly("2025-01-31", &["0"; 12]), 9);
        assert_eq!(level(&alone.into_iter().chain(others).collect::<Vec<_>>()), Some(Level::Watch));
    }

    #[test]
    fn the_share_of_vector_10_rises_by_quarter() {
        let mut text = String::new();
        for (quarter, late) in [1, 2, 4, 5].into_iter().enumerate() {
            for i in 0..6 {
                let due_on = day("2025-01-10").month().plus(3 * quarter as i32).first().plus(10 * i);
                let paid_on = due_on.plus(if i < late { 4 } else { -1 });
                text += &format!("invoices {quarter}{i} issued_on={} due_on={due_on} amount=100\n", due_on.plus(-30));
                text += &format!("payments P{quarter}{i} invoice={quarter}{i} paid_on={paid_on} amount=100\n");
            }
        }
        let draft = draft(&text, "2025-12-31", Code::P5).expect("12 of 24 were late");
        assert_eq!(draft.level, Some(Level::Watch));
        let said = draft.args.iter().find(|(name, _)| *name == "by_quarter").map(|(_, arg)| arg.clone());
        assert_eq!(said, Some(Arg::word("rising")));
    }

    #[test]
    fn what_fell_due_in_a_season_is_told_apart() {
        // Of bills due on the last of each month, 31 March 2025 lies in the feast and 31 December at the turn of the year.
        let said = |delays: &str| {
            let draft = p5(delays, "2026-01-20").expect("a draft");
            let arg = |name: &str| draft.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg.clone());
            ["seasonal", "season", "rest", "rest_late"].map(|name| arg(name).expect("an argument"))
        };
        let expected = |seasonal, season, rest_late| {
            [Arg::count(seasonal), Arg::word(season), Arg::count(10), Arg::count(rest_late)]
        };
        assert_eq!(said("5 5 5 5 5 5 5 5 5 5 5 5"), expected(2, "feast", 10));
        assert_eq!(said("5 5 0 5 5 5 5 5 5 5 5 5"), expected(1, "year_end", 10));
        assert_eq!(said("5 5 0 5 5 5 5 5 5 5 0 0")[0], Arg::count(0));
    }

    #[test]
    fn is_blind_without_enough_decided_bills() {
        let needs = |delays: &[&str], on: &str| {
            let measured = measured(&monthly("2025-01-31", delays), on);
            measured.blind.into_iter().find(|blind| blind.code == Code::P5).map(|blind| blind.needs)
        };
        assert_eq!(needs(&["9"; 7], "2025-08-20"), Some(Need::MoreData));
        assert_eq!(needs(&["9"; 8], "2025-09-20"), None);
        assert_eq!(needs(&["-"; 8], "2025-08-31"), Some(Need::MoreData)); // the eighth falls due today
        let blind = assessed("time T1 on_day=2025-07-01 minutes=60", "2025-07-10").blind;
        assert!(blind.iter().any(|blind| blind.code == Code::P5 && blind.needs == Need::Invoices));
    }
}
