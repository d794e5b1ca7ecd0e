//! What the client makes of the amended plan: acknowledged, or refused; and the boundary letter, with its day (DOMAIN B23).

use super::Desk;
use super::step::{Asked, Step};
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use domain::case::Act;
use domain::case::repair::Remedy;

pub const STEPS: [Step; 2] = [
    Step { path: "acknowledgement", asked: plan, answered: plan_answered },
    Step { path: "letter", asked: letter, answered: letter_answered },
];

fn plan(desk: &Desk, filled: &mut Filled) -> Asked {
    let pen = desk.pen();
    let changes = pen.link(&desk.href("changes"), &pen.t("repair-see-changes"));
    let ways = ["acknowledged", "refused"].map(|way| (way.to_owned(), pen.t(&format!("acknowledgement-{way}"))));
    let fields = Fields::of(pen, filled)
        .one("way", "acknowledgement-way", ways)
        .explained(|way| pen.t(&format!("acknowledgement-means-{way}")))
        .text("text", "acknowledgement-how")
        .hint("acknowledgement-how-hint");
    Asked { known: vec![Markup::made(format!("<p>{changes}</p>"))], fields: fields.all(), ..Asked::default() }
}

fn plan_answered(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    let refused = match filled.value("way") {
        "acknowledged" => false,
        "refused" => true,
        _ => {
            filled.refuse("way", desk.pen().lang.text("case-choose-one"));
            return None;
        }
    };
    let text = desk.text(filled, "text")?;
    Some(Act::AcknowledgePlan { refused, text: Some(text) })
}

fn letter(desk: &Desk, filled: &mut Filled) -> Asked {
    let pen = desk.pen();
    filled.offer("on", &desk.scene.visitor.today.to_string());
    let version = desk.version();
    let letters = version.iter().flat_map(|(plan, said)| {
        let letters = plan.points.iter().filter(|point| point.remedy == Remedy::BoundaryLetter);
        letters.map(move |point| said.as_ref().and_then(|said| said.of(point.id)[0]))
    });
    let known: Vec<Markup> = letters.map(|words| desk.words(words)).collect();
    if known.is_empty() {
        let none = Markup::made(format!("<p class=\"note\">{}</p>", pen.t("letter-none")));
        return Asked { known: vec![none], ..Asked::default() };
    }
    Asked { known, fields: Fields::of(pen, filled).day("on", "letter-on").all(), ..Asked::default() }
}

fn letter_answered(desk: &Desk, filled: &mut Filled) -> Option<Act> {
    Some(Act::AcknowledgeBoundaryLetter { on: desk.day(filled, "on")? })
}
