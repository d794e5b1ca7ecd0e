//! The vocabulary in which a kind of record is declared.

use crate::days::Day;
use crate::money::Currency;
use serde::{Deserialize, Serialize};

/// A kind of record: a table, a CSV file and a word in URLs, all of one name.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    pub table: &'static str,
    pub key: Key,
    /// The columns beside `client` and the key's own, in the order of the table.
    pub columns: &'static [Column],
    /// The column that says on which day it happened; empty where a record is true without a day.
    pub happened: &'static str,
}

/// What names a record within its client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The files' own id, in this column, always there.
    Given(&'static str),
    /// The files' own id where there is one; else as `Digest`.
    Maybe(&'static str),
    /// The day, a digest of the values, and a number among identical rows of one file (RULINGS 24).
    Digest,
    /// The values of these columns.
    Columns(&'static [&'static str]),
    /// The values of these columns, and a number among the rows of one file that share them.
    Series(&'static [&'static str]),
}

impl Kind {
    /// Returns the position of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == column)
    }

    /// Returns the column of the files' own id, and whether every row must have one.
    pub fn id_column(&self) -> Option<(&'static str, bool)> {
        match self.key {
            Key::Given(name) => Some((name, true)),
            Key::Maybe(name) => Some((name, false)),
            Key::Digest | Key::Columns(_) | Key::Series(_) => None,
        }
    }
}

/// Returns the table whose ids a column holds, if it refers to a record.
pub fn referred(column: &str) -> Option<&'static str> {
    match column {
        "invoice" => Some("invoices"),
        "deliverable" => Some("deliverables"),
        "reply_to" => Some("messages"),
        _ => None,
    }
}

/// One column of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub r#type: Type,
    pub required: bool,
}

/// What a column holds. Sums are minor units of the row's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    Day,
    Moment,
    Amount,
    Integer,
    Decimal,
    Flag,
    Currency,
    Choice(&'static [&'static str]),
}

/// The text of a cell. Names and numbers are short: up to 24 bytes stand in the record itself, without memory of their own.
pub type Text = compact_str::CompactString;

/// One stored cell, as a store hands it over and takes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Null,
    Text(&'a str),
    Integer(i64),
    Decimal(f64),
}

/// Where a record was read: the source's number in the store, and the line on which the record begins there.
/// A record entered by hand has line 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    pub id: u32,
    pub line: u32,
}

/// An amount in minor units of its row's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minor(pub i64);

/// A day with, where known, the minute of that day on the firm's wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub day: Day,
    pub minute: Option<u16>,
}

impl Moment {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, seconds and what follows ignored.
    pub fn from_iso(text: &str) -> Option<Moment> {
        let day = Day::from_iso(text)?;
        match text.as_bytes().get(11..16) {
            None if text.len() == 10 => Some(Moment { day, minute: None }),
            Some([h1, h2, b':', m1, m2]) => {
                let digit = |b: &u8| b.is_ascii_digit().then(|| u16::from(b - b'0'));
                let (hour, minute) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
                (hour < 24 && minute < 60).then_some(Moment { day, minute: Some(hour * 60 + minute) })
            }
            _ => None,
        }
    }
}

/// A Rust type that a column can have.
pub trait Field: Sized {
    const TYPE: Type;
    const REQUIRED: bool = true;
    /// Reads a stored cell; `None` if it cannot hold this type.
    fn read(cell: Cell) -> Option<Self>;
}

impl<T: Field> Field for Option<T> {
    const TYPE: Type = T::TYPE;
    const REQUIRED: bool = false;
    fn read(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            _ => T::read(cell).map(Some),
        }
    }
}

macro_rules! field {
    ($type:ty, $kind:expr, $pattern:pat => $read:expr) => {
        impl Field for $type {
            const TYPE: Type = $kind;
            fn read(cell: Cell) -> Option<Self> {
                match cell {
                    $pattern => $read,
                    _ => None,
                }
            }
        }
    };
}
field!(Text, Type::Text, Cell::Text(text) => Some(text.into()));
field!(Day, Type::Day, Cell::Text(text) => Day::from_iso(text));
field!(Moment, Type::Moment, Cell::Text(text) => Moment::from_iso(text));
field!(Minor, Type::Amount, Cell::Integer(minor) => Some(Minor(minor)));
field!(i64, Type::Integer, Cell::Integer(number) => Some(number));
field!(bool, Type::Flag, Cell::Integer(flag) => Some(flag != 0));

impl Field for f64 {
    const TYPE: Type = Type::Decimal;
    fn read(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Decimal(number) => Some(number),
            Cell::Integer(number) => Some(number as f64),
            _ => None,
        }
    }
}

/// A row's currency: a file need not state it, a stored row always has one (RULINGS 23).
impl Field for Currency {
    const TYPE: Type = Type::Currency;
    const REQUIRED: bool = false;
    fn read(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Text(code) => Currency::of(code),
            _ => None,
        }
    }
}

/// A fixed list of words, each a value.
pub trait Choice: Copy + 'static {
    const WORDS: &'static [&'static str];
    /// Returns the value of a word of the list.
    fn of(word: &str) -> Option<Self>;
    /// Returns the word that files and the store use.
    fn word(self) -> &'static str;
}

/// Declares an enum whose values are the words of a column.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),* }

        impl $crate::record::Choice for $name {
            const WORDS: &'static [&'static str] = &[$($word),*];
            fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::record::Field for $name {
            const TYPE: $crate::record::Type = $crate::record::Type::Choice(<$name as $crate::record::Choice>::WORDS);
            fn read(cell: $crate::record::Cell) -> Option<Self> {
                match cell {
                    $crate::record::Cell::Text(word) => <$name as $crate::record::Choice>::of(word),
                    _ => None,
                }
            }
        }
    };
}

/// Declares a kind: a struct of its columns, the table's description, and how a stored row becomes the struct.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident in $table:literal, key $key:expr, happened $happened:literal,
     { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            /// What names the record within its client.
            pub id: $crate::record::Text,
            $($(#[$field_doc])* pub $field: $type,)*
            /// Where the record was read.
            pub source: $crate::record::Source,
        }

        impl $name {
            /// The kind's table and columns.
            pub const KIND: $crate::record::Kind = $crate::record::Kind {
                table: $table,
                key: $key,
                columns: &[$($crate::record::Column {
                    name: stringify!($field),
                    r#type: <$type as $crate::record::Field>::TYPE,
                    required: <$type as $crate::record::Field>::REQUIRED,
                }),*],
                happened: $happened,
            };

            /// Reads a stored row whose cells stand in the order of `KIND.columns`; `None` if one does not fit.
            pub fn read(
                id: &str,
                source: $crate::record::Source,
                cells: &[$crate::record::Cell],
            ) -> Option<$name> {
                let mut cells = cells.iter();
                Some($name {
                    id: id.into(),
                    $($field: <$type as $crate::record::Field>::read(*cells.next()?)?,)*
                    source,
                })
            }
        }
    };
}
pub(super) use choice;
pub(super) use record;
