//! One case: where it stands, what is needed next and by whom, what it rests on, and what happened.

use super::figures;
use super::frozen::{self, Then};
use super::gates::{self, GateView};
use super::gathered::{self, Gathered};
use super::happened::Happened;
use super::refusal::Refused;
use super::roles;
use super::scene::Scene;
use super::stand::{self, Step};
use super::watched::{self, View};
use super::words::{shown, word};
use super::{Attempt, attempt, crumbs, seen};
use crate::store::holds;
use crate::web::app::Shared;
use crate::web::duties::alerts::{self, Watch};
use crate::web::form::Filled;
use crate::web::holds::says;
use crate::web::markup::Markup;
use crate::web::part::Facts;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::limits::next;
use domain::case::parting::Basis;
use domain::case::{Act, Action, Class, Stage, Stamped};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    needed: Option<Markup>,
    until: Option<Markup>,
    /// What stops work or the case.
    overlays: Vec<Markup>,
    /// The days of an end that are missed or near.
    alerts: Vec<alerts::View>,
    /// The limits whose crossing opened it again.
    crossings: Vec<View>,
    /// What is watched now.
    watched: Vec<View>,
    door: Option<(String, Markup)>,
    /// The stage that can be entered now: its word, and that of the button.
    enter: Option<(&'static str, Markup)>,
    more: Vec<(String, Markup)>,
    facts: Facts,
    rail: Vec<Step>,
    refused: Option<Refused>,
    gates_title: Markup,
    gates: Vec<GateView>,
    gathered: Vec<Gathered>,
    then: Vec<Then>,
    /// Those that only ask to be watched, folded.
    quiet_title: Markup,
    quiet: Vec<Then>,
    fresh_title: Markup,
    fresh: Vec<Then>,
    figures: Option<Figures>,
    happened: Vec<Happened>,
    earlier_title: Markup,
    earlier: Vec<Happened>,
    seq: u32,
    here: String,
    hash: String,
}

/// The client's money in the case.
struct Figures {
    note: Markup,
    rows: Facts,
    /// Whether they have aged, and may be taken anew.
    renew: bool,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    drawn(&app, &scene, None).await
}

/// Goes on to a stage.
pub async fn enter(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let own = href::case(href::decoded(&client), &case);
    visitor.at(&own);
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let stage = Stage::of(filled.value("stage")).ok_or(PageError::Unreadable)?;
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::Enter { stage }).await? {
        Attempt::Done(_) => Ok(Redirect::to(&own).into_response()),
        Attempt::Refused(refused) => drawn(&app, &scene, Some(*refused)).await,
    }
}

/// So many of the latest events stand open; the others are folded.
const LATEST: usize = 6;

pub async fn drawn(app: &Shared, scene: &Scene<'_>, refused: Option<Refused>) -> Result<Response, PageError> {
    let (case, pen, visitor) = (scene.case(), &scene.pen, scene.visitor);
    let holds = holds::standing(&app.db, &scene.opened.key.client).await?;
    let to = next(case);
    let missing = stand::first_missing(scene);
    let enter = stand::enters(case).filter(|_| missing.is_none() && scene.may(Action::Work));
    let (then, quiet, fresh) = frozen::views(scene);
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let entries = scene.opened.entries.iter().rev();
    let of_entry =
        |entry: &Stamped| Happened::of(pen, &scene.people, entry, scene.opened.sealed(entry.seq)).anchored(entry.seq);
    let mut happened: Vec<Happened> = entries.map(of_entry).collect();
    let earlier = happened.split_off(happened.len().min(LATEST));
    let show = Show {
        frame: visitor.frame(visitor.lang.text("case-title"), Some(scene.verb()), crumbs(visitor, &scene.opened, None)),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: stand::lede(scene),
        needed: stand::needed(scene, missing.as_ref()),
        until: stand::until(scene),
        overlays: overlays(scene, &holds),
        alerts: Watch::of(pen, &scene.people, &visitor.firm, visitor.today).views(case, &scene.opened.key.case),
        crossings: watched::crossings(scene),
        watched: watched::views(app, scene).await?,
        door: stand::door_after(scene, missing.as_ref()),
        enter: enter.map(|stage| {
            let stage_word = [("stage", word(pen, "case-stage-{}", stage.word()))];
            (stage.word(), pen.say("case-enter", stage_word))
        }),
        more: more(scene),
        facts: facts(scene),
        rail: stand::rail(scene),
        refused,
        gates_title: to.map_or_else(|| pen.t("repair-gates"), |to| shown(pen, "case-gates-{}", to.word())),
        gates: to.map_or_else(|| gates::of_repair(scene), |to| gates::views(scene, to)),
        gathered: gathered::views(scene),
        then,
        quiet_title: pen.about("frozen-quiet", quiet.len() as u64),
        quiet,
        fresh_title: pen.about("frozen-fresh", fresh.len() as u64),
        fresh,
        figures: figures_of(scene),
        happened,
        earlier_title: pen.about("case-earlier", earlier.len() as u64),
        earlier,
        seq: case.seq,
        here: scene.href(""),
        hash: scene.opened.hash().to_owned(),
    };
    Ok((status, page(&show)?).into_response())
}

