//! What every page shows round its own content.

use super::asset;
use crate::lang::Lang;
use fluent_bundle::FluentValue;

/// The four verbs of the product; those that are built stand in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Watch,
}

impl Verb {
    /// Returns where the verb leads.
    pub fn href(self) -> &'static str {
        match self {
            Verb::Watch => "/",
        }
    }

    /// Returns the key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Verb::Watch => "verb-watch",
        }
    }
}

/// One step of the way to a page.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub text: String,
    pub href: Option<String>,
}

/// The frame of one page.
#[derive(Clone, Debug)]
pub struct Frame {
    pub lang: Lang,
    pub title: String,
    /// The class of the body, for pages of another shape.
    pub class: &'static str,
    pub verb: Option<Verb>,
    pub crumbs: Vec<Crumb>,
    /// Who is signed in.
    pub member: Option<String>,
    /// Where the page is, so that a change of language comes back to it.
    pub path: String,
    pub demo: bool,
    pub foot: String,
}

impl Frame {
    /// Returns a message.
    pub fn t(&self, key: &str) -> String {
        self.lang.text(key)
    }

    /// Returns a message about a number.
    pub fn count(&self, key: &str, n: u64) -> String {
        self.lang.say(key, [("n", FluentValue::from(n as f64))])
    }

    /// Returns the verbs of the bar.
    pub fn verbs(&self) -> &'static [Verb] {
        &[Verb::Watch]
    }

    /// Tells whether the page belongs to a verb.
    pub fn is_at(&self, verb: &Verb) -> bool {
        self.verb.as_ref() == Some(verb)
    }

    /// Returns an asset's address.
    pub fn asset(&self, name: &str) -> String {
        asset::address(name)
    }
}
