//! From every finding of the demo back to the line of the file it rests on, where the very value stands.

use crate::database;
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

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the app lies in the workspace").join("demo")
}

/// The lines of each demo file, digits levelled.
fn lines() -> HashMap<String, Vec<String>> {
    let files = std::fs::read_dir(demo()).expect("the demo's folder").flatten().map(|entry| entry.path());
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

#[tokio::test(flavor = "multi_thread")]
async fn every_finding_opens_its_lines() {
    for own in database::each().await {
        let folder = tempfile::tempdir().expect("a temporary folder");
        app::flow::demo::fill(&own.db, folder.path(), "2026-11-22T09:00:00Z").await.expect("the demo");
        let asked = Signs { on: Day::new(2026, 11, 22), client: None };
        let answer = look(&own.db, &asked, asked.on.expect("a day")).await.expect("signs");
        let (names, lines) = (store::sources::names(&own.db).await.expect("sources"), lines());
        let mut walked = 0;
        for assessment in answer.assessments() {
            let asked = Whose::of(&own.db, &Viewer::Operator, &assessment.client).await.expect("a look");
            let Asked::There(whose) = asked else { panic!("no client {}", assessment.client) };
            for finding in &assessment.findings {
                assert!(finding.facts.total() > 0, "{} {:?} rests on nothing", assessment.client, finding.code);
                assert!(finding.facts.iter().count() <= Facts::KEPT);
                for fact in finding.facts.iter() {
                    let file = &names[&fact.source.id];
                    let line = lines[file]
                        .get(fact.source.line as usize - 1)
                        .unwrap_or_else(|| panic!("{file}:{}", fact.source.line));
                    let missing = missing(&own.db, &whose, (fact.kind, fact.id), line).await;
                    assert_eq!(
                        missing, None,
                        "{:?} of {}: {file}:{} {line}",
                        finding.code, assessment.client, fact.source.line
                    );
                    walked += 1;
                }
            }
        }
        assert!(walked > 300, "the demo has more to walk than {walked}");
    }
}
