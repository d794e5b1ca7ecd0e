//! Whoever was erased after a backup does not come back with it.

use super::restored::{AT, place, request};
use crate::database;
use app::flow::backup::{self, Asked, Backup, Failed, Made, Request};
use app::keep::backup::Place;
use app::keep::erasures::{self, Erasure, List, Scope, append, name_digest};
use app::secret::identity::Identity;
use app::secret::key_folder::{KeyFolder, Of};
use app::store::{Db, dialect};
use domain::days::Day;
use sqlx::{AnyPool, AssertSqlSafe};
use std::path::Path;

async fn count(address: &str, query: &str) -> i64 {
    let (_, url) = dialect::address(address).expect("an address");
    let pool = AnyPool::connect(&url).await.expect("the database");
    let count = sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(&pool).await.expect(query);
    pool.close().await;
    count
}

async fn run(address: &str, statements: &[&str]) {
    let (_, url) = dialect::address(address).expect("an address");
    let pool = AnyPool::connect(&url).await.expect("the database");
    for statement in statements {
        sqlx::query(AssertSqlSafe((*statement).to_owned())).execute(&pool).await.expect(statement);
    }
    pool.close().await;
}

const ROWS: [&str; 16] = [
    "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
     VALUES ('NAKHLA', '1', '2026-01-01T10:00', 'in', 'Ibrahim', 'a word', 1, 1)",
    "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
     VALUES ('NAKHLA', '2', '2026-01-02T10:00', 'in', 'Huda', 'another', 1, 2)",
    "INSERT INTO messages (client, id, at, direction, contact, source_id, source_line)
     VALUES ('DARB', '1', '2026-01-02T10:00', 'in', 'Ibrahim', 1, 3)",
    "INSERT INTO feedback (client, id, on_day, score, source_id, source_line)
     VALUES ('DARB', '1', '2026-01-02', 5, 1, 4)",
    "INSERT INTO case_files (client, case_id, what, sha256, sealed) VALUES ('NAKHLA', 'k1', 'Proof', 'x', '0')",
    "INSERT INTO case_file_pieces (client, case_id, id, nth, sealed) VALUES ('NAKHLA', 'k1', 'p1', 1, '0')",
    "INSERT INTO case_entries (client, case_id, seq, at, name, plain, previous, hash)
     VALUES ('NAKHLA', 'k1', 1, '2026-01-01T00:00:00Z', 'Opened', '{}', '', 'h')",
    "INSERT INTO outbox (message, client, case_id, letter, member, sha256, state, ordered_at, next_at, changed_at)
     VALUES ('m1', 'DARB', 'k9', 1, 'x', 'x', 'waiting', 'x', 'x', 'x')",
    "INSERT INTO clients (client, name, currency, source_id, source_line, folded)
     VALUES ('MERGED', 'Merged', 'SAR', 1, 5, '')",
    "INSERT INTO clients (client, name, currency, source_id, source_line, folded, merged_into)
     VALUES ('SPELLED', 'Spelled', 'SAR', 1, 6, '', 'MERGED')",
    "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
     VALUES ('SPELLED', '1', '2026-01-01T10:00', 'in', 'Sami', 'in its other spelling', 1, 7)",
    "INSERT INTO corrections (source_id, line, place, header, target, original, corrected, member, corrected_at)
     VALUES (1, 1, 0, 'contact', 'messages.contact', 'Ibrahm', 'Ibrahim', 'x', 'x'),
            (1, 2, 0, 'contact', 'messages.contact', 'Hud', 'Huda', 'x', 'x')",
    "INSERT INTO client_links (id, client, case_id, token_hash, code_hash, made_at, expires_at)
     VALUES ('l1', 'NAKHLA', 'k1', 'x', 'x', 'x', 'x')",
    "INSERT INTO invites (token_hash, id, purpose, role, name, made_at, expires_at)
     VALUES ('x', 'i1', 'join', 'member', 'Sara', 'x', 'x')",
    "INSERT INTO cases (client, case_id, seq, hash, stage, opened_on, since_on)
     VALUES ('SPELLED', 'k5', 1, 'x', 'triage', '2026-01-01', '2026-01-01')",
    "INSERT INTO members (id, name, email, role, password_hash, public_key, sealed_secret, key_since, joined_at)
     VALUES ('sara', 'Sara', 'sara@midad.example', 'member', 'x', 'x', '0', 'x', 'x')",
];

