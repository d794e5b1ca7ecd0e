//! A search for every byte of what was erased: in the files of a database, in what is restored, and in new backups, which are
//! opened with their key.

use super::restored::{AT, place, request};
use crate::database;
use crate::harness::Copy;
use app::flow::backup::{self, Asked, Backup, Made, Request};
use app::keep::backup::{Place, Trouble, walk};
use app::keep::erasures;
use app::secret::identity::Identity;
use app::store::{Db, destructions};
use data_encoding::BASE64;
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use tokio::runtime::Handle;

/// What nobody may find afterwards.
pub const SECRET: [&str; 6] =
    ["the lamp was broken", "Ibrahim Saleh", "brahim5", "it said otherwise before", "not a day at all", "Ibrahm Saleh"];

/// Returns which of what is to go stands in the files of a SQLite database below a folder; nothing of PostgreSQL's.
pub fn found(copy: &Copy, root: &Path) -> Option<Vec<&'static str>> {
    copy.own.db.file()?;
    let mut bytes = fs::read(root.join("khitam.db")).expect("a database");
    // The log is gone once the last one has closed it.
    bytes.extend(fs::read(root.join("khitam.db-wal")).unwrap_or_default());
    Some(found_among(&bytes))
}

fn found_among(bytes: &[u8]) -> Vec<&'static str> {
    let is_there = |text: &&str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    SECRET.into_iter().filter(is_there).collect()
}

/// Asserts that no file of a SQLite database below a folder holds a byte of what went.
pub fn nothing_is_found(copy: &Copy, root: &Path) {
    assert!(found(copy, root).unwrap_or_default().is_empty(), "{:?}", found(copy, root));
}

/// Returns which of what is to go stands in a backup, once its parts are opened with a reader's key.
pub async fn found_within(place: &Place, made: &Made, reader: &Identity) -> Vec<&'static str> {
    let (place, manifest, reader) = (place.clone(), made.manifest.clone(), reader.clone());
    let opened = tokio::task::spawn_blocking(move || {
        let mut plain = vec![];
        walk(&Handle::current(), &place, &manifest, &reader, |line| -> Result<(), Trouble> {
            plain.extend_from_slice(line);
            decode(&serde_json::from_slice(line).expect("JSON"), &mut plain);
            Ok(())
        })?;
        Ok::<_, Trouble>(plain)
    });
    found_among(&opened.await.expect("no panic").expect("it opens"))
}

/// Adds the bytes of files, and of values that are no text, to what stands there in plain.
fn decode(value: &Json, plain: &mut Vec<u8>) {
    match value {
        Json::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Json::String(text) if matches!(name.as_str(), "b" | "base64") => {
                        plain.extend(BASE64.decode(text.as_bytes()).expect("base64"));
                    }
                    _ => decode(value, plain),
                }
            }
        }
        Json::Array(all) => all.iter().for_each(|value| decode(value, plain)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Restores a backup that was made before, and looks for what went.
pub async fn comes_not_back(copy: &Copy, (made, to, reader): (&Made, &Place, &Identity), folder: &Path) {
    let list = erasures::read(&erasures::file(&copy.app.folder)).expect("a list");
    let (root, address) = (
        folder.join("firm"),
        match copy.own.db.file() {
            Some(_) => format!("sqlite:{}", folder.join("firm/khitam.db").display()),
            None => database::no_tables(&copy.own.address).await,
        },
    );
    let data = Backup { place: to.clone(), manifest: made.manifest.clone(), identity: reader.clone() };
    let asked = Asked {
        data,
        keys: None,
        erasures: Some(list),
        without_erasures: None,
        at: AT.to_owned(),
        address: address.clone(),
        root: root.clone(),
    };
    let restored = backup::restore(asked).await.expect("restored");
    assert_eq!((restored.replayed.erasures, restored.replayed.rows), (1, 7));
    nothing_is_found(copy, &root);
    let there = Db::open(&address).await.expect("it opens");
    let index = destructions::all(&copy.own.db).await.expect("the store");
    assert!(index.len() == 1 && destructions::all(&there).await.expect("the store") == index, "the index has it");
    for (db, root, name) in [(&copy.own.db, &copy.app.folder, "again"), (&there, &root, "anew")] {
        let to = place(&folder.join(name));
        let request = Request { root: root.clone(), ..request(&copy.own, &to, reader) };
        let made = backup::data(db, request).await.expect("a backup");
        assert!(found_within(&to, &made, reader).await.is_empty(), "a backup of what stands after the erasure: {name}");
    }
    there.close().await;
}
