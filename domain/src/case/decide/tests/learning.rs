//! From a closed file to what was learned from it.

use super::parting::*;
use super::*;
use crate::case::learning::forecast::{Fact, Span};
use crate::case::learning::identity::Names;
use crate::case::learning::measures::Told;
use crate::case::learning::recurrence::Rates;
use crate::case::learning::timeline::{Kind, Source, timeline};
use crate::case::learning::{Act as Learn, Change, Comparison, Evidence, Form, Question, Recurrence};
use crate::case::learning::{ReplacementStatus, Set};
use crate::case::limits::limit;
use crate::case::parting::duties::Act as Duty;
use crate::case::parting::settling::{Ending, Fate, Settlement};
use crate::case::root_cause::RootCause;
use crate::separation::obligation::access::{Access, Step};
use crate::separation::obligation::{Settled, SettledSaid};

fn learn(act: Learn) -> Act {
    Act::Learning(act)
}

fn answer(question: Question, evidence: Evidence) -> Act {
    let answers = vec![(question, evidence, text("we waited too long"))];
    learn(Learn::AnswerQuestions { answers, names: names() })
}

fn names() -> Names {
    Names {
        client: vec![text("نخلة للأثاث"), text("Nakhla")], others: vec![], people: vec![text("Sara Alharbi")]
    }
}

fn lesson(form: Form, said: &str) -> Act {
    let (cause, finding) = (RootCause::Habit, Some(Code::P5));
    learn(Learn::AcceptLesson { cause, finding, form, owner: text("nasser"), text: text(said), names: names() })
}

fn file(lesson: u32, version: Option<u32>) -> Act {
    filed(lesson, version, None)
}

fn filed(lesson: u32, version: Option<u32>, criterion: Option<&str>) -> Act {
    let criterion = criterion.map(text);
    let change = Change { owner: text("nasser"), effective_on: day("2027-01-01"), version, criterion };
    learn(Learn::FileChange { lesson, change, text: text("a third in advance") })
}

impl Play {
    /// The file is closed, on Wednesday 9 December.
    pub fn closed() -> Play {
        let mut play = Play::settled();
        play.closes();
        play
    }

    /// The account is settled, and nothing of theirs is held.
    pub fn settled() -> Play {
        let mut play = Play::ended();
        let on = play.today;
        play.must("nasser", freeze(account("", &[]), None));
        play.must("nasser", part(Part::Settle { settlement: Settlement::Agreed, on, text: text("nothing is owed") }));
        play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim") }));
        play.must(OWNER, dispose(Fate::NoneHeld, "sara"));
        play
    }

    /// Both sides have signed, and the file is closed.
    pub fn closes(&mut self) {
        self.packs();
        self.must(OWNER, enter(Stage::Closed));
    }

    /// Both sides have signed, and the pack is sealed.
    pub fn packs(&mut self) {
        self.must(OWNER, summary());
        self.must(OWNER, part(Part::DeliverSummary { on: self.today, proof: text("m-9@firm") }));
        clear(self);
        self.must(OWNER, close(Ending::Signed, 0));
        self.must(OWNER, part(Part::Seal { sha256: text("00ff") }));
    }

    fn answered(mut self) -> Play {
        self.must(OWNER, answer(Question::Late, Evidence::Finding(Code::P5)));
        self.must(OWNER, answer(Question::Promised, Evidence::Entry(1)));
        self.must(OWNER, answer(Question::Payment, Evidence::Letter(1)));
        self
    }
}

/// Nothing was learned, and all is sealed.
pub fn learned() -> Play {
    let mut play = Play::closed().answered();
    play.must(OWNER, learn(Learn::FindNoLesson { text: text("they were sold") }));
    play.must(OWNER, learn(Learn::HoldRetrospective { on: play.today, text: text("nothing") }));
    play.must(OWNER, enter(Stage::Learned));
    play
}

