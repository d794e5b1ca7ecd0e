//! Erasure as an act of two people: proposed, read, confirmed, carried out to its end, and not undone by a restored backup.

use super::erased::erasure;
use super::restored::{AT, place, request};
use super::searched::{SECRET, comes_not_back, found, found_within, nothing_is_found};
use super::whole::won;
use crate::database;
use crate::harness::{Browser, Copy, Page, each};
use crate::next_client::prospect;
use crate::reviews::{act_by, opened};
use app::flow::backup;
use app::flow::cases;
use app::flow::destruction::{self, Ground};
use app::keep::erasures::{self, Erasure, Scope, append};
use app::secret::identity::Identity;
use app::secret::key_folder::Of;
use app::store::cases::Key;
use app::store::destructions;
use domain::case::{Act, Track};
use domain::days::Day;
use domain::firm::Firm;
use std::fs;

/// A client with messages, their past, their corrections, a refused row, and an invoice.
pub(super) async fn records(copy: &Copy) {
    copy.client("NAKHLA", "Nakhla").await;
    for statement in [
        "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
         VALUES ('NAKHLA', '1', '2026-01-01T10:00', 'in', 'Ibrahim Saleh', 'the lamp was broken', 1, 1),
                ('NAKHLA', '2', '2026-01-02T10:00', 'in', 'Huda', 'all is well', 1, 2)",
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'I-1', '2026-01-05', '2026-02-04', 120000, 'SAR', '2026-01-05', 2, 1)",
        "INSERT INTO changes (kind, client, id, number, changed_at, source_id, before)
         VALUES ('messages', 'NAKHLA', '1', 1, 'x', 1,
                 '{\"contact\":\"Ibrahm Saleh\",\"text\":\"it said otherwise before\",\"source_id\":3,\"source_line\":9}')",
        "INSERT INTO corrections (source_id, line, place, header, target, original, corrected, member, corrected_at)
         VALUES (1, 1, 0, 'contact', 'messages.contact', 'brahim5', 'Ibrahim Saleh', 'x', 'x'),
                (3, 9, 0, 'contact', 'messages.contact', 'brahim5', 'Ibrahm Saleh', 'x', 'x'),
                (2, 1, 0, 'number', 'invoices.id', 'I1', 'I-1', 'x', 'x')",
        "INSERT INTO runs (id, run_at, summary, problems) VALUES ('r1', '2026-01-09T10:00:00Z',
         '[{\"name\":\"m.csv\",\"sha256\":\"00\",\"kind\":\"messages\",\"kinds\":{\"messages\":2},\"profile\":null,\
            \"rows\":3,\"added\":2,\"changed\":0,\"unchanged\":0,\"problems\":[{\"line\":4,\"column\":\"at\",\
            \"about\":\"messages-at\",\"value\":\"not a day at all\",\"code\":\"date\"},{\"line\":5,\"column\":\"contact\",\
            \"about\":\"messages-contact\",\"value\":\"by Ibrahim Saleh\",\"code\":\"date\"}],\"problems_total\":2,\
            \"notes\":[]}]', 2)",
    ] {
        copy.sql(statement).await;
    }
    let waiting = copy.app.folder.join("uploads/u1");
    fs::create_dir_all(&waiting).expect("a folder");
    let upload = r#"{"id":"u1","member":"x","at":"2026-01-09T10:00:00Z","files":[{"name":"m.csv","bytes":19}]}"#;
    fs::write(waiting.join("upload.json"), upload).expect("writable");
    fs::write(waiting.join("0"), "the lamp was broken").expect("writable");
}

pub(super) async fn count(copy: &Copy, query: &str) -> String {
    copy.text(&format!("SELECT CAST(({query}) AS TEXT)")).await
}

