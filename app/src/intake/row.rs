//! One record as read from a file.

use domain::record::{Cell, Kind};

/// One record as read: what the store's lanes take.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub kind: &'static Kind,
    pub client: &'a str,
    pub id: &'a str,
    /// In the order of the kind's columns.
    pub cells: &'a [Cell<'a>],
    /// The physical line on which the record begins; in a workbook the sheet's row.
    pub line: u32,
}
