//! The archives of all cases in which a visitor takes part: what each is, who may open it, until when it is kept, and when
//! somebody looked whether it is whole.

mod file;
mod line;

use crate::web::app::Shared;
use crate::web::cases::archives::checked;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::case::parting::Scope;
use fluent_bundle::FluentValue;
use line::{Asked, Kept, Line, STATES};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/archives", get(list))
        .route("/archives.csv", get(file::answer))
        .route("/archives.xlsx", get(file::answer))
}

#[derive(Template)]
#[template(path = "archives/list.html")]
struct List {
    frame: Frame,
    lede: Markup,
    asked: Asked,
    /// What can be asked for: the word, how it reads.
    scopes: Vec<(&'static str, Markup)>,
    states: Vec<(&'static str, Markup)>,
    archives: Option<Sheet>,
    /// Where the list is, as it was asked for.
    list: String,
}

async fn list(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let lines = line::lines(&app, &visitor, &asked).await?;
    let pen = Pen::of(&visitor);
    let title = pen.lang.text("archives-all");
    let crumbs = vec![
        Crumb { text: pen.lang.text("retention-title"), href: Some("/retention".to_owned()) },
        Crumb { text: title.clone(), href: None },
    ];
    let words = |list: &str, words: &[&'static str]| {
        words.iter().map(|word| (*word, pen.t(&list.replace("{}", word)))).collect::<Vec<_>>()
    };
    let list = List {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        lede: Markup::strong(&pen.lang.say("archives-count", [("n", FluentValue::from(lines.len() as f64))])),
        scopes: words("archive-scope-{}", Scope::WORDS),
        states: words("archives-state-{}", &STATES),
        archives: (!lines.is_empty()).then(|| sheet(&pen, &lines)),
        list: format!("/archives{}", asked.query()),
        asked,
    };
    Ok(page(&list)?.into_response())
}

fn sheet(pen: &Pen, lines: &[Line]) -> Sheet {
    let heads = ["client", "archives-what", "archives-when", "archives-readers", "archives-until", "archives-stands"];
    let heads = heads.into_iter().map(|key| Head::words(pen.t(key)));
    Sheet {
        caption: pen.t("archives-all"),
        heads: heads.chain([Head::words(pen.t("archives-looked")), Head::words(pen.t("archives-digest"))]).collect(),
        rows: lines.iter().map(|line| row(pen, line)).collect(),
        is_cards: true,
    }
}

fn row(pen: &Pen, line: &Line) -> Vec<Markup> {
    let made = [pen.day(line.made_on), pen.name(&line.by)];
    let state = pen.t(&format!("archives-state-{}", line.state()));
    let readers = line.readers.iter().map(|name| pen.name(name));
    vec![
        pen.link(&line.href, &pen.name(&line.client)),
        pen.t(&format!("archive-scope-{}", line.scope.word())),
        Markup::join(made, " · "),
        match line.scope {
            Scope::Theirs => pen.t("archives-open"),
            _ => Markup::join(readers, &pen.lang.text("case-comma")),
        },
        kept(pen, line.kept),
        Markup::join([Some(state), line.replaced_on.map(|on| pen.day(on))].into_iter().flatten(), " · "),
        checked(pen, line.checked_on, line.is_whole),
        pen.id(&line.sha256),
    ]
}

fn kept(pen: &Pen, kept: Kept) -> Markup {
    match kept {
        Kept::Held => pen.t("archives-held"),
        Kept::Stopped => pen.t("archives-stopped"),
        Kept::Until(on) => pen.day(on),
        Kept::Waits => pen.t("archives-waits"),
        Kept::Gone => pen.t("archives-gone"),
    }
}
