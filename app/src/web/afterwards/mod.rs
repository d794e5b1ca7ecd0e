//! After a case is closed: thanks, check-ins, accesses, what is said of us and whom others send to us, clauses that still
//! bind, and how we left.

pub mod calendar;
mod noting;

use super::app::Shared;
use super::cases::crumbs;
use super::cases::people::People;
use super::cases::scene::Scene;
use super::cases::words::{shown, word};
use super::form::Filled;
use super::markup::{Markup, Pen};
use super::part::{Facts, Head, Sheet};
use super::prospects::sees_sums;
use super::referrals::yearly;
use super::{Frame, PageError, Verb, Visitor, page};
use crate::flow::referrals::Sent;
use crate::flow::{afterwards as flow, contracts};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::case::{Action, Stage};
use domain::days::Day;
use domain::days::working::Working;
use domain::lesson::afterwards::{Afterwards, Bound, CheckIn, Event, Relationship, Reputation, Told};
use domain::lesson::referral::Referrals;
use domain::separation::contract::{Confirmed, TermName};
use domain::separation::letter::Kind;
use fluent_bundle::FluentValue;
use noting::{Form, forms};

pub fn routes() -> Router<Shared> {
    Router::new().route("/clients/{client}/cases/{case}/afterwards", get(show).post(noting::note))
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

/// Something that is looked after on a day, as the page shows it.
struct Check {
    /// The class of its mark.
    mark: &'static str,
    title: Markup,
    says: Markup,
    /// Where it is done.
    door: Option<(String, Markup)>,
}

type At = Path<(String, String)>;

async fn show(State(app): State<Shared>, visitor: Visitor, Path((client, case)): At) -> Result<Response, PageError> {
    let scene = closed(&app, &visitor, &client, &case).await?;
    drawn(&app, &scene, Filled::default(), StatusCode::OK).await
}

/// Loads a case that is closed; before that there is nothing to look after.
async fn closed<'a>(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Scene<'a>, PageError> {
    let scene = Scene::of_parting(app, visitor, client, case).await?;
    if scene.case().closed_on().is_some() { Ok(scene) } else { Err(PageError::NotFound) }
}

async fn drawn(app: &Shared, scene: &Scene<'_>, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let (visitor, pen) = (scene.visitor, &scene.pen);
    let own = flow::load(app.place(), &scene.opened.key).await?;
    let clauses = clauses(app, scene).await?;
    let firm = &visitor.firm;
    let working = firm.working();
    let title = pen.lang.text("go-afterwards");
    let crumbs = crumbs(visitor, &scene.opened, Some(title.clone()));
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: lede(scene, &own, working.as_ref()),
        facts: facts(app, scene, &own).await?,
        wrong: filled.error("all").cloned(),
        checks: checks(scene, &own, working.as_ref()),
        survival: survival(scene, &own, &clauses),
        forms: if scene.may(Action::Work) { forms(scene, &filled, &clauses) } else { vec![] },
        here: scene.href("afterwards"),
        seq: own.told.last().map_or(0, |told| told.seq),
        happened: own.told.iter().rev().map(|told| happened(pen, &scene.people, told)).collect(),
        back: scene.href(""),
    };
    Ok((status, page(&show)?).into_response())
}

fn since(scene: &Scene) -> Day {
    scene.case().closed_on().unwrap_or_else(|| scene.case().since())
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
    if let Some((score, on)) = own.recommends() {
        let said = pen.about("afterwards-score-of", score.into());
        facts.add(pen.t("afterwards-recommends"), Markup::join([said, pen.day(on)], " · "));
    }
    let sent = Sent::of(app.place()).await?;
    let n = sent.by(&scene.opened.key.client, since(scene));
    if n > 0 {
        facts.add(pen.t("afterwards-referred"), pen.link("/prospects", &pen.count(n as u64)));
    }
    let round = sent.round(since(scene), scene.visitor.today).and_then(Referrals::told);
    facts.add(pen.t("afterwards-rate"), round.map_or_else(|| pen.t("afterwards-rate-few"), |own| yearly(pen, own)));
    Ok(facts)
}

