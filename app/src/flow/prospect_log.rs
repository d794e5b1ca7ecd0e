//! What was written down of prospects: sealed to a key that each has of its own, which goes when the prospect is erased.

use super::cases::Place;
use crate::secret::key_folder::{Key, Of};
use crate::secret::text;
use crate::store::entries::By;
use crate::store::lesson_log::{self, Kept, Topic};
use crate::store::{StoreError, settings};
use domain::days::Day;
use domain::lesson::Stamped;
use domain::lesson::prospect::Event;

/// What happened to a prospect, the first entry first.
pub type Log = Vec<Stamped<Event>>;

/// Returns the log of every prospect whose key stands.
pub async fn all(place: Place<'_>) -> Result<Vec<(String, Log)>, StoreError> {
    let mut all = vec![];
    for (id, log) in lesson_log::all(place.db, Topic::Prospect).await? {
        all.extend(opened(place, &id, log)?.map(|log| (id, log)));
    }
    Ok(all)
}

/// Returns the log of a prospect; empty if there is none, or its key is gone.
pub async fn of(place: Place<'_>, id: &str) -> Result<Log, StoreError> {
    let log = lesson_log::of(place.db, Topic::Prospect, id).await?;
    Ok(opened(place, id, log)?.unwrap_or_default())
}

/// Returns the prospects that became one of some clients.
pub async fn who_became(place: Place<'_>, clients: &[String]) -> Result<Vec<String>, StoreError> {
    let is_theirs = |entry: &Stamped<Event>| match &entry.event {
        Event::ClientLinked { client } => clients.contains(client),
        _ => false,
    };
    let logs = all(place).await?.into_iter().filter(|(_, log)| log.iter().any(is_theirs));
    Ok(logs.map(|(id, _)| id).collect())
}

/// Counts the prospects whose key is not here.
pub async fn keyless(place: Place<'_>) -> Result<u64, StoreError> {
    let mut keyless = 0;
    for (id, log) in lesson_log::all(place.db, Topic::Prospect).await? {
        keyless += u64::from(opened(place, &id, log)?.is_none());
    }
    Ok(keyless)
}

/// Opens a log; nothing without its key. Entries of before there were envelopes stand open.
fn opened(place: Place<'_>, id: &str, log: Vec<Kept<Option<Event>>>) -> Result<Option<Log>, StoreError> {
    let key = place.keys.standing(Of::Prospect(id))?;
    let mut opened = vec![];
    for (Stamped { seq, by, on, at, event }, sealed) in log {
        let event = match (event, &key) {
            (Some(event), _) => Some(event),
            (None, Some(key)) => sealed.and_then(|sealed| open(key, (id, seq.into()), &sealed)),
            (None, None) => return Ok(None),
        };
        let event = event.ok_or_else(|| StoreError::Unreadable(format!("lesson_log prospect {id} {seq}")))?;
        opened.push(Stamped { seq, by, on, at, event });
    }
    Ok(Some(opened))
}

/// Writes down what happened to a prospect, after the entry that the writer saw, 0 for a new one; tells whether that was
/// still the last. Whoever was erased meanwhile gets no new key.
pub async fn note(
    place: Place<'_>,
    id: &str,
    (seen, on): (u32, Day),
    events: &[Event],
    by: &By,
) -> Result<bool, StoreError> {
    let key = match place.keys.standing(Of::Prospect(id))? {
        Some(key) => key,
        None if seen == 0 || !of(place, id).await?.is_empty() => place.keys.key(Of::Prospect(id))?,
        None => return Ok(false),
    };
    let sealed = (u64::from(seen) + 1..).zip(events).map(|(seq, event)| (None, Some(seal(&key, (id, seq), event))));
    let sealed: Vec<(Option<Event>, Option<Vec<u8>>)> = sealed.collect();
    let at = lesson_log::Place { topic: Topic::Prospect, subject: id, seen, on };
    lesson_log::append(place.db, at, &sealed, by).await
}

/// Seals what was written down before there were envelopes. The database's file is made anew afterwards, for the words still
/// stand in its free pages.
pub async fn seal_older(place: Place<'_>) -> Result<(), StoreError> {
    for id in lesson_log::open_subjects(place.db, Topic::Prospect).await? {
        settings::set(place.db, settings::SWEEP, "1").await?;
        let key = place.keys.key(Of::Prospect(&id))?;
        for (Stamped { seq, event, .. }, _) in lesson_log::of::<Option<Event>>(place.db, Topic::Prospect, &id).await? {
            if let Some(event) = event {
                lesson_log::close(place.db, (Topic::Prospect, &id, seq), &seal(&key, (&id, seq.into()), &event))
                    .await?;
            }
        }
    }
    Ok(())
}

fn seal(key: &Key, entry: (&str, u64), event: &Event) -> Vec<u8> {
    let json = serde_json::to_string(event).expect("made of words, days and numbers");
    text::seal(key, key, &place_of(entry), &json)
}

fn open(key: &Key, entry: (&str, u64), sealed: &[u8]) -> Option<Event> {
    serde_json::from_str(&text::open(key, key, &place_of(entry), sealed)?).ok()
}

/// Where an entry belongs: it opens as nothing else.
fn place_of((id, seq): (&str, u64)) -> String {
    format!("prospect\0{id}\0{seq}")
}
