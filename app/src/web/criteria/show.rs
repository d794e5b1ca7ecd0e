//! One criterion: its rule, how it would have done on the firm's own clients, who put it into force, and its versions.

use super::{address, crumbs, lesson, load, parts, write};
use crate::flow::next_client::{self, Told};
use crate::store::lessons;
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::cases::words::{shown, word};
use crate::web::export::{self, Cell, Format, Table};
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Sheet};
use crate::web::prospects::{sees_sums, words, written};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::learning::library;
use domain::lesson::back_test::{BackTest, Share};
use domain::lesson::criterion::{Criterion, Effect, Event, Refusal, SUPPORT_MIN, State as Stands};
use domain::lesson::in_force::InForce;
use domain::lesson::prospect::Prospect;
use domain::lesson::rule::Rule;
use domain::lesson::{Stamped, are_shown};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "criteria/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    name: Markup,
    state: Markup,
    lede: Markup,
    /// The wording that waits, where another one is in force.
    waiting: Option<Markup>,
    facts: Facts,
    here: String,
    seq: u32,
    tried: Option<Tried>,
    may_edit: bool,
    /// Whether the newest version may be put into force, and whether that needs a reason.
    may_activate: bool,
    needs_reason: bool,
    may_retire: bool,
    happened: Vec<(Markup, Markup, Option<Markup>, Option<String>)>,
}

/// How the newest version would have done on the firm's own clients.
struct Tried {
    says: Markup,
    counts: Option<Sheet>,
    precision: Markup,
    recall: Markup,
    blind: Option<Markup>,
    support: Option<Markup>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let told = load(&app, &visitor, &id).await?;
    drawn(&app, &visitor, &told, Filled::default(), StatusCode::OK).await
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    told: &Told<Criterion, Event>,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, own) = (Pen::of(visitor), &told.now);
    let people = People::of(&app.db).await?;
    let newest = own.newest();
    // What became of clients, and what they leave over, is not for everyone.
    let tried = match sees_sums(visitor) {
        true => Some(tried(app, visitor, &newest.draft.rule).await?),
        false => None,
    };
    let is_owner = visitor.role == Role::Owner;
    let waits = own.active != Some(newest.number);
    let title = own.shown().draft.title.clone();
    let mut way = crumbs(visitor);
    way.push(Crumb { text: title.clone(), href: None });
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), way),
        name: pen.name(&title),
        state: shown(&pen, "criterion-state-{}", own.state().word()),
        lede: Markup::strong(&pen.lang.say(
            &format!("criterion-lede-{}", own.shown().draft.effect.word()),
            [("rule", FluentValue::from(plain_rule(&pen, visitor, &own.shown().draft.rule)))],
        )),
        waiting: (waits && own.active.is_some()).then(|| {
            let args = [
                ("rule", FluentValue::from(plain_rule(&pen, visitor, &newest.draft.rule))),
                ("effect", word(&pen, "effect-{}", newest.draft.effect.word())),
            ];
            pen.say("criterion-waits", args)
        }),
        facts: facts(app, visitor, &pen, &people, told).await?,
        here: address(&own.id),
        seq: own.seq,
        may_edit: words::sees_test_sums(visitor, &newest.draft.rule),
        may_activate: is_owner && waits,
        needs_reason: newest.draft.effect == Effect::Refuse
            && tried.as_ref().is_some_and(|tried| tried.caught < SUPPORT_MIN),
        may_retire: is_owner && own.state() != Stands::Retired,
        tried: tried.map(|tried| view(&pen, &tried, newest.draft.effect)),
        happened: told.log.iter().rev().map(|one| happened(&pen, visitor, &people, own, one)).collect(),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

fn plain_rule(pen: &Pen, visitor: &Visitor, rule: &Rule) -> String {
    let joint = pen.lang.text(if rule.join == domain::lesson::rule::Join::All { "join-and" } else { "join-or" });
    let test = |test: &domain::lesson::rule::Test| {
        let args = [
            ("fact", FluentValue::from(pen.lang.text(&format!("fact-{}", test.fact.word())))),
            ("value", words::plain(pen, visitor, test.fact, &test.value).into()),
        ];
        pen.lang.say(&format!("relation-says-{}", test.relation.word()), args)
    };
    rule.tests.iter().map(test).collect::<Vec<_>>().join(&format!(" {joint} "))
}

