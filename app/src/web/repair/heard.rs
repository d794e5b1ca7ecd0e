//! What the client says of the plan, in their words and confirmed by them (DOMAIN A50), and our answer to each point.

use super::Desk;
use super::step::{Asked, Step};
use crate::web::cases::ask::Fields;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::Act;
use fluent_bundle::FluentValue;

pub const STEPS: [Step; 2] = [
    Step { path: "view", asked: view, answered: viewed },
    Step { path: "answers", asked: point, answered: point_answered },
];

fn view(desk: &Desk, filled: &mut Filled) -> Asked {
    let (pen, repair) = (desk.pen(), desk.repair());
    filled.offer("on", &desk.scene.visitor.today.to_string());
    // What was written and not confirmed yet is what they are asked to confirm.
    let last = desk.scene.case().client_views.last().filter(|view| !view.confirmed && repair.met_on <= Some(view.on));
    let waits = last.and_then(|view| view.said.clone());
    let mut known = vec![];
    if let Some(said) = &waits {
        filled.offer("text", said);
        known.push(Markup::made(format!("<p class=\"note\">{}</p>", pen.t("view-waits"))));
    }
    if let Some((_, said)) = &repair.client_view {
        known.push(desk.words(said.as_deref()));
        known.push(Markup::made(format!("<p class=\"soft\">{}</p>", pen.t("view-again"))));
    }
    let fields = Fields::of(pen, filled)
        .day("on", "client-view-on")
        .text("text", "client-view-text")
        .hint("view-text-hint")
        .tick("confirmed", "client-view-confirmed")
        .hint("view-confirmed-hint");
    Asked { known, fields: fields.all(), ..Asked::default() }
}

fn viewed(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (desk.day(filled, "on"), desk.text(filled, "text"));
    Some(Act::RecordClientView { on: on?, confirmed: filled.holds("confirmed", "1"), text: text? })
}

/// Returns the point that is asked about: the one that the address names, else the first without an answer.
fn asked_for(desk: &Desk, filled: &Filled) -> u32 {
    let named = form::number(filled.value("point")).map(|number| number as u32);
    let all = 1..=desk.repair().client_points().len() as u32;
    let open = desk.repair().unanswered().first().copied();
    named.filter(|point| all.contains(point)).or(open).unwrap_or(1)
}

fn point(desk: &Desk, filled: &mut Filled) -> Asked {
    let (pen, repair) = (desk.pen(), desk.repair());
    let (n, points) = (asked_for(desk, filled), repair.client_points());
    if let Some((answer, said)) = repair.answer_to(n) {
        filled.offer("accepted", if answer.accepted { "yes" } else { "no" });
        filled.offer("text", said.as_deref().unwrap_or_default());
    }
    let place = [("n", FluentValue::from(f64::from(n))), ("of", FluentValue::from(points.len() as f64))];
    let known = vec![
        Markup::made(format!("<p class=\"soft\">{}</p>", pen.say("answers-place", place))),
        desk.words(points.get(n as usize - 1).copied()),
    ];
    let fields = Fields::of(pen, filled).yes_or_no("accepted", "answers-accepted").text("text", "answers-why");
    let fields = fields.hint("answers-why-hint");
    Asked { known, hidden: vec![("point", n.to_string())], fields: fields.all() }
}

fn point_answered(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let (accepted, text) = (desk.yes(filled, "accepted"), desk.text(filled, "text"));
    Some(Act::AnswerPoint { point: asked_for(desk, filled), accepted: accepted?, text: text? })
}
