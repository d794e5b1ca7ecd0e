//! What stood in rows before, and what import runs say of values that were refused or corrected.

use super::{Gone, Table, Writing, run};
use crate::store::StoreError;
use crate::store::runs::RunFile;
use serde_json::Value;

/// So many words of a text may be a name.
const NAME_WORDS_MAX: usize = 12;

/// Whose values go from what is said of import runs.
pub(super) struct Past<'p> {
    /// In files that brought rows of these tables; in every file where none is named.
    pub tables: &'p [String],
    pub whose: Whose<'p>,
}

/// Which values go.
pub(super) enum Whose<'p> {
    /// What is said of a refused row does not tell whose it was, so all go.
    All,
    /// Those in which this name stands.
    Person(&'p (dyn Fn(&str) -> bool + Sync)),
}

/// Removes how cells of a table's rows were corrected, also in a line that became part of another one's record.
pub(super) async fn corrections(
    tx: &mut Writing,
    table: &Table,
    which: &str,
    values: &[&str],
) -> Result<u64, StoreError> {
    let has = |wanted: &str| table.columns.iter().any(|column| column == wanted);
    if !has("source_id") || !has("source_line") {
        return Ok(0);
    }
    let text = format!(
        "DELETE FROM corrections WHERE EXISTS (SELECT 1 FROM \"{}\" t WHERE t.source_id = corrections.source_id
            AND (t.source_line = corrections.line OR t.source_line = corrections.record_line) AND {which})",
        table.name
    );
    run(tx, text, values).await
}

/// Removes what stood in a client's rows of a kind, and how cells of that were corrected.
pub(super) async fn of_kind(tx: &mut Writing, client: &str, kind: &str, gone: &mut Gone) -> Result<(), StoreError> {
    for before in before(tx, client, kind).await? {
        let read: Value = serde_json::from_str(&before).unwrap_or_default();
        let (Some(source), Some(line)) = (read["source_id"].as_i64(), read["source_line"].as_i64()) else { continue };
        let text = "DELETE FROM corrections WHERE source_id = $1 AND (line = $2 OR record_line = $2)";
        let removed = sqlx::query(text).bind(source).bind(line).execute(&mut **tx).await?;
        gone.add("corrections", removed.rows_affected());
    }
    let text = "DELETE FROM changes WHERE client = $1 AND kind = $2".to_owned();
    gone.add("changes", run(tx, text, &[client, kind]).await?);
    Ok(())
}

/// Tells whether a name stands in what a client's rows of a kind said before.
pub(super) async fn names(
    tx: &mut Writing,
    client: &str,
    kind: &str,
    is_theirs: impl Fn(&str) -> bool,
) -> Result<bool, StoreError> {
    let stood = |before: &String| {
        let read: Value = serde_json::from_str(before).unwrap_or_default();
        let texts = read.as_object().into_iter().flat_map(|row| row.values()).filter_map(Value::as_str);
        texts.into_iter().any(|text| has_name(text, &is_theirs))
    };
    Ok(before(tx, client, kind).await?.iter().any(stood))
}

async fn before(tx: &mut Writing, client: &str, kind: &str) -> Result<Vec<String>, StoreError> {
    let before = sqlx::query_scalar("SELECT before FROM changes WHERE client = $1 AND kind = $2 AND before <> ''");
    Ok(before.bind(client).bind(kind).fetch_all(&mut **tx).await?)
}

/// Empties what import runs say of values; returns how many values went.
pub(super) async fn values(tx: &mut Writing, past: &Past<'_>) -> Result<u64, StoreError> {
    let runs: Vec<(String, String)> = sqlx::query_as("SELECT id, summary FROM runs").fetch_all(&mut **tx).await?;
    let mut gone = 0;
    for (id, summary) in runs {
        let read = serde_json::from_str(&summary);
        let mut files: Vec<RunFile> = read.map_err(|error| StoreError::Unreadable(format!("runs {id}: {error}")))?;
        let emptied: u64 = files.iter_mut().map(|file| past.empty(file)).sum();
        if emptied > 0 {
            let summary = serde_json::to_string(&files).expect("made of texts and numbers");
            run(tx, "UPDATE runs SET summary = $1 WHERE id = $2".to_owned(), &[&summary, &id]).await?;
            gone += emptied;
        }
    }
    Ok(gone)
}

impl Past<'_> {
    /// Empties what is said of a file; returns how many values went.
    fn empty(&self, file: &mut RunFile) -> u64 {
        if !self.is_about(file) {
            return 0;
        }
        let mut gone = 0;
        let mut empty = |value: &mut String| {
            if !value.is_empty() && self.is_meant(value) {
                value.clear();
                gone += 1;
            }
        };
        file.problems.iter_mut().for_each(|problem| empty(&mut problem.value));
        file.notes.iter_mut().for_each(|note| empty(&mut note.value));
        let before = file.corrections.len();
        file.corrections.retain(|cell| !(self.is_meant(&cell.spot.original) || self.is_meant(&cell.corrected)));
        gone + (before - file.corrections.len()) as u64
    }

    fn is_about(&self, file: &RunFile) -> bool {
        let named = |table: &String| file.kind.as_ref() == Some(table) || file.kinds.contains_key(table);
        self.tables.is_empty() || file.kind.is_none() || self.tables.iter().any(named)
    }

    fn is_meant(&self, value: &str) -> bool {
        match self.whose {
            Whose::All => true,
            Whose::Person(is_theirs) => has_name(value, is_theirs),
        }
    }
}

/// Tells whether a name stands in a text, alone or among other words.
fn has_name(text: &str, is_theirs: impl Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |some: &[&str]| {
        let text = some.join(" ");
        is_theirs(&text) || is_theirs(text.trim_matches(|letter: char| !letter.is_alphanumeric()))
    };
    (1..=NAME_WORDS_MAX.min(words.len())).any(|n| words.windows(n).any(is_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_among_signs_and_however_long_it_is() {
        let long = "Abd al Rahman bin Muhammad bin Abd al Aziz Al Zahrani";
        for (text, name) in [
            ("ask «Ibrahim Saleh», please", "Ibrahim Saleh"),
            ("(Ibrahim Saleh)", "Ibrahim Saleh"),
            ("سألت إبراهيم، فأجاب", "إبراهيم"),
            ("Omar (Abu Ali)", "Omar (Abu Ali)"),
            (long, long),
        ] {
            assert!(has_name(text, |other| other == name), "{text}");
        }
        assert!(!has_name("Ibrahim and Saleh", |other| other == "Ibrahim Saleh"));
    }
}
