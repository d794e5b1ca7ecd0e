//! How a file is read, and how a person has it read otherwise: its kind, its columns, dates, currency and tax.

use super::asked::{Asked, choices};
use super::corrections::Names;
use super::desk::{self, Goal, State as Work};
use super::report::{Told, kind_said};
use super::{allowed, waiting};
use crate::flow::upload::{FirstRow, Handed, Reading, SeenFile};
use crate::intake::plan::{Inference, Plan, PlanColumn, TERMS_DAYS_MAX};
use crate::intake::problem::NoteCode;
use crate::intake::target::{self, Target};
use crate::intake::tax::SaidTax;
use crate::lang::Lang;
use crate::store::StoreError;
use crate::store::cell::OwnedCell;
use crate::web::app::Shared;
use crate::web::choice::{Choice, Group, plain};
use crate::web::entries::said;
use crate::web::form::Filled;
use crate::web::records::{column_name, kind_name};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::money::Currency;
use domain::record::{Kind, kind_named};
use std::time::Duration;

/// A small file is looked at anew within this time.
const LOOK_TIME: Duration = Duration::from_millis(1500);

/// One file on the preview.
pub struct FilePage {
    pub place: usize,
    pub told: Told,
    /// What it is: a product's export, or a kind of record.
    pub is: String,
    pub inferred: Vec<String>,
    pub columns: Vec<ColumnLine>,
    /// Whether it is known of which kind the columns are.
    pub can_map: bool,
    /// Whether a person said anything of its columns.
    pub is_changed: bool,
    pub choices: Vec<Asked>,
    pub first: Option<First>,
}

/// A column of the file.
pub struct ColumnLine {
    pub number: u64,
    pub header: String,
    pub examples: Vec<String>,
    pub groups: Vec<Group>,
    pub chosen: String,
    pub notes: Vec<String>,
}

/// What a person said of the whole file.
const SAID: [NoteCode; 5] =
    [NoteCode::TermsSaid, NoteCode::CurrencySaid, NoteCode::TaxIncluded, NoteCode::TaxAdded, NoteCode::TaxNone];

/// The first records, as they would be stored.
pub struct First {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl FilePage {
    /// Draws a file as it was looked at.
    pub fn of(visitor: &Visitor, names: &Names, place: usize, (handed, file): (&Handed, &SeenFile)) -> FilePage {
        let lang = visitor.lang;
        let plan = file.plan.as_ref().ok().or(file.unread.as_ref());
        let columns = plan.map(|plan| columns(lang, plan, &handed.reading)).unwrap_or_default();
        let mut told = Told::of(visitor, names, &file.report);
        told.offer(lang, &file.offers);
        // The question says it.
        for code in SAID {
            told.leave_out(code.word());
        }
        FilePage {
            place,
            told,
            is: kind_said(lang, file.report.kind.as_deref()).unwrap_or_default(),
            inferred: file.plan.as_ref().map_or(vec![], |plan| inferred(lang, &plan.inferences)),
            can_map: columns.iter().any(|column| !column.groups.is_empty()),
            is_changed: handed.reading.mapping.is_some(),
            columns,
            choices: choices(visitor, handed, file),
            first: first(visitor, &file.first),
        }
    }
}

fn inferred(lang: Lang, inferences: &[Inference]) -> Vec<String> {
    inferences.iter().map(|inference| lang.inferred(inference.code.word(), &inference.value)).collect()
}

fn columns(lang: Lang, plan: &Plan, reading: &Reading) -> Vec<ColumnLine> {
    let forced = reading.kind.as_deref().and_then(kind_named);
    let kinds = plan.offered(forced);
    let groups: Vec<Group> = if kinds.is_empty() { vec![] } else { targets(lang, &kinds) };
    let chosen = |place: usize, column: &PlanColumn| match &reading.mapping {
        Some(mapping) => mapping.get(place).cloned().flatten(),
        None => column.target.as_ref().map(written),
    };
    let line = |(place, column): (usize, &PlanColumn)| ColumnLine {
        number: place as u64 + 1,
        header: column.header.clone(),
        examples: column.examples.clone(),
        groups: groups.clone(),
        chosen: chosen(place, column).unwrap_or_default(),
        notes: inferred(lang, &column.inferred),
    };
    plan.columns.iter().enumerate().map(line).collect()
}

/// Returns everything that a column can stand for; the first choice leaves it out.
fn targets(lang: Lang, kinds: &[&'static Kind]) -> Vec<Group> {
    let none = plain(vec![Choice::new("", lang.text("column-none"))]);
    let of_kind = |kind: &&'static Kind| {
        let choice = |column| Choice::new(&written(&Target { kind, column }), column_name(lang, kind, column));
        Group { name: kind_name(lang, kind), choices: target::columns(kind).map(choice).collect() }
    };
    none.into_iter().chain(kinds.iter().map(of_kind)).collect()
}

fn written(target: &Target) -> String {
    format!("{}.{}", target.kind.table, target.column)
}

/// Lays out the first records; columns that none of them states are left out.
fn first(visitor: &Visitor, rows: &[FirstRow]) -> Option<First> {
    let lang = visitor.lang;
    let kind = rows.first()?.kind;
    let rows: Vec<&FirstRow> = rows.iter().filter(|row| row.kind.table == kind.table).collect();
    let stated = |place: &usize| {
        kind.columns[*place].name != "known_on" && rows.iter().any(|row| row.cells[*place] != OwnedCell::Null)
    };
    let places: Vec<usize> = (0..kind.columns.len()).filter(stated).collect();
    let own_id = kind.id_column().map(|(name, _)| name).filter(|_| kind.table != "clients");
    let heads = ["client"].into_iter().chain(own_id).chain(places.iter().map(|place| kind.columns[*place].name));
    let line = |row: &&FirstRow| {
        let cells = places.iter().map(|place| match row.cells[*place] {
            OwnedCell::Null => String::new(),
            _ => said(visitor, kind, Some(&row.cells), *place),
        });
        let id = own_id.map(|_| row.id.clone());
        [row.client.clone()].into_iter().chain(id).chain(cells).collect()
    };
    Some(First {
        heads: heads.map(|column| column_name(lang, kind, column)).collect(),
        rows: rows.iter().map(line).collect(),
    })
}

/// Has a file read as a person says, and looks at everything anew.
pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, place)): Path<(String, usize)>,
    filled: Filled,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let mut upload = waiting(&app, &id)?.ok_or(PageError::NotFound)?;
    let seen = match app.desk.job(&id).map(|job| job.state()) {
        Some(Work::Seen(seen)) => Some(seen),
        _ => None,
    };
    let shown = seen.as_ref().and_then(|seen| seen.files.get(place));
    let plan = shown.and_then(|file| file.plan.as_ref().ok().or(file.unread.as_ref()));
    let handed = upload.files.get_mut(place).ok_or(PageError::NotFound)?;
    handed.reading = asked_for(&handed.reading, plan, &filled);
    upload.save(&app.folder).map_err(StoreError::from)?;
    desk::begin(&app, &visitor, upload, Goal::Look).await?;
    if let Some(job) = app.desk.job(&id) {
        job.settled_within(LOOK_TIME).await;
    }
    Ok(Redirect::to(&format!("/imports/{id}#file-{place}")).into_response())
}

