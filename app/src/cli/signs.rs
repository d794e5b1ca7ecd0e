//! `khitam signs`: what the records say, worst first. It looks anew and stores nothing.

use crate::flow::assess::{self, Portfolio};
use crate::store::{self, Db, StoreError};
use domain::days::Day;
use domain::sign::{Assessment, Blind, Code, Facts, Finding, Gravity, Level, Need, Policy, Value};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::io::Write;

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
    files: HashMap<u32, String>,
    client: Option<String>,
}

/// Looks at all records on a day; `today` is the day if none is asked for.
pub async fn look(db: &Db, asked: &Signs, today: Day) -> Result<Answer, StoreError> {
    let (firm, policy) = (store::firm_facts::current(db).await?, store::policies::current(db).await?);
    let files = store::sources::names(db).await?;
    let on = asked.on.unwrap_or(today);
    let (own, rules) = (db.clone(), policy.clone());
    let portfolio = store::apart(move || assess::full(&own, &firm, &rules, on)).await?;
    Ok(Answer { on, policy, portfolio, files, client: asked.client.clone() })
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
        let mut out = std::io::BufWriter::new(out);
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
    facts: FactsJson<'a>,
    facts_total: u32,
}

struct FactsJson<'a>(&'a Facts, &'a HashMap<u32, String>);

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
            let finding = |f| finding_json(f, &self.0.files);
            clients.serialize_element(&ClientJson {
                client: &a.client,
                name: &a.name,
                gravity: a.gravity,
                priority: a.priority,
                late_chance: a.late_chance,
                findings: a.findings.iter().map(finding).collect(),
                blind: &a.blind,
            })?;
        }
        clients.end()
    }
}

fn finding_json<'a>(f: &'a Finding, files: &'a HashMap<u32, String>) -> FindingJson<'a> {
    FindingJson {
        code: f.code,
        level: f.level,
        value: &f.value,
        threshold: f.threshold,
        n: f.n,
        confidence: f.confidence,
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

/// Returns the needs of the blind detectors, each once, in their order.
pub fn needs(blind: &[Blind]) -> Vec<Need> {
    let mut needs: Vec<Need> = blind.iter().map(|b| b.needs).collect();
    needs.sort_unstable();
    needs.dedup();
    needs
}
