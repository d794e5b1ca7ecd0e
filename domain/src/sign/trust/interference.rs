//! R2: over-interference. Approvals asked for, questions about status, approved work taken up again, and messages past
//! the lead, by the week, against the client's own past; the portfolio says whether it is much at all.

use super::super::delivery::quality;
use super::super::season::{Crossed, Said, most, said};
use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use crate::days::Day;
use crate::days::season::Season;
use crate::record::{Message, MessageDirection, RequestKind, Source, Text};
use crate::text::fold;

/// The weeks that are compared with those before them.
const LATEST: usize = 4;
/// The least deviation of a weekly series, in touches: one touch more than usual in a month is no change.
const DEVIATION_MIN: f64 = 0.5;

/// One row of interference.
struct Touch<'a> {
    day: Day,
    kind: &'static str,
    id: &'a Text,
    source: Source,
}

/// One way of interfering, the newest touch first.
struct Component<'a> {
    touches: Vec<Touch<'a>>,
    /// From this day on the records could show it.
    first: Day,
    /// Whether a touch is about one of the open deliverables, so that many of them explain many touches.
    is_per_item: bool,
}

/// Compares the latest weeks with the client's own earlier ones, in standard deviations.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R2);
    let weeks = rule.more("weeks") as usize;
    let mut known = components(scene, weeks);
    if known.is_empty() {
        return Err(Need::Requests);
    }
    let reach = |c: &Component| (scene.on.since(c.first).max(0) as usize / 7).min(weeks);
    known.retain(|c| reach(c) as f64 >= rule.data_min);
    let span = known.iter().map(reach).min().unwrap_or(0);
    if span <= LATEST {
        return Err(Need::MoreData);
    }
    let open = open_work(scene, span);
    let weekly: Vec<(&Component, Vec<f64>)> = known.iter().map(|c| (c, c.weekly(scene, span))).collect();
    let deviations = deviations(&weekly, &open);
    let touches = |weeks: std::ops::Range<usize>| {
        let all: f64 = weekly.iter().flat_map(|(_, touches)| &touches[weeks.clone()]).sum();
        all / weeks.len() as f64
    };
    let items = open[..LATEST].iter().sum::<f64>() / LATEST as f64;
    let against = Against::Quartile(touches(0..LATEST) / items);
    let held = rule.above(deviations).and_then(|crossed| hold_apart(scene, crossed, &weekly, &open));
    Ok(Some(match held {
        None => Draft { against, ..Draft::silent(Code::R2, scene.on) },
        Some(((level, threshold), seasons)) => Draft {
            code: Code::R2,
            level: Some(level),
            value: Value::Number(deviations),
            threshold: Some(threshold),
            data: span as f64,
            n: span as u32,
            p: None,
            grade: grade::OURS,
            newest: scene.on,
            against,
            args: vec![
                ("recent", Arg::rounded(touches(0..LATEST), 1)),
                ("earlier", Arg::rounded(touches(LATEST..span), 1)),
                ("weeks", Arg::count(span)),
                ("follows", Arg::word(follows(scene))),
            ]
            .into_iter()
            .chain(seasons)
            .collect(),
            facts: facts(scene, &known),
        },
    }))
}

/// Tells apart what the seasons of the client's place explain. The quiet weeks of one are no past to compare with; where the
/// latest weeks lie in one, they are held against the same one of the year before.
fn hold_apart(
    scene: &Scene,
    crossed: Crossed,
    weekly: &[(&Component, Vec<f64>)],
    open: &[f64],
) -> Option<(Crossed, Said)> {
    let rule = scene.rule(Code::R2);
    let middle = |week: usize| scene.on.plus(-7 * week as i32 - 3);
    let seasons: Vec<Option<Season>> = (0..open.len()).map(|week| scene.season(middle(week))).collect();
    let in_season: Vec<Season> = seasons.iter().flatten().copied().collect();
    let now: Vec<Season> = seasons[..LATEST].iter().flatten().copied().collect();
    let said = |how| said(in_season.len(), most(&in_season), how);
    if now.len() * 2 >= LATEST {
        return match more_than_last_year(scene, &now) {
            Some(true) => Some((crossed, said("earlier"))),
            Some(false) => None,
            None => Some(((Level::Watch, rule.watch), said("nothing"))),
        };
    }
    let outside: Vec<usize> = (0..open.len()).filter(|week| *week < LATEST || seasons[*week].is_none()).collect();
    if outside.len() == open.len() || outside.len() < 2 * LATEST {
        return Some((crossed, vec![]));
    }
    let of = |values: &[f64]| outside.iter().map(|week| values[*week]).collect::<Vec<f64>>();
    let weekly: Vec<(&Component, Vec<f64>)> = weekly.iter().map(|(own, touches)| (*own, of(touches))).collect();
    let by_rest = rule.above(deviations(&weekly, &of(open)))?;
    Some((if by_rest.0 < crossed.0 { by_rest } else { crossed }, said("rest")))
}