#[test]
fn each_gate_to_what_was_learned_is_refused_until_it_is_met() {
    let mut play = Play::closed();
    let enter_it = |play: &mut Play| items(play.act(OWNER, enter(Stage::Learned)));
    assert_eq!(limit(&play.case(), None).map(|limit| limit.due_on), Some(day("2027-01-08")), "thirty days");
    assert_eq!(enter_it(&mut play), [Item::Answers, Item::Retrospective, Item::Lessons]);
    let held = || learn(Learn::HoldRetrospective { on: day("2026-12-20"), text: text("we lent money by working on") });
    play.today = day("2026-12-20");
    assert_eq!(items(play.act(OWNER, held())), [Item::Answers]);
    assert_eq!(play.case().open_sets(), Set::ALL);
    assert!(
        play.act(OWNER, answer(Question::Late, Evidence::Finding(Code::E1))).is_err(),
        "it began from no such finding"
    );
    assert!(play.act(OWNER, answer(Question::Late, Evidence::Letter(9))).is_err(), "there is no such letter");
    let mut play = play.answered();
    assert_eq!(enter_it(&mut play), [Item::Retrospective, Item::Lessons]);
    play.must(OWNER, held());
    assert_eq!(enter_it(&mut play), [Item::Lessons]);
    play.must(OWNER, lesson(Form::Policy, "Ask for a third in advance."));
    assert_eq!(enter_it(&mut play), [Item::Changes]);
    play.must(OWNER, file(1, Some(3)));
    play.must(OWNER, enter(Stage::Learned));
    assert_eq!(play.stage(), Stage::Learned);
    assert!(play.act(OWNER, answer(Question::Law, Evidence::Nothing)).is_err(), "it is sealed");
    assert!(play.act(OWNER, Act::RecordTalk { on: play.today, text: text("again") }).is_err());
    play.must(OWNER, part(Part::KeepProof { sha256: "0".repeat(64), name: text("late.pdf") }));
    what_falls_due_late_is_done(&mut play);
    play.must(OWNER, learn(Learn::MeasureEffect { lesson: 1, rates: Rates::default() }));
}

/// A sealed case still takes the last looks at accesses, what was owed, an answer and a released hold, and nothing new.
fn what_falls_due_late_is_done(play: &mut Play) {
    let place = |act: Act, play: &mut Play| !matches!(play.act(OWNER, act), Err(Refusal::NotNow { .. }));
    let said = SettledSaid { text: text("as the host says"), file: None };
    let settled = Settled::Transferred { on: play.today };
    let settle = Duty::SettleObligation { obligation: 1, settled, said };
    let advance = Duty::AdvanceAccess { access: 1, step: Step::Removed, on: play.today };
    for act in [
        part(Part::Duty(settle)),
        part(Part::Duty(advance)),
        part(Part::AnswerQuestion { question: 1, text: text("yes"), context: Default::default() }),
        Act::ReleaseHold { hold: text("h1") },
    ] {
        assert!(place(act.clone(), play), "{act:?}");
    }
    let access =
        Access { id: 0, kind: crate::separation::obligation::access::Kind::Hosting, holder: None, owned: false };
    let listed = Duty::ListAccess { access, text: text("a host") };
    assert!(!place(part(Part::Duty(listed)), play));
    assert!(!place(Act::SetHold { hold: text("h2") }, play));
}

#[test]
fn the_full_track_asks_every_question_and_every_step() {
    let mut play = Play::closed();
    if let Event::CaseOpened { opening, .. } = &mut play.entries[0].event {
        opening.track = Track::Full;
    }
    let mut play = play.answered();
    assert_eq!(play.case().open_sets(), Set::ALL, "one answer does not settle a set");
    for question in Question::ALL {
        play.must(OWNER, answer(*question, Evidence::Nothing));
    }
    let missing = items(play.act(OWNER, enter(Stage::Learned)));
    let wanted = [
        Item::UsualObligations,
        Item::ForecastCompared,
        Item::GoodThingsKept,
        Item::Retrospective,
        Item::Lessons,
        Item::ReplacementPlan,
    ];
    assert_eq!(missing, wanted);
    play.must(OWNER, lesson(Form::Practice, "Call before the invoice is due."));
    assert!(items(play.act(OWNER, enter(Stage::Learned))).contains(&Item::Monitor));
    let stated = |said: &str| {
        let (status, owner) = (ReplacementStatus::UnderWay, text("nasser"));
        learn(Learn::StateReplacement { status, owner, text: text(said) })
    };
    assert!(play.act(OWNER, stated(" ")).is_err(), "a word alone tells nobody anything");
    assert_eq!(play.act("sara", stated("two offers")), Err(not_yours(crate::case::Action::Decide)));
    play.must(OWNER, stated("two offers are out"));
    assert!(!items(play.act(OWNER, enter(Stage::Learned))).contains(&Item::ReplacementPlan));
}

