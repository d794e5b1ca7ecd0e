//! Erasure as an act of two people (DOMAIN 2.13, T9): one proposes, everybody sees what would go, what stays and which copies
//! are not reached, another confirms; what was destroyed stands in the index for good.

mod act;
mod alone;
mod certificate;
mod copies;
mod indexed;
mod named;
mod papers;
mod plan;

pub use crate::keep::indexed::Copied;
pub use act::{NotErased, confirm, finish};
pub use alone::alone_from;
pub use certificate::{Certificate, certificates};
pub use indexed::indexed;
pub use papers::Papers;
pub use plan::{Against, Bag, Fate, Plan, bags, plan, terms};

use super::cases::Place;
use crate::entropy;
use crate::keep::erasures::{Scope, name_digest};
use crate::store::destructions::{self, Destruction, Proposal};
use crate::store::{Db, StoreError, merges};
use domain::days::Day;
use domain::erasure::Basis;
use domain::firm::Firm;
use plan::held_against;
use std::path::Path;

/// The folder of the archives in the firm's own.
pub const ARCHIVES: &str = "archives";

/// Where an erasure happens: the firm's records, keys and folder, what it states of itself, and its day.
#[derive(Clone, Copy)]
pub struct Ground<'g> {
    pub place: Place<'g>,
    pub root: &'g Path,
    pub firm: &'g Firm,
    pub today: Day,
}

/// Whose data is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Rows of a client in these tables.
    Rows { client: String, tables: Vec<String> },
    /// Sign data of a client of before a day.
    Older { client: String, before: Day },
    /// A person by the name that rows of a client have.
    Person { client: String, name: String },
    /// What was said in a case.
    Case { client: String, case: String },
    /// Someone who left the firm.
    Member { member: String },
    /// A prospect, with all that was noted of them.
    Prospect { prospect: String },
}

/// Keeps a proposal; nothing is done by it. What a legal hold keeps is not even proposed (DOMAIN 2.15).
pub async fn propose(
    place: Place<'_>,
    wanted: Wanted,
    (basis, reference): (Basis, &str),
    (member, on): (&str, Day),
) -> Result<Proposal, NotErased> {
    let (client, scope, person) = match wanted {
        Wanted::Rows { client, tables } => (client.clone(), Scope::Client { client, tables }, None),
        Wanted::Older { client, before } => (client.clone(), Scope::Older { client, before }, None),
        Wanted::Person { client, name } => {
            let scope = Scope::Person { client: client.clone(), name_sha256: name_digest(&name) };
            (client, scope, Some(name))
        }
        Wanted::Case { client, case } => {
            // The case may have been opened under another spelling.
            let main = merges::main_of(place.db, &client).await?.unwrap_or_else(|| client.clone());
            (main, Scope::Case { client, case, keeps_papers: false }, None)
        }
        Wanted::Member { member } => (String::new(), Scope::Member { member }, None),
        Wanted::Prospect { prospect } => (String::new(), Scope::Prospect { prospect }, None),
    };
    let proposal = Proposal {
        id: entropy::id(),
        client,
        scope: serde_json::to_string(&scope).expect("made of texts"),
        person,
        basis,
        reference: reference.to_owned(),
        proposed: (member.to_owned(), on),
        confirmed: None,
        counted: String::new(),
    };
    let held = held_against(place, &proposal).await?;
    if !held.is_empty() {
        return Err(NotErased::Refused(held));
    }
    destructions::propose(place.db, &proposal).await?;
    Ok(proposal)
}

/// Returns what the index has of a client, under any of its spellings, the newest first.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<Destruction>, StoreError> {
    let spellings = merges::spellings(db, client).await?;
    let mut index = destructions::all(db).await?;
    index.retain(|one| spellings.contains(&one.client));
    Ok(index)
}

/// Returns what a proposal or an entry of the index erases.
pub fn scope(id: &str, text: &str) -> Result<Scope, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable(format!("erasure {id}")))
}
