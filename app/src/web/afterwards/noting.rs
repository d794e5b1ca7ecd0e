//! Writing down what happened after a case is closed: one form for each act, and what is kept of it.

use super::{At, Clause, clause_word, clauses, closed, drawn};
use crate::flow::afterwards as flow;
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields, words};
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::prospects::{by, written};
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Action;
use domain::days::Day;
use domain::lesson::afterwards::{CheckIn, Event, Relationship, Reputation, SCORE_MAX};
use fluent_bundle::FluentValue;

/// The word of a clause that no reading of a contract knows.
const OTHER: &str = "other";

/// A form of one act.
pub struct Form {
    pub name: &'static str,
    pub title: Markup,
    pub fields: Vec<Field>,
    pub is_open: bool,
}

/// Returns the forms of the page.
pub fn forms(scene: &Scene, filled: &Filled, clauses: &[Clause]) -> Vec<Form> {
    let pen = &scene.pen;
    let mut filled = filled.clone();
    let today = scene.visitor.today.to_string();
    ["thanks-on", "check-on", "access-on", "reputation-on", "recommend-on"]
        .iter()
        .for_each(|name| filled.offer(name, &today));
    let fields = || Fields::of(pen, &filled);
    let kinds = words(pen, "reputation-{}", Reputation::WORDS.iter().copied());
    let states = words(pen, "relationship-{}", Relationship::WORDS.iter().copied());
    let form = |name, fields: Fields| Form {
        name,
        title: pen.t(&format!("afterwards-do-{name}")),
        fields: fields.all(),
        is_open: filled.value("form") == name,
    };
    let thanks = fields()
        .yes_or_no("thanks-given", "afterwards-thanks-given")
        .day("thanks-on", "afterwards-on")
        .text("thanks-said", "afterwards-thanks-said")
        .hint("afterwards-thanks-hint");
    let check = fields()
        .pick("check-which", "afterwards-which", looks(pen))
        .day("check-on", "afterwards-on")
        .text("check-said", "afterwards-found");
    let access = fields()
        .yes_or_no("access-gone", "afterwards-all-gone")
        .day("access-on", "afterwards-on")
        .text("access-said", "afterwards-found");
    let reputation = fields()
        .pick("reputation-kind", "afterwards-kind", kinds)
        .day("reputation-on", "afterwards-on")
        .text("reputation-said", "afterwards-found");
    let recommend = fields()
        .pick("recommend-score", "afterwards-score", scores(pen))
        .hint("afterwards-score-hint")
        .day("recommend-on", "afterwards-on")
        .text("recommend-said", "afterwards-found");
    let relationship = fields()
        .one("relationship-state", "afterwards-relationship", states)
        .text("relationship-said", "prospect-reason");
    let survival = fields()
        .pick("survival-term", "afterwards-clause", terms(pen, clauses))
        .day("survival-until", "afterwards-until")
        .text("survival-said", "afterwards-clause-words")
        .hint("afterwards-clause-hint");
    vec![
        form("thanks", thanks),
        form("check", check),
        form("access", access),
        form("reputation", reputation),
        form("recommend", recommend),
        form("relationship", relationship),
        form("survival", survival),
    ]
}

/// Returns the answers to how likely somebody would recommend us.
fn scores(pen: &Pen) -> Vec<(String, Markup)> {
    (0..=SCORE_MAX).map(|n| (n.to_string(), pen.count(n.into()))).collect()
}

/// Returns the looks back that can be meant.
fn looks(pen: &Pen) -> Vec<(String, Markup)> {
    let look = |which: &CheckIn| {
        let n = [("n", FluentValue::from(f64::from(which.days())))];
        (which.word().to_owned(), pen.say("afterwards-check", n))
    };
    CheckIn::ALL.iter().map(look).collect()
}

/// Returns the clauses that can be meant: those that were confirmed, and any other.
fn terms(pen: &Pen, clauses: &[Clause]) -> Vec<(String, Markup)> {
    let confirmed = clauses.iter().map(|clause| {
        let text = [shown(pen, "contract-term-{}", clause.1.word()), pen.id(&clause.0)];
        (clause_word(clause), Markup::join(text, " · "))
    });
    confirmed.chain([(OTHER.to_owned(), pen.t("afterwards-other-clause"))]).collect()
}

