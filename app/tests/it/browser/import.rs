//! A file is imported: looked at, read otherwise than it was understood, stored in part, and found again.

use super::{Role, Session, in_both, unowned};
use crate::harness::PASSWORD;
use app::lang::Language;
use fluent_bundle::FluentValue;
use std::path::PathBuf;

/// Three invoices: nobody can know that `X7` is a note, and the third has a day that does not exist.
const ARABIC: &str = "\
رقم الفاتورة;العميل;تاريخ الإصدار;تاريخ الاستحقاق;المبلغ;X7
ف-١;شركة النخلة;٢٠٢٦/٠١/٠٥;٢٠٢٦/٠٢/٠٤;١٬٢٥٠٫٥٠;دفعة أولى
ف-٢;شركة النخلة;٢٠٢٦/٠٢/٠٥;٢٠٢٦/٠٣/٠٧;٩٠٠;دفعة ثانية
ف-٣;مؤسسة الرواق;٢٠٢٦/٠٢/٣١;٢٠٢٦/٠٣/٠٧;١٠;
";
const ENGLISH: &str = "\
Invoice,Client,Issued on,Due on,Amount,X7
F-1,شركة النخلة,2026-01-05,2026-02-04,1250.50,first part
F-2,شركة النخلة,2026-02-05,2026-03-07,900,second part
F-3,مؤسسة الرواق,2026-02-31,2026-03-07,10,
";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_read_as_a_person_says_and_stored() {
    in_both(async |language| {
        let copy = unowned().await;
        copy.owner_reading(language.tag()).await;
        let session = Session::begin(&copy, language).await;
        session.open("/").await;
        session.fill(&session.word("email"), "reem@midad.example").await;
        session.fill(&session.word("password"), PASSWORD).await;
        session.press(&session.word("sign-in")).await;
        hand_over(&session).await;
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await, "0", "nothing is stored yet");
        the_reading_is_changed(&session).await;
        store(&session).await;
        session.follow(&session.word("imports-to-list")).await;
        session.follow("شركة النخلة").await;
        session.follow(&session.word("kind-invoices")).await;
        let (number, note) =
            if language == Language::Arabic { ("ف-1", "دفعة أولى") } else { ("F-1", "first part") };
        session.follow(number).await;
        session.says("invoices.csv").await.says(note).await;
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await, "2");
        assert_eq!(copy.text("SELECT CAST(MIN(amount) AS TEXT) FROM invoices").await, "90000");
        session.end().await;
    })
    .await;
}

/// Hands the file over and waits for what comes of looking at it.
pub async fn hand_over(session: &Session) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = write(&folder, session.lang.language);
    session.follow(&session.word("import")).await;
    let field = session.find(Role::Field, &session.word("imports-files")).await;
    field.send_keys(path.to_string_lossy()).await.expect("a file");
    session.press(&session.word("imports-look")).await;
    session.wait_for(Role::Heading, &session.word("imports-columns")).await;
}

fn write(folder: &tempfile::TempDir, language: Language) -> PathBuf {
    let path = folder.path().join("invoices.csv");
    let text = if language == Language::Arabic { ARABIC } else { ENGLISH };
    std::fs::write(&path, text).expect("a file");
    path
}

/// The column that was left out is given a meaning; what would be stored shows it, and the row that cannot be read.
async fn the_reading_is_changed(session: &Session) {
    let column = session.lang.say("imports-column-as", [("what", "X7".into())]);
    let field = session.find(Role::Field, &column).await;
    assert_eq!(field.value().await.expect("a value").as_deref(), Some(""), "X7 says nothing");
    session.choose(&column, &session.word("column-note")).await;
    session.press(&session.word("imports-reread")).await;
    session.wait_for(Role::Heading, &session.word("imports-columns")).await;
    let field = session.find(Role::Field, &column).await;
    let chosen = "return arguments[0].selectedOptions[0].innerText";
    let chosen: String = session.ask(chosen, vec![field.to_json().expect("an element")]).await;
    assert_eq!(super::plain(&chosen), super::plain(&session.word("column-note")));
    let note = if session.lang.language == Language::Arabic { "دفعة ثانية" } else { "second part" };
    session.says(note).await.says(&session.word("problem-date_invalid-hint")).await;
}

/// Stores what can be read, and waits until it is.
pub async fn store(session: &Session) {
    let counts = [("good", FluentValue::from(2)), ("n", FluentValue::from(1))];
    session.press(&session.lang.say("imports-store-some", counts)).await;
    session.wait_for(Role::Heading, &session.word("imports-result-title")).await;
    session.says(&session.word("imports-result-later")).await;
}
