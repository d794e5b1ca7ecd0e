//! The command line as people type it: exit codes, words in their language, JSON for programs.

use std::path::Path;
use std::process::{Command, Output};

pub fn khitam(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khitam"));
    command.env_remove("KHITAM_DB").env_remove("LC_ALL").env("LANG", "en_GB.UTF-8");
    command.arg("--data").arg(folder).args(words).output().expect("the program starts")
}

pub fn said(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).expect("text")
}

#[test]
fn misunderstandings_say_what_is_next_in_the_users_language() {
    let folder = tempfile::tempdir().expect("a folder");
    for (words, says) in [
        (&["separate"][..], "separate is not understood."),
        (&["serve", "--port", "1"], "--port is not understood."),
        (&["member", "invite"], "Something is missing"),
        (&["member", "invite", "--role", "boss"], "boss"),
        (&["--lang", "ar", "separate"], "غير مفهوم"),
        (&["--lang=ar", "member", "invite", "--role", "boss"], "الخطوة التالية"),
    ] {
        let output = khitam(folder.path(), words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        let told = said(&output.stderr);
        assert!(told.contains(says), "{words:?}: {told}");
        assert!(!told.contains("[fail-"), "{told}");
    }
    for (words, says) in [
        (&["--lang", "en", "import", "none.csv"][..], "there is none of this name"),
        (&["--lang", "ar", "import", "none.csv"], "لا ملف بهذا الاسم"),
        (&["--lang", "ar", "import", "."], "هو مجلد لا ملف"),
        (&["--lang", "ar", "archive", "verify", "/nowhere"], "لا شيء بهذا الاسم"),
    ] {
        let output = khitam(folder.path(), words);
        let told = format!("{}{}", said(&output.stdout), said(&output.stderr));
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(told.contains(says) && !told.contains("os error"), "{words:?}: {told}");
    }
    let help = khitam(folder.path(), &["--lang", "ar", "serve", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(said(&help.stdout).contains("تشغيل نسخة المؤسسة") && !said(&help.stdout).contains("Options"));
}

#[test]
fn a_file_of_which_no_row_fits_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let payments = file("payments.csv", "client,invoice,paid_on,amount\nBeta,I-1,2026-01-05,100\n");
    let invoices = file("invoices.csv", "client,invoice,issued_on,due_on,amount\nBeta,I-1,2026-01-01,2026-01-31,100\n");
    let clients = || {
        let answer: serde_json::Value =
            serde_json::from_slice(&khitam(folder.path(), &["signs", "--json"]).stdout).expect("JSON");
        answer["clients"].as_array().expect("a list").len()
    };
    let alone = khitam(folder.path(), &["import", &payments]);
    assert_eq!((alone.status.code(), clients()), (Some(1), 0), "{}", said(&alone.stdout));
    assert!(said(&alone.stdout).contains("No invoice of this number"), "{}", said(&alone.stdout));
    let both = khitam(folder.path(), &["import", &payments, &invoices]);
    assert_eq!((both.status.code(), clients()), (Some(0), 1), "{}", said(&both.stdout));
}

#[test]
fn old_records_are_said_to_be_old_with_the_day_to_look_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("invoices.csv");
    let text = "client,invoice,issued_on,due_on,amount\nBeta,I-1,2012-12-01,2012-12-31,100\nNoor,I-1,2013-02-01,2013-02-28,50\n";
    std::fs::write(&path, text).expect("a file");
    let clients = folder.path().join("clients.csv");
    std::fs::write(&clients, "client,name\nBeta,Beta Logistics\n").expect("a file");
    let none = said(&khitam(folder.path(), &["signs"]).stdout);
    assert!(none.starts_with("There are no records yet"), "{none}");
    khitam(folder.path(), &["import", path.to_str().expect("a path")]);
    let told = said(&khitam(folder.path(), &["signs"]).stdout);
    assert!(
        told.contains("The newest record is of 1 February 2013, and signs are read from the last 365 days"),
        "{told}"
    );
    assert!(told.contains("khitam signs --on 2013-02-01"), "{told}");
    let told = said(&khitam(folder.path(), &["--lang", "ar", "signs"]).stdout);
    assert!(told.contains("أحدث سجل لدينا بتاريخ 1 فبراير 2013") && told.contains("signs --on 2013-02-01"), "{told}");
    khitam(folder.path(), &["import", clients.to_str().expect("a path")]);
    let then = said(&khitam(folder.path(), &["signs", "--on", "2013-02-01"]).stdout);
    assert!(!then.contains("newest record"), "{then}");
    let keys = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("Beta  ")).count();
    assert!(then.contains("Beta Logistics") && keys(&then) == 1, "the table shows the key that --client takes: {then}");
    let alone = khitam(folder.path(), &["signs", "--on", "2013-02-01", "--client", "Beta"]);
    assert!(said(&alone.stdout).contains("Beta Logistics") && !said(&alone.stdout).contains("Noor"));
    let nobody = khitam(folder.path(), &["signs", "--on", "2013-02-01", "--client", "Gamma"]);
    assert_eq!(nobody.status.code(), Some(1), "nobody of that key is no rule");
    let json: serde_json::Value =
        serde_json::from_slice(&khitam(folder.path(), &["signs", "--json"]).stdout).expect("JSON");
    let keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["on", "policy", "clients"]);
}