/// Tells whether the client steps in more often a day than in the same seasons of the year before; `None` where the records do
/// not reach back so far.
fn more_than_last_year(scene: &Scene, seasons: &[Season]) -> Option<bool> {
    // A Hijri year is eleven days shorter than ours, so its seasons lie ten to fourteen months back.
    const BACK: (i32, i32) = (300, 420);
    let known = components(scene, BACK.1 as usize / 7 + 1);
    let reaches = |c: &Component| scene.on.since(c.first) >= BACK.1;
    let is_of = |day: Day| scene.season(day).is_some_and(|season| seasons.contains(&season));
    let a_day = |from: i32, to: i32| {
        let is_within = |day: Day| (from..to).contains(&scene.on.since(day)) && is_of(day);
        let days = (from..to).filter(|back| is_of(scene.on.plus(-back))).count();
        let touches = known.iter().filter(|c| reaches(c)).flat_map(|c| &c.touches).filter(|t| is_within(t.day)).count();
        touches as f64 / days.max(1) as f64
    };
    known.iter().any(reaches).then(|| a_day(0, 7 * LATEST as i32) > a_day(BACK.0, BACK.1))
}

/// Returns the ways of interfering that the client's records can show.
fn components<'a>(scene: &Scene<'a>, weeks: usize) -> Vec<Component<'a>> {
    let history = scene.history;
    let since = scene.on.plus(-7 * weeks as i32);
    let asks = |kind| {
        let recent = history.requests.iter().rev().take_while(|r| since < r.on_day).filter(move |r| r.kind == kind);
        let touch = recent.map(|r| Touch { day: r.on_day, kind: "requests", id: &r.id, source: r.source });
        let first = history.requests.first()?.on_day;
        Some(Component { touches: touch.collect(), first, is_per_item: true })
    };
    let reopened = || {
        let recent = history.deliverables.iter().filter_map(|d| Some((d, d.reopened_on.filter(|day| since < *day)?)));
        let touch = recent.map(|(d, day)| Touch { day, kind: "deliverables", id: &d.id, source: d.source });
        let first = history.deliverables.iter().filter_map(|d| d.accepted_on).min()?;
        Some(Component { touches: touch.collect(), first, is_per_item: false })
    };
    let bypassing = || {
        let lead = history.client.as_ref()?.lead.as_deref()?;
        let folded = fold(lead);
        let is_other = |person: &str| person != lead && fold(person) != folded;
        let first = history.messages.iter().find(|m| writes_to(m).is_some())?.at.day;
        let recent = history.messages.iter().rev().take_while(|m| since < m.at.day);
        let past_lead = recent.filter(|m| writes_to(m).is_some_and(is_other));
        let touch = past_lead.map(|m| Touch { day: m.at.day, kind: "messages", id: &m.id, source: m.source });
        Some(Component { touches: touch.collect(), first, is_per_item: false })
    };
    [asks(RequestKind::Approval), asks(RequestKind::Status), reopened(), bypassing()].into_iter().flatten().collect()
}

/// Returns the one of ours to whom a message of theirs goes.
fn writes_to(message: &Message) -> Option<&str> {
    message.person.as_deref().filter(|_| message.direction == MessageDirection::In)
}

impl Component<'_> {
    /// Counts the touches of each week, the week that ends today first.
    fn weekly(&self, scene: &Scene, span: usize) -> Vec<f64> {
        let mut weekly = vec![0.0; span];
        let weeks = self.touches.iter().filter_map(|touch| week_of(scene, touch.day));
        weeks.filter(|week| *week < span).for_each(|week| weekly[week] += 1.0);
        weekly
    }
}

