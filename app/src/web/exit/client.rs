//! What ending with one client costs: a sentence and three figures first, then the exit bill, the scenarios, and what was
//! kept.

use super::bill::BillView;
use super::cuts::CutView;
use super::row;
use super::told::{self, Telling, Told};
use super::{Asked, asked, by, crumbs, history, plain};
use crate::flow::exit::{self, Subject};
use crate::store::exit_inputs::{self, Figure};
use crate::store::exit_runs::{self, Short};
use crate::store::firm_facts;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::legal_holds::free;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::when::When;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{Inputs, Key};
use domain::firm::Dated;
use fluent_bundle::FluentValue;

/// The three figures that matter most: fields of the first form.
const CASH: &str = "cash";
const CONTRIBUTION: &str = "contribution";
const MONTHS: &str = "months";

#[derive(Template)]
#[template(path = "exit/client.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    client: String,
    lede: Markup,
    /// That some figures count bills in full, for nobody said their tax.
    untaxed: Option<Markup>,
    facts: Facts,
    essential: Vec<row::Row>,
    in_currency: Markup,
    bill: BillView,
    told: Option<Told>,
    cuts: CutView,
    kept: Vec<KeptView>,
    here: String,
    price: String,
}

/// A simulation that was kept.
struct KeptView {
    href: String,
    when: When,
    by: Option<String>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    match asked(&app, &visitor, &client).await? {
        Asked::Here(subject) => drawn(&app, &visitor, &subject, Filled::default(), StatusCode::OK).await,
        Asked::Elsewhere(answer) => Ok(answer),
    }
}

/// Comes back to the page from an address that only takes forms.
pub async fn back(Path(client): Path<String>) -> Redirect {
    Redirect::to(&href::exit(href::decoded(&client), []))
}

/// Draws the page; `filled` brings back what was written into one of its forms.
pub async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    subject: &Subject,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let simulated = exit::simulated(subject).await?;
    let client = subject.client.as_str();
    let agenda = Some(href::exit(client, ["agenda"]));
    let telling = simulated.as_ref().map(|simulated| Telling {
        pen: &pen,
        inputs: &simulated.inputs,
        simulation: &simulated.figures,
        on: subject.on,
        agenda,
        here: href::exit(client, []),
    });
    let lede = match &simulated {
        Some(simulated) => told::lede(&pen, &simulated.inputs, &simulated.figures, None),
        None => Markup::strong(&pen.lang.text("exit-lede-missing")),
    };
    let mut frame = visitor.frame(
        pen.lang.say("exit-title-of", [("name", FluentValue::from(subject.name.as_str()))]),
        Some(Verb::Decide),
        crumbs(pen.lang, Some((client, &subject.name)), None),
    );
    frame.path = href::exit(client, []);
    let show = Show {
        frame,
        lede,
        untaxed: pen.untaxed(subject.known.untaxed).filter(|_| subject.known.revenue.is_some()),
        facts: facts(&pen, visitor, subject),
        essential: essential(&pen, visitor, subject, &filled),
        in_currency: row::in_currency(&pen, subject.known.currency),
        bill: BillView::of(&pen, subject, &filled),
        told: telling.map(|telling| telling.told()),
        cuts: CutView::of(&pen, subject, &filled),
        kept: kept(app, visitor, client).await?,
        client: href::client(client),
        here: href::exit(client, []),
        price: format!("/exit/price{}", href::query([("client", client)])),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

async fn kept(app: &Shared, visitor: &Visitor, client: &str) -> Result<Vec<KeptView>, PageError> {
    let view = |kept: Short| KeptView {
        href: href::exit(&kept.client, ["runs", kept.id.as_str()]),
        when: visitor.when(&kept.kept_at),
        by: kept.by,
    };
    Ok(exit_runs::list(&app.db, client, 20).await?.into_iter().map(view).collect())
}

/// Returns cash, reserve, how long a replacement takes, and the exit bill.
fn facts(pen: &Pen, visitor: &Visitor, subject: &Subject) -> Facts {
    let mut facts = Facts::default();
    let money = |sum: f64| {
        let currency = subject.known.currency;
        pen.money(domain::money::Money { minor: currency.minor(sum), currency })
    };
    let held =
        |figures: &[Dated]| figures.iter().filter(|dated| dated.on <= subject.on).max_by_key(|dated| dated.on).copied();
    if let Some(cash) = held(&visitor.firm.cash) {
        let day = row::of_day(pen, cash.on, visitor.today);
        facts.add_big(
            pen.t("exit-fact-cash"),
            Markup::made(format!("{}<br><span class=\"tiny faint\">{day}</span>", money(cash.value))),
        );
    }
    if let Some(reserve) = held(&visitor.firm.reserve) {
        facts.add(pen.t("exit-fact-reserve"), money(reserve.value));
    }
    facts.add(pen.t("exit-fact-wins"), history(pen, subject.wins.len(), subject.pace.as_ref()));
    facts
}

/// Returns the three rows of the first form.
fn essential(pen: &Pen, visitor: &Visitor, subject: &Subject, filled: &Filled) -> Vec<row::Row> {
    let inputs = subject.inputs.clone().unwrap_or_default();
    let is_missing = |key: Key| subject.inputs.as_ref().err().is_some_and(|missing| missing.contains(&key));
    let one = |name: &'static str, key: Key, label: &str| {
        let offered = if is_missing(key) || subject.inputs.is_err() { String::new() } else { offered(&inputs, key) };
        let written = if filled.has(name) { filled.value(name).to_owned() } else { offered };
        let hint =
            if subject.inputs.is_err() { pen.t("exit-unstated") } else { row::used(pen, key, &inputs, visitor.today) };
        row::Row {
            name: name.to_owned(),
            label: pen.t(label),
            hint,
            value: written,
            error: filled.error(name).cloned(),
        }
    };
    vec![
        one(CASH, Key::Cash, "exit-essential-cash"),
        one(CONTRIBUTION, Key::Contribution, "exit-essential-contribution"),
        one(MONTHS, Key::MeanMonths, "exit-essential-months"),
    ]
}

