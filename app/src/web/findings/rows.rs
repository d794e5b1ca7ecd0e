//! The rows a finding rests on: one table a kind, the most telling rows first, each with its file and line.

use crate::store::assessments::Stored;
use crate::store::history;
use crate::store::records::{self, Record, Whose};
use crate::store::sources::{self, SourceFile};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::records::{Reader, kind_name, sheet, source};
use crate::web::{PageError, Shared, Visitor, href};
use domain::days::Day;
use domain::firm::Firm;
use domain::money::Money;
use domain::record::{History, Kind, kind_named};
use domain::sign::{Bill, Ledger};
use fluent_bundle::FluentValue;
use std::collections::HashMap;

/// Rows of one kind: those seen at once, and the others.
pub struct Rows {
    pub title: Markup,
    /// From which files they come.
    pub from: Markup,
    pub first: Sheet,
    pub others: Option<(Markup, Sheet)>,
    /// What is not shown here, and where it is.
    pub note: Markup,
}

/// So many rows are seen at once.
const FIRST: usize = 8;

/// Returns the rows of a finding, as known on the day of its assessment.
pub async fn of(
    app: &Shared,
    visitor: &Visitor,
    pen: &Pen<'_>,
    whose: &Whose,
    finding: &Stored,
    on: Day,
) -> Result<Vec<Rows>, PageError> {
    let mut kinds: Vec<&'static Kind> = vec![];
    for kind in finding.facts.iter().filter_map(|fact| kind_named(&fact.kind)) {
        if !kinds.iter().any(|known| known.table == kind.table) {
            kinds.push(kind);
        }
    }
    let joined = if kinds.iter().any(|kind| kind.table == "invoices") {
        history::of_client(&app.db, whose.client()).await?.map(|history| Joined::of(history, &visitor.firm, on))
    } else {
        None
    };
    let mut all = vec![];
    for kind in kinds {
        let ids: Vec<&str> =
            finding.facts.iter().filter(|fact| fact.kind == kind.table).map(|fact| fact.id.as_str()).collect();
        let mut found = records::some(&app.db, whose, kind, &ids).await?;
        found.sort_by_key(|record| ids.iter().position(|id| *id == record.id));
        let files = sources::of_ids(&app.db, found.iter().map(|record| record.source.id)).await?;
        let reader = Reader { pen, viewer: &visitor.viewer };
        let table = |records: &[Record]| match &joined {
            Some(joined) if kind.table == "invoices" => joined.sheet(&reader, records, &files),
            _ => plain(&reader, kind, records, &files),
        };
        let (first, others) = found.split_at(found.len().min(FIRST));
        let others = (!others.is_empty()).then(|| (pen.about("rows-others", others.len() as u64), table(others)));
        all.push(Rows {
            title: Markup::text(&kind_name(visitor.lang, kind)),
            from: from(pen, &files),
            first: table(first),
            others,
            note: note(pen, whose, kind, finding, [found.len(), ids.len()]),
        });
    }
    Ok(all)
}

fn plain(reader: &Reader, kind: &'static Kind, records: &[Record], files: &HashMap<u32, SourceFile>) -> Sheet {
    let source = |record: &Record| source(reader.pen, record, files.get(&record.source.id));
    sheet(reader, kind, records, (&kind_name(reader.pen.lang, kind), ""), &source)
}

/// Names the file that the rows come from, if it is one.
fn from(pen: &Pen, files: &HashMap<u32, SourceFile>) -> Markup {
    let mut named: Vec<&SourceFile> = files.values().filter(|file| !file.name.is_empty()).collect();
    named.sort_by_key(|file| file.id);
    match named.as_slice() {
        [] => Markup::default(),
        [file] => {
            let (name, on) = (pen.id(&file.name), pen.stamp(&file.imported_at));
            Markup::made(format!("{} {name} · {on}", pen.t("rows-from")))
        }
        files => pen.about("rows-from-files", files.len() as u64),
    }
}

/// Says what is counted and not shown: rows past the fifty kept, and the hours of others.
fn note(pen: &Pen, whose: &Whose, kind: &Kind, finding: &Stored, [shown, kept]: [usize; 2]) -> Markup {
    let all = pen.link(&href::kind(whose.client(), kind.table), &pen.t("rows-list"));
    if kind.table == "time" && whose.sees_only_own_hours() && shown < kept {
        Markup::made(format!("{} {all}", pen.t("rows-own-hours")))
    } else if finding.facts_total as usize > finding.facts.len() {
        let total = [
            ("n", FluentValue::from(f64::from(finding.facts_total))),
            ("kept", FluentValue::from(finding.facts.len() as f64)),
        ];
        Markup::made(format!("{} {all}", pen.say("rows-kept", total)))
    } else {
        Markup::default()
    }
}

/// Invoices joined with their payments.
struct Joined {
    history: History,
    ledger: Ledger,
}

impl Joined {
    fn of(mut history: History, firm: &Firm, on: Day) -> Joined {
        history.keep_known_on(on);
        let ledger = Ledger::of(&history, firm, on);
        Joined { history, ledger }
    }

    fn sheet(&self, reader: &Reader, records: &[Record], files: &HashMap<u32, SourceFile>) -> Sheet {
        let pen = reader.pen;
        let row = |record: &Record| {
            let bill = self.ledger.named(&self.history, &record.id);
            let link = pen.link(&href::record(&record.client, "invoices", &record.id), &pen.id(&record.id));
            let open = bill.is_some_and(|bill| bill.settled_on.is_none());
            let tag =
                if open { format!(" <span class=\"tag\">{}</span>", pen.t("invoice-open")) } else { String::new() };
            vec![
                Markup::made(format!("{link}{tag}")),
                bill.map(|bill| self.amount(pen, bill)).unwrap_or_default(),
                bill.map(|bill| pen.day(bill.due_on)).unwrap_or_default(),
                bill.map(|bill| bill.settled_on.map_or_else(|| pen.t("invoice-unpaid"), |day| pen.day(day)))
                    .unwrap_or_default(),
                bill.map(|bill| pen.number(f64::from(bill.days_late()), 0)).unwrap_or_default(),
                source(pen, record, files.get(&record.source.id)),
            ]
        };
        let heads = [
            ("head-invoice", false),
            ("head-amount", true),
            ("head-due", false),
            ("head-paid", false),
            ("head-days-late", true),
            ("record-source", false),
        ];
        let head = |(key, is_number): (&str, bool)| Head { text: pen.t(key), is_number };
        Sheet {
            caption: pen.t("head-invoice"),
            heads: heads.map(head).into(),
            rows: records.iter().map(row).collect(),
            is_cards: true,
        }
    }

    fn amount(&self, pen: &Pen, bill: &Bill) -> Markup {
        pen.money(Money { minor: bill.amount, currency: self.history.invoices[bill.invoice].currency })
    }
}
