//! What is kept of ended relationships, and until when: a list that a person reads once a year. It does nothing by itself.

mod destroyed;
mod signs;
mod silent;

use super::app::Shared;
use super::erasures;
use super::export::{self, Cell, Format, Place as At, Table};
use super::markup::{Markup, Pen};
use super::part::Sheet;
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow::cases::Opened;
use crate::flow::legal_holds::Keeping;
use crate::flow::{cases, destruction, legal_holds, next_client, retention};
use crate::store::cases::{Key, of_member};
use crate::store::legal_holds::LegalHold;
use crate::store::viewer::Role;
use crate::store::{merges, retention as stored};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use domain::case::{Class as Confined, Stage};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::prospect::Prospect;
use domain::retention::{Class, Term};
use fluent_bundle::FluentValue;
use signs::OldSigns;
use silent::{Silent, due_before, left_before};
use std::collections::BTreeMap;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/retention", get(show))
        .route("/retention.csv", get(file))
        .route("/retention.xlsx", get(file))
        .route("/retention/destroyed", get(destroyed::destroyed))
        .route("/retention/destroyed.csv", get(destroyed::file))
        .route("/retention/destroyed.xlsx", get(destroyed::file))
}

#[derive(Template)]
#[template(path = "retention/show.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    clients: Vec<ClientView>,
    /// Clients who left without a case, for those who may see what is erased.
    silent: Option<Sheet>,
    /// Prospects of whom nothing came and whose time has passed.
    prospects: Option<Sheet>,
    /// Clients whose sign data has grown old, for those who may see what is erased.
    signs: Option<Sheet>,
    /// What was proposed to be erased and waits, for those who may see it.
    waiting: Vec<erasures::Waiting>,
    list: &'static str,
    /// Whether this visitor may see what was destroyed.
    sees_destroyed: bool,
}

/// An ended relationship: who, what is said of holds, and the terms.
struct ClientView {
    href: String,
    name: Markup,
    held: Vec<Markup>,
    terms: Option<Sheet>,
}

/// What is kept, as the page and its file tell it.
struct Kept {
    clients: Vec<Client>,
    silent: Table,
    prospects: Table,
    /// How much of it is due.
    due: u64,
}

struct Client {
    href: String,
    name: String,
    held: Vec<Markup>,
    terms: Table,
}

/// The columns of all that is kept; each relationship has a sheet of its own, and the file has them all.
const HEADS: [(At, &str, &str); 6] = [
    (At::File, "client", "retention-head-client"),
    (At::Both, "what", "retention-head-what"),
    (At::Both, "until", "retention-head-until"),
    (At::File, "stands", "export-finding-state"),
    (At::Both, "why", "retention-head-why"),
    (At::File, "n", "retention-head-n"),
];

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let (kept, pen) = (Kept::of(&app, &visitor, Asked::All).await?, Pen::of(&visitor));
    let is_empty = kept.clients.is_empty() && kept.silent.rows.is_empty() && kept.prospects.rows.is_empty();
    let lede = match (is_empty, kept.due) {
        (true, _) => pen.t("retention-none"),
        (false, 0) => pen.t("retention-nothing-due"),
        (false, due) => pen.about("retention-due", due),
    };
    let erases = erases(&visitor);
    let view = |one: &Client| ClientView {
        href: one.href.clone(),
        name: pen.name(&one.name),
        held: one.held.clone(),
        terms: one.terms.sheet(&pen),
    };
    let show = Show {
        frame: visitor.frame(visitor.lang.text("retention-title"), Some(Verb::Learn), vec![]),
        lede,
        clients: kept.clients.iter().map(view).collect(),
        silent: kept.silent.sheet(&pen),
        prospects: kept.prospects.sheet(&pen),
        signs: OldSigns::of(&app, &visitor).await?.sheet(&pen),
        waiting: if erases { erasures::waiting(&app, &visitor, |_| true).await? } else { vec![] },
        list: "/erasures",
        sees_destroyed: erases,
    };
    Ok(page(&show)?.into_response())
}

