//! Counsel's written word, and the stop for legal reasons.

use super::{Asked, Asking, Topic};
use crate::web::cases::ask::{Fields, words};
use crate::web::form::Filled;
use domain::case::decision::Ground;
use domain::case::{Act, Action};

pub const TOPICS: [Topic; 2] = [
    Topic { path: "counsel", action: Action::Counsel, asked: counsel, answered: advised, then: "" },
    Topic { path: "legal-stop", action: Action::CounselStop, asked: stop, answered: stopped, then: "" },
];

fn counsel(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let none = (String::new(), pen.t("counsel-no-ground"));
    let grounds = words(pen, "ground-{}", Ground::ALL.iter().map(|ground| ground.word()));
    let fields = Fields::of(pen, filled)
        .pick("ground", "counsel-ground", [none].into_iter().chain(grounds))
        .hint("counsel-ground-hint")
        .tick("no_talk", "counsel-no-talk")
        .tick("wait", "counsel-wait")
        .hint("counsel-wait-hint")
        .text("text", "counsel-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn advised(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text")?;
    Some(Act::Advise {
        ground: Ground::of(filled.value("ground")),
        talk_not_needed: filled.holds("no_talk", "1"),
        wait: filled.holds("wait", "1"),
        text,
    })
}

fn stop(asking: &Asking, filled: &Filled) -> Asked {
    let stands = asking.scene.case().counsel_stop;
    Asked {
        fields: Fields::of(asking.pen(), filled).text("text", "case-why").all(),
        words: stands.then_some("legal-stop-release"),
        ..Asked::default()
    }
}

fn stopped(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text")?;
    let stands = asking.scene.case().counsel_stop;
    Some(if stands { Act::ReleaseCounselStop { text } } else { Act::SetCounselStop { text } })
}
