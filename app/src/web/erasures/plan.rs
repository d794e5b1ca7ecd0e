//! What a proposal would come to, for both people to read; and the word of the second one, after which it is done.

use super::{Told, ground, let_in, stays};
use crate::flow::destruction::{self, Bag, Copied, Fate, NotErased, Plan};
use crate::keep::erasures::Scope;
use crate::store::destructions::{self, Proposal};
use crate::store::erasing::Gone;
use crate::store::viewer::Role;
use crate::store::{StoreError, settings};
use crate::web::app::Shared;
use crate::web::cases::archives::{Opening, has_phrase, ready, reseal};
use crate::web::cases::people::People;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::erasure::CopyKind;
use fluent_bundle::FluentValue;

/// A sealed archive that holds what goes.
struct BagView {
    says: Markup,
    /// The mark of its fields; nothing where it goes whole.
    fields: Option<String>,
    by_phrase: bool,
}

#[derive(Template)]
#[template(path = "erasures/plan.html")]
struct Shown {
    frame: Frame,
    what: Markup,
    lede: Markup,
    person: Option<Markup>,
    why: Markup,
    against: Vec<Markup>,
    goes: Sheet,
    bags: Vec<BagView>,
    stays: Vec<(String, Markup)>,
    mentions: Vec<Markup>,
    copies: Option<Sheet>,
    /// Whether this visitor may confirm it, and nothing speaks against it.
    confirms: bool,
    /// What is said to whoever has nobody else in the firm to confirm what they proposed.
    alone: Option<Markup>,
    withdraws: bool,
    filled: Filled,
    here: String,
    back: (String, Markup),
}

impl Shown {
    /// Returns the name of the field that opens an archive.
    fn secret(&self, mark: &str) -> String {
        format!("secret-{mark}")
    }

    /// Returns the name of the field of its readers.
    fn readers(&self, mark: &str) -> String {
        format!("readers-{mark}")
    }
}

/// So much of an archive's digest marks its fields, whatever else was sealed meanwhile.
const MARK_CHARACTERS: usize = 16;

fn mark(bag: &Bag) -> String {
    bag.archive.sha256.chars().take(MARK_CHARACTERS).collect()
}

pub async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&href::path(["erasures", &id]))
}

/// Draws a proposal; one that was carried out stands in the index.
pub async fn plan(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let_in(&visitor)?;
    if destructions::is_listed(&app.db, &id).await? {
        Ok(Redirect::to("/retention/destroyed").into_response())
    } else {
        let proposal = waiting(&app, &id).await?;
        drawn(&app, &visitor, &proposal, (Filled::default(), StatusCode::OK)).await
    }
}

async fn waiting(app: &Shared, id: &str) -> Result<Proposal, PageError> {
    destructions::proposal(&app.db, id).await?.ok_or(PageError::NotFound)
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    proposal: &Proposal,
    (mut filled, status): (Filled, StatusCode),
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let (people, told) = (People::of(&app.db).await?, Told::of(app, visitor).await?);
    let scope = destruction::scope(&proposal.id, &proposal.scope)?;
    let planned = destruction::plan(ground(app, visitor), proposal).await?;
    let (title, is_waiting) = (visitor.lang.text("erasure-title"), proposal.confirmed.is_none());
    let is_open = is_waiting && planned.against.is_empty();
    let alone = destruction::alone_from(&app.db, proposal, &visitor.member).await?.filter(|_| is_waiting);
    let back = match &scope {
        Scope::Member { .. } => ("/members".to_owned(), pen.t("members-title")),
        Scope::Prospect { .. } => ("/prospects".to_owned(), pen.t("prospects-title")),
        _ => (href::path(["clients", &proposal.client, "erasures"]), pen.t("erasures-title")),
    };
    let readers = settings::get(&app.db, settings::ARCHIVE_READERS).await?.unwrap_or_default();
    for bag in &planned.bags {
        filled.offer(&format!("readers-{}", mark(bag)), &readers);
    }
    let crumbs = vec![
        Crumb { text: visitor.lang.text("retention-title"), href: Some("/retention".to_owned()) },
        Crumb { text: title.clone(), href: None },
    ];
    let shown = Shown {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        what: Markup::text(&told.erased(&scope)),
        lede: lede(&pen, &people, proposal),
        person: proposal.person.as_ref().map(|name| pen.say("erasure-person-is", [("name", name.as_str().into())])),
        why: Markup::text(&basis(&pen, proposal)),
        against: planned.against.iter().map(|against| Markup::text(&told.against(against))).collect(),
        goes: goes(&pen, &planned),
        bags: bags(app, &pen, (&told, &scope), &planned),
        stays: left(&pen, &planned),
        mentions: mentions(&pen, &planned.mentions),
        copies: copies(&pen, &told.copies(&planned.copies)),
        confirms: is_open && (proposal.proposed.0 != visitor.member || alone.is_some_and(|from| from <= visitor.today)),
        alone: alone.map(|from| pen.say("erasure-alone", [("day", pen.lang.day(from).into())])),
        withdraws: is_waiting && (visitor.role == Role::Owner || proposal.proposed.0 == visitor.member),
        filled,
        here: href::path(["erasures", &proposal.id]),
        back,
    };
    Ok((status, page(&shown)?).into_response())
}

