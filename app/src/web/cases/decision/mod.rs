//! Deciding: one question to a step and nothing kept before the signature; then the decision as it stands, and how it is
//! confirmed.

mod confirm;
mod form;
mod minutes;
mod reading;
mod steps;

pub use confirm::approve;
pub use minutes::show as minutes;
pub use reading::show as reading;

use super::ask::Field;
use super::gates::{self, GateView, State as Standing};
use super::record::Record;
use super::refusal::Refused;
use super::scene::Scene;
use super::watched::figure;
use super::{Attempt, attempt, crumbs, seen};
use crate::flow::watch;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::guardrail::Guardrails;
use domain::case::{Act, Action, Class, Stage};
use domain::text::fold;
use fluent_bundle::FluentValue;
use form::Step;

#[derive(Template)]
#[template(path = "cases/deciding.html")]
struct Deciding {
    frame: Frame,
    name: Markup,
    place: Markup,
    asks: Markup,
    note: Markup,
    refused: Option<Refused>,
    known: Vec<Markup>,
    hidden: Vec<(String, String)>,
    fields: Vec<Field>,
    /// The whole decision, before it is signed.
    record: Option<Record>,
    /// What it still lacks, and what is there.
    gates: Vec<GateView>,
    step: &'static str,
    go: &'static str,
    button: Option<Markup>,
    is_first: bool,
    here: String,
    back: String,
}

type Place = Path<(String, String)>;

/// Comes back to the page from an address that only takes forms.
pub async fn back(Path((client, case)): Place) -> Redirect {
    Redirect::to(&format!("{}/decision", href::case(href::decoded(&client), &case)))
}

/// Shows the decision, or asks for it.
pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    if scene.case().signed.is_some() {
        confirm::drawn(&scene, &Filled::default(), None, StatusCode::OK)
    } else {
        drawn(&scene, Step::Outcome, &Filled::default(), None, StatusCode::OK)
    }
}

