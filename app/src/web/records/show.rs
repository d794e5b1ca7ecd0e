//! One record: what it says, the file and line it was read from, what rests on it, and its past.

use super::corrected::corrected;
use super::field::{self, Reader};
use super::{Found, found};
use crate::store::assessments::{self, Stored};
use crate::store::records::{self, Change, PULSE_MIN, Record, Whose};
use crate::store::sources::{self, SourceFile};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Head, Sheet};
use crate::web::{Crumb, Frame, PageError, Shared, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::record::{Contract, KINDS, Kind, kind_named};
use domain::sign::Code;
use fluent_bundle::FluentValue;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "records/show.html")]
struct Show {
    frame: Frame,
    kind: Markup,
    id: Markup,
    client: Markup,
    lede: Markup,
    /// What was corrected in the row that it was read from.
    corrected: Vec<Markup>,
    facts: Facts,
    edit: Option<(String, Markup)>,
    /// For a contract: its text and terms, and when it can end.
    more: Vec<(String, Markup)>,
    says_title: Markup,
    says: Vec<(Markup, Markup)>,
    resting_title: Markup,
    resting: Vec<Markup>,
    referring: Vec<Referring>,
    past_title: Markup,
    past: Vec<Step>,
    past_nothing: Markup,
}

/// Records that name this one: those seen at once, and the others.
struct Referring {
    title: Markup,
    first: Sheet,
    others: Option<(Markup, Sheet)>,
}

/// So many of them are seen at once.
const FIRST: usize = 8;

/// One change of the past.
struct Step {
    when: Markup,
    by: Markup,
    said: Markup,
    differs: Option<Sheet>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, table, id)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let kind = kind_named(&table).ok_or(PageError::NotFound)?;
    let whose = match found(&app, &visitor.viewer, &client, &[&table, &id]).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    if kind.table == "pulse" && records::count(&app.db, &whose, kind).await? < PULSE_MIN {
        return Err(PageError::NotFound);
    }
    let id = href::decoded(&id);
    let stands = records::one(&app.db, &whose, kind, id).await?;
    let own_only = kind.table == "time" && whose.sees_only_own_hours();
    let past = if stands.is_none() && own_only { vec![] } else { records::past(&app.db, &whose, kind, id).await? };
    let gone = past.iter().find_map(|change| change.before.clone());
    let record = stands.clone().or(gone).ok_or(PageError::NotFound)?;
    let shown = Shown { record, stands: stands.is_some(), past, whose };
    Ok(page(&shown.page(&app, &visitor).await?)?.into_response())
}

/// A record, whether it still stands, and its past.
struct Shown {
    record: Record,
    stands: bool,
    past: Vec<Change>,
    whose: Whose,
}

impl Shown {
    async fn page(&self, app: &Shared, visitor: &Visitor) -> Result<Show, PageError> {
        let pen = Pen::of(visitor);
        let reader = Reader { pen: &pen, viewer: &visitor.viewer };
        let (record, kind) = (&self.record, self.record.kind);
        let name = super::name_of(app, visitor, self.whose.client()).await?;
        let kind_name = field::kind_name(visitor.lang, kind);
        let one = visitor.lang.text(&format!("record-{}", kind.table));
        let list = Crumb { text: kind_name, href: Some(href::kind(self.whose.client(), kind.table)) };
        let crumbs = if kind.table == "clients" { vec![] } else { vec![list] };
        let crumbs = crumbs.into_iter().chain([Crumb { text: record.id.clone(), href: None }]).collect();
        let began = self.past.iter().filter_map(|change| Some(change.before.as_ref()?.source.id));
        let sources = self.past.iter().map(|change| change.source).chain(began).chain([record.source.id]);
        let files = sources::of_ids(&app.db, sources).await?;
        let file = files.get(&record.source.id).filter(|_| record.source.line > 0);
        let (act, word) = if self.stands { ("edit", "record-edit") } else { ("withdrawal", "record-put-back") };
        let edit = href::path(["clients", &record.client, kind.table, &record.id, act]);
        Ok(Show {
            frame: visitor.frame(
                format!("{one} {}", record.id),
                Some(Verb::Watch),
                super::crumbs(visitor, self.whose.client(), &name, crumbs),
            ),
            kind: Markup::text(&one),
            id: super::title_id(&pen, record),
            client: pen.link(&href::client(self.whose.client()), &pen.name(&name)),
            lede: self.lede(&pen, file),
            corrected: corrected(app, &reader, record).await?,
            facts: facts(&pen, record, file),
            edit: visitor.sharing.is_none().then(|| (edit, pen.t(word))),
            more: if visitor.sharing.is_none() && self.stands { more(&pen, &self.whose, record) } else { vec![] },
            says_title: pen.t("record-says"),
            says: says(&reader, record),
            resting_title: pen.t("record-resting"),
            resting: resting(app, visitor, &pen, &self.whose, record).await?,
            referring: referring(app, &reader, &self.whose, record).await?,
            past_title: pen.t("record-past"),
            past: self.steps(&reader, &files),
            past_nothing: pen.t("record-past-nothing"),
        })
    }