fn basis(pen: &Pen, proposal: &Proposal) -> String {
    pen.lang.erasure_basis(&format!("{}: {}", proposal.basis.word(), proposal.reference))
}

fn lede(pen: &Pen, people: &People, proposal: &Proposal) -> Markup {
    let of = |key: &str, (member, on): &(String, domain::days::Day)| {
        let args = [("who", FluentValue::from(people.name(member).to_owned())), ("day", pen.lang.day(*on).into())];
        pen.say(key, args)
    };
    match &proposal.confirmed {
        Some(confirmed) => of("erasure-under-way", confirmed),
        None => of("erasure-proposed", &proposal.proposed),
    }
}

fn goes(pen: &Pen, plan: &Plan) -> Sheet {
    let row = |text: String, n: u64| vec![Markup::text(&text), pen.count(n)];
    let mut rows: Vec<Vec<Markup>> =
        plan.gone.0.iter().map(|(table, n)| row(pen.lang.erased_rows(table), *n)).collect();
    for (key, n) in [("erased-keys", plan.keys), ("erased-uploads", plan.uploads)] {
        if n > 0 {
            rows.push(row(pen.lang.text(key), n));
        }
    }
    Sheet {
        caption: pen.t("erasure-goes"),
        heads: vec![Head::words(pen.t("erasure-head-what")), Head::numbers(pen.t("erasure-head-n"))],
        rows,
        is_cards: false,
    }
}

/// Draws the archives; those of cases in which the visitor has no part are only counted.
fn bags(app: &Shared, pen: &Pen, (told, scope): (&Told, &Scope), plan: &Plan) -> Vec<BagView> {
    let view = |bag: &Bag| {
        let fate = bag.fate(scope);
        let comma = pen.lang.text("case-comma");
        let readers = bag.readers.as_ref().map(|readers| readers.join(&comma)).unwrap_or_default();
        let key = match fate {
            Fate::Goes => "erasure-bag-goes",
            Fate::Opens | Fate::Stays => "erasure-bag-stays",
        };
        let day = bag.until.map(|until| pen.lang.day(until));
        let is_there = |there: bool| FluentValue::from(if there { "yes" } else { "no" });
        let args = [
            ("name", FluentValue::from(bag.archive.name.as_str())),
            ("names", is_there(!readers.is_empty())),
            ("readers", readers.into()),
            ("ends", is_there(day.is_some())),
            ("day", day.unwrap_or_default().into()),
        ];
        BagView {
            says: pen.say(key, args),
            fields: (fate == Fate::Opens).then(|| mark(bag)),
            by_phrase: has_phrase(&app.folder, &bag.archive),
        }
    };
    let (own, others): (Vec<&Bag>, Vec<&Bag>) = plan.bags.iter().partition(|bag| told.knows(&bag.key));
    let counted = |(fate, key): (Fate, &str)| {
        let n = others.iter().filter(|bag| bag.fate(scope) == fate).count() as u64;
        (n > 0).then(|| BagView { says: pen.about(key, n), fields: None, by_phrase: false })
    };
    let fates =
        [(Fate::Goes, "erasure-bags-go"), (Fate::Opens, "erasure-bags-open"), (Fate::Stays, "erasure-bags-stay")];
    own.into_iter().map(view).chain(fates.into_iter().filter_map(counted)).collect()
}

/// Says what is left, and why.
fn left(pen: &Pen, plan: &Plan) -> Vec<(String, Markup)> {
    let papers = plan.papers.map(|papers| {
        let n = pen.lang.digits(papers.n as i64);
        (pen.lang.say("erasure-papers", [("n", n.into())]), Markup::text(&stays(pen.lang, papers.stays)))
    });
    let matters = plan.stays.iter().map(|(matter, why)| {
        let why = why.map_or_else(|| pen.lang.text("erasure-unnamed"), |why| stays(pen.lang, why));
        (pen.lang.matter(*matter), Markup::text(&why))
    });
    papers.into_iter().chain(matters).collect()
}

fn mentions(pen: &Pen, left: &Gone) -> Vec<Markup> {
    let says = |(table, n): (&String, &u64)| {
        let args = [("what", FluentValue::from(pen.lang.erased_rows(table))), ("n", FluentValue::from(*n as f64))];
        pen.say("erasure-mentions", args)
    };
    left.0.iter().map(says).collect()
}

/// Draws the copies that are not reached, each with its last day.
fn copies(pen: &Pen, copies: &[Copied]) -> Option<Sheet> {
    let row = |copy: &Copied| vec![what(pen, copy), pen.count(copy.n), until(pen, copy)];
    (!copies.is_empty()).then(|| Sheet {
        caption: pen.t("erasure-copies"),
        heads: vec![
            Head::words(pen.t("erasure-head-copy")),
            Head::numbers(pen.t("erasure-head-n")),
            Head::words(pen.t("erasure-head-until")),
        ],
        rows: copies.iter().map(row).collect(),
        is_cards: true,
    })
}

