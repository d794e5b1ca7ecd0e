//! The talk with the client: recorded, or left out because it would be unsafe.

use super::{Asked, Asking, Topic};
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use domain::case::{Act, Action, Stage};

pub const TOPICS: [Topic; 1] =
    [Topic { path: "talk", action: Action::Work, asked: talk, answered: recorded, then: "" }];

fn talk(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    // Whoever is ready to give notice may find nobody to talk to.
    let at_notice = asking.scene.case().stage == Stage::Notice;
    let ways = ["held", "unsafe"].into_iter().chain(at_notice.then_some("unreachable"));
    let ways: Vec<_> = ways.map(|way| (way.to_owned(), pen.t(&format!("talk-{way}")))).collect();
    let fields = Fields::of(pen, filled)
        .one("way", "talk-way", ways)
        .explained(|way| pen.t(&format!("talk-{way}-hint")))
        .day("on", "talk-on")
        .text("text", "talk-text")
        .hint("talk-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn recorded(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let ways = ["held", "unsafe", "unreachable"];
    let way = asking.chosen(filled, "way", |way| ways.into_iter().find(|known| *known == way));
    let text = asking.text(filled, "text");
    match way? {
        "held" => Some(Act::RecordTalk { on: asking.day(filled, "on")?, text: text? }),
        why => Some(Act::WaiveTalk { unsafe_for_people: why == "unsafe", text: text? }),
    }
}
