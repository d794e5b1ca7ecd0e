//! A filled form becomes a record: read as the row of a file would be, with every fault beside its field.

use super::fields::fault;
use super::{Shown, Visitor};
use crate::intake::clients::Known;
use crate::intake::problem::ProblemCode;
use crate::intake::row::Row;
use crate::intake::single::{self, Stated};
use crate::store::bulk::old_ids_of;
use crate::store::cell::OwnedCell;
use crate::store::entries::Standing;
use crate::store::references;
use crate::store::{Db, StoreError};
use crate::web::form::Filled;
use crate::web::records::column_name;
use crate::web::{PageError, holds};
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::record::{Breach, Cell, Column, Kind, Type, breaches};
use fluent_bundle::FluentValue;

/// The longest id, and the longest other text, that a form takes.
const ID_LENGTH_MAX: usize = 200;
const TEXT_LENGTH_MAX: usize = 20_000;

const DAY_MINUTES: i64 = 24 * 60;

/// A record as a form states it.
pub struct Read {
    /// The record's own id, or one made of what it says.
    pub id: String,
    /// Whether the id was made.
    pub is_made: bool,
    pub cells: Vec<OwnedCell>,
    /// What is unusual and to be confirmed, in words.
    pub doubts: Vec<String>,
}

/// Reads a form; faults are noted in it, and then there is no record.
pub fn read(
    visitor: &Visitor,
    kind: &'static Kind,
    shown: Shown,
    party: Option<&Known>,
    standing: Option<&Standing>,
    filled: &mut Filled,
) -> Option<Read> {
    let values = values(visitor, kind, shown, filled);
    check_lengths(visitor, kind, filled);
    let own = kind.id_column().map_or("", |(name, _)| filled.value(name)).to_owned();
    let stated = Stated {
        kind,
        client: party.map_or(own.as_str(), |party| party.key.as_str()),
        id: standing.map_or(own.as_str(), |standing| standing.id.as_str()),
        values: &values,
        terms_days: party.and_then(|party| party.terms_days),
    };
    let taken = single::read(&stated, |id, cells| {
        (id.to_owned(), cells.iter().map(|cell| OwnedCell::from(*cell)).collect::<Vec<_>>())
    });
    match taken {
        Err(faults) => {
            for (column, code) in faults {
                let value = filled.value(column).to_owned();
                filled.refuse(column, fault(visitor, code_word(kind, column, code), &value));
            }
            None
        }
        Ok((id, mut cells)) => {
            keep_hidden(kind, shown, standing, &mut cells);
            let doubts = judge(visitor, kind, &cells, filled);
            filled.is_good().then_some(Read { is_made: stated.id.is_empty(), id, cells, doubts })
        }
    }
}

/// Returns what the form states, column by column, as a file would write it.
fn values(visitor: &Visitor, kind: &'static Kind, shown: Shown, filled: &Filled) -> Vec<(&'static str, String)> {
    let value = |column: &'static Column| {
        let written = filled.value(column.name);
        let text = match column.r#type {
            // Members enter their own hours.
            Type::Text if column.name == "person" && !shown.has(kind, column) => visitor.name.clone(),
            _ if !shown.has(kind, column) => String::new(),
            Type::Moment => match filled.value(&format!("{}-time", column.name)) {
                "" => written.to_owned(),
                time => format!("{written} {time}"),
            },
            _ => written.to_owned(),
        };
        (column.name, text)
    };
    kind.columns.iter().map(value).collect()
}

fn currency(filled: &Filled) -> Currency {
    Currency::of(filled.value("currency")).unwrap_or(Currency::UNKNOWN)
}

