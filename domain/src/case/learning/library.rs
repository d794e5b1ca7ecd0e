//! The library of lessons (DOMAIN T4): searched by their words, and by their cause where lessons of enough cases share it. Lessons
//! of a cause that fewer than four cases share are told without it, and are not counted by it, for it would tell of whom they are.

use super::{CELL_MIN, Form};
use crate::case::root_cause::RootCause;
use crate::journal;
use crate::text::fold;
use std::collections::BTreeSet;

/// A lesson as it is told to everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which lessons are of one case, without saying of which.
    pub source: String,
    pub cause: RootCause,
    pub form: Form,
    pub text: String,
}

/// What the library shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf<'a> {
    /// The causes that lessons of enough cases share, with how many lessons.
    pub causes: Vec<(RootCause, u32)>,
    /// Whether there are lessons whose cause is not told.
    pub has_rare: bool,
    /// The lessons that were asked for; the cause of some is not told.
    pub lessons: Vec<(&'a Told, Option<RootCause>)>,
}

/// Returns the id under which a lesson stands in the library.
pub fn id(client: &str, case: &str, lesson: u32) -> String {
    let whole = serde_json::json!(["khitam lesson 1", client, case, lesson]).to_string();
    journal::digest(whole.as_bytes())
}

/// Returns what stands for a case in the library.
pub fn source(client: &str, case: &str) -> String {
    let whole = serde_json::json!(["khitam source of lessons 1", client, case]).to_string();
    journal::digest(whole.as_bytes())
}

/// Returns what is asked for: lessons with every word of a search, and of a cause that is shared enough.
pub fn shelf<'a>(all: &'a [Told], asked: &str, of: Option<RootCause>) -> Shelf<'a> {
    let of_a_cause = |cause: RootCause| all.iter().filter(move |told| told.cause == cause);
    let cases = |cause: RootCause| of_a_cause(cause).map(|told| &told.source).collect::<BTreeSet<_>>().len() as u32;
    let is_told = |cause: RootCause| cases(cause) >= CELL_MIN;
    let shared = RootCause::ALL.iter().copied().filter(|cause| is_told(*cause));
    let causes: Vec<(RootCause, u32)> = shared.map(|cause| (cause, of_a_cause(cause).count() as u32)).collect();
    let of = of.filter(|cause| is_told(*cause));
    let words: Vec<String> = fold(asked).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let has_words = |told: &&Told| {
        let text = fold(&told.text);
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let of_cause = |told: &&Told| of.is_none_or(|cause| told.cause == cause);
    let lessons = all.iter().filter(has_words).filter(of_cause);
    let shown = |told: &'a Told| (told, is_told(told.cause).then_some(told.cause));
    Shelf { has_rare: all.iter().any(|told| !is_told(told.cause)), lessons: lessons.map(shown).collect(), causes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cause: RootCause, text: &str) -> Told {
        Told { source: source("A", text), cause, form: Form::Policy, text: text.to_owned() }
    }

    #[test]
    fn lessons_of_one_case_are_not_counted_as_many() {
        let one = source("A", "k1");
        let mut all: Vec<Told> = ["1", "2", "3", "4"].map(|text| told(RootCause::Habit, text)).to_vec();
        all[3].source = source("A", "1");
        assert_eq!(shelf(&all, "", None).causes, [], "four lessons of three cases");
        all.push(Told { source: one, ..told(RootCause::Habit, "5") });
        assert_eq!(shelf(&all, "", None).causes, [(RootCause::Habit, 5)], "five lessons of four cases");
    }

    #[test]
    fn a_cause_that_few_share_is_not_told() {
        let mut all: Vec<Told> = ["أولاً", "Second", "Third"].map(|text| told(RootCause::Habit, text)).to_vec();
        all.push(told(RootCause::Price, "الأسعار تُراجع كل سنة"));
        let three = shelf(&all, "", Some(RootCause::Habit));
        assert_eq!((three.causes, three.has_rare, three.lessons.len()), (vec![], true, 4));
        assert!(shelf(&all, "", None).lessons.iter().all(|(_, cause)| cause.is_none()));
        all.push(told(RootCause::Habit, "Fourth"));
        let four = shelf(&all, "", Some(RootCause::Habit));
        assert_eq!((four.causes, four.lessons.len()), (vec![(RootCause::Habit, 4)], 4));
        assert_eq!(shelf(&all, "", Some(RootCause::Price)).lessons.len(), 5, "its one lesson is not picked out");
    }

    #[test]
    fn words_are_found_in_any_spelling() {
        let all = [told(RootCause::Price, "الأسعار تُراجع كل سنة"), told(RootCause::Price, "Ask first.")];
        assert_eq!(shelf(&all, "الاسعار سنه", None).lessons.len(), 1);
        assert_eq!(shelf(&all, "ASK", None).lessons.len(), 1);
        assert_eq!(shelf(&all, "ask سنة", None).lessons.len(), 0);
    }

    #[test]
    fn an_id_is_of_its_case_and_number() {
        assert_ne!(id("A", "k1", 1), id("A", "k1", 2));
        assert_ne!(id("A", "k1", 1), id("Ak", "1", 1));
        assert_eq!(id("A", "k1", 1).len(), 64);
    }
}
