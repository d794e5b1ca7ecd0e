//! Papers of a case that an earlier version sealed to the key of its words get a key of their own.

use super::erasing::with_a_case;
use crate::harness::each;
use app::flow::case_files::{self as papers, What};
use app::secret::key_folder::Of;
use app::secret::text;
use app::store::case_files;
use data_encoding::BASE64;
use domain::journal::digest;

#[tokio::test(flavor = "multi_thread")]
async fn papers_of_before_get_a_key_of_their_own() {
    for copy in each().await {
        let (_, _, _, key) = with_a_case(&copy).await;
        let (place, client, case) = (copy.app.place(), key.client.as_str(), key.case.as_str());
        let _alone = copy.app.erasing.lock().await;
        let own = place.keys.key(Of::Case { client, case }).expect("a key");
        let at = format!("{client}\0{case}\0Proof");
        let sealed = text::seal(&own, &own, &at, &format!("\"{}\"", BASE64.encode(b"a receipt")));
        let sha256 = digest(b"a receipt");
        case_files::add(place.db, &key, "Proof", &sha256, &sealed).await.expect("the store");
        copy.sql("DELETE FROM settings WHERE name = 'papers-apart'").await;
        papers::keep_all_papers(place).await.expect("the store");
        assert!(place.keys.destroy(Of::Case { client, case }).expect("destroyed"));
        let opened = papers::open(place, &key, What::Proof, &sha256).await.expect("the store");
        assert_eq!(opened.as_deref(), Some(&b"a receipt"[..]), "it hangs on the words no more");
    }
}
