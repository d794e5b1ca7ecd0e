//! The rights in each work: listed or said anew, brought on step by step, struck.

use super::after::said;
use super::serving::{proofs_door, with_signed};
use super::{Asked, Asking, Topic, optional, part};
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::word;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use domain::case::parting::Act as Part;
use domain::case::parting::works::{Act as Rights, Event};
use domain::case::{Act, Action};
use domain::separation::work::{Author, Grant, Licence, Origin, Scheduled, Step, Trigger, Work, WorkSaid};
use fluent_bundle::FluentValue;

const THEN: &str = "part/works";

pub const TOPICS: [Topic; 3] = [
    Topic { path: "work", action: Action::Work, asked: work, answered: listed, then: THEN },
    Topic { path: "work-step", action: Action::Work, asked: step, answered: stepped, then: THEN },
    Topic { path: "work-struck", action: Action::Work, asked: about, answered: struck, then: THEN },
];

fn rights(act: Rights) -> Option<Act> {
    part(Part::Work(act))
}

/// Returns the number of the work that a form is about; 0 is a new one.
fn number(filled: &Filled) -> u32 {
    filled.value("number").parse().unwrap_or_default()
}

fn standing<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a Scheduled> {
    asking.scene.case().parting.works.get(number(filled))
}

fn work(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let filled = as_it_stands(asking, filled);
    let fields = Fields::of(pen, &filled)
        .line("work", "work-name")
        .hint("work-name-hint")
        .one("origin", "work-origin", words(pen, "work-origin-{}", Origin::WORDS.iter().copied()))
        .one("author", "work-author", words(pen, "work-author-{}", Author::WORDS.iter().copied()))
        .one("grant", "work-grant", words(pen, "work-grant-{}", Grant::WORDS.iter().copied()))
        .one("trigger", "work-trigger", words(pen, "work-trigger-{}", Trigger::WORDS.iter().copied()))
        .yes_or_no("in_writing", "work-in-writing")
        .hint("work-in-writing-hint")
        .text("text", "work-terms")
        .hint("work-terms-hint")
        .yes_or_no("files_owed", "work-files")
        .one("licence", "work-licence", words(pen, "work-licence-{}", Licence::WORDS.iter().copied()));
    Asked { hidden: vec![("number", number(&filled).to_string())], fields: fields.all(), ..Asked::default() }
}

/// Fills in what was decided of a work that is said anew.
fn as_it_stands(asking: &Asking, filled: &Filled) -> Filled {
    let mut filled = filled.clone();
    let Some(Scheduled { work, said, .. }) = standing(asking, &filled) else { return filled };
    let yes = |is: bool| if is { "yes" } else { "no" };
    let said = said.as_ref();
    let values = [
        ("work", said.map_or("", |said| said.work.as_str())),
        ("text", said.and_then(|said| said.terms.as_deref()).unwrap_or_default()),
        ("origin", work.origin.word()),
        ("author", work.author.word()),
        ("grant", work.grant.word()),
        ("trigger", work.trigger.word()),
        ("in_writing", yes(work.in_writing)),
        ("files_owed", yes(work.files_owed)),
        ("licence", work.licence.word()),
    ];
    values.into_iter().for_each(|(name, value)| filled.offer(name, value));
    filled
}

fn listed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let name = said(asking, filled, "work");
    let terms = if filled.value("text").is_empty() { None } else { Some(said(asking, filled, "text")?) };
    let (origin, author) = (asking.chosen(filled, "origin", Origin::of), asking.chosen(filled, "author", Author::of));
    let (grant, trigger) = (asking.chosen(filled, "grant", Grant::of), asking.chosen(filled, "trigger", Trigger::of));
    let (in_writing, files_owed) = (asking.yes(filled, "in_writing"), asking.yes(filled, "files_owed"));
    let licence = asking.chosen(filled, "licence", Licence::of);
    let work = Work {
        id: number(filled),
        origin: origin?,
        author: author?,
        grant: grant?,
        trigger: trigger?,
        in_writing: in_writing?,
        files_owed: files_owed?,
        licence: licence?,
    };
    rights(Rights::ListWork { work, said: WorkSaid { work: name?, terms } })
}

/// Returns what a form about a listed work shows of it, and what travels with it.
fn about(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let known = match standing(asking, filled).map(|standing| standing.said.as_ref()) {
        None => pen.t("work-unknown"),
        Some(None) => pen.t("words-erased"),
        Some(Some(said)) => Markup::made(format!("<p><b dir=\"auto\">{}</b></p>", Markup::text(&said.work))),
    };
    Asked { known: vec![known], hidden: vec![("number", number(filled).to_string())], ..Asked::default() }
}

fn step(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let open = |step: &&Step| standing(asking, filled).is_some_and(|standing| standing.may(**step));
    let steps = Step::ALL.iter().filter(open).map(|step| step.word());
    let fields =
        Fields::of(pen, filled).one("step", "work-step", words(pen, "work-step-{}", steps)).day("on", "parting-on");
    let is_signed = standing(asking, filled).is_some_and(|standing| standing.may(Step::Signed));
    let fields = if is_signed { with_signed(asking, fields) } else { fields };
    let mut asked = about(asking, filled);
    asked.known.extend(is_signed.then(|| proofs_door(asking)));
    Asked { fields: fields.all(), ..asked }
}

fn stepped(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (step, on) = (asking.chosen(filled, "step", Step::of), asking.day(filled, "on"));
    let proof =
        if step == Some(Step::Signed) { Some(asking.text(filled, "proof")?) } else { optional(filled, "proof") };
    rights(Rights::AdvanceWork { work: number(filled), step: step?, on: on?, proof })
}

fn struck(_: &Asking, filled: &mut Filled) -> Option<Act> {
    rights(Rights::StrikeWork { work: number(filled) })
}

/// Returns what the sentence of an event names.
pub fn args(pen: &Pen, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    let number = |id: u32| ("n", FluentValue::from(f64::from(id)));
    match event {
        Event::WorkListed { work, .. } => {
            vec![number(work.id), ("grant", word(pen, "work-grant-{}", work.grant.word()))]
        }
        Event::WorkAdvanced { work, step, on, .. } => {
            vec![number(*work), ("step", word(pen, "work-step-{}", step.word())), ("day", pen.lang.weekday(*on).into())]
        }
        Event::WorkStruck { work } => vec![number(*work)],
    }
}
