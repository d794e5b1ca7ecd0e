//! An archive opened by one of its readers, to be sealed again without what an erasure takes.

use super::gather::{LETTERS, of_words};
use super::restore::is_listed;
use super::{Carried, Gathered, NotSealed, READ};
use crate::archive::Files;
use crate::archive::journal::Line;
use crate::archive::outcome::{OBLIGATIONS, SERVED};
use crate::archive::records::{Row, guarded};
use crate::keep::bag::{Algorithm, MANIFEST, PAYLOAD, digests};
use crate::keep::erasures::{Scope, name_digest};
use crate::keep::package::{self, Fetch, Found, Item, Source, Taken};
use crate::secret::identity::Identity;
use crate::store::StoreError;
use crate::store::cases::Key;
use crate::store::cell::OwnedCell;
use crate::store::erasing::{NAMES, SAID, day_of};
use domain::case::{Case, Stamped};
use domain::journal::digest;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The columns of the table of findings that cite a row; the first of them are its kind and its id.
const CITED: std::ops::Range<usize> = 8..13;

const FINDINGS: &str = "findings/findings.csv";

/// The folders of files that no erasure opens: they are as large as people made them, and are taken over part by part.
const CARRIED: [&str; 4] = ["client/", "documents/", "evidence/", "proofs/"];

/// An archive that was opened: what it holds without what an erasure takes, and what is taken over as it lies there.
pub struct Reopened {
    pub gathered: Gathered,
    pub carried: Vec<Item>,
}

