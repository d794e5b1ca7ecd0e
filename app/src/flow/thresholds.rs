//! How the thresholds of a policy would have done on the firm's own cases: what each would have said of clients before it was
//! clear what becomes of them, held against what did (DOMAIN 3.0). Nothing of it is stored.

use super::next_client::{QUIET_DAYS, fate_of};
use crate::store::known_at_start::main_of;
use crate::store::{self, Db, StoreError, bulk, cases, known_at_start};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::SHOWN_MIN;
use domain::lesson::back_test::BackTest;
use domain::lesson::channel::Fate;
use domain::lesson::rule::Truth;
use domain::record::History;
use domain::sign::{Against, Assessment, Baseline, Code, Facts, Family, Level, Measured, Policy, judge, measure};
use std::collections::{BTreeMap, HashMap};

/// A portfolio is looked at anew on each day on which a case that ended began; at so many clients and days it is enough, and
/// the latest ends are taken.
const LOOKED_AT_MAX: usize = 50_000;
const ENDS: (usize, usize) = (6, 24);

/// Whoever is still a client is looked at as it was known so many days ago: what becomes of it since is known.
const KEPT_DAYS: i32 = 365;

/// How each level of each detector would have done.
pub type Tried = BTreeMap<(Code, Level), BackTest>;

/// Which clients can be compared: each with the day on which it is looked at, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Past {
    clients: HashMap<String, (Day, Option<bool>)>,
    /// How many clients a case of ours ended.
    pub ended: usize,
    /// How many of these are looked at.
    pub looked_at: usize,
    /// How many are still clients, no case about them being open.
    pub kept: usize,
}

impl Past {
    /// Gathers them from all cases that are not restricted. One that was ended is looked at as it was known on the day on which
    /// that case was opened; whoever left without a case is left out.
    pub async fn of(db: &Db, today: Day) -> Result<Past, StoreError> {
        let merged = known_at_start::merged(db).await?;
        let (mut ends, mut open): (HashMap<String, Day>, Vec<String>) = Default::default();
        for line in cases::all(db).await? {
            let client = main_of(&merged, &line.key.client).to_owned();
            match fate_of(line.stage) {
                Fate::Ended => {
                    let first = ends.entry(client).or_insert(line.opened_on);
                    *first = (*first).min(line.opened_on);
                }
                Fate::InCase => open.push(client),
                Fate::Fine | Fate::Gone => {}
            }
        }
        let invoiced = known_at_start::last_invoiced(db).await?;
        let kept_on = today.plus(-KEPT_DAYS);
        let stays = |client: &String, last: Day| !ends.contains_key(client) && today.since(last) <= QUIET_DAYS;
        let stayed = invoiced.iter().filter(|entry| stays(entry.0, *entry.1));
        let known = |client: &String| if open.contains(client) { None } else { Some(false) };
        let mut clients: HashMap<String, (Day, Option<bool>)> =
            stayed.map(|(client, _)| (client.clone(), (kept_on, known(client)))).collect();
        let kept = clients.values().filter(|(_, ended)| *ended == Some(false)).count();
        let mut latest: Vec<(String, Day)> = ends.into_iter().collect();
        latest.sort_unstable_by(|a, b| (b.1, &b.0).cmp(&(a.1, &a.0)));
        let ended = latest.len();
        latest.truncate((LOOKED_AT_MAX / invoiced.len().max(1)).clamp(ENDS.0, ENDS.1));
        let looked_at = latest.len();
        clients.extend(latest.into_iter().map(|(client, on)| (client, (on, Some(true)))));
        Ok(Past { clients, ended, looked_at, kept })
    }

    /// Tells whether there are too few of either for a figure: each would be of one known client.
    pub fn is_few(&self) -> bool {
        self.looked_at < SHOWN_MIN || self.kept < SHOWN_MIN
    }

    /// Tries a policy on them, each client held against the portfolio of its day.
    pub async fn tried(&self, db: &Db, firm: &Firm, policy: &Policy) -> Result<Tried, StoreError> {
        let (past, own, firm, policy) = (self.clone(), db.clone(), firm.clone(), policy.clone());
        store::apart(move || past.looked_back(&own, &firm, &policy)).await
    }

