//! What is kept of ended relationships, and until when: a list that a person reads once a year. It does nothing by itself.

mod destroyed;

use super::app::Shared;
use super::erasures;
use super::markup::{Markup, Pen};
use super::part::{Head, Sheet};
use super::records;
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow::cases::Opened;
use crate::flow::legal_holds::Keeping;
use crate::flow::{cases, destruction, legal_holds, next_client, retention};
use crate::store::cases::{Key, of_member};
use crate::store::legal_holds::LegalHold;
use crate::store::viewer::Role;
use crate::store::{erasing, known_at_start, merges};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::prospect::Prospect;
use domain::retention::{Class, Term, old_signs_before};
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

pub fn routes() -> Router<Shared> {
    Router::new().route("/retention", get(show)).route("/retention/destroyed", get(destroyed::destroyed))
}

#[derive(Template)]
#[template(path = "retention/show.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    clients: Vec<ClientView>,
    /// Prospects of whom nothing came and whose time has passed.
    prospects: Option<Sheet>,
    /// Clients whose sign data has grown old, for those who may see what is erased.
    signs: Option<Sheet>,
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
    let (mut clients, mut due, mut kept) = (vec![], 0, BTreeMap::new());
    let own = legal_holds::own_cases(&app.db, &visitor.member).await?;
    for line in of_member(&app.db, &visitor.member, None).await? {
        let Some(opened) = cases::load(app.place(), &line.key).await? else { continue };
        let Some(terms) = retention::of_case(&opened, &visitor.firm) else { continue };
        let client = &line.key.client;
        if !kept.contains_key(client) {
            let keeping = legal_holds::against(app.place(), client, &[]).await?;
            let known = keeping.known_to(&visitor.member, &own);
            kept.insert(client.clone(), (keeping, known));
        }
        let keeping = &kept[client];
        let found = Found::of(&app, &visitor, (&opened, keeping, &terms)).await?;
        due += found.due.len() as u64;
        clients.push(ClientView {
            href: href::case(&line.key.client, &line.key.case),
            name: pen.name(&opened.case.opening.client_name),
            held: held_by(&pen, keeping, found.held.is_empty()),
            terms: sheet(&pen, (&line.key, erases, &visitor.firm), &terms, &found),
        });
    }
    let title = visitor.lang.text("retention-title");
    let passed = next_client::kept_until(app.place()).await?;
    let passed: Vec<_> = passed.into_iter().filter(|(_, until)| *until < visitor.today).collect();
    let lede = match (clients.is_empty() && passed.is_empty(), due + passed.len() as u64) {
        (true, _) => pen.t("retention-none"),
        (false, 0) => pen.t("retention-nothing-due"),
        (false, due) => pen.about("retention-due", due),
    };
    let waiting = if erases { erasures::waiting(&app, &visitor, |_| true).await? } else { vec![] };
    let frame = visitor.frame(title, Some(Verb::Learn), vec![]);
    let signs = if erases { old_signs(&app, &visitor).await? } else { None };
    let prospects = (!passed.is_empty()).then(|| of_prospects(&pen, &passed, erases));
    Ok(page(&Show { frame, lede, clients, prospects, signs, waiting, sees_destroyed: erases })?.into_response())
}

/// Says which holds keep something of a client, and whom to ask of each; or that nobody has said yet what is kept. Of a hold
/// of which the visitor does not know they learn no more than whom to ask.
fn held_by(pen: &Pen, (keeping, known): &(Keeping, Keeping), nothing: bool) -> Vec<Markup> {
    let hold = |hold: &LegalHold| {
        let name = ("name", FluentValue::from(hold.ask.1.as_str()));
        if known.holds.contains(hold) {
            pen.say("retention-hold", [("day", pen.lang.day(hold.since).into()), name])
        } else {
            pen.say("retention-stopped", [name])
        }
    };
    let awaited = if known.is_awaited() { "retention-held" } else { "retention-stopped-all" };
    let awaited = keeping.is_awaited().then(|| pen.t(awaited));
    let standing = if nothing { &[] } else { keeping.holds.as_slice() };
    awaited.into_iter().chain(standing.iter().map(hold)).collect()
}

