//! A statement to print, where nothing is stored.

use super::crumbs;
use crate::store::settings;
use crate::web::app::Shared;
use crate::web::when::in_digits;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::record::{Choice, Report};

#[derive(Template)]
#[template(path = "reports/statement.html")]
struct Statement {
    frame: Frame,
    firm: String,
    report: Report,
    client: String,
    kind: String,
    at: String,
    target: Option<String>,
    known_by: Option<String>,
    wishes: Vec<String>,
    on: Day,
    outside: Option<String>,
}

pub async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    report: Report,
    client: String,
    wishes: &[String],
) -> Result<Response, PageError> {
    let lang = visitor.lang;
    let day = Day::from_iso(&report.at).unwrap_or(visitor.today);
    let time = report.at.split_once('T').map(|(_, time)| format!(" {}", in_digits(time, lang.digits)));
    let statement = Statement {
        frame: visitor.frame(lang.text("statement-title"), None, crumbs(lang, "statement-title")),
        firm: visitor.firm.name.clone().unwrap_or_default(),
        client,
        kind: format!("report-kind-{}", report.kind.word()),
        at: lang.weekday(day) + time.unwrap_or_default().as_str(),
        target: report.target_side.map(|side| format!("target-{}", side.word())),
        known_by: report.known_by.as_ref().map(|word| format!("known-by-{word}")),
        wishes: wishes.iter().map(|wish| format!("wish-{wish}")).collect(),
        on: visitor.today,
        outside: settings::get(&app.db, settings::OUTSIDE_ROUTE).await?,
        report,
    };
    Ok(page(&statement)?.into_response())
}
