//! Opening what is sealed: everything that a key opens, and nothing more.

use super::compartment::{self, Compartment};
use super::envelope::{Envelope, Opened};
use super::journal;
use super::seal::Inside;
use crate::secret::identity::Identity;
use crate::store::reports::{self, Sealed};
use crate::store::{Db, StoreError};
use domain::case::{Case, Event, Stamped};
use domain::journal::origin;
use std::collections::HashMap;

/// What a key sees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    /// The oldest first.
    pub reports: Vec<Opened>,
    pub compartments: Vec<Compartment>,
}

/// Opens everything that some keys open, off the threads that serve pages. Returns it key by key, with the mark of what
/// is sealed.
pub async fn open_all(db: &Db, identities: Vec<Identity>) -> Result<(i64, Vec<Sight>), StoreError> {
    // The mark first: what is sealed in between is then looked at once more, and never missed.
    let mark = reports::mark(db).await?;
    let heads = reports::heads(db).await?;
    let keys = identities.clone();
    let (mut all, ids) = apart(move || {
        let ids = to_be_read(&heads, &keys);
        (heads, ids)
    })
    .await;
    for id in ids {
        if let (Some(whole), Some(head)) = (reports::one(db, &id).await?, all.iter_mut().find(|head| head.id == id)) {
            *head = whole;
        }
    }
    let work = move || identities.iter().map(|identity| open(&all, identity)).collect();
    Ok((mark, apart(work).await))
}

/// Returns which texts have to be read whole: long ones that a key opens, and reports that a handle leads to.
fn to_be_read(heads: &[Sealed], keys: &[Identity]) -> Vec<String> {
    let mut ids = vec![];
    for head in heads {
        for key in keys {
            if head.is_cut() {
                ids.extend(key.opens(&head.sealed).then(|| head.id.clone()));
            } else if let Some(Inside::Handle { report, .. }) = Inside::open(&head.sealed, key) {
                ids.push(report);
            }
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("opening does not panic")
}

/// Opens one report again, as it stands now.
pub async fn again(db: &Db, opened: &Opened, identity: &Identity) -> Result<Option<Opened>, StoreError> {
    if opened.own {
        let (_, mut sights) = open_all(db, vec![identity.clone()]).await?;
        let reports = sights.pop().unwrap_or_default().reports;
        return Ok(reports.into_iter().find(|other| other.id() == opened.id()));
    }
    let Some(sealed) = reports::one(db, opened.id()).await? else { return Ok(None) };
    match Inside::open(&sealed.sealed, identity) {
        Some(Inside::Report(envelope)) => Ok(told(sealed.version, *envelope, false)),
        _ => Ok(None),
    }
}

pub fn open(all: &[Sealed], identity: &Identity) -> Sight {
    let by_id: HashMap<&str, &Sealed> = all.iter().map(|sealed| (sealed.id.as_str(), sealed)).collect();
    let mut sight = Sight::default();
    for sealed in all {
        match Inside::open(&sealed.sealed, identity) {
            Some(Inside::Report(envelope)) => sight.reports.extend(told(sealed.version, *envelope, false)),
            Some(Inside::Handle { report, secret }) => {
                sight.reports.extend(by_id.get(report.as_str()).and_then(|sealed| by_handle(sealed, &secret)));
            }
            Some(Inside::Compartment(folder)) => sight.compartments.extend(compartment::told(sealed, *folder)),
            None => {}
        }
    }
    // A reader who reported it themself has both keys; it is one report, and they are its reporter.
    sight.reports.sort_by(|a, b| {
        let key = |o: &Opened| (o.envelope.filed_on, o.envelope.report.id.clone(), !o.own);
        key(a).cmp(&key(b))
    });
    sight.reports.dedup_by(|later, earlier| later.id() == earlier.id());
    sight
}

fn by_handle(sealed: &Sealed, secret: &str) -> Option<Opened> {
    match Inside::open(&sealed.sealed, &Identity::of_text(secret)?)? {
        Inside::Report(envelope) => told(sealed.version, *envelope, true),
        Inside::Handle { .. } | Inside::Compartment(_) => None,
    }
}

/// Reads a report's case; nothing if its journal does not begin as one does.
pub fn told(version: i64, envelope: Envelope, own: bool) -> Option<Opened> {
    let origin = origin(&envelope.report.client, &envelope.report.id);
    let broken = journal::check(&envelope.case, &origin).err();
    let stamped = |(entry, event): (&domain::journal::Entry, Event)| Stamped {
        seq: entry.seq,
        at: entry.at.clone(),
        actor: entry.actor.clone(),
        event,
    };
    let entries: Vec<Stamped> = journal::read(&envelope.case)?.into_iter().map(stamped).collect();
    let case = Case::replay(&entries)?;
    Some(Opened { version, envelope, own, case, entries, broken })
}
