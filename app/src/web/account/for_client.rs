//! The statement as the client gets it: its sheet, its file and its paper, with no word of our records.

use super::statement::ENTRIES;
use crate::lang::Lang;
use crate::letter::{account_paper, statement_closing};
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::export::{Cell, Column, Table};
use crate::web::letters::{Print, set};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use axum::response::Response;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::settlement::{ClientEntry, ClientPart, ClientStatement};

/// The columns of its file.
pub const COLUMNS: [&str; 8] = ["currency", "on", "kind", "reference", "due_on", "charge", "credit", "balance"];

/// The keys of the messages that head the columns of an account's files.
pub const HEADS: &str = "account-column-{}";

/// Returns the entries of a currency as a sheet, the newest first; `id` says how the document of an entry is written.
pub fn sheet(pen: &Pen, part: &ClientPart, id: impl Fn(usize) -> Markup) -> Sheet {
    let money = |minor: i64| pen.money(Money { minor, currency: part.currency });
    let sum = |minor: i64| if minor == 0 { Markup::default() } else { money(minor) };
    let row = |(at, entry): (usize, &ClientEntry)| {
        let name = pen.t(&format!("entry-kind-{}", entry.kind.word()));
        let disputed = entry.is_disputed.then(|| pen.t("statement-disputed"));
        let what = Markup::join([name, id(at)].into_iter().chain(disputed), " ");
        vec![what, pen.day(entry.on), sum(entry.charge), sum(entry.credit), money(entry.balance)]
    };
    let head = |name: &str| pen.t(&format!("statement-head-{name}"));
    Sheet {
        caption: pen.t("account-statement"),
        heads: vec![
            Head::words(head("what")),
            Head::words(head("on")),
            Head::numbers(head("charge")),
            Head::numbers(head("credit")),
            Head::numbers(head("balance")),
        ],
        rows: part.entries.iter().enumerate().rev().take(ENTRIES).map(row).collect(),
        is_cards: true,
    }
}

/// Says how many earlier entries a sheet leaves to the file.
pub fn earlier(pen: &Pen, part: &ClientPart) -> Option<Markup> {
    let earlier = part.entries.len().saturating_sub(ENTRIES);
    (earlier > 0).then(|| pen.about("statement-earlier", earlier as u64))
}

/// Says what is owed in the end.
pub fn closing(pen: &Pen, statement: &ClientStatement, part: &ClientPart) -> Markup {
    Markup::strong(&statement_closing(statement, part, pen.lang))
}

/// Returns the statement as a table of a file.
pub fn table(lang: Lang, statement: &ClientStatement) -> Table {
    let rows = statement.parts.iter().flat_map(|part| {
        let row = |entry: &ClientEntry| cells(lang, part.currency, entry);
        part.entries.iter().map(row).collect::<Vec<_>>()
    });
    Table { title: lang.text("account-statement"), columns: Column::each(lang, HEADS, &COLUMNS), rows: rows.collect() }
}

/// Returns the cells of an entry.
pub fn cells(lang: Lang, currency: Currency, entry: &ClientEntry) -> Vec<Cell> {
    let sum = |minor: i64| if minor == 0 { Cell::Empty } else { Cell::Sum(Money { minor, currency }) };
    vec![
        Cell::Text(currency.code().to_owned()),
        Cell::Day(entry.on),
        Cell::Text(lang.text(&format!("entry-kind-{}", entry.kind.word()))),
        Cell::Text(entry.reference.clone()),
        entry.due_on.into(),
        sum(entry.charge),
        sum(entry.credit),
        Cell::Sum(Money { minor: entry.balance, currency }),
    ]
}

/// Prints the text of a statement or an account of a day on the firm's paper.
pub async fn printed(
    app: &Shared,
    lang: Lang,
    (firm, client): (&str, &str),
    (on, text): (Day, &str),
) -> Result<Response, PageError> {
    let texts = vec![(lang.language, account_paper(text, on, client, lang))];
    let name = format!("statement-{on}");
    set(app, firm, Print { name, texts, annexes: vec![], digest: None, on, is_signed: false, is_internal: false }).await
}
