//! The measures of learning, each with what it counts and how; for those who see the firm's figures. Nobody is ranked.

use crate::flow::learn;
use crate::store::viewer::Role;
use crate::web::app::Shared;
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
    value: Markup,
    how: Markup,
}

pub async fn measures(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    visitor.require(Role::Finance)?;
    let pen = Pen::of(&visitor);
    let measured = learn::measured(&app.db, visitor.today).await?;
    let hub = Crumb { text: pen.lang.text("verb-learn"), href: Some("/learn".to_owned()) };
    let title = pen.lang.text("measures-title");
    let shown = Page {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), vec![hub, Crumb { text: title, href: None }]),
        lede: Markup::strong(&pen.lang.text("measures-lede")),
        rows: rows(&pen, &measured),
        exits: exits(&pen, &measured),
        alarms: alarms(&pen, &measured),
    };
    Ok(page(&shown)?.into_response())
}

fn rows(pen: &Pen, measured: &Measures) -> Vec<Row> {
    let row = |key: &str, value: Markup| Row {
        name: pen.t(&format!("measure-{key}")),
        value,
        how: pen.t(&format!("measure-{key}-how")),
    };
    vec![
        row("decision", spread(pen, measured.sign_to_decision)),
        row("notice", spread(pen, measured.decision_to_notice)),
        row("slips", share(pen, measured.slips)),
        row("on-time", share(pen, measured.on_time)),
        row("disputes", share(pen, measured.disputes)),
        row("recovered", score(pen, "measure-percent", measured.recovered, |value| pen.lang.percent(value))),
        row("repairs", share(pen, measured.repairs)),
        row("brier", score(pen, "measure-score", measured.brier, |value| pen.lang.number(value, 2))),
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

fn spread(pen: &Pen, spread: Option<Spread>) -> Markup {
    let Some(spread) = spread else { return pen.t("measure-few") };
    let days = |days: f64| FluentValue::from(pen.lang.number(days.round(), 0));
    let args = [
        ("days", FluentValue::from(spread.median.round())),
        ("from", days(spread.quarter)),
        ("to", days(spread.three_quarters)),
        ("n", FluentValue::from(f64::from(spread.n))),
    ];
    pen.say("measure-days", args)
}

fn share(pen: &Pen, share: Option<Share>) -> Markup {
    let Some((share, interval)) = share.and_then(|share| Some((share, share.interval()?))) else {
        return pen.t("measure-few");
    };
    let percent = |value: f64| FluentValue::from(pen.lang.percent(value));
    let args = [
        ("share", percent(share.value())),
        ("k", FluentValue::from(f64::from(share.k))),
        ("n", FluentValue::from(f64::from(share.n))),
        ("low", percent(interval.low)),
        ("high", percent(interval.high)),
    ];
    pen.say("measure-share", args)
}

fn score(pen: &Pen, key: &str, score: Option<Score>, shown: impl Fn(f64) -> String) -> Markup {
    let Some(score) = score else { return pen.t("measure-few") };
    pen.say(key, [("value", shown(score.value).into()), ("n", FluentValue::from(f64::from(score.n)))])
}

fn recommending(pen: &Pen, own: Option<Recommending>) -> Markup {
    let Some(own) = own else { return pen.t("measure-few") };
    let n = ("n", FluentValue::from(f64::from(own.n)));
    pen.say("measure-net", [("value", pen.lang.number(own.net().round(), 0).into()), n])
}

fn referrals(pen: &Pen, known: Option<(Referrals, u32)>) -> Markup {
    let Some((round, ends)) = known else { return pen.t("measure-few") };
    Markup::join([yearly(pen, round), pen.about("measure-ends", u64::from(ends))], " ")
}

/// Returns the share of connected clients who went, with that of all others beside it.
fn connected(pen: &Pen, measured: &Measures) -> Markup {
    let own = share(pen, measured.connected_lost);
    match (measured.connected_lost, measured.others_lost) {
        (Some(_), Some(others)) => {
            let percent = FluentValue::from(pen.lang.percent(others.value()));
            let args = [("share", percent), ("n", FluentValue::from(f64::from(others.n)))];
            Markup::join([own, pen.say("measure-others", args)], " ")
        }
        _ => own,
    }
}

fn sheet(pen: &Pen, caption: &str, heads: [&str; 2], rows: Vec<Vec<Markup>>) -> Sheet {
    let heads = heads.map(|key| Head::words(pen.t(key))).to_vec();
    Sheet { caption: pen.t(caption), heads, rows, is_cards: false }
}

fn exits(pen: &Pen, measured: &Measures) -> Sheet {
    let row =
        |(year, of): &(i32, Option<Share>)| vec![Markup::text(&pen.lang.digits(i64::from(*year))), share(pen, *of)];
    let rows = measured.exits.iter().map(row).collect();
    sheet(pen, "measures-exits", ["measures-year", "measures-share"], rows)
}

fn alarms(pen: &Pen, measured: &Measures) -> Sheet {
    let row = |(code, of): &(domain::sign::Code, Option<Share>)| {
        vec![Markup::text(&pen.lang.sign_name(*code)), share(pen, *of)]
    };
    let rows = measured.false_alarms.iter().map(row).collect();
    sheet(pen, "measures-alarms", ["measures-detector", "measures-share"], rows)
}
