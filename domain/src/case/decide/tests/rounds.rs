//! The rounds in their order, and one sitting in which a member answers them early.

use super::*;
use crate::case::review::{Good, RosterChange, Round, complaints_are_over, round};
use crate::case::sitting::question;
use crate::journal;

fn good(text: Option<&str>) -> Act {
    Act::NameGoodThing { text: text.map(str::to_owned) }
}

fn seats(seats: &[(&str, Department)]) -> Act {
    let seat = |(member, department): &(&str, Department)| Seat {
        member: (*member).to_owned(),
        department: *department,
        minutes: 0,
        messages: 0,
    };
    Act::SetRoster { seats: seats.iter().map(seat).collect(), changes: vec![] }
}

/// The full track, brought into the review past its gates.
fn full() -> Play {
    let mut play = Play::in_review(Track::Full);
    let entered = Event::StageEntered { stage: Stage::Review };
    let at = "2026-11-02T09:00:00Z".to_owned();
    play.entries.push(Stamped {
        seq: play.entries.len() as u32 + 1,
        at,
        actor: Some(OWNER.to_owned()),
        event: entered,
    });
    play
}

const NOT_NOW: Result<(), Refusal> = Err(Refusal::NotNow { stage: Stage::Review });

#[test]
fn one_sitting_answers_all_and_shows_nothing_before_its_round() {
    let mut play = Play::in_review(Track::Light);
    assert_eq!(question(&play.case(), "sara"), Some(Round::Opinions));
    assert_eq!(play.act("sara", good(Some("تشكر"))), NOT_NOW, "the opinion comes first");
    assert_eq!(play.act("sara", Act::AnswerOwnPart), NOT_NOW);
    play.must("sara", opinion(Stance::End));
    assert_eq!(question(&play.case(), "sara"), Some(Round::GoodThings));
    play.must("sara", good(Some("تشكر")));
    play.must("sara", Act::AnswerOwnPart);
    assert_eq!(question(&play.case(), "sara"), None);
    play.must("nasser", opinion(Stance::Repair));
    play.must("nasser", good(None));
    // Neither the name of the event nor what stands open tells who named something.
    let plain = |entry: &Stamped| journal::lay_out(&entry.event);
    let kept: Vec<_> = play.entries.iter().map(plain).filter(|laid| laid.name.starts_with("Good")).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|laid| laid.name == "GoodThingKept" && laid.plain == "{}"));
    assert_eq!(play.act("sara", good(Some("وتعتذر"))), Err(Refusal::Done), "a later answer waits for the round");
    assert_eq!(play.act(OWNER, Act::CloseOwnParts { answers: 1 }), NOT_NOW, "that would show what was said");

    play.must("huda", opinion(Stance::Repair));
    play.must(OWNER, Act::Reveal);
    assert_eq!(round(&play.case()), Round::Complaints);
    assert_eq!(play.act("huda", good(None)), Ok(()), "still early: complaints are being heard");
    play.must(OWNER, Act::CloseComplaints);
    assert_eq!(round(&play.case()), Round::OwnParts);
    play.must("sara", good(Some("وتعتذر")));
    let case = play.case();
    let said: Vec<(&str, &Good)> =
        case.rounds.good_things.iter().map(|answer| (answer.member.as_str(), &answer.said)).collect();
    let given = |text: &str| Good::Given(Some(text.to_owned()));
    assert_eq!(
        said,
        [("sara", &given("تشكر")), ("nasser", &Good::Declined), ("huda", &Good::Declined), ("sara", &given("وتعتذر"))]
    );
    assert!(!case.rounds.all_are_silent());
}

#[test]
fn a_kept_answer_that_is_not_open_is_neither_given_nor_declined() {
    let mut play = Play::in_review(Track::Light);
    for member in TEAM {
        play.must(member, opinion(Stance::End));
        play.must(member, good(None));
    }
    for entry in &mut play.entries {
        if let Event::GoodThingKept { said } = &mut entry.event {
            *said = None;
        }
    }
    let case = play.case();
    assert!(case.rounds.good_things.iter().all(|answer| answer.said == Good::Kept));
    assert!(!case.rounds.all_are_silent(), "what nobody may read yet is no signal");
}

#[test]
fn the_full_track_asks_one_round_after_the_other() {
    let mut play = full();
    play.must("sara", opinion(Stance::End));
    assert_eq!((play.act("sara", good(None)), question(&play.case(), "sara")), (NOT_NOW, None));
    play.must("nasser", opinion(Stance::End));
    play.must("huda", opinion(Stance::End));
    play.must(OWNER, Act::Reveal);
    assert_eq!(play.act("sara", good(None)), NOT_NOW, "complaints first");
    play.must(OWNER, Act::CloseComplaints);
    assert!(complaints_are_over(&play.case()));
    assert_eq!(play.act("sara", Act::AnswerOwnPart), NOT_NOW, "one good thing first");
    play.must("sara", good(None));
    play.must("sara", Act::AnswerOwnPart);
    assert_eq!(play.act("sara", Act::AnswerOwnPart), Err(Refusal::Done));
    assert_eq!(round(&play.case()), Round::GoodThings);
    assert_eq!(play.act("sara", good(None)), Err(Refusal::Done));
    play.must("sara", good(Some("تشكر")));
}

