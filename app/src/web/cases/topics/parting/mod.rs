//! Parting: what is prepared, served and closed, each question on a page of its own.

mod after;
mod breach;
pub mod closing;
mod duties;
pub mod further;
pub mod impact;
mod inventories;
mod preparing;
pub mod readiness;
mod serving;
pub mod works;

pub use after::TOPICS as AFTER;
pub use breach::TOPICS as BREACH;
pub use closing::TOPICS as CLOSING;
pub use duties::TOPICS as DUTIES;
pub use further::TOPICS as FURTHER;
pub use impact::TOPICS as IMPACT;
pub use inventories::TOPICS as INVENTORIES;
pub use preparing::TOPICS as PREPARING;
pub use readiness::TOPICS as READINESS;
pub use serving::TOPICS as SERVING;
pub use works::TOPICS as WORKS;

use super::{Asked, Asking, Topic};
use crate::flow::mail;
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::{shown, word};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use domain::case::Act;
use domain::case::parting::{self, Letter};
use domain::separation::letter::Kind;
use domain::separation::tone::{self, Context, Level};

/// Returns an act of parting as the act of a case.
fn part(act: parting::Act) -> Option<Act> {
    Some(Act::Parting(act))
}

/// Shows a letter on which an answer rests.
fn door_to(asking: &Asking, letter: &Letter) -> Markup {
    let (pen, scene) = (asking.pen(), &asking.scene);
    let named = shown(pen, "letter-kind-{}", letter.kind.word());
    let door = pen.link(&scene.href(&format!("part/letters/{}", letter.id)), &named);
    Markup::made(format!("<p>{door}</p>"))
}

/// Shows the letter on which an answer rests, or the way to write it.
fn rests_on(asking: &Asking, kind: Kind) -> Vec<Markup> {
    let (pen, scene) = (asking.pen(), &asking.scene);
    let door = match scene.case().parting.letter_of(kind) {
        Some(letter) => return vec![door_to(asking, letter)],
        None => {
            let new = scene.href(&format!("part/letters/new?kind={}", kind.word()));
            let kind = word(pen, "letter-kind-{}", kind.word());
            pen.link(&new, &pen.say("letter-first", [("kind", kind)]))
        }
    };
    vec![Markup::made(format!("<p>{door}</p>"))]
}

/// Returns the kept files to choose from, or that there is none.
fn files(asking: &Asking, none: &str) -> Vec<(String, Markup)> {
    let pen = asking.pen();
    let files = asking.scene.case().parting.proofs.iter();
    let files = files.map(|file| (file.sha256.clone(), pen.name(file.name.as_deref().unwrap_or(&file.sha256))));
    [(String::new(), pen.t(none))].into_iter().chain(files).collect()
}

/// Refuses a text in which something is marked as gravely as a level, where what was written is still at hand.
fn refuse_marked(
    asking: &Asking,
    filled: &mut Filled,
    (field, text): (&'static str, &str),
    (level, key): (Level, &str),
    context: &Context,
) -> Option<()> {
    let pen = asking.pen();
    let checked = tone::check(text, tone::Kind::Reply, None, context);
    let words: Vec<String> =
        checked.marked(level).map(|words| pen.lang.say("marked-words", [("words", words.to_owned().into())])).collect();
    if words.is_empty() {
        return Some(());
    }
    let words = words.join(&pen.lang.text("case-comma"));
    filled.refuse(field, pen.lang.say(key, [("words", words.into())]));
    None
}

/// Returns a value that may be left out.
fn optional(filled: &Filled, name: &str) -> Option<String> {
    Some(filled.value(name).to_owned()).filter(|value| !value.is_empty())
}

/// Returns the members who are there, as choices.
pub fn members(asking: &Asking) -> Vec<(String, Markup)> {
    let pen = asking.pen();
    let members = asking.scene.people.all().map(|member| (member.id.clone(), pen.name(&member.name)));
    [(String::new(), pen.t("case-choose"))].into_iter().chain(members).collect()
}

/// Fills in what became of a mail of the case that an address names by its Message-ID.
pub async fn look_up(app: &Shared, scene: &Scene<'_>, filled: &mut Filled) -> Result<(), PageError> {
    let message = filled.value("mail").to_owned();
    if message.is_empty() {
        return Ok(());
    }
    let sent = mail::of_case(app.place(), &scene.opened.key).await?;
    if let Some(standing) = sent.into_iter().find(|one| one.message == message) {
        let says = standing.answer.map(|answer| answer.says).unwrap_or_default();
        filled.offer("text", format!("{message} {says}").trim());
    }
    Ok(())
}

/// Returns a member who is there.
pub fn member(asking: &Asking, filled: &mut Filled, name: &'static str) -> Option<String> {
    asking.chosen(filled, name, |id| {
        asking.scene.people.all().find(|member| member.id == id).map(|member| member.id.clone())
    })
}
