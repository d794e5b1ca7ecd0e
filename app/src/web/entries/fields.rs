//! The fields of the form, made from a kind's columns: what they are called, how they are filled in, what is wrong.

use super::offers::Offers;
use super::{Shown, Visitor};
use crate::store::cell::OwnedCell;
use crate::web::choice::{Choice, Group, currencies, plain};
use crate::web::form::Filled;
use crate::web::records::{choice, column_name};
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::record::{Cell, Column, Kind, Type};
use fluent_bundle::FluentValue;

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: &'static str,
    pub label: String,
    /// How to fill it in; empty where that goes without saying.
    pub hint: String,
    pub widget: Widget,
    pub value: String,
    pub error: Option<String>,
    pub required: bool,
    /// Whether it stands in the part that is folded away.
    pub more: bool,
}

impl Field {
    /// Tells whether the field takes the whole width.
    pub fn is_wide(&self) -> bool {
        matches!(self.widget, Widget::Area) || matches!(self.name, "subject" | "name")
    }
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum Widget {
    /// A line of text; the list offers values.
    Line {
        mode: &'static str,
        list: Option<&'static str>,
    },
    Area,
    /// A day; one that no calendar has is shown as it was typed, so that it is not lost.
    Day {
        typed: bool,
    },
    /// A day and, where known, a time of day.
    Moment {
        typed: bool,
        time: String,
    },
    Select(Vec<Group>),
}

/// Columns that are seldom stated by hand stand folded away, below the others.
const FIRST: [(&str, &[&str]); 13] = [
    ("clients", &["currency", "terms_days", "lead", "started_on"]),
    ("contracts", &["signed_on", "starts_on", "ends_on", "notice_length", "notice_unit", "auto_renews"]),
    ("invoices", &["currency", "tax", "note"]),
    ("payments", &["currency"]),
    ("promises", &["amount", "currency"]),
    ("reminders", &["answered_on", "level"]),
    ("time", &["person", "task", "billable", "in_scope"]),
    ("costs", &["currency", "kind", "note"]),
    ("deliverables", &["started_on", "delivered_on", "accepted_on", "late_cause"]),
    ("feedback", &["scale", "deliverable", "text"]),
    ("requests", &["accepted", "text"]),
    ("messages", &["person", "contact", "channel", "subject", "text"]),
    ("goals", &["actual", "direction"]),
];

/// Makes the fields of a form; `id` is the kind's own id, where a new record has one.
pub fn fields(visitor: &Visitor, kind: &'static Kind, shown: Shown, filled: &Filled, offers: &Offers) -> Vec<Field> {
    let maker = Maker { visitor, kind, filled, offers };
    let columns = kind.columns.iter().filter(|column| shown.has(kind, column));
    columns.map(|column| maker.field(column)).collect()
}

/// Makes the field of a kind's own id.
pub fn id_field(visitor: &Visitor, kind: &'static Kind, filled: &Filled) -> Option<Field> {
    let (name, always) = kind.id_column()?;
    // A client may be known by its name alone.
    let required = always && kind.table != "clients";
    let hint = match kind.table {
        "clients" => visitor.lang.text("entry-hint-client"),
        _ if !required => visitor.lang.text("entry-hint-own-id"),
        _ => String::new(),
    };
    Some(Field {
        name,
        label: column_name(visitor.lang, kind, name),
        hint,
        widget: Widget::Line { mode: "text", list: None },
        value: filled.value(name).to_owned(),
        error: filled.error(name).cloned(),
        required,
        more: !required && kind.table != "clients",
    })
}

struct Maker<'a> {
    visitor: &'a Visitor,
    kind: &'static Kind,
    filled: &'a Filled,
    offers: &'a Offers,
}

