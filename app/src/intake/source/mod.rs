//! Where rows come from: delimited text and workbooks, both as records in order.

pub mod decode;
pub mod delimited;
pub mod guard;
pub mod record;
#[cfg(test)]
pub mod sample;
pub mod sheet;
pub mod sniff;

pub use decode::Encoding;
pub use delimited::Step;
pub use record::{Mark, Record};

use super::problem::Problem;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

/// How a file holds its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    Csv { delimiter: u8, encoding: Encoding, returns_only: bool },
    Xlsx { sheet: String },
}

impl Format {
    /// Tells whether a bare number may stand for a day.
    pub fn has_serials(&self) -> bool {
        matches!(self, Format::Xlsx { .. })
    }
}

/// Hands over every row in order, with the bytes of text that lie behind it, until the visitor breaks.
pub fn each(
    path: &Path,
    format: &Format,
    visit: &mut dyn FnMut(Step<'_>, u64) -> ControlFlow<()>,
) -> Result<(), Problem> {
    match format {
        Format::Xlsx { sheet } => sheet::Workbook::open(path)?.each_row(sheet, &mut |step| visit(step, 0)),
        Format::Csv { delimiter, encoding, returns_only } => {
            let file = File::open(path).map_err(|error| Problem::unreadable(&error))?;
            let mut reader =
                delimited::Delimited::new(decode::Decoded::new(file, *encoding, *returns_only), *delimiter);
            loop {
                let passed = reader.bytes_passed();
                match reader.step()? {
                    Step::End => return Ok(()),
                    step => {
                        if visit(step, passed).is_break() {
                            return Ok(());
                        }
                    }
                }
            }
        }
    }
}
