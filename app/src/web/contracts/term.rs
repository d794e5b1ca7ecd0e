//! One term beside the text: what was read, what a person said of it, and the forms by which they say it.

use super::marked::{Mark, place_of};
use crate::store::contracts::Said;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Visitor, findings};
use domain::record::{Choice as _, NoticeUnit};
use domain::separation::contract::{By, Method, Reading, Standing, Term, TermField, TermName, TermValue};
use domain::separation::notice::Rule;
use fluent_bundle::FluentValue;

/// A term as the page shows it.
pub struct TermView {
    pub word: &'static str,
    pub title: Markup,
    /// The number of its mark.
    pub number: Option<usize>,
    /// What is to be done with it, or who answers for it.
    pub state: Markup,
    pub is_said: bool,
    pub value: Option<Markup>,
    pub confidence: Option<Markup>,
    /// Why what was said before no longer counts.
    pub stale: Option<Markup>,
    /// How often something was said of it.
    pub seen: u32,
    pub can_confirm: bool,
    pub can_deny: bool,
    pub can_take_back: bool,
    /// The word of the act that its form performs, and what the form is called.
    pub act: &'static str,
    pub act_name: Markup,
    pub fields: Vec<FieldView>,
    pub quote: String,
    pub quote_error: Option<String>,
    pub error: Option<String>,
    pub is_open: bool,
}

/// One question about a term.
pub struct FieldView {
    /// Its id on the page; fields of several terms have the same name.
    pub id: String,
    pub name: &'static str,
    pub label: Markup,
    pub value: String,
    pub error: Option<String>,
    pub widget: Widget,
}

/// How a question is answered; choices are words with what a person reads for them.
pub enum Widget {
    Day,
    Words,
    /// A number, and its unit.
    Length {
        unit: &'static str,
        units: Vec<Picked>,
    },
    Select(Vec<Picked>),
    /// A rule of receipt, and the days that it counts.
    Rule(Vec<Picked>),
    Ticks(Vec<Picked>),
}

/// A choice, and whether it is taken.
pub struct Picked {
    pub word: &'static str,
    pub text: String,
    pub taken: bool,
}

/// What the views of terms are made of.
pub struct Beside<'a> {
    pub visitor: &'a Visitor,
    pub reading: &'a Reading,
    pub said: &'a [Said],
    pub text: &'a str,
    pub newest: u32,
    pub filled: &'a Filled,
}

