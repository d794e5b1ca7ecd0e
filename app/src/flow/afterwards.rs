//! What is looked after once a case is closed: kept beside its journal, what was said sealed to the case's key.

use super::cases::{Place, place_of};
use crate::secret::key_folder::Of;
use crate::secret::text;
use crate::store::cases::Key;
use crate::store::entries::By;
use crate::store::lesson_log::{self, Kept, Topic};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::lesson::Stamped;
use domain::lesson::afterwards::{Afterwards, Event};
use std::collections::HashMap;

/// The name under which what was said is sealed.
const NAME: &str = "Afterwards";

/// Returns the subject of a case's log; a case's own id is drawn at random, so that no other case has it.
pub fn subject(key: &Key) -> String {
    format!("{}/{}", key.client, key.case)
}

/// Returns what came of a case, opened as far as its keys stand.
pub async fn load(place: Place<'_>, key: &Key) -> Result<Afterwards, StoreError> {
    let log = lesson_log::of::<Event>(place.db, Topic::Afterwards, &subject(key)).await?;
    let secret = place.keys.standing(Of::Case { client: &key.client, case: &key.case })?;
    let mut told = vec![];
    for (Stamped { seq, by, on, at, event }, sealed) in log {
        let person = place.keys.standing(Of::Member(&by))?;
        let said = match (&sealed, &secret, &person) {
            (Some(sealed), Some(secret), Some(person)) => text::open(secret, person, &place_of(key, NAME), sealed),
            _ => None,
        };
        let said = said.and_then(|json| serde_json::from_str(&json).ok());
        told.push(Stamped { seq, by, on, at, event: (event, said) });
    }
    Ok(Afterwards { told })
}

/// Returns what came of every closed case by its subject, without what was said.
pub async fn unsaid(db: &Db) -> Result<HashMap<String, Afterwards>, StoreError> {
    let unsaid = |(Stamped { seq, by, on, at, event }, _)| Stamped { seq, by, on, at, event: (event, None) };
    let logs = lesson_log::all::<Event>(db, Topic::Afterwards).await?;
    let own = |log: Vec<Kept<Event>>| Afterwards { told: log.into_iter().map(unsaid).collect() };
    Ok(logs.into_iter().map(|(subject, log)| (subject, own(log))).collect())
}

/// Writes down what happened, with what is said of it; tells whether nobody else wrote since.
pub async fn note(
    place: Place<'_>,
    key: &Key,
    (seen, on): (u32, Day),
    (event, said): (Event, Option<String>),
    by: &By,
) -> Result<bool, StoreError> {
    let sealed = match said {
        Some(said) => {
            let json = serde_json::to_string(&said).expect("a text");
            let case = place.keys.key(Of::Case { client: &key.client, case: &key.case })?;
            let person = place.keys.key(Of::Member(&by.member))?;
            Some(text::seal(&case, &person, &place_of(key, NAME), &json))
        }
        None => None,
    };
    let subject = subject(key);
    let at = lesson_log::Place { topic: Topic::Afterwards, subject: &subject, seen, on };
    lesson_log::append(place.db, at, &[(event, sealed)], by).await
}