/// Names a sort of copies.
pub fn what(pen: &Pen, copy: &Copied) -> Markup {
    let kind = || pen.t(&format!("erasure-copy-{}", copy.kind.word()));
    match &copy.name {
        Some(name) => {
            let unseen = copy.unseen.then(|| pen.t("erasure-copy-unseen"));
            Markup::join([Some(kind()), Some(pen.id(name)), unseen].into_iter().flatten(), " ")
        }
        None if copy.kind == CopyKind::Bag => pen.about("erasure-copy-bags", copy.n),
        None => kind(),
    }
}

fn until(pen: &Pen, copy: &Copied) -> Markup {
    match (copy.until, copy.kind) {
        (Some(day), _) => pen.day(day),
        (None, CopyKind::Backup | CopyKind::Keys | CopyKind::Bag | CopyKind::Upload | CopyKind::Value) => {
            pen.t("erasure-no-day")
        }
        (None, _) => pen.t("erasure-theirs"),
    }
}

pub async fn confirm(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    let proposal = waiting(&app, &id).await?;
    visitor.at(&href::path(["erasures", &id]));
    if !filled.holds("read", "1") {
        filled.refuse("read", visitor.lang.text("erasure-read-missing"));
    }
    if proposal.proposed.0 == visitor.member {
        match destruction::alone_from(&app.db, &proposal, &visitor.member).await? {
            Some(from) if from <= visitor.today => {}
            Some(from) => {
                filled.refuse("read", visitor.lang.say("erasure-alone", [("day", visitor.lang.day(from).into())]));
            }
            None => filled.refuse("read", visitor.lang.text("erasure-same-person")),
        }
    }
    if !filled.is_good() {
        return drawn(&app, &visitor, &proposal, (filled, StatusCode::UNPROCESSABLE_ENTITY)).await;
    }
    // Once begun it goes to its end, also where whoever confirmed has gone.
    let done = tokio::spawn(confirmed(app, visitor, proposal, filled)).await;
    done.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

async fn confirmed(
    app: Shared,
    visitor: Visitor,
    proposal: Proposal,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let _alone = app.erasing.lock().await;
    let planned = destruction::plan(ground(&app, &visitor), &proposal).await?;
    let replaced = if planned.against.is_empty() {
        resealed(&app, &visitor, &proposal, &planned, &mut filled).await?
    } else {
        vec![]
    };
    if !filled.is_good() {
        return drawn(&app, &visitor, &proposal, (filled, StatusCode::UNPROCESSABLE_ENTITY)).await;
    }
    match destruction::confirm(ground(&app, &visitor), &proposal.id, &visitor.member, &replaced).await {
        Ok(_) => {
            app.upkeep.wish();
            Ok(Redirect::to("/retention/destroyed").into_response())
        }
        Err(NotErased::Store(error)) => Err(error.into()),
        Err(NotErased::Absent | NotErased::SamePerson | NotErased::Refused(_)) => {
            match destructions::proposal(&app.db, &proposal.id).await? {
                Some(proposal) => drawn(&app, &visitor, &proposal, (filled, StatusCode::CONFLICT)).await,
                None if destructions::is_listed(&app.db, &proposal.id).await? => {
                    Ok(Redirect::to("/retention/destroyed").into_response())
                }
                None => Err(PageError::NotFound),
            }
        }
    }
}

/// Seals those archives again for which a key was given, once each of them was opened; returns the names of the old ones.
async fn resealed(
    app: &Shared,
    visitor: &Visitor,
    proposal: &Proposal,
    planned: &Plan,
    filled: &mut Filled,
) -> Result<Vec<String>, PageError> {
    let scope = destruction::scope(&proposal.id, &proposal.scope)?;
    let (mut opened, mut replaced) = (vec![], vec![]);
    for bag in planned.bags.iter().filter(|bag| bag.fate(&scope) == Fate::Opens) {
        let [secret, readers] =
            ["secret", "readers"].map(|field| filled.raw(&format!("{field}-{}", mark(bag))).to_owned());
        if secret.trim().is_empty() {
            continue;
        }
        match ready(app, visitor, bag, (Opening { secret, readers }, &scope)).await? {
            Ok(ready) => opened.push((bag, ready)),
            Err(why) => filled.refuse(&format!("secret-{}", mark(bag)), visitor.lang.text(why.key())),
        }
    }
    if !filled.is_good() {
        return Ok(replaced);
    }
    for (bag, ready) in opened {
        match reseal(app, visitor, bag, ready).await? {
            Ok(()) => replaced.push(bag.archive.name.clone()),
            Err(why) => filled.refuse(&format!("secret-{}", mark(bag)), visitor.lang.text(why.key())),
        }
    }
    Ok(replaced)
}

pub async fn withdraw(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    let proposal = waiting(&app, &id).await?;
    if visitor.role != Role::Owner && proposal.proposed.0 != visitor.member {
        return Err(PageError::OnlyFor(Role::Owner));
    }
    destructions::withdraw(&app.db, &id).await?;
    Ok(Redirect::to("/retention").into_response())
}
