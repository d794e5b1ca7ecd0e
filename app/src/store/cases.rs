//! Cases: their journals, who takes part in them, and where they stand. What people said is sealed before it comes here.

use super::holds::{self, Change};
use super::{Db, StoreError, dialect};
use super::{legal_holds, lessons, outbox};
use domain::case::Stage;
use domain::case::legal_hold::LegalHold;
use domain::days::Day;
use domain::journal::{self, Entry};
use sqlx::{Any, Transaction};

/// An entry with what it seals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub entry: Entry,
    pub sealed: Option<Vec<u8>>,
}

/// A case by its client and its own id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub client: String,
    pub case: String,
}

/// Where a case stands, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    pub opened_on: Day,
    pub since: Day,
    /// Who takes part; for everyone else the case does not exist.
    pub members: Vec<String>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub key: Key,
    /// The client's name, or its key where the records know none.
    pub name: String,
    pub stage: Stage,
    pub opened_on: Day,
    pub since: Day,
}

/// What is added to a journal in one step.
#[derive(Clone, Copy, Debug)]
pub struct Addition<'a> {
    pub entries: &'a [Kept],
    pub standing: &'a Standing,
    /// All sealed answers to the question of our own part, with the new one, in the place of those that stood: written
    /// together, none of them tells which was the last. They carry no name and no time.
    pub own_parts: Option<&'a [(String, Vec<u8>)]>,
    /// The hold that is set or released by it.
    pub hold: Option<Change<'a>>,
    /// The letter that is ordered by mail with it, or of which it says what came of it.
    pub outbox: Option<outbox::Change<'a>>,
    /// The lessons that everyone may read from now on.
    pub lessons: &'a [lessons::Row],
    /// Every legal hold of the case, where something happened to one.
    pub legal_holds: Option<&'a [LegalHold]>,
    /// The ids of those lessons that nobody may read any more.
    pub withdrawn: &'a [String],
}

impl<'a> Addition<'a> {
    /// Returns entries with nothing beside them.
    pub fn of(entries: &'a [Kept], standing: &'a Standing) -> Addition<'a> {
        let (own_parts, hold, outbox, legal_holds) = (None, None, None, None);
        Addition { entries, standing, own_parts, hold, outbox, lessons: &[], withdrawn: &[], legal_holds }
    }
}

