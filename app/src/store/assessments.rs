//! The newest assessment of each client: a short line for the list, the whole for the client's page.

use super::bulk::Table;
use super::cell::{self, OwnedCell, Storage};
use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::days::Day;
use domain::sign::{Arg, Assessment, Blind, Code, Earlier, Finding, Gravity, Level, Need, Value, is_unseen};
use domain::text::fold;
use serde::{Deserialize, Serialize};
use sqlx::{Any, Transaction};

/// What the list shows of one client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub client: String,
    pub name: String,
    pub lead: Option<String>,
    pub gravity: Gravity,
    /// Findings of before without which no review would be asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// The codes of the findings that a person dismissed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Code>,
    /// The gravest level, and the gravest without what reveals our costs.
    pub level: Option<Level>,
    pub level_open: Option<Level>,
    pub priority: f64,
    pub late_chance: Option<f64>,
    /// The gravest finding first, those that only inform last; at most four, without rows.
    pub tops: Vec<Stored>,
    /// The codes of all findings in the same order; lines of before hold none, and the tops must do.
    #[serde(default)]
    pub codes: Vec<Code>,
    pub findings: u32,
    pub blind: Vec<(Code, Need)>,
    /// Net revenue of four quarters in the base currency, whole units.
    pub revenue: Option<f64>,
    /// Our own delivery quality, 0 to 1.
    pub quality: Option<f64>,
}

impl Line {
    /// Tells whether too little is seen of the client to say anything.
    pub fn is_unseen(&self) -> bool {
        is_unseen(self.level, self.blind.iter().map(|(code, _)| *code))
    }

    /// Returns the codes of all findings that a viewer sees, what reports raise first.
    pub fn codes_for(&self, viewer: &Viewer) -> Vec<Code> {
        let tops = self.tops.iter().map(|finding| finding.code);
        let beyond = self.codes.iter().copied().filter(|code| self.tops.iter().all(|finding| finding.code != *code));
        tops.chain(beyond).filter(|code| viewer.sees_finding(*code)).collect()
    }

    /// Returns those of the findings of before that a viewer sees.
    pub fn earlier_for(&self, viewer: &Viewer) -> Vec<Earlier> {
        self.earlier.iter().copied().filter(|earlier| viewer.sees_finding(earlier.code)).collect()
    }

    /// Returns the gravest level that a viewer sees.
    pub fn level_for(&self, viewer: &Viewer) -> Option<Level> {
        if viewer.sees_costs() { self.level } else { self.level_open }
    }
}

/// Everything that is known of one client on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Whole {
    pub on: Day,
    pub policy: u32,
    pub findings: Vec<Stored>,
    pub blind: Vec<(Code, Need)>,
}

/// A finding as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    pub code: Code,
    pub level: Level,
    pub value: Value,
    pub threshold: Option<f64>,
    pub n: u32,
    pub confidence: f64,
    pub p: Option<f64>,
    pub maybe_ours: bool,
    pub severity: f64,
    pub facts: Vec<StoredFact>,
    pub facts_total: u32,
    pub args: Vec<(String, Arg)>,
}

/// A record that a finding rests on; line 0 means entered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFact {
    pub kind: String,
    pub id: String,
    pub source: u32,
    pub line: u32,
}

impl Stored {
    /// Tells whether the finding only informs, as `Finding::only_informs` does.
    pub fn only_informs(&self) -> bool {
        let refuses = matches!(&self.value, Value::Label(label) if label == "refuses_to_acknowledge");
        matches!(self.code, Code::R0 | Code::E6 | Code::E8 | Code::P10) || (self.code == Code::R1 && !refuses)
    }

    /// Tells whether the finding praises a client who asks a lot and appreciates a lot.
    pub fn raises_the_bar(&self) -> bool {
        self.code == Code::R1 && matches!(&self.value, Value::Label(label) if label == "raises_the_bar")
    }

    /// Keeps a finding, with or without its rows.
    pub fn of(finding: &Finding, with_rows: bool) -> Stored {
        let fact = |fact: domain::sign::Fact| StoredFact {
            kind: fact.kind.to_owned(),
            id: fact.id.to_owned(),
            source: fact.source.id,
            line: fact.source.line,
        };
        Stored {
            code: finding.code,
            level: finding.level,
            value: finding.value.clone(),
            threshold: finding.threshold,
            n: finding.n,
            confidence: finding.confidence,
            p: finding.p,
            maybe_ours: finding.maybe_ours,
            severity: finding.severity,
            facts: if with_rows { finding.facts.iter().map(fact).collect() } else { vec![] },
            facts_total: finding.facts.total(),
            args: finding.args.iter().map(|(name, arg)| ((*name).to_owned(), arg.clone())).collect(),
        }
    }
}

/// What is stored beside an assessment.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub lead: Option<String>,
    pub revenue: Option<f64>,
    pub quality: Option<f64>,
    pub policy: u32,
}

