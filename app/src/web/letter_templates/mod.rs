//! The firm's own letter templates: every kind of letter and every part that several share, in both languages. The owner
//! changes them; each change is a version with its reason.

mod show;
mod terms;

use super::app::Shared;
use super::export::{self, Cell, Format, Table};
use super::letters::template_name;
use super::markup::{Markup, Pen};
use super::{Frame, PageError, Verb, Visitor, page};
use crate::lang::Language;
use crate::letter::NAMES;
use crate::store::letter_templates::{self, Version};
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::separation::letter::Kind;
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/letter-templates", get(list))
        .route("/letter-templates.csv", get(file))
        .route("/letter-templates.xlsx", get(file))
        .route("/letter-templates/{language}/{name}", get(show::show).post(show::change))
}

#[derive(Template)]
#[template(path = "letter_templates/list.html")]
struct List {
    frame: Frame,
    lede: Markup,
    kinds: Vec<Line>,
    parts: Vec<Line>,
}

/// A template in the list, in both languages.
struct Line {
    name: Markup,
    texts: Vec<Standing>,
}

/// How a template stands in one language.
struct Standing {
    href: String,
    language: Markup,
    /// Which version it is, where it is the firm's own.
    state: Option<Markup>,
}

async fn list(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let own = letter_templates::current(&app.db).await?;
    let pen = Pen::of(&visitor);
    let line = |name: &str| Line {
        name: Markup::text(&template_name(&visitor.lang, name)),
        texts: [Language::Arabic, Language::English].map(|language| standing(&visitor, language, name, &own)).into(),
    };
    let owned = own.iter().filter(|one| one.text.is_some()).count();
    let list = List {
        frame: visitor.frame(pen.lang.text("template-title"), Some(Verb::Part), vec![]),
        lede: Markup::strong(&pen.lang.say("template-lede", [("n", FluentValue::from(owned as f64))])),
        kinds: Kind::ALL.iter().map(|kind| line(kind.word())).collect(),
        parts: parts().map(line).collect(),
    };
    Ok(page(&list)?.into_response())
}

/// Returns the parts that several letters share.
fn parts() -> impl Iterator<Item = &'static str> {
    NAMES.iter().copied().filter(|name| Kind::of(name).is_none())
}

/// Answers with the list as a file: one row a template and language, with what the firm changed of it.
async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let (own, lang) = (letter_templates::current(&app.db).await?, visitor.lang);
    let row = |name: &str, language: Language| {
        let found = found(&own, language, name);
        vec![
            Cell::Text(template_name(&lang, name)),
            Cell::Text(lang.text(&format!("letter-language-{}", language.tag()))),
            found.map(|one| Cell::Number(f64::from(one.version))).into(),
            found.and_then(|one| one.set_by.as_deref()).into(),
            found.map(|one| visitor.when(&one.set_at).day).into(),
            found.map(|one| one.reason.as_str()).into(),
        ]
    };
    let heads = [
        ("template", "template-name"),
        ("language", "template-language"),
        ("version", "criterion-version"),
        ("set_by", "export-import-by"),
        ("set_on", "export-row-on"),
        ("reason", "template-reason"),
    ];
    let names = Kind::ALL.iter().map(|kind| kind.word()).chain(parts());
    let rows = names.flat_map(|name| [Language::Arabic, Language::English].map(|language| row(name, language)));
    let table = Table::of(lang, "template-title", &heads, rows.collect());
    export::answer("letter-templates", table, format, lang).await
}

/// Returns the firm's own version of a template in a language.
fn found<'v>(own: &'v [Version], language: Language, name: &str) -> Option<&'v Version> {
    own.iter().find(|one| one.language == language.tag() && one.name == name && one.text.is_some())
}

fn standing(visitor: &Visitor, language: Language, name: &str, own: &[Version]) -> Standing {
    let pen = Pen::of(visitor);
    Standing {
        href: href(language, name),
        language: pen.t(&format!("letter-language-{}", language.tag())),
        state: found(own, language, name).map(|version| about(visitor, version)),
    }
}

/// Returns the address of a template's page.
fn href(language: Language, name: &str) -> String {
    format!("/letter-templates/{}/{name}", language.tag())
}

/// Says which version it is, whose, and of which day.
fn about(visitor: &Visitor, version: &Version) -> Markup {
    let args = [
        ("n", FluentValue::from(f64::from(version.version))),
        ("who", FluentValue::from(version.set_by.clone().unwrap_or_default())),
        ("day", FluentValue::from(visitor.lang.day(visitor.when(&version.set_at).day))),
    ];
    Pen::of(visitor).say("weights-version", args)
}
