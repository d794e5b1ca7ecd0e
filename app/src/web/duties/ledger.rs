//! What we owe and what they owe, on one spine of days; what might be owed and nobody has taken up.

use super::{At, Desk, facing, words};
use crate::flow::account::{self, Subject};
use crate::flow::contracts::confirmed;
use crate::web::app::Shared;
use crate::web::cases::refusal::Refused;
use crate::web::cases::words::shown;
use crate::web::cases::{Attempt, attempt};
use crate::web::export::{Cell, Format, Table};
use crate::web::form::Filled;
use crate::web::icon;
use crate::web::markup::Markup;
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::{Letter, duties};
use domain::case::{Act, Action, parting};
use domain::days::Day;
use domain::separation::obligation::suggest::{Clause, Facts, Suggestion, suggest};
use domain::separation::obligation::{Item, Known, Obligation, ObligationSaid, Settled, What};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "duties/ledger.html")]
struct Ledger {
    frame: Frame,
    name: Markup,
    lede: Markup,
    refused: Option<Refused>,
    /// What must be known before anything can be suggested.
    needs: Option<Markup>,
    rows: Vec<Row>,
    /// Where the list is.
    list: String,
    offers: Vec<Offer>,
    doors: Vec<(String, Markup)>,
    works: bool,
    action: String,
    add: String,
    back: String,
}

/// What is due on a day, on either side.
struct Row {
    day: Markup,
    ours: Option<Owed>,
    theirs: Option<Owed>,
}

/// One obligation.
#[derive(Template)]
#[template(path = "duties/owed.html")]
struct Owed {
    title: Markup,
    notes: Vec<Markup>,
    class: &'static str,
    icon: String,
    state: Markup,
    ways: Vec<(String, Markup)>,
}

impl HtmlSafe for Owed {}

/// One suggestion.
struct Offer {
    value: String,
    title: Markup,
    note: Markup,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let offered = suggestions(&app, &desk).await?;
    drawn(&desk, offered, None, StatusCode::OK)
}

/// Takes suggestions into the register, each as an act of its own.
pub async fn take(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
    filled: Filled,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let offered = suggestions(&app, &desk).await?;
    let taken = filled.all("take");
    for suggestion in offered.iter().filter(|one| taken.contains(&key(&one.obligation).as_str())) {
        let obligation = Box::new(suggestion.obligation.clone());
        let said = ObligationSaid { source: suggestion.clause.as_ref().map(rests_on), ..ObligationSaid::default() };
        let add = duties::Act::AddObligation { obligation, said };
        let act = Act::Parting(parting::Act::Duty(add));
        if let Attempt::Refused(refused) = attempt(&app, &visitor, &desk.scene.opened, None, act).await? {
            let desk = Desk::of(&app, &visitor, &client, &case).await?;
            let offered = suggestions(&app, &desk).await?;
            return drawn(&desk, offered, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY);
        }
    }
    Ok(Redirect::to(&desk.scene.href("part/obligations")).into_response())
}

/// Returns what might be taken into the register; nothing while the days of the end are not known.
async fn suggestions(app: &Shared, desk: &Desk<'_>) -> Result<Vec<Suggestion>, PageError> {
    let (Some(plan), Some(working)) = (desk.plan(), &desk.working) else { return Ok(vec![]) };
    let (visitor, client) = (desk.scene.visitor, &desk.scene.opened.key.client);
    let subject = account::of_client(&app.db, client, visitor.today).await?;
    let of =
        |subject: &Subject| Facts::of_records(&subject.history, &visitor.firm, visitor.today).stated(&subject.kept());
    let records = subject.as_ref().map(of);
    let terms = confirmed(&app.db, &visitor.viewer, client).await?;
    let duties = desk.duties();
    let facts = Facts {
        profile: duties.plan().map(|plan| plan.profile),
        critical: desk.is_critical(),
        accesses: (!duties.accesses.is_empty()).then(|| duties.accesses.clone()),
        data_held: (!duties.holdings.is_empty()).then_some(true),
        ..records.unwrap_or_default()
    };
    let facts = facts.confirmed(&terms);
    Ok(suggest(&facts, &duties.register, &plan.ends, working))
}

/// So much of a clause is taken over with what rests on it.
const QUOTE_MAX: usize = 240;

/// Names the contract and the clause that an obligation rests on.
fn rests_on(clause: &Clause) -> String {
    let mut quote: String = clause.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = quote.char_indices().nth(QUOTE_MAX) {
        quote.truncate(cut);
        quote.push('…');
    }
    format!("{}: {quote}", clause.contract)
}

/// Returns by what a form names a suggestion.
fn key(obligation: &Obligation) -> String {
    let what = match obligation.what {
        What::Listed { code, part } => format!("{}{}", code.word(), part.map_or("", |part| part.word())),
        What::Asked(asked) => asked.word().to_owned(),
        What::Own => String::new(),
    };
    let key = format!("{what} {} {}", obligation.due_on, obligation.about.as_deref().unwrap_or_default());
    // A form sends no space at the end.
    key.trim_end().to_owned()
}

