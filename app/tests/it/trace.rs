//! From every finding back to the line of the file it rests on, where the very value stands: for the demo, for a file in
//! the shape of IBM's receivables sample, and for that sample itself where it lies beside the project.

use crate::database::{self, Own};
use crate::tidy::root;
use app::cli::signs::{Signs, look};
use app::store::records::{Asked, Whose};
use app::store::viewer::Viewer;
use app::store::{self, Db};
use domain::days::Day;
use domain::record::{Key, kind_named};
use domain::sign::Facts;
use domain::text::western_digit;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lines of each file by its name.
type Lines = HashMap<String, Vec<String>>;

/// The lines of each file of a folder, digits levelled.
fn lines(folder: &Path) -> Lines {
    let files = std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).ok()?;
        let level = |line: &str| line.chars().map(western_digit).collect();
        Some((path.file_name()?.to_string_lossy().into_owned(), text.lines().map(level).collect()))
    };
    files.filter_map(read).collect()
}

/// Says what a file line does not say of a stored row; a day may be written in any order, a sum with any decimals.
async fn missing(db: &Db, whose: &Whose, fact: (&str, &str), line: &str) -> Option<String> {
    let (kind, id) = fact;
    let kind = kind_named(kind).expect("a kind");
    let Some(record) = store::records::one(db, whose, kind, id).await.expect("a look") else {
        return Some(format!("the row {id} in the store"));
    };
    if matches!(kind.key, Key::Given(_)) && !line.contains(id) {
        return Some(format!("the id {id}"));
    }
    for (column, cell) in kind.columns.iter().zip(&record.cells) {
        let said = match (column.name, cell.cell()) {
            (name, domain::record::Cell::Text(text)) if name == kind.happened => day_stands(line, text),
            ("amount", domain::record::Cell::Integer(minor)) => line.contains(&(minor / 100).abs().to_string()),
            ("minutes", domain::record::Cell::Integer(minutes)) => minutes_stand(line, minutes),
            ("invoice", domain::record::Cell::Text(invoice)) => line.contains(invoice),
            _ => true,
        };
        if !said {
            return Some(format!("{} {cell:?}", column.name));
        }
    }
    None
}

fn day_stands(line: &str, iso: &str) -> bool {
    let (year, month, day) = Day::from_iso(iso).expect("a day").civil();
    [year as u32, month, day].iter().all(|part| line.contains(&part.to_string()))
}

fn minutes_stand(line: &str, minutes: i64) -> bool {
    let hours = minutes as f64 / 60.0;
    line.contains(&minutes.to_string()) || line.contains(&format!("{hours}")) || line.contains(&format!("{hours:.2}"))
}

/// Walks from every finding of a day to its lines; returns how many facts were walked, and the clients, worst first.
async fn walk(own: &Own, lines: &Lines, on: &str) -> (usize, Vec<String>) {
    let on = Day::from_iso(on).expect("a day");
    let answer = look(&own.db, &Signs { on: Some(on), client: None }, on).await.expect("signs");
    let names = store::sources::names(&own.db).await.expect("sources");
    let (mut walked, mut clients) = (0, Vec::new());
    for assessment in answer.assessments() {
        clients.push(assessment.client.clone());
        let asked = Whose::of(&own.db, &Viewer::Operator, &assessment.client).await.expect("a look");
        let Asked::There(whose) = asked else { panic!("no client {}", assessment.client) };
        for finding in &assessment.findings {
            assert!(finding.facts.total() > 0, "{} {:?} rests on nothing", assessment.client, finding.code);
            assert!(finding.facts.iter().count() <= Facts::KEPT);
            for fact in finding.facts.iter() {
                let file = &names[&fact.source.id];
                let line = lines[file].get(fact.source.line as usize - 1);
                let line = line.unwrap_or_else(|| panic!("{file}:{}", fact.source.line));
                let missing = missing(&own.db, &whose, (fact.kind, fact.id), line).await;
                let place = format!("{:?} of {}: {file}:{}", finding.code, assessment.client, fact.source.line);
                assert_eq!(missing, None, "{place} {line}");
                walked += 1;
            }
        }
    }
    (walked, clients)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_finding_opens_its_lines() {
    for own in database::each().await {
        let folder = tempfile::tempdir().expect("a temporary folder");
        app::flow::demo::fill(&own.db, folder.path(), "2026-11-22T09:00:00Z").await.expect("the demo");
        let (walked, _) = walk(&own, &lines(&root().join("demo")), "2026-11-22").await;
        assert!(walked > 300, "the demo has more to walk than {walked}");
    }
}

/// Imports a file in a process of its own, by the profile of the sample, and returns what it says of it.
fn import(own: &Own, file: &Path) -> serde_json::Value {
    let done = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .env_remove("KHITAM_DB")
        .args(["--db", &own.address, "import", "--profile", "ibm-receivables", "--json"])
        .arg(file)
        .output()
        .expect("khitam starts");
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stdout));
    serde_json::from_slice(&done.stdout).expect("JSON")
}

