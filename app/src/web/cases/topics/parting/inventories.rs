//! The accesses that we hold and the places of the client's data: listed, and brought on step by step.

use super::duties::duty;
use super::{Asked, Asking, Topic, member, members};
use crate::web::cases::ask::{Fields, words};
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::parting::duties::{Act as Duty, Inventory};
use domain::case::{Act, Action};
use domain::separation::obligation::access::{Access, Kind, Step};
use domain::separation::obligation::holding::{Copied, Fate, Holding, Place};

const ACCESS: &str = "part/access";
const HOLDINGS: &str = "part/holdings";

pub const TOPICS: [Topic; 5] = [
    Topic { path: "access", action: Action::See, asked: access, answered: listed, then: ACCESS },
    Topic { path: "access-step", action: Action::See, asked: stepping, answered: stepped, then: ACCESS },
    Topic { path: "holding", action: Action::See, asked: holding, answered: held, then: HOLDINGS },
    Topic { path: "nothing-held", action: Action::See, asked: nothing, answered: stated, then: "part/obligations" },
    Topic { path: "holding-step", action: Action::See, asked: moving, answered: moved, then: HOLDINGS },
];

fn access(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let mut people = members(asking);
    if let Some(first) = people.first_mut() {
        first.1 = pen.t("access-nobody");
    }
    let fields = Fields::of(pen, filled)
        .line("text", "access-system")
        .hint("access-system-hint")
        .pick("kind", "access-kind", words(pen, "access-kind-{}", Kind::WORDS.iter().copied()))
        .pick("holder", "access-holder", people)
        .yes_or_no("owned", "access-is-owned")
        .hint("access-is-owned-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn listed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text");
    let (kind, owned) = (asking.chosen(filled, "kind", Kind::of), asking.yes(filled, "owned"));
    let holder = if filled.value("holder").is_empty() { None } else { Some(member(asking, filled, "holder")?) };
    let access = Access { id: 0, kind: kind?, holder, owned: owned? };
    duty(Duty::ListAccess { access, text: text? })
}

/// Returns what a form about something listed shows of it, and what travels with it.
fn about(asking: &Asking, filled: &Filled, name: &'static str) -> Asked {
    let pen = asking.pen();
    let id = number(filled, name);
    let duties = &asking.scene.case().parting.duties;
    let said = match name {
        "access" => duties.accesses.iter().find(|held| held.access.id == id).map(|held| held.system.as_deref()),
        _ => duties.holdings.iter().find(|stored| stored.holding.id == id).map(|stored| stored.name.as_deref()),
    };
    let known = match said {
        None => pen.t("obligation-wrong-unknown"),
        Some(None) => pen.t("words-erased"),
        Some(Some(said)) => Markup::made(format!("<p><b dir=\"auto\">{}</b></p>", Markup::text(said))),
    };
    Asked { known: vec![known], hidden: vec![(name, id.to_string())], ..Asked::default() }
}

fn number(filled: &Filled, name: &str) -> u32 {
    form::number(filled.value(name)).unwrap_or(0.0) as u32
}

fn stepping(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("step", "access-step", words(pen, "access-do-{}", Step::WORDS.iter().copied()))
        .explained(|word| pen.t(&format!("access-do-{word}-hint")))
        .day("on", "parting-on");
    Asked { fields: fields.all(), ..about(asking, filled, "access") }
}

fn stepped(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (step, on) = (asking.chosen(filled, "step", Step::of), asking.day(filled, "on"));
    duty(Duty::AdvanceAccess { access: number(filled, "access"), step: step?, on: on? })
}

fn holding(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .line("text", "holding-name")
        .hint("holding-name-hint")
        .pick("place", "holding-place", words(pen, "holding-place-{}", Place::WORDS.iter().copied()))
        .one("fate", "holding-fate", words(pen, "holding-fate-{}", Fate::WORDS.iter().copied()))
        .yes_or_no("personal", "holding-is-personal");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn held(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text");
    let (place, fate) = (asking.chosen(filled, "place", Place::of), asking.chosen(filled, "fate", Fate::of));
    let personal = asking.yes(filled, "personal");
    let holding = Holding { id: 0, place: place?, fate: fate?, personal: personal? };
    duty(Duty::ListHolding { holding, text: text? })
}

fn nothing(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("inventory", "nothing-held-which", words(pen, "inventory-of-{}", Inventory::WORDS.iter().copied()))
        .text("text", "nothing-held-text")
        .hint("nothing-held-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn stated(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (inventory, text) = (asking.chosen(filled, "inventory", Inventory::of), asking.text(filled, "text"));
    duty(Duty::StateNothingHeld { inventory: inventory?, text: text? })
}

/// The steps at a place, as a form names them.
const STEPS: [&str; 3] = ["copied", "read_back", "removed"];

fn moving(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("step", "holding-step", words(pen, "holding-do-{}", STEPS))
        .explained(|word| pen.t(&format!("holding-do-{word}-hint")))
        .day("on", "parting-on")
        .line("sha256", "holding-sha256")
        .hint("holding-sha256-hint");
    Asked { fields: fields.all(), ..about(asking, filled, "holding") }
}

fn moved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let holding = number(filled, "holding");
    let step = asking.chosen(filled, "step", |word| STEPS.into_iter().find(|step| *step == word));
    let (step, on) = (step?, asking.day(filled, "on")?);
    if step == "removed" {
        return duty(Duty::RemoveHolding { holding, on });
    }
    let sha256 = asking.text(filled, "sha256")?.to_ascii_lowercase();
    let copied = Copied { on, sha256 };
    duty(if step == "copied" {
        Duty::CopyHolding { holding, copied }
    } else {
        Duty::ReadBackHolding { holding, read: copied }
    })
}
