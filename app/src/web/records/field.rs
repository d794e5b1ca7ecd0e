//! A record's fields in words: which of them a visitor sees, what they are called, and what they say.

use crate::lang::Lang;
use crate::store::cell::OwnedCell;
use crate::store::records::Record;
use crate::store::viewer::Viewer;
use crate::web::export::Cell;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::record::{Column, Field, Kind, Moment, Type};

/// How one visitor reads records.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub pen: &'a Pen<'a>,
    pub viewer: &'a Viewer,
}

/// The columns that tell most of a record, for lists and below findings.
const TELLING: [(&str, &[&str]); 15] = [
    ("contracts", &["signed_on", "starts_on", "ends_on", "notice_length", "notice_unit"]),
    ("invoices", &["issued_on", "due_on", "amount", "disputed"]),
    ("payments", &["invoice", "paid_on", "amount"]),
    ("promises", &["invoice", "made_on", "promised_on", "amount"]),
    ("reminders", &["invoice", "sent_on", "answered_on", "level"]),
    ("time", &["on_day", "minutes", "person", "in_scope", "task"]),
    ("costs", &["on_day", "amount", "kind", "note"]),
    ("deliverables", &["due_on", "delivered_on", "accepted_on", "revisions", "defects"]),
    ("feedback", &["on_day", "score", "scale", "deliverable"]),
    ("requests", &["on_day", "kind", "deliverable", "accepted", "percent"]),
    ("messages", &["at", "direction", "channel", "contact", "subject"]),
    ("goals", &["goal", "period_end", "target", "actual", "cause"]),
    ("incidents", &["at", "kind", "cause", "upheld", "invoice"]),
    ("pulse", &["on_day", "score"]),
    ("values", &["on_day", "kind", "amount", "note"]),
];

impl Reader<'_> {
    /// Returns the columns that this visitor sees: not what an hour costs us, nor what only the program needs.
    pub fn columns(&self, kind: &'static Kind) -> impl Iterator<Item = (usize, &'static Column)> + use<> {
        let costs = self.viewer.sees_costs();
        let seen = move |column: &Column| column.name != "known_on" && (costs || column.name != "cost_rate");
        kind.columns.iter().enumerate().filter(move |(_, column)| seen(column))
    }

    /// Returns the columns that tell most, but for the one that every row of the list shares, and for the day where
    /// that is what names the record.
    pub fn telling(&self, kind: &'static Kind, shared: &str) -> Vec<(usize, &'static Column)> {
        let names = TELLING.iter().find(|(table, _)| *table == kind.table).map_or(&[][..], |(_, names)| names);
        let by_day = kind.id_column().is_none();
        let seen = |name: &str| names.contains(&name) && name != shared && !(by_day && name == kind.happened);
        self.columns(kind).filter(|(_, column)| seen(column.name)).collect()
    }

    /// Returns what a column of a record says.
    pub fn says(&self, record: &Record, at: usize) -> Markup {
        let column = &record.kind.columns[at];
        match (column.r#type, &record.cells[at]) {
            (_, OwnedCell::Null) => Markup::default(),
            (Type::Amount, OwnedCell::Integer(minor)) => {
                self.pen.money(Money { minor: *minor, currency: currency(record) })
            }
            (Type::Flag, OwnedCell::Integer(flag)) => self.pen.t(if *flag == 0 { "flag-no" } else { "flag-yes" }),
            (_, OwnedCell::Integer(number)) => self.pen.number(*number as f64, 0),
            (_, OwnedCell::Decimal(number)) => self.pen.number(*number, 2),
            (Type::Day, OwnedCell::Text(text)) => {
                Day::from_iso(text).map_or_else(|| Markup::text(text), |d| self.pen.day(d))
            }
            (Type::Moment, OwnedCell::Text(text)) => self.moment(text),
            (Type::Choice(_), OwnedCell::Text(word)) => Markup::text(&choice(self.pen.lang, record.kind, column, word)),
            (_, OwnedCell::Text(code)) if column.name == "currency" => self.currency(code),
            (_, OwnedCell::Text(text)) => self.reference(record, column, text),
        }
    }

    /// Writes a currency as beside a sum, and its code where that says something else.
    fn currency(&self, code: &str) -> Markup {
        match Currency::of(code).map(|currency| self.pen.lang.currency(currency)) {
            Some(sign) if sign != code => Markup::join([self.pen.name(&sign), self.pen.id(code)], " · "),
            _ => self.pen.id(code),
        }
    }

    /// Names another record with a link to it.
    fn reference(&self, record: &Record, column: &Column, text: &str) -> Markup {
        let table = match column.name {
            "invoice" => "invoices",
            "deliverable" => "deliverables",
            "reply_to" => "messages",
            _ => return self.pen.name(text),
        };
        self.pen.link(&href::record(&record.client, table, text), &self.pen.id(text))
    }

    fn moment(&self, text: &str) -> Markup {
        let Some(Moment { day, minute }) = Moment::from_iso(text) else { return Markup::text(text) };
        match minute {
            Some(minute) => {
                let time = self.pen.lang.written(&format!("{:02}:{:02}", minute / 60, minute % 60));
                Markup::made(format!("{} <bdi class=\"num\">{time}</bdi>", self.pen.day(day)))
            }
            None => self.pen.day(day),
        }
    }

    /// Returns a column of a record for a file.
    pub fn exported(&self, record: &Record, at: usize) -> Cell {
        match (record.kind.columns[at].r#type, &record.cells[at]) {
            (_, OwnedCell::Null) => Cell::Empty,
            (Type::Amount, OwnedCell::Integer(minor)) => Cell::Sum(Money { minor: *minor, currency: currency(record) }),
            (Type::Flag, OwnedCell::Integer(flag)) => Cell::Flag(*flag != 0),
            (_, OwnedCell::Integer(number)) => Cell::Number(*number as f64),
            (_, OwnedCell::Decimal(number)) => Cell::Number(*number),
            (Type::Day, OwnedCell::Text(text)) => {
                Day::from_iso(text).map_or_else(|| Cell::Text(text.clone()), Cell::Day)
            }
            (_, OwnedCell::Text(text)) => Cell::Text(text.clone()),
        }
    }

    /// Returns the columns that go into a file: while a screen is shared, no sums.
    pub fn exportable(&self, kind: &'static Kind) -> Vec<(usize, &'static Column)> {
        let money = self.pen.sees_money;
        self.columns(kind).filter(|(_, column)| money || column.r#type != Type::Amount).collect()
    }
}

