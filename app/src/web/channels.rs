//! What each channel to clients is worth, and the chances by which the pipeline is weighed.

use super::app::Shared;
use super::cases::people::People;
use super::cases::words::shown;
use super::export::{self, Cell, Format, Place as At, Table};
use super::form::{self, Filled};
use super::markup::{Markup, Pen};
use super::part::Sheet;
use super::prospects::{allowed, by, learn, sees_sums, words, written};
use super::{Crumb, Frame, PageError, Verb, Visitor, page};
use crate::flow::channels::{brought, scores};
use crate::flow::next_client::{self, FIRM};
use crate::store::lesson_log::{self, Place, Topic};
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::lesson::SHOWN_MIN;
use domain::lesson::channel::{Worth, worth};
use domain::lesson::prospect::{Prospect, Stage};
use domain::lesson::replacement::{Chances, Event, conversion};
use domain::money::{Currency, Money};
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/channels", get(show).post(set))
        .route("/channels.csv", get(file))
        .route("/channels.xlsx", get(file))
}

#[derive(Template)]
#[template(path = "channels/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    lede: Markup,
    channels: Option<Sheet>,
    chances: [(&'static str, String); 3],
    /// How often prospects of each stage were won so far.
    own: [(&'static str, Markup); 3],
    is_assumed: bool,
    seq: u32,
    may_set: bool,
    past: Vec<(Markup, String)>,
}

/// The stages that have a chance.
const STAGES: [Stage; 3] = [Stage::Lead, Stage::Talked, Stage::Proposal];

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    allowed(visitor)?;
    let pen = Pen::of(visitor);
    let prospects = next_client::prospects(app.place()).await?;
    let worths = worths(app, visitor, &prospects).await?;
    let (chances, log) = next_client::chances(&app.db).await?;
    let people = People::of(&app.db).await?;
    let title = pen.lang.text("channels-title");
    let offered = |stage: Stage| {
        let written = filled.has(stage.word()).then(|| filled.value(stage.word()).to_owned());
        (stage.word(), written.unwrap_or_else(|| chances.of(stage).to_string()))
    };
    let past = log.iter().rev().map(|stamped| {
        let Event::PolicyChanged { chances, reason } = &stamped.event;
        let all = STAGES.map(|stage| pen.percent(f64::from(chances.of(stage)) / 100.0));
        let who = [pen.day(stamped.on), pen.name(people.name(&stamped.by)), Markup::join(all, " · ")];
        (Markup::join(who, " · "), reason.clone())
    });
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), vec![learn(visitor), Crumb { text: title, href: None }]),
        lede: lede(&pen, &worths),
        channels: table(visitor, &pen, &prospects, &worths).sheet(&pen),
        chances: STAGES.map(offered),
        own: STAGES.map(|stage| (stage.word(), words::share(&pen, conversion(&prospects, stage)))),
        is_assumed: log.is_empty(),
        seq: log.last().map_or(0, |last| last.seq),
        may_set: visitor.role == Role::Owner,
        past: past.collect(),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

/// Says which channel brought the most clients, once there are enough to say it.
fn lede(pen: &Pen, worths: &[Worth]) -> Markup {
    let won: usize = worths.iter().map(|one| one.won).sum();
    let best = worths.iter().max_by_key(|one| one.won).filter(|_| won >= SHOWN_MIN);
    let said = match best {
        Some(best) => {
            let args = [
                ("channel", FluentValue::from(pen.lang.text(&format!("through-{}", best.channel.word())))),
                ("n", FluentValue::from(best.won as f64)),
            ];
            pen.lang.say("channels-lede", args)
        }
        None => pen.lang.text("channels-lede-few"),
    };
    Markup::strong(&said)
}

async fn worths(app: &Shared, visitor: &Visitor, prospects: &[Prospect]) -> Result<Vec<Worth>, PageError> {
    let brought = brought(&app.db, &prospects.iter().collect::<Vec<_>>(), visitor.today).await?;
    let scores = scores(app.place(), &visitor.firm, &next_client::criteria(&app.db).await?).await?;
    Ok(worth(prospects, |one| brought.get(&one.id).cloned(), |one| scores.get(&one.id).copied()))
}

/// Answers with the channels as a file.
async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let (pen, prospects) = (Pen::of(&visitor), next_client::prospects(app.place()).await?);
    let worths = worths(&app, &visitor, &prospects).await?;
    export::answer("channels", table(&visitor, &pen, &prospects, &worths), format, pen.lang).await
}

