//! What is said of a bag that was judged.

use super::Lang;
use crate::keep::bag::{Fault, Note, Said};
use fluent_bundle::FluentValue;

impl Lang {
    /// Says what is wrong with a bag.
    pub fn bag_fault(self, fault: &Fault) -> String {
        said(self, &format!("bag-fault-{}", fault.code.word()), fault)
    }

    /// Says what is worth knowing of a bag.
    pub fn bag_note(self, note: &Note) -> String {
        said(self, &format!("bag-note-{}", note.code.word()), note)
    }
}

fn said<C>(lang: Lang, key: &str, said: &Said<C>) -> String {
    let args = [
        ("file", FluentValue::from(said.file.as_str())),
        ("line", FluentValue::from(lang.digits(said.line.map_or(0, i64::from)))),
        ("about", FluentValue::from(said.about.as_str())),
    ];
    lang.say(key, args)
}
