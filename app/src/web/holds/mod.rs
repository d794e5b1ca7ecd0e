//! Holds on work for a client. All say the same: stopped by management, ask this person; why is asked nowhere and kept
//! nowhere, so that no hold looks like another kind (RULINGS 37).

use super::app::Shared;
use super::cases::by;
use super::export::{self, Cell, Format, Table};
use super::form::Filled;
use super::markup::{Markup, Pen};
use super::records::{Found, found};
use super::{Crumb, Frame, PageError, Visitor, href, page};
use crate::entropy;
use crate::flow::cases::{self, NotDone};
use crate::flow::reports::{Hand, With, act};
use crate::store::Db;
use crate::store::cases as stored;
use crate::store::holds::{self, Change, Hold, SCOPES};
use crate::store::members;
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::case::{Act, Now};
use domain::days::Day;
use domain::record::Kind;
use fluent_bundle::FluentValue;

const SERVICE_CHARACTERS_MAX: usize = 200;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/holds", get(show).post(set))
        .route("/clients/{client}/holds.csv", get(file))
        .route("/clients/{client}/holds.xlsx", get(file))
        .route("/clients/{client}/holds/{hold}/end", post(release).get(back))
}

/// A hold as its page shows it.
struct HoldView {
    says: Markup,
    /// Where it is released, if whoever looks may.
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "holds/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    here: String,
    holds: Vec<HoldView>,
    scopes: [&'static str; 3],
    askable: Vec<(String, String)>,
}

/// Says what a hold says to everyone.
pub fn says(pen: &Pen, hold: &Hold) -> Markup {
    let args = [
        ("scope", FluentValue::from(hold.scope.clone())),
        ("service", hold.service.clone().unwrap_or_default().into()),
        ("name", hold.ask.1.clone().into()),
        ("day", pen.lang.day(hold.since).into()),
    ];
    pen.say("hold-says", args)
}

/// Returns what stands above a client's page; nothing while the client's people look on.
pub async fn banner(db: &Db, visitor: &Visitor, client: &str) -> Result<Vec<Markup>, PageError> {
    if visitor.sharing.is_some() {
        return Ok(vec![]);
    }
    let pen = Pen::of(visitor);
    Ok(holds::standing(db, client).await?.iter().map(|hold| says(&pen, hold)).collect())
}

/// Returns what stands above the form of a record that is work.
pub async fn hint(db: &Db, visitor: &Visitor, kind: &Kind, client: Option<&str>) -> Result<Vec<Markup>, PageError> {
    match client.filter(|_| WORK.contains(&kind.table)) {
        Some(client) => banner(db, visitor, client).await,
        None => Ok(vec![]),
    }
}

/// Kinds of records that are work, or ask for its price: entering one while work is stopped is asked about.
const WORK: [&str; 4] = ["time", "invoices", "costs", "requests"];

/// Returns what to ask before a record is entered that says that work went on while it was stopped.
pub async fn doubts(
    db: &Db,
    visitor: &Visitor,
    kind: &Kind,
    client: &str,
    on: Option<Day>,
) -> Result<Vec<String>, PageError> {
    if !WORK.contains(&kind.table) || visitor.sharing.is_some() {
        return Ok(vec![]);
    }
    let standing = holds::standing(db, client).await?;
    let covers = standing.iter().filter(|hold| on.is_none_or(|on| on >= hold.since));
    let ask = |hold: &Hold| {
        let args = [("name", hold.ask.1.clone().into()), ("day", visitor.lang.day(hold.since).into())];
        visitor.lang.say("hold-doubt", args)
    };
    Ok(covers.map(ask).collect())
}

async fn show(State(app): State<Shared>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, PageError> {
    drawn(&app, &visitor, &client, Filled::default(), StatusCode::OK).await
}

/// Answers with the holds that stand as a file.
async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let (client, name) = match whose(&app, &visitor, &client).await? {
        Ok(whose) => whose,
        Err(_) => return Err(PageError::NotFound),
    };
    let lang = visitor.lang;
    let row = |hold: &Hold| {
        vec![
            Cell::Day(hold.since),
            Cell::Text(lang.text(&format!("hold-scope-{}", hold.scope))),
            hold.service.as_deref().into(),
            hold.ask.1.as_str().into(),
        ]
    };
    let heads =
        [("since", "cases-since"), ("scope", "hold-scope"), ("service", "hold-of-service"), ("ask", "hold-ask")];
    let rows = holds::standing(&app.db, &client).await?.iter().map(row).collect();
    let table = Table::of(lang, "holds-title", &heads, rows);
    export::answer_of("holds", (&client, &name), table, format, lang).await
}

async fn back(Path((client, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&address(href::decoded(&client)))
}

fn address(client: &str) -> String {
    href::path(["clients", client, "holds"])
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    client: &str,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let whose = match whose(app, visitor, client).await? {
        Ok(whose) => whose,
        Err(answer) => return Ok(answer),
    };
    let pen = Pen::of(visitor);
    let standing = holds::standing(&app.db, &whose.0).await?;
    let left = left(app).await?;
    let view = |hold: &Hold| HoldView {
        says: says(&pen, hold),
        end: may_release(visitor, hold, &left).then(|| format!("{}/{}/end", address(&whose.0), hold.id)),
    };
    let title = visitor.lang.text("holds-title");
    let list = Crumb { text: visitor.lang.text("portfolio-title"), href: Some("/".to_owned()) };
    let own = Crumb { text: whose.1.clone(), href: Some(href::client(&whose.0)) };
    let shown = Show {
        frame: visitor.frame(title.clone(), None, vec![list, own, Crumb { text: title, href: None }]),
        here: address(&whose.0),
        holds: standing.iter().map(view).collect(),
        scopes: SCOPES,
        askable: askable(app).await?,
        filled,
    };
    Ok((status, page(&shown)?).into_response())
}

/// Returns the client's key and name; an answer that leads elsewhere where the key is another spelling.
async fn whose(app: &Shared, visitor: &Visitor, client: &str) -> Result<Result<(String, String), Response>, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    visitor.require(Role::Finance)?;
    match found(app, &visitor.viewer, client, &["holds"]).await? {
        Found::Here(whose) => {
            let key = whose.client().to_owned();
            let known = crate::store::references::party(&app.db, &key).await?;
            let name = known.map_or_else(|| key.clone(), |known| known.name);
            Ok(Ok((key, name)))
        }
        Found::Elsewhere(answer) => Ok(Err(answer)),
    }
}

/// Returns who can be asked: everyone of the firm who is there.
async fn askable(app: &Shared) -> Result<Vec<(String, String)>, PageError> {
    let members = members::all(&app.db).await?;
    let present = members.into_iter().filter(|one| one.left_at.is_none() && !one.adviser);
    Ok(present.map(|one| (one.id, one.name)).collect())
}

async fn left(app: &Shared) -> Result<Vec<String>, PageError> {
    let members = members::all(&app.db).await?;
    Ok(members.into_iter().filter(|one| one.left_at.is_some()).map(|one| one.id).collect())
}

/// A hold is released by the person whom it names; by an owner only when that person has left.
fn may_release(visitor: &Visitor, hold: &Hold, left: &[String]) -> bool {
    hold.ask.0 == visitor.member || (visitor.role == Role::Owner && left.contains(&hold.ask.0))
}

/// Reads a hold from its form; nothing if something is missing, which the form then says.
pub fn read(filled: &mut Filled, visitor: &Visitor, client: &str, ask: Option<(String, String)>) -> Option<Hold> {
    let scope = SCOPES.into_iter().find(|scope| filled.value("scope") == *scope);
    if scope.is_none() {
        filled.refuse("scope", visitor.lang.text("field-required"));
    }
    let service = Some(filled.value("service").to_owned()).filter(|_| scope == Some("service"));
    if service.as_deref() == Some("") {
        filled.refuse("service", visitor.lang.text("field-required"));
    } else if service.as_ref().is_some_and(|service| service.chars().count() > SERVICE_CHARACTERS_MAX) {
        filled.refuse("service", visitor.lang.text("field-too-long"));
    }
    if ask.is_none() {
        filled.refuse("ask", visitor.lang.text("field-required"));
    }
    let (scope, ask) = (scope?.to_owned(), ask?);
    let hold = Hold { client: client.to_owned(), id: entropy::id(), scope, service, ask, since: visitor.today };
    filled.is_good().then_some(hold)
}

async fn set(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let (key, _) = match whose(&app, &visitor, &client).await? {
        Ok(whose) => whose,
        Err(answer) => return Ok(answer),
    };
    let ask = askable(&app).await?.into_iter().find(|(member, _)| member == filled.value("ask"));
    match read(&mut filled, &visitor, &key, ask) {
        Some(hold) => {
            holds::change(&app.db, Change::Set(&hold)).await?;
            Ok(Redirect::to(&address(&key)).into_response())
        }
        None => {
            visitor.at(&address(&key));
            drawn(&app, &visitor, &client, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn release(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, _) = match whose(&app, &visitor, &client).await? {
        Ok(whose) => whose,
        Err(answer) => return Ok(answer),
    };
    let standing = holds::standing(&app.db, &key).await?;
    let hold = standing.iter().find(|hold| hold.id == id).ok_or(PageError::NotFound)?;
    if !may_release(&visitor, hold, &left(&app).await?) {
        return Err(PageError::NotFound);
    }
    let change = Change::Release { client: &key, id: &id, on: visitor.today };
    if !within_its_case(&app, &visitor, &id, change).await? {
        holds::change(&app.db, change).await?;
    }
    Ok(Redirect::to(&address(&key)).into_response())
}

/// Releases a hold together with the case that set it, if whoever releases it works on that case.
async fn within_its_case(app: &Shared, visitor: &Visitor, id: &str, change: Change<'_>) -> Result<bool, PageError> {
    Ok(within_a_case(app, visitor, id, change).await? || within_a_report(app, visitor, id, change).await)
}

async fn within_a_case(app: &Shared, visitor: &Visitor, id: &str, change: Change<'_>) -> Result<bool, PageError> {
    for line in stored::of_member(&app.db, &visitor.member, Some(change.client())).await? {
        let Some(opened) = cases::load(app.place(), &line.key).await? else { continue };
        if opened.case.holds.iter().any(|hold| hold == id) {
            let act = Act::ReleaseHold { hold: id.to_owned() };
            let with = cases::With { hold: Some(change), ..cases::With::default() };
            return match cases::act_with(app.place(), &line.key, &by(app, visitor, None), act, with).await {
                Ok(_) => Ok(true),
                Err(NotDone::Store(error)) => Err(error.into()),
                Err(_) => Ok(false),
            };
        }
    }
    Ok(false)
}

async fn within_a_report(app: &Shared, visitor: &Visitor, id: &str, change: Change<'_>) -> bool {
    let sight = visitor.sight(app);
    let case = sight.reports.iter().find(|opened| !opened.own && opened.case.holds.iter().any(|hold| hold == id));
    let (Some(opened), Some(identity)) = (case, app.keyring.identity(&visitor.session)) else { return false };
    let now = Now { at: app.now(), today: visitor.today };
    let hand = Hand { member: &visitor.member, identity, now, seen: None };
    let with = With { hold: Some(change), ..With::default() };
    let done = act(&app.db, opened, &hand, Act::ReleaseHold { hold: id.to_owned() }, with).await;
    app.open_sealed().await;
    done.is_ok()
}
