//! The erasure list: what was erased, when, and on which basis. It lies apart from the backups, and is replayed after each
//! restoring, so that nobody who was erased comes back.
//!
//! A line of JSON for each erasure, oldest first, never changed:
//!
//! ```text
//! {"on":"2026-11-29","basis":"request of the person, PDPL art. 18","keys":1,"scope":{"case":{"client":"NAKHLA","case":"…"}}}
//! {"on":"2026-11-29","basis":"contract 9.2","keys":1,"scope":{"case":{"client":"NAKHLA","case":"…","keeps_papers":true}}}
//! {"on":"2026-11-29","basis":"summarised","keys":1,"scope":{"own_parts":{"client":"NAKHLA","case":"…"}}}
//! {"on":"2026-11-29","basis":"contract 9.2","keys":3,"scope":{"client":{"client":"NAKHLA","tables":["messages"]}}}
//! {"on":"2026-11-29","basis":"request","keys":3,"names_sha256":["…"],"scope":{"client":{"client":"NAKHLA","tables":[]}}}
//! {"on":"2026-11-29","basis":"request","keys":0,"bags_sha256":["…"],"indexed":{…},"scope":{"client":{…}}}
//! {"on":"2026-11-29","basis":"term: yearly look","keys":0,"scope":{"older":{"client":"NAKHLA","before":"2024-11-29"}}}
//! {"on":"2026-11-29","basis":"request of the person","keys":1,"scope":{"member":{"member":"…"}}}
//! {"on":"2026-11-29","basis":"request of the person","keys":0,"scope":{"person":{"client":"NAKHLA","name_sha256":"…"}}}
//! {"on":"2026-11-29","basis":"request of the person","keys":1,"scope":{"prospect":{"prospect":"…"}}}
//! ```

use super::indexed::Indexed;
use crate::secret::key_folder::{KeyFolder, Of};
use domain::days::Day;
use domain::journal::digest;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Scope {
    /// Everything that was said in one case.
    Case {
        client: String,
        case: String,
        /// A law still keeps the papers of its account: its proofs and its closing pack stay.
        #[serde(default, skip_serializing_if = "is_false")]
        keeps_papers: bool,
    },
    /// What was said of our own part in one case.
    OwnParts { client: String, case: String },
    /// A client's rows in these tables; where none is named, in all, and everything that was said in its cases.
    Client {
        client: String,
        #[serde(default)]
        tables: Vec<String>,
    },
    /// A client's sign data of before a day: it is kept for its time also while the relationship goes on.
    Older { client: String, before: Day },
    /// Someone who belonged to the firm, by the member's id: everything that they said in cases.
    Member { member: String },
    /// A person by name, where rows of a client name one. The list does not say the name: it holds the digest that
    /// `name_digest` makes of it.
    Person { client: String, name_sha256: String },
    /// A prospect: everything that the firm noted of them.
    Prospect { prospect: String },
    /// A client that was won, as somebody entered it by hand under its name.
    Win { win: String },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

impl Scope {
    /// Returns the same of another spelling of its client; nothing where it is of no client's rows.
    pub fn of_spelling(&self, client: &str) -> Option<Scope> {
        let client = client.to_owned();
        match self {
            Scope::Client { tables, .. } => Some(Scope::Client { client, tables: tables.clone() }),
            Scope::Older { before, .. } => Some(Scope::Older { client, before: *before }),
            Scope::Person { name_sha256, .. } => Some(Scope::Person { client, name_sha256: name_sha256.clone() }),
            Scope::Case { .. }
            | Scope::OwnParts { .. }
            | Scope::Member { .. }
            | Scope::Prospect { .. }
            | Scope::Win { .. } => None,
        }
    }

    /// Tells whether all of a client is meant, with their own entry.
    pub fn is_whole_client(&self) -> bool {
        matches!(self, Scope::Client { tables, .. } if tables.is_empty())
    }
}

/// One erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    pub on: Day,
    pub basis: String,
    /// The entry of the destruction index; none where somebody wrote the line by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How many keys were destroyed by it.
    #[serde(default)]
    pub keys: u64,
    /// Where all of a client went, the digests of the names by which it was known (`domain::erasure::firm_digest`): the list does
    /// not say them, and a file does not bring the client back under another number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names_sha256: Vec<String>,
    /// The digests of the sealed archives that were removed: a backup of before brings their folders back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bags_sha256: Vec<String>,
    /// What the index has of it; none where an earlier version or somebody by hand wrote the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indexed: Option<Indexed>,
    pub scope: Scope,
}

/// The list, and its own text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub erasures: Vec<Erasure>,
    pub text: String,
}

/// Why a list cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// This line, counted from one, is no erasure.
    #[error("line {0} is no erasure")]
    Line(usize),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<Trouble> for io::Error {
    fn from(trouble: Trouble) -> io::Error {
        match trouble {
            Trouble::Io(error) => error,
            Trouble::Line(_) => io::Error::new(ErrorKind::InvalidData, trouble.to_string()),
        }
    }
}

