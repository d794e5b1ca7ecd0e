//! E7: whether the client treats our work as a commodity (DOMAIN A20 to A22).

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Quarter, Scene, Value, grade};
use super::cite_also;
use crate::firm::held_on;
use crate::record::{Request, RequestKind};
use crate::stats::{median, theil_sen_of_seasons, theil_sen_over};

/// Judges how often a lower price is asked for, and whether what an hour earns falls with it.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::E7);
    if scene.history.requests.is_empty() {
        return Err(Need::Requests);
    }
    let in_window = scene.history.requests.iter().filter(|request| scene.in_window(request.on_day));
    let events: Vec<&Request> = in_window.filter(|r| is_lower_price(r) || r.kind == RequestKind::Quote).collect();
    rule.enough(events.len() as f64)?;
    let asks: Vec<&Request> = events.iter().rev().filter(|request| is_lower_price(request)).copied().collect();
    let share = asks.len() as f64 / events.len() as f64;
    let often = asks.len() as f64 >= rule.watch;
    let mostly = events.len() as f64 >= rule.more("share_events") && share > rule.more("share_min");
    let Some(newest) = asks.first().map(|ask| ask.on_day).filter(|_| often || mostly) else { return Ok(None) };
    let slope = slope_yearly(scene);
    let (level, value, threshold) = match (below_floor(scene), slope.filter(|s| *s < rule.more("slope_yearly"))) {
        (Some((rate, floor)), _) => (Level::Severe, rate, floor),
        (None, Some(slope)) => (Level::Finding, slope, rule.more("slope_yearly")),
        (None, None) if often => (Level::Watch, asks.len() as f64, rule.watch),
        (None, None) => (Level::Watch, share, rule.more("share_min")),
    };
    let mut facts = Facts::default();
    for request in asks.iter().copied().chain(events.iter().filter(|event| !is_lower_price(event)).copied()) {
        facts.add("requests", &request.id, request.source);
    }
    // What an hour earned stands in the bills and the hours.
    let quarters: Vec<&Quarter> = match level {
        Level::Severe => scene.quarters.all.last().into_iter().collect(),
        Level::Finding => scene.quarters.all.iter().filter(|quarter| quarter.hours > 0.0).collect(),
        Level::Watch => vec![],
    };
    cite_also(scene, &quarters, &mut facts);
    Ok(Some(Draft {
        code: Code::E7,
        level: Some(level),
        value: Value::Number(value),
        threshold: Some(threshold),
        data: events.len() as f64,
        n: events.len() as u32,
        p: None,
        grade: grade::CLIENT,
        newest,
        against: Against::Nothing,
        facts,
        args: args(scene, level, &events, &asks, slope),
    }))
}

fn is_lower_price(request: &Request) -> bool {
    matches!(request.kind, RequestKind::Discount | RequestKind::PriceMatch)
}

/// Returns by what share of itself the hourly rate moves in a year; `None` with too few quarters. Once there are two years, it
/// falls only if it does against the same quarters of the year before as well: the weak end of a year is no trend.
fn slope_yearly(scene: &Scene) -> Option<f64> {
    let quarters = scene.quarters.all.iter().filter(|_| !scene.quarters.unconverted);
    let rated = quarters.filter_map(|quarter| Some((quarter.number, quarter.hourly_rate()?)));
    let (numbers, mut rates): (Vec<i32>, Vec<f64>) = rated.unzip();
    if (numbers.len() as f64) < scene.rule(Code::E7).more("quarters") {
        return None;
    }
    let all = theil_sen_over(&numbers.iter().copied().map(f64::from).collect::<Vec<f64>>(), &rates)?;
    let slope = theil_sen_of_seasons(&numbers, &rates, 4).map_or(all, |own| own.max(all));
    median(&mut rates).filter(|usual| *usual > 0.0).map(|usual| 4.0 * slope / usual)
}

/// Returns the latest hourly rate and the least that an hour may earn, if it earns less.
fn below_floor(scene: &Scene) -> Option<(f64, f64)> {
    let latest = scene.quarters.all.last().filter(|_| !scene.quarters.unconverted)?;
    let floor = held_on(&scene.firm.floor_rate, latest.last)?;
    let floor = scene.firm.from_base(floor, scene.currency, latest.last)?;
    latest.hourly_rate().filter(|rate| *rate < floor).map(|rate| (rate, floor))
}

fn args(
    scene: &Scene,
    level: Level,
    events: &[&Request],
    asks: &[&Request],
    slope: Option<f64>,
) -> Vec<(&'static str, Arg)> {
    let percents: Vec<f64> = asks.iter().filter_map(|ask| ask.percent).filter(|percent| *percent > 0.0).collect();
    let ask = (!percents.is_empty()).then(|| percents.iter().sum::<f64>() / percents.len() as f64 / 100.0);
    let more = ask.and_then(|ask| more_work(scene, ask));
    let word = |known: bool| Arg::word(if known { "known" } else { "unknown" });
    let latest = scene.quarters.all.last().and_then(Quarter::hourly_rate);
    vec![
        (
            "basis",
            Arg::word(match level {
                Level::Severe => "floor",
                Level::Finding => "falling",
                Level::Watch => "asks",
            }),
        ),
        ("asks", Arg::count(asks.len())),
        ("events", Arg::count(events.len())),
        ("granted", Arg::count(asks.iter().filter(|ask| ask.accepted == Some(true)).count())),
        ("ask_is", word(ask.is_some())),
        ("ask", Arg::Share(ask.unwrap_or(0.0))),
        ("more_is", word(more.is_some())),
        ("more", Arg::Share(more.unwrap_or(0.0))),
        ("fall", Arg::Share(-slope.unwrap_or(0.0))),
        ("rate", scene.money(latest.unwrap_or(0.0))),
    ]
}

