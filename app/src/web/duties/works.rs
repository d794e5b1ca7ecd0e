//! The schedule of rights: each work, what becomes of the rights in it, and what they wait for.

use super::{At as Named, Desk};
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::export::{Cell, Format, Place as At, Table};
use crate::web::markup::Markup;
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::Action;
use domain::separation::work::{Lack, Scheduled, Step, Trigger};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "duties/works.html")]
struct Works {
    frame: Frame,
    name: Markup,
    lede: Markup,
    sheet: Option<Sheet>,
    /// Where the list is.
    list: String,
    add: Option<String>,
    back: String,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let (pen, scene) = (desk.pen(), &desk.scene);
    let works = Works {
        frame: desk.frame("go-part-works"),
        name: pen.name(scene.name()),
        lede: lede(&desk),
        sheet: table(&desk).sheet(pen),
        list: scene.href("part/works"),
        add: (scene.may(Action::Work) && scene.case().stage.is_parting()).then(|| scene.href("work")),
        back: scene.href("part/obligations"),
    };
    Ok(page(&works)?.into_response())
}

/// Answers with the schedule as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    desk.answer("works", table(&desk), format).await
}

fn lede(desk: &Desk) -> Markup {
    let parting = &desk.case().parting;
    let is_paid = parting.is_paid_in_full();
    let rows = &parting.works.rows;
    let open = rows.iter().filter(|one| !one.lacks(is_paid).is_empty()).count();
    let lang = desk.pen().lang;
    Markup::strong(&match (rows.len(), open) {
        (0, _) => lang.text("works-none"),
        (_, 0) => lang.text("works-done"),
        (_, open) => lang.say("works-open", [("n", FluentValue::from(open as f64))]),
    })
}

fn table(desk: &Desk) -> Table {
    let heads = [
        (At::Both, "work", "work-name"),
        (At::Both, "origin", "work-origin"),
        (At::Both, "author", "work-author"),
        (At::Both, "grant", "work-grant"),
        (At::File, "terms", "work-terms"),
        (At::Both, "trigger", "work-trigger"),
        (At::File, "in_writing", "work-by-paper"),
        (At::File, "files_owed", "work-files-owed"),
        (At::Both, "licence", "work-licence"),
        (At::Both, "waits", "work-waits"),
        (At::File, "chained_on", "work-chained-on"),
        (At::File, "accepted_on", "work-accepted-on"),
        (At::File, "signed_on", "work-signed-on"),
        (At::Page, "", "inventory-next"),
    ];
    let parting = &desk.case().parting;
    let is_paid = parting.is_paid_in_full();
    let rows = parting.works.rows.iter().map(|one| row(desk, one, is_paid)).collect();
    Table::placed(desk.pen().lang, "go-part-works", &heads, rows)
}

fn row(desk: &Desk, one: &Scheduled, is_paid: bool) -> Vec<Cell> {
    let (pen, work) = (desk.pen(), &one.work);
    let said = one.said.as_ref();
    let name = said.map_or_else(|| pen.t("words-erased"), |said| pen.name(&said.work));
    let terms = said.and_then(|said| said.terms.as_deref());
    let grant = shown(pen, "work-grant-{}", work.grant.word());
    let files = work.files_owed.then(|| pen.t("work-files-owed"));
    let with_terms = [Some(grant.clone()), terms.map(|terms| pen.name(terms)), files].into_iter().flatten();
    let trigger = when(desk, one);
    let paper = work.asks_for(Step::Signed).then(|| pen.t("work-by-paper"));
    let waits = one.lacks(is_paid);
    let waits = waits.iter().map(|lack: &Lack| shown(pen, "work-lack-{}", lack.word()));
    vec![
        name.into(),
        shown(pen, "work-origin-{}", work.origin.word()).into(),
        shown(pen, "work-author-{}", work.author.word()).into(),
        Cell::from(grant.clone()).said_as(Markup::join(with_terms, " · ")),
        terms.into(),
        Cell::from(trigger.clone()).said_as(Markup::join([Some(trigger), paper].into_iter().flatten(), " · ")),
        Cell::Flag(work.in_writing),
        Cell::Flag(work.files_owed),
        shown(pen, "work-licence-{}", work.licence.word()).into(),
        Markup::join(waits, pen.lang.text("case-comma").as_str()).into(),
        one.on(Step::Chained).into(),
        one.on(Step::Accepted).into(),
        one.on(Step::Signed).into(),
        next(desk, one).into(),
    ]
}

/// Says when the rights pass; of what stays ours nothing passes.
fn when(desk: &Desk, one: &Scheduled) -> Markup {
    let trigger = |trigger: Trigger| shown(desk.pen(), "work-trigger-{}", trigger.word());
    if one.work.passes() { trigger(one.work.trigger) } else { Markup::default() }
}

/// Returns the ways to what can be done with a work.
fn next(desk: &Desk, one: &Scheduled) -> Markup {
    let (pen, scene) = (desk.pen(), &desk.scene);
    if !scene.may(Action::Work) {
        return Markup::default();
    }
    let name = one.said.as_ref().map_or_else(|| pen.t("words-erased"), |said| pen.name(&said.work));
    // Links with the same words are told apart for those who hear them.
    let link = |href: String, words: Markup| {
        let hidden = Markup::made(format!("<span class=\"vh\"> · {name}</span>"));
        pen.link(&scene.href(&href), &Markup::join([words, hidden], ""))
    };
    let id = one.work.id;
    let step = one.next().map(|step| {
        let href = format!("work-step?number={id}&step={}", step.word());
        link(href, shown(pen, "work-do-{}", step.word()))
    });
    let is_open = one.signed.is_none() && scene.case().stage.is_parting();
    let changes = [("work", "work-change"), ("work-struck", "work-strike")];
    let changes = changes.into_iter().filter(|_| is_open);
    let changes = changes.map(|(path, key)| link(format!("{path}?number={id}"), pen.t(key)));
    Markup::join(step.into_iter().chain(changes), " · ")
}