/// The basis on which answers about our own part went: they were summarised before.
pub const OWN_PART: &str = "own_part";

/// What the lines of older copies have in its place.
pub const OWN_PART_BEFORE: &str = "retention: own part, summarised in the retrospective";

/// Returns where the list lies within a firm's folder.
pub fn file(root: &Path) -> PathBuf {
    root.join("erasures.jsonl")
}

/// Returns the digest of a name, the same for each of its spellings that fold to one.
pub fn name_digest(name: &str) -> String {
    digest(domain::text::fold(name).as_bytes())
}

/// Adds an erasure to a list; when this returns, it stays whatever happens to the machine.
pub fn append(file: &Path, erasure: &Erasure) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let line = serde_json::to_string(erasure)? + "\n";
    let before = bytes(file)?;
    let whole = whole(&before);
    // Whoever edited the list by hand may have left its last line open.
    let is_open = whole.last().is_some_and(|last| *last != b'\n');
    let mut list = options.open(file)?;
    if whole.len() < before.len() {
        list.set_len(whole.len() as u64)?;
    }
    list.write_all(if is_open { format!("\n{line}") } else { line }.as_bytes())?;
    list.sync_all()?;
    if let Some(folder) = file.parent().filter(|folder| folder.is_dir()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Writes a list, as it was read, where there is none.
pub fn keep(file: &Path, list: &List) -> io::Result<()> {
    let mut kept = File::create_new(file)?;
    kept.write_all(list.text.as_bytes())?;
    kept.sync_all()
}

/// Returns what a file holds; a missing one holds nothing.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    match fs::read(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(vec![]),
        read => read,
    }
}

/// Returns a list without a last line that a crash cut off: nothing was erased by it.
fn whole(list: &[u8]) -> &[u8] {
    let last = list.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    if serde_json::from_slice::<Erasure>(&list[last..]).is_ok() { list } else { &list[..last] }
}

/// Reads a list; a missing one is empty, and a last line that a crash cut off is none.
pub fn read(file: &Path) -> Result<List, Trouble> {
    let invalid = |error| io::Error::new(ErrorKind::InvalidData, error);
    let text = String::from_utf8(whole(&bytes(file)?).to_vec()).map_err(invalid)?;
    let mut erasures = vec![];
    for (nth, line) in text.lines().enumerate() {
        erasures.push(serde_json::from_str(line).map_err(|_| Trouble::Line(nth + 1))?);
    }
    Ok(List { erasures, text })
}

impl List {
    /// Returns the digest of its text.
    pub fn sha256(&self) -> String {
        digest(self.text.as_bytes())
    }

    /// Tells whether its first `count` lines are the list of this digest.
    pub fn goes_on_from(&self, count: u64, sha256: &str) -> bool {
        let first: String = self.text.split_inclusive('\n').take(count as usize).collect();
        self.erasures.len() as u64 >= count && digest(first.as_bytes()) == sha256
    }

    /// Returns the day and the basis on which the words of somebody in a case were erased, if they were.
    pub fn explains(&self, (client, case): (&str, &str), actor: Option<&str>) -> Option<(Day, String)> {
        let is_it = |erasure: &&Erasure| match &erasure.scope {
            Scope::Case { client: own, case: erased, .. } => (own.as_str(), erased.as_str()) == (client, case),
            Scope::Client { client: own, tables } => tables.is_empty() && own == client,
            Scope::Member { member } => actor == Some(member),
            Scope::OwnParts { .. }
            | Scope::Older { .. }
            | Scope::Person { .. }
            | Scope::Prospect { .. }
            | Scope::Win { .. } => false,
        };
        self.erasures.iter().find(is_it).map(|erasure| (erasure.on, erasure.basis.clone()))
    }

    /// Returns the day and the basis on which an archive was removed, by its digest.
    pub fn removed(&self, sha256: &str) -> Option<(Day, String)> {
        let removes = |erasure: &&Erasure| erasure.bags_sha256.iter().any(|bag| bag == sha256);
        self.erasures.iter().find(removes).map(|erasure| (erasure.on, erasure.basis.clone()))
    }

    /// Returns how many keys were destroyed.
    pub fn keys(&self) -> u64 {
        self.erasures.iter().map(|erasure| erasure.keys).sum()
    }
}

