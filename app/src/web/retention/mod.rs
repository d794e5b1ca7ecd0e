//! What is kept of ended relationships, and until when: a list that a person reads once a year. It does nothing by itself.

mod destroyed;

use super::app::Shared;
use super::erasures;
use super::markup::{Markup, Pen};
use super::part::{Head, Sheet};
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow::legal_holds::Keeping;
use crate::flow::{cases, legal_holds, retention};
use crate::lang::Language;
use crate::store::cases::of_member;
use crate::store::legal_holds::LegalHold;
use crate::store::viewer::Role;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use domain::retention::Term;

pub fn routes() -> Router<Shared> {
    Router::new().route("/retention", get(show)).route("/retention/destroyed", get(destroyed::destroyed))
}

#[derive(Template)]
#[template(path = "retention/show.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    clients: Vec<ClientView>,
    /// What was proposed to be erased and waits, for those who may see it.
    waiting: Vec<erasures::Waiting>,
    /// Whether this visitor may see what was destroyed.
    sees_destroyed: bool,
}

/// An ended relationship: who, what is said of holds, and the terms.
struct ClientView {
    href: String,
    name: Markup,
    held: Vec<Markup>,
    terms: Sheet,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.is_adviser() || visitor.sharing.is_some() {
        return Err(PageError::NotFound);
    }
    let pen = Pen::of(&visitor);
    let erases = visitor.role >= Role::Finance;
    let (mut clients, mut due) = (vec![], 0);
    for line in of_member(&app.db, &visitor.member, None).await? {
        let Some(opened) = cases::load(app.place(), &line.key).await? else { continue };
        let Some(terms) = retention::of_case(&opened, &visitor.firm) else { continue };
        let keeping = legal_holds::against(app.place(), &line.key.client, &[]).await?;
        let passed = retention::due(&opened, &keeping, &terms, visitor.today);
        let is_held = |term: &&Term| retention::is_kept(&opened, &keeping, term.class);
        let held: Vec<&Term> = terms.iter().filter(is_held).collect();
        due += passed.len() as u64;
        clients.push(ClientView {
            href: href::case(&line.key.client, &line.key.case),
            name: pen.name(&opened.case.opening.client_name),
            held: held_by(&pen, &keeping, held.is_empty()),
            terms: sheet(&pen, (&line.key.client, erases), &terms, (&passed, &held)),
        });
    }
    let title = visitor.lang.text("retention-title");
    let lede = match (clients.is_empty(), due) {
        (true, _) => pen.t("retention-none"),
        (false, 0) => pen.t("retention-nothing-due"),
        (false, due) => pen.about("retention-due", due),
    };
    let waiting = if erases { erasures::waiting(&app, &visitor, |_| true).await? } else { vec![] };
    let frame = visitor.frame(title, Some(Verb::Learn), vec![]);
    Ok(page(&Show { frame, lede, clients, waiting, sees_destroyed: erases })?.into_response())
}

/// Says which holds keep something of a client, and whom to ask of each; or that nobody has said yet what is kept.
fn held_by(pen: &Pen, keeping: &Keeping, nothing: bool) -> Vec<Markup> {
    let hold = |hold: &LegalHold| {
        pen.say("retention-hold", [("day", pen.lang.day(hold.since).into()), ("name", hold.ask.1.as_str().into())])
    };
    let awaited = keeping.is_awaited().then(|| pen.t("retention-held"));
    let standing = if nothing { &[] } else { keeping.holds.as_slice() };
    awaited.into_iter().chain(standing.iter().map(hold)).collect()
}

fn sheet(pen: &Pen, (client, erases): (&str, bool), terms: &[Term], (due, held): (&[&Term], &[&Term])) -> Sheet {
    let row = |term: &Term| {
        let class = pen.t(&format!("retention-class-{}", term.class.word()));
        let until = match term.until {
            Some(until) if held.contains(&term) => Markup::join([pen.day(until), pen.t("retention-kept-longer")], " "),
            Some(until) if due.contains(&term) => {
                let asked = href::query([("class", term.class.word())]);
                let form = format!("{}{asked}", href::path(["clients", client, "erasures"]));
                let act = erases.then(|| pen.link(&form, &pen.t("retention-propose")));
                Markup::join([pen.day(until), pen.t("retention-passed")].into_iter().chain(act), " ")
            }
            Some(until) => pen.day(until),
            None => pen.t(&format!("retention-waits-{}", term.rule.from.word())),
        };
        let rests = pen.t(&format!("retention-rests-{}", term.rule.rests_on.word()));
        let source = match pen.lang.language {
            Language::Arabic => &term.rule.source_ar,
            Language::English => &term.rule.source,
        };
        vec![class, until, Markup::join([rests, pen.name(source)], "<br>")]
    };
    Sheet {
        caption: pen.t("retention-title"),
        heads: ["what", "until", "why"].map(|head| Head::words(pen.t(&format!("retention-head-{head}")))).into(),
        rows: terms.iter().map(row).collect(),
        is_cards: true,
    }
}