/// What is found of the terms of an ended relationship on a day.
struct Found<'t> {
    /// What has passed, and of which something is here.
    due: Vec<&'t Term>,
    /// What a hold keeps.
    held: Vec<&'t Term>,
    /// What of that a hold keeps of which the visitor does not know.
    stopped: Vec<&'t Term>,
    /// What has passed, and of which nothing is here any more.
    gone: Vec<&'t Term>,
    /// What has passed here, while the client came back or another end of theirs counts.
    later: Vec<&'t Term>,
    /// Whether the client still has an entry, under which erasures are proposed.
    has_client: bool,
}

impl<'t> Found<'t> {
    async fn of(
        app: &Shared,
        visitor: &Visitor,
        (opened, (keeping, known), terms): (&Opened, &(Keeping, Keeping), &'t [Term]),
    ) -> Result<Found<'t>, PageError> {
        let is_held = |term: &&Term| retention::is_kept(opened, keeping, term.class);
        let held: Vec<&Term> = terms.iter().filter(is_held).collect();
        let is_stopped = |term: &&Term| !retention::is_kept(opened, known, term.class);
        let stopped = held.iter().copied().filter(is_stopped).collect();
        let (mut due, mut gone, mut later) = (vec![], vec![], vec![]);
        let mut has_client = false;
        let passed = retention::due(opened, keeping, terms, visitor.today);
        if !passed.is_empty() {
            let client = &opened.key.client;
            let main = merges::main_of(&app.db, client).await?;
            has_client = main.is_some();
            let main = main.unwrap_or_else(|| client.clone());
            let all = cases::of_client(app.place(), &main).await?;
            let bound = destruction::terms(erasures::ground(app, visitor), &main, &all).await?;
            for term in passed {
                let is_over = bound.iter().any(|other| other.class == term.class && other.is_due(visitor.today));
                if !retention::is_here(app.place(), opened, term.class).await? {
                    gone.push(term);
                } else if is_over {
                    due.push(term);
                } else {
                    later.push(term);
                }
            }
        }
        Ok(Found { due, held, stopped, gone, later, has_client })
    }
}

/// Says what a term rests on, and how sure that is; or why the firm states years of its own.
fn why(pen: &Pen, firm: &Firm, term: &Term) -> Markup {
    if term.is_own {
        let own = firm.own_terms.iter().find(|own| own.word() == term.class.word());
        let reason = own.map(|own| pen.name(&own.reason));
        return Markup::join([pen.t("retention-rests-own")].into_iter().chain(reason), "<br>");
    }
    let rests = pen.t(&format!("retention-rests-{}", term.rule.rests_on.word()));
    let source = pen.lang.either(&term.rule.source_ar, &term.rule.source);
    let sure = format!("retention-sure-{}", term.rule.certainty.word());
    let sure = match term.rule.checked_on {
        Some(on) => pen.say(&sure, [("day", pen.lang.day(on).into())]),
        None => pen.t(&sure),
    };
    Markup::join([rests, pen.name(source), sure], "<br>")
}

/// Lists the prospects whose time has passed.
fn of_prospects(pen: &Pen, passed: &[(Prospect, Day)], erases: bool) -> Sheet {
    let rule = domain::retention::of_prospects();
    let source = pen.lang.either(&rule.source_ar, &rule.source);
    let row = |(one, until): &(Prospect, Day)| {
        let act =
            erases.then(|| pen.link(&href::path(["prospects", &one.id, "erasures"]), &pen.t("retention-propose")));
        let until = Markup::join([pen.day(*until), pen.t("retention-passed")].into_iter().chain(act), " ");
        vec![pen.link(&href::path(["prospects", &one.id]), &pen.name(&one.profile.name)), until, pen.name(source)]
    };
    Sheet {
        caption: pen.t("retention-prospects"),
        heads: heads(pen),
        rows: passed.iter().map(row).collect(),
        is_cards: true,
    }
}