#[test]
fn none_is_a_lesson_only_with_a_reason() {
    let mut play = Play::closed().answered();
    assert!(play.act(OWNER, learn(Learn::FindNoLesson { text: text(" ") })).is_err());
    play.must(OWNER, learn(Learn::FindNoLesson { text: text("they were sold; nothing of ours or theirs led to it") }));
    play.must(OWNER, learn(Learn::HoldRetrospective { on: play.today, text: text("nothing") }));
    play.must(OWNER, enter(Stage::Learned));
}

#[test]
fn a_lesson_that_tells_of_whom_it_tells_is_refused() {
    let mut play = Play::closed();
    for said in ["Never lend to Nakhla again.", "لا نعمل مع نخله دون دفعة.", "Sara was late.", "They owed 27,600 SAR."]
    {
        let refused = play.act(OWNER, lesson(Form::Policy, said));
        assert!(matches!(&refused, Err(Refusal::Identifies(marks)) if marks.len() == 1), "{said}: {refused:?}");
    }
    assert_eq!(play.act("sara", lesson(Form::Policy, "x")), Err(not_yours(crate::case::Action::Decide)));
    play.must(OWNER, lesson(Form::Criterion, "Ask who approves invoices before signing."));
    assert!(play.act(OWNER, file(1, Some(2))).is_err(), "a criterion is no version of the policy of signs");
    play.must(OWNER, filed(1, None, Some("c1")));
    let cited = |play: &Play| play.case().learning.lessons[0].change.clone().and_then(|(change, _)| change.criterion);
    assert_eq!(cited(&play), Some(text("c1")));
    play.must(OWNER, file(1, None));
    assert_eq!(cited(&play), None, "what is filed last holds");
}

#[test]
fn few_own_parts_are_not_summed() {
    let mut play = Play::closed();
    let sum = |said: &str| learn(Learn::SumOwnParts { text: text(said), names: names() });
    let good = "We promised dates before we asked who does the work.";
    let asked = |play: &Play| {
        let gates = crate::case::gates(&play.case(), Stage::Learned, play.today);
        gates.into_iter().find(|gate| gate.item == Item::OwnPartsSummed).is_some_and(|gate| !gate.met)
    };
    assert_eq!(play.act(OWNER, sum(good)), Err(Refusal::NotNow { stage: Stage::Closed }), "three answered");
    assert!(!asked(&play));
    for entry in &mut play.entries {
        if let Event::OwnPartsClosed { answers } = &mut entry.event {
            *answers = 4;
        }
    }
    assert!(asked(&play));
    assert!(matches!(play.act(OWNER, sum("Sara promised too much.")), Err(Refusal::Identifies(_))));
    play.must(OWNER, sum(good));
    assert_eq!(play.case().learning.own_parts.as_ref().expect("summed").0, 4);
    assert!(!asked(&play));
}

#[test]
fn what_is_said_of_our_own_work_names_nobody() {
    let mut play = Play::closed();
    let say = |question, said: &str| {
        let answers = vec![(question, Evidence::Nothing, text(said))];
        learn(Learn::AnswerQuestions { answers, names: names() })
    };
    assert!(matches!(play.act(OWNER, say(Question::OwnWork, "Sara was late.")), Err(Refusal::Identifies(_))));
    play.must(OWNER, say(Question::OwnWork, "We were late."));
    play.must(OWNER, say(Question::Late, "Sara told them on 4 March 2026."));
}