/// Returns the currency of a record's sums.
fn currency(record: &Record) -> Currency {
    Currency::read(record.cell("currency").cell()).unwrap_or(Currency::UNKNOWN)
}

/// Returns what a column is called.
pub fn column_name(lang: Lang, kind: &Kind, column: &str) -> String {
    let own = format!("column-{}-{column}", kind.table);
    if lang.has(&own) { lang.text(&own) } else { lang.text(&format!("column-{column}")) }
}

/// Returns what a kind of records is called.
pub fn kind_name(lang: Lang, kind: &Kind) -> String {
    lang.text(&format!("kind-{}", kind.table))
}

/// Returns a word of a fixed list as people say it.
pub fn choice(lang: Lang, kind: &Kind, column: &Column, word: &str) -> String {
    let own = format!("value-{}-{}-{word}", kind.table, column.name);
    let key = if lang.has(&own) { own } else { format!("value-{}-{word}", column.name) };
    lang.text(&key)
}

/// Tells whether a column holds figures, which stand at the end of their column.
pub fn is_number(column: &Column) -> bool {
    matches!(column.r#type, Type::Amount | Type::Integer | Type::Decimal)
}

/// Returns the header word that the import knows for a column.
pub fn machine_word(column: &str) -> &str {
    if column == "on_day" { "on" } else { column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use domain::record::KINDS;

    #[test]
    fn every_column_and_every_word_has_a_name_in_both_languages() {
        let mut missing = vec![];
        for lang in [Lang::plain(Language::Arabic), Lang::plain(Language::English)] {
            for kind in KINDS {
                missing.extend(Some(kind_name(lang, kind)).filter(|name| name.starts_with('[')));
                for column in kind.columns.iter().filter(|column| column.name != "known_on") {
                    missing.extend(Some(column_name(lang, kind, column.name)).filter(|name| name.starts_with('[')));
                    if let Type::Choice(words) = column.r#type {
                        let names = words.iter().map(|word| choice(lang, kind, column, word));
                        missing.extend(names.filter(|name| name.starts_with('[')));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn what_a_workbook_calls_a_column_is_read_back() {
        let words = crate::intake::HeaderWords::read(None).expect("our own words");
        let mut unread = vec![];
        for lang in [Lang::plain(Language::Arabic), Lang::plain(Language::English)] {
            for kind in KINDS {
                let named = crate::intake::target::Target::naming(kind).map(|target| target.column);
                let own = kind.columns.iter().map(|column| column.name).filter(|name| *name != "known_on");
                for column in ["client"].into_iter().chain(named).chain(own) {
                    let shown = column_name(lang, kind, column);
                    let read = words.meanings(kind, &shown);
                    if read.first().is_none_or(|meaning| meaning.column != column) {
                        unread.push(format!("{}.{column}: {shown} {read:?}", kind.table));
                    }
                }
            }
        }
        assert!(unread.is_empty(), "{}", unread.join("\n"));
    }

    #[test]
    fn the_telling_columns_exist() {
        for (table, names) in TELLING {
            let kind = domain::record::kind_named(table).expect("a kind");
            assert!(names.iter().all(|name| kind.position(name).is_some()), "{table}");
        }
    }
}
