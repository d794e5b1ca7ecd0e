//! The logs of what was learnt: prospects, criteria, the chances of the pipeline, and cases after they are closed. They are
//! only added to; a prospect who is erased goes whole (`erasing`). What is sealed has nothing open.

use super::entries::By;
use super::{Db, StoreError, erasing};
use domain::days::Day;
use domain::lesson::Stamped;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whose log it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Prospect,
    Criterion,
    Pipeline,
    Afterwards,
}

impl Topic {
    fn word(self) -> &'static str {
        match self {
            Topic::Prospect => "prospect",
            Topic::Criterion => "criterion",
            Topic::Pipeline => "pipeline",
            Topic::Afterwards => "afterwards",
        }
    }
}

/// An entry with what it seals.
pub type Kept<E> = (Stamped<E>, Option<Vec<u8>>);

type Row = (String, i64, String, String, String, String, Option<Vec<u8>>);

const COLUMNS: &str = "SELECT subject, seq, member, on_day, at, plain, sealed FROM lesson_log";

/// Returns all logs of a topic, each by its subject, the first entry first.
pub async fn all<E: DeserializeOwned>(db: &Db, topic: Topic) -> Result<Vec<(String, Vec<Kept<E>>)>, StoreError> {
    let text = format!("{COLUMNS} WHERE topic = $1 ORDER BY subject, seq");
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(topic.word()).fetch_all(&db.pool).await?;
    let mut logs: Vec<(String, Vec<Kept<E>>)> = vec![];
    for row in rows {
        let subject = row.0.clone();
        let kept = read(topic, row)?;
        match logs.last_mut().filter(|(last, _)| *last == subject) {
            Some((_, log)) => log.push(kept),
            None => logs.push((subject, vec![kept])),
        }
    }
    Ok(logs)
}

/// Returns one log; empty if there is none.
pub async fn of<E: DeserializeOwned>(db: &Db, topic: Topic, subject: &str) -> Result<Vec<Kept<E>>, StoreError> {
    let text = format!("{COLUMNS} WHERE topic = $1 AND subject = $2 ORDER BY seq");
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(topic.word()).bind(subject).fetch_all(&db.pool).await?;
    rows.into_iter().map(|row| read(topic, row)).collect()
}

/// Returns the subjects of a topic of which an entry is not sealed.
pub async fn open_subjects(db: &Db, topic: Topic) -> Result<Vec<String>, StoreError> {
    let text = "SELECT DISTINCT subject FROM lesson_log WHERE topic = $1 AND sealed IS NULL ORDER BY subject";
    Ok(sqlx::query_scalar(text).bind(topic.word()).fetch_all(&db.pool).await?)
}

/// Seals an entry that stood open.
pub async fn close(db: &Db, (topic, subject, seq): (Topic, &str, u32), sealed: &[u8]) -> Result<(), StoreError> {
    let mut tx = erasing::begin(db).await?;
    sqlx::query(
        "UPDATE lesson_log SET plain = 'null', sealed = $1
         WHERE topic = $2 AND subject = $3 AND seq = $4 AND sealed IS NULL",
    )
    .bind(sealed)
    .bind(topic.word())
    .bind(subject)
    .bind(i64::from(seq))
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

fn read<E: DeserializeOwned>(
    topic: Topic,
    (subject, seq, by, on, at, plain, sealed): Row,
) -> Result<Kept<E>, StoreError> {
    let unreadable = || StoreError::Unreadable(format!("lesson_log {} {subject} {seq}", topic.word()));
    let on = Day::from_iso(&on).ok_or_else(unreadable)?;
    let event = serde_json::from_str(&plain).map_err(|_| unreadable())?;
    let seq = u32::try_from(seq).map_err(|_| unreadable())?;
    Ok((Stamped { seq, by, on, at, event }, sealed))
}

/// Where something is written down: after the entry that the writer saw, 0 for a new log, on the firm's day.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub topic: Topic,
    pub subject: &'a str,
    pub seen: u32,
    pub on: Day,
}

/// Adds events to a log; tells whether the entry that the writer saw was still the last.
pub async fn append<E: Serialize>(
    db: &Db,
    place: Place<'_>,
    events: &[(E, Option<Vec<u8>>)],
    by: &By,
) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let last: i64 =
        sqlx::query_scalar("SELECT COALESCE(MAX(seq), 0) FROM lesson_log WHERE topic = $1 AND subject = $2")
            .bind(place.topic.word())
            .bind(place.subject)
            .fetch_one(&mut *tx)
            .await?;
    if last != i64::from(place.seen) {
        return Ok(false);
    }
    for (at, (event, sealed)) in events.iter().enumerate() {
        let plain = serde_json::to_string(event).expect("made of words, days and numbers");
        let added = sqlx::query(
            "INSERT INTO lesson_log (topic, subject, seq, member, on_day, at, plain, sealed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (topic, subject, seq) DO NOTHING",
        )
        .bind(place.topic.word())
        .bind(place.subject)
        .bind(i64::from(place.seen) + 1 + at as i64)
        .bind(&by.member)
        .bind(place.on.to_string())
        .bind(&by.at)
        .bind(plain)
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        if added.rows_affected() == 0 {
            return Ok(false);
        }
    }
    tx.commit().await?;
    Ok(true)
}
