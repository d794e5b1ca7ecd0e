//! The compartment of counsel and compliance: a sealed text of its own beside a report. It leads to the report; nothing in
//! the report leads to it, so that the report's other readers cannot tell that there is one.

use super::act::Hand;
use super::envelope::{Opened, Reader};
use super::journal::{self, Line};
use super::seal::Inside;
use crate::entropy;
use crate::flow::cases::NotDone;
use crate::secret::identity::Identity;
use crate::store::reports::{self, Recipient, Sealed};
use crate::store::{Db, StoreError};
use domain::case::compartment::Privileged;
use domain::case::{Action, Case, Refusal, Role};
use domain::journal::{Break, origin};
use serde::{Deserialize, Serialize};

/// What stands inside the seal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Folder {
    /// The report it belongs to.
    pub report: String,
    pub readers: Vec<Reader>,
    pub lines: Vec<Line>,
}

/// A compartment that a key opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Compartment {
    pub id: String,
    pub version: i64,
    pub folder: Folder,
    pub entries: Vec<Told>,
    pub broken: Option<Break>,
}

/// What somebody wrote in a compartment.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub at: String,
    pub by: String,
    pub what: Privileged,
}

/// Returns who may have a compartment: those named as counsel or compliance, never those to whom the roles merely fall.
pub fn named(case: &Case) -> Vec<&str> {
    let holders = [Role::Counsel, Role::Compliance].into_iter().filter_map(|role| case.roles.get(&role)).flatten();
    let mut named: Vec<&str> = holders.map(String::as_str).filter(|one| !case.protection.is_party(one)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// Writes into the compartment of a report, making it if this key knows none; it is sealed to those named, with the keys
/// that they have now.
pub async fn write(
    db: &Db,
    opened: &Opened,
    hand: &Hand<'_>,
    what: Privileged,
    people: &[Recipient],
) -> Result<(), NotDone> {
    allowed(opened, hand)?;
    for _ in 0..16 {
        let standing = standing(db, opened.id(), &hand.identity).await?;
        let (id, version, mut folder) = match standing {
            Some(one) => (one.id, Some(one.version), one.folder),
            None => {
                let readers = named(&opened.case).into_iter().filter_map(|member| reader(people, member)).collect();
                (entropy::secret(), None, Folder { report: opened.id().to_owned(), readers, lines: vec![] })
            }
        };
        let from = origin(&folder.report, &id);
        journal::write(&mut folder.lines, &from, hand.member, &hand.now.at, std::slice::from_ref(&what));
        if keep(db, &id, version, folder).await? {
            return Ok(());
        }
    }
    Err(NotDone::Changed(vec![]))
}

/// Opens a compartment to everyone who is named now, with the key that each has now, and to nobody else.
pub async fn open_to_named(db: &Db, opened: &Opened, hand: &Hand<'_>, people: &[Recipient]) -> Result<bool, NotDone> {
    allowed(opened, hand)?;
    let Some(one) = standing(db, opened.id(), &hand.identity).await? else { return Err(NotDone::Absent) };
    let readers = named(&opened.case).into_iter().filter_map(|member| reader(people, member)).collect();
    Ok(keep(db, &one.id, Some(one.version), Folder { readers, ..one.folder }).await?)
}

fn allowed(opened: &Opened, hand: &Hand<'_>) -> Result<(), NotDone> {
    if !opened.own && named(&opened.case).contains(&hand.member) {
        return Ok(());
    }
    let roles = vec![Role::Counsel, Role::Compliance];
    Err(NotDone::Refused(Refusal::NotYours { action: Action::AssessDuty, roles }))
}

fn reader(people: &[Recipient], member: &str) -> Option<Reader> {
    people.iter().find(|person| person.member == member).map(Reader::from)
}

async fn standing(db: &Db, report: &str, identity: &Identity) -> Result<Option<Compartment>, StoreError> {
    let (_, mut sights) = super::open_all(db, vec![identity.clone()]).await?;
    let compartments = sights.pop().unwrap_or_default().compartments;
    Ok(compartments.into_iter().find(|one| one.folder.report == report))
}

async fn keep(db: &Db, id: &str, version: Option<i64>, folder: Folder) -> Result<bool, StoreError> {
    let keys: Vec<String> = folder.readers.iter().map(|reader| reader.key.clone()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let sealed = Inside::Compartment(Box::new(folder)).sealed(&keys)?;
    match version {
        Some(version) => reports::replace(db, id, version, &sealed, &[]).await,
        None => {
            reports::add(db, &[(id.to_owned(), sealed)]).await?;
            Ok(true)
        }
    }
}

/// Reads what stands in a compartment.
pub fn told(sealed: &Sealed, folder: Folder) -> Option<Compartment> {
    let broken = journal::check(&folder.lines, &origin(&folder.report, &sealed.id)).err();
    let told = |(entry, what): (&domain::journal::Entry, Privileged)| Told {
        at: entry.at.clone(),
        by: entry.actor.clone().unwrap_or_default(),
        what,
    };
    let entries = journal::read(&folder.lines)?.into_iter().map(told).collect();
    Some(Compartment { id: sealed.id.clone(), version: sealed.version, folder, entries, broken })
}