/// Returns how far the latest weeks lie above the earlier ones: every component in its own deviations, then their mean
/// in deviations of that mean. A component without a touch in all the weeks says nothing either way.
fn deviations(weekly: &[(&Component, Vec<f64>)], open: &[f64]) -> f64 {
    let active = || weekly.iter().filter(|(_, touches)| touches.iter().any(|count| *count > 0.0));
    let count = active().count() as f64;
    let mut index = vec![0.0; open.len()];
    for (component, touches) in active() {
        let per_item = |week: usize| if component.is_per_item { open[week] } else { 1.0 };
        let rates: Vec<f64> = touches.iter().enumerate().map(|(week, touches)| touches / per_item(week)).collect();
        let items = (LATEST..open.len()).map(per_item).sum::<f64>() / (open.len() - LATEST) as f64;
        let (mean, deviation) = mean_and_deviation(&rates[LATEST..]);
        let deviation = deviation.max(DEVIATION_MIN / items);
        index.iter_mut().zip(rates).for_each(|(week, rate)| *week += (rate - mean) / deviation / count);
    }
    let (mean, deviation) = mean_and_deviation(&index[LATEST..]);
    let latest = index[..LATEST].iter().sum::<f64>() / LATEST as f64;
    (latest - mean) / deviation.max(1.0 / count.max(1.0).sqrt())
}

fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0).max(1.0)).sqrt())
}

/// Returns how many deliverables were being worked on in each week, at least one, the latest week first.
fn open_work(scene: &Scene, span: usize) -> Vec<f64> {
    let mut open = vec![0.0f64; span];
    for d in &scene.history.deliverables {
        let ended = d.accepted_on.or(d.delivered_on).unwrap_or(scene.on);
        let begun = d.started_on.unwrap_or(d.due_on).min(ended);
        if let (Some(first), Some(last)) = (week_of(scene, begun), week_of(scene, ended)) {
            open.iter_mut().take(first + 1).skip(last).for_each(|week| *week += 1.0);
        }
    }
    open.into_iter().map(|count| count.max(1.0)).collect()
}

/// Returns which week a day falls in, 0 being the one that ends today; `None` for days to come.
fn week_of(scene: &Scene, day: Day) -> Option<usize> {
    usize::try_from(scene.on.since(day)).ok().map(|days| days / 7)
}

/// Tells whether the closer watch follows a failure of ours: low quality, or a complaint that was right.
fn follows(scene: &Scene) -> &'static str {
    let since = scene.on.plus(-7 * scene.rule(Code::R2).more("weeks") as i32);
    let recent = scene.history.incidents.iter().rev().take_while(|i| since < i.at.day);
    let upheld = recent.filter(|i| i.upheld == Some(true)).count();
    let low = quality(scene).is_ok_and(|quality| quality.value < scene.policy.general.quality_guard);
    if upheld > 0 || low { "failure" } else { "nothing" }
}

