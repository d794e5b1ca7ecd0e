//! How far a repair has come: what is missing and whose it is, the steps, and the page where the next one is taken.

use super::Desk;
use crate::web::cases::gates::door_of;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::markup::Markup;
use domain::case::gate::to_trial;
use domain::case::{Gate, Item, Stage};
use fluent_bundle::FluentValue;

/// Returns what stands between a repair and its trial; nothing once the trial runs, or where no repair is under way.
pub fn gates(scene: &Scene) -> Vec<Gate> {
    let case = scene.case();
    if case.stage == Stage::Repair && case.repair.trial.is_none() { to_trial(case) } else { vec![] }
}

/// Returns the page of the next step, below the case, with the word of its button.
pub fn door(scene: &Scene) -> Option<(String, Markup)> {
    if scene.case().stage != Stage::Repair {
        return None;
    }
    let missing = gates(scene).into_iter().find(|gate| !gate.met);
    let below = match missing.map(|gate| gate.item) {
        Some(item) => return door_of(scene, item),
        None if scene.case().repair.trial.is_none() => "repair/trial",
        None => "repair/evaluation",
    };
    Some((scene.href(below), shown(&scene.pen, "go-{}", &below.replace('/', "-"))))
}

/// Returns what must be there before a question can be answered.
pub fn before(path: &str) -> &'static [Item] {
    use Item::*;
    match path {
        "meeting" | "letter" => &[Plan],
        "view" => &[Plan, Meeting],
        "answers" => &[Plan, Meeting, ClientViewOfPlan],
        "acknowledgement" => &[Plan, Meeting, ClientViewOfPlan, PlanAnswers, SecondPlan],
        "trial" => &[Plan, Meeting, ClientViewOfPlan, PlanAnswers, SecondPlan, Acknowledgement, CounselStop],
        _ => &[],
    }
}

/// Says where the repair stands, in one sentence.
pub fn lede(desk: &Desk) -> Markup {
    let (repair, pen, today) = (desk.repair(), desk.pen(), desk.scene.visitor.today);
    let mut args = vec![("name", FluentValue::from(desk.scene.name().to_owned()))];
    let word = if let Some(ended) = &repair.ended {
        if ended.succeeded { "succeeded" } else { "failed" }
    } else if let Some(trial) = &repair.trial {
        args.push(("day", pen.lang.day(trial.ends_on).into()));
        args.push(("left", f64::from(trial.ends_on.since(today)).into()));
        if today < trial.ends_on { "runs" } else { "over" }
    } else {
        gates(&desk.scene).into_iter().find(|gate| !gate.met).map_or("ready", |gate| gate.item.word())
    };
    Markup::strong(&pen.lang.say(&format!("repair-stands-{word}"), args))
}

/// One step of the way: its word, and whether it is done, comes next or lies ahead.
pub struct Stride {
    pub word: Markup,
    pub state: &'static str,
}

/// Returns the steps of the way.
pub fn rail(desk: &Desk) -> Vec<Stride> {
    let repair = desk.repair();
    let done = [
        ("plan", !repair.plans.is_empty()),
        ("meeting", repair.met_on.is_some()),
        ("view", repair.client_view.is_some() && repair.unanswered().is_empty()),
        ("second", repair.plans.len() >= 2),
        ("acknowledged", repair.acknowledged.is_some()),
        ("trial", repair.ended.is_some()),
    ];
    let here = done.iter().position(|(_, done)| !done);
    let stride = |(at, (word, is_done)): (usize, (&str, bool))| {
        let state = if is_done {
            "done"
        } else if Some(at) == here {
            "here"
        } else {
            "ahead"
        };
        Stride { word: shown(desk.pen(), "repair-step-{}", word), state }
    };
    done.into_iter().enumerate().map(stride).collect()
}
