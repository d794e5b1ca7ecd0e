//! After a case is closed: check-ins, accesses, what is said of us, clauses that still bind, and how we left.

use super::app::Shared;
use super::cases::ask::{Field, Fields, words};
use super::cases::crumbs;
use super::cases::scene::Scene;
use super::cases::words::{shown, word};
use super::form::{self, Filled};
use super::markup::Markup;
use super::part::{Facts, Head, Sheet};
use super::prospects::{by, written};
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow::{afterwards as flow, contracts, next_client};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::case::{Action, Case, Stage};
use domain::days::Day;
use domain::days::working::Working;
use domain::lesson::afterwards::{Afterwards, CheckIn, Event, Relationship, Reputation, Told};
use domain::separation::contract::{Confirmed, TermName};
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new().route("/clients/{client}/cases/{case}/afterwards", get(show).post(note))
}

/// Clauses that may bind beyond the end of a contract.
const SURVIVING: [TermName; 5] = [
    TermName::NonSolicit,
    TermName::NonDisparagement,
    TermName::PostTerminationServices,
    TermName::LiabilityCap,
    TermName::GoverningLaw,
];

#[derive(Template)]
#[template(path = "afterwards/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    facts: Facts,
    wrong: Option<String>,
    checks: Vec<Check>,
    survival: Option<Sheet>,
    forms: Vec<Form>,
    here: String,
    seq: u32,
    happened: Vec<(Markup, Markup, Option<String>)>,
    back: String,
}

/// A check-in as the page shows it.
struct Check {
    /// The class of its mark.
    mark: &'static str,
    title: Markup,
    says: Markup,
}

/// A form of one act.
struct Form {
    name: &'static str,
    title: Markup,
    fields: Vec<Field>,
    is_open: bool,
}

type At = Path<(String, String)>;

async fn show(State(app): State<Shared>, visitor: Visitor, Path((client, case)): At) -> Result<Response, PageError> {
    let scene = closed(&app, &visitor, &client, &case).await?;
    drawn(&app, &scene, Filled::default(), StatusCode::OK).await
}

/// Loads a case that is closed; before that there is nothing to look after.
async fn closed<'a>(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Scene<'a>, PageError> {
    let scene = Scene::of_parting(app, visitor, client, case).await?;
    if closed_on(scene.case()).is_some() { Ok(scene) } else { Err(PageError::NotFound) }
}

/// Returns the day on which a case was closed.
pub fn closed_on(case: &Case) -> Option<Day> {
    case.entered.iter().rev().find(|(stage, _)| *stage == Stage::Closed).map(|(_, on)| *on)
}

async fn drawn(app: &Shared, scene: &Scene<'_>, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let (visitor, pen) = (scene.visitor, &scene.pen);
    let own = flow::load(app.place(), &scene.opened.key).await?;
    let clauses = clauses(app, scene).await?;
    let firm = &visitor.firm;
    let working = firm.place.as_deref().and_then(|place| Working::of(place, &firm.own_days));
    let title = pen.lang.text("go-afterwards");
    let crumbs = crumbs(visitor, &scene.opened, Some(title.clone()));
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: lede(scene, &own, working.as_ref()),
        facts: facts(app, scene, &own).await?,
        wrong: filled.error("all").cloned(),
        checks: CheckIn::ALL.iter().map(|which| check(scene, &own, *which, working.as_ref())).collect(),
        survival: survival(scene, &own, &clauses),
        forms: if scene.may(Action::Work) { forms(scene, &filled, &clauses) } else { vec![] },
        here: scene.href("afterwards"),
        seq: own.told.last().map_or(0, |told| told.seq),
        happened: own.told.iter().rev().map(|told| happened(scene, told)).collect(),
        back: scene.href(""),
    };
    Ok((status, page(&show)?).into_response())
}

fn since(scene: &Scene) -> Day {
    closed_on(scene.case()).unwrap_or_else(|| scene.case().since())
}

fn lede(scene: &Scene, own: &Afterwards, working: Option<&Working>) -> Markup {
    let lang = scene.pen.lang;
    let name = ("name", FluentValue::from(scene.name()));
    Markup::strong(&match own.next(since(scene), working) {
        Some((_, on)) if on <= scene.visitor.today => {
            lang.say("afterwards-lede-due", [name, ("day", lang.weekday(on).into())])
        }
        Some((_, on)) => lang.say("afterwards-lede-next", [name, ("day", lang.weekday(on).into())]),
        None => lang.say("afterwards-lede-done", [name]),
    })
}

