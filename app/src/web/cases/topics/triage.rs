//! The first questions: law, conduct and threats before everything else; who is tied to the client.

use super::{Asked, Asking, Topic};
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use domain::case::{Act, Action};

pub const TOPICS: [Topic; 2] = [
    Topic { path: "triage", action: Action::Work, asked: triage, answered: cleared, then: "" },
    Topic { path: "ties", action: Action::See, asked: ties, answered: declared, then: "" },
];

fn triage(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled)
        .yes_or_no("illegal", "triage-illegal")
        .hint("triage-illegal-hint")
        .yes_or_no("conduct", "triage-conduct")
        .hint("triage-conduct-hint")
        .yes_or_no("threat", "triage-threat")
        .hint("triage-threat-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn cleared(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let answers = ["illegal", "conduct", "threat"].map(|name| asking.yes(filled, name));
    let [Some(illegal), Some(conduct), Some(threat)] = answers else { return None };
    Some(Act::AnswerTriage { illegal, conduct, threat })
}

fn ties(asking: &Asking, filled: &Filled) -> Asked {
    let fields =
        Fields::of(asking.pen(), filled).yes_or_no("tied", "ties-tied").text("text", "ties-why").hint("ties-why-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn declared(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    if asking.yes(filled, "tied")? {
        Some(Act::Recuse { text: asking.text(filled, "text")? })
    } else {
        Some(Act::DeclareNoConflict)
    }
}
