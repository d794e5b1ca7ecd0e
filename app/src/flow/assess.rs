//! From all records to the worst-first list: a full run over the portfolio, or one client anew.

use crate::store::assessments::{Beside, Row};
use crate::store::bulk::{Lane, Reader};
use crate::store::revision::{self, Revision};
use crate::store::{self, Db, StoreError, assessments, entries, episodes};
use domain::days::Day;
use domain::firm::Firm;
use domain::record::History;
use domain::sign::{
    Assessment, Baseline, Earlier, Episode, Measured, Policy, Sighting, advance, judge, measure, taken_back,
};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

/// The whole portfolio on a day.
pub struct Portfolio {
    /// Worst first.
    pub clients: Vec<Assessed>,
    pub baseline: Baseline,
}

/// One client of a portfolio.
pub struct Assessed {
    pub assessment: Assessment,
    pub beside: Beside,
}

/// Assesses every client and stores nothing; it blocks.
pub fn full(db: &Db, firm: &Firm, policy: &Policy, on: Day) -> Result<Portfolio, StoreError> {
    watched(db, firm, policy, on, &AtomicU64::default())
}

/// Does the same while somebody watches how many clients are `looked_at`.
pub fn watched(db: &Db, firm: &Firm, policy: &Policy, on: Day, looked_at: &AtomicU64) -> Result<Portfolio, StoreError> {
    let mut measured: Vec<(Measured, Option<String>)> = Vec::new();
    let mut reader = Reader::open(db)?;
    let found = by_client(reader.found(on.plus(-Earlier::DAYS), on)?);
    reader.each_client(|history| {
        let lead = history.client.as_ref().and_then(|client| client.lead.as_deref().map(str::to_owned));
        history.keep_known_on(on);
        measured.push((measure(history, firm, policy, on), lead));
        looked_at.fetch_add(1, Ordering::Relaxed);
    })?;
    let baseline = Baseline::of(measured.iter().map(|(m, _)| m), on, policy.general.false_discovery);
    let assessed = |(m, lead): (Measured, Option<String>)| {
        let own = found.get(&m.client).map_or(&[][..], Vec::as_slice);
        assessed(m, lead, &baseline, policy, on).recalling(own, policy, on)
    };
    let mut clients: Vec<Assessed> = measured.into_iter().map(assessed).collect();
    clients.sort_unstable_by(|a, b| Assessment::worst_first(&a.assessment, &b.assessment));
    Ok(Portfolio { clients, baseline })
}

fn assessed(measured: Measured, lead: Option<String>, baseline: &Baseline, policy: &Policy, on: Day) -> Assessed {
    let beside = Beside { lead, revenue: measured.tally.revenue, quality: measured.quality, policy: policy.version };
    Assessed { assessment: judge(measured, baseline, policy, on), beside }
}

impl Assessed {
    /// Counts what was seen in the days before, too, and what people said of it.
    pub(super) fn recalling(self, seen: &[Episode], policy: &Policy, on: Day) -> Assessed {
        Assessed { assessment: self.assessment.recalling(seen, policy, on), ..self }
    }
}

/// Assesses every client, and stores the assessments, their episodes and the baseline.
pub async fn renew(db: &Db, on: Day) -> Result<(), StoreError> {
    let (firm, policy) = (store::firm_facts::current(db).await?, store::policies::current(db).await?);
    let records = revision::current(db, Revision::Records).await?;
    let own = db.clone();
    store::apart(move || {
        let portfolio = full(&own, &firm, &policy, on)?;
        let mut lane = Lane::begin(&own)?;
        let seen = by_client(lane.episodes()?);
        lane.empty(&assessments::TABLE)?;
        let rows: Vec<_> = portfolio.clients.iter().map(|a| Row::of(&a.assessment, &a.beside, on).cells()).collect();
        lane.replace(&assessments::TABLE, &rows)?;
        let advanced: Vec<_> = portfolio
            .clients
            .iter()
            .flat_map(|a| {
                let own = seen.get(&a.assessment.client).map_or(&[][..], Vec::as_slice);
                advanced(&a.assessment, own, on, &policy)
            })
            .map(|e| episodes::cells(&e))
            .collect();
        lane.replace(&episodes::TABLE, &advanced)?;
        lane.replace(&store::baselines::TABLE, &[store::baselines::cells(&portfolio.baseline, records)])?;
        lane.bump(Revision::Lists)?;
        lane.commit()
    })
    .await
}