/// Returns the channels with what each is worth; what they cost and what became of their clients is not for everyone, not
/// even counted.
fn table(visitor: &Visitor, pen: &Pen, prospects: &[Prospect], worths: &[Worth]) -> Table {
    let few = |cell: Option<Cell>| cell.unwrap_or_else(|| pen.t("too-few").into());
    let days = |days: Option<f64>| {
        few(days.map(|days| Cell::Number(days.round()).said_as(pen.say("fact-days", [("n", days.round().into())]))))
    };
    let row = |one: &Worth| {
        let cost = cost_of(visitor, prospects, one);
        let currency = cost.map(|cost| cost.currency).into();
        let cost = cost.map_or_else(|| Cell::Empty.said_as(pen.t("prospect-none")), Cell::Sum);
        let rate = one.win_rate.map(|rate| Cell::Share(rate.value()).said_as(words::share(pen, Some(rate))));
        let mut row = vec![
            shown(pen, "through-{}", one.channel.word()).into(),
            Cell::Number(one.prospects as f64),
            cost,
            currency,
        ];
        row.extend([Cell::Number(one.won as f64), few(rate), days(one.cycle_days), days(one.revenue_days)]);
        row.extend([few(one.score.map(Cell::Share)), fates(pen, one).into()]);
        row
    };
    let heads = [
        (At::Both, "channel", "prospect-channel"),
        (At::Both, "prospects", "channels-prospects"),
        (At::Both, "cost", "channels-cost"),
        (At::File, "currency", "export-row-currency"),
        (At::Both, "won", "channels-won"),
        (At::Both, "win_rate", "channels-win-rate"),
        (At::Both, "cycle_days", "channels-cycle"),
        (At::Both, "revenue_days", "channels-revenue"),
        (At::Both, "score", "channels-score"),
        (At::Both, "fates", "channels-fate"),
    ];
    let table = Table::placed(pen.lang, "channels-title", &heads, worths.iter().map(row).collect());
    if sees_sums(visitor) { table } else { table.without(&["cost", "currency", "fates"]) }
}

/// Returns what a channel cost, in the firm's currency; costs in others are left out.
fn cost_of(visitor: &Visitor, prospects: &[Prospect], one: &Worth) -> Option<Money> {
    let base = visitor.firm.base_currency.unwrap_or(Currency::UNKNOWN);
    let own = prospects.iter().filter(|prospect| prospect.profile.channel == one.channel);
    let costs: Vec<i64> =
        own.filter_map(|own| own.profile.cost).filter(|cost| cost.currency == base).map(|c| c.minor).collect();
    (!costs.is_empty()).then(|| Money { minor: costs.iter().sum(), currency: base })
}

fn fates(pen: &Pen, one: &Worth) -> Markup {
    one.fates.map_or_else(
        || pen.t("too-few"),
        |[fine, gone, in_case, ended]| {
            let args = [
                ("fine", FluentValue::from(fine as f64)),
                ("gone", FluentValue::from(gone as f64)),
                ("in_case", FluentValue::from(in_case as f64)),
                ("ended", FluentValue::from(ended as f64)),
            ];
            pen.say("channels-fates", args)
        },
    )
}

/// Keeps the owner's chances, with the reason.
async fn set(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let mut percent = |stage: Stage| {
        let n = form::number(filled.value(stage.word())).filter(|n| n.fract() == 0.0 && (0.0..=100.0).contains(n));
        if n.is_none() {
            filled.refuse(stage.word(), visitor.lang.text("fact-percent-invalid"));
        }
        n.unwrap_or_default() as u8
    };
    let [lead, talked, proposal] = STAGES.map(&mut percent);
    let chances = Chances { lead, talked, proposal };
    if filled.is_good() && !chances.is_sound() {
        filled.refuse(Stage::Lead.word(), visitor.lang.text("channels-chances-fall"));
    }
    let reason = written(&filled, "reason");
    if reason.is_none() {
        filled.refuse("reason", visitor.lang.text("prospect-reason-missing"));
    }
    if let (Some(reason), true) = (reason, filled.is_good()) {
        let seen = filled.value("seen").parse().unwrap_or_default();
        let place = Place { topic: Topic::Pipeline, subject: FIRM, seen, on: visitor.today };
        let event = (Event::PolicyChanged { chances, reason }, None);
        if lesson_log::append(&app.db, place, &[event], &by(&app, &visitor)).await? {
            return Ok(Redirect::to("/channels").into_response());
        }
        filled.refuse("all", visitor.lang.text("criterion-overtaken"));
    }
    visitor.at("/channels");
    drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
}
