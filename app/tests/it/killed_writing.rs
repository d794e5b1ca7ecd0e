//! Killed while people write in the browser: what a page acknowledged is there afterwards, and nothing stands by half.

use crate::database::{self, Own};
use crate::harness::{Browser, start};
use app::store::{Db, dialect, policies};
use domain::sign::Policy;
use domain::stats::SplitMix64;
use sqlx::{AnyPool, AssertSqlSafe};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// With those of `crash.rs` fifty.
const KILLS: u32 = 12;

/// What was acknowledged.
#[derive(Default)]
struct Acknowledged {
    invoices: Vec<String>,
    /// The invoices whose correction was.
    corrected: Vec<String>,
    notes: Vec<String>,
    policies: u32,
    /// How often the copy went away in the middle of an answer or before it.
    cut_off: u32,
}

/// Another process of the firm, and where it answers.
fn served(own: &Own) -> (Child, SocketAddr) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .env_remove("KHITAM_DB")
        .arg("--data")
        .arg(own.folder.path())
        .args(["--db", &own.address, "serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("khitam starts");
    let mut said = String::new();
    BufReader::new(child.stdout.take().expect("its words")).read_line(&mut said).expect("a line");
    let address = said.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
    (child, address.parse().expect("an address with a port"))
}

/// Sends a form; `false` if the copy went away before it answered. Whatever it answers is an acknowledgement.
async fn acknowledged(browser: &Browser, path: &str, form: &[(&str, String)]) -> bool {
    let (mut browser, path) = (browser.clone(), path.to_owned());
    let form: Vec<(String, String)> = form.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    // The browser of the tests panics where nobody answers.
    let sent = tokio::spawn(async move {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = browser.post(&path, &form).await;
        assert_eq!(page.status, 303, "{path}: {}", page.body);
    });
    match sent.await {
        Ok(()) => true,
        Err(error) => {
            let why = error.into_panic();
            let why = why.downcast_ref::<String>().map(String::as_str).or(why.downcast_ref::<&str>().copied());
            assert!(!why.unwrap_or_default().contains("left == right"), "it answered, and refused: {why:?}");
            false
        }
    }
}

fn invoice(amount: u32) -> Vec<(&'static str, String)> {
    let fixed = [("issued_on", "2026-01-05"), ("due_on", "2026-02-04"), ("currency", "SAR")];
    fixed.map(|(name, value)| (name, value.to_owned())).into_iter().chain([("amount", amount.to_string())]).collect()
}

/// Writes one thing after another until the copy is gone.
async fn write(browser: &Browser, run: u32, version: &mut u32, so_far: &mut Acknowledged) {
    for n in 0.. {
        let id = format!("W{run}-{n}");
        let named = [invoice(100), vec![("invoice", id.clone())]].concat();
        if !acknowledged(browser, "/clients/C1/invoices/new", &named).await {
            break;
        }
        so_far.invoices.push(id.clone());
        let seen = [invoice(200), vec![("seen", "1".to_owned()), ("note", "corrected".to_owned())]].concat();
        if !acknowledged(browser, &format!("/clients/C1/invoices/{id}/edit"), &seen).await {
            break;
        }
        so_far.corrected.push(id.clone());
        let note = [("direction", "in"), ("channel", "call"), ("subject", id.as_str())];
        if !acknowledged(browser, "/clients/C1/note", &note.map(|(name, value)| (name, value.to_owned()))).await {
            break;
        }
        so_far.notes.push(id.clone());
        if n % 3 == 1 {
            let mut policy = Policy::standard();
            policy.version = *version;
            let saved = [("text", policy.text()), ("reason", id.clone())];
            if !acknowledged(browser, "/policy", &saved).await {
                break;
            }
            *version += 1;
            so_far.policies += 1;
        }
    }
    so_far.cut_off += 1;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_acknowledged_outlives_the_kill() {
    for own in database::each().await {
        let mut draws = SplitMix64::new(11);
        let copy = start(own, |_| ()).await;
        let owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        let (own, mut so_far) = (copy.own.clone(), Acknowledged::default());
        drop(copy);
        own.db.close().await;
        for run in 0..KILLS {
            let mut version = newest_version(&own.address).await;
            let (mut child, address) = served(&own);
            let browser = Browser { address, ..owner.clone() };
            let after = Duration::from_millis(30 + draws.below(700) as u64);
            let killer = tokio::task::spawn_blocking(move || {
                std::thread::sleep(after);
                child.kill().expect("SIGKILL");
                child.wait().expect("an end");
            });
            write(&browser, run, &mut version, &mut so_far).await;
            killer.await.expect("no panic");
        }
        assert!(so_far.notes.len() > KILLS as usize / 2, "hardly anything was acknowledged: {}", so_far.notes.len());
        assert_eq!(so_far.cut_off, KILLS);
        is_whole(&own.address, &so_far).await;
        // And it answers as before.
        let (mut child, address) = served(&own);
        let mut browser = Browser { address, ..owner.clone() };
        let last = so_far.invoices.last().expect("an invoice");
        browser.get(&format!("/clients/C1/invoices/{last}")).await.says(last);
        child.kill().expect("SIGKILL");
        child.wait().expect("an end");
    }
}

async fn newest_version(address: &str) -> u32 {
    let db = Db::open(address).await.expect("the database opens after a kill");
    let newest = policies::newest(&db).await.expect("a policy").policy.version;
    db.close().await;
    newest
}

/// Asserts that everything acknowledged is there, and everything that is there is whole.
async fn is_whole(address: &str, so_far: &Acknowledged) {
    let (_, url) = dialect::address(address).expect("an address");
    sqlx::any::install_default_drivers();
    let pool = AnyPool::connect(&url).await.expect("the database");
    let all = async |query: &str| -> Vec<(String, i64, i64)> {
        sqlx::query_as(AssertSqlSafe(query.to_owned())).fetch_all(&pool).await.expect(query)
    };
    if address.starts_with("sqlite") {
        let found: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&pool).await.expect("a check");
        assert_eq!(found, "ok");
    }
    let changes = "(SELECT COUNT(*) FROM changes c WHERE c.client = r.client AND c.id = r.id AND c.kind =";
    let invoices = all(&format!("SELECT r.id, r.amount, {changes} 'invoices') FROM invoices r")).await;
    for (id, amount, changes) in &invoices {
        assert_eq!(*amount, 10_000 * changes, "{id} stands with its whole past");
    }
    let amount = |id: &String| invoices.iter().find(|(own, ..)| own == id).map(|(_, amount, _)| *amount);
    for id in &so_far.invoices {
        assert!(amount(id).is_some(), "{address}: {id} was acknowledged");
    }
    for id in &so_far.corrected {
        assert_eq!(amount(id), Some(20_000), "{address}: the correction of {id} was acknowledged");
    }
    let notes = all(&format!("SELECT r.subject, r.source_id, {changes} 'messages') FROM messages r")).await;
    assert!(notes.iter().all(|(.., changes)| *changes == 1), "{notes:?}");
    for id in &so_far.notes {
        assert!(notes.iter().any(|(subject, ..)| subject == id), "{address}: the note {id} was acknowledged");
    }
    let versions = all("SELECT reason, version, version FROM policies ORDER BY version").await;
    let numbers: Vec<i64> = versions.iter().map(|(_, version, _)| *version).collect();
    assert_eq!(numbers, (2..2 + numbers.len() as i64).collect::<Vec<i64>>(), "no version is missing");
    assert!(numbers.len() as u32 >= so_far.policies, "{} of {} versions", numbers.len(), so_far.policies);
    pool.close().await;
}
