//! Sessions: who is signed in, kept under the digest of a cookie.

use super::viewer::{Role, Viewer};
use super::{Db, StoreError};
use domain::days::Day;

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

type Row = (
    String,
    String,
    String,
    i64,
    String,
    String,
    i64,
    i64,
    String,
    String,
    Option<String>,
    Option<String>,
    i64,
    i64,
    i64,
    Option<String>,
);

/// Returns who sits behind a cookie, if the session has not ended.
pub async fn load(db: &Db, token_hash: &str, now: &str) -> Result<Option<Seat>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT m.id, m.name, m.role, m.adviser, m.language, m.digits, m.hijri, m.time_follows,
                s.began_at, s.expires_at, s.sharing, c.name,
                (SELECT COALESCE(MAX(version), 0) FROM firm_facts),
                (SELECT number FROM seals),
                (SELECT number FROM revisions WHERE name = 'lists'),
                (SELECT b.on_day FROM baselines b JOIN revisions r ON r.name = 'records' AND r.number = b.records)
           FROM sessions s JOIN members m ON m.id = s.member LEFT JOIN clients c ON c.client = s.sharing
          WHERE s.token_hash = $1 AND s.expires_at > $2 AND m.left_at IS NULL",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(&db.pool)
    .await?;
    row.map(read).transpose()
}

fn read(row: Row) -> Result<Seat, StoreError> {
    let (member, name, role, adviser, language, digits, hijri, time_follows, began_at, expires_at, ..) = &row;
    let (.., sharing, client_name, firm_version, sealed_mark, lists, listed_on) = &row;
    Ok(Seat {
        member: member.clone(),
        name: name.clone(),
        role: Role::of(role).ok_or_else(|| StoreError::Unreadable(format!("members {member}")))?,
        adviser: *adviser == 1,
        language: language.clone(),
        digits: digits.clone(),
        hijri: *hijri == 1,
        time_follows: *time_follows == 1,
        began_at: began_at.clone(),
        expires_at: expires_at.clone(),
        sharing: sharing.clone().map(|client| (client.clone(), client_name.clone().unwrap_or(client))),
        firm_version: *firm_version,
        sealed_mark: *sealed_mark,
        lists: *lists,
        listed_on: listed_on.as_deref().and_then(Day::from_iso),
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
