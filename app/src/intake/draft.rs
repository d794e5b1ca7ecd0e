//! One record's values for one kind, read from their texts but not yet a row. Used again for every record.

use super::form::{CellForm, Form, Reading, Source};
use super::problem::ProblemCode;
use super::source::{Mark as CellMark, Record};
use super::value::amount::{self, Amount};
use super::value::date::{self, DateFault, Stamp};
use super::value::number::{Mark, Number};
use super::words::{currency, values};
use domain::days::Day;
use domain::money::Currency;
use domain::record::Cell;
use domain::text::western_digits;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::ops::Range;

/// The most columns that a kind has.
pub const COLUMNS_MAX: usize = 16;

/// Why a record gives no row: the code, and the field or else the column that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub code: ProblemCode,
    pub place: Option<usize>,
    pub column: &'static str,
}

/// One cell's value; texts stand in the record or, where they were made, in the draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Null,
    Integer(i64),
    Decimal(f64),
    Field(u32, u32),
    Made(u32, u32),
    Word(&'static str),
    /// The draft's currency.
    Currency,
}

/// What rows are read with.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    pub zone: Option<&'r TimeZone>,
    pub keep_text: bool,
    /// A bare number may be a spreadsheet's day.
    pub serials: bool,
}

/// One record's values for one kind.
#[derive(Default)]
pub struct Draft {
    pub values: Vec<Value>,
    /// The days among the values, by place.
    pub days: Vec<Option<Day>>,
    /// The amounts among the values, as written.
    pub amounts: Vec<Option<Amount>>,
    pub currency: Option<Currency>,
    /// The currencies that share the sign in its currency column, where one stands there.
    pub shared: Option<&'static [Currency]>,
    /// The day on which it happened as the file writes it: an id may not depend on the firm's time zone.
    pub written_day: Option<Day>,
    /// What the file states, in one form: the same facts give the same bytes whatever the file's format.
    pub canonical: Vec<u8>,
    /// Where in it stands a number that it refers to in other digits than western ones, and the number in those.
    pub levelled: Vec<(Range<usize>, String)>,
    /// What is still unpaid of an invoice, in minor units, where its row says so.
    pub balance: Option<i64>,
    /// An invoice's amount as its row states it, before what was said of tax is put on.
    pub stated: Option<i64>,
    /// Whether its amount is before tax, where the file's own columns say so.
    pub before_tax: Option<bool>,
    /// Whether its due day follows from terms that a person said of the whole file.
    pub by_said_terms: bool,
    /// Whether a digest of `canonical` will name the record.
    pub needs_digest: bool,
    made: String,
    /// The currencies met, each looked up once; a file has few.
    currencies: Vec<(String, Currency)>,
}

impl Draft {
    /// Reads every cell of a record; what a kind's role adds comes after.
    pub fn read(&mut self, form: &Form, record: &Record, reader: Reader) -> Result<(), Fault> {
        self.values.clear();
        self.days.clear();
        self.amounts.clear();
        self.made.clear();
        self.canonical.clear();
        self.levelled.clear();
        (self.currency, self.shared, self.written_day) = (None, None, None);
        (self.balance, self.stated) = (None, None);
        (self.before_tax, self.by_said_terms) = (None, false);
        self.needs_digest = needs_digest(form, record);
        for cell in &form.cells {
            self.days.push(None);
            self.amounts.push(None);
            let value = match cell.source {
                Some(source) => self.read_cell(form, cell, &source, record, reader)?,
                None => Value::Null,
            };
            self.values.push(value);
        }
        Ok(())
    }

    /// Returns the value at a place as a stored cell.
    pub fn cell<'a>(&'a self, place: usize, text: &'a str) -> Cell<'a> {
        match self.values[place] {
            Value::Null => Cell::Null,
            Value::Integer(number) => Cell::Integer(number),
            Value::Decimal(number) => Cell::Decimal(number),
            Value::Field(from, to) => Cell::Text(&text[from as usize..to as usize]),
            Value::Made(from, to) => Cell::Text(&self.made[from as usize..to as usize]),
            Value::Word(word) => Cell::Text(word),
            Value::Currency => Cell::Text(self.currency.as_ref().unwrap_or(&Currency::UNKNOWN).code()),
        }
    }

    /// Notes a fact for the digest.
    pub fn state(&mut self, column: &str, fact: &[u8]) {
        if self.needs_digest {
            self.canonical.extend_from_slice(column.as_bytes());
            self.canonical.push(0x1f);
            self.canonical.extend_from_slice(fact);
            self.canonical.push(0x1e);
        }
    }

