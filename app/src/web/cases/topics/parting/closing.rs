//! Closing: the client's data, the account, the summary and the certificate.

use super::{Asked, Asking, Topic, files, member, members, optional, part, rests_on};
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::people::People;
use crate::web::cases::words::{shown, word};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use domain::case::parting::settling::{Closure, Disposal, Ending, Fate, Settlement};
use domain::case::parting::{Act as Part, Instruction};
use domain::case::{Act, Action};
use domain::separation::letter::{Kind, Treatment};
use fluent_bundle::FluentValue;

pub const TOPICS: [Topic; 6] = [
    Topic { path: "data-instruction", action: Action::Work, asked: instruction, answered: instructed, then: "part" },
    Topic { path: "settlement", action: Action::WorkFigures, asked: settlement, answered: settled, then: "part" },
    Topic { path: "data-disposal", action: Action::DisposeOfData, asked: disposal, answered: disposed, then: "part" },
    Topic { path: "disposal-verification", action: Action::See, asked: verification, answered: verified, then: "part" },
    Topic { path: "closing-summary", action: Action::Work, asked: summary, answered: summed_up, then: "part" },
    Topic { path: "closure", action: Action::Work, asked: closure, answered: closed, then: "part" },
];

fn instruction(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("instruction", "instruction-which", words(pen, "instruction-{}", Instruction::WORDS.iter().copied()))
        .day("on", "parting-on")
        .tick("by_default", "instruction-by-default")
        .text("text", "instruction-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn instructed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let instruction = asking.chosen(filled, "instruction", Instruction::of);
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    let by_default = filled.holds("by_default", "1");
    part(Part::Instruct { instruction: instruction?, on: on?, by_default, text: text? })
}

fn settlement(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("settlement", "settlement-how", words(pen, "settlement-{}", Settlement::WORDS.iter().copied()))
        .explained(|word| shown(pen, "settlement-{}-hint", word))
        .day("on", "parting-on")
        .text("text", "settlement-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn settled(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let settlement = asking.chosen(filled, "settlement", Settlement::of);
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    part(Part::Settle { settlement: settlement?, on: on?, text: text? })
}

fn disposal(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("fate", "disposal-fate", words(pen, "fate-{}", Fate::WORDS.iter().copied()))
        .pick("treatment", "disposal-treatment", words(pen, "letter-treatment-{}", Treatment::WORDS.iter().copied()))
        .hint("disposal-treatment-hint")
        .day("on", "parting-on")
        .pick("operator", "disposal-operator", members(asking))
        .pick("verifier", "disposal-verifier", seeing(asking))
        .hint("disposal-verifier-hint")
        .day("until", "disposal-backups")
        .hint("disposal-backups-hint")
        .text("text", "disposal-text")
        .hint("disposal-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

/// Returns the members who see the case, for only they can look at what was certified in it.
fn seeing(asking: &Asking) -> Vec<(String, Markup)> {
    let mut members = members(asking);
    members.retain(|(id, _)| id.is_empty() || asking.scene.case().allows(id, Action::See));
    members
}

fn disposed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (fate, on) = (asking.chosen(filled, "fate", Fate::of), asking.day(filled, "on"));
    let (operator, verifier) = (member(asking, filled, "operator"), member(asking, filled, "verifier"));
    let text = asking.text(filled, "text");
    let is_deleted = fate == Some(Fate::Deleted);
    let treatment = if is_deleted { Some(asking.chosen(filled, "treatment", Treatment::of)?) } else { None };
    let backups_expire_on = if filled.value("until").is_empty() { None } else { Some(asking.day(filled, "until")?) };
    let disposal =
        Disposal { fate: fate?, on: on?, operator: operator?, verifier: verifier?, backups_expire_on, treatment };
    part(Part::Dispose { disposal, text: text? })
}

/// Asks whoever was named what they saw of each thing that waits for them.
fn verification(asking: &Asking, filled: &Filled) -> Asked {
    let (pen, waiting) = (asking.pen(), waiting(asking));
    let mut filled = filled.clone();
    if let [(only, _)] = waiting.as_slice() {
        filled.offer("disposal", only);
    }
    let fields = Fields::of(pen, &filled)
        .one("disposal", "disposal-which", waiting)
        .text("text", "disposal-seen")
        .hint("disposal-seen-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

/// Returns what waits for the visitor to verify it, each with what was certified.
fn waiting(asking: &Asking) -> Vec<(String, Markup)> {
    let (pen, scene) = (asking.pen(), &asking.scene);
    let all = scene.case().parting.unverified();
    let own = all.filter(|(_, one)| one.disposal.verifier == scene.visitor.member);
    own.map(|(id, one)| {
        let fate = shown(pen, "fate-{}", one.disposal.fate.word());
        let how = one.disposal.treatment.map(|how| shown(pen, "letter-treatment-{}", how.word()));
        let by = pen.name(scene.people.name(&one.disposal.operator));
        let items = one.items.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
        let pieces = [Some(fate), how, Some(pen.day(one.disposal.on)), Some(by), Some(items)];
        (id.to_string(), Markup::join(pieces.into_iter().flatten(), " · "))
    })
    .collect()
}

fn verified(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let named = |id: &str| waiting(asking).into_iter().find(|(known, _)| known == id)?.0.parse().ok();
    let disposal = asking.chosen(filled, "disposal", named);
    let text = asking.text(filled, "text");
    part(Part::VerifyDisposal { disposal: disposal?, text: text? })
}

fn summary(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled)
        .day("on", "dispatch-on")
        .line("proof", "summary-proof")
        .hint("parting-proof-hint");
    Asked { known: rests_on(asking, Kind::ClosingSummary), fields: fields.all(), ..Asked::default() }
}

fn summed_up(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, proof) = (asking.day(filled, "on"), asking.text(filled, "proof"));
    part(Part::DeliverSummary { on: on?, proof: proof? })
}

fn closure(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("ending", "closure-how", words(pen, "ending-{}", Ending::WORDS.iter().copied()))
        .explained(|word| shown(pen, "ending-{}-hint", word))
        .day("on", "parting-on")
        .line("signer", "closure-signer")
        .number("reminders", "closure-reminders")
        .pick("document", "closure-document", files(asking, "closure-document-none"))
        .hint("closure-document-hint")
        .text("text", "closure-text");
    Asked { known: rests_on(asking, Kind::Clearance), fields: fields.all(), ..Asked::default() }
}

fn closed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (ending, on) = (asking.chosen(filled, "ending", Ending::of), asking.day(filled, "on"));
    let reminders = form::number(filled.value("reminders")).map_or(0, |count| count.clamp(0.0, 99.0) as u8);
    let (ending, on) = (ending?, on?);
    if ending == Ending::Signed {
        asking.text(filled, "signer")?;
    }
    let signer = optional(filled, "signer").filter(|_| ending == Ending::Signed);
    let document = optional(filled, "document").filter(|_| ending != Ending::NotSigned);
    let closure = Closure { ending, on, signer, document, reminders };
    part(Part::Close { closure, text: optional(filled, "text") })
}

/// Returns what the sentence of a disposal says: who did it, and who checks it or did.
pub fn args(pen: &Pen, people: &People, one: &Disposal, to_verify: bool) -> Vec<(&'static str, FluentValue<'static>)> {
    vec![
        ("fate", word(pen, "fate-{}", one.fate.word())),
        ("waits", if to_verify { "yes" } else { "no" }.into()),
        ("day", pen.lang.weekday(one.on).into()),
        ("operator", people.name(&one.operator).to_owned().into()),
        ("verifier", people.name(&one.verifier).to_owned().into()),
    ]
}
