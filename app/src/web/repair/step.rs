//! The questions of a repair, each on a page of its own: what is asked, and the act that an answer becomes.

use super::{Desk, agreed, heard, meeting, stand, trial};
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Question};
use crate::web::cases::refusal::Refused;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use crate::web::{PageError, Visitor, href, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::refusal::Field as Kind;
use domain::case::{Act, Action, Refusal, Role, gate};
use domain::days::Day;
use fluent_bundle::FluentValue;

/// A question.
pub struct Step {
    /// Its word in addresses, and in the catalogues: `repair-ask-{}`, `repair-note-{}`, `repair-do-{}`.
    pub path: &'static str,
    pub asked: fn(&Desk, &mut Filled) -> Asked,
    pub answered: fn(&Desk, &mut Filled) -> Option<Act>,
}

/// What a question shows.
#[derive(Default)]
pub struct Asked {
    pub known: Vec<Markup>,
    pub hidden: Vec<(&'static str, String)>,
    pub fields: Vec<Field>,
}

const STEPS: [&[Step]; 4] = [&meeting::STEPS, &heard::STEPS, &agreed::STEPS, &trial::STEPS];

type Place = Path<(String, String, String)>;

fn step(path: &str) -> Result<&'static Step, PageError> {
    STEPS.into_iter().flatten().find(|step| step.path == path).ok_or(PageError::NotFound)
}

/// Asks a question; values of the address fill its fields beforehand.
pub async fn ask(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, path)): Place,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let step = step(&path)?;
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let mut filled = Filled::with(query.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let refused = not_now(&desk, step).or_else(|| not_yours(&desk));
    drawn(&desk, step, &mut filled, refused, StatusCode::OK)
}

/// Takes an answer.
pub async fn answer(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, path)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let step = step(&path)?;
    visitor.at(&format!("{}/repair/{path}", href::case(href::decoded(&client), &case)));
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let refused = not_now(&desk, step).or_else(|| not_yours(&desk));
    if refused.is_some() {
        return drawn(&desk, step, &mut filled, refused, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let act = (step.answered)(&desk, &mut filled).filter(|_| filled.is_good());
    let Some(act) = act else {
        return drawn(&desk, step, &mut filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    };
    match attempt(&app, &visitor, &desk.scene.opened, seen(&filled), act).await? {
        Attempt::Done(opened) => {
            // The client's points are answered one after the other.
            let more = path == "answers" && !opened.case.repair.unanswered().is_empty();
            Ok(Redirect::to(&desk.href(if more { "answers" } else { "" })).into_response())
        }
        Attempt::Refused(refused) => {
            if let Some((field, why)) = &refused.invalid {
                let name = match field {
                    Kind::Text => "text",
                    Kind::Day if filled.has("ends_on") => "ends_on",
                    Kind::Day => "on",
                    Kind::Number | Kind::Member | Kind::Choice => "",
                };
                filled.refuse(name, why.clone());
            }
            drawn(&desk, step, &mut filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Says what must come first, and whose it is.
fn not_now(desk: &Desk, step: &Step) -> Option<Refused> {
    let case = desk.scene.case();
    let is_late = match step.path {
        "evaluation" => case.repair.trial.is_none(),
        "letter" => false,
        _ => case.repair.trial.is_some(),
    };
    if !desk.is_open() || (is_late && step.path != "evaluation") {
        return Some(desk.refused(&Refusal::NotNow { stage: case.stage }));
    }
    let wanted = stand::before(if is_late { "trial" } else { step.path });
    let gates = gate::to_trial(case).into_iter().filter(|gate| wanted.contains(&gate.item));
    let missing = gate::missing(gates.collect());
    match (missing.is_empty(), is_late) {
        (false, _) => Some(desk.refused(&Refusal::Missing(missing))),
        (true, true) => {
            Some(Refused { door: stand::door(&desk.scene), ..desk.refused(&Refusal::NotNow { stage: case.stage }) })
        }
        (true, false) => None,
    }
}

/// Says whose the work is, where it is not this visitor's.
pub fn not_yours(desk: &Desk) -> Option<Refused> {
    let class = desk.scene.case().opening.class;
    let may = |role: &Role| domain::case::role::may(*role, Action::Work, class);
    let roles = || Role::ALL.iter().copied().filter(may).collect();
    let refusal = || Refusal::NotYours { action: Action::Work, roles: roles() };
    (!desk.scene.may(Action::Work)).then(|| desk.refused(&refusal()))
}

fn drawn(
    desk: &Desk,
    step: &Step,
    filled: &mut Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, scene) = (desk.pen(), &desk.scene);
    // Before its time a question shows no fields; what was written stays.
    let is_asked = desk.scene.may(Action::Work) && (not_now(desk, step).is_none() || !status.is_success());
    let asked = if is_asked { (step.asked)(desk, filled) } else { Asked::default() };
    let name = || [("name", FluentValue::from(scene.name()))];
    let seen = scene.case().seq.to_string();
    let hidden = asked.hidden.into_iter().chain([("seen", seen)]);
    let question = Question {
        frame: desk.frame(&format!("repair-page-{}", step.path)),
        name: pen.name(scene.name()),
        step: scene.stage(),
        asks: pen.say(&format!("repair-ask-{}", step.path), name()),
        note: pen.say(&format!("repair-note-{}", step.path), name()),
        refused,
        known: asked.known,
        hidden: hidden.map(|(name, value)| (name.to_owned(), value)).collect(),
        fields: asked.fields,
        action: desk.href(step.path),
        button: is_asked.then(|| pen.t(&format!("repair-do-{}", step.path))),
        back: (desk.href(""), pen.t("repair-back")),
    };
    Ok((status, page(&question)?).into_response())
}

impl Desk<'_> {
    /// Returns a text that must be there.
    pub fn text(&self, filled: &mut Filled, name: &str) -> Option<String> {
        let text = filled.value(name).to_owned();
        if text.is_empty() {
            filled.refuse(name, self.pen().lang.text("field-required"));
            None
        } else {
            Some(text)
        }
    }

    /// Returns a day that must be there.
    pub fn day(&self, filled: &mut Filled, name: &str) -> Option<Day> {
        let day = form::day(filled.value(name));
        if day.is_none() {
            filled.refuse(name, self.pen().lang.text("case-day-missing"));
        }
        day
    }

    /// Returns the answer to a question with yes and no.
    pub fn yes(&self, filled: &mut Filled, name: &str) -> Option<bool> {
        match filled.value(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                filled.refuse(name, self.pen().lang.text("case-choose-one"));
                None
            }
        }
    }
}
