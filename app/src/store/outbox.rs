//! Letters on their way to the firm's mail server. A row is taken by one at a time; what it holds is sealed before it comes
//! here.

use super::cases::Key;
use super::{Db, StoreError};
use sqlx::{Any, Transaction};

/// Where a letter stands on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    /// The server is being asked; nothing was handed over.
    Claimed,
    /// It is being handed over: whoever dies now leaves it unknown whether it went out.
    Sending,
    Sent,
    Refused,
    Unknown,
    Ended,
}

const STATES: [(State, &str); 7] = [
    (State::Waiting, "waiting"),
    (State::Claimed, "claimed"),
    (State::Sending, "sending"),
    (State::Sent, "sent"),
    (State::Refused, "refused"),
    (State::Unknown, "unknown"),
    (State::Ended, "ended"),
];

impl State {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        STATES.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| *word)
    }
}

/// A letter that is ordered.
#[derive(Clone, Copy, Debug)]
pub struct Ordered<'a> {
    pub message: &'a str,
    pub key: &'a Key,
    pub letter: u32,
    pub member: &'a str,
    pub sha256: &'a str,
    pub sealed: &'a [u8],
    pub at: &'a str,
}

/// A change that belongs to what is written into the case in the same transaction.
#[derive(Clone, Copy, Debug)]
pub enum Change<'a> {
    Order(Ordered<'a>),
    /// The server took it, as whoever holds the claim says.
    Sent {
        message: &'a str,
        claim: &'a str,
        at: &'a str,
    },
    /// A person says what came of it: it was sent, or it was not.
    End {
        message: &'a str,
        was_sent: bool,
        at: &'a str,
    },
}

/// A letter that is taken to be sent.
#[derive(Clone, Debug)]
pub struct Taken {
    pub message: String,
    pub key: Key,
    pub letter: u32,
    pub member: String,
    pub sealed: Option<Vec<u8>>,
    pub ordered_at: String,
    /// How often it was tried, this time included.
    pub tries: i64,
}

/// Where a letter of a case stands.
#[derive(Clone, Debug)]
pub struct Row {
    pub message: String,
    pub letter: u32,
    pub state: State,
    pub next_at: String,
    pub changed_at: String,
    pub answer: Option<Vec<u8>>,
}

/// What becomes of a letter that did not go out, or of which nobody knows.
#[derive(Clone, Copy, Debug)]
pub enum Fate<'a> {
    /// It is tried again from this instant on.
    Again(&'a str),
    Refused,
    Unknown,
}

/// Makes a change within a transaction; tells whether the letter still stood where it is made from.
pub async fn change_within(tx: &mut Transaction<'static, Any>, change: Change<'_>) -> Result<bool, StoreError> {
    match change {
        Change::Order(ordered) => order(tx, ordered).await,
        Change::Sent { message, claim, at } => {
            let sent = sqlx::query(
                "UPDATE outbox SET state = 'sent', sealed = NULL, claim = NULL, changed_at = $3
                  WHERE message = $1 AND claim = $2 AND state = 'sending'",
            );
            let sent = sent.bind(message).bind(claim).bind(at).execute(&mut **tx).await?;
            Ok(sent.rows_affected() == 1)
        }
        Change::End { message, was_sent, at } => {
            let ended = sqlx::query(
                "UPDATE outbox SET state = $2, sealed = NULL, changed_at = $3
                  WHERE message = $1 AND state IN ('waiting', 'refused', 'unknown')",
            );
            let state = if was_sent { State::Sent } else { State::Ended };
            let ended = ended.bind(message).bind(state.word()).bind(at).execute(&mut **tx).await?;
            Ok(ended.rows_affected() == 1)
        }
    }
}

