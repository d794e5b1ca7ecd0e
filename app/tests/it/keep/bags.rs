//! Every way in which a bag can be broken, each named by its code and its place.

use super::write;
use crate::cli::{khitam, said};
use app::keep::bag::{Algorithm, Code, Judged, Remark, digests, encoded, judge};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const OLD: &str = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
const LETTER: &str = "data/letters/خطاب 1.txt";

fn digest(text: &[u8], algorithm: Algorithm) -> String {
    digests(text, &[algorithm]).expect("in memory").remove(0)
}

/// Lists files of a bag in a manifest.
fn list(root: &Path, manifest: &str, algorithm: Algorithm, paths: &[&str]) {
    let line = |path: &&str| {
        format!("{}  {}\n", digest(&fs::read(root.join(path)).expect("a file"), algorithm), encoded(path))
    };
    write(root, manifest, paths.iter().map(line).collect::<String>());
}

/// A valid bag of two files.
fn whole() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    write(root, "bagit.txt", DECLARED);
    write(root, LETTER, "السلام عليكم");
    write(root, "data/100%.txt", "all of it");
    write(root, "bag-info.txt", "Payload-Oxum: 32.2\n");
    list(root, "manifest-sha256.txt", Algorithm::Sha256, &[LETTER, "data/100%.txt"]);
    bind(root);
    folder
}

