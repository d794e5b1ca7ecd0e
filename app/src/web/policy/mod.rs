//! The policy: thresholds to read, to change, and to try before they are saved. Every change is a new version.

mod fields;
mod file;
mod trials;
mod tried;
mod trying;
mod view;

pub use trials::Trials;

use super::export::{self, Format};
use super::markup::Pen;
use super::{PageError, Shared, Visitor, href, page, upkeep};
use crate::clock::stamp;
use crate::store::policies;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::sign::{Policy, PolicyError};
use trials::{Answer, Measured, Work};
use tried::Trial;
use view::{Draft, View};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/policy", get(show).post(save))
        .route("/policy/draft", get(again).post(draft))
        .route("/policy/draft.csv", get(changes))
        .route("/policy/draft.xlsx", get(changes))
        .route("/policy/back-test", get(tried::show))
        .route("/policy/back-test.csv", get(tried::file))
        .route("/policy/back-test.xlsx", get(tried::file))
        .route("/policy/versions.csv", get(file::versions))
        .route("/policy/versions.xlsx", get(file::versions))
        .route("/policy/{version}", get(version))
}

/// Returns what takes as long as someone looks.
pub fn streams() -> Router<Shared> {
    Router::new().route("/policy/progress", get(trying::stream))
}

/// Closed while the client's people look on.
fn open(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() { Err(PageError::NotFound) } else { Ok(()) }
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    open(&visitor)?;
    let policy = policies::newest(&app.db).await?;
    let view = View::of(&app, &visitor, policy.policy, None).await?;
    Ok(page(&view)?.into_response())
}

/// Shows a version, `3`, or hands it over: as TOML, `3.toml`, or as a list of its settings, `3.csv` and `3.xlsx`.
async fn version(State(app): State<Shared>, visitor: Visitor, Path(name): Path<String>) -> Result<Response, PageError> {
    open(&visitor)?;
    let listed = Format::split(&name);
    let stem = listed.map_or_else(|| name.strip_suffix(".toml").unwrap_or(&name), |(stem, _)| stem);
    let number = stem.parse().map_err(|_| PageError::NotFound)?;
    let found = policies::numbered(&app.db, number).await?.ok_or(PageError::NotFound)?;
    if let Some((_, format)) = listed {
        file::answer(&visitor, &found.policy, format).await
    } else if name.ends_with(".toml") {
        let disposition = format!("attachment; filename=\"policy-{number}.toml\"");
        let headers =
            [(header::CONTENT_TYPE, "application/toml".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
        Ok((headers, found.policy.text()).into_response())
    } else {
        let view = View::of(&app, &visitor, found.policy, None).await?;
        Ok(page(&view)?.into_response())
    }
}

/// Tries a changed policy: says which findings would appear, vanish or change, and stores nothing.
async fn draft(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    open(&visitor)?;
    visitor.require(Role::Owner)?;
    let current = policies::current(&app.db).await?;
    let changed = match fields::read(&current, &fields) {
        Ok(changed) => changed,
        Err(error) => return refused(&app, &visitor, &error, fields).await,
    };
    // What takes longer is shown where a look again does not try it again.
    let elsewhere = Redirect::to(&address(&current, &changed));
    answered(&app, &visitor, (&current, changed), |_| Ok(elsewhere.into_response())).await
}

/// Returns the address of a changed policy: what is changed stands in it, and nothing is kept.
fn address(current: &Policy, changed: &Policy) -> String {
    let differing = fields::differing(current, changed);
    format!("/policy/draft{}", href::query(differing.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
}

/// Shows a changed policy that was tried, or how far the look at all clients is; without a change, the one in force.
async fn again(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(fields): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    open(&visitor)?;
    visitor.require(Role::Owner)?;
    let current = policies::current(&app.db).await?;
    let Some(changed) = fields::read(&current, &fields).ok().filter(|changed| *changed != current) else {
        return Ok(Redirect::to("/policy").into_response());
    };
    let waits = |work: &Work| trying::drawn(&visitor, "policy-draft-title", work);
    answered(&app, &visitor, (&current, changed), waits).await
}

/// Answers with what a changed policy would do, or with what is shown while all clients are looked at.
async fn answered(
    app: &Shared,
    visitor: &Visitor,
    (current, changed): (&Policy, Policy),
    waits: impl FnOnce(&Work) -> Result<Response, PageError>,
) -> Result<Response, PageError> {
    match trials::answer(app, visitor, &[current.clone(), changed.clone()]).await? {
        Answer::Ready(measured) => Ok(page(&drawn(visitor, (current, changed), (&measured, None))?)?.into_response()),
        Answer::Waiting(work) => waits(&work),
    }
}

/// Answers with what a changed policy would change as a file.
async fn changes(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(fields): Query<Vec<(String, String)>>,
    format: Format,
) -> Result<Response, PageError> {
    open(&visitor)?;
    visitor.require(Role::Owner)?;
    let current = policies::current(&app.db).await?;
    let changed = fields::read(&current, &fields).map_err(|_| PageError::NotFound)?;
    let (_, said) = trials::measured(&app, &visitor, &[current, changed]).await?;
    let pen = Pen::of(&visitor);
    let table = view::table(&pen, &said[0].changes(&said[1]));
    export::answer("policy-draft", table, format, pen.lang).await
}

/// Shows the policy in force with what is wrong with the other one, and what was typed.
async fn refused(
    app: &Shared,
    visitor: &Visitor,
    error: &PolicyError,
    typed: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let (current, error) = (policies::current(&app.db).await?, said(&Pen::of(visitor), error));
    let view = View::of(app, visitor, current, Some((error, typed))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&view)?).into_response())
}

/// Saves a policy that was tried, with the reason for it, and looks at all clients by it.
async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    open(&visitor)?;
    visitor.require(Role::Owner)?;
    let value = |name: &str| fields.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.trim());
    let policy = match Policy::read(value("text")) {
        Ok(policy) => policy,
        Err(error) => return refused(&app, &visitor, &error, vec![]).await,
    };
    let reason: String = value("reason").chars().take(2000).collect();
    let error = if reason.is_empty() {
        "policy-reason-missing"
    } else if policies::save(&app.db, &policy, &visitor.member, &reason, &stamp(app.clock.now())).await? {
        upkeep::renew(&app).await?;
        return Ok(Redirect::to("/policy").into_response());
    } else {
        "policy-overtaken"
    };
    let current = policies::current(&app.db).await?;
    let measured = trials::measured(&app, &visitor, &[current.clone(), policy.clone()]).await?;
    let drawn = drawn(&visitor, (&current, policy), (&measured, Some(error)))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&drawn)?).into_response())
}

