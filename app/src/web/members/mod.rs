//! Members of the firm: who they are, in the order of joining, and how others are invited.

mod file;

use crate::flow::entry::{self, Guest};
use crate::flow::reach::Reach;
use crate::lang::{Lang, Language};
use crate::store::invites;
use crate::store::members::{self, Change, Member};
use crate::store::viewer::Role;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::place::{self, PlaceChoice};
use crate::web::when::When;
use crate::web::{Crumb, Frame, PageError, Visitor, link, newcomer, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/members", get(show))
        .route("/members.csv", get(file::answer))
        .route("/members.xlsx", get(file::answer))
        .route("/members/invites", post(invite).get(back))
        .route("/members/invites/{id}/revocation", post(revoke))
        .route("/members/{id}/role", post(give_role))
        .route("/members/{id}/place", post(give_place))
        .route("/members/{id}/departure", post(depart))
        .route("/members/{id}/return", post(come_back))
        .route("/members/{id}/reset", post(reset).get(back))
}

/// A member as the page shows them.
struct Row {
    member: Member,
    joined: When,
    left: Option<When>,
    /// Whether it is the visitor.
    self_: bool,
    /// Where they work, by its name, if not where the firm is.
    place: Option<String>,
}

/// An invitation that still works.
struct Waiting {
    id: String,
    name: String,
    role: String,
    until: When,
}

#[derive(Template)]
#[template(path = "members/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    rows: Vec<Row>,
    waiting: Vec<Waiting>,
    roles: [&'static str; 4],
    places: Vec<PlaceChoice>,
    is_owner: bool,
}

impl Show {
    /// Counts those who work with this copy.
    fn active(&self) -> u64 {
        self.rows.iter().filter(|row| row.left.is_none()).count() as u64
    }
}

/// A link that was just made, shown once.
#[derive(Template)]
#[template(path = "members/link.html")]
struct Link {
    frame: Frame,
    name: String,
    address: String,
    qr: String,
    /// What to paste into a chat, with the language of each text.
    texts: Vec<(Language, String)>,
    until: When,
    reach: Reach,
    is_reset: bool,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

/// The address of a link's page has nothing to show later; the link was shown once.
async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/members")
}

async fn drawn(app: &App, visitor: &Visitor, mut filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let row = |member: Member| Row {
        joined: visitor.when(&member.joined_at),
        left: member.left_at.as_deref().map(|at| visitor.when(at)),
        self_: member.id == visitor.member,
        place: member.place.as_deref().map(|code| place::name(&visitor.lang, code)),
        member,
    };
    let is_owner = visitor.role == Role::Owner;
    let waiting = if is_owner { invites::waiting(&app.db, &app.now()).await? } else { vec![] };
    let waiting = waiting.into_iter().map(|invite| Waiting {
        id: invite.id,
        name: invite.name,
        role: if invite.adviser { "role-adviser".to_owned() } else { format!("role-{}", invite.role.word()) },
        until: visitor.when(&invite.expires_at),
    });
    filled.offer("role", Role::Member.word());
    let show = Show {
        frame: visitor.frame(visitor.lang.text("members-title"), None, crumbs(visitor.lang, None)),
        filled,
        rows: members::all(&app.db).await?.into_iter().map(row).collect(),
        waiting: waiting.collect(),
        roles: ["member", "finance", "owner", "adviser"],
        places: if is_owner { place::choices(&visitor.lang) } else { vec![] },
        is_owner,
    };
    Ok((status, page(&show)?).into_response())
}

fn crumbs(lang: Lang, here: Option<String>) -> Vec<Crumb> {
    let members = lang.text("members-title");
    match here {
        None => vec![],
        Some(text) => {
            vec![Crumb { text: members, href: Some("/members".to_owned()) }, Crumb { text, href: None }]
        }
    }
}

