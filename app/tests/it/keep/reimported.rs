//! A file that still has what was erased does not bring it back.

use crate::database;
use crate::files::{import_after, terms, text};
use app::flow::erasures::rows;
use app::flow::file_report::FileReport;
use app::flow::import::Progress;
use app::flow::upload::{Task, Upload};
use app::intake::problem::{NoteCode, ProblemCode};
use app::intake::words::HeaderWords;
use app::keep::erasures::{self as list, Erasure, Scope, append, name_digest};
use app::store::apart;
use app::store::erasing::Doing;
use domain::days::Day;
use domain::erasure::firm_digest;
use std::fs;
use std::sync::atomic::AtomicU64;

const MESSAGES: &str = "client,at,direction,contact,text\n\
    NAKHLA,2026-01-01 10:00,in,Ibrahim Saleh,the lamp was broken\n\
    NAKHLA,2026-01-02 10:00,in,Huda,all is well\n\
    DARB,2026-01-03 10:00,in,Ibrahim Saleh,a lamp of their own\n\
    NAKHLA,2026-06-10 10:00,in,Huda,they came back\n";

fn noted(reports: &[FileReport], code: NoteCode) -> usize {
    reports.iter().flat_map(|report| &report.notes).filter(|note| note.code == code).count()
}

fn erasure(scope: Scope) -> Erasure {
    let on = Day::from_iso("2026-06-01").expect("a day");
    Erasure { on, basis: "request: PDPL art. 18".to_owned(), keys: 0, ..super::erased::erasure(scope) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_and_rows_that_were_erased_stay_away() {
    for own in database::each().await {
        let files = [("messages.csv", MESSAGES)];
        let list = list::file(own.folder.path());
        import_after(&own.db, &files, &list).await;
        let count =
            async |which: &str| text(&own, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM messages {which}")).await;
        assert_eq!(count("").await, "4");
        let person = Scope::Person { client: "NAKHLA".to_owned(), name_sha256: name_digest("Ibrahim Saleh") };
        let person = erasure(person);
        rows(&own.db, (&person.scope, person.on), Doing::Do).await.expect("erased");
        let theirs = "WHERE client = 'NAKHLA' AND (contact = 'Ibrahim Saleh' OR text = 'the lamp was broken')";
        assert_eq!(count(theirs).await, "0");
        append(&list, &person).expect("listed");
        let again = import_after(&own.db, &files, &list).await;
        assert_eq!((count("").await.as_str(), count(theirs).await.as_str()), ("4", "0"));
        assert_eq!(noted(&again, NoteCode::ErasedPerson), 1);
        assert_eq!(count("WHERE contact = 'Ibrahim Saleh'").await, "1", "another client's person is another");

        let messages = Scope::Client { client: "NAKHLA".to_owned(), tables: vec!["messages".to_owned()] };
        let messages = erasure(messages);
        rows(&own.db, (&messages.scope, messages.on), Doing::Do).await.expect("erased");
        assert_eq!(count("").await, "1");
        append(&list, &messages).expect("listed");
        let again = import_after(&own.db, &files, &list).await;
        assert_eq!(noted(&again, NoteCode::ErasedRow), 2);
        let back = text(&own, "SELECT text FROM messages WHERE client = 'NAKHLA'").await;
        assert_eq!(
            (count("").await.as_str(), back.as_str()),
            ("2", "they came back"),
            "what is newer is another matter"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_stays_away_whichever_spellings_are_one_later() {
    for own in database::each().await {
        let files = [("messages.csv", MESSAGES)];
        let list = list::file(own.folder.path());
        import_after(&own.db, &files, &list).await;
        let person = erasure(Scope::Person { client: "NAKHLA".to_owned(), name_sha256: name_digest("Ibrahim Saleh") });
        rows(&own.db, (&person.scope, person.on), Doing::Do).await.expect("erased");
        append(&list, &person).expect("listed");
        let merge = "UPDATE clients SET merged_into = 'DARB' WHERE client = 'NAKHLA' RETURNING client";
        assert_eq!(text(&own, merge).await, "NAKHLA");
        let again = import_after(&own.db, &files, &list).await;
        assert_eq!(noted(&again, NoteCode::ErasedPerson), 1);
        let named = "SELECT MIN(client) || MAX(client) FROM messages WHERE contact = 'Ibrahim Saleh'";
        assert_eq!(text(&own, named).await, "DARBDARB", "another client's person is another");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_is_not_among_the_first_rows_that_would_be_stored() {
    for own in database::each().await {
        let root = own.folder.path().to_owned();
        let person = Scope::Person { client: "NAKHLA".to_owned(), name_sha256: name_digest("Ibrahim Saleh") };
        append(&list::file(&root), &erasure(person)).expect("listed");
        let waiting = root.join("uploads/u1");
        fs::create_dir_all(&waiting).expect("a folder");
        let upload =
            r#"{"id":"u1","member":"x","at":"2026-06-30T10:00:00Z","files":[{"name":"messages.csv","bytes":9}]}"#;
        fs::write(waiting.join("upload.json"), upload).expect("writable");
        fs::write(waiting.join("0"), MESSAGES).expect("writable");
        let upload = Upload::load(&root, "u1").expect("readable").expect("an upload");
        let (words, terms) = (HeaderWords::read(None).expect("our own words"), terms(true, &list::file(&root)));
        let task = Task { db: own.db.clone(), root, upload, words, terms };
        let look = move || Ok(task.look(&[], &Progress::default(), &AtomicU64::new(0)));
        let seen = apart(look).await.expect("the store").map_err(|error| error.to_string()).expect("looked");
        let lines: Vec<u32> = seen.files[0].first.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 4, 5], "the second line names somebody who was erased");
    }
}

const CLIENTS: &str = "client,name,currency\nNAKHLA,Nakhla Furniture Co.,SAR\nDARB,Darb,SAR\n";
const INVOICES: &str = "client,invoice,issued_on,due_on,amount,currency\nNAKHLA,1,2026-01-05,2026-02-19,1250,SAR\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_was_erased_does_not_come_back_under_another_number() {
    for own in database::each().await {
        let list = list::file(own.folder.path());
        import_after(&own.db, &[("clients.csv", CLIENTS), ("invoices.csv", INVOICES)], &list).await;
        let names_sha256 = vec![firm_digest("Nakhla Furniture Co.").expect("a name")];
        let scope = Scope::Client { client: "NAKHLA".to_owned(), tables: vec![] };
        let whole = Erasure { names_sha256, ..erasure(scope) };
        rows(&own.db, (&whole.scope, whole.on), Doing::Do).await.expect("erased");
        append(&list, &whole).expect("listed");
        let standing = async || {
            let keys = "SELECT COALESCE(MIN(client), '') || ' ' || COALESCE(MAX(client), '') FROM clients";
            let invoices = text(&own, "SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await;
            format!("{} {invoices}", text(&own, keys).await)
        };
        assert_eq!(standing().await, "DARB DARB 0");
        let again = import_after(&own.db, &[("clients.csv", CLIENTS), ("invoices.csv", INVOICES)], &list).await;
        assert_eq!((noted(&again, NoteCode::ErasedRow), standing().await.as_str()), (2, "DARB DARB 0"));

        let clients = CLIENTS.replace("NAKHLA,Nakhla Furniture Co.", "X-9,NAKHLA FURNITURE");
        let invoices = INVOICES.replace("NAKHLA", "X-9");
        let files = [("clients.csv", clients.as_str()), ("invoices.csv", invoices.as_str())];
        let refused = import_after(&own.db, &files, &list).await;
        for report in &refused {
            let problem = &report.problems[0];
            assert_eq!((problem.line, problem.code, problem.value.as_str()), (Some(2), ProblemCode::ErasedClient, ""));
            assert_eq!(report.problems.len(), 1, "{}", report.name);
        }
        assert_eq!(standing().await, "DARB DARB 0");
        let by_name = INVOICES.replace("NAKHLA", "Nakhla Furniture");
        let refused = import_after(&own.db, &[("invoices.csv", by_name.as_str())], &list).await;
        assert_eq!(refused[0].problems[0].code, ProblemCode::ErasedClient);

        let newer = INVOICES.replace("2026-01-05", "2026-06-10").replace("2026-02-19", "2026-07-10");
        import_after(&own.db, &[("invoices.csv", newer.as_str())], &list).await;
        assert_eq!(standing().await, "DARB NAKHLA 1", "whoever comes again is known by their own number");
        let entered = "INSERT INTO clients (client, name, currency, source_id, source_line, folded)
                       VALUES ('X-9', 'Nakhla Furniture', 'SAR', 0, 0, '') RETURNING client";
        text(&own, entered).await;
        let taken = import_after(&own.db, &files, &list).await;
        assert!(taken.iter().all(|report| report.problems.is_empty()), "a person said that it is another firm");
        assert_eq!(standing().await, "DARB X-9 2");
    }
}