/// Answers with all of it as a file.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let (kept, pen) = (Kept::of(&app, &visitor, Asked::All).await?, Pen::of(&visitor));
    let signs = OldSigns::of(&app, &visitor).await?;
    let of_clients = kept.clients.into_iter().flat_map(|one| one.terms.rows).chain(kept.silent.rows);
    let rows = of_clients.chain(signs.rows(&pen)).chain(kept.prospects.rows);
    let table = Table::placed(pen.lang, "retention-title", &HEADS, rows.collect());
    export::answer("retention", table, format, pen.lang).await
}

/// Returns how many kinds of papers are past their time, as far as this visitor may see it.
pub async fn due(app: &Shared, visitor: &Visitor) -> Result<u64, PageError> {
    Ok(Kept::of(app, visitor, Asked::Due).await?.due)
}

/// Tells whether this visitor may see and propose what is erased.
fn erases(visitor: &Visitor) -> bool {
    visitor.role >= Role::Finance
}

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// All that is kept.
    All,
    /// Only where something is past its time.
    Due,
}

impl Kept {
    /// Looks at what is kept.
    async fn of(app: &Shared, visitor: &Visitor, asked: Asked) -> Result<Kept, PageError> {
        if visitor.is_adviser() || visitor.sharing.is_some() {
            return Err(PageError::NotFound);
        }
        let pen = Pen::of(visitor);
        let (mut clients, mut due, mut kept) = (vec![], 0, BTreeMap::new());
        let lines = of_member(&app.db, &visitor.member, None).await?;
        let own: Vec<Key> = lines.iter().map(|line| line.key.clone()).collect();
        let ended = lines.into_iter().filter(|line| matches!(line.stage, Stage::Closed | Stage::Learned));
        let ended = ended.map(|line| (line.key, true));
        let forsaken = if visitor.role == Role::Owner { stored::forsaken(&app.db).await? } else { vec![] };
        for (key, takes_part) in ended.chain(forsaken.into_iter().map(|key| (key, false))) {
            let Some(opened) = cases::load(app.place(), &key).await? else { continue };
            // That there was a report is nothing for those who took no part in it.
            if !takes_part && opened.case.opening.class != Confined::Normal {
                continue;
            }
            let Some(terms) = retention::of_case(&opened, &visitor.firm) else { continue };
            if asked == Asked::Due && !terms.iter().any(|term| term.is_due(visitor.today)) {
                continue;
            }
            let client = &key.client;
            if !kept.contains_key(client) {
                let keeping = legal_holds::against(app.place(), client, &[]).await?;
                let known = keeping.known_to(&visitor.member, &own);
                kept.insert(client.clone(), (keeping, known));
            }
            let keeping = &kept[client];
            let found = Found { takes_part, ..Found::of(app, visitor, (&opened, keeping, &terms)).await? };
            due += found.due.len() as u64;
            let name = opened.case.opening.client_name.clone();
            clients.push(Client {
                href: if takes_part { href::case(client, &key.case) } else { href::client(client) },
                held: held_by(&pen, keeping, found.held.is_empty()),
                terms: of_terms(&pen, visitor, (&key, &name), &terms, &found),
                name,
            });
        }
        let passed = next_client::kept_until(app.place()).await?;
        let passed: Vec<_> = passed.into_iter().filter(|(_, until)| *until < visitor.today).collect();
        let since = match asked {
            Asked::All => left_before(visitor.today),
            Asked::Due => due_before(&visitor.firm, visitor.today),
        };
        let silent = if erases(visitor) { Silent::of(app, visitor, since).await? } else { Silent::default() };
        Ok(Kept {
            clients,
            due: due + silent.due + passed.len() as u64,
            silent: Table::placed(pen.lang, "retention-silent", &HEADS, silent.rows),
            prospects: of_prospects(&pen, &passed, erases(visitor)),
        })
    }
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
    /// Whether the visitor takes part in the case.
    takes_part: bool,
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
        Ok(Found { due, held, stopped, gone, later, has_client, takes_part: true })
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
fn of_prospects(pen: &Pen, passed: &[(Prospect, Day)], erases: bool) -> Table {
    let rule = domain::retention::of_prospects();
    let source = pen.lang.either(&rule.source_ar, &rule.source);
    let row = |(one, until): &(Prospect, Day)| {
        let name = pen.link(&href::path(["prospects", &one.id]), &pen.name(&one.profile.name));
        let form = href::path(["prospects", &one.id, "erasures"]);
        let act = erases.then(|| pen.link(&form, &pen.t("retention-propose")));
        let what = Cell::Text(pen.lang.text("retention-prospects")).said_as(name);
        let own = [Cell::Text(one.profile.name.clone()), what];
        let rest = until_said(pen, Some(*until), Some(pen.t("retention-passed")), act);
        own.into_iter().chain(rest).chain([pen.name(source).into(), Cell::Empty]).collect()
    };
    Table::placed(pen.lang, "retention-prospects", &HEADS, passed.iter().map(row).collect())
}

/// Returns until when something is kept and how that stands; a page says both in one, with what can be done about it.
fn until_said(pen: &Pen, until: Option<Day>, stands: Option<Markup>, act: Option<Markup>) -> [Cell; 2] {
    let day = until.map(|until| pen.day(until));
    let said = Markup::join([day, stands.clone(), act].into_iter().flatten(), " ");
    [Cell::from(until).said_as(said), stands.into()]
}

fn of_terms(pen: &Pen, visitor: &Visitor, (key, name): (&Key, &str), terms: &[Term], found: &Found<'_>) -> Table {
    let row = |term: &Term| {
        let (stands, act) = match term.until {
            Some(_) if found.stopped.contains(&term) => (Some(pen.t("retention-kept-stopped")), None),
            Some(_) if found.held.contains(&term) => (Some(pen.t("retention-kept-longer")), None),
            Some(_) if found.gone.contains(&term) => (Some(pen.t("retention-gone")), None),
            Some(_) if found.later.contains(&term) => (Some(pen.t("retention-later")), None),
            Some(_) if found.due.contains(&term) => {
                let act = act(pen, (key, erases(visitor) && found.has_client, found.takes_part), term.class);
                (Some(pen.t("retention-passed")), act)
            }
            Some(_) => (None, None),
            None => (Some(pen.t(&format!("retention-waits-{}", term.rule.from.word()))), None),
        };
        let own = [Cell::Text(name.to_owned()), pen.t(&format!("retention-class-{}", term.class.word())).into()];
        let rest = until_said(pen, term.until, stands, act);
        own.into_iter().chain(rest).chain([why(pen, &visitor.firm, term).into(), Cell::Empty]).collect()
    };
    Table::placed(pen.lang, "retention-title", &HEADS, terms.iter().map(row).collect())
}

/// Leads to where papers whose time has passed go; nothing where nobody here can have them go.
fn act(pen: &Pen, (key, erases, takes_part): (&Key, bool, bool), class: Class) -> Option<Markup> {
    match class {
        // Papers that Khitam never holds are none that its form could name.
        Class::DueDiligence | Class::ClientData => None,
        // They go by themselves when the case is sealed, and no table holds them that the form could name.
        Class::OwnPart => {
            let archives = format!("{}/archives", href::case(&key.client, &key.case));
            takes_part.then(|| pen.link(&archives, &pen.t("retention-own-part-go")))
        }
        Class::Books | Class::ContractFile | Class::Incident | Class::SignData => {
            erases.then(|| propose(pen, &key.client, class))
        }
    }
}

/// Leads to the form that proposes to erase a kind of a client's papers, filled in.
fn propose(pen: &Pen, client: &str, class: Class) -> Markup {
    let asked = href::query([("class", class.word())]);
    let form = format!("{}{asked}", href::path(["clients", client, "erasures"]));
    pen.link(&form, &pen.t("retention-propose"))
}