/// Adds entries to a journal whose last number a writer saw, 0 for a new one; tells whether it was still the last.
pub async fn append(db: &Db, key: &Key, seen: u32, addition: Addition<'_>) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    if let (0, Some(lock)) = (seen, dialect::lock(db.kind)) {
        // Of two who open a case for one client, the second waits, and then finds the case of the first.
        sqlx::query(lock).bind(&key.client).execute(&mut *tx).await?;
    }
    for kept in addition.entries {
        match insert(&mut tx, key, kept).await {
            Ok(()) => {}
            Err(StoreError::Sql(sqlx::Error::Database(error))) if error.is_unique_violation() => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    let Some(head) = addition.entries.last().map(|kept| &kept.entry) else { return Ok(true) };
    if !advance(&mut tx, key, seen, head, addition.standing).await? {
        return Ok(false);
    }
    seat(&mut tx, key, &addition.standing.members).await?;
    if let Some(own_parts) = addition.own_parts {
        replace_own_parts(&mut tx, key, own_parts).await?;
    }
    if let Some(change) = addition.hold {
        holds::change_within(&mut tx, change).await?;
    }
    if let Some(change) = addition.outbox
        && !outbox::change_within(&mut tx, change).await?
    {
        return Ok(false);
    }
    lessons::add_within(&mut tx, addition.lessons).await?;
    if let Some(holds) = addition.legal_holds {
        legal_holds::replace_within(&mut tx, key, holds).await?;
    }
    lessons::remove_within(&mut tx, addition.withdrawn).await?;
    tx.commit().await?;
    Ok(true)
}

pub(super) async fn insert(tx: &mut Transaction<'static, Any>, key: &Key, kept: &Kept) -> Result<(), StoreError> {
    let Kept { entry, sealed } = kept;
    sqlx::query(
        "INSERT INTO case_entries (client, case_id, seq, at, actor, name, plain, sealed, previous, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&key.client)
    .bind(&key.case)
    .bind(i64::from(entry.seq))
    .bind(&entry.at)
    .bind(&entry.actor)
    .bind(&entry.name)
    .bind(&entry.plain)
    .bind(sealed)
    .bind(&entry.previous)
    .bind(&entry.hash)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a case's head, if it still stands where the writer saw it.
async fn advance(
    tx: &mut Transaction<'static, Any>,
    key: &Key,
    seen: u32,
    head: &Entry,
    standing: &Standing,
) -> Result<bool, StoreError> {
    let text = if seen == 0 {
        // A client has one open case at a time; those at rest are over.
        "INSERT INTO cases (seq, hash, stage, opened_on, since_on, client, case_id)
         SELECT $1, $2, $3, $4, $5, $6, $7 WHERE $8 = 0
            AND NOT EXISTS (SELECT 1 FROM cases WHERE client = $6 AND stage NOT IN ('kept', 'withdrawn', 'closed', 'learned'))"
    } else {
        "UPDATE cases SET seq = $1, hash = $2, stage = $3, opened_on = $4, since_on = $5
          WHERE client = $6 AND case_id = $7 AND seq = $8"
    };
    let moved = sqlx::query(text)
        .bind(i64::from(head.seq))
        .bind(&head.hash)
        .bind(standing.stage.word())
        .bind(standing.opened_on.to_string())
        .bind(standing.since.to_string())
        .bind(&key.client)
        .bind(&key.case)
        .bind(i64::from(seen))
        .execute(&mut **tx)
        .await?;
    Ok(moved.rows_affected() == 1)
}

/// Names who takes part in a case.
async fn seat(tx: &mut Transaction<'static, Any>, key: &Key, members: &[String]) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM case_members WHERE client = $1 AND case_id = $2")
        .bind(&key.client)
        .bind(&key.case)
        .execute(&mut **tx)
        .await?;
    for member in members {
        sqlx::query("INSERT INTO case_members (member, client, case_id) VALUES ($1, $2, $3)")
            .bind(member)
            .bind(&key.client)
            .bind(&key.case)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

async fn replace_own_parts(
    tx: &mut Transaction<'static, Any>,
    key: &Key,
    own_parts: &[(String, Vec<u8>)],
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM own_parts WHERE client = $1 AND case_id = $2")
        .bind(&key.client)
        .bind(&key.case)
        .execute(&mut **tx)
        .await?;
    for (id, sealed) in own_parts {
        sqlx::query("INSERT INTO own_parts (client, case_id, id, sealed) VALUES ($1, $2, $3, $4)")
            .bind(&key.client)
            .bind(&key.case)
            .bind(id)
            .bind(sealed)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

type EntryRow = (i64, String, Option<String>, String, String, Option<Vec<u8>>, String, String);

/// Returns a case's journal, the first entry first; empty if there is none.
pub async fn journal(db: &Db, key: &Key) -> Result<Vec<Kept>, StoreError> {
    let rows: Vec<EntryRow> = sqlx::query_as(
        "SELECT seq, at, actor, name, plain, sealed, previous, hash
           FROM case_entries WHERE client = $1 AND case_id = $2 ORDER BY seq",
    )
    .bind(&key.client)
    .bind(&key.case)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(kept).collect())
}

fn kept((seq, at, actor, name, plain, sealed, previous, hash): EntryRow) -> Kept {
    let digest = sealed.as_deref().map(journal::digest);
    let seq = u32::try_from(seq).unwrap_or(u32::MAX);
    Kept { entry: Entry { seq, at, actor, name, plain, sealed: digest, previous, hash }, sealed }
}

/// Returns the number and the hash of a case's last entry.
pub async fn head(db: &Db, key: &Key) -> Result<Option<(u32, String)>, StoreError> {
    let row: Option<(i64, String)> = sqlx::query_as("SELECT seq, hash FROM cases WHERE client = $1 AND case_id = $2")
        .bind(&key.client)
        .bind(&key.case)
        .fetch_optional(&db.pool)
        .await?;
    Ok(row.map(|(seq, hash)| (u32::try_from(seq).unwrap_or(u32::MAX), hash)))
}

/// Returns what lists show of a case; nothing where that cannot be read.
pub async fn standing(db: &Db, key: &Key) -> Result<Option<Standing>, StoreError> {
    let row: Option<(String, String, String)> =
        sqlx::query_as("SELECT stage, opened_on, since_on FROM cases WHERE client = $1 AND case_id = $2")
            .bind(&key.client)
            .bind(&key.case)
            .fetch_optional(&db.pool)
            .await?;
    let members =
        sqlx::query_scalar("SELECT member FROM case_members WHERE client = $1 AND case_id = $2 ORDER BY member")
            .bind(&key.client)
            .bind(&key.case)
            .fetch_all(&db.pool)
            .await?;
    let standing = |(stage, opened_on, since): (String, String, String)| {
        let (opened_on, since) = (Day::from_iso(&opened_on)?, Day::from_iso(&since)?);
        Some(Standing { stage: Stage::of(&stage)?, opened_on, since, members })
    };
    Ok(row.and_then(standing))
}

/// Returns every case; for verification, which looks at no text.
pub async fn keys(db: &Db) -> Result<Vec<Key>, StoreError> {
    // A journal whose head was taken away must be found, too.
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT client, case_id FROM cases UNION SELECT client, case_id FROM case_entries ORDER BY client, case_id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}

/// Returns the cases in whose journals a person's words stand.
pub async fn spoken(db: &Db, member: &str) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT DISTINCT client, case_id FROM case_entries WHERE actor = $1 AND sealed IS NOT NULL
          ORDER BY client, case_id",
    )
    .bind(member)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}

type LineRow = (String, String, Option<String>, String, String, String);

/// Returns the cases in which a member takes part, those that stand longest first; of one client, if one is named.
pub async fn of_member(db: &Db, member: &str, client: Option<&str>) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT c.client, c.case_id, r.name, c.stage, c.opened_on, c.since_on
           FROM case_members m
           JOIN cases c ON c.client = m.client AND c.case_id = m.case_id
           LEFT JOIN clients r ON r.client = c.client
          WHERE m.member = $1 AND ($2 = '' OR c.client = $2)
          ORDER BY c.since_on, c.case_id",
    )
    .bind(member)
    .bind(client.unwrap_or_default())
    .fetch_all(&db.pool)
    .await?;
    lines(rows)
}

/// Returns all cases of a client, the latest first; it is not for pages, which show what a member takes part in.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT c.client, c.case_id, r.name, c.stage, c.opened_on, c.since_on
           FROM cases c LEFT JOIN clients r ON r.client = c.client
          WHERE c.client = $1 ORDER BY c.case_id DESC",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    lines(rows)
}

/// Returns every case, whoever takes part in it; restricted cases are not among them.
pub async fn all(db: &Db) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT c.client, c.case_id, r.name, c.stage, c.opened_on, c.since_on
           FROM cases c LEFT JOIN clients r ON r.client = c.client ORDER BY c.client, c.case_id",
    )
    .fetch_all(&db.pool)
    .await?;
    lines(rows)
}

