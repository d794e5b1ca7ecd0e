//! Where a case stands, what is needed next and by whom, and until when.

use super::gates::door_of;
use super::refusal::whose;
use super::scene::Scene;
use super::words::{shown, word};
use crate::web::markup::Markup;
use crate::web::repair;
use domain::case::limits::{limit, next};
use domain::case::{Action, Case, Gate, Item, Stage, gates};
use fluent_bundle::FluentValue;

/// Returns the sentence of where it stands, and that of what is needed next.
pub fn lede(scene: &Scene) -> Markup {
    let (case, pen) = (scene.case(), &scene.pen);
    let days = scene.visitor.today.since(case.since());
    let outcome = case.signed.as_ref().map_or("keep", |signed| signed.decision.outcome.word());
    let args = [
        ("name", FluentValue::from(scene.name())),
        ("days", FluentValue::from(f64::from(days))),
        ("outcome", word(pen, "outcome-{}", outcome)),
    ];
    let by_client =
        matches!(case.stage, Stage::PreparingExit | Stage::Notice) && case.parting.ended_by_client().is_some();
    let key = if by_client { "stand-by_client".to_owned() } else { format!("stand-{}", case.stage.word()) };
    Markup::strong(&pen.lang.say(&key, args))
}

/// Returns what is needed next and by whom; nothing where the case asks for nothing.
pub fn needed(scene: &Scene, missing: Option<&Gate>) -> Option<Markup> {
    let (case, pen) = (scene.case(), &scene.pen);
    let to = next(case);
    match missing {
        Some(gate) => {
            let what = shown(pen, "gate-{}", gate.item.word());
            let whose = whose(pen, &scene.people, case, &gate.whose);
            Some(Markup::made(format!("{} {what}. <span class=\"faint\">{whose}</span>", pen.t("stand-needed"))))
        }
        None => to.map(|to| pen.say("stand-ready", [("stage", word(pen, "case-stage-{}", to.word()))])),
    }
}

/// Returns the first thing without which the case cannot go on.
pub fn first_missing(scene: &Scene) -> Option<Gate> {
    let all = match next(scene.case()) {
        Some(to) => gates(scene.case(), to, scene.visitor.today),
        None => repair::gates_of(scene),
    };
    all.into_iter().find(|gate| gate.hard && !gate.met && !gate.skipped)
}

/// Returns the page on which the next thing is brought, with the word of its button.
pub fn door(scene: &Scene) -> Option<(String, Markup)> {
    door_after(scene, first_missing(scene).as_ref())
}

/// Returns the same where it is known what is missing first.
pub fn door_after(scene: &Scene, missing: Option<&Gate>) -> Option<(String, Markup)> {
    if scene.case().stage == Stage::Repair {
        return repair::door(scene).filter(|_| scene.may(Action::Work));
    }
    match missing {
        // A case that only waits for its last day asks nothing of anybody.
        Some(gate) if gate.item == Item::EffectiveReached => None,
        Some(gate) => door_of(scene, gate.item),
        None => {
            (next(scene.case()) == Some(Stage::Decided)).then(|| (scene.href("decision"), scene.pen.t("go-decision")))
        }
    }
}

/// Returns the stage that is entered from the case's page itself; a decision is entered by signing it.
pub fn enters(case: &Case) -> Option<Stage> {
    next(case).filter(|stage| *stage != Stage::Decided)
}

/// Returns until when the case should go on, as a sentence.
pub fn until(scene: &Scene) -> Option<Markup> {
    let (case, pen, today) = (scene.case(), &scene.pen, scene.visitor.today);
    let limit = limit(case, scene.calendar().as_ref())?;
    let late = today.since(limit.due_on);
    let args = [
        ("day", FluentValue::from(pen.lang.weekday(limit.due_on))),
        ("given", FluentValue::from(limit.business_days.map_or(0.0, f64::from))),
        ("late", FluentValue::from(f64::from(late))),
    ];
    let due = pen.say(&format!("limit-{}", case.stage.word()), args.clone());
    let more = match (limit.is_past(today), limit.business_days.is_some()) {
        (true, _) => Some("limit-past"),
        (false, true) => Some("limit-given"),
        (false, false) => None,
    };
    Some(Markup::join([due].into_iter().chain(more.map(|key| pen.say(key, args))), " "))
}

/// The way of an end that was decided; it leads to a closed file.
const PARTING: [Stage; 5] = [Stage::Decided, Stage::PreparingExit, Stage::Notice, Stage::Transition, Stage::Settlement];

/// The way of a closed file to what was learned from it.
const LEARNING: [Stage; 5] = [Stage::Decided, Stage::Notice, Stage::Transition, Stage::Settlement, Stage::Closed];

/// One step of the rail.
pub struct Step {
    pub word: Markup,
    pub state: &'static str,
}

/// Returns the stages of the way: those behind, the one where it stands, those ahead.
pub fn rail(scene: &Scene) -> Vec<Step> {
    let case = scene.case();
    let last = match case.stage {
        Stage::Repair | Stage::Kept | Stage::Withdrawn => Some(case.stage),
        Stage::Closed | Stage::Learned => Some(Stage::Learned),
        _ if case.stage.has_parting() => Some(Stage::Closed),
        _ => next(case).filter(|_| case.stage == Stage::Decided),
    };
    let way: &[Stage] = if matches!(case.stage, Stage::Closed | Stage::Learned) {
        &LEARNING
    } else if case.stage.has_parting() {
        &PARTING
    } else {
        &[Stage::Triage, Stage::FactFinding, Stage::Review, Stage::Decided]
    };
    let at = way.iter().position(|stage| *stage == case.stage).unwrap_or(way.len());
    let state = |place: usize| match place.cmp(&at) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "here",
        std::cmp::Ordering::Greater => "ahead",
    };
    let word = |stage: Stage| shown(&scene.pen, "case-stage-{}", stage.word());
    let known = way.iter().enumerate().map(|(place, stage)| Step { word: word(*stage), state: state(place) });
    let follows = last.map_or_else(|| scene.pen.t("rail-follows"), word);
    known.chain([Step { word: follows, state: state(way.len()) }]).collect()
}