fn drawn(
    desk: &Desk,
    offered: Vec<Suggestion>,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (scene, pen) = (&desk.scene, desk.pen());
    let works = scene.may(Action::Work);
    let offers = offered.iter().map(|one| offer(desk, one)).collect();
    let door = |below: &str, key: &str| (scene.href(below), pen.t(key));
    let ledger = Ledger {
        frame: desk.frame("duties-title"),
        name: pen.name(scene.name()),
        lede: lede(desk),
        refused,
        needs: desk.plan().is_none().then(|| pen.t(desk.lacks())),
        rows: rows(desk),
        list: scene.href("part/obligations"),
        offers,
        doors: vec![
            door("part/plan", "go-part-plan"),
            door("part/access", "go-part-access"),
            door("part/holdings", "go-part-holdings"),
            door("part/works", "go-part-works"),
        ],
        works,
        action: scene.href("part/obligations"),
        add: scene.href("obligation"),
        back: scene.href("part"),
    };
    Ok((status, page(&ledger)?).into_response())
}

fn lede(desk: &Desk) -> Markup {
    let items = &desk.duties().register.items;
    let late = items.iter().filter(|item| item.is_late(desk.scene.visitor.today)).count();
    let open = items.iter().filter(|item| item.is_open()).count();
    let key = match (items.len(), open) {
        (0, _) => "duties-lede-none",
        (_, 0) => "duties-lede-done",
        _ => "duties-lede",
    };
    let count = |key: &str, n: usize| FluentValue::from(desk.pen().lang.say(key, [("n", FluentValue::from(n as f64))]));
    let args = [("open", count("duties-open", open)), ("late", count("duties-late", late))];
    Markup::strong(&desk.pen().lang.say(key, args))
}

/// Answers with the register as a file, in the order of the ledger.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let pen = desk.pen();
    let known = desk.case().parting.known();
    let items = desk.duties().register.items.iter();
    let faced = facing(items.map(|item| (item.obligation.due_on, item.obligation.side, item)));
    let row = |item: &Item| {
        let (own, obligation) = (owed(&desk, &known, item), &item.obligation);
        vec![
            Cell::Day(obligation.due_on),
            shown(pen, "side-{}", obligation.side.word()).into(),
            own.title.into(),
            words::owner(pen, &desk.scene.people, desk.case(), &obligation.owner).into(),
            own.state.into(),
            item.settled.as_ref().map(|(settled, _)| settled.on()).into(),
            Markup::join(own.notes, " · ").into(),
        ]
    };
    let heads = [
        ("due_on", "duties-due"),
        ("side", "duties-side"),
        ("what", "retention-head-what"),
        ("owner", "duties-owner"),
        ("state", "export-finding-state"),
        ("settled_on", "duties-settled-on"),
        ("notes", "duties-notes"),
    ];
    let rows = faced.into_iter().flat_map(|(_, ours, theirs)| ours.into_iter().chain(theirs)).map(row).collect();
    let table = Table::of(pen.lang, "duties-title", &heads, rows);
    desk.answer("obligations", table, format).await
}

fn rows(desk: &Desk) -> Vec<Row> {
    let known = desk.case().parting.known();
    let items = desk.duties().register.items.iter();
    let owed = items.map(|item| (item.obligation.due_on, item.obligation.side, owed(desk, &known, item)));
    let row = |(day, ours, theirs)| Row { day: spine(desk, day), ours, theirs };
    facing(owed).into_iter().map(row).collect()
}

/// Returns a day as it stands on the spine.
fn spine(desk: &Desk, day: Day) -> Markup {
    let words = Markup::text(&desk.pen().lang.weekday(day));
    Markup::made(format!("<time datetime=\"{day}\"><bdi>{words}</bdi></time>"))
}

