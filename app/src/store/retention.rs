//! Of whom nothing is written any more, and which closed cases nobody of the firm looks after.

use super::cases::Key;
use super::{Db, StoreError};
use domain::case::Stage;
use domain::days::Day;

/// Returns the clients of whom there are rows or cases, and no row that is dated from a day on, each spelling by itself.
pub async fn silent_since(db: &Db, since: Day) -> Result<Vec<String>, StoreError> {
    let clients = sqlx::query_scalar(
        "SELECT c.client FROM clients c
          WHERE (EXISTS (SELECT 1 FROM cases r WHERE r.client = c.client)
                 OR EXISTS (SELECT 1 FROM invoices r WHERE r.client = c.client)
                 OR EXISTS (SELECT 1 FROM payments r WHERE r.client = c.client)
                 OR EXISTS (SELECT 1 FROM messages r WHERE r.client = c.client)
                 OR EXISTS (SELECT 1 FROM time r WHERE r.client = c.client)
                 OR EXISTS (SELECT 1 FROM costs r WHERE r.client = c.client))
            AND NOT EXISTS (SELECT 1 FROM invoices r WHERE r.client = c.client AND r.issued_on >= $1)
            AND NOT EXISTS (SELECT 1 FROM payments r WHERE r.client = c.client AND r.paid_on >= $1)
            AND NOT EXISTS (SELECT 1 FROM messages r WHERE r.client = c.client AND r.at >= $1)
            AND NOT EXISTS (SELECT 1 FROM time r WHERE r.client = c.client AND r.on_day >= $1)
            AND NOT EXISTS (SELECT 1 FROM costs r WHERE r.client = c.client AND r.on_day >= $1)
          ORDER BY c.client",
    );
    Ok(clients.bind(since.to_string()).fetch_all(&db.pool).await?)
}

/// Returns the closed cases in which nobody takes part who still belongs to the firm.
pub async fn forsaken(db: &Db) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT c.client, c.case_id FROM cases c
          WHERE (c.stage = $1 OR c.stage = $2)
            AND NOT EXISTS (SELECT 1 FROM case_members m JOIN members p ON p.id = m.member
                             WHERE m.client = c.client AND m.case_id = c.case_id AND p.left_at IS NULL)
          ORDER BY c.client, c.case_id",
    )
    .bind(Stage::Closed.word())
    .bind(Stage::Learned.word())
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}
