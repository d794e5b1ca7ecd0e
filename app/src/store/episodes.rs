//! Episodes of findings: seen from, seen to, and what a person said of them (RULINGS 31).

use super::{Db, StoreError, revision};
use domain::days::Day;
use domain::sign::{Code, Level};

/// One episode of one finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Episode {
    pub code: Code,
    pub number: i64,
    pub first_on: Day,
    pub last_on: Day,
    pub level: Level,
    /// The policy version it was made under.
    pub policy: u32,
    pub verdict: Verdict,
    /// The level at which a person last decided.
    pub decided_level: Option<Level>,
    pub reason: String,
    /// The name of the member who decided.
    pub decided_by: Option<String>,
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub decided_at: Option<String>,
}

/// What a person said of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing yet.
    Observed,
    Confirmed,
    Dismissed,
}

impl Verdict {
    /// Returns the word the store keeps.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Observed => "observed",
            Verdict::Confirmed => "confirmed",
            Verdict::Dismissed => "dismissed",
        }
    }

    fn of(word: &str) -> Option<Verdict> {
        [Verdict::Observed, Verdict::Confirmed, Verdict::Dismissed].into_iter().find(|v| v.word() == word)
    }
}

impl Episode {
    /// Returns the verdict that stands: one that was given at a lower level is asked for again.
    pub fn standing(&self) -> Verdict {
        match self.decided_level {
            Some(decided) if self.level > decided => Verdict::Observed,
            _ => self.verdict,
        }
    }
}

type Row = (
    String,
    i64,
    String,
    String,
    i64,
    i64,
    String,
    Option<i64>,
    String,
    Option<String>,
    Option<String>,
);

/// Returns all episodes of a client's findings, by code, the newest first.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<Episode>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT e.code, e.number, e.first_on, e.last_on, e.level, e.policy, e.state, e.decided_level, e.reason, m.name,
                e.decided_at
           FROM episodes e LEFT JOIN members m ON m.id = e.decided_by
          WHERE e.client = $1 ORDER BY e.code, e.number DESC",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(Episode::try_from).collect()
}

/// Keeps what a person says of a finding's latest episode at the level it has; false if there is no such episode.
pub async fn decide(db: &Db, said: &Said<'_>) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let done = sqlx::query(
        "UPDATE episodes SET state = $1, reason = $2, decided_by = $3, decided_at = $4, decided_level = level
          WHERE client = $5 AND code = $6
            AND number = (SELECT MAX(number) FROM episodes WHERE client = $5 AND code = $6)",
    )
    .bind(said.verdict.word())
    .bind(said.reason)
    .bind(said.member)
    .bind(said.at)
    .bind(said.client)
    .bind(said.code.word())
    .execute(&mut *tx)
    .await?;
    revision::bump(&mut tx).await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// What a person says of a finding.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub client: &'a str,
    pub code: Code,
    pub verdict: Verdict,
    pub reason: &'a str,
    pub member: &'a str,
    pub at: &'a str,
}

fn level(number: i64) -> Option<Level> {
    [Level::Watch, Level::Finding, Level::Severe].into_iter().find(|level| *level as i64 + 1 == number)
}

impl TryFrom<Row> for Episode {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Episode, StoreError> {
        let (code, number, first_on, last_on, own_level, policy, state, decided, reason, decided_by, decided_at) = row;
        let read = || {
            Some(Episode {
                code: Code::of(&code)?,
                number,
                first_on: Day::from_iso(&first_on)?,
                last_on: Day::from_iso(&last_on)?,
                level: level(own_level)?,
                policy: policy as u32,
                verdict: Verdict::of(&state)?,
                decided_level: decided.and_then(level),
                reason,
                decided_by,
                decided_at,
            })
        };
        read().ok_or_else(|| StoreError::Unreadable(format!("episodes {code} {number}")))
    }
}