/// Returns what stops work for the client, or the case itself; all holds look alike.
fn overlays(scene: &Scene, holds: &[holds::Hold]) -> Vec<Markup> {
    let (case, pen) = (scene.case(), &scene.pen);
    let mut notes: Vec<Markup> = holds.iter().map(|hold| says(pen, hold)).collect();
    if case.counsel_stop {
        notes.push(pen.t("case-counsel-stop"));
    }
    notes.extend(case.legal_holds.iter().filter(|hold| hold.stands()).map(|hold| {
        let ask = scene.people.name(&hold.order.ask).to_owned();
        pen.say("legal-hold-stands", [("day", pen.lang.day(hold.since()).into()), ("name", ask.into())])
    }));
    let suspended = case.parting.breach.suspended_on.filter(|_| scene.may_warn());
    notes.extend(suspended.map(|on| pen.say("part-suspended", [("day", pen.lang.weekday(on).into())])));
    notes.extend(watched::dues(pen, &scene.people, case, scene.visitor.today));
    let ahead = case.rounds.deferred_until.filter(|until| *until > scene.visitor.today);
    if let Some(until) = ahead.filter(|_| case.stage == Stage::Review) {
        notes.push(pen.say("case-deferred", [("day", FluentValue::from(pen.lang.day(until)))]));
    }
    notes
}

/// Returns who is who, why it was opened, and how much of the review is asked for.
fn facts(scene: &Scene) -> Facts {
    let (case, pen) = (scene.case(), &scene.pen);
    let mut facts = Facts::default();
    for role in roles::LEADING {
        facts.add(shown(pen, "case-role-{}", role.word()), scene.people.names(pen, case.holders(role)));
    }
    facts.add(pen.t("case-cause"), shown(pen, "case-cause-{}", case.opening.cause.word()));
    let track = shown(pen, "case-track-{}", case.opening.track.word());
    facts.add(pen.t("case-track"), track);
    facts
}

/// Returns what else can be done, as far as it is this visitor's.
fn more(scene: &Scene) -> Vec<(String, Markup)> {
    let (case, pen) = (scene.case(), &scene.pen);
    let link = |below: &str| (scene.href(below), shown(pen, "go-{}", &below.replace('/', "-")));
    let mut more = vec![];
    if matches!(case.stage, Stage::FactFinding | Stage::Review) {
        more.push(link("review"));
    }
    if case.stage.has_parting() && scene.visitor.viewer.sees_costs() {
        more.push(link("replacement"));
    }
    if case.closed_on().is_some() {
        more.push(link("afterwards"));
    }
    if !case.repair.plans.is_empty() || case.stage == Stage::Repair {
        more.push(link("repair"));
    }
    if case.signed.is_some() {
        more.extend([link("decision"), link("minutes")]);
    }
    more.extend(parting_links(scene).into_iter().map(link));
    more.extend(early_letters(scene));
    more.push(link("roles"));
    let at_work = !case.stage.is_at_rest() && !case.stage.is_parting();
    if at_work && scene.may(Action::Work) {
        more.extend([link("talk"), link("causes")]);
        // The client may end it while we still weigh.
        let is_ours = case.opening.class == Class::Normal && case.stage != Stage::Triage;
        more.extend(is_ours.then(|| link("client-notice")));
    }
    // Whoever is kept may go all the same, and may owe something.
    if case.stage == Stage::Kept && case.opening.class == Class::Normal && scene.may(Action::Work) {
        more.extend([link("talk"), link("client-notice")]);
    }
    if case.stage == Stage::Withdrawn && !case.parting.links.is_empty() {
        more.push(link("client-links"));
    }
    let is_heard = at_work || matches!(case.stage, Stage::Kept | Stage::PreparingExit | Stage::Notice);
    if scene.may(Action::Counsel) && is_heard {
        more.push(link("counsel"));
    }
    if case.stage == Stage::Review && scene.may(Action::Facilitate) {
        more.push(link("deferral"));
    }
    if scene.may(Action::Decide) {
        if matches!(case.stage, Stage::Decided | Stage::Kept | Stage::Repair)
            || (matches!(case.stage, Stage::PreparingExit | Stage::Notice) && !case.parting.is_served())
        {
            more.push(link("reopening"));
        }
        if at_work {
            more.push(link("withdrawal"));
        }
    }
    if scene.may(Action::HoldWork) && !case.stage.is_at_rest() {
        more.push(link("hold"));
    }
    if scene.may(Action::HoldRecords) || !case.legal_holds.is_empty() {
        more.push(link("legal-holds"));
    }
    if scene.may(Action::CounselStop) {
        more.push(link("legal-stop"));
    }
    more
}

