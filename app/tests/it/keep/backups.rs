//! `khitam backup` and `khitam restore` as people type them: there and back, and everything that can be wrong.

use super::bucket::{self, SECRET_KEY};
use super::write;
use crate::cli::{khitam, said};
use app::secret::identity::Identity;
use app::secret::key_folder::{KeyFolder, Of};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// A firm with a few records, keys and files of its own, and a place for what the tests make.
struct Firm {
    folder: TempDir,
    reader: Identity,
}

impl Firm {
    fn new() -> Firm {
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let root = folder.path();
        write(root, "invoices.csv", "client,invoice,issued_on,due_on,amount\nBeta,I-1,2026-01-01,2026-01-31,100\n");
        write(root, "phrase.txt", "four words at random\n");
        write(root, "key.txt", reader.secret_text());
        write(root, "other.txt", Identity::new().secret_text());
        let firm = Firm { folder, reader };
        let imported = khitam(&firm.path("firm"), &["import", &firm.shown("invoices.csv")]);
        assert_eq!(imported.status.code(), Some(0), "{imported:?}");
        write(&firm.path("firm"), "letterhead/head.svg", "<svg/>");
        write(&firm.path("firm"), "fonts/نسخ.ttf", vec![7; 3_000_000]);
        write(&firm.path("firm"), "fonts/empty.ttf", "");
        write(&firm.path("firm"), "uploads/1/0", "waits");
        write(&firm.path("firm"), "archives/k1-1.partial/trial.key", "a key beside what it opens");
        // Names that look like what lies apart, or like what other systems know.
        write(&firm.path("firm"), "khitam.db.txt", "notes");
        #[cfg(unix)]
        write(&firm.path("firm"), "fonts/12:30\\a.ttf", "odd");
        let keys = KeyFolder::within(&firm.path("firm"));
        keys.key(Of::Case { client: "Beta", case: "k1" }).expect("a key");
        firm
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn shown(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn backup(&self, words: &[&str]) -> Output {
        let reader = self.reader.public();
        khitam(&self.path("firm"), &[&["backup", "--reader", &reader], words].concat())
    }

    fn restore(&self, into: &str, from: &str, words: &[&str]) -> Output {
        let key = self.shown("key.txt");
        khitam(&self.path(into), &[&["restore", from, "--key", &key, "--without-erasures", "none"], words].concat())
    }
}

fn json(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{} {}", said(&output.stdout), said(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Asserts that a command came to nothing, with this code and these words, and left nothing.
fn refuses(output: &Output, code: i32, says: &str) {
    assert_eq!(output.status.code(), Some(code), "{} {}", said(&output.stdout), said(&output.stderr));
    let told = said(&output.stderr);
    assert!(told.contains(says) && told.contains("Next:") && !told.contains('['), "{told}");
}

#[test]
fn there_and_back_in_folders() {
    let firm = Firm::new();
    let (data, keys, phrase) = (firm.shown("data"), firm.shown("keys"), firm.shown("phrase.txt"));
    let words = ["--to", &data, "--keys-to", &keys, "--passphrase", &phrase, "--json"];
    let made = json(&firm.backup(&words));
    assert_eq!(
        (&made["data"]["files"], &made["data"]["verified"]),
        (&if cfg!(unix) { 5 } else { 4 }.into(), &true.into()),
        "{made}"
    );
    assert_eq!(made["keys"]["files"], 2, "of a case, and of the signature");
    assert_eq!(made["data"]["purge_on"].as_str().map(str::len), Some(10));
    let bytes: Vec<u8> = files(&firm.path("data")).iter().flat_map(|file| fs::read(file).expect("a file")).collect();
    for open in ["Beta", "letterhead", "I-1", "invoices"] {
        assert!(!bytes.windows(open.len()).any(|part| part == open.as_bytes()), "{open} can be read");
    }

    let by_phrase =
        ["restore", &data, "--keys-from", &keys, "--passphrase", &phrase, "--json", "--without-erasures", "none"];
    let back = json(&khitam(&firm.path("one"), &by_phrase));
    assert_eq!((&back["rows"], &back["keys"]), (&made["data"]["rows"], &2.into()), "{back}");
    let same = |file: &str| fs::read(firm.path("firm").join(file)).ok() == fs::read(firm.path("one").join(file)).ok();
    assert!(same("letterhead/head.svg") && same("fonts/نسخ.ttf") && same("fonts/empty.ttf"));
    assert!(same("khitam.db.txt") && same("fonts/12:30\\a.ttf"));
    assert!(!firm.path("one/uploads").exists(), "what waits for a day is not kept");
    assert!(!firm.path("one/archives").exists(), "nor is an archive that is not whole");
    let key = |root: &str| KeyFolder::within(&firm.path(root)).standing(Of::Case { client: "Beta", case: "k1" });
    assert_eq!(key("one").expect("readable"), key("firm").expect("readable"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&firm.path("one")), 0o700);
        assert_eq!(mode(&firm.path("one/keys")), 0o700);
        assert!(files(&firm.path("one/keys")).iter().all(|key| mode(key) == 0o600));
    }
    let signs = json(&khitam(&firm.path("one"), &["signs", "--on", "2026-03-01", "--json"]));
    assert_eq!(signs["clients"][0]["client"], "Beta");

    refuses(&firm.restore("one", &data, &[]), 4, "There is something already");
    let told = firm.restore("two", &data, &[]);
    assert!(said(&told.stdout).contains("No keys were restored"), "{}", said(&told.stdout));
    let doctor = khitam(&firm.path("firm"), &["doctor", "--json"]);
    let doctor: Value = serde_json::from_slice(&doctor.stdout).expect("JSON");
    let check = |name: &str| doctor["checks"].as_array().expect("a list").iter().find(|check| check["name"] == name);
    for name in ["backup", "files", "packs", "clock", "file"] {
        let check = check(name).unwrap_or_else(|| panic!("{name} in {doctor}"));
        assert_eq!((&check["ok"], &check["note"]), (&true.into(), &false.into()), "{check}");
    }
    let never = said(&khitam(&firm.path("two"), &["doctor"]).stdout);
    assert!(never.contains("look  The last backup") || never.contains("look  There is no backup yet"), "{never}");
    let loud = firm.backup(&["--to", &data]);
    assert!(said(&loud.stdout).contains("THE KEYS WERE NOT BACKED UP"), "{}", said(&loud.stdout));
    let keyless = said(&khitam(&firm.path("firm"), &["doctor"]).stdout);
    assert!(keyless.contains("look  The last backup") && keyless.contains("without the keys"), "{keyless}");
    let arabic = firm.backup(&["--to", &data, "--lang", "ar"]);
    assert!(said(&arabic.stdout).contains("لم تُنسخ المفاتيح"), "{}", said(&arabic.stdout));
    let named = firm.restore("three", &data, &["--backup", made["data"]["name"].as_str().expect("a name"), "--json"]);
    assert_eq!(json(&named)["backup"], made["data"]["name"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_and_back_in_a_store() {
    let (firm, bucket) = (Firm::new(), bucket::start().await);
    fs::write(firm.path("s3.txt"), bucket.secrets()).expect("writable");
    let secrets = firm.shown("s3.txt");
    let words = ["--to", "s3://firm/a/data", "--keys-to", "s3://firm/a/keys", "--s3", &secrets, "--keep", "1d"];
    let run = |words: Vec<String>, folder: PathBuf| {
        tokio::task::spawn_blocking(move || khitam(&folder, &words.iter().map(String::as_str).collect::<Vec<_>>()))
    };
    let backup = || {
        let reader = firm.reader.public();
        let all = [&["backup", "--reader", &reader][..], &words, &["--json"]].concat();
        run(all.into_iter().map(str::to_owned).collect(), firm.path("firm"))
    };
    let first = json(&backup().await.expect("ran"));
    assert_eq!((&first["data"]["left"], &first["keys"]["left"]), (&1.into(), &1.into()), "{first}");
    let second = json(&backup().await.expect("ran"));
    assert_eq!(second["data"]["removed"], serde_json::json!([first["data"]["name"]]), "one a day");
    assert_eq!(second["keys"]["removed"], serde_json::json!([first["keys"]["name"]]), "only the newest keys");
    let names: Vec<String> = bucket.objects.lock().expect("no one panics").keys().cloned().collect();
    let is_of = |one: &Value| names.iter().filter(|name| name.contains(one.as_str().expect("a name"))).count();
    assert_eq!((is_of(&first["data"]["name"]), is_of(&second["data"]["name"])), (0, 2), "{names:?}");

    let key = firm.shown("key.txt");
    let words = ["restore", "s3://firm/a/data", "--keys-from", "s3://firm/a/keys", "--key", &key, "--s3", &secrets];
    let words = [&words[..], &["--without-erasures", "none"]].concat();
    let all = [&words[..], &["--json"]].concat().into_iter().map(str::to_owned).collect();
    let back = json(&run(all, firm.path("one")).await.expect("ran"));
    assert_eq!((&back["backup"], &back["keys"]), (&second["data"]["name"], &2.into()));

    // Who may not come in is told so, and is not told the secret.
    fs::write(firm.path("wrong.txt"), bucket.secrets().replace("AKIDKHITAM", "AKIDOTHER")).expect("writable");
    let wrong = firm.shown("wrong.txt");
    let all = ["restore", "s3://firm/a/data", "--key", &key, "--s3", &wrong].map(str::to_owned).to_vec();
    let refused = run(all, firm.path("two")).await.expect("ran");
    refuses(&refused, 1, "The place s3://firm/a/data does not do what was asked");
    assert!(!said(&refused.stderr).contains(SECRET_KEY) && !said(&refused.stdout).contains(SECRET_KEY));
}

#[test]
fn a_place_that_cannot_be_used_is_named() {
    let firm = Firm::new();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let endpoint = format!("http://{}", nobody.local_addr().expect("an address"));
    drop(nobody);
    fs::write(firm.path("s3.txt"), bucket::secrets(&endpoint)).expect("writable");
    fs::write(firm.path("half.txt"), "AWS_ACCESS_KEY_ID=x\n").expect("writable");
    let (secrets, half) = (firm.shown("s3.txt"), firm.shown("half.txt"));
    let unreachable = firm.backup(&["--to", "s3://firm/a", "--s3", &secrets]);
    refuses(&unreachable, 1, "The place s3://firm/a does not do what was asked");
    assert!(!said(&unreachable.stderr).contains(SECRET_KEY));
    refuses(&firm.backup(&["--to", "s3://firm/a", "--s3", &half]), 2, "AWS_SECRET_ACCESS_KEY");
    refuses(&firm.backup(&["--to", "s3://", "--s3", &secrets]), 2, "This place cannot be used");
    // A file stands where the folder should be: nobody can write there, whoever they are.
    refuses(&firm.backup(&["--to", &firm.shown("key.txt")]), 1, "does not do what was asked");
    refuses(&firm.backup(&["--to", "/dev/full/x"]), 1, "does not do what was asked");
    refuses(&firm.backup(&["--to", &firm.shown("data"), "--keep", "7y"]), 2, "7y");
    let inside = firm.shown("data/keys");
    refuses(&firm.backup(&["--to", &firm.shown("data"), "--keys-to", &inside]), 4, "The keys cannot lie where");
    let nothing =
        khitam(&firm.path("empty"), &["backup", "--to", &firm.shown("data"), "--reader", &firm.reader.public()]);
    refuses(&nothing, 1, "nothing to back up");
    let no_reader = khitam(&firm.path("firm"), &["backup", "--to", &firm.shown("data")]);
    refuses(&no_reader, 2, "Something is missing");
    refuses(&firm.restore("one", &firm.shown("nowhere"), &[]), 1, "There is no backup at");
    write(&firm.path("foreign"), "khitam-data/photo.jpg", "x");
    refuses(&firm.restore("one", &firm.shown("foreign"), &[]), 1, "There is no backup at");
    assert!(!firm.path("one").exists());
}

#[test]
fn a_backup_that_is_not_as_it_was_made_is_refused_by_name() {
    let firm = Firm::new();
    let (data, keys) = (firm.shown("data"), firm.shown("keys"));
    let made = json(&firm.backup(&["--to", &data, "--keys-to", &keys, "--json"]));
    let name = made["data"]["name"].as_str().expect("a name");
    for (file, at) in [("part-00001.jsonl.gz.age", 10), ("part-00001.jsonl.gz.age", 3000), ("manifest.jsonl", 40)] {
        let path = firm.path("data").join(name).join(file);
        let whole = fs::read(&path).expect("a file");
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        fs::write(&path, flipped).expect("writable");
        refuses(&firm.restore("one", &data, &[]), 1, &format!("{name}/{file}"));
        fs::write(&path, &whole[..whole.len() - 1]).expect("writable");
        refuses(&firm.restore("one", &data, &[]), 1, &format!("{name}/{file}"));
        fs::remove_file(&path).expect("there");
        refuses(&firm.restore("one", &data, &[]), 1, &format!("{name}/{file}"));
        fs::write(&path, &whole).expect("writable");
        assert!(!firm.path("one").exists(), "nothing is left");
    }
    let other = firm.shown("other.txt");
    refuses(
        &khitam(&firm.path("one"), &["restore", &data, "--key", &other, "--without-erasures", "none"]),
        4,
        "was not sealed for this key",
    );
    refuses(&khitam(&firm.path("one"), &["restore", &data]), 2, "Something is missing");
    refuses(&firm.restore("one", &keys, &[]), 1, "holds the other kind");
    refuses(&firm.restore("one", &data, &["--keys-from", &data]), 1, "holds the other kind");
    let phrase = firm.shown("phrase.txt");
    refuses(&khitam(&firm.path("one"), &["restore", &data, "--passphrase", &phrase]), 1, "key.age");
    assert!(!firm.path("one").exists());
    assert_eq!(json(&firm.restore("one", &data, &["--json"]))["backup"], name);
}

#[test]
fn no_backup_lies_in_the_folder_that_it_is_of_nor_around_it() {
    let firm = Firm::new();
    let says = "lie in each other";
    for to in ["firm", "firm/backups", "firm/../firm/backups", "."] {
        refuses(&firm.backup(&["--to", &firm.shown(to)]), 4, says);
        refuses(&firm.backup(&["--to", &firm.shown("data"), "--keys-to", &firm.shown(to)]), 4, says);
    }
    assert!(!firm.path("firm/backups").exists() && !firm.path("data").exists(), "nothing is left");
    // What was put there before, by hand or by an earlier version, is not taken along.
    json(&firm.backup(&["--to", &firm.shown("data"), "--keys-to", &firm.shown("keys"), "--json"]));
    fs::rename(firm.path("keys"), firm.path("firm/old")).expect("moved");
    let refused = firm.backup(&["--to", &firm.shown("data")]);
    refuses(&refused, 4, "firm/old/khitam-keys-");
}

#[test]
fn data_and_keys_of_two_firms_are_not_put_together() {
    let (firm, other) = (Firm::new(), Firm::new());
    json(&firm.backup(&["--to", &firm.shown("data"), "--json"]));
    json(&other.backup(&["--to", &other.shown("data"), "--keys-to", &other.shown("keys"), "--json"]));
    let refused = firm.restore("one", &firm.shown("data"), &["--keys-from", &other.shown("keys")]);
    refuses(&refused, 4, "signed by different firms");
    assert!(!firm.path("one").exists());
}

#[test]
fn what_lies_where_the_database_should_be_stays() {
    let firm = Firm::new();
    json(&firm.backup(&["--to", &firm.shown("data"), "--json"]));
    for left in ["there.db-wal", "there.db-shm", "there.db-journal"] {
        write(firm.folder.path(), left, "of another");
        let db = format!("sqlite:{}", firm.shown("there.db"));
        refuses(&firm.restore("one", &firm.shown("data"), &["--db", &db]), 4, "something in the database");
        assert_eq!(fs::read(firm.path(left)).expect("there"), b"of another");
        fs::remove_file(firm.path(left)).expect("there");
        assert!(!firm.path("one").exists() && !firm.path("there.db").exists());
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
