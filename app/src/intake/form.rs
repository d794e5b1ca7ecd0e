//! A plan made ready for a million rows: for each kind, which field goes into which cell, and how it is read.

use super::plan::{Plan, PlanColumn};
use super::target::{self, CLIENT, CLIENT_NAME, Target};
use super::value::date::DateOrder;
use super::value::number::Mark;
use super::words::calendar::Unit;
use domain::money::Currency;
use domain::record::{Column, Kind, Type, referred};

/// How the rows of one kind are read.
pub struct Form {
    pub kind: &'static Kind,
    pub role: Role,
    pub client: Option<Source>,
    pub client_name: Option<Source>,
    /// The file's own id of a record.
    pub id: Option<Source>,
    /// In the order of `kind.columns`.
    pub cells: Vec<CellForm>,
    /// Whether the kind has amounts or a currency.
    pub has_money: bool,
    /// Where the columns stand that a role works on.
    pub at: At,
    /// The columns that only files have.
    slots: Vec<(&'static str, Source)>,
}

/// The places of columns that roles work on; those that a kind does not have are never asked for.
#[derive(Clone, Copy, Debug)]
pub struct At {
    pub amount: usize,
    pub tax: usize,
    pub currency: usize,
    pub kind: usize,
    pub issued_on: usize,
    pub due_on: usize,
    pub paid_on: usize,
    pub known_on: usize,
    pub on_day: usize,
    pub minutes: usize,
    pub person: usize,
    pub score: usize,
    pub scale: usize,
    pub name: usize,
    pub terms_days: usize,
    /// The day on which it happened.
    pub happened: usize,
}

impl At {
    fn of(kind: &Kind) -> At {
        let at = |column: &str| kind.position(column).unwrap_or(usize::MAX);
        At {
            amount: at("amount"),
            tax: at("tax"),
            currency: at("currency"),
            kind: at("kind"),
            issued_on: at("issued_on"),
            due_on: at("due_on"),
            paid_on: at("paid_on"),
            known_on: at("known_on"),
            on_day: at("on_day"),
            minutes: at("minutes"),
            person: at("person"),
            score: at("score"),
            scale: at("scale"),
            name: at("name"),
            terms_days: at("terms_days"),
            happened: at(kind.happened),
        }
    }
}

/// What is special about a kind beyond its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Client,
    Invoice,
    Payment,
    /// A payment that comes with its invoice's row.
    PaymentOfInvoice,
    Time,
    Deliverable,
    Feedback,
    Pulse,
    Plain,
}

/// A field of the file, and how its column is written.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub place: usize,
    pub mark: Option<Mark>,
    pub dates: Option<DateOrder>,
    pub unit: Unit,
    pub currency: Option<Currency>,
}

/// One cell of a row.
pub struct CellForm {
    pub column: &'static Column,
    pub reading: Reading,
    pub source: Option<Source>,
    /// The day may lie ahead without a word: it was planned, not done.
    pub planned: bool,
    /// The text is personal and stays only if the owner asked for it.
    pub personal: bool,
    /// The text is another record's id: its digits are levelled, as those of all ids are.
    pub refers: bool,
}

/// How a cell's text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Text,
    Day,
    Moment,
    Amount,
    /// A price of an hour: more decimals than the currency has are rounded, where an amount would be refused.
    Rate,
    Integer,
    Terms,
    Decimal,
    Flag,
    Currency,
    Choice(&'static [&'static str]),
    /// Not read but worked out from other cells.
    Computed,
}

/// Days of a plan or an agreement, which lie ahead as often as not.
const PLANNED: [&str; 6] = ["due_on", "promised_on", "starts_on", "ends_on", "period_end", "started_on"];

impl Form {
    /// Makes the forms of a plan's kinds.
    pub fn all(plan: &Plan) -> Vec<Form> {
        plan.kinds.iter().map(|kind| Form::of(plan, kind)).collect()
    }

    fn of(plan: &Plan, kind: &'static Kind) -> Form {
        let leading = plan.kinds[0];
        let with_invoice = kind.table == "payments" && leading.table == "invoices" && plan.rules.is_empty();
        let own = |column: &str| source(plan, kind, column);
        // A payment in an invoice's row has that row's client, number and currency.
        let shared =
            |column: &str| own(column).or_else(|| if with_invoice { source(plan, leading, column) } else { None });
        let cell = |column: &'static Column| {
            let source = if with_invoice && column.name != "amount" { shared(column.name) } else { own(column.name) };
            let personal = matches!(kind.table, "messages" | "feedback") && column.name == "text";
            CellForm {
                column,
                reading: reading(kind, column),
                source,
                planned: PLANNED.contains(&column.name),
                personal,
                refers: referred(column.name).is_some(),
            }
        };
        let stored = |name: &str| kind.position(name).is_some() || name == CLIENT || name == CLIENT_NAME;
        let slots = target::columns(kind).filter(|name| !stored(name)).filter_map(|name| Some((name, own(name)?)));
        Form {
            kind,
            role: role(kind, with_invoice),
            client: shared(CLIENT),
            client_name: shared(CLIENT_NAME),
            id: Target::naming(kind).and_then(|target| own(target.column)),
            cells: kind.columns.iter().map(cell).collect(),
            has_money: kind.columns.iter().any(|column| matches!(column.r#type, Type::Amount | Type::Currency)),
            at: At::of(kind),
            slots: slots.collect(),
        }
    }

    /// Returns the field of a column that only files have.
    pub fn slot(&self, name: &str) -> Option<&Source> {
        self.slots.iter().find(|(slot, _)| *slot == name).map(|(_, source)| source)
    }
}

fn source(plan: &Plan, kind: &Kind, column: &str) -> Option<Source> {
    let place = *plan.places(kind, column).first()?;
    let PlanColumn { mark, dates, unit, currency, .. } = plan.columns[place];
    Some(Source { place, mark, dates, unit, currency })
}

fn role(kind: &Kind, with_invoice: bool) -> Role {
    match kind.table {
        "clients" => Role::Client,
        "invoices" => Role::Invoice,
        "payments" if with_invoice => Role::PaymentOfInvoice,
        "payments" => Role::Payment,
        "time" => Role::Time,
        "deliverables" => Role::Deliverable,
        "feedback" => Role::Feedback,
        "pulse" => Role::Pulse,
        _ => Role::Plain,
    }
}

fn reading(kind: &Kind, column: &'static Column) -> Reading {
    match (column.r#type, column.name) {
        (_, "known_on") => Reading::Computed,
        (_, "minutes") if kind.table == "time" => Reading::Computed,
        (Type::Text, _) => Reading::Text,
        (Type::Day, _) => Reading::Day,
        (Type::Moment, _) => Reading::Moment,
        (Type::Amount, name) if name.ends_with("_rate") => Reading::Rate,
        (Type::Amount, _) => Reading::Amount,
        (Type::Integer, "terms_days") => Reading::Terms,
        (Type::Integer, _) => Reading::Integer,
        (Type::Decimal, _) => Reading::Decimal,
        (Type::Flag, _) => Reading::Flag,
        (Type::Currency, _) => Reading::Currency,
        (Type::Choice(words), _) => Reading::Choice(words),
    }
}
