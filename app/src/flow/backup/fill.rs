//! What a backup says, put where it belongs: rows into an empty database, files into an empty folder, keys beside them.

use super::Failed;
use super::lines::{Line, Owned, Summing, Sums, write_row};
use super::make::is_key;
use super::read::{Said, read};
use crate::keep::backup::{Manifest, Place, Trouble};
use crate::secret::identity::Identity;
use crate::store::Db;
use crate::store::dump::{Filling, Snapshot, Value, empty};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use tokio::runtime::Handle;

/// Fills an empty database and folder, and holds what stands there then against what was backed up. It blocks.
pub fn data(
    (place, manifest, identity): (&Place, &Manifest, &Identity),
    address: &str,
    root: &Path,
) -> Result<(Db, Sums), Failed> {
    let runtime = Handle::current();
    let mut filled: Option<(Db, Filling)> = None;
    let mut file = Open::default();
    let strange = |what: &str| Failed::from(Trouble::Damaged(format!("{}: {what}", manifest.name)));
    let sums = read(place, manifest, identity, |said| match (said, &mut filled) {
        (Said::Head(head), None) => {
            let db = runtime.block_on(empty::make(address, &head.migrations))?.ok_or(Failed::NewerTables)?;
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
        (Said::Stretch { path, bytes }, Some(_)) if stays(path) => file.write(root, path, bytes, false),
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

/// Fills a folder of keys; returns how many. It blocks.
pub fn keys((place, manifest, identity): (&Place, &Manifest, &Identity), root: &Path) -> Result<u64, Failed> {
    let mut file = Open::default();
    let folder = root.join("keys");
    let sums = read(place, manifest, identity, |said| match said {
        Said::Head(_) => Ok(()),
        Said::Stretch { path, bytes } if is_key(path) => file.write(&folder, path, bytes, true),
        _ => Err(Trouble::Damaged(manifest.name.clone()).into()),
    })?;
    file.close()?;
    Ok(sums.files.len() as u64)
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

/// Tells whether a path stays within the folder that it is put into, and is no key.
fn stays(path: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    path.split('/').all(is_plain) && !path.starts_with("keys/")
}

/// The file whose stretches come one after the other.
#[derive(Default)]
struct Open(Option<(String, File)>);

impl Open {
    fn write(&mut self, root: &Path, path: &str, bytes: &[u8], is_private: bool) -> Result<(), Failed> {
        if self.0.as_ref().is_none_or(|(open, _)| open != path) {
            self.close()?;
            let file = root.join(path);
            std::fs::create_dir_all(file.parent().unwrap_or(root))?;
            self.0 = Some((path.to_owned(), created(&file, is_private)?));
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
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        if is_private {
            options.mode(0o600);
            if let Some(folder) = path.parent() {
                std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
            }
        }
    }
    options.open(path)
}
