//! What stands on the client's page as files, and what of it whoever follows us gets, once the client agreed to it.

use crate::cases::decision::{Heard, heard_of, id};
use crate::harness::Copy;
use crate::portal::{given, guest, must, prepared};
use app::flow::archive::theirs;
use app::flow::cases::load;
use app::keep::package::{Item, Source};
use app::store::cases::Key;
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::days::Day;
use domain::separation::letter::Kind;
use domain::separation::served::{Way, served};
use domain::separation::tone::{Context, Language};
use std::collections::BTreeMap;

const COVER: &str = "Midad Studio, Riyadh\n\nNakhla, Jeddah\n\nHandover of contract C-17\n\n\
    The pack has the source files and the list of contacts.\n\nReem, Managing Partner, for Midad Studio";

#[tokio::test]
async fn whoever_follows_us_gets_the_handover_and_nothing_else() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, key, case, .. } = heard;
        let proofs = format!("{case}/part/proofs");
        let (manual, receipt) = (&b"how the site is run"[..], &b"the courier's receipt"[..]);
        let inside = &b"SECRET"[..];
        for (name, bytes) in [("manual.txt", manual), ("receipt.pdf", receipt), ("inside.txt", inside)] {
            assert_eq!(owner.upload(&proofs, &[(name, bytes)]).await.status, 303);
        }
        let [manual_at, receipt_at, inside_at] =
            [manual, receipt, inside].map(|bytes| format!("{proofs}/{}", domain::journal::digest(bytes)));
        assert_eq!(owner.post(&manual_at, &[]).await.status, 422, "before anything is served there is no page");
        let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1")];
        must(&mut owner, &case, "dispatch", &sent).await;
        assert_eq!(owner.post(&manual_at, &[("successor", "1")]).await.status, 303);
        assert_eq!(owner.post(&receipt_at, &[]).await.status, 303);
        assert_eq!(owner.post(&receipt_at, &[]).await.status, 422, "it stands there already");
        owner.get(&proofs).await.says("on the page of whoever follows us").says("It stands on the client’s page.");
        let file = owner.get(&format!("{proofs}.csv")).await;
        let digest = domain::journal::digest(inside);
        file.says("file,sha256,shown\nmanual.txt,").says(&format!("inside.txt,{digest},\n")).hides("SECRET");
        let reem = id(&copy, "Reem").await;
        let (kind, language) = (Kind::HandoverCover, Language::English);
        let (text, context) = (COVER.to_owned(), Context::default());
        let draft = Part::DraftLetter { rung: None, letter: None, kind, language, text, context };
        crate::reviews::act_by(&copy, &key, &reem, Act::Parting(draft)).await;
        let on = Day::from_iso("2026-11-20").expect("a day");
        let over = Part::HandOver { letter: 2, on, proof: None };
        crate::reviews::act_by(&copy, &key, &reem, Act::Parting(over)).await;

        let links = format!("{case}/client-links");
        let form = [("name", "Sidra"), ("contact", "hello@sidra.example"), ("until", "2027-06-30"), ("successor", "1")];
        let alone = owner.post(&links, &form).await;
        assert_eq!(alone.status, 422, "nobody of the client agreed to it");
        let count = copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM client_links").await;
        assert_eq!(count, "0");
        let (link, _) = given(&mut owner, &case, "Sidra", true).await;
        owner.get(&links).await.says("agreed to it on").says("Huda Alzahrani");

        let mut next = guest(&copy);
        next.post(&link, &[]).await;
        let page = next.get("/client-page").await;
        page.says("manual.txt").says("/client-page/letters/2").hides("receipt.pdf").hides("inside.txt");
        page.hides("Notice of termination");
        // Who ended it, and when, is the client's to tell.
        page.says("Welcome, Sidra").says("hands over to you here what Nakhla agreed");
        page.says("This page is for Sidra alone").hides("services end").hides("end.ics").hides("Welcome, Nakhla");
        assert_eq!(next.get("/client-page/end.ics").await.status, 404);
        let at = |bytes: &[u8]| format!("/client-page/files/{}", domain::journal::digest(bytes));
        assert_eq!(next.get(&at(manual)).await.bytes, manual);
        next.get("/client-page/letters/2").await.says("the list of contacts");
        assert_eq!(next.get("/client-page/letters/2/paper.pdf").await.status, 200);
        for hidden in [at(receipt), at(inside), "/client-page/client-part.zip".to_owned()] {
            assert_eq!(next.get(&hidden).await.status, 404, "{hidden}");
        }

        let (link, _) = given(&mut owner, &case, "Huda", false).await;
        let mut client = guest(&copy);
        client.post(&link, &[]).await;
        client.get("/client-page").await.says("manual.txt").says("receipt.pdf").hides("inside.txt");
        assert_eq!(client.get(&at(receipt)).await.bytes, receipt);
        assert_eq!(client.get(&at(inside)).await.status, 404, "what was not given stays with us");
        assert_eq!(owner.get(&inside_at).await.status, 200);
        they_take_along_what_was_given(&copy, &key, [manual, receipt, inside]).await;
    }
}

/// The client's part holds the very files that stand on their page; what was served to whom is known apart.
async fn they_take_along_what_was_given(copy: &Copy, key: &Key, [manual, receipt, inside]: [&[u8]; 3]) {
    let opened = load(copy.app.place(), key).await.expect("a store").expect("a case");
    let items = theirs(copy.app.place(), &opened).await.expect("gathered");
    let read = |item: Item| match item.source {
        Source::Bytes(bytes) => (item.path, bytes),
        Source::File(_) => unreachable!("nothing of it lies in a folder"),
        Source::Kept { fetch, .. } => (item.path, fetch().expect("a file")),
    };
    let files = tokio::task::spawn_blocking(move || items.into_iter().map(read).collect::<BTreeMap<_, _>>()).await;
    let files = files.expect("no panic");
    let at = |path: &str| files.get(path).map(Vec::as_slice);
    assert_eq!((at("given/001.txt"), at("given/002.pdf"), at("given/003.txt")), (Some(manual), Some(receipt), None));
    let table = String::from_utf8_lossy(at("given/given.csv").expect("a table")).into_owned();
    assert!(table.contains("given/001.txt,manual.txt,") && !table.contains("inside"), "{table}");
    assert!(files.values().all(|bytes| !bytes.windows(inside.len()).any(|part| part == inside)));
    let all = served(&opened.entries);
    let pages = |way: Way| all.iter().filter(|one| one.way == way).map(|one| one.page.files.len()).max();
    assert_eq!((pages(Way::Successor), pages(Way::Client)), (Some(1), Some(2)));
}
