//! Versions of the firm's own letter templates; none is ever changed.

use super::{Db, StoreError};

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The tag of its language.
    pub language: String,
    pub name: String,
    pub version: u32,
    /// The text; `None` where the standard one stands again.
    pub text: Option<String>,
    /// The name of the member who set it.
    pub set_by: Option<String>,
    /// What changed, and why.
    pub reason: String,
    /// UTC, as text that sorts.
    pub set_at: String,
}

type Row = (String, String, i64, Option<String>, Option<String>, String, String);

/// Returns the version in force of every template that a member ever set.
pub async fn current(db: &Db) -> Result<Vec<Version>, StoreError> {
    let sql = "SELECT t.language, t.name, t.version, t.text, m.name, t.reason, t.set_at
                 FROM letter_templates t LEFT JOIN members m ON m.id = t.member
                WHERE t.version = (SELECT MAX(o.version) FROM letter_templates o
                                    WHERE o.language = t.language AND o.name = t.name)
                ORDER BY t.language, t.name";
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(Version::from).collect())
}

/// Returns every version of a template, the newest first.
pub async fn all(db: &Db, language: &str, name: &str) -> Result<Vec<Version>, StoreError> {
    let sql = "SELECT t.language, t.name, t.version, t.text, m.name, t.reason, t.set_at
                 FROM letter_templates t LEFT JOIN members m ON m.id = t.member
                WHERE t.language = $1 AND t.name = $2 ORDER BY t.version DESC";
    let rows: Vec<Row> = sqlx::query_as(sql).bind(language).bind(name).fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(Version::from).collect())
}

/// A text that is to become the next version.
pub struct New<'a> {
    pub language: &'a str,
    pub name: &'a str,
    /// The version that it follows; 0 for the first.
    pub after: u32,
    pub text: Option<&'a str>,
    pub member: &'a str,
    pub reason: &'a str,
    pub at: &'a str,
}

/// Keeps a text as the next version; false if another came in between.
pub async fn save(db: &Db, new: &New<'_>) -> Result<bool, StoreError> {
    let sql = "INSERT INTO letter_templates (language, name, version, text, member, reason, set_at)
               SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT COUNT(*) FROM letter_templates
                WHERE language = $8 AND name = $9 AND version >= $10) = 0
               ON CONFLICT (language, name, version) DO NOTHING";
    let number = i64::from(new.after) + 1;
    let query = sqlx::query(sql).bind(new.language).bind(new.name).bind(number).bind(new.text).bind(new.member);
    let query = query.bind(new.reason).bind(new.at).bind(new.language).bind(new.name).bind(number);
    Ok(query.execute(&db.pool).await?.rows_affected() == 1)
}

impl From<Row> for Version {
    fn from((language, name, version, text, set_by, reason, set_at): Row) -> Version {
        Version { language, name, version: version as u32, text, set_by, reason, set_at }
    }
}
