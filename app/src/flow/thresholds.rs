//! What thresholds say: which findings would appear or vanish today, and how they would have done on the firm's own cases, held
//! before it was clear what becomes of clients against what did (DOMAIN 3.0). Nothing of it is stored.

use super::next_client::{QUIET_DAYS, fate_of};
use crate::store::known_at_start::main_of;
use crate::store::{Db, StoreError, bulk, cases, known_at_start};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::SHOWN_MIN;
use domain::lesson::back_test::BackTest;
use domain::lesson::channel::Fate;
use domain::lesson::rule::Truth;
use domain::record::History;
use domain::sign::{Against, Assessment, Baseline, Code, Facts, Family, Level, Measured, Policy, judge, measure};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A portfolio is looked at anew on each day on which a case that ended began; at so many clients and days it is enough, and
/// the latest ends are taken.
const LOOKED_AT_MAX: usize = 50_000;
const ENDS: (usize, usize) = (6, 24);

/// Whoever is still a client is looked at as it was known so many days ago: what becomes of it since is known.
const KEPT_DAYS: i32 = 365;

/// How each level of each detector would have done.
pub type Tried = BTreeMap<(Code, Level), BackTest>;

/// What a policy says of all clients today, worst first, and how its levels would have done.
#[derive(Clone, Debug, Default)]
pub struct Said {
    today: Vec<Seen>,
    pub tried: Tried,
}

/// One client as a policy sees it.
#[derive(Clone, Debug)]
struct Seen {
    client: String,
    name: String,
    levels: Vec<(Code, Level)>,
}

/// How far a look at all clients is, and whether anybody still wants to know.
#[derive(Debug, Default)]
pub struct Watched {
    pub looked_at: AtomicU64,
    given_up: AtomicBool,
}

/// A finding that another policy would let appear, vanish or change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub client: String,
    pub name: String,
    pub code: Code,
    pub level_before: Option<Level>,
    pub level_after: Option<Level>,
}

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

    /// Returns what policies say of all clients today, and what each would have said of those here, each client held against
    /// the portfolio of its day. All records are read once, while somebody watches how many clients are `looked_at`; where
    /// nobody wants to know any more, it says so and there is nothing. It blocks.
    pub fn said(
        &self,
        db: &Db,
        (firm, policies, today): (&Firm, &[Policy], Day),
        watched: &Watched,
    ) -> Result<Option<Vec<Said>>, StoreError> {
        let days = self.days();
        let mut measured: Vec<Vec<Vec<Measured>>> = policies.iter().map(|_| vec![Vec::new(); days.len() + 1]).collect();
        bulk::Reader::open(db)?.each_client(|history| {
            if watched.is_given_up() {
                return;
            }
            history.keep_known_on(today);
            for (policy, of) in policies.iter().zip(&mut measured) {
                of[0].push(measure(history, firm, policy, today));
            }
            // What is known only shrinks towards the past, so one reading serves all days.
            for (at, on) in days.iter().enumerate() {
                history.keep_known_on(*on);
                for (policy, of) in policies.iter().zip(&mut measured) {
                    of[at + 1].push(self.measured(history, firm, policy, *on));
                }
            }
            watched.looked_at.fetch_add(1, Ordering::Relaxed);
        })?;
        let said = policies.iter().zip(measured).map(|(policy, of)| self.judged(policy, today, &days, of));
        Ok((!watched.is_given_up()).then(|| said.collect()))
    }

    /// Returns the days on which clients are looked at, the latest first; where there are too few of them, none.
    fn days(&self) -> Vec<Day> {
        let looked_at = self.clients.values().filter(|_| !self.is_few());
        let mut days: Vec<Day> = looked_at.map(|(on, _)| *on).collect();
        days.sort_unstable_by_key(|on| std::cmp::Reverse(*on));
        days.dedup();
        days
    }

    /// Judges what was measured under a policy: today first, then each of the days.
    fn judged(&self, policy: &Policy, today: Day, days: &[Day], measured: Vec<Vec<Measured>>) -> Said {
        let mut looks = measured.into_iter();
        let now = looks.next().unwrap_or_default();
        let baseline = |measured: &[Measured], on| Baseline::of(measured.iter(), on, policy.general.false_discovery);
        let own = baseline(&now, today);
        let mut assessed: Vec<Assessment> =
            now.into_iter().map(|measured| judge(measured, &own, policy, today)).collect();
        assessed.sort_unstable_by(Assessment::worst_first);
        let mut tried = Tried::new();
        for (on, measured) in days.iter().zip(looks) {
            let own = baseline(&measured, *on);
            for measured in measured {
                if let Some(ended) = self.meant(&measured.client, *on) {
                    count(&mut tried, &judge(measured, &own, policy, *on), ended);
                }
            }
        }
        Said { today: assessed.into_iter().map(Seen::of).collect(), tried }
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

impl Said {
    /// Returns what another policy changes against this one, by the order of clients under the other.
    pub fn changes(&self, after: &Said) -> Vec<Change> {
        let before: HashMap<&str, &Seen> = self.today.iter().map(|seen| (seen.client.as_str(), seen)).collect();
        let level = |seen: &Seen, code: Code| seen.levels.iter().find(|(own, _)| *own == code).map(|(_, level)| *level);
        let of_client = |seen: &Seen| -> Vec<Change> {
            let change = |code: &Code| Change {
                client: seen.client.clone(),
                name: seen.name.clone(),
                code: *code,
                level_before: before.get(seen.client.as_str()).and_then(|before| level(before, *code)),
                level_after: level(seen, *code),
            };
            Code::ALL.iter().map(change).filter(|change| change.level_before != change.level_after).collect()
        };
        after.today.iter().flat_map(of_client).collect()
    }
}

impl Seen {
    fn of(assessment: Assessment) -> Seen {
        let levels = assessment.findings.iter().map(|finding| (finding.code, finding.level)).collect();
        Seen { client: assessment.client, name: assessment.name, levels }
    }
}

impl Watched {
    /// Says that nobody wants to know any more.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }

    fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
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
            dismissed: vec![],
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
