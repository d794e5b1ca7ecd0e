//! Parts that several pages share: tables, charts with their sentence and table, facts in the margin.

use super::markup::{Markup, Pen};
use askama::Template;
use askama::filters::HtmlSafe;
use fluent_bundle::FluentValue;

/// A table; on a phone each row becomes a card.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/sheet.html")]
pub struct Sheet {
    pub caption: Markup,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Markup>>,
    pub is_cards: bool,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    pub text: Markup,
    pub is_number: bool,
}

impl Head {
    /// Heads a column of words.
    pub fn words(text: Markup) -> Head {
        Head { text, is_number: false }
    }

    /// Heads a column of numbers.
    pub fn numbers(text: Markup) -> Head {
        Head { text, is_number: true }
    }
}

/// A chart: its sentence, how to read it, the drawing in one or two widths, and the same figures as a table.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/chart.html")]
pub struct Chart {
    /// What it shows, as a sentence.
    pub title: Markup,
    pub note: Markup,
    /// Drawn for wide pages; without it the other one serves all.
    pub wide: Option<Markup>,
    pub narrow: Markup,
    pub as_table: Markup,
    pub table: Sheet,
}

/// Facts in the margin: what they are, and what they say.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/facts.html")]
pub struct Facts {
    pub rows: Vec<Fact>,
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    pub name: Markup,
    pub value: Markup,
    pub is_big: bool,
}

impl Facts {
    /// Adds a fact in small letters.
    pub fn add(&mut self, name: Markup, value: Markup) {
        self.rows.push(Fact { name, value, is_big: false });
    }

    /// Adds a fact that is read from afar.
    pub fn add_big(&mut self, name: Markup, value: Markup) {
        self.rows.push(Fact { name, value, is_big: true });
    }
}

/// Where a long list is cut: this part, and the parts before and after it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    pub name: Markup,
    /// Which rows are shown, of how many.
    pub shown: Markup,
    pub before: Option<(String, Markup)>,
    pub after: Option<(String, Markup)>,
}

impl Pager {
    /// Returns the pager of a list, if it does not fit on one page: `before` rows stand before the `shown` ones.
    pub fn of(pen: &Pen, before: u64, shown: u64, total: u64) -> Option<Pager> {
        let number = |n: u64| FluentValue::from(n as f64);
        let args = [("from", number(before + 1)), ("to", number(before + shown)), ("total", number(total))];
        (total > shown).then(|| Pager {
            name: pen.t("pager-name"),
            shown: pen.say("pager-shown", args),
            ..Pager::default()
        })
    }

    /// Adds the links to the pages before and after this one, counted from 1.
    pub fn between(mut self, pen: &Pen, page: u64, pages: u64, href: impl Fn(u64) -> String) -> Pager {
        self.before = (page > 1).then(|| (href(page - 1), pen.t("pager-before")));
        self.after = (page < pages).then(|| (href(page + 1), pen.t("pager-after")));
        self
    }
}

impl HtmlSafe for Sheet {}
impl HtmlSafe for Chart {}
impl HtmlSafe for Facts {}
impl HtmlSafe for Pager {}
