//! The protected road: who may do what for a person, in which order, and with whose knowledge.

use super::*;
use crate::case::clock::{Due, clock, next};
use crate::case::compartment;
use crate::case::parting::{Act as Parting, Archive, Scope};
use crate::case::protection::{Door, Instruction, Measure, MeasureKind, Milestone, Part, Wish};
use crate::case::restricted::{Filing, REPORTER, Recipient, begin};
use crate::days::calendar::Calendar;
use crate::record::{Choice, Report, ReportKind};
use proptest::prelude::*;

const GUARDIAN: &str = "huda";
const COUNSEL: &str = "maha";
const RECIPIENTS: [Recipient; 3] = [
    Recipient { member: OWNER, owner: true, adviser: false },
    Recipient { member: GUARDIAN, owner: false, adviser: false },
    Recipient { member: COUNSEL, owner: false, adviser: true },
];

/// A report as it was filed on a Thursday.
fn filed(kind: &str, recipients: &[Recipient], keeps_access: bool) -> Play {
    let report = Report {
        id: "r".to_owned(),
        client: "SAHAB".to_owned(),
        at: "2026-01-14".to_owned(),
        kind: ReportKind::of(kind).expect("a kind"),
        target_side: None,
        channel: None,
        witnesses: None,
        known_by: None,
        text: String::new(),
        reported_by: None,
    };
    let filing = Filing {
        report: &report,
        client_name: "سحاب",
        on: day("2026-01-15"),
        zone: None,
        door: Door::named_by(report.kind),
        wish: Wish::Act,
        recipients,
        keeps_access,
        members: 5,
        policy: 1,
        evidence: vec![("صورة.jpg".to_owned(), "00".to_owned())],
    };
    let stamped = |(seq, event): (u32, Event)| Stamped {
        seq,
        at: "2026-01-15T09:00:00Z".to_owned(),
        actor: Some(REPORTER.to_owned()),
        event,
    };
    let entries = (1..).zip(begin(&filing)).map(stamped).collect();
    Play { entries, today: day("2026-01-18"), time: "09:00:00Z" }
}

fn reach(milestone: Milestone) -> Act {
    Act::Reach { milestone, on: day("2026-01-18"), text: Some("كُتب".to_owned()) }
}

fn offer(kind: MeasureKind, consent: bool) -> Act {
    let since = day("2026-01-18");
    Act::Protect {
        measure: Measure { id: 0, kind, owner: GUARDIAN.to_owned(), consent, since, until: None },
        text: None,
    }
}

fn approach(member: &str, reporter_knows: bool) -> Act {
    let (on, member, text) = (day("2026-01-18"), member.to_owned(), "تحدثنا".to_owned());
    Act::ApproachClient { on, member, senior_and_safe: true, reporter_knows, text }
}

fn text() -> String {
    "سبب".to_owned()
}

const NOT_HERE: Result<(), Refusal> = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });

#[test]
fn a_report_opens_a_case_at_once_and_gives_the_roles() {
    let case = filed("harassment", &RECIPIENTS, true).case();
    assert_eq!((case.stage, case.opening.class), (Stage::Protect, Class::Conduct));
    assert_eq!(case.protection.door, Some(Door::Wrong));
    let holders = |role| case.holders(role).to_vec();
    assert_eq!(holders(Role::DecisionOwner), [OWNER]);
    assert_eq!(holders(Role::Guardian), [GUARDIAN]);
    assert_eq!(holders(Role::Counsel), [COUNSEL]);
    assert_eq!(case.roles_of(REPORTER), [Role::Reporter]);
    assert_eq!(case.evidence.len(), 1);
    let illegal = filed("illegal_known", &RECIPIENTS, false).case();
    assert_eq!(illegal.opening.class, Class::IllegalAct);
    assert_eq!(illegal.holders(Role::Compliance), [GUARDIAN]);
    // The owner was struck, and an adviser alone remains.
    let alone = filed("threat", &RECIPIENTS[2..], false).case();
    for role in [Role::DecisionOwner, Role::Guardian, Role::Counsel] {
        assert_eq!(alone.holders(role), [COUNSEL], "{role:?}");
    }
}

