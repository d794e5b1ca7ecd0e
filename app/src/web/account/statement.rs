//! The statement of account on the page: every document and payment with what was owed after it.

use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::money::Money;
use domain::picture::Age;
use domain::separation::settlement::{Entry, Part, Statement};
use fluent_bundle::FluentValue;

/// One currency of a statement.
pub struct PartView {
    /// What is owed in the end, and of what age it is.
    pub says: Markup,
    pub sheet: Sheet,
    /// How many earlier entries are left to the file.
    pub earlier: Option<Markup>,
}

/// So many entries stand on the page, the newest.
const ENTRIES: usize = 24;

/// Returns the statement, the newest entry first.
pub fn parts(pen: &Pen, statement: &Statement) -> Vec<PartView> {
    statement.parts.iter().map(|part| view(pen, statement, part)).collect()
}

fn view(pen: &Pen, statement: &Statement, part: &Part) -> PartView {
    let money = |minor| Money { minor, currency: part.currency };
    let key = if part.closing < 0 { "statement-credit" } else { "statement-closing" };
    let closing = [
        ("sum", FluentValue::from(pen.lang.money(money(part.closing.saturating_abs())))),
        ("day", FluentValue::from(pen.lang.day(statement.on))),
    ];
    let ages = Age::ALL.iter().zip(part.ageing).filter(|(_, sum)| *sum > 0).map(|(age, sum)| {
        let name = pen.lang.text(&format!("statement-age-{}", age.word()));
        let args = [("age", FluentValue::from(name)), ("sum", FluentValue::from(pen.lang.money(money(sum))))];
        pen.say("statement-of-age", args)
    });
    let ages = Markup::join(ages, &pen.lang.text("list-semicolon"));
    let closing = Markup::strong(&pen.lang.say(key, closing));
    let says = if ages.is_empty() { closing } else { Markup::join([closing, ages], " ") };
    let shown = part.entries.iter().rev().take(ENTRIES);
    let head = |name: &str| pen.t(&format!("statement-head-{name}"));
    let earlier = part.entries.len().saturating_sub(ENTRIES);
    PartView {
        says,
        sheet: Sheet {
            caption: pen.t("account-statement"),
            heads: vec![
                Head::words(head("what")),
                Head::words(head("on")),
                Head::numbers(head("charge")),
                Head::numbers(head("credit")),
                Head::numbers(head("balance")),
            ],
            rows: shown.map(|entry| row(pen, &statement.client, entry, money)).collect(),
            is_cards: true,
        },
        earlier: (earlier > 0).then(|| pen.about("statement-earlier", earlier as u64)),
    }
}

fn row(pen: &Pen, client: &str, entry: &Entry, money: impl Fn(i64) -> Money) -> Vec<Markup> {
    let sum = |minor: i64| if minor == 0 { Markup::default() } else { pen.money(money(minor)) };
    let name = pen.t(&format!("entry-kind-{}", entry.kind.word()));
    let id = pen.link(&href::record(client, &entry.record.kind, &entry.record.id), &pen.id(&entry.reference));
    let disputed = entry.is_disputed.then(|| pen.t("statement-disputed"));
    let what = Markup::join([name, id].into_iter().chain(disputed), " ");
    vec![what, pen.day(entry.on), sum(entry.charge), sum(entry.credit), pen.money(money(entry.balance))]
}
