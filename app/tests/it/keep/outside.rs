//! What the firm keeps and what the client takes along, in the hands of a stranger: judged by a BagIt program that is not
//! ours, opened with `age` and `tar` as the words beside it say, and read by its index.

use super::tree;
use crate::cli::{khitam, said};
use crate::database::Own;
use crate::demonstration;
use crate::harness::need;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CLIENT: &str = "Qafila Logistics";
const PHRASE: &str = "lamp river oats seven";

/// What a command names that is for whoever has the passphrase.
const FOR_A_PASSPHRASE: &str = "key.age";

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_checks_opens_and_reads_a_sealed_archive() {
    let (Some(bagit), Some(age)) = (bagit(), age()) else { return };
    let (own, _) = demonstration::own().await;
    own.db.close().await;
    let folder = tempfile::tempdir().expect("a folder");
    let key = folder.path().join("my own key.txt");
    let made = Command::new(age.with_file_name("age-keygen")).arg("-o").arg(&key).output().expect("age-keygen");
    let public = said(&made.stderr).trim().rsplit(' ').next().expect("a public key").to_owned();
    let phrase = folder.path().join("phrase.txt");
    fs::write(&phrase, format!("{PHRASE}\n")).expect("writable");
    let archive = folder.path().join("archive");
    let (into, phrase) = (archive.display().to_string(), phrase.display().to_string());
    creates(&own, &["--into", &into, "--reader", &public, "--passphrase", &phrase]);

    let commands = ["ar", "en"].map(|language| commands(&archive, language));
    assert_eq!(commands[0], commands[1], "both languages say the same commands");
    let [first, second] = ["opened by a key", "opened by words"].map(|name| folder.path().join(name));
    let stranger = Stranger { archive: &archive, bagit: &bagit };
    stranger.follows(&commands[0], &key, &first, None);
    stranger.follows(&commands[0], &folder.path().join("made of words.txt"), &second, Some(PHRASE));
    assert!(tree(&first) == tree(&second), "both readers find the same");
    reads_the_index(&first.join("data"));
    sees_one_changed_byte(&archive.join("data/part-0001.tar.age"), &archive);
    sees_one_changed_byte(&first.join("data/letters/1-mutual_termination_agreement-1.txt"), &first);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_client_takes_along_is_a_bag_to_others() {
    if bagit().is_none() {
        return;
    }
    let (own, _) = demonstration::own().await;
    own.db.close().await;
    let folder = tempfile::tempdir().expect("a folder");
    let theirs = folder.path().join("theirs");
    creates(&own, &["--into", &theirs.display().to_string(), "--theirs"]);
    is_a_bag(&theirs);
    reads_the_index(&theirs.join("data"));
    sees_one_changed_byte(&theirs.join("data/records/invoices.csv"), &theirs);
}

/// Asserts that a folder is a bag to a program that is not ours, where there is one.
pub fn is_a_bag(folder: &Path) {
    if let Some(bagit) = bagit() {
        let judged = judged(&bagit, folder);
        assert!(judged.status.success(), "{}", said(&judged.stderr));
    }
}

/// Returns the BagIt program of the Library of Congress, a Python script.
fn bagit() -> Option<PathBuf> {
    let script = std::env::var_os("BAGIT").map(PathBuf::from);
    need(script, "BAGIT is unset: bags are not judged by a program that is not ours")
}

/// Returns where `age` lies.
fn age() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut files = std::env::split_paths(&folders).map(|folder| folder.join("age"));
    need(files.find(|file| file.is_file()), "no age: archives are not opened by a program that is not ours")
}

fn judged(bagit: &Path, folder: &Path) -> Output {
    Command::new(bagit).arg("--validate").arg(folder).output().expect("bagit.py starts")
}

/// Archives the closed case of the demonstration by the command line.
fn creates(own: &Own, how: &[&str]) {
    let create = ["--db", &own.address, "archive", "create", "--client", "QAFILA"];
    let made = khitam(own.folder.path(), &[&create, how].concat());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
}

