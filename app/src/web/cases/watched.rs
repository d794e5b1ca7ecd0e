//! What is watched after a decision: how near each limit is, which were crossed, and whether boundaries are.

use super::people::People;
use super::scene::Scene;
use super::topics::kind_word;
use super::words::shown;
use crate::flow::watch;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, href};
use domain::case::due::{Due, due};
use domain::case::guardrail::{Breach, Guard, Seen, Watched};
use domain::case::persistence::Persistence;
use domain::case::{Case, Cited, CitedRow};
use domain::days::Day;
use domain::money::Money;
use domain::sign::Need;
use fluent_bundle::FluentValue;

/// One thing that is watched.
pub struct View {
    pub name: Markup,
    pub says: Markup,
    /// How it stands: the word of classes, and that of people.
    pub state: (&'static str, Markup),
    /// The rows that it rests on.
    pub rows: Markup,
}

/// A limit counts as near from this share of it on.
const NEAR: f64 = 0.9;

/// A review date counts as near from so many days before it.
const NEAR_DAYS: f64 = 14.0;

/// So many rows are named; the others are counted.
const NAMED: usize = 6;

/// Returns what is watched in a case now.
pub async fn views(app: &Shared, scene: &Scene<'_>) -> Result<Vec<View>, PageError> {
    let today = scene.visitor.today;
    let seen = watch::shown(&app.db, scene.case(), &scene.visitor.firm, today).await?;
    let limits = seen.limits.iter().map(|watched| limit(scene, watched, today));
    let boundaries = seen.persistence.iter().map(|persistence| boundaries(scene, persistence));
    Ok(limits.chain(boundaries).collect())
}

/// Returns the limits whose crossing opened the case again, as long as nothing new is decided.
pub fn crossings(scene: &Scene) -> Vec<View> {
    let case = scene.case();
    let Some((last, _)) = case.breaches.last().filter(|_| case.signed.is_none()) else { return vec![] };
    let breach = |(on, breach): &(Day, Breach)| {
        let Breach { guard, value, limit, facts } = breach;
        let seen = Seen { value: *value, limit: *limit, is_breached: true, facts: facts.clone() };
        View {
            name: shown(&scene.pen, "guard-{}", guard.word()),
            says: says(scene, *guard, &seen, *on),
            state: state(scene, "crossed"),
            rows: rows(scene, facts),
        }
    };
    case.breaches.iter().filter(|(on, _)| on == last).map(breach).collect()
}

/// Says what is due in a case on a day, each in a sentence.
pub fn dues(pen: &Pen, people: &People, case: &Case, today: Day) -> Vec<Markup> {
    let says = |due: &Due| {
        let who = due.owner.as_deref().map_or_else(String::new, |owner| people.name(owner).to_owned());
        pen.say(&format!("due-{}", due.what.word()), [("day", pen.lang.day(due.on).into()), ("who", who.into())])
    };
    due(case, today).iter().map(says).collect()
}

/// Says how often boundaries were crossed after they were acknowledged.
pub fn crossed(pen: &Pen, persistence: &Persistence) -> Markup {
    let args = [
        ("n", FluentValue::from(f64::from(persistence.breaches))),
        ("day", pen.lang.day(persistence.acknowledged_on).into()),
        ("until", pen.lang.day(persistence.last_day).into()),
    ];
    pen.say("watch-crossed", args)
}

fn limit(scene: &Scene, watched: &Watched, today: Day) -> View {
    let pen = &scene.pen;
    let name = shown(pen, "guard-{}", watched.guard.word());
    match &watched.seen {
        Ok(seen) => View {
            name,
            says: says(scene, watched.guard, seen, today),
            state: state(scene, standing(watched.guard, seen)),
            rows: rows(scene, &seen.facts),
        },
        Err(need) => View {
            name,
            says: match need {
                Need::MoreData => pen.t("watch-too-early"),
                need => Markup::text(&pen.lang.need_do(*need)),
            },
            state: state(scene, "blind"),
            rows: Markup::default(),
        },
    }
}

fn boundaries(scene: &Scene, persistence: &Persistence) -> View {
    let pen = &scene.pen;
    let (word, then) = match persistence.breaches {
        _ if persistence.persists() => ("crossed", Some(pen.t("watch-persists"))),
        0 => ("inside", None),
        _ => ("near", Some(pen.t("watch-once"))),
    };
    View {
        name: pen.t("watch-persistence"),
        says: Markup::join([crossed(pen, persistence)].into_iter().chain(then), " "),
        state: state(scene, word),
        rows: rows(scene, &persistence.facts),
    }
}

fn state(scene: &Scene, word: &'static str) -> (&'static str, Markup) {
    (word, shown(&scene.pen, "watch-state-{}", word))
}

fn standing(guard: Guard, seen: &Seen) -> &'static str {
    let is_near = match guard {
        Guard::ReviewDate => seen.value >= -NEAR_DAYS,
        Guard::PriceFloor => seen.value * NEAR <= seen.limit,
        Guard::ExposureCap | Guard::CapacityCap => seen.value >= seen.limit * NEAR,
    };
    match (seen.is_breached, is_near) {
        (true, _) => "crossed",
        (false, true) => "near",
        (false, false) => "inside",
    }
}

/// Says a limit and what was seen of it on a day; sums and hours only to those who may see money.
fn says(scene: &Scene, guard: Guard, seen: &Seen, on: Day) -> Markup {
    let pen = &scene.pen;
    let currency = scene.visitor.firm.base_currency;
    let figure = |value: f64| match currency.filter(|_| guard != Guard::CapacityCap) {
        Some(currency) => pen.lang.money(Money { minor: currency.minor(value), currency }),
        None => pen.lang.number(value, 1),
    };
    match guard {
        Guard::ReviewDate => {
            let day = on.plus(-seen.value as i32);
            let args = [("day", pen.lang.day(day).into()), ("n", FluentValue::from(-seen.value))];
            let key = if seen.is_breached { "watch-review-come" } else { "watch-review-ahead" };
            pen.say(key, args)
        }
        _ if !scene.sees_money() => pen.t("watch-hidden"),
        _ => {
            let args = [("value", figure(seen.value).into()), ("limit", figure(seen.limit).into())];
            pen.say(&format!("watch-{}", guard.word()), args)
        }
    }
}

/// Names the first rows, each with its page, and counts the others; a kind is named where its rows begin. Whose hours
/// they are is for those who see money.
fn rows(scene: &Scene, facts: &Cited) -> Markup {
    let pen = &scene.pen;
    let named: Vec<&CitedRow> =
        facts.rows.iter().filter(|row| row.kind != "time" || scene.sees_money()).take(NAMED).collect();
    let link = |(place, row): (usize, &&CitedRow)| {
        let id = pen.id(&row.id);
        let href = href::record(&scene.opened.key.client, &row.kind, &row.id);
        let id = if scene.visitor.is_adviser() { id } else { pen.link(&href, &id) };
        let goes_on = place.checked_sub(1).is_some_and(|before| named[before].kind == row.kind);
        if goes_on { id } else { Markup::join([kind_word(pen, &row.kind), id], " ") }
    };
    let others = u64::from(facts.total).saturating_sub(named.len() as u64);
    let more = (others > 0).then(|| pen.about("watch-rows-more", others));
    Markup::join(named.iter().enumerate().map(link).chain(more), " · ")
}
