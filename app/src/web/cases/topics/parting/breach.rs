//! An end for breach: the notice of default, the cure, and what is suspended.

use super::{Asked, Asking, Topic, part, rests_on};
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use domain::case::parting::Act as Part;
use domain::case::{Act, Action};
use domain::separation::letter::Kind;

pub const TOPICS: [Topic; 3] = [
    Topic { path: "default", action: Action::Work, asked: default, answered: served, then: "" },
    Topic { path: "cure", action: Action::Work, asked: on_a_day, answered: cured, then: "" },
    Topic { path: "suspension", action: Action::StartSuspension, asked: suspension, answered: suspended, then: "" },
];

fn default(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled)
        .day("on", "default-on")
        .day("until", "default-until")
        .hint("default-until-hint")
        .text("text", "default-text");
    Asked { known: rests_on(asking, Kind::Default), fields: fields.all(), ..Asked::default() }
}

fn served(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, cure_until) = (asking.day(filled, "on"), asking.day(filled, "until"));
    let text = asking.text(filled, "text");
    part(Part::ServeDefault { on: on?, cure_until: cure_until?, text: text? })
}

fn on_a_day(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).day("on", "parting-on").text("text", "parting-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn cured(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    part(Part::RecordCure { on: on?, text: text? })
}

fn suspension(asking: &Asking, filled: &Filled) -> Asked {
    let runs = asking.scene.case().parting.breach.suspended_on.is_some();
    let fields = Fields::of(asking.pen(), filled).day("on", "parting-on");
    let fields = if runs { fields } else { fields.text("text", "suspension-text").hint("suspension-text-hint") };
    Asked { fields: fields.all(), words: runs.then_some("suspension-end"), ..Asked::default() }
}

fn suspended(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let on = asking.day(filled, "on");
    if asking.scene.case().parting.breach.suspended_on.is_some() {
        return part(Part::EndSuspension { on: on? });
    }
    let text = asking.text(filled, "text");
    part(Part::Suspend { on: on?, text: text? })
}