/// The day as the sample writes it: the month first, nothing filled up with zeros.
fn month_first(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{month}/{day}/{year}")
}

/// Writes a file in the shape of the sample, with values of our own: two years of 16 clients, of whom every fourth pays
/// late and ever later. Its rows stand in no order, numbers begin with zeros, sums drop theirs at the end, a bill went
/// electronic before it was issued or long after, and what is settled was settled after the last invoice, too.
fn write_like_the_sample(path: &Path) {
    let mut text = "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,\
                    SettledDate,PaperlessBill,DaysToSettle,DaysLate\n"
        .to_owned();
    let first = Day::from_iso("2022-01-03").expect("a day");
    for row in 0..16 * 18 {
        // The customers in turn, the months of each out of order.
        let (customer, month) = (row % 16, row * 7 % 18);
        let issued = first.plus(month * 30 + customer);
        let late = if customer % 4 == 0 { 12 + month * 3 } else { (row * 5) % 7 - 5 };
        let (due, settled) = (issued.plus(30), issued.plus(30 + late));
        let disputed = if customer % 4 == 0 && month % 3 == 0 { "Yes" } else { "No" };
        let bill = if row % 3 == 0 { "Electronic" } else { "Paper" };
        let cents = 1_310 + row * 137 % 9_000;
        let sum = format!("{}.{:02}", cents / 100, cents % 100);
        let sum = sum.trim_end_matches('0').trim_end_matches('.');
        text += &format!(
            "{},{:04}-{}KHTM,{},{:010},{},{},{sum},{disputed},{},{bill},{},{}\n",
            [391, 406, 770, 897][customer as usize % 4],
            1_001 + customer * 397,
            char::from(b'A' + customer as u8),
            month_first(first.plus(row * 2)),
            28_067_091 + row * 7_919,
            month_first(issued),
            month_first(due),
            month_first(settled),
            30 + late,
            late.max(0),
        );
    }
    std::fs::write(path, text).expect("a file");
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_on_a_file_like_the_sample_open_their_lines() {
    for own in database::each().await {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_like_the_sample(&folder.path().join("receivables.csv"));
        let told = import(&own, &folder.path().join("receivables.csv"));
        let file = &told["files"][0];
        assert_eq!(file["kinds"], serde_json::json!({ "invoices": 288, "payments": 288 }), "{told}");
        assert_eq!((&file["rows"], &file["added"]), (&288.into(), &288.into()), "{told}");
        let (walked, clients) = walk(&own, &lines(folder.path()), "2023-07-31").await;
        assert!(walked > 100, "there is more to walk than {walked}");
        let late = clients.iter().position(|client| !["A", "E", "I", "M"].contains(&&client[5..6]));
        assert_eq!(late, Some(4), "the worst payers come first: {clients:?}");
    }
}

/// The sample itself is nobody's to hand on: it is walked where it lies beside the project.
#[tokio::test(flavor = "multi_thread")]
async fn findings_on_the_sample_open_their_lines() {
    let sample = root().join("../shared/data/ibm-ar");
    if !sample.join("invoices.csv").exists() {
        return;
    }
    for own in database::each().await {
        let told = import(&own, &sample.join("invoices.csv"));
        assert_eq!(told["files"][0]["kinds"], serde_json::json!({ "invoices": 1849, "payments": 1849 }), "{told}");
        let (walked, _) = walk(&own, &lines(&sample), "2013-09-30").await;
        assert!(walked > 300, "the sample has more to walk than {walked}");
    }
}
