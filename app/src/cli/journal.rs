//! `khitam journal verify`: whether every entry of every case is as it was written. No text is opened for it.

use super::args::{Journal, JournalCommand};
use super::backup::failed;
use super::text::tell;
use super::{Exit, Failure, Shell};
use crate::flow::cases;
use crate::keep::erasures::{self, Erasure, Scope};
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
    let list = erasures::read(&erasures::file(&shell.data)).map_err(|trouble| failed(shell.lang, &trouble.into()))?;
    let erased: Vec<&Erasure> = list.erasures.iter().filter(|one| one.keys > 0).collect();
    let told = if json {
        tell(in_json(cases, &broken, &erased))
    } else {
        in_lines(shell.lang, (cases, &broken), &erased).iter().try_for_each(tell)
    };
    told.map_err(|error| Failure::of_output(shell.lang, &error))?;
    Ok(if broken.is_empty() { Exit::Done } else { Exit::Failed })
}

/// Says how many journals are whole, or what is wrong with which, and whose words were erased.
fn in_lines(lang: Lang, (cases, broken): (usize, &[(Key, Break)]), erased: &[&Erasure]) -> Vec<String> {
    let whole = broken.is_empty().then(|| lang.say("journal-whole", [("n", FluentValue::from(cases as f64))]));
    let broken = broken.iter().map(|(key, found)| in_words(lang, key, *found));
    whole.into_iter().chain(broken).chain(erased.iter().map(|one| erased_in_words(lang, one))).collect()
}

fn in_json(cases: usize, broken: &[(Key, Break)], erased: &[&Erasure]) -> Value {
    let one = |(key, found): &(Key, Break)| json!({ "client": key.client, "case": key.case, "entry": found.seq, "fault": found.fault.word() });
    let gone = |erasure: &&Erasure| json!({ "scope": erasure.scope, "on": erasure.on, "basis": erasure.basis });
    let broken: Vec<Value> = broken.iter().map(one).collect();
    json!({ "cases": cases, "broken": broken, "erased": erased.iter().map(gone).collect::<Vec<_>>() })
}

/// Says whose words cannot be read any more, since when and on which basis; the chain holds all the same.
fn erased_in_words(lang: Lang, erasure: &Erasure) -> String {
    let (sort, what) = match &erasure.scope {
        Scope::Case { client, case, .. } => ("case", format!("{client} {case}")),
        Scope::OwnParts { client, case } => ("own_parts", format!("{client} {case}")),
        Scope::Client { client, .. } | Scope::Older { client, .. } | Scope::Person { client, .. } => {
            ("client", client.clone())
        }
        Scope::Member { member } => ("member", member.clone()),
        Scope::Prospect { prospect } => ("prospect", prospect.clone()),
        Scope::Win { win } => ("win", win.clone()),
    };
    let args = [
        ("sort", FluentValue::from(sort)),
        ("what", what.into()),
        ("day", lang.day(erasure.on).into()),
        ("basis", lang.erasure_basis(&erasure.basis).into()),
    ];
    lang.say("journal-erased", args)
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
