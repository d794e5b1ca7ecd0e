//! R6: how long the client lets us wait for a reply, beside how long we let it wait, each in its own working time.

use super::super::season::{Apart, Crossed, Said};
use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Rule, Scene, Value, grade};
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::firm::WorkingHours;
use crate::record::{Message, MessageDirection, Moment};
use crate::stats::{hodges_lehmann_interval, median};

/// Where a message has a day but no hour, the same day counts as half a day.
const SAME_DAY: f64 = 0.5;
/// Quicker than this, in business days, counts as this: a reply within half an hour is no fault of the other side.
const INSTANT: f64 = 1.0 / 16.0;
/// Two files of a mailbox can pair one message with hundreds; the latest so many replies of a side are compared.
const REPLIES_MAX: usize = 1000;

/// A message and the reply to it.
struct Pair<'a> {
    asked: Moment,
    reply: &'a Message,
}

/// Compares the median replies, where the client's is long.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R6);
    let messages = scene.within(&scene.history.messages, |m| m.at.day);
    let (theirs, ours) = pairs(messages);
    let pairs = theirs.len().min(ours.len());
    if scene.history.messages.is_empty() {
        return Err(Need::Messages);
    } else if (pairs as f64) < rule.data_min {
        return Err(Need::MoreData);
    }
    let (their_waits, our_waits) = waits(scene, scene.since, (&theirs, &ours), messages).ok_or(Need::Place)?;
    let compared = Compared::of(&their_waits, &our_waits);
    let Some(crossed) = compared.crossed(rule) else { return Ok(None) };
    let rows = in_one((&theirs, &their_waits), (&ours, &our_waits));
    let Some(((level, threshold), seasons)) = hold_apart(scene, crossed, &rows) else { return Ok(None) };
    let mut args = vec![
        ("their_days", Arg::rounded(compared.their_days, 1)),
        ("our_days", Arg::rounded(compared.our_days, 1)),
        ("ratio", Arg::rounded(compared.ratio(), 1)),
        ("replies", Arg::count(theirs.len())),
        ("our_replies", Arg::count(ours.len())),
    ];
    if let Some(longer) = hodges_lehmann_interval(&their_waits, &our_waits) {
        args.extend([("low", Arg::rounded(longer.low, 1)), ("high", Arg::rounded(longer.high, 1))]);
    }
    args.extend(seasons);
    Ok(Some(Draft {
        code: Code::R6,
        level: Some(level),
        value: Value::Number(compared.ratio()),
        threshold: Some(threshold),
        data: pairs as f64,
        n: (theirs.len() + ours.len()) as u32,
        p: None,
        grade: grade::CLIENT,
        newest: theirs.last().map_or(scene.on, |p| p.reply.at.day),
        against: Against::Nothing,
        args,
        facts: slow_replies(&theirs, &their_waits, rule.more("business_days_min")),
    }))
}

/// The usual waits of both sides, in business days.
struct Compared {
    their_days: f64,
    our_days: f64,
}

impl Compared {
    fn of(their_waits: &[f64], our_waits: &[f64]) -> Compared {
        let usual = |waits: &[f64]| median(&mut waits.to_vec()).unwrap_or(0.0);
        Compared { their_days: usual(their_waits), our_days: usual(our_waits) }
    }

    fn ratio(&self) -> f64 {
        self.their_days / self.our_days.max(INSTANT)
    }

    /// Returns the level crossed, where the client's waits are long at all.
    fn crossed(&self, rule: &Rule) -> Option<(Level, f64)> {
        rule.above(self.ratio()).filter(|_| self.their_days > rule.more("business_days_min"))
    }
}

/// One wait: whether for the client, from which day on, and for how many business days.
type Wait = (bool, Day, f64);

