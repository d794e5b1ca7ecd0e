//! One record as read.

use domain::record::{Cell, Kind};

/// One record as read: what the store's lanes take. `cells` stand in the order of `kind.columns`.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub kind: &'static Kind,
    pub client: &'a str,
    /// What names the record within its client (`intake::identity`).
    pub id: &'a str,
    /// The digest under which an earlier version stored it, where it refers to a number in other digits than western ones.
    pub old_id: Option<&'a str>,
    pub cells: &'a [Cell<'a>],
    /// The physical line where the record begins; in a workbook the sheet's row.
    pub line: u32,
}
