//! A row that meets what stands under its key: whether it says anything new, and against whom.

use super::Put;
use super::said::Said;
use crate::intake::row::Row;
use crate::store::cell::{self, OwnedCell};
use domain::record::{Cell, Kind};
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// A record as it stands in the store, met by a row with the same key.
pub struct Standing {
    pub cells: Vec<OwnedCell>,
    pub source: i64,
    pub line: i64,
}

impl Standing {
    /// Says what a row with the same key means; `met` holds the keys of the current file that stood before it.
    pub fn meet(&self, row: &Row, said: &Said, source: u32, met: &mut Met) -> Put {
        if self.is_said_by(row, said) {
            met.note(row);
            Put::Unchanged
        } else if self.source == i64::from(source) || met.has(row) {
            Put::Duplicate
        } else {
            Put::Changed
        }
    }

    /// Tells whether a row says nothing else than what stands.
    fn is_said_by(&self, row: &Row, said: &Said) -> bool {
        let says = said.of(row.kind);
        self.cells.iter().zip(row.cells).enumerate().all(|(i, (old, new))| !says.says(i) || old.cell() == *new)
    }

    /// Tells whether a person entered or corrected it by hand.
    pub fn is_by_hand(&self) -> bool {
        self.line == 0
    }

    /// Returns the row with what it does not say filled in from what stands.
    pub fn complete<'a>(&'a self, row: &Row<'a>, said: &Said) -> Vec<Cell<'a>> {
        let says = said.of(row.kind);
        self.cells
            .iter()
            .zip(row.cells)
            .enumerate()
            .map(|(i, (old, new))| if says.says(i) { *new } else { old.cell() })
            .collect()
    }

    /// Returns what stands as the JSON object that `changes` keeps.
    pub fn json(&self, kind: &Kind) -> String {
        cell::json(kind, &self.cells, self.source, self.line)
    }
}

/// Says what comes of a row that contradicts what a person stated: what files said of the record before is no news.
/// `past` is what stood before each of its changes, as `changes` keeps it.
pub fn against_hand(row: &Row, said: &Said, past: &[String], put: Put, met: &mut Met) -> Put {
    let of_file = |json: &String| {
        let (cells, source, line) = cell::from_json(row.kind, json)?;
        (line != 0).then_some(Standing { cells, source, line })
    };
    if past.iter().filter_map(of_file).any(|before| before.is_said_by(row, said)) {
        met.note(row);
        Put::Kept
    } else if put == Put::Changed {
        Put::Overruled
    } else {
        put
    }
}

/// Digests of the keys that the current file found unchanged, so that a second row with such a key is known for one.
#[derive(Default)]
pub struct Met {
    digests: HashSet<u64>,
    state: RandomState,
}

impl Met {
    pub fn note(&mut self, row: &Row) {
        self.digests.insert(self.state.hash_one((row.kind.table, row.client, row.id)));
    }

    fn has(&self, row: &Row) -> bool {
        self.digests.contains(&self.state.hash_one((row.kind.table, row.client, row.id)))
    }
}
