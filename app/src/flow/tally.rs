//! Counting what became of a file's rows: each row once, although it may have given several records.

use crate::store::bulk::{Fate, Put};
use std::collections::BTreeMap;

/// What became of each line of one file.
#[derive(Default)]
pub struct Tally {
    /// By physical line, what its records met with; one byte a line, for files have millions.
    lines: Vec<u8>,
    /// Records stored or found stored, by table.
    pub kinds: BTreeMap<&'static str, u64>,
}

/// The counts that a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub rows: u64,
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
}

const ADDED: u8 = 1;
const CHANGED: u8 = 2;
const UNCHANGED: u8 = 4;
const PROBLEM: u8 = 8;

impl Tally {
    /// Notes a record's fate.
    pub fn note(&mut self, fate: &Fate) {
        let bit = match fate.put {
            Put::Added => ADDED,
            Put::Changed | Put::Overruled => CHANGED,
            Put::Unchanged | Put::Kept => UNCHANGED,
            Put::Duplicate | Put::InvoiceUnknown => PROBLEM,
        };
        if bit != PROBLEM {
            *self.kinds.entry(fate.kind).or_default() += 1;
        }
        self.mark(fate.line, bit);
    }

    /// Notes that a line has a problem.
    pub fn problem(&mut self, line: u32) {
        self.mark(line, PROBLEM);
    }

    /// Returns the counts: a row with a problem is neither added nor changed, whatever else it gave.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for bits in self.lines.iter().filter(|bits| **bits != 0) {
            counts.rows += 1;
            if bits & PROBLEM != 0 {
            } else if bits & CHANGED != 0 {
                counts.changed += 1;
            } else if bits & ADDED != 0 && bits & UNCHANGED == 0 {
                counts.added += 1;
            } else if bits & ADDED != 0 {
                counts.changed += 1;
            } else {
                counts.unchanged += 1;
            }
        }
        counts
    }

    fn mark(&mut self, line: u32, bit: u8) {
        let line = line as usize;
        if line >= self.lines.len() {
            self.lines.resize(line + 1, 0);
        }
        self.lines[line] |= bit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(fates: &[(u32, Put)]) -> Counts {
        let mut tally = Tally::default();
        for (line, put) in fates {
            tally.note(&Fate { kind: "invoices", line: *line, put: *put, about: None });
        }
        tally.counts()
    }

    #[test]
    fn every_row_counts_once() {
        let counts = counted(&[
            (2, Put::Added),
            (2, Put::Added),
            (3, Put::Unchanged),
            (3, Put::Added), // an invoice we knew, now paid
            (4, Put::Unchanged),
            (5, Put::Added),
            (5, Put::InvoiceUnknown),
            (6, Put::Changed),
            (7, Put::Overruled),
            (8, Put::Kept),
        ]);
        assert_eq!(counts, Counts { rows: 7, added: 1, changed: 3, unchanged: 2 });
    }
}
