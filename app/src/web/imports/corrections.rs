//! Cells that a person has read otherwise than the file writes them: a suggestion is accepted, another value typed, either
//! taken back. The file itself stays as it is.

use super::desk::{self, Goal, State as Work};
use super::{allowed, waiting};
use crate::flow::upload::{Seen, SeenFile};
use crate::intake::correction::{Correction, Spot};
use crate::intake::repair::{Offer, Shown, Suggestion, Why};
use crate::lang::Lang;
use crate::store::StoreError;
use crate::store::members;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::records::choice;
use crate::web::when::When;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentValue;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// A small file is looked at anew within this time.
const LOOK_TIME: Duration = Duration::from_millis(1500);

/// A typed value is no longer than this.
const VALUE_LENGTH_MAX: usize = 200;

/// What can be done about the cell of one problem.
pub struct OfferLine {
    pub line: u32,
    pub column: usize,
    /// What the field for another value is called.
    pub label: String,
    /// What the cell is read as now.
    pub read: String,
    /// What the file has, where a person had something else read already.
    pub original: Option<String>,
    pub suggestions: Vec<SuggestionLine>,
}

/// One suggestion.
pub struct SuggestionLine {
    pub column: usize,
    pub value: String,
    pub says: String,
    pub why: String,
}

/// A cell that is read otherwise.
pub struct CorrectedLine {
    pub line: String,
    pub at: (u32, usize),
    pub header: String,
    pub original: String,
    pub corrected: String,
    pub by: Option<String>,
    pub when: When,
}

impl OfferLine {
    /// Words what may be meant by a cell.
    pub fn of(lang: Lang, offer: &Offer) -> OfferLine {
        let Spot { line, place, header, original, .. } = &offer.spot;
        let number = FluentValue::from(lang.digits(i64::from(*line)));
        let args = [("column", FluentValue::from(header.as_str())), ("line", number)];
        OfferLine {
            line: *line,
            column: *place,
            label: lang.say("imports-type-label", args),
            read: offer.read.clone(),
            original: (*original != offer.read).then(|| original.clone()),
            suggestions: offer.suggestions.iter().map(|own| suggestion(lang, &offer.spot, own)).collect(),
        }
    }
}

fn suggestion(lang: Lang, problem: &Spot, suggestion: &Suggestion) -> SuggestionLine {
    let value = FluentValue::from(said(lang, &suggestion.shown));
    let elsewhere = suggestion.spot.place != problem.place;
    let says = match elsewhere {
        true => {
            let column = FluentValue::from(suggestion.spot.header.as_str());
            lang.say("imports-it-is-there", [("column", column), ("value", value)])
        }
        false => lang.say("imports-it-is", [("value", value)]),
    };
    let key = format!("imports-why-{}", suggestion.why.word());
    let why = match suggestion.why {
        Why::ClientTerms(days) | Why::FileTerms(days) => lang.say(&key, [("n", FluentValue::from(days))]),
        _ => lang.text(&key),
    };
    SuggestionLine { column: suggestion.spot.place, value: suggestion.text.clone(), says, why }
}

fn said(lang: Lang, shown: &Shown) -> String {
    match shown {
        Shown::Day(day) => lang.day(*day),
        Shown::Sum(money) => lang.money(*money),
        Shown::Flag(flag) => lang.text(if *flag { "flag-yes" } else { "flag-no" }),
        Shown::Currency(currency) => lang.currency(*currency),
        Shown::Text(text) if text.is_empty() => lang.text("imports-empty"),
        Shown::Text(text) => text.clone(),
        Shown::Choice(target, word) => match target.kind.position(target.column) {
            Some(position) => choice(lang, target.kind, &target.kind.columns[position], word),
            None => (*word).to_owned(),
        },
    }
}

