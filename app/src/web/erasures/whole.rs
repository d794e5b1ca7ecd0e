//! Proposing to erase somebody whole: someone who left the firm, or a prospect.

use super::let_in;
use super::propose::{Form, Waiting, basis, here, proposed, waiting};
use crate::flow::destruction::{self, Wanted};
use crate::flow::next_client;
use crate::keep::erasures::Scope;
use crate::store::destructions;
use crate::store::members::{self, Member};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::{Crumb, Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::learning::identity::Names;
use domain::erasure::Basis;
use domain::lesson::prospect::Profile;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "erasures/whole.html")]
struct Whole {
    frame: Frame,
    lede: String,
    waiting: Vec<Waiting>,
    list: &'static str,
    forms: Vec<Form>,
    filled: Filled,
    here: String,
}

/// Who is erased whole, outside a client's records.
enum Whom {
    /// Someone who left the firm.
    Member(Member),
    /// Somebody who may have become a client: id and name.
    Prospect(String, Box<Profile>),
}

impl Whom {
    fn name(&self) -> &str {
        match self {
            Whom::Member(member) => &member.name,
            Whom::Prospect(_, profile) => &profile.name,
        }
    }

    /// Returns the page of their kind, its key and the path of this one.
    fn place(&self) -> (&'static str, &'static str, String) {
        match self {
            Whom::Member(member) => ("/members", "members-title", href::path(["members", &member.id, "erasures"])),
            Whom::Prospect(id, _) => ("/prospects", "prospects-title", href::path(["prospects", id, "erasures"])),
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Whom::Member(_) => "member",
            Whom::Prospect(..) => "prospect",
        }
    }

    /// Returns what must not stand in what is kept for good.
    fn names(&self) -> Names {
        match self {
            Whom::Member(member) => Names { people: vec![member.name.clone()], ..Names::default() },
            Whom::Prospect(_, profile) => {
                let people = profile.person.clone().into_iter().collect();
                Names { client: vec![profile.name.clone()], people, ..Names::default() }
            }
        }
    }

    fn is_meant(&self, scope: &Scope) -> bool {
        match (self, scope) {
            (Whom::Member(own), Scope::Member { member }) => *member == own.id,
            (Whom::Prospect(own, _), Scope::Prospect { prospect }) => prospect == own,
            _ => false,
        }
    }

    fn wanted(&self) -> Wanted {
        match self {
            Whom::Member(member) => Wanted::Member { member: member.id.clone() },
            Whom::Prospect(prospect, _) => Wanted::Prospect { prospect: prospect.clone() },
        }
    }
}

/// Returns someone who left the firm; of nobody else everything that they said is erased.
async fn left(app: &Shared, id: &str) -> Result<Whom, PageError> {
    let member = members::one(&app.db, id).await?.filter(|member| member.left_at.is_some());
    member.map(Whom::Member).ok_or(PageError::NotFound)
}

/// Returns a prospect.
async fn met(app: &Shared, id: &str) -> Result<Whom, PageError> {
    let told = next_client::prospect(app.place(), id).await?.ok_or(PageError::NotFound)?;
    Ok(Whom::Prospect(id.to_owned(), Box::new(told.now.profile)))
}

pub async fn member(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    of_one(&app, &visitor, &left(&app, &id).await?, (Filled::default(), StatusCode::OK)).await
}

pub async fn prospect(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    of_one(&app, &visitor, &met(&app, &id).await?, (Filled::default(), StatusCode::OK)).await
}

async fn of_one(
    app: &Shared,
    visitor: &Visitor,
    whom: &Whom,
    (filled, status): (Filled, StatusCode),
) -> Result<Response, PageError> {
    let title = visitor.lang.say("erasures-whole-title", [("name", FluentValue::from(whom.name()))]);
    let (list, key, own) = whom.place();
    let list = Crumb { text: visitor.lang.text(key), href: Some(list.to_owned()) };
    let is_theirs = |proposal: &destructions::Proposal| {
        destruction::scope(&proposal.id, &proposal.scope).is_ok_and(|scope| whom.is_meant(&scope))
    };
    let form = Form { name: whom.word(), bases: &[Basis::Request, Basis::Contract], field: "", choices: vec![] };
    let show = Whole {
        frame: visitor.frame(title.clone(), None, vec![list, here(title)]),
        lede: visitor.lang.text(&format!("erasures-{}-lede", whom.word())),
        waiting: waiting(app, visitor, is_theirs).await?,
        list: "/erasures",
        forms: if visitor.role == Role::Owner { vec![form] } else { vec![] },
        filled,
        here: own,
    };
    Ok((status, page(&show)?).into_response())
}

pub async fn propose_member(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    let whom = left(&app, &id).await?;
    propose_one(&app, visitor, whom, filled).await
}

pub async fn propose_prospect(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    let whom = met(&app, &id).await?;
    propose_one(&app, visitor, whom, filled).await
}

async fn propose_one(
    app: &Shared,
    mut visitor: Visitor,
    whom: Whom,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    filled.set("form", whom.word());
    let proposed = match basis(&visitor, &mut filled, &whom.names()) {
        Some(why) if filled.is_good() => proposed(app, &visitor, &mut filled, whom.wanted(), why).await?,
        _ => None,
    };
    match proposed {
        Some(proposed) => Ok(proposed),
        None => {
            visitor.at(&whom.place().2);
            of_one(app, &visitor, &whom, (filled, StatusCode::UNPROCESSABLE_ENTITY)).await
        }
    }
}
