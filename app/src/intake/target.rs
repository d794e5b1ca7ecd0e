//! What a column of a file can stand for: a column of a kind, or one of the few words that only files have.

use domain::record::{Kind, Type};

/// A column of a file stands for this column of this kind.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub kind: &'static Kind,
    pub column: &'static str,
}

impl PartialEq for Target {
    fn eq(&self, other: &Target) -> bool {
        self.kind.table == other.kind.table && self.column == other.column
    }
}
impl Eq for Target {}

/// The column that names the client; every kind has it.
pub const CLIENT: &str = "client";
/// The client's name beside its key, in files of every kind but the clients' own.
pub const CLIENT_NAME: &str = "client_name";

/// Columns that the store computes and no file carries.
const COMPUTED: [&str; 1] = ["known_on"];

/// Words that files have beside the columns of a kind.
const FILE_ONLY: [(&str, &[&str]); 9] = [
    ("invoices", &["net", "terms", "status", "line_amount", "line_net", "item", "balance"]),
    ("payments", &["method", RECORD]),
    ("time", &["hours", "duration", "start_time", "end_on", "end_time", "person_first", "person_last"]),
    ("costs", &[RECORD]),
    ("feedback", &[RECORD]),
    ("messages", &["at_time"]),
    ("incidents", &["at_time", RECORD]),
    ("pulse", &[RECORD]),
    ("values", &[RECORD]),
];

/// What names a record that has no number of its own: our own files carry it, so that they can be read back.
pub const RECORD: &str = "record";

impl Target {
    /// Returns the target of a kind's and a column's words, if there is one.
    pub fn of(kind: &'static Kind, column: &str) -> Option<Target> {
        columns(kind).find(|name| *name == column).map(|column| Target { kind, column })
    }

    /// Returns the target written as `invoices.due_on`.
    pub fn named(text: &str) -> Option<Target> {
        let (table, column) = text.split_once('.')?;
        Target::of(domain::record::kind_named(table)?, column)
    }

    /// Returns the column by which a file names records of the kind, if it can.
    pub fn naming(kind: &'static Kind) -> Option<Target> {
        let own = kind.id_column().map_or(RECORD, |(name, _)| name);
        Target::of(kind, own)
    }

    /// Returns what the column holds.
    pub fn r#type(&self) -> Type {
        match self.kind.position(self.column) {
            Some(position) => self.kind.columns[position].r#type,
            None => match self.column {
                "net" | "line_amount" | "line_net" | "balance" => Type::Amount,
                "end_on" => Type::Moment,
                _ => Type::Text,
            },
        }
    }
}

/// Returns every column that a file of the kind can have, the key first.
pub fn columns(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    let is_clients = kind.table == "clients";
    let own_id = kind.id_column().map(|(name, _)| name).filter(move |_| !is_clients);
    let stored = kind.columns.iter().map(|column| column.name).filter(|name| !COMPUTED.contains(name));
    let named = (!is_clients).then_some(CLIENT_NAME);
    let extra = FILE_ONLY.iter().filter(|(table, _)| *table == kind.table).flat_map(|(_, names)| names.iter().copied());
    [CLIENT].into_iter().chain(named).chain(own_id).chain(stored).chain(extra)
}

/// Tells whether every row of the kind must have the column.
pub fn is_required(kind: &Kind, column: &'static str) -> bool {
    match kind.position(column) {
        Some(position) => kind.columns[position].required,
        None => column == CLIENT || kind.id_column() == Some((column, true)),
    }
}

/// Returns the word that our own files print for a column: `on` for the store's `on_day`.
pub fn file_word(column: &str) -> &str {
    match column {
        "on_day" => "on",
        "end_on" => "end_date",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::kind_named;

    #[test]
    fn a_kind_has_its_own_columns_and_those_of_files() {
        let of = |table| columns(kind_named(table).expect("a kind")).collect::<Vec<_>>();
        assert_eq!(
            of("payments"),
            ["client", "client_name", "invoice", "paid_on", "amount", "currency", "method", "record"]
        );
        assert!(of("time").contains(&"hours") && of("time").contains(&"entry"));
        assert!(!of("invoices").contains(&"known_on") && of("invoices").contains(&"invoice"));
        assert_eq!(of("clients")[..2], ["client", "name"]);
        assert_eq!(Target::named("invoices.known_on"), None);
        assert_eq!(Target::named("time.hours").map(|t| t.column), Some("hours"));
    }

    #[test]
    fn required_columns() {
        for (table, column, required) in [
            ("invoices", "invoice", true),
            ("invoices", "client", true),
            ("time", "entry", false),
            ("invoices", "note", false),
        ] {
            assert_eq!(is_required(kind_named(table).expect("a kind"), column), required, "{table}.{column}");
        }
    }
}
