//! Sessions: who is signed in, kept under the digest of a cookie.

use super::viewer::{Role, Viewer};
use super::{Db, StoreError};
use domain::days::Day;
use sqlx::Row;
use sqlx::any::AnyRow;

/// Everything a request needs to know of who asks; loaded by one query.
#[derive(Clone, Debug)]
pub struct Seat {
    pub member: String,
    pub name: String,
    pub role: Role,
    pub adviser: bool,
    /// `ar` or `en`, and `latn` or `arab`.
    pub language: String,
    pub digits: String,
    pub hijri: bool,
    pub time_follows: bool,
    pub began_at: String,
    pub expires_at: String,
    /// The client whose people see the screen: key and name.
    pub sharing: Option<(String, String)>,
    /// The newest version of the firm's facts.
    pub firm_version: i64,
    /// The number that grows whenever something is sealed.
    pub sealed_mark: i64,
    /// The revision of the lists.
    pub lists: i64,
    /// The day for which the list was made, if it is as new as the records.
    pub listed_on: Option<Day>,
    /// Whether they take part in a case, and whether they keep papers under a legal hold.
    pub has_cases: bool,
    pub has_holds: bool,
}

impl Seat {
    /// Returns what this person may see.
    pub fn viewer(&self) -> Viewer {
        Viewer::Member {
            id: self.member.clone(),
            role: self.role,
            sharing: self.sharing.as_ref().map(|(client, _)| client.clone()),
        }
    }
}

/// Begins a session.
pub async fn begin(
    db: &Db,
    token_hash: &str,
    member: &str,
    now: &str,
    expires_at: &str,
    agent: &str,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO sessions (token_hash, member, began_at, expires_at, agent) VALUES ($1, $2, $3, $4, $5)")
        .bind(token_hash)
        .bind(member)
        .bind(now)
        .bind(expires_at)
        .bind(agent)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Returns who sits behind a cookie, if the session has not ended.
pub async fn load(db: &Db, token_hash: &str, now: &str) -> Result<Option<Seat>, StoreError> {
    let row = sqlx::query(
        "SELECT m.id, m.name, m.role, m.adviser, m.language, m.digits, m.hijri, m.time_follows,
                s.began_at, s.expires_at, s.sharing, c.name AS sharing_name,
                (SELECT COALESCE(MAX(version), 0) FROM firm_facts) AS firm_version,
                (SELECT number FROM seals) AS sealed_mark,
                (SELECT number FROM revisions WHERE name = 'lists') AS lists,
                (SELECT b.on_day FROM baselines b
                   JOIN revisions r ON r.name = 'records' AND r.number = b.records) AS listed_on,
                (SELECT COUNT(*) FROM case_members k WHERE k.member = m.id) AS cases,
                (SELECT COUNT(*) FROM legal_hold_custodians k WHERE k.member = m.id) AS holds
           FROM sessions s JOIN members m ON m.id = s.member LEFT JOIN clients c ON c.client = s.sharing
          WHERE s.token_hash = $1 AND s.expires_at > $2 AND m.left_at IS NULL",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(&db.pool)
    .await?;
    row.map(|row| read(&row)).transpose()
}

fn read(row: &AnyRow) -> Result<Seat, StoreError> {
    let number = |name: &str| row.try_get::<i64, _>(name);
    let member: String = row.try_get("id")?;
    let (sharing, listed_on): (Option<String>, Option<&str>) = (row.try_get("sharing")?, row.try_get("listed_on")?);
    let sharing_name: Option<String> = row.try_get("sharing_name")?;
    Ok(Seat {
        name: row.try_get("name")?,
        role: Role::of(row.try_get("role")?).ok_or_else(|| StoreError::Unreadable(format!("members {member}")))?,
        member,
        adviser: number("adviser")? == 1,
        language: row.try_get("language")?,
        digits: row.try_get("digits")?,
        hijri: number("hijri")? == 1,
        time_follows: number("time_follows")? == 1,
        began_at: row.try_get("began_at")?,
        expires_at: row.try_get("expires_at")?,
        sharing: sharing.map(|client| (client.clone(), sharing_name.unwrap_or(client))),
        firm_version: number("firm_version")?,
        sealed_mark: number("sealed_mark")?,
        lists: number("lists")?,
        listed_on: listed_on.and_then(Day::from_iso),
        has_cases: number("cases")? > 0,
        has_holds: number("holds")? > 0,
    })
}

/// Lets a session last until later.
pub async fn extend(db: &Db, token_hash: &str, expires_at: &str) -> Result<(), StoreError> {
    let extended = sqlx::query("UPDATE sessions SET expires_at = $2 WHERE token_hash = $1");
    extended.bind(token_hash).bind(expires_at).execute(&db.pool).await?;
    Ok(())
}

/// Ends a session.
pub async fn end(db: &Db, token_hash: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1").bind(token_hash).execute(&db.pool).await?;
    Ok(())
}

/// Ends every session of a member except one, which may be none.
pub async fn end_others(db: &Db, member: &str, kept_hash: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE member = $1 AND token_hash <> $2")
        .bind(member)
        .bind(kept_hash)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Forgets sessions that have run out.
pub async fn forget(db: &Db, now: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now).execute(&db.pool).await?;
    Ok(())
}

/// Begins or, without a client, ends the sharing of a screen.
pub async fn share(db: &Db, token_hash: &str, client: Option<&str>) -> Result<(), StoreError> {
    let shared = sqlx::query("UPDATE sessions SET sharing = $2 WHERE token_hash = $1");
    shared.bind(token_hash).bind(client).execute(&db.pool).await?;
    Ok(())
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub token_hash: String,
    pub began_at: String,
    pub expires_at: String,
    pub agent: String,
}

/// Returns a member's sessions, the newest first.
pub async fn of_member(db: &Db, member: &str, now: &str) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT token_hash, began_at, expires_at, agent FROM sessions WHERE member = $1 AND expires_at > $2
          ORDER BY began_at DESC, token_hash",
    )
    .bind(member)
    .bind(now)
    .fetch_all(&db.pool)
    .await?;
    let line = |(token_hash, began_at, expires_at, agent)| Line { token_hash, began_at, expires_at, agent };
    Ok(rows.into_iter().map(line).collect())
}
