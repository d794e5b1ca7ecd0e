//! A new record: which kind, then its form.

use super::fields::{self, Field, Widget};
use super::offers::Offers;
use super::reading::{self, Read};
use super::{Shown, by, crumbs, kind_word, party};
use crate::flow::hand;
use crate::intake::clients::Known;
use crate::store::entries::Entry;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, holds, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::{Client, KINDS, Key, Kind, kind_named};
use fluent_bundle::FluentValue;

/// Which kind of record is to be entered.
#[derive(Template)]
#[template(path = "entries/choose.html")]
struct Choose {
    frame: Frame,
    party: String,
    note: String,
    /// Address and word of each kind.
    kinds: Vec<(String, String)>,
}

/// The form, of a new record or one that stands.
#[derive(Template)]
#[template(path = "entries/record.html")]
pub struct FormPage {
    pub frame: Frame,
    /// The name of the client it is about.
    pub party: Option<String>,
    pub action: String,
    pub cancel: String,
    pub id: Option<Field>,
    pub fields: Vec<Field>,
    pub lists: Vec<(&'static str, Vec<String>)>,
    /// Nothing for a new record.
    pub seen: Option<i64>,
    /// A sentence above the form: what is wrong, or what somebody else changed meanwhile.
    pub notice: Vec<String>,
    pub doubts: Vec<String>,
    /// What is said of work that is stopped.
    pub stopped: Vec<Markup>,
    /// A record that stands already under the same id.
    pub taken: Option<String>,
    /// Where a record that stands can be taken out.
    pub withdrawal: Option<String>,
}

impl FormPage {
    /// Returns the fields that are folded away.
    fn more(&self) -> Vec<&Field> {
        self.fields.iter().chain(&self.id).filter(|field| field.more).collect()
    }

    /// Tells whether something that is folded away is filled in.
    fn is_open(&self) -> bool {
        self.more().iter().any(|field| !field.value.is_empty() && field.name != "currency")
    }

    /// Counts the fields that are wrong.
    fn faults(&self) -> u64 {
        self.fields.iter().chain(&self.id).filter(|field| field.error.is_some()).count() as u64
    }
}

pub async fn choose(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    let party = match party(&app, &visitor, &client).await {
        Ok(party) => party,
        Err(refused) => return refused.led(|client| href::path(["clients", client, "new"])),
    };
    let title = visitor.lang.text("entry-choose-title");
    let kinds = KINDS.into_iter().filter(|kind| kind.table != "clients");
    let choose = Choose {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs(&visitor, Some(&party), &title)),
        note: href::path(["clients", &party.key, "note"]),
        kinds: kinds
            .map(|kind| (href::path(["clients", &party.key, kind.table, "new"]), kind_word(&visitor, kind)))
            .collect(),
        party: party.name,
    };
    Ok(page(&choose)?.into_response())
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, table)): Path<(String, String)>,
    Query(offered): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let kind = record_kind(&table)?;
    let party = match party(&app, &visitor, &client).await {
        Ok(party) => party,
        Err(refused) => return refused.led(|client| href::path(["clients", client, kind.table, "new"])),
    };
    let mut filled = Filled::with(offered.iter().map(|(name, value)| (name.as_str(), value.clone())));
    offer(&visitor, kind, Some(&party), &mut filled);
    let asked = Asked { kind, party: Some(party), filled, doubts: vec![], taken: None };
    asked.drawn(&app, &visitor, StatusCode::OK).await
}

pub async fn show_client(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    not_while_sharing(&visitor)?;
    let mut filled = Filled::default();
    offer(&visitor, &Client::KIND, None, &mut filled);
    let asked = Asked { kind: &Client::KIND, party: None, filled, doubts: vec![], taken: None };
    asked.drawn(&app, &visitor, StatusCode::OK).await
}

pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, table)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let kind = record_kind(&table)?;
    let party = match party(&app, &visitor, &client).await {
        Ok(party) => party,
        Err(refused) => return refused.led(|client| href::path(["clients", client, kind.table, "new"])),
    };
    saved(&app, &visitor, kind, Some(party), filled).await
}

pub async fn save_client(
    State(app): State<Shared>,
    visitor: Visitor,
    mut filled: Filled,
) -> Result<Response, PageError> {
    not_while_sharing(&visitor)?;
    if filled.value("client").is_empty() {
        let name = filled.value("name").to_owned();
        filled.set("client", &name);
    }
    saved(&app, &visitor, &Client::KIND, None, filled).await
}

/// The clients themselves are entered elsewhere.
fn record_kind(table: &str) -> Result<&'static Kind, PageError> {
    kind_named(table).filter(|kind| kind.table != "clients").ok_or(PageError::NotFound)
}

fn not_while_sharing(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}

/// Fills in what is most likely: today, the visitor, the currency of the client or the firm.
fn offer(visitor: &Visitor, kind: &Kind, party: Option<&Known>, filled: &mut Filled) {
    if !matches!(kind.happened, "" | "due_on" | "period_end" | "signed_on") {
        filled.offer(kind.happened, &visitor.today.to_string());
    }
    if matches!(kind.table, "time" | "messages") {
        filled.offer("person", &visitor.name);
    }
    let currency = party.and_then(|party| party.currency).or(visitor.firm.base_currency);
    if let Some(currency) = currency.filter(|_| super::has_currency(kind)) {
        filled.offer("currency", currency.code());
    }
}