async fn invite(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    newcomer::check_name(&mut filled, visitor.lang, "name");
    let adviser = filled.value("role") == "adviser";
    let role = if adviser { Some(Role::Member) } else { Role::of(filled.value("role")) };
    let Some(role) = role.filter(|_| filled.is_good()) else {
        filled.refuse("role", visitor.lang.text("field-required"));
        return drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let guest = Guest { name: filled.value("name").to_owned(), role, adviser };
    let path = entry::invite(&app.db, guest.clone(), &visitor.member, app.clock.now()).await?;
    handed_out(&app, visitor, &headers, &guest.name, &path, 72, false)
}

async fn reset(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let member = members::one(&app.db, &id).await?.filter(|member| member.left_at.is_none());
    let member = member.ok_or(PageError::NotFound)?;
    let path = entry::reset_link(&app.db, &member, &visitor.member, app.clock.now()).await?;
    handed_out(&app, visitor, &headers, &member.name, &path, 24, true)
}

/// Shows a new link: as text, as a picture for a phone, and in words ready for a chat in both languages.
fn handed_out(
    app: &App,
    mut visitor: Visitor,
    headers: &HeaderMap,
    name: &str,
    path: &str,
    hours: i64,
    is_reset: bool,
) -> Result<Response, PageError> {
    let host = link::host(headers);
    let address = format!("{}{path}", link::base(app, host));
    let firm = visitor.firm.name.clone().unwrap_or_default();
    let key = if is_reset { "reset-chat" } else { "join-chat" };
    let text = |language: Language| {
        let args = [("name", name), ("firm", &firm), ("address", &address)];
        (language, Lang::plain(language).say(key, args.map(|(arg, value)| (arg, FluentValue::from(value.to_owned())))))
    };
    let language = visitor.language();
    visitor.at("/members");
    let title = visitor.lang.text("link-title");
    let link = Link {
        frame: visitor.frame(title.clone(), None, crumbs(visitor.lang, Some(title))),
        name: name.to_owned(),
        qr: link::qr(&address, &visitor.lang.text("link-qr")),
        texts: vec![text(language), text(language.other())],
        until: visitor.when(&app.in_minutes(hours * 60)),
        reach: Reach::of(app.public_url.as_deref(), Some(host)),
        is_reset,
        address,
    };
    Ok(page(&link)?.into_response())
}

async fn revoke(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Redirect, PageError> {
    visitor.require(Role::Owner)?;
    invites::revoke(&app.db, &id, &app.now()).await?;
    Ok(Redirect::to("/members"))
}

async fn give_role(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let role = Role::of(filled.value("role")).ok_or(PageError::Unreadable)?;
    let change = members::set_role(&app.db, &id, role).await?;
    changed(&app, visitor, change).await
}

async fn give_place(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Redirect, PageError> {
    visitor.require(Role::Owner)?;
    let place = place::chosen(filled.value("place")).ok_or(PageError::Unreadable)?;
    match members::set_place(&app.db, &id, place).await? {
        true => Ok(Redirect::to("/members")),
        false => Err(PageError::NotFound),
    }
}

async fn depart(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let change = members::leave(&app.db, &id, &app.now()).await?;
    if change == Change::Done {
        app.keyring.drop_others(&id, "");
    }
    changed(&app, visitor, change).await
}

async fn come_back(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Redirect, PageError> {
    visitor.require(Role::Owner)?;
    members::come_back(&app.db, &id).await?;
    Ok(Redirect::to("/members"))
}

async fn changed(app: &App, mut visitor: Visitor, change: Change) -> Result<Response, PageError> {
    match change {
        Change::Done => Ok(Redirect::to("/members").into_response()),
        Change::Nobody => Err(PageError::NotFound),
        Change::LastOwner => {
            visitor.at("/members");
            let mut filled = Filled::default();
            filled.refuse("members", visitor.lang.text("members-last-owner"));
            drawn(app, &visitor, filled, StatusCode::CONFLICT).await
        }
    }
}
