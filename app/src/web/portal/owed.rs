//! What one side owes the other in the words of the client's page, and as a row of a paper: by when, whose, what, and how it
//! stands.

use super::Told;
use crate::lang::Lang;
use domain::separation::obligation::{Part, Side};
use domain::separation::portal::{Owed, Owes, Reference};
use fluent_bundle::FluentValue;

/// The heads of the columns.
pub const HEADS: [&str; 4] = ["portal-by", "page-paper-whose", "page-paper-what", "page-paper-state"];

/// Says what is owed.
pub fn title(lang: Lang, one: &Owed) -> String {
    match &one.what {
        Owes::Listed(listed) => {
            let part = listed.part().map_or("whole", Part::word);
            lang.say(&format!("owes-{}", listed.code().word()), [("part", FluentValue::from(part))])
        }
        Owes::Asked(asked) => {
            let about = one.about.as_ref().map_or("none", Reference::as_str);
            lang.say(&format!("owes-{}", asked.word()), [("about", FluentValue::from(about.to_owned()))])
        }
        Owes::Said(sentence) => sentence.clone(),
    }
}

/// Returns the document that it is about, where the title does not name it.
pub fn about(one: &Owed) -> Option<&str> {
    one.about.as_ref().map(Reference::as_str).filter(|_| !matches!(one.what, Owes::Asked(_)))
}

/// Returns its title with the document that it is about.
pub fn what(lang: Lang, one: &Owed) -> String {
    [Some(title(lang, one).as_str()), about(one)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns the cells of a row, as they stand on the day on which it is read.
pub fn row(told: &Told, lang: Lang, one: &Owed) -> [String; 4] {
    let whose = if one.side == Side::Ours { "portal-ours" } else { "portal-theirs" };
    let state = match one.settled_on {
        Some(on) => lang.say("portal-done", [("day", lang.day(on).into())]),
        None if one.due_on < told.today => lang.text("portal-late"),
        None => String::new(),
    };
    let confirmed = one.confirmed.as_ref().map(|confirmed| told.confirmed(lang, confirmed));
    let state = [Some(state), confirmed].into_iter().flatten().filter(|said| !said.is_empty());
    let state = state.collect::<Vec<_>>().join(&lang.text("case-comma"));
    [lang.day(one.due_on), lang.text(whose), what(lang, one), state]
}