    fn lede(&self, pen: &Pen, file: Option<&SourceFile>) -> Markup {
        let key = match (self.stands, file) {
            (false, _) => "record-gone",
            (true, Some(_)) => "record-from-file",
            (true, None) => "record-by-hand",
        };
        let line = pen.lang.digits(i64::from(self.record.source.line));
        let name = file.map_or(String::new(), |file| file.name.clone());
        Markup::strong(&pen.lang.say(key, [("line", FluentValue::from(line)), ("file", FluentValue::from(name))]))
    }

    /// Returns the past, each change beside what it made of the record.
    fn steps(&self, reader: &Reader, files: &HashMap<u32, SourceFile>) -> Vec<Step> {
        let mut after = self.stands.then_some(&self.record);
        let mut steps = vec![];
        for change in &self.past {
            let file = files.get(&change.source).filter(|file| !file.name.is_empty());
            let said = match (&change.before, after, file) {
                (None, _, _) => reader.pen.t("past-entered"),
                (Some(_), None, _) => reader.pen.t("past-withdrawn"),
                (Some(_), Some(_), Some(file)) => {
                    reader.pen.say("past-by-file", [("file", FluentValue::from(file.name.as_str()))])
                }
                (Some(_), Some(_), None) => reader.pen.t("past-by-hand"),
            };
            let both = change.before.as_ref().zip(after);
            steps.push(Step {
                when: reader.pen.stamp(&change.changed_at),
                by: change.changed_by.as_deref().map(|name| reader.pen.name(name)).unwrap_or_default(),
                said,
                differs: both.and_then(|(before, after)| differs(reader, before, after)),
            });
            after = change.before.as_ref();
        }
        steps.extend(after.filter(|_| !self.past.is_empty()).and_then(|first| began(reader, first, files)));
        steps
    }
}

/// Returns the pages about a contract beyond its record.
fn more(pen: &Pen, whose: &Whose, record: &Record) -> Vec<(String, Markup)> {
    if record.kind.table != Contract::KIND.table {
        return vec![];
    }
    let terms = href::path(["clients", whose.client(), record.kind.table, &record.id, "terms"]);
    let ends = href::path(["clients", whose.client(), "ends"]);
    vec![(terms, pen.t("terms-open")), (ends, pen.t("ends-title"))]
}

/// Returns where the oldest known state of a record was read.
fn began(reader: &Reader, first: &Record, files: &HashMap<u32, SourceFile>) -> Option<Step> {
    let file = files.get(&first.source.id).filter(|_| first.source.line > 0)?;
    let line = FluentValue::from(reader.pen.lang.digits(i64::from(first.source.line)));
    Some(Step {
        when: reader.pen.stamp(&file.imported_at),
        by: file.imported_by.as_deref().map(|name| reader.pen.name(name)).unwrap_or_default(),
        said: reader.pen.say("past-began", [("line", line), ("file", FluentValue::from(file.name.as_str()))]),
        differs: None,
    })
}

/// Returns a record's fields; those without a value are left out.
fn says(reader: &Reader, record: &Record) -> Vec<(Markup, Markup)> {
    let field = |(at, column): (usize, &'static domain::record::Column)| {
        let name = Markup::text(&field::column_name(reader.pen.lang, record.kind, column.name));
        (name, reader.says(record, at))
    };
    reader.columns(record.kind).map(field).filter(|(_, says)| !says.is_empty()).collect()
}