/// Returns the touches of the latest weeks, the newest first.
fn facts(scene: &Scene, components: &[Component]) -> Facts {
    let latest = |touch: &&Touch| week_of(scene, touch.day).is_some_and(|week| week < LATEST);
    let mut touches: Vec<&Touch> = components.iter().flat_map(|c| &c.touches).filter(latest).collect();
    touches.sort_by_key(|touch| std::cmp::Reverse(touch.day));
    let mut facts = Facts::default();
    touches.into_iter().for_each(|touch| facts.add(touch.kind, touch.id, touch.source));
    facts
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-06-30";
    const FEED: &str = "requests R-0 on_day=2025-12-01 kind=quote";

    /// Status questions: one every other week for five months, then so many in the last four weeks.
    fn asks(latest: usize) -> String {
        let row = |i: usize, day| format!("requests R-{i:03} on_day={day} kind=status");
        let before = sample::rows(11, "2026-01-02", 14, row);
        let latest = sample::rows(latest, "2026-06-05", 1, |i, day| row(100 + i, day));
        format!("{FEED}\n{before}\n{latest}")
    }

    fn check(text: &str, level: Option<Level>, facts: u32) {
        let draft = sample::draft(text, ON, Code::R2).expect("26 weeks");
        assert_eq!(draft.level, level, "{:?}", draft.value);
        assert_eq!(draft.facts.total(), facts);
    }

    #[test]
    fn compares_the_latest_weeks_with_the_clients_own_past() {
        check(&asks(2), None, 0);
        check(&asks(6), Some(Level::Watch), 6);
        check(&asks(8), Some(Level::Finding), 8);
        check(&asks(10), Some(Level::Severe), 10);
        check(FEED, None, 0);
    }

    #[test]
    fn more_open_work_explains_more_questions() {
        let open = sample::rows(8, "2026-06-28", 0, |i, day| {
            format!("deliverables D-{i} due_on={} started_on=2026-06-03", day.plus(60))
        });
        check(&format!("{}\n{open}", asks(10)), None, 0);
    }

    #[test]
    fn a_busy_season_is_held_against_that_of_the_year_before() {
        // Ramadan 1447 ended on 19 March 2026, Ramadan 1446 on 29 March 2025.
        let row = |id: char, i: usize, day| format!("requests {id}-{i:03} on_day={day} kind=status");
        let usual = sample::rows(30, "2025-01-10", 14, |i, day| row('U', i, day));
        let now = sample::rows(12, "2026-02-25", 1, |i, day| row('N', i, day));
        let then = sample::rows(24, "2025-03-02", 1, |i, day| row('T', i, day));
        let found = |text: &[&str]| {
            let draft = sample::draft(&text.join("\n"), "2026-03-19", Code::R2).expect("26 weeks");
            let how = draft.args.iter().find(|(name, _)| *name == "season_is").map(|(_, arg)| arg.clone());
            (draft.level, how)
        };
        assert_eq!(found(&[&usual, &now]), (Some(Level::Severe), Some(Arg::word("earlier"))));
        assert_eq!(found(&[&usual, &now, &then]), (None, None));
        let young = sample::rows(14, "2025-09-01", 14, |i, day| row('U', i, day));
        assert_eq!(found(&[&young, &now]), (Some(Level::Watch), Some(Arg::word("nothing"))));
    }

    #[test]
    fn messages_past_the_lead_are_seen_where_the_lead_is_known() {
        let messages = sample::rows(26, "2026-01-01", 7, |i, day| {
            let person = if i > 22 { "Omar" } else { "Huda" };
            let row = |n: usize| format!("messages M-{i:02}-{n} at={day} direction=in person={person}");
            [row(1), row(2), row(3)].join("\n")
        });
        let first = "messages M-00 at=2025-12-20 direction=in person=Huda";
        let led = format!("clients C1 name=N lead=Huda\n{first}\n{messages}");
        check(&led, Some(Level::Severe), 12);
        check(&led.replace("person=Huda", "person=HUDA"), Some(Level::Severe), 12); // a name is one however it is written
        assert_eq!(sample::blind(&format!("{first}\n{messages}"), ON, Code::R2), Some(Need::Requests));
    }

    #[test]
    fn the_portfolio_tells_whether_it_is_much() {
        let found = |others: usize| {
            let all = [vec![asks(10)], vec![asks(others); 5]].concat();
            sample::finding_among(&all, ON, Code::R2).is_some()
        };
        assert!(found(1));
        assert!(!found(12));
    }

    #[test]
    fn says_that_it_follows_a_failure() {
        let follows = |rest: &str| {
            let draft = sample::draft(&format!("{}\n{rest}", asks(10)), ON, Code::R2).expect("a draft");
            draft.args.into_iter().find(|(name, _)| *name == "follows").map(|(_, arg)| arg)
        };
        assert_eq!(follows(""), Some(Arg::word("nothing")));
        assert_eq!(follows("incidents I-1 at=2026-05-30 kind=escalation upheld=yes"), Some(Arg::word("failure")));
        assert_eq!(follows("incidents I-1 at=2025-08-30 kind=escalation upheld=yes"), Some(Arg::word("nothing")));
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::R2), Some(Need::Requests));
        let young = "requests R-0 on_day=2026-05-10 kind=status";
        assert_eq!(sample::blind(young, ON, Code::R2), Some(Need::MoreData));
    }
}
