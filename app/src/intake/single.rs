//! One record that a person states in a form, read as the row of a file would be: the same values, faults and ids.

use super::accept::Origin;
use super::draft::{COLUMNS_MAX, Draft, Fault, Reader};
use super::finish::{self, Around};
use super::form::Form;
use super::identity::Identities;
use super::money::Fallback;
use super::plan::{Plan, PlanColumn};
use super::problem::ProblemCode;
use super::source::{Encoding, Format, Record};
use super::target::Target;
use super::value::amount;
use super::value::number::{Evidence, Mark};
use super::words::calendar::Unit;
use domain::record::{Cell, Kind};

/// What a person states.
pub struct Stated<'s> {
    pub kind: &'static Kind,
    /// The client's key.
    pub client: &'s str,
    /// The record's own id; empty where one is made of what it says.
    pub id: &'s str,
    /// The text of each column, empty where nothing is said.
    pub values: &'s [(&'static str, String)],
    /// The client's payment terms, from which an invoice without a due day gets one.
    pub terms_days: Option<i64>,
}

/// Reads what is stated and hands over its id and cells, or says of each column what is wrong with it.
pub fn read<R>(stated: &Stated, take: impl FnOnce(&str, &[Cell]) -> R) -> Result<R, Vec<(&'static str, ProblemCode)>> {
    let faults = faults(stated);
    if !faults.is_empty() {
        return Err(faults);
    }
    let table = Table::of(stated.kind, stated.values);
    let draft = table.draft(stated).map_err(|fault| vec![(fault.column, fault.code)])?;
    let mut cells = [Cell::Null; COLUMNS_MAX];
    let count = table.form.cells.len();
    for (place, cell) in cells[..count].iter_mut().enumerate() {
        *cell = draft.cell(place, &table.text);
    }
    let mut identities = Identities::default();
    let origin = Origin { client: stated.client, own: stated.id, text: &table.text, line: 0 };
    let name = identities.name(&table.form, &draft, &origin);
    Ok(take(name.id, &cells[..count]))
}

/// Looks at each column by itself, so that a person sees everything that is wrong at once.
fn faults(stated: &Stated) -> Vec<(&'static str, ProblemCode)> {
    let mut faults = Vec::new();
    for (name, text) in stated.values {
        let position = stated.kind.position(name);
        let required = position.is_some_and(|position| stated.kind.columns[position].required);
        let worked_out = *name == "known_on" || (*name == "due_on" && stated.terms_days.is_some());
        if text.is_empty() && required && !worked_out {
            faults.push((*name, ProblemCode::RequiredMissing));
        } else if !text.is_empty() {
            let table = Table::of(stated.kind, &[(*name, text.clone())]);
            faults.extend(table.read().err().map(|fault| (*name, fault.code)));
        }
    }
    faults
}

/// A table of one row.
struct Table {
    form: Form,
    text: String,
    fields: Vec<(u32, u32)>,
}

impl Table {
    fn of(kind: &'static Kind, values: &[(&'static str, String)]) -> Table {
        let columns = values.iter().map(|(name, text)| column(kind, name, text)).collect();
        let mut fields = Vec::new();
        let mut all = String::new();
        for (_, text) in values {
            let from = all.len() as u32;
            all += text;
            fields.push((from, all.len() as u32));
        }
        let form = Form::all(&plan(kind, columns)).swap_remove(0);
        Table { form, text: all, fields }
    }

    fn record(&self) -> Record<'_> {
        Record {
            line: 0,
            terminated: true,
            text: &self.text,
            fields: &self.fields,
            marks: &[],
            has_nul: self.text.contains('\0'),
        }
    }

    fn read(&self) -> Result<Draft, Fault> {
        let mut draft = Draft::default();
        let reader = Reader { zone: None, keep_text: true, serials: false };
        draft.read(&self.form, &self.record(), reader)?;
        Ok(draft)
    }

    fn draft(&self, stated: &Stated) -> Result<Draft, Fault> {
        let mut draft = self.read()?;
        let around = Around {
            client_terms: stated.terms_days,
            said_terms: None,
            said_tax: None,
            fallback: Fallback::default(),
            lines: None,
            scale: None,
            serials: false,
            other_day: None,
        };
        finish::finish(&self.form, &mut draft, &self.record(), around)?;
        Ok(draft)
    }
}

/// A person's number has a point, unless only a comma makes sense; a bare duration counts minutes.
fn column(kind: &'static Kind, name: &'static str, text: &str) -> PlanColumn {
    let mark = match amount::mark_evidence(text) {
        Evidence::Settles(mark) => mark,
        Evidence::None | Evidence::Open(_) => Mark::Point,
    };
    let target = Target::of(kind, name);
    PlanColumn { target, mark: Some(mark), unit: Unit::Minute, ..PlanColumn::new(name) }
}

