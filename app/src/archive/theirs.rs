//! What the client takes along: of our records of the relationship those columns that are theirs as much as ours, the texts
//! of the contracts, and what was said to them. What a column is, is decided here for each; the test knows them all.

use super::Files;
use super::contracts::Words;
use super::records::{Row, guarded, table, write_part};
use domain::case::parting::ending;
use domain::separation::portal::ClientPage;

/// Of each kind the columns that the client may have. What we think of their invoices, work and manners is ours.
const THEIRS: [(&str, &[&str]); 5] = [
    ("clients", &["name", "currency", "country", "terms_days", "agreed_rate", "agreed_hours_per_month", "started_on"]),
    (
        "contracts",
        &[
            "signed_on",
            "starts_on",
            "ends_on",
            "agreed_rate",
            "agreed_hours_per_month",
            "notice_length",
            "notice_unit",
            "auto_renews",
            "early_fee",
            "currency",
        ],
    ),
    ("invoices", &["issued_on", "due_on", "amount", "tax", "currency", "kind"]),
    ("payments", &["invoice", "paid_on", "amount", "currency"]),
    ("deliverables", &["due_on", "started_on", "delivered_on", "accepted_on"]),
];

/// The other table of which it holds rows: the texts of contracts.
const TEXTS: &str = "contract_texts";

/// Tells whether it holds rows of any of some tables.
pub fn holds(tables: &[String]) -> bool {
    tables.iter().any(|table| table == TEXTS || THEIRS.iter().any(|(theirs, _)| theirs == table))
}

/// Writes the client's part.
pub fn write(rows: &[Row], texts: &[Words], page: Option<&ClientPage>, files: &mut Files) {
    write_part(rows, &THEIRS, files);
    for (text, words) in texts {
        files.insert(text.file.clone(), words.clone().into_bytes());
    }
    for letter in page.iter().flat_map(|page| &page.letters) {
        if let Some(text) = &letter.text {
            let name = format!("letters/{}-{}.txt", letter.id, letter.kind.word());
            files.insert(name, text.clone().into_bytes());
        }
    }
}

/// A file that was put on their page: its name, its digest, and how many bytes it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub name: String,
    pub sha256: String,
    pub bytes: u64,
}

/// Writes the table of the files that were put on their page; returns the path of each, in their order.
pub fn given(all: &[Given], files: &mut Files) -> Vec<String> {
    let path = |(one, nth): (&Given, u32)| format!("given/{nth:03}{}", ending(&one.name));
    let paths: Vec<String> = all.iter().zip(1..).map(path).collect();
    let line = |(path, one): (&String, &Given)| {
        vec![path.clone(), guarded(&one.name), one.sha256.clone(), one.bytes.to_string()]
    };
    if !all.is_empty() {
        let lines = paths.iter().zip(all).map(line);
        files.insert("given/given.csv".to_owned(), table(vec!["path", "name", "sha256", "bytes"], lines));
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::{KINDS, kind_named};

    /// Of the kinds from which something is handed over, what stays.
    const OURS: [(&str, &[&str]); 5] = [
        ("clients", &["lead", "sector"]),
        ("contracts", &["file"]),
        (
            "invoices",
            &["pass_through", "disputed", "disputed_on", "dispute_cause", "dispute_upheld", "note", "known_on"],
        ),
        ("payments", &[]),
        (
            "deliverables",
            &[
                "late_cause",
                "revisions",
                "revisions_ours",
                "revisions_agreed",
                "defects",
                "reopened_on",
                "reopened",
                "criteria_changed",
                "acknowledged_on",
                "acknowledged",
                "known_on",
            ],
        ),
    ];

    /// The kinds of which nothing is handed over.
    const WITHHELD: [&str; 11] = [
        "promises",
        "reminders",
        "time",
        "costs",
        "feedback",
        "requests",
        "messages",
        "goals",
        "incidents",
        "pulse",
        "values",
    ];

    #[test]
    fn every_column_of_every_kind_is_decided() {
        for kind in KINDS {
            let of = |list: &'static [(&str, &[&str])]| {
                let named = list.iter().find(|(table, _)| *table == kind.table);
                named.map(|(_, columns)| columns.to_vec()).unwrap_or_default()
            };
            let mut known = [of(&THEIRS), of(&OURS)].concat();
            let mut columns: Vec<&str> = kind.columns.iter().map(|column| column.name).collect();
            if known.is_empty() {
                assert!(WITHHELD.contains(&kind.table), "{} is new: whose is it?", kind.table);
                continue;
            }
            known.sort_unstable();
            columns.sort_unstable();
            assert_eq!(known, columns, "{}", kind.table);
        }
        assert!(THEIRS.iter().all(|(table, _)| kind_named(table).is_some()));
    }

    #[test]
    fn a_table_is_held_if_something_of_it_is_handed_over() {
        let holds = |table: &str| holds(&["goals".to_owned(), table.to_owned()]);
        assert!(holds("deliverables") && holds("contract_texts"));
        assert!(!WITHHELD.iter().any(|table| holds(table)) && !holds("contract_terms"));
    }

    #[test]
    fn what_was_given_to_them_lies_under_a_number_with_its_name_beside_it() {
        let mut files = Files::new();
        let one = |name: &str, bytes| Given { name: name.to_owned(), sha256: "00ff".to_owned(), bytes };
        let paths = given(&[one("../تسليم.pdf", 3), one("=x", 0)], &mut files);
        assert_eq!(paths, ["given/001.pdf", "given/002"]);
        let table = String::from_utf8(files["given/given.csv"].clone()).expect("text");
        assert!(table.contains("given/001.pdf,../تسليم.pdf,00ff,3\n"), "{table}");
        assert!(table.contains("given/002,'=x,00ff,0\n"), "{table}");
        let mut none = Files::new();
        assert!(given(&[], &mut none).is_empty() && none.is_empty());
    }
}
