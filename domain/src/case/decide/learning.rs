//! Looking back upon an end: answers, the forecast beside the fact, lessons and what they change.

use super::Now;
use crate::case::event::{Event as CaseEvent, Text};
use crate::case::gate::Item;
use crate::case::learning::forecast::Comparison;
use crate::case::learning::identity::{Names, marks};
use crate::case::learning::{Act, Change, Event, Evidence, Form, Learned, Lesson, MONITOR_DAYS, Question, Recurrence};
use crate::case::opening::Skip;
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Class, Role};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::retention::Class as Papers;

/// So many lessons are enough for anyone to act on.
const LESSONS_MAX: usize = 20;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<CaseEvent>, Refusal> {
    let in_place = case.stage == Stage::Closed || (case.stage == Stage::Learned && act.is_supplementary());
    if !in_place {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let event = match act {
        Act::AnswerQuestions { answers, names } => return answered(case, answers, &names),
        Act::SumOwnParts { text: said, names } => {
            let Some(answers) = case.own_parts_to_sum() else {
                return Err(Refusal::NotNow { stage: case.stage });
            };
            names_nobody(&said, &names)?;
            Event::OwnPartsSummed { answers, said: Text::of(said) }
        }
        Act::DestroyOwnPartKey => destroy_own_parts(case)?,
        Act::CompareForecast { fact, text: said } => {
            fact.signed_on.map_or(Ok(()), |on| replaced(case, on, now.today))?;
            said.as_deref().map(text).transpose()?;
            let comparison = Box::new(Comparison::of(case, &fact));
            Event::ForecastCompared { comparison, said: said.and_then(Text::of) }
        }
        Act::CarryOn { text: said } => {
            text(&said)?;
            Event::GoodThingsCarriedOn { said: Text::of(said) }
        }
        Act::StateReplacement { status, owner, text: said } => {
            text(&owner)?;
            text(&said)?;
            Event::ReplacementStated { status, owner, said: Text::of(said) }
        }
        Act::HoldRetrospective { on, text: said } => hold(case, on, said, now.today)?,
        Act::AcceptLesson { cause, finding, form, owner, text: said, names } => {
            text(&owner)?;
            tells_all(case)?;
            finding.map_or(Ok(()), |code| rests(case, &Evidence::Finding(code)))?;
            names_nobody(&said, &names)?;
            let id = case.learning.lessons.len() as u32 + 1;
            if case.learning.standing().count() >= LESSONS_MAX {
                return Err(invalid(Field::Choice, Why::TooFar));
            }
            Event::LessonAccepted { lesson: Lesson { id, cause, finding, form, owner }, said: Text::of(said) }
        }
        Act::WithdrawLesson { lesson, text: said } => {
            text(&said)?;
            standing(case, lesson)?;
            Event::LessonWithdrawn { lesson, said: Text::of(said) }
        }
        Act::FindNoLesson { text: said } => {
            text(&said)?;
            if case.learning.standing().next().is_some() {
                return Err(Refusal::Done);
            }
            Event::NoLessonFound { said: Text::of(said) }
        }
        Act::FileChange { lesson, change, text: said } => file(case, lesson, change, said)?,
        Act::SetMonitor { owner } => {
            text(&owner)?;
            let last = case.learning.standing().last().ok_or_else(lacks_lessons)?;
            Event::MonitorSet { until: last.on.plus(MONITOR_DAYS), owner }
        }
        Act::NoteRecurrence { lesson, recurrence } => noted(case, by, lesson, recurrence.told())?,
        Act::MeasureEffect { lesson, rates } => {
            let known = standing(case, lesson)?;
            if known.effects.iter().any(|(_, on)| *on == now.today) {
                return Err(Refusal::Done);
            }
            Event::EffectMeasured { lesson, rates }
        }
    };
    Ok(vec![CaseEvent::Learning(event)])
}

/// Returns a lesson that was not withdrawn.
fn standing(case: &Case, lesson: u32) -> Result<&Learned, Refusal> {
    let known = case.learning.lesson(lesson).ok_or(invalid(Field::Choice, Why::Unknown))?;
    if known.withdrawn.is_some() { Err(Refusal::Done) } else { Ok(known) }
}

/// Only the program notes that a cause came back, while it is watched for, and only what is more than was told.
fn noted(case: &Case, by: &str, lesson: u32, recurrence: Recurrence) -> Result<Event, Refusal> {
    let known = standing(case, lesson)?;
    let watched = case.learning.monitor.as_ref().is_some_and(|monitor| recurrence.on <= monitor.until);
    if !by.is_empty() || !watched || !recurrence.exceeds(known.recurrences.last()) {
        return Err(Refusal::Done);
    }
    Ok(Event::RecurrenceDetected { lesson, recurrence })
}

/// Answers of our own part go once they are summed up, unless a claim keeps them.
fn destroy_own_parts(case: &Case) -> Result<Event, Refusal> {
    if case.stage != Stage::Learned {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    if !case.own_parts_due() {
        return Err(Refusal::Done);
    }
    let is_open = case.own_parts_to_sum().is_some() && !case.skips(Skip::OwnPartsSummed);
    if is_open && case.learning.own_parts.is_none() {
        return Err(Refusal::lacks(Item::OwnPartsSummed, Role::Facilitator));
    }
    case.may_destroy(Papers::OwnPart)?;
    if case.awaits_legal_hold() {
        return Err(Refusal::HoldAwaited);
    }
    Ok(Event::OwnPartKeyDestroyed {})
}

fn answered(case: &Case, answers: Vec<(Question, Evidence, String)>, names: &Names) -> Result<Vec<CaseEvent>, Refusal> {
    if answers.is_empty() {
        return Err(invalid(Field::Text, Why::Empty));
    }
    let answer = |(question, evidence, said): (Question, Evidence, String)| {
        if question == Question::OwnWork {
            names_nobody(&said, names)?
        } else {
            text(&said)?
        }
        rests(case, &evidence)?;
        let event = Event::RetrospectiveAnswered { question, evidence, said: Text::of(said) };
        Ok(CaseEvent::Learning(event))
    };
    answers.into_iter().map(answer).collect()
}

/// What something rests on is there.
fn rests(case: &Case, evidence: &Evidence) -> Result<(), Refusal> {
    if case.holds(evidence) { Ok(()) } else { Err(invalid(Field::Choice, Why::Unknown)) }
}

/// What replaces a client comes after the decision to end, and has come.
fn replaced(case: &Case, on: Day, today: Day) -> Result<(), Refusal> {
    has_come(on, today)?;
    let is_earlier = case.signed.as_ref().is_some_and(|signed| on < signed.on);
    if is_earlier { Err(invalid(Field::Day, Why::InThePast)) } else { Ok(()) }
}

/// A retrospective is held once its questions have answers, and not before the closing.
fn hold(case: &Case, on: Day, said: String, today: Day) -> Result<Event, Refusal> {
    has_come(on, today)?;
    text(&said)?;
    if on < case.since() {
        return Err(invalid(Field::Day, Why::InThePast));
    }
    if !case.open_sets().is_empty() {
        return Err(Refusal::lacks(Item::Answers, Role::Lead));
    }
    Ok(Event::RetrospectiveHeld { on, said: Text::of(said) })
}

/// A change is filed for what changes something; of a criterion no version of the policy of signs tells, and of how we work
/// no criterion.
fn file(case: &Case, lesson: u32, change: Change, said: String) -> Result<Event, Refusal> {
    text(&change.owner)?;
    text(&said)?;
    let known = standing(case, lesson)?;
    let is_out_of_place = match known.lesson.form {
        Form::Policy => change.criterion.is_some(),
        Form::Criterion => change.version.is_some(),
        Form::Practice => true,
    };
    if is_out_of_place {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    Ok(Event::PolicyChanged { lesson, change, said: Text::of(said) })
}

/// What happened in a restricted case is told to nobody, not even without names (DOMAIN 5.4).
fn tells_all(case: &Case) -> Result<(), Refusal> {
    if case.opening.class == Class::Normal { Ok(()) } else { Err(invalid(Field::Choice, Why::NotAllowedHere)) }
}

fn names_nobody(said: &str, names: &Names) -> Result<(), Refusal> {
    text(said)?;
    let marks = marks(said, names);
    if marks.is_empty() { Ok(()) } else { Err(Refusal::Identifies(marks)) }
}

fn lacks_lessons() -> Refusal {
    Refusal::lacks(Item::Lessons, Role::DecisionOwner)
}

fn invalid(field: Field, why: Why) -> Refusal {
    Refusal::Invalid { field, why }
}
