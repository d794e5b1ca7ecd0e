//! What the README and the guide tell people to type: the program understands every command, and does what the page says.

use crate::demonstration;
use crate::tidy::root;
use app::cli::args::Cli;
use app::secret::identity::Identity;
use clap::Parser;
use clap::error::ErrorKind;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A command as a page gives it: where, and its words after the program's name.
pub struct Told {
    pub place: String,
    pub words: Vec<String>,
    /// It stands within a sentence, where a name is enough.
    pub is_mentioned: bool,
}

/// The pages that people read, by their paths.
fn pages() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map(|name| root().join(name)).into();
    for language in ["docs/en", "docs/ar"] {
        let guide = fs::read_dir(root().join(language)).expect("the guide").flatten().map(|entry| entry.path());
        paths.extend(guide.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().into_owned();
        (name, fs::read_to_string(path).expect("a page"))
    };
    paths.into_iter().map(read).collect()
}

/// Returns every command of a page.
pub fn told(page: &str, text: &str) -> Vec<Told> {
    let mut all = Vec::new();
    let text = text.replace("\\\n", " ");
    let mut is_block = false;
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            is_block = !is_block;
        }
        let mut add = |command: &str, is_mentioned: bool| {
            if let Some(words) = words(command) {
                all.push(Told { place: format!("{page}:{}", number + 1), words, is_mentioned });
            }
        };
        if is_block || line.starts_with("    ") {
            add(line, false);
        } else {
            line.split('`').skip(1).step_by(2).for_each(|quoted| add(quoted, true));
        }
    }
    all
}

/// Returns the words after the program's name, if a line is a command of ours: without comments, with one of several choices.
fn words(line: &str) -> Option<Vec<String>> {
    let line = line.split("  #").next().unwrap_or(line).trim().trim_start_matches("ExecStart=");
    let mut words = line.split_whitespace().skip_while(|word| word.contains("=")).peekable();
    match *words.peek()? {
        "cargo" if line.starts_with("cargo run -- ") => words.by_ref().take(3).for_each(drop),
        "khitam" | "/usr/local/bin/khitam" => drop(words.next()),
        _ => return None,
    }
    let plain = |word: &str| word.trim_matches(['[', ']']).split('|').next().unwrap_or(word).to_owned();
    let words: Vec<String> = words.filter(|word| *word != "…" && *word != "{").map(plain).collect();
    (!words.is_empty()).then_some(words)
}

#[test]
fn every_command_of_the_pages_is_understood() {
    let all: Vec<Told> = pages().iter().flat_map(|(page, text)| told(page, text)).collect();
    assert!(all.len() > 40, "commands are written in another way: {}", all.len());
    for Told { place, words, is_mentioned } in &all {
        let written = ["khitam".to_owned()].into_iter().chain(words.iter().cloned());
        if let Err(error) = Cli::try_parse_from(written) {
            let named = matches!(
                error.kind(),
                ErrorKind::MissingRequiredArgument | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            );
            let helps = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            assert!(helps || (*is_mentioned && named), "{place}: khitam {}: {error}", words.join(" "));
        }
    }
}

/// Returns the first block of a language on a page.
fn block(page: &str, language: &str) -> String {
    let text = fs::read_to_string(root().join(page)).expect("a page");
    let rest = text.split_once(&format!("```{language}\n")).unwrap_or_else(|| panic!("{page}: no {language}")).1;
    rest.split("\n```").next().unwrap_or(rest).to_owned()
}

/// Commands that need nothing but files, and how they may end.
const RUN: [(&str, &[i32]); 10] = [
    ("import invoices.csv", &[0]),
    ("import hours.xlsx", &[0]),
    ("signs", &[0]),
    ("journal verify", &[0]),
    ("member list", &[0]),
    ("doctor", &[0, 1]),
    ("notice compute", &[0]),
    ("exit simulate", &[0]),
    ("contract read", &[0]),
    ("letter check", &[0, 4]),
];