/// The table, for the fast lane.
pub const TABLE: Table = Table {
    name: "assessments",
    columns: &[
        ("client", Storage::Text),
        ("place", Storage::Text),
        ("level", Storage::Integer),
        ("level_open", Storage::Integer),
        ("gravity", Storage::Text),
        ("codes", Storage::Text),
        ("blind", Storage::Integer),
        ("lead", Storage::Text),
        ("folded", Storage::Text),
        ("revenue", Storage::Decimal),
        ("line", Storage::Text),
        ("text", Storage::Text),
    ],
    key: 1,
};

/// Replaces one client's assessment.
pub async fn save(tx: &mut Transaction<'static, Any>, row: &Row) -> Result<(), StoreError> {
    cell::replace(tx, &TABLE, &row.cells()).await
}

/// An assessment as its table keeps it.
pub struct Row {
    pub client: String,
    pub place: String,
    pub level: i64,
    pub level_open: i64,
    pub gravity: &'static str,
    pub codes: String,
    pub blind: i64,
    pub lead: Option<String>,
    pub folded: String,
    pub revenue: Option<f64>,
    pub line: String,
    pub text: String,
}

impl Row {
    /// Lays out an assessment for its table.
    pub fn of(a: &Assessment, beside: &Beside, on: Day) -> Row {
        let (line, whole) = Row::parts(a, beside, on);
        let json = "made of text and finite numbers";
        Row {
            client: a.client.clone(),
            place: place(a),
            level: line.level.map_or(0, Level::number),
            level_open: line.level_open.map_or(0, Level::number),
            gravity: word(a.gravity),
            codes: a.findings.iter().fold(" ".to_owned(), |codes, f| codes + f.code.word() + " "),
            blind: i64::from(line.is_unseen()),
            lead: beside.lead.clone(),
            folded: fold(&format!("{} {}", a.client, a.name)),
            revenue: beside.revenue,
            line: serde_json::to_string(&line).expect(json),
            text: serde_json::to_string(&whole).expect(json),
        }
    }

    /// Returns what the list and what the client's page show of an assessment.
    pub fn parts(a: &Assessment, beside: &Beside, on: Day) -> (Line, Whole) {
        let blind: Vec<(Code, Need)> = a.blind.iter().map(|Blind { code, needs }| (*code, *needs)).collect();
        let counts = a.findings.iter().filter(|f| !f.only_informs());
        let tops = counts.clone().chain(a.findings.iter().filter(|f| f.only_informs()));
        let line = Line {
            client: a.client.clone(),
            name: a.name.clone(),
            lead: beside.lead.clone(),
            gravity: a.gravity,
            earlier: a.earlier.clone(),
            dismissed: a.dismissed.clone(),
            level: counts.clone().map(|f| f.level).max(),
            level_open: counts.filter(|f| !Viewer::is_of_costs(f.code)).map(|f| f.level).max(),
            priority: a.priority,
            late_chance: a.late_chance,
            codes: tops.clone().map(|f| f.code).collect(),
            tops: tops.take(4).map(|f| Stored::of(f, false)).collect(),
            findings: a.findings.len() as u32,
            blind: blind.clone(),
            revenue: beside.revenue,
            quality: beside.quality,
        };
        let findings = a.findings.iter().map(|f| Stored::of(f, true)).collect();
        (line, Whole { on, policy: beside.policy, findings, blind })
    }
}

impl Row {
    /// Returns the cells in the order of `TABLE`.
    pub fn cells(&self) -> Vec<OwnedCell> {
        let text = |text: &str| OwnedCell::Text(text.to_owned());
        vec![
            text(&self.client),
            text(&self.place),
            OwnedCell::Integer(self.level),
            OwnedCell::Integer(self.level_open),
            text(self.gravity),
            text(&self.codes),
            OwnedCell::Integer(self.blind),
            self.lead.as_deref().map_or(OwnedCell::Null, text),
            text(&self.folded),
            self.revenue.map_or(OwnedCell::Null, OwnedCell::Decimal),
            text(&self.line),
            text(&self.text),
        ]
    }
}

/// Returns a text that sorts worst first: gravity, priority, late_chance, client (RULINGS 28).
fn place(a: &Assessment) -> String {
    let gravity = a.gravity as u8;
    let last = 1.0 - a.late_chance.unwrap_or(-1.0).max(-1.0);
    format!("{gravity} {:.6} {last:.6} {}", 1.0 - a.priority, a.client)
}

pub(super) fn word(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Critical => "critical",
        Gravity::Questionable => "questionable",
        Gravity::None => "none",
    }
}

/// Returns what is known of one client, if it has been assessed and may be shown.
pub async fn of_client(db: &Db, viewer: &Viewer, client: &str) -> Result<Option<(Line, Whole)>, StoreError> {
    if !viewer.sees_client(client) {
        return Ok(None);
    }
    let row: Option<(String, String)> = sqlx::query_as("SELECT line, text FROM assessments WHERE client = $1")
        .bind(client)
        .fetch_optional(&db.pool)
        .await?;
    row.map(|(line, text)| Ok((read(&line, "assessments")?, read(&text, "assessments")?))).transpose()
}

pub(super) fn read<'t, T: Deserialize<'t>>(text: &'t str, table: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Unreadable(format!("{table}: {error}")))
}
