//! Legal holds as those see them who keep papers: what is kept, whom to ask, and that they know of it; never why.

use super::app::{App, Shared};
use super::cases::by;
use super::export::{self, Cell, Format, Table};
use super::form::Filled;
use super::markup::{Markup, Pen};
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow::cases::{self, NotDone};
use crate::flow::legal_holds as keeping;
use crate::store::cases::Key;
use crate::store::legal_holds::{self, Custodian, LegalHold};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::case::legal_hold::{Act as Hold, Reach};
use domain::case::{Act, Refusal};
use domain::days::Day;
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/legal-holds", get(show))
        .route("/legal-holds.csv", get(file))
        .route("/legal-holds.xlsx", get(file))
        .route("/legal-holds/acknowledgement", post(acknowledge).get(back))
}

#[derive(Template)]
#[template(path = "legal_holds.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    /// The holds that reach papers of this visitor.
    own: Vec<OwnView>,
    /// The holds of cases in which they take part.
    cases: Vec<CaseView>,
}

/// A hold before someone who keeps papers.
struct OwnView {
    name: Markup,
    says: Markup,
    /// What is kept, to tell two holds of a client apart.
    keeps: Markup,
    state: Markup,
    /// Client, case and number, where it waits to be acknowledged.
    waits: Option<(String, String, u32)>,
}

/// A hold before someone of its case.
struct CaseView {
    name: Markup,
    href: String,
    keeps: Markup,
    state: Markup,
    custodians: Vec<Markup>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(&visitor);
    let own = legal_holds::of_custodian(&app.db, &visitor.member).await?;
    let of_cases = legal_holds::of_cases(&app.db, &visitor.member).await?;
    let waits = own.iter().filter(|hold| waits_for(hold, &visitor.member)).count();
    let lede = match (own.is_empty() && of_cases.is_empty(), waits) {
        (true, _) => pen.t("legal-holds-none"),
        (false, 0) => pen.t("legal-holds-known"),
        (false, n) => pen.about("legal-holds-waiting", n as u64),
    };
    let title = visitor.lang.text("legal-holds-title");
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Part), vec![]),
        lede,
        own: own.iter().filter_map(|hold| own_view(&pen, &visitor, hold)).collect(),
        cases: of_cases.iter().map(|hold| case_view(&pen, &visitor, hold)).collect(),
    };
    Ok(page(&show)?.into_response())
}

/// Answers with both lists as a file: one row for each who keeps papers, of the holds that reach the visitor's own papers
/// first, then of those of their cases.
async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(&visitor);
    let row = |list: &str, hold: &LegalHold, own: &Custodian| {
        vec![
            pen.t(list).into(),
            hold.client_name.as_str().into(),
            keeps(&pen, &hold.reach).into(),
            Cell::Day(hold.since),
            hold.released_on.into(),
            hold.ask.1.as_str().into(),
            own.name.as_str().into(),
            own.acknowledged_on.into(),
            own.reminded_on.into(),
        ]
    };
    let own = legal_holds::of_custodian(&app.db, &visitor.member).await?;
    let own = own.iter().filter_map(|hold| Some(row("legal-holds-own", hold, hold.custodian(&visitor.member)?)));
    let of_cases = legal_holds::of_cases(&app.db, &visitor.member).await?;
    let of_cases = of_cases
        .iter()
        .flat_map(|hold| hold.custodians.iter().map(move |custodian| (hold, custodian)))
        .map(|(hold, custodian)| row("legal-holds-cases", hold, custodian));
    let heads = [
        ("list", "legal-holds-list"),
        ("client", "client"),
        ("keeps", "legal-hold-log-keeps"),
        ("since", "cases-since"),
        ("released_on", "legal-hold-released-on"),
        ("ask", "hold-ask"),
        ("custodian", "legal-hold-custodian"),
        ("acknowledged_on", "legal-hold-acknowledged-on"),
        ("reminded_on", "legal-hold-reminded-on"),
    ];
    let table = Table::of(pen.lang, "legal-holds-title", &heads, own.chain(of_cases).collect());
    export::answer("legal-holds", table, format, pen.lang).await
}

