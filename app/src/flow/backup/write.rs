//! Lines into parts, parts into a place. Memory holds one part.

use super::Failed;
use super::lines::{Head, Line, Sum, Summing, Sums, write_row};
use crate::keep::backup::{Kind, MANIFEST, Manifest, PART_BYTES, Part, Place, Sealer};
use crate::store::dump::Snapshot;
use data_encoding::BASE64;
use domain::journal::digest;
use ed25519_dalek::SigningKey;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use tokio::runtime::Handle;

/// So much of a file stands on one line.
const STRETCH_BYTES: usize = 1024 * 1024;

/// A backup that is being written. It blocks.
pub struct Writing {
    place: Place,
    runtime: Handle,
    readers: Vec<String>,
    sealer: Sealer,
    manifest: Manifest,
    sums: Sums,
}

impl Writing {
    pub fn begin(place: Place, readers: Vec<String>, manifest: Manifest, head: Head) -> Result<Self, Failed> {
        let (runtime, sealer) = (Handle::current(), Sealer::new(&readers)?);
        let mut writing = Writing { place, runtime, readers, sealer, manifest, sums: Sums::default() };
        writing.line(&Line::Head(head).bytes())?;
        Ok(writing)
    }

    /// Writes every table of a database.
    pub fn database(&mut self, snapshot: &mut Snapshot) -> Result<(), Failed> {
        for table in snapshot.tables()? {
            let (name, columns) = (table.name.clone(), table.columns.clone());
            let (mut line, mut summing) = (Line::Table { name, columns }.bytes(), Summing::default());
            summing.add(0, &line);
            self.line(&line)?;
            snapshot.rows(&table, |row| {
                write_row(&mut line, row)?;
                summing.add(1, &line);
                self.line(&line)
            })?;
            self.sums.tables.insert(table.name, summing.sum());
        }
        Ok(())
    }

    /// Writes a file under a path.
    pub fn file(&mut self, path: &str, from: &Path) -> Result<(), Failed> {
        let mut file = File::open(from).map_err(|_| Failed::File(path.to_owned()))?;
        let (mut stretch, mut summing) = (vec![0; STRETCH_BYTES], Summing::default());
        loop {
            let read = file.read(&mut stretch)?;
            summing.add(read, &stretch[..read]);
            // An empty file has a line, too.
            let is_first = !self.sums.files.contains_key(path);
            if read == 0 && !is_first {
                break;
            }
            self.line(&Line::File { path: path.to_owned(), base64: BASE64.encode(&stretch[..read]) }.bytes())?;
            self.sums.files.entry(path.to_owned()).or_insert(Sum { count: 0, sha256: String::new() });
        }
        self.sums.files.insert(path.to_owned(), summing.sum());
        Ok(())
    }

    /// Ends it with its list; from then on it is a whole backup. Returns what was written.
    pub fn end(mut self, signer: &SigningKey, beside: &[(String, Vec<u8>)]) -> Result<(Manifest, Sums), Failed> {
        let end = Line::End(self.sums.clone()).bytes();
        self.line(&end)?;
        self.part()?;
        if self.manifest.kind == Kind::Keys {
            self.manifest.keys = Some(self.sums.files.len() as u64);
            self.manifest.marks = self.sums.files.keys().map(|key| self.manifest.mark(key)).collect();
        }
        let (manifest, text) = self.manifest.written(signer)?;
        for (file, bytes) in beside {
            self.runtime.block_on(self.place.put(&format!("{}/{file}", manifest.name), bytes.clone()))?;
        }
        self.runtime.block_on(self.place.put(&format!("{}/{MANIFEST}", manifest.name), text))?;
        Ok((manifest, self.sums))
    }

    fn line(&mut self, line: &[u8]) -> Result<(), Failed> {
        self.sealer.line(line)?;
        if self.sealer.bytes >= PART_BYTES { self.part() } else { Ok(()) }
    }

    fn part(&mut self) -> Result<(), Failed> {
        let sealed = std::mem::replace(&mut self.sealer, Sealer::new(&self.readers)?).finish()?;
        let file = format!("part-{:05}.jsonl.gz.age", self.manifest.parts.len() + 1);
        let path = format!("{}/{file}", self.manifest.name);
        self.manifest.parts.push(Part { file, bytes: sealed.len() as u64, sha256: digest(&sealed) });
        Ok(self.runtime.block_on(self.place.put(&path, sealed))?)
    }
}
