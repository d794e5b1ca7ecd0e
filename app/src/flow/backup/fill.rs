//! What a backup says, put where it belongs: rows into an empty database, files into an empty folder, keys beside them.

use super::Failed;
use super::lines::{Line, Owned, Summing, Sums, stays, write_row};
use super::make::is_key;
use super::read::{Said, read};
use crate::keep::backup::{Manifest, Place, Trouble};
use crate::secret::identity::Identity;
use crate::secret::key_folder::create_private;
use crate::store::Db;
use crate::store::dump::empty::{self, Unfit};
use crate::store::dump::{Filling, Snapshot, Value};
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use tokio::runtime::Handle;

/// Fills an empty database and folder, and holds what stands there then against what was backed up. It blocks.
pub fn data(
    (place, manifest, identity): (&Place, &Manifest, &Identity),
    address: &str,
    root: &Path,
    traces: &mut Traces,
) -> Result<(Db, Sums), Failed> {
    let runtime = Handle::current();
    let mut filled: Option<(Db, Filling)> = None;
    let mut file = Open::default();
    let strange = |what: &str| Failed::from(Trouble::Damaged(format!("{}: {what}", manifest.name)));
    let sums = read(place, manifest, identity, |said| match (said, &mut filled) {
        (Said::Head(head), None) => {
            let made = runtime.block_on(empty::make(address, &head.migrations))?;
            let db = made.map_err(|unfit| match unfit {
                Unfit::Newer => Failed::NewerTables,
                Unfit::Taken => Failed::DatabaseThere,
            })?;
            traces.database = Some(address.to_owned());
            let filling = Filling::begin(&db)?;
            filled = Some((db, filling));
            Ok(())
        }
        (Said::Table { name, columns }, Some((_, filling))) => {
            if filling.table(name, columns)? {
                Ok(())
            } else {
                Err(strange(name))
            }
        }
        (Said::Row(row), Some((_, filling))) => {
            let values: Vec<Value> = row.iter().map(Owned::value).collect();
            Ok(filling.put(&values)?)
        }
        (Said::Stretch { path, bytes }, Some(_)) if stays(path) => file.write(traces, (root, path), bytes, false),
        (Said::Stretch { path, .. }, _) => Err(strange(path)),
        _ => Err(strange("head")),
    })?;
    file.close()?;
    let (db, filling) = filled.ok_or_else(|| strange("head"))?;
    filling.commit()?;
    let stands = database(&db)?;
    match sums.tables.iter().find(|(table, sum)| stands.tables.get(*table) != Some(sum)) {
        Some((table, _)) => Err(Failed::Differs(table.clone())),
        None => Ok((db, sums)),
    }
}

/// Fills a folder of keys with all but those that were destroyed since; returns how many came, and how many did not. It
/// blocks.
pub fn keys(
    (place, manifest, identity): (&Place, &Manifest, &Identity),
    root: &Path,
    destroyed: &BTreeSet<String>,
    traces: &mut Traces,
) -> Result<(u64, u64), Failed> {
    let mut file = Open::default();
    let folder = root.join("keys");
    let sums = read(place, manifest, identity, |said| match said {
        Said::Head(_) => Ok(()),
        Said::Stretch { path, .. } if destroyed.contains(path) => Ok(()),
        Said::Stretch { path, bytes } if is_key(path) => file.write(traces, (&folder, path), bytes, true),
        _ => Err(Trouble::Damaged(manifest.name.clone()).into()),
    })?;
    file.close()?;
    let gone = sums.files.keys().filter(|key| destroyed.contains(*key)).count() as u64;
    Ok((sums.files.len() as u64 - gone, gone))
}

/// Counts what stands in a database, as a backup of it would. It blocks.
pub fn database(db: &Db) -> Result<Sums, Failed> {
    let mut snapshot = Snapshot::take(db)?;
    let mut sums = Sums::default();
    for table in snapshot.tables()? {
        let head = Line::Table { name: table.name.clone(), columns: table.columns.clone() };
        let (mut line, mut summing) = (vec![], Summing::default());
        summing.add(0, &head.bytes());
        let is_mark = |row: &[Value]| table.name == "settings" && row.first() == Some(&Value::Text(empty::RESTORING));
        snapshot.rows(&table, |row| {
            if !is_mark(row) {
                write_row(&mut line, row)?;
                summing.add(1, &line);
            }
            Ok::<_, Failed>(())
        })?;
        sums.tables.insert(table.name, summing.sum());
    }
    Ok(sums)
}

/// What a restoring made. When it fails so much goes again, and nothing else.
#[derive(Default)]
pub struct Traces {
    pub files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    /// Its address.
    database: Option<String>,
}

impl Traces {
    /// Makes a folder that only its owner looks into, with those above it, where there is none.
    pub fn folder(&mut self, folder: &Path) -> std::io::Result<()> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(above) = folder.parent() {
            self.folder(above)?;
        }
        create_private(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// Removes all of it. What cannot be removed keeps the mark of a place that is not whole.
    pub async fn clear(self) {
        if let Some(address) = &self.database {
            let _ = empty::clear(address).await;
        }
        for file in self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            // Where somebody else put something it stays.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// The file whose stretches come one after the other.
#[derive(Default)]
struct Open(Option<(String, File)>);

impl Open {
    fn write(
        &mut self,
        traces: &mut Traces,
        (root, path): (&Path, &str),
        bytes: &[u8],
        is_private: bool,
    ) -> Result<(), Failed> {
        if self.0.as_ref().is_none_or(|(open, _)| open != path) {
            self.close()?;
            let file = root.join(path);
            traces.folder(file.parent().unwrap_or(root))?;
            self.0 = Some((path.to_owned(), created(&file, is_private)?));
            traces.files.push(file);
        }
        if let Some((_, file)) = &mut self.0 {
            file.write_all(bytes)?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failed> {
        if let Some((_, file)) = self.0.take() {
            file.sync_all()?;
        }
        Ok(())
    }
}

/// Nothing is overwritten.
fn created(path: &Path, is_private: bool) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        if is_private {
            options.mode(0o600);
        }
    }
    options.open(path)
}
