//! `khitam journal verify` and `khitam doctor` over journals that are whole, and over one in which a byte was changed.

use super::{OWNER, begin, keys, must};
use crate::database;
use app::flow::cases::Place;
use app::store::dialect;
use domain::case::Act;
use sqlx::{AnyPool, AssertSqlSafe};
use std::path::Path;
use std::process::{Command, Output};

fn khitam(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khitam"));
    command.env_remove("KHITAM_DB").env_remove("LC_ALL").env("LANG", "en_GB.UTF-8");
    command.arg("--data").arg(folder).args(words).output().expect("the program starts")
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// What doctor says of the journal: its mark.
fn journal_of(doctor: &Output) -> String {
    String::from_utf8_lossy(&doctor.stdout).lines().find(|line| line.contains("ournal")).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn one_flipped_byte_is_found_and_named_on_the_command_line() {
    let own = database::sqlite().await;
    let keys = keys(&own);
    let place = Place { db: &own.db, keys: &keys };
    let key = begin(place).await;
    must(place, &key, OWNER, Act::AnswerTriage { illegal: false, conduct: false, threat: false }).await;
    own.db.clone().close().await;
    let folder = own.folder.path();
    let whole = khitam(folder, &["journal", "verify", "--json"]);
    assert_eq!(whole.status.code(), Some(0), "{whole:?}");
    assert_eq!(json(&whole), serde_json::json!({ "cases": 1, "broken": [], "erased": [] }));
    let healthy = journal_of(&khitam(folder, &["doctor"]));

    let (_, url) = dialect::address(&own.address).expect("an address");
    let pool = AnyPool::connect(&url).await.expect("the database");
    let (seq, sealed): (i64, Vec<u8>) =
        sqlx::query_as("SELECT seq, sealed FROM case_entries WHERE sealed IS NOT NULL ORDER BY seq LIMIT 1")
            .fetch_one(&pool)
            .await
            .expect("something was said");
    let mut flipped = sealed;
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let change = AssertSqlSafe(format!("UPDATE case_entries SET sealed = $1 WHERE seq = {seq}"));
    sqlx::query(change).bind(flipped).execute(&pool).await.expect("a changed byte");
    pool.close().await;

    let broken = khitam(folder, &["journal", "verify", "--json"]);
    assert_eq!(broken.status.code(), Some(1), "{broken:?}");
    let found = &json(&broken)["broken"][0];
    assert_eq!((&found["client"], &found["case"]), (&"NAKHLA".into(), &key.case.clone().into()));
    assert_eq!(found["entry"], seq);
    let told = khitam(folder, &["journal", "verify"]);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains(&key.case) && told.contains("NAKHLA") && !told.contains("[journal"), "{told}");
    let doctor = khitam(folder, &["doctor"]);
    assert_ne!(doctor.status.code(), Some(0));
    assert_ne!(journal_of(&doctor), healthy, "doctor says so, too");
}