impl Maker<'_> {
    fn field(&self, column: &'static Column) -> Field {
        let value = self.filled.value(column.name);
        let error = self.filled.error(column.name).cloned();
        let first = FIRST.iter().find(|(table, _)| *table == self.kind.table);
        let is_first = first.is_none_or(|(_, columns)| columns.contains(&column.name));
        Field {
            name: column.name,
            label: column_name(self.visitor.lang, self.kind, column.name),
            hint: self.hint(column),
            widget: self.widget(column, value),
            value: value.to_owned(),
            more: !(column.required || is_first || error.is_some()),
            error,
            required: self.is_required(column),
        }
    }

    /// The client's payment terms say when an invoice is due.
    fn is_required(&self, column: &Column) -> bool {
        column.required
            && !(column.name == "due_on" && self.kind.table == "invoices" && self.offers.terms_days.is_some())
    }

    fn hint(&self, column: &Column) -> String {
        let lang = &self.visitor.lang;
        if let Some(days) = self.offers.terms_days.filter(|_| column.name == "due_on" && self.kind.table == "invoices")
        {
            return lang.say("entry-due-from-terms", [("n", FluentValue::from(days as f64))]);
        }
        let keys = [format!("entry-hint-{}-{}", self.kind.table, column.name), format!("entry-hint-{}", column.name)];
        keys.iter().find(|key| lang.has(key)).map(|key| lang.text(key)).unwrap_or_default()
    }

    fn widget(&self, column: &Column, value: &str) -> Widget {
        let typed = !value.is_empty() && (value.len() != 10 || Day::from_iso(value).is_none());
        match column.r#type {
            Type::Text if matches!(column.name, "text" | "note") => Widget::Area,
            Type::Text => Widget::Line { mode: "text", list: self.offers.list(column.name) },
            Type::Day => Widget::Day { typed },
            Type::Moment => {
                let time = self.filled.value(&format!("{}-time", column.name)).to_owned();
                Widget::Moment { typed, time }
            }
            Type::Amount | Type::Decimal => Widget::Line { mode: "decimal", list: None },
            // A duration may hold a colon or letters.
            Type::Integer if column.name == "minutes" => Widget::Line { mode: "text", list: None },
            Type::Integer => Widget::Line { mode: "numeric", list: None },
            Type::Flag => {
                let said = ["yes", "no"].map(|word| (word, self.visitor.lang.text(&format!("entry-{word}"))));
                self.select(said, "entry-unknown")
            }
            Type::Choice(words) => {
                let said = words.iter().map(|word| (*word, choice(self.visitor.lang, self.kind, column, word)));
                self.select(said, if column.required { "entry-choose" } else { "entry-unknown" })
            }
            Type::Currency => self.currencies(),
        }
    }

    fn select(&self, words: impl IntoIterator<Item = (&'static str, String)>, none: &str) -> Widget {
        let lang = &self.visitor.lang;
        let none = Choice { value: String::new(), text: lang.text(none) };
        let words = words.into_iter().map(|(word, text)| Choice { value: word.to_owned(), text });
        Widget::Select(plain([none].into_iter().chain(words).collect()))
    }

    fn currencies(&self) -> Widget {
        let unknown = self.visitor.lang.text("entry-currency-unknown");
        Widget::Select(currencies(self.visitor.lang, &self.offers.currencies, unknown))
    }
}

/// Fills a form in with what stands.
pub fn filled(kind: &Kind, cells: &[Cell]) -> Filled {
    let mut values: Vec<(String, String)> = Vec::new();
    let currency = currency(kind, cells);
    for (column, cell) in kind.columns.iter().zip(cells) {
        let text = written(column, *cell, currency);
        match column.r#type {
            Type::Moment => {
                let (day, time) = text.split_once('T').unwrap_or((&text, ""));
                values.push((column.name.to_owned(), day.to_owned()));
                values.push((format!("{}-time", column.name), time.to_owned()));
            }
            _ => values.push((column.name.to_owned(), text)),
        }
    }
    Filled::with(values.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

/// Returns the currency that a record states.
pub fn currency(kind: &Kind, cells: &[Cell]) -> Currency {
    let position = kind.columns.iter().position(|column| column.r#type == Type::Currency);
    match position.map(|position| cells[position]) {
        Some(Cell::Text(code)) => Currency::of(code).unwrap_or(Currency::UNKNOWN),
        _ => Currency::UNKNOWN,
    }
}

/// Returns a cell as its field takes it.
pub fn written(column: &Column, cell: Cell, currency: Currency) -> String {
    match (cell, column.r#type) {
        (Cell::Null, _) => String::new(),
        (Cell::Text(code), Type::Currency) if code == Currency::UNKNOWN.code() => String::new(),
        (Cell::Text(text), _) => text.to_owned(),
        (Cell::Integer(minor), Type::Amount) => Money { minor, currency }.decimal(),
        (Cell::Integer(flag), Type::Flag) => if flag == 0 { "no" } else { "yes" }.to_owned(),
        (Cell::Integer(minutes), _) if column.name == "minutes" => format!("{}:{:02}", minutes / 60, minutes % 60),
        (Cell::Integer(number), _) => number.to_string(),
        (Cell::Decimal(number), _) => number.to_string(),
    }
}

/// Returns what a column of a record says in a visitor's words; nothing is said where there is no record.
pub fn said(visitor: &Visitor, kind: &Kind, cells: Option<&[OwnedCell]>, place: usize) -> String {
    let lang = &visitor.lang;
    let cells: Vec<Cell> = cells.unwrap_or_default().iter().map(OwnedCell::cell).collect();
    let column = &kind.columns[place];
    match (cells.get(place).copied().unwrap_or(Cell::Null), column.r#type) {
        (Cell::Null, _) => lang.text("entry-nothing"),
        (Cell::Text(word), Type::Choice(_)) => choice(*lang, kind, column, word),
        (Cell::Text(day), Type::Day) => Day::from_iso(day).map_or_else(|| day.to_owned(), |day| lang.day(day)),
        (Cell::Integer(minor), Type::Amount) => lang.money(Money { minor, currency: currency(kind, &cells) }),
        (Cell::Integer(flag), Type::Flag) => lang.text(if flag == 0 { "entry-no" } else { "entry-yes" }),
        (cell, _) => written(column, cell, Currency::UNKNOWN),
    }
}

/// Returns a message about a field with what was written in it.
pub fn fault(visitor: &Visitor, code: &str, value: &str) -> String {
    visitor.lang.say(&format!("entry-fault-{code}"), [("value", FluentValue::from(value))])
}
