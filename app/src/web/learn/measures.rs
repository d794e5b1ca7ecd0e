//! The measures of learning, each with what it counts and how; for those who see the firm's figures. Nobody is ranked.

use crate::flow::learn;
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::referrals::yearly;
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::case::learning::measures::{Measures, Recommending, Score, Share, Spread};
use domain::lesson::referral::Referrals;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "learn/measures.html")]
struct Page {
    frame: Frame,
    lede: Markup,
    rows: Vec<Row>,
    exits: Sheet,
    alarms: Sheet,
}

/// A measure: its name, what it comes to, and how it is counted.
struct Row {
    name: Markup,
    told: Told,
    how: Markup,
}

/// What a measure comes to: in words, and its figures, where enough cases give them.
struct Told {
    says: Markup,
    figures: Option<Figures>,
}

/// A value, between which bounds it lies, and of how many cases it is.
struct Figures {
    value: Cell,
    bounds: Option<[Cell; 2]>,
    n: u32,
}

pub async fn measures(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let (measured, pen) = (measured(&app, &visitor).await?, Pen::of(&visitor));
    let hub = Crumb { text: pen.lang.text("verb-learn"), href: Some("/learn".to_owned()) };
    let title = pen.lang.text("measures-title");
    let shown = Page {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), vec![hub, Crumb { text: title, href: None }]),
        lede: Markup::strong(&pen.lang.text("measures-lede")),
        rows: rows(&pen, &measured),
        exits: sheet(&pen, "measures-exits", ["measures-year", "measures-share"], exits(&pen, &measured)),
        alarms: sheet(&pen, "measures-alarms", ["measures-detector", "measures-share"], alarms(&pen, &measured)),
    };
    Ok(page(&shown)?.into_response())
}

async fn measured(app: &Shared, visitor: &Visitor) -> Result<Measures, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    visitor.require(Role::Finance)?;
    Ok(learn::measured(app.place(), visitor.today).await?)
}

/// Answers with all measures as a file: one row a figure, with the bounds between which it lies.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let (measured, pen) = (measured(&app, &visitor).await?, Pen::of(&visitor));
    let row = |(name, of, told, how): (Markup, Markup, Told, Markup)| {
        let (value, bounds, n) = told
            .figures
            .map_or((Cell::Empty, None, Cell::Empty), |own| (own.value, own.bounds, Cell::Number(f64::from(own.n))));
        let [low, high] = bounds.unwrap_or([Cell::Empty, Cell::Empty]);
        vec![name.into(), of.into(), value, low, high, n, told.says.into(), how.into()]
    };
    let own = rows(&pen, &measured).into_iter().map(|own| (own.name, Markup::default(), own.told, own.how));
    let exits = exits(&pen, &measured).into_iter();
    let exits = exits.map(|(year, told)| (pen.t("measures-exits"), year, told, pen.t("measures-exits-how")));
    let alarms = alarms(&pen, &measured).into_iter();
    let alarms = alarms.map(|(code, told)| (pen.t("measures-alarms"), code, told, pen.t("measures-alarms-how")));
    let heads = [
        ("measure", "measures-measure"),
        ("of", "measures-of"),
        ("value", "export-finding-value"),
        ("low", "measures-from"),
        ("high", "measures-to"),
        ("n", "measures-n"),
        ("says", "measures-says"),
        ("how", "measures-how"),
    ];
    let rows = own.chain(exits).chain(alarms).map(row).collect();
    export::answer("measures", Table::of(pen.lang, "measures-title", &heads, rows), format, pen.lang).await
}

fn rows(pen: &Pen, measured: &Measures) -> Vec<Row> {
    let row = |key: &str, told: Told| Row {
        name: pen.t(&format!("measure-{key}")),
        told,
        how: pen.t(&format!("measure-{key}-how")),
    };
    let percent = |value: f64| (pen.lang.percent(value), Cell::Share(value));
    let plain = |value: f64| (pen.lang.number(value, 2), Cell::Number(value));
    vec![
        row("decision", spread(pen, measured.sign_to_decision)),
        row("notice", spread(pen, measured.decision_to_notice)),
        row("slips", share(pen, measured.slips)),
        row("on-time", share(pen, measured.on_time)),
        row("disputes", share(pen, measured.disputes)),
        row("recovered", score(pen, "measure-percent", measured.recovered, percent)),
        row("repairs", share(pen, measured.repairs)),
        row("brier", score(pen, "measure-score", measured.brier, plain)),
        row("coverage", share(pen, measured.coverage)),
        row("recurrence", share(pen, measured.recurrence)),
        row("referring", share(pen, measured.referring)),
        row("reviewed", share(pen, measured.reviewed)),
        row("complaining", share(pen, measured.complaining)),
        row("recommending", recommending(pen, measured.recommending)),
        row("referrals", referrals(pen, measured.referrals)),
        row("stayed", share(pen, measured.stayed)),
        row("felt", share(pen, measured.felt_no_lower)),
        row("connected", connected(pen, measured)),
    ]
}

