//! A page that asks one thing: the question in large letters, the fields of its answer, one button.

use super::refusal::Refused;
use crate::web::Frame;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use askama::Template;
use askama::filters::HtmlSafe;

/// A field of an answer.
#[derive(Template)]
#[template(path = "cases/field.html")]
pub struct Field {
    kind: Kind,
    name: String,
    label: Markup,
    hint: Option<Markup>,
    value: String,
    error: Option<String>,
    options: Vec<Offered>,
    /// Few need it; it is folded under the others.
    is_rare: bool,
}

impl HtmlSafe for Field {}

impl Field {
    /// Tells whether what can be chosen stands in sight.
    fn is_group(&self) -> bool {
        matches!(self.kind, Kind::One | Kind::Any)
    }

    /// Tells whether what was written in it cannot be taken.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// Tells whether it bears a name.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name
    }

    fn is_explained(&self) -> bool {
        self.error.is_some() || self.hint.is_some()
    }
}

/// How a field is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Text,
    Day,
    Number,
    /// One of some.
    One,
    /// Any of some.
    Any,
    /// One of many, folded.
    Pick,
}

/// Something to choose.
pub struct Offered {
    value: String,
    text: Markup,
    hint: Option<Markup>,
    chosen: bool,
}

/// The fields of a form, with what was written and what is wrong with it.
pub struct Fields<'a> {
    pen: &'a Pen<'a>,
    filled: &'a Filled,
    fields: Vec<Field>,
}

impl<'a> Fields<'a> {
    /// Begins a form.
    pub fn of(pen: &'a Pen<'a>, filled: &'a Filled) -> Fields<'a> {
        Fields { pen, filled, fields: vec![] }
    }

    /// Adds several lines of text.
    pub fn text(self, name: &str, label: &str) -> Self {
        self.plain(Kind::Text, name, label)
    }

    /// Adds one line of text.
    pub fn line(self, name: &str, label: &str) -> Self {
        self.plain(Kind::Line, name, label)
    }

    /// Adds a day.
    pub fn day(self, name: &str, label: &str) -> Self {
        self.plain(Kind::Day, name, label)
    }

    /// Adds a number.
    pub fn number(self, name: &str, label: &str) -> Self {
        self.plain(Kind::Number, name, label)
    }

    /// Adds a choice of one among some, all in sight.
    pub fn one(self, name: &str, label: &str, options: impl IntoIterator<Item = (String, Markup)>) -> Self {
        self.choosing(Kind::One, name, label, options)
    }

    /// Adds a choice of any number.
    pub fn any(self, name: &str, label: &str, options: impl IntoIterator<Item = (String, Markup)>) -> Self {
        self.choosing(Kind::Any, name, label, options)
    }

    /// Adds a choice of one among many, folded.
    pub fn pick(self, name: &str, label: &str, options: impl IntoIterator<Item = (String, Markup)>) -> Self {
        self.choosing(Kind::Pick, name, label, options)
    }

    /// Adds a question to which yes and no are the answers, neither of them beforehand.
    pub fn yes_or_no(self, name: &str, label: &str) -> Self {
        let answers = ["yes", "no"].map(|word| (word.to_owned(), self.pen.t(&format!("case-{word}"))));
        self.choosing(Kind::One, name, label, answers)
    }

    /// Adds a box to tick.
    pub fn tick(self, name: &str, label: &str) -> Self {
        let text = self.pen.t(label);
        self.choosing(Kind::Any, name, "", [("1".to_owned(), text)])
    }

    /// Explains the field added last.
    pub fn hint(mut self, key: &str) -> Self {
        if let Some(last) = self.fields.last_mut() {
            last.hint = Some(self.pen.t(key));
        }
        self
    }

    /// Offers what can be written into the field added last, each with what a person reads of it.
    pub fn offering(mut self, offered: impl IntoIterator<Item = (String, String)>) -> Self {
        let one =
            |(value, text): (String, String)| Offered { value, text: Markup::text(&text), hint: None, chosen: false };
        if let Some(last) = self.fields.last_mut() {
            last.options = offered.into_iter().map(one).collect();
        }
        self
    }

    /// Explains what can be chosen in the field added last, by its value.
    pub fn explained(mut self, hint: impl Fn(&str) -> Markup) -> Self {
        if let Some(last) = self.fields.last_mut() {
            last.options.iter_mut().for_each(|option| option.hint = Some(hint(&option.value)));
        }
        self
    }

    /// Folds the field added last under those that most answers need.
    pub fn rare(mut self) -> Self {
        if let Some(last) = self.fields.last_mut() {
            last.is_rare = true;
        }
        self
    }

    /// Returns the fields.
    pub fn all(self) -> Vec<Field> {
        self.fields
    }

    fn plain(mut self, kind: Kind, name: &str, label: &str) -> Self {
        let value = self.filled.value(name).to_owned();
        self.add(kind, name, label, value, vec![]);
        self
    }

    fn choosing(
        mut self,
        kind: Kind,
        name: &str,
        label: &str,
        options: impl IntoIterator<Item = (String, Markup)>,
    ) -> Self {
        let offered = |(value, text): (String, Markup)| {
            let chosen = self.filled.holds(name, &value);
            Offered { value, text, hint: None, chosen }
        };
        let options = options.into_iter().map(offered).collect();
        self.add(kind, name, label, String::new(), options);
        self
    }

    fn add(&mut self, kind: Kind, name: &str, label: &str, value: String, options: Vec<Offered>) {
        let label = if label.is_empty() { Markup::default() } else { self.pen.t(label) };
        let error = self.filled.error(name).cloned();
        self.fields.push(Field {
            kind,
            name: name.to_owned(),
            label,
            hint: None,
            value,
            error,
            options,
            is_rare: false,
        });
    }
}

/// Returns words of a list as choices.
pub fn words<'w>(pen: &Pen, list: &str, words: impl IntoIterator<Item = &'w str>) -> Vec<(String, Markup)> {
    words.into_iter().map(|word| (word.to_owned(), super::words::shown(pen, list, word))).collect()
}

/// A page that asks one thing.
#[derive(Template)]
#[template(path = "cases/question.html")]
pub struct Question {
    pub frame: Frame,
    /// The client's name, and the word of the step.
    pub name: Markup,
    pub step: Markup,
    pub asks: Markup,
    pub note: Markup,
    pub refused: Option<Refused>,
    /// What is known already, above the fields.
    pub known: Vec<Markup>,
    /// Values that travel with the form.
    pub hidden: Vec<(String, String)>,
    pub fields: Vec<Field>,
    pub action: String,
    /// The word of the button; without one there is no form, for it is not theirs to answer.
    pub button: Option<Markup>,
    pub back: (String, Markup),
}

impl Question {
    /// Returns the fields that stand in sight, or those that are folded.
    fn fields_of(&self, is_rare: bool) -> Vec<&Field> {
        self.fields.iter().filter(|field| field.is_rare == is_rare).collect()
    }

    /// Tells whether something is wrong with what is folded.
    fn is_rare_wrong(&self) -> bool {
        self.fields.iter().any(|field| field.is_rare && field.is_wrong())
    }
}
