//! A record that stands, corrected: nobody overwrites what somebody else changed meanwhile without having seen it.

use super::fields::{self, said};
use super::new::FormPage;
use super::offers::Offers;
use super::{Shown, by, crumbs, kind_word, party, reading};
use crate::flow::hand;
use crate::intake::clients::Known;
use crate::store::cell::OwnedCell;
use crate::store::entries::{self, Corrected, Entry, Standing};
use crate::store::person_names;
use crate::store::viewer::Role;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::legal_holds::held_says;
use crate::web::markup::Markup;
use crate::web::records::column_name;
use crate::web::{PageError, Verb, Visitor, href, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::{Cell, Client, Kind, kind_named};
use domain::text::fold;
use fluent_bundle::FluentValue;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, table, id)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let kind = kind_named(&table).ok_or(PageError::NotFound)?;
    opened(&app, &visitor, kind, &client, href::decoded(&id)).await
}

pub async fn show_client(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    opened(&app, &visitor, &Client::KIND, &client, href::decoded(&client)).await
}

pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, table, id)): Path<(String, String, String)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let kind = kind_named(&table).ok_or(PageError::NotFound)?;
    saved(&app, &visitor, kind, &client, href::decoded(&id), filled).await
}

pub async fn save_client(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    saved(&app, &visitor, &Client::KIND, &client, href::decoded(&client), filled).await
}

/// Returns the address of a record's form.
fn address(client: &str, kind: &Kind, id: &str) -> String {
    match kind.table {
        "clients" => href::path(["clients", client, "edit"]),
        table => href::path(["clients", client, table, id, "edit"]),
    }
}

/// Returns the record, if this visitor may see it: answers to the pulse are nobody's, and hours are their own person's.
pub async fn standing(
    app: &App,
    visitor: &Visitor,
    kind: &'static Kind,
    client: &str,
    id: &str,
) -> Result<Standing, PageError> {
    let found = entries::find(&app.db, kind, client, id).await?.filter(|_| kind.table != "pulse");
    let standing = found.ok_or(PageError::NotFound)?;
    if visitor.role == Role::Member && kind.table == "time" {
        let own = person_names::of_member(&app.db, &visitor.member).await?;
        let person = kind.position("person").map(|position| &standing.cells[position]);
        match person {
            Some(OwnedCell::Text(person)) if own.contains(&fold(person)) => Ok(standing),
            _ => Err(PageError::NotFound),
        }
    } else {
        Ok(standing)
    }
}

async fn opened(
    app: &App,
    visitor: &Visitor,
    kind: &'static Kind,
    client: &str,
    id: &str,
) -> Result<Response, PageError> {
    let party = match party(app, visitor, client).await {
        Ok(party) => party,
        Err(refused) => return refused.led(|client| address(client, kind, id)),
    };
    let standing = standing(app, visitor, kind, &party.key, id).await?;
    let asked = Asked { kind, party, filled: filled(kind, &standing), standing, notice: vec![], doubts: vec![] };
    asked.drawn(app, visitor, StatusCode::OK).await
}

fn filled(kind: &Kind, standing: &Standing) -> Filled {
    let cells: Vec<Cell> = standing.cells.iter().map(OwnedCell::cell).collect();
    fields::filled(kind, &cells)
}

