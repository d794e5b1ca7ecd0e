//! Spellings of clients that may be one: suggested, merged by a person, and undone.

mod file;

use crate::flow::legal_holds;
use crate::store::client_names;
use crate::store::entries::By;
use crate::store::merges::{self, Merge, Merged, Named};
use crate::store::viewer::Role;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::legal_holds::held_says;
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page, upkeep};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::spelling::consonants::alike_pairs;
use domain::spelling::scripts::Pairs;
use domain::spelling::{Closeness, close_pairs};
use fluent_bundle::FluentValue;

/// The most suggestions that one page makes; when they are answered, the next ones come.
const PAIRS_MAX: usize = 50;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/merges", get(show).post(merge))
        .route("/clients/merges.csv", get(file::answer))
        .route("/clients/merges.xlsx", get(file::answer))
        .route("/clients/merges/removal", post(remove).get(back))
        .route("/clients/merges/separation", post(separate).get(back))
}

#[derive(Template)]
#[template(path = "merges/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    pairs: Vec<Pair>,
    /// How many more suggestions there are.
    more: u64,
    merged: Vec<Line>,
}

/// Two clients that may be one.
struct Pair {
    first: Named,
    second: Named,
    because: Markup,
    /// Invoice numbers that stand under both.
    shared_invoices: u64,
}

/// A merge that stands.
struct Line {
    merged: Merged,
    when: Option<When>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

async fn drawn(app: &App, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let (pairs, more) = pairs(app, &Pen::of(visitor)).await?;
    let line = |merged: Merged| Line { when: merged.at.as_deref().map(|at| visitor.when(at)), merged };
    let title = visitor.lang.text("merges-title");
    let clients = Crumb { text: visitor.lang.text("portfolio-title"), href: Some("/".to_owned()) };
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), vec![clients, Crumb { text: title, href: None }]),
        filled,
        pairs,
        more,
        merged: merges::all(&app.db).await?.into_iter().map(line).collect(),
    };
    Ok((status, page(&show)?).into_response())
}

/// By what two clients may be one.
enum Like {
    Spelled(Closeness),
    /// In two scripts, letter by letter.
    Sounds(Pairs),
}

impl Like {
    fn says(&self, pen: &Pen) -> Markup {
        match self {
            Like::Spelled(Closeness::Same) => pen.t("merges-same"),
            Like::Spelled(Closeness::Near) => pen.t("merges-near"),
            Like::Sounds(letters) => {
                Markup::join([Some(pen.t("merges-sounds")), pen.letters(letters)].into_iter().flatten(), "<br>")
            }
        }
    }
}

/// Finds clients with like names or keys, the likest first, without those that a person said are two.
async fn pairs(app: &App, pen: &Pen<'_>) -> Result<(Vec<Pair>, u64), PageError> {
    let clients = merges::clients(&app.db).await?;
    let apart = merges::kept_apart(&app.db).await?;
    let names: Vec<&str> = clients.iter().map(|client| client.name.as_str()).collect();
    let spelled = close_pairs(&names).into_iter().map(|(first, second, by)| (first, second, Like::Spelled(by)));
    let sounds = alike_pairs(&names).into_iter().map(|(first, second, by)| (first, second, Like::Sounds(by)));
    let mut like: Vec<(usize, usize, Like)> = spelled.chain(sounds).collect();
    // A pair is listed by the lesser key, as pairs that are two are kept.
    like.retain(|(first, second, _)| {
        !apart.contains(&(clients[*first].client.clone(), clients[*second].client.clone()))
    });
    let more = like.len().saturating_sub(PAIRS_MAX) as u64;
    let mut pairs = Vec::new();
    for (first, second, by) in like.into_iter().take(PAIRS_MAX) {
        let (first, second) = (clients[first].clone(), clients[second].clone());
        let shared_invoices = merges::shared_invoices(&app.db, &first.client, &second.client).await?;
        pairs.push(Pair { first, second, because: by.says(pen), shared_invoices });
    }
    Ok((pairs, more))
}

/// Merges by keys, as the suggestions send them, or by what a person wrote.
async fn merge(State(app): State<Shared>, visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let mut meant = Vec::new();
    for name in ["spelling", "client"] {
        match client_names::meant(&app.db, &visitor.viewer, filled.value(name)).await? {
            Some(named) => meant.push(named),
            None => filled.refuse(name, said(&visitor, "merges-nobody", filled.value(name))),
        }
    }
    let [spelling, client] = &meant[..] else {
        return drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    for named in [spelling, client] {
        free(&app, &visitor, &named.client).await?;
    }
    let refusal = match merges::merge(&app.db, &spelling.client, &client.client, &by(&app, &visitor)).await? {
        Merge::Done => {
            upkeep::renew(&app).await?;
            return Ok(Redirect::to("/clients/merges").into_response());
        }
        Merge::Nobody => "merges-nobody",
        Merge::Itself => "merges-itself",
        Merge::IntoSpelling => "merges-into-spelling",
        Merge::MergedAlready => "merges-already",
        Merge::HasSpellings => "merges-has-spellings",
    };
    filled.refuse("spelling", said(&visitor, refusal, &spelling.name));
    drawn(&app, &visitor, filled, StatusCode::CONFLICT).await
}

fn said(visitor: &Visitor, key: &str, what: &str) -> String {
    visitor.lang.say(key, [("what", FluentValue::from(what))])
}

/// Makes a spelling a client of its own again.
async fn remove(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    free(&app, &visitor, filled.value("spelling")).await?;
    if merges::undo(&app.db, filled.value("spelling"), &by(&app, &visitor)).await? {
        upkeep::renew(&app).await?;
    }
    Ok(Redirect::to("/clients/merges").into_response())
}

/// Refuses to change which spellings are one client while a legal hold stands for it: what the hold reaches would change.
async fn free(app: &App, visitor: &Visitor, client: &str) -> Result<(), PageError> {
    match legal_holds::standing(&app.db, client).await?.first() {
        Some(hold) => Err(PageError::Held(held_says(app, visitor, hold).await?)),
        None => Ok(()),
    }
}

/// Notes that two clients are two.
async fn separate(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    merges::keep_apart(&app.db, filled.value("first"), filled.value("second")).await?;
    Ok(Redirect::to("/clients/merges").into_response())
}

/// The address of an act has nothing to show; the page has.
async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/clients/merges")
}

fn by(app: &App, visitor: &Visitor) -> By {
    By { member: visitor.member.clone(), at: app.now() }
}

fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    visitor.require(Role::Finance)?;
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}