#[test]
fn commands_that_need_only_files_do_what_the_pages_say() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in ["invoices.csv", "payments.csv"] {
        fs::copy(root().join("demo").join(file), folder.path().join(file)).expect("a file of the demo");
    }
    fs::write(folder.path().join("FILE"), "Either party may end this agreement on thirty (30) days' written notice.\n")
        .expect("a text");
    write_hours(&folder.path().join("hours.xlsx"));
    let mut run = Vec::new();
    for (page, text) in pages() {
        // The examples of a page are those of its own language.
        let guide = page.rsplit_once('/').map_or("docs/en", |(guide, _)| guide);
        fs::write(folder.path().join("FILE.json"), block(&format!("{guide}/notice.md"), "json")).expect("a file");
        fs::write(folder.path().join("FILE.toml"), block(&format!("{guide}/exit.md"), "toml")).expect("a file");
        for Told { place, words, is_mentioned } in told(&page, &text) {
            let line = words.join(" ");
            let Some((command, ends)) = RUN.iter().find(|(command, _)| line.starts_with(command)) else { continue };
            let mut program = Command::new(env!("CARGO_BIN_EXE_khitam"));
            program.env_remove("KHITAM_DB").current_dir(folder.path());
            let done = program.arg("--data").arg("data").args(&words).output().expect("the program starts");
            let code = done.status.code().expect("an end");
            let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
            // A name in a sentence lacks what it works on.
            let is_name = is_mentioned && code == 2 && line == *command;
            assert!(ends.contains(&code) || is_name, "{place}: khitam {line} ended with {code}\n{out}\n{err}");
            run.push(*command);
        }
    }
    for (command, _) in RUN {
        assert!(run.contains(&command), "no page tells how to use khitam {command}");
    }
}

/// Writes a workbook of hours, as a time program would export it.
fn write_hours(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["client", "on", "hours", "person"], ["NAKHLA", "13/01/2026", "1.5", "Reem"]];
    for (at, row) in rows.iter().enumerate() {
        sheet.write_row(at as u32, 0, *row).expect("a row");
    }
    book.save(path).expect("a workbook");
}

/// Returns the program in a folder, in English, with nothing of this machine's own settings.
pub fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_khitam"));
    program.env_remove("KHITAM_DB").env_remove("KHITAM_PUBLIC_URL").current_dir(folder).args(["--lang", "en"]);
    program
}

#[tokio::test(flavor = "multi_thread")]
async fn archives_and_backups_are_made_and_opened_as_the_pages_say() {
    for guide in ["docs/en", "docs/ar"] {
        let (own, _) = demonstration::own().await;
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
        put("phrase.txt", "four words at random\n");
        put("key.txt", &reader.secret_text());
        put("erasures.jsonl", "");
        let here = folder.path().display().to_string();
        // The client of the demonstration whose case is closed, and the places of this test.
        let meant = |word: &String| match word.as_str() {
            "NAKHLA" => "QAFILA".to_owned(),
            "age1…" => reader.public(),
            place if place.starts_with("/mnt/") || place.starts_with("/var/") => format!("{here}{place}"),
            other => other.to_owned(),
        };
        let mut run: Vec<String> = Vec::new();
        for page in ["keep.md", "backup.md"] {
            let text = fs::read_to_string(root().join(guide).join(page)).expect("a page");
            for Told { place, words, is_mentioned } in told(&format!("{guide}/{page}"), &text) {
                let is_here = ["archive", "backup", "restore"].contains(&words[0].as_str());
                let goes_elsewhere = words.iter().any(|word| word.starts_with("s3://"));
                if is_mentioned || !is_here || goes_elsewhere {
                    continue;
                }
                let mut program = program(folder.path());
                if !words.iter().any(|word| word == "--data") {
                    program.arg("--data").arg(own.folder.path());
                }
                let done = program.args(words.iter().map(meant)).output().expect("the program starts");
                let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
                assert_eq!(done.status.code(), Some(0), "{place}: khitam {}\n{out}\n{err}", words.join(" "));
                run.push(words.iter().take_while(|word| word.chars().all(char::is_alphabetic)).cloned().collect());
            }
        }
        let expected = ["archivecreate", "archivecreate", "archiveverify", "archiveopen", "backup", "restore"];
        assert_eq!(run, expected, "{guide}");
        assert!(folder.path().join("unpacked/data").is_dir(), "what was opened lies where the page says");
        let restored = folder.path().join("var/lib/khitam-new");
        let whole = program(folder.path()).arg("--data").arg(&restored).args(["journal", "verify"]).output();
        assert_eq!(whole.expect("the program starts").status.code(), Some(0), "what was restored is whole");
    }
}

#[test]
fn scripts_that_the_pages_name_are_there() {
    for (page, text) in pages() {
        let named =
            text.split(|c: char| c.is_whitespace() || "`(),;".contains(c)).filter(|word| word.starts_with("bin/"));
        for script in named.map(|word| word.trim_end_matches(['.', ':'])) {
            assert!(root().join(script).is_file(), "{page}: there is no {script}");
        }
    }
}