async fn saved(
    app: &App,
    visitor: &Visitor,
    kind: &'static Kind,
    party: Option<Known>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let shown = Shown::to(app, visitor).await?;
    let read = reading::read(visitor, kind, shown, party.as_ref(), None, &mut filled);
    let client = party.as_ref().map_or_else(|| filled.value("client").to_owned(), |party| party.key.clone());
    let mut asked = Asked { kind, party, filled, doubts: vec![], taken: None };
    let Some(mut read) = read else {
        return asked.drawn(app, visitor, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    reading::meet_old_ids(&app.db, kind, &client, &mut read).await?;
    reading::check_invoice(&app.db, visitor, kind, &client, &mut read, "", &mut asked.filled).await?;
    reading::check_long_day(&app.db, visitor, kind, &mut read, ("", "")).await?;
    reading::check_holds(&app.db, visitor, kind, &client, &mut read).await?;
    let sure = asked.filled.holds("sure", "1");
    if !asked.filled.is_good() || (!read.doubts.is_empty() && !sure) {
        asked.doubts = read.doubts;
        return asked.drawn(app, visitor, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match enter(app, visitor, kind, &client, &read, sure).await? {
        Entered::As(id) if kind.table == "clients" => Ok(Redirect::to(&href::client(&id)).into_response()),
        Entered::As(_) if kind.table == "pulse" => Ok(Redirect::to(&href::client(&client)).into_response()),
        Entered::As(id) => Ok(Redirect::to(&href::record(&client, kind.table, &id)).into_response()),
        Entered::Stands => asked.stands(app, visitor, &client, &read.id).await,
    }
}

/// What came of entering.
enum Entered {
    As(String),
    /// A record stands under the same key.
    Stands,
}

async fn enter(
    app: &App,
    visitor: &Visitor,
    kind: &'static Kind,
    client: &str,
    read: &Read,
    sure: bool,
) -> Result<Entered, PageError> {
    let by = by(app, visitor, kind);
    let entry = Entry { kind, client, id: &read.id, cells: &read.cells, by: &by };
    let twins = match kind.key {
        Key::Digest | Key::Series(_) => true,
        Key::Maybe(_) => read.is_made,
        Key::Given(_) | Key::Columns(_) => false,
    };
    // Answers to the pulse are nobody's: two alike are two people.
    let asks = kind.table != "pulse" && !sure;
    if hand::add(&app.db, entry, visitor.today).await? {
        Ok(Entered::As(read.id.clone()))
    } else if twins && !asks {
        let id = hand::add_twin(&app.db, entry, visitor.today).await?;
        id.map(Entered::As).ok_or_else(|| PageError::Broken(format!("{} {}: too many alike", kind.table, read.id)))
    } else {
        Ok(Entered::Stands)
    }
}

/// A form on its way back to the visitor.
struct Asked {
    kind: &'static Kind,
    party: Option<Known>,
    filled: Filled,
    doubts: Vec<String>,
    taken: Option<String>,
}

impl Asked {
    /// Says that a record stands already: for ids of their own a fault, for others a question.
    async fn stands(mut self, app: &App, visitor: &Visitor, client: &str, id: &str) -> Result<Response, PageError> {
        let lang = &visitor.lang;
        let named = match self.kind.key {
            Key::Given(name) => Some(name),
            Key::Maybe(name) if !self.filled.value(name).is_empty() => Some(name),
            Key::Columns(columns) => columns.first().copied(),
            _ => None,
        };
        let word = kind_word(visitor, self.kind);
        match named {
            Some(name) => {
                let value = self.filled.value(name).to_owned();
                let args = [("value", FluentValue::from(value)), ("kind", FluentValue::from(word))];
                self.filled.refuse(name, lang.say("entry-fault-taken", args));
            }
            None => self.doubts.push(lang.say("entry-doubt-twin", [("kind", FluentValue::from(word))])),
        }
        self.taken = Some(match self.kind.table {
            "clients" => href::client(client),
            table => href::record(client, table, id),
        });
        self.drawn(app, visitor, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    async fn drawn(self, app: &App, visitor: &Visitor, status: StatusCode) -> Result<Response, PageError> {
        let Asked { kind, party, filled, doubts, taken } = self;
        let shown = Shown::to(app, visitor).await?;
        let offers = Offers::of(&app.db, &visitor.firm, party.as_ref(), kind).await?;
        let fields = fields::fields(visitor, kind, shown, &filled, &offers);
        let title = visitor.lang.text(&format!("new-{}", kind.table));
        let (action, cancel) = match &party {
            Some(party) => (href::path(["clients", &party.key, kind.table, "new"]), href::client(&party.key)),
            None => ("/clients/new".to_owned(), "/".to_owned()),
        };
        let client = party.as_ref().map(|party| party.key.as_str());
        let stopped = if doubts.is_empty() { holds::hint(&app.db, visitor, kind, client).await? } else { vec![] };
        let form = FormPage {
            frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs(visitor, party.as_ref(), &title)),
            party: party.map(|party| party.name),
            action,
            cancel,
            id: fields::id_field(visitor, kind, &filled),
            fields,
            lists: offers.lists,
            seen: None,
            notice: vec![],
            doubts,
            stopped,
            taken,
            withdrawal: None,
        };
        Ok((status, page(&form)?).into_response())
    }
}
