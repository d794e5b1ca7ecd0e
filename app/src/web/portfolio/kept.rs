//! Lists that were rendered once: kept until anything on the lists changes, so that looking costs next to nothing.

use super::asked::Asked;
use crate::lang::Lang;
use crate::web::Visitor;
use crate::web::markup::Markup;
use domain::days::Day;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What makes one rendered list differ from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    lang: Lang,
    today: Day,
    time_follows: bool,
    sees_costs: bool,
    /// Whoever asks for their own clients.
    member: String,
    asked: Asked,
}

impl Key {
    /// Returns the key of what a visitor asks for; they must read no reports.
    pub fn of(visitor: &Visitor, asked: &Asked) -> Key {
        let mine = asked.lead == super::asked::MINE;
        Key {
            lang: visitor.lang,
            today: visitor.today,
            time_follows: visitor.time_follows,
            sees_costs: visitor.viewer.sees_costs(),
            member: if mine { visitor.member.clone() } else { String::new() },
            asked: asked.clone(),
        }
    }
}

/// The lists of one revision.
#[derive(Default)]
pub struct Kept(Mutex<(i64, HashMap<Key, Markup>)>);

/// Searches make new lists without end; more than this are not kept.
const LISTS_MAX: usize = 200;

impl Kept {
    /// Returns a list, if it was rendered in this revision.
    pub fn get(&self, revision: i64, key: &Key) -> Option<Markup> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 == revision { kept.1.get(key).cloned() } else { None }
    }

    /// Keeps a list of a revision, and hands it back.
    pub fn keep(&self, revision: i64, key: Key, list: Markup) -> Markup {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != revision || kept.1.len() >= LISTS_MAX {
            *kept = (revision, HashMap::new());
        }
        kept.1.insert(key, list.clone());
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(q: &str) -> Key {
        Key {
            lang: Lang::default(),
            today: Day::from_iso("2026-11-22").expect("a day"),
            time_follows: true,
            sees_costs: true,
            member: String::new(),
            asked: Asked { q: q.into(), ..Asked::default() },
        }
    }

    #[test]
    fn a_change_forgets_every_list() {
        let (kept, list) = (Kept::default(), Markup::text("nine clients"));
        kept.keep(7, key(""), list.clone());
        assert_eq!(
            (kept.get(7, &key("")), kept.get(7, &key("x")), kept.get(8, &key(""))),
            (Some(list.clone()), None, None)
        );
        kept.keep(8, key("x"), list);
        assert_eq!(kept.get(8, &key("")), None);
    }

    #[test]
    fn searches_do_not_fill_the_memory() {
        let kept = Kept::default();
        (0..3 * LISTS_MAX).for_each(|n| drop(kept.keep(1, key(&n.to_string()), Markup::default())));
        assert!(kept.0.lock().expect("no thread failed").1.len() <= LISTS_MAX);
    }
}