/// Goes a step forward or back, or signs.
pub async fn decide(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let here = format!("{}/decision", href::case(href::decoded(&client), &case));
    visitor.at(&here);
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let (step, outcome) = (Step::of(filled.value("step")), form::outcome(&filled));
    match filled.value("go") {
        "sign" => {}
        "back" => return drawn(&scene, step.beside(outcome, false), &filled, None, StatusCode::OK),
        _ if step == Step::Outcome && outcome.is_none() => {
            filled.refuse("outcome", visitor.lang.text("case-choose-one"));
            return drawn(&scene, step, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
        }
        _ => return drawn(&scene, step.beside(outcome, true), &filled, None, StatusCode::OK),
    }
    let (decision, said) = form::read(&scene, &mut filled);
    if let Some(guardrails) = &decision.guardrails {
        hold_against_today(&app, &scene, guardrails, &mut filled).await?;
    }
    sign(&scene, &mut filled);
    if !filled.is_good() {
        let step = Step::ALL.into_iter().find(|step| is_wrong(&scene, *step, &filled)).unwrap_or(Step::Sign);
        return drawn(&scene, step, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::Sign { decision: Box::new(decision), said })
        .await?
    {
        Attempt::Done(_) => Ok(Redirect::to(&here).into_response()),
        Attempt::Refused(refused) => {
            drawn(&scene, Step::Sign, &filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Refuses limits that are crossed already.
async fn hold_against_today(
    app: &Shared,
    scene: &Scene<'_>,
    guardrails: &Guardrails,
    filled: &mut Filled,
) -> Result<(), PageError> {
    let (visitor, lang) = (scene.visitor, scene.pen.lang);
    let client = &scene.opened.key.client;
    // A review date that has come is said in other words.
    let limits = Guardrails { review_on: None, ..*guardrails };
    for crossed in watch::crossed_at_once(&app.db, client, &limits, &visitor.firm, visitor.today).await? {
        let value = figure(scene, crossed.guard, crossed.value);
        filled.refuse(crossed.guard.word(), lang.say("limits-crossed", [("value", value.into())]));
    }
    Ok(())
}

/// A signature is the name of the one who is signed in, written by hand, and a tick.
fn sign(scene: &Scene, filled: &mut Filled) {
    if fold(filled.value("signature")) != fold(&scene.visitor.name) {
        filled.refuse("signature", scene.pen.lang.text("sign-name-differs"));
    }
    if !filled.holds("sure", "1") {
        filled.refuse("sure", scene.pen.lang.text("sign-not-sure"));
    }
}

fn is_wrong(scene: &Scene, step: Step, filled: &Filled) -> bool {
    steps::fields(scene, step, filled).iter().any(Field::is_wrong) && step.fits(form::outcome(filled))
}

fn drawn(
    scene: &Scene,
    step: Step,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, case) = (&scene.pen, scene.case());
    let title = pen.lang.text("decision-title");
    let is_time = match case.opening.class {
        Class::Normal => case.stage == Stage::Review,
        _ => case.stage == Stage::Protect,
    };
    let may = scene.may(Action::Decide) && is_time;
    let fields = if may { steps::fields(scene, step, filled) } else { vec![] };
    let outcome = form::outcome(filled);
    let ahead: Vec<Step> = Step::ALL.into_iter().filter(|one| one.fits(outcome)).collect();
    let at = ahead.iter().position(|one| *one == step).unwrap_or_default() + 1;
    let (mut gates, mut record) = (vec![], None);
    if step == Step::Sign && may {
        let (decision, said) = form::read(scene, &mut filled.clone());
        gates = gates::of_decision(scene, &decision, &said.on_repair);
        record = Some(Record::of(scene, &decision, Some(&said)));
    } else if step == Step::Outcome {
        gates = gates::views(scene, Stage::Decided);
    }
    let lacks = gates.iter().any(|gate| gate.state == Standing::Missing);
    let key = if may { format!("deciding-{}", step.word()) } else { "deciding-not-yours".to_owned() };
    let go = if step == Step::Sign { "sign" } else { "next" };
    let can_go = may && !(step == Step::Sign && lacks && refused.is_none());
    let deciding = Deciding {
        frame: scene.visitor.frame(
            title.clone(),
            Some(Verb::Decide),
            crumbs(scene.visitor, &scene.opened, Some(title)),
        ),
        name: pen.name(scene.name()),
        place: pen.say(
            "deciding-place",
            [("n", FluentValue::from(at as f64)), ("of", FluentValue::from(ahead.len() as f64))],
        ),
        asks: pen.say(&key, [("name", FluentValue::from(scene.name()))]),
        note: if lacks && step == Step::Sign { pen.t("deciding-sign-lacks") } else { pen.t(&format!("{key}-note")) },
        known: if may { steps::known(scene, step, filled) } else { vec![] },
        hidden: carried(filled, &fields, case.seq, refused.is_some()),
        refused,
        fields: if can_go { fields } else { vec![] },
        record,
        gates,
        step: step.word(),
        go,
        button: can_go.then(|| pen.t(if step == Step::Sign { "sign-do" } else { "deciding-next" })),
        is_first: step == Step::Outcome,
        here: scene.href("decision"),
        back: scene.href(""),
    };
    Ok((status, page(&deciding)?).into_response())
}

/// Returns what the steps before and after this one say, so that the form carries it on. What the page knew when the
/// first step was shown stays what it knew, until it is shown what changed since.
fn carried(filled: &Filled, fields: &[Field], seq: u32, is_told: bool) -> Vec<(String, String)> {
    let own = |name: &str| {
        matches!(name, "step" | "go") || (is_told && name == "seen") || fields.iter().any(|field| field.is_named(name))
    };
    let mut carried: Vec<(String, String)> = filled
        .pairs()
        .filter(|(name, _)| !own(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    if carried.iter().all(|(name, _)| name != "seen") {
        carried.push(("seen".to_owned(), seq.to_string()));
    }
    carried
}
