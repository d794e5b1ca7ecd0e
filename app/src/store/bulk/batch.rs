//! Rows that wait to be put: kept side by side in one text and one list of cells, and put in the order of their keys, so
//! that a table clustered by client is written page after page.

use super::read::WIDEST;
use crate::intake::row::Row;
use domain::record::{Cell, Kind};

/// Rows of one kind.
#[derive(Default)]
pub struct Batch {
    text: String,
    cells: Vec<Packed>,
    rows: Vec<Packet>,
}

/// A cell that is not null, its text in the batch's.
#[derive(Clone, Copy)]
enum Packed {
    Text(Span),
    Integer(i64),
    Decimal(f64),
}

/// A stretch of the batch's text.
#[derive(Clone, Copy)]
struct Span(u32, u32);

#[derive(Clone, Copy)]
struct Packet {
    /// How the client begins, which settles most comparisons.
    begins: [u8; 8],
    client: Span,
    id: Span,
    /// Where its cells that are not null begin.
    cells: u32,
    /// One bit a column, the lowest first: whether the cell is not null.
    filled: u16,
    line: u32,
}

const _: () = assert!(WIDEST <= u16::BITS as usize);

impl Batch {
    /// Takes a row.
    pub fn take(&mut self, row: &Row) {
        let (client, id) = (self.keep(row.client), self.keep(row.id));
        let mut begins = [0; 8];
        begins.iter_mut().zip(row.client.as_bytes()).for_each(|(to, from)| *to = *from);
        let (cells, mut filled) = (self.cells.len() as u32, 0);
        for (place, cell) in row.cells.iter().enumerate() {
            let packed = match cell {
                Cell::Null => continue,
                Cell::Text(text) => Packed::Text(self.keep(text)),
                Cell::Integer(number) => Packed::Integer(*number),
                Cell::Decimal(number) => Packed::Decimal(*number),
            };
            filled |= 1 << place;
            self.cells.push(packed);
        }
        self.rows.push(Packet { begins, client, id, cells, filled, line: row.line });
    }

    /// Returns how many rows wait.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns how many bytes of text wait.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Forgets every row and keeps the room.
    pub fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
    }

    /// Puts the rows in the order of their keys; rows of one key stay in the order of the file.
    pub fn sort(&mut self) {
        let text = self.text.as_bytes();
        let at = |span: Span| &text[span.0 as usize..span.1 as usize];
        let key = |row: &Packet| (at(row.client), at(row.id));
        self.rows.sort_by(|a, b| a.begins.cmp(&b.begins).then_with(|| key(a).cmp(&key(b))));
    }

    /// Returns a row's cells, and null beyond its kind's width.
    pub fn cells(&self, place: usize) -> [Cell<'_>; WIDEST] {
        let packet = &self.rows[place];
        let (mut cells, mut left) = ([Cell::Null; WIDEST], packet.filled);
        for packed in &self.cells[packet.cells as usize..][..packet.filled.count_ones() as usize] {
            cells[left.trailing_zeros() as usize] = match packed {
                Packed::Text(span) => Cell::Text(self.text_at(*span)),
                Packed::Integer(number) => Cell::Integer(*number),
                Packed::Decimal(number) => Cell::Decimal(*number),
            };
            left &= left - 1;
        }
        cells
    }

    /// Returns a row around its cells.
    pub fn row<'a>(&'a self, place: usize, kind: &'static Kind, cells: &'a [Cell<'a>; WIDEST]) -> Row<'a> {
        let packet = self.rows[place];
        let (client, id) = (self.text_at(packet.client), self.text_at(packet.id));
        Row { kind, client, id, old_id: None, cells: &cells[..kind.columns.len()], line: packet.line }
    }

    fn keep(&mut self, text: &str) -> Span {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Span(start, self.text.len() as u32)
    }

    fn text_at(&self, span: Span) -> &str {
        &self.text[span.0 as usize..span.1 as usize]
    }
}
