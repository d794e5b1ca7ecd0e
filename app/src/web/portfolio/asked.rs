//! What the address of the list asks for.

use super::super::{PageError, Visitor, href};
use crate::store::portfolio::Filter;
use crate::store::viewer::Viewer;
use crate::store::{Db, person_names};
use domain::sign::{Code, Gravity, Level};
use serde::Deserialize;

/// The query; a value that means nothing asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub level: String,
    pub gravity: String,
    pub code: String,
    pub blind: String,
    pub lead: String,
    pub q: String,
    pub page: String,
    /// A past day, `YYYY-MM-DD`.
    pub on: String,
}

/// The lead that stands for whoever asks.
pub const MINE: &str = "mine";

impl Asked {
    /// Returns the page asked for, from 1.
    pub fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// Tells whether the whole list of a day is asked for, from its beginning.
    pub fn is_whole(&self) -> bool {
        let rest = Asked { page: String::new(), on: String::new(), ..self.clone() };
        rest == Asked::default() && self.page() == 1
    }

    /// Tells whether only critical clients are asked for.
    pub fn only_critical(&self) -> bool {
        self.gravity == "critical"
    }

    /// Returns the level asked for.
    pub fn level(&self) -> Option<Level> {
        match self.level.as_str() {
            "severe" => Some(Level::Severe),
            "finding" => Some(Level::Finding),
            "watch" => Some(Level::Watch),
            _ => None,
        }
    }

    /// Returns the sign asked for, if this viewer may see it.
    pub fn code(&self, viewer: &Viewer) -> Option<Code> {
        Code::of(&self.code).filter(|code| viewer.sees_finding(*code))
    }

    /// Returns what the store is asked for.
    pub async fn filter(&self, db: &Db, visitor: &Visitor, except: Vec<String>) -> Result<Filter, PageError> {
        let leads = match self.lead.as_str() {
            "" => None,
            MINE => Some(person_names::leads_of(db, &visitor.member).await?),
            name => Some(vec![name.to_owned()]),
        };
        let gravity = match self.gravity.as_str() {
            "questionable" => Some(Gravity::Questionable),
            "critical" => Some(Gravity::Critical),
            _ => None,
        };
        Ok(Filter {
            level: self.level(),
            gravity,
            code: self.code(&visitor.viewer),
            blind: self.blind == "1",
            leads,
            search: Some(self.q.clone()).filter(|q| !q.trim().is_empty()),
            except,
        })
    }

    /// Returns the address of this list with other values, `/` and what it keeps.
    pub fn with(&self, changes: &[(&str, &str)]) -> String {
        format!("/{}", self.query(changes))
    }

    /// Returns the query with other values, empty ones left out.
    pub fn query(&self, changes: &[(&str, &str)]) -> String {
        let own = [
            ("level", &self.level),
            ("gravity", &self.gravity),
            ("code", &self.code),
            ("blind", &self.blind),
            ("lead", &self.lead),
            ("q", &self.q),
            ("page", &self.page),
            ("on", &self.on),
        ];
        href::query(own.map(|(name, value)| {
            let change = changes.iter().find(|(changed, _)| *changed == name);
            (name, change.map_or(value.as_str(), |(_, value)| *value))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_what_they_do_not_change() {
        let asked = Asked { q: "نخلة".into(), level: "severe".into(), page: "3".into(), ..Asked::default() };
        assert_eq!(asked.with(&[("level", "watch"), ("page", "")]), "/?level=watch&q=%D9%86%D8%AE%D9%84%D8%A9");
        let past = Asked { on: "2026-06-01".into(), ..Asked::default() };
        assert_eq!(past.with(&[("level", "watch")]), "/?level=watch&on=2026-06-01");
        assert!(past.is_whole());
        assert_eq!(Asked::default().with(&[]), "/");
        assert_eq!((asked.page(), Asked::default().page()), (3, 1));
        assert!(Asked::default().is_whole() && !asked.is_whole());
        assert_eq!(Asked { page: "x".into(), level: "y".into(), ..Asked::default() }.level(), None);
    }
}