/// The address of an act has nothing to show; the preview has.
pub async fn back(_visitor: Visitor, Path((id, _)): Path<(String, usize)>) -> Redirect {
    Redirect::to(&format!("/imports/{id}"))
}

/// Returns what was asked for. Another kind is recognised anew; columns count only if any of them was changed.
fn asked_for(before: &Reading, plan: Option<&Plan>, filled: &Filled) -> Reading {
    let given = |name: &str| Some(filled.value(name).to_owned()).filter(|value| !value.is_empty());
    let kind = given("kind").filter(|table| kind_named(table).is_some());
    let posted = |place: usize| given(&format!("column-{place}")).filter(|text| Target::named(text).is_some());
    let count = filled.value("columns").parse::<usize>().unwrap_or(0).min(10_000);
    let columns: Vec<Option<String>> = (0..count).map(posted).collect();
    let recognised: Option<Vec<Option<String>>> =
        plan.map(|plan| plan.columns.iter().map(|column| column.target.as_ref().map(written)).collect());
    let mapping = if kind != before.kind || filled.holds("anew", "1") || columns.iter().all(Option::is_none) {
        None
    } else if recognised.as_ref() == Some(&columns) {
        before.mapping.clone()
    } else {
        Some(columns)
    };
    Reading {
        kind,
        dates: given("dates").filter(|word| crate::intake::value::date::DateOrder::of(word).is_some()),
        currency: given("currency").and_then(|code| Currency::of(&code)),
        currency_open: filled.holds("currency", ""),
        tax: given("tax").filter(|word| SaidTax::of(word, None).is_some()),
        tax_rate: given("rate").and_then(|typed| SaidTax::rate_of(&typed)),
        tax_open: filled.holds("tax", ""),
        terms_days: given("terms")
            .and_then(|days| days.parse().ok())
            .filter(|days| (0..=TERMS_DAYS_MAX).contains(days)),
        terms_open: filled.holds("terms", ""),
        mapping,
        corrections: before.corrections.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> Filled {
        Filled::with(text.split(' ').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name, value.into())))
    }

    #[test]
    fn what_a_person_says_of_a_file() {
        let none = Reading::default();
        let check = |before: &Reading, text: &str, expected: &Reading| {
            assert_eq!(asked_for(before, None, &filled(text)), *expected, "{text}");
        };
        check(
            &none,
            "columns=0 dates=dmy tax=excluded rate=١٥ currency=kwd",
            &Reading {
                dates: Some("dmy".into()),
                tax: Some("excluded".into()),
                tax_rate: Some(1500),
                currency: Currency::of("KWD"),
                ..none.clone()
            },
        );
        let said = |terms_days, terms_open| Reading { terms_days, terms_open, ..none.clone() };
        check(&none, "columns=0 terms=20", &said(Some(20), false));
        check(&said(Some(20), false), "columns=0 terms=", &said(None, true));
        check(&none, "columns=0 terms=366", &none);
        check(&none, "columns=0 currency=", &Reading { currency_open: true, ..none.clone() });
        check(&none, "columns=0 tax=", &Reading { tax_open: true, ..none.clone() });
        check(&none, "columns=0 dates=xyz tax=maybe currency=SAX kind=reports", &none);
        let mapped = Reading { mapping: Some(vec![Some("invoices.invoice".into()), None]), ..none.clone() };
        check(&none, "columns=2 column-0=invoices.invoice column-1=invoices.nothing", &mapped);
        let of_kind = Reading { kind: Some("invoices".into()), ..none.clone() };
        check(&mapped, "columns=2 column-0=invoices.invoice kind=invoices", &of_kind);
    }
}
