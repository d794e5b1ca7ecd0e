//! What counts how much when the options of a decision are compared. The firm sets it before any case: a case holds to
//! the version that was in force when it was opened (DOMAIN A2).

use super::app::Shared;
use super::export::{self, Cell, Column, Format, Table};
use super::form::{self, Filled};
use super::markup::{Markup, Pen};
use super::{Frame, PageError, Verb, Visitor, page};
use crate::store::viewer::Role;
use crate::store::weights::{self, Version};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::case::options::Criterion;
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

/// A weight above this is a slip of the pen.
const WEIGHT_MAX: f64 = 1000.0;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/weights", get(show).post(save))
        .route("/weights.csv", get(file))
        .route("/weights.xlsx", get(file))
}

/// One criterion.
struct Row {
    word: &'static str,
    /// What it counts of the whole.
    share: Markup,
    written: String,
}

/// One version.
struct Past {
    about: Markup,
    reason: String,
    shares: Vec<Markup>,
}

#[derive(Template)]
#[template(path = "weights/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    lede: Markup,
    rows: Vec<Row>,
    number: u32,
    may_set: bool,
    past: Vec<Past>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

/// Answers with all versions as a file, the newest first: what each criterion counts of the whole.
async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let lang = visitor.lang;
    let row = |version: &Version| {
        let own = export::version(&visitor, version.number, (&version.set_at, version.set_by.as_deref()));
        let shares = version.shares().into_iter().map(|(_, share)| Cell::Share(share));
        own.into_iter().chain([version.reason.as_str().into()]).chain(shares).collect()
    };
    let words: Vec<&str> = Criterion::ALL.iter().map(|criterion| criterion.word()).collect();
    let mut columns = export::version_columns(lang);
    columns.push(Column::of(lang, "reason", "policy-reason"));
    columns.extend(Column::each(lang, "criterion-{}", &words));
    let rows = weights::all(&app.db).await?.iter().map(row).collect();
    export::answer("weights", Table { title: lang.text("weights-title"), columns, rows }, format, lang).await
}

/// Keeps weights as a new version, with the reason.
async fn save(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let mut weights = BTreeMap::new();
    for criterion in Criterion::ALL {
        match form::number(filled.value(criterion.word())).filter(|weight| (0.0..=WEIGHT_MAX).contains(weight)) {
            Some(weight) => {
                weights.insert(*criterion, weight);
            }
            None => filled.refuse(criterion.word(), visitor.lang.text("weights-invalid")),
        }
    }
    if filled.is_good() && weights.values().sum::<f64>() <= 0.0 {
        filled.refuse("weights", visitor.lang.text("weights-all-zero"));
    }
    let reason: String = filled.value("reason").chars().take(2000).collect();
    if reason.is_empty() {
        filled.refuse("reason", visitor.lang.text("weights-reason-missing"));
    }
    let seen = form::number(filled.value("number")).map_or(0, |number| number as u32);
    if filled.is_good() && !weights::save(&app.db, seen, &weights, &visitor.member, &reason, &app.now()).await? {
        filled.refuse("weights", visitor.lang.text("weights-overtaken"));
    }
    if filled.is_good() {
        Ok(Redirect::to("/weights").into_response())
    } else {
        visitor.at("/weights");
        drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(visitor);
    let current = weights::newest(&app.db).await?;
    let row = |(criterion, share): (Criterion, f64)| {
        let weight = current.weights.get(&criterion).copied().unwrap_or_default();
        let written = filled.value(criterion.word());
        let written = if written.is_empty() && filled.is_good() { weight.to_string() } else { written.to_owned() };
        Row { word: criterion.word(), share: pen.percent(share), written }
    };
    let key = if current.number == 0 { "weights-lede-none" } else { "weights-lede" };
    let show = Show {
        frame: visitor.frame(visitor.lang.text("weights-title"), Some(Verb::Decide), vec![]),
        lede: pen.t(key),
        rows: current.shares().into_iter().map(row).collect(),
        number: current.number,
        may_set: visitor.role == Role::Owner,
        past: weights::all(&app.db).await?.iter().map(|version| past(visitor, version)).collect(),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

fn past(visitor: &Visitor, version: &Version) -> Past {
    let pen = Pen::of(visitor);
    let day = pen.lang.day(visitor.when(&version.set_at).day);
    let args = [
        ("n", FluentValue::from(f64::from(version.number))),
        ("who", FluentValue::from(version.set_by.clone().unwrap_or_default())),
        ("day", FluentValue::from(day)),
    ];
    let share = |(criterion, share): (Criterion, f64)| {
        Markup::join([pen.t(&format!("criterion-{}", criterion.word())), pen.percent(share)], " ")
    };
    Past {
        about: pen.say("weights-version", args),
        reason: version.reason.clone(),
        shares: version.shares().into_iter().map(share).collect(),
    }
}