/// Returns the commands in the words beside an archive: its indented lines.
fn commands(archive: &Path, language: &str) -> Vec<String> {
    let words = fs::read_to_string(archive.join(format!("how-to-open.{language}.txt"))).expect("words");
    words.lines().filter_map(|line| line.strip_prefix("    ")).map(str::to_owned).collect()
}

/// Someone who has an archive and a shell, and never heard of Khitam.
struct Stranger<'a> {
    archive: &'a Path,
    bagit: &'a Path,
}

impl Stranger<'_> {
    /// Gives every command as it is written, with a key and a new folder in their places.
    fn follows(&self, commands: &[String], key: &Path, into: &Path, phrase: Option<&str>) {
        let quoted = |path: &Path| format!("'{}'", path.display());
        let is_mine = |command: &&String| phrase.is_some() || !command.contains(FOR_A_PASSPHRASE);
        assert!(commands.iter().filter(is_mine).count() >= 6, "{commands:?}");
        for command in commands.iter().filter(is_mine) {
            let asks = command.contains(FOR_A_PASSPHRASE);
            let command = command.replace("YOUR-KEY", &quoted(key)).replace("NEW-FOLDER", &quoted(into));
            let done = match phrase.filter(|_| asks) {
                Some(phrase) => self.types(&command, phrase),
                None => self.shell("sh").args(["-ec", &command]).output().expect("a shell"),
            };
            assert!(done.status.success(), "{command}\n{}{}", said(&done.stdout), said(&done.stderr));
        }
    }

    /// Returns a program that begins in the archive and finds `bagit.py`.
    fn shell(&self, program: &str) -> Command {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let own = self.bagit.parent().map(Path::to_owned);
        let folders = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&folders))).expect("folders");
        let mut command = Command::new(program);
        command.current_dir(self.archive).env("PATH", folders);
        command
    }

    /// Gives a command at a terminal, and types a passphrase.
    fn types(&self, command: &str, phrase: &str) -> Output {
        let typed = tempfile::NamedTempFile::new().expect("a file");
        fs::write(typed.path(), format!("{phrase}\n")).expect("writable");
        let keys = fs::File::open(typed.path()).expect("what is typed");
        self.shell("script").args(["-qec", command, "/dev/null"]).stdin(keys).output().expect("a terminal")
    }
}

/// Whoever opens the index in either language finds whom it is about, and every file, with its letters.
fn reads_the_index(data: &Path) {
    let files: Vec<String> = tree(data).into_keys().filter(|path| !path.starts_with("index.")).collect();
    assert!(files.iter().any(|path| path.starts_with("letters/")), "{files:?}");
    for (language, side) in [("ar", "rtl"), ("en", "ltr")] {
        let page = fs::read_to_string(data.join(format!("index.{language}.html"))).expect("an index");
        assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{side}\">")), "{page}");
        assert!(page.contains(CLIENT), "{page}");
        for path in &files {
            assert!(page.contains(&format!("<a href=\"{path}\"><bdi dir=\"ltr\">{path}</bdi></a>")), "{path}: {page}");
        }
    }
}

/// Changes one byte of a file of a bag: another program sees it, and names the file.
fn sees_one_changed_byte(file: &Path, bag: &Path) {
    let bagit = bagit().expect("looked for before");
    is_a_bag(bag);
    let whole = fs::read(file).expect("a file");
    let mut spoiled = whole.clone();
    spoiled[whole.len() / 2] ^= 1;
    fs::write(file, spoiled).expect("writable");
    let found = judged(&bagit, bag);
    let inner = file.strip_prefix(bag).expect("within the bag").display().to_string();
    assert_eq!(found.status.code(), Some(1));
    assert!(said(&found.stderr).contains(&inner), "{}", said(&found.stderr));
    fs::write(file, whole).expect("writable");
}