async fn saved(
    app: &App,
    visitor: &Visitor,
    kind: &'static Kind,
    client: &str,
    id: &str,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let party = match party(app, visitor, client).await {
        Ok(party) => party,
        Err(refused) => return refused.led(|client| address(client, kind, id)),
    };
    let standing = standing(app, visitor, kind, &party.key, id).await?;
    let seen = filled.value("seen").parse().map_err(|_| PageError::Unreadable)?;
    let shown = Shown::to(app, visitor).await?;
    if let Some((name, _)) = kind.id_column() {
        filled.offer(name, id);
    }
    let read = reading::read(visitor, kind, shown, Some(&party), Some(&standing), &mut filled);
    let mut asked = Asked { kind, party, filled, standing, notice: vec![], doubts: vec![] };
    let Some(mut read) = read else {
        return asked.drawn_with(app, visitor, seen, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    reading::meet_old_ids(&app.db, kind, &asked.party.key, &mut read).await?;
    reading::check_invoice(&app.db, visitor, kind, &asked.party.key, &mut read, id, &mut asked.filled).await?;
    reading::check_long_day(&app.db, visitor, kind, &mut read, (&asked.standing.client, id)).await?;
    if !asked.filled.is_good() || (!read.doubts.is_empty() && !asked.filled.holds("sure", "1")) {
        asked.doubts = read.doubts;
        return asked.drawn_with(app, visitor, seen, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let by = by(app, visitor, kind);
    let entry = Entry { kind, client: &asked.standing.client, id, cells: &read.cells, by: &by };
    let corrected = match hand::correct(&app.db, entry, seen, visitor.today).await? {
        Ok(corrected) => corrected,
        // The page says which hold it is.
        Err(_) => return asked.drawn_with(app, visitor, seen, StatusCode::CONFLICT).await,
    };
    match corrected {
        Corrected::Saved | Corrected::Unchanged => {
            let there = match kind.table {
                "clients" => href::client(&asked.party.key),
                table => href::record(&asked.party.key, table, id),
            };
            Ok(Redirect::to(&there).into_response())
        }
        Corrected::Gone => Ok(Redirect::to(&withdrawal(&asked.party.key, kind, id)).into_response()),
        Corrected::ChangedMeanwhile { then, now } => asked.met(app, visitor, then, *now, &read.cells).await,
    }
}

/// Returns where a record is taken out and put back.
pub fn withdrawal(client: &str, kind: &Kind, id: &str) -> String {
    href::path(["clients", client, kind.table, id, "withdrawal"])
}

/// A form on its way back to the visitor.
struct Asked {
    kind: &'static Kind,
    party: Known,
    standing: Standing,
    filled: Filled,
    notice: Vec<String>,
    doubts: Vec<String>,
}

impl Asked {
    /// Says what somebody else changed. What the visitor did not touch takes the other's value; what both changed stays as
    /// the visitor typed it, and nothing is saved until they have looked.
    async fn met(
        mut self,
        app: &App,
        visitor: &Visitor,
        then: Option<Vec<OwnedCell>>,
        now: Standing,
        mine: &[OwnedCell],
    ) -> Result<Response, PageError> {
        let shown = Shown::to(app, visitor).await?;
        let who = entries::last_changed_by(&app.db, self.kind, &now).await?;
        let who = who.unwrap_or_else(|| visitor.lang.text("entry-somebody"));
        self.notice.push(visitor.lang.say("entry-changed-meanwhile", [("who", FluentValue::from(who))]));
        let theirs = filled(self.kind, &now);
        for (place, column) in self.kind.columns.iter().enumerate().filter(|(_, column)| shown.has(self.kind, column)) {
            let before = then.as_ref().map_or(&OwnedCell::Null, |cells| &cells[place]);
            if *before == now.cells[place] {
                continue;
            }
            let args = [
                ("column", column_name(visitor.lang, self.kind, column.name)),
                ("before", said(visitor, self.kind, then.as_deref(), place)),
                ("now", said(visitor, self.kind, Some(&now.cells), place)),
            ];
            let args = args.map(|(name, value)| (name, FluentValue::from(value)));
            self.notice.push(visitor.lang.say("entry-changed-column", args));
            if *before == mine[place] {
                self.filled.set(column.name, theirs.value(column.name));
                let time = format!("{}-time", column.name);
                self.filled.set(&time, theirs.value(&time));
            }
        }
        let seen = now.changes;
        self.standing = now;
        self.drawn_with(app, visitor, seen, StatusCode::CONFLICT).await
    }

    async fn drawn(self, app: &App, visitor: &Visitor, status: StatusCode) -> Result<Response, PageError> {
        let seen = self.standing.changes;
        self.drawn_with(app, visitor, seen, status).await
    }

    async fn drawn_with(
        self,
        app: &App,
        visitor: &Visitor,
        seen: i64,
        status: StatusCode,
    ) -> Result<Response, PageError> {
        let Asked { kind, party, standing, filled, notice, doubts } = self;
        let shown = Shown::to(app, visitor).await?;
        let offers = Offers::of(&app.db, &visitor.firm, Some(&party), kind).await?;
        let title = kind_word(visitor, kind);
        let title = visitor.lang.say("entry-correct", [("kind", FluentValue::from(title))]);
        let cancel = match kind.table {
            "clients" => href::client(&party.key),
            table => href::record(&party.key, table, &standing.id),
        };
        let may_withdraw = may_withdraw(app, visitor, &standing).await?;
        let stopped = match hand::held(&app.db, kind, &standing).await? {
            Some(hold) => vec![Markup::even(&held_says(app, visitor, &hold).await?)],
            None => vec![],
        };
        let form = FormPage {
            frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs(visitor, Some(&party), &title)),
            party: Some(party.name),
            action: address(&party.key, kind, &standing.id),
            cancel,
            id: None,
            fields: fields::fields(visitor, kind, shown, &filled, &offers),
            lists: offers.lists,
            seen: Some(seen),
            notice,
            doubts,
            stopped,
            taken: None,
            withdrawal: may_withdraw.then(|| withdrawal(&party.key, kind, &standing.id)),
        };
        Ok((status, page(&form)?).into_response())
    }
}

/// The owner, finance and whoever entered a record may take it out.
pub async fn may_withdraw(app: &App, visitor: &Visitor, standing: &Standing) -> Result<bool, PageError> {
    Ok(visitor.role != Role::Member || entries::author(&app.db, standing).await?.as_ref() == Some(&visitor.member))
}
