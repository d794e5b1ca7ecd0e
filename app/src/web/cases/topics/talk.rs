//! The talk with the client: recorded, or left out because it would be unsafe.

use super::{Asked, Asking, Topic};
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use domain::case::{Act, Action};

pub const TOPICS: [Topic; 1] =
    [Topic { path: "talk", action: Action::Work, asked: talk, answered: recorded, then: "" }];

fn talk(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let ways = ["held", "unsafe"].map(|way| (way.to_owned(), pen.t(&format!("talk-{way}"))));
    let fields = Fields::of(pen, filled)
        .one("way", "talk-way", ways)
        .explained(|way| pen.t(&format!("talk-{way}-hint")))
        .day("on", "talk-on")
        .text("text", "talk-text")
        .hint("talk-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn recorded(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let way = asking.chosen(filled, "way", |way| match way {
        "held" => Some(true),
        "unsafe" => Some(false),
        _ => None,
    });
    let text = asking.text(filled, "text");
    if way? {
        let on = asking.day(filled, "on")?;
        Some(Act::RecordTalk { on, text: text? })
    } else {
        Some(Act::WaiveTalk { unsafe_for_people: true, text: text? })
    }
}
