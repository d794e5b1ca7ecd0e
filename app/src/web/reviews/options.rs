//! The options of a decision, scored against the weights that the firm set before the case was opened. It shows what the
//! scores say and how little would turn it; it never decides (DOMAIN 3.4).

use super::Room;
use super::weighing::{self, Result as Weighed};
use super::worth::worth;
use crate::store::weights::{self, Version};
use crate::web::cases::refusal::Refused;
use crate::web::export::{Cell, Column, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::options::{Criterion, Rated, SCORE_MAX, Sheet, SheetFault};
use domain::case::scoring::{Inputs, Scored, ScoringSaid};
use domain::case::{Act, Action, Outcome, Stage};
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

/// The options whose fields stand open: the four that most reviews compare.
const USUAL: [Outcome; 4] = [Outcome::KeepWithGuardrails, Outcome::Repair, Outcome::EndByNotice, Outcome::LetExpire];

/// One option and the fields of its scores.
struct Choice {
    word: &'static str,
    is_open: bool,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    criterion: &'static str,
    value: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "reviews/options.html")]
struct Options {
    frame: Frame,
    base: String,
    seq: u32,
    lede: Markup,
    refused: Option<Refused>,
    fault: Option<String>,
    /// The weights, and since when they hold.
    weights: Vec<(Markup, Markup)>,
    set: Markup,
    result: Option<Weighed>,
    is_saved: bool,
    may_score: bool,
    choices: Vec<Choice>,
    filled: Filled,
    said: Vec<(&'static str, String)>,
}

pub async fn show(room: Room) -> Result<Response, PageError> {
    let version = version(&room).await?;
    let filled = as_saved(&room);
    let result = room.case().scoring.as_ref().and_then(|scoring| weighing::of_saved(&room, scoring));
    drawn(&room, &version, filled, result, None, None)
}

/// Weighs the options, and keeps them in the case if that was asked for.
pub async fn save(mut room: Room, filled: Filled) -> Result<Response, PageError> {
    if !room.may(Action::Work) {
        return Err(PageError::NotFound);
    }
    let version = version(&room).await?;
    let own = format!("{}/options", room.base());
    room.visitor.at(&own);
    let sheet = match read(&filled, &version) {
        Ok(sheet) => sheet,
        Err(fault) => return drawn(&room, &version, filled, None, None, Some(fault)),
    };
    let seed = weighing::seed(&room.opened.key.case);
    let weighed = match weighing::weigh(&sheet, seed) {
        Ok(weighed) => weighed,
        Err(faults) => return drawn(&room, &version, filled, None, None, faults.first().copied()),
    };
    if filled.value("do") != "save" {
        let result = weighing::shown(&room, &weighed);
        return drawn(&room, &version, filled, Some(result), None, None);
    }
    let mut scoring = sheet.scoring(&weighed, seed, version.number);
    scoring.inputs = worth(&room, None).await?.as_ref().map(Inputs::of);
    let given = |name: &str| Some(filled.value(name).to_owned()).filter(|text| !text.is_empty());
    let said = ScoringSaid {
        depends_on: given("depends_on"),
        beyond_figures: given("beyond_figures"),
        as_new: given("as_new"),
    };
    match room.act(&filled, Act::ScoreOptions { scoring: Box::new(scoring), said }).await? {
        None => Ok(Redirect::to(&format!("{}#result", own)).into_response()),
        refused => drawn(&room, &version, filled, None, refused, None),
    }
}

/// Answers with the options as they were saved with the case: their scores, what these come to, and how often each comes
/// first.
pub async fn file(room: Room, format: Format) -> Result<Response, PageError> {
    let lang = room.visitor.lang;
    let scoring = room.case().scoring.as_ref().ok_or(PageError::NotFound)?;
    let mut options: Vec<&Scored> = scoring.options.iter().collect();
    options.sort_by(|a, b| b.total.total_cmp(&a.total));
    let row = |option: &&Scored| {
        let score = |criterion: &Criterion| {
            let own = option.scores.iter().find(|(word, _)| word == criterion.word());
            own.map_or(Cell::Empty, |(_, score)| Cell::Number(*score))
        };
        let name = Cell::Text(lang.text(&format!("outcome-{}", option.outcome.word())));
        let came = [Cell::Number((option.total * 100.0).round() / 100.0), Cell::Share(option.wins)];
        std::iter::once(name).chain(Criterion::ALL.iter().map(score)).chain(came).collect()
    };
    let words: Vec<&str> = Criterion::ALL.iter().map(|criterion| criterion.word()).collect();
    let mut columns = vec![Column::of(lang, "option", "options-option")];
    columns.extend(Column::each(lang, "criterion-{}", &words));
    columns.extend([Column::of(lang, "total", "options-total"), Column::of(lang, "first", "options-first-share")]);
    let table = Table { title: lang.text("options-result"), columns, rows: options.iter().map(row).collect() };
    room.answer("options", table, format).await
}

/// Returns the weights that hold for the case: those in force when it was opened.
async fn version(room: &Room) -> Result<Version, PageError> {
    let opened_at = room.opened.entries.first().map_or("", |entry| entry.at.as_str());
    Ok(weights::in_force(&room.app.db, opened_at).await?)
}

fn field_name(outcome: Outcome, criterion: Criterion) -> String {
    format!("{}.{}", outcome.word(), criterion.word())
}

/// Returns the form as it was saved.
fn as_saved(room: &Room) -> Filled {
    let mut filled = Filled::default();
    let Some(scoring) = &room.case().scoring else { return filled };
    for option in Sheet::of(scoring).options {
        for (criterion, score) in option.scores {
            filled.set(&field_name(option.outcome, criterion), &score.to_string());
        }
    }
    for (name, text) in said(room) {
        filled.set(name, &text);
    }
    filled
}

fn said(room: &Room) -> Vec<(&'static str, String)> {
    let said = room.case().scoring_said.clone().unwrap_or_default();
    let all = [("depends_on", said.depends_on), ("beyond_figures", said.beyond_figures), ("as_new", said.as_new)];
    all.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}

/// Reads the scores; an option without any takes no part.
fn read(filled: &Filled, version: &Version) -> Result<Sheet, SheetFault> {
    let mut options = vec![];
    for outcome in Outcome::ALL {
        let mut scores = BTreeMap::new();
        for criterion in Criterion::ALL {
            let written = filled.value(&field_name(*outcome, *criterion));
            if !written.is_empty() {
                let score = form::number(written).filter(|score| (0.0..=SCORE_MAX).contains(score));
                scores.insert(*criterion, score.ok_or(SheetFault::ScoreInvalid(*outcome, *criterion))?);
            }
        }
        if !scores.is_empty() {
            options.push(Rated { outcome: *outcome, scores });
        }
    }
    Ok(Sheet { weights: version.weights.clone(), options })
}

fn drawn(
    room: &Room,
    version: &Version,
    filled: Filled,
    result: Option<Weighed>,
    refused: Option<Refused>,
    fault: Option<SheetFault>,
) -> Result<Response, PageError> {
    let pen = room.pen();
    let wrong = refused.is_some() || fault.is_some();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let field = |outcome: Outcome, criterion: Criterion| {
        let name = field_name(outcome, criterion);
        let is_wrong = fault == Some(SheetFault::ScoreInvalid(outcome, criterion));
        Field {
            value: filled.value(&name).to_owned(),
            criterion: criterion.word(),
            error: is_wrong.then(|| pen.lang.text("options-score-invalid")),
            name,
        }
    };
    let choice = |outcome: &Outcome| {
        let fields: Vec<Field> = Criterion::ALL.iter().map(|criterion| field(*outcome, *criterion)).collect();
        let is_open = USUAL.contains(outcome) || fields.iter().any(|field| !field.value.is_empty());
        Choice { word: outcome.word(), is_open, fields }
    };
    let options = Options {
        base: room.base(),
        seq: room.case().seq,
        lede: result.as_ref().map_or_else(|| pen.t("options-lede"), |result| result.lede.clone()),
        fault: fault.map(|fault| weighing::fault(room, fault)),
        weights: version
            .shares()
            .into_iter()
            .map(|(c, share)| (pen.t(&format!("criterion-{}", c.word())), pen.percent(share)))
            .collect(),
        set: set(room, version),
        result,
        is_saved: room.case().scoring.is_some(),
        may_score: room.may(Action::Work) && room.case().stage == Stage::Review,
        choices: Outcome::ALL.iter().map(choice).collect(),
        said: said(room),
        frame: room.frame("options-title"),
        refused,
        filled,
    };
    Ok((status, page(&options)?).into_response())
}

/// Says which weights hold, and that they were set before the case.
fn set(room: &Room, version: &Version) -> Markup {
    let pen = room.pen();
    if version.number == 0 {
        pen.t("options-weights-none")
    } else {
        let day = pen.lang.day(room.visitor.when(&version.set_at).day);
        pen.say("options-weights-set", [("n", FluentValue::from(f64::from(version.number))), ("day", day.into())])
    }
}