fn owed(desk: &Desk, known: &Known, item: &Item) -> Owed {
    let (pen, scene, today) = (desk.pen(), &desk.scene, desk.scene.visitor.today);
    let case = desk.case();
    let obligation = &item.obligation;
    let blocks = desk.duties().register.blocks(item, known);
    let first = words::blocks(pen, desk.duties(), &blocks);
    let (class, icon, state) = match &item.settled {
        Some((settled, _)) => ("done", icon::tick(), settled_word(desk, settled)),
        None if item.is_late(today) => {
            let days = FluentValue::from(f64::from(today.since(obligation.due_on)));
            ("late", icon::warning(), pen.say(&format!("duties-is-late-{}", obligation.side.word()), [("n", days)]))
        }
        None if !first.is_empty() => ("", icon::clock(), pen.t("duties-is-blocked")),
        None => ("", icon::clock(), pen.t("duties-is-open")),
    };
    let mut notes: Vec<Markup> = words::about(pen, desk.duties(), obligation).into_iter().collect();
    if let Some(said) = &item.said {
        let more = said.words.as_deref().filter(|_| obligation.what != What::Own);
        notes.extend(more.into_iter().chain(said.source.as_deref()).map(|text| pen.name(text)));
    }
    notes.extend(for_client(desk, item));
    notes.push(words::owner(pen, &scene.people, case, &obligation.owner));
    match &item.settled {
        Some((settled, Some(said))) => {
            notes.extend(proving_paper(desk, settled));
            let words = [Some(&said.text), said.file.as_ref()].into_iter().flatten();
            notes.extend(words.filter(|text| !text.is_empty()).map(|text| pen.name(text)));
        }
        Some((_, None)) => notes.push(pen.t("words-erased")),
        None => {
            notes.extend(
                (!first.is_empty()).then(|| Markup::join([pen.t("duties-first"), Markup::join(first, " · ")], " ")),
            );
            let proof = obligation.code().filter(|_| class != "done");
            notes.extend(proof.map(|code| {
                let proof = FluentValue::from(pen.lang.text(&format!("obligation-proof-{}", code.word())));
                pen.say("duties-closes-by", [("proof", proof)])
            }));
        }
    }
    notes.extend(item.confirmed.as_ref().map(|confirmed| {
        let name = confirmed.name.clone().unwrap_or_else(|| pen.lang.text("words-erased"));
        let day = When::of(&confirmed.at, pen.zone, pen.lang.digits).day;
        pen.say("duties-confirmed", [("name", FluentValue::from(name)), ("day", pen.lang.day(day).into())])
    }));
    let ways = ways(desk, item);
    Owed { title: words::of_item(pen, item), notes, class, icon, state, ways }
}

/// Says how the client reads of what stands in a person's own words.
fn for_client(desk: &Desk, item: &Item) -> Option<Markup> {
    let pen = desk.pen();
    let reads = |sentence: &String| pen.say("duties-client-reads", [("what", FluentValue::from(sentence.clone()))]);
    let own = matches!(item.obligation.what, What::Own);
    own.then(|| item.for_client.as_ref().map_or_else(|| pen.t("duties-client-not"), reads))
}

/// Returns the letter that proves it, or the account, where one does.
fn proving_paper(desk: &Desk, settled: &Settled) -> Option<Markup> {
    let Settled::Proved { sha256: Some(sha256), .. } = settled else { return None };
    let (pen, parting) = (desk.pen(), &desk.case().parting);
    let is_it = |letter: &&Letter| letter.last().is_some_and(|version| version.digest == *sha256);
    let account = parting.account.as_ref().filter(|frozen| frozen.digest == *sha256);
    let (name, at) = match (parting.letters.iter().find(is_it), account) {
        (Some(letter), _) => (shown(pen, "letter-kind-{}", letter.kind.word()), format!("part/letters/{}", letter.id)),
        (None, Some(_)) => (pen.t("settling-title"), "part/account".to_owned()),
        (None, None) => return None,
    };
    Some(pen.link(&desk.scene.href(&at), &name))
}

fn settled_word(desk: &Desk, settled: &Settled) -> Markup {
    let pen = desk.pen();
    let day = FluentValue::from(pen.lang.day(settled.on()));
    pen.say(&format!("duties-is-{}", settled.word()), [("day", day)])
}

/// Returns what this visitor can do with an obligation.
fn ways(desk: &Desk, item: &Item) -> Vec<(String, Markup)> {
    let owns = desk.case().owns(&desk.scene.visitor.member, &item.obligation.owner);
    let way = |topic: &str, key: &str| {
        let name = Markup::made(format!(
            "{}<span class=\"vh\"> · {}</span>",
            desk.pen().t(key),
            words::of_item(desk.pen(), item)
        ));
        (desk.scene.href(&format!("{topic}?obligation={}", item.obligation.id)), name)
    };
    let worded = matches!(item.obligation.what, What::Own) && desk.scene.may(Action::Work);
    let settled = (item.is_open() && owns)
        .then(|| [way("obligation-settled", "duties-settle"), way("obligation-due", "duties-move")]);
    settled.into_iter().flatten().chain(worded.then(|| way("obligation-sentence", "duties-word"))).collect()
}

fn offer(desk: &Desk, one: &Suggestion) -> Offer {
    let (pen, obligation) = (desk.pen(), &one.obligation);
    let mut pieces = vec![
        shown(pen, "side-{}", obligation.side.word()),
        pen.weekday(obligation.due_on),
        shown(pen, "suggested-{}", one.why.word()),
    ];
    pieces.extend(words::about(pen, desk.duties(), obligation));
    pieces.extend(one.clause.as_ref().map(|clause| pen.name(&rests_on(clause))));
    Offer {
        value: key(obligation),
        title: Markup::even(&words::plain(pen.lang, obligation.what, obligation.about.as_deref(), None)),
        note: Markup::join(pieces, " · "),
    }
}