/// Lists the clients of whom sign data is older than its time, whether the relationship has ended or goes on.
async fn old_signs(app: &Shared, visitor: &Visitor) -> Result<Option<Sheet>, PageError> {
    let (pen, before) = (Pen::of(visitor), old_signs_before(&visitor.firm, visitor.today));
    let merged = known_at_start::merged(&app.db).await?;
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    for (client, n) in erasing::count_older(&app.db, before).await? {
        *counted.entry(known_at_start::main_of(&merged, &client).to_owned()).or_default() += n;
    }
    let mut rows = vec![];
    for (client, n) in counted {
        let name = pen.name(&records::name_of(app, visitor, &client).await?);
        let form = format!("{}?older=true", href::path(["clients", &client, "erasures"]));
        rows.push(vec![pen.link(&form, &name), pen.count(n), pen.day(before)]);
    }
    Ok((!rows.is_empty()).then(|| Sheet {
        caption: pen.t("retention-signs"),
        heads: vec![
            Head::words(pen.t("retention-head-client")),
            Head::numbers(pen.t("retention-head-n")),
            Head::words(pen.t("retention-head-before")),
        ],
        rows,
        is_cards: true,
    }))
}

fn heads(pen: &Pen) -> Vec<Head> {
    ["what", "until", "why"].map(|head| Head::words(pen.t(&format!("retention-head-{head}")))).into()
}

fn sheet(pen: &Pen, (key, erases, firm): (&Key, bool, &Firm), terms: &[Term], found: &Found<'_>) -> Sheet {
    let row = |term: &Term| {
        let class = pen.t(&format!("retention-class-{}", term.class.word()));
        let until = match term.until {
            Some(until) if found.held.contains(&term) => {
                let is_stopped = found.stopped.contains(&term);
                let why = if is_stopped { "retention-kept-stopped" } else { "retention-kept-longer" };
                Markup::join([pen.day(until), pen.t(why)], " ")
            }
            Some(until) if found.gone.contains(&term) => Markup::join([pen.day(until), pen.t("retention-gone")], " "),
            Some(until) if found.later.contains(&term) => Markup::join([pen.day(until), pen.t("retention-later")], " "),
            Some(until) if found.due.contains(&term) => {
                let act = act(pen, (key, erases && found.has_client), term.class);
                Markup::join([pen.day(until), pen.t("retention-passed")].into_iter().chain(act), " ")
            }
            Some(until) => pen.day(until),
            None => pen.t(&format!("retention-waits-{}", term.rule.from.word())),
        };
        vec![class, until, why(pen, firm, term)]
    };
    Sheet {
        caption: pen.t("retention-title"),
        heads: heads(pen),
        rows: terms.iter().map(row).collect(),
        is_cards: true,
    }
}

/// Leads to where papers whose time has passed go; nothing where nobody here can have them go.
fn act(pen: &Pen, (key, erases): (&Key, bool), class: Class) -> Option<Markup> {
    match class {
        // Papers that Khitam never holds are none that its form could name.
        Class::DueDiligence | Class::ClientData => None,
        // They go by themselves when the case is sealed, and no table holds them that the form could name.
        Class::OwnPart => {
            let archives = format!("{}/archives", href::case(&key.client, &key.case));
            Some(pen.link(&archives, &pen.t("retention-own-part-go")))
        }
        Class::Books | Class::ContractFile | Class::Incident | Class::SignData => erases.then(|| {
            let asked = href::query([("class", class.word())]);
            let form = format!("{}{asked}", href::path(["clients", &key.client, "erasures"]));
            pen.link(&form, &pen.t("retention-propose"))
        }),
    }
}
