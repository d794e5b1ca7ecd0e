//! What one side owes the other as a row of a paper: by when, whose, what, and how it stands.

use crate::lang::Lang;
use crate::web::duties::words::plain;
use domain::days::Day;
use domain::separation::obligation::{Side, What};
use domain::separation::portal::Owed;

/// The heads of the columns.
pub const HEADS: [&str; 4] = ["portal-by", "page-paper-whose", "page-paper-what", "page-paper-state"];

/// Returns the cells of a row, as they stand on a day.
pub fn row(lang: Lang, one: &Owed, today: Day) -> [String; 4] {
    let about = one.about.as_deref();
    let title = plain(lang, one.what, about, one.words.as_deref());
    let about = about.filter(|_| !matches!(one.what, What::Asked(_)));
    let what = about.map_or(title.clone(), |about| format!("{title} {about}"));
    let whose = if one.side == Side::Ours { "portal-ours" } else { "portal-theirs" };
    let state = match one.settled_on {
        Some(on) => lang.say("portal-done", [("day", lang.day(on).into())]),
        None if one.due_on < today => lang.text("portal-late"),
        None => String::new(),
    };
    [lang.day(one.due_on), lang.text(whose), what, state]
}
