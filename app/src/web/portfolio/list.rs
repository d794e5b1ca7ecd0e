//! The list of one visitor: what is on it.

use super::asked::Asked;
use super::board::Board;
use crate::flow::renewals;
use crate::store::assessments::{Line, Stored};
use crate::store::policies::{self, Version};
use crate::store::portfolio::{self, Counts, Summary};
use crate::store::sources::{self, SourceFile};
use crate::store::viewer::Viewer;
use crate::store::{Db, baselines, records};
use crate::web::past::Look;
use crate::web::{PageError, Shared, Visitor};
use domain::days::Day;
use domain::record::{Kind, Report};
use domain::sign::{Gravity, Level, of_report};

/// Rows on one page.
pub const ROWS: u64 = 50;

/// Everything on one page of the list.
pub struct List {
    pub(super) viewer: Viewer,
    /// The day that is shown.
    pub(super) on: Day,
    pub(super) today: Day,
    pub(super) look: Look,
    pub(super) summary: Summary,
    /// The day of the latest record, where nothing is newer than the window.
    pub(super) stale: Option<Day>,
    pub(super) counts: Counts,
    /// Clients that are critical to this visitor; for everyone else none is.
    pub(super) critical: u64,
    pub(super) lines: Vec<Line>,
    /// How many clients the filter leaves, and how many stand before the first line.
    pub(super) total: u64,
    pub(super) before: u64,
    pub(super) leads: Vec<String>,
    pub(super) missing: Vec<&'static Kind>,
    pub(super) beside: Beside,
    pub(super) has_clients: bool,
}

/// What stands in the margin below the list.
pub struct Beside {
    pub(super) import: Option<(SourceFile, u64)>,
    pub(super) run: Option<(String, i64)>,
    pub(super) policy: Version,
    /// The renewal windows that close soon, the next first.
    pub(super) windows: Vec<renewals::Line>,
}

impl List {
    /// Loads what a visitor asks for; on a past day there are no reports.
    pub async fn of(
        app: &Shared,
        visitor: &Visitor,
        asked: &Asked,
        look: Look,
        reports: &[Report],
    ) -> Result<List, PageError> {
        let (db, viewer) = (&app.db, &visitor.viewer);
        let past = look.past.clone();
        let board = Board { db, past: past.as_deref() };
        let concerned = concerned(reports);
        let except: Vec<String> = concerned.iter().map(|(client, _)| client.clone()).collect();
        let filter = asked.filter(db, visitor, except.clone()).await?;
        let mut counts = board.counts(viewer, &filter).await?;
        let critical = critical_lines(portfolio::lines(db, viewer, &filter, &except).await?, &concerned);
        let matching: Vec<Line> = critical.iter().filter(|line| is_asked(line, asked, viewer)).cloned().collect();
        let total = left(&counts, asked) + matching.len() as u64;
        critical.iter().for_each(|line| counts.note(line.level_for(viewer), 1));
        let before = (asked.page() - 1) * ROWS;
        let mut lines: Vec<Line> = matching.iter().skip(before as usize).take(ROWS as usize).cloned().collect();
        let offset = before.saturating_sub(matching.len() as u64);
        let limit = ROWS - lines.len() as u64;
        lines.extend(board.list(viewer, &filter, offset, limit).await?);
        let beside = if past.is_some() { Beside::past(db).await? } else { Beside::of(db, visitor).await? };
        let mut summary = board.summary(viewer, &except).await?;
        let all = portfolio::lines(db, viewer, &Default::default(), &except).await?;
        let revenue: f64 = all.iter().filter_map(|line| line.revenue).sum();
        summary.clients += all.len() as u64;
        summary.review += all.len() as u64;
        summary.review_revenue += revenue;
        summary.revenue += revenue;
        Ok(List {
            viewer: viewer.clone(),
            on: past.as_ref().map_or(visitor.today, |past| past.on),
            today: visitor.today,
            stale: stale(board, &summary, &beside).await?,
            summary,
            counts,
            critical: critical.len() as u64,
            total,
            lines,
            before,
            leads: board.leads().await?,
            // Which files are missing is a matter of today.
            missing: if past.is_some() { vec![] } else { records::missing_kinds(db).await? },
            beside,
            has_clients: portfolio::has_clients(db).await?,
            look,
        })
    }
}

impl Beside {
    async fn of(db: &Db, visitor: &Visitor) -> Result<Beside, PageError> {
        Ok(Beside {
            import: sources::latest(db).await?,
            run: sources::latest_run(db).await?,
            policy: policies::newest(db).await?,
            windows: renewals::closing(db, &visitor.viewer, &visitor.firm, visitor.today).await?,
        })
    }

    /// Returns what belongs to a past day: only the policy it is looked at by.
    async fn past(db: &Db) -> Result<Beside, PageError> {
        Ok(Beside { import: None, run: None, policy: policies::newest(db).await?, windows: vec![] })
    }
}

/// Returns the day of the latest record, where all clients are unseen because nothing is newer than the window.
async fn stale(board: Board<'_>, summary: &Summary, beside: &Beside) -> Result<Option<Day>, PageError> {
    if summary.clients == 0 || summary.unseen < summary.clients {
        return Ok(None);
    }
    let window_days = beside.policy.policy.general.window_days;
    Ok(match board.past {
        Some(past) => past.baseline.stale_since(window_days),
        None => baselines::current(board.db).await?.and_then(|(baseline, _)| baseline.stale_since(window_days)),
    })
}

