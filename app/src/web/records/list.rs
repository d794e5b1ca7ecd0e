//! A client's records of one kind, the newest first.

use super::field::{self, Reader};
use super::{Found, found};
use crate::intake::target::Target;
use crate::store::records::{self, PULSE_MIN, Record, Whose};
use crate::store::sources;
use crate::web::export::{self, Cell, Column, Files, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Pager, Sheet};
use crate::web::{Crumb, Frame, PageError, Shared, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::record::{Kind, kind_named};
use serde::Deserialize;

const ROWS: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
}

#[derive(Template)]
#[template(path = "records/list.html")]
struct List {
    frame: Frame,
    title: Markup,
    client: Markup,
    lede: Markup,
    nothing: Option<Markup>,
    sheet: Sheet,
    pager: Option<Pager>,
    files: Option<Files>,
    enter: Option<(String, Markup)>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (table, format) = Format::split(&name).map_or((name.as_str(), None), |(table, format)| (table, Some(format)));
    let kind = kind_named(table).filter(|kind| kind.table != "clients").ok_or(PageError::NotFound)?;
    let whose = match found(&app, &visitor.viewer, &client, &[&name]).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let total = records::count(&app.db, &whose, kind).await?;
    let hidden = kind.table == "pulse" && total < PULSE_MIN;
    match format {
        Some(_) if hidden => Err(PageError::NotFound),
        Some(format) => exported(&app, &visitor, &whose, kind, format).await,
        None => {
            let at = asked.page.parse().unwrap_or(1).clamp(1, 1_000_000);
            let shown =
                if hidden { vec![] } else { records::of_kind(&app.db, &whose, kind, (at - 1) * ROWS, ROWS).await? };
            listed(&app, &visitor, &whose, kind, Part { shown, at, total, hidden }).await
        }
    }
}

/// The part of the list that is shown.
struct Part {
    shown: Vec<Record>,
    at: u64,
    total: u64,
    hidden: bool,
}

async fn listed(
    app: &Shared,
    visitor: &Visitor,
    whose: &Whose,
    kind: &'static Kind,
    part: Part,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let reader = Reader { pen: &pen, viewer: &visitor.viewer };
    let name = super::name_of(app, visitor, whose.client()).await?;
    let title = field::kind_name(visitor.lang, kind);
    let here = href::kind(whose.client(), kind.table);
    let crumbs = super::crumbs(visitor, whose.client(), &name, vec![Crumb { text: title.clone(), href: None }]);
    let files = sources::of_ids(&app.db, part.shown.iter().map(|record| record.source.id)).await?;
    let source = |record: &Record| super::source(&pen, record, files.get(&record.source.id));
    let sheet = sheet(&reader, kind, &part.shown, (&title, ""), &source);
    let pager = Pager::of(&pen, (part.at - 1) * ROWS, part.shown.len() as u64, part.total)
        .filter(|_| !part.hidden)
        .map(|pager| pager.between(&pen, part.at, part.total.div_ceil(ROWS), |page| format!("{here}?page={page}")));
    let own = kind.table == "time" && whose.sees_only_own_hours();
    let lede = if own { "records-own-hours" } else { "records-lede" };
    let lede = visitor.lang.say(lede, super::said(&title, part.total, &name));
    let list = List {
        frame: visitor.frame(format!("{title}: {name}"), Some(Verb::Watch), crumbs),
        title: Markup::text(&title),
        client: pen.link(&href::client(whose.client()), &pen.name(&name)),
        lede: Markup::strong(&lede),
        nothing: nothing(&pen, &part),
        sheet,
        pager,
        files: (!part.shown.is_empty()).then(|| Files::of(visitor.lang, "export-title", &here)),
        enter: visitor.sharing.is_none().then(|| (format!("{here}/new"), pen.t("record-enter"))),
    };
    Ok(page(&list)?.into_response())
}

fn nothing(pen: &Pen, part: &Part) -> Option<Markup> {
    match (part.hidden, part.shown.is_empty()) {
        (true, _) => {
            Some(pen.say("pulse-hidden", [("n", (part.total as f64).into()), ("least", (PULSE_MIN as f64).into())]))
        }
        (false, true) => Some(pen.t("records-nothing")),
        (false, false) => None,
    }
}

/// Returns records as a table: the id, the telling columns but for one that all rows share, and where each was read.
pub fn sheet(
    reader: &Reader,
    kind: &'static Kind,
    records: &[Record],
    (caption, shared): (&str, &str),
    source: &dyn Fn(&Record) -> Markup,
) -> Sheet {
    let columns = reader.telling(kind, shared);
    let lang = reader.pen.lang;
    let mut heads = vec![Head::words(Markup::text(&lang.text(&format!("record-{}", kind.table))))];
    heads.extend(columns.iter().map(|(_, column)| {
        let text = Markup::text(&field::column_name(lang, kind, column.name));
        if field::is_number(column) { Head::numbers(text) } else { Head::words(text) }
    }));
    heads.push(Head::words(Markup::text(&lang.text("record-source"))));
    let row = |record: &Record| {
        let id = reader
            .pen
            .link(&href::record(&record.client, kind.table, &record.id), &super::title_id(reader.pen, record));
        let told = columns.iter().map(|(at, _)| reader.says(record, *at));
        std::iter::once(id).chain(told).chain([source(record)]).collect()
    };
    Sheet { caption: Markup::text(caption), heads, rows: records.iter().map(row).collect(), is_cards: true }
}

async fn exported(
    app: &Shared,
    visitor: &Visitor,
    whose: &Whose,
    kind: &'static Kind,
    format: Format,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let reader = Reader { pen: &pen, viewer: &visitor.viewer };
    let records = records::of_kind(&app.db, whose, kind, 0, u64::from(u32::MAX)).await?;
    let columns = reader.exportable(kind);
    let column = |machine: &str, name: &str| {
        Column::headed(field::machine_word(machine), field::column_name(visitor.lang, kind, name))
    };
    let id = Target::naming(kind).filter(|_| kind.table != "clients").map(|target| target.column);
    let heads = std::iter::once(column("client", "client")).chain(id.map(|name| column(name, name)));
    let heads = heads.chain(columns.iter().map(|(_, own)| column(own.name, own.name)));
    let row = |record: &Record| {
        let id = id.map(|_| Cell::Text(record.id.clone()));
        let cells = columns.iter().map(|(at, _)| reader.exported(record, *at));
        std::iter::once(Cell::Text(record.client.clone())).chain(id).chain(cells).collect()
    };
    let name = super::name_of(app, visitor, whose.client()).await?;
    let title = format!("{} {name}", field::kind_name(visitor.lang, kind));
    let table = Table { title, columns: heads.collect(), rows: records.iter().map(row).collect() };
    export::answer(&format!("{}-{}", kind.table, whose.client()), table, format, visitor.lang).await
}