fn waits_for(hold: &LegalHold, member: &str) -> bool {
    hold.custodian(member).is_some_and(|own| own.acknowledged_on.is_none())
}

fn own_view(pen: &Pen, visitor: &Visitor, hold: &LegalHold) -> Option<OwnView> {
    let own = hold.custodian(&visitor.member)?;
    let mut args = reach_args(pen, &hold.reach);
    args.extend([("name", text(&hold.client_name)), ("ask", text(&hold.ask.1))]);
    let place = (hold.client.clone(), hold.case.clone(), hold.id);
    Some(OwnView {
        name: pen.name(&hold.client_name),
        says: pen.say("legal-hold-says", args),
        keeps: keeps(pen, &hold.reach),
        state: state(pen, own, visitor.today),
        waits: own.acknowledged_on.is_none().then_some(place),
    })
}

fn case_view(pen: &Pen, visitor: &Visitor, hold: &LegalHold) -> CaseView {
    let custodian = |one: &Custodian| {
        let known = if hold.released_on.is_some() { None } else { Some(state(pen, one, visitor.today)) };
        Markup::join([Some(pen.name(&one.name)), known].into_iter().flatten(), " · ")
    };
    CaseView {
        name: pen.name(&hold.client_name),
        href: format!("{}/legal-holds/{}", href::case(&hold.client, &hold.case), hold.id),
        keeps: keeps(pen, &hold.reach),
        state: stands(pen, hold.since, &hold.ask.1, hold.released_on.map(|on| (on, None))),
        custodians: hold.custodians.iter().map(custodian).collect(),
    }
}

/// Says what a hold keeps.
pub fn keeps(pen: &Pen, reach: &Reach) -> Markup {
    pen.say("legal-hold-keeps", reach_args(pen, reach))
}

/// Says since when a hold stands and whom to ask, or when and, where that is known, by whom it was released.
pub fn stands(pen: &Pen, since: Day, ask: &str, released: Option<(Day, Option<&str>)>) -> Markup {
    let day = |on| FluentValue::from(pen.lang.day(on));
    match released {
        None => pen.say("legal-hold-stands", [("day", day(since)), ("name", text(ask))]),
        Some((on, Some(who))) => {
            pen.say("legal-hold-released", [("day", day(since)), ("until", day(on)), ("who", text(who))])
        }
        Some((on, None)) => pen.say("legal-hold-ended", [("day", day(since)), ("until", day(on))]),
    }
}

/// Says whether someone who keeps papers knows of a hold, and for how long they have not said so.
pub fn state(pen: &Pen, custodian: &Custodian, today: Day) -> Markup {
    let day = |on| FluentValue::from(pen.lang.day(on));
    match (custodian.acknowledged_on, custodian.reminded_on) {
        (Some(on), _) => pen.say("legal-hold-acknowledged", [("day", day(on))]),
        (None, reminded) => {
            let n = FluentValue::from(f64::from(today.since(custodian.told_on)));
            let waits = pen.say("legal-hold-unacknowledged", [("n", n), ("day", day(custodian.told_on))]);
            let reminded = reminded.map(|on| pen.say("legal-hold-reminded", [("day", day(on))]));
            Markup::join([Some(waits), reminded].into_iter().flatten(), " · ")
        }
    }
}

