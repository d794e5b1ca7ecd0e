//! Journeys of people through a real browser, each in Arabic and in English.

mod axe;
mod driver;
mod erasures;
mod finding;
mod first_start;
mod import;
mod keyboard;
mod next_client;
mod parting;
mod phone;
mod review;
mod road;
mod session;
mod sign_in;
mod threshold;
mod walk;

use crate::database;
use crate::harness::{Copy, need, start};
use app::clock::Clock;
use app::flow::demo;
use app::lang::Language;
use app::secret::identity::Identity;
use app::web::demo_door;
pub use session::{Role, Session, plain};
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;

pub const LANGUAGES: [Language; 2] = [Language::Arabic, Language::English];

/// Walks a journey in each language, if there is a browser to walk in.
async fn in_both(journey: impl AsyncFn(Language)) {
    if need(driver::address(), "no chromedriver: nothing is tested in a browser").is_some() {
        for language in LANGUAGES {
            journey(language).await;
        }
    }
}

/// Starts an empty copy that nobody owns yet.
async fn unowned() -> Copy {
    start(database::sqlite().await, |_| {}).await
}

/// The demonstration's database as bytes, its keys, and its owner.
struct Filled {
    bytes: Vec<u8>,
    /// Each key by its path in the firm's folder.
    keys: Vec<(PathBuf, Vec<u8>)>,
    member: String,
    identity: Option<Identity>,
}

/// Starts a copy of the demonstration, which is filled once for all tests, and lets its owner in.
async fn demonstration(language: Language) -> (Copy, Session) {
    static FILLED: OnceCell<Filled> = OnceCell::const_new();
    let filled = FILLED.get_or_init(fill).await;
    let own = database::sqlite_with(Some(&filled.bytes)).await;
    for (path, key) in &filled.keys {
        let file = own.folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("within the folder")).expect("a folder");
        std::fs::write(file, key).expect("writable");
    }
    let mut door = String::new();
    let copy = start(own, |app| {
        app.demo = true;
        app.clock = Clock::standing_on(demo::today());
        door = demo_door::make(app, &filled.member, filled.identity.clone());
    })
    .await;
    app::store::members::set_language(&copy.own.db, &filled.member, language.tag()).await.expect("a language");
    let session = Session::begin(&copy, language).await;
    session.open(&door).await;
    (copy, session)
}

async fn fill() -> Filled {
    let own = database::sqlite().await;
    let owner = demo::fill(&own.db, own.folder.path(), "2026-11-22T09:00:00Z").await.expect("the demonstration");
    demo::close(&own.db, own.folder.path(), app::web::pack).await.expect("the closing pack");
    own.db.close().await;
    let bytes = std::fs::read(own.folder.path().join("khitam.db")).expect("a database");
    let mut keys = vec![];
    take(own.folder.path(), &own.folder.path().join("keys"), &mut keys);
    Filled { bytes, keys, member: owner.member, identity: owner.identity }
}

/// Takes every file below a folder, each by its path from the root.
fn take(root: &Path, folder: &Path, into: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            take(root, &path, into);
        } else {
            let inner = path.strip_prefix(root).expect("below the root").to_owned();
            into.push((inner, std::fs::read(&path).expect("a key")));
        }
    }
}
