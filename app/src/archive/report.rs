//! A report as files: what was stated, who reads it, and the files that came with it.

use super::Files;
use super::outcome::json;
use super::records::{guarded, table};
use domain::case::parting::ending;
use domain::days::Day;
use domain::journal::digest;
use domain::record::Report;
use serde::Serialize;

/// The report as it was stated.
#[derive(Serialize)]
pub struct Stated<'r> {
    pub report: &'r Report,
    pub client_name: &'r str,
    pub filed_on: Day,
    /// What would help at once, as words.
    pub wishes: &'r [String],
}

/// Writes what was stated, and the names of those to whom it is open beside what the journal calls them.
pub fn write<'r>(stated: &Stated, readers: impl Iterator<Item = (&'r str, &'r str)>, files: &mut Files) {
    files.insert("report/report.json".to_owned(), json(stated));
    let lines = readers.map(|(member, name)| vec![guarded(member), guarded(name)]);
    files.insert("report/readers.csv".to_owned(), table(vec!["member", "name"], lines));
}

/// Returns where the nth file of a report lies; its own name may be what no file's name may.
pub fn place(nth: usize, name: &str) -> String {
    format!("evidence/{:03}{}", nth + 1, ending(name))
}

/// Writes the files that came with it by their names, and a table of them.
pub fn evidence(all: Vec<(String, Vec<u8>)>, files: &mut Files) {
    let mut lines = vec![];
    for (nth, (name, bytes)) in all.into_iter().enumerate() {
        let path = place(nth, &name);
        lines.push(vec![path.clone(), guarded(&name), digest(&bytes), bytes.len().to_string()]);
        files.insert(path, bytes);
    }
    if !lines.is_empty() {
        let head = vec!["path", "name", "sha256", "bytes"];
        files.insert("evidence/evidence.csv".to_owned(), table(head, lines.into_iter()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_lies_under_a_number_and_has_its_name_in_the_table() {
        let mut files = Files::new();
        evidence(vec![("../لقطة.png".to_owned(), vec![1, 2]), ("=x".to_owned(), vec![])], &mut files);
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["evidence/001.png", "evidence/002", "evidence/evidence.csv"]);
        let table = String::from_utf8(files["evidence/evidence.csv"].clone()).expect("text");
        assert!(table.contains(&format!("evidence/001.png,../لقطة.png,{},2\n", digest(&[1, 2]))), "{table}");
        assert!(table.contains("evidence/002,'=x,"), "{table}");
        evidence(vec![], &mut files);
        assert_eq!(files.len(), 3);
    }
}
