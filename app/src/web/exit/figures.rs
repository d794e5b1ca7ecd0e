//! A simulation in figures: a row a scenario, and the cash of each month by month; as files of a client as it stands today,
//! and of a simulation that was kept.

use super::told::{Telling, lowest_month};
use super::{Asked, asked, runs};
use crate::flow::exit;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Place as At, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use domain::exit::{Outlook, Scenario, read};
use domain::money::{Currency, Money};

/// Answers for a client as it stands today.
pub async fn of_client(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    uri: Uri,
    format: Format,
) -> Result<Response, PageError> {
    let subject = match asked(&app, &visitor, &client).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(_) => return Err(PageError::NotFound),
    };
    let simulated = exit::simulated(&subject).await?.ok_or(PageError::NotFound)?;
    let pen = Pen::of(&visitor);
    let here = href::exit(&subject.client, []);
    let (inputs, simulation) = (&simulated.inputs, &simulated.figures);
    let telling = Telling { pen: &pen, inputs, simulation, on: subject.on, agenda: None, here };
    answer(&telling, (&subject.client, &subject.name), &uri, format).await
}

/// Answers for a simulation that was kept.
pub async fn of_run(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, run)): Path<(String, String)>,
    uri: Uri,
    format: Format,
) -> Result<Response, PageError> {
    let (kept, name) = runs::kept(&app, &visitor, &client, &run).await?;
    let pen = Pen::of(&visitor);
    let sound = read(&kept.inputs).map_err(|errors| PageError::Broken(format!("exit_runs {run}: {errors:?}")))?;
    let here = href::exit(&kept.client, ["runs", run.as_str()]);
    let inputs = sound.inputs();
    let telling = Telling { pen: &pen, inputs, simulation: &kept.figures, on: kept.on, agenda: None, here };
    answer(&telling, (&kept.client, &name), &uri, format).await
}

async fn answer(
    telling: &Telling<'_>,
    (client, name): (&str, &str),
    uri: &Uri,
    format: Format,
) -> Result<Response, PageError> {
    let is_series = Format::split(uri.path()).is_some_and(|(stem, _)| stem.ends_with("/series"));
    let (word, table) = if is_series { ("series", series(telling)) } else { ("scenarios", scenarios(telling)) };
    export::answer(&format!("{word}-{client}-{}", telling.on), table.about(name), format, telling.pen.lang).await
}

/// Returns the scenarios in figures.
pub fn scenarios(telling: &Telling) -> Table {
    let pen = telling.pen;
    let none = || Cell::Empty.said_as(pen.t("exit-none"));
    let share = |share: f64| Cell::Share(share).said_as(Markup::text(&pen.lang.of_100(share)));
    let row = |(scenario, outlook): (&Scenario, &Outlook)| {
        let lowest = lowest_month(outlook);
        let last = outlook.cash.last().map_or(0.0, |month| month.p50);
        let even = outlook.break_even_month.map(|month| telling.month(month));
        let is_base = *scenario == Scenario::Keep;
        vec![
            Cell::Text(pen.lang.scenario(*scenario)),
            share(outlook.p_cash_below_zero),
            share(outlook.p_cash_below_reserve),
            lowest.map_or_else(none, |lowest| sum(telling, lowest.p50).said_as(telling.lowest(outlook))),
            lowest.map(|lowest| telling.month(lowest.month)).into(),
            even.map_or_else(none, |month| Cell::Day(month).said_as(pen.month(month))),
            sum(telling, last),
            if is_base { none() } else { sum(telling, outlook.npv) },
            currency(telling),
        ]
    };
    let heads = [
        (At::Both, "scenario", "exit-head-scenario"),
        (At::Both, "below_zero", "exit-head-zero"),
        (At::Both, "below_reserve", "exit-head-reserve"),
        (At::Both, "lowest", "exit-head-lowest"),
        (At::File, "lowest_month", "exit-head-lowest-month"),
        (At::Both, "break_even_month", "exit-head-break-even"),
        (At::Both, "last", "exit-head-last"),
        (At::Both, "more_than_keeping", "exit-head-more"),
        (At::File, "currency", "export-row-currency"),
    ];
    Table::placed(pen.lang, "exit-figures-title", &heads, telling.simulation.scenarios.iter().map(row).collect())
}

/// Returns the cash of each scenario, month by month.
fn series(telling: &Telling) -> Table {
    let rows = telling.simulation.scenarios.iter().flat_map(|(scenario, outlook)| {
        outlook.cash.iter().map(move |month| {
            let own = [Cell::Text(telling.pen.lang.scenario(*scenario)), Cell::Day(telling.month(month.month))];
            let sums = [month.p10, month.p50, month.p90].map(|cash| sum(telling, cash));
            own.into_iter().chain(sums).chain([currency(telling)]).collect()
        })
    });
    let heads = [
        ("scenario", "exit-head-scenario"),
        ("month", "head-month"),
        ("p10", "fan-head-low"),
        ("p50", "fan-head-middle"),
        ("p90", "fan-head-high"),
        ("currency", "export-row-currency"),
    ];
    Table::of(telling.pen.lang, "exit-cash", &heads, rows.collect())
}

/// Returns a sum of the simulation, which counts in whole units.
fn sum(telling: &Telling, sum: f64) -> Cell {
    let currency = telling.inputs.currency;
    let kept = match currency {
        Some(currency) => Cell::Sum(Money { minor: currency.minor(sum.round()), currency }),
        None => Cell::Number(sum.round()),
    };
    kept.said_as(telling.sum(sum))
}

fn currency(telling: &Telling) -> Cell {
    telling.inputs.currency.filter(|currency| *currency != Currency::UNKNOWN).into()
}