/// Reads which act a form means; what is missing is said at its field.
fn read(filled: &mut Filled, visitor: &Visitor, clauses: &[Clause]) -> Option<Event> {
    match filled.value("form") {
        "thanks" => thanks(filled, visitor),
        "check" => {
            let which = CheckIn::of(filled.value("check-which"));
            need(filled, visitor, "check-which", which.is_some());
            let on = past(filled, visitor, "check-on");
            Some(Event::CheckedIn { which: which?, on: on? })
        }
        "access" => {
            let is_gone = yes(filled, visitor, "access-gone");
            let on = past(filled, visitor, "access-on");
            Some(Event::AccessRechecked { on: on?, is_gone: is_gone? })
        }
        "reputation" => {
            let kind = Reputation::of(filled.value("reputation-kind"));
            need(filled, visitor, "reputation-kind", kind.is_some());
            let on = past(filled, visitor, "reputation-on");
            Some(Event::ReputationNoted { kind: kind?, on: on? })
        }
        "recommend" => {
            let score = filled.value("recommend-score").parse().ok().filter(|score: &u8| *score <= SCORE_MAX);
            need(filled, visitor, "recommend-score", score.is_some());
            let on = past(filled, visitor, "recommend-on");
            Some(Event::RecommendationAsked { score: score?, on: on? })
        }
        "relationship" => {
            let state = Relationship::of(filled.value("relationship-state"));
            need(filled, visitor, "relationship-state", state.is_some());
            Some(Event::RelationshipSet { state: state? })
        }
        "survival" => survival(filled, visitor, clauses),
        _ => {
            filled.refuse("all", visitor.lang.text("afterwards-no-act"));
            None
        }
    }
}

/// Reads that the client was thanked, or why nobody does.
fn thanks(filled: &mut Filled, visitor: &Visitor) -> Option<Event> {
    if yes(filled, visitor, "thanks-given")? {
        Some(Event::Thanked { on: past(filled, visitor, "thanks-on")? })
    } else {
        let is_said = !filled.value("thanks-said").is_empty();
        need(filled, visitor, "thanks-said", is_said);
        is_said.then_some(Event::ThanksDeclined {})
    }
}

/// Reads until when a clause binds: one that was confirmed, or another in its own words.
fn survival(filled: &mut Filled, visitor: &Visitor, clauses: &[Clause]) -> Option<Event> {
    let clause = clauses.iter().find(|clause| clause_word(clause) == filled.value("survival-term")).cloned();
    let is_other = filled.value("survival-term") == OTHER;
    need(filled, visitor, "survival-term", clause.is_some() || is_other);
    let is_said = !is_other || !filled.value("survival-said").trim().is_empty();
    need(filled, visitor, "survival-said", is_said);
    let until = day(filled, visitor, "survival-until")?;
    let (contract, term) = match clause {
        Some((contract, term)) => (contract, Some(term)),
        None => (String::new(), None),
    };
    ((term.is_some() || is_other) && is_said).then_some(Event::SurvivalDated { contract, term, until })
}

/// Says at a field that it is needed, where nothing is there.
fn need(filled: &mut Filled, visitor: &Visitor, name: &str, is_there: bool) {
    if !is_there {
        filled.refuse(name, visitor.lang.text("field-required"));
    }
}

fn yes(filled: &mut Filled, visitor: &Visitor, name: &str) -> Option<bool> {
    let answer = match filled.value(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    need(filled, visitor, name, answer.is_some());
    answer
}

/// Returns a day that has come.
fn past(filled: &mut Filled, visitor: &Visitor, name: &str) -> Option<Day> {
    known(filled, visitor, name, |on| on <= visitor.today)
}

fn day(filled: &mut Filled, visitor: &Visitor, name: &str) -> Option<Day> {
    known(filled, visitor, name, |_| true)
}

fn known(filled: &mut Filled, visitor: &Visitor, name: &str, may_be: impl Fn(Day) -> bool) -> Option<Day> {
    let on = form::day(filled.value(name)).filter(|on| may_be(*on));
    if on.is_none() {
        filled.refuse(name, visitor.lang.text("afterwards-day-wrong"));
    }
    on
}

/// Writes down what a form says.
pub async fn note(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): At,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/afterwards", href::case(href::decoded(&client), &case)));
    let visitor = visitor;
    let scene = closed(&app, &visitor, &client, &case).await?;
    if !scene.may(Action::Work) {
        return Err(PageError::NotFound);
    }
    let clauses = clauses(&app, &scene).await?;
    if let Some(event) = read(&mut filled, &visitor, &clauses) {
        let said = written(&filled, &format!("{}-said", filled.value("form")));
        let seen = filled.value("seen").parse().unwrap_or_default();
        let at = (seen, visitor.today);
        if flow::note(app.place(), &scene.opened.key, at, (event, said), &by(&app, &visitor)).await? {
            return Ok(Redirect::to(&scene.href("afterwards")).into_response());
        }
        filled.refuse("all", visitor.lang.text("afterwards-overtaken"));
    }
    drawn(&app, &scene, filled, StatusCode::UNPROCESSABLE_ENTITY).await
}
