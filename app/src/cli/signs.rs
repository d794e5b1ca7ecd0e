//! `khitam signs`: what the records say, worst first. It looks anew and stores nothing.

use super::progress::shown;
use super::{Exit, Failure, Shell, args};
use crate::clock::Clock;
use crate::flow::assess::{self, Portfolio};
use crate::lang::Lang;
use crate::store::assessments::Stored;
use crate::store::{self, Db, StoreError};
use domain::days::Day;
use domain::sign::{Assessment, Blind, Code, Earlier, Facts, Finding, Gravity, Level, Need, Policy, Value, is_unseen};
use fluent_bundle::FluentValue;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the command is asked.
pub struct Signs {
    pub on: Option<Day>,
    pub client: Option<String>,
}

/// The answer: a portfolio, and the names of the files its rows came from.
pub struct Answer {
    pub on: Day,
    pub policy: Policy,
    pub portfolio: Portfolio,
    files: BTreeMap<u32, String>,
    client: Option<String>,
}

/// Looks at all records on a day; `today` is the day if none is asked for.
pub async fn look(db: &Db, asked: &Signs, today: Day) -> Result<Answer, StoreError> {
    look_watched(db, asked, today, Arc::default()).await
}

/// Does the same while somebody watches how many clients are `looked_at`.
pub async fn look_watched(db: &Db, asked: &Signs, today: Day, looked_at: Arc<AtomicU64>) -> Result<Answer, StoreError> {
    let (firm, policy) = (store::firm_facts::current(db).await?, store::policies::current(db).await?);
    let files = store::sources::names(db).await?;
    let on = asked.on.unwrap_or(today);
    let (own, rules) = (db.clone(), policy.clone());
    let portfolio = store::apart(move || assess::watched(&own, &firm, &rules, on, &looked_at)).await?;
    let client = match &asked.client {
        // A spelling that was merged means the client that it is.
        Some(key) => Some(store::merges::main_of(db, key).await?.unwrap_or_else(|| key.clone())),
        None => None,
    };
    Ok(Answer { on, policy, portfolio, files, client })
}

impl Answer {
    /// Returns the assessments asked for, worst first.
    pub fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        let wanted = |a: &&Assessment| self.client.as_ref().is_none_or(|client| a.client == *client);
        self.portfolio.clients.iter().map(|assessed| &assessed.assessment).filter(wanted)
    }

    /// Writes the answer as JSON, client by client, so that it is never held whole.
    pub fn write_json(&self, out: impl Write) -> std::io::Result<()> {
        let json = Json { on: self.on, policy: self.policy.version, clients: Clients(self) };
        let mut out = std::io::BufWriter::with_capacity(1 << 16, out);
        serde_json::to_writer(&mut out, &json)?;
        writeln!(out)?;
        out.flush()
    }
}

#[derive(Serialize)]
struct Json<'a> {
    on: Day,
    policy: u32,
    clients: Clients<'a>,
}

struct Clients<'a>(&'a Answer);

#[derive(Serialize)]
struct ClientJson<'a> {
    client: &'a str,
    name: &'a str,
    gravity: Gravity,
    /// Only where no review would be asked for without them.
    #[serde(skip_serializing_if = "<[Earlier]>::is_empty")]
    earlier: &'a [Earlier],
    priority: f64,
    late_chance: Option<f64>,
    findings: Vec<FindingJson<'a>>,
    blind: &'a [Blind],
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: Code,
    level: Level,
    value: &'a Value,
    threshold: Option<f64>,
    n: u32,
    confidence: f64,
    /// Only where a person dismissed it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dismissed: bool,
    facts: FactsJson<'a>,
    facts_total: u32,
}

struct FactsJson<'a>(&'a Facts, &'a BTreeMap<u32, String>);

/// One cited row; entered by hand it has neither file nor line.
#[derive(Serialize)]
struct FactJson<'a> {
    kind: &'static str,
    id: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
}

impl Serialize for Clients<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut clients = serializer.serialize_seq(None)?;
        for a in self.0.assessments() {
            let finding = |f| finding_json(f, a.dismissed.contains(&f.code), &self.0.files);
            clients.serialize_element(&ClientJson {
                client: &a.client,
                name: &a.name,
                gravity: a.gravity,
                earlier: &a.earlier,
                priority: a.priority,
                late_chance: a.late_chance,
                findings: a.findings.iter().map(finding).collect(),
                blind: &a.blind,
            })?;
        }
        clients.end()
    }
}

fn finding_json<'a>(f: &'a Finding, dismissed: bool, files: &'a BTreeMap<u32, String>) -> FindingJson<'a> {
    FindingJson {
        code: f.code,
        level: f.level,
        value: &f.value,
        threshold: f.threshold,
        n: f.n,
        confidence: f.confidence,
        dismissed,
        facts: FactsJson(&f.facts, files),
        facts_total: f.facts.total(),
    }
}

