//! What each channel is worth: how many it brought, how many were won, how long that took, and what became of them.

use super::back_test::Share;
use super::prospect::{Channel, Prospect, Stage};
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
    /// How many of its clients had which fate, in the order of `Fate::ALL`; none where one count is of a few.
    pub fates: Option<[usize; 3]>,
}

/// Sums up the channels that brought anyone; `fate` tells what became of a client.
pub fn worth(prospects: &[Prospect], fate: impl Fn(&str) -> Fate) -> Vec<Worth> {
    let of = |channel: &Channel| {
        let own: Vec<&Prospect> = prospects.iter().filter(|one| one.profile.channel == *channel).collect();
        (!own.is_empty()).then(|| one(*channel, &own, &fate))
    };
    Channel::ALL.iter().filter_map(of).collect()
}

fn one(channel: Channel, own: &[&Prospect], fate: &impl Fn(&str) -> Fate) -> Worth {
    let count = |stage: Stage| own.iter().filter(|one| one.stage().0 == stage).count();
    let (won, lost) = (count(Stage::Won), count(Stage::Lost));
    let took = |one: &&Prospect| one.won_on().map(|on| f64::from(on.since(one.contacted_on())));
    let mut days: Vec<f64> = own.iter().filter_map(took).collect();
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
        fates: Some([of(Fate::Fine), of(Fate::InCase), of(Fate::Ended)])
            .filter(|counts| fates.len() >= SHOWN_MIN && are_shown(counts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::prospect::Event;
    use crate::lesson::prospect::tests::{day, profile, told};

    fn through(channel: Channel, end: Option<(Stage, &'static str)>, client: Option<&str>) -> Prospect {
        let enter = |stage, on| (on, Event::StageEntered { stage, on: day(on), reason: None });
        let mut events = vec![enter(Stage::Lead, "2026-01-01")];
        events.extend(end.map(|(stage, on)| enter(stage, on)));
        events.extend(client.map(|client| ("2026-12-01", Event::ClientLinked { client: client.to_owned() })));
        told(profile("x", channel), events)
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
        let worths = worth(&all, fate);
        assert_eq!(worths.iter().map(|one| one.channel).collect::<Vec<_>>(), [Channel::Fair, Channel::Referral]);
        let (fair, referral) = (&worths[0], &worths[1]);
        assert_eq!((fair.prospects, fair.won, fair.win_rate, fair.cycle_days, fair.fates), (1, 1, None, None, None));
        assert_eq!((referral.prospects, referral.open, referral.won, referral.refused), (7, 1, 4, 1));
        // 10, 20, 40 and 60 days; four of five that were decided and wanted.
        assert_eq!((referral.cycle_days, referral.fates), (Some(30.0), None));
        assert_eq!(worth(&all, |_| Fate::Ended)[1].fates, Some([0, 0, 4]), "three of four and one would be known");
        assert_eq!(referral.win_rate.map(|share| (share.k, share.n)), Some((4, 5)));
    }
}
