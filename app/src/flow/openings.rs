//! Opening a case: what is known of the client on the day is frozen with the policy it was made under, and what stands
//! in the way of another case.

use super::assess;
use super::cases::{self, Place};
use crate::store::assessments::{Stored, StoredFact};
use crate::store::cases::Line;
use crate::store::members::{self, Member};
use crate::store::viewer::Role;
use crate::store::{Db, StoreError, baselines, episodes, firm_facts, history, person_names, policies, settings};
use domain::case::opening::{COOL_DOWN_DAYS, Cause, Frozen, is_worse};
use domain::case::snapshot::Snapshot;
use domain::case::{CitedRow, Class, Opening, Track};
use domain::days::Day;
use domain::sign::{Assessment, Baseline, Code, Family, Gravity, assess, knows_payments};
use domain::text::fold;

/// A case that could be opened.
pub struct Prospect {
    pub opening: Opening,
    pub hindrance: Option<Hindrance>,
}

/// Why a case cannot be opened now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// One is open already.
    Open(Line),
    /// One came to rest not long ago, and nothing got worse since; from the day on another can be opened.
    Rests { line: Line, until: Day },
}

/// Returns what a case of a client would begin from on a day, and why there can be none now; nothing if there is no such
/// client. Its cause is what the records show, where they show enough (DOMAIN 3.3).
pub async fn prospect(place: Place<'_>, client: &str, on: Day) -> Result<Option<Prospect>, StoreError> {
    let Some((mut opening, gravity)) = known(place.db, client, on).await? else { return Ok(None) };
    opening.cause = if gravity == Gravity::Questionable { Cause::Findings } else { Cause::Person };
    let (hindrance, follows) = hindrance(place, client, &opening.findings, on).await?;
    opening.follows = follows;
    Ok(Some(Prospect { opening, hindrance }))
}

/// Returns the beginning of a case about a client as it stands on a day; `None` if there is no such client.
pub async fn opening(db: &Db, client: &str, on: Day, cause: Cause) -> Result<Option<Opening>, StoreError> {
    Ok(known(db, client, on).await?.map(|(opening, _)| Opening { cause, ..opening }))
}

/// Returns the picture of a client's money on a day; `None` if there is no such client.
pub async fn snapshot(db: &Db, client: &str, on: Day) -> Result<Option<Snapshot>, StoreError> {
    Ok(known(db, client, on).await?.and_then(|(opening, _)| opening.snapshot))
}

async fn known(db: &Db, client: &str, on: Day) -> Result<Option<(Opening, Gravity)>, StoreError> {
    let Some(mut history) = history::of_client(db, client).await? else { return Ok(None) };
    let baseline = baseline(db, on).await?;
    let (firm, policy) = (firm_facts::current(db).await?, policies::current(db).await?);
    history.keep_known_on(on);
    let snapshot = Snapshot::of(&history, &firm, &policy, on, baseline.total.revenue);
    let snapshot = if knows_payments(Some(&baseline), &history) { snapshot } else { snapshot.without_payments() };
    let lead = history.client.as_ref().and_then(|client| client.lead.clone());
    let people: Vec<Member> =
        members::all(db).await?.into_iter().filter(|member| member.left_at.is_none() && !member.adviser).collect();
    let members = people.len() as u32;
    let seen = episodes::all(db, Some(client)).await?;
    let assessment = assess(&history, &baseline, &firm, &policy, on).recalling(&seen, &policy, on);
    let Assessment { client, name, gravity, earlier, findings, blind, .. } = assessment;
    let opening = Opening {
        client,
        client_name: name,
        on,
        zone: firm.zone.clone(),
        cause: Cause::Person,
        class: Class::Normal,
        track: track(db, members).await?,
        policy: policy.version,
        owners: people.iter().filter(|member| member.role == Role::Owner).map(|member| member.id.clone()).collect(),
        members,
        lead: member_named(db, &people, lead.as_deref()).await?,
        findings: findings.into_iter().map(Frozen::of).collect(),
        earlier,
        blind: blind.len() as u32,
        looked: detectors(),
        snapshot: Some(snapshot),
        follows: None,
    };
    Ok(Some((opening, gravity)))
}

/// Returns what the client is held against; where no list was made yet, one is.
async fn baseline(db: &Db, on: Day) -> Result<Baseline, StoreError> {
    if baselines::current(db).await?.is_none() {
        assess::renew(db, on).await?;
    }
    let made = baselines::current(db).await?.map(|(baseline, _)| baseline);
    made.ok_or_else(|| StoreError::Unreadable("baselines".to_owned()))
}

/// Returns how many detectors look at a client: all but those of reports, of which the records know nothing.
pub fn detectors() -> u32 {
    Code::ALL.iter().filter(|code| code.family() != Family::Critical).count() as u32
}

/// Returns a finding that was frozen, as sentences take it.
pub fn thawed(finding: &Frozen) -> Stored {
    let fact = |row: &CitedRow| StoredFact {
        kind: row.kind.clone(),
        id: row.id.clone(),
        source: row.source.id,
        line: row.source.line,
    };
    Stored {
        code: finding.code,
        level: finding.level,
        value: finding.value.clone(),
        threshold: finding.threshold,
        n: finding.n,
        confidence: finding.confidence,
        p: None,
        maybe_ours: finding.maybe_ours,
        severity: 0.0,
        facts: finding.facts.rows.iter().map(fact).collect(),
        facts_total: finding.facts.total,
        args: finding.args.clone(),
    }
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

/// Returns the firm's track: what the owner set, else the usual one of so many members.
async fn track(db: &Db, members: u32) -> Result<Track, StoreError> {
    let set = settings::get(db, settings::REVIEW_TRACK).await?.and_then(|word| Track::of(&word));
    Ok(set.unwrap_or(Track::usual(members)))
}

/// Returns what stands in the way of a case, and the earlier case that it would follow.
async fn hindrance(
    place: Place<'_>,
    client: &str,
    findings: &[Frozen],
    on: Day,
) -> Result<(Option<Hindrance>, Option<String>), StoreError> {
    let lines = crate::store::cases::of_client(place.db, client).await?;
    if let Some(open) = lines.iter().find(|line| !line.stage.is_at_rest()) {
        return Ok((Some(Hindrance::Open(open.clone())), None));
    }
    let Some(last) = lines.iter().max_by_key(|line| line.since) else { return Ok((None, None)) };
    let until = last.since.plus(COOL_DOWN_DAYS);
    let follows = Some(last.key.case.clone());
    if on >= until {
        return Ok((None, follows));
    }
    let earlier = cases::load(place, &last.key).await?;
    let worse = earlier.is_none_or(|earlier| is_worse(&earlier.case.opening.findings, findings));
    let rests = (!worse).then(|| Hindrance::Rests { line: last.clone(), until });
    Ok((rests, follows))
}
