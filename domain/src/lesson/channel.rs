//! What each channel is worth: how many it brought, how many were won, how long that took, and what became of them.

use super::back_test::Share;
use super::prospect::{Channel, Judged, Prospect, Stage};
use super::rule::Truth;
use super::{SHOWN_MIN, are_shown};
use crate::stats::median;
use crate::word::words;

words! {
    /// What became of a client that came through a channel.
    Fate {
        Fine = "fine",
        /// A case of theirs is open.
        InCase = "in_case",
        Ended = "ended",
    }
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
    /// The mean intake score of those that were won, 0 to 1 (DOMAIN 3.6).
    pub score: Option<f64>,
    /// How many of its clients had which fate, in the order of `Fate::ALL`; none where one count is of a few.
    pub fates: Option<[usize; 3]>,
}

/// Returns the intake score of a prospect: the share of the criteria in force that could be judged and speak against
/// nothing, 0 to 1 (DOMAIN 3.6); nothing where none could be judged.
pub fn score(judged: &[Judged]) -> Option<f64> {
    let count = |truth| judged.iter().filter(|one| one.verdict.truth == truth).count() as f64;
    let (against, clear) = (count(Truth::True), count(Truth::False));
    (against + clear > 0.0).then(|| clear / (against + clear))
}

/// Sums up the channels that brought anyone; `fate` tells what became of a client, `score` the intake score of a prospect.
pub fn worth(
    prospects: &[Prospect],
    fate: impl Fn(&str) -> Fate,
    score: impl Fn(&Prospect) -> Option<f64>,
) -> Vec<Worth> {
    let of = |channel: &Channel| {
        let own: Vec<&Prospect> = prospects.iter().filter(|one| one.profile.channel == *channel).collect();
        (!own.is_empty()).then(|| one(*channel, &own, &fate, &score))
    };
    Channel::ALL.iter().filter_map(of).collect()
}

fn one(
    channel: Channel,
    own: &[&Prospect],
    fate: &impl Fn(&str) -> Fate,
    score: &impl Fn(&Prospect) -> Option<f64>,
) -> Worth {
    let count = |stage: Stage| own.iter().filter(|one| one.stage().0 == stage).count();
    let (won, lost) = (count(Stage::Won), count(Stage::Lost));
    let took = |one: &&Prospect| one.won_on().map(|on| f64::from(on.since(one.contacted_on())));
    let mut days: Vec<f64> = own.iter().filter_map(took).collect();
    let scores: Vec<f64> = own.iter().filter(|one| one.stage().0 == Stage::Won).filter_map(|one| score(one)).collect();
    let fates: Vec<Fate> = own.iter().filter_map(|one| one.client.as_deref()).map(fate).collect();
    let of = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    Worth {
        channel,
        prospects: own.len(),
        open: own.iter().filter(|one| one.stage().0.is_open()).count(),
        won,
        lost,
        refused: count(Stage::Refused),
        win_rate: Share::of(won, won + lost),
        cycle_days: if days.len() < SHOWN_MIN { None } else { median(&mut days) },
        score: (scores.len() >= SHOWN_MIN).then(|| scores.iter().sum::<f64>() / scores.len() as f64),
        fates: Some([of(Fate::Fine), of(Fate::InCase), of(Fate::Ended)])
            .filter(|counts| fates.len() >= SHOWN_MIN && are_shown(counts)),
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
        let fate = |client: &str| if client == "A" { Fate::Ended } else { Fate::Fine };
        let by_id = |one: &Prospect| one.won_on().filter(|on| *on != day("2026-03-02")).map(|_| 0.5);
        let worths = worth(&all, fate, by_id);
        assert_eq!(worths.iter().map(|one| one.channel).collect::<Vec<_>>(), [Channel::Fair, Channel::Referral]);
        let (fair, referral) = (&worths[0], &worths[1]);
        assert_eq!((fair.prospects, fair.won, fair.win_rate, fair.cycle_days, fair.fates), (1, 1, None, None, None));
        assert_eq!((referral.prospects, referral.open, referral.won, referral.refused), (7, 1, 4, 1));
        // 10, 20, 40 and 60 days; four of five that were decided and wanted.
        assert_eq!((referral.cycle_days, referral.fates), (Some(30.0), None));
        assert_eq!(
            worth(&all, |_| Fate::Ended, |_| None)[1].fates,
            Some([0, 0, 4]),
            "three of four and one would be known"
        );
        assert_eq!(referral.score, None, "three of the four could be judged");
        let all_judged = |one: &Prospect| one.won_on().map(|on| if on == day("2026-03-02") { 1.0 } else { 0.6 });
        let mean = worth(&all, fate, all_judged)[1].score.expect("four");
        assert!((mean - 0.7).abs() < 1e-9, "{mean}");
        assert_eq!(referral.win_rate.map(|share| (share.k, share.n)), Some((4, 5)));
    }
}
