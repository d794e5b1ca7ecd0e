//! What each channel is worth: how many it brought, how many were won, how long that took, and what became of them.

use super::back_test::Share;
use super::prospect::{Channel, Judged, Prospect, Stage};
use super::rule::Truth;
use super::{SHOWN_MIN, are_shown};
use crate::days::Day;
use crate::stats::median;
use crate::word::words;
use std::collections::BTreeSet;

words! {
    /// What became of a client that came through a channel.
    Fate {
        Fine = "fine",
        /// Without an end, but no invoice was sent for a year.
        Gone = "gone",
        /// A case of theirs is open.
        InCase = "in_case",
        Ended = "ended",
    }
}

/// Whom a prospect became once it was won.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The client's key; of spellings of one client, the one that they mean.
    pub client: String,
    pub fate: Fate,
    /// The day on which money first came, since it was won.
    pub paid_on: Option<Day>,
}

/// What a channel brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    pub channel: Channel,
    pub prospects: usize,
    pub open: usize,
    pub won: usize,
    pub lost: usize,
    pub refused: usize,
    /// The share that was won, of those that we wanted and that were decided.
    pub win_rate: Option<Share>,
    /// Half of those that were won took at most so many days from the first contact.
    pub cycle_days: Option<f64>,
    /// Half of the clients paid for the first time at most so many days after the first contact.
    pub revenue_days: Option<f64>,
    /// The mean intake score of those that were won, 0 to 1 (DOMAIN 3.6).
    pub score: Option<f64>,
    /// How many of its clients had which fate, in the order of `Fate::ALL`; none where one count is of a few.
    pub fates: Option<[usize; 4]>,
}

/// Returns the intake score of a prospect: the share of the criteria in force that could be judged and speak against
/// nothing, 0 to 1 (DOMAIN 3.6); nothing where none could be judged.
pub fn score(judged: &[Judged]) -> Option<f64> {
    let count = |truth| judged.iter().filter(|one| one.verdict.truth == truth).count() as f64;
    let (against, clear) = (count(Truth::True), count(Truth::False));
    (against + clear > 0.0).then(|| clear / (against + clear))
}

/// Sums up the channels that brought anyone; `brought` tells whom a prospect became, `score` its intake score. A client is the
/// one of the prospect that was won first, and counted once.
pub fn worth(
    prospects: &[Prospect],
    brought: impl Fn(&Prospect) -> Option<Brought>,
    score: impl Fn(&Prospect) -> Option<f64>,
) -> Vec<Worth> {
    let mut won: Vec<(&Prospect, Brought)> =
        prospects.iter().filter_map(|one| one.won_on().and(brought(one)).map(|brought| (one, brought))).collect();
    won.sort_by_key(|(one, _)| one.won_on());
    let mut known = BTreeSet::new();
    won.retain(|(_, brought)| known.insert(brought.client.clone()));
    let of = |channel: &Channel| {
        let own: Vec<&Prospect> = prospects.iter().filter(|one| one.profile.channel == *channel).collect();
        let theirs: Vec<&(&Prospect, Brought)> =
            won.iter().filter(|(one, _)| one.profile.channel == *channel).collect();
        (!own.is_empty()).then(|| one(*channel, &own, &theirs, &score))
    };
    Channel::ALL.iter().filter_map(of).collect()
}

