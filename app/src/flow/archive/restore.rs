//! The restore test: an archive read back into an empty database, and what stands there held against what was gathered.

use super::gather::{found, row};
use super::{Gathered, NotSealed, Unsealed};
use crate::archive::journal::Line;
use crate::archive::records::Row;
use crate::flow::afterwards;
use crate::keep::bag::{PAYLOAD, manifest};
use crate::store::cases::{self as journals, Kept};
use crate::store::contracts::{self, Handed, Handle};
use crate::store::entries::By;
use crate::store::lesson_log::{self, Place, Topic};
use crate::store::records::{Asked, Record, Whose};
use crate::store::restoring::{self, File};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, sources};
use domain::case::{Case, Stamped};
use domain::journal::{self, Entry, digest};
use domain::lesson::Stamped as Noted;
use domain::lesson::afterwards::Event;
use domain::record::Source as ReadFrom;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Puts what was read back into an empty database, and holds what stands there against what was gathered.
pub(super) async fn compare(gathered: &Gathered, unsealed: Unsealed) -> Result<(), NotSealed> {
    let read = Gathered::read(&gathered.key, &unsealed.files)?;
    let folder = tempfile::tempdir().map_err(StoreError::from)?;
    let db = Db::open(&format!("sqlite:{}", folder.path().join("restored.db").display())).await?;
    fill(&db, &read).await?;
    let restored = restored(&db, &read).await?;
    db.close().await;
    held(gathered, (&restored, &read), &unsealed)
}

/// Holds what was read back against what was gathered without a database, which would lie open on a disk.
pub(super) fn compare_in_memory(gathered: &Gathered, unsealed: &Unsealed) -> Result<(), NotSealed> {
    let read = Gathered::read(&gathered.key, &unsealed.files)?;
    held(gathered, (&read, &read), unsealed)
}

/// Says what of an archive did not come out as it went in.
fn held(gathered: &Gathered, (restored, read): (&Gathered, &Gathered), unsealed: &Unsealed) -> Result<(), NotSealed> {
    let pairs = [
        ("journal", restored.journal == gathered.journal && is_whole(restored)),
        ("afterwards", restored.after == gathered.after),
        ("records", sorted(&restored.rows) == sorted(&gathered.rows)),
        ("contracts", restored.texts == gathered.texts && read.terms == gathered.terms),
        ("papers", are_same(gathered, &unsealed.digests)),
        ("files", is_listed(&unsealed.digests, &unsealed.manifest)),
    ];
    match pairs.into_iter().find(|(_, same)| !same) {
        Some((what, _)) => Err(NotSealed::Differs(what)),
        None => Ok(()),
    }
}

/// Tells whether every paper, and every file that the journal or another archive binds, came out as it went in.
fn are_same(gathered: &Gathered, digests: &BTreeMap<String, String>) -> bool {
    let papers = gathered.papers.iter().map(|(path, bytes)| (path, digest(bytes)));
    let bound = gathered.bound.iter().map(|(path, file)| (path, file.sha256.clone()));
    let carried = gathered.carried.iter().map(|(path, file)| (path, file.sha256.clone()));
    papers.chain(bound).chain(carried).all(|(path, sha256)| digests.get(path) == Some(&sha256))
}

/// Tells whether what came out, the digest of each file by its path, is what the inner bag lists, file by file.
pub(super) fn is_listed(digests: &BTreeMap<String, String>, listed: &str) -> bool {
    let paths: Vec<String> = digests.keys().map(|path| format!("{PAYLOAD}{path}")).collect();
    let found = manifest(paths.iter().map(String::as_str).zip(digests.values().map(String::as_str)));
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<String>>();
    lines(&found) == lines(listed)
}

