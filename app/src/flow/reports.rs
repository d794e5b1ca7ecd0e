//! Reports: sealed when filed, opened by the keys of those they were sealed to, sealed anew with every note.

use crate::entropy;
use crate::secret::identity::{Identity, seal};
use crate::store::reports::{self, Recipient};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::record::Report;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Before the first report can be filed, so many recipients are named, one of them at least not the owner (RULINGS 34).
pub const RECIPIENTS_MIN: usize = 2;

/// Sealed texts are filled up to a multiple of this, so that their length says little.
const PAD_BYTES: usize = 4096;

/// A report with everything that belongs to it; all of it is inside the seal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    pub report: Report,
    pub client_name: String,
    pub filed_on: Day,
    /// What would help now, as words of `WISHES`.
    pub wishes: Vec<String>,
    pub readers: Vec<Reader>,
    /// Whom the reporter struck: nobody may open the report to them later.
    pub struck: Vec<String>,
    /// The key by which the reporter, if they wished, keeps access. It was drawn for this report alone, so that it does
    /// not say whose it is.
    pub kept_by: Option<String>,
    pub notes: Vec<Note>,
}

/// Someone to whom a report is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    pub member: String,
    pub name: String,
    pub key: String,
}

/// What a reader did or said about a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub by: String,
    pub on: Day,
    pub state: State,
    pub text: String,
}

/// How far a report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Received,
    Acknowledged,
    /// The person concerned is protected for now.
    Protected,
    /// The client was spoken to, with the reporter's knowledge.
    Raised,
    Closed,
}

impl State {
    /// The states that a note can bring, in their usual order.
    pub const NOTED: [State; 4] = [State::Acknowledged, State::Protected, State::Raised, State::Closed];

    /// Returns the word of the state in forms and keys.
    pub fn word(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Acknowledged => "acknowledged",
            State::Protected => "protected",
            State::Raised => "raised",
            State::Closed => "closed",
        }
    }
}

/// What a person who is not comfortable may wish for.
pub const WISHES: [&str; 5] = ["company", "channel", "handover", "no_contact", "only_tell"];

impl Envelope {
    /// Returns how far the report has come.
    pub fn state(&self) -> State {
        self.notes.last().map_or(State::Received, |note| note.state)
    }

    /// Tells whether the report still asks for something.
    pub fn is_open(&self) -> bool {
        self.state() != State::Closed
    }
}

/// A report that a key opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The version of the sealed text, for sealing it anew.
    pub version: i64,
    pub envelope: Envelope,
    /// Whether it is the reporter's own, opened by the key they kept.
    pub own: bool,
}

/// What stands inside a seal.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Inside {
    Report(Box<Envelope>),
    /// The reporter's way back to a report: the secret of the key that they kept.
    Handle {
        report: String,
        secret: String,
    },
}