fn one(
    channel: Channel,
    own: &[&Prospect],
    clients: &[&(&Prospect, Brought)],
    score: &impl Fn(&Prospect) -> Option<f64>,
) -> Worth {
    let count = |stage: Stage| own.iter().filter(|one| one.stage().0 == stage).count();
    let (won, lost) = (count(Stage::Won), count(Stage::Lost));
    let took = |one: &&Prospect| one.won_on().map(|on| f64::from(on.since(one.contacted_on())));
    let mut days: Vec<f64> = own.iter().filter_map(took).collect();
    let scores: Vec<f64> = own.iter().filter(|one| one.stage().0 == Stage::Won).filter_map(|one| score(one)).collect();
    let paid =
        |(one, brought): &&(&Prospect, Brought)| brought.paid_on.map(|on| f64::from(on.since(one.contacted_on())));
    let mut revenue: Vec<f64> = clients.iter().filter_map(paid).collect();
    let of = |wanted: Fate| clients.iter().filter(|(_, brought)| brought.fate == wanted).count();
    Worth {
        channel,
        prospects: own.len(),
        open: own.iter().filter(|one| one.stage().0.is_open()).count(),
        won,
        lost,
        refused: count(Stage::Refused),
        win_rate: Share::of(won, won + lost),
        cycle_days: if days.len() < SHOWN_MIN { None } else { median(&mut days) },
        revenue_days: if revenue.len() < SHOWN_MIN { None } else { median(&mut revenue) },
        score: (scores.len() >= SHOWN_MIN).then(|| scores.iter().sum::<f64>() / scores.len() as f64),
        fates: Some([of(Fate::Fine), of(Fate::Gone), of(Fate::InCase), of(Fate::Ended)])
            .filter(|counts| clients.len() >= SHOWN_MIN && are_shown(counts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::criterion::Effect;
    use crate::lesson::prospect::tests::{day, profile, told};
    use crate::lesson::prospect::{Cited, Event};
    use crate::lesson::rule::Verdict;

    fn through(channel: Channel, end: Option<(Stage, &'static str)>, client: Option<&str>) -> Prospect {
        let enter = |stage, on| (on, Event::StageEntered { stage, on: day(on), reason: None });
        let mut events = vec![enter(Stage::Lead, "2026-01-01")];
        events.extend(end.map(|(stage, on)| enter(stage, on)));
        events.extend(client.map(|client| ("2026-12-01", Event::ClientLinked { client: client.to_owned() })));
        told(profile("x", channel), events)
    }

    #[test]
    fn the_score_counts_what_could_be_judged() {
        let judged = |truth| Judged {
            cited: Cited { criterion: "c".to_owned(), version: 1 },
            title: String::new(),
            effect: Effect::Refuse,
            verdict: Verdict { truth, reasons: vec![] },
        };
        let all = [Truth::True, Truth::False, Truth::Unknown, Truth::False, Truth::False].map(judged);
        assert_eq!(score(&all), Some(0.75));
        assert_eq!(score(&[judged(Truth::Unknown)]), None);
    }

    #[test]
    fn few_are_not_shown() {
        let won = |on, client| through(Channel::Referral, Some((Stage::Won, on)), Some(client));
        let all = vec![
            won("2026-01-11", "A"),
            won("2026-01-21", "B"),
            won("2026-02-10", "C"),
            won("2026-03-02", "D"),
            through(Channel::Referral, Some((Stage::Lost, "2026-02-01")), None),
            through(Channel::Referral, Some((Stage::Refused, "2026-02-01")), None),
            through(Channel::Referral, None, None),
            through(Channel::Fair, Some((Stage::Won, "2026-02-01")), Some("E")),
        ];
        let became = |one: &Prospect, fate: Fate| {
            let client = one.client.clone()?;
            Some(Brought { client, fate, paid_on: one.won_on().map(|on| on.plus(30)) })
        };
        let fate = |one: &Prospect| {
            let is_first = one.client.as_deref() == Some("A");
            became(one, if is_first { Fate::Ended } else { Fate::Fine })
        };
        let by_id = |one: &Prospect| one.won_on().filter(|on| *on != day("2026-03-02")).map(|_| 0.5);
        let worths = worth(&all, fate, by_id);
        assert_eq!(worths.iter().map(|one| one.channel).collect::<Vec<_>>(), [Channel::Fair, Channel::Referral]);
        let (fair, referral) = (&worths[0], &worths[1]);
        assert_eq!((fair.prospects, fair.won, fair.win_rate, fair.cycle_days, fair.fates), (1, 1, None, None, None));
        assert_eq!((referral.prospects, referral.open, referral.won, referral.refused), (7, 1, 4, 1));
        // 10, 20, 40 and 60 days; four of five that were decided and wanted.
        assert_eq!((referral.cycle_days, referral.fates), (Some(30.0), None), "three of four and one would be known");
        assert_eq!((fair.revenue_days, referral.revenue_days), (None, Some(60.0)));
        let ended = |all: &[Prospect]| worth(all, |one| became(one, Fate::Ended), |_| None);
        assert_eq!(ended(&all)[1].fates, Some([0, 0, 0, 4]));
        // Another spelling of C came through the fair later: it is no client of the fair, and C is counted once.
        let mut twice = all.clone();
        twice.push(through(Channel::Fair, Some((Stage::Won, "2026-05-01")), Some("C")));
        twice.push(won("2026-06-01", "C"));
        let again = ended(&twice);
        assert_eq!((again[0].won, again[1].won, again[1].fates), (2, 5, Some([0, 0, 0, 4])));
        assert_eq!(referral.score, None, "three of the four could be judged");
        let all_judged = |one: &Prospect| one.won_on().map(|on| if on == day("2026-03-02") { 1.0 } else { 0.6 });
        let mean = worth(&all, fate, all_judged)[1].score.expect("four");
        assert!((mean - 0.7).abs() < 1e-9, "{mean}");
        assert_eq!(referral.win_rate.map(|share| (share.k, share.n)), Some((4, 5)));
    }
}
