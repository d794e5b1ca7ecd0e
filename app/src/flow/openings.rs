//! Opening a case: what is known of the client on the day is frozen with the policy it was made under.

use crate::store::members::{self, Member};
use crate::store::person_names;
use crate::store::viewer::Role;
use crate::store::{Db, StoreError, baselines, firm_facts, history, policies};
use domain::case::opening::{Cause, Frozen};
use domain::case::snapshot::Snapshot;
use domain::case::{Class, Opening, Track};
use domain::days::Day;
use domain::sign::{Code, Family, assess};
use domain::text::fold;

/// Returns the beginning of a case about a client as it stands on a day; `None` if there is no such client, or no list was
/// made yet to hold it against.
pub async fn opening(db: &Db, client: &str, on: Day, cause: Cause) -> Result<Option<Opening>, StoreError> {
    let Some(mut history) = history::of_client(db, client).await? else { return Ok(None) };
    let Some((baseline, _)) = baselines::current(db).await? else { return Ok(None) };
    let (firm, policy) = (firm_facts::current(db).await?, policies::current(db).await?);
    history.keep_known_on(on);
    let snapshot = Snapshot::of(&history, &firm, &policy, on, baseline.total.revenue);
    let lead = history.client.as_ref().and_then(|client| client.lead.clone());
    let people: Vec<Member> =
        members::all(db).await?.into_iter().filter(|member| member.left_at.is_none() && !member.adviser).collect();
    let members = people.len() as u32;
    let assessment = assess(&history, &baseline, &firm, &policy, on);
    Ok(Some(Opening {
        client: assessment.client,
        client_name: assessment.name,
        on,
        cause,
        class: Class::Normal,
        track: Track::usual(members),
        policy: policy.version,
        owners: people.iter().filter(|member| member.role == Role::Owner).map(|member| member.id.clone()).collect(),
        members,
        lead: member_named(db, &people, lead.as_deref()).await?,
        findings: assessment.findings.into_iter().map(Frozen::of).collect(),
        blind: assessment.blind.len() as u32,
        looked: Code::ALL.iter().filter(|code| code.family() != Family::Critical).count() as u32,
        snapshot: Some(snapshot),
        follows: None,
    }))
}

/// Returns the member whom a name in the records means.
async fn member_named(db: &Db, people: &[Member], name: Option<&str>) -> Result<Option<String>, StoreError> {
    let Some(wanted) = name.map(fold) else { return Ok(None) };
    for person in people {
        if person_names::of_member(db, &person.id).await?.contains(&wanted) {
            return Ok(Some(person.id.clone()));
        }
    }
    Ok(None)
}