impl Serialize for FactsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|fact| {
            let entered = fact.source.line == 0;
            let file = if entered { None } else { self.1.get(&fact.source.id).map(String::as_str) };
            FactJson { kind: fact.kind, id: fact.id, file, line: (!entered).then_some(fact.source.line) }
        }))
    }
}

/// Runs the command.
pub async fn run(shell: &Shell, args: args::Signs) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let db = shell.open().await?;
    let firm = store::firm_facts::current(&db).await.map_err(|error| Failure::of_store(lang, &error))?;
    let today = Clock::default().today(firm.zone.as_deref());
    let asked = Signs { on: args.on, client: args.client };
    let stored = |error| Failure::of_store(lang, &error);
    let clients = store::client_names::count(&db).await.map_err(stored)?;
    let looked_at = Arc::new(AtomicU64::default());
    let work = look_watched(&db, &asked, today, looked_at.clone());
    let answer = shown(args.json, clients, || looked_at.load(Ordering::Relaxed), work).await.map_err(stored)?;
    match &asked.client {
        Some(client) if answer.assessments().next().is_none() => {
            return Err(Failure::about(lang, "no-client", client, Exit::Failed));
        }
        _ => {}
    }
    let told = if args.json {
        answer.write_json(std::io::stdout().lock())
    } else {
        answer.write_table(std::io::stdout().lock(), lang)
    };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    // The program ends: giving back a million cited rows one by one would be work for nobody.
    std::mem::forget(answer);
    Ok(Exit::Done)
}

/// The table's width where no terminal says its own.
const TABLE_WIDTH: u16 = 120;

/// So many clients stand in the table; the rest are counted.
const TABLE_ROWS: usize = 50;

impl Answer {
    /// Writes the worst clients as a table with their sentences.
    pub fn write_table(&self, mut out: impl Write, lang: Lang) -> std::io::Result<()> {
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
        table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
        if !std::io::stdout().is_terminal() {
            table.set_width(TABLE_WIDTH);
        }
        table.set_header(
            ["table-client", "table-state", "table-sees", "table-late", "table-blind"].map(|key| lang.text(key)),
        );
        let all: Vec<&Assessment> = self.assessments().collect();
        if all.is_empty() {
            return writeln!(out, "{}", lang.text("table-nothing"));
        }
        for a in all.iter().take(TABLE_ROWS) {
            table.add_row(row(a, lang));
        }
        writeln!(out, "{table}")?;
        if all.len() > TABLE_ROWS {
            let more = (all.len() - TABLE_ROWS) as f64;
            writeln!(out, "{}", lang.say("table-more", [("n", FluentValue::from(more))]))?;
        }
        match self.stale(lang) {
            Some(sentence) => writeln!(out, "{sentence}"),
            None => Ok(()),
        }
    }

    /// Says of which day the newest record is, where all records are too old to say anything, and how to look at that day.
    fn stale(&self, lang: Lang) -> Option<String> {
        let window_days = self.policy.general.window_days;
        let last = self.portfolio.baseline.stale_since(window_days)?;
        let args = [
            ("day", FluentValue::from(lang.day(last))),
            ("n", FluentValue::from(f64::from(window_days))),
            ("on", FluentValue::from(last.to_string())),
        ];
        Some(lang.say("table-stale", args))
    }
}

fn row(a: &Assessment, lang: Lang) -> [String; 5] {
    let telling = a.findings.iter().filter(|f| !f.only_informs());
    let level = telling.clone().map(|f| f.level).max();
    let raises_the_bar = || a.findings.iter().any(|f| Stored::of(f, false).raises_the_bar());
    let state = match level {
        Some(Level::Severe) => "level-severe",
        Some(Level::Finding) => "level-finding",
        Some(Level::Watch) => "level-watch",
        None if raises_the_bar() => "level-star",
        None if is_unseen(level, a.blind.iter().map(|blind| blind.code)) => "level-blind",
        None => "level-none",
    };
    let say = |f: &Finding| lang.sign_said(&Stored::of(f, false), &a.name, true, a.dismissed.contains(&f.code));
    let sentences: Vec<String> = telling.take(2).filter_map(say).chain(lang.earlier(&a.earlier)).collect();
    let late = a.late_chance.map_or_else(String::new, |chance| lang.percent(chance));
    let needs: Vec<String> = needs(&a.blind).into_iter().map(|need| lang.need(need)).collect();
    let blind = if needs.len() > 3 {
        lang.say("table-needs", [("n", FluentValue::from(needs.len() as f64))])
    } else {
        needs.join(&lang.text("table-comma"))
    };
    [named(a), lang.text(state), sentences.join(" "), late, blind]
}

/// Returns a client's name and, where it is another, the key by which `--client` asks for them.
fn named(a: &Assessment) -> String {
    if a.name == a.client { a.name.clone() } else { format!("{}\n{}", a.name, a.client) }
}

/// Returns the needs of the blind detectors, each once, in their order.
fn needs(blind: &[Blind]) -> Vec<Need> {
    let mut needs: Vec<Need> = blind.iter().map(|b| b.needs).collect();
    needs.sort_unstable();
    needs.dedup();
    needs
}