/// Lists the tag files anew.
fn bind(root: &Path) {
    list(root, "tagmanifest-sha256.txt", Algorithm::Sha256, &["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]);
}

fn codes(judged: &Judged) -> Vec<(Code, &str)> {
    judged.faults.iter().map(|fault| (fault.code, fault.file.as_str())).collect()
}

#[test]
fn a_whole_bag_is_valid() {
    let folder = whole();
    let judged = judge(folder.path()).expect("readable");
    assert_eq!(codes(&judged), []);
    assert_eq!(judged.notes, []);
    assert_eq!((judged.files, judged.bytes), (2, 32));
}

/// One way to break a bag, and what must be found.
type Case = (&'static str, fn(&Path), &'static [(Code, &'static str)]);

/// Breaks a whole bag in each of these ways.
fn each(cases: &[Case]) {
    for (name, spoil, expected) in cases {
        let folder = whole();
        spoil(folder.path());
        let judged = judge(folder.path()).expect("readable");
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(codes(&judged), expected, "{name}: {:?}", judged.faults);
    }
}

#[test]
fn what_declares_and_describes_a_bag_is_checked() {
    each(&[
        (
            "no declaration",
            |root| fs::remove_file(root.join("bagit.txt")).expect("there"),
            &[(Code::Undeclared, "bagit.txt"), (Code::Missing, "bagit.txt")],
        ),
        (
            "a space before the colon",
            |root| {
                write(root, "bagit.txt", DECLARED.replace(':', " :"));
                bind(root);
            },
            &[(Code::Declaration, "bagit.txt")],
        ),
        (
            "an unknown version",
            |root| {
                write(root, "bagit.txt", DECLARED.replace("1.0", "1.1"));
                bind(root);
            },
            &[(Code::Version, "bagit.txt")],
        ),
        (
            "a tag file in another encoding",
            |root| {
                write(root, "bag-info.txt", b"Contact-Name: Andr\xe9\n");
                bind(root);
            },
            &[(Code::NotText, "bag-info.txt")],
        ),
        ("a byte changed", |root| write(root, "data/100%.txt", "all of iT"), &[(Code::Altered, "data/100%.txt")]),
        (
            "a byte of a tag file changed",
            |root| write(root, "bag-info.txt", "Payload-Oxum: 32.2 "),
            &[(Code::Altered, "bag-info.txt")],
        ),
    ]);
}

#[test]
fn what_is_there_is_held_against_what_is_listed() {
    each(&[
        (
            "a file taken out",
            |root| fs::remove_file(root.join(LETTER)).expect("there"),
            &[(Code::Missing, LETTER), (Code::Oxum, "bag-info.txt")],
        ),
        (
            "a file put in",
            |root| {
                write(root, "data/more.txt", "");
                write(root, "bag-info.txt", "Payload-Oxum: 32.3\n");
                bind(root);
            },
            &[(Code::Unlisted, "data/more.txt")],
        ),
        (
            "no payload",
            |root| fs::remove_dir_all(root.join("data")).expect("there"),
            &[
                (Code::NoPayload, "data/"),
                (Code::Missing, "data/100%.txt"),
                (Code::Missing, LETTER),
                (Code::Oxum, "bag-info.txt"),
            ],
        ),
        (
            "no manifest",
            |root| {
                fs::remove_file(root.join("manifest-sha256.txt")).expect("there");
                list(root, "tagmanifest-sha256.txt", Algorithm::Sha256, &["bagit.txt", "bag-info.txt"]);
            },
            &[(Code::NoManifest, "manifest-sha512.txt")],
        ),
        (
            "a second manifest that lists less",
            |root| {
                list(root, "manifest-sha512.txt", Algorithm::Sha512, &[LETTER]);
            },
            &[(Code::Unlisted, "data/100%.txt")],
        ),
        (
            "something to fetch",
            |root| {
                fs::remove_file(root.join("data/100%.txt")).expect("there");
                write(root, "fetch.txt", "https://files.example/1 - data/100%25.txt\n");
                write(root, "bag-info.txt", "");
                bind(root);
            },
            &[(Code::Unfetched, "data/100%.txt")],
        ),
        (
            "something to fetch that nobody lists",
            |root| {
                write(root, "fetch.txt", "https://files.example/1 - data/other\nnonsense\n");
            },
            &[(Code::Line, "fetch.txt"), (Code::Unlisted, "data/other")],
        ),
        (
            "another count",
            |root| {
                write(root, "bag-info.txt", "Payload-Oxum: 33.2\n");
                bind(root);
            },
            &[(Code::Oxum, "bag-info.txt")],
        ),
    ]);
}

#[test]
fn each_line_of_a_list_is_checked() {
    each(&[
        (
            "a way out",
            |root| {
                let manifest = fs::read_to_string(root.join("manifest-sha256.txt")).expect("a list");
                write(root, "manifest-sha256.txt", format!("{manifest}{}  data/../../x\n", "0".repeat(64)));
                bind(root);
            },
            &[(Code::Outside, "manifest-sha256.txt")],
        ),
        (
            "a line that says nothing",
            |root| {
                let manifest = fs::read_to_string(root.join("manifest-sha256.txt")).expect("a list");
                write(root, "manifest-sha256.txt", format!("{manifest}data/x\n"));
                bind(root);
            },
            &[(Code::Line, "manifest-sha256.txt")],
        ),
        (
            "a line twice",
            |root| {
                let manifest = fs::read_to_string(root.join("manifest-sha256.txt")).expect("a list");
                write(root, "manifest-sha256.txt", format!("{manifest}{manifest}"));
                bind(root);
            },
            &[(Code::Twice, "manifest-sha256.txt"), (Code::Twice, "manifest-sha256.txt")],
        ),
    ]);
}

/// Lists one line more.
fn listed(root: &Path, line: &str) {
    let manifest = fs::read_to_string(root.join("manifest-sha256.txt")).expect("a list");
    write(root, "manifest-sha256.txt", format!("{manifest}{line}\n"));
    bind(root);
}

/// Lists a path that leads elsewhere.
fn leads(root: &Path, path: &str) {
    listed(root, &format!("{}  {path}", "0".repeat(64)));
}

#[test]
fn no_path_leads_out_of_a_bag_and_no_space_is_overlooked() {
    const OUTSIDE: &[(Code, &str)] = &[(Code::Outside, "manifest-sha256.txt")];
    const NO_LINE: &[(Code, &str)] = &[(Code::Line, "manifest-sha256.txt")];
    each(&[
        ("from the root", |root| leads(root, "/etc/passwd"), OUTSIDE),
        ("from somebody's home", |root| leads(root, "~/data/x"), OUTSIDE),
        ("on another drive", |root| leads(root, "data/C:/x"), OUTSIDE),
        ("with the strokes of another system", |root| leads(root, "data\\..\\..\\x"), OUTSIDE),
        ("beside the payload", |root| leads(root, "bag-info.txt"), OUTSIDE),
        (
            "nothing but line ends and percent signs is encoded",
            |root| leads(root, "data/%2e%2e/%2e%2e/x"),
            &[(Code::Missing, "data/%2e%2e/%2e%2e/x")],
        ),
        (
            "a way out to be fetched",
            |root| write(root, "fetch.txt", "https://files.example/1 - data/../../x\n"),
            &[(Code::Outside, "fetch.txt")],
        ),
        ("a space before a digest", |root| listed(root, &format!(" {}  data/x", "0".repeat(64))), NO_LINE),
        ("a line of spaces", |root| listed(root, "   "), NO_LINE),
        (
            "a space after a name, which is part of it",
            |root| {
                let line = format!("{}  data/100%25.txt \n", digest(b"all of it", Algorithm::Sha256));
                write(root, "manifest-sha256.txt", line);
                listed(root, &format!("{}  {LETTER}", digest("السلام عليكم".as_bytes(), Algorithm::Sha256)));
            },
            &[(Code::Missing, "data/100%.txt "), (Code::Unlisted, "data/100%.txt")],
        ),
    ]);
}

#[test]
fn what_lists_the_tag_files_is_held_against_them() {
    each(&[
        (
            "a tag file taken out",
            |root| fs::remove_file(root.join("bag-info.txt")).expect("there"),
            &[(Code::Missing, "bag-info.txt")],
        ),
        (
            "a list that is none",
            |root| write(root, "tagmanifest-sha256.txt", "zz  bag-info.txt\n"),
            &[(Code::Line, "tagmanifest-sha256.txt")],
        ),
        (
            "an encoding that nobody knows",
            |root| {
                write(root, "bagit.txt", DECLARED.replace("UTF-8", "Klingon"));
                bind(root);
            },
            &[(Code::Encoding, "bagit.txt")],
        ),
    ]);
}

#[cfg(unix)]
#[test]
fn names_are_read_as_they_are_written() {
    let folder = whole();
    let root = folder.path();
    let names =
        ["data/two\nlines.txt", "data/ a space before, one after ", "data/%41.txt", "data/50%25", "data/tab\there"];
    names.iter().for_each(|name| write(root, name, *name));
    let texts = names.map(|name| (name, name));
    let all = [(LETTER, "السلام عليكم"), ("data/100%.txt", "all of it")].into_iter().chain(texts);
    // Digests in either case, any space between, and any end of a line.
    let lines = all.zip([" ", "\t", "   ", " \t ", " *", "  ", "\t*"]).map(|((path, text), between)| {
        format!("{}{between}{}\r\n", digest(text.as_bytes(), Algorithm::Sha256).to_uppercase(), encoded(path))
    });
    write(root, "manifest-sha256.txt", lines.collect::<String>());
    let bytes: usize = 32 + names.iter().map(|name| name.len()).sum::<usize>();
    write(root, "bag-info.txt", format!("Payload-Oxum: {bytes}.7\n"));
    bind(root);
    let judged = judge(root).expect("readable");
    assert_eq!(codes(&judged), []);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_bag_is_not_followed() {
    let folder = whole();
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("data/link")).expect("a link");
    let judged = judge(folder.path()).expect("readable");
    assert_eq!(codes(&judged), [(Code::Special, "data/link")]);
}

#[test]
fn older_bags_may_list_a_file_twice_and_in_one_manifest_only() {
    let folder = whole();
    let root = folder.path();
    write(root, "bagit.txt", OLD);
    write(root, "data/100%.txt", "all of it");
    let lines: String = [("data/100%.txt", "all of it"), (LETTER, "السلام عليكم"), (LETTER, "السلام عليكم")]
        .map(|(path, text)| format!("{} *./{path}\r\n", digest(text.as_bytes(), Algorithm::Md5)))
        .concat();
    write(root, "manifest-md5.txt", lines);
    fs::remove_file(root.join("manifest-sha256.txt")).expect("there");
    fs::remove_file(root.join("tagmanifest-sha256.txt")).expect("there");
    list(root, "manifest-sha1.txt", Algorithm::Sha1, &[LETTER]);
    write(root, "manifest-crc32.txt", "");
    let judged = judge(root).expect("readable");
    assert_eq!(codes(&judged), []);
    let notes: Vec<Remark> = judged.notes.iter().map(|note| note.code).collect();
    for expected in [Remark::Weak, Remark::Repeated, Remark::Dotted, Remark::Algorithm, Remark::Unbound] {
        assert!(notes.contains(&expected), "{expected:?} is not among {notes:?}");
    }
}

#[test]
fn the_command_says_what_is_wrong_and_where() {
    let folder = whole();
    let path = folder.path().to_str().expect("a path");
    let home = tempfile::tempdir().expect("a folder");
    let run = |words: &[&str]| khitam(home.path(), words);

    let whole = run(&["archive", "verify", path, "--json"]);
    assert_eq!(whole.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&whole.stdout).expect("JSON");
    assert_eq!((&answer["valid"], &answer["files"], &answer["version"]), (&true.into(), &2.into(), &"1.0".into()));

    write(folder.path(), "data/100%.txt", "all of iT");
    let broken = run(&["archive", "verify", path, "--json"]);
    assert_eq!(broken.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&broken.stdout).expect("JSON");
    assert_eq!(answer["faults"][0]["code"], "altered");
    assert_eq!(answer["faults"][0]["line"], 2);
    for (language, word) in [("en", "is not what it was"), ("ar", "لم يعد كما كان")] {
        let told = run(&["archive", "verify", path, "--lang", language]);
        assert!(said(&told.stdout).contains(word), "{}", said(&told.stdout));
    }
    let nowhere = run(&["archive", "verify", "no/such/folder"]);
    assert_eq!(nowhere.status.code(), Some(1));
}