async fn tried(app: &Shared, visitor: &Visitor, rule: &Rule) -> Result<BackTest, PageError> {
    let past = next_client::past_clients(app.place(), &visitor.firm, visitor.today).await?;
    Ok(BackTest::of(rule, &past))
}

fn view(pen: &Pen, tried: &BackTest, effect: Effect) -> Tried {
    let args = [
        ("n", FluentValue::from(tried.compared() as f64)),
        ("blind", unless_few(tried.blind())),
        ("undecided", unless_few(tried.undecided)),
    ];
    let few = effect == Effect::Refuse && tried.caught < SUPPORT_MIN;
    Tried {
        says: pen.say(if tried.is_shown() { "tried-says" } else { "tried-too-few" }, args.clone()),
        counts: counts(pen, tried).and_then(|table| table.sheet(pen)).map(|sheet| Sheet { is_cards: false, ..sheet }),
        precision: words::share(pen, tried.precision().filter(Share::is_shown)),
        recall: words::share(pen, tried.recall().filter(Share::is_shown)),
        blind: tried.is_shown().then(|| pen.say("tried-blind-says", args)),
        support: few.then(|| pen.about("tried-support", SUPPORT_MIN as u64)),
    }
}

/// Returns what the rule would have said of how many; nothing if there are too few.
fn counts(pen: &Pen, tried: &BackTest) -> Option<Table> {
    let row = |key: &str, ended: usize, kept: usize| {
        let is_shown = are_shown(&[ended, kept]);
        let hidden = || Cell::Empty.said_as(pen.t("tried-hidden"));
        let cell = |n: usize| if is_shown { Cell::Number(n as f64) } else { hidden() };
        vec![pen.t(key).into(), cell(ended), cell(kept)]
    };
    let heads = [("rule", "tried-of"), ("ended", "tried-ended"), ("kept", "tried-kept")];
    let rows = vec![
        row("tried-held", tried.caught, tried.false_alarms),
        row("tried-not-held", tried.missed, tried.passed),
        row("tried-blind", tried.blind_ended, tried.blind_kept),
    ];
    tried.is_shown().then(|| Table::of(pen.lang, "tried-title", &heads, rows))
}

/// Answers with what the newest wording would have said of the firm's own clients, as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let told = load(&app, &visitor, &id).await?;
    if !sees_sums(&visitor) {
        return Err(PageError::NotFound);
    }
    let (pen, newest) = (Pen::of(&visitor), told.now.newest());
    let table = counts(&pen, &tried(&app, &visitor, &newest.draft.rule).await?).ok_or(PageError::NotFound)?;
    export::answer("criterion-back-test", table.about(&newest.draft.title), format, pen.lang).await
}

/// Returns a count for a text, or that it is hidden, for it is of a few.
fn unless_few(n: usize) -> FluentValue<'static> {
    if are_shown(&[n]) { FluentValue::from(n as f64) } else { FluentValue::from("hidden") }
}

async fn facts(
    app: &Shared,
    visitor: &Visitor,
    pen: &Pen<'_>,
    people: &People,
    told: &Told<Criterion, Event>,
) -> Result<Facts, PageError> {
    let stands = told.now.shown();
    let mut facts = Facts::default();
    facts.add(pen.t("criterion-effect"), shown(pen, "effect-{}", stands.draft.effect.word()));
    facts.add(pen.t("criterion-owner"), pen.name(people.name(&stands.draft.owner)));
    facts.add(pen.t("criterion-version"), pen.count(stands.number.into()));
    let words = match stands.draft.lesson.as_deref().and_then(parts) {
        Some((client, case, number)) => lessons::text(&app.db, &library::id(client, case, number)).await?,
        None => None,
    };
    let way = lesson(app, visitor, stands.draft.lesson.as_deref()).await?.map(|(client, case, number)| {
        let href = format!("{}/retrospective#lesson-{number}", href::case(client, case));
        pen.link(&href, &pen.id(client))
    });
    // The words name nobody and are read by everyone; of which case they are is not.
    let cited = [words.map(|words| Markup::text(&words)), way];
    if cited.iter().any(Option::is_some) {
        facts.add(pen.t("criterion-lesson"), Markup::join(cited.into_iter().flatten(), " · "));
    }
    if let Some(came) = came_to(app, visitor, pen, told).await? {
        facts.add(pen.t("criterion-came-to"), came);
    }
    Ok(facts)
}