#[test]
fn the_clock_says_what_is_next_and_whose() {
    let mut play = filed("harassment", &RECIPIENTS, true);
    let riyadh = Calendar::of("SA");
    let next_of =
        |play: &Play| next(&play.case(), riyadh.as_ref()).map(|due: Due| (due.milestone, due.due_on, due.whose));
    assert_eq!(next_of(&play), Some((Milestone::Acknowledged, day("2026-01-18"), Role::Guardian)));
    play.must(GUARDIAN, reach(Milestone::Acknowledged));
    play.must(GUARDIAN, reach(Milestone::ProtectionDecided));
    play.must(GUARDIAN, Act::NameContact { member: GUARDIAN.to_owned(), text: None });
    assert_eq!(next_of(&play), Some((Milestone::StatementTaken, day("2026-01-20"), Role::Guardian)));
    play.must(GUARDIAN, reach(Milestone::StatementTaken));
    assert_eq!(next_of(&play), Some((Milestone::ClientApproached, day("2026-01-22"), Role::DecisionOwner)));
    let silent = Instruction { no_word_to_client: true, ..Instruction::default() };
    play.must(COUNSEL, Act::Instruct { instruction: silent, text: None });
    assert_eq!(next_of(&play).map(|(milestone, ..)| milestone), Some(Milestone::OutcomeTold));
    let mut asked_less = filed("harassment", &RECIPIENTS, true);
    asked_less.must(REPORTER, Act::StateWish { wish: Wish::RecordOnly, text: None });
    let due: Vec<Milestone> = clock(&asked_less.case(), riyadh.as_ref()).into_iter().map(|due| due.milestone).collect();
    assert_eq!(due, [Milestone::Acknowledged, Milestone::ProtectionDecided]);
}

#[test]
fn nothing_protects_a_person_who_did_not_agree() {
    let mut play = filed("harassment", &RECIPIENTS, true);
    assert_eq!(play.act(GUARDIAN, offer(MeasureKind::Reassignment, false)), NOT_HERE, "nobody is asked to move");
    play.must(GUARDIAN, offer(MeasureKind::Company, false));
    assert_eq!(play.case().protection.running().count(), 0, "offered, not agreed");
    let answer = |agrees| Act::AnswerMeasure { measure: 1, agrees, text: None };
    let not_theirs = play.act(COUNSEL, answer(true));
    assert!(matches!(not_theirs, Err(Refusal::NotYours { .. })), "{not_theirs:?}");
    play.must(REPORTER, answer(true));
    assert_eq!(play.case().protection.running().count(), 1);
    assert_eq!(play.act(REPORTER, answer(false)), Err(Refusal::Done));
    play.must(GUARDIAN, offer(MeasureKind::Reassignment, true));
    play.must(GUARDIAN, Act::EndProtection { measure: 1, text: text() });
    let case = play.case();
    let running: Vec<MeasureKind> = case.protection.running().map(|measure| measure.kind).collect();
    assert_eq!(running, [MeasureKind::Reassignment]);
}

#[test]
fn the_client_hears_of_it_with_the_reporters_knowledge_and_from_someone_safe() {
    let mut play = filed("harassment", &RECIPIENTS, true);
    assert_eq!(play.act(OWNER, approach(OWNER, false)), NOT_HERE);
    play.must(GUARDIAN, Act::NameParty { member: "lina".to_owned(), part: Part::Harmed, text: text() });
    let party = Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, approach("lina", true)), party, "never the person who was harmed");
    play.must(
        COUNSEL,
        Act::Instruct { instruction: Instruction { no_word_to_client: true, no_visible_hold: true }, text: None },
    );
    assert_eq!(play.act(OWNER, approach(OWNER, true)), NOT_HERE, "counsel says not yet");
    assert_eq!(play.act(OWNER, Act::SetHold { hold: "h".to_owned() }), NOT_HERE, "a stop that shows would tip off");
    play.must(COUNSEL, Act::Instruct { instruction: Instruction::default(), text: None });
    play.must(OWNER, Act::SetHold { hold: "h".to_owned() });
    play.must(OWNER, approach(OWNER, true));
    let mut illegal = filed("illegal_known", &RECIPIENTS, true);
    assert_eq!(illegal.act(COUNSEL, approach(OWNER, true)), NOT_HERE, "of an illegal act only after counsel's word");
    illegal.must(COUNSEL, Act::Instruct { instruction: Instruction::default(), text: None });
    illegal.must(COUNSEL, approach(OWNER, true));
}

#[test]
fn who_is_part_of_it_sees_nothing_of_it() {
    let mut play = filed("harassment", &RECIPIENTS, true);
    assert!(play.case().allows(OWNER, crate::case::Action::See));
    assert_eq!(
        play.act(OWNER, Act::NameParty { member: OWNER.to_owned(), part: Part::Accused, text: text() }),
        Err(Refusal::SamePerson)
    );
    play.must(GUARDIAN, Act::NameParty { member: OWNER.to_owned(), part: Part::Accused, text: text() });
    let case = play.case();
    assert!(case.roles_of(OWNER).is_empty() && !case.allows(OWNER, crate::case::Action::See));
    let acted = play.act(OWNER, reach(Milestone::Acknowledged));
    assert!(matches!(acted, Err(Refusal::NotYours { .. })), "{acted:?}");
}