async fn order(tx: &mut Transaction<'static, Any>, ordered: Ordered<'_>) -> Result<bool, StoreError> {
    let added = sqlx::query(
        "INSERT INTO outbox (message, client, case_id, letter, member, sha256, sealed, state, ordered_at, next_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8, $8)",
    )
    .bind(ordered.message)
    .bind(&ordered.key.client)
    .bind(&ordered.key.case)
    .bind(i64::from(ordered.letter))
    .bind(ordered.member)
    .bind(ordered.sha256)
    .bind(ordered.sealed)
    .bind(ordered.at)
    .execute(&mut **tx)
    .await;
    match added {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Tells whether nothing is on its way; looking writes nothing.
pub async fn is_idle(db: &Db) -> Result<bool, StoreError> {
    let one: Option<String> =
        sqlx::query_scalar("SELECT message FROM outbox WHERE state IN ('waiting', 'claimed', 'sending') LIMIT 1")
            .fetch_optional(&db.pool)
            .await?;
    Ok(one.is_none())
}

/// Lets go of letters whose holder is gone: one of which nothing was handed over waits again, any other is unknown.
pub async fn let_go(db: &Db, now: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE outbox SET state = 'waiting', claim = NULL, changed_at = $1
          WHERE state = 'claimed' AND claimed_until < $1",
    )
    .bind(now)
    .execute(&db.pool)
    .await?;
    sqlx::query(
        "UPDATE outbox SET state = 'unknown', sealed = NULL, claim = NULL, answer = NULL, changed_at = $1
          WHERE state = 'sending' AND claimed_until < $1",
    )
    .bind(now)
    .execute(&db.pool)
    .await?;
    Ok(())
}

type TakenRow = (String, String, String, i64, String, Option<Vec<u8>>, String, i64);

/// Takes the letter that waits longest, if its time has come; of two who take at once only one gets it.
pub async fn take(db: &Db, now: &str, claim: &str, until: &str) -> Result<Option<Taken>, StoreError> {
    let row: Option<TakenRow> = sqlx::query_as(
        "UPDATE outbox SET state = 'claimed', claim = $2, claimed_until = $3, changed_at = $1, tries = tries + 1
          WHERE state = 'waiting' AND message =
                (SELECT message FROM outbox WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, message LIMIT 1)
      RETURNING message, client, case_id, letter, member, sealed, ordered_at, tries",
    )
    .bind(now)
    .bind(claim)
    .bind(until)
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(|(message, client, case, letter, member, sealed, ordered_at, tries)| Taken {
        message,
        key: Key { client, case },
        letter: letter_of(letter),
        member,
        sealed,
        ordered_at,
        tries,
    }))
}

/// Notes that a letter is handed over from now on; tells whether the claim still holds, without which nothing may be.
pub async fn begin(db: &Db, message: &str, claim: &str, now: &str, until: &str) -> Result<bool, StoreError> {
    let begun = sqlx::query(
        "UPDATE outbox SET state = 'sending', claimed_until = $4, changed_at = $3
          WHERE message = $1 AND claim = $2 AND state = 'claimed' AND claimed_until >= $3",
    )
    .bind(message)
    .bind(claim)
    .bind(now)
    .bind(until)
    .execute(&db.pool)
    .await?;
    Ok(begun.rows_affected() == 1)
}

/// Notes what becomes of a letter that was not taken by the server, with what the server said.
pub async fn settle(
    db: &Db,
    message: &str,
    claim: &str,
    now: &str,
    fate: Fate<'_>,
    answer: &[u8],
) -> Result<(), StoreError> {
    let (state, next_at) = match fate {
        Fate::Again(at) => (State::Waiting, at),
        Fate::Refused => (State::Refused, now),
        Fate::Unknown => (State::Unknown, now),
    };
    sqlx::query(
        "UPDATE outbox SET state = $3, next_at = $4, changed_at = $5, answer = $6, claim = NULL,
                sealed = CASE WHEN $3 = 'waiting' THEN sealed ELSE NULL END
          WHERE message = $1 AND claim = $2 AND state IN ('claimed', 'sending')",
    )
    .bind(message)
    .bind(claim)
    .bind(state.word())
    .bind(next_at)
    .bind(now)
    .bind(answer)
    .execute(&db.pool)
    .await?;
    Ok(())
}

type StandingRow = (String, i64, String, String, String, Option<Vec<u8>>);

/// Returns the letters of a case that were ordered, the last first.
pub async fn of_case(db: &Db, key: &Key) -> Result<Vec<Row>, StoreError> {
    let rows: Vec<StandingRow> = sqlx::query_as(
        "SELECT message, letter, state, next_at, changed_at, answer
           FROM outbox WHERE client = $1 AND case_id = $2
          ORDER BY ordered_at DESC, CASE WHEN state = 'ended' THEN 1 ELSE 0 END, message",
    )
    .bind(&key.client)
    .bind(&key.case)
    .fetch_all(&db.pool)
    .await?;
    let row = |(message, letter, word, next_at, changed_at, answer): StandingRow| {
        let state = STATES.iter().find(|(_, known)| *known == word).map(|(state, _)| *state);
        let state = state.ok_or_else(|| StoreError::Unreadable(format!("outbox {message}")))?;
        Ok(Row { message, letter: letter_of(letter), state, next_at, changed_at, answer })
    };
    rows.into_iter().map(row).collect()
}

fn letter_of(letter: i64) -> u32 {
    u32::try_from(letter).unwrap_or(u32::MAX)
}

/// After a restoring nobody knows whether what was on its way went out since: a person looks. Returns how many letters.
pub async fn doubt(db: &Db) -> Result<u64, StoreError> {
    let doubted = sqlx::query(
        "UPDATE outbox SET state = 'unknown', claim = NULL, claimed_until = NULL
          WHERE state IN ('waiting', 'claimed', 'sending')",
    );
    Ok(doubted.execute(&db.pool).await?.rows_affected())
}