#[test]
fn what_is_no_database_is_said_to_be_none_and_not_busy() {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = folder.path().join("notes.db");
    std::fs::write(&notes, "only notes, and more than a page of them\n".repeat(500)).expect("a file");
    for address in [notes, folder.path().join("none/khitam.db")] {
        let output = khitam(folder.path(), &["--db", &format!("sqlite:{}", address.display()), "signs"]);
        assert_eq!(output.status.code(), Some(1), "{address:?}");
        let told = said(&output.stderr);
        assert!(told.contains("There is no database of Khitam at this address") && !told.contains("busy"), "{told}");
    }
    let kept = std::fs::read_to_string(folder.path().join("notes.db")).expect("the file");
    assert!(kept.starts_with("only notes"), "nothing was changed");
}

#[test]
fn doctor_says_whether_the_copy_is_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let none = khitam(folder.path(), &["doctor"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(said(&none.stdout).contains("There is no database"), "{}", said(&none.stdout));
    assert!(!folder.path().join("khitam.db").exists(), "looking makes nothing");
    assert_eq!(khitam(folder.path(), &["member", "list"]).status.code(), Some(0));
    let well = khitam(folder.path(), &["doctor", "--json"]);
    assert_eq!(well.status.code(), Some(0), "{}", said(&well.stdout));
    let answer: serde_json::Value = serde_json::from_slice(&well.stdout).expect("JSON");
    assert_eq!(answer["ok"], true);
    let check = |name: &str| answer["checks"].as_array().expect("a list").iter().find(|c| c["name"] == name).cloned();
    for name in ["disk", "database", "tables", "file", "clock", "zone", "running", "phone"] {
        assert!(check(name).is_some(), "{name}: {answer}");
    }
    assert!(check("phone").expect("a check")["says"].as_str().expect("text").starts_with("No, only this machine"));
    for (url, code, says) in [
        ("https://khitam.example", 0, "Yes, a phone outside can open a link, if the proxy forwards"),
        ("http://khitam.example", 1, "passwords travel unencrypted"),
        ("https://192.168.1.9", 0, "only devices on your own network"),
        ("khitam", 1, "cannot be read"),
    ] {
        let output = khitam(folder.path(), &["doctor", "--public-url", url]);
        assert_eq!(output.status.code(), Some(code), "{url}");
        assert!(said(&output.stdout).contains(says), "{url}: {}", said(&output.stdout));
    }
}

/// The bytes of a database's page.
const PAGE: usize = 16 * 1024;

#[test]
fn a_damaged_file_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    khitam(folder.path(), &["member", "list"]);
    let file = folder.path().join("khitam.db");
    let mut bytes = std::fs::read(&file).expect("a database");
    // The heads of two pages, for the middle of a page may hold nothing.
    let middle = bytes.len() / 2 / PAGE * PAGE;
    bytes[middle..middle + 2 * PAGE].fill(0xff);
    std::fs::write(&file, bytes).expect("written");
    let output = khitam(folder.path(), &["doctor"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stdout));
    assert!(said(&output.stdout).contains("PROBLEM"), "{}", said(&output.stdout));
}