#[test]
fn only_the_person_closes_a_discomfort_and_only_they_know_it_is_moved_up() {
    let mut play = filed("discomfort", &RECIPIENTS, true);
    let not_now = Err(Refusal::NotNow { stage: Stage::Protect });
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Closed)), not_now);
    assert_eq!(play.act(GUARDIAN, reach(Milestone::ClosedByPerson)), not_now, "they can say so themself");
    let up = |reporter_knows| Act::ChangeDoor {
        door: Door::Wrong,
        named: ReportKind::of("threat"),
        reporter_knows,
        text: text(),
    };
    assert_eq!(play.act(GUARDIAN, up(false)), NOT_HERE);
    let not_theirs = play.act(REPORTER, up(true));
    assert!(matches!(not_theirs, Err(Refusal::NotYours { .. })), "only a recipient moves it: {not_theirs:?}");
    let mut moved = filed("discomfort", &RECIPIENTS, true);
    moved.must(GUARDIAN, up(true));
    assert_eq!(moved.case().protection.named.map(|kind| kind.word()), Some("threat"));
    assert_eq!(moved.case().protection.door_since, Some(day("2026-01-18")), "its clock begins anew");
    play.must(REPORTER, Act::CloseOwn { on: day("2026-01-18"), text: None });
    assert!(play.case().protection.is_closed());
    let mut unseen = filed("discomfort", &RECIPIENTS, false);
    unseen.must(GUARDIAN, reach(Milestone::ClosedByPerson));
}

#[test]
fn what_may_be_understood_in_two_ways_is_read_twice_and_answered_before_it_is_judged() {
    let mut play = filed("disrespect", &RECIPIENTS, true);
    let not_now = || Err(Refusal::NotNow { stage: Stage::Protect });
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Explained)), not_now());
    play.must(GUARDIAN, reach(Milestone::Acknowledged));
    assert_eq!(play.act(GUARDIAN, reach(Milestone::SecondReading)), Err(Refusal::SamePerson));
    play.must(OWNER, reach(Milestone::SecondReading));
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Explained)), not_now(), "the other side was not heard");
    play.must(OWNER, reach(Milestone::OtherSideHeard));
    play.must(OWNER, reach(Milestone::Explained));
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Closed)), not_now());
    play.must(GUARDIAN, reach(Milestone::OutcomeTold));
    play.must(GUARDIAN, reach(Milestone::Closed));
}

#[test]
fn what_is_always_wrong_ends_with_a_decision_or_with_two_who_found_that_it_was_not_so() {
    let mut play = filed("harassment", &RECIPIENTS, true);
    let not_now = || Err(Refusal::NotNow { stage: Stage::Protect });
    play.must(GUARDIAN, reach(Milestone::Acknowledged));
    play.must(GUARDIAN, reach(Milestone::OutcomeTold));
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Closed)), not_now(), "doing nothing is no way");
    assert_eq!(play.act(GUARDIAN, reach(Milestone::Explained)), not_now());
    play.must(GUARDIAN, reach(Milestone::StatementTaken));
    assert_eq!(play.act(GUARDIAN, reach(Milestone::NotBorneOut)), not_now());
    play.must(OWNER, reach(Milestone::SecondReading));
    play.must(GUARDIAN, reach(Milestone::NotBorneOut));
    play.must(GUARDIAN, reach(Milestone::Closed));
}

