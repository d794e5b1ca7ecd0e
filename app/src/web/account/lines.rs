//! The lines of an account, by whose they are, each with its records.

use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::case::CitedRow;
use domain::separation::settlement::{FinalAccount, Line, LineKind, Side};
use fluent_bundle::FluentValue;

/// One side of an account.
pub struct SideView {
    pub id: &'static str,
    pub title: Markup,
    pub note: Markup,
    pub sheet: Sheet,
    pub sums: Markup,
}

/// So many records of a line are named; of more, their list is.
const NAMED: usize = 4;

/// Returns the sides that have lines. What was worked is shown only to those who see hours of others.
pub fn sides(pen: &Pen, client: &str, account: &FinalAccount, sees_work: bool) -> Vec<SideView> {
    let own = |side: Side| -> Vec<&Line> {
        let lines = account.lines.iter().filter(|line| line.side == side);
        lines.filter(|line| sees_work || !line.side.is_unbilled()).collect()
    };
    let sides = Side::ALL.iter().map(|side| (*side, own(*side))).filter(|(_, lines)| !lines.is_empty());
    sides.map(|(side, lines)| view(pen, client, account, side, &lines)).collect()
}

fn view(pen: &Pen, client: &str, account: &FinalAccount, side: Side, lines: &[&Line]) -> SideView {
    let title = pen.t(&format!("side-{}", side.word()));
    let row = |line: &&Line| {
        let due = line.due_on.map(|day| pen.day(day)).unwrap_or_default();
        let amount = line.amount.map_or_else(|| pen.t("account-unpriced"), |amount| pen.money(amount));
        vec![what(pen, line), records(pen, client, &line.records), due, amount]
    };
    let head = |name: &str| pen.t(&format!("account-head-{name}"));
    let sums = account.balances.iter().map(|own| own.of(side)).filter(|sum| sum.minor != 0);
    SideView {
        id: side.word(),
        note: pen.t(&format!("side-note-{}", side.word())),
        sums: Markup::join(sums.map(|sum| pen.money(sum)), &pen.lang.text("list-comma")),
        sheet: Sheet {
            caption: title.clone(),
            heads: vec![
                Head::words(head("what")),
                Head::words(head("records")),
                Head::words(head("due")),
                Head::numbers(head("amount")),
            ],
            rows: lines.iter().map(row).collect(),
            is_cards: true,
        },
        title,
    }
}

fn what(pen: &Pen, line: &Line) -> Markup {
    let name = pen.t(&format!("line-{}", line.kind.word()));
    match line.minutes.filter(|_| line.kind == LineKind::Work) {
        Some(minutes) => {
            let hours = (minutes as f64 / 6.0).round() / 10.0;
            let args = [("n", FluentValue::from(hours)), ("hours", FluentValue::from(pen.lang.number(hours, 1)))];
            Markup::join([name, pen.say("account-hours", args)], " ")
        }
        None => name,
    }
}

/// Returns links to records; where there are many of one kind, to their list.
pub fn records(pen: &Pen, client: &str, rows: &[CitedRow]) -> Markup {
    match rows {
        [] => Markup::default(),
        [first, ..] if rows.len() > NAMED || first.kind == "costs" => {
            pen.link(&href::kind(client, &first.kind), &pen.about("all-rows", rows.len() as u64))
        }
        _ => {
            let link = |row: &CitedRow| {
                let name = if row.kind == "payments" { pen.t("account-payment") } else { pen.id(&row.id) };
                pen.link(&href::record(client, &row.kind, &row.id), &name)
            };
            Markup::join(rows.iter().map(link), &pen.lang.text("list-comma"))
        }
    }
}
