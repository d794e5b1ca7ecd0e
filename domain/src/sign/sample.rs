//! Histories for tests, written as lines of text: a table, an id, and what differs from the usual.

use super::{Assessment, Baseline, Code, Draft, Facts, Finding, Measured, Need, Policy, judge, measure};
use crate::days::Day;
use crate::firm::Firm;
use crate::money::Currency;
use crate::record::*;

/// Returns the day of an ISO date.
pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

/// Reads lines like `invoices INV-1 issued_on=2026-01-01 due_on=2026-01-31 amount=1000`: sums are whole SAR, a cell
/// that is not named is empty, `known_on` is the last day of the line. Values hold no spaces.
pub fn history(text: &str) -> History {
    let mut h = History { client: Some(client("C1")), ..History::default() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let (table, id) = (words.next().expect("a table"), words.next().expect("an id"));
        let given: Vec<(&str, &str)> = words.map(|word| word.split_once('=').expect("name=value")).collect();
        let kind = kind_named(table).unwrap_or_else(|| panic!("no table {table}"));
        for (name, _) in &given {
            assert!(kind.position(name).is_some(), "{table} has no column {name}");
        }
        let last_day = given.iter().filter_map(|(_, value)| Day::from_iso(value)).max().map(|d| d.to_string());
        let value = |i: usize| {
            let column = &kind.columns[i];
            let own = given.iter().find(|(name, _)| *name == column.name).map(|(_, value)| *value);
            own.or((column.name == "known_on").then_some(last_day.as_deref()).flatten())
        };
        let cell = |i: usize| match (kind.columns[i].r#type, value(i)) {
            (Type::Currency, None) => Cell::Text("SAR"),
            (_, None) => Cell::Null,
            (Type::Amount, Some(text)) => Cell::Integer((text.parse::<f64>().expect("a sum") * 100.0).round() as i64),
            (Type::Integer, Some(text)) => Cell::Integer(text.parse().expect("a number")),
            (Type::Decimal, Some(text)) => Cell::Decimal(text.parse().expect("a number")),
            (Type::Flag, Some(text)) => Cell::Integer(i64::from(text == "yes")),
            (_, Some(text)) => Cell::Text(text),
        };
        let cells: Vec<Cell> = (0..kind.columns.len()).map(cell).collect();
        h.add(kind, id, Source { id: 1, line: 2 }, &cells).expect("the line fits its table");
    }
    h.arrange();
    h
}

fn client(id: &str) -> Client {
    let currency = Currency::of("SAR").expect("a currency");
    let (name, source) = (format!("Client {id}").into(), Source { id: 1, line: 2 });
    let (country, lead, sector) = (Some("SA".into()), None, None);
    Client {
        id: id.into(),
        name,
        currency,
        country,
        terms_days: None,
        agreed_rate: None,
        agreed_hours_per_month: None,
        started_on: None,
        lead,
        sector,
        source,
    }
}

/// A firm in Riyadh that states what most detectors need.
pub fn firm() -> Firm {
    let since = |value| vec![crate::firm::Dated { on: day("2020-01-01"), value }];
    Firm {
        base_currency: Currency::of("SAR"),
        place: Some("SA".into()),
        zone: Some("Asia/Riyadh".into()),
        working_hours: Some(crate::firm::WorkingHours { opens_minute: 9 * 60, closes_minute: 17 * 60 }),
        target_rate: since(200.0),
        default_cost_rate: since(90.0),
        cost_of_capital: since(0.12),
        cash: since(200_000.0),
        ..Firm::default()
    }
}

/// Measures a history of lines on a day, only what was known counting.
pub fn measured(text: &str, on: &str) -> Measured {
    measured_at(text, on, &firm())
}

/// Measures a history of lines on a day for a firm.
pub fn measured_at(text: &str, on: &str, firm: &Firm) -> Measured {
    let mut h = history(text);
    h.keep_known_on(day(on));
    measure(&h, firm, &Policy::standard(), day(on))
}

/// Returns a detector's draft of a history of lines.
pub fn draft(text: &str, on: &str, code: Code) -> Option<Draft> {
    measured(text, on).drafts.into_iter().find(|draft| draft.code == code)
}

/// Assesses a history of lines as the only client of its firm.
pub fn assessed(text: &str, on: &str) -> Assessment {
    let policy = Policy::standard();
    let measured = measured(text, on);
    let baseline = Baseline::of([&measured].into_iter(), day(on), policy.general.false_discovery);
    judge(measured, &baseline, &policy, day(on))
}

/// Returns a detector's finding of a history of lines, assessed as the only client of its firm.
pub fn finding(text: &str, on: &str, code: Code) -> Option<Finding> {
    assessed(text, on).findings.into_iter().find(|finding| finding.code == code)
}

/// Returns a detector's finding among the findings of an assessment of several clients' lines: the first one's.
pub fn finding_among(texts: &[String], on: &str, code: Code) -> Option<Finding> {
    let policy = Policy::standard();
    let all: Vec<Measured> = texts.iter().map(|text| measured(text, on)).collect();
    let baseline = Baseline::of(all.iter(), day(on), policy.general.false_discovery);
    let judged = judge(all[0].clone(), &baseline, &policy, day(on));
    judged.findings.into_iter().find(|finding| finding.code == code)
}

/// Returns what a detector is blind for, if it is, after judging the client as the only one of its firm.
pub fn blind(text: &str, on: &str, code: Code) -> Option<Need> {
    assessed(text, on).blind.into_iter().find(|blind| blind.code == code).map(|blind| blind.needs)
}

/// Repeats a line: each with its number from 1 and its day, `every` days apart.
pub fn rows(count: usize, first: &str, every: i32, line: impl Fn(usize, Day) -> String) -> String {
    let lines = (0..count).map(|i| line(i + 1, day(first).plus(i as i32 * every)));
    lines.collect::<Vec<String>>().join("\n")
}

/// Returns the ids that a draft or a finding cites, in their order.
pub fn cited(facts: &Facts) -> Vec<String> {
    facts.iter().map(|fact| fact.id.to_owned()).collect()
}
