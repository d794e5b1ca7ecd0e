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

/// A cell whose text stands in the batch's.
#[derive(Clone, Copy)]
enum Packed {
    Null,
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
    /// Where its cells begin.
    cells: u32,
    line: u32,
}

impl Batch {
    /// Takes a row.
    pub fn take(&mut self, row: &Row) {
        let (client, id) = (self.keep(row.client), self.keep(row.id));
        let mut begins = [0; 8];
        begins.iter_mut().zip(row.client.as_bytes()).for_each(|(to, from)| *to = *from);
        self.rows.push(Packet { begins, client, id, cells: self.cells.len() as u32, line: row.line });
        for cell in row.cells {
            let packed = match cell {
                Cell::Null => Packed::Null,
                Cell::Text(text) => Packed::Text(self.keep(text)),
                Cell::Integer(number) => Packed::Integer(*number),
                Cell::Decimal(number) => Packed::Decimal(*number),
            };
            self.cells.push(packed);
        }
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
    pub fn cells(&self, place: usize, width: usize) -> [Cell<'_>; WIDEST] {
        let first = self.rows[place].cells as usize;
        let own = &self.cells[first..first + width];
        std::array::from_fn(|i| match own.get(i) {
            None | Some(Packed::Null) => Cell::Null,
            Some(Packed::Text(span)) => Cell::Text(self.text_at(*span)),
            Some(Packed::Integer(number)) => Cell::Integer(*number),
            Some(Packed::Decimal(number)) => Cell::Decimal(*number),
        })
    }

    /// Returns a row around its cells.
    pub fn row<'a>(&'a self, place: usize, kind: &'static Kind, cells: &'a [Cell<'a>; WIDEST]) -> Row<'a> {
        let packet = self.rows[place];
        let (client, id) = (self.text_at(packet.client), self.text_at(packet.id));
        Row { kind, client, id, cells: &cells[..kind.columns.len()], line: packet.line }
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