#[test]
fn a_report_is_archived_once_it_is_closed_and_counsels_word_is_noted_elsewhere() {
    let mut play = filed("discomfort", &RECIPIENTS, true);
    let archive = |scope, sha256: &str| Archive {
        scope,
        name: "archive".to_owned(),
        sha256: sha256.to_owned(),
        files: 5,
        replaces: None,
        elsewhere: false,
    };
    let keep = |scope| {
        let (archive, readers) = (archive(scope, "00"), vec![GUARDIAN.to_owned()]);
        Act::Parting(Parting::KeepArchive { archive, readers })
    };
    let not_now = || Err(Refusal::NotNow { stage: Stage::Protect });
    let word = |play: &Play, readers: &[&str]| {
        let readers = readers.iter().map(|reader| (*reader).to_owned()).collect();
        compartment::keep(&play.case(), archive(Scope::Privileged, "01"), readers).map(|_| ())
    };
    assert_eq!((play.act(GUARDIAN, keep(Scope::Ours)), word(&play, &[COUNSEL])), (not_now(), not_now()));
    play.must(REPORTER, Act::CloseOwn { on: day("2026-01-18"), text: None });
    let not_theirs = play.act(REPORTER, keep(Scope::Ours));
    assert!(matches!(not_theirs, Err(Refusal::NotYours { .. })), "{not_theirs:?}");
    play.must(GUARDIAN, keep(Scope::Ours));
    assert_eq!(play.act(COUNSEL, keep(Scope::Ours)), Err(Refusal::Done));
    assert_eq!(play.act(COUNSEL, keep(Scope::Privileged)), not_now(), "the others would learn of it");
    assert_eq!(word(&play, &[COUNSEL]), Ok(()));
    assert!(word(&play, &[]).is_err(), "nobody could open it");
    assert!(Scope::Theirs.stages_of(&play.case()).is_empty(), "the client takes nothing of it along");
    let case = play.case();
    assert_eq!((case.parting.archives.len(), case.stage), (1, Stage::Protect));
}

fn an_act(number: u8) -> Act {
    let milestones = Milestone::ALL;
    match number % 40 {
        n @ 0..=16 => reach(milestones[n as usize % milestones.len()]),
        17 => offer(MeasureKind::Company, false),
        18 => offer(MeasureKind::Reassignment, true),
        19 => Act::AnswerMeasure { measure: 1, agrees: true, text: None },
        20 => Act::EndProtection { measure: 1, text: text() },
        21 => approach(OWNER, true),
        22 => Act::NameParty { member: OWNER.to_owned(), part: Part::Accused, text: text() },
        23 => Act::SetHold { hold: "h".to_owned() },
        24 => Act::ReleaseHold { hold: "h".to_owned() },
        25 => Act::SetCounselStop { text: text() },
        26 => Act::ReleaseCounselStop { text: text() },
        27 => Act::Instruct { instruction: Instruction { no_visible_hold: true, no_word_to_client: true }, text: None },
        28 => Act::ChangeDoor { door: Door::Wrong, named: None, reporter_knows: true, text: text() },
        29 => Act::ChangeDoor { door: Door::Interpretation, named: None, reporter_knows: true, text: text() },
        30 => Act::StateWish { wish: Wish::RecordOnly, text: None },
        31 => Act::Tell { text: text() },
        32 => Act::CloseOwn { on: day("2026-01-18"), text: None },
        33 => Act::Advise { ground: Some(Ground::Conduct), talk_not_needed: false, wait: false, text: text() },
        34 => sign(Outcome::ImmediateStop),
        35 => Act::Enter { stage: Stage::PreparingExit },
        36 => Act::NameContact { member: GUARDIAN.to_owned(), text: None },
        37 => Act::GiveRole { role: Role::Counsel, member: GUARDIAN.to_owned() },
        38 => Act::Reopen { text: text() },
        _ => Act::SealEvidence { name: "x".to_owned(), sha256: "00".to_owned(), text: None },
    }
}

proptest! {
    #[test]
    fn any_sequence_replays_and_protects_before_it_ends(
        kind in 0usize..11,
        acts in proptest::collection::vec((0u8..4, any::<u8>()), 0..120)
    ) {
        let mut play = filed(ReportKind::WORDS[kind], &RECIPIENTS, true);
        let mut state = play.case();
        for (who, number) in acts {
            let by = [OWNER, GUARDIAN, COUNSEL, REPORTER][who as usize];
            let before = play.entries.len();
            let is_party = play.case().protection.is_party(by);
            let done = play.act(by, an_act(number));
            prop_assert!(done.is_err() || !is_party, "who is part of it does nothing in it");
            play.entries[before..].iter().for_each(|entry| state.apply(entry));
        }
        prop_assert_eq!(&state, &play.case());
        let protection = &state.protection;
        if state.stage == Stage::PreparingExit {
            prop_assert!(protection.has(Milestone::ProtectionDecided));
            prop_assert!(state.opening.class != Class::IllegalAct || protection.instruction.is_some());
        }
        for entry in &play.entries {
            let laid = crate::journal::lay_out(&entry.event);
            let read: Option<Event> = crate::journal::read(&laid.name, &laid.plain, laid.said.as_deref());
            prop_assert_eq!(read.as_ref(), Some(&entry.event));
        }
    }
}
