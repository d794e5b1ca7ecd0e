//! Files that are damaged, mislabelled or meant to do harm, through the real program: refused in words that say what to do,
//! nothing of them stored, in bounded memory.

use domain::record::KINDS;
use std::fs::File;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const HEADERS: &str = "client,invoice,issued_on,due_on,amount,currency\n";
const GIGABYTE: u64 = 1 << 30;
const MEMORY_MAX_KB: u64 = 400 * 1024;

/// What came of a command.
struct Came {
    code: Option<i32>,
    said: String,
    /// The most memory that it held, where the system tells.
    peak_kb: u64,
}

/// Imports a file into the copy of a folder, and watches how much memory that takes.
fn import(data: &Path, language: &str, file: &Path, more: &[&str]) -> Came {
    let child = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .env_remove("KHITAM_DB")
        .args(["--lang", language, "--data"])
        .arg(data)
        .arg("import")
        .arg(file)
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let watch = std::thread::spawn(move || {
        let mut peak_kb = 0;
        while let Some(kb) = high_water(&status) {
            peak_kb = peak_kb.max(kb);
            std::thread::sleep(Duration::from_millis(2));
        }
        peak_kb
    });
    let output = child.wait_with_output().expect("an end");
    let peak_kb = watch.join().expect("a watch");
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).expect("text")).concat();
    Came { code: output.status.code(), said, peak_kb }
}

/// Returns the most memory that a process has held so far, in kilobytes; a process that ended holds none.
fn high_water(status: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Returns how many rows a copy holds of records and of whatever else remembers a file.
fn rows(data: &Path) -> i64 {
    let store = rusqlite::Connection::open(data.join("khitam.db")).expect("a database");
    let tables = KINDS.iter().map(|kind| kind.table).chain(["sources", "changes", "assessments", "runs"]);
    let count = |table| store.query_row(&format!("SELECT COUNT(*) FROM \"{table}\""), [], |row| row.get::<_, i64>(0));
    tables.map(|table| count(table).expect(table)).sum()
}

/// Imports a bad file in both languages and asserts that it is refused, with these words, and leaves nothing.
fn refused(name: &str, write: impl FnOnce(&mut File), english: &[&str], arabic: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, data) = (folder.path().join(name), folder.path().join("data"));
    write(&mut File::create(&path).expect("a file"));
    for (language, words) in [("en", english), ("ar", arabic)] {
        let came = import(&data, language, &path, &[]);
        assert_eq!(came.code, Some(1), "{name}: {}", came.said);
        assert!(came.said.contains(name), "{}", came.said);
        for words in words {
            assert!(came.said.contains(words), "{name} does not say {words:?}: {}", came.said);
        }
        assert!(came.said.chars().count() < 600, "{name} says too much: {}", came.said);
        assert!(!came.said.contains("panicked"), "{}", came.said);
        assert!(came.peak_kb < MEMORY_MAX_KB, "{name} took {} kB", came.peak_kb);
        assert_eq!(rows(&data), 0, "{name} left something");
    }
    a_good_file_still_comes_in(&data);
}

/// Whatever was refused stands in nobody's way.
fn a_good_file_still_comes_in(data: &Path) {
    let path = data.join("good.csv");
    std::fs::write(&path, format!("{HEADERS}C1,I-1,2026-01-05,2026-02-04,12.50,SAR\n")).expect("a file");
    let came = import(data, "en", &path, &[]);
    assert_eq!(came.code, Some(0), "{}", came.said);
    assert!(rows(data) > 0, "{}", came.said);
}

fn put(file: &mut File, bytes: &[u8]) {
    file.write_all(bytes).expect("written");
}

fn invoices(count: u32) -> String {
    let line = |n| format!("C{n},I-{n},2026-01-05,2026-02-04,{n}.50,SAR\n");
    (1..=count).map(line).fold(HEADERS.to_owned(), |text, line| text + line.as_str())
}

#[test]
fn files_without_rows() {
    refused("headers.csv", |file| put(file, HEADERS.as_bytes()), &["headers and no rows"], &["عناوين ولا صفوف"]);
    refused("empty.csv", |_| {}, &["is empty"], &["فارغ"]);
    refused("blank.csv", |file| put(file, b"\n \n\r\n,,,\n"), &["not a table"], &["ليس جدولاً"]);
}

