//! Files that a person handed over: they lie in a folder of their own until they are stored, given up or a day old.

use super::file_report::FileReport;
use super::import::{self, File, Progress, RunError, Terms};
use crate::intake::clients::{Clients, Known};
use crate::intake::correction::Correction;
use crate::intake::plan::{Options, Plan};
use crate::intake::problem::{Note, NoteCode, Problem, ProblemCode};
use crate::intake::read::{ReadError, read};
use crate::intake::repair::Offer;
use crate::intake::target::Target;
use crate::intake::tax::SaidTax;
use crate::intake::value::date::DateOrder;
use crate::intake::words::HeaderWords;
use crate::store::cell::OwnedCell;
use crate::store::runs::{self, RunFile};
use crate::store::{Db, StoreError};
use domain::money::Currency;
use domain::record::{Kind, kind_named};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// What a person handed over at once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Upload {
    pub id: String,
    pub member: String,
    pub at: String,
    pub files: Vec<Handed>,
}

/// One file, and what was said of how to read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Handed {
    pub name: String,
    pub bytes: u64,
    #[serde(default)]
    pub reading: Reading,
}

/// What a person said of a file; what they left open is recognised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub kind: Option<String>,
    pub dates: Option<String>,
    pub currency: Option<Currency>,
    /// Whether they left that open, whatever was said of such a file before.
    #[serde(default)]
    pub currency_open: bool,
    /// `included`, `excluded` or `none`.
    pub tax: Option<String>,
    /// Its rate, in hundredths of a percent.
    #[serde(default)]
    pub tax_rate: Option<i64>,
    /// Whether they left that open, whatever was said of such a file before.
    #[serde(default)]
    pub tax_open: bool,
    /// After how many days invoices fall due whose row and client do not say.
    #[serde(default)]
    pub terms_days: Option<i64>,
    /// Whether they left that open, whatever was said of such a file before.
    #[serde(default)]
    pub terms_open: bool,
    /// What each column stands for, as `invoices.due_on`; everything, if anything was changed.
    pub mapping: Option<Vec<Option<String>>>,
    /// What was corrected in it; where nobody said, what was corrected when this very file was imported before.
    #[serde(default)]
    pub corrections: Option<Vec<Correction>>,
}

/// What storing the files would come to.
#[derive(Debug)]
pub struct Seen {
    pub files: Vec<SeenFile>,
}

impl Seen {
    /// Tells whether at least one of the files can be read.
    pub fn has_plans(&self) -> bool {
        self.files.iter().any(|file| file.plan.is_ok())
    }
}

/// One file, looked at.
#[derive(Debug)]
pub struct SeenFile {
    pub plan: Result<Plan, Problem>,
    /// The columns of a file that cannot be read as long as nobody says more of it.
    pub unread: Option<Plan>,
    pub report: RunFile,
    /// The payment terms that hold because they were said of such a file before.
    pub terms_reused: Option<i64>,
    /// The currency that holds because it was said of such a file before.
    pub currency_reused: Option<Currency>,
    /// What holds of the tax in its amounts.
    pub tax: Option<SaidTax>,
    pub first: Vec<FirstRow>,
    /// What may be meant by the first problems.
    pub offers: Vec<Offer>,
}

/// One of the first records, as it would be stored.
#[derive(Debug)]
pub struct FirstRow {
    pub kind: &'static Kind,
    pub client: String,
    pub id: String,
    pub cells: Vec<OwnedCell>,
    pub line: u32,
}

/// Uploads older than this are removed.
const KEPT_HOURS: i64 = 24;

/// So many of the first records are shown.
const FIRST_ROWS: usize = 5;

/// Among so many.
const LOOKED_ROWS: usize = 200;

const MANIFEST: &str = "upload.json";

impl Upload {
    /// Returns the folder of an upload.
    pub fn folder(root: &Path, id: &str) -> PathBuf {
        root.join("uploads").join(id)
    }

    /// Returns where one of its files lies.
    pub fn path(&self, root: &Path, place: usize) -> PathBuf {
        Upload::folder(root, &self.id).join(place.to_string())
    }

