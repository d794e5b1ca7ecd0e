//! Cells that are read otherwise than the file writes them, because a person said so. The file itself stays as it is.

use super::source::{Mark, Record};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A cell of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The physical line where the record begins; in a workbook the sheet's row.
    pub line: u32,
    /// The column, counted from 0.
    pub place: usize,
    pub header: String,
    /// What the column stands for, as `invoices.due_on`; empty where it stands for nothing.
    pub target: String,
    /// What the file writes.
    pub original: String,
}

impl Spot {
    /// Tells whether it is this cell.
    pub fn is_at(&self, line: u32, place: usize) -> bool {
        (self.line, self.place) == (line, place)
    }
}

/// A cell that a person corrected. If the file says anything else there, it is not the cell that was meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    #[serde(flatten)]
    pub spot: Spot,
    pub corrected: String,
    /// Who said so, and when.
    pub member: String,
    pub at: String,
    /// The first line of the record that the row became part of, where that is another; else 0.
    #[serde(default)]
    pub record_line: u32,
}

/// The corrections of one file, by line.
#[derive(Default)]
pub struct Corrections<'c>(HashMap<u32, Vec<&'c Correction>>);

impl<'c> Corrections<'c> {
    /// Sorts corrections by line.
    pub fn of(list: &'c [Correction]) -> Corrections<'c> {
        let mut lines: HashMap<u32, Vec<&Correction>> = HashMap::new();
        list.iter().for_each(|correction| lines.entry(correction.spot.line).or_default().push(correction));
        Corrections(lines)
    }

    /// Returns a record as corrected, and which corrections that took; `None` where nothing of it is corrected.
    pub fn apply(&self, record: &Record) -> Option<(Rewritten, Vec<&'c Correction>)> {
        let meant = if self.0.is_empty() { None } else { self.0.get(&record.line) }?;
        let is_it = |spot: &Spot| spot.place < record.len() && record.field(spot.place) == spot.original;
        let taken: Vec<&Correction> = meant.iter().copied().filter(|correction| is_it(&correction.spot)).collect();
        let mut rewritten = Rewritten::of(record);
        taken.iter().for_each(|correction| rewritten.set(correction.spot.place, &correction.corrected));
        (!taken.is_empty()).then_some((rewritten, taken))
    }
}

/// A record some of whose fields say something else than in the file.
#[derive(Clone, Debug)]
pub struct Rewritten {
    line: u32,
    terminated: bool,
    text: String,
    fields: Vec<(u32, u32)>,
    marks: Vec<Mark>,
}

impl Rewritten {
    /// Takes a record as it is.
    pub fn of(record: &Record) -> Rewritten {
        Rewritten {
            line: record.line,
            terminated: record.terminated,
            text: record.text.to_owned(),
            fields: record.fields.to_vec(),
            marks: record.marks.to_vec(),
        }
    }

    /// Puts another text into a field: typed text, whatever stood there.
    pub fn set(&mut self, place: usize, text: &str) {
        let from = self.text.len() as u32;
        self.text.push_str(text);
        if let Some(field) = self.fields.get_mut(place) {
            *field = (from, self.text.len() as u32);
        }
        if let Some(mark) = self.marks.get_mut(place) {
            *mark = Mark::Plain;
        }
    }

    /// Lends the record.
    pub fn record(&self) -> Record<'_> {
        let written = |(from, to): &(u32, u32)| &self.text[*from as usize..*to as usize];
        Record {
            line: self.line,
            terminated: self.terminated,
            has_nul: self.fields.iter().any(|field| written(field).contains('\0')),
            text: &self.text,
            fields: &self.fields,
            marks: &self.marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(line: u32, place: usize, original: &str, corrected: &str) -> Correction {
        let (header, target, original) = (String::new(), String::new(), original.to_owned());
        let spot = Spot { line, place, header, target, original };
        Correction { spot, corrected: corrected.into(), member: String::new(), at: String::new(), record_line: 0 }
    }

    #[test]
    fn only_the_cell_that_was_meant_is_read_otherwise() {
        let fields = [(0, 3), (4, 9), (10, 12)];
        let record =
            Record { line: 7, terminated: true, has_nul: false, text: "A-1, 2O26,12", fields: &fields, marks: &[] };
        let list = [
            correction(7, 1, "2O26", "2026"),
            correction(7, 2, "13", "14"),
            correction(7, 9, "", "x"),
            correction(8, 0, "A-1", "B"),
        ];
        let (rewritten, taken) = Corrections::of(&list).apply(&record).expect("a cell was meant");
        assert_eq!(rewritten.record().all().collect::<Vec<_>>(), ["A-1", "2026", "12"]);
        assert_eq!(taken, [&list[0]]);
        assert!(Corrections::of(&list[1..]).apply(&record).is_none());
        assert!(Corrections::default().apply(&record).is_none());
    }
}
