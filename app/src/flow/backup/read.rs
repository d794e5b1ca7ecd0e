//! Parts back into lines, and lines into what they say. What was counted on the way is held against what the backup says
//! of itself.

use super::Failed;
use super::lines::{Head, Line, Owned, Sum, Summing, Sums, is_row, read_row};
use crate::keep::backup::{Manifest, Place, Trouble, walk};
use crate::secret::identity::Identity;
use data_encoding::BASE64;
use tokio::runtime::Handle;

/// What a line says.
pub enum Said<'l> {
    Head(&'l Head),
    Table { name: &'l str, columns: &'l [String] },
    Row(&'l [Owned]),
    Stretch { path: &'l str, bytes: &'l [u8] },
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    sums: Sums,
    /// What is being summed up: a table or a file, and its name.
    now: Option<(bool, String, Summing)>,
    end: Option<Sums>,
}

/// Reads a whole backup, handing over what each line says; returns what there was. It blocks.
pub fn read(
    place: &Place,
    manifest: &Manifest,
    identity: &Identity,
    mut each: impl FnMut(Said) -> Result<(), Failed>,
) -> Result<Sums, Failed> {
    let damaged = || Failed::from(Trouble::Damaged(manifest.name.clone()));
    let mut reading = Reading::default();
    walk(&Handle::current(), place, manifest, identity, |line| -> Result<(), Failed> {
        if reading.end.is_some() {
            return Err(damaged());
        }
        if is_row(line) {
            let row = read_row(line).ok_or_else(damaged)?;
            match &mut reading.now {
                Some((true, _, summing)) => summing.add(1, line),
                _ => return Err(damaged()),
            }
            return each(Said::Row(&row));
        }
        match serde_json::from_slice(line).map_err(|_| damaged())? {
            Line::Head(head) => each(Said::Head(&head)),
            Line::Table { name, columns } => {
                reading.begin(true, &name);
                reading.add(0, line);
                each(Said::Table { name: &name, columns: &columns })
            }
            Line::File { path, base64 } => {
                let bytes = BASE64.decode(base64.as_bytes()).map_err(|_| damaged())?;
                if !matches!(&reading.now, Some((false, now, _)) if *now == path) {
                    reading.begin(false, &path);
                }
                reading.add(bytes.len(), &bytes);
                each(Said::Stretch { path: &path, bytes: &bytes })
            }
            Line::End(sums) => {
                reading.close();
                reading.end = Some(sums);
                Ok(())
            }
        }
    })?;
    if reading.end.as_ref() == Some(&reading.sums) { Ok(reading.sums) } else { Err(damaged()) }
}

impl Reading {
    fn begin(&mut self, is_table: bool, name: &str) {
        self.close();
        self.now = Some((is_table, name.to_owned(), Summing::default()));
    }

    fn add(&mut self, count: usize, bytes: &[u8]) {
        if let Some((_, _, summing)) = &mut self.now {
            summing.add(count, bytes);
        }
    }

    fn close(&mut self) {
        if let Some((is_table, name, summing)) = self.now.take() {
            let sums = if is_table { &mut self.sums.tables } else { &mut self.sums.files };
            let sum: Sum = summing.sum();
            sums.insert(name, sum);
        }
    }
}
