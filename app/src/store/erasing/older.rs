//! Sign data that has grown old while the relationship goes on: it is kept for its time and no longer (DOMAIN 2.14).

use super::{ASSESSED, Db, Doing, Gone, StoreError, begin, end, of_clients, past, run};
use domain::days::Day;
use domain::record::kind_named;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;

/// The tables of sign data, each with the day by which a row is old.
const DAYS: [(&str, &str); 5] =
    [("messages", "at"), ("feedback", "on_day"), ("time", "on_day"), ("pulse", "on_day"), ("episodes", "last_on")];

/// Removes a client's sign data of before a day, with what stood in it before.
pub async fn older(db: &Db, client: &str, before: Day, doing: Doing) -> Result<Gone, StoreError> {
    let (found, before) = (of_clients(db).await?, before.to_string());
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    let values = [client, before.as_str()];
    for (table, column) in found.iter().filter_map(|table| Some((table, day_of(&table.name)?))) {
        let (name, which) = (&table.name, format!("t.client = $1 AND t.{column} < $2"));
        gone.add("corrections", past::corrections(&mut tx, table, &which, &values).await?);
        if kind_named(name).is_some() {
            let text = format!(
                "DELETE FROM changes WHERE client = $1 AND kind = '{name}'
                    AND id IN (SELECT t.id FROM \"{name}\" t WHERE {which})"
            );
            gone.add("changes", run(&mut tx, text, &values).await?);
        }
        let text = format!("DELETE FROM \"{name}\" WHERE client = $1 AND {column} < $2");
        gone.add(name, run(&mut tx, text, &values).await?);
    }
    if gone.total() > 0 {
        run(&mut tx, ASSESSED.into(), &[client]).await?;
    }
    end(tx, doing, true).await?;
    Ok(gone)
}

/// Returns the column by which a row of sign data is old.
pub fn day_of(table: &str) -> Option<&'static str> {
    DAYS.iter().find(|(name, _)| *name == table).map(|(_, column)| *column)
}

/// Counts the sign data of before a day of each client that has some, by the key under which it stands.
pub async fn count_older(db: &Db, before: Day) -> Result<BTreeMap<String, u64>, StoreError> {
    let mut counted = BTreeMap::new();
    for (table, column) in DAYS {
        let text = format!("SELECT client, COUNT(*) FROM \"{table}\" WHERE {column} < $1 GROUP BY client");
        let rows: Vec<(String, i64)> =
            sqlx::query_as(AssertSqlSafe(text)).bind(before.to_string()).fetch_all(&db.pool).await?;
        for (client, n) in rows {
            *counted.entry(client).or_default() += n.unsigned_abs();
        }
    }
    Ok(counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::erasure::Matter;
    use domain::retention::Class;

    #[test]
    fn every_table_of_sign_data_has_its_day() {
        let of_class = Matter::ALL.iter().filter(|matter| matter.class() == Class::SignData);
        let mut tables: Vec<&str> = of_class.flat_map(|matter| matter.tables()).copied().collect();
        let mut days: Vec<&str> = DAYS.iter().map(|(table, _)| *table).collect();
        tables.sort_unstable();
        days.sort_unstable();
        assert_eq!(tables, days);
    }
}