/// Holds waits that began in a season of the client's place apart from the others.
fn hold_apart(scene: &Scene, crossed: Crossed, rows: &[Wait]) -> Option<(Crossed, Said)> {
    let rule = scene.rule(Code::R6);
    let side = |rows: &[Wait], of: bool| rows.iter().filter(|row| row.0 == of).map(|row| row.2).collect::<Vec<f64>>();
    let both = |rows: &[Wait]| (side(rows, true), side(rows, false));
    let earlier = || {
        let messages = scene.before(&scene.history.messages, |m| m.at.day);
        let (theirs, ours) = pairs(messages);
        let waits = waits(scene, scene.earliest(), (&theirs, &ours), messages);
        waits.map_or_else(Vec::new, |(their, our)| in_one((&theirs, &their), (&ours, &our)))
    };
    let apart = Apart {
        rule,
        day: &|row: &Wait| row.1,
        judge: &|rows| {
            let (theirs, ours) = both(rows);
            Compared::of(&theirs, &ours).crossed(rule)
        },
        // What only one side did has nothing beside it.
        count: &|rows| {
            let (theirs, ours) = both(rows);
            theirs.len().min(ours.len())
        },
        earlier: &earlier,
    };
    apart.hold(scene, crossed, rows)
}

fn in_one((theirs, their_waits): (&[Pair], &[f64]), (ours, our_waits): (&[Pair], &[f64])) -> Vec<Wait> {
    let theirs = theirs.iter().zip(their_waits).map(|(pair, days)| (true, pair.asked.day, *days));
    theirs.chain(ours.iter().zip(our_waits).map(|(pair, days)| (false, pair.asked.day, *days))).collect()
}

/// Returns how long the client's replies and ours were in coming, each by its own calendar; `None` where one is not known.
fn waits(
    scene: &Scene,
    since: Day,
    (theirs, ours): (&[Pair], &[Pair]),
    messages: &[Message],
) -> Option<(Vec<f64>, Vec<f64>)> {
    let (their_calendar, our_calendar) = (scene.their_calendar.as_ref()?, scene.our_calendar.as_ref()?);
    let their_clock = Clock::new(scene, since, their_calendar, messages);
    // Most clients rest on the same days as we do; a year of days is counted once for both then.
    let differs = their_calendar.weekends != our_calendar.weekends;
    let our_clock = differs.then(|| Clock::new(scene, since, our_calendar, messages));
    let of = |pairs: &[Pair], clock: &Clock| pairs.iter().map(|p| clock.between(p.asked, p.reply.at)).collect();
    Some((of(theirs, &their_clock), of(ours, our_clock.as_ref().unwrap_or(&their_clock))))
}

/// Returns how long each of the client's replies in the window was in coming, in business days, and cites them, the
/// slowest first.
pub fn their_waits(scene: &Scene) -> Result<(Vec<f64>, Facts), Need> {
    if scene.history.messages.is_empty() {
        return Err(Need::Messages);
    }
    let messages = scene.within(&scene.history.messages, |m| m.at.day);
    let (theirs, _) = pairs(messages);
    let calendar = scene.their_calendar.as_ref().ok_or(Need::Place)?;
    let clock = Clock::new(scene, scene.since, calendar, messages);
    let waits: Vec<f64> = theirs.iter().map(|pair| clock.between(pair.asked, pair.reply.at)).collect();
    let facts = slow_replies(&theirs, &waits, f64::NEG_INFINITY);
    Ok((waits, facts))
}

/// Returns the replies longer in coming than the least that counts, the slowest first.
fn slow_replies(pairs: &[Pair], waits: &[f64], days_min: f64) -> Facts {
    let mut slow: Vec<(&Pair, f64)> = pairs.iter().zip(waits.iter().copied()).filter(|(_, w)| *w > days_min).collect();
    slow.sort_by(|a, b| b.1.total_cmp(&a.1));
    Facts::of("messages", slow.into_iter().map(|(p, _)| (&p.reply.id, p.reply.source)))
}

