//! Clients that we won: from eight on, they say how long a replacement takes and what it brings.

use super::{allowed, by, crumbs, sum};
use crate::entropy;
use crate::flow::{next_client, past_ends};
use crate::store::exit_wins::{self, Won};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{Key, OWN_MIN, Pace, Spread, Win, own_months};
use domain::money::Currency;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "exit/wins.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    lede: Markup,
    /// What past ends took.
    past: Markup,
    wins: Vec<WinView>,
    in_currency: Markup,
}

struct WinView {
    id: String,
    /// Where the prospect stands that it is taken from.
    prospect: Option<String>,
    name: String,
    contacted: Markup,
    signed: Markup,
    took: String,
    monthly: Markup,
}

const NAME_MAX: usize = 120;

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let (wins, months) = wins(app).await?;
    let view = |((won, is_entered), months): (&(Won, bool), &f64)| WinView {
        id: won.id.clone(),
        prospect: (!is_entered).then(|| format!("/prospects/{}", won.id)),
        name: won.name.clone(),
        contacted: pen.day(won.contacted_on),
        signed: pen.day(won.signed_on),
        took: pen.lang.input_value(Key::MeanMonths, *months, None),
        monthly: won.monthly.map_or_else(|| pen.t("exit-none"), |monthly| pen.money(monthly)),
    };
    let pace = past_ends::pace(app.place(), &app.ends, "", visitor.today).await?;
    let title = pen.lang.text("exit-wins");
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Decide), crumbs(pen.lang, None, Some(title))),
        filled,
        lede: lede(&pen, &months),
        past: past(&pen, pace.as_ref()),
        wins: wins.iter().zip(&months).map(view).collect(),
        in_currency: super::row::in_currency(&pen, currency(visitor)),
    };
    Ok((status, page(&show)?).into_response())
}

/// Returns what was won, whether it was entered here, and how many months each took.
async fn wins(app: &Shared) -> Result<(Vec<(Won, bool)>, Vec<f64>), PageError> {
    let wins = next_client::wins(app.place()).await?;
    let months = own_months(&wins.iter().map(|(won, _)| win(won)).collect::<Vec<_>>());
    Ok((wins, months))
}

/// Answers with them as a file.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let ((wins, months), lang) = (wins(&app).await?, visitor.lang);
    let row = |((won, _), months): (&(Won, bool), &f64)| {
        vec![
            won.name.as_str().into(),
            Cell::Day(won.contacted_on),
            Cell::Day(won.signed_on),
            Cell::Number((months * 10.0).round() / 10.0),
            won.monthly.into(),
            won.monthly.map(|monthly| monthly.currency).into(),
        ]
    };
    let heads = [
        ("name", "win-name"),
        ("contacted_on", "win-contacted"),
        ("signed_on", "win-signed"),
        ("months", "win-months"),
        ("monthly", "win-monthly"),
        ("currency", "export-row-currency"),
    ];
    let rows = wins.iter().zip(&months).map(row).collect();
    export::answer("wins", Table::of(lang, "exit-wins", &heads, rows), format, lang).await
}

fn win(won: &Won) -> Win {
    Win { contacted_on: won.contacted_on, signed_on: won.signed_on, monthly: None }
}

/// Returns what the wins say: how long eight of ten took, or how many are still needed.
fn lede(pen: &Pen, months: &[f64]) -> Markup {
    let said = match months.len() {
        0 => pen.lang.text("exit-wins-none"),
        n if n < OWN_MIN => pen.lang.say("exit-wins-few", [("n", FluentValue::from((OWN_MIN - n) as f64))]),
        n => {
            let spread = Spread::Own(months.to_vec());
            let args = [
                ("low", in_months(pen, spread.quantile(0.1))),
                ("high", in_months(pen, spread.quantile(0.9))),
                ("n", FluentValue::from(n as f64)),
            ];
            pen.lang.say("exit-wins-enough", args)
        }
    };
    Markup::strong(&said)
}

/// Returns months as a sentence gives them: to a tenth.
fn in_months(pen: &Pen, months: f64) -> FluentValue<'static> {
    pen.lang.number((months * 10.0).round() / 10.0, 1).into()
}

/// Says what past ends took beside what was foreseen of them.
fn past(pen: &Pen, pace: Option<&Pace>) -> Markup {
    let Some(pace) = pace else { return pen.t("exit-past-few") };
    let months = |months: f64| in_months(pen, months);
    let n = FluentValue::from(pace.ends as f64);
    Markup::strong(&match pace.took() {
        Some(took) => {
            let came = FluentValue::from(pace.came as f64);
            let args = [("n", n), ("came", came), ("took", months(took)), ("foreseen", months(pace.foreseen))];
            pen.lang.say("exit-past-took", args)
        }
        None => pen.lang.say("exit-past-none-came", [("n", n), ("foreseen", months(pace.foreseen))]),
    })
}

/// Says in short what the time to a replacement rests on, with the way to all of it.
pub fn history(pen: &Pen, wins: usize, pace: Option<&Pace>) -> Markup {
    let key = if wins >= OWN_MIN { "exit-fact-wins-history" } else { "exit-fact-wins-assumed" };
    let own = pen.about(key, wins as u64);
    let past = pace.map(|pace| pen.about("exit-fact-past-ends", pace.ends as u64));
    pen.link("/exit/wins", &Markup::join([Some(own), past].into_iter().flatten(), " · "))
}

fn currency(visitor: &Visitor) -> Currency {
    visitor.firm.base_currency.unwrap_or(Currency::UNKNOWN)
}

/// Adds a win.
pub async fn add(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let lang = visitor.lang;
    let name: String = filled.value("name").chars().take(NAME_MAX).collect();
    if name.is_empty() {
        filled.refuse("name", lang.text("field-required"));
    }
    let days = ["contacted_on", "signed_on"].map(|field| form::day(filled.value(field)));
    for (field, day) in ["contacted_on", "signed_on"].into_iter().zip(days) {
        match day {
            None => filled.refuse(field, lang.text("day-invalid")),
            Some(day) if day > visitor.today => filled.refuse(field, lang.text("exit-wins-future")),
            Some(_) => {}
        }
    }
    if let [Some(contacted), Some(signed)] = days
        && signed < contacted
    {
        filled.refuse("signed_on", lang.text("exit-wins-order"));
    }
    let monthly = Some(filled.value("monthly")).filter(|monthly| !monthly.is_empty()).is_some();
    let monthly = if monthly { sum(&mut filled, lang, "monthly", currency(&visitor)) } else { None };
    match days {
        [Some(contacted_on), Some(signed_on)] if filled.is_good() => {
            let won = Won { id: entropy::id(), name, contacted_on, signed_on, monthly };
            exit_wins::add(&app.db, &won, currency(&visitor), &by(&app, &visitor)).await?;
            Ok(Redirect::to("/exit/wins").into_response())
        }
        _ => {
            visitor.at("/exit/wins");
            drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Removes a win.
pub async fn remove(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Redirect, PageError> {
    allowed(&visitor)?;
    exit_wins::remove(&app.db, filled.value("id")).await?;
    Ok(Redirect::to("/exit/wins"))
}

/// The address of an act has nothing to show; the page has.
pub async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/exit/wins")
}
