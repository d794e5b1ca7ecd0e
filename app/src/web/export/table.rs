//! A list as a table of typed cells, declared once: its page shows it as a sheet, its files hold the same rows in the same
//! order.

use crate::lang::Lang;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::days::Day;
use domain::money::{Currency, Money};

/// A list as a table of typed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What people call it.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// Where a column stands: a page joins in one cell what a file keeps apart, and leads on to where a file cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Both,
    Page,
    File,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The header word that the import knows.
    pub machine: String,
    /// The header that a person reads.
    pub head: String,
    pub place: Place,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A share, 0 to 1.
    Share(f64),
    Sum(Money),
    Day(Day),
    Flag(bool),
    /// What a file holds, and how a page says it.
    Said(Box<Cell>, Markup),
}

impl Table {
    /// Returns a table called by the message of a key, of these machine words, each headed by the message of its key.
    pub fn of(lang: Lang, title: &str, heads: &[(&str, &str)], rows: Vec<Vec<Cell>>) -> Table {
        let columns = heads.iter().map(|(machine, key)| Column::of(lang, machine, key)).collect();
        Table { title: lang.text(title), columns, rows }
    }

    /// Returns the same of columns some of which stand on the page alone, or in files alone.
    pub fn placed(lang: Lang, title: &str, heads: &[(Place, &str, &str)], rows: Vec<Vec<Cell>>) -> Table {
        let column =
            |(place, machine, key): &(Place, &str, &str)| Column { place: *place, ..Column::of(lang, machine, key) };
        Table { title: lang.text(title), columns: heads.iter().map(column).collect(), rows }
    }

    /// Returns it with whom it is about in its title.
    pub fn about(self, name: &str) -> Table {
        Table { title: format!("{} {name}", self.title), ..self }
    }

    /// Returns it without the columns of these machine words.
    pub fn without(mut self, words: &[&str]) -> Table {
        let stays: Vec<bool> = self.columns.iter().map(|column| !words.contains(&column.machine.as_str())).collect();
        for row in &mut self.rows {
            let mut stays = stays.iter();
            row.retain(|_| stays.next() == Some(&true));
        }
        self.columns.retain(|column| !words.contains(&column.machine.as_str()));
        self
    }

    /// Adds a row that holds these cells, each by the machine word of its column; the others are empty.
    pub fn add(&mut self, cells: &[(&str, Cell)]) {
        let held = |column: &Column| cells.iter().find(|(word, _)| *word == column.machine);
        let row = self.columns.iter().map(|column| held(column).map(|(_, cell)| cell.clone()).into()).collect();
        self.rows.push(row);
    }

    /// Returns it as a page shows it; nothing if it has no rows.
    pub fn sheet(&self, pen: &Pen) -> Option<Sheet> {
        let shown: Vec<usize> = self.at(Place::Page).collect();
        let head = |at: &usize| Head {
            text: Markup::text(&self.columns[*at].head),
            is_number: self.rows.iter().any(|row| row[*at].is_number()),
        };
        let row = |row: &Vec<Cell>| shown.iter().map(|at| row[*at].said(pen)).collect();
        (!self.rows.is_empty()).then(|| Sheet {
            caption: Markup::text(&self.title),
            heads: shown.iter().map(head).collect(),
            rows: self.rows.iter().map(row).collect(),
            is_cards: true,
        })
    }

    /// Returns the columns that stand at a place.
    pub(super) fn at(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        let stands = move |column: &Column| column.place == Place::Both || column.place == place;
        self.columns.iter().enumerate().filter(move |(_, column)| stands(column)).map(|(at, _)| at)
    }
}

impl Column {
    /// Returns a column of pages and files, headed by the message of a key.
    pub fn of(lang: Lang, machine: &str, key: &str) -> Column {
        Column::headed(machine, lang.text(key))
    }

    /// Returns columns of these machine words, each headed by the message whose key has its word in place of `{}`.
    pub fn each(lang: Lang, keys: &str, words: &[&str]) -> Vec<Column> {
        words.iter().map(|machine| Column::of(lang, machine, &keys.replace("{}", machine))).collect()
    }