/// Tells whether the assessments are older than the records, the firm's facts or the policy, or of another day.
pub async fn is_old(db: &Db, on: Day) -> Result<bool, StoreError> {
    let records = revision::current(db, Revision::Records).await?;
    Ok(store::baselines::made_from(db).await? != Some((on, records)))
}

/// Renews the assessments if they are old; tells whether it did.
pub async fn renew_if_old(db: &Db, on: Day) -> Result<bool, StoreError> {
    let old = is_old(db, on).await?;
    if old {
        renew(db, on).await?;
    }
    Ok(old)
}

/// Assesses one client anew after one change of its records, against the stored baseline; without one, everything.
pub async fn one_client(db: &Db, client: &str, on: Day) -> Result<(), StoreError> {
    let Some((mut baseline, _)) = store::baselines::current(db).await? else { return renew(db, on).await };
    let (firm, policy) = (store::firm_facts::current(db).await?, store::policies::current(db).await?);
    let Some(mut history) = store::history::of_client(db, client).await? else { return Ok(()) };
    let assessed = one(&mut history, &firm, &policy, &baseline, on);
    if baseline.total.payments == 0 && !history.payments.is_empty() {
        // The first payment of all opens to sight who pays, at every client.
        return renew(db, on).await;
    }
    baseline.total.last_day = baseline.total.last_day.max(history.last_day());
    let mut tx = entries::begin(db).await?;
    let seen = episodes::of_client(&mut tx, client).await?;
    let assessed = assessed.recalling(&seen, &policy, on);
    assessments::save(&mut tx, &Row::of(&assessed.assessment, &assessed.beside, on)).await?;
    for episode in advanced(&assessed.assessment, &seen, on, &policy) {
        episodes::save(&mut tx, &episode).await?;
    }
    store::baselines::follow(&mut tx, &baseline).await?;
    revision::bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(())
}

/// Assesses one client on a day, against a baseline of that day.
pub fn one(history: &mut History, firm: &Firm, policy: &Policy, baseline: &Baseline, on: Day) -> Assessed {
    let lead = history.client.as_ref().and_then(|client| client.lead.as_deref().map(str::to_owned));
    history.keep_known_on(on);
    assessed(measure(history, firm, policy, on), lead, baseline, policy, on)
}

fn by_client(episodes: Vec<Episode>) -> HashMap<String, Vec<Episode>> {
    let mut clients: HashMap<String, Vec<Episode>> = HashMap::new();
    for episode in episodes {
        clients.entry(episode.client.clone()).or_default().push(episode);
    }
    clients
}

/// Returns the episodes of a client that a look changes: those of its findings, and those that an earlier look of the day
/// saw and this one does not. `seen` are its own, the oldest of each code first.
fn advanced(assessment: &Assessment, seen: &[Episode], on: Day, policy: &Policy) -> Vec<Episode> {
    let standing = assessment.findings.iter().map(|f| {
        let latest = seen.iter().rfind(|episode| episode.code == f.code);
        let found = Sighting::of(&assessment.client, f);
        advance(latest, found, on, policy.version, policy.general.episode_days)
    });
    let is_gone = |episode: &&Episode| assessment.findings.iter().all(|f| f.code != episode.code);
    standing.chain(seen.iter().filter(is_gone).filter_map(|episode| taken_back(episode, on))).collect()
}
