//! Repair, and the protected road.

use super::*;
use crate::case::Milestone;
use crate::case::repair::{Plan, PlanSaid, Point, Remedy, Trial};
use crate::case::trial::{Measure, MeasureKind};

pub fn plan() -> Act {
    plan_of(Remedy::ResetExpectations)
}

/// A plan of one point.
pub fn plan_of(remedy: Remedy) -> Act {
    let point = Point { id: 1, remedy, ours: true, owner: "sara".to_owned(), due_on: day("2026-11-20"), consent: true };
    let plan =
        Plan { version: 0, points: vec![point], instalments: vec![], invoices: vec![], review_on: day("2026-12-20") };
    Act::VersionPlan {
        plan: Box::new(plan), said: PlanSaid { points: vec![(1, "نكتب".to_owned())], measures: vec![] }
    }
}

fn trial() -> Act {
    let (begins_on, ends_on) = (day("2026-11-02"), day("2026-12-12"));
    Act::StartTrial { trial: Box::new(Trial { begins_on, ends_on, measures: vec![a_measure()] }) }
}

fn a_measure() -> Measure {
    Measure { kind: MeasureKind::PaidOnTime, limit: 0.9 }
}

#[test]
fn a_repair_hears_the_client_before_its_second_plan_and_fails_back_to_the_review() {
    let mut play = Play::decided(Outcome::Repair);
    play.must(OWNER, Act::Enter { stage: Stage::Repair });
    let meet = |on| Act::Meet {
        on: day(on),
        agenda: Some("الخطة".to_owned()),
        attendees: "سارة، ماجد".to_owned(),
        text: "التقينا".to_owned(),
    };
    assert_eq!(items(play.act(OWNER, meet("2026-11-02"))), [Item::Plan], "there is nothing to meet about");
    play.must(OWNER, plan());
    assert!(play.act(OWNER, meet("2026-11-03")).is_err(), "what lies ahead was not held");
    assert_eq!(items(play.act(OWNER, plan())), [Item::Meeting, Item::ClientViewOfPlan]);
    assert_eq!(
        items(play.act(OWNER, trial())),
        [Item::Meeting, Item::ClientViewOfPlan, Item::SecondPlan, Item::Acknowledgement]
    );
    play.must(OWNER, meet("2026-11-02"));
    let view = |text: &str| Act::RecordClientView { on: day("2026-11-02"), confirmed: true, text: text.to_owned() };
    play.must(OWNER, view("يريد\nويسأل"));
    let answer = |point| Act::AnswerPoint { point, accepted: false, text: "لأن".to_owned() };
    assert!(play.act(OWNER, answer(3)).is_err(), "they made two points");
    play.must(OWNER, answer(1));
    assert_eq!(items(play.act(OWNER, plan())), [Item::PlanAnswers], "their second point was not answered");
    play.must(OWNER, answer(2));
    play.must(OWNER, plan());
    play.must(OWNER, Act::AcknowledgePlan { refused: true, text: None });
    play.must(OWNER, plan());
    assert_eq!(items(play.act(OWNER, trial())), [Item::Acknowledgement], "they answered the plan before");
    let letter = Act::AcknowledgeBoundaryLetter { on: day("2026-11-02") };
    assert!(play.act(OWNER, letter).is_err(), "the plan has no such letter");
    play.must(OWNER, Act::AcknowledgePlan { refused: false, text: None });
    play.must(OWNER, trial());
    let evaluate = |succeeded| Act::EvaluateTrial { succeeded, readings: vec![], text: "قرأنا".to_owned() };
    assert!(play.act(OWNER, evaluate(true)).is_err(), "not before its end");
    play.must(OWNER, evaluate(false));
    assert_eq!(play.stage(), Stage::Review);
    assert_eq!(play.case().repair.ended.map(|ended| ended.succeeded), Some(false));
    play.must(OWNER, sign(Outcome::Repair));
    play.must(OWNER, Act::Enter { stage: Stage::Repair });
    let case = play.case();
    assert_eq!((case.repair.plans.len(), case.earlier_repairs.len()), (0, 1), "a second repair begins anew");
}

#[test]
fn acting_is_not_in_question_where_people_were_harmed() {
    let mut play = Play::begin(Class::Conduct, Track::Light);
    assert_eq!(
        play.act(OWNER, Act::Enter { stage: Stage::FactFinding }),
        Err(Refusal::NotNow { stage: Stage::Triage })
    );
    play.must(OWNER, Act::Enter { stage: Stage::Protect });
    let told = |outcome, execution: bool| {
        let on = day("2026-11-05");
        let by_letter = Execution { by: OWNER.to_owned(), channel: Channel::Letter, on };
        let decision = Decision {
            grounds: vec![Grounded { ground: Ground::Conduct, proofs: vec![] }],
            execution: execution.then_some(by_letter),
            ..decision(outcome)
        };
        let said = DecisionSaid { conditions: "يُستبدل المسؤول".to_owned(), ..said() };
        Act::Sign { decision: Box::new(decision), said }
    };
    assert_eq!(
        items(play.act(OWNER, told(Outcome::EndByNotice, false))),
        [Item::ProtectionFirst, Item::CounselForGround, Item::Execution]
    );
    let reached = Act::Reach { milestone: Milestone::ProtectionDecided, on: play.today, text: None };
    play.must(OWNER, reached);
    assert_eq!(items(play.act(OWNER, told(Outcome::Keep, true))), [Item::ProtectionFirst], "doing nothing is no way");
    let advice =
        Act::Advise { ground: Some(Ground::Conduct), talk_not_needed: false, wait: false, text: "نعم".to_owned() };
    play.must(OWNER, advice);
    play.must(OWNER, told(Outcome::EndByNotice, true));
    assert_eq!(play.stage(), Stage::Decided);
}

#[test]
fn what_is_written_down_has_the_firms_day() {
    for (zone, time, on) in [
        (Some("Asia/Riyadh"), "22:30:00Z", "2026-11-03"),
        (Some("America/Los_Angeles"), "01:30:00Z", "2026-11-01"),
        (None, "22:30:00Z", "2026-11-02"),
    ] {
        let mut play = Play::decided(Outcome::Repair);
        let Event::CaseOpened { opening, .. } = &mut play.entries[0].event else { unreachable!() };
        opening.zone = zone.map(str::to_owned);
        play.time = time;
        play.must(OWNER, Act::Enter { stage: Stage::Repair });
        assert_eq!(play.case().since(), day(on), "{zone:?}");
    }
}