fn check_lengths(visitor: &Visitor, kind: &'static Kind, filled: &mut Filled) {
    if let Some((name, always)) = kind.id_column() {
        if filled.value(name).chars().count() > ID_LENGTH_MAX {
            filled.refuse(name, fault(visitor, "too_long", ""));
        } else if always && kind.table != "clients" && filled.value(name).is_empty() {
            filled.refuse(name, fault(visitor, "required_missing", ""));
        }
    }
    for column in kind.columns.iter().filter(|column| column.r#type == Type::Text) {
        if filled.value(column.name).chars().count() > TEXT_LENGTH_MAX {
            filled.refuse(column.name, fault(visitor, "too_long", ""));
        }
    }
}

/// A reader's code says what is wrong with a file's cell; some say more of a field.
fn code_word(kind: &Kind, column: &str, code: ProblemCode) -> &'static str {
    let r#type = kind.position(column).map(|position| kind.columns[position].r#type);
    match (code, r#type) {
        (ProblemCode::ValueUnknown, Some(Type::Integer)) => "whole_number",
        (ProblemCode::ValueUnknown, Some(Type::Decimal)) => "number",
        _ => code.word(),
    }
}

/// Columns that the form does not show stay as they stand.
fn keep_hidden(kind: &Kind, shown: Shown, standing: Option<&Standing>, cells: &mut [OwnedCell]) {
    let Some(standing) = standing else { return };
    for (place, column) in kind.columns.iter().enumerate().filter(|(_, column)| !shown.has(kind, column)) {
        cells[place] = match column.name {
            "known_on" => known_on(kind, standing, place, &cells[place]),
            _ => standing.cells[place].clone(),
        };
    }
}

/// A file's row may carry a later day than the record's own; a correction does not forget it.
fn known_on(kind: &Kind, standing: &Standing, place: usize, new: &OwnedCell) -> OwnedCell {
    let days = kind.columns.iter().zip(&standing.cells).enumerate();
    let own = days.filter(|(at, (column, _))| column.r#type == Type::Day && *at != place);
    let last = own.filter_map(|(_, (_, cell))| day_text(cell)).max();
    match (day_text(&standing.cells[place]), day_text(new)) {
        (Some(then), Some(now)) if Some(then) > last && then > now => standing.cells[place].clone(),
        _ => new.clone(),
    }
}

fn day_text(cell: &OwnedCell) -> Option<&str> {
    match cell {
        OwnedCell::Text(text) => Some(text),
        _ => None,
    }
}

/// Refuses what cannot be, and returns what is unusual.
fn judge(visitor: &Visitor, kind: &'static Kind, cells: &[OwnedCell], filled: &mut Filled) -> Vec<String> {
    let borrowed: Vec<Cell> = cells.iter().map(OwnedCell::cell).collect();
    let mut doubts = Vec::new();
    for (column, breach) in breaches(kind, &borrowed) {
        if breach.is_doubt() {
            let word = column_name(visitor.lang, kind, column);
            doubts.push(visitor.lang.say("entry-doubt-reversed", [("column", FluentValue::from(word))]));
        } else {
            let value = filled.value(column).to_owned();
            filled.refuse(column, fault(visitor, breach_word(breach), &value));
        }
    }
    doubts.extend(future(visitor, kind, &borrowed));
    doubts
}

fn breach_word(breach: Breach) -> &'static str {
    match breach {
        Breach::Negative => "negative",
        Breach::OverDay => "hours_invalid",
        Breach::ScaleEmpty => "scale_empty",
        Breach::OutsideScale => "outside_scale",
        Breach::OutsidePercent => "outside_percent",
        Breach::DueBeforeIssued => "due_before_issued",
        Breach::Reversed => "reversed",
    }
}

/// What happened lies seldom ahead.
fn future(visitor: &Visitor, kind: &Kind, cells: &[Cell]) -> Option<String> {
    let day = happened(kind, cells).filter(|day| *day > visitor.today)?;
    Some(visitor.lang.say("entry-doubt-future", [("day", FluentValue::from(visitor.lang.day(day)))]))
}