/// Words the cells of a file that are read otherwise.
pub fn corrected(visitor: &Visitor, names: &Names, corrections: &[Correction]) -> Vec<CorrectedLine> {
    let line = |own: &Correction| CorrectedLine {
        line: visitor.lang.digits(i64::from(own.spot.line)),
        at: (own.spot.line, own.spot.place),
        header: own.spot.header.clone(),
        original: own.spot.original.clone(),
        corrected: own.corrected.clone(),
        by: names.get(&own.member).cloned(),
        when: visitor.when(&own.at),
    };
    corrections.iter().map(line).collect()
}

/// The members' names.
pub type Names = HashMap<String, String>;

/// Returns the names of who may have corrected something.
pub async fn names(app: &App) -> Result<Names, PageError> {
    Ok(members::all(&app.db).await?.into_iter().map(|member| (member.id, member.name)).collect())
}

/// Has cells read as a person says, and looks at everything anew.
pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, place)): Path<(String, usize)>,
    filled: Filled,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let mut upload = waiting(&app, &id)?.ok_or(PageError::NotFound)?;
    let Some(seen) = seen(&app, &id) else {
        return Ok(Redirect::to(&format!("/imports/{id}")).into_response());
    };
    let (Some(file), Some(handed)) = (seen.files.get(place), upload.files.get_mut(place)) else {
        return Err(PageError::NotFound);
    };
    let before = handed.reading.corrections.clone().unwrap_or_else(|| file.report.corrections.clone());
    let by = (visitor.member.as_str(), app.now());
    handed.reading.corrections = Some(decided(before, file, &filled, by));
    upload.save(&app.folder).map_err(StoreError::from)?;
    desk::begin(&app, &visitor, upload, Goal::Look).await?;
    if let Some(job) = app.desk.job(&id) {
        job.settled_within(LOOK_TIME).await;
    }
    let left =
        self::seen(&app, &id).is_none_or(|seen| seen.files.get(place).is_some_and(|file| !file.offers.is_empty()));
    let anchor = if left { "problems" } else { "corrected" };
    Ok(Redirect::to(&format!("/imports/{id}#{anchor}-{place}")).into_response())
}

fn seen(app: &App, id: &str) -> Option<Arc<Seen>> {
    match app.desk.job(id).map(|job| job.state()) {
        Some(Work::Seen(seen)) => Some(seen),
        _ => None,
    }
}

/// Returns the corrections as a person wants them from now on; only cells that the page showed can be meant.
fn decided(mut list: Vec<Correction>, file: &SeenFile, filled: &Filled, by: (&str, String)) -> Vec<Correction> {
    let mut put = |spot: &Spot, value: Option<String>| {
        list.retain(|known| !known.spot.is_at(spot.line, spot.place));
        if let Some(corrected) = value.filter(|value| *value != spot.original) {
            list.push(Correction {
                spot: spot.clone(),
                corrected,
                member: by.0.to_owned(),
                at: by.1.clone(),
                record_line: 0,
            });
        }
    };
    if filled.holds("all", "1") {
        let plain = file.offers.iter().filter_map(Offer::plain);
        plain.for_each(|suggestion| put(&suggestion.spot, Some(suggestion.text.clone())));
    } else if let (Ok(line), Ok(column)) = (filled.value("line").parse(), filled.value("column").parse())
        && let Some(spot) = shown_at(file, line, column)
    {
        let typed = filled.value("value").chars().filter(|c| !c.is_control()).take(VALUE_LENGTH_MAX).collect();
        put(spot, (!filled.holds("back", "1")).then_some(typed));
    }
    list.sort_by_key(|known| (known.spot.line, known.spot.place));
    list
}

fn shown_at(file: &SeenFile, line: u32, column: usize) -> Option<&Spot> {
    let suggested = file.offers.iter().flat_map(|offer| &offer.suggestions).map(|suggestion| &suggestion.spot);
    let corrected = file.report.corrections.iter().map(|correction| &correction.spot);
    let mut all = file.offers.iter().map(|offer| &offer.spot).chain(suggested).chain(corrected);
    all.find(|spot| spot.is_at(line, column))
}