pub(super) async fn restore(
    (made, to, reader): (&Made, &Place, &Identity),
    (keys, keys_to): (&Made, &Place),
    (list, reason): (Option<List>, Option<&str>),
    (address, root): (&str, &Path),
) -> Result<backup::Restored, Failed> {
    let of = |made: &Made, place: &Place| Backup {
        place: place.clone(),
        manifest: made.manifest.clone(),
        identity: reader.clone(),
    };
    let asked = Asked {
        data: of(made, to),
        keys: Some(of(keys, keys_to)),
        erasures: list,
        without_erasures: reason.map(str::to_owned),
        at: AT.to_owned(),
        address: address.to_owned(),
        root: root.to_owned(),
    };
    backup::restore(asked).await
}

/// An erasure that somebody asked for, of one key.
pub fn erasure(scope: Scope) -> Erasure {
    Erasure {
        on: Day::from_iso("2026-11-30").expect("a day"),
        basis: "asked for".to_owned(),
        id: None,
        keys: 1,
        names_sha256: vec![],
        bags_sha256: vec![],
        indexed: None,
        scope,
    }
}

/// Asserts that the file of a database and its log hold no byte of what went. PostgreSQL has none there.
fn nothing_of_it_is_in(root: &Path) {
    for file in ["khitam.db", "khitam.db-wal"] {
        let bytes = std::fs::read(root.join(file)).unwrap_or_default();
        for gone in ["sara@midad.example", "a word", "in its other spelling", "Sara"] {
            assert!(!bytes.windows(gone.len()).any(|part| part == gone.as_bytes()), "{gone} in {file}");
        }
    }
}

