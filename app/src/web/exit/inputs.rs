//! All inputs of one client: which figure is used, where it comes from, and room to state another.

use super::row::{self, Row};
use super::{Asked, asked, by, crumbs};
use crate::flow::exit::Subject;
use crate::store::exit_inputs::{self, Figure};
use crate::web::app::Shared;
use crate::web::form::{self, Filled};
use crate::web::legal_holds::free;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{Inputs, Key, Step};
use fluent_bundle::FluentValue;

/// The groups of the form; what the firm states of itself, and the exit bill, have pages of their own.
const GROUPS: [(&str, &[Key]); 8] = [
    (
        "client",
        &[
            Key::Contribution,
            Key::OtherContribution,
            Key::FixedCost,
            Key::Receivable,
            Key::WriteOffShare,
            Key::ClientHours,
        ],
    ),
    ("contract", &[Key::NoticeMonths, Key::NoticeRealised, Key::ContractMonthsLeft, Key::EarlyFee]),
    ("replacement", &[Key::MeanMonths, Key::NewContribution, Key::RampMonths, Key::AcquisitionCost]),
    ("marketing", &[Key::MarketingFactor, Key::MarketingLag, Key::MarketingCost]),
    ("repair", &[Key::RepairSuccess, Key::RepairUplift, Key::RepairCost, Key::RepairMonths]),
    ("hand_over", &[Key::HandOverFee, Key::HandOverMonths]),
    ("harm", &[Key::HarmMonthly, Key::LeaveChance, Key::LeaveCost, Key::LinkedContribution, Key::LinkedChance]),
    ("computing", &[Key::Horizon, Key::Discount]),
];

/// So many steps a staged ending has at most.
const STEPS: usize = 4;

#[derive(Template)]
#[template(path = "exit/inputs.html")]
struct Show {
    frame: Frame,
    name: String,
    lede: Markup,
    in_currency: Markup,
    groups: Vec<Group>,
    steps: Vec<StepView>,
    steps_error: Option<String>,
    renews: bool,
    action: String,
    back: String,
}

/// Some rows with a title.
struct Group {
    title: String,
    note: String,
    rows: Vec<Row>,
}

/// One step of a staged ending.
struct StepView {
    n: usize,
    month: String,
    share: String,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    match asked(&app, &visitor, &client).await? {
        Asked::Here(subject) => drawn(&visitor, &subject, Filled::default(), StatusCode::OK),
        Asked::Elsewhere(answer) => Ok(answer),
    }
}

fn drawn(visitor: &Visitor, subject: &Subject, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let inputs = subject.inputs.clone().unwrap_or_default();
    let group = |(word, keys): &(&str, &[Key])| Group {
        title: pen.lang.text(&format!("exit-group-{word}")),
        note: pen.lang.text(&format!("exit-group-{word}-note")),
        rows: keys.iter().map(|key| row(&pen, *key, subject, &inputs, &filled, visitor)).collect(),
    };
    let here = pen.lang.text("exit-inputs");
    let way = crumbs(pen.lang, Some((&subject.client, &subject.name)), Some(here.clone()));
    let title = pen.lang.say("exit-inputs-of", [("name", FluentValue::from(subject.name.as_str()))]);
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Decide), way),
        name: subject.name.clone(),
        lede: Markup::strong(&pen.lang.text("exit-inputs-lede")),
        in_currency: row::in_currency(&pen, subject.known.currency),
        groups: GROUPS.iter().map(group).collect(),
        steps: steps(&inputs, subject, &filled),
        steps_error: filled.error("steps").cloned(),
        renews: subject.known.renews,
        action: href::exit(&subject.client, ["inputs"]),
        back: href::exit(&subject.client, []),
    };
    Ok((status, page(&show)?).into_response())
}

fn row(pen: &Pen, key: Key, subject: &Subject, inputs: &Inputs, filled: &Filled, visitor: &Visitor) -> Row {
    let row = Row::of(pen, key, inputs, stated(subject, key), filled, visitor.today);
    if key == Key::FixedCost && subject.known.serving >= 1.0 {
        let serving = pen.lang.whole_sum(subject.known.serving, Some(subject.known.currency));
        let note = pen.say("exit-serving", [("sum", FluentValue::from(serving))]);
        Row { hint: Markup::join([row.hint, note], " · "), ..row }
    } else {
        row
    }
}

