//! Who is who in a case: roles given and taken; what nobody was given falls to the owners.

use super::ask::Fields;
use super::refusal::Refused;
use super::scene::Scene;
use super::words::shown;
use super::{Attempt, attempt, crumbs, seen};
use crate::web::app::Shared;
use crate::web::export::{Format, Table};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::{Act, Action, Role};

/// The roles that a case's page names first.
pub const LEADING: [Role; 3] = [Role::DecisionOwner, Role::Lead, Role::Facilitator];

/// The roles that can be given, in the order in which they are read.
const GIVEN: [Role; 11] = [
    Role::DecisionOwner,
    Role::Lead,
    Role::Facilitator,
    Role::Function,
    Role::Finance,
    Role::Counsel,
    Role::Guardian,
    Role::Compliance,
    Role::Dpo,
    Role::It,
    Role::Auditor,
];

/// A role with who holds it.
struct Row {
    word: &'static str,
    name: Markup,
    does: Markup,
    /// Who was given it: id and name.
    given: Vec<(String, Markup)>,
    /// Who holds it because nobody was given it.
    falls_to: Markup,
}

#[derive(Template)]
#[template(path = "cases/roles.html")]
struct Roles {
    frame: Frame,
    name: Markup,
    refused: Option<Refused>,
    rows: Vec<Row>,
    fields: Vec<super::ask::Field>,
    may: bool,
    seq: u32,
    here: String,
    back: String,
}

type Place = Path<(String, String)>;

/// Comes back to the page from an address that only takes forms.
pub async fn back(Path((client, case)): Place) -> Redirect {
    Redirect::to(&format!("{}/roles", href::case(href::decoded(&client), &case)))
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    drawn(&scene, &Filled::default(), None)
}

/// Answers with the roles and who holds each as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let cells = |role: &Role| {
        let own = row(&scene, *role);
        let given = Markup::join(own.given.into_iter().map(|(_, name)| name), &visitor.lang.text("case-comma"));
        vec![own.name.into(), own.does.into(), given.into(), own.falls_to.into()]
    };
    let heads =
        [("role", "roles-role"), ("does", "roles-does"), ("given_to", "roles-given"), ("falls_to", "roles-falls-to")];
    let table = Table::of(visitor.lang, "roles-title", &heads, GIVEN.iter().map(cells).collect());
    scene.answer("roles", table, format).await
}

/// Gives a role.
pub async fn give(
    State(app): State<Shared>,
    visitor: Visitor,
    place: Place,
    filled: Filled,
) -> Result<Response, PageError> {
    change(app, visitor, place, filled, |role, member| Act::GiveRole { role, member }).await
}

/// Ends a role.
pub async fn end(
    State(app): State<Shared>,
    visitor: Visitor,
    place: Place,
    filled: Filled,
) -> Result<Response, PageError> {
    change(app, visitor, place, filled, |role, member| Act::TakeRole { role, member }).await
}

async fn change(
    app: Shared,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut filled: Filled,
    act: fn(Role, String) -> Act,
) -> Result<Response, PageError> {
    let here = format!("{}/roles", href::case(href::decoded(&client), &case));
    visitor.at(&here);
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let role = Role::of(filled.value("role")).filter(|role| GIVEN.contains(role));
    let member = filled.value("member").to_owned();
    let member = Some(member).filter(|member| scene.people.all().any(|one| one.id == *member));
    let choose = || visitor.lang.text("case-choose-one");
    if role.is_none() {
        filled.refuse("role", choose());
    }
    if member.is_none() {
        filled.refuse("member", choose());
    }
    let (Some(role), Some(member)) = (role, member) else { return drawn(&scene, &filled, None) };
    match attempt(&app, &visitor, &scene.opened, seen(&filled), act(role, member)).await? {
        // Whoever gives away their last role in the case no longer sees it.
        Attempt::Done(opened) if !opened.case.allows(&visitor.member, Action::See) => {
            Ok(Redirect::to("/cases").into_response())
        }
        Attempt::Done(_) => Ok(Redirect::to(&here).into_response()),
        Attempt::Refused(refused) => drawn(&scene, &filled, Some(*refused)),
    }
}

fn drawn(scene: &Scene, filled: &Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let bad = refused.is_some() || !filled.is_good();
    let title = pen.lang.text("roles-title");
    let members = scene.people.all().map(|member| (member.id.clone(), pen.name(&member.name)));
    let choose = |key: &str| (String::new(), pen.t(key));
    let roles = super::ask::words(pen, "case-role-{}", GIVEN.iter().map(|role| role.word()));
    let page_of = Roles {
        frame: scene.visitor.frame(
            title.clone(),
            Some(Verb::Decide),
            crumbs(scene.visitor, &scene.opened, Some(title)),
        ),
        name: pen.name(scene.name()),
        refused,
        rows: GIVEN.iter().map(|role| row(scene, *role)).collect(),
        fields: Fields::of(pen, filled)
            .pick("role", "roles-role", [choose("choose")].into_iter().chain(roles))
            .pick("member", "roles-member", [choose("choose")].into_iter().chain(members))
            .all(),
        may: scene.may(Action::NameRoles),
        seq: scene.case().seq,
        here: scene.href("roles"),
        back: scene.href(""),
    };
    let status = if bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page(&page_of)?).into_response())
}

fn row(scene: &Scene, role: Role) -> Row {
    let (case, pen) = (scene.case(), &scene.pen);
    let given = case.roles.get(&role).cloned().unwrap_or_default();
    let named = |member: &String| (member.clone(), pen.name(scene.people.name(member)));
    Row {
        word: role.word(),
        name: shown(pen, "case-role-{}", role.word()),
        does: shown(pen, "role-does-{}", role.word()),
        falls_to: if given.is_empty() { scene.people.names(pen, case.holders(role)) } else { Markup::default() },
        given: given.iter().map(named).collect(),
    }
}