#[test]
fn a_pdf_that_is_called_a_table() {
    let pdf = |file: &mut File| {
        put(file, b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstream\n");
        let mut draws = domain::stats::SplitMix64::new(11);
        let noise: Vec<u8> = (0..40_000).map(|_| draws.below(256) as u8).collect();
        put(file, &noise);
        put(file, b"\nendstream\n%%EOF\n");
    };
    refused("scan.csv", pdf, &["not a table", "Export it as CSV"], &["ليس جدولاً", "CSV"]);
    refused("scan.xlsx", pdf, &["not a table"], &["ليس جدولاً"]);
}

#[test]
fn a_line_of_a_gigabyte() {
    let english = ["A line is longer than one million characters", "export it again"];
    let arabic = ["مليون"];
    let letters = |file: &mut File| {
        put(file, HEADERS.as_bytes());
        let part = vec![b'x'; 1 << 22];
        (0..GIGABYTE / part.len() as u64).for_each(|_| put(file, &part));
    };
    refused("letters.csv", letters, &english, &arabic);
    let quoted = |file: &mut File| {
        put(file, format!("{}C1,\"", invoices(50)).as_bytes());
        let part = vec![b'x'; 1 << 22];
        (0..GIGABYTE / 4 / part.len() as u64).for_each(|_| put(file, &part));
    };
    refused("quoted.csv", quoted, &english, &arabic);
    let nothing = |file: &mut File| {
        put(file, HEADERS.as_bytes());
        file.set_len(GIGABYTE).expect("a long file");
    };
    refused("nothing.csv", nothing, &["not a table"], &["ليس جدولاً"]);
}

#[test]
fn a_file_that_is_cut_in_the_middle() {
    let (english, arabic) = (["ends in the middle", "download it again"], ["قبل نهايته"]);
    let text = invoices(3_000);
    refused("cut.csv", |file| put(file, &text.as_bytes()[..text.len() - 18]), &english, &arabic);
    let quote = format!("{text}C1,I-9001,2026-01-05,2026-02-04,\"12");
    refused("quote.csv", |file| put(file, quote.as_bytes()), &english, &arabic);
    let book = workbook(&[("xl/worksheets/sheet1.xml", vec![b' '; 1 << 20])], 1);
    refused("cut.xlsx", |file| put(file, &book[..book.len() / 2]), &english, &arabic);
}

#[test]
fn workbooks_that_would_burst() {
    let (english, arabic) = (["unpacks to, is larger than", "Split it"], ["أكبر من"]);
    let sheet = |bytes| [("xl/worksheets/sheet1.xml", vec![b' '; bytes])];
    let one = workbook(&sheet(64 << 20), 1);
    assert!(one.len() < 200_000, "a bomb is small: {}", one.len());
    refused("bomb.xlsx", |file| put(file, &one), &english, &arabic);
    let many = workbook(&sheet(8 << 20), 400);
    refused("many.xlsx", |file| put(file, &many), &english, &arabic);
    let liar = lie(one, 64 << 20, 1_000);
    refused("liar.xlsx", |file| put(file, &liar), &["ends in the middle"], &["قبل نهايته"]);
}

/// Writes a workbook of these parts; the last of them stands in it so many times, compressed only once.
fn workbook(parts: &[(&str, Vec<u8>)], times: u32) -> Vec<u8> {
    let mut small = ZipWriter::new(Cursor::new(vec![]));
    let options = SimpleFileOptions::default();
    for (name, bytes) in [("[Content_Types].xml", b"<Types/>".to_vec())].iter().chain(parts) {
        small.start_file(*name, options).expect("a part");
        small.write_all(bytes).expect("a part");
    }
    let mut source = ZipArchive::new(small.finish().expect("a workbook")).expect("a workbook");
    let mut book = ZipWriter::new(Cursor::new(vec![]));
    for index in 0..source.len() {
        let again = if index + 1 == source.len() { times } else { 1 };
        for copy in 0..again {
            let part = source.by_index_raw(index).expect("a part");
            let name = part.name().expect("a name").replace("1.xml", &format!("{}.xml", copy + 1));
            book.raw_copy_file_rename(part, name).expect("a part");
        }
    }
    book.finish().expect("a workbook").into_inner()
}

/// Has every header of an archive say another size than the true one.
fn lie(mut book: Vec<u8>, size: u32, said: u32) -> Vec<u8> {
    let (size, said) = (size.to_le_bytes(), said.to_le_bytes());
    let mut lies = 0;
    for at in 0..book.len() - 4 {
        if book[at..at + 4] == size {
            book[at..at + 4].copy_from_slice(&said);
            lies += 1;
        }
    }
    assert!(lies >= 1, "the size stands somewhere");
    book
}

/// A developer's extra: `KHITAM_REAL_DATA` names a folder of exports that the project may not copy. Whatever is in there is
/// read or refused in words, and never breaks anything.
#[test]
fn real_files_of_a_developer_are_read_or_refused() {
    let Some(folder) = std::env::var_os("KHITAM_REAL_DATA").map(PathBuf::from).filter(|folder| folder.is_dir()) else {
        return;
    };
    let mut waiting = vec![folder];
    let mut files = vec![];
    while let Some(folder) = waiting.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            let is_table = path.extension().is_some_and(|ending| ["csv", "tsv", "xlsx"].iter().any(|e| ending == *e));
            if path.is_dir() {
                waiting.push(path);
            } else if is_table {
                files.push(path);
            }
        }
    }
    let read = files.iter().filter(|path| is_read_or_refused(path)).count();
    eprintln!("{read} of {} real files were read", files.len());
    assert!(read > 0, "none of {} files was read", files.len());
}

/// Tells whether rows of a file were stored; if not, words say why.
fn is_read_or_refused(path: &Path) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let came = import(folder.path(), "en", path, &["--json"]);
    let name = path.display();
    assert!(matches!(came.code, Some(0 | 1 | 3)), "{name}: {:?} {}", came.code, came.said);
    assert!(came.peak_kb < MEMORY_MAX_KB, "{name} took {} kB", came.peak_kb);
    let answer: serde_json::Value =
        serde_json::from_str(&came.said).unwrap_or_else(|e| panic!("{name}: {e} {}", came.said));
    let file = &answer["files"][0];
    let number = |field: &str| file[field].as_u64().expect("a number");
    let problems = file["problems"].as_array().expect("a list");
    let spoken = problems.iter().all(|problem| problem["message"].as_str().is_some_and(|words| words.len() > 10));
    assert!(spoken && (number("added") > 0 || !problems.is_empty()), "{name}: {}", came.said);
    number("added") > 0
}
