//! Whom a review invites: the people in a client's records, as members of the firm.

use crate::store::{Db, StoreError, history, members, person_names};
use domain::case::invited::{Invited, Who};
use domain::case::roster::{Dealing, Unnamed, dealings, unnamed};
use domain::days::Day;
use domain::text::fold;
use std::collections::HashMap;

/// Who dealt with a client in the last twelve months, and what was done without anyone's name.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub invited: Invited,
    pub unnamed: Unnamed,
}

/// Looks through a client's records as they were known on a day.
pub async fn found(db: &Db, client: &str, on: Day) -> Result<Found, StoreError> {
    let Some(mut history) = history::of_client(db, client).await? else { return Ok(Found::default()) };
    history.keep_known_on(on);
    let who = Names::read(db).await?;
    let invited = Invited::of(dealings(&history, on), |dealing| who.is(dealing));
    Ok(Found { invited, unnamed: unnamed(&history, on) })
}

/// Who the names in files are: as the firm mapped them, or else the member who bears the very name.
struct Names {
    mapped: HashMap<String, Option<String>>,
    present: HashMap<String, String>,
}

impl Names {
    async fn read(db: &Db) -> Result<Names, StoreError> {
        let here: Vec<_> = members::all(db).await?.into_iter().filter(|m| m.left_at.is_none() && !m.adviser).collect();
        let is_here = |id: &String| here.iter().any(|member| &member.id == id);
        // A name that was mapped to someone who left is a stranger now: they dealt with the client all the same.
        let mapped = person_names::all(db).await?.into_iter();
        let mapped = mapped.map(|name| match name.member {
            Some((id, _)) if is_here(&id) => (name.spelling, Some(id)),
            Some(_) => (name.spelling, Some(String::new())),
            None => (name.spelling, None),
        });
        let mapped = mapped.collect();
        Ok(Names { mapped, present: here.into_iter().map(|member| (fold(&member.name), member.id)).collect() })
    }

    fn is(&self, dealing: &Dealing) -> Who {
        match (self.mapped.get(&dealing.spelling), self.present.get(&dealing.spelling)) {
            (Some(None), _) => Who::NotOurs,
            (Some(Some(gone)), _) if gone.is_empty() => Who::Stranger,
            (Some(Some(member)), _) | (None, Some(member)) => Who::Member(member.clone()),
            (None, None) => Who::Stranger,
        }
    }
}
