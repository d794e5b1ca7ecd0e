//! `khitam journal verify`: whether every entry of every case is as it was written. No text is opened for it.

use super::args::{Journal, JournalCommand};
use super::text::tell;
use super::{Exit, Failure, Shell};
use crate::flow::cases;
use crate::lang::Lang;
use crate::store::cases::Key;
use domain::journal::Break;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};

pub async fn run(shell: &Shell, args: Journal) -> Result<Exit, Failure> {
    let JournalCommand::Verify { json } = args.command;
    let db = shell.open().await?;
    let verified = cases::verify(&db).await;
    db.close().await;
    let (cases, broken) = verified.map_err(|error| Failure::of_store(shell.lang, &error))?;
    let told = if json {
        tell(in_json(cases, &broken))
    } else if broken.is_empty() {
        tell(shell.lang.say("journal-whole", [("n", FluentValue::from(cases as f64))]))
    } else {
        broken.iter().try_for_each(|(key, found)| tell(in_words(shell.lang, key, *found)))
    };
    told.map_err(|error| Failure::of_output(shell.lang, &error))?;
    Ok(if broken.is_empty() { Exit::Done } else { Exit::Failed })
}

fn in_json(cases: usize, broken: &[(Key, Break)]) -> Value {
    let one = |(key, found): &(Key, Break)| json!({ "client": key.client, "case": key.case, "entry": found.seq, "fault": found.fault.word() });
    json!({ "cases": cases, "broken": broken.iter().map(one).collect::<Vec<_>>() })
}

fn in_words(lang: Lang, key: &Key, found: Break) -> String {
    let args = [
        ("client", FluentValue::from(key.client.as_str())),
        ("case", FluentValue::from(key.case.as_str())),
        ("entry", FluentValue::from(lang.digits(i64::from(found.seq)))),
        ("fault", FluentValue::from(lang.text(&format!("journal-fault-{}", found.fault.word())))),
    ];
    lang.say("journal-broken", args)
}