async fn facts(app: &Shared, scene: &Scene<'_>, own: &Afterwards) -> Result<Facts, PageError> {
    let pen = &scene.pen;
    let mut facts = Facts::default();
    let relationship = own.relationship().map(|state| shown(pen, "relationship-{}", state.word()));
    facts.add_big(pen.t("afterwards-relationship"), relationship.unwrap_or_else(|| pen.t("afterwards-unsaid")));
    let access = own.access().map(|(on, is_gone)| {
        let key = if is_gone { "afterwards-access-gone" } else { "afterwards-access-there" };
        Markup::join([pen.t(key), pen.day(on)], " · ")
    });
    facts.add(pen.t("afterwards-access"), access.unwrap_or_else(|| pen.t("afterwards-unlooked")));
    let noted = Reputation::ALL.iter().filter(|kind| own.reputation(**kind) > 0).map(|kind| {
        let n = pen.count(own.reputation(*kind) as u64);
        Markup::join([shown(pen, "reputation-{}", kind.word()), n], " ")
    });
    let noted: Vec<Markup> = noted.collect();
    if !noted.is_empty() {
        facts.add(pen.t("afterwards-reputation"), Markup::join(noted, "<br>"));
    }
    let client = &scene.opened.key.client;
    let since = scene.case().opening.on;
    let referred = next_client::prospects(&app.db)
        .await?
        .into_iter()
        .filter(|one| one.profile.referred_by.as_ref() == Some(client) && one.contacted_on() >= since);
    let n = referred.count();
    if n > 0 {
        facts.add(pen.t("afterwards-referred"), pen.link("/prospects", &pen.count(n as u64)));
    }
    Ok(facts)
}

fn check(scene: &Scene, own: &Afterwards, which: CheckIn, working: Option<&Working>) -> Check {
    let (pen, due) = (&scene.pen, which.due_on(since(scene), working));
    let title = pen.say("afterwards-check", [("n", FluentValue::from(f64::from(which.days())))]);
    match own.done(which) {
        Some((told, on)) => {
            let who = scene.people.name(&told.by).to_owned();
            let args = [("day", FluentValue::from(pen.lang.day(on))), ("name", who.into())];
            Check { mark: "g-met", title, says: pen.say("afterwards-check-done", args) }
        }
        None => {
            let is_late = due <= scene.visitor.today;
            let args = [("day", FluentValue::from(pen.lang.weekday(due)))];
            let key = if is_late { "afterwards-check-late" } else { "afterwards-check-due" };
            Check { mark: if is_late { "w-crossed" } else { "g-offered" }, title, says: pen.say(key, args) }
        }
    }
}

/// A clause of a contract.
type Clause = (String, TermName);

/// Returns the clauses that people confirmed in the client's contracts and that may still bind.
async fn clauses(app: &Shared, scene: &Scene<'_>) -> Result<Vec<Clause>, PageError> {
    let confirmed = contracts::confirmed(&app.db, &scene.visitor.viewer, &scene.opened.key.client).await?;
    let of = |(contract, terms): (String, Confirmed)| {
        let there = SURVIVING.into_iter().filter(move |term| terms.value(*term).is_some());
        there.map(move |term| (contract.clone(), term))
    };
    Ok(confirmed.into_iter().flat_map(of).collect())
}

/// Returns the word by which a form means a clause.
fn clause_word((contract, term): &Clause) -> String {
    format!("{}/{contract}", term.word())
}

fn survival(scene: &Scene, own: &Afterwards, clauses: &[Clause]) -> Option<Sheet> {
    let pen = &scene.pen;
    let dated = own.survival();
    let row = |(contract, term): &Clause| {
        let until = dated.get(&(contract.as_str(), *term));
        let until = until.map_or_else(|| pen.t("afterwards-undated"), |until| pen.day(*until));
        vec![shown(pen, "contract-term-{}", term.word()), pen.id(contract), until]
    };
    let heads = ["afterwards-clause", "afterwards-contract", "afterwards-until"];
    (!clauses.is_empty()).then(|| Sheet {
        caption: pen.t("afterwards-survival"),
        heads: heads.into_iter().map(|key| Head::words(pen.t(key))).collect(),
        rows: clauses.iter().map(row).collect(),
        is_cards: true,
    })
}

