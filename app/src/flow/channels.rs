//! What the channels to clients brought: whom, how they looked before they were won, and what became of them since.

use super::cases::Place;
use super::next_client::{QUIET_DAYS, fate_of, judged};
use super::prospect_log;
use crate::store::cases::{self, Line};
use crate::store::known_at_start::{self, main_of};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::channel::{Brought, Fate, score};
use domain::lesson::criterion::Criterion;
use domain::lesson::prospect::Prospect;
use std::collections::HashMap;

/// Returns whom each prospect that was won became, by its id: what became of the client since, by all cases that are not
/// restricted and were opened since it was won, and when money first came.
pub async fn brought(db: &Db, prospects: &[&Prospect], today: Day) -> Result<HashMap<String, Brought>, StoreError> {
    let merged = known_at_start::merged(db).await?;
    let (lines, invoiced) = (cases::all(db).await?, known_at_start::last_invoiced(db).await?);
    let mut all = HashMap::new();
    for one in prospects {
        let Some((won_on, client)) = one.won_on().zip(one.client.as_deref()) else { continue };
        let client = main_of(&merged, client);
        let is_theirs = |line: &&Line| line.opened_on >= won_on && main_of(&merged, &line.key.client) == client;
        let theirs = lines.iter().filter(is_theirs);
        let in_cases = theirs.map(|line| fate_of(line.stage)).max().unwrap_or(Fate::Fine);
        let last = invoiced.get(client).map_or(won_on, |on| won_on.max(*on));
        let is_gone = in_cases == Fate::Fine && today.since(last) > QUIET_DAYS;
        let fate = if is_gone { Fate::Gone } else { in_cases };
        let paid_on = known_at_start::first_paid_on(db, client, won_on).await?;
        all.insert(one.id.clone(), Brought { client: client.to_owned(), fate, paid_on });
    }
    Ok(all)
}

/// Returns the intake score of each prospect that was won, by its id: the criteria in force, held against what was written
/// down of it before it was won.
pub async fn scores(place: Place<'_>, firm: &Firm, criteria: &[Criterion]) -> Result<HashMap<String, f64>, StoreError> {
    let logs = prospect_log::all(place).await?;
    let scored = logs.iter().filter_map(|(id, log)| {
        let (known, won_on) = Prospect::as_won(id, log)?;
        Some((id.clone(), score(&judged(firm, criteria, &known, won_on))?))
    });
    Ok(scored.collect())
}
