//! What was looked after once a case was closed, as comma-separated text with a dictionary of its columns. What is written is
//! read back exactly.

use super::Files;
use super::records::{guarded, table, unguarded};
use domain::days::Day;
use domain::lesson::Stamped;
use domain::lesson::afterwards::{Event, Told};
use serde_json::{Map, Value, json};

/// The folder.
pub const FOLDER: &str = "afterwards/";

const FILE: &str = "afterwards/entries.csv";
const DICTIONARY: &str = "afterwards/dictionary.csv";

/// The columns before and after what an event says.
const BEFORE: [&str; 5] = ["entry", "at", "by", "noted_on", "event"];
const SAID: &str = "said";

/// What events say: a column for each of their fields.
const FIELDS: [(&str, &str); 9] = [
    ("on", "day"),
    ("which", "text"),
    ("is_gone", "flag"),
    ("kind", "text"),
    ("score", "integer"),
    ("state", "text"),
    ("contract", "text"),
    ("term", "text"),
    ("until", "day"),
];

/// Writes a log, and its dictionary; of an empty one nothing.
pub fn write(log: &[Told], files: &mut Files) {
    if log.is_empty() {
        return;
    }
    let own = FIELDS.iter().map(|(name, _)| *name);
    let head = BEFORE.into_iter().chain(own).chain([SAID]).collect();
    files.insert(FILE.to_owned(), table(head, log.iter().map(line)));
    files.insert(DICTIONARY.to_owned(), dictionary());
}

/// Reads it back; nothing if an entry cannot be read.
pub fn read(files: &Files) -> Option<Vec<Told>> {
    let Some(bytes) = files.get(FILE) else { return Some(vec![]) };
    csv::Reader::from_reader(bytes.as_slice()).records().map(|record| entry(&record.ok()?)).collect()
}

fn line(told: &Told) -> Vec<String> {
    let (event, said) = &told.event;
    let value = serde_json::to_value(event).expect("made of words, days and numbers");
    let (name, fields) = value.as_object().and_then(|one| one.iter().next()).expect("a variant with its fields");
    let field = |(name, _): &(&str, &str)| match fields.get(*name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => guarded(text),
        Some(other) => other.to_string(),
    };
    let mut texts = vec![told.seq.to_string(), told.at.clone(), guarded(&told.by), told.on.to_string(), name.clone()];
    texts.extend(FIELDS.iter().map(field));
    texts.push(guarded(said.as_deref().unwrap_or_default()));
    texts
}

fn entry(record: &csv::StringRecord) -> Option<Told> {
    let text = |at: usize| record.get(at);
    let mut fields = Map::new();
    for (at, (name, holds)) in FIELDS.iter().enumerate() {
        let written = text(BEFORE.len() + at)?;
        let value = match *holds {
            _ if written.is_empty() => continue,
            "flag" | "integer" => serde_json::from_str(written).ok()?,
            _ => Value::from(unguarded(written)),
        };
        fields.insert((*name).to_owned(), value);
    }
    let event: Event = serde_json::from_value(json!({ text(4)?: fields })).ok()?;
    let said = text(BEFORE.len() + FIELDS.len())?;
    Some(Stamped {
        seq: text(0)?.parse().ok()?,
        at: text(1)?.to_owned(),
        by: unguarded(text(2)?).to_owned(),
        on: Day::from_iso(text(3)?)?,
        event: (event, Some(unguarded(said).to_owned()).filter(|said| !said.is_empty())),
    })
}

/// Says of each column what it holds.
fn dictionary() -> Vec<u8> {
    let before = ["integer", "moment", "text", "day", "text"];
    let rows = BEFORE.into_iter().zip(before).map(|(column, holds)| (column, holds, "yes"));
    let rows = rows.chain(FIELDS.map(|(column, holds)| (column, holds, "no"))).chain([(SAID, "text", "no")]);
    let line = |(column, holds, required): (&str, &str, &str)| vec![column.into(), holds.into(), required.into()];
    table(vec!["column", "holds", "required"], rows.map(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lesson::afterwards::{CheckIn, Relationship, Reputation};
    use domain::separation::contract::TermName;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn entries_come_back_exactly() {
        let on = day("2026-06-11");
        let term = Some(TermName::NonSolicit);
        let events = [
            Event::Thanked { on },
            Event::ThanksDeclined {},
            Event::CheckedIn { which: CheckIn::Month, on },
            Event::AccessRechecked { on, is_gone: false },
            Event::AccessRechecked { on, is_gone: true },
            Event::ReputationNoted { kind: Reputation::ReferralIn, on },
            Event::RecommendationAsked { score: 9, on },
            Event::RelationshipSet { state: Relationship::OpenDoor },
            Event::SurvivalDated { contract: "-C-17".into(), term, until: day("2028-06-11") },
            Event::SurvivalDated { contract: String::new(), term: None, until: day("2029-06-11") },
        ];
        let said = |seq: u32| seq.is_multiple_of(2).then(|| format!("=قيل {seq}, \"هكذا\"\nوسطر آخر"));
        let told = |(seq, event)| Stamped {
            seq,
            by: "reem".to_owned(),
            on,
            at: "2026-06-11T09:00:00Z".to_owned(),
            event: (event, said(seq)),
        };
        let log: Vec<Told> = (1..).zip(events).map(told).collect();
        let mut files = Files::new();
        write(&log, &mut files);
        assert_eq!(read(&files), Some(log));
        let text = String::from_utf8(files[FILE].clone()).expect("UTF-8");
        assert!(text.contains("CheckedIn,2026-06-11,30,") && text.contains("'-C-17"), "{text}");
        assert!(String::from_utf8_lossy(&files[DICTIONARY]).contains("is_gone,flag,no"));
        files.insert(FILE.to_owned(), text.replace("2026-06-11,30", "2026-06-11,31").into_bytes());
        assert_eq!(read(&files), None, "there is no such look back");
        assert_eq!(read(&Files::new()), Some(vec![]), "as an archive of before has it");
        let mut none = Files::new();
        write(&[], &mut none);
        assert!(none.is_empty());
    }
}