fn plan(kind: &'static Kind, columns: Vec<PlanColumn>) -> Plan {
    Plan {
        name: String::new(),
        sha256: [0; 32],
        bytes: 0,
        format: Format::Csv { delimiter: b',', encoding: Encoding::Utf8, returns_only: false },
        header_line: 0,
        profile: None,
        kinds: vec![kind],
        columns,
        also: vec![],
        dates: None,
        lines: None,
        rules: vec![],
        scale: None,
        currency: None,
        terms_days: None,
        tax: None,
        corrections: Vec::new(),
        rows_estimate: 1,
        inferences: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::kind_named;

    /// Reads `column=value` pairs, apart by `; `, and returns the id and the cells that say something, or the faults.
    fn told(table: &str, id: &str, values: &str) -> String {
        let kind = kind_named(table).expect("a kind");
        let pairs = values.split("; ").filter_map(|pair| pair.split_once('='));
        let named = |name: &str| kind.columns[kind.position(name).expect("a column")].name;
        let given: Vec<(&'static str, String)> = pairs.map(|(name, text)| (named(name), text.to_owned())).collect();
        let text =
            |name| given.iter().find(|(given, _)| *given == name).map_or(String::new(), |(_, text)| text.clone());
        let values: Vec<(&'static str, String)> = kind.columns.iter().map(|c| (c.name, text(c.name))).collect();
        let stated = Stated { kind, client: "C", id, values: &values, terms_days: Some(30) };
        let read = read(&stated, |id, cells| {
            let says = kind.columns.iter().zip(cells).filter(|(_, cell)| **cell != Cell::Null);
            let says = says.map(|(column, cell)| match cell {
                Cell::Text(text) => format!("{}={text}", column.name),
                Cell::Integer(number) => format!("{}={number}", column.name),
                Cell::Decimal(number) => format!("{}={number}", column.name),
                Cell::Null => String::new(),
            });
            format!("{id}: {}", says.collect::<Vec<_>>().join("; "))
        });
        let fault = |(column, code): (&str, ProblemCode)| format!("{column} {}", code.word());
        read.unwrap_or_else(|faults| faults.into_iter().map(fault).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn a_stated_record_is_read_like_a_row() {
        let check = |table, id, values, expected: &str| assert_eq!(told(table, id, values), expected, "{values}");
        check(
            "invoices",
            "I-1",
            "issued_on=٢٠٢٦-٠١-٠٥; amount=١٬٢٥٠٫٥٠; currency=SAR",
            "I-1: issued_on=2026-01-05; due_on=2026-02-04; amount=125050; currency=SAR; known_on=2026-02-04",
        );
        check(
            "payments",
            "",
            "invoice=I-1; paid_on=2026-02-01; amount=1.250; currency=KWD",
            "I-1/2026-02-01: invoice=I-1; paid_on=2026-02-01; amount=1250; currency=KWD",
        );
        check(
            "time",
            "T-1",
            "on_day=2026-02-01; minutes=1:30; currency=SAR; billable=yes",
            "T-1: on_day=2026-02-01; minutes=90; billable=1; currency=SAR",
        );
        check("time", "T-1", "on_day=2026-02-01; minutes=90", "T-1: on_day=2026-02-01; minutes=90; currency=XXX");
        check(
            "incidents",
            "X",
            "at=2026-02-01 17:40; kind=doubt",
            &told("incidents", "X", "at=2026-02-01T17:40; kind=doubt"),
        );
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let check = |table, values, expected: &str| assert_eq!(told(table, "I", values), expected, "{values}");
        check("invoices", "issued_on=3/4/2026; amount=much", "issued_on date_order_unclear, amount amount_invalid");
        check(
            "invoices",
            "due_on=31/02/2026",
            "issued_on required_missing, due_on date_invalid, amount required_missing",
        );
        check("invoices", "issued_on=2026-03-01; due_on=2026-02-01; amount=5", "due_on due_before_issued");
        check("invoices", "issued_on=2026-03-01; amount=5.123; currency=SAR", "amount amount_invalid");
        check("payments", "invoice=I; paid_on=2026-03-01; amount=$5; currency=SAR", "amount currency_conflict");
        check("time", "on_day=2026-02-01; minutes=25:00", "minutes hours_invalid");
    }

    #[test]
    fn the_same_facts_have_the_same_id() {
        let id = |values| told("feedback", "", values).split(':').next().map(str::to_owned);
        assert_eq!(id("on_day=2026-02-01; score=4"), id("on_day=1 Feb 2026; score=٤"));
        assert_ne!(id("on_day=2026-02-01; score=4"), id("on_day=2026-02-01; score=5"));
    }
}
