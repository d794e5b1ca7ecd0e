//! The account on the client's page: as it was frozen for the settlement, with its statement and its files.

use super::Reader;
use crate::lang::Lang;
use crate::letter::{
    INTEREST_HEADS, account_closing, account_text, interest_row, interest_title, line_side, line_what,
};
use crate::web::PageError;
use crate::web::account::for_client::{closing, earlier, printed, sheet, table};
use crate::web::app::Shared;
use crate::web::export::{self, Format};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use axum::extract::State;
use axum::response::Response;
use domain::case::parting::settling::Settlement;
use domain::separation::settlement::{ClientAccount, ClientInterest, ClientLine, ClientPart, ClientSegment};

/// The account as the page shows it.
pub struct AccountView {
    /// What is owed on the whole; nothing once it was settled, other than in a file of claims.
    pub says: Option<Markup>,
    /// What either side owes, line by line.
    pub lines: Option<Sheet>,
    /// How interest adds up, invoice by invoice.
    pub interest: Vec<(String, Sheet)>,
    pub statement: Vec<PartView>,
}

/// One currency of the statement.
pub struct PartView {
    pub says: Markup,
    pub sheet: Sheet,
    pub earlier: Option<Markup>,
}

/// Returns the account; there is none before it was frozen.
pub fn view(reader: &Reader) -> Option<AccountView> {
    let account = reader.page.account.as_ref()?;
    let pen = Pen { lang: reader.lang, sees_money: true, time_follows: true, zone: reader.zone.as_deref() };
    let statement = account.statement.iter().flat_map(|statement| {
        let view = |part: &ClientPart| PartView {
            says: closing(&pen, statement, part),
            sheet: sheet(&pen, part, |at| pen.id(&part.entries[at].reference)),
            earlier: earlier(&pen, part),
        };
        statement.parts.iter().map(view).collect::<Vec<_>>()
    });
    Some(AccountView {
        says: is_open(reader).then(|| Markup::strong(&account_closing(account, pen.lang))),
        interest: account.interest.iter().map(|own| interest(&pen, own)).collect(),
        lines: (!account.lines.is_empty()).then(|| lines(&pen, account)),
        statement: statement.collect(),
    })
}

fn is_open(reader: &Reader) -> bool {
    reader.page.settlement.is_none_or(|(how, _)| how == Settlement::ClaimFile)
}

fn lines(pen: &Pen, account: &ClientAccount) -> Sheet {
    let head = |name: &str| pen.t(&format!("account-head-{name}"));
    let row = |line: &ClientLine| {
        let due = line.due_on.map(|on| pen.day(on)).unwrap_or_default();
        let side = Markup::text(&line_side(line, pen.lang));
        vec![pen.name(&line_what(line, pen.lang)), side, due, pen.money(line.amount)]
    };
    Sheet {
        caption: pen.t("account-lines"),
        heads: vec![
            Head::words(head("what")),
            Head::words(head("side")),
            Head::words(head("due")),
            Head::numbers(head("amount")),
        ],
        rows: account.lines.iter().map(row).collect(),
        is_cards: true,
    }
}

fn interest(pen: &Pen, own: &ClientInterest) -> (String, Sheet) {
    let title = interest_title(own, pen.lang);
    let row = |one: &ClientSegment| -> Vec<Markup> {
        interest_row(one, own.currency, pen.lang).iter().map(|cell| pen.name(cell)).collect()
    };
    let head = |name: &str| {
        let text = pen.t(&format!("interest-head-{name}"));
        if matches!(name, "span" | "source") { Head::words(text) } else { Head::numbers(text) }
    };
    let sheet = Sheet {
        caption: Markup::text(&title),
        heads: INTEREST_HEADS.map(head).into(),
        rows: own.segments.iter().map(row).collect(),
        is_cards: true,
    };
    (title, sheet)
}

fn account(reader: &Reader) -> Result<&ClientAccount, PageError> {
    reader.page.account.as_ref().ok_or(PageError::NotFound)
}

pub async fn paper(State(app): State<Shared>, reader: Reader) -> Result<Response, PageError> {
    let client = reader.opened.case.opening.client_name.as_str();
    let (account, lang) = (account(&reader)?, Lang { isolates: false, ..reader.lang });
    printed(&app, lang, (&reader.firm, client), (account.on, &account_text(account, lang))).await
}

pub async fn file(reader: Reader, format: Format) -> Result<Response, PageError> {
    let statement = account(&reader)?.statement.as_ref().ok_or(PageError::NotFound)?;
    export::answer(&format!("statement-{}", statement.on), table(reader.lang, statement), format, reader.lang).await
}
