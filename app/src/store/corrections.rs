//! Cells of imported files that were read as a person corrected them: the file's own text is kept beside.

use super::bulk::Table;
use super::cell::{OwnedCell, Storage};
use super::{Db, StoreError};
use crate::intake::correction::{Correction, Spot};

/// The table, for the fast lane.
pub const TABLE: Table = Table {
    name: "corrections",
    columns: &[
        ("source_id", Storage::Integer),
        ("line", Storage::Integer),
        ("place", Storage::Integer),
        ("header", Storage::Text),
        ("target", Storage::Text),
        ("original", Storage::Text),
        ("corrected", Storage::Text),
        ("member", Storage::Text),
        ("corrected_at", Storage::Text),
        ("record_line", Storage::Integer),
    ],
    key: 3,
};

/// Returns the rows of a file's corrections, in the order of `TABLE`.
pub fn rows(source: u32, corrections: &[Correction]) -> Vec<Vec<OwnedCell>> {
    let row = |Correction { spot, corrected, member, at, record_line }: &Correction| {
        let numbers = [i64::from(source), i64::from(spot.line), spot.place as i64].map(OwnedCell::Integer);
        let texts = [&spot.header, &spot.target, &spot.original, corrected, member, at];
        let texts = texts.map(|text| OwnedCell::Text(text.clone()));
        numbers.into_iter().chain(texts).chain([OwnedCell::Integer(i64::from(*record_line))]).collect()
    };
    corrections.iter().map(row).collect()
}

/// A correction as the database returns it.
pub type Row = (i64, i64, String, String, String, String, String, String);

/// Returns the correction of a row; what record that row belongs to is seen anew when it is read.
pub fn read((line, place, header, target, original, corrected, member, at): Row) -> Correction {
    let spot = Spot { line: line as u32, place: place as usize, header, target, original };
    Correction { spot, corrected, member, at, record_line: 0 }
}

/// Returns the corrections of the rows that a record was read from, in the order of lines and columns, each with the
/// name of who made it.
pub async fn of_record(db: &Db, source: u32, line: u32) -> Result<Vec<(Correction, Option<String>)>, StoreError> {
    type Named = (i64, i64, String, String, String, String, String, String, Option<String>);
    let rows: Vec<Named> = sqlx::query_as(
        "SELECT c.line, c.place, c.header, c.target, c.original, c.corrected, c.member, c.corrected_at, m.name
           FROM corrections c LEFT JOIN members m ON m.id = c.member
          WHERE c.source_id = $1 AND (c.line = $2 OR c.record_line = $2) ORDER BY c.line, c.place",
    )
    .bind(i64::from(source))
    .bind(i64::from(line))
    .fetch_all(&db.pool)
    .await?;
    let named = |(line, place, header, target, original, corrected, member, at, name): Named| {
        (read((line, place, header, target, original, corrected, member, at)), name)
    };
    Ok(rows.into_iter().map(named).collect())
}
