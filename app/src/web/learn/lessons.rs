//! The library of lessons: without client, person, sum or day, for everyone in the firm.

use crate::store::lessons as store;
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::case::learning::library::{Told, shelf};
use domain::case::root_cause::RootCause;
use fluent_bundle::FluentValue;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    cause: String,
}

#[derive(Template)]
#[template(path = "learn/lessons.html")]
struct Lessons {
    frame: Frame,
    lede: Markup,
    asked: String,
    /// Where the list is, as it was asked for.
    list: String,
    /// The causes that can be asked for: address, words, and whether it is the one.
    causes: Vec<(String, Markup, bool)>,
    has_rare: bool,
    lessons: Vec<LessonView>,
}

/// One lesson: its words, what it changes, and its cause where enough share it.
struct LessonView {
    said: String,
    form: Markup,
    cause: Option<Markup>,
}

pub async fn lessons(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let all = all(&app, &visitor).await?;
    let pen = Pen::of(&visitor);
    let of = RootCause::of(&asked.cause);
    let shelf = shelf(&all, &asked.q, of);
    let cause = |(cause, n): &(RootCause, u32)| {
        let query = href::query([("q", asked.q.as_str()), ("cause", cause.word())]);
        let word = shown(&pen, "root-cause-{}", cause.word());
        let counted = pen.about("lessons-of-cause", u64::from(*n));
        (format!("/lessons{query}"), Markup::join([word, counted], " · "), of == Some(*cause))
    };
    let n = FluentValue::from(shelf.lessons.len() as f64);
    let key = if all.is_empty() { "lessons-lede-none" } else { "lessons-lede" };
    let learn = Crumb { text: pen.lang.text("verb-learn"), href: Some("/learn".to_owned()) };
    let title = pen.lang.text("lessons-title");
    let shown = Lessons {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), vec![learn, Crumb { text: title, href: None }]),
        lede: Markup::strong(&pen.lang.say(key, [("n", n)])),
        causes: shelf.causes.iter().map(cause).collect(),
        has_rare: shelf.has_rare,
        lessons: shelf
            .lessons
            .iter()
            .map(|(told, cause)| LessonView {
                said: told.text.clone(),
                form: shown(&pen, "lesson-form-{}", told.form.word()),
                cause: cause.map(|cause| shown(&pen, "root-cause-{}", cause.word())),
            })
            .collect(),
        list: format!("/lessons{}", href::query([("q", asked.q.as_str()), ("cause", asked.cause.as_str())])),
        asked: asked.q,
    };
    Ok(page(&shown)?.into_response())
}

async fn all(app: &Shared, visitor: &Visitor) -> Result<Vec<Told>, PageError> {
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(store::all(&app.db).await?) }
}

/// Answers with the lessons that were asked for as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    format: Format,
) -> Result<Response, PageError> {
    let (all, pen) = (all(&app, &visitor).await?, Pen::of(&visitor));
    let row = |(told, cause): &(&Told, Option<RootCause>)| {
        vec![
            Cell::Text(told.text.clone()),
            shown(&pen, "lesson-form-{}", told.form.word()).into(),
            cause.map(|cause| shown(&pen, "root-cause-{}", cause.word())).into(),
        ]
    };
    let heads = [("lesson", "lessons-lesson"), ("form", "lessons-form"), ("cause", "lessons-cause")];
    let rows = shelf(&all, &asked.q, RootCause::of(&asked.cause)).lessons.iter().map(row).collect();
    export::answer("lessons", Table::of(pen.lang, "lessons-title", &heads, rows), format, pen.lang).await
}