/// Proposes and returns the address of the proposal.
pub(super) async fn proposed(owner: &mut Browser, at: &str, form: &[(&str, &str)]) -> String {
    let page = owner.post(at, form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.header("location").expect("an address").to_owned()
}

pub(super) async fn confirmed(by: &mut Browser, proposal: &str) -> Page {
    by.post(&format!("{proposal}/confirmation"), &[("read", "1")]).await
}

/// Proposes what may not go, names somebody, and asks those who may not; returns the address of what may go.
async fn proposed_after_refusals(
    (owner, zaid, nasser): (&mut Browser, &mut Browser, &mut Browser),
    copy: &Copy,
) -> String {
    let at = "/clients/NAKHLA/erasures";
    owner.get("/clients/NAKHLA").await.says(at);
    owner.get(at).await.says("Kept by law").hides("value=\"invoices\"").says("value=\"messages\"");
    let rows = [("form", "rows"), ("matter", "messages"), ("basis", "request")];
    let named = [&rows[..], &[("reference", "letter of Nakhla")]].concat();
    let refused = owner.post(at, &named).await;
    assert_eq!(refused.status, 422);
    refused.says("says whose data it is");
    assert_eq!(zaid.post(at, &[&rows[..], &[("reference", "PDPL art. 18")]].concat()).await.status, 403);
    assert_eq!(nasser.get(at).await.status, 403);
    let books = [("form", "rows"), ("matter", "invoices"), ("basis", "contract"), ("reference", "clause 9.2")];
    let books = proposed(owner, at, &books).await;
    zaid.get(&books).await.says("Kept by law; its term has not begun").hides("Erase it now");
    assert_eq!(confirmed(zaid, &books).await.status, 409);
    assert_eq!(count(copy, "SELECT COUNT(*) FROM invoices").await, "1");
    assert_eq!(owner.post(&format!("{books}/withdrawal"), &[]).await.status, 303);
    assert_eq!(owner.get(&books).await.status, 404);
    proposed(owner, at, &[&rows[..], &[("reference", "PDPL art. 18")]].concat()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_erase_and_a_restored_backup_brings_nothing_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        let mut nasser = copy.joins(&mut owner, "Nasser", "member").await;
        records(&copy).await;
        assert!(found(&copy, &copy.app.folder).is_none_or(|found| found == SECRET), "it is looked for where it stands");
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let to = place(&folder.path().join("data"));
        let made = backup::data(&copy.own.db, request(&copy.own, &to, &reader)).await.expect("a backup");
        assert_eq!(found_within(&to, &made, &reader).await, SECRET, "a backup of before holds it");
        let note = format!(r#"{{"at":"{AT}","name":"x","place":"{}","purge_on":"2027-11-01"}}"#, to.shown);
        copy.sql(&format!("INSERT INTO settings (name, value) VALUES ('last-backup', '{note}')")).await;

        let proposal = proposed_after_refusals((&mut owner, &mut zaid, &mut nasser), &copy).await;
        let page = owner.get(&proposal).await;
        page.says("Nothing has been erased yet").says("Backup of the data").says("1 November 2027");
        page.says("Earlier versions of records").says("Corrected cells").says("Files that wait to be imported");
        page.hides("Erase it now");
        let own = confirmed(&mut owner, &proposal).await;
        assert_eq!(own.status, 422);
        own.says("somebody else confirms");
        assert_eq!(nasser.get(&proposal).await.status, 403);
        assert_eq!(confirmed(&mut nasser, &proposal).await.status, 403);
        let unread = zaid.post(&format!("{proposal}/confirmation"), &[]).await;
        assert_eq!(unread.status, 422);
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "2", "nothing was done so far");
        assert!(!erasures::file(&copy.app.folder).exists());
        zaid.get("/retention").await.says(&proposal);
        let done = confirmed(&mut zaid, &proposal).await;
        assert_eq!((done.status, done.header("location")), (303, Some("/retention/destroyed")), "{}", done.body);

        let index = owner.get("/retention/destroyed").await;
        index.says("Line 1 of the list").says("PDPL art. 18").says("Confirmed by").says("1 November 2027");
        index.says("Messages").hides("Ibrahim");
        for (query, left) in [
            ("SELECT COUNT(*) FROM messages", "0"),
            ("SELECT COUNT(*) FROM changes WHERE kind = 'messages'", "0"),
            ("SELECT COUNT(*) FROM corrections", "1"),
            ("SELECT COUNT(*) FROM runs WHERE summary LIKE '%not a day%' OR summary LIKE '%Ibrahim%'", "0"),
            ("SELECT COUNT(*) FROM invoices", "1"),
            ("SELECT COUNT(*) FROM erasure_proposals", "0"),
            ("SELECT COUNT(*) FROM settings WHERE name = 'sweep'", "0"),
        ] {
            assert_eq!(count(&copy, query).await, left, "{query}");
        }
        assert!(!copy.app.folder.join("uploads/u1").exists());
        // 2 messages, 1 earlier version, 2 corrections, 2 values of refused rows.
        let gone = copy.text("SELECT gone FROM destructions").await;
        assert_eq!(gone, r#"{"changes":1,"corrections":2,"messages":2,"runs":2}"#);
        nothing_is_found(&copy, &copy.app.folder);
        for export in ["/clients/NAKHLA/messages.csv", "/clients.csv", "/imports.csv", "/retention/destroyed"] {
            let page = owner.get(export).await;
            assert_eq!(page.status, 200, "{export}");
            assert!(SECRET.iter().all(|gone| !page.body.contains(gone)), "{export}");
        }

        comes_not_back(&copy, (&made, &to, &reader), folder.path()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_goes_by_name_and_what_still_names_them_is_shown() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        records(&copy).await;
        copy.sql("UPDATE messages SET text = 'ask IBRAHIM saleh' WHERE id = '2'").await;
        copy.sql("INSERT INTO person_names (spelling, member) VALUES ('ibrahim saleh', '')").await;
        copy.sql(&won("w1", "Ibrahim Saleh")).await;
        let form =
            [("form", "person"), ("name", "ibrahim  Saleh"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        let page = zaid.get(&proposal).await;
        page.says("The person is").says("one text still names them").says("Spellings of the name");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        for (query, left) in [
            ("SELECT COUNT(*) FROM messages WHERE contact IS NULL AND text IS NULL", "1"),
            ("SELECT COUNT(*) FROM messages WHERE contact = 'Huda' AND text = 'ask IBRAHIM saleh'", "1"),
            ("SELECT COUNT(*) FROM changes", "0"),
            ("SELECT COUNT(*) FROM corrections WHERE target = 'messages.contact'", "0"),
            ("SELECT COUNT(*) FROM person_names", "0"),
            ("SELECT COUNT(*) FROM exit_wins", "0"),
            ("SELECT COUNT(*) FROM runs WHERE summary LIKE '%by Ibrahim%'", "0"),
            ("SELECT COUNT(*) FROM runs WHERE summary LIKE '%not a day at all%'", "1"),
            ("SELECT COUNT(*) FROM erasure_proposals", "0"),
            ("SELECT COUNT(*) FROM destructions WHERE scope LIKE '%brahim%'", "0"),
        ] {
            assert_eq!(count(&copy, query).await, left, "{query}");
        }
        let bytes = copy.own.db.file().map(|file| fs::read(file).expect("a file")).unwrap_or_default();
        assert!(!bytes.windows(13).any(|part| part == b"Ibrahim Saleh" || part == b"ibrahim  Sale"));
    }
}

/// Returns the owner, a second person who may confirm, the owner's id, and a case of the owner's.
pub(super) async fn with_a_case(copy: &Copy) -> (Browser, Browser, String, Key) {
    let mut owner = copy.owner().await;
    let zaid = copy.joins(&mut owner, "Zaid", "finance").await;
    copy.client("NAKHLA", "Nakhla").await;
    let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
    let key = opened(copy, "NAKHLA", &reem, Track::Light).await;
    (owner, zaid, reem, key)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_in_a_case_goes_with_its_key_and_the_chain_holds() {
    for copy in each().await {
        let (mut owner, mut zaid, reem, key) = with_a_case(&copy).await;
        let at = "/clients/NAKHLA/erasures";
        owner.get(at).await.hides("What was said in one case");
        let scope = format!(r#"{{"case":{{"client":"NAKHLA","case":"{}"}}}}"#, key.case);
        let open = destructions::Proposal {
            id: "p-open".to_owned(),
            client: "NAKHLA".to_owned(),
            scope,
            person: None,
            basis: domain::erasure::Basis::Request,
            reference: "x".to_owned(),
            proposed: (reem.clone(), Day::from_iso("2026-11-29").expect("a day")),
            confirmed: None,
            counted: String::new(),
        };
        destructions::propose(&copy.own.db, &open).await.expect("stored");
        owner.get("/erasures/p-open").await.says("still open").says(&key.case);
        // Whoever has no part in the case learns that there is one, and neither which nor how it stands.
        zaid.get("/erasures/p-open").await.says("What was said in one case").hides("still open").hides(&key.case);
        zaid.get("/retention").await.says("What was said in one case").hides(&key.case);
        zaid.get(at).await.says("What was said in one case").hides(&key.case);
        assert_eq!(confirmed(&mut zaid, "/erasures/p-open").await.status, 409);
        assert!(copy.app.keys.standing(Of::Case { client: "NAKHLA", case: &key.case }).expect("readable").is_some());
        assert!(destructions::withdraw(&copy.own.db, "p-open").await.expect("stored"));

        act_by(&copy, &key, &reem, Act::Withdraw { text: "it was a misunderstanding".to_owned() }).await;
        let term = [("form", "case"), ("case", key.case.as_str()), ("basis", "term"), ("reference", "yearly look")];
        let term = proposed(&mut owner, at, &term).await;
        zaid.get(&term).await.says("so the term is no ground for erasing it");
        let form = [("form", "case"), ("case", key.case.as_str()), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, at, &form).await;
        owner.get(&format!("/clients/NAKHLA/cases/{}", key.case)).await.says("it was a misunderstanding");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        let page = owner.get(&format!("/clients/NAKHLA/cases/{}", key.case)).await;
        page.hides("it was a misunderstanding").says("These words were erased on").says("PDPL art. 18");
        assert_eq!(cases::verify(&copy.own.db).await.expect("verified"), (1, vec![]));
        let list = erasures::read(&erasures::file(&copy.app.folder)).expect("a list");
        assert_eq!((list.erasures.len(), list.keys()), (1, 1));
        owner.get("/retention/destroyed").await.says("What was said in the case").says(&key.case).says("Keys");
        zaid.get("/retention/destroyed").await.says("What was said in one case").hides(&key.case);
        assert!(copy.text("SELECT scope FROM destructions").await.contains(&key.case), "the index is complete");
        // Whoever writes in it afterwards draws a new key.
        copy.app.keys.key(Of::Case { client: "NAKHLA", case: &key.case }).expect("a key");
        let opened = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        assert!(opened.erased().is_some(), "it stays erased");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_legal_hold_beats_an_erasure() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        records(&copy).await;
        let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        let hold = |classes: &str| {
            format!(
                "INSERT INTO legal_holds (client, case_id, hold, classes, ask_member, since_on)
                 SELECT 'NAKHLA', 'k1', 1, '{classes}', id, '2026-11-01' FROM members WHERE name = 'Reem'"
            )
        };
        copy.sql(&hold(r#"["sign_data"]"#)).await;
        zaid.get(&proposal).await.says("by word of management. Ask Reem").hides("A legal hold").hides("Erase it now");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 409);
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "2");
        copy.sql("UPDATE legal_holds SET released_on = '2026-11-02'").await;
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "0");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_alone_in_the_firm_confirms_after_a_pause() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        records(&copy).await;
        let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        owner.get(&proposal).await.says("Nobody else belongs to the firm").hides("Erase it now");
        assert_eq!(confirmed(&mut owner, &proposal).await.status, 422, "the pause is not over");
        let on = copy.today().await;
        let later = copy.later(on.plus(2)).await;
        let mut alone = owner.at(&later);
        alone.get(&proposal).await.says("Confirm it alone").says("Erase it now");
        copy.sql(
            "INSERT INTO members (id, name, email, role, password_hash, public_key, sealed_secret, key_since, joined_at)
             VALUES ('sara', 'Sara', 'sara@midad.example', 'member', 'x', 'x', '0', 'x', 'x')",
        )
        .await;
        alone.get(&proposal).await.hides("Nobody else belongs to the firm").hides("Erase it now");
        assert_eq!(confirmed(&mut alone, &proposal).await.status, 422, "somebody can be asked now");
        copy.sql("UPDATE members SET left_at = '2026-11-29T10:00:00Z' WHERE id = 'sara'").await;
        assert_eq!(confirmed(&mut alone, &proposal).await.status, 303);
        alone.get("/retention/destroyed").await.says("alone after a pause");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "0");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_is_erased_and_who_is_there_is_not() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        copy.joins(&mut owner, "Nasser", "member").await;
        let nasser = copy.text("SELECT id FROM members WHERE name = 'Nasser'").await;
        copy.app.keys.key(Of::Member(&nasser)).expect("a key");
        copy.client("NAKHLA", "Nakhla").await;
        for statement in [
            "INSERT INTO time (client, id, on_day, minutes, person, currency, source_id, source_line)
             VALUES ('NAKHLA', 't1', '2026-01-05', 30, 'nasser', 'SAR', 0, 0)",
            "INSERT INTO settings (name, value) VALUES ('archive-readers', 'Nasser age1x
Huda age1y')",
        ] {
            copy.sql(statement).await;
        }
        let at = format!("/members/{nasser}/erasures");
        assert_eq!(owner.get(&at).await.status, 404, "nobody is erased who belongs to the firm");
        assert_eq!(owner.post(&format!("/members/{nasser}/departure"), &[]).await.status, 303);
        owner.get("/members").await.says(&at);
        let named = owner.post(&at, &[("form", "member"), ("basis", "request"), ("reference", "Nasser asked")]).await;
        assert_eq!(named.status, 422);
        let form = [("form", "member"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, &at, &form).await;
        copy.sql(&format!("UPDATE members SET left_at = NULL WHERE id = '{nasser}'")).await;
        zaid.get(&proposal).await.says("They belong to the firm").says("one text still names them");
        copy.sql(&format!("UPDATE members SET left_at = '2026-11-29T10:00:00Z' WHERE id = '{nasser}'")).await;
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert!(copy.app.keys.standing(Of::Member(&nasser)).expect("readable").is_none());
        assert_eq!(
            count(&copy, "SELECT COUNT(*) FROM members WHERE name = 'Nasser' OR email LIKE 'nasser%'").await,
            "0"
        );
        assert_eq!(copy.text("SELECT value FROM settings WHERE name = 'archive-readers'").await, "Huda age1y");
        owner.get("/retention/destroyed").await.says("and what they said in cases");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prospect_goes_with_all_that_was_noted() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        let own = prospect(&copy, &mut owner, "Sidra Hotels", &[("payment_days", "60")]).await;
        let other = prospect(&copy, &mut owner, "Manar Schools", &[("payment_days", "30")]).await;
        copy.sql(&won("w1", "SIDRA hotels")).await;
        copy.sql(&won("w2", "Manar Schools")).await;
        let at = format!("{own}/erasures");
        owner.get(&own).await.says(&at);
        let named = owner.post(&at, &[("basis", "request"), ("reference", "mail of Sidra")]).await;
        assert_eq!(named.status, 422);
        let proposal = proposed(&mut owner, &at, &[("basis", "request"), ("reference", "PDPL art. 18")]).await;
        zaid.get(&proposal).await.says("All that was noted of the prospect").says("Notes of a prospect");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(owner.get(&own).await.status, 404);
        assert_eq!(owner.get(&other).await.status, 200);
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM lesson_log WHERE plain LIKE '%Sidra%'").await, "0");
        assert_eq!(copy.text("SELECT MIN(name) FROM exit_wins").await, "Manar Schools");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM exit_wins").await, "1");
        let bytes = copy.own.db.file().map(|file| fs::read(file).expect("a file")).unwrap_or_default();
        assert!(!bytes.windows(12).any(|part| part == b"Sidra Hotels"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_crash_cut_off_is_carried_out_to_its_end() {
    for own in database::each().await {
        let copy = crate::harness::start(own, |_| {}).await;
        records(&copy).await;
        let (place, firm) = (copy.app.place(), Firm::default());
        let today = Day::from_iso("2026-11-29").expect("a day");
        let ground = Ground { place, root: &copy.app.folder, firm: &firm, today };
        let tables = vec!["messages".to_owned()];
        let wanted = destruction::Wanted::Rows { client: "NAKHLA".to_owned(), tables: tables.clone() };
        let _alone = copy.app.erasing.lock().await;
        let basis = (domain::erasure::Basis::Request, "PDPL art. 18");
        let proposal = destruction::propose(place, wanted, basis, ("reem", today)).await.expect("stored");
        let counted = r#"{"gone":{"messages":2},"keys":0,"archives":[],"copies":[]}"#;
        assert!(!destructions::confirm(place.db, &proposal.id, ("reem", today), counted).await.expect("stored"));
        assert!(destructions::confirm(place.db, &proposal.id, ("zaid", today), counted).await.expect("stored"));
        // The line was written, and then the power went.
        let scope = Scope::Client { client: "NAKHLA".to_owned(), tables };
        let (basis, id) = ("request: PDPL art. 18".to_owned(), Some(proposal.id.clone()));
        append(&erasures::file(&copy.app.folder), &Erasure { on: today, basis, id, keys: 0, ..erasure(scope) })
            .expect("written");
        assert_eq!(destruction::finish(ground).await.expect("finished"), 1);
        assert_eq!(destruction::finish(ground).await.expect("finished"), 0);
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "0");
        assert_eq!(copy.text("SELECT gone FROM destructions").await, r#"{"messages":2}"#);
        assert_eq!(erasures::read(&erasures::file(&copy.app.folder)).expect("a list").erasures.len(), 1);
        nothing_is_found(&copy, &copy.app.folder);
    }
}