    /// Keeps a number with western digits, and that the fact stated last, which is so long, is it in others.
    fn make_levelled(&mut self, length: usize, levelled: String) -> Value {
        let value = self.make(&levelled);
        if self.needs_digest {
            let end = self.canonical.len() - 1;
            self.levelled.push((end - length..end, levelled));
        }
        value
    }

    /// Keeps a text that stands nowhere in the record.
    pub fn make(&mut self, text: &str) -> Value {
        let from = self.made.len() as u32;
        self.made.push_str(text);
        Value::Made(from, self.made.len() as u32)
    }

    fn make_day(&mut self, day: Day) -> Value {
        let from = self.made.len() as u32;
        push_day(&mut self.made, day);
        Value::Made(from, self.made.len() as u32)
    }

    /// Sets a day that was worked out.
    pub fn set_day(&mut self, place: usize, day: Day) {
        self.days[place] = Some(day);
        self.values[place] = self.make_day(day);
    }

    fn read_cell(
        &mut self,
        form: &Form,
        cell: &CellForm,
        source: &Source,
        record: &Record,
        reader: Reader,
    ) -> Result<Value, Fault> {
        let text = checked(record, source, cell.column.name)?;
        if text.is_empty() || cell.reading == Reading::Computed {
            return Ok(Value::Null);
        }
        let fault = |code| Fault { code, place: Some(source.place), column: cell.column.name };
        let unknown = || fault(ProblemCode::ValueUnknown);
        let name = cell.column.name;
        Ok(match cell.reading {
            Reading::Text => {
                self.state(name, text.as_bytes());
                let (from, to) = record.range(source.place);
                match if cell.refers { western_digits(text) } else { Cow::Borrowed(text) } {
                    _ if cell.personal && !reader.keep_text => Value::Null,
                    Cow::Owned(levelled) => self.make_levelled(text.len(), levelled),
                    Cow::Borrowed(_) => Value::Field(from, to),
                }
            }
            Reading::Day | Reading::Moment => return self.read_day(form, cell, source, record, reader),
            Reading::Amount | Reading::Rate => {
                let amount = read_amount(record, source).ok_or_else(|| fault(ProblemCode::AmountInvalid))?;
                self.state_number(name, amount.number);
                *self.amounts.last_mut().expect("pushed for this cell") = Some(amount);
                Value::Null
            }
            Reading::Integer => {
                let number = read_number(record, source).and_then(|n| n.reduced().exact(0)).ok_or_else(unknown)?;
                self.state(name, &number.to_le_bytes());
                Value::Integer(number)
            }
            Reading::Terms => Value::Integer(values::terms_days(text).ok_or_else(unknown)?),
            Reading::Decimal => {
                let number = read_number(record, source).ok_or_else(unknown)?;
                self.state_number(name, number);
                Value::Decimal(number.float())
            }
            Reading::Flag => {
                let flag = values::flag(text).ok_or_else(unknown)?;
                self.state(name, &[u8::from(flag)]);
                Value::Integer(i64::from(flag))
            }
            Reading::Choice(words) => {
                let word = values::choice(form.kind, name, words, text).ok_or_else(unknown)?;
                self.state(name, word.as_bytes());
                Value::Word(word)
            }
            Reading::Currency => {
                let is_met = self.currencies.iter().any(|(known, _)| known == text);
                self.shared = if is_met { None } else { currency::shared(text) };
                let currency = match self.shared {
                    Some(all) => all[0],
                    None => self.currency_of(text).ok_or_else(|| fault(ProblemCode::CurrencyUnknown))?,
                };
                self.state(name, currency.code().as_bytes());
                self.currency = Some(currency);
                Value::Null
            }
            Reading::Computed => Value::Null,
        })
    }

    fn currency_of(&mut self, text: &str) -> Option<Currency> {
        if let Some((_, currency)) = self.currencies.iter().find(|(known, _)| known == text) {
            return Some(*currency);
        }
        let currency = currency::named(text)?;
        if self.currencies.len() < 16 {
            self.currencies.push((text.to_owned(), currency));
        }
        Some(currency)
    }

    fn state_number(&mut self, column: &str, number: Number) {
        if self.needs_digest {
            let Number { mantissa, scale } = number.reduced();
            let mut fact = [scale; 9];
            fact[1..].copy_from_slice(&mantissa.to_le_bytes());
            self.state(column, &fact);
        }
    }