/// Returns the day on which what a record tells happened, if it is not planned.
fn happened(kind: &Kind, cells: &[Cell]) -> Option<Day> {
    let planned = matches!(kind.happened, "" | "due_on" | "period_end");
    match cells[kind.position(kind.happened).filter(|_| !planned)?] {
        Cell::Text(text) => Day::from_iso(text),
        _ => None,
    }
}

/// Asks about work that went on while it was stopped.
pub async fn check_holds(
    db: &Db,
    visitor: &Visitor,
    kind: &Kind,
    client: &str,
    read: &mut Read,
) -> Result<(), PageError> {
    let cells: Vec<Cell> = read.cells.iter().map(OwnedCell::cell).collect();
    let on = happened(kind, &cells);
    read.doubts.extend(holds::doubts(db, visitor, kind, client, on).await?);
    Ok(())
}

/// Puts the ids that stand with other digits in the place of their levelled ones: of what it refers to, and its own.
pub async fn meet_old_ids(db: &Db, kind: &'static Kind, client: &str, read: &mut Read) -> Result<(), StoreError> {
    let cells = std::mem::take(&mut read.cells);
    let lent: Vec<Cell> = cells.iter().map(OwnedCell::cell).collect();
    let row = Row { kind, client, id: &read.id, old_id: None, cells: &lent, line: 0 };
    let old = old_ids_of(db, client).await?;
    let keys = old.keys();
    let met = |row: &Row| (row.id.to_owned(), row.cells.iter().map(|cell| OwnedCell::from(*cell)).collect());
    (read.id, read.cells) = old.meet(&row, &keys, met);
    Ok(())
}

/// Asks where the hours of one of us come to more than a day has; `except` is the record that is being corrected.
pub async fn check_long_day(
    db: &Db,
    visitor: &Visitor,
    kind: &'static Kind,
    read: &mut Read,
    except: (&str, &str),
) -> Result<(), StoreError> {
    let ("time", [OwnedCell::Text(on), OwnedCell::Integer(minutes), OwnedCell::Text(person), ..]) =
        (kind.table, &read.cells[..])
    else {
        return Ok(());
    };
    let beside = references::minutes(db, person, on, except).await?;
    if let Some(day) = Day::from_iso(on).filter(|_| beside > 0 && beside + minutes > DAY_MINUTES) {
        let args = [("person", FluentValue::from(person.clone())), ("day", visitor.lang.day(day).into())];
        read.doubts.push(visitor.lang.say("entry-doubt-long_day", args));
    }
    Ok(())
}

/// Sees that the invoice a record refers to is known, and that payments stay within it.
pub async fn check_invoice(
    db: &Db,
    visitor: &Visitor,
    kind: &'static Kind,
    client: &str,
    read: &mut Read,
    except: &str,
    filled: &mut Filled,
) -> Result<(), StoreError> {
    if !matches!(kind.table, "payments" | "promises" | "reminders") {
        return Ok(());
    }
    let invoice = match &read.cells[0] {
        OwnedCell::Text(invoice) => invoice.clone(),
        _ => filled.value("invoice").to_owned(),
    };
    let Some(balance) = references::balance(db, client, &invoice, except).await? else {
        filled.refuse("invoice", fault(visitor, "invoice_unknown", &invoice));
        return Ok(());
    };
    let paid =
        kind.position("amount").filter(|_| kind.table == "payments").map(|position| read.cells[position].clone());
    if let Some(OwnedCell::Integer(now)) = paid {
        let over = balance.paid + now - balance.billed.minor;
        let same = currency(filled) == balance.billed.currency;
        if same && over > 0 && balance.billed.minor > 0 {
            let over = Money { minor: over, currency: balance.billed.currency };
            let args = [("over", FluentValue::from(visitor.lang.money(over))), ("invoice", FluentValue::from(invoice))];
            read.doubts.push(visitor.lang.say("entry-doubt-overpaid", args));
        }
    }
    Ok(())
}