/// Draws what a changed policy would do today, and what it would have said before the ends of our own cases.
fn drawn(
    visitor: &Visitor,
    (current, changed): (&Policy, Policy),
    ((past, said), error): (&Measured, Option<&str>),
) -> Result<Draft, PageError> {
    let [now, then] = &said[..] else { return Err(PageError::Broken("two policies were tried".to_owned())) };
    let trial = Trial::of(&Pen::of(visitor), past, &[(current, &now.tried), (&changed, &then.tried)]);
    Ok(Draft::of(visitor, (current, changed), (&now.changes(then), trial), error))
}

/// Says what is wrong with a policy, and where.
fn said(pen: &Pen, error: &PolicyError) -> String {
    let (mut low, mut high) = (String::new(), String::new());
    let (key, code, field) = match error {
        PolicyError::Unreadable(_) => ("policy-error-unreadable", "", ""),
        PolicyError::Missing { code, key } => ("policy-error-missing", code.as_str(), key.as_str()),
        PolicyError::Unknown { code, key } => ("policy-error-unknown", code.as_str(), key.as_str()),
        PolicyError::Disordered { code } => ("policy-error-disordered", code.as_str(), ""),
        PolicyError::NotWhole { code, key } => ("policy-error-whole", code.as_str(), key.as_str()),
        PolicyError::OutOfRange { code, key, low: least, high: most } => {
            (low, high) = (pen.lang.written(&least.to_string()), pen.lang.written(&most.to_string()));
            ("policy-error-range", code.as_str(), key.as_str())
        }
    };
    let name = format!("{code}-name");
    let name = match code {
        "general" => pen.lang.text("policy-general"),
        _ if pen.lang.has(&name) => pen.lang.text(&name),
        code => code.to_owned(),
    };
    let field = fields::name(pen, field);
    pen.lang.say(key, [("sign", name.into()), ("field", field.into()), ("low", low.into()), ("high", high.into())])
}
