//! Who a record's client is, and what is told when that was not plain.

use super::clients::{Clients, Found};
use super::draft::{Draft, Fault, Value, checked};
use super::form::{Form, Role, Source};
use super::problem::{Note, NoteCode, ProblemCode};
use super::read::Log;
use super::source::Record;
use domain::record::Cell;
use std::collections::HashMap;

/// A record's client.
#[derive(Clone, Copy, Debug)]
pub struct Who<'b> {
    pub spelling: &'b str,
    name: &'b str,
    /// Where the client stands, if it is known already.
    pub place: Option<usize>,
    /// Whether the spelling is the very key.
    pub exact: bool,
    matched: bool,
}

/// Finds clients for the rows of one file.
#[derive(Default)]
pub struct Finder {
    /// Spellings that were taken for a known client, so that each is looked for and told of once.
    aliases: HashMap<String, usize>,
}

impl Finder {
    /// Finds the record's client; a client list names its clients itself.
    pub fn find<'b>(&self, form: &Form, record: &Record<'b>, clients: &mut Clients) -> Result<Who<'b>, Fault> {
        let is_list = form.role == Role::Client;
        let name_source = if is_list { form.cells[form.at.name].source } else { form.client_name };
        let text = |source: Option<Source>, column| source.map_or(Ok(""), |source| checked(record, &source, column));
        let (key, name) = (text(form.client, "client")?, text(name_source, "name")?);
        let spelling = if key.is_empty() { name } else { key };
        if spelling.is_empty() {
            let place = form.client.or(name_source).map(|source| source.place);
            return Err(Fault { code: ProblemCode::RequiredMissing, place, column: "client" });
        }
        let who = |place, exact, matched| Who { spelling, name, place, exact, matched };
        let alias = if self.aliases.is_empty() { None } else { self.aliases.get(spelling) };
        let found = match alias {
            _ if is_list => who(clients.find_key(spelling), true, false),
            Some(place) => who(Some(*place), false, false),
            None => match clients.find(spelling, if key.is_empty() { "" } else { name }) {
                Found::Key(place) => who(Some(place), true, false),
                Found::Matched(place) => who(Some(place), false, true),
                Found::None => who(None, true, false),
            },
        };
        // Neither the place nor the value is told: the report stays, and would name whom it must not.
        let returns = found.place.is_none() && clients.returns(spelling, name);
        if returns { Err(Fault { code: ProblemCode::ErasedClient, place: None, column: "client" }) } else { Ok(found) }
    }

    /// Returns the client's place, and creates who is not known.
    pub fn settle(&mut self, form: &Form, who: Who, line: u32, clients: &mut Clients, log: &mut Log) -> usize {
        match who.place {
            Some(place) => {
                if who.matched {
                    let shown = format!("{} → {}", who.spelling, clients.get(place).key);
                    log.note(Note::new(Some(line), NoteCode::ClientMatched, &shown));
                    self.aliases.insert(who.spelling.to_owned(), place);
                }
                place
            }
            None if form.role == Role::Client => clients.learn(who.spelling, who.spelling, None, None),
            None => clients.create(who.spelling, if who.name.is_empty() { who.spelling } else { who.name }, line),
        }
    }
}

/// Takes what a client list's row says, so that files read after it know the client.
pub fn learn(form: &Form, draft: &Draft, who: Who, text: &str, clients: &mut Clients) {
    let name = match draft.cell(form.at.name, text) {
        Cell::Text(name) => name,
        _ => who.spelling,
    };
    let terms_days = match draft.values[form.at.terms_days] {
        Value::Integer(days) => Some(days),
        _ => None,
    };
    clients.learn(who.spelling, name, draft.currency.filter(|currency| currency.is_known()), terms_days);
}
