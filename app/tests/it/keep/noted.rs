//! What was noted of a prospect lies sealed to a key of its own, also what was written before there were such keys, and goes
//! with it.

use super::erasing::{confirmed, proposed};
use super::restored::{place, request};
use crate::cases::afterwards::profile;
use crate::harness::{Copy, each};
use crate::next_client::prospect;
use app::flow::backup::{self, Asked, Backup};
use app::flow::destruction::{self, Ground};
use app::flow::{cases, next_client, prospect_log};
use app::keep::erasures;
use app::secret::identity::Identity;
use app::secret::key_folder::{KeyFolder, Of};
use app::store::Db;
use app::store::entries::By;
use app::store::lesson_log::{self, Kept, Topic};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::prospect::{Channel, Event, Stage};
use std::fs;

const NAME: &str = "Sidra Hotels";

fn today() -> Day {
    Day::from_iso("2026-11-29").expect("a day")
}

/// Tells whether the name stands in the files of a SQLite database; never in PostgreSQL's, which are elsewhere.
fn is_found(copy: &Copy) -> bool {
    let Some(file) = copy.own.db.file() else { return false };
    let mut bytes = fs::read(file).expect("a database");
    bytes.extend(fs::read(file.with_extension("db-wal")).unwrap_or_default());
    bytes.windows(NAME.len()).any(|part| part == NAME.as_bytes())
}

async fn log(copy: &Copy, id: &str) -> Vec<Kept<Option<Event>>> {
    lesson_log::of(&copy.own.db, Topic::Prospect, id).await.expect("the store")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prospect_is_sealed_from_the_first_word_and_erased_by_its_key() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        let own = prospect(&copy, &mut owner, NAME, &[("payment_days", "60")]).await;
        let id = own.rsplit('/').next().expect("an id").to_owned();
        owner.get(&own).await.says(NAME);
        assert!(!is_found(&copy), "no byte of the name stands open");
        let before = log(&copy, &id).await;
        assert!(before.len() > 2 && before.iter().all(|(entry, sealed)| entry.event.is_none() && sealed.is_some()));
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let (to, keys_to) = (place(&folder.path().join("data")), place(&folder.path().join("keys")));
        let made = backup::data(&copy.own.db, request(&copy.own, &to, &reader)).await.expect("a backup");
        let keys = backup::keys(&copy.own.db, request(&copy.own, &keys_to, &reader)).await.expect("a backup");

        let form = [("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, &format!("{own}/erasures"), &form).await;
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(copy.app.keys.standing(Of::Prospect(&id)).expect("readable"), None);
        owner.get("/retention/destroyed").await.says("PDPL art. 18").says(&id);
        let by = By { member: "x".to_owned(), at: "2026-11-29T10:00:00Z".to_owned() };
        let won = [Event::LeadWon { on: today() }];
        let late = prospect_log::note(copy.app.place(), &id, (before.len() as u32, today()), &won, &by).await;
        assert!(!late.expect("the store"), "whoever writes on draws no new key");

        // The very bytes of before, as a copy of the database would still have them, open no more.
        for (entry, sealed) in &before {
            let (seen, on) = (entry.seq - 1, entry.on);
            let at = lesson_log::Place { topic: Topic::Prospect, subject: &id, seen, on };
            let entry = [(None::<Event>, sealed.clone())];
            assert!(lesson_log::append(&copy.own.db, at, &entry, &by).await.expect("the store"));
        }
        assert!(next_client::prospect(copy.app.place(), &id).await.expect("the store").is_none());
        assert_eq!(prospect_log::keyless(copy.app.place()).await.expect("the store"), 1);
        assert_eq!(owner.get(&own).await.status, 404);
        assert_eq!(owner.get("/prospects").await.hides(NAME).status, 200);

        // Neither do data and keys of before bring them back.
        let root = folder.path().join("firm");
        let address = match copy.own.db.file() {
            Some(_) => format!("sqlite:{}", root.join("khitam.db").display()),
            None => crate::database::no_tables(&copy.own.address).await,
        };
        let list = erasures::read(&erasures::file(&copy.app.folder)).expect("a list");
        assert_eq!(list.keys(), 1);
        let backup = |place, manifest| Backup { place, manifest, identity: reader.clone() };
        let asked = Asked {
            data: backup(to, made.manifest),
            keys: Some(backup(keys_to, keys.manifest)),
            erasures: Some(list),
            without_erasures: None,
            at: "2026-11-29T20:00:00Z".to_owned(),
            address: address.clone(),
            root: root.clone(),
        };
        let restored = backup::restore(asked).await.expect("restored");
        assert_eq!(restored.replayed.keys, 1);
        let (db, keys) = (Db::open(&address).await.expect("it opens"), KeyFolder::within(&root));
        assert!(prospect_log::all(cases::Place { db: &db, keys: &keys }).await.expect("the store").is_empty());
        assert_eq!(keys.standing(Of::Prospect(&id)).expect("readable"), None);
        db.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_of_before_are_still_read_and_are_sealed() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let profile = profile(NAME.to_owned(), Channel::Fair, crate::reports::id(&copy, "Reem").await);
        let alone = copy.app.erasing.lock().await;
        let by = By { member: "x".to_owned(), at: "2026-11-29T10:00:00Z".to_owned() };
        let at = lesson_log::Place { topic: Topic::Prospect, subject: "old", seen: 0, on: today() };
        let stage = Event::StageEntered { stage: Stage::Lead, on: today(), reason: None };
        let open = [(Event::ProspectDescribed(Box::new(profile)), None), (stage, None)];
        assert!(lesson_log::append(&copy.own.db, at, &open, &by).await.expect("the store"));
        owner.get("/prospects/old").await.says(NAME);
        assert!(copy.own.db.file().is_none() || is_found(&copy), "it is looked for where it stands");

        prospect_log::seal_older(copy.app.place()).await.expect("the store");
        let firm = Firm::default();
        let ground = Ground { place: copy.app.place(), root: &copy.app.folder, firm: &firm, today: today() };
        destruction::finish(ground).await.expect("the file is made anew");
        drop(alone);
        assert!(!is_found(&copy));
        assert!(log(&copy, "old").await.iter().all(|(entry, sealed)| entry.event.is_none() && sealed.is_some()));
        owner.get("/prospects/old").await.says(NAME);
    }
}