/// Returns all that is looked after, the first day first.
fn checks(scene: &Scene, own: &Afterwards, working: Option<&Working>) -> Vec<Check> {
    let looks = CheckIn::ALL.iter().map(|which| check(scene, own, *which, working));
    thanks(scene, own, working).into_iter().chain(looks).collect()
}

/// Returns whether the client was thanked; nothing where that is not to be done.
fn thanks(scene: &Scene, own: &Afterwards, working: Option<&Working>) -> Option<Check> {
    let (pen, case) = (&scene.pen, scene.case());
    let title = pen.t("afterwards-thanks");
    let letters = case.parting.letters.iter().filter(|letter| letter.kind == Kind::ThankYou);
    let letter = letters.max_by_key(|letter| letter.is_out());
    if let Some(told) = own.thanks() {
        let name = ("name", FluentValue::from(scene.people.name(&told.by).to_owned()));
        let (key, on) = match told.event.0 {
            Event::Thanked { on } => ("afterwards-check-done", on),
            _ => ("afterwards-thanks-declined", told.on),
        };
        let says = pen.say(key, [name, ("day", FluentValue::from(pen.lang.day(on)))]);
        return Some(Check { mark: "g-met", title, says, door: None });
    }
    let door = |below: &str, key: &str| Some((scene.href(below), pen.t(key)));
    let to_letter = letter.map(|letter| format!("part/letters/{}", letter.id));
    let Some(due_on) = own.thanks_due_on(case, working) else {
        let below = to_letter.filter(|_| letter.is_some_and(|letter| letter.is_out()))?;
        let says = pen.t("afterwards-thanks-sent");
        return Some(Check { mark: "g-met", title, says, door: door(&below, "go-thanks-letter") });
    };
    let new = || format!("part/letters/new?kind={}&language={}", Kind::ThankYou.word(), pen.lang.language.tag());
    let may_write = case.stage == Stage::Closed && scene.may(Action::Work);
    let door = match to_letter {
        Some(below) => door(&below, "go-thanks-letter"),
        None if may_write => door(&new(), "go-thanks"),
        None => None,
    };
    let (mark, says) = dated(pen, due_on, scene.visitor.today);
    Some(Check { mark, title, says, door })
}

/// Says until when something is to be done, with the class of its mark.
fn dated(pen: &Pen, due_on: Day, today: Day) -> (&'static str, Markup) {
    let args = [("day", FluentValue::from(pen.lang.weekday(due_on)))];
    if due_on <= today {
        ("w-crossed", pen.say("afterwards-check-late", args))
    } else {
        ("g-offered", pen.say("afterwards-check-due", args))
    }
}

fn check(scene: &Scene, own: &Afterwards, which: CheckIn, working: Option<&Working>) -> Check {
    let (pen, due) = (&scene.pen, which.due_on(since(scene), working));
    let title = pen.say("afterwards-check", [("n", FluentValue::from(f64::from(which.days())))]);
    match own.done(which) {
        Some((told, on)) => {
            let who = scene.people.name(&told.by).to_owned();
            let args = [("day", FluentValue::from(pen.lang.day(on))), ("name", who.into())];
            Check { mark: "g-met", title, says: pen.say("afterwards-check-done", args), door: None }
        }
        None => {
            let (mark, says) = dated(pen, due, scene.visitor.today);
            let has_plan = matches!(which, CheckIn::HalfYear | CheckIn::Year) && sees_sums(scene.visitor);
            let door = has_plan.then(|| (scene.href("replacement"), pen.t("go-replacement")));
            Check { mark, title, says: Markup::join([says, asks(pen, own, which)], " "), door }
        }
    }
}

