//! What names a record within its client: the files' own id, its key columns, or its day and a digest of what it says.

use super::draft::Draft;
use super::form::{Form, Role};
use domain::record::{Cell, Key};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// Names the records of one file; twins within it are numbered.
#[derive(Default)]
pub struct Identities {
    /// The names met, as sixty-four bits of a hash.
    met: HashSet<u64, BuildHasherDefault<Already>>,
    /// How often a name was met again.
    again: HashMap<u64, u32>,
    id: String,
}

impl Identities {
    /// Returns what names a record: `client` is its client's key, `own` the file's own id or nothing, `text` its record's.
    pub fn name(&mut self, form: &Form, draft: &Draft, client: &str, own: &str, text: &str) -> &str {
        self.id.clear();
        match form.kind.key {
            _ if form.role == Role::PaymentOfInvoice => {
                self.push_columns(form, draft, &["invoice"], text);
                self.id.push_str("/with-invoice");
            }
            Key::Given(_) | Key::Maybe(_) if !own.is_empty() => self.id.push_str(own),
            Key::Given(_) => self.id.push_str(client),
            Key::Maybe(_) | Key::Digest => self.push_digest(form, draft, client),
            Key::Columns(columns) => self.push_columns(form, draft, columns, text),
            Key::Series(columns) => {
                self.push_columns(form, draft, columns, text);
                let mut hasher = DefaultHasher::new();
                (form.kind.table, client, &self.id).hash(&mut hasher);
                self.number_twin(hasher.finish());
            }
        }
        &self.id
    }

    /// Writes `2026-01-05.k3f9q2m8tx`, and for the second of its like in the file `.1` behind it.
    fn push_digest(&mut self, form: &Form, draft: &Draft, client: &str) {
        let mut digest = Sha256::new();
        digest.update(form.kind.table.as_bytes());
        digest.update([0x1f]);
        digest.update(client.as_bytes());
        digest.update([0x1e]);
        digest.update(&draft.canonical);
        let bits: [u8; 32] = digest.finalize().into();
        let first = u64::from_be_bytes(bits[..8].try_into().expect("eight bytes"));
        if let Some(day) = draft.written_day {
            write!(self.id, "{day}.").expect("a String takes everything");
        }
        self.id.extend((0..LETTERS).map(|letter| char::from(BASE32[(first >> (59 - 5 * letter) & 31) as usize])));
        self.number_twin(first);
    }

    fn push_columns(&mut self, form: &Form, draft: &Draft, columns: &[&str], text: &str) {
        for (number, column) in columns.iter().enumerate() {
            if number > 0 {
                self.id.push('/');
            }
            match draft.cell(form.at(column), text) {
                Cell::Text(text) => self.id.push_str(text),
                Cell::Integer(number) => write!(self.id, "{number}").expect("a String takes everything"),
                Cell::Decimal(number) => write!(self.id, "{number}").expect("a String takes everything"),
                Cell::Null => {}
            }
        }
    }

    fn number_twin(&mut self, hash: u64) {
        if !self.met.insert(hash) {
            let count = self.again.entry(hash).or_default();
            *count += 1;
            write!(self.id, ".{count}").expect("a String takes everything");
        }
    }
}

/// Ten letters of five bits: two facts of one client and one day share them once in 2^50.
const LETTERS: u32 = 10;
const BASE32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Passes on what is a hash already.
#[derive(Default)]
pub struct Already(u64);

impl Hasher for Already {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
