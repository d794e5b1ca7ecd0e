//! A closed case sealed for good: gathered, written as files, sealed for its readers, opened again into an empty database
//! and compared there, value by value. What does not come out as it went in is not sealed.

use super::case_files::{self, What};
use super::cases::{self, Opened, Place};
use crate::archive::Files;
use crate::archive::contracts::{self as contract_files, Term, Text, Words};
use crate::archive::journal::{self as journal_files, Line};
use crate::archive::records::{self as record_files, Row};
use crate::keep::package::{self, Item, Named, Sealed, Sealing, Source, Trouble};
use crate::secret::identity::Identity;
use crate::secret::key_folder::Of;
use crate::store::cases::{Kept, Key};
use crate::store::cell::OwnedCell;
use crate::store::contracts::{self, Handed, Handle};
use crate::store::entries::By;
use crate::store::records::{self, Asked, PULSE_MIN, Record, Whose};
use crate::store::restoring::{self, File};
use crate::store::sources::SourceFile;
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, cases as journals, sources};
use domain::case::{Case, Stamped};
use domain::days::Day;
use domain::journal::{self, Entry};
use domain::record::{Client, KINDS, Pulse, Source as ReadFrom};
use ed25519_dalek::SigningKey;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// A part of this size holds many documents and is soon written again.
const PART_BYTES: u64 = 64 * 1024 * 1024;

/// Where the key lies that a passphrase opens.
pub const KEY_FILE: &str = "key.age";

/// Where the key of the trial lies until the package is whole.
const TRIAL_FILE: &str = "trial.key";

/// What an archive holds of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    pub key: Key,
    pub journal: Vec<Line>,
    pub rows: Vec<Row>,
    /// Each text of each contract, and what was said of the terms.
    pub texts: Vec<Words>,
    pub terms: Vec<Term>,
    /// Every version of every letter whose text can be read, and the closing pack: what the client was shown.
    pub papers: Files,
}

/// Whom an archive is for, and where it goes.
pub struct Request<'r> {
    pub into: &'r Path,
    /// Public keys.
    pub readers: &'r [String],
    pub on: Day,
    /// Labels and values about it, readable by anyone.
    pub about: &'r [(String, String)],
    /// Files beside it, readable by anyone: how to open it.
    pub beside: &'r [Named],
}