#[test]
fn a_lesson_rests_on_a_finding_of_its_own_case() {
    let mut play = Play::closed();
    let accept = |finding| {
        let (cause, form, owner) = (RootCause::Habit, Form::Policy, text("nasser"));
        learn(Learn::AcceptLesson { cause, finding, form, owner, text: text("Ask early."), names: names() })
    };
    assert!(play.act(OWNER, accept(Some(Code::E1))).is_err(), "it began from no such finding");
    play.must(OWNER, accept(None));
    play.must(OWNER, accept(Some(Code::P5)));
}

#[test]
fn a_hold_is_released_before_all_is_sealed() {
    let mut play = Play::closed().answered();
    play.must(OWNER, learn(Learn::FindNoLesson { text: text("they were sold") }));
    play.must(OWNER, learn(Learn::HoldRetrospective { on: play.today, text: text("nothing") }));
    play.must(OWNER, Act::SetHold { hold: text("h9") });
    assert_eq!(items(play.act(OWNER, enter(Stage::Learned))), [Item::OpenHolds]);
    play.must(OWNER, Act::ReleaseHold { hold: text("h9") });
    play.must(OWNER, enter(Stage::Learned));
}

#[test]
fn what_came_stands_beside_what_was_foreseen() {
    let mut play = Play::closed();
    play.today = day("2027-02-01");
    let fact = Fact {
        went_below: Some(false),
        signed_on: Some(day("2027-01-01")),
        replacement: Some(Span { low: 1.0, high: 3.0 }),
    };
    play.must(OWNER, learn(Learn::CompareForecast { fact, text: None }));
    let (comparison, _) = play.case().learning.forecast.expect("compared");
    assert_eq!(comparison.last_day, Some((day("2026-12-09"), day("2026-12-09"))));
    // Signed on 2 November: 60 days of 30.4375.
    let months = comparison.replaced_after.expect("replaced");
    assert!((months - 60.0 / 30.4375).abs() < 1e-9, "{months}");
    let decided_on = Some(day("2026-11-02"));
    assert_eq!(comparison.covered(decided_on, play.today), Some(true));
    // Three months of 30.4375 days end on the 91st day.
    let open = Comparison { replaced_after: None, ..comparison };
    assert_eq!(open.covered(decided_on, day("2027-02-01")), None, "it can still come in time");
    assert_eq!(open.covered(decided_on, day("2027-02-02")), Some(false));
    let before = Fact { signed_on: Some(day("2026-11-01")), ..fact };
    assert!(play.act(OWNER, learn(Learn::CompareForecast { fact: before, text: None })).is_err(), "it was not decided");
    let later = Fact { signed_on: Some(day("2027-03-01")), ..fact };
    assert!(play.act(OWNER, learn(Learn::CompareForecast { fact: later, text: None })).is_err(), "it has not come");
}

#[test]
fn what_both_agreed_on_is_no_slip() {
    let mut case = Play::closed().case();
    let slipped = |case: &Case| Told::of(case, None, day("2027-02-01")).slipped;
    case.parting.effective_on = Some(day("2026-12-10"));
    assert_eq!(slipped(&case), Some(true), "a day later than computed");
    case.parting.basis = Some((crate::case::parting::Basis::Agreement, None));
    assert_eq!(slipped(&case), None);
}

#[test]
fn a_recurrence_is_told_once_and_by_the_program() {
    let mut play = Play::closed();
    play.must(OWNER, lesson(Form::Practice, "Ask early."));
    let note = |clients, cases| {
        let recurrence = Recurrence { clients, cases, on: day("2026-12-30") };
        learn(Learn::NoteRecurrence { lesson: 1, recurrence })
    };
    assert_eq!(play.act("", note(1, 0)), Err(Refusal::Done), "nothing is watched");
    play.must(OWNER, learn(Learn::SetMonitor { owner: text("nasser") }));
    assert_eq!(play.case().learning.monitor.expect("set").until, day("2027-12-09"));
    assert_eq!(play.act(OWNER, note(1, 0)), Err(Refusal::Done), "no person says it");
    play.must("", note(1, 0));
    assert_eq!(play.act("", note(1, 0)), Err(Refusal::Done));
    assert_eq!(play.act("", note(1, 3)), Err(Refusal::Done), "three cases would tell whose they are");
    play.must("", note(1, 4));
    assert_eq!(play.case().learning.lessons[0].recurrences.len(), 2);
}

