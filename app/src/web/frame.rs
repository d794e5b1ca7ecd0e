//! What every page shows round its own content.

use super::asset;
use super::export::Files;
use crate::lang::Lang;
use domain::days::Day;
use fluent_bundle::FluentValue;
use std::fmt::Display;

/// The four verbs of the product; those that are built stand in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Watch,
    Decide,
    Part,
    Learn,
}

impl Verb {
    /// Returns where the verb leads.
    pub fn href(self) -> &'static str {
        match self {
            Verb::Watch => "/",
            Verb::Decide => "/cases",
            Verb::Part => "/notice",
            Verb::Learn => "/learn",
        }
    }

    /// Returns the key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Verb::Watch => "verb-watch",
            Verb::Decide => "verb-decide",
            Verb::Part => "verb-part",
            Verb::Learn => "verb-learn",
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
    /// The firm whose page it is, where it stands in the place of our name: for its clients.
    pub host: Option<String>,
    /// Who is signed in.
    pub member: Option<String>,
    /// Whether that is an adviser from outside, who sees no record of the firm.
    pub adviser: bool,
    /// Whether they may import files.
    pub imports: bool,
    /// The name of the client whose people see the screen.
    pub sharing: Option<String>,
    /// What is said of new keys of others, to whoever receives reports.
    pub new_keys: Option<String>,
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

    /// Returns the message of a word of a list: `figure-{}` of `cash`.
    pub fn word(&self, list: &str, word: &str) -> String {
        self.lang.text(&list.replace("{}", word))
    }

    /// Returns a message about a number.
    pub fn count(&self, key: &str, n: u64) -> String {
        self.lang.say(key, [("n", FluentValue::from(n as f64))])
    }

    /// Returns a count in the person's digits.
    pub fn number(&self, n: u64) -> String {
        self.lang.number(n as f64, 0)
    }

    /// Returns a message about a text.
    pub fn about(&self, key: &str, what: &str) -> String {
        self.lang.say(key, [("what", FluentValue::from(what))])
    }

    /// Returns a day in words as HTML, Hijri beside it where the person wants it.
    pub fn date(&self, day: &Day) -> String {
        let text = self.lang.day(*day);
        let hijri = if self.lang.hijri { hijri(self.lang, *day) } else { String::new() };
        format!("<time datetime=\"{day}\"><bdi>{text}</bdi></time>{hijri}")
    }

    /// Returns a day with its weekday and in Hijri as HTML, to show what either looks like.
    pub fn date_in_both(&self, day: &Day) -> String {
        let text = self.lang.weekday(*day);
        format!("<time datetime=\"{day}\"><bdi>{text}</bdi></time>{}", hijri(self.lang, *day))
    }

    /// Returns the ways to take the list at an address along.
    pub fn files(&self, list: impl Display) -> Files {
        Files::of(self.lang, "export-title", &list.to_string())
    }

    /// Tells whether the page belongs to a verb.
    pub fn is_at(&self, verb: &Verb) -> bool {
        self.verb == Some(*verb)
    }

    /// Returns the verbs of the bar.
    pub fn verbs(&self) -> &'static [Verb] {
        if self.adviser { &[] } else { &[Verb::Watch, Verb::Decide, Verb::Part, Verb::Learn] }
    }

    /// Returns an asset's address.
    pub fn asset(&self, name: &str) -> String {
        asset::address(name)
    }
}

fn hijri(lang: Lang, day: Day) -> String {
    format!(" <span class=\"hijri\"><bdi>{}</bdi></span>", lang.hijri_day(day))
}
