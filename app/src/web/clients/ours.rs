//! What is on us: it stands in the same ledger, with the same weight.

use super::Seen;
use crate::lang::sign::Part;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use domain::picture::{LateWork, Ours};
use domain::sign::Code;
use fluent_bundle::FluentValue;

/// So many ids are named; the others are counted.
const NAMED: usize = 4;

/// Returns notes on our own side, or that there is nothing to see of it.
pub fn says(seen: &Seen, pen: &Pen, ours: &Ours) -> Vec<Markup> {
    let mut notes = vec![];
    if let Some(quality) = seen.findings.iter().find(|finding| finding.code == Code::R0) {
        let say = pen.lang.sign(quality, Part::Say, seen.name(), pen.sees_money).unwrap_or_default();
        let link = pen.link(&href::finding(&seen.client, Code::R0), &Markup::even(&say));
        notes.push(Markup::made(format!("<strong>{link}</strong>")));
    }
    if !ours.late.is_empty() {
        notes.push(note(
            pen,
            "ours-late",
            ours.late.len(),
            links(seen, pen, "deliverables", &late_ids(&ours.late)),
            worst(&ours.late),
        ));
    }
    if !ours.sent_back.is_empty() {
        let ids: Vec<&str> = ours.sent_back.iter().map(String::as_str).collect();
        notes.push(note(pen, "ours-sent-back", ids.len(), links(seen, pen, "deliverables", &ids), 0));
    }
    if !ours.disputes_upheld.is_empty() {
        let ids: Vec<&str> = ours.disputes_upheld.iter().map(String::as_str).collect();
        notes.push(note(pen, "ours-disputes", ids.len(), links(seen, pen, "invoices", &ids), 0));
    }
    if !ours.upheld.is_empty() {
        notes.push(note(pen, "ours-upheld", ours.upheld.len(), Markup::default(), 0));
    }
    if notes.is_empty() {
        let key = if ours.deliverables == 0 { "ours-unseen" } else { "ours-clear" };
        notes.push(Markup::strong(&pen.lang.say(key, [("n", FluentValue::from(ours.deliverables as f64))])));
    }
    notes
}

fn note(pen: &Pen, key: &str, n: usize, ids: Markup, worst: i32) -> Markup {
    let args = [("n", FluentValue::from(n as f64)), ("worst", FluentValue::from(f64::from(worst)))];
    let said = Markup::strong(&pen.lang.say(key, args));
    if ids.is_empty() { said } else { Markup::made(format!("{said} {ids}")) }
}

fn late_ids(late: &[LateWork]) -> Vec<&str> {
    late.iter().map(|work| work.deliverable.as_str()).collect()
}

fn worst(late: &[LateWork]) -> i32 {
    late.iter().map(|work| work.days).max().unwrap_or(0)
}

/// Returns links to the first records, and how many more there are.
fn links(seen: &Seen, pen: &Pen, table: &str, ids: &[&str]) -> Markup {
    let named = ids.iter().take(NAMED).map(|id| pen.link(&href::record(&seen.client, table, id), &pen.id(id)));
    let more = (ids.len() > NAMED).then(|| pen.about("and-more", (ids.len() - NAMED) as u64));
    Markup::join(named.chain(more), " ")
}
