//! What can be certified to a client of an erasure: what the index has of what came from them or went to them, by whom, when,
//! and until when copies remain. What the firm noted of them for itself is not told.

use super::{Copied, of_client, scope};
use crate::keep::erasures::Scope;
use crate::lang::{Lang, Language};
use crate::store::destructions::Destruction;
use crate::store::members::{self, Member};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::erasure::CopyKind;
use domain::journal;
use domain::separation::letter::{Both, Deletion, Facts, IndexEntry, Treatment};
use serde_json::json;
use std::collections::BTreeMap;

/// The tables of which a client is told, in the order of the letter.
const TOLD: [&str; 11] = [
    "messages",
    "feedback",
    "requests",
    "deliverables",
    "contracts",
    "contract_texts",
    "invoices",
    "payments",
    "client_packages",
    "changes",
    "corrections",
];

/// What a certificate of deletion rests on and states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The id of the entry.
    pub id: String,
    pub entry: IndexEntry,
    pub deletions: Vec<Deletion>,
}

impl Certificate {
    /// Puts what it states into the facts of a letter, in the place of what anybody wrote.
    pub fn fill(&self, facts: &mut Facts) {
        facts.deletions.clone_from(&self.deletions);
        facts.entry = Some(self.entry.clone());
    }
}

/// Returns what can be certified to a client, the newest first.
pub async fn certificates(db: &Db, client: &str) -> Result<Vec<Certificate>, StoreError> {
    let (index, people) = (of_client(db, client).await?, members::all(db).await?);
    Ok(index.iter().filter_map(|one| certificate(one, &people)).collect())
}

/// Returns what an entry certifies; nothing where it erased none of what a client is told of.
fn certificate(one: &Destruction, people: &[Member]) -> Option<Certificate> {
    let key = match scope(&one.id, &one.scope).ok()? {
        Scope::Client { .. } | Scope::Older { .. } => "certificate-rows",
        Scope::Person { .. } => "certificate-person",
        Scope::Case { .. }
        | Scope::OwnParts { .. }
        | Scope::Member { .. }
        | Scope::Prospect { .. }
        | Scope::Win { .. } => return None,
    };
    let gone: BTreeMap<String, u64> = serde_json::from_str(&one.gone).ok()?;
    let name = |id: &str| {
        let known = people.iter().find(|member| member.id == id);
        Both::same(known.map_or(id, |member| member.name.as_str()))
    };
    let deletion = |table: &&str| {
        let n = gone.get(*table).copied().filter(|n| *n > 0)?;
        Some(Deletion {
            what: what(key, table, n),
            treatment: Treatment::Clear,
            on: one.confirmed.1,
            by: name(&one.proposed.0),
            verified_by: if one.confirmed.0 == one.proposed.0 {
                alone(&name(&one.confirmed.0))
            } else {
                name(&one.confirmed.0)
            },
        })
    };
    let deletions: Vec<Deletion> = TOLD.iter().filter_map(deletion).collect();
    let entry = entry(one)?;
    (!deletions.is_empty()).then(|| Certificate { id: one.id.clone(), entry, deletions })
}

/// Names whoever verified their own work, for nobody else belonged to the firm.
fn alone(name: &Both) -> Both {
    let say = |language: Language, who: &str| {
        Lang::plain(language).say("certificate-alone", [("who", who.to_owned().into())])
    };
    Both { ar: say(Language::Arabic, &name.ar), en: say(Language::English, &name.en) }
}

/// Names rows of a table in both languages.
fn what(key: &str, table: &str, n: u64) -> Both {
    let say = |language: Language| {
        let lang = Lang::plain(language);
        lang.say(key, [("what", lang.erased_rows(table).into()), ("n", lang.number(n as f64, 0).into())])
    };
    Both { ar: say(Language::Arabic), en: say(Language::English) }
}

fn entry(one: &Destruction) -> Option<IndexEntry> {
    let copies: Vec<Copied> = serde_json::from_str(&one.copies).ok()?;
    let days: Vec<Option<Day>> = copies.iter().filter(|copy| is_ours(copy.kind)).map(|copy| copy.until).collect();
    Some(IndexEntry {
        number: one.line,
        digest: digest(one),
        copies_until: days.iter().copied().flatten().max(),
        is_open: days.contains(&None),
    })
}

/// Tells whether copies of a sort lie with the firm or its readers.
fn is_ours(kind: CopyKind) -> bool {
    match kind {
        CopyKind::Backup
        | CopyKind::Keys
        | CopyKind::Bag
        | CopyKind::HandedOut
        | CopyKind::Upload
        | CopyKind::Value => true,
        CopyKind::ClientPart | CopyKind::Letter | CopyKind::Portal => false,
    }
}

/// Returns the digest of an entry: of everything that it says.
fn digest(one: &Destruction) -> String {
    let said = json!({
        "id": one.id,
        "line": one.line,
        "client": one.client,
        "scope": one.scope,
        "basis": one.basis.word(),
        "reference": one.reference,
        "gone": one.gone,
        "files": one.files,
        "keys": one.keys,
        "copies": one.copies,
        "proposed": [one.proposed.0, one.proposed.1.to_string()],
        "confirmed": [one.confirmed.0, one.confirmed.1.to_string()],
    });
    journal::digest(said.to_string().as_bytes())
}