/// Says what is looked at then; nobody is asked for a referral unless the door is open (DOMAIN 2.20).
fn asks(pen: &Pen, own: &Afterwards, which: CheckIn) -> Markup {
    let is_shut = own.relationship() != Some(Relationship::OpenDoor);
    if which == CheckIn::TwoMonths && is_shut {
        pen.t("afterwards-door-shut")
    } else {
        shown(pen, "afterwards-looks-{}", which.word())
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
    let is_of = |bound: &Bound, (contract, term): &Clause| bound.contract == contract && bound.term == Some(*term);
    let row = |clause: &Clause| {
        let until = dated.iter().find(|bound| is_of(bound, clause));
        let until = until.map_or_else(|| pen.t("afterwards-undated"), |bound| pen.day(bound.until));
        vec![shown(pen, "contract-term-{}", clause.1.word()), pen.id(&clause.0), until]
    };
    let others = dated.iter().filter(|bound| !clauses.iter().any(|clause| is_of(bound, clause)));
    let other = |bound: &Bound| {
        let contract = if bound.contract.is_empty() { pen.t("exit-none") } else { pen.id(bound.contract) };
        vec![bound_words(pen, bound), contract, pen.day(bound.until)]
    };
    let rows: Vec<Vec<Markup>> = clauses.iter().map(row).chain(others.map(other)).collect();
    let heads = ["afterwards-clause", "afterwards-contract", "afterwards-until"];
    (!rows.is_empty()).then(|| Sheet {
        caption: pen.t("afterwards-survival"),
        heads: heads.into_iter().map(|key| Head::words(pen.t(key))).collect(),
        rows,
        is_cards: true,
    })
}

/// Names a clause: by its term, else in the words that were said of it.
pub fn bound_words(pen: &Pen, bound: &Bound) -> Markup {
    match (bound.term, bound.said) {
        (Some(term), _) => shown(pen, "contract-term-{}", term.word()),
        (None, Some(said)) => pen.name(said),
        (None, None) => pen.t("words-erased"),
    }
}

/// Says what happened: when and who, what, and what was said of it.
pub fn happened(pen: &Pen, people: &People, told: &Told) -> (Markup, Markup, Option<String>) {
    let who = Markup::join([pen.day(told.on), pen.name(people.name(&told.by))], " · ");
    (who, says(pen, &told.event.0), told.event.1.clone())
}

fn says(pen: &Pen, event: &Event) -> Markup {
    let day = |on| ("day", FluentValue::from(pen.lang.day(on)));
    match event {
        Event::Thanked { on } => pen.say("afterwards-told-thanked", [day(*on)]),
        Event::ThanksDeclined {} => pen.t("afterwards-told-unthanked"),
        Event::CheckedIn { which, on } => {
            let n = ("n", FluentValue::from(f64::from(which.days())));
            pen.say("afterwards-told-check", [n, day(*on)])
        }
        Event::AccessRechecked { on, is_gone: true } => pen.say("afterwards-told-gone", [day(*on)]),
        Event::AccessRechecked { on, is_gone: false } => pen.say("afterwards-told-there", [day(*on)]),
        Event::ReputationNoted { kind, on } => {
            pen.say("afterwards-told-reputation", [("kind", word(pen, "reputation-{}", kind.word())), day(*on)])
        }
        Event::RecommendationAsked { score, on } => {
            pen.say("afterwards-told-recommended", [("n", FluentValue::from(f64::from(*score))), day(*on)])
        }
        Event::RelationshipSet { state } => {
            pen.say("afterwards-told-relationship", [("state", word(pen, "relationship-{}", state.word()))])
        }
        Event::SurvivalDated { term: None, until, .. } => pen.say("afterwards-told-other-clause", [day(*until)]),
        Event::SurvivalDated { contract, term: Some(term), until } => {
            let contract = ("contract", FluentValue::from(contract.clone()));
            let term = ("term", word(pen, "contract-term-{}", term.word()));
            pen.say("afterwards-told-survival", [term, contract, day(*until)])
        }
    }
}