async fn fill(db: &Db, read: &Gathered) -> Result<(), NotSealed> {
    let named: BTreeSet<(&str, &str)> = read.rows.iter().map(|row| (row.file.as_str(), row.sha256.as_str())).collect();
    let files: Vec<File> = (1..)
        .zip(named)
        .map(|(id, (name, sha256))| File { id, name: name.to_owned(), sha256: sha256.to_owned() })
        .collect();
    let ids: HashMap<(&str, &str), u32> =
        files.iter().map(|file| ((file.name.as_str(), file.sha256.as_str()), file.id)).collect();
    let record = |row: &Row| Record {
        kind: row.kind,
        client: row.client.clone(),
        id: row.id.clone(),
        cells: row.cells.clone(),
        source: ReadFrom { id: ids[&(row.file.as_str(), row.sha256.as_str())], line: row.line },
    };
    let records: Vec<Record> = read.rows.iter().map(record).collect();
    restoring::put_records(db, &files, &records).await?;
    let kept: Option<Vec<Kept>> = read.journal.iter().map(Line::kept).collect();
    restoring::put_journal(db, &read.key, &kept.ok_or(NotSealed::Differs("journal"))?).await?;
    let subject = afterwards::subject(&read.key);
    for told in &read.after {
        let at = Place { topic: Topic::Afterwards, subject: &subject, seen: told.seq.saturating_sub(1), on: told.on };
        let by = By { member: told.by.clone(), at: told.at.clone() };
        if !lesson_log::append(db, at, &[(told.event.0.clone(), None)], &by).await? {
            return Err(NotSealed::Differs("afterwards"));
        }
    }
    // The oldest first, so that they get the numbers that they had.
    for (text, words) in read.texts.iter().rev() {
        let handle = Handle { client: text.client.clone(), contract: text.contract.clone() };
        let handed = Handed { name: &text.name, sha256: &text.sha256, text: words, unread_pages: &text.unread_pages };
        contracts::keep(db, &handle, &handed, &By { member: String::new(), at: text.at.clone() }).await?;
    }
    Ok(())
}

/// Reads everything out of the filled database again; who did what, which other tables hold, is taken as it was read.
async fn restored(db: &Db, read: &Gathered) -> Result<Gathered, NotSealed> {
    let mut rows = vec![];
    let keys: BTreeSet<&str> = read.rows.iter().map(|row| row.client.as_str()).collect();
    let files = sources::of_ids(db, 1..=read.rows.len() as u32).await?;
    for client in keys {
        let Asked::There(whose) = Whose::of(db, &Viewer::Operator, client).await? else { continue };
        rows.extend(found(db, &whose).await?.iter().map(|record| row(record, &files)));
    }
    let kept = journals::journal(db, &read.key).await?;
    // Of what is closed to the readers the digest alone was archived.
    let lines = kept.iter().zip(&read.journal).map(|(kept, line)| {
        let sealed = kept.entry.sealed.clone().or(line.entry.sealed.clone());
        Line { entry: Entry { sealed, ..kept.entry.clone() }, ..line.clone() }
    });
    let journal = lines.collect();
    // What was said is sealed there by keys that nobody has here.
    let log = lesson_log::of::<Event>(db, Topic::Afterwards, &afterwards::subject(&read.key)).await?;
    let told = log.into_iter().zip(&read.after).map(|((stamped, _), told)| {
        let Noted { seq, by, on, at, event } = stamped;
        Noted { seq, by, on, at, event: (event, told.event.1.clone()) }
    });
    let after = told.collect();
    let mut texts = vec![];
    for (text, _) in &read.texts {
        let handle = Handle { client: text.client.clone(), contract: text.contract.clone() };
        let words = contracts::text(db, &handle, text.version).await?.unwrap_or_default();
        texts.push((text.clone(), words));
    }
    Ok(Gathered { journal, after, rows, texts, ..read.clone() })
}

/// Tells whether a journal's chain holds, and whether it is the journal of a case.
fn is_whole(restored: &Gathered) -> bool {
    let entries: Vec<Entry> = restored.journal.iter().map(|line| line.entry.clone()).collect();
    let Some(last) = entries.last() else { return false };
    let origin = journal::origin(&restored.key.client, &restored.key.case);
    let stamped: Option<Vec<Stamped>> = restored.journal.iter().map(Line::stamped).collect();
    journal::verify(&origin, &entries, (last.seq, &last.hash)).is_ok()
        && stamped.and_then(|stamped| Case::replay(&stamped)).is_some()
}

fn sorted(rows: &[Row]) -> BTreeMap<(&str, &str, &str), &Row> {
    rows.iter().map(|row| ((row.kind.table, row.client.as_str(), row.id.as_str()), row)).collect()
}