    fn looked_back(&self, db: &Db, firm: &Firm, policy: &Policy) -> Result<Tried, StoreError> {
        let mut days: Vec<Day> = self.clients.values().map(|(on, _)| *on).collect();
        days.sort_unstable_by_key(|on| std::cmp::Reverse(*on));
        days.dedup();
        let mut measured: Vec<Vec<Measured>> = days.iter().map(|_| Vec::new()).collect();
        bulk::Reader::open(db)?.each_client(|history| {
            // What is known only shrinks towards the past, so one reading serves all days.
            for (on, measured) in days.iter().zip(&mut measured) {
                measured.push(self.measured(history, firm, policy, *on));
            }
        })?;
        let mut tried = Tried::new();
        for (on, measured) in days.into_iter().zip(measured) {
            let baseline = Baseline::of(measured.iter(), on, policy.general.false_discovery);
            for measured in measured {
                if let Some(ended) = self.meant(&measured.client, on) {
                    count(&mut tried, &judge(measured, &baseline, policy, on), ended);
                }
            }
        }
        Ok(tried)
    }

    /// Measures a client as it was known on a day. Of one that only the others are held against, only that is kept which the
    /// baseline asks for.
    fn measured(&self, history: &mut History, firm: &Firm, policy: &Policy, on: Day) -> Measured {
        history.keep_known_on(on);
        let mut measured = measure(history, firm, policy, on);
        if self.meant(&measured.client, on).is_none() {
            measured.blind.clear();
            measured.drafts.retain(|draft| draft.p.is_some() || matches!(draft.against, Against::Rate { .. }));
            for draft in &mut measured.drafts {
                (draft.facts, draft.args) = (Facts::default(), vec![]);
            }
        }
        measured
    }

    /// Returns what became of a client, if this is the day on which it is looked at.
    fn meant(&self, client: &str, on: Day) -> Option<Option<bool>> {
        self.clients.get(client).filter(|(own, _)| *own == on).map(|(_, ended)| *ended)
    }
}

/// Counts for every level of every detector whether it was reached, and whether it could be.
fn count(tried: &mut Tried, assessment: &Assessment, ended: Option<bool>) {
    for code in Code::ALL.iter().copied().filter(|code| code.family() != Family::Critical) {
        let found = assessment.findings.iter().find(|finding| finding.code == code).map(|finding| finding.level);
        let is_blind = assessment.blind.iter().any(|blind| blind.code == code);
        for level in [Level::Watch, Level::Finding, Level::Severe] {
            let truth = match found {
                Some(found) if found >= level => Truth::True,
                None if is_blind => Truth::Unknown,
                _ => Truth::False,
            };
            tried.entry((code, level)).or_default().note(ended, truth);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::sign::{Blind, Gravity, Need};

    #[test]
    fn a_level_was_reached_by_that_and_by_every_graver_one() {
        let blind = vec![Blind { code: Code::P5, needs: Need::Invoices }];
        let nothing = Assessment {
            client: "A".into(),
            name: "A".into(),
            gravity: Gravity::None,
            earlier: vec![],
            priority: 0.0,
            late_chance: None,
            findings: vec![],
            blind,
        };
        let report = domain::record::Report {
            id: "R".into(),
            client: "A".into(),
            at: "2026-06-01".into(),
            kind: domain::record::ReportKind::Disrespect,
            target_side: None,
            channel: None,
            witnesses: None,
            known_by: None,
            text: String::new(),
            reported_by: None,
        };
        let mut late = domain::sign::of_report(&report).expect("a finding of any kind");
        (late.code, late.level) = (Code::P3, Level::Finding);
        let found = Assessment { findings: vec![late], ..nothing.clone() };
        let mut tried = Tried::new();
        count(&mut tried, &found, Some(true));
        count(&mut tried, &nothing, Some(false));
        count(&mut tried, &nothing, None);
        let of = |code, level| tried[&(code, level)];
        let once = BackTest { undecided: 1, ..BackTest::default() };
        assert_eq!(of(Code::P3, Level::Watch), BackTest { caught: 1, passed: 1, ..once });
        assert_eq!(of(Code::P3, Level::Finding), of(Code::P3, Level::Watch));
        assert_eq!(of(Code::P3, Level::Severe), BackTest { missed: 1, passed: 1, ..once });
        assert_eq!(of(Code::P5, Level::Watch), BackTest { blind_ended: 1, blind_kept: 1, ..once });
        assert!(!tried.contains_key(&(Code::K2, Level::Watch)));
    }
}
