//! What a case rested on and came to, as tables: its findings with the rows that they cite, what both sides owed with the
//! proofs, the account, and until when all of it is kept.

use super::Files;
use super::records::{guarded, table};
use crate::store::sources::SourceFile;
use domain::case::legal_hold::{LegalHold, Stated};
use domain::case::opening::Frozen;
use domain::case::parting::settling::Frozen as FrozenAccount;
use domain::retention::{Class, Term};
use domain::separation::obligation::{Item, Settled, What};
use domain::separation::served::Served;
use serde::Serialize;
use std::collections::HashMap;

/// The folder of the pages that the client was shown.
pub const SERVED: &str = "client-page/";

/// The statement of the account as a table.
pub const STATEMENT_TABLE: &str = "account/statement.csv";

/// The table of what both sides owed.
pub const OBLIGATIONS: &str = "obligations/obligations.csv";

/// Writes the findings: a line for each row that one cites, and one for a finding without rows.
pub fn findings(findings: &[Frozen], sources: &HashMap<u32, SourceFile>, files: &mut Files) {
    let head = vec![
        "finding",
        "code",
        "level",
        "value",
        "threshold",
        "n",
        "confidence",
        "maybe_ours",
        "kind",
        "id",
        "source_file",
        "source_sha256",
        "source_line",
    ];
    let lines = findings.iter().zip(1..).flat_map(|(finding, number)| {
        let own = [
            number.to_string(),
            word(&finding.code),
            word(&finding.level),
            word(&finding.value),
            finding.threshold.map(|threshold| threshold.to_string()).unwrap_or_default(),
            finding.n.to_string(),
            finding.confidence.to_string(),
            finding.maybe_ours.to_string(),
        ];
        let row = |row: &domain::case::CitedRow| {
            let file = sources.get(&row.source.id);
            let (name, sha256) = file.map(|file| (file.name.clone(), file.sha256.clone())).unwrap_or_default();
            [row.kind.clone(), guarded(&row.id), guarded(&name), sha256, row.source.line.to_string()]
        };
        let mut rows: Vec<[String; 5]> = finding.facts.rows.iter().map(row).collect();
        if rows.is_empty() {
            rows.push(Default::default());
        }
        rows.into_iter().map(move |row| own.iter().cloned().chain(row).collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    files.insert("findings/findings.csv".to_owned(), table(head, lines));
}

/// Writes what both sides owed, what shows that it was done, and who of the client confirmed that.
pub fn obligations(items: &[Item], files: &mut Files) {
    let head = vec![
        "obligation",
        "what",
        "words",
        "about",
        "side",
        "owner",
        "due_on",
        "basis",
        "source",
        "settled",
        "settled_on",
        "proof",
        "proof_file",
        "proof_sha256",
        "confirmed_by",
        "confirmed_at",
    ];
    files.insert(OBLIGATIONS.to_owned(), table(head, items.iter().map(obligation)));
}

fn obligation(item: &Item) -> Vec<String> {
    let own = &item.obligation;
    let said = item.said.clone().unwrap_or_default();
    let (how, on, sha256) = match item.settled.as_ref().map(|(settled, _)| settled) {
        Some(Settled::Proved { on, sha256 }) => ("proved", Some(*on), sha256.clone()),
        Some(Settled::Transferred { on }) => ("transferred", Some(*on), None),
        Some(Settled::Excepted { on, .. }) => ("excepted", Some(*on), None),
        None => ("", None, None),
    };
    let proof = item.settled.as_ref().and_then(|(_, said)| said.as_ref());
    let text = |text: Option<&str>| guarded(text.unwrap_or_default());
    vec![
        own.id.to_string(),
        match &own.what {
            What::Listed { code, .. } => word(code),
            other => word(other),
        },
        text(said.words.as_deref()),
        text(own.about.as_deref()),
        word(&own.side),
        guarded(&word(&own.owner)),
        own.due_on.to_string(),
        word(&own.basis),
        text(said.source.as_deref()),
        how.to_owned(),
        on.map(|on| on.to_string()).unwrap_or_default(),
        text(proof.map(|said| said.text.as_str())),
        text(proof.and_then(|said| said.file.as_deref())),
        sha256.unwrap_or_default(),
        text(item.confirmed.as_ref().and_then(|confirmed| confirmed.name.as_deref())),
        item.confirmed.as_ref().map(|confirmed| confirmed.at.clone()).unwrap_or_default(),
    ]
}

/// Writes the account as it was frozen, and the statement that the client got.
pub fn account(frozen: &FrozenAccount, files: &mut Files) {
    files.insert("account/account.json".to_owned(), json(&frozen.account));
    if let Some(statement) = &frozen.statement {
        files.insert("account/statement.json".to_owned(), json(statement));
    }
}

/// Writes which page was served in which way, to whom, from when until when, in the order of their numbers.
pub fn served_pages(all: &[Served], files: &mut Files) {
    if all.is_empty() {
        return;
    }
    let head = vec!["page", "way", "readers", "from", "until", "paper_sha256"];
    let lines = all.iter().zip(1..).map(|(one, nth)| {
        vec![
            format!("{nth:03}"),
            one.way.word().to_owned(),
            guarded(&one.readers.join("; ")),
            one.from.clone(),
            one.until.clone().unwrap_or_default(),
            one.digest.clone().unwrap_or_default(),
        ]
    });
    files.insert(format!("{SERVED}served.csv"), table(head, lines));
}

/// Writes until when each class of papers is kept, what that rests on, and what stood above it: whether it was held, by which
/// legal holds of the case, and whom to ask of others; never why.
pub fn retention(terms: &[Term], above: impl Fn(Class) -> (bool, Vec<String>), files: &mut Files) {
    let head = vec!["class", "kept_until", "held", "counted_from", "rests_on", "source", "checked_by", "holds"];
    let lines = terms.iter().map(|term| {
        let (is_held, holds) = above(term.class);
        vec![
            term.class.word().to_owned(),
            term.until.map(|until| until.to_string()).unwrap_or_default(),
            is_held.to_string(),
            term.rule.from.word().to_owned(),
            if term.is_own { "own" } else { term.rule.rests_on.word() }.to_owned(),
            if term.is_own { "stated by the firm".to_owned() } else { guarded(&term.rule.source) },
            guarded(&term.rule.checked_by),
            guarded(&holds.join("; ")),
        ]
    });
    files.insert("retention/retention.csv".to_owned(), table(head, lines));
}

/// Writes the legal holds of the case: a line for each time that one was stated anew, and one for its release. Why is
/// counsel's word, and stands in counsel's archive alone.
pub fn legal_holds(holds: &[LegalHold], files: &mut Files) {
    if holds.is_empty() {
        return;
    }
    let head = vec!["hold", "on", "by", "standing", "classes", "from", "to", "custodians", "acknowledged", "ask"];
    let lines = holds.iter().flat_map(|hold| {
        let last = hold.log.len();
        let stated = hold.log.iter().zip(1..).map(move |(stated, nth)| said_of(hold, stated, nth == last));
        let released = hold.released.iter().map(|ended| {
            let mut line = vec![String::new(); 10];
            line[0] = hold.id.to_string();
            line[1] = ended.on.to_string();
            line[2] = guarded(&ended.by);
            line[3] = "released".to_owned();
            line
        });
        stated.chain(released)
    });
    files.insert("retention/legal-holds.csv".to_owned(), table(head, lines));
}

/// Returns the line of what a hold said from a day on; who acknowledged it is known of what it says now.
fn said_of(hold: &LegalHold, stated: &Stated, is_last: bool) -> Vec<String> {
    let Stated { on, by, order, .. } = stated;
    let day = |day: Option<domain::days::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let classes: Vec<&str> = order.reach.classes.iter().map(|class| class.word()).collect();
    let aware = hold.custodians.iter().filter_map(|one| Some(format!("{} {}", one.member, one.acknowledged_on?)));
    vec![
        hold.id.to_string(),
        on.to_string(),
        guarded(by),
        if is_last && hold.stands() { "stands" } else { "stated" }.to_owned(),
        if classes.is_empty() { "all".to_owned() } else { classes.join(" ") },
        day(order.reach.from),
        day(order.reach.to),
        guarded(&order.custodians.join(" ")),
        guarded(&if is_last { aware.collect::<Vec<_>>().join(" ") } else { String::new() }),
        guarded(&order.ask),
    ]
}

/// Returns a value as JSON for people who look into it.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("made of plain data")
}

/// Returns the word of a value, or its JSON where it is more than a word.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value).expect("made of plain data") {
        serde_json::Value::String(word) => word,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::days::Day;
    use domain::separation::obligation::{Asked, Basis, Confirmed, Keeper, Obligation, Owner, Side};

    #[test]
    fn an_obligation_says_who_of_the_client_confirmed_it() {
        let obligation = Obligation {
            id: 1,
            what: What::Asked(Asked::TakeOver),
            about: None,
            side: Side::Ours,
            owner: Owner::Keeper(Keeper::It),
            due_on: Day::from_iso("2026-12-20").expect("a day"),
            basis: Basis::Promise,
            after_payment: false,
        };
        let mut item = Item { obligation, said: None, for_client: None, settled: None, confirmed: None, slips: vec![] };
        let at = "2026-12-21T08:00:00Z".to_owned();
        for (confirmed, end) in [
            (None, ",,\n"),
            (Some((Some("Huda"), &at)), ",Huda,2026-12-21T08:00:00Z\n"),
            (Some((None, &at)), ",,2026-12-21T08:00:00Z\n"),
        ] {
            item.confirmed = confirmed.map(|(name, at)| Confirmed { name: name.map(str::to_owned), at: at.clone() });
            let mut files = Files::new();
            obligations(std::slice::from_ref(&item), &mut files);
            let table = String::from_utf8(files.remove(OBLIGATIONS).expect("a table")).expect("text");
            assert!(table.replace("\r\n", "\n").ends_with(end), "{table}");
        }
    }
}