#[test]
fn each_function_is_heard_or_its_absence_is_in_writing() {
    let mut play = full();
    let roster = [("sara", Department::Sales), ("nasser", Department::Sales), ("huda", Department::Finance)];
    play.must(OWNER, seats(&roster));
    play.must("sara", opinion(Stance::End));
    let finance = Missing { item: Item::Opinions, whose: Whose::Members(vec!["huda".to_owned()]) };
    assert_eq!(play.act(OWNER, Act::Reveal), Err(Refusal::Missing(vec![finance])));
    play.must(OWNER, Act::Excuse { member: "huda".to_owned(), text: "مسافرة".to_owned() });
    play.must(OWNER, Act::Reveal);
    let rounds = play.case().rounds;
    assert_eq!(rounds.revealed.as_deref(), Some(&["nasser".to_owned()][..]));
    assert_eq!(rounds.excused[0].said.as_deref(), Some("مسافرة"));
    // Whoever was absent may still write; it counts, and is not taken for independent.
    play.must("huda", opinion(Stance::Repair));
    let rounds = play.case().rounds;
    assert_eq!(rounds.opinions.last().map(|opinion| opinion.independent), Some(false));
    assert_eq!(rounds.disagreement(), Some((2, 2)));
}

#[test]
fn nobody_is_waited_for_who_cannot_come_any_more() {
    let mut play = Play::in_review(Track::Light);
    for member in TEAM {
        play.must(member, opinion(Stance::End));
    }
    play.must(OWNER, Act::Reveal);
    play.must(OWNER, Act::CloseComplaints);
    play.must("sara", good(None));
    play.must("nasser", good(None));
    assert_eq!(round(&play.case()), Round::GoodThings);
    play.must(OWNER, Act::Excuse { member: "huda".to_owned(), text: "مريضة".to_owned() });
    let case = play.case();
    assert_eq!(round(&case), Round::OwnParts);
    assert_eq!(case.rounds.stances().len(), 3, "what was said before stands");
}

#[test]
fn the_last_opinion_before_the_others_are_seen_is_the_independent_one() {
    let mut play = Play::in_review(Track::Light);
    play.must("sara", opinion(Stance::End));
    play.must("sara", opinion(Stance::Caution));
    for member in ["nasser", "huda"] {
        play.must(member, opinion(Stance::Caution));
    }
    assert!(play.case().rounds.stances().is_empty(), "closed");
    play.must(OWNER, Act::Reveal);
    play.must("huda", opinion(Stance::Repair));
    assert_eq!(play.case().rounds.disagreement(), Some((1, 3)));
    assert_eq!(play.case().rounds.opinions.len(), 5, "every version stays");
}

#[test]
fn complaints_that_say_the_same_stand_together() {
    let mut play = Play::in_review(Track::Light);
    for member in TEAM {
        play.must(member, opinion(Stance::End));
    }
    let complain = |text: &str| Act::Complain { finding: None, text: text.to_owned() };
    assert_eq!(play.act("sara", complain("أ")), NOT_NOW, "opinions first");
    play.must(OWNER, Act::Reveal);
    for text in ["أ", "ب", "ج"] {
        play.must("sara", complain(text));
    }
    let merge = |complaint, into| Act::MergeComplaint { complaint, into };
    let unknown = Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
    assert_eq!(play.act(OWNER, merge(1, 1)), unknown);
    play.must(OWNER, merge(3, 2));
    play.must(OWNER, merge(2, 1));
    assert_eq!(play.act(OWNER, merge(1, 3)), unknown, "it stands no more");
    let rounds = play.case().rounds;
    let standing: Vec<(u32, Vec<u32>)> = rounds
        .standing_complaints()
        .into_iter()
        .map(|(one, same)| (one.id, same.into_iter().map(|other| other.id).collect()))
        .collect();
    assert_eq!(standing, [(1, vec![2, 3])]);
}

#[test]
fn a_roster_against_the_records_gives_its_reasons() {
    let mut play = full();
    let Act::SetRoster { seats, .. } = seats(&[("sara", Department::Sales)]) else { unreachable!() };
    let change = |reason: &str| RosterChange { member: "huda".to_owned(), added: false, reason: reason.to_owned() };
    let act = |reason: &str| Act::SetRoster { seats: seats.clone(), changes: vec![change(reason)] };
    assert_eq!(play.act(OWNER, act(" ")), Err(Refusal::Invalid { field: Field::Text, why: Why::Empty }));
    play.must(OWNER, act("تركت الملف في يناير"));
    assert_eq!(play.case().rounds.roster_changes, [change("تركت الملف في يناير")]);
    let laid = journal::lay_out(&play.entries.last().expect("an entry").event);
    assert!(!laid.plain.contains("تركت"), "a reason is sealed");
}

#[test]
fn an_improvement_is_ticked_off_by_its_owner_or_who_works_on_the_case() {
    let mut play = Play::in_review(Track::Light);
    for owner in ["sara", "nasser"] {
        let due_on = day("2026-12-01");
        play.must(OWNER, Act::AgreeImprovement { owner: owner.to_owned(), due_on, text: "جدول".to_owned() });
    }
    let finish = |improvement| Act::FinishImprovement { improvement };
    assert_eq!(play.act("huda", finish(1)), Err(not_yours(crate::case::Action::Work)));
    play.must("sara", finish(1));
    play.must(OWNER, finish(2));
    let gone = Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
    assert_eq!(play.act("sara", finish(1)), gone);
}