/// Why a report was not filed.
#[derive(Debug, thiserror::Error)]
pub enum NotFiled {
    /// Nobody remains who would read it; nothing was stored.
    #[error("nobody remains to read it")]
    NoReader,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Tells whether enough recipients are named, one of them not the owner.
pub fn may_file(recipients: &[Recipient]) -> bool {
    recipients.len() >= RECIPIENTS_MIN && recipients.iter().any(|recipient| !recipient.owner)
}

/// Files a report: seals it to its readers and, if the reporter keeps access, to a key that opens with theirs. Returns
/// the report's id.
pub async fn file(db: &Db, mut envelope: Envelope, keep_for: Option<&str>) -> Result<String, NotFiled> {
    let id = entropy::secret();
    envelope.report.id = id.clone();
    let handle = keep_for.map(|key| (key, Identity::new()));
    envelope.kept_by = handle.as_ref().map(|(_, identity)| identity.public());
    if envelope.readers.is_empty() {
        return Err(NotFiled::NoReader);
    }
    let mut texts = vec![(id.clone(), closed(envelope)?)];
    if let Some((key, identity)) = handle {
        let inside = Inside::Handle { report: id.clone(), secret: identity.secret_text() };
        texts.push((entropy::secret(), sealed(&inside, &[key])?));
    }
    reports::add(db, &texts).await?;
    Ok(id)
}

/// Adds a note; tells whether the report was still as the reader saw it.
pub async fn note(db: &Db, opened: &Opened, note: Note) -> Result<bool, StoreError> {
    let mut envelope = opened.envelope.clone();
    envelope.notes.push(note);
    reports::replace(db, &opened.envelope.report.id, opened.version, &closed(envelope)?).await
}

/// Opens a report to a recipient, or again to one whose key is new; never to someone the reporter struck.
pub async fn open_to(db: &Db, opened: &Opened, recipient: &Recipient) -> Result<bool, StoreError> {
    let mut envelope = opened.envelope.clone();
    if envelope.struck.contains(&recipient.member) {
        return Ok(false);
    }
    envelope.readers.retain(|reader| reader.member != recipient.member);
    let Recipient { member, name, public_key, .. } = recipient.clone();
    envelope.readers.push(Reader { member, name, key: public_key });
    reports::replace(db, &opened.envelope.report.id, opened.version, &closed(envelope)?).await
}

fn closed(envelope: Envelope) -> Result<Vec<u8>, StoreError> {
    let keys: Vec<String> =
        envelope.readers.iter().map(|reader| reader.key.clone()).chain(envelope.kept_by.clone()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    sealed(&Inside::Report(Box::new(envelope)), &keys)
}

fn sealed(inside: &Inside, keys: &[&str]) -> Result<Vec<u8>, StoreError> {
    let mut text = serde_json::to_vec(inside).expect("made of text and days");
    // JSON may end in spaces.
    text.resize(text.len().next_multiple_of(PAD_BYTES), b' ');
    seal(&text, keys).ok_or_else(|| StoreError::Unreadable("members: a public key".to_owned()))
}

/// Opens everything that some keys open, off the threads that serve pages, oldest report first. Returns it key by key,
/// with the mark of what is sealed.
pub async fn open_all(db: &Db, identities: Vec<Identity>) -> Result<(i64, Vec<Vec<Opened>>), StoreError> {
    // The mark first: what is sealed in between is then looked at once more, and never missed.
    let mark = reports::mark(db).await?;
    let all = reports::all(db).await?;
    let work = move || identities.iter().map(|identity| open(&all, identity)).collect();
    Ok((mark, tokio::task::spawn_blocking(work).await.expect("opening does not panic")))
}

fn open(all: &[reports::Sealed], identity: &Identity) -> Vec<Opened> {
    let by_id: HashMap<&str, &reports::Sealed> = all.iter().map(|sealed| (sealed.id.as_str(), sealed)).collect();
    let mut opened = vec![];
    for sealed in all {
        match inside(&sealed.sealed, identity) {
            Some(Inside::Report(envelope)) => {
                opened.push(Opened { version: sealed.version, envelope: *envelope, own: false });
            }
            Some(Inside::Handle { report, secret }) => {
                opened.extend(by_id.get(report.as_str()).and_then(|sealed| by_handle(sealed, &secret)));
            }
            None => {}
        }
    }
    // A reader who reported it themself has both keys; it is one report, and they are its reporter.
    opened.sort_by(|a, b| {
        let key = |o: &Opened| (o.envelope.filed_on, o.envelope.report.id.clone(), !o.own);
        key(a).cmp(&key(b))
    });
    opened.dedup_by(|later, earlier| later.envelope.report.id == earlier.envelope.report.id);
    opened
}

fn by_handle(sealed: &reports::Sealed, secret: &str) -> Option<Opened> {
    match inside(&sealed.sealed, &Identity::of_text(secret)?)? {
        Inside::Report(envelope) => Some(Opened { version: sealed.version, envelope: *envelope, own: true }),
        Inside::Handle { .. } => None,
    }
}

fn inside(sealed: &[u8], identity: &Identity) -> Option<Inside> {
    serde_json::from_slice(&identity.read(sealed)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::ReportKind;

    fn envelope(readers: &[(&str, &Identity)]) -> Envelope {
        let report = Report {
            id: "r".to_owned(),
            client: "c".to_owned(),
            at: "2026-03-01".to_owned(),
            kind: ReportKind::Harassment,
            target_side: None,
            channel: None,
            witnesses: None,
            known_by: None,
            text: "نص البلاغ".to_owned(),
            reported_by: None,
        };
        let reader = |(member, identity): &(&str, &Identity)| Reader {
            member: (*member).to_owned(),
            name: (*member).to_owned(),
            key: identity.public(),
        };
        Envelope {
            report,
            client_name: "c".to_owned(),
            filed_on: Day::new(2026, 3, 2).expect("a day"),
            wishes: vec![],
            readers: readers.iter().map(reader).collect(),
            struck: vec![],
            kept_by: None,
            notes: vec![],
        }
    }

    #[test]
    fn opens_for_its_readers_and_for_the_reporter_who_kept_a_handle() {
        let (reader, reporter, other, handle) = (Identity::new(), Identity::new(), Identity::new(), Identity::new());
        let kept = Envelope { kept_by: Some(handle.public()), ..envelope(&[("omar", &reader)]) };
        let way_back = Inside::Handle { report: "r".to_owned(), secret: handle.secret_text() };
        let all = [
            reports::Sealed {
                id: "h".into(),
                version: 1,
                sealed: sealed(&way_back, &[&reporter.public()]).expect("a key"),
            },
            reports::Sealed { id: "r".into(), version: 4, sealed: closed(kept.clone()).expect("keys") },
        ];
        assert_eq!(open(&all, &reader), [Opened { version: 4, envelope: kept.clone(), own: false }]);
        assert_eq!(open(&all, &reporter), [Opened { version: 4, envelope: kept, own: true }]);
        assert_eq!(open(&all, &other), []);
        let bytes = String::from_utf8_lossy(&all[1].sealed).into_owned();
        assert!(!bytes.contains("harassment") && !bytes.contains("omar"));
    }

    #[test]
    fn the_length_says_little() {
        let reader = Identity::new();
        let mut long = envelope(&[("omar", &reader)]);
        // age's own head varies by a few hundred bytes.
        let short = closed(long.clone()).expect("a key").len() / PAD_BYTES;
        long.report.text = "و".repeat(900);
        assert_eq!(closed(long).expect("a key").len() / PAD_BYTES, short);
    }

    #[test]
    fn two_recipients_are_needed_one_not_the_owner() {
        let recipient = |owner: bool| Recipient {
            member: String::new(),
            name: String::new(),
            owner,
            adviser: false,
            public_key: String::new(),
            joined_at: String::new(),
            key_since: String::new(),
        };
        assert!(!may_file(&[recipient(false)]));
        assert!(!may_file(&[recipient(true), recipient(true)]));
        assert!(may_file(&[recipient(true), recipient(false)]));
    }
}