/// Returns the lines of all pages, for files; nothing restricted is among them.
pub async fn all_lines(app: &Shared, visitor: &Visitor, asked: &Asked, look: &Look) -> Result<Vec<Line>, PageError> {
    let filter = asked.filter(&app.db, visitor, vec![]).await?;
    let board = Board { db: &app.db, past: look.past.as_deref() };
    Ok(board.list(&visitor.viewer, &filter, 0, u64::from(u32::MAX)).await?)
}

/// Returns the clients that reports concern, each with the findings that they raise.
fn concerned(reports: &[Report]) -> Vec<(String, Vec<Stored>)> {
    let mut concerned: Vec<(String, Vec<Stored>)> = vec![];
    for (report, finding) in reports.iter().filter_map(|report| Some((report, of_report(report)?))) {
        let finding = Stored::of(&finding, true);
        match concerned.iter_mut().find(|(client, _)| *client == report.client) {
            Some((_, findings)) => findings.push(finding),
            None => concerned.push((report.client.clone(), vec![finding])),
        }
    }
    concerned
}

/// Returns lines as they are for whoever may read the reports: critical, and first.
fn critical_lines(lines: Vec<Line>, concerned: &[(String, Vec<Stored>)]) -> Vec<Line> {
    let mut lines: Vec<Line> = lines
        .into_iter()
        .map(|mut line| {
            let findings = concerned.iter().find(|(client, _)| *client == line.client).map(|(_, findings)| findings);
            line.tops = findings.into_iter().flatten().cloned().chain(line.tops).collect();
            Line { gravity: Gravity::Critical, ..line }
        })
        .collect();
    let late = |line: &Line| line.late_chance.unwrap_or(-1.0);
    // Within one gravity the order is that of the whole list (RULINGS 28).
    lines.sort_by(|a, b| {
        b.priority.total_cmp(&a.priority).then(late(b).total_cmp(&late(a))).then_with(|| a.client.cmp(&b.client))
    });
    lines
}

/// Tells whether a critical client is among those asked for.
fn is_asked(line: &Line, asked: &Asked, viewer: &Viewer) -> bool {
    let gravity = asked.gravity.is_empty() || asked.only_critical();
    let code = asked.code(viewer).is_none_or(|code| line.codes_for(viewer).contains(&code));
    let level = asked.level().is_none_or(|level| line.level_for(viewer) == Some(level));
    gravity && code && level && asked.blind != "1"
}

/// Returns how many clients the store's filter leaves.
fn left(counts: &Counts, asked: &Asked) -> u64 {
    match (asked.blind == "1", asked.level()) {
        (true, None) => counts.blind,
        (true, Some(_)) => 0,
        (false, Some(Level::Severe)) => counts.severe,
        (false, Some(Level::Finding)) => counts.finding,
        (false, Some(Level::Watch)) => counts.watch,
        (false, None) => counts.all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::assessments::Row;
    use domain::sign::{Assessment, Blind, Code, Facts, Finding, Need, Value};

    fn finding(code: Code) -> Finding {
        Finding {
            code,
            level: Level::Watch,
            value: Value::Number(1.0),
            threshold: None,
            n: 9,
            confidence: 0.9,
            p: None,
            maybe_ours: false,
            severity: 0.25,
            facts: Facts::default(),
            args: vec![],
        }
    }

    fn line(client: &str, priority: f64, late_chance: Option<f64>, codes: &[Code]) -> Line {
        let assessment = Assessment {
            client: client.into(),
            name: client.into(),
            gravity: Gravity::None,
            earlier: vec![],
            dismissed: vec![],
            priority,
            late_chance,
            findings: codes.iter().map(|code| finding(*code)).collect(),
            blind: vec![Blind { code: Code::D4, needs: Need::Goals }],
        };
        Row::parts(&assessment, &Default::default(), Day::from_iso("2026-06-30").expect("a day")).0
    }

    #[test]
    fn critical_clients_stand_in_the_order_of_the_list() {
        let lines = vec![
            line("A", 0.2, Some(0.9), &[]),
            line("B", 0.6, None, &[]),
            line("C", 0.6, Some(0.1), &[]),
            line("D", 0.2, Some(0.9), &[]),
        ];
        let order: Vec<String> = critical_lines(lines, &[]).into_iter().map(|line| line.client).collect();
        assert_eq!(order, ["C", "B", "A", "D"]);
    }

    #[test]
    fn a_critical_client_is_found_by_every_sign_it_has() {
        let owner = Viewer::Operator;
        let codes = [Code::P3, Code::P5, Code::E1, Code::D1, Code::R5, Code::P10];
        let lines = critical_lines(vec![line("A", 0.2, None, &codes)], &[]);
        for code in codes {
            let asked = Asked { code: code.word().to_owned(), ..Asked::default() };
            assert!(is_asked(&lines[0], &asked, &owner), "{code:?}");
        }
        assert!(!is_asked(&lines[0], &Asked { code: "R7".into(), ..Asked::default() }, &owner));
        assert_eq!(lines[0].codes_for(&owner), codes);
        let before = Line { codes: vec![], ..lines[0].clone() };
        assert_eq!(before.codes_for(&owner), codes[..4], "a line of before tells what it has");
    }
}
