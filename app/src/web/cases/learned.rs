//! What happened once an end was looked back upon, as the arguments of its sentences.

use super::people::People;
use super::words::word;
use crate::web::markup::Pen;
use domain::case::learning::Event;
use fluent_bundle::FluentValue;

/// Returns the arguments of an event's sentence.
pub fn args(pen: &Pen, people: &People, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    let number = |n: u32| FluentValue::from(f64::from(n));
    let member = |member: &str| FluentValue::from(people.name(member).to_owned());
    match event {
        Event::RetrospectiveAnswered { question, .. } => vec![("question", word(pen, "question-{}", question.word()))],
        Event::RetrospectiveHeld { on, .. } => vec![("day", day(*on))],
        Event::LessonAccepted { lesson, .. } => vec![
            ("n", number(lesson.id)),
            ("cause", word(pen, "root-cause-{}", lesson.cause.word())),
            ("form", lesson.form.word().into()),
        ],
        Event::PolicyChanged { lesson, change, .. } => {
            vec![("n", number(*lesson)), ("member", member(&change.owner)), ("day", day(change.effective_on))]
        }
        Event::ReplacementStated { status, owner, .. } => {
            vec![("status", word(pen, "replacement-status-{}", status.word())), ("member", member(owner))]
        }
        Event::MonitorSet { until, owner } => vec![("member", member(owner)), ("day", day(*until))],
        Event::RecurrenceDetected { lesson, recurrence } => {
            vec![("n", number(*lesson)), ("clients", number(recurrence.clients)), ("cases", number(recurrence.cases))]
        }
        Event::LessonWithdrawn { lesson, .. } | Event::EffectMeasured { lesson, .. } => vec![("n", number(*lesson))],
        Event::OwnPartsSummed { .. }
        | Event::OwnPartKeyDestroyed {}
        | Event::ForecastCompared { .. }
        | Event::GoodThingsCarriedOn { .. }
        | Event::NoLessonFound { .. } => vec![],
    }
}
