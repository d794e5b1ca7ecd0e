//! What past ends took until a replacement was signed whose money came, beside what their decisions foresaw: own history for the next forecast.

use super::cases::Place;
use super::mark::Mark;
use super::{channels, learn, next_client};
use crate::store::cases::{self, Line};
use crate::store::known_at_start::{self, main_of};
use crate::store::{Db, StoreError, exit_runs};
use domain::case::learning::ReplacementStatus;
use domain::case::{Case, Stage};
use domain::days::Day;
use domain::exit::{Key, Pace, PastEnd, first_won};
use domain::lesson::prospect::Prospect;
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::Mutex;

/// What was read of past ends, from journals without their words. They are read again on another day, and once a record or an
/// entry is new: a page that asks how long replacements take does not read every journal. Restricted cases have none among them.
#[derive(Default)]
pub struct Ends(Mutex<Option<(Mark, Arc<Vec<End>>)>>);

/// An end that was carried out, and for whose client a replacement is sought: where none is, none is late.
struct End {
    client: String,
    decided_on: Day,
    /// The mean time to a replacement that the decision reckoned with.
    foreseen: f64,
    /// The day of the replacement as the retrospective states it.
    stated: Option<Day>,
}

impl Ends {
    /// Returns the ends as their journals stand; whoever asks meanwhile waits for the same reading.
    async fn of(&self, db: &Db, today: Day) -> Result<Arc<Vec<End>>, StoreError> {
        let mut held = self.0.lock().await;
        let mark = Mark::of(db, today).await?;
        if let Some((_, ends)) = held.as_ref().filter(|(own, _)| *own == mark) {
            return Ok(ends.clone());
        }
        let mut ends = vec![];
        for line in cases::all(db).await?.iter().filter(|line| is_carried_out(line)) {
            ends.extend(end(db, line).await?);
        }
        let ends = Arc::new(ends);
        *held = Some((mark, ends.clone()));
        Ok(ends)
    }
}

fn is_carried_out(line: &Line) -> bool {
    line.stage.has_parting() && line.stage != Stage::PreparingExit
}

async fn end(db: &Db, line: &Line) -> Result<Option<End>, StoreError> {
    let Some(case) = learn::plain(db, &line.key).await?.filter(is_sought) else { return Ok(None) };
    let foreseen = foreseen(db, &line.key.client, &case).await?;
    let decided_on = case.signed.as_ref().map(|signed| signed.on);
    Ok(decided_on.zip(foreseen).map(|(decided_on, foreseen)| End {
        client: line.key.client.clone(),
        decided_on,
        foreseen,
        stated: stated(&case, decided_on),
    }))
}

/// Returns how fast replacements were signed after past ends, those with one client left out.
pub async fn pace(place: Place<'_>, ends: &Ends, but: &str, today: Day) -> Result<Option<Pace>, StoreError> {
    let db = place.db;
    let (merged, all_ends) = (known_at_start::merged(db).await?, ends.of(db, today).await?);
    let is_other = |end: &&End| main_of(&merged, &end.client) != main_of(&merged, but) && end.decided_on <= today;
    let ends: Vec<&End> = all_ends.iter().filter(is_other).collect();
    let all = next_client::prospects(place).await?;
    let mut won: Vec<(Day, &Prospect)> = all.iter().filter_map(|one| Some((one.won_on()?, one))).collect();
    won.sort_by_key(|(won_on, _)| *won_on);
    let brought = channels::brought(db, &won.iter().map(|(_, one)| *one).collect::<Vec<_>>(), today).await?;
    // Two prospects can be one client, who makes up for one end.
    let mut clients = HashSet::new();
    // Money proves that one counts; how long it took to win it, the signature says.
    let paid = won.iter().filter(|(_, one)| {
        let Some(own) = brought.get(&one.id) else { return false };
        clients.insert(own.client.as_str()) && own.paid_on.is_some_and(|on| on <= today)
    });
    let paid: Vec<Day> = paid.map(|(won_on, _)| *won_on).collect();
    let recorded_from = all.iter().map(Prospect::contacted_on).min();
    // Before prospects were written down, nobody knows whether money came, unless the retrospective says it.
    let (recorded, before): (Vec<&End>, Vec<&End>) =
        ends.into_iter().partition(|end| recorded_from.is_some_and(|from| from <= end.decided_on));
    let first = first_won(&recorded.iter().map(|end| end.decided_on).collect::<Vec<_>>(), &paid);
    let past = |end: &End, won_on| PastEnd { decided_on: end.decided_on, foreseen: end.foreseen, won_on };
    let of_recorded =
        recorded.into_iter().zip(first).map(|(end, won_on)| past(end, won_on.into_iter().chain(end.stated).min()));
    let of_before = before.into_iter().filter_map(|end| Some(past(end, Some(end.stated?))));
    Ok(Pace::of(&of_recorded.chain(of_before).collect::<Vec<_>>(), today))
}

async fn foreseen(db: &Db, client: &str, case: &Case) -> Result<Option<f64>, StoreError> {
    let Some(scenario) = &case.scenario else { return Ok(None) };
    let kept = exit_runs::of_client(db, client, &scenario.run).await?;
    let inputs = kept.map(|kept| kept.figures.inputs).unwrap_or_default();
    Ok(inputs.iter().find(|input| input.key == Key::MeanMonths).map(|input| input.value))
}

fn stated(case: &Case, decided_on: Day) -> Option<Day> {
    let (compared, _) = case.learning.forecast.as_ref()?;
    compared.replaced_after.map(|months| decided_on.plus((months * domain::exit::MONTH_DAYS).round() as i32))
}

fn is_sought(case: &Case) -> bool {
    !matches!(&case.learning.replacement, Some((ReplacementStatus::NotSought, _, _)))
}