#[test]
fn links_are_printed_for_those_who_come_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let invited = khitam(folder.path(), &["member", "invite", "--role", "member", "--name", "Lina"]);
    assert_eq!(invited.status.code(), Some(0));
    assert!(said(&invited.stdout).contains("http://127.0.0.1:7411/join/"), "{}", said(&invited.stdout));
    let nobody = khitam(folder.path(), &["member", "reset", "lina@midad.example"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(said(&nobody.stderr).contains("No member has the e-mail address lina@midad.example"));
    let list = khitam(folder.path(), &["--lang", "ar", "member", "list"]);
    assert!(said(&list.stdout).contains("لا أعضاء بعد"));
}

#[cfg(unix)]
#[test]
fn the_folder_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("new");
    khitam(&data, &["member", "list"]);
    assert_eq!(std::fs::metadata(&data).expect("made").permissions().mode() & 0o777, 0o700);
}

#[test]
fn the_firms_facts_are_taken_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let good = file("firm.toml", "name = \"Midad\"\nplace = \"SA\"\n");
    let broken = file("broken.toml", "name = 5\n");
    let elsewhere = file("elsewhere.toml", "place = \"XX\"\n");
    let bad = file("bad.csv", "client,invoice,paid_on,amount\nBeta,I-1,2026-01-05,100\n");
    let told = |words: &[&str], code: i32, says: &str| {
        let output = khitam(folder.path(), words);
        let told = format!("{}{}", said(&output.stdout), said(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{words:?}: {told}");
        assert!(told.contains(says), "{words:?}: {told}");
    };
    let stated = || {
        let text = std::fs::read(folder.path().join("khitam.db")).expect("a database");
        text.windows(5).any(|bytes| bytes == b"Midad")
            || std::fs::read(folder.path().join("khitam.db-wal"))
                .is_ok_and(|text| text.windows(5).any(|bytes| bytes == b"Midad"))
    };
    told(&["import", &good, &bad, "--as", "bogus"], 2, "bogus");
    told(&["import", &good, &bad, "--profile", "bogus"], 2, "There is no profile called bogus");
    told(&["import", &good, &broken], 1, "line 1");
    told(&["import", &good, &elsewhere], 1, "XX is no country");
    assert!(!stated(), "nothing of the facts was kept");
    told(&["import", &good, &bad], 3, "No invoice of this number");
    assert!(stated());
}

#[test]
fn advice_that_holds_for_many_rows_is_given_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("invoices.csv");
    let row = |n: u32| format!("Beta,I-{n},2026-02-0{n},2026-01-0{n},100\n");
    std::fs::write(&path, format!("client,invoice,issued_on,due_on,amount\n{}{}", row(1), row(2))).expect("a file");
    let told = said(&khitam(folder.path(), &["import", path.to_str().expect("a path")]).stdout);
    assert_eq!(
        told.matches("The due date lies before the day of issue: 2026-01-0").count(),
        2,
        "every row is listed: {told}"
    );
    assert_eq!(told.matches("Correct one of the two days.").count(), 1, "{told}");
}

#[test]
fn a_line_with_two_problems_is_counted_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("invoices.csv");
    let text = "client,invoice,issued_on,due_on,amount\nBeta,I-1,2026-02-31,2026-02-31,much\nBeta,I-2,2026-01-01,2026-01-31,100\n";
    std::fs::write(&path, text).expect("a file");
    let told = said(&khitam(folder.path(), &["import", path.to_str().expect("a path")]).stdout);
    assert!(told.contains("2 rows; 1 added, 0 changed, 0 unchanged, one with a problem."), "{told}");
}

#[test]
fn what_was_inferred_of_a_file_is_said_beside_what_it_gave() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sales.csv");
    let text = "client,invoice,issued_on,due_on,amount,paid_on\nBeta,I-1,13/01/2026,12/02/2026,100,15/02/2026\n";
    std::fs::write(&path, text).expect("a file");
    let words = ["import", path.to_str().expect("a path")];
    let told = said(&khitam(folder.path(), &words).stdout);
    assert!(told.contains("Records: one invoice, one payment."), "{told}");
    assert!(told.contains("The rows are: invoices.") && told.contains("Columns are separated by “,”."), "{told}");
    assert!(told.contains("issued_on: Days are written day/month/year, as 13/01/2026 shows."), "{told}");
    let arabic = said(&khitam(folder.path(), &["--lang", "ar", words[0], words[1]]).stdout);
    assert!(arabic.contains("السجلات: فاتورة واحدة، دفعة واحدة.") && arabic.contains("كيف قُرئ: "), "{arabic}");
    let both = said(&khitam(folder.path(), &[words[0], words[1], "--json"]).stdout);
    assert!(!both.contains("How it was read") && both.contains("\"kinds\":{\"invoices\":1,\"payments\":1}"), "{both}");
}
