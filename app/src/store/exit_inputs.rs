//! Inputs of the cost of ending that people stated by hand: figures, stages and costs that can be cut.

use super::entries::By;
use super::{Db, StoreError};
use domain::days::Day;
use domain::exit::{CostCut, Key, Step, Unit};
use domain::money::{Currency, Money};
use sqlx::{Any, Transaction};

/// A figure that someone stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedInput {
    pub key: Key,
    pub value: Figure,
    /// The day on which it was true.
    pub as_of: Day,
}

/// A sum, or a number of something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    Sum(Money),
    Number(f64),
}

impl Figure {
    /// Returns a key's figure as the store keeps it.
    pub fn of(key: Key, value: f64, currency: Currency) -> Figure {
        match key.bounds().unit {
            Unit::Money => Figure::Sum(Money { minor: currency.minor(value), currency }),
            _ => Figure::Number(value),
        }
    }
}

/// A cost that can be cut, with its id.
#[derive(Clone, Debug, PartialEq)]
pub struct EnteredCut {
    pub id: String,
    pub cut: CostCut,
    pub currency: Currency,
}

type Row = (String, Option<i64>, Option<String>, Option<f64>, String);

/// Returns what people stated of a client; a key of an older version is left out.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<StatedInput>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT key, amount_minor, currency, number, as_of FROM exit_inputs WHERE client = $1 ORDER BY key",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    let mut stated = Vec::new();
    for (path, minor, currency, number, as_of) in rows {
        let Some(key) = Key::of(&path) else { continue };
        let unreadable = || StoreError::Unreadable(format!("exit_inputs {client} {path}"));
        let currency = currency.as_deref().and_then(Currency::of);
        let sum = minor.zip(currency).map(|(minor, currency)| Figure::Sum(Money { minor, currency }));
        let value = sum.or(number.map(Figure::Number)).ok_or_else(unreadable)?;
        stated.push(StatedInput { key, value, as_of: Day::from_iso(&as_of).ok_or_else(unreadable)? });
    }
    Ok(stated)
}

/// Sets figures, and takes back those that are given without a value; the stages are replaced as a whole.
pub async fn save(
    db: &Db,
    client: &str,
    figures: &[(Key, Option<Figure>, Day)],
    stages: Option<&[Step]>,
    by: &By,
) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    for (key, figure, as_of) in figures {
        match figure {
            Some(figure) => set(&mut tx, client, *key, *figure, *as_of, by).await?,
            None => take_back(&mut tx, client, *key).await?,
        }
    }
    if let Some(stages) = stages {
        sqlx::query("DELETE FROM exit_stages WHERE client = $1").bind(client).execute(&mut *tx).await?;
        for step in stages {
            sqlx::query("INSERT INTO exit_stages (client, month, share) VALUES ($1, $2, $3)")
                .bind(client)
                .bind(i64::from(step.month))
                .bind(step.share)
                .execute(&mut *tx)
                .await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn set(
    tx: &mut Transaction<'static, Any>,
    client: &str,
    key: Key,
    figure: Figure,
    as_of: Day,
    by: &By,
) -> Result<(), StoreError> {
    let (minor, currency, number) = match figure {
        Figure::Sum(money) => (Some(money.minor), Some(money.currency), None),
        Figure::Number(number) => (None, None, Some(number)),
    };
    sqlx::query(
        "INSERT INTO exit_inputs (client, key, amount_minor, currency, number, as_of, member, stated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (client, key) DO UPDATE SET amount_minor = excluded.amount_minor, currency = excluded.currency,
             number = excluded.number, as_of = excluded.as_of, member = excluded.member, stated_at = excluded.stated_at",
    )
    .bind(client)
    .bind(key.path())
    .bind(minor)
    .bind(currency.map(|currency| currency.code().to_owned()))
    .bind(number)
    .bind(as_of.to_string())
    .bind(&by.member)
    .bind(&by.at)
    // An empty decimal is told to PostgreSQL as a shorter one; a statement kept with that type would refuse the next.
    .persistent(number.is_some())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn take_back(tx: &mut Transaction<'static, Any>, client: &str, key: Key) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM exit_inputs WHERE client = $1 AND key = $2").bind(client).bind(key.path());
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Returns the stages that someone stated, the earliest first.
pub async fn stages(db: &Db, client: &str) -> Result<Vec<Step>, StoreError> {
    let rows: Vec<(i64, f64)> = sqlx::query_as("SELECT month, share FROM exit_stages WHERE client = $1 ORDER BY month")
        .bind(client)
        .fetch_all(&db.pool)
        .await?;
    Ok(rows.into_iter().map(|(month, share)| Step { month: month as u32, share }).collect())
}

/// Returns the costs that can be cut, in the order of entry.
pub async fn cuts(db: &Db, client: &str) -> Result<Vec<EnteredCut>, StoreError> {
    type CutRow = (String, String, i64, i64, String, f64, i64);
    let rows: Vec<CutRow> = sqlx::query_as(
        "SELECT id, name, monthly_minor, one_off_minor, currency, avoidable, lag_months FROM exit_cuts
          WHERE client = $1 ORDER BY entered_at, id",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    let cut = |(id, name, monthly, one_off, code, avoidable, lag): CutRow| {
        let currency = Currency::of(&code).ok_or_else(|| StoreError::Unreadable(format!("exit_cuts {id}")))?;
        let (monthly, one_off) = (currency.whole(monthly), currency.whole(one_off));
        let cut = CostCut { name, monthly, avoidable, lag_months: lag as u32, one_off };
        Ok(EnteredCut { id, cut, currency })
    };
    rows.into_iter().map(cut).collect()
}

/// Adds a cost that can be cut.
pub async fn add_cut(db: &Db, client: &str, entered: &EnteredCut, by: &By) -> Result<(), StoreError> {
    let EnteredCut { id, cut, currency } = entered;
    sqlx::query(
        "INSERT INTO exit_cuts
            (client, id, name, monthly_minor, one_off_minor, currency, avoidable, lag_months, member, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(client)
    .bind(id)
    .bind(&cut.name)
    .bind(currency.minor(cut.monthly))
    .bind(currency.minor(cut.one_off))
    .bind(currency.code())
    .bind(cut.avoidable)
    .bind(i64::from(cut.lag_months))
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Removes a cost that can be cut; tells whether there was one.
pub async fn remove_cut(db: &Db, client: &str, id: &str) -> Result<bool, StoreError> {
    let query = sqlx::query("DELETE FROM exit_cuts WHERE client = $1 AND id = $2").bind(client).bind(id);
    Ok(query.execute(&db.pool).await?.rows_affected() > 0)
}
