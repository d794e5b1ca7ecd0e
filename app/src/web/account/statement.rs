//! The statement of account on the page: every document and payment with what was owed after it.

use super::for_client::{closing, earlier, sheet};
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use domain::money::Money;
use domain::picture::Age;
use domain::separation::settlement::{ClientStatement, Part, Statement};
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
pub const ENTRIES: usize = 24;

/// Returns the statement, the newest entry first.
pub fn parts(pen: &Pen, statement: &Statement) -> Vec<PartView> {
    let own = statement.for_client();
    statement.parts.iter().enumerate().map(|(at, part)| view(pen, statement, &own, (at, part))).collect()
}

fn view(pen: &Pen, statement: &Statement, own: &ClientStatement, (at, part): (usize, &Part)) -> PartView {
    let money = |minor| Money { minor, currency: part.currency };
    let ages = Age::ALL.iter().zip(part.ageing).filter(|(_, sum)| *sum > 0).map(|(age, sum)| {
        let name = pen.lang.text(&format!("statement-age-{}", age.word()));
        let args = [("age", FluentValue::from(name)), ("sum", FluentValue::from(pen.lang.money(money(sum))))];
        pen.say("statement-of-age", args)
    });
    let ages = Markup::join(ages, &pen.lang.text("list-semicolon"));
    let closing = closing(pen, own, &own.parts[at]);
    let link = |at: usize| {
        let entry = &part.entries[at];
        pen.link(&href::record(&statement.client, &entry.record.kind, &entry.record.id), &pen.id(&entry.reference))
    };
    PartView {
        says: if ages.is_empty() { closing } else { Markup::join([closing, ages], " ") },
        sheet: sheet(pen, &own.parts[at], link),
        earlier: earlier(pen, &own.parts[at]),
    }
}
