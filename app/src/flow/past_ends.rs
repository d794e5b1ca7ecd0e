//! What past ends took until a replacement was signed whose money came, beside what their decisions foresaw: own history for the next forecast.

use super::cases::Place;
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

/// Returns how fast replacements were signed after past ends, those with one client left out; restricted cases are not among them.
pub async fn pace(place: Place<'_>, but: &str, today: Day) -> Result<Option<Pace>, StoreError> {
    let db = place.db;
    let merged = known_at_start::merged(db).await?;
    let is_other = |line: &&Line| {
        let is_carried_out = line.stage.has_parting() && line.stage != Stage::PreparingExit;
        is_carried_out && main_of(&merged, &line.key.client) != main_of(&merged, but)
    };
    let mut ends = vec![];
    for line in cases::all(db).await?.iter().filter(is_other) {
        // Where no replacement is sought, none is late.
        let Some(case) = learn::plain(db, &line.key).await?.filter(is_sought) else { continue };
        let foreseen = foreseen(db, &line.key.client, &case).await?;
        let decided_on = case.signed.as_ref().map(|signed| signed.on).filter(|on| *on <= today);
        ends.extend(decided_on.zip(foreseen).map(|(decided_on, foreseen)| (case, decided_on, foreseen)));
    }
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
    let (recorded, before): (Vec<_>, Vec<_>) =
        ends.iter().partition(|(_, decided_on, _)| recorded_from.is_some_and(|from| from <= *decided_on));
    let first = first_won(&recorded.iter().map(|(_, decided_on, _)| *decided_on).collect::<Vec<_>>(), &paid);
    let of_recorded = recorded.into_iter().zip(first).map(|((case, decided_on, foreseen), won_on)| {
        let won_on = won_on.into_iter().chain(stated(case, *decided_on)).min();
        PastEnd { decided_on: *decided_on, foreseen: *foreseen, won_on }
    });
    let of_before = before.into_iter().filter_map(|(case, decided_on, foreseen)| {
        let won_on = Some(stated(case, *decided_on)?);
        Some(PastEnd { decided_on: *decided_on, foreseen: *foreseen, won_on })
    });
    Ok(Pace::of(&of_recorded.chain(of_before).collect::<Vec<_>>(), today))
}

/// Returns the mean time to a replacement that the decision reckoned with.
async fn foreseen(db: &Db, client: &str, case: &Case) -> Result<Option<f64>, StoreError> {
    let Some(scenario) = &case.scenario else { return Ok(None) };
    let kept = exit_runs::of_client(db, client, &scenario.run).await?;
    let inputs = kept.map(|kept| kept.figures.inputs).unwrap_or_default();
    Ok(inputs.iter().find(|input| input.key == Key::MeanMonths).map(|input| input.value))
}

/// Returns the day of the replacement as the retrospective states it.
fn stated(case: &Case, decided_on: Day) -> Option<Day> {
    let (compared, _) = case.learning.forecast.as_ref()?;
    compared.replaced_after.map(|months| decided_on.plus((months * domain::exit::MONTH_DAYS).round() as i32))
}

fn is_sought(case: &Case) -> bool {
    !matches!(&case.learning.replacement, Some((ReplacementStatus::NotSought, _, _)))
}