fn forms(scene: &Scene, filled: &Filled, clauses: &[Clause]) -> Vec<Form> {
    let pen = &scene.pen;
    let mut filled = filled.clone();
    let today = scene.visitor.today.to_string();
    ["check-on", "access-on", "reputation-on"].iter().for_each(|name| filled.offer(name, &today));
    let fields = || Fields::of(pen, &filled);
    let days = CheckIn::ALL.iter().map(|which| {
        let n = [("n", FluentValue::from(f64::from(which.days())))];
        (which.word().to_owned(), pen.say("afterwards-check", n))
    });
    let terms = clauses.iter().map(|clause| {
        let text = [shown(pen, "contract-term-{}", clause.1.word()), pen.id(&clause.0)];
        (clause_word(clause), Markup::join(text, " · "))
    });
    let kinds = words(pen, "reputation-{}", Reputation::WORDS.iter().copied());
    let states = words(pen, "relationship-{}", Relationship::WORDS.iter().copied());
    let form = |name, fields: Fields| Form {
        name,
        title: pen.t(&format!("afterwards-do-{name}")),
        fields: fields.all(),
        is_open: filled.value("form") == name,
    };
    let mut forms = vec![
        form(
            "check",
            fields()
                .pick("check-which", "afterwards-which", days)
                .day("check-on", "afterwards-on")
                .text("check-said", "afterwards-found"),
        ),
        form(
            "access",
            fields()
                .yes_or_no("access-gone", "afterwards-all-gone")
                .day("access-on", "afterwards-on")
                .text("access-said", "afterwards-found"),
        ),
        form(
            "reputation",
            fields()
                .pick("reputation-kind", "afterwards-kind", kinds)
                .day("reputation-on", "afterwards-on")
                .text("reputation-said", "afterwards-found"),
        ),
        form(
            "relationship",
            fields()
                .one("relationship-state", "afterwards-relationship", states)
                .text("relationship-said", "prospect-reason"),
        ),
    ];
    if !clauses.is_empty() {
        let survival = fields()
            .pick("survival-term", "afterwards-clause", terms)
            .day("survival-until", "afterwards-until")
            .text("survival-said", "afterwards-clause-words");
        forms.push(form("survival", survival));
    }
    forms
}

/// Reads which act a form means; what is missing is said at its field.
fn read(filled: &mut Filled, visitor: &Visitor, clauses: &[Clause]) -> Option<Event> {
    let today = visitor.today;
    let need = |filled: &mut Filled, name: &str, is_there: bool| {
        if !is_there {
            filled.refuse(name, visitor.lang.text("field-required"));
        }
    };
    let day = |filled: &mut Filled, name: &str, latest: bool| {
        let on = form::day(filled.value(name)).filter(|on| !latest || *on <= today);
        if on.is_none() {
            filled.refuse(name, visitor.lang.text("afterwards-day-wrong"));
        }
        on
    };
    match filled.value("form") {
        "check" => {
            let which = CheckIn::of(filled.value("check-which"));
            need(filled, "check-which", which.is_some());
            let on = day(filled, "check-on", true);
            Some(Event::CheckedIn { which: which?, on: on? })
        }
        "access" => {
            let is_gone = match filled.value("access-gone") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            need(filled, "access-gone", is_gone.is_some());
            let on = day(filled, "access-on", true);
            Some(Event::AccessRechecked { on: on?, is_gone: is_gone? })
        }
        "reputation" => {
            let kind = Reputation::of(filled.value("reputation-kind"));
            need(filled, "reputation-kind", kind.is_some());
            let on = day(filled, "reputation-on", true);
            Some(Event::ReputationNoted { kind: kind?, on: on? })
        }
        "relationship" => {
            let state = Relationship::of(filled.value("relationship-state"));
            need(filled, "relationship-state", state.is_some());
            Some(Event::RelationshipSet { state: state? })
        }
        "survival" => {
            let clause = clauses.iter().find(|clause| clause_word(clause) == filled.value("survival-term")).cloned();
            need(filled, "survival-term", clause.is_some());
            if clauses.is_empty() {
                filled.refuse("all", visitor.lang.text("afterwards-no-clauses"));
            }
            let (until, (contract, term)) = (day(filled, "survival-until", false), clause?);
            Some(Event::SurvivalDated { contract, term, until: until? })
        }
        _ => {
            filled.refuse("all", visitor.lang.text("afterwards-no-act"));
            None
        }
    }
}

async fn note(
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

/// Says what happened: when and who, what, and what was said of it.
fn happened(scene: &Scene, told: &Told) -> (Markup, Markup, Option<String>) {
    let pen = &scene.pen;
    let who = Markup::join([pen.day(told.on), pen.name(scene.people.name(&told.by))], " · ");
    let day = |on| ("day", FluentValue::from(pen.lang.day(on)));
    let says = match &told.event.0 {
        Event::CheckedIn { which, on } => {
            let n = ("n", FluentValue::from(f64::from(which.days())));
            pen.say("afterwards-told-check", [n, day(*on)])
        }
        Event::AccessRechecked { on, is_gone: true } => pen.say("afterwards-told-gone", [day(*on)]),
        Event::AccessRechecked { on, is_gone: false } => pen.say("afterwards-told-there", [day(*on)]),
        Event::ReputationNoted { kind, on } => {
            pen.say("afterwards-told-reputation", [("kind", word(pen, "reputation-{}", kind.word())), day(*on)])
        }
        Event::RelationshipSet { state } => {
            pen.say("afterwards-told-relationship", [("state", word(pen, "relationship-{}", state.word()))])
        }
        Event::SurvivalDated { contract, term, until } => {
            let contract = ("contract", FluentValue::from(contract.clone()));
            let term = ("term", word(pen, "contract-term-{}", term.word()));
            pen.say("afterwards-told-survival", [term, contract, day(*until)])
        }
    };
    (who, says, told.event.1.clone())
}