fn lines(rows: Vec<LineRow>) -> Result<Vec<Line>, StoreError> {
    let unreadable = |row: &LineRow| StoreError::Unreadable(format!("cases {} {}", row.0, row.1));
    rows.into_iter().map(|row| line(&row).ok_or_else(|| unreadable(&row))).collect()
}

fn line((client, case, name, stage, opened_on, since): &LineRow) -> Option<Line> {
    Some(Line {
        key: Key { client: client.clone(), case: case.clone() },
        name: name.clone().unwrap_or_else(|| client.clone()),
        stage: Stage::of(stage)?,
        opened_on: Day::from_iso(opened_on)?,
        since: Day::from_iso(since)?,
    })
}

/// Returns the cases in which the program watches something, or may: those that are kept, and those under way to it.
/// Once another case of the client is open, its people have the client before them, and the one at rest stays there.
pub async fn watched(db: &Db) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT c.client, c.case_id FROM cases c WHERE c.stage IN ('repair', 'review') OR (c.stage = 'kept'
            AND NOT EXISTS (SELECT 1 FROM cases o WHERE o.client = c.client AND o.stage NOT IN ('kept', 'withdrawn', 'closed', 'learned'))
            AND NOT EXISTS (SELECT 1 FROM cases o
                             WHERE o.client = c.client AND o.stage = 'kept' AND o.since_on > c.since_on))
          ORDER BY c.client, c.case_id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}

/// Returns the cases of which the end is looked back upon, or was.
pub async fn looked_back(db: &Db) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT client, case_id FROM cases WHERE stage IN ('closed', 'learned') ORDER BY client, case_id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}

/// Counts the entries of all journals.
pub async fn entries(db: &Db) -> Result<i64, StoreError> {
    let sum = sqlx::query_scalar("SELECT COALESCE(CAST(SUM(seq) AS BIGINT), 0) FROM cases").fetch_one(&db.pool).await?;
    Ok(sum)
}

/// Returns the sealed answers to the question of our own part, in the order of their random ids.
pub async fn own_parts(db: &Db, key: &Key) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let rows = sqlx::query_as("SELECT id, sealed FROM own_parts WHERE client = $1 AND case_id = $2 ORDER BY id")
        .bind(&key.client)
        .bind(&key.case)
        .fetch_all(&db.pool)
        .await?;
    Ok(rows)
}

/// Counts the repair trials of all cases: how many succeeded and how many failed.
pub async fn trials(db: &Db) -> Result<(u32, u32), StoreError> {
    let plain: Vec<String> = sqlx::query_scalar("SELECT plain FROM case_entries WHERE name = $1")
        .bind(TRIAL_EVALUATED)
        .fetch_all(&db.pool)
        .await?;
    let succeeded = |plain: &&String| {
        let event = journal::read(TRIAL_EVALUATED, plain, None);
        matches!(event, Some(domain::case::Event::TrialEvaluated { succeeded: true, .. }))
    };
    let repaired = plain.iter().filter(succeeded).count();
    Ok((repaired as u32, (plain.len() - repaired) as u32))
}

const TRIAL_EVALUATED: &str = "TrialEvaluated";