/// Pairs messages with replies: the client's and ours. A reply names its message, or else it is the next message in
/// the other direction after it: what ended one exchange is not what the next one answers, so the wait begins with the
/// latest message, in favour of whoever was asked twice.
fn pairs(messages: &[Message]) -> (Vec<Pair<'_>>, Vec<Pair<'_>>) {
    let mut by_id: Vec<(&str, usize)> = vec![];
    if messages.iter().any(|m| m.reply_to.is_some()) {
        by_id.extend(messages.iter().enumerate().map(|(at, m)| (m.id.as_str(), at)));
        by_id.sort_unstable();
    }
    let named = |reply: &Message| {
        let id = reply.reply_to.as_deref()?;
        let found = by_id.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        let asked = &messages[by_id[found].1];
        (asked.direction != reply.direction && asked.at <= reply.at).then_some(asked.at)
    };
    let (mut theirs, mut ours) = (vec![], vec![]);
    let (mut waiting_in, mut waiting_out): (Option<Moment>, Option<Moment>) = (None, None);
    for reply in messages {
        let (pairs, waiting, own) = match reply.direction {
            MessageDirection::In => (&mut theirs, &mut waiting_out, &mut waiting_in),
            MessageDirection::Out => (&mut ours, &mut waiting_in, &mut waiting_out),
        };
        let next = waiting.take();
        pairs.extend(named(reply).or(next).map(|asked| Pair { asked, reply }));
        *own = Some(reply.at);
    }
    let latest = |pairs: &mut Vec<Pair>| drop(pairs.drain(..pairs.len().saturating_sub(REPLIES_MAX)));
    latest(&mut theirs);
    latest(&mut ours);
    (theirs, ours)
}

/// Working time of one side, counted once for all its waits.
struct Clock {
    since: Day,
    /// Business days from the beginning up to and including each day.
    counted: Vec<i32>,
    /// The hours within a business day; `None` where some message has no hour, and days alone are compared.
    hours: Option<WorkingHours>,
}

impl Clock {
    fn new(scene: &Scene, since: Day, calendar: &Calendar, messages: &[Message]) -> Clock {
        let days = scene.on.since(since);
        let business = (0..=days).map(|day| i32::from(!calendar.is_weekend(since.plus(day))));
        let counted = business.scan(0, |sum, day| {
            *sum += day;
            Some(*sum)
        });
        let timed = messages.iter().all(|m| m.at.minute.is_some());
        let whole_day = WorkingHours { opens_minute: 0, closes_minute: 24 * 60 };
        let stated = scene.firm.working_hours.filter(|hours| hours.is_possible());
        let hours = timed.then(|| stated.unwrap_or(whole_day));
        Clock { since, counted: counted.collect(), hours }
    }

    /// Returns the business days between two moments of the window.
    fn between(&self, from: Moment, to: Moment) -> f64 {
        match self.hours {
            Some(hours) => (self.passed(to, hours) - self.passed(from, hours)).max(0.0),
            None => f64::from(self.business_days(to.day) - self.business_days(from.day)).max(SAME_DAY),
        }
    }

    fn business_days(&self, day: Day) -> i32 {
        let last = self.counted.len() as i32 - 1;
        self.counted[day.since(self.since).clamp(0, last) as usize]
    }

    /// Returns the business days that have passed since the window began, the day of the moment by its hours; what is
    /// left after midnight of the hours of the day before has not passed yet.
    fn passed(&self, moment: Moment, hours: WorkingHours) -> f64 {
        let (minute, length) = (moment.minute.unwrap_or(0), f64::from(hours.minutes()));
        let [yesterday, today] = [-1, 0].map(|offset| self.is_business(moment.day.plus(offset)));
        let worked = if today { f64::from(hours.passed(minute)) } else { 0.0 };
        let left = if yesterday { f64::from(hours.left_from_yesterday(minute)) } else { 0.0 };
        f64::from(self.business_days(moment.day.plus(-1))) + (worked - left) / length
    }

