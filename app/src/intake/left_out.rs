//! An invoice that a file names and leaves out by its status: what stands of it asks for nothing any more.

use super::accept::own_id;
use super::clients::Clients;
use super::finish::state;
use super::form::Form;
use super::source::Record;
use super::who::Finder;
use super::words::values::State;
use domain::text::western_digits;

/// A draft or a cancelled invoice, as a file names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub client: String,
    pub id: String,
    pub line: u32,
}

impl LeftOut {
    /// Reads whose it is and its number; nothing of a quote, nor where nobody knows the client, so that nothing can stand.
    pub fn of(form: &Form, record: &Record, finder: &Finder, clients: &mut Clients) -> Option<LeftOut> {
        let who = finder.find(form, record, clients).ok().filter(|_| state(form, record) == State::LeftOut)?;
        let place = who.place?;
        let client = if who.exact { who.spelling } else { &clients.get(place).key };
        let own = own_id(form, record).ok()?;
        Some(LeftOut { client: client.to_owned(), id: western_digits(own).to_string(), line: record.line })
    }
}