    /// Reads an upload; an id that no upload can have is none.
    pub fn load(root: &Path, id: &str) -> io::Result<Option<Upload>> {
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        match fs::read(Upload::folder(root, id).join(MANIFEST)) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(io::Error::other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Returns every upload that waits for a decision, the newest first.
    pub fn all(root: &Path) -> io::Result<Vec<Upload>> {
        let mut uploads = Vec::new();
        for folder in folders(root)? {
            let id = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            uploads.extend(Upload::load(root, &id)?);
        }
        uploads.sort_by(|a, b| (&b.at, &b.id).cmp(&(&a.at, &a.id)));
        Ok(uploads)
    }

    /// Writes down what is known of an upload; never half.
    pub fn save(&self, root: &Path) -> io::Result<()> {
        let folder = Upload::folder(root, &self.id);
        let text = serde_json::to_vec(self).expect("made of texts and numbers");
        let half = folder.join("upload.half");
        fs::write(&half, text)?;
        fs::rename(half, folder.join(MANIFEST))
    }

    /// Removes an upload and its files.
    pub fn remove(root: &Path, id: &str) -> io::Result<()> {
        match fs::remove_dir_all(Upload::folder(root, id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Removes what nobody decided on within a day.
    pub fn sweep(root: &Path, now: Timestamp) -> io::Result<()> {
        for folder in folders(root)? {
            let touched = Timestamp::try_from(fs::metadata(&folder)?.modified()?).unwrap_or(now);
            if now.duration_since(touched).as_hours() >= KEPT_HOURS {
                fs::remove_dir_all(folder)?;
            }
        }
        Ok(())
    }
}

fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(root.join("uploads")) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(vec![]),
        Err(error) => Err(error),
    }
}

/// The work on an upload, with everything it needs.
pub struct Task {
    pub db: Db,
    pub root: PathBuf,
    pub upload: Upload,
    pub words: HeaderWords,
    pub terms: Terms,
}

impl Task {
    /// Looks at the files as if they were stored, and stores nothing. It blocks.
    pub fn look(&self, known: &[Known], progress: &Progress, total: &AtomicU64) -> Result<Seen, RunError> {
        let files = self.plan(total);
        let reports = import::run(&self.db, &files, &self.terms, progress, false)?;
        let seen = |(mut file, mut report): (File, FileReport)| {
            if let Ok(plan) = &mut file.plan {
                plan.corrections.clone_from(&report.corrections);
                plan.terms_days = plan.terms_days.or(report.terms_reused);
                plan.currency = plan.currency.or(report.currency_reused);
                plan.tax = report.tax;
            }
            SeenFile {
                first: first_rows(&file, &self.terms, known, &report),
                unread: file.plan.as_ref().err().and_then(|problem| self.unread(&file, problem)),
                plan: file.plan,
                terms_reused: report.terms_reused,
                currency_reused: report.currency_reused,
                tax: report.tax,
                offers: std::mem::take(&mut report.offers),
                report: report.kept(),
            }
        };
        Ok(Seen { files: files.into_iter().zip(reports).map(seen).collect() })
    }

    /// Stores the files' good rows. It blocks.
    pub fn store(&self, progress: &Progress, total: &AtomicU64) -> Result<Vec<RunFile>, RunError> {
        let files = self.plan(total);
        let reports = import::run(&self.db, &files, &self.terms, progress, true)?;
        Ok(reports.into_iter().map(|report| report.kept()).collect())
    }

    /// Keeps what came of it, and removes the files.
    pub async fn finish(&self, files: &[RunFile]) -> Result<(), StoreError> {
        runs::save(&self.db, &self.upload.id, &self.terms.at, &self.terms.member, files).await?;
        Upload::remove(&self.root, &self.upload.id)?;
        Ok(())
    }

    /// Returns the columns of a file of which a person has to say more.
    fn unread(&self, file: &File, problem: &Problem) -> Option<Plan> {
        let bare = Options::new(&self.words);
        let options = match problem.code {
            ProblemCode::KindUnknown | ProblemCode::KindUnclear | ProblemCode::RequiredMissing => {
                Options { mapping: Some(vec![]), dates: Some(DateOrder::Dmy), ..bare }
            }
            ProblemCode::DateOrderUnclear => Options { dates: Some(DateOrder::Dmy), ..bare },
            _ => return None,
        };
        import::plan(vec![(file.path.clone(), file.name.clone())], &options).pop()?.plan.ok()
    }

    fn plan(&self, total: &AtomicU64) -> Vec<File> {
        let planned = |(place, handed): (usize, &Handed)| {
            let file = (self.upload.path(&self.root, place), handed.name.clone());
            let files = import::plan(vec![file], &handed.reading.options(&self.words)).into_iter();
            files.map(|file| handed.reading.applied(file)).collect::<Vec<_>>()
        };
        let files: Vec<File> = self.upload.files.iter().enumerate().flat_map(planned).collect();
        let rows = files.iter().filter_map(|file| file.plan.as_ref().ok()).map(|plan| plan.rows_estimate).sum();
        total.store(rows, Ordering::Relaxed);
        files
    }
}

impl Reading {
    /// Has a file read as a person says beyond how it is recognised.
    fn applied(&self, file: File) -> File {
        let plan = file.plan.map(|plan| Plan { terms_days: self.terms_days, tax: self.said_tax(), ..plan });
        let (reuses_terms, reuses_tax, reuses_currency) = (!self.terms_open, !self.tax_open, !self.currency_open);
        File { plan, corrections: self.corrections.clone(), reuses_terms, reuses_tax, reuses_currency, ..file }
    }

    fn said_tax(&self) -> Option<SaidTax> {
        SaidTax::of(self.tax.as_deref()?, self.tax_rate)
    }

    fn options<'w>(&self, words: &'w HeaderWords) -> Options<'w> {
        let target = |text: &Option<String>| text.as_deref().and_then(Target::named);
        Options {
            kind: self.kind.as_deref().and_then(kind_named),
            dates: self.dates.as_deref().and_then(DateOrder::of),
            currency: self.currency,
            mapping: self.mapping.as_ref().map(|mapping| mapping.iter().map(target).collect()),
            ..Options::new(words)
        }
    }
}

/// Enough was read.
struct Enough;

/// Returns the first rows that would be stored; what the store would refuse is among the report's problems, and what was erased
/// among its notes.
fn first_rows(file: &File, terms: &Terms, known: &[Known], report: &FileReport) -> Vec<FirstRow> {
    let Ok(plan) = &file.plan else { return vec![] };
    let is_erased = |note: &&Note| matches!(note.code, NoteCode::ErasedRow | NoteCode::ErasedPerson);
    let erased = report.notes.iter().filter(is_erased).filter_map(|note| note.line);
    let refused: BTreeSet<u32> = report.problems.iter().filter_map(|problem| problem.line).chain(erased).collect();
    let mut clients = Clients::new(known.iter().cloned());
    let mut context = terms.context(plan, &mut clients);
    let mut first: Vec<FirstRow> = Vec::new();
    let mut looked = 0;
    let mut put = |row: &crate::intake::row::Row| {
        if refused.contains(&row.line) {
            return Ok(());
        }
        looked += 1;
        // A file may give records of several kinds in turn; those of the first are shown.
        if first.first().is_some_and(|shown| shown.kind.table != row.kind.table) {
            return if looked < LOOKED_ROWS { Ok(()) } else { Err(Enough) };
        }
        let cells = row.cells.iter().map(|cell| OwnedCell::from(*cell)).collect();
        first.push(FirstRow { kind: row.kind, client: row.client.into(), id: row.id.into(), cells, line: row.line });
        if first.len() < FIRST_ROWS { Ok(()) } else { Err(Enough) }
    };
    let _: Result<_, ReadError<Enough>> = read(&file.path, plan, &mut context, &mut put, &mut |_| {});
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upload_is_kept_for_a_day() {
        let root = tempfile::tempdir().expect("a folder");
        let upload = Upload { id: "u1".into(), member: "m".into(), at: "2026-01-01T00:00:00Z".into(), files: vec![] };
        fs::create_dir_all(Upload::folder(root.path(), "u1")).expect("a folder");
        upload.save(root.path()).expect("saved");
        assert_eq!(Upload::load(root.path(), "u1").expect("read").map(|u| u.member), Some("m".to_owned()));
        for none in ["", "..", "u2", "../uploads/u1"] {
            assert!(Upload::load(root.path(), none).expect("read").is_none(), "{none}");
        }
        let touched = fs::metadata(Upload::folder(root.path(), "u1")).and_then(|data| data.modified()).expect("a time");
        let touched = Timestamp::try_from(touched).expect("a time");
        Upload::sweep(root.path(), touched + jiff::SignedDuration::from_hours(23)).expect("swept");
        assert_eq!(Upload::all(root.path()).expect("read").len(), 1);
        Upload::sweep(root.path(), touched + jiff::SignedDuration::from_hours(25)).expect("swept");
        assert_eq!(Upload::all(root.path()).expect("read").len(), 0);
    }
}
