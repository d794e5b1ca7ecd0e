//! The demonstration's cases, played by the rules from the acts that its people did.

use super::cases::{self, By, NotDone, Place};
use super::portal::CLIENT;
use super::{openings, own_parts};
use crate::store::StoreError;
use crate::store::cases::Key;
use domain::case::opening::{Cause, OpeningSaid};
use domain::case::review::OwnPartSaid;
use domain::case::{Act, Now};
use domain::days::Day;
use serde::Deserialize;

#[derive(Deserialize)]
struct Story {
    case: Vec<Told>,
}

/// A case: who opened it, when and why, and what was done.
#[derive(Deserialize)]
struct Told {
    client: String,
    at: String,
    by: String,
    reason: String,
    step: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    at: String,
    by: String,
    act: Option<Act>,
    /// What was said of our own part, kept without a name; empty where nothing was named.
    own_part: Option<String>,
}

/// Plays the cases; `people` are the members' ids by the names that the story uses.
pub async fn play(place: Place<'_>, people: &[(String, String)]) -> Result<(), StoreError> {
    let mut text = include_str!("../../../demo/cases.toml").to_owned();
    for (name, id) in people {
        text = text.replace(&format!("{{{name}}}"), id);
    }
    let story: Story = toml::from_str(&text).map_err(|error| StoreError::Unreadable(format!("cases.toml: {error}")))?;
    let member = |name: &str| {
        if name == CLIENT {
            return Ok(CLIENT);
        }
        let found = people.iter().find(|(known, _)| known == name);
        found.map(|(_, id)| id.as_str()).ok_or_else(|| StoreError::Unreadable(format!("cases.toml: {name}")))
    };
    for told in story.case {
        let key = begin(place, &told, member(&told.by)?).await?;
        for step in told.step {
            let by = By { member: member(&step.by)?, now: now(&step.at)?, seen: None };
            let done = match (step.act, step.own_part) {
                (Some(act), _) => cases::act(place, &key, &by, act).await,
                (None, said) => {
                    let said =
                        said.filter(|text| !text.is_empty()).map(|text| OwnPartSaid { text, only_better: false });
                    own_parts::answer(place, &key, &by, said.as_ref()).await
                }
            };
            done.map_err(|error| fault(&told.client, &step.at, error))?;
        }
    }
    Ok(())
}

async fn begin(place: Place<'_>, told: &Told, by: &str) -> Result<Key, StoreError> {
    let now = now(&told.at)?;
    let opening = openings::opening(place.db, &told.client, now.today, Cause::Findings).await?;
    let opening = opening.ok_or_else(|| StoreError::Unreadable(format!("cases.toml: {}", told.client)))?;
    let said = OpeningSaid { reason: told.reason.clone() };
    let begun = cases::begin(place, opening, Some(said), &By { member: by, now, seen: None }).await;
    begun.map_err(|error| fault(&told.client, &told.at, error))
}

fn now(at: &str) -> Result<Now, StoreError> {
    let today = Day::from_iso(at).ok_or_else(|| StoreError::Unreadable(format!("cases.toml: {at}")))?;
    Ok(Now { at: at.to_owned(), today })
}

fn fault(client: &str, at: &str, error: NotDone) -> StoreError {
    match error {
        NotDone::Store(error) => error,
        other => StoreError::Unreadable(format!("cases.toml: {client} {at}: {other}")),
    }
}