/// Returns how much more work a discount takes for the same profit: d / (margin - d) (DOMAIN A22, vector 19).
fn more_work(scene: &Scene, discount: f64) -> Option<f64> {
    let margin = scene.quarters.contribution()? / scene.quarters.revenue().filter(|revenue| *revenue > 0.0)?;
    (margin > discount).then(|| discount / (margin - discount))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{firm, measured, measured_at};
    use super::super::super::{Arg, Code, Draft, Level, Need, Value};
    use crate::firm::{Dated, Firm};

    /// Price events of each month of 2025: `d` a discount of 10% asked for, `m` a competitor's price, `q` a quote.
    fn events(kinds: &str) -> String {
        let line = |(i, kind): (usize, char)| {
            let kind = match kind {
                'd' => "discount percent=10",
                'm' => "price_match",
                'q' => "quote",
                _ => "status",
            };
            format!("requests Q{i} on_day=2025-{:02}-05 kind={kind}\n", i + 1)
        };
        kinds.chars().enumerate().map(line).collect()
    }

    /// A hundred hours at a cost of 70 in each quarter of 2025, and what was billed for them.
    fn billed(fees: [i32; 4]) -> String {
        let line = |(i, fees): (usize, &i32)| {
            let month = i * 3 + 1;
            format!(
                "invoices I{i} issued_on=2025-{month:02}-01 due_on=2025-{month:02}-20 amount={fees}\n\
                 payments P{i} invoice=I{i} paid_on=2025-{month:02}-01 amount={fees}\n\
                 time T{i} on_day=2025-{month:02}-15 minutes=6000 cost_rate=70\n"
            )
        };
        fees.iter().enumerate().map(line).collect()
    }

    fn e7(text: &str, firm: &Firm) -> Option<Draft> {
        measured_at(text, "2025-12-31", firm).drafts.into_iter().find(|draft| draft.code == Code::E7)
    }

    fn check(text: &str, expected: Option<(Level, f64, f64, &str)>) {
        let floor = vec![Dated { value: 80.0, ..firm().target_rate[0] }];
        let found = e7(text, &Firm { floor_rate: floor, ..firm() }).map(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), (value * 1e4).round() / 1e4, d.threshold.expect("one"), ids.join(" "))
        });
        assert_eq!(found, expected.map(|(level, value, t, ids)| (level, value, t, ids.to_owned())), "{text}");
    }

    #[test]
    fn counts_how_often_a_lower_price_is_asked_for() {
        check(&events("qdqd"), None);
        check(&events("dmd"), Some((Level::Watch, 3.0, 3.0, "Q2 Q1 Q0")));
        check(&events("qdmq"), None);
        check(&events("ddqqqdqqqq"), Some((Level::Watch, 3.0, 3.0, "Q5 Q1 Q0 Q2 Q3 Q4 Q6 Q7 Q8 Q9")));
    }

    #[test]
    fn a_falling_rate_is_a_finding_and_one_below_the_floor_severe() {
        let asks = events("dmd");
        check(&(asks.clone() + &billed([10_000, 10_000, 10_000, 10_000])), Some((Level::Watch, 3.0, 3.0, "Q2 Q1 Q0")));
        check(
            &(asks.clone() + &billed([10_600, 10_200, 9_800, 9_400])),
            Some((Level::Finding, -0.16, -0.05, "Q2 Q1 Q0 I0 I1 I2 I3 T0 T1 T2 T3")),
        );
        check(
            &(asks.clone() + &billed([10_000, 10_000, 10_000, 7_900])),
            Some((Level::Severe, 79.0, 80.0, "Q2 Q1 Q0 I3 T3")),
        );
        check(&(events("qqq") + &billed([10_600, 10_200, 9_800, 7_000])), None);
    }

    #[test]
    fn a_weak_end_of_the_year_is_no_trend() {
        let year = |of: &str, fees| billed(fees).replace("2025-", &format!("{of}-"));
        let earlier = |fees| {
            year("2024", fees).replace(" I", " AI").replace("=I", "=AI").replace(" P", " AP").replace(" T", " AT")
        };
        let this = billed([10_600, 10_200, 9_800, 9_400]);
        let level = |text: &str| e7(&(events("dmd") + text), &firm()).and_then(|draft| draft.level);
        assert_eq!(level(&(earlier([10_600, 10_200, 9_800, 9_400]) + &this)), Some(Level::Watch));
        assert_eq!(level(&(earlier([12_000, 11_600, 11_200, 10_800]) + &this)), Some(Level::Finding));
    }

    #[test]
    fn a_tenth_off_at_a_margin_of_thirty_takes_half_as_much_again() {
        let draft = e7(&(events("ddd") + &billed([10_000; 4])), &firm()).expect("a draft"); // vector 19
        let more = draft.args.iter().find(|(name, _)| *name == "more").map(|(_, arg)| arg.clone());
        let Some(Arg::Share(more)) = more else { panic!("a share") };
        assert!((more - 0.5).abs() < 1e-9, "{more}");
    }

    #[test]
    fn is_blind_below_three_price_events() {
        let needs = |text: &str| {
            let measured = measured(text, "2025-12-31");
            measured.blind.into_iter().find(|blind| blind.code == Code::E7).map(|blind| blind.needs)
        };
        assert_eq!(needs(&events("dds")), Some(Need::MoreData));
        assert_eq!(needs(&events("ddq")), None);
        assert_eq!(needs(&billed([9; 4])), Some(Need::Requests));
    }
}