    fn is_business(&self, day: Day) -> bool {
        self.business_days(day) > self.business_days(day.plus(-1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-06-30";

    /// Twenty exchanges a fortnight apart, each begun by us on a Sunday morning: the client answers after so many days,
    /// and we answer that after so many.
    fn exchanges(their_days: i32, our_days: i32, hour: &str) -> String {
        sample::rows(20, "2025-09-07", 14, |i, day| {
            let (asked, answered) = (day, day.plus(their_days));
            let row = |n, day, direction| format!("messages M-{i:02}-{n} at={day}{hour} direction={direction}");
            [row(1, asked, "out"), row(2, answered, "in"), row(3, answered.plus(our_days), "out")].join("\n")
        })
    }

    fn check(text: &str, expected: Option<(Level, f64)>) {
        let draft = sample::draft(text, ON, Code::R6);
        assert_eq!(draft.as_ref().and_then(|d| Some((d.level?, d.threshold?))), expected);
        assert_eq!(draft.map_or(0, |draft| draft.facts.total()), if expected.is_some() { 20 } else { 0 });
    }

    #[test]
    fn compares_working_days_on_each_calendar() {
        let answered = |their_days, our_days| exchanges(their_days, our_days, "T10:00");
        check(&answered(3, 1), None); // three business days are not long
        check(&answered(4, 1), Some((Level::Watch, 3.0)));
        check(&answered(8, 1), Some((Level::Finding, 5.0)));
        check(&answered(9, 0), Some((Level::Severe, 10.0)));
    }

    #[test]
    fn a_slow_season_is_no_slow_client() {
        // Half of the exchanges begin in Ramadan 2026 and take long, the others are answered the next day.
        let row = |id: String, day: Day, direction| format!("messages {id} at={day}T10:00 direction={direction}");
        let exchange = |id: char, first: &'static str, every, their_days: i32| {
            sample::rows(18, first, every, |i, day| {
                let (answered, last) = (day.plus(their_days), day.plus(their_days + 1));
                let id = |n| format!("{id}-{i:02}-{n}");
                [row(id(1), day, "out"), row(id(2), answered, "in"), row(id(3), last, "out")].join("\n")
            })
        };
        let found = |text: &[&str]| {
            let draft = sample::draft(&text.join("\n"), ON, Code::R6)?;
            let how = draft.args.iter().find(|(name, _)| *name == "season_is").map(|(_, arg)| arg.clone());
            Some((draft.level?, how))
        };
        let named = |text: String| {
            let id = |line: &str| line.split(' ').nth(1).expect("an id").to_owned();
            let reply = |line: &str| match line.contains("-2 ") || line.contains("-3 ") {
                true => {
                    let own = id(line);
                    let (stem, number) = own.rsplit_once('-').expect("a number");
                    format!("{line} reply_to={stem}-{}", number.parse::<i32>().expect("a number") - 1)
                }
                false => line.to_owned(),
            };
            text.lines().map(reply).collect::<Vec<_>>().join("\n")
        };
        let quick = named(exchange('A', "2025-09-07", 7, 1));
        let slow = named(exchange('B', "2026-02-18", 1, 13));
        let before = named(exchange('C', "2025-03-01", 1, 13));
        assert_eq!(found(&[&quick]), None);
        assert_eq!(found(&[&quick, &slow]).map(|(_, how)| how), Some(Some(Arg::word("nothing"))));
        assert_eq!(found(&[&quick, &slow]).map(|(level, _)| level), Some(Level::Watch));
        assert_eq!(found(&[&quick, &slow, &before]), None);
        // Three waits of ours in an earlier season, and none of the client's, are nothing to hold the client's against.
        let ours = "messages E-1 at=2025-03-03T10:00 direction=in
             messages E-2 at=2025-03-04T10:00 direction=in
             messages E-3 at=2025-03-05T10:00 direction=in
             messages E-4 at=2025-03-10T10:00 direction=out reply_to=E-1
             messages E-5 at=2025-03-11T10:00 direction=out reply_to=E-2
             messages E-6 at=2025-03-12T10:00 direction=out reply_to=E-3";
        let alone = found(&[&quick, &slow, ours]);
        assert_eq!(alone, Some((Level::Watch, Some(Arg::word("nothing")))));
    }

    #[test]
    fn days_alone_are_compared_by_half_days() {
        check(&exchanges(4, 0, ""), Some((Level::Finding, 5.0)));
        check(&exchanges(2, 0, ""), None);
    }

    #[test]
    fn a_named_reply_stands_above_the_order() {
        let messages = sample::history(
            "messages A at=2026-01-04T09:00 direction=out
             messages B at=2026-01-05T09:00 direction=out
             messages C at=2026-01-06T09:00 direction=in reply_to=B
             messages D at=2026-01-07T09:00 direction=in reply_to=A
             messages E at=2026-01-08T09:00 direction=out
             messages F at=2026-01-09T09:00 direction=in reply_to=unknown",
        );
        let (theirs, ours) = pairs(&messages.messages);
        let days = |pairs: &[Pair]| pairs.iter().map(|p| p.reply.at.day.since(p.asked.day)).collect::<Vec<i32>>();
        assert_eq!((days(&theirs), days(&ours)), (vec![1, 3, 1], vec![1]));
    }

    #[test]
    fn only_working_hours_pass() {
        let history = sample::history("messages A at=2026-01-08T12:00 direction=in");
        let (firm, policy) = (sample::firm(), super::super::super::Policy::standard());
        let scene = Scene::new(&history, &firm, &policy, sample::day(ON));
        let clock = Clock::new(&scene, scene.since, scene.our_calendar.as_ref().expect("Riyadh"), &history.messages);
        let between = |from, to| {
            let moment = |text| Moment::from_iso(text).expect("a moment");
            clock.between(moment(from), moment(to))
        };
        // Thursday noon to Sunday at ten: five of eight hours, then one.
        assert!((between("2026-01-08T12:00", "2026-01-11T10:00") - 0.75).abs() < 1e-9);
        assert_eq!(between("2026-01-08T19:00", "2026-01-10T23:00"), 0.0);
        assert_eq!(between("2026-01-11T09:00", "2026-01-12T09:00"), 1.0);
    }

    #[test]
    fn hours_past_midnight_are_no_whole_day() {
        let history = sample::history("messages A at=2026-01-08T12:00 direction=in");
        let night = WorkingHours { opens_minute: 20 * 60, closes_minute: 4 * 60 };
        let firm = crate::firm::Firm { working_hours: Some(night), ..sample::firm() };
        let policy = super::super::super::Policy::standard();
        let scene = Scene::new(&history, &firm, &policy, sample::day(ON));
        let clock = Clock::new(&scene, scene.since, scene.our_calendar.as_ref().expect("Riyadh"), &history.messages);
        let between = |from, to| {
            let moment = |text| Moment::from_iso(text).expect("a moment");
            clock.between(moment(from), moment(to))
        };
        // Eight hours a night: from ten in the evening of a Sunday to two in the morning, half of them.
        assert_eq!(between("2026-01-11T22:00", "2026-01-12T02:00"), 0.5);
        assert_eq!(between("2026-01-12T04:00", "2026-01-12T20:00"), 0.0);
        assert_eq!(between("2026-01-11T20:00", "2026-01-12T20:00"), 1.0);
        // Thursday's night runs into Friday, where Riyadh rests until Sunday at eight in the evening.
        assert_eq!(between("2026-01-08T22:00", "2026-01-09T03:00"), 0.625);
        assert_eq!(between("2026-01-09T04:00", "2026-01-11T21:00"), 0.125);
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |text: &str| sample::blind(text, ON, Code::R6);
        assert_eq!(blind("feedback F-1 on_day=2026-06-01 score=5"), Some(Need::Messages));
        let few: Vec<String> = exchanges(4, 1, "").lines().take(42).map(str::to_owned).collect();
        assert_eq!(blind(&few.join("\n")), Some(Need::MoreData));
        assert_eq!(blind(&exchanges(4, 1, "")), None);
    }
}
