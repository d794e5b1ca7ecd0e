//! The trial: its days, what it measures and within which limits, and what people make of what was read (DOMAIN A51).

use super::Desk;
use super::readings::{Readings, said};
use super::step::{Asked, Step};
use crate::web::cases::ask::Fields;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::Act;
use domain::case::repair::{TRIAL_DAYS, Trial};
use domain::case::trial::{Measure, MeasureKind, Reading, Span};
use domain::sign::Need;
use fluent_bundle::FluentValue;

pub const STEPS: [Step; 2] = [
    Step { path: "trial", asked: trial, answered: started },
    Step { path: "evaluation", asked: evaluation, answered: evaluated },
];

/// A trial is offered for so long: six weeks.
const USUAL_DAYS: i32 = 42;

/// Limits are suggested by so many days before today.
const BEFORE_DAYS: i32 = 90;

/// Returns what a trial can measure: instalments only where the plan has some.
fn kinds(desk: &Desk) -> Vec<MeasureKind> {
    let pays = desk.plan().is_some_and(|plan| !plan.instalments.is_empty());
    MeasureKind::ALL.iter().copied().filter(|kind| pays || *kind != MeasureKind::InstalmentsKept).collect()
}

/// Reads everything that can be measured over the days before today.
fn before(desk: &Desk) -> Vec<Reading> {
    let today = desk.scene.visitor.today;
    let span = Span { begins_on: today.plus(-BEFORE_DAYS), ends_on: today, instalments: &[], invoices: &[] };
    let measures: Vec<Measure> = kinds(desk).into_iter().map(|kind| Measure { kind, limit: 0.0 }).collect();
    desk.read(&measures, &span)
}

fn limit_field(kind: MeasureKind) -> String {
    format!("limit-{}", kind.word())
}

fn trial(desk: &Desk, filled: &mut Filled) -> Asked {
    let (pen, today) = (desk.pen(), desk.scene.visitor.today);
    filled.offer("begins_on", &today.to_string());
    filled.offer("ends_on", &today.plus(USUAL_DAYS).to_string());
    let readings = before(desk);
    for reading in &readings {
        let suggested = reading.measure.kind.suggested(reading.value);
        let suggested = if reading.measure.kind.is_share() { suggested * 100.0 } else { suggested };
        filled.offer(&limit_field(reading.measure.kind), &suggested.to_string());
    }
    let offered = readings.iter().map(|reading| {
        let kind = reading.measure.kind;
        (kind.word().to_owned(), pen.t(&format!("measure-of-{}", kind.word())))
    });
    let reads = |word: &str| {
        let reading = readings.iter().find(|reading| reading.measure.kind.word() == word);
        match reading.map(|reading| (reading.measure.kind, reading.value, reading.needs)) {
            Some((kind, Some(value), _)) => Markup::join([pen.t("trial-reads"), said(pen, kind, value)], " "),
            Some((_, None, Some(Need::Payments))) => pen.t("trial-lacks-payments"),
            _ => pen.t("trial-blind"),
        }
    };
    let mut fields = Fields::of(pen, filled)
        .day("begins_on", "trial-begins")
        .day("ends_on", "trial-ends")
        .hint("trial-ends-hint")
        .any("measure", "trial-measures", offered.collect::<Vec<_>>())
        .explained(reads);
    for reading in &readings {
        let kind = reading.measure.kind;
        fields = fields.number(&limit_field(kind), &format!("measure-of-{}", kind.word()));
        fields = fields.hint(&format!("measure-limit-{}", kind.word()));
    }
    Asked { fields: fields.all(), ..Asked::default() }
}

fn started(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let (begins_on, ends_on) = (desk.day(filled, "begins_on"), desk.day(filled, "ends_on"));
    let chosen: Vec<MeasureKind> =
        kinds(desk).into_iter().filter(|kind| filled.holds("measure", kind.word())).collect();
    let lang = desk.pen().lang;
    if chosen.is_empty() {
        filled.refuse("measure", lang.text("trial-measures-none"));
    }
    let mut measures = vec![];
    for kind in chosen {
        let name = limit_field(kind);
        let written = form::number(filled.value(&name));
        let limit = if kind.is_share() { written.map(|percent| percent / 100.0) } else { written };
        match limit.map(|limit| Measure { kind, limit }).filter(Measure::is_sound) {
            Some(measure) => measures.push(measure),
            None => filled.refuse(&name, lang.text("trial-limit-wrong")),
        }
    }
    let (begins_on, ends_on) = (begins_on?, ends_on?);
    if begins_on < desk.scene.visitor.today {
        filled.refuse("begins_on", lang.text("trial-begins-past"));
    } else if !TRIAL_DAYS.contains(&ends_on.since(begins_on)) {
        filled.refuse("ends_on", lang.text("trial-ends-wrong"));
    }
    Some(Act::StartTrial { trial: Box::new(Trial { begins_on, ends_on, measures }) })
}

fn evaluation(desk: &Desk, filled: &mut Filled) -> Asked {
    let pen = desk.pen();
    let readings = Readings::of(desk, &desk.readings());
    let ways = ["succeeded", "failed"].map(|way| (way.to_owned(), pen.t(&format!("evaluation-{way}"))));
    let fields = Fields::of(pen, filled)
        .one("way", "evaluation-way", ways)
        .explained(|way| pen.t(&format!("evaluation-means-{way}")))
        .text("text", "evaluation-text")
        .hint("evaluation-text-hint");
    let heading = Markup::made(format!("<h2>{}</h2>", pen.t("evaluation-readings")));
    Asked { known: vec![heading, Markup::made(readings.to_string())], fields: fields.all(), ..Asked::default() }
}

fn evaluated(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let lang = desk.pen().lang;
    let succeeded = match filled.value("way") {
        "succeeded" => true,
        "failed" => false,
        _ => {
            filled.refuse("way", lang.text("case-choose-one"));
            return None;
        }
    };
    let ends_on = desk.repair().trial.as_ref().map(|trial| trial.ends_on)?;
    if succeeded && desk.scene.visitor.today < ends_on {
        let day = [("day", FluentValue::from(lang.day(ends_on)))];
        filled.refuse("way", lang.say("evaluation-too-soon", day));
    }
    let text = desk.text(filled, "text")?;
    Some(Act::EvaluateTrial { succeeded, readings: desk.readings(), text })
}
