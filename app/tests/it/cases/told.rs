//! The demonstration's story of a client that is just closed.

use crate::database;
use app::flow::case_files::{self, What};
use app::flow::cases::{Place, load};
use app::flow::{afterwards, demo};
use app::secret::key_folder::KeyFolder;
use app::store::{cases, lessons};
use domain::case::Stage;
use domain::case::learning::library::shelf;
use domain::lesson::afterwards::Relationship;
use std::io::Cursor;
use zip::ZipArchive;

#[tokio::test]
async fn a_client_is_closed_with_its_pack() {
    let own = database::sqlite().await;
    demo::fill(&own.db, own.folder.path(), "2026-11-22T09:00:00Z").await.expect("the demonstration");
    let lines = cases::of_client(&own.db, "QAFILA").await.expect("the store");
    assert_eq!(lines[0].stage, Stage::Settlement, "the pack is made by a page");
    demo::close(&own.db, own.folder.path(), app::web::MAKER).await.expect("the closing pack");
    let lines = cases::of_client(&own.db, "QAFILA").await.expect("the store");
    assert_eq!(lines[0].stage, Stage::Closed);
    let keys = KeyFolder::within(own.folder.path());
    let place = Place { db: &own.db, keys: &keys };
    let parting = load(place, &lines[0].key).await.expect("the store").expect("a case").case.parting;
    assert!(parting.letters.iter().all(|letter| letter.is_served && letter.passes()), "{:?}", parting.letters);
    assert!(parting.open_points(demo::today()).is_empty());
    let account = &parting.account.expect("it was frozen").account;
    assert!(account.balances.iter().all(|own| own.net().minor == 0), "{:?}", account.balances);
    let sha256 = parting.sealed.expect("it was sealed");
    let pack =
        case_files::open(place, &lines[0].key, What::ClosingPack, &sha256).await.expect("the store").expect("a pack");
    let pack = ZipArchive::new(Cursor::new(pack)).expect("a ZIP file");
    let names: Vec<String> = pack.file_names().map(|name| name.expect("a name").into_owned()).collect();
    for name in [
        "index.html",
        "letters/1-mutual_termination_agreement.txt",
        "letters/2-closing_summary.txt",
        "letters/3-clearance.txt",
        "closing-pack.pdf",
        "clearance.txt",
        "statement.csv",
        "manifest-sha256.txt",
    ] {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[tokio::test]
async fn ends_of_past_years_are_learned_from() {
    let own = database::sqlite().await;
    demo::fill(&own.db, own.folder.path(), "2026-11-22T09:00:00Z").await.expect("the demonstration");
    demo::close(&own.db, own.folder.path(), app::web::MAKER).await.expect("the closing packs");
    let keys = KeyFolder::within(own.folder.path());
    let place = Place { db: &own.db, keys: &keys };
    for (client, count, slipped, next) in [
        ("MAHARAT", 2, (1, 2), None),
        ("BALSAM", 3, (2, 2), Some("2026-11-10")),
        ("RAFF", 2, (1, 2), Some("2027-01-12")),
    ] {
        let lines = cases::of_client(&own.db, client).await.expect("the store");
        let case = load(place, &lines[0].key).await.expect("the store").expect("a case").case;
        assert_eq!((case.stage, case.learning.lessons.len()), (Stage::Learned, count), "{client}");
        assert!(case.open_sets().is_empty() && !case.awaits_change(), "{client}");
        let closed_on = case.closed_on();
        let (comparison, _) = case.learning.forecast.expect("compared");
        assert_eq!(comparison.on_time, slipped, "{client}: done by the day first agreed, of all done");
        let after = afterwards::load(place, &lines[0].key).await.expect("the store");
        let looked = after.next(closed_on.expect("closed"), None).map(|(_, on)| on.to_string());
        assert_eq!(looked.as_deref(), next, "{client}: whom nobody has looked at again yet");
        let is_gone = after.access().is_some_and(|(_, is_gone)| is_gone);
        assert_eq!((after.relationship(), is_gone), (Some(Relationship::OpenDoor), true), "{client}");
    }
    let told = lessons::all(&own.db).await.expect("the store");
    let shelf = shelf(&told, "", None);
    assert_eq!((shelf.causes.len(), shelf.has_rare, shelf.lessons.len()), (0, true, 7), "three cases name no cause");
}
