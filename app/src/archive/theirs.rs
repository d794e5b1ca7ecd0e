//! What the client takes along: of our records of the relationship those columns that are theirs as much as ours, the texts
//! of the contracts, and what was said to them. What a column is, is decided here for each; the test knows them all.

use super::Files;
use super::contracts::Words;
use super::records::{Row, guarded, table, write_part};
use domain::case::parting::ending;
use domain::journal::digest;
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

/// Writes the files that were put on their page by their names, and a table of them.
pub fn given(all: Vec<(String, Vec<u8>)>, files: &mut Files) {
    let mut lines = vec![];
    for ((name, bytes), nth) in all.into_iter().zip(1..) {
        let path = format!("given/{nth:03}{}", ending(&name));
        lines.push(vec![path.clone(), guarded(&name), digest(&bytes), bytes.len().to_string()]);
        files.insert(path, bytes);
    }
    if !lines.is_empty() {
        files.insert("given/given.csv".to_owned(), table(vec!["path", "name", "sha256", "bytes"], lines.into_iter()));
    }
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
    fn what_was_given_to_them_lies_under_a_number_with_its_name_beside_it() {
        let mut files = Files::new();
        given(vec![("../تسليم.pdf".to_owned(), vec![1, 2, 3]), ("=x".to_owned(), vec![])], &mut files);
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["given/001.pdf", "given/002", "given/given.csv"]);
        let table = String::from_utf8(files["given/given.csv"].clone()).expect("text");
        assert!(table.contains(&format!("given/001.pdf,../تسليم.pdf,{},3\n", digest(&[1, 2, 3]))), "{table}");
        assert!(table.contains("given/002,'=x,"), "{table}");
        let mut none = Files::new();
        given(vec![], &mut none);
        assert!(none.is_empty());
    }
}