/// Opens an archive. It must be the one that the journal bound by a digest, whole and as it was: nobody's forgery is sealed as
/// the firm's own.
pub async fn without(
    (package, sha256): (PathBuf, String),
    key: Key,
    reader: Identity,
    scope: Scope,
) -> Result<Reopened, NotSealed> {
    let opened = tokio::task::spawn_blocking(move || {
        if !package::check(&package)?.is_whole() || package::bound(&package)? != Some(sha256) {
            return Err(NotSealed::Differs("package"));
        }
        let Read { mut files, carried, .. } = read(&package, &reader)?;
        let mut gathered = Gathered { carried, ..Gathered::read(&key, &files)? };
        // Papers lie in folders; what lies above them is made anew for people.
        files.retain(|path, _| path.contains('/') && !READ.iter().any(|folder| path.starts_with(folder)));
        gathered.papers = files;
        take(&mut gathered, &scope)?;
        let carried = items(Taken::of(package, reader), &gathered.carried);
        Ok(Reopened { gathered, carried })
    });
    opened.await.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

/// What was read of a package.
#[derive(Default)]
struct Read {
    files: Files,
    carried: BTreeMap<String, Carried>,
    /// The list of what belongs into it.
    manifest: String,
}

/// Reads a package, each file of which must be as its own list says; of what is taken over only where it lies is kept.
fn read(package: &Path, reader: &Identity) -> Result<Read, NotSealed> {
    let read = Mutex::new(Read::default());
    package::survey(package, reader, |Found { part, path, bytes }, entry| {
        let inner = path.strip_prefix(PAYLOAD);
        if let Some(path) = inner.filter(|path| CARRIED.iter().any(|folder| path.starts_with(folder))) {
            let sha256 = digests(entry, &[Algorithm::Sha256])?.remove(0);
            let mut read = read.lock().unwrap_or_else(PoisonError::into_inner);
            read.carried.insert(path.to_owned(), Carried { part, bytes, sha256 });
        } else if inner.is_some() || path == MANIFEST {
            let mut bytes = vec![];
            entry.read_to_end(&mut bytes)?;
            let mut read = read.lock().unwrap_or_else(PoisonError::into_inner);
            match inner {
                Some(path) => _ = read.files.insert(path.to_owned(), bytes),
                None => read.manifest = String::from_utf8_lossy(&bytes).into_owned(),
            }
        }
        Ok(())
    })?;
    let read = read.into_inner().unwrap_or_else(PoisonError::into_inner);
    let held = read.files.iter().map(|(path, bytes)| (path.clone(), digest(bytes)));
    let carried = read.carried.iter().map(|(path, file)| (path.clone(), file.sha256.clone()));
    if is_listed(&held.chain(carried).collect(), &read.manifest) { Ok(read) } else { Err(NotSealed::Differs("files")) }
}

/// Returns what is taken over, in the order in which it lies there; each file is opened when its turn comes.
fn items(from: Taken, carried: &BTreeMap<String, Carried>) -> Vec<Item> {
    let from = Arc::new(from);
    let mut all: Vec<(&String, &Carried)> = carried.iter().collect();
    all.sort_by_key(|(_, file)| file.part);
    let item = |(path, file): (&String, &Carried)| {
        let (from, inner, Carried { part, bytes, sha256 }) = (from.clone(), format!("{PAYLOAD}{path}"), file.clone());
        let known = sha256.clone();
        let fetch: Fetch = Arc::new(move || {
            let bytes = from.file(part, &inner)?;
            if digest(&bytes) == known { Ok(bytes) } else { Err(std::io::ErrorKind::InvalidData.into()) }
        });
        Item { path: path.clone(), source: Source::Kept { bytes, sha256, fetch } }
    };
    all.into_iter().map(item).collect()
}

/// Takes out of an archive what an erasure takes.
fn take(gathered: &mut Gathered, scope: &Scope) -> Result<(), NotSealed> {
    match scope {
        Scope::Client { tables, .. } => {
            let is_gone = |table: &str| tables.is_empty() || tables.iter().any(|gone| gone == table);
            gathered.rows.retain(|row| !is_gone(row.kind.table));
            if is_gone("contract_texts") {
                gathered.texts.clear();
            }
            if is_gone("contract_terms") {
                gathered.terms.clear();
            }
            uncite(gathered, |kind, _| is_gone(kind))?;
        }
        Scope::Older { before, .. } => {
            let before = before.to_string();
            let old = gathered.rows.extract_if(.., |row| is_older(row, &before));
            let old: BTreeSet<(String, String)> =
                old.map(|row| (row.kind.table.to_owned(), guarded(&row.id))).collect();
            uncite(gathered, |kind, id| old.contains(&(kind.to_owned(), id.to_owned())))?;
        }
        Scope::Person { name_sha256, .. } => {
            for row in &mut gathered.rows {
                let named = |at: &usize| match &row.cells[*at] {
                    OwnedCell::Text(name) => name_digest(name) == *name_sha256,
                    _ => false,
                };
                let at = |names: &[&str]| -> Vec<usize> {
                    let columns = row.kind.columns.iter().enumerate();
                    columns.filter(|(_, column)| names.contains(&column.name)).map(|(at, _)| at).collect()
                };
                let theirs: Vec<usize> = at(&NAMES).into_iter().filter(named).collect();
                let said = if theirs.is_empty() { vec![] } else { at(&SAID) };
                theirs.into_iter().chain(said).for_each(|at| row.cells[at] = OwnedCell::Null);
            }
        }
        Scope::Member { member } => unsaid(gathered, member)?,
        Scope::Case { .. } | Scope::OwnParts { .. } | Scope::Prospect { .. } | Scope::Win { .. } => {}
    }
    Ok(())
}

/// Tells whether a row is sign data of before a day.
fn is_older(row: &Row, before: &str) -> bool {
    let column = day_of(row.kind.table).and_then(|day| row.kind.columns.iter().position(|column| column.name == day));
    column.is_some_and(|at| matches!(&row.cells[at], OwnedCell::Text(on) if on.as_str() < before))
}

/// Takes rows that are gone out of the table of findings.
fn uncite(gathered: &mut Gathered, is_gone: impl Fn(&str, &str) -> bool) -> Result<(), NotSealed> {
    if let Some(findings) = gathered.papers.get_mut(FINDINGS) {
        *findings = uncited(findings, is_gone).ok_or(NotSealed::Differs("findings"))?;
    }
    Ok(())
}

/// Takes out what a member said. The chain holds, for it binds what was sealed by its digest; what was made of the journal is
/// made of what is left of it.
fn unsaid(gathered: &mut Gathered, member: &str) -> Result<(), NotSealed> {
    for line in gathered.journal.iter_mut().filter(|line| line.entry.actor.as_deref() == Some(member)) {
        (line.said, line.ciphertext) = (None, None);
    }
    gathered.after.iter_mut().filter(|told| told.by == member).for_each(|told| told.event.1 = None);
    let stamped: Option<Vec<Stamped>> = gathered.journal.iter().map(Line::stamped).collect();
    let case = stamped.and_then(|stamped| Case::replay(&stamped)).ok_or(NotSealed::Differs("journal"))?;
    // Counsel's archive has no such papers.
    if gathered.papers.contains_key(OBLIGATIONS) {
        gathered.papers.retain(|path, _| !path.starts_with(LETTERS) && !path.starts_with(SERVED));
        of_words(&case.parting, &mut gathered.papers);
    }
    Ok(())
}

/// Returns the table of findings without the rows that are gone; that a finding was seen stays.
fn uncited(table: &[u8], is_gone: impl Fn(&str, &str) -> bool) -> Option<Vec<u8>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table);
    let mut writer = csv::Writer::from_writer(vec![]);
    for record in reader.records() {
        let record = record.ok()?;
        let gone = is_gone(record.get(CITED.start)?, record.get(CITED.start + 1)?);
        let cell =
            |(at, text): (usize, &str)| if gone && CITED.contains(&at) { String::new() } else { text.to_owned() };
        writer.write_record(record.iter().enumerate().map(cell)).ok()?;
    }
    writer.into_inner().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::days::Day;
    use domain::record::{Column, kind_named};

    const TABLE: &str = "finding,code,level,value,threshold,n,confidence,maybe_ours,kind,id,source_file,source_sha256,source_line\n\
                     1,P3,watch,3,,9,0.5,false,invoices,I-1,i.csv,00,4\n\
                     2,T1,watch,3,,9,0.5,false,messages,M-1,m.csv,01,7\n";

    #[test]
    fn signs_that_have_grown_old_go_with_what_cites_them() {
        let kind = kind_named("messages").expect("a kind");
        let row = |id: &str, at: &str| {
            let text =
                |column: &Column| if column.name == "at" { OwnedCell::Text(at.to_owned()) } else { OwnedCell::Null };
            let cells = kind.columns.iter().map(text).collect();
            let (file, sha256) = (String::new(), String::new());
            Row { kind, client: "NAKHLA".to_owned(), id: id.to_owned(), cells, file, sha256, line: 0 }
        };
        let key = Key { client: "NAKHLA".to_owned(), case: "k1".to_owned() };
        let mut gathered = Gathered::nothing(&key);
        gathered.rows = vec![row("M-1", "2024-01-31T23:59"), row("M-2", "2024-02-01T00:00")];
        gathered.papers.insert(FINDINGS.to_owned(), TABLE.as_bytes().to_vec());
        let before = Day::from_iso("2024-02-01").expect("a day");
        take(&mut gathered, &Scope::Older { client: "NAKHLA".to_owned(), before }).expect("taken");
        let left: Vec<&str> = gathered.rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(left, ["M-2"], "the day itself is not before it");
        let findings = String::from_utf8(gathered.papers[FINDINGS].clone()).expect("text");
        assert!(findings.contains("I-1") && !findings.contains("M-1"), "{findings}");
    }

    #[test]
    fn a_finding_stays_without_the_rows_that_are_gone() {
        let left = uncited(TABLE.as_bytes(), |table, id| (table, id) == ("messages", "M-1")).expect("a table");
        let left = String::from_utf8(left).expect("text");
        assert!(
            left.contains("invoices,I-1,i.csv,00,4\n") && left.contains("2,T1,watch,3,,9,0.5,false,,,,,\n"),
            "{left}"
        );
        assert!(left.starts_with("finding,code,"));
    }
}
