//! What happened: one file a kind. A kind's columns are declared once, here below it; the store's tables, the
//! recognition of headers, the hand-entry form and the guide are all read from that declaration.

mod client;
mod contract;
mod deliverable;
mod feedback;
mod goal;
mod history;
mod incident;
mod invoice;
mod kind;
mod limits;
mod message;
mod payment;
mod request;
mod time;
mod value;

pub use client::Client;
pub use contract::{Contract, NoticeUnit};
pub use deliverable::{Deliverable, LateCause};
pub use feedback::{Feedback, Pulse};
pub use goal::{Direction, Goal};
pub use history::{Add, History};
pub use incident::{Incident, IncidentKind, Report, ReportKind, Side};
pub use invoice::{DisputeCause, Invoice, InvoiceKind};
pub use kind::{Cell, Choice, Column, Field, Key, Kind, Minor, Moment, Source, Text, Type, referred};
pub use limits::{Breach, breaches};
pub use message::{Message, MessageDirection};
pub use payment::{Payment, Promise, Reminder, WITH_INVOICE, count_once};
pub use request::{Request, RequestKind};
pub use time::{Cost, CostKind, InScope, Time};
pub use value::{GoodValue, ValueKind};

/// Every kind that files may carry, in an order in which each can refer to the ones before it.
pub const KINDS: [&Kind; 16] = [
    &Client::KIND,
    &Contract::KIND,
    &Invoice::KIND,
    &Payment::KIND,
    &Promise::KIND,
    &Reminder::KIND,
    &Time::KIND,
    &Cost::KIND,
    &Deliverable::KIND,
    &Feedback::KIND,
    &Request::KIND,
    &Message::KIND,
    &Goal::KIND,
    &Incident::KIND,
    &Pulse::KIND,
    &GoodValue::KIND,
];

/// Returns the kind of a table's name.
pub fn kind_named(table: &str) -> Option<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.table == table)
}