/// Returns what someone stated of an input, in whole units of the currency it was stated in.
fn stated(subject: &Subject, key: Key) -> Option<f64> {
    let stated = subject.stated.iter().find(|stated| stated.key == key)?;
    Some(match stated.value {
        Figure::Sum(money) => money.currency.whole(money.minor),
        Figure::Number(number) => number,
    })
}

/// Returns the fields of the stages: as written, else as stated, else as they are assumed.
fn steps(inputs: &Inputs, subject: &Subject, filled: &Filled) -> Vec<StepView> {
    let stands: &[Step] = if subject.stages.is_empty() { &inputs.staged } else { &subject.stages };
    let view = |n: usize| {
        let step = stands.get(n);
        let field = |name: &str, stands: Option<String>| {
            let name = format!("step-{name}-{n}");
            if filled.has(&name) { filled.value(&name).to_owned() } else { stands.unwrap_or_default() }
        };
        StepView {
            n,
            month: field("month", step.map(|step| step.month.to_string())),
            share: field("share", step.map(|step| row::written(Key::NoticeRealised, step.share))),
        }
    };
    (0..STEPS).map(view).collect()
}

/// Saves what was changed: a figure of today where something was written, nothing where a field was emptied.
pub async fn save(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let pen = Pen::of(&visitor);
    let mut figures = Vec::new();
    let sent: Vec<Key> =
        GROUPS.iter().flat_map(|(_, keys)| keys.iter().copied()).filter(|key| filled.has(key.path())).collect();
    for key in sent {
        let written = filled.value(key.path()).to_owned();
        let stands = stated(&subject, key).map(|value| row::written(key, value));
        if stands.as_deref().unwrap_or_default() == written {
            continue;
        }
        if written.is_empty() {
            figures.push((key, None, visitor.today));
            continue;
        }
        match row::read(&pen, key, &written) {
            Ok(value) => figures.push((key, Some(Figure::of(key, value, subject.known.currency)), visitor.today)),
            Err(error) => filled.refuse(key.path(), error),
        }
    }
    let steps = read_steps(&pen, &mut filled);
    let here = href::exit(&subject.client, ["inputs"]);
    match steps {
        Some(steps) if filled.is_good() => {
            let steps = Some(steps).filter(|_| filled.has("step-month-0"));
            // What is stated anew is only added; what stood before goes.
            let goes = !subject.stages.is_empty() && steps.as_ref().is_some_and(|steps| *steps != subject.stages);
            if goes || figures.iter().any(|(key, ..)| stated(&subject, *key).is_some()) {
                free(&app, &visitor, &subject.client, ("exit_inputs", &[])).await?;
            }
            exit_inputs::save(&app.db, &subject.client, &figures, steps.as_deref(), &by(&app, &visitor)).await?;
            Ok(Redirect::to(&href::exit(&subject.client, [])).into_response())
        }
        _ => {
            visitor.at(&here);
            drawn(&visitor, &subject, filled, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Reads the stages; a step without month and share is none.
fn read_steps(pen: &Pen, filled: &mut Filled) -> Option<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    for n in 0..STEPS {
        let (month, share) = (filled.value(&format!("step-month-{n}")), filled.value(&format!("step-share-{n}")));
        if month.is_empty() && share.is_empty() {
            continue;
        }
        let month = form::number(month).filter(|month| Key::Horizon.bounds().wrong(*month).is_none());
        let share = form::number(share).map(|share| share / 100.0).filter(|share| (0.0..=1.0).contains(share));
        let rises = |month: &f64| steps.last().is_none_or(|last| f64::from(last.month) < *month);
        match month.filter(rises).zip(share) {
            Some((month, share)) => steps.push(Step { month: month as u32, share }),
            None => {
                filled.refuse("steps", pen.lang.text("exit-steps-invalid"));
                return None;
            }
        }
    }
    Some(steps)
}
