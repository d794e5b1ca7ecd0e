//! Records entered by hand: saved, and the client looked at anew.

use super::{assess, legal_holds};
use crate::store::cell::OwnedCell;
use crate::store::entries::{self, By, Corrected, Entry, Standing};
use crate::store::legal_holds::LegalHold;
use crate::store::withdrawals::{self, Withdrawal, Withdrawn};
use crate::store::{Db, StoreError, merges};
use domain::days::Day;
use domain::record::{Column, Kind, Type};

/// How often the same record may be entered again on purpose.
const TWINS_MAX: u32 = 99;

/// Enters a record; `false` if one stands under its key.
pub async fn add(db: &Db, entry: Entry<'_>, today: Day) -> Result<bool, StoreError> {
    let added = entries::add(db, entry).await?;
    if added {
        look_anew(db, entry.client, today).await?;
    }
    Ok(added)
}

/// Enters a record that is like one that stands, under a number of its own; returns its id.
pub async fn add_twin(db: &Db, entry: Entry<'_>, today: Day) -> Result<Option<String>, StoreError> {
    for number in 1..=TWINS_MAX {
        let id = format!("{}.{number}", entry.id);
        if add(db, Entry { id: &id, ..entry }, today).await? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// What came of an act on a record, or the legal hold under which it stands as it is.
pub type Free<T> = Result<T, Box<LegalHold>>;

/// Returns the legal hold under which a record stands as it is (DOMAIN 2.15); who a client is has no day.
pub async fn held(db: &Db, kind: &Kind, standing: &Standing) -> Result<Option<LegalHold>, StoreError> {
    let is_of_days = kind.table != "clients";
    let day = |(column, cell): (&Column, &OwnedCell)| match (column.r#type, cell) {
        (Type::Day | Type::Moment, OwnedCell::Text(text)) if is_of_days => Day::from_iso(text.get(..10)?),
        _ => None,
    };
    let mut days: Vec<Day> = kind.columns.iter().zip(&standing.cells).filter_map(day).collect();
    // What says no end lasts, and what says no start may always have been.
    let lacks = |column| kind.position(column).is_some_and(|at| standing.cells[at] == OwnedCell::Null);
    let sides = [(lacks("starts_on"), Day::new(1, 1, 1)), (lacks("ends_on"), Day::new(9999, 12, 31))];
    if !days.is_empty() {
        days.extend(sides.into_iter().filter_map(|(is_open, day)| day.filter(|_| is_open)));
    }
    legal_holds::on_row(db, &standing.client, kind.table, &days).await
}

/// Replaces a record that a person saw after so many changes.
pub async fn correct(db: &Db, entry: Entry<'_>, seen: i64, today: Day) -> Result<Free<Corrected>, StoreError> {
    if let Some(standing) = entries::find(db, entry.kind, entry.client, entry.id).await?
        && let Some(hold) = held(db, entry.kind, &standing).await?
    {
        return Ok(Err(Box::new(hold)));
    }
    let corrected = entries::correct(db, entry, seen).await?;
    if corrected == Corrected::Saved {
        look_anew(db, entry.client, today).await?;
    }
    Ok(Ok(corrected))
}

/// Takes a record out.
pub async fn withdraw(
    db: &Db,
    kind: &'static Kind,
    standing: &Standing,
    by: &By,
    reason: &str,
    today: Day,
) -> Result<Free<Withdrawn>, StoreError> {
    if let Some(hold) = held(db, kind, standing).await? {
        return Ok(Err(Box::new(hold)));
    }
    let withdrawn = withdrawals::withdraw(db, kind, standing, by, reason).await?;
    if withdrawn == Withdrawn::Done {
        look_anew(db, &standing.client, today).await?;
    }
    Ok(Ok(withdrawn))
}

/// Puts a withdrawn record back.
pub async fn restore(
    db: &Db,
    kind: &'static Kind,
    id: &str,
    withdrawal: &Withdrawal,
    by: &By,
    today: Day,
) -> Result<bool, StoreError> {
    let restored = withdrawals::restore(db, kind, id, withdrawal, by).await?;
    if restored {
        look_anew(db, &withdrawal.client, today).await?;
    }
    Ok(restored)
}

/// A record may stand under a spelling that was merged into the client whom it concerns.
async fn look_anew(db: &Db, spelling: &str, today: Day) -> Result<(), StoreError> {
    match merges::main_of(db, spelling).await? {
        Some(client) => assess::one_client(db, &client, today).await,
        None => Ok(()),
    }
}