#[test]
fn a_lesson_that_was_withdrawn_opens_the_gate_for_nothing() {
    let mut play = Play::closed();
    let withdraw = || learn(Learn::WithdrawLesson { lesson: 1, text: text("it was one bad month") });
    assert!(play.act(OWNER, withdraw()).is_err(), "there is none");
    play.must(OWNER, lesson(Form::Policy, "Ask early."));
    assert!(play.case().awaits_change());
    play.must(OWNER, withdraw());
    assert_eq!(play.act(OWNER, withdraw()), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, learn(Learn::MeasureEffect { lesson: 1, rates: Rates::default() })), Err(Refusal::Done));
    let case = play.case();
    assert!(case.learning.standing().next().is_none() && !case.awaits_change());
    assert_eq!(case.learning.lessons[0].withdrawn.as_ref().map(|(on, _)| *on), Some(play.today));
    play.must(OWNER, learn(Learn::FindNoLesson { text: text("nothing that others could use") }));
    play.must(OWNER, lesson(Form::Practice, "Ask early."));
    assert_eq!(play.case().learning.standing().next().map(|one| one.lesson.id), Some(2));
}

#[test]
fn an_effect_is_due_until_it_is_measured_after_the_year() {
    let mut play = Play::closed();
    play.must(OWNER, lesson(Form::Practice, "Ask early."));
    let until = day("2027-12-09");
    for (on, awaits) in [("2027-12-09", true), ("2027-12-10", false)] {
        play.today = day(on);
        play.must(OWNER, learn(Learn::MeasureEffect { lesson: 1, rates: Rates::default() }));
        assert_eq!(play.case().learning.lessons[0].awaits_effect(until), awaits, "{on}");
    }
}

#[test]
fn an_effect_shows_once_the_change_was_in_force_for_a_year() {
    let mut play = Play::closed();
    play.must(OWNER, lesson(Form::Policy, "Ask early."));
    let until = |play: &Play| play.case().learning.lessons[0].shows_until(day("2027-12-09"));
    assert_eq!(until(&play), day("2027-12-09"));
    play.must(OWNER, file(1, None));
    // In force from 1 January 2027.
    assert_eq!(until(&play), day("2027-12-31"));
}

#[test]
fn a_lesson_that_comes_after_the_watching_began_is_watched_for_a_year_too() {
    let mut play = Play::closed();
    play.must(OWNER, lesson(Form::Practice, "Ask early."));
    play.must(OWNER, learn(Learn::SetMonitor { owner: text("nasser") }));
    let until = |play: &Play| play.case().learning.monitor.map(|monitor| monitor.until);
    assert_eq!(until(&play), Some(play.today.plus(365)));
    play.today = play.today.plus(10);
    play.must(OWNER, lesson(Form::Practice, "Ask twice."));
    assert_eq!(until(&play), Some(play.today.plus(365)));
}

#[test]
fn the_timeline_has_no_moment_of_our_own_part() {
    let play = Play::closed();
    let moments = timeline(&play.case().opening, &play.entries, &[(Code::P5, day("2026-08-01"))]);
    assert_eq!((moments[0].kind, moments[0].source), (Kind::Sign, Source::Finding(Code::P5)));
    assert_eq!(moments[1].kind, Kind::Opened);
    assert_eq!(moments.last().map(|last| last.kind), Some(Kind::Closing));
    assert!(moments.is_sorted_by_key(|moment| moment.on));
    let told = |moment: &&crate::case::learning::timeline::Moment| {
        let Source::Entry(seq) = moment.source else { return false };
        matches!(
            play.entries[seq as usize - 1].event,
            Event::OwnPartAnswered {} | Event::OwnPartsClosed { .. } | Event::GoodThingDeclined {}
        )
    };
    assert_eq!(moments.iter().filter(told).count(), 0);
}