/// Returns the names of the keys that an erasure destroyed; `cases` are those of its client, each with the
/// spelling of the client under which it was opened.
pub fn key_names(scope: &Scope, cases: &[(String, String)]) -> Vec<String> {
    match scope {
        Scope::Case { client, case, keeps_papers: true } => {
            [Of::Case { client, case }, Of::OwnPart { client, case }].map(KeyFolder::name).into()
        }
        Scope::Case { client, case, keeps_papers: false } => of_case(client, case).into(),
        Scope::OwnParts { client, case } => vec![KeyFolder::name(Of::OwnPart { client, case })],
        Scope::Client { tables, .. } if tables.is_empty() => {
            cases.iter().flat_map(|(client, case)| of_case(client, case)).collect()
        }
        Scope::Member { member } => vec![KeyFolder::name(Of::Member(member))],
        Scope::Prospect { prospect } => vec![KeyFolder::name(Of::Prospect(prospect))],
        Scope::Client { .. } | Scope::Older { .. } | Scope::Person { .. } | Scope::Win { .. } => vec![],
    }
}

fn of_case(client: &str, case: &str) -> [String; 3] {
    [Of::Case { client, case }, Of::OwnPart { client, case }, Of::Papers { client, case }].map(KeyFolder::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erasure(scope: Scope) -> Erasure {
        Erasure {
            on: Day::from_iso("2026-11-29").expect("a day"),
            basis: "طلب صاحب البيانات".into(),
            id: None,
            keys: 1,
            names_sha256: vec![],
            bags_sha256: vec![],
            indexed: None,
            scope,
        }
    }

    #[test]
    fn what_was_added_is_read_in_its_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = file(folder.path());
        let none = read(&file).expect("readable");
        assert!(none.erasures.is_empty() && none.goes_on_from(0, &none.sha256()));
        let case = erasure(Scope::Case { client: "NAKHLA".into(), case: "k1".into(), keeps_papers: false });
        let person = erasure(Scope::Person { client: "NAKHLA".into(), name_sha256: name_digest("إبراهيم") });
        append(&file, &case).expect("writable");
        let one = read(&file).expect("readable");
        append(&file, &person).expect("writable");
        let two = read(&file).expect("readable");
        assert_eq!(two.erasures, [case, person]);
        assert_eq!(two.keys(), 2);
        assert!(two.goes_on_from(1, &one.sha256()) && two.goes_on_from(0, &none.sha256()));
        assert!(!one.goes_on_from(2, &two.sha256()) && !two.goes_on_from(1, &two.sha256()));
        assert_eq!(name_digest("ابراهيم"), name_digest("إبراهيم"));
    }

    #[test]
    fn the_list_says_since_when_and_why_words_are_gone() {
        let list = List {
            erasures: vec![
                erasure(Scope::Case { client: "NAKHLA".into(), case: "k1".into(), keeps_papers: false }),
                erasure(Scope::Client { client: "DARB".into(), tables: vec!["messages".into()] }),
                erasure(Scope::Member { member: "sara".into() }),
            ],
            text: String::new(),
        };
        let told = Some((Day::from_iso("2026-11-29").expect("a day"), "طلب صاحب البيانات".to_owned()));
        assert_eq!(list.explains(("NAKHLA", "k1"), None), told);
        assert_eq!(list.explains(("NAKHLA", "k2"), Some("reem")), None);
        assert_eq!(list.explains(("NAKHLA", "k2"), Some("sara")), told);
        assert_eq!(list.explains(("DARB", "k3"), None), None, "its rows went, its words did not");
    }

    #[test]
    fn a_list_whose_last_line_was_left_open_goes_on_with_a_new_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = file(folder.path());
        let member = erasure(Scope::Member { member: "sara".into() });
        append(&file, &member).expect("writable");
        let text = fs::read_to_string(&file).expect("readable");
        fs::write(&file, text.trim_end()).expect("writable");
        append(&file, &member).expect("writable");
        assert_eq!(read(&file).expect("a list").erasures, [member.clone(), member]);
    }

    #[test]
    fn a_last_line_that_a_crash_cut_off_is_none_and_gives_way() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = file(folder.path());
        let member = erasure(Scope::Member { member: "sara".into() });
        append(&file, &member).expect("writable");
        let whole = fs::read(&file).expect("readable");
        // In the middle of a letter, too.
        for torn in [&b"{\"on\":\"2026-1"[..], &b"{\"on\":\"2026-11-29\",\"basis\":\"\xd8"[..]] {
            fs::write(&file, [&whole[..], torn].concat()).expect("writable");
            assert_eq!(read(&file).expect("a list").erasures, std::slice::from_ref(&member));
            append(&file, &member).expect("writable");
            let list = read(&file).expect("a list");
            assert_eq!(list.erasures, [member.clone(), member.clone()]);
            assert_eq!(fs::read(&file).expect("readable"), [&whole[..], &whole[..]].concat());
        }
    }

    #[test]
    fn the_line_that_is_none_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = file(folder.path());
        append(&file, &erasure(Scope::Client { client: "NAKHLA".into(), tables: vec![] })).expect("writable");
        let mut text = fs::read_to_string(&file).expect("readable");
        text += "{\"on\":\"2026-11-29\",\"basis\":\"x\",\"scope\":{\"planet\":{}}}\n";
        fs::write(&file, text).expect("writable");
        assert!(matches!(read(&file), Err(Trouble::Line(2))));
    }
}
