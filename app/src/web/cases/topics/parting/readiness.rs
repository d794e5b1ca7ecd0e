//! What stands ready before the client is told: the scenario that finance accepts, and when our own people hear of the end.

use super::{Asked, Asking, Topic, member, members, part};
use crate::web::cases::ask::Fields;
use crate::web::cases::people::People;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use domain::case::parting::Act as Part;
use domain::case::parting::readiness::{Act as Ready, Event};
use domain::case::{Act, Action};
use fluent_bundle::FluentValue;

pub const TOPICS: [Topic; 3] = [
    Topic { path: "scenario-acceptance", action: Action::WorkFigures, asked: scenario, answered: accepted, then: "" },
    Topic { path: "briefing", action: Action::Work, asked: briefing, answered: planned, then: "" },
    Topic { path: "team-briefed", action: Action::Work, asked: told, answered: briefed, then: "part" },
];

fn scenario(asking: &Asking, filled: &Filled) -> Asked {
    let (pen, scene) = (asking.pen(), &asking.scene);
    let key = if scene.case().scenario.is_some() { "scenario-acceptance-run" } else { "scenario-acceptance-none" };
    let run = pen.link(&scene.href("review/scenario"), &pen.t(key));
    let fields = Fields::of(pen, filled).text("text", "scenario-acceptance-text");
    Asked { known: vec![Markup::made(format!("<p>{run}</p>"))], fields: fields.all(), ..Asked::default() }
}

fn accepted(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::Readiness(Ready::AcceptScenario { text: asking.text(filled, "text")? }))
}

fn briefing(asking: &Asking, filled: &Filled) -> Asked {
    let (pen, parting) = (asking.pen(), &asking.scene.case().parting);
    let mut filled = filled.clone();
    if let Some(planned) = &parting.readiness.briefing {
        filled.offer("member", &planned.member);
        filled.offer("until", &planned.on.to_string());
        filled.offer("early", if planned.before_client { "yes" } else { "no" });
        filled.offer("text", planned.said.as_deref().unwrap_or_default());
    }
    parting.told_on().into_iter().for_each(|on| filled.offer("until", &on.to_string()));
    filled.offer("early", "no");
    let fields = Fields::of(pen, &filled)
        .pick("member", "briefing-who", members(asking))
        .day("until", "briefing-on")
        .yes_or_no("early", "briefing-early")
        .text("text", "briefing-text")
        .hint("briefing-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn planned(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (member, on) = (member(asking, filled, "member"), asking.day(filled, "until"));
    let (before_client, text) = (asking.yes(filled, "early"), asking.text(filled, "text"));
    let (member, on, before_client) = (member?, on?, before_client?);
    part(Part::Readiness(Ready::PlanBriefing { member, on, before_client, text: text? }))
}

fn told(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let said = asking.scene.case().parting.readiness.briefing.as_ref().and_then(|planned| planned.said.as_deref());
    let known = said.map(|said| {
        let said = Markup::text(said);
        Markup::made(format!("<blockquote class=\"quote\"><p dir=\"auto\">{said}</p></blockquote>"))
    });
    let fields = Fields::of(pen, filled).day("on", "parting-on").text("text", "team-briefed-text");
    Asked { known: known.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn briefed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    part(Part::Readiness(Ready::BriefTeam { on: on?, text: text? }))
}

/// Returns what the sentence of an event names.
pub fn args(pen: &Pen, people: &People, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    let day = |on: domain::days::Day| FluentValue::from(pen.lang.weekday(on));
    match event {
        Event::ScenarioAccepted { .. } => vec![],
        Event::BriefingPlanned { member, on, .. } => {
            vec![("member", people.name(member).to_owned().into()), ("day", day(*on))]
        }
        Event::TeamBriefed { on, .. } => vec![("day", day(*on))],
    }
}
