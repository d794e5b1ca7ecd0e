//! What a case of a client would begin from, frozen on the day, and what stands in its way.

use super::assess;
use super::cases::{self, Place};
use crate::store::assessments::{self, Stored, Whole};
use crate::store::cases::Line;
use crate::store::members::Member;
use crate::store::viewer::{Role, Viewer};
use crate::store::{Db, StoreError, baselines, history, members, person_names, policies, settings};
use domain::case::opening::{COOL_DOWN_DAYS, Cause, Frozen, is_worse};
use domain::case::snapshot::Snapshot;
use domain::case::{Cited, CitedRow, Class, Opening, Track};
use domain::days::Day;
use domain::firm::Firm;
use domain::record::{History, Source};
use domain::sign::{Code, Family, Gravity};
use domain::text::fold;

/// The light track holds up to this many members (RULINGS 39).
pub const LIGHT_MEMBERS_MAX: usize = 12;

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

/// Returns what a case of a client would begin from; nothing if there is no such client.
pub async fn prospect(place: Place<'_>, client: &str, firm: &Firm, on: Day) -> Result<Option<Prospect>, StoreError> {
    let db = place.db;
    let Some(mut history) = history::of_client(db, client).await? else { return Ok(None) };
    let (gravity, whole) = assessed(db, client, on).await?;
    let snapshot = drawn(db, &mut history, firm, on).await?;
    let all = members::all(db).await?;
    let present = || all.iter().filter(|member| member.left_at.is_none() && !member.adviser);
    let count = present().count();
    let stated = history.client.as_ref();
    let lead = stated.and_then(|client| client.lead.as_deref());
    let lead = match lead {
        Some(lead) => member_named(db, lead, &all).await?,
        None => None,
    };
    let findings: Vec<Frozen> = whole.findings.iter().map(frozen).collect();
    let (hindrance, follows) = hindrance(place, client, &findings, on).await?;
    let opening = Opening {
        client: client.to_owned(),
        client_name: stated.map_or_else(|| client.to_owned(), |client| client.name.clone()),
        on,
        cause: if gravity == Gravity::Questionable { Cause::Findings } else { Cause::Person },
        class: Class::Normal,
        track: track(db, count).await?,
        policy: whole.policy,
        owners: present().filter(|member| member.role == Role::Owner).map(|member| member.id.clone()).collect(),
        members: count as u32,
        lead,
        blind: whole.blind.len() as u32,
        looked: detectors(),
        findings,
        snapshot: Some(snapshot),
        follows,
    };
    Ok(Some(Prospect { opening, hindrance }))
}

/// Draws the picture of a client's money on a day; nothing if there is no such client.
pub async fn snapshot(db: &Db, client: &str, firm: &Firm, on: Day) -> Result<Option<Snapshot>, StoreError> {
    match history::of_client(db, client).await? {
        Some(mut history) => Ok(Some(drawn(db, &mut history, firm, on).await?)),
        None => Ok(None),
    }
}

async fn drawn(db: &Db, history: &mut History, firm: &Firm, on: Day) -> Result<Snapshot, StoreError> {
    let policy = policies::current(db).await?;
    let baseline = baselines::current(db).await?.map(|(baseline, _)| baseline);
    history.keep_known_on(on);
    Ok(Snapshot::of(history, firm, &policy, on, baseline.and_then(|baseline| baseline.total.revenue)))
}

/// Returns what is known of the client on the day itself; an older assessment is made anew.
async fn assessed(db: &Db, client: &str, on: Day) -> Result<(Gravity, Whole), StoreError> {
    let known = || assessments::of_client(db, &Viewer::Operator, client);
    let mut found = known().await?;
    if found.as_ref().is_none_or(|(_, whole)| whole.on != on) {
        assess::one_client(db, client, on).await?;
        found = known().await?;
    }
    let nothing = || Whole { on, policy: 0, findings: vec![], blind: vec![] };
    Ok(found.map_or_else(|| (Gravity::None, nothing()), |(line, whole)| (line.gravity, whole)))
}

/// Returns how many detectors look at a client: all but those of reports, of which the records know nothing.
pub fn detectors() -> u32 {
    Code::ALL.iter().filter(|code| code.family() != Family::Critical).count() as u32
}

/// Freezes a finding as it stands.
pub fn frozen(finding: &Stored) -> Frozen {
    let row = |fact: &assessments::StoredFact| CitedRow {
        kind: fact.kind.clone(),
        id: fact.id.clone(),
        source: Source { id: fact.source, line: fact.line },
    };
    Frozen {
        code: finding.code,
        level: finding.level,
        value: finding.value.clone(),
        threshold: finding.threshold,
        n: finding.n,
        confidence: finding.confidence,
        maybe_ours: finding.maybe_ours,
        facts: Cited { rows: finding.facts.iter().map(row).collect(), total: finding.facts_total },
        args: finding.args.clone(),
    }
}

/// Returns a finding that was frozen, as sentences take it.
pub fn thawed(finding: &Frozen) -> Stored {
    let fact = |row: &CitedRow| assessments::StoredFact {
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

/// Returns the member who is meant by a name of the records, as the firm mapped it, else by the name itself.
async fn member_named(db: &Db, name: &str, all: &[Member]) -> Result<Option<String>, StoreError> {
    let spelling = fold(name);
    let mapped = person_names::all(db).await?.into_iter().find(|mapped| mapped.spelling == spelling);
    let is_there = |id: &String| all.iter().any(|member| member.id == *id && member.left_at.is_none());
    Ok(match mapped {
        Some(mapped) => mapped.member.map(|(id, _)| id),
        None => all.iter().find(|member| fold(&member.name) == spelling).map(|member| member.id.clone()),
    }
    .filter(is_there))
}

/// Returns the firm's track: what the owner set, else by the number of members.
async fn track(db: &Db, members: usize) -> Result<Track, StoreError> {
    let set = settings::get(db, settings::REVIEW_TRACK).await?.and_then(|word| Track::of(&word));
    Ok(set.unwrap_or(if members <= LIGHT_MEMBERS_MAX { Track::Light } else { Track::Full }))
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