    /// Returns a column of pages and files.
    pub fn headed(machine: &str, head: String) -> Column {
        Column { machine: machine.to_owned(), head, place: Place::Both }
    }
}

impl Cell {
    /// Returns it with what the page says in its stead.
    pub fn said_as(self, said: Markup) -> Cell {
        Cell::Said(Box::new(self), said)
    }

    /// Returns what a file holds.
    pub(super) fn kept(&self) -> &Cell {
        match self {
            Cell::Said(kept, _) => kept.kept(),
            cell => cell,
        }
    }

    fn is_number(&self) -> bool {
        matches!(self.kept(), Cell::Number(_) | Cell::Share(_) | Cell::Sum(_))
    }

    /// Returns how a page says it.
    fn said(&self, pen: &Pen) -> Markup {
        match self {
            Cell::Empty => Markup::default(),
            Cell::Text(text) => pen.name(text),
            Cell::Number(number) => pen.number(*number, 2),
            Cell::Share(share) => pen.percent(*share),
            Cell::Sum(sum) => pen.money(*sum),
            Cell::Day(day) => pen.day(*day),
            Cell::Flag(true) => pen.t("flag-yes"),
            Cell::Flag(false) => pen.t("flag-no"),
            Cell::Said(_, said) => said.clone(),
        }
    }
}

/// What a page says in words, a file says in the same.
impl From<Markup> for Cell {
    fn from(said: Markup) -> Cell {
        Cell::Text(said.plain()).said_as(said)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Cell {
        Cell::Day(day)
    }
}

impl From<Money> for Cell {
    fn from(sum: Money) -> Cell {
        Cell::Sum(sum)
    }
}

/// A file names a currency by its code.
impl From<Currency> for Cell {
    fn from(currency: Currency) -> Cell {
        currency.code().into()
    }
}

/// What is not there leaves its cell empty.
impl<T> From<Option<T>> for Cell
where
    Cell: From<T>,
{
    fn from(held: Option<T>) -> Cell {
        held.map_or(Cell::Empty, Cell::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn a_page_shows_what_files_hold_and_more() {
        let lang = Lang::page(Language::English);
        let pen = Pen { lang, sees_money: true, time_follows: true, zone: None };
        let day = Day::from_iso("2026-01-31").expect("a day");
        let link = pen.link("/clients/N", &pen.name("Nakhla & sons"));
        let heads =
            [(Place::Both, "client", "client"), (Place::File, "on", "export-row-on"), (Place::Page, "", "print")];
        let rows = vec![vec![Cell::from(link), Cell::Day(day), Cell::from(pen.t("print"))]];
        let table = Table::placed(lang, "portfolio-title", &heads, rows);
        let sheet = table.sheet(&pen).expect("a sheet");
        assert_eq!((sheet.heads.len(), sheet.rows[0].len()), (2, 2));
        assert!(sheet.rows[0][0].as_str().starts_with("<a href=\"/clients/N\">"));
        assert_eq!(table.at(Place::File).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(table.rows[0][0].kept(), &Cell::Text("Nakhla & sons".to_owned()));
        assert!(Table { rows: vec![], ..table }.sheet(&pen).is_none());
    }

    #[test]
    fn columns_go_and_cells_come_by_their_machine_words() {
        let lang = Lang::page(Language::English);
        let heads = [("client", "client"), ("on", "export-row-on"), ("amount", "export-row-amount")];
        let cells = ["N", "2026", "7"].map(Cell::from);
        let mut table = Table::of(lang, "portfolio-title", &heads, vec![cells.into()]).without(&["on"]);
        table.add(&[("amount", "8".into())]);
        assert_eq!(
            table.columns.iter().map(|column| column.machine.as_str()).collect::<Vec<_>>(),
            ["client", "amount"]
        );
        assert_eq!(table.rows, [["N".into(), "7".into()], [Cell::Empty, "8".into()]]);
    }
}
