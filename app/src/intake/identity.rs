//! What names a record within its client: the files' own id, its key columns, or its day and a digest of what it says.

use super::accept::Origin;
use super::draft::{Draft, Value, push_day};
use super::form::{Form, Role};
use super::hash::{Already, Mix, spread};
use domain::days::Day;
use domain::record::{Cell, Key, WITH_INVOICE};
use domain::text::western_digits;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::Hasher;
use std::ops::Range;

/// Names the records of one file; twins within it are numbered.
#[derive(Default)]
pub struct Identities {
    /// The names met on each day, as sixty-four bits of a hash. Exports are in the order of days as a rule: the sets in
    /// use stay small and near.
    met: HashMap<u64, HashSet<u64, Already>, Already>,
    /// How often a name was met again.
    again: HashMap<u64, u32>,
    id: String,
    old_id: String,
    bytes: Vec<u8>,
}

/// What names a record within its client.
pub struct Name<'a> {
    pub id: &'a str,
    /// The digest of earlier versions, where it is another.
    pub old_id: Option<&'a str>,
}

impl Identities {
    /// Returns what names a record.
    pub fn name(&mut self, form: &Form, draft: &Draft, origin: &Origin) -> Name<'_> {
        let Origin { client, own, text, .. } = *origin;
        self.id.clear();
        self.old_id.clear();
        match form.kind.key {
            _ if form.role == Role::PaymentOfInvoice => {
                self.push(draft.cell(PAYMENT_INVOICE, text));
                self.id.push_str(WITH_INVOICE);
            }
            Key::Given(_) | Key::Maybe(_) | Key::Digest | Key::Series(_) if !own.is_empty() => {
                self.id += &western_digits(own)
            }
            Key::Given(_) => self.id.push_str(client),
            Key::Maybe(_) | Key::Digest => self.push_digest(form, draft, client, text),
            Key::Columns(columns) => self.push_columns(form, draft, columns, text),
            Key::Series(columns) => {
                self.push_columns(form, draft, columns, text);
                let mut hasher = Mix::default();
                hasher.write(client.as_bytes());
                hasher.write(self.id.as_bytes());
                self.number_twin(draft, hasher.finish());
            }
        }
        Name { id: &self.id, old_id: (!self.old_id.is_empty()).then_some(self.old_id.as_str()) }
    }

    /// Names a record by a digest in which numbers that it refers to have western digits; where the file writes others, the
    /// name by those is told, too, for earlier versions gave it.
    fn push_digest(&mut self, form: &Form, draft: &Draft, client: &str, text: &str) {
        if !draft.levelled.is_empty() {
            self.push_digest_of(form, draft, client, text, &[]);
            std::mem::swap(&mut self.id, &mut self.old_id);
        }
        self.push_digest_of(form, draft, client, text, &draft.levelled);
    }

    /// Writes `2026-01-05.k3f9q2m8tx`, and for the second of its like in the file `.1` behind it.
    fn push_digest_of(
        &mut self,
        form: &Form,
        draft: &Draft,
        client: &str,
        text: &str,
        levelled: &[(Range<usize>, String)],
    ) {
        self.bytes.clear();
        for part in [form.kind.table.as_bytes(), &[0x1f], client.as_bytes(), &[0x1e]] {
            self.bytes.extend_from_slice(part);
        }
        let mut from = 0;
        for (written, western) in levelled {
            self.bytes.extend_from_slice(&draft.canonical[from..written.start]);
            self.bytes.extend_from_slice(western.as_bytes());
            from = written.end;
        }
        self.bytes.extend_from_slice(&draft.canonical[from..]);
        let bits: [u8; 32] = Sha256::digest(&self.bytes).into();
        let first = u64::from_be_bytes(bits[..8].try_into().expect("eight bytes"));
        match (draft.values[form.at.happened], draft.written_day) {
            // A day that stands in the file as we write it need not be written anew.
            (Value::Field(from, _), _) => self.id.push_str(&text[from as usize..from as usize + 10]),
            (_, Some(day)) => push_day(&mut self.id, day),
            _ => {}
        }
        self.id.push('.');
        self.id.extend((0..LETTERS).map(|letter| char::from(BASE32[(first >> (59 - 5 * letter) & 31) as usize])));
        self.number_twin(draft, first);
    }

    fn push_columns(&mut self, form: &Form, draft: &Draft, columns: &[&str], text: &str) {
        for (number, column) in columns.iter().enumerate() {
            if number > 0 {
                self.id.push('/');
            }
            let place = form.kind.position(column).expect("a key column is a column");
            self.push(draft.cell(place, text));
        }
    }

    fn push(&mut self, cell: Cell) {
        match cell {
            Cell::Text(text) => self.id.push_str(text),
            Cell::Integer(number) => write!(self.id, "{number}").expect("a String takes everything"),
            Cell::Decimal(number) => write!(self.id, "{number}").expect("a String takes everything"),
            Cell::Null => {}
        }
    }

    fn number_twin(&mut self, draft: &Draft, hash: u64) {
        let day = spread(draft.written_day.map_or(0, Day::number) as u64);
        if !self.met.entry(day).or_default().insert(hash) {
            let count = self.again.entry(hash).or_default();
            *count += 1;
            write!(self.id, ".{count}").expect("a String takes everything");
        }
    }
}

/// `invoice` is the first column of a payment.
const PAYMENT_INVOICE: usize = 0;

/// Ten letters of five bits: two facts of one client and one day share them once in 2^50.
const LETTERS: u32 = 10;
const BASE32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
