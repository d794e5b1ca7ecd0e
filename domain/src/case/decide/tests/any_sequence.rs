//! Over any sequence of acts.

use super::roads::plan;
use super::*;
use crate::case::review::Round;
use crate::journal;
use proptest::prelude::*;

/// Some acts that make sense somewhere, and some that never do.
fn an_act(number: u8) -> Act {
    let today = day("2026-11-02");
    match number % 26 {
        0 => Act::AnswerTriage { illegal: false, conduct: false, threat: false },
        1 => Act::Enter { stage: Stage::FactFinding },
        2 => Act::Enter { stage: Stage::Review },
        3 => Act::Enter { stage: Stage::PreparingExit },
        4 => Act::Enter { stage: Stage::Repair },
        5 => Act::Enter { stage: Stage::Kept },
        6..=8 => opinion(Stance::End),
        9 => Act::Reveal,
        10 => Act::CloseComplaints,
        11..=13 => Act::NameGoodThing { text: None },
        14..=16 => Act::AnswerOwnPart,
        17 => Act::CloseOwnParts { answers: 3 },
        18 => Act::RecordTalk { on: today, text: "x".to_owned() },
        19 => sign(Outcome::EndByNotice),
        20 => sign(Outcome::Repair),
        21 => Act::Reopen { text: "x".to_owned() },
        22 => Act::SetCounselStop { text: "x".to_owned() },
        23 => Act::ReleaseCounselStop { text: "x".to_owned() },
        24 => plan(),
        _ => Act::Withdraw { text: "x".to_owned() },
    }
}

proptest! {
    #[test]
    fn replays_to_its_state_and_never_ends_without_the_gates(
        acts in proptest::collection::vec((0u8..4, any::<u8>()), 0..120)
    ) {
        let mut play = Play::in_review(Track::Light);
        let mut state = play.case();
        for (who, number) in acts {
            let by = [OWNER, "sara", "nasser", "huda"][who as usize];
            let before = play.entries.len();
            let _ = play.act(by, an_act(number));
            play.entries[before..].iter().for_each(|entry| state.apply(entry));
        }
        prop_assert_eq!(&state, &play.case());
        if state.stage == Stage::PreparingExit {
            let signed = state.signed.as_ref().expect("an end was signed");
            prop_assert!(signed.decision.outcome.ends());
            prop_assert!(state.triage_cleared && !state.talks.is_empty());
            prop_assert!(state.rounds.revealed.is_some() && state.rounds.own_parts_closed.is_some());
            let absent = state.rounds.revealed.clone().unwrap_or_default();
            for member in TEAM.iter().filter(|member| !absent.iter().any(|one| one == *member)) {
                prop_assert!(state.rounds.has_opinion(member) && state.rounds.has_answered(member, Round::GoodThings));
            }
        }
    }

    #[test]
    fn every_event_is_written_and_read_back(
        acts in proptest::collection::vec((0u8..4, any::<u8>()), 0..60)
    ) {
        let mut play = Play::in_review(Track::Light);
        for (who, number) in acts {
            let by = [OWNER, "sara", "nasser", "huda"][who as usize];
            let _ = play.act(by, an_act(number));
        }
        for entry in &play.entries {
            let laid = journal::lay_out(&entry.event);
            let read: Option<Event> = journal::read(&laid.name, &laid.plain, laid.said.as_deref());
                prop_assert_eq!(read.as_ref(), Some(&entry.event));
            prop_assert!(journal::read::<Event>(&laid.name, &laid.plain, None).is_some(), "without its words, too");
            prop_assert!(!laid.plain.contains("رأيت"), "what a person says is never plain");
        }
    }
}
