//! A past day: the worst-first list as it was known then. Nothing of it is stored.

use super::assess::{self, Assessed};
use crate::store::assessments::{Line, Row, Whole};
use crate::store::portfolio::{Counts, Filter, Summary};
use crate::store::viewer::Viewer;
use crate::store::{self, Db, StoreError};
use domain::days::Day;
use domain::firm::Firm;
use domain::sign::{Baseline, Code, Gravity, Policy};
use domain::text::fold;
use std::collections::BTreeSet;

/// All clients as they were known on a day, under the thresholds and figures of today.
pub struct PastDay {
    pub on: Day,
    pub policy: Policy,
    pub baseline: Baseline,
    firm: Firm,
    /// Worst first.
    clients: Vec<Listed>,
}

/// One client of the list, with what it is found by.
struct Listed {
    line: Line,
    codes: Vec<Code>,
    folded: String,
}

impl PastDay {
    /// Looks at all records as they were known on a day.
    pub async fn of(db: &Db, on: Day) -> Result<PastDay, StoreError> {
        let (firm, policy) = (store::firm_facts::current(db).await?, store::policies::current(db).await?);
        let own = db.clone();
        store::apart(move || {
            let portfolio = assess::full(&own, &firm, &policy, on)?;
            let clients = portfolio.clients.iter().map(|assessed| Listed::of(assessed, on)).collect();
            Ok(PastDay { on, policy, baseline: portfolio.baseline, firm, clients })
        })
        .await
    }

    /// Returns what was known of one client, with its rows, if it may be shown.
    pub async fn client(&self, db: &Db, viewer: &Viewer, client: &str) -> Result<Option<(Line, Whole)>, StoreError> {
        if !viewer.sees_client(client) {
            return Ok(None);
        }
        let Some(mut history) = store::history::of_client(db, client).await? else { return Ok(None) };
        let seen = store::episodes::all(db, Some(client)).await?;
        let assessed = assess::one(&mut history, &self.firm, &self.policy, &self.baseline, self.on);
        let assessed = assessed.recalling(&seen, &self.policy, self.on);
        Ok(Some(Row::parts(&assessed.assessment, &assessed.beside, self.on)))
    }

    /// Returns a part of the list, worst first.
    pub fn list(&self, viewer: &Viewer, filter: &Filter, offset: u64, limit: u64) -> Vec<Line> {
        let found = self.found(viewer, filter).skip(offset as usize).take(limit as usize);
        found.map(|listed| listed.line.clone()).collect()
    }

    /// Counts the clients that a filter leaves, ignoring its level and blindness.
    pub fn counts(&self, viewer: &Viewer, filter: &Filter) -> Counts {
        let mut counts = Counts::default();
        for listed in self.found(viewer, &Filter { level: None, blind: false, ..filter.clone() }) {
            counts.all += 1;
            counts.blind += u64::from(listed.line.is_unseen());
            counts.note(listed.line.level_for(viewer), 1);
        }
        counts
    }

    /// Sums up the portfolio.
    pub fn summary(&self, viewer: &Viewer) -> Summary {
        let mut summary = Summary::default();
        for Listed { line, .. } in self.found(viewer, &Filter::default()) {
            let revenue = line.revenue.unwrap_or(0.0);
            summary.clients += 1;
            summary.revenue += revenue;
            summary.unseen += u64::from(line.is_unseen());
            if line.gravity == Gravity::None {
                summary.watched += u64::from(line.level_for(viewer).is_some());
            } else {
                summary.review += 1;
                summary.review_revenue += revenue;
            }
        }
        summary
    }

    /// Returns the leads that clients have, in the order of their names.
    pub fn leads(&self) -> Vec<String> {
        let leads: BTreeSet<&String> = self.clients.iter().filter_map(|listed| listed.line.lead.as_ref()).collect();
        leads.into_iter().take(store::portfolio::LEADS_MAX).cloned().collect()
    }

    fn found<'a>(&'a self, viewer: &'a Viewer, filter: &Filter) -> impl Iterator<Item = &'a Listed> {
        let filter = Filter { search: filter.search.as_deref().map(fold), ..filter.clone() };
        self.clients
            .iter()
            .filter(move |listed| viewer.sees_client(&listed.line.client) && listed.fits(viewer, &filter))
    }
}

impl Listed {
    fn of(assessed: &Assessed, on: Day) -> Listed {
        let (line, _) = Row::parts(&assessed.assessment, &assessed.beside, on);
        let codes = assessed.assessment.findings.iter().map(|finding| finding.code).collect();
        Listed { folded: fold(&format!("{} {}", line.client, line.name)), codes, line }
    }

    /// Tells whether a filter, its search folded, leaves this client.
    fn fits(&self, viewer: &Viewer, filter: &Filter) -> bool {
        let line = &self.line;
        let is_led = |names: &Vec<String>| line.lead.as_ref().is_some_and(|lead| names.contains(lead));
        filter.level.is_none_or(|level| line.level_for(viewer) == Some(level))
            && filter.gravity.is_none_or(|gravity| line.gravity == gravity)
            && filter.code.is_none_or(|code| self.codes.contains(&code))
            && (!filter.blind || line.is_unseen())
            && filter.leads.as_ref().is_none_or(is_led)
            && filter.search.as_ref().is_none_or(|search| self.folded.contains(search.as_str()))
            && !filter.except.contains(&line.client)
    }
}
