//! The words of a retrospective: what an answer rests on, what was foreseen, how often a cause was seen.

use crate::flow::legal_holds::Keeping;
use crate::flow::own_parts::Fate;
use crate::store::legal_holds::LegalHold;
use crate::web::cases::happened::Happened;
use crate::web::cases::scene::Scene;
use crate::web::cases::topics::kind_word;
use crate::web::cases::words::shown;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use domain::case::learning::recurrence::{Rate, Rates};
use domain::case::learning::timeline::{Source, timeline};
use domain::case::learning::{Comparison, Evidence};
use domain::case::review::Good;
use domain::case::{Case, Stamped};
use domain::days::Day;
use fluent_bundle::FluentValue;

/// Returns the entries that are moments of the timeline.
pub fn moments(scene: &Scene) -> Vec<u32> {
    let entry = |source| match source {
        Source::Entry(seq) => Some(seq),
        Source::Finding(_) => None,
    };
    let all = timeline(&scene.case().opening, &scene.opened.entries, &[]);
    all.into_iter().filter_map(|moment| entry(moment.source)).collect()
}

/// Returns an entry of the journal by its number.
pub fn entry<'a>(scene: &'a Scene, seq: u32) -> Option<&'a Stamped> {
    scene.opened.entries.iter().find(|entry| entry.seq == seq)
}

/// Says what an answer rests on.
pub fn evidence(scene: &Scene, evidence: &Evidence) -> Markup {
    let pen = &scene.pen;
    match evidence {
        Evidence::Finding(code) if !scene.sees(*code) => pen.t("evidence-finding-hidden"),
        Evidence::Finding(code) => {
            let name = Markup::text(&pen.lang.sign_name(*code));
            Markup::join([pen.t("evidence-finding"), name], " ")
        }
        Evidence::Entry(seq) => entry(scene, *seq)
            .map_or_else(|| pen.t("words-erased"), |entry| Happened::sentence(pen, &scene.people, entry)),
        Evidence::Letter(id) => {
            let kind = scene.case().parting.letter(*id).map(|letter| shown(pen, "letter-kind-{}", letter.kind.word()));
            Markup::join([Some(pen.t("evidence-letter")), kind].into_iter().flatten(), " ")
        }
        Evidence::Record(fact) => Markup::join([kind_word(pen, &fact.kind), pen.id(&fact.id)], " "),
        Evidence::Nothing => pen.t("evidence-nothing"),
    }
}

/// Returns where something that an answer rests on stands.
pub fn place(scene: &Scene, evidence: &Evidence) -> Option<String> {
    let client = &scene.opened.key.client;
    match evidence {
        Evidence::Finding(code) => scene.sees(*code).then(|| format!("{}#frozen", scene.href(""))),
        Evidence::Entry(seq) => Some(format!("{}#entry-{seq}", scene.href(""))),
        Evidence::Letter(id) => Some(scene.href(&format!("part/letters/{id}"))),
        Evidence::Record(fact) => Some(href::record(client, &fact.kind, &fact.id)),
        Evidence::Nothing => None,
    }
}

/// Says how many spoke of our own part, where they are enough to be counted.
pub fn own_parts_count(scene: &Scene) -> Markup {
    let pen = &scene.pen;
    match scene.case().own_parts_to_sum() {
        Some(answers) => pen.about("own-parts-count", answers.into()),
        None if scene.case().rounds.own_parts_closed.is_some() => pen.t("own-parts-few"),
        None => pen.t("own-parts-unasked"),
    }
}

/// Says what became of the answers of our own part, or what sealing the case does with them; nothing where they stay. Of holds
/// that keep them only those are told which whoever reads knows of.
pub fn own_parts(pen: &Pen, case: &Case, fate: &Fate, known: &Keeping) -> Option<Markup> {
    match fate {
        Fate::Stay => None,
        Fate::Go => Some(pen.say("own-parts-go", [("summed", summed(case).into())])),
        Fate::Held(keeping) => {
            let name = |hold: &LegalHold| ("name", FluentValue::from(hold.ask.1.clone()));
            Some(match (known.holds.first(), keeping.holds.first()) {
                (Some(hold), _) => {
                    pen.say("own-parts-held", [("day", FluentValue::from(pen.lang.day(hold.since))), name(hold)])
                }
                (None, Some(hold)) => pen.say("own-parts-stopped", [name(hold)]),
                (None, None) if known.is_awaited() => pen.t("own-parts-held-all"),
                (None, None) => pen.t("own-parts-stopped-all"),
            })
        }
        Fate::Gone(on) => Some(own_parts_gone(pen, case, *on)),
    }
}