fn offered(inputs: &Inputs, key: Key) -> String {
    let value = key.get(inputs).unwrap_or_default();
    let whole = if key == Key::MeanMonths { (value * 10.0).round() / 10.0 } else { value.round() };
    plain(whole)
}

/// Takes the three figures: cash becomes the firm's own of today, the others stand for this client. What was not changed
/// keeps where it came from.
pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let pen = Pen::of(&visitor);
    let inputs = subject.inputs.clone().ok();
    let mut changed = Vec::new();
    for (name, key) in [(CASH, Key::Cash), (CONTRIBUTION, Key::Contribution), (MONTHS, Key::MeanMonths)] {
        let stands = inputs.as_ref().map(|inputs| offered(inputs, key));
        let written = filled.value(name).to_owned();
        if stands.as_deref() == Some(written.as_str()) || (written.is_empty() && key == Key::MeanMonths) {
            continue;
        }
        match row::read(&pen, key, &written) {
            Ok(value) => changed.push((key, value)),
            Err(error) => filled.refuse(name, error),
        }
    }
    if !filled.is_good() {
        return drawn(&app, &visitor, &subject, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let stands = |key: Key| subject.stated.iter().any(|stated| stated.key == key);
    if changed.iter().any(|(key, _)| *key != Key::Cash && stands(*key)) {
        free(&app, &visitor, &subject.client, ("exit_inputs", &[])).await?;
    }
    if let Some((_, cash)) = changed.iter().find(|(key, _)| *key == Key::Cash) {
        let mut firm = firm_facts::current(&app.db).await?;
        firm.cash.retain(|dated| dated.on != visitor.today);
        firm.cash.push(Dated { on: visitor.today, value: *cash });
        firm.cash.sort_by_key(|dated| dated.on);
        firm_facts::save(&app.db, &firm, &visitor.member, &app.now()).await?;
        app.upkeep.wish();
    }
    let currency = subject.known.currency;
    let own = changed.iter().filter(|(key, _)| *key != Key::Cash);
    let figures: Vec<_> =
        own.map(|(key, value)| (*key, Some(Figure::of(*key, *value, currency)), visitor.today)).collect();
    exit_inputs::save(&app.db, &subject.client, &figures, None, &by(&app, &visitor)).await?;
    Ok(Redirect::to(&href::exit(&subject.client, [])).into_response())
}