/// Returns what differs between two states of a record; `None` if nothing that this visitor sees.
fn differs(reader: &Reader, before: &Record, after: &Record) -> Option<Sheet> {
    let changed = reader.columns(before.kind).filter(|(at, _)| before.cells[*at] != after.cells[*at]);
    let or_nothing = |says: Markup| if says.is_empty() { reader.pen.t("field-empty") } else { says };
    let rows: Vec<Vec<Markup>> = changed
        .map(|(at, column)| {
            let name = Markup::text(&field::column_name(reader.pen.lang, before.kind, column.name));
            vec![name, or_nothing(reader.says(before, at)), or_nothing(reader.says(after, at))]
        })
        .collect();
    let heads = ["past-field", "past-before", "past-after"].map(|head| Head::words(reader.pen.t(head)));
    let caption = reader.pen.t("past-caption");
    (!rows.is_empty()).then(|| Sheet { caption, heads: heads.into(), rows, is_cards: true })
}

fn facts(pen: &Pen, record: &Record, file: Option<&SourceFile>) -> Facts {
    let mut facts = Facts::default();
    if let Some(file) = file {
        facts.add(pen.t("fact-file"), pen.id(&file.name));
        facts.add(pen.t("fact-line"), pen.id(&pen.lang.digits(i64::from(record.source.line))));
        let by = file.imported_by.as_deref().map(|name| pen.name(name));
        let on = std::iter::once(pen.stamp(&file.imported_at)).chain(by);
        facts.add(pen.t("fact-imported"), Markup::join(on, "<br>"));
        facts.add(pen.t("fact-digest"), pen.id(file.sha256.get(..12).unwrap_or(&file.sha256)));
    }
    facts
}

/// Returns links to the findings that rest on a record, as far as this visitor sees them.
async fn resting(
    app: &Shared,
    visitor: &Visitor,
    pen: &Pen<'_>,
    whose: &Whose,
    record: &Record,
) -> Result<Vec<Markup>, PageError> {
    let known = assessments::of_client(&app.db, &visitor.viewer, whose.client()).await?;
    let cites = |finding: &&Stored| {
        visitor.viewer.sees_finding(finding.code)
            && finding.facts.iter().any(|fact| fact.kind == record.kind.table && fact.id == record.id)
    };
    let findings = known.map(|(_, whole)| whole.findings).unwrap_or_default();
    let link = |code: Code| pen.link(&href::finding(whose.client(), code), &Markup::text(&pen.lang.sign_name(code)));
    Ok(findings.iter().filter(cites).map(|finding| link(finding.code)).collect())
}

/// Returns the records that name this one: an invoice's payments, a deliverable's feedback.
async fn referring(
    app: &Shared,
    reader: &Reader<'_>,
    whose: &Whose,
    record: &Record,
) -> Result<Vec<Referring>, PageError> {
    let column = match record.kind.table {
        "invoices" => "invoice",
        "deliverables" => "deliverable",
        _ => return Ok(vec![]),
    };
    let mut sheets = vec![];
    for kind in KINDS.into_iter().filter(|kind| names(kind, column)) {
        let found = records::referring(&app.db, whose, kind, column, &record.id).await?;
        if !found.is_empty() {
            let files = sources::of_ids(&app.db, found.iter().map(|own| own.source.id)).await?;
            let source = |own: &Record| super::source(reader.pen, own, files.get(&own.source.id));
            let title = field::kind_name(reader.pen.lang, kind);
            let sheet = |records: &[Record]| super::sheet(reader, kind, records, (&title, column), &source);
            let (first, others) = found.split_at(found.len().min(FIRST));
            let more = || reader.pen.about("rows-others", others.len() as u64);
            sheets.push(Referring {
                title: Markup::text(&title),
                first: sheet(first),
                others: (!others.is_empty()).then(|| (more(), sheet(others))),
            });
        }
    }
    Ok(sheets)
}

/// Tells whether a kind's records can name another one in a column.
fn names(kind: &Kind, column: &str) -> bool {
    kind.position(column).is_some()
}