/// Says what a criterion came to since it is in force; to whoever may not see what it compares with, not even how often it
/// held.
async fn came_to(
    app: &Shared,
    visitor: &Visitor,
    pen: &Pen<'_>,
    told: &Told<Criterion, Event>,
) -> Result<Option<Markup>, PageError> {
    let own = std::slice::from_ref(&told.now);
    let activated = |one: &Stamped<Event>| match one.event {
        Event::IntakeRuleActivated { version, .. } if Some(version) == told.now.active => Some(one.on),
        _ => None,
    };
    let since = told.log.iter().rev().find_map(activated);
    let Some(since) = since.filter(|_| words::sees_test_sums(visitor, &told.now.shown().draft.rule)) else {
        return Ok(None);
    };
    let prospects = next_client::prospects(app.place()).await?;
    let judged = |one: &Prospect| next_client::judged(&visitor.firm, own, one, visitor.today).pop();
    let came = InForce::since(since, &prospects, judged);
    let count = |n: usize| FluentValue::from(n as f64);
    let args = [
        ("day", FluentValue::from(pen.lang.day(since))),
        ("met", count(came.met)),
        ("held", count(came.held)),
        ("won", count(came.won)),
        ("blind", count(came.blind)),
        ("aside", count(came.aside)),
    ];
    Ok(Some(pen.say("criterion-came-to-says", args)))
}

/// Says what happened: when and who, what, how it did then, and the reason.
fn happened(
    pen: &Pen,
    visitor: &Visitor,
    people: &People,
    own: &Criterion,
    stamped: &Stamped<Event>,
) -> (Markup, Markup, Option<Markup>, Option<String>) {
    let who = Markup::join([pen.day(stamped.on), pen.name(people.name(&stamped.by))], " · ");
    match &stamped.event {
        Event::CriterionDrafted(draft) => {
            let number = own.versions.iter().find(|version| version.written.seq == stamped.seq);
            let n = ("n", FluentValue::from(number.map_or(0.0, |version| f64::from(version.number))));
            let args = [n, ("effect", word(pen, "effect-{}", draft.effect.word()))];
            (who, pen.say("criterion-told-drafted", args), Some(words::rule(pen, visitor, &draft.rule)), None)
        }
        Event::IntakeRuleActivated { version, tried, reason } => {
            let says = pen.about("criterion-told-activated", (*version).into());
            let did = (sees_sums(visitor) && tried.is_shown()).then(|| {
                let precision = words::share(pen, tried.precision().filter(Share::is_shown));
                let recall = words::share(pen, tried.recall().filter(Share::is_shown));
                let named = |key: &str, value: Markup| Markup::join([pen.t(key), value], ": ");
                Markup::join([named("tried-precision", precision), named("tried-recall", recall)], " · ")
            });
            (who, says, did, reason.clone())
        }
        Event::CriterionRetired { reason } => (who, pen.t("criterion-told-retired"), None, Some(reason.clone())),
    }
}

pub async fn activate(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let told = load(&app, &visitor, &id).await?;
    let tried = tried(&app, &visitor, &told.now.newest().draft.rule).await?;
    let event = told.now.activate(tried, visitor.role == Role::Owner, written(&filled, "reason"));
    finish(&app, &mut visitor, &told, &mut filled, event).await
}

pub async fn retire(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let told = load(&app, &visitor, &id).await?;
    let event = told.now.retire(visitor.role == Role::Owner, written(&filled, "why"));
    finish(&app, &mut visitor, &told, &mut filled, event).await
}

/// Writes down what is allowed and goes back to the criterion; else the page says why not.
async fn finish(
    app: &Shared,
    visitor: &mut Visitor,
    told: &Told<Criterion, Event>,
    filled: &mut Filled,
    event: Result<Event, Refusal>,
) -> Result<Response, PageError> {
    let seen = filled.value("seen").parse().unwrap_or(told.now.seq);
    let text = |key: &str| visitor.lang.text(key);
    match event {
        Ok(event) if write(app, visitor, &told.now.id, seen, &event).await? => {
            return Ok(Redirect::to(&address(&told.now.id)).into_response());
        }
        Ok(_) => filled.refuse("all", text("criterion-overtaken")),
        Err(Refusal::Support) => filled.refuse("reason", text("criterion-reason-missing")),
        Err(Refusal::Reason) => filled.refuse("why", text("prospect-reason-missing")),
        Err(_) => filled.refuse("all", text("criterion-overtaken")),
    }
    visitor.at(&address(&told.now.id));
    drawn(app, visitor, told, filled.clone(), StatusCode::UNPROCESSABLE_ENTITY).await
}
