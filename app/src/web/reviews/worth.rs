//! Whether the client is worth keeping (DOMAIN A44): money, good beyond money, harm, people, dependencies, and the chance
//! of repair, each said for itself. Sums are for those who may see money in this case; nothing adds up to one figure.

use super::Room;
use crate::store::{baselines, cases, history, policies};
use crate::web::form;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, href, page};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use domain::case::harm::{Amount, HarmLine, Harmed};
use domain::case::worth::{Given, Lifetime, Worth};
use domain::case::{Action, Cited};
use domain::money::{Currency, Money};
use domain::sign::Need;
use fluent_bundle::FluentValue;
use std::collections::HashMap;

/// So many rows of a line are linked.
const ROWS: usize = 12;

/// One thing that is known, or what it lacks.
struct Line {
    name: Markup,
    value: Option<Markup>,
    /// What the records lack, and what to do.
    lacks: Option<Markup>,
    rows: Vec<Markup>,
    more: Option<Markup>,
}

/// Lines under each other, each with its rows.
#[derive(Template)]
#[template(path = "reviews/lines.html")]
struct Lines {
    lines: Vec<Line>,
    rows: Markup,
}

impl HtmlSafe for Lines {}

/// Lines of one kind of harm.
struct Group {
    name: Markup,
    lines: Lines,
}

#[derive(Template)]
#[template(path = "reviews/worth.html")]
struct Page {
    frame: Frame,
    base: String,
    lede: Markup,
    sees_money: bool,
    untaxed: Option<Markup>,
    money: Lines,
    stays: String,
    stays_is_wrong: bool,
    weight: Lines,
    good: Lines,
    harm: Vec<Group>,
    people: Lines,
    repair: Markup,
    repair_note: Markup,
    depends: Vec<Markup>,
    depends_said: Option<String>,
    contracts_href: String,
}

pub async fn show(room: Room, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let written = query.get("stays").map_or("", |stays| stays.trim());
    let stays = form::number(written).filter(|percent| (0.0..=100.0).contains(percent)).map(|percent| percent / 100.0);
    let worth = worth(&room, stays).await?.ok_or(PageError::NotFound)?;
    let case = room.case();
    let sees_money = room.may(Action::SeeMoney);
    let said = case.scoring_said.as_ref().and_then(|said| said.depends_on.clone());
    let shown = Page {
        base: room.base(),
        lede: lede(&room, &worth, sees_money),
        sees_money,
        untaxed: room.pen().untaxed(worth.untaxed),
        money: lines(&room, if sees_money { money(&room, &worth) } else { vec![] }),
        stays: written.to_owned(),
        stays_is_wrong: !written.is_empty() && stays.is_none(),
        weight: lines(&room, weight(&room, &worth)),
        good: lines(&room, good(&room, &worth, sees_money)),
        harm: harm(&room, &worth, sees_money),
        people: lines(&room, vec![people(&room, &worth)]),
        repair: repair(&room, &worth),
        repair_note: trials(&room, &worth),
        depends: depends(&room),
        depends_said: said,
        contracts_href: href::kind(&room.opened.key.client, "contracts"),
        frame: room.frame("worth-title"),
    };
    Ok(page(&shown)?.into_response())
}

/// Weighs the client by the records of today; nothing if there is no such client any more.
pub async fn worth(room: &Room, stays: Option<f64>) -> Result<Option<Worth>, PageError> {
    let db = &room.app.db;
    let Some(mut history) = history::of_client(db, &room.opened.key.client).await? else { return Ok(None) };
    history.keep_known_on(room.visitor.today);
    let policy = match policies::numbered(db, room.case().opening.policy).await? {
        Some(pinned) => pinned.policy,
        None => policies::current(db).await?,
    };
    let baseline = baselines::current(db).await?.map(|(baseline, _)| baseline);
    let (repaired, failed) = cases::trials(db).await?;
    let given = Given { baseline: baseline.as_ref(), retention: stays, repaired, failed, ..Given::default() };
    Ok(Some(Worth::of(&history, &room.visitor.firm, &policy, room.visitor.today, &given)))
}

fn whole(room: &Room, currency: Option<Currency>, amount: f64) -> Markup {
    let pen = room.pen();
    match currency {
        Some(currency) => pen.money(Money { minor: currency.minor(amount.round()), currency }),
        None => pen.number(amount, 0),
    }
}

/// Says what the records lack, and what to do.
fn lacks(room: &Room, need: Need) -> Markup {
    let lang = room.visitor.lang;
    let args = [("need", FluentValue::from(lang.need(need))), ("do", FluentValue::from(lang.need_do(need)))];
    room.pen().say("worth-lacks", args)
}

fn line(room: &Room, key: &str, value: Result<Markup, Need>) -> Line {
    let name = room.pen().t(key);
    match value {
        Ok(value) => Line { name, value: Some(value), lacks: None, rows: vec![], more: None },
        Err(need) => Line { name, value: None, lacks: Some(lacks(room, need)), rows: vec![], more: None },
    }
}

fn lines(room: &Room, lines: Vec<Line>) -> Lines {
    Lines { lines, rows: room.pen().t("worth-rows") }
}

fn with_rows(room: &Room, mut line: Line, facts: &Cited) -> Line {
    // What someone else worked is not shown to every member.
    let sees_rows = |kind: &str| kind != "time" || room.visitor.viewer.sees_costs();
    let seen: Vec<_> = facts.rows.iter().filter(|row| sees_rows(&row.kind)).take(ROWS).collect();
    let link = |row: &&domain::case::CitedRow| {
        let address = href::record(&room.opened.key.client, &row.kind, &row.id);
        room.pen().link(&address, &room.pen().id(&row.id))
    };
    line.rows = seen.iter().map(link).collect();
    let more = u64::from(facts.total).saturating_sub(line.rows.len() as u64);
    line.more = (more > 0 && !line.rows.is_empty()).then(|| room.pen().about("worth-more-rows", more));
    line
}

