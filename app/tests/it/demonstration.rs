//! The demonstration's firm, filled once for all tests.

use crate::database::{self, Own};
use crate::harness::{Copy, start};
use app::clock::Clock;
use app::flow::demo;
use app::lang::Language;
use app::secret::identity::Identity;
use app::store::{runs, sources};
use app::web::demo_door;
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;

/// The demonstration's database as bytes, its keys, and its owner.
pub struct Filled {
    bytes: Vec<u8>,
    /// Each key by its path in the firm's folder.
    keys: Vec<(PathBuf, Vec<u8>)>,
    pub member: String,
    pub identity: Option<Identity>,
}

/// Returns a demonstration of one's own, in SQLite.
pub async fn own() -> (Own, &'static Filled) {
    static FILLED: OnceCell<Filled> = OnceCell::const_new();
    let filled = FILLED.get_or_init(fill).await;
    let own = database::sqlite_with(Some(&filled.bytes)).await;
    for (path, key) in &filled.keys {
        let file = own.folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("within the folder")).expect("a folder");
        std::fs::write(file, key).expect("writable");
    }
    (own, filled)
}

/// Starts a copy of the demonstration whose owner reads a language; returns also the door that lets the owner in.
pub async fn started(language: Language) -> (Copy, String) {
    let (own, filled) = own().await;
    let mut door = String::new();
    let copy = start(own, |app| {
        app.demo = true;
        app.clock = Clock::standing_on(demo::today());
        door = demo_door::make(app, &filled.member, filled.identity.clone());
    })
    .await;
    app::store::members::set_language(&copy.own.db, &filled.member, language.tag()).await.expect("a language");
    (copy, door)
}

async fn fill() -> Filled {
    let own = database::sqlite().await;
    let owner = demo::fill(&own.db, own.folder.path(), "2026-11-22T09:00:00Z").await.expect("the demonstration");
    demo::close(&own.db, own.folder.path(), app::web::MAKER).await.expect("the closing pack");
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

#[tokio::test(flavor = "multi_thread")]
async fn its_import_is_one_of_the_imports() {
    let (own, _) = own().await;
    let runs = runs::latest(&own.db, 10).await.expect("runs");
    let (file, files) = sources::latest(&own.db).await.expect("sources").expect("a file");
    let told: Vec<(&str, u64)> = runs.iter().map(|run| (run.at.as_str(), run.files.len() as u64)).collect();
    assert_eq!(told, [(file.imported_at.as_str(), files)], "one run, of all the files that the list tells of");
    let is_whole = |file: &runs::RunFile| file.rows > 0 && file.added > 0 && !file.is_refused();
    assert!(runs[0].files.iter().all(is_whole), "{:?}", runs[0].files);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_past_ends_stand_beside_their_forecasts_and_correct_the_next_one() {
    let english =
        ["expected to sign within", "months from the decision to the signature", "counting those that still wait"];
    let arabic = ["أن يوقّع البديل خلال", "من القرار إلى التوقيع", "تُقدَّر المدة حتى توقيع"];
    for (language, [foreseen, came, corrected]) in [(Language::English, english), (Language::Arabic, arabic)] {
        let (copy, door) = started(language).await;
        let mut owner = copy.browser();
        assert_eq!(owner.get(&door).await.status, 303);
        for client in ["BALSAM", "RAFF"] {
            let case = copy.text(&format!("SELECT case_id FROM cases WHERE client = '{client}'")).await;
            let page = owner.get(&format!("/clients/{client}/cases/{case}/retrospective")).await;
            page.says(foreseen).says(came);
        }
        owner.get("/exit/wins").await.says(corrected);
    }
}
