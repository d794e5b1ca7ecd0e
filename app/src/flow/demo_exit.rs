//! What the demonstration's firm knows of the cost of ending: clients that it won, and an exit bill.

use crate::entropy;
use crate::store::entries::By;
use crate::store::exit_wins::Won;
use crate::store::{Db, StoreError, exit_bill, exit_wins};
use domain::days::Day;
use domain::exit::{BillKind, BillLine};
use domain::money::{Currency, Money};
use serde::Deserialize;

#[derive(Deserialize)]
struct Told {
    win: Vec<WinTold>,
    bill: Vec<LineTold>,
}

#[derive(Deserialize)]
struct WinTold {
    name: String,
    contacted_on: Day,
    signed_on: Day,
    monthly: f64,
}

#[derive(Deserialize)]
struct LineTold {
    client: String,
    kind: String,
    what: String,
    cost: f64,
    due_on: Option<Day>,
    source: String,
}

/// Enters the wins and the bill by hand of a member.
pub async fn fill(db: &Db, currency: Currency, member: &str, now: &str) -> Result<(), StoreError> {
    let unreadable = |what: &str| StoreError::Unreadable(format!("exit.toml: {what}"));
    let told: Told =
        toml::from_str(include_str!("../../../demo/exit.toml")).map_err(|error| unreadable(&error.to_string()))?;
    let by = By { member: member.to_owned(), at: now.to_owned() };
    let money = |whole: f64| Money { minor: currency.minor(whole), currency };
    for WinTold { name, contacted_on, signed_on, monthly } in told.win {
        let won = Won { id: entropy::id(), name, contacted_on, signed_on, monthly: Some(money(monthly)) };
        exit_wins::add(db, &won, currency, &by).await?;
    }
    for line in told.bill {
        let kind = BillKind::of(&line.kind).ok_or_else(|| unreadable(&line.kind))?;
        let entered = BillLine { kind, what: line.what, cost: money(line.cost), on: line.due_on, source: line.source };
        exit_bill::add(db, &line.client, &entropy::id(), &entered, &by).await?;
    }
    Ok(())
}
