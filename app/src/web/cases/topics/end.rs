//! Leaving out a step, putting the review off, dissenting, reopening, withdrawing: each with its reason.

use super::{Asked, Asking, Topic};
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::shown;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use domain::case::review::Stance;
use domain::case::{Act, Action, Skip};

pub const TOPICS: [Topic; 5] = [
    Topic { path: "not-needed", action: Action::Work, asked: skip, answered: skipped, then: "" },
    Topic { path: "deferral", action: Action::Facilitate, asked: defer, answered: deferred, then: "" },
    Topic { path: "dissent", action: Action::SpeakInReview, asked: dissent, answered: dissented, then: "decision" },
    Topic { path: "reopening", action: Action::Decide, asked: why, answered: reopened, then: "" },
    Topic { path: "withdrawal", action: Action::Decide, asked: why, answered: withdrawn, then: "" },
];

fn skip(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let step = Skip::of(filled.value("step"));
    let named =
        step.map(|step| Markup::made(format!("<p class=\"big\">{}</p>", shown(pen, "case-skip-{}", step.word()))));
    let fields = Fields::of(pen, filled);
    let fields = match step {
        Some(_) => fields,
        None => fields.one("step", "skip-step", words(pen, "case-skip-{}", Skip::ALL.iter().map(|step| step.word()))),
    };
    Asked {
        known: named.into_iter().collect(),
        hidden: step.map(|step| ("step", step.word().to_owned())).into_iter().collect(),
        fields: fields.text("text", "case-why").all(),
        ..Asked::default()
    }
}

fn skipped(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (step, text) = (asking.chosen(filled, "step", Skip::of), asking.text(filled, "text"));
    Some(Act::Skip { step: step?, text: text? })
}

fn defer(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).text("text", "deferral-fact").day("until", "deferral-until");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn deferred(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (text, until) = (asking.text(filled, "text"), asking.day(filled, "until"));
    Some(Act::Defer { until: until?, text: text? })
}

fn dissent(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let stances = words(pen, "stance-{}", Stance::ALL.iter().map(|stance| stance.word()));
    let fields = Fields::of(pen, filled).one("stance", "dissent-would", stances).text("text", "dissent-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn dissented(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (stance, text) = (asking.chosen(filled, "stance", Stance::of), asking.text(filled, "text"));
    Some(Act::Dissent { stance: stance?, text: text? })
}

fn why(asking: &Asking, filled: &Filled) -> Asked {
    Asked { fields: Fields::of(asking.pen(), filled).text("text", "case-why").all(), ..Asked::default() }
}

fn reopened(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    Some(Act::Reopen { text: asking.text(filled, "text")? })
}

fn withdrawn(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    Some(Act::Withdraw { text: asking.text(filled, "text")? })
}
