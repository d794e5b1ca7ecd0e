//! A file that still has what was erased does not bring it back.

use crate::database;
use crate::files::{import_after, text};
use app::flow::erasures::rows;
use app::flow::file_report::FileReport;
use app::intake::problem::NoteCode;
use app::keep::erasures::{self as list, Erasure, Scope, append, name_digest};
use app::store::erasing::Doing;
use domain::days::Day;

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
    Erasure { on, basis: "request: PDPL art. 18".to_owned(), id: None, keys: 0, scope }
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
