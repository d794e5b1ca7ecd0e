//! The index of what was destroyed, for good: what, why, by whom, and which copies were not reached.

use crate::flow::destruction::{self, Copied};
use crate::keep::erasures::{self as list, Erasure};
use crate::store::destructions::{self, Destruction};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::erasures::{self, Told};
use crate::web::export::{self, Cell, Format, Place as At, Table};
use crate::web::letters::certificate;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "retention/destroyed.html")]
struct Destroyed {
    frame: Frame,
    lede: Markup,
    index: Option<Sheet>,
    /// Lines of the erasure list that the index knows nothing of.
    listed: Vec<Markup>,
}

/// Everything that was destroyed: the index, and the lines of the erasure list that it knows nothing of.
struct Gone<'v> {
    told: Told<'v>,
    index: Table,
    listed: Vec<(Erasure, usize)>,
    /// How many lines the erasure list has.
    lines: usize,
}

/// The columns of the index: what a page says in one cell, a file keeps apart.
const HEADS: [(At, &str, &str); 11] = [
    (At::Page, "", "destroyed-head-what"),
    (At::File, "what", "destroyed-head-what"),
    (At::File, "line", "export-row-line"),
    (At::Both, "gone", "destroyed-head-gone"),
    (At::Both, "why", "destroyed-head-why"),
    (At::Page, "", "destroyed-head-who"),
    (At::File, "proposed_by", "destroyed-proposed-by"),
    (At::File, "proposed_on", "destroyed-proposed-on"),
    (At::File, "confirmed_by", "destroyed-confirmed-by"),
    (At::File, "confirmed_on", "destroyed-confirmed-on"),
    (At::Both, "copies", "destroyed-head-copies"),
];

pub async fn destroyed(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let (gone, pen) = (Gone::of(&app, &visitor).await?, Pen::of(&visitor));
    let title = visitor.lang.text("destroyed-title");
    let crumbs = vec![
        Crumb { text: visitor.lang.text("retention-title"), href: Some("/retention".to_owned()) },
        Crumb { text: title.clone(), href: None },
    ];
    let shown = Destroyed {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        lede: pen.about("destroyed-lede", gone.lines as u64),
        index: gone.index.sheet(&pen),
        listed: gone.listed.iter().map(|(erasure, line)| says(&pen, &gone.told, erasure, *line)).collect(),
    };
    Ok(page(&shown)?.into_response())
}

/// Answers with the index as a file, and after it the lines of the erasure list that it knows nothing of.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let Gone { told, mut index, listed, .. } = Gone::of(&app, &visitor).await?;
    let lang = visitor.lang;
    for (erasure, line) in &listed {
        index.add(&[
            ("what", Markup::text(&told.erased(&erasure.scope)).into()),
            ("line", Cell::Number(*line as f64)),
            ("why", Markup::text(&lang.erasure_basis(&erasure.basis)).into()),
            ("confirmed_on", erasure.on.into()),
        ]);
    }
    export::answer("destroyed", index, format, lang).await
}

impl<'v> Gone<'v> {
    async fn of(app: &Shared, visitor: &'v Visitor) -> Result<Gone<'v>, PageError> {
        if visitor.sharing.is_some() {
            return Err(PageError::Sharing);
        }
        visitor.require(Role::Finance)?;
        let pen = Pen::of(visitor);
        let (people, told) = (People::of(&app.db).await?, Told::of(app, visitor).await?);
        let (index, doors) = (destructions::all(&app.db).await?, certificate::doors(app, visitor).await?);
        let list = list::read(&list::file(&app.folder)).map_err(|trouble| PageError::Broken(trouble.to_string()))?;
        let is_known = |erasure: &Erasure| erasure.id.as_ref().is_some_and(|id| index.iter().any(|one| one.id == *id));
        let lines = list.erasures.len();
        let listed = list.erasures.into_iter().zip(1..).filter(|(erasure, _)| !is_known(erasure)).collect();
        let rows = index.iter().map(|one| row(&pen, (&people, &told), (one, doors.get(&one.id))));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(Gone { told, index: Table::placed(pen.lang, "destroyed-title", &HEADS, rows), listed, lines })
    }
}

fn row(
    pen: &Pen,
    (people, told): (&People, &Told),
    (one, door): (&Destruction, Option<&String>),
) -> Result<Vec<Cell>, PageError> {
    let scope = destruction::scope(&one.id, &one.scope)?;
    let line = pen.say("destroyed-line", [("line", FluentValue::from(pen.lang.digits(one.line as i64)))]);
    let gone: BTreeMap<String, u64> = serde_json::from_str(&one.gone).unwrap_or_default();
    let rows =
        gone.iter().map(|(table, n)| Markup::join([Markup::text(&pen.lang.erased_rows(table)), pen.count(*n)], ": "));
    let more = [("erased-keys", one.keys), ("erased-files", one.files)].into_iter().filter(|(_, n)| *n > 0);
    let more = more.map(|(key, n)| Markup::join([pen.t(key), pen.count(n)], ": "));
    let copies: Vec<Copied> = serde_json::from_str(&one.copies).unwrap_or_default();
    let copy = |copy: &Copied| match copy.until {
        Some(until) => Markup::join([erasures::what(pen, copy), pen.day(until)], " · "),
        None => erasures::what(pen, copy),
    };
    let by = |key: &str, (member, on): &(String, Day)| {
        let who = FluentValue::from(people.name(member).to_owned());
        pen.say(key, [("who", who), ("day", pen.lang.day(*on).into())])
    };
    let confirmed = if one.confirmed.0 == one.proposed.0 { "destroyed-alone" } else { "destroyed-confirmed" };
    let none =
        |list: Vec<Markup>| if list.is_empty() { pen.t("destroyed-no-copies") } else { Markup::join(list, "<br>") };
    let certify = door.map(|door| pen.link(door, &pen.t("certificate-write")));
    let what = Markup::text(&told.erased(&scope));
    let [proposed, then] = [&one.proposed, &one.confirmed].map(|(who, on)| [people.name(who).into(), Cell::Day(*on)]);
    let mut row = vec![
        Markup::join([what.clone(), line].into_iter().chain(certify), "<br>").into(),
        what.into(),
        Cell::Number(one.line as f64),
        Markup::join(rows.chain(more), "<br>").into(),
        Markup::text(&pen.lang.erasure_basis(&format!("{}: {}", one.basis.word(), one.reference))).into(),
        Markup::join([by("destroyed-proposed", &one.proposed), by(confirmed, &one.confirmed)], "<br>").into(),
    ];
    row.extend(proposed.into_iter().chain(then));
    row.push(none(told.copies(&copies).iter().map(copy).collect()).into());
    Ok(row)
}

/// Says what a line of the list says of an erasure of which the index knows nothing.
fn says(pen: &Pen, told: &Told, erasure: &Erasure, line: usize) -> Markup {
    let args = [
        ("line", FluentValue::from(pen.lang.digits(line as i64))),
        ("what", told.erased(&erasure.scope).into()),
        ("day", pen.lang.day(erasure.on).into()),
        ("basis", pen.lang.erasure_basis(&erasure.basis).into()),
    ];
    pen.say("destroyed-listed", args)
}
