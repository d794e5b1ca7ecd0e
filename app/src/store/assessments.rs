//! The newest assessment of each client: a short line for the list, the whole for the client's page.

use super::bulk::Table;
use super::cell::{self, OwnedCell, Storage};
use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::days::Day;
use domain::sign::{Arg, Assessment, Blind, Code, Finding, Gravity, Level, Need, Value};
use domain::text::fold;
use serde::{Deserialize, Serialize};
use sqlx::{Any, AssertSqlSafe, Transaction};

/// What the list shows of one client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub client: String,
    pub name: String,
    pub lead: Option<String>,
    pub gravity: Gravity,
    pub priority: f64,
    pub late_chance: Option<f64>,
    /// The gravest finding first; at most three, without rows.
    pub tops: Vec<Stored>,
    pub findings: u32,
    pub blind: Vec<(Code, Need)>,
    /// Net revenue of four quarters in the base currency, whole units.
    pub revenue: Option<f64>,
    /// Our own delivery quality, 0 to 1.
    pub quality: Option<f64>,
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

/// What a person filters the list by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub level: Option<Level>,
    pub gravity: Option<Gravity>,
    pub code: Option<Code>,
    pub blind: bool,
    pub lead: Option<String>,
    pub search: Option<String>,
}

/// How many clients there are, in all and of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: u64,
    pub severe: u64,
    pub finding: u64,
    pub watch: u64,
    pub blind: u64,
}

/// The table, for the fast lane.
pub const TABLE: Table = Table {
    name: "assessments",
    columns: &[
        ("client", Storage::Text),
        ("place", Storage::Text),
        ("level", Storage::Integer),
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
        let blind: Vec<(Code, Need)> = a.blind.iter().map(|Blind { code, needs }| (*code, *needs)).collect();
        let line = Line {
            client: a.client.clone(),
            name: a.name.clone(),
            lead: beside.lead.clone(),
            gravity: a.gravity,
            priority: a.priority,
            late_chance: a.late_chance,
            tops: a.findings.iter().take(3).map(|f| Stored::of(f, false)).collect(),
            findings: a.findings.len() as u32,
            blind: blind.clone(),
            revenue: beside.revenue,
            quality: beside.quality,
        };
        let findings = a.findings.iter().map(|f| Stored::of(f, true)).collect();
        let whole = Whole { on, policy: beside.policy, findings, blind };
        let json = "made of text and finite numbers";
        Row {
            client: a.client.clone(),
            place: place(a),
            level: a.findings.iter().filter(|f| !f.only_informs()).map(|f| f.level.number()).max().unwrap_or(0),
            gravity: word(a.gravity),
            codes: a.findings.iter().fold(" ".to_owned(), |codes, f| codes + f.code.word() + " "),
            blind: whole.blind.len() as i64,
            lead: beside.lead.clone(),
            folded: fold(&format!("{} {}", a.client, a.name)),
            revenue: beside.revenue,
            line: serde_json::to_string(&line).expect(json),
            text: serde_json::to_string(&whole).expect(json),
        }
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

fn word(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Critical => "critical",
        Gravity::Questionable => "questionable",
        Gravity::None => "none",
    }
}

/// Returns a part of the list, worst first.
pub async fn list(db: &Db, viewer: &Viewer, filter: &Filter, offset: i64, limit: i64) -> Result<Vec<Line>, StoreError> {
    let (condition, texts) = conditions(viewer, filter);
    let n = texts.len();
    let sql =
        format!("SELECT line FROM assessments WHERE {condition} ORDER BY place LIMIT ${} OFFSET ${}", n + 1, n + 2);
    let mut query = sqlx::query_scalar::<_, String>(AssertSqlSafe(sql));
    for text in texts {
        query = query.bind(text);
    }
    let lines = query.bind(limit).bind(offset).fetch_all(&db.pool).await?;
    lines.iter().map(|line| read(line, "assessments")).collect()
}

/// Counts the clients that a filter leaves, ignoring its level and blindness, so that each choice shows its own number.
pub async fn counts(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Counts, StoreError> {
    let wide = Filter { level: None, blind: false, ..filter.clone() };
    let (condition, texts) = conditions(viewer, &wide);
    let sql = format!(
        "SELECT level, CASE WHEN blind > 0 THEN 1 ELSE 0 END, COUNT(*) FROM assessments WHERE {condition} GROUP BY 1, 2"
    );
    let mut query = sqlx::query_as::<_, (i64, i64, i64)>(AssertSqlSafe(sql));
    for text in texts {
        query = query.bind(text);
    }
    let mut counts = Counts::default();
    for (level, blind, n) in query.fetch_all(&db.pool).await? {
        counts.all += n as u64;
        counts.blind += if blind == 1 { n as u64 } else { 0 };
        match level {
            3 => counts.severe += n as u64,
            2 => counts.finding += n as u64,
            1 => counts.watch += n as u64,
            _ => {}
        }
    }
    Ok(counts)
}

/// Returns the sum of all clients' revenue, in the base currency.
pub async fn revenue(db: &Db) -> Result<f64, StoreError> {
    let sum: Option<f64> = sqlx::query_scalar("SELECT SUM(revenue) FROM assessments").fetch_one(&db.pool).await?;
    Ok(sum.unwrap_or(0.0))
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

/// Returns the condition of a filter and the texts it binds, in order.
fn conditions(viewer: &Viewer, filter: &Filter) -> (String, Vec<String>) {
    let mut parts = vec!["1 = 1".to_owned()];
    let mut texts: Vec<String> = vec![];
    let mut with = |part: &str, text: String| {
        texts.push(text);
        parts.push(part.replace('?', &format!("${}", texts.len())));
    };
    if let Viewer::Member { sharing: Some(only), .. } = viewer {
        with("client = ?", only.clone());
    }
    if let Some(gravity) = filter.gravity {
        with("gravity = ?", word(gravity).to_owned());
    }
    if let Some(code) = filter.code {
        with("codes LIKE ?", format!("% {} %", code.word()));
    }
    if let Some(lead) = &filter.lead {
        with("lead = ?", lead.clone());
    }
    if let Some(search) = filter.search.as_deref().map(fold).filter(|folded| !folded.is_empty()) {
        with(
            "folded LIKE ? ESCAPE '\\'",
            format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")),
        );
    }
    if let Some(level) = filter.level {
        parts.push(format!("level = {}", level.number()));
    }
    if filter.blind {
        parts.push("blind > 0".to_owned());
    }
    (parts.join(" AND "), texts)
}

fn read<'t, T: Deserialize<'t>>(text: &'t str, table: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Unreadable(format!("{table}: {error}")))
}
