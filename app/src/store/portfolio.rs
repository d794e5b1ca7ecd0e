//! The worst-first list: filtered, counted, cut into pages.

use super::assessments::{Line, read, word};
use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::sign::{Code, Gravity, Level};
use domain::text::fold;
use sqlx::AssertSqlSafe;

/// What a person filters the list by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub level: Option<Level>,
    pub gravity: Option<Gravity>,
    pub code: Option<Code>,
    /// Only clients of whom too little is seen.
    pub blind: bool,
    /// Only clients whose lead is one of these, as written.
    pub leads: Option<Vec<String>>,
    pub search: Option<String>,
    /// Clients that are listed apart, because this viewer knows more of them.
    pub except: Vec<String>,
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

impl Counts {
    /// Counts clients by the gravest level of their findings.
    pub fn note(&mut self, level: Option<Level>, clients: u64) {
        match level {
            Some(Level::Severe) => self.severe += clients,
            Some(Level::Finding) => self.finding += clients,
            Some(Level::Watch) => self.watch += clients,
            None => {}
        }
    }
}

/// The portfolio in a few figures, whatever the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    pub clients: u64,
    /// How many need a review, and their revenue in the base currency.
    pub review: u64,
    pub review_revenue: f64,
    pub revenue: f64,
    /// How many are too little seen to say anything.
    pub unseen: u64,
    /// How many have a sign and need no review.
    pub watched: u64,
}

/// So many leads are offered to choose from.
pub const LEADS_MAX: usize = 200;

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

/// Returns the clients that bring the most revenue, the largest first.
pub async fn largest(db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<Line>, StoreError> {
    let (condition, texts) = conditions(viewer, &Filter::default());
    let sql = format!(
        "SELECT line FROM assessments WHERE {condition} AND revenue IS NOT NULL ORDER BY revenue DESC, client LIMIT ${}",
        texts.len() + 1
    );
    let query =
        texts.into_iter().fold(sqlx::query_scalar::<_, String>(AssertSqlSafe(sql)), |query, text| query.bind(text));
    query.bind(limit).fetch_all(&db.pool).await?.iter().map(|line| read(line, "assessments")).collect()
}

/// Returns the lines of these clients that a filter leaves, whatever their level, in no particular order.
pub async fn lines(db: &Db, viewer: &Viewer, filter: &Filter, clients: &[String]) -> Result<Vec<Line>, StoreError> {
    let wide = Filter { level: None, gravity: None, code: None, blind: false, except: vec![], ..filter.clone() };
    let (condition, mut texts) = conditions(viewer, &wide);
    let first = texts.len() + 1;
    texts.extend(clients.iter().cloned());
    let places: Vec<String> = (first..=texts.len()).map(|n| format!("${n}")).collect();
    if places.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!("SELECT line FROM assessments WHERE {condition} AND client IN ({})", places.join(", "));
    let query = sqlx::query_scalar::<_, String>(AssertSqlSafe(sql));
    let query = texts.into_iter().fold(query, |query, text| query.bind(text));
    query.fetch_all(&db.pool).await?.iter().map(|line| read(line, "assessments")).collect()
}

/// Counts the clients that a filter leaves, ignoring its level and blindness, so that each choice shows its own number.
pub async fn counts(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Counts, StoreError> {
    let wide = Filter { level: None, blind: false, ..filter.clone() };
    let (condition, texts) = conditions(viewer, &wide);
    let level = level_column(viewer);
    let sql = format!("SELECT {level}, blind, COUNT(*) FROM assessments WHERE {condition} GROUP BY 1, 2");
    let query = sqlx::query_as::<_, (i64, i64, i64)>(AssertSqlSafe(sql));
    let query = texts.into_iter().fold(query, |query, text| query.bind(text));
    let mut counts = Counts::default();
    for (level, blind, n) in query.fetch_all(&db.pool).await? {
        let n = n as u64;
        counts.all += n;
        counts.blind += if blind == 1 { n } else { 0 };
        counts.note(Level::of_number(level), n);
    }
    Ok(counts)
}

/// Sums up the portfolio, but for the clients of `except`.
pub async fn summary(db: &Db, viewer: &Viewer, except: &[String]) -> Result<Summary, StoreError> {
    let (condition, texts) = conditions(viewer, &Filter { except: except.to_vec(), ..Filter::default() });
    let level = level_column(viewer);
    let sql = format!(
        "SELECT gravity, CASE WHEN {level} > 0 THEN 1 ELSE 0 END, blind, COUNT(*), SUM(revenue)
           FROM assessments WHERE {condition} GROUP BY 1, 2, 3"
    );
    let query = sqlx::query_as::<_, (String, i64, i64, i64, Option<f64>)>(AssertSqlSafe(sql));
    let query = texts.into_iter().fold(query, |query, text| query.bind(text));
    let mut summary = Summary::default();
    for (gravity, has_sign, blind, n, revenue) in query.fetch_all(&db.pool).await? {
        let (n, revenue) = (n as u64, revenue.unwrap_or(0.0));
        summary.clients += n;
        summary.revenue += revenue;
        summary.unseen += if blind == 1 { n } else { 0 };
        if gravity == word(Gravity::None) {
            summary.watched += if has_sign == 1 { n } else { 0 };
        } else {
            summary.review += n;
            summary.review_revenue += revenue;
        }
    }
    Ok(summary)
}

/// Returns the leads that clients have, in the order of their names.
pub async fn leads(db: &Db) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT lead FROM assessments WHERE lead IS NOT NULL ORDER BY 1 LIMIT $1";
    Ok(sqlx::query_scalar(sql).bind(LEADS_MAX as i64).fetch_all(&db.pool).await?)
}

/// Tells whether the firm has any client, assessed or not.
pub async fn has_clients(db: &Db) -> Result<bool, StoreError> {
    let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM clients LIMIT 1").fetch_optional(&db.pool).await?;
    Ok(found.is_some())
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
    if let Some(search) = filter.search.as_deref().map(fold).filter(|folded| !folded.is_empty()) {
        with(
            "folded LIKE ? ESCAPE '\\'",
            format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")),
        );
    }
    if let Some(level) = filter.level {
        parts.push(format!("{} = {}", level_column(viewer), level.number()));
    }
    if filter.blind {
        parts.push("blind = 1".to_owned());
    }
    let mut list = |part: &str, all: &[String]| {
        let places = all.iter().map(|text| {
            texts.push(text.clone());
            format!("${}", texts.len())
        });
        let places: Vec<String> = places.collect();
        parts.push(if places.is_empty() { "1 = 0".to_owned() } else { format!("{part} ({})", places.join(", ")) });
    };
    if let Some(leads) = &filter.leads {
        list("lead IN", leads);
    }
    if !filter.except.is_empty() {
        list("client NOT IN", &filter.except);
    }
    (parts.join(" AND "), texts)
}

/// The level that a viewer sees; one word of SQL, never a text of others.
fn level_column(viewer: &Viewer) -> &'static str {
    if viewer.sees_costs() { "level" } else { "level_open" }
}