fn few(pen: &Pen) -> Told {
    Told { says: pen.t("measure-few"), figures: None }
}

fn spread(pen: &Pen, spread: Option<Spread>) -> Told {
    let Some(spread) = spread else { return few(pen) };
    let days = |days: f64| FluentValue::from(pen.lang.number(days.round(), 0));
    let args = [
        ("days", FluentValue::from(spread.median.round())),
        ("from", days(spread.quarter)),
        ("to", days(spread.three_quarters)),
        ("n", FluentValue::from(f64::from(spread.n))),
    ];
    let bounds = Some([spread.quarter, spread.three_quarters].map(|days| Cell::Number(days.round())));
    let figures = Figures { value: Cell::Number(spread.median.round()), bounds, n: spread.n };
    Told { says: pen.say("measure-days", args), figures: Some(figures) }
}

fn share(pen: &Pen, share: Option<Share>) -> Told {
    let Some((share, interval)) = share.and_then(|share| Some((share, share.interval()?))) else {
        return few(pen);
    };
    let percent = |value: f64| FluentValue::from(pen.lang.percent(value));
    let args = [
        ("share", percent(share.value())),
        ("k", FluentValue::from(f64::from(share.k))),
        ("n", FluentValue::from(f64::from(share.n))),
        ("low", percent(interval.low)),
        ("high", percent(interval.high)),
    ];
    let bounds = Some([interval.low, interval.high].map(Cell::Share));
    let figures = Figures { value: Cell::Share(share.value()), bounds, n: share.n };
    Told { says: pen.say("measure-share", args), figures: Some(figures) }
}

fn score(pen: &Pen, key: &str, score: Option<Score>, shown: impl Fn(f64) -> (String, Cell)) -> Told {
    let Some(score) = score else { return few(pen) };
    let (value, cell) = shown(score.value);
    let says = pen.say(key, [("value", value.into()), ("n", FluentValue::from(f64::from(score.n)))]);
    Told { says, figures: Some(Figures { value: cell, bounds: None, n: score.n }) }
}

fn recommending(pen: &Pen, own: Option<Recommending>) -> Told {
    let Some(own) = own else { return few(pen) };
    let net = own.net().round();
    let n = ("n", FluentValue::from(f64::from(own.n)));
    let says = pen.say("measure-net", [("value", pen.lang.number(net, 0).into()), n]);
    Told { says, figures: Some(Figures { value: Cell::Number(net), bounds: None, n: own.n }) }
}

fn referrals(pen: &Pen, known: Option<(Referrals, u32)>) -> Told {
    let Some((round, ends)) = known else { return few(pen) };
    let says = Markup::join([yearly(pen, round), pen.about("measure-ends", u64::from(ends))], " ");
    Told { says, figures: Some(Figures { value: Cell::Empty, bounds: None, n: ends }) }
}

/// Returns the share of connected clients who went, with that of all others beside it.
fn connected(pen: &Pen, measured: &Measures) -> Told {
    let own = share(pen, measured.connected_lost);
    let (Some(_), Some(others)) = (&own.figures, measured.others_lost) else { return own };
    let percent = FluentValue::from(pen.lang.percent(others.value()));
    let args = [("share", percent), ("n", FluentValue::from(f64::from(others.n)))];
    Told { says: Markup::join([own.says, pen.say("measure-others", args)], " "), ..own }
}

fn sheet(pen: &Pen, caption: &str, heads: [&str; 2], rows: Vec<(Markup, Told)>) -> Sheet {
    let heads = heads.map(|key| Head::words(pen.t(key))).to_vec();
    let rows = rows.into_iter().map(|(of, told)| vec![of, told.says]).collect();
    Sheet { caption: pen.t(caption), heads, rows, is_cards: false }
}

fn exits(pen: &Pen, measured: &Measures) -> Vec<(Markup, Told)> {
    let years = measured.exits.iter();
    years.map(|(year, of)| (Markup::text(&pen.lang.digits(i64::from(*year))), share(pen, *of))).collect()
}

fn alarms(pen: &Pen, measured: &Measures) -> Vec<(Markup, Told)> {
    let codes = measured.false_alarms.iter();
    codes.map(|(code, of)| (Markup::text(&pen.lang.sign_name(*code)), share(pen, *of))).collect()
}