    fn read_day(
        &mut self,
        form: &Form,
        cell: &CellForm,
        source: &Source,
        record: &Record,
        reader: Reader,
    ) -> Result<Value, Fault> {
        let text = record.field(source.place);
        let fault = |code| Fault { code, place: Some(source.place), column: cell.column.name };
        let mut stamp = date::read(text, source.dates, reader.serials).map_err(|why| match why {
            DateFault::Invalid => fault(ProblemCode::DateInvalid),
            DateFault::OrderUnclear => fault(ProblemCode::DateOrderUnclear),
        })?;
        let is_moment = cell.reading == Reading::Moment;
        if let Some(time) = form.slot("at_time").filter(|_| is_moment && stamp.second.is_none()) {
            let written = checked(record, time, "at_time")?;
            let invalid = Fault { code: ProblemCode::DateInvalid, place: Some(time.place), column: "at_time" };
            stamp.second = if written.is_empty() { None } else { Some(date::read_time(written).ok_or(invalid)?) };
        }
        if self.values.len() == form.at.happened {
            self.written_day = Some(stamp.day);
        }
        let minute = stamp.second.filter(|_| is_moment).map_or(0, |second| second as i32 / 60 + 1);
        self.state(cell.column.name, &(i64::from(stamp.day.number()) * 10_000 + i64::from(minute)).to_le_bytes());
        let stamp = local(stamp, reader.zone);
        *self.days.last_mut().expect("pushed for this cell") = Some(stamp.day);
        Ok(match stamp.second.filter(|_| is_moment) {
            Some(second) => {
                let from = self.made.len() as u32;
                push_day(&mut self.made, stamp.day);
                self.made.push('T');
                push_two(&mut self.made, second / 3600);
                self.made.push(':');
                push_two(&mut self.made, second / 60 % 60);
                Value::Made(from, self.made.len() as u32)
            }
            None if text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' => {
                let (from, to) = record.range(source.place);
                Value::Field(from, to)
            }
            None => self.make_day(stamp.day),
        })
    }
}

/// Writes a day as `YYYY-MM-DD`.
pub fn push_day(text: &mut String, day: Day) {
    let (year, month, day) = day.civil();
    push_two(text, year as u32 / 100);
    push_two(text, year as u32 % 100);
    text.push('-');
    push_two(text, month);
    text.push('-');
    push_two(text, day);
}

/// Writes a number below one hundred as two digits.
fn push_two(text: &mut String, number: u32) {
    text.push(char::from(b'0' + (number / 10 % 10) as u8));
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Returns a field's text; refuses what no cell may hold.
pub fn checked<'b>(record: &Record<'b>, source: &Source, column: &'static str) -> Result<&'b str, Fault> {
    let text = record.field(source.place);
    let fault = |code| Err(Fault { code, place: Some(source.place), column });
    match record.mark(source.place) {
        CellMark::Unvalued => fault(ProblemCode::FormulaWithoutValue),
        CellMark::Error => fault(ProblemCode::ValueUnknown),
        _ if record.has_nul && text.contains('\0') => fault(ProblemCode::NulByte),
        _ => Ok(text),
    }
}

/// Reads an amount; a spreadsheet's own number has a point whatever its column's texts have, and may carry the noise of
/// a calculation: it is rounded like in the sheet.
pub fn read_amount(record: &Record, source: &Source) -> Option<Amount> {
    let mark = if record.mark(source.place) == CellMark::Number { Some(Mark::Point) } else { source.mark };
    amount::read(record.field(source.place), mark)
}

/// Reads a number without a sign of currency; a percent sign is passed over.
pub fn read_number(record: &Record, source: &Source) -> Option<Number> {
    let mark = if record.mark(source.place) == CellMark::Number { Some(Mark::Point) } else { source.mark };
    let text = record.field(source.place).trim_end_matches(['%', '٪']).trim_end();
    Number::read(text, mark)
}

/// Puts a stamp with an offset on the firm's wall clock; without a zone it stays as written.
fn local(stamp: Stamp, zone: Option<&TimeZone>) -> Stamp {
    let (Some(zone), Some(second), Some(offset_min)) = (zone, stamp.second, stamp.offset_min) else { return stamp };
    let utc = i64::from(stamp.day.number()) * 86_400 + i64::from(second) - i64::from(offset_min) * 60;
    let Ok(instant) = jiff::Timestamp::from_second(utc) else { return stamp };
    let there = instant.to_zoned(zone.clone()).datetime();
    let second = i32::from(there.hour()) * 3600 + i32::from(there.minute()) * 60 + i32::from(there.second());
    Stamp { day: Day::from(there.date()), second: Some(second as u32), offset_min: Some(offset_min) }
}

fn needs_digest(form: &Form, record: &Record) -> bool {
    match form.kind.key {
        domain::record::Key::Digest | domain::record::Key::Maybe(_) => {
            form.id.is_none_or(|source| record.field(source.place).is_empty())
        }
        _ => false,
    }
}
