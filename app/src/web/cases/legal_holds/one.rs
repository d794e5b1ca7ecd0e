//! One legal hold: what it said at each time, who knows of it, and what can be done with it.

use super::{fields, read};
use crate::flow::destruction;
use crate::store::destructions::Destruction;
use crate::store::legal_holds;
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields};
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::erasures::Told;
use crate::web::export::{Cell, Format, Place as At, Table};
use crate::web::form::Filled;
use crate::web::legal_holds::{keeps, stands, state};
use crate::web::markup::Markup;
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::legal_hold::{Act as Hold, LegalHold, Stated};
use domain::case::{Act, Action};

#[derive(Template)]
#[template(path = "cases/legal_hold.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    state: Markup,
    refused: Option<Refused>,
    /// Who keeps the papers, each with what they know.
    custodians: Vec<(Markup, Markup)>,
    /// Whether somebody can be called to mind.
    reminds: bool,
    log: Option<Sheet>,
    /// What was erased of the client before it was set.
    gone: Vec<Markup>,
    /// Why it was released, where that can be read.
    released: Option<String>,
    scope: Vec<Field>,
    release: Vec<Field>,
    /// Whether something was wrong with what was to be said anew.
    is_open: bool,
    seq: u32,
    here: String,
    back: (String, Markup),
}

type Place = Path<(String, String, u32)>;

pub async fn one(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, hold)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    drawn(&app, &scene, hold, None, None).await
}

/// Answers with what a hold said at each time as a file.
pub async fn log_file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, id)): Place,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let hold = scene.case().legal_holds.iter().find(|hold| hold.id == id).ok_or(PageError::NotFound)?;
    scene.answer(&format!("legal-hold-{id}"), log(&scene, hold), format).await
}

/// Widens or narrows a hold, reminds those who have not acknowledged it, or releases it.
pub async fn change(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, hold)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/legal-holds/{hold}", href::case(href::decoded(&client), &case)));
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let known = scene.case().legal_holds.iter().find(|known| known.id == hold);
    let custodians = known.map(|known| known.order.custodians.clone()).unwrap_or_default();
    let act = match filled.value("form") {
        "scope" => {
            read(&scene, &mut filled, &custodians).map(|(order, text)| Hold::ScopeLegalHold { hold, order, text })
        }
        "reminder" => Some(Hold::RemindCustodians { hold }),
        "release" => {
            let text = filled.value("why").to_owned();
            if text.is_empty() {
                filled.refuse("why", scene.pen.lang.text("field-required"));
            }
            filled.is_good().then_some(Hold::ReleaseLegalHold { hold, text })
        }
        _ => return Err(PageError::Unreadable),
    };
    let Some(act) = act else { return drawn(&app, &scene, hold, Some(filled), None).await };
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::LegalHold(act)).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href(&format!("legal-holds/{hold}"))).into_response()),
        Attempt::Refused(refused) => drawn(&app, &scene, hold, Some(filled), Some(*refused)).await,
    }
}

/// Draws the page; with a form on its way back where something was refused.
async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    id: u32,
    sent: Option<Filled>,
    refused: Option<Refused>,
) -> Result<Response, PageError> {
    let (pen, visitor) = (&scene.pen, scene.visitor);
    let hold = scene.case().legal_holds.iter().find(|hold| hold.id == id).ok_or(PageError::NotFound)?;
    let shown = legal_holds::of_case(&app.db, &scene.opened.key).await?;
    let shown = shown.into_iter().find(|shown| shown.id == id).ok_or(PageError::NotFound)?;
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let is_open = sent.as_ref().is_some_and(|sent| sent.value("form") == "scope");
    let filled = sent.unwrap_or_else(|| as_it_stands(hold));
    let gone = gone(app, scene, hold).await?;
    let title = pen.lang.text("legal-hold-title");
    let released = hold.released.as_ref().map(|ended| (ended.on, Some(scene.people.name(&ended.by))));
    let (may_scope, may_release) = (scene.may(Action::HoldRecords), scene.may(Action::ReleaseRecords));
    let scope = fields(scene, &filled, "legal-hold-scope-why", &hold.order.custodians);
    let release = Fields::of(pen, &filled).text("why", "legal-hold-why").hint("legal-hold-why-hint").all();
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: keeps(pen, &hold.order.reach),
        state: stands(pen, shown.since, &shown.ask.1, released),
        refused,
        custodians: shown.custodians.iter().map(|one| (pen.name(&one.name), state(pen, one, visitor.today))).collect(),
        reminds: hold.stands() && may_scope && hold.unaware().next().is_some(),
        log: log(scene, hold).sheet(pen),
        gone,
        released: hold.released.as_ref().and_then(|released| released.said.clone()),
        scope: if hold.stands() && may_scope { scope } else { vec![] },
        release: if hold.stands() && may_release { release } else { vec![] },
        is_open,
        seq: scene.case().seq,
        here: scene.href(&format!("legal-holds/{id}")),
        back: (scene.href("legal-holds"), pen.t("legal-holds-title")),
    };
    Ok((status, page(&show)?).into_response())
}

/// Says what was erased of the client until the day on which a hold was set: that, it keeps no more.
async fn gone(app: &Shared, scene: &Scene<'_>, hold: &LegalHold) -> Result<Vec<Markup>, PageError> {
    let told = Told::of(app, scene.visitor).await?;
    let index = destruction::of_client(&app.db, &scene.opened.key.client).await?;
    let says = |one: &Destruction| -> Result<Markup, PageError> {
        let what = told.erased(&destruction::scope(&one.id, &one.scope)?);
        let day = scene.pen.lang.day(one.confirmed.1);
        Ok(scene.pen.say("legal-hold-gone", [("day", day.into()), ("what", what.into())]))
    };
    index.iter().filter(|one| one.confirmed.1 <= hold.since()).map(says).collect()
}

/// Fills a form with what a hold says.
fn as_it_stands(hold: &LegalHold) -> Filled {
    let reach = &hold.order.reach;
    let days = [("from", reach.from), ("to", reach.to)];
    let days = days.into_iter().filter_map(|(name, day)| Some((name, day?.to_string())));
    let mut filled = Filled::with(days.chain([("ask", hold.order.ask.clone())]));
    reach.classes.iter().for_each(|class| filled.push("classes", class.word()));
    hold.order.custodians.iter().for_each(|member| filled.push("custodians", member));
    filled
}

/// Returns what a hold said at each time, the first first.
fn log(scene: &Scene, hold: &LegalHold) -> Table {
    let pen = &scene.pen;
    let row = |stated: &Stated| {
        let said = stated.said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
        let by = pen.name(scene.people.name(&stated.by));
        vec![
            Cell::Day(stated.on).said_as(Markup::join([pen.day(stated.on), by.clone()], " · ")),
            by.into(),
            keeps(pen, &stated.order.reach).into(),
            scene.people.names(pen, &stated.order.custodians).into(),
            Markup::made(format!("<span dir=\"auto\">{said}</span>")).into(),
        ]
    };
    let heads = [
        (At::Both, "on", "legal-hold-log-when"),
        (At::File, "by", "export-import-by"),
        (At::Both, "keeps", "legal-hold-log-keeps"),
        (At::Both, "custodians", "legal-hold-log-custodians"),
        (At::Both, "why", "legal-hold-log-why"),
    ];
    Table::placed(pen.lang, "legal-hold-log", &heads, hold.log.iter().map(row).collect())
}
