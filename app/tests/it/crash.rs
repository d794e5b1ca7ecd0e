//! Killed at random moments, with `killed_writing.rs` fifty times: the database opens, what was acknowledged is there
//! whole, and what was not is there whole or not at all.

use crate::database;
use app::store::bulk::Reader;
use app::store::{Db, apart};
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u32 = 38;
const ROWS: u32 = 4_000;

/// Writes a file of invoices whose numbers tell the file.
fn write_invoices(path: &Path, number: u32) {
    let mut text = "client,invoice,issued_on,due_on,amount,currency\n".to_owned();
    for row in 0..ROWS {
        text += &format!("C{:03},K{number}-{row},2026-01-{:02},2026-03-01,{row}.50,SAR\n", row % 97, 1 + row % 28);
    }
    std::fs::File::create(path).and_then(|mut file| file.write_all(text.as_bytes())).expect("a file");
}

/// Imports a file in a process of its own and kills it after a while; tells whether it had acknowledged the import.
fn import_and_kill(address: &str, file: &Path, after: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .args(["--db", address, "import"])
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("khitam starts");
    std::thread::sleep(after);
    match child.try_wait().expect("a child") {
        Some(status) => status.success(),
        None => {
            child.kill().expect("SIGKILL");
            child.wait().expect("an end").success()
        }
    }
}

/// Invites a member in a process of its own and kills it after a while; tells whether it had acknowledged the write.
fn invite_and_kill(address: &str, after: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .args(["--db", address, "member", "invite", "--role", "member"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("khitam starts");
    std::thread::sleep(after);
    let done = child.try_wait().expect("a child").is_some_and(|status| status.success());
    let _ = child.kill();
    child.wait().expect("an end");
    done
}

/// Counts the invoices of each file.
async fn rows_by_file(db: &Db) -> HashMap<u32, u32> {
    let db = db.clone();
    let read = apart(move || {
        let mut rows: HashMap<u32, u32> = HashMap::new();
        Reader::open(&db)?.each_client(|history| {
            for invoice in &history.invoices {
                let number = invoice.id[1..].split('-').next().and_then(|number| number.parse().ok());
                *rows.entry(number.expect("an invoice of this test")).or_default() += 1;
            }
        })?;
        Ok(rows)
    });
    read.await.expect("a reading")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_and_nothing_is_kept_in_part() {
    for own in database::each().await {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut draws = domain::stats::SplitMix64::new(7);
        let (mut acknowledged, mut invited) = (Vec::new(), 0usize);
        own.db.close().await;
        for number in 0..KILLS {
            let file = folder.path().join(format!("{number}.csv"));
            write_invoices(&file, number);
            let after = Duration::from_millis(20 + draws.below(900) as u64);
            if number % 5 == 4 {
                invited += usize::from(invite_and_kill(&own.address, after));
            } else if import_and_kill(&own.address, &file, after) {
                acknowledged.push(number);
            }
        }
        let db = Db::open(&own.address).await.expect("the database opens after all kills");
        let found = rows_by_file(&db).await;
        for number in 0..KILLS {
            let rows = found.get(&number).copied().unwrap_or_default();
            let whole = rows == ROWS;
            assert!(
                whole || (rows == 0 && !acknowledged.contains(&number)),
                "{}: file {number} has {rows} rows",
                own.address
            );
        }
        let invites = app::store::invites::waiting(&db, "2026-01-01T00:00:00Z").await.expect("invitations").len();
        assert!(invites >= invited, "{invited} invitations were acknowledged, {invites} are there");
        assert!(
            !acknowledged.is_empty() && acknowledged.len() < KILLS as usize,
            "kills fell on both sides: {acknowledged:?}"
        );
    }
}