/// Asserts that what was erased went, and nothing else.
async fn stands_erased(address: &str, root: &Path) {
    let back = KeyFolder::within(root);
    let standing = |of: Of| back.standing(of).expect("readable").is_some();
    assert!(!standing(Of::Case { client: "NAKHLA", case: "k1" }) && !standing(Of::Member("sara")));
    assert!(!standing(Of::Case { client: "SPELLED", case: "k5" }), "the whole client was erased");
    assert!(standing(Of::Case { client: "DARB", case: "k9" }));
    for (query, expected) in [
        ("SELECT COUNT(*) FROM messages", 3),
        ("SELECT COUNT(*) FROM messages WHERE contact = 'Ibrahim'", 1),
        ("SELECT COUNT(*) FROM messages WHERE text = 'a word'", 0),
        ("SELECT COUNT(*) FROM messages WHERE text = 'another'", 1),
        ("SELECT COUNT(*) FROM messages WHERE client = 'SPELLED'", 0),
        ("SELECT COUNT(*) FROM corrections", 1),
        ("SELECT COUNT(*) FROM client_links", 0),
        ("SELECT COUNT(*) FROM invites WHERE name = ''", 1),
        ("SELECT COUNT(*) FROM feedback", 0),
        ("SELECT COUNT(*) FROM case_files", 0),
        ("SELECT COUNT(*) FROM case_file_pieces", 0),
        ("SELECT COUNT(*) FROM case_entries", 1),
        ("SELECT COUNT(*) FROM members WHERE name = 'Sara' OR email LIKE 'sara@%'", 0),
        ("SELECT COUNT(*) FROM outbox WHERE state = 'unknown'", 1),
    ] {
        assert_eq!(count(address, query).await, expected, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_after_a_backup_is_erased_again_before_anybody_sees_it() {
    for own in database::each().await {
        run(&own.address, &ROWS).await;
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let (to, keys_to) = (place(&folder.path().join("data")), place(&folder.path().join("keys")));
        let keys = KeyFolder::within(own.folder.path());
        for of in [
            Of::Case { client: "NAKHLA", case: "k1" },
            Of::Case { client: "DARB", case: "k9" },
            Of::Case { client: "SPELLED", case: "k5" },
            Of::Member("sara"),
        ] {
            keys.key(of).expect("a key");
        }
        let list = erasures::file(own.folder.path());
        append(&list, &erasure(Scope::Client { client: "DARB".into(), tables: vec!["feedback".into()] }))
            .expect("written");
        let made = backup::data(&own.db, request(&own, &to, &reader)).await.expect("a backup");
        let made_keys = backup::keys(&own.db, request(&own, &keys_to, &reader)).await.expect("a backup");
        for scope in [
            Scope::Case { client: "NAKHLA".into(), case: "k1".into(), keeps_papers: false },
            Scope::Person { client: "NAKHLA".into(), name_sha256: name_digest("ibrahim") },
            Scope::Member { member: "sara".into() },
        ] {
            append(&list, &erasure(scope)).expect("written");
        }

        let (root, address) = (folder.path().join("firm"), {
            match own.db.file() {
                Some(_) => format!("sqlite:{}", folder.path().join("firm/khitam.db").display()),
                None => database::no_tables(&own.address).await,
            }
        });
        let at = (address.as_str(), root.as_path());
        let all = ((&made, &to, &reader), (&made_keys, &keys_to));
        let asks = restore(all.0, all.1, (None, None), at).await;
        assert!(matches!(asks, Err(Failed::ErasuresWanted(1))), "{asks:?}");
        let other = List::default();
        let refused = restore(all.0, all.1, (Some(other), None), at).await;
        assert!(matches!(refused, Err(Failed::ErasuresOther)), "{refused:?}");
        assert!(!root.exists());

        // A list that is older than what the place knows is refused, also if it fits this backup.
        let early = erasures::read(&list).expect("a list");
        append(&list, &erasure(Scope::Client { client: "MERGED".into(), tables: vec![] })).expect("written");
        let later = Request { at: "2026-12-01T00:00:00Z".into(), ..request(&own, &to, &reader) };
        backup::data(&own.db, later).await.expect("a backup");
        let refused = restore(all.0, all.1, (Some(early), None), at).await;
        assert!(matches!(refused, Err(Failed::ErasuresOther)), "{refused:?}");
        let read = erasures::read(&list).expect("a list");
        let mut wrong = read.clone();
        wrong.text.push_str("{}\n");
        wrong.erasures.push(erasure(Scope::Client { client: "DARB".into(), tables: vec!["planets".into()] }));
        let refused = restore(all.0, all.1, (Some(wrong), None), at).await;
        assert!(matches!(&refused, Err(Failed::ErasuresTable(table)) if table == "planets"), "{refused:?}");
        assert!(!root.exists(), "all that was made went again");
        let done = restore(all.0, all.1, (Some(read.clone()), None), at).await.expect("restored");
        assert_eq!((done.replayed.erasures, done.replayed.keys, done.letters), (5, 3, 1));
        nothing_of_it_is_in(&root);
        assert_eq!(erasures::read(&erasures::file(&root)).expect("a list"), read, "the list goes on");
        stands_erased(&address, &root).await;
        Db::open(&address).await.expect("open to everyone").close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_list_somebody_says_why_and_it_is_kept() {
    for own in database::each().await {
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let (to, keys_to) = (place(&folder.path().join("data")), place(&folder.path().join("keys")));
        let list = erasures::file(own.folder.path());
        let made = backup::data(&own.db, request(&own, &to, &reader)).await.expect("a backup");
        let made_keys = backup::keys(&own.db, request(&own, &keys_to, &reader)).await.expect("a backup");
        let root = folder.path().join("firm");
        let address = match own.db.file() {
            Some(_) => format!("sqlite:{}", root.join("khitam.db").display()),
            None => database::no_tables(&own.address).await,
        };
        let all = ((&made, &to, &reader), (&made_keys, &keys_to));
        // Nothing was erased before the backup; what was erased after it stands only in the list.
        append(&list, &erasure(Scope::Member { member: "x".into() })).expect("written");
        let asks = restore(all.0, all.1, (None, None), (&address, &root)).await;
        assert!(matches!(asks, Err(Failed::ErasuresWanted(0))), "{asks:?}");
        let done = restore(all.0, all.1, (None, Some("the disk burnt")), (&address, &root)).await;
        assert_eq!(done.expect("restored").replayed.erasures, 0);
        let kept = "SELECT COUNT(*) FROM settings WHERE name = 'restored' AND value LIKE '%the disk burnt%'";
        assert_eq!(count(&address, kept).await, 1);
        // A second one finds the place taken.
        let again = restore(all.0, all.1, (None, Some("x")), (&address, &folder.path().join("empty"))).await;
        assert!(matches!(again, Err(Failed::NotEmpty(_) | Failed::DatabaseThere)), "{again:?}");
        // One that was cut off lets nobody in.
        run(&address, &["INSERT INTO settings (name, value) VALUES ('restoring', '1')"]).await;
        assert!(matches!(Db::open(&address).await, Err(app::store::StoreError::Restoring)));
    }
}