impl Beside<'_> {
    /// Returns every term with the marks of their words, numbered in the order of the terms.
    pub fn views(&self) -> (Vec<TermView>, Vec<Mark>) {
        let (mut views, mut marks) = (vec![], vec![]);
        for term in TermName::ALL {
            let found = self.reading.found(*term);
            let said = self.said.iter().find(|said| said.term == *term);
            let holds = said.filter(|said| said.statement.holds(self.newest, self.text));
            let quote = match holds {
                Some(said) => said.statement.quote.as_str(),
                None => found.as_ref().map_or("", |found| found.quote.as_str()),
            };
            let number = place_of(quote, self.text).map(|range| {
                let number = marks.len() + 1;
                marks.push(Mark { number, range, is_said: holds.is_some() });
                number
            });
            views.push(self.view(*term, found.as_ref(), said, holds.is_some(), number));
        }
        (views, marks)
    }

    fn view(
        &self,
        term: TermName,
        found: Option<&Term<TermValue>>,
        said: Option<&Said>,
        holds: bool,
        number: Option<usize>,
    ) -> TermView {
        let pen = Pen::of(self.visitor);
        let held = said.filter(|_| holds);
        let is_absent = held.is_some_and(|said| said.statement.standing == Standing::Absent);
        let value = held.filter(|_| !is_absent).map(|said| &said.statement.value);
        let value = value.or(found.map(|found| &found.value).filter(|_| held.is_none()));
        let state = match (held, found) {
            (Some(said), _) => self.stated(&pen, said),
            (None, Some(_)) => pen.t("terms-waits"),
            (None, None) => pen.t("terms-none"),
        };
        let stale = said.filter(|said| !holds && said.statement.standing != Standing::TakenBack);
        let is_here = self.filled.value("term") == term.word() && !self.filled.is_good();
        let error = |name: &str| self.filled.error(name).filter(|_| is_here).cloned();
        let (act, name) = match (value, is_absent) {
            (Some(_), _) => (Standing::Corrected, "terms-correct"),
            (None, _) => (Standing::Added, "terms-add"),
        };
        let quote = held.map(|said| said.statement.quote.clone()).filter(|quote| !quote.is_empty());
        let quote = quote.or(found.map(|found| found.quote.clone())).unwrap_or_default();
        TermView {
            word: term.word(),
            title: Markup::text(&pen.lang.term_name(term)),
            number,
            state,
            is_said: held.is_some(),
            value: value.map(|value| Markup::text(&pen.lang.term_value(term, value))),
            confidence: found.filter(|_| held.is_none()).map(|found| findings::confidence(&pen, found.confidence)),
            stale: stale.map(|said| self.about(&pen, "terms-stale", said)),
            seen: said.map_or(0, |said| said.number),
            can_confirm: found.is_some() && held.is_none(),
            can_deny: held.is_none(),
            can_take_back: held.is_some(),
            act: act.word(),
            act_name: pen.t(name),
            fields: term.fields().iter().map(|field| self.field(&pen, term, *field, value, is_here)).collect(),
            quote: if is_here { self.filled.value("quote").to_owned() } else { quote },
            quote_error: error("quote"),
            error: error("term"),
            is_open: is_here,
        }
    }

    /// Says who answers for a term since when.
    fn stated(&self, pen: &Pen, said: &Said) -> Markup {
        self.about(pen, &format!("terms-said-{}", said.statement.standing.word()), said)
    }

    fn about(&self, pen: &Pen, key: &str, said: &Said) -> Markup {
        let by = said.by.clone().unwrap_or_else(|| pen.lang.text("terms-someone"));
        let day = pen.lang.day(self.visitor.when(&said.at).day);
        pen.say(key, [("name", FluentValue::from(by)), ("day", FluentValue::from(day))])
    }

    fn field(
        &self,
        pen: &Pen,
        term: TermName,
        field: TermField,
        value: Option<&TermValue>,
        is_here: bool,
    ) -> FieldView {
        let written = |name: &str, stands: Option<String>| {
            if is_here { self.filled.value(name).to_owned() } else { stands.unwrap_or_default() }
        };
        let stands = |pick: fn(&TermValue) -> Option<String>| value.and_then(pick);
        let name = field.word();
        let (text, widget) = match field {
            TermField::Date => (written(name, stands(|v| v.date.map(|day| day.to_string()))), Widget::Day),
            TermField::Law => (written(name, stands(|v| v.law.clone())), Widget::Words),
            TermField::Length => {
                let unit = written("unit", stands(|v| v.unit.map(|unit| unit.word().to_owned())));
                let length = written(name, stands(|v| v.length.map(|n| n.to_string())));
                (length, Widget::Length { unit: "unit", units: units(pen, &unit) })
            }
            TermField::Earliest => {
                let unit = written(EARLIEST_UNIT, stands(|v| v.earliest_unit.map(|unit| unit.word().to_owned())));
                let length = written(name, stands(|v| v.earliest_length.map(|n| n.to_string())));
                (length, Widget::Length { unit: EARLIEST_UNIT, units: units(pen, &unit) })
            }
            TermField::Automatic => {
                let yes = stands(|v| v.automatic.map(|yes| if yes { "automatic" } else { "agreed" }.to_owned()));
                let taken = written(name, yes);
                let choices =
                    picked(&AUTOMATIC, |word| taken == word, |word| pen.lang.text(&format!("contract-renewal-{word}")));
                (taken, Widget::Select(choices))
            }
            TermField::By => {
                let taken = written(name, stands(|v| v.by.map(|by| by.word().to_owned())));
                let words = |word: &str| pen.lang.text(&format!("contract-by-{word}"));
                (taken.clone(), Widget::Select(picked(By::WORDS, |word| taken == word, words)))
            }
            TermField::Methods => {
                let is_taken = |word: &'static str| {
                    let stands = value.is_some_and(|value| value.methods.iter().any(|own| own.word() == word));
                    if is_here { self.filled.holds(name, word) } else { stands }
                };
                let words = |word: &str| pen.lang.text(&format!("contract-method-{word}"));
                (String::new(), Widget::Ticks(picked(Method::WORDS, is_taken, words)))
            }
            TermField::Deemed => {
                let taken = written(name, stands(|v| v.deemed.map(|rule| rule.word().to_owned())));
                let words = |word: &str| pen.lang.text(&format!("notice-deemed-{word}"));
                let rules = picked(Rule::WORDS, |word| taken == word, words);
                (written(DEEMED_N, stands(|v| v.deemed_n.map(|n| n.to_string()))), Widget::Rule(rules))
            }
        };
        FieldView {
            id: format!("{}-{name}", term.word()),
            name,
            label: pen.t(&format!("terms-field-{name}")),
            value: text,
            error: self.filled.error(name).filter(|_| is_here).cloned(),
            widget,
        }
    }
}

/// The words of a renewal by itself and of one by agreement.
pub const AUTOMATIC: [&str; 2] = ["automatic", "agreed"];

/// The field of the unit of what is too early.
pub const EARLIEST_UNIT: &str = "earliest_unit";

/// The field of the days that a rule of receipt counts.
pub const DEEMED_N: &str = "deemed_n";

fn units(pen: &Pen, taken: &str) -> Vec<Picked> {
    picked(NoticeUnit::WORDS, |word| taken == word, |word| pen.lang.text(&format!("value-notice_unit-{word}")))
}

fn picked(
    words: &[&'static str],
    is_taken: impl Fn(&'static str) -> bool,
    text: impl Fn(&str) -> String,
) -> Vec<Picked> {
    words.iter().map(|word| Picked { word, text: text(word), taken: is_taken(word) }).collect()
}
