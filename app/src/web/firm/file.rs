//! The firm's facts as a file: `firm.toml`, to keep beside other papers, to write by hand, and to read back.

use super::super::app::Shared;
use super::super::form::Filled;
use super::super::{PageError, Visitor};
use super::{back, drawn};
use crate::lang::Lang;
use crate::store::firm_facts;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::{Multipart, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::firm::Firm;
use fluent_bundle::FluentValue;
use jiff::tz::TimeZone;

pub fn routes() -> Router<Shared> {
    Router::new().route("/firm.toml", get(download)).route("/firm/file", post(upload).get(back))
}

async fn download(visitor: Visitor) -> Result<Response, PageError> {
    visitor.require(Role::Finance)?;
    if !visitor.viewer.sees_money() {
        return Err(PageError::Sharing);
    }
    let text = toml::to_string_pretty(&*visitor.firm).expect("facts are text, days and numbers");
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"firm.toml\""),
    ];
    Ok((headers, text).into_response())
}

async fn upload(
    State(app): State<Shared>,
    mut visitor: Visitor,
    mut multipart: Multipart,
) -> Result<Response, PageError> {
    visitor.require(Role::Finance)?;
    let field = multipart.next_field().await.map_err(|error| PageError::of_status(error.status()))?;
    let text = match field {
        Some(field) => field.text().await.map_err(|error| PageError::of_status(error.status()))?,
        None => String::new(),
    };
    match read(&text, visitor.lang) {
        Ok(firm) => {
            firm_facts::save(&app.db, &firm, &visitor.member, &app.now()).await?;
            app.upkeep.wish();
            Ok(Redirect::to("/firm").into_response())
        }
        Err(problem) => {
            let mut filled = Filled::default();
            filled.refuse("file", problem);
            visitor.at("/firm");
            drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Reads a file of facts, or says what is wrong with it and where.
fn read(text: &str, lang: Lang) -> Result<Firm, String> {
    let said = |key: &str, what: String| Err(lang.say(key, [("what", FluentValue::from(what))]));
    if text.trim().is_empty() {
        return said("firm-file-empty", String::new());
    }
    let firm: Firm = match toml::from_str(text) {
        Ok(firm) => firm,
        Err(error) => {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let args =
                [("line", FluentValue::from(line as f64)), ("what", FluentValue::from(error.message().to_owned()))];
            return Err(lang.say("firm-file-unreadable", args));
        }
    };
    let hours_wrong =
        firm.working_hours.is_some_and(|hours| hours.opens_minute >= hours.closes_minute || hours.closes_minute > 1440);
    if let Some(place) = firm.place.as_ref().filter(|_| firm.calendar().is_none()) {
        said("firm-file-place", place.clone())
    } else if let Some(zone) = firm.zone.as_ref().filter(|zone| TimeZone::get(zone).is_err()) {
        said("firm-file-zone", zone.clone())
    } else if hours_wrong {
        said("hours-invalid", String::new())
    } else {
        Ok(firm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn says_what_is_wrong_and_where() {
        let check = |text: &str, says: &str| {
            let answer = read(text, Lang::plain(Language::English)).expect_err(text);
            assert!(answer.contains(says), "{answer}");
        };
        check("", "empty");
        check("name = \"Midad\"\ncash = 5\n", "line 2");
        check("color = \"red\"", "color");
        check("place = \"XX\"", "XX");
        check("zone = \"Asia/Riyad\"", "Asia/Riyad");
        check("working_hours = { opens_minute = 600, closes_minute = 540 }", "closing");
        let firm =
            read("name = \"Midad\"\ncash = [{ on = \"2026-01-01\", value = 5 }]", Lang::plain(Language::English));
        assert_eq!(firm.expect("a good file").cash.len(), 1);
    }
}
