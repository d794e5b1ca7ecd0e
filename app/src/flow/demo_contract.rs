//! A contract of the demonstration: its text, and the terms that a member has confirmed so far.

use crate::store::contracts::{self, Handed, Handle};
use crate::store::entries::By;
use crate::store::{Db, StoreError};
use domain::journal::digest;
use domain::separation::contract::{Standing, Statement, TermName, read};

const NAME: &str = "contract-C-17.txt";
const TEXT: &str = include_str!("../../../demo/contract-C-17.txt");

/// What was confirmed; the other terms wait.
const CONFIRMED: [TermName; 2] = [TermName::Expiration, TermName::TerminationForConvenience];

/// Hands over the text and confirms a part of it by hand of a member.
pub async fn fill(db: &Db, member: &str, now: &str) -> Result<(), StoreError> {
    let of = Handle { client: "NAKHLA".to_owned(), contract: "C-17".to_owned() };
    let by = By { member: member.to_owned(), at: now.to_owned() };
    let sha256 = digest(TEXT.as_bytes());
    let handed = Handed { name: NAME, sha256: &sha256, text: TEXT, unread_pages: &[] };
    contracts::keep(db, &of, &handed, &by).await?;
    let reading = read(TEXT);
    for term in CONFIRMED {
        let found = reading.found(term).ok_or_else(|| StoreError::Unreadable(format!("{NAME}: {}", term.word())))?;
        let statement = Statement { standing: Standing::Confirmed, value: found.value, quote: found.quote, version: 1 };
        contracts::state(db, &of, term, 0, &statement, &by).await?;
    }
    Ok(())
}
