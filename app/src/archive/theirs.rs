//! What the client takes along: of our records of the relationship those columns that are theirs as much as ours, the texts
//! of the contracts, and what was said to them. What a column is, is decided here for each; the test knows them all.

use super::Files;
use super::contracts::Words;
use super::records::{Row, write_part};
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
}