/// Returns the letters that were written before any end, and where another is begun.
fn early_letters(scene: &Scene) -> Vec<(String, Markup)> {
    let (case, pen) = (scene.case(), &scene.pen);
    if !scene.may_warn() {
        return vec![];
    }
    let is_ours = scene.may(Action::Work);
    let begun = is_ours.then(|| (scene.href("part/letters/new"), pen.t("go-warning")));
    let has_letters = is_ours && !case.parting.letters.is_empty();
    let proofs = has_letters.then(|| (scene.href("part/proofs"), pen.t("go-proofs")));
    let breach = &case.parting.breach;
    let cure = breach.notice.filter(|_| is_ours && breach.cured_on.is_none());
    let cure = cure.map(|_| (scene.href("cure"), pen.t("go-cure")));
    let letters = case.parting.letters.iter().map(|letter| {
        let kind = shown(pen, "letter-kind-{}", letter.kind.word());
        let n = [("n", FluentValue::from(f64::from(letter.id)))];
        let name = Markup::join([kind, pen.say("letter-number", n)], " ");
        (scene.href(&format!("part/letters/{}", letter.id)), name)
    });
    letters.chain(begun).chain(proofs).chain(cure).collect()
}

/// Returns the pages of an end that is carried out.
fn parting_links(scene: &Scene) -> Vec<&'static str> {
    let (case, parting) = (scene.case(), &scene.case().parting);
    let mut links = vec![];
    if matches!(case.stage, Stage::Closed | Stage::Learned) {
        links.push("retrospective");
    }
    if case.stage.has_parting() {
        links.extend(["part", "part/obligations", "part/plan"]);
        links.extend((parting.basis() == Some(Basis::Agreement)).then_some("part/agreement"));
    }
    if case.awaits_it().is_some() && (case.stage.is_parting() || scene.may_warn()) && scene.may(Action::ApproveStop) {
        links.push("approved-stop");
    }
    if scene.is_verifier() {
        links.push("disposal-verification");
    }
    if !scene.may(Action::Work) {
        return links;
    }
    // Where the client ended one contract, we may end another by a right of ours.
    let beside = case.stage.may_give_notice() && !case.unsent_beside_theirs().is_empty();
    if beside && parting.basis().is_none_or(|basis| basis == Basis::Agreement) && scene.may(Action::Decide) {
        links.push("basis");
    }
    if (beside || case.stage == Stage::PreparingExit) && parting.basis() == Some(Basis::Breach) {
        links.extend(["default", "cure"]);
    }
    match case.stage {
        Stage::PreparingExit => {
            links.extend(["contracts", "contract-review", "computation", "talk", "client-notice"]);
        }
        Stage::Notice => links.extend(["contracts", "talk", "failed-delivery", "client-notice", "stay-request"]),
        Stage::Transition => {
            links.extend(["contracts", "client-notice", "stay-request", "settlement", "closing-summary"]);
        }
        _ => {}
    }
    if matches!(case.stage, Stage::Notice | Stage::Transition) && parting.is_served() && scene.may(Action::Decide) {
        links.push("end-withdrawal");
    }
    let may_suspend = (case.stage.is_parting() || scene.may_warn()) && scene.may(Action::StartSuspension);
    if parting.breach.notice.is_some() && may_suspend {
        links.push("suspension");
    }
    links
}

fn figures_of(scene: &Scene) -> Option<Figures> {
    let (case, pen) = (scene.case(), &scene.pen);
    let snapshot = case.snapshot.as_ref().filter(|_| scene.sees_money())?;
    Some(Figures {
        note: pen.say("figures-note", [("day", FluentValue::from(pen.lang.day(snapshot.on)))]),
        rows: figures::rows(pen, snapshot),
        renew: snapshot.on < scene.visitor.today && !case.stage.is_at_rest(),
    })
}
