//! Repair: plan, meeting, the client's view, the plan again, trial; and the guardrails of a kept client.

use super::Now;
use crate::case::act::Act;
use crate::case::decision::REVIEW_DAYS_MAX;
use crate::case::event::{Event, TalkSaid, Text};
use crate::case::gate::{missing, to_trial};
use crate::case::guardrail::Breach;
use crate::case::persistence::Persistence;
use crate::case::refusal::{Field, Refusal, Why, has_come, lies_ahead, text};
use crate::case::repair::{Plan, PlanAnswer, PlanSaid, Remedy, TRIAL_DAYS, Trial, TrialReading};
use crate::case::role::Class;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::case::trial::{Measure, MeasureKind};
use crate::days::Day;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    if !has_its_place(case, &act) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    match act {
        Act::VersionPlan { plan, said } => version(case, *plan, said, now),
        Act::Meet { on, agenda, attendees, text } => {
            meet(case, by, on, TalkSaid { agenda, attendees: Some(attendees), text }, now)
        }
        Act::AnswerPoint { point, accepted, text: why } => answer(case, point, accepted, why),
        Act::AcknowledgePlan { refused, text: said } => acknowledge(case, refused, said),
        Act::AcknowledgeBoundaryLetter { on } => {
            if !case.repair.plans.last().is_some_and(|(plan, _)| plan.has(Remedy::BoundaryLetter)) {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
            }
            has_come(on, now.today)?;
            Ok(vec![Event::BoundaryLetterAcknowledged { on }])
        }
        Act::StartTrial { trial } => start(case, trial, now),
        Act::EvaluateTrial { succeeded, readings, text: said } => evaluate(case, succeeded, readings, said, now),
        Act::Breach { breaches } => breach(case, breaches),
        Act::Persist { persistence } => persist(case, persistence),
        other => unreachable!("not an act of repair: {other:?}"),
    }
}

fn has_its_place(case: &Case, act: &Act) -> bool {
    match act {
        Act::Breach { .. } => case.stage == Stage::Kept,
        // A letter binds the client beyond the trial; once an end is prepared, nothing more hangs on it.
        Act::Persist { .. } => matches!(case.stage, Stage::Repair | Stage::Review | Stage::Kept),
        _ => case.stage == Stage::Repair,
    }
}

/// Limits that were crossed open the decision again; a case that lies open already is not opened twice.
fn breach(case: &Case, breaches: Vec<Breach>) -> Result<Vec<Event>, Refusal> {
    if breaches.is_empty() {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::Empty });
    }
    let stage = if case.opening.class == Class::Normal { Stage::Review } else { Stage::Protect };
    let mut events: Vec<Event> = breaches.into_iter().map(|breach| Event::GuardrailBreached { breach }).collect();
    events.extend([Event::DecisionReopened { said: None }, Event::StageEntered { stage }]);
    Ok(events)
}

/// What persists is written down once, and again only when it has grown graver.
fn persist(case: &Case, persistence: Box<Persistence>) -> Result<Vec<Event>, Refusal> {
    if case.repair.boundary_letter_on != Some(persistence.acknowledged_on) || !persistence.persists() {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    let known = case.persistence.as_ref().filter(|known| known.acknowledged_on == persistence.acknowledged_on);
    if known.is_some_and(|known| known.level >= persistence.level) {
        return Err(Refusal::Done);
    }
    Ok(vec![Event::BoundariesCrossedAgain { persistence }])
}

fn version(case: &Case, plan: Plan, said: PlanSaid, now: &Now) -> Result<Vec<Event>, Refusal> {
    let repair = &case.repair;
    if plan.points.is_empty() {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::Empty });
    }
    for point in &plan.points {
        text(&point.owner)?;
        let words = said.points.iter().find(|(of, _)| *of == point.id).map_or("", |(_, words)| words.as_str());
        text(words)?;
        if point.remedy == Remedy::ChangeStaff && !point.consent {
            return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
        }
    }
    if plan.has(Remedy::PaymentPlan) {
        pays_off(&plan)?;
    }
    lies_ahead(plan.review_on, now.today)?;
    if plan.review_on.since(now.today) > REVIEW_DAYS_MAX {
        return Err(Refusal::Invalid { field: Field::Day, why: Why::TooFar });
    }
    // The second version answers the client; before they were met and heard it would be the first again.
    if !repair.plans.is_empty() && (repair.client_view.is_none() || !repair.unanswered().is_empty()) {
        return Err(Refusal::Missing(missing(
            to_trial(case).into_iter().filter(|gate| is_before_second(gate.item)).collect(),
        )));
    }
    if repair.trial.is_some() {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let version = repair.plans.len() as u32 + 1;
    Ok(vec![Event::RepairPlanVersioned { plan: Box::new(Plan { version, ..plan }), said: Some(said) }])
}