/// Says when the answers of our own part were destroyed, and whether they were summed up before.
pub fn own_parts_gone(pen: &Pen, case: &Case, on: Day) -> Markup {
    let day = ("day", FluentValue::from(pen.lang.day(on)));
    pen.say("own-parts-gone", [day, ("summed", summed(case).into())])
}

fn summed(case: &Case) -> &'static str {
    if case.learning.own_parts.is_some() { "yes" } else { "no" }
}

/// Returns the good things of the review, without who named them.
pub fn good_things(scene: &Scene) -> Vec<Markup> {
    let said = scene.case().rounds.good_things.iter().filter_map(|one| match &one.said {
        Good::Given(Some(text)) => Some(Markup::text(text)),
        _ => None,
    });
    said.collect()
}

/// Says what was foreseen beside what came: each with its name.
pub fn compared(scene: &Scene, comparison: &Comparison) -> Vec<(Markup, Markup)> {
    let pen = &scene.pen;
    let mut rows = vec![];
    let months = |months: f64| FluentValue::from(pen.lang.number(months, 1));
    if scene.sees_money() {
        let risk = comparison.risk.map(|risk| FluentValue::from((risk * 100.0).round()));
        let below = comparison.went_below.map_or("unknown", |below| if below { "yes" } else { "no" });
        let args = [("n", risk.unwrap_or_else(|| "none".into())), ("below", below.into())];
        rows.push((pen.t("compared-cash"), pen.say("compared-cash-says", args)));
        let span = comparison.replacement;
        let args = [
            ("low", span.map_or_else(|| "none".into(), |span| months(span.low))),
            ("high", span.map_or_else(|| "none".into(), |span| months(span.high))),
            ("took", comparison.replaced_after.map_or_else(|| "none".into(), months)),
            ("known", if span.is_some() { "yes" } else { "no" }.into()),
            ("replaced", if comparison.replaced_after.is_some() { "yes" } else { "no" }.into()),
        ];
        rows.push((pen.t("compared-replacement"), pen.say("compared-replacement-says", args)));
    }
    rows.extend(comparison.last_day.map(|days| (pen.t("compared-last"), last_day(pen, days))));
    rows.extend(comparison.receipt.map(|days| (pen.t("compared-receipt"), receipt(pen, days))));
    for own in &comparison.further {
        let of = |key: &str| pen.say(key, [("contract", own.contract.as_str().into())]);
        rows.push((of("compared-last-of"), last_day(pen, own.last_day)));
        rows.push((of("compared-receipt-of"), receipt(pen, own.receipt)));
    }
    let (kept, all) = comparison.on_time;
    let args = [("kept", FluentValue::from(f64::from(kept))), ("n", FluentValue::from(f64::from(all)))];
    rows.push((pen.t("compared-obligations"), pen.say("compared-obligations-says", args)));
    rows
}

/// Says a last day as it was computed, and as it came.
fn last_day(pen: &Pen, (computed, came): (Day, Day)) -> Markup {
    let slip = came.since(computed);
    let way = match slip.signum() {
        0 => "same",
        1 => "later",
        _ => "earlier",
    };
    let slip = FluentValue::from(f64::from(slip.abs()));
    let [computed, came] = [computed, came].map(|on| FluentValue::from(pen.lang.weekday(on)));
    pen.say("compared-last-says", [("computed", computed), ("came", came), ("n", slip), ("way", way.into())])
}

/// Says a receipt as it was computed, and as it came.
fn receipt(pen: &Pen, days: (Day, Day)) -> Markup {
    let [computed, came] = [days.0, days.1].map(|on| FluentValue::from(pen.lang.weekday(on)));
    pen.say("compared-receipt-says", [("computed", computed), ("came", came)])
}

/// Says how often the finding of a lesson appeared with others before it and after it.
pub fn rates(pen: &Pen, rates: &Rates) -> Markup {
    let of = |when: &str, rate: &Rate| match rate.yearly_of_100() {
        None => pen.t(&format!("rates-{when}-few")),
        Some(yearly) => {
            let args = [
                ("n", FluentValue::from(f64::from(rate.clients))),
                ("of", FluentValue::from(f64::from(rate.of))),
                ("yearly", FluentValue::from(pen.lang.number(yearly, 0))),
            ];
            pen.say(&format!("rates-{when}"), args)
        }
    };
    Markup::join([of("before", &rates.before), of("after", &rates.after)], " ")
}