/// Returns the kinds of papers and the days of a reach, as arguments of a sentence.
pub fn reach_args(pen: &Pen, reach: &Reach) -> Vec<(&'static str, FluentValue<'static>)> {
    let class = |word: &str| pen.lang.text(&format!("retention-class-{word}"));
    let classes: Vec<String> = reach.classes.iter().map(|one| class(one.word())).collect();
    let all = || pen.lang.text("legal-hold-all");
    let classes = if classes.is_empty() { all() } else { classes.join(&pen.lang.text("list-comma")) };
    let day = |on: Option<Day>| FluentValue::from(on.map(|on| pen.lang.day(on)).unwrap_or_default());
    let span = match (reach.from, reach.to) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "from",
        (None, Some(_)) => "to",
        (None, None) => "any",
    };
    let days =
        pen.lang.say("legal-hold-days", [("span", span.into()), ("from", day(reach.from)), ("to", day(reach.to))]);
    vec![("classes", classes.into()), ("days", days.into())]
}

fn text(text: &str) -> FluentValue<'static> {
    FluentValue::from(text.to_owned())
}

/// Says on the first page that holds wait to be acknowledged, and whether someone called them to mind.
pub async fn waiting(app: &Shared, visitor: &Visitor) -> Result<Option<Markup>, PageError> {
    if !visitor.has_holds {
        return Ok(None);
    }
    let own = legal_holds::of_custodian(&app.db, &visitor.member).await?;
    let waits: Vec<&LegalHold> = own.iter().filter(|hold| waits_for(hold, &visitor.member)).collect();
    if waits.is_empty() {
        return Ok(None);
    }
    let pen = Pen::of(visitor);
    let reminded = waits.iter().filter_map(|hold| hold.custodian(&visitor.member)?.reminded_on).max();
    let says = pen.link("/legal-holds", &pen.about("legal-holds-line", waits.len() as u64));
    let reminded = reminded.map(|on| pen.say("legal-hold-reminded", [("day", pen.lang.day(on).into())]));
    Ok(Some(Markup::join([Some(says), reminded].into_iter().flatten(), " ")))
}

/// Says that a record stays as it is, and whom to ask; that it is a legal hold, and since when, is told to those alone who
/// keep papers under it or take part in its case.
pub async fn held_says(app: &App, visitor: &Visitor, hold: &LegalHold) -> Result<String, PageError> {
    let is_it = |known: &LegalHold| (&known.client, &known.case) == (&hold.client, &hold.case);
    let knows = hold.custodian(&visitor.member).is_some()
        || legal_holds::of_cases(&app.db, &visitor.member).await?.iter().any(is_it);
    let (name, day) = (("name", text(&hold.ask.1)), ("day", FluentValue::from(visitor.lang.day(hold.since))));
    Ok(if knows { visitor.lang.say("entry-held", [day, name]) } else { visitor.lang.say("entry-stopped", [name]) })
}

/// Refuses to change a row of a client that is of some days and that a legal hold reaches.
pub async fn free(app: &App, visitor: &Visitor, client: &str, row: (&str, &[Day])) -> Result<(), PageError> {
    match keeping::on_row(&app.db, client, row.0, row.1).await? {
        Some(hold) => Err(PageError::Held(held_says(app, visitor, &hold).await?)),
        None => Ok(()),
    }
}

async fn acknowledge(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let own = legal_holds::of_custodian(&app.db, &visitor.member).await?;
    let is_meant = |hold: &&LegalHold| {
        (filled.value("client"), filled.value("case")) == (&hold.client, &hold.case)
            && filled.value("hold") == hold.id.to_string()
    };
    let hold = own.iter().find(is_meant).ok_or(PageError::NotFound)?;
    let key = Key { client: hold.client.clone(), case: hold.case.clone() };
    let act = Act::LegalHold(Hold::AcknowledgeLegalHold { hold: hold.id });
    match cases::act(app.place(), &key, &by(&app, &visitor, None), act).await {
        // It may have been acknowledged in another window, or released meanwhile; the page shows what stands.
        Ok(_) | Err(NotDone::Refused(Refusal::Done)) => Ok(Redirect::to("/legal-holds").into_response()),
        Err(NotDone::Store(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}

async fn back() -> Redirect {
    Redirect::to("/legal-holds")
}