/// Why nothing was sealed.
#[derive(Debug, thiserror::Error)]
pub enum NotSealed {
    /// The key of the case is not here: nothing that was said could be read.
    #[error("the key of the case is missing")]
    Keyless,
    /// What came out is not what went in: which part of it.
    #[error("the restored {0} differ")]
    Differs(&'static str),
    #[error(transparent)]
    Package(#[from] Trouble),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for NotSealed {
    fn from(error: std::io::Error) -> NotSealed {
        NotSealed::Package(Trouble::Io(error))
    }
}

/// Gathers what belongs into the archive of a case. What counsel said, answers about our own part and answers that are
/// still closed stay closed; their places in the journal and its chain remain.
pub async fn gather(place: Place<'_>, key: &Key) -> Result<Option<Gathered>, NotSealed> {
    let case = Of::Case { client: &key.client, case: &key.case };
    if place.keys.standing(case).map_err(StoreError::from)?.is_none() {
        return Err(NotSealed::Keyless);
    }
    let Some(opened) = cases::load(place, key).await? else { return Ok(None) };
    let Some(whose) = whose(place.db, &key.client).await? else { return Ok(None) };
    let kept = journals::journal(place.db, key).await?;
    let journal = kept.iter().zip(&opened.entries).map(|(kept, stamped)| line(kept, stamped, &opened)).collect();
    let mut found = found(place.db, &whose).await?;
    let answers = found.iter().filter(|record| record.kind == &Pulse::KIND).count() as u64;
    found.retain(|record| answers >= PULSE_MIN || record.kind != &Pulse::KIND);
    let files = sources::of_ids(place.db, found.iter().map(|record| record.source.id)).await?;
    let rows = found.iter().map(|record| row(record, &files)).collect();
    let (texts, terms) = of_contracts(place.db, &found).await?;
    let papers = papers(place, &opened).await?;
    Ok(Some(Gathered { key: key.clone(), journal, rows, texts, terms, papers }))
}

/// Returns whose records they are, also where the client was merged into another since.
async fn whose(db: &Db, client: &str) -> Result<Option<Whose>, StoreError> {
    let asked = match Whose::of(db, &Viewer::Operator, client).await? {
        Asked::MergedInto(whole) => Whose::of(db, &Viewer::Operator, &whole).await?,
        asked => asked,
    };
    Ok(if let Asked::There(whose) = asked { Some(whose) } else { None })
}

fn row(record: &Record, files: &HashMap<u32, SourceFile>) -> Row {
    let file = files.get(&record.source.id);
    Row {
        kind: record.kind,
        client: record.client.clone(),
        id: record.id.clone(),
        cells: record.cells.clone(),
        file: file.map(|file| file.name.clone()).unwrap_or_default(),
        sha256: file.map(|file| file.sha256.clone()).unwrap_or_default(),
        line: record.source.line,
    }
}

/// Returns an entry; what is privileged, or cannot be read by those who read the case, is left closed.
fn line(kept: &Kept, stamped: &Stamped, opened: &Opened) -> Line {
    let said = journal::lay_out(&stamped.event).said;
    if opened.sealed(stamped.seq).is_some() || stamped.event.is_privileged() {
        return Line::of(kept, None);
    }
    Line::of(kept, said.as_deref())
}

async fn papers(place: Place<'_>, opened: &Opened) -> Result<Files, StoreError> {
    let parting = &opened.case.parting;
    let mut papers = Files::new();
    for letter in &parting.letters {
        for (nth, written) in letter.versions.iter().enumerate() {
            if let Some(said) = &written.said {
                let name = format!("letters/{}-{}-{}.txt", letter.id, letter.kind.word(), nth + 1);
                papers.insert(name, said.text.clone().into_bytes());
            }
        }
    }
    if let Some(sha256) = &parting.sealed
        && let Some(pack) = case_files::open(place, &opened.key, What::ClosingPack, sha256).await?
    {
        papers.insert("client/closing-pack.zip".to_owned(), pack);
    }
    for (nth, proof) in parting.proofs.iter().enumerate() {
        if let Some(bytes) = case_files::open(place, &opened.key, What::Proof, &proof.sha256).await? {
            papers.insert(format!("proofs/{:03}{}", nth + 1, proof.ending()), bytes);
        }
    }
    Ok(papers)
}

async fn found(db: &Db, whose: &Whose) -> Result<Vec<Record>, StoreError> {
    let mut found = vec![];
    for kind in KINDS {
        found.extend(records::of_kind(db, whose, kind, 0, u64::from(u32::MAX)).await?);
    }
    Ok(found)
}

async fn of_contracts(db: &Db, found: &[Record]) -> Result<(Vec<Words>, Vec<Term>), StoreError> {
    let (mut texts, mut terms) = (vec![], vec![]);
    for handle in found.iter().filter(|record| record.kind.table == "contracts").map(Handle::of) {
        for version in contracts::versions(db, &handle).await? {
            let words = contracts::text(db, &handle, version.number).await?.unwrap_or_default();
            let text = Text {
                client: handle.client.clone(),
                contract: handle.contract.clone(),
                version: version.number,
                name: version.name,
                sha256: version.sha256,
                by: version.by,
                at: version.at,
                file: contract_files::place(texts.len()),
            };
            texts.push((text, words));
        }
        for said in contracts::said(db, &handle).await? {
            terms.push(Term {
                client: handle.client.clone(),
                contract: handle.contract.clone(),
                term: said.term.word().to_owned(),
                standing: said.statement.standing.word().to_owned(),
                value: serde_json::to_value(&said.statement.value).expect("made of words and numbers"),
                quote: said.statement.quote,
                version: said.statement.version,
                by: said.by,
                at: said.at,
            });
        }
    }
    Ok((texts, terms))
}

impl Gathered {
    /// Writes everything as files.
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        journal_files::write(&self.journal, &mut files);
        record_files::write(&self.rows, &mut files);
        contract_files::write(&self.texts, &self.terms, &mut files);
        files.extend(self.papers.clone());
        files
    }

    /// Returns the client's name as its record gives it, or its key.
    pub fn client_name(&self) -> &str {
        let own = self.rows.iter().find(|row| row.kind.table == Client::KIND.table && row.client == self.key.client);
        match own.and_then(|row| row.cells.first()) {
            Some(OwnedCell::Text(name)) => name,
            _ => &self.key.client,
        }
    }

    /// Reads files back, or says which of them cannot be read.
    fn read(key: &Key, files: &Files) -> Result<Gathered, NotSealed> {
        let journal = journal_files::read(files).ok_or(NotSealed::Differs("journal"))?;
        let rows = record_files::read(files).ok_or(NotSealed::Differs("records"))?;
        let (texts, terms) = contract_files::read(files).ok_or(NotSealed::Differs("contracts"))?;
        let is_paper = |path: &str| ["letters/", "client/", "proofs/"].iter().any(|folder| path.starts_with(folder));
        let papers = files.iter().filter(|(path, _)| is_paper(path)).map(|(path, bytes)| (path.clone(), bytes.clone()));
        Ok(Gathered { key: key.clone(), journal, rows, texts, terms, papers: papers.collect() })
    }
}

/// Seals what was gathered, together with files made for people and documents that lie elsewhere.
pub async fn seal(
    place: Place<'_>,
    gathered: Gathered,
    more: Vec<Item>,
    request: Request<'_>,
) -> Result<Sealed, NotSealed> {
    let signer = SigningKey::from_bytes(&place.keys.key(Of::Signature).map_err(StoreError::from)?);
    // One reader more, whose key is forgotten once it has opened the package again.
    let trial = trial(request.into);
    let readers: Vec<String> = request.readers.iter().cloned().chain([trial.public()]).collect();
    let files = gathered.files();
    let own = files.iter().map(|(path, bytes)| Item { path: path.clone(), source: Source::Bytes(bytes.clone()) });
    let items: Vec<Item> = own.chain(more).collect();
    let (into, about) = (request.into.to_owned(), request.about.to_vec());
    let (beside, on) = (request.beside.to_vec(), request.on);
    let runtime = tokio::runtime::Handle::current();
    let sealed = tokio::task::spawn_blocking(move || {
        let sealing = Sealing {
            into: &into,
            readers: &readers,
            signer: &signer,
            on,
            about: &about,
            beside: &beside,
            meanwhile: &[(TRIAL_FILE.to_owned(), trial.secret_text().into_bytes())],
            part_bytes: PART_BYTES,
        };
        package::seal(&items, &sealing, |package| {
            let read = unsealed(package, &trial, &files)?;
            runtime.block_on(compare(&gathered, &read))
        })
    });
    sealed.await.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

/// Returns the key of the trial: the one of a sealing that was cut off, or a new one.
fn trial(into: &Path) -> Identity {
    let file = package::unfinished(into).join(TRIAL_FILE);
    let before = std::fs::read_to_string(file).ok().and_then(|text| Identity::of_file(&text));
    before.unwrap_or_default()
}

/// Opens a package and returns those of its files that these are.
fn unsealed(package: &Path, trial: &Identity, files: &Files) -> Result<Files, NotSealed> {
    let mut read = Files::new();
    package::prove(package, trial, |path, entry| {
        let path = path.strip_prefix("data/").unwrap_or_default();
        let mut bytes = vec![];
        if files.contains_key(path) {
            entry.read_to_end(&mut bytes)?;
            read.insert(path.to_owned(), bytes);
        } else {
            std::io::copy(entry, &mut std::io::sink())?;
        }
        Ok(())
    })?;
    Ok(read)
}

/// Puts what was read back into an empty database, and holds what stands there against what was gathered.
async fn compare(gathered: &Gathered, read: &Files) -> Result<(), NotSealed> {
    let read = Gathered::read(&gathered.key, read)?;
    let folder = tempfile::tempdir().map_err(StoreError::from)?;
    let db = Db::open(&format!("sqlite:{}", folder.path().join("restored.db").display())).await?;
    fill(&db, &read).await?;
    let restored = restored(&db, &read).await?;
    db.close().await;
    let pairs = [
        ("journal", restored.journal == gathered.journal && is_whole(&restored)),
        ("records", sorted(&restored.rows) == sorted(&gathered.rows)),
        ("contracts", restored.texts == gathered.texts && read.terms == gathered.terms),
        ("papers", read.papers == gathered.papers),
    ];
    match pairs.into_iter().find(|(_, same)| !same) {
        Some((what, _)) => Err(NotSealed::Differs(what)),
        None => Ok(()),
    }
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
    // The oldest first, so that they get the numbers that they had.
    for (text, words) in read.texts.iter().rev() {
        let handle = Handle { client: text.client.clone(), contract: text.contract.clone() };
        let handed = Handed { name: &text.name, sha256: &text.sha256, text: words };
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
    let mut texts = vec![];
    for (text, _) in &read.texts {
        let handle = Handle { client: text.client.clone(), contract: text.contract.clone() };
        let words = contracts::text(db, &handle, text.version).await?.unwrap_or_default();
        texts.push((text.clone(), words));
    }
    Ok(Gathered { journal, rows, texts, ..read.clone() })
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
