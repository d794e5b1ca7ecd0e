//! The renewal windows of all contracts: which closes next, and what is missing where none can be computed.

use super::{allowed, crumbs};
use crate::flow::renewals::{self, Lack, Line};
use crate::store::renewals::Renewing;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::separation::renewal::{Standing, Window};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "notice/renewals.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    windows: Option<Sheet>,
    /// Contracts whose window cannot be computed, each with what is missing.
    lacking: Vec<(Markup, Markup)>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (lines, lacking) = renewals::windows(&app.db, &visitor.viewer, &visitor.firm, visitor.today).await?;
    let show = Show {
        frame: visitor.frame(pen.lang.text("renewals-title"), Some(Verb::Part), crumbs(pen.lang, None)),
        lede: lede(&pen, &lines, lacking.len(), visitor.today),
        windows: (!lines.is_empty()).then(|| sheet(&pen, &lines, visitor.today)),
        lacking: lacking.iter().map(|(of, lack)| (contract(&pen, of), said(&pen, of, *lack))).collect(),
    };
    Ok(page(&show)?.into_response())
}

fn lede(pen: &Pen, lines: &[Line], lacking: usize, today: Day) -> Markup {
    let still = lines.iter().find(|line| line.window.standing(today) != Standing::Missed);
    let said = match still {
        Some(line) => pen.lang.say(
            "renewals-lede",
            [
                ("name", FluentValue::from(line.of.name.clone())),
                ("day", FluentValue::from(pen.lang.weekday(line.window.last_dispatch))),
                ("safe", FluentValue::from(pen.lang.weekday(line.window.last_safe))),
            ],
        ),
        None if lines.is_empty() && lacking == 0 => pen.lang.text("renewals-lede-none"),
        None => pen.lang.text("renewals-lede-closed"),
    };
    Markup::strong(&said)
}

fn sheet(pen: &Pen, lines: &[Line], today: Day) -> Sheet {
    let row = |line: &Line| {
        let Window { ends_on, last_dispatch, last_safe, .. } = line.window;
        let source = confirmed(pen, &line.of);
        let first = [contract(pen, &line.of), standing(pen, line, today), served(pen, &line.of)];
        let first = first.into_iter().chain(opens(pen, line, today)).chain(source);
        let first = Markup::join(first, "<br>");
        vec![first, pen.day(last_safe), pen.day(last_dispatch), pen.day(ends_on), compute(pen, line)]
    };
    Sheet {
        caption: pen.t("renewals-windows"),
        heads: ["contract", "safe", "lawful", "ends", "open"]
            .map(|head| Head::words(pen.t(&format!("renewals-head-{head}"))))
            .into(),
        rows: lines.iter().map(row).collect(),
        is_cards: true,
    }
}

/// Returns a client with the contract, each leading to its page.
fn contract(pen: &Pen, of: &Renewing) -> Markup {
    let client = pen.link(&href::client(&of.client), &pen.name(&of.name));
    let record = pen.link(&href::record(&of.client, "contracts", &of.contract), &pen.id(&of.contract));
    Markup::join([client, record], " ")
}

/// Says for which way of notice its days are.
fn served(pen: &Pen, of: &Renewing) -> Markup {
    let said = pen.say("renewals-by-service", [("service", FluentValue::from(pen.lang.service(&of.service)))]);
    Markup::made(format!("<span class=\"small soft\">{said}</span>"))
}

/// Says from when on a notice may be sent, while it would still come too early.
fn opens(pen: &Pen, line: &Line, today: Day) -> Option<Markup> {
    let first = line.window.first_dispatch.filter(|first| *first > today)?;
    let said = pen.say("renewals-opens", [("day", FluentValue::from(pen.lang.weekday(first)))]);
    Some(Markup::made(format!("<strong class=\"small\">{said}</strong>")))
}

/// Says which of its figures people confirmed in its text.
fn confirmed(pen: &Pen, of: &Renewing) -> Option<Markup> {
    let terms: Vec<String> = of.confirmed.iter().map(|term| pen.lang.term_name(*term)).collect();
    let args = [("terms", FluentValue::from(terms.join(&pen.lang.text("list-comma"))))];
    (!terms.is_empty())
        .then(|| Markup::made(format!("<span class=\"small soft\">{}</span>", pen.say("renewals-by-terms", args))))
}

fn standing(pen: &Pen, line: &Line, today: Day) -> Markup {
    let days = |key: &str, days: i32| pen.about(key, days.unsigned_abs().into());
    let said = match line.window.standing(today) {
        Standing::Open => pen.t("renewals-open"),
        Standing::Closing(left) => days("renewals-closing", left),
        Standing::Late(left) => days("renewals-late", left),
        Standing::Missed => pen.t("renewals-missed"),
    };
    Markup::made(format!("<span class=\"small soft\">{said}</span>"))
}

/// Returns the way to the computation, filled in with what the records say.
fn compute(pen: &Pen, line: &Line) -> Markup {
    let of = &line.of;
    let ends = line.window.ends_on.to_string();
    let length = of.notice_length.map(|length| length.to_string()).unwrap_or_default();
    let unit = of.notice_unit.map(domain::record::Choice::word).unwrap_or_default();
    let to = of.country.clone().unwrap_or_default();
    let query = [
        ("to", to.as_str()),
        ("length", length.as_str()),
        ("unit", unit),
        ("term_ends_on", ends.as_str()),
        ("before", length.as_str()),
        ("before_unit", unit),
        ("client", of.client.as_str()),
        ("contract", of.contract.as_str()),
    ];
    let name = pen.lang.say("renewals-steps-of", [("name", FluentValue::from(of.name.clone()))]);
    let href = format!("/notice/compute{}", href::query(query));
    let (href, name) = (crate::web::markup::escaped(&href), crate::web::markup::escaped(&name));
    Markup::made(format!("<a href=\"{href}\" aria-label=\"{name}\">{}</a>", pen.t("renewals-steps")))
}

fn said(pen: &Pen, of: &Renewing, lack: Lack) -> Markup {
    match lack {
        Lack::Place => pen.t("renewals-lack-place"),
        Lack::End => pen.t("renewals-lack-end"),
        Lack::Ended(on) => pen.say("renewals-lack-ended", [("day", FluentValue::from(pen.lang.day(on)))]),
        Lack::Notice => pen.t("renewals-lack-notice"),
        Lack::Deemed => pen.say("renewals-lack-deemed", [("method", FluentValue::from(pen.lang.service(&of.service)))]),
        Lack::Day => pen.t("renewals-lack-day"),
    }
}