fn lede(room: &Room, worth: &Worth, sees_money: bool) -> Markup {
    let pen = room.pen();
    let name = ("name", FluentValue::from(room.case().opening.client_name.clone()));
    match (&worth.contribution, worth.currency) {
        (Ok(contribution), Some(currency)) if sees_money => {
            let key = if contribution.sum < 0.0 { "worth-lede-costs" } else { "worth-lede-leaves" };
            let sum = Money { minor: currency.minor(contribution.sum.abs().round()), currency };
            let quarters = FluentValue::from(f64::from(contribution.quarters));
            pen.say(key, [name, ("sum", pen.lang.money(sum).into()), ("n", quarters)])
        }
        _ => pen.say("worth-lede", [name]),
    }
}

fn money(room: &Room, worth: &Worth) -> Vec<Line> {
    let sum = |amount: f64| whole(room, worth.currency, amount);
    let contribution = worth.contribution.as_ref().map(|contribution| sum(contribution.sum)).map_err(|need| *need);
    let lifetime = worth.lifetime.as_ref().map(|lifetime| years(room, worth, lifetime)).map_err(|need| *need);
    vec![line(room, "worth-contribution", contribution), line(room, "worth-lifetime", lifetime)]
}

/// Says what the coming years are worth, and on what that rests.
fn years(room: &Room, worth: &Worth, lifetime: &Lifetime) -> Markup {
    let pen = room.pen();
    let basis = [
        ("stays", FluentValue::from(pen.lang.percent(lifetime.retention))),
        ("capital", FluentValue::from(pen.lang.percent(lifetime.discount))),
    ];
    Markup::join([whole(room, worth.currency, lifetime.value), pen.say("worth-lifetime-basis", basis)], " · ")
}

fn weight(room: &Room, worth: &Worth) -> Vec<Line> {
    let pen = room.pen();
    let share = worth.concentration.as_ref().map(|concentration| {
        let args = [
            ("share", FluentValue::from(pen.lang.percent(concentration.share))),
            ("n", FluentValue::from((concentration.effective_clients * 10.0).round() / 10.0)),
        ];
        pen.say("worth-share-says", args)
    });
    vec![line(room, "worth-share", share.map_err(|need| *need))]
}

fn good(room: &Room, worth: &Worth, sees_money: bool) -> Vec<Line> {
    let pen = room.pen();
    let goods = match &worth.good {
        Ok(goods) => goods,
        Err(need) => return vec![line(room, "worth-good", Err(*need))],
    };
    let said = |good: &domain::case::worth::Good| {
        let key = format!("value-values-kind-{}", domain::record::Choice::word(good.kind));
        let count = pen.count(u64::from(good.count));
        let valued = sees_money && good.amount > 0.0;
        let value =
            if valued { Markup::join([count, whole(room, worth.currency, good.amount)], " · ") } else { count };
        with_rows(room, line(room, &key, Ok(value)), &good.facts)
    };
    goods.iter().map(said).collect()
}

fn harm(room: &Room, worth: &Worth, sees_money: bool) -> Vec<Group> {
    let pen = room.pen();
    let said = |harm: &HarmLine| {
        let key = format!("harm-{}", harm.harm.word());
        let value = harm.amount.map(|amount| match amount {
            Amount::Money(sum) if sees_money => whole(room, worth.currency, sum),
            Amount::Money(_) => pen.t("worth-money-hidden"),
            Amount::Hours(hours) => pen.say("worth-hours", [("n", FluentValue::from((hours * 10.0).round() / 10.0))]),
            Amount::Count(n) => pen.count(u64::from(n)),
        });
        with_rows(room, line(room, &key, value), &harm.facts)
    };
    let group = |harmed: &Harmed| Group {
        name: pen.t(&format!("harmed-{}", harmed.word())),
        lines: lines(room, worth.harm.iter().filter(|line| line.harm.harmed() == *harmed).map(said).collect()),
    };
    Harmed::ALL.iter().map(group).filter(|group| !group.lines.lines.is_empty()).collect()
}

fn people(room: &Room, worth: &Worth) -> Line {
    let pen = room.pen();
    let pulse = worth.pulse.map(|pulse| {
        let args = [("median", FluentValue::from(pulse.median)), ("n", FluentValue::from(f64::from(pulse.answers)))];
        pen.say("worth-pulse-says", args)
    });
    line(room, "worth-pulse", pulse)
}

fn repair(room: &Room, worth: &Worth) -> Markup {
    let of_ten = |share: f64| FluentValue::from((share * 100.0).round());
    room.pen().say("worth-repair-says", [("low", of_ten(worth.repair.low)), ("high", of_ten(worth.repair.high))])
}

/// Says on how many trials of our own the chance rests.
fn trials(room: &Room, worth: &Worth) -> Markup {
    let repair = &worth.repair;
    let args = [("repaired", repair.repaired), ("failed", repair.failed)];
    let args = args.map(|(name, n)| (name, FluentValue::from(f64::from(n))));
    let key = if repair.repaired + repair.failed == 0 { "worth-repair-untried" } else { "worth-repair-note" };
    room.pen().say(key, args)
}

/// What the records say of other things that hang on the client.
fn depends(room: &Room) -> Vec<Markup> {
    let pen = room.pen();
    let contracts = room.case().contracts.iter().flatten();
    let link = |contract: &String| {
        let address = href::record(&room.opened.key.client, "contracts", contract);
        pen.link(&address, &pen.id(contract))
    };
    contracts.map(link).collect()
}
