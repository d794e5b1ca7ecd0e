//! The meeting with the client, once a plan stands (DOMAIN A49): what it is to be about, who came, what was said.

use super::Desk;
use super::step::{Asked, Step};
use crate::flow::openings::thawed;
use crate::lang::sign::Part;
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use domain::case::Act;
use domain::sign::Code;

pub const STEPS: [Step; 1] = [Step { path: "meeting", asked, answered }];

fn asked(desk: &Desk, filled: &mut Filled) -> Asked {
    filled.offer("on", &desk.scene.visitor.today.to_string());
    filled.offer("agenda", &agenda(desk));
    let fields = Fields::of(desk.pen(), filled)
        .text("agenda", "meeting-agenda")
        .hint("meeting-agenda-hint")
        .day("on", "talk-on")
        .line("attendees", "meeting-attendees")
        .hint("meeting-attendees-hint")
        .text("text", "talk-text")
        .hint("talk-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn answered(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let on = desk.day(filled, "on");
    let (attendees, text) = (desk.text(filled, "attendees"), desk.text(filled, "text"));
    let agenda = Some(filled.value("agenda").to_owned()).filter(|agenda| !agenda.is_empty());
    Some(Act::Meet { on: on?, agenda, attendees: attendees?, text: text? })
}

/// So many findings are put on the agenda.
const FINDINGS: usize = 3;

/// Drafts what the meeting is about: the points of the plan, and the weightiest findings. What an hour costs us and how
/// our own people feel is no matter for the client, and no sum is written down where everyone in the case reads it.
fn agenda(desk: &Desk) -> String {
    let lang = desk.pen().lang;
    let points = desk.version().and_then(|(_, said)| said.as_ref()).map(|said| &said.points);
    let points = points.into_iter().flatten().map(|(_, words)| words.trim().to_owned());
    let is_theirs = |code: Code| !code.word().starts_with('E') && code != Code::R10;
    let findings = desk.scene.frozen().filter(|frozen| is_theirs(frozen.code)).take(FINDINGS);
    let findings = findings.filter_map(|frozen| lang.sign(&thawed(frozen), Part::Say, desk.scene.name(), false));
    let findings = findings.map(|say| plain(&say));
    let closing = [lang.text("meeting-agenda-listen")];
    points.chain(findings).chain(closing).map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

/// Returns a sentence as a person would type it: without marks of emphasis and of direction.
fn plain(say: &str) -> String {
    say.chars().filter(|c| !matches!(c, '*' | '\u{2066}'..='\u{2069}')).collect()
}
