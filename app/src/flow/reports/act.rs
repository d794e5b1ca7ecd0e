//! Acting in a restricted case: opened, decided, sealed anew; whoever comes second is told what changed.

use super::envelope::{Envelope, File, Opened, Reader};
use super::open;
use super::seal::Inside;
use super::{journal, seal};
use crate::entropy;
use crate::flow::cases::NotDone;
use crate::secret::identity::Identity;
use crate::store::holds::Change;
use crate::store::reports::{self, Beside, Recipient};
use crate::store::{Db, StoreError};
use domain::case::protection::Part;
use domain::case::restricted::REPORTER;
use domain::case::{Act, Action, Case, Event, Now, decide};
use domain::journal::{digest, origin};

/// Who acts, with which key, when, and on what they looked.
#[derive(Clone)]
pub struct Hand<'a> {
    pub member: &'a str,
    pub identity: Identity,
    pub now: Now,
    /// The number of the last entry that their page knew.
    pub seen: Option<u32>,
}

/// What an act brings with it, beyond its events.
#[derive(Clone, Debug, Default)]
pub struct With<'a> {
    /// To whom the report is opened by it.
    pub opens_to: Option<&'a Recipient>,
    /// The bytes of a file that it seals.
    pub bytes: Option<&'a [u8]>,
    /// The hold that it sets or releases.
    pub hold: Option<Change<'a>>,
}

/// How often a writer tries again when others write at the same time.
const TRIES: usize = 16;

impl Hand<'_> {
    /// Returns by which name they act in a report: whoever reported it acts without their own.
    pub fn name(&self, opened: &Opened) -> &str {
        if opened.own { REPORTER } else { self.member }
    }
}

/// Does something in the case of a report.
pub async fn act(db: &Db, opened: &Opened, hand: &Hand<'_>, act: Act, with: With<'_>) -> Result<Opened, NotDone> {
    for _ in 0..TRIES {
        let Some(mut opened) = open::again(db, opened, &hand.identity).await? else { return Err(NotDone::Absent) };
        let by = hand.name(&opened).to_owned();
        let seen = opened.case.seq;
        if let Some(known) = hand.seen.filter(|known| act.needs_the_latest() && *known < seen) {
            let since = opened.entries.split_off((known as usize).min(opened.entries.len()));
            return Err(NotDone::Changed(since));
        }
        let events = decide(&opened.case, &by, act.clone(), &hand.now).map_err(NotDone::Refused)?;
        let mut envelope = opened.envelope.clone();
        let from = origin(&envelope.report.client, &envelope.report.id);
        journal::write(&mut envelope.case, &from, &by, &hand.now.at, &events);
        let file = follow(&mut envelope, &events, &with)?;
        let Some(next) = open::told(opened.version + 1, envelope, opened.own) else { return Err(NotDone::Absent) };
        let next = shut_out(next);
        let sealed = seal::closed(next.envelope.clone())?;
        let beside: Vec<Beside> = file.iter().map(Beside::Text).chain(with.hold.map(Beside::Hold)).collect();
        if reports::replace(db, next.id(), opened.version, &sealed, &beside).await? {
            return Ok(next);
        }
    }
    Err(NotDone::Changed(vec![]))
}

/// Does to the envelope what events ask for; returns a sealed text that goes with it.
fn follow(envelope: &mut Envelope, events: &[Event], with: &With<'_>) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let mut sealed = None;
    for event in events {
        match event {
            Event::PartyNamed { member, part: Part::Accused | Part::Harmed, .. } => {
                envelope.struck.push(member.clone())
            }
            Event::AccessRenewed { member } if member == REPORTER => {
                if let Some(to) = with.opens_to {
                    let (kept_by, row) = way_back(&envelope.report.id, &to.public_key)?;
                    // The old way ends with it: whoever had the old key comes in no longer.
                    envelope.kept_by = Some(kept_by);
                    sealed = Some(row);
                }
            }
            Event::RoleGiven { member, .. } | Event::AccessRenewed { member } => {
                let to = with.opens_to.filter(|to| to.member == *member && !envelope.struck.contains(member));
                if let Some(to) = to {
                    envelope.readers.retain(|reader| reader.member != to.member);
                    envelope.readers.push(Reader::from(to));
                }
            }
            Event::EvidenceSealed { name, .. } => {
                let (file, row) = attached(name, with.bytes.unwrap_or_default())?;
                envelope.files.push(file);
                sealed = Some(row);
            }
            _ => {}
        }
    }
    Ok(sealed)
}

/// Makes a reporter's way back to a report: the key that it is sealed to from now on, and the text that holds its secret,
/// sealed to the reporter's own.
pub fn way_back(report: &str, key: &str) -> Result<(String, (String, Vec<u8>)), StoreError> {
    let identity = Identity::new();
    let inside = Inside::Handle { report: report.to_owned(), secret: identity.secret_text() };
    Ok((identity.public(), (entropy::secret(), inside.sealed(&[key])?)))
}

/// Seals a file under a key of its own.
pub fn attached(name: &str, bytes: &[u8]) -> Result<(File, (String, Vec<u8>)), StoreError> {
    let (identity, row) = (Identity::new(), entropy::secret());
    let sealed = seal::file(&identity.public(), bytes)?;
    let file = File {
        name: name.to_owned(),
        sha256: digest(bytes),
        bytes: bytes.len() as u64,
        row: row.clone(),
        secret: identity.secret_text(),
    };
    Ok((file, (row, sealed)))
}

/// Whoever may no longer see the case is no longer among those it is sealed to.
fn shut_out(mut opened: Opened) -> Opened {
    let case: &Case = &opened.case;
    opened.envelope.readers.retain(|reader| case.allows(&reader.member, Action::See));
    opened
}

/// Returns the bytes of a file of a report, if they are those that were sealed.
pub async fn bytes_of(db: &Db, file: &File) -> Result<Option<Vec<u8>>, StoreError> {
    let (Some(row), Some(identity)) = (reports::one(db, &file.row).await?, Identity::of_text(&file.secret)) else {
        return Ok(None);
    };
    let bytes = identity.read(&row.sealed).map(|mut bytes| {
        bytes.truncate(usize::try_from(file.bytes).unwrap_or(usize::MAX));
        bytes
    });
    Ok(bytes.filter(|bytes| digest(bytes) == file.sha256))
}

impl From<&Recipient> for Reader {
    fn from(recipient: &Recipient) -> Reader {
        let Recipient { member, name, public_key, .. } = recipient.clone();
        Reader { member, name, key: public_key }
    }
}