fn is_before_second(item: crate::case::Item) -> bool {
    use crate::case::Item;
    matches!(item, Item::Meeting | Item::ClientViewOfPlan | Item::PlanAnswers)
}

/// A payment plan says what it pays off, when, and how much each time.
fn pays_off(plan: &Plan) -> Result<(), Refusal> {
    if plan.invoices.is_empty() || plan.instalments.is_empty() {
        Err(Refusal::Invalid { field: Field::Choice, why: Why::Empty })
    } else if plan.instalments.iter().any(|instalment| instalment.amount <= 0) {
        Err(Refusal::Invalid { field: Field::Number, why: Why::TooShort })
    } else {
        Ok(())
    }
}

/// The client is met once there is a plan to speak of (DOMAIN A49).
fn meet(case: &Case, by: &str, on: Day, said: TalkSaid, now: &Now) -> Result<Vec<Event>, Refusal> {
    if case.repair.plans.is_empty() {
        let gates = to_trial(case).into_iter().filter(|gate| gate.item == crate::case::Item::Plan);
        return Err(Refusal::Missing(missing(gates.collect())));
    }
    has_come(on, now.today)?;
    text(said.attendees.as_deref().unwrap_or_default())?;
    text(&said.text)?;
    Ok(vec![Event::ClientMeetingHeld { on, by: by.to_owned(), said: Some(said) }])
}

fn answer(case: &Case, point: u32, accepted: bool, why: String) -> Result<Vec<Event>, Refusal> {
    if case.repair.client_view.is_none() {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let points = case.repair.client_points().len() as u32;
    // Words that were erased cannot be counted.
    if points > 0 && !(1..=points).contains(&point) {
        return Err(Refusal::Invalid { field: Field::Number, why: Why::Unknown });
    }
    text(&why)?;
    Ok(vec![Event::PlanAnswered { answer: PlanAnswer { point, accepted }, said: Text::of(why) }])
}

fn acknowledge(case: &Case, refused: bool, said: Option<String>) -> Result<Vec<Event>, Refusal> {
    if case.repair.plans.len() < 2 {
        let before = |item| matches!(item, crate::case::Item::Acknowledgement);
        return Err(Refusal::Missing(missing(to_trial(case).into_iter().filter(|gate| !before(gate.item)).collect())));
    }
    if let Some(said) = &said {
        text(said)?;
    }
    Ok(vec![Event::PlanAcknowledged { refused, said: said.and_then(Text::of) }])
}

fn start(case: &Case, trial: Box<Trial>, now: &Now) -> Result<Vec<Event>, Refusal> {
    let lacking = missing(to_trial(case));
    if !lacking.is_empty() {
        return Err(Refusal::Missing(lacking));
    }
    if case.repair.trial.is_some() {
        return Err(Refusal::Done);
    }
    let days = trial.ends_on.since(trial.begins_on);
    let pays = case.repair.plans.last().is_some_and(|(plan, _)| !plan.instalments.is_empty());
    let is_read = |measure: &Measure| pays || measure.kind != MeasureKind::InstalmentsKept;
    if trial.begins_on < now.today {
        Err(Refusal::Invalid { field: Field::Day, why: Why::InThePast })
    } else if days < *TRIAL_DAYS.start() {
        Err(Refusal::Invalid { field: Field::Day, why: Why::TooShort })
    } else if days > *TRIAL_DAYS.end() {
        Err(Refusal::Invalid { field: Field::Day, why: Why::TooFar })
    } else if trial.measures.is_empty() {
        Err(Refusal::Invalid { field: Field::Choice, why: Why::Empty })
    } else if !trial.measures.iter().all(is_read) {
        Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere })
    } else if !trial.measures.iter().all(Measure::is_sound) {
        Err(Refusal::Invalid { field: Field::Number, why: Why::TooFar })
    } else {
        Ok(vec![Event::TrialStarted { trial }])
    }
}

/// A trial that succeeded leads to a kept client; one that failed leads back to the review, not to the exit.
fn evaluate(
    case: &Case,
    succeeded: bool,
    readings: Vec<TrialReading>,
    said: String,
    now: &Now,
) -> Result<Vec<Event>, Refusal> {
    text(&said)?;
    let Some(trial) = &case.repair.trial else { return Err(Refusal::NotNow { stage: case.stage }) };
    if succeeded && now.today < trial.ends_on {
        return Err(Refusal::Invalid { field: Field::Day, why: Why::InTheFuture });
    }
    let evaluated = Event::TrialEvaluated { succeeded, readings, said: Text::of(said) };
    let next: Vec<Event> = if succeeded {
        vec![Event::StageEntered { stage: Stage::Kept }]
    } else {
        vec![Event::DecisionReopened { said: None }, Event::StageEntered { stage: Stage::Review }]
    };
    Ok([vec![evaluated], next].concat())
}
