//! What still names a person once an erasure of them is done: texts of records, what was said in cases, and notes of prospects.
//! A look at them by hand is needed; only how many there are is told.

use super::Ground;
use crate::flow::cases::Opened;
use crate::flow::{afterwards, prospect_log};
use crate::store::erasing::{self, Gone};
use crate::store::{StoreError, merges};
use domain::journal::lay_out;
use domain::lesson::prospect::Event;
use domain::text::fold;

/// Counts them by table. What stood in rows before goes with them; `past` says of how many.
pub(super) async fn named(
    ground: Ground<'_>,
    (client, cases): (&str, &[Opened]),
    name: &str,
    past: u64,
) -> Result<Gone, StoreError> {
    let (db, name) = (ground.place.db, fold(name));
    let (is_theirs, says) = (|other: &str| fold(other) == name, |text: &str| fold(text).contains(&name));
    let mut named = Gone::default();
    for spelling in merges::spellings(db, client).await? {
        named.join(erasing::mentions(db, &spelling, is_theirs, says).await?);
    }
    named.0.entry("changes".to_owned()).and_modify(|left| *left = left.saturating_sub(past));
    let entries = cases.iter().flat_map(|opened| &opened.entries);
    let words = entries.filter(|entry| lay_out(&entry.event).said.is_some_and(|said| says(&said)));
    let mut words = words.count() as u64;
    for opened in cases {
        let after = afterwards::load(ground.place, &opened.key).await?;
        words += after.told.iter().filter(|told| told.event.1.as_deref().is_some_and(says)).count() as u64;
    }
    named.0.insert("case_entries".to_owned(), words);
    let notes: Vec<_> = prospect_log::all(ground.place).await?.into_iter().flat_map(|(_, log)| log).collect();
    let note = |event: &Event| serde_json::to_string(event).expect("made of words, days and numbers");
    let notes = notes.iter().filter(|entry| says(&note(&entry.event)));
    named.0.insert("lesson_log".to_owned(), notes.count() as u64);
    named.0.retain(|_, left| *left > 0);
    Ok(named)
}
