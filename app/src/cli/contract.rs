//! `khitam contract read`: the terms of a contract, from its text. It reads one file and stores nothing.

use super::text::{one_line, write_json};
use super::{Exit, Failure, Shell, args};
use crate::intake::contract::{Unread, text_of};
use crate::lang::Lang;
use domain::separation::contract::{Reading, read};
use fluent_bundle::FluentValue;
use serde_json::Value;
use std::io::Write;
use std::path::Path;

/// Runs the command.
pub async fn run(shell: &Shell, args: args::Contract) -> Result<Exit, Failure> {
    let args::ContractCommand::Read { contract, json } = args.command;
    let lang = shell.lang;
    let text = text_of(&contract).map_err(|unread| failure(lang, &contract, unread))?;
    let reading = read(&text);
    let out = std::io::stdout().lock();
    let told = if json { write_json(out, &reading) } else { write_told(out, lang, &reading) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

fn failure(lang: Lang, file: &Path, unread: Unread) -> Failure {
    let about = |key| Failure::about(lang, key, &file.display().to_string(), Exit::Failed);
    match unread {
        Unread::File(error) => Failure::of_io(lang, file, &error),
        Unread::TooLarge => about("contract-large").because(unread),
        Unread::Form(_) => about("contract-form").because(unread),
        Unread::Empty => about("contract-empty"),
    }
}

/// Writes what was found, each term with its quote and place, and what was not.
fn write_told(mut out: impl Write, lang: Lang, reading: &Reading) -> std::io::Result<()> {
    // People read what programs read: the same terms, in the same order.
    let terms = serde_json::to_value(&reading.terms)?;
    let terms: Vec<(&String, &Value)> = terms.as_object().into_iter().flatten().collect();
    let name = |term: &str| lang.text(&format!("contract-term-{term}"));
    let (found, absent): (Vec<_>, Vec<_>) = terms.into_iter().partition(|(_, term)| term["present"] == true);
    for (key, term) in &found {
        writeln!(out, "{}: {}", name(key), value(lang, key, term))?;
        writeln!(out, "  {}\n", quote(lang, term))?;
    }
    if !absent.is_empty() {
        let names: Vec<String> = absent.iter().map(|(key, _)| name(key)).collect();
        let terms = FluentValue::from(names.join(&lang.text("table-comma")));
        writeln!(out, "{}", lang.say("contract-absent", [("terms", terms)]))?;
    }
    writeln!(out, "{}", lang.text("contract-confirm"))?;
    out.flush()
}

/// Returns a term's values in words.
fn value(lang: Lang, key: &str, term: &Value) -> String {
    let word = |group: &str, word: &str| lang.text(&format!("contract-{group}-{word}"));
    let mut said = Vec::new();
    if let Some(automatic) = term["automatic"].as_bool() {
        said.push(word("renewal", if automatic { "automatic" } else { "agreed" }));
    }
    said.extend(term["by"].as_str().map(|by| word("by", by)));
    said.extend(length(lang, &term["length"], &term["unit"]));
    said.extend(length(lang, &term["cure_length"], &term["cure_unit"]));
    said.extend(term["date"].as_str().and_then(domain::days::Day::from_iso).map(|day| lang.day(day)));
    said.extend(term["value"].as_str().map(str::to_owned));
    let methods = term["methods"].as_array().into_iter().flatten().filter_map(Value::as_str);
    said.extend(methods.map(|method| word("method", method)));
    let is_open = said.is_empty() || (key == "renewal_notice" && term["length"].is_null());
    if is_open {
        said.push(lang.text("contract-there"));
    }
    said.join(&lang.text("table-comma"))
}

fn length(lang: Lang, n: &Value, unit: &Value) -> Option<String> {
    let (n, unit) = (n.as_u64()?, unit.as_str()?);
    Some(lang.say(&format!("contract-length-{unit}"), [("n", FluentValue::from(n as f64))]))
}

/// Returns the words a term was read from, on one line, with their place and how sure the reading is.
fn quote(lang: Lang, term: &Value) -> String {
    let place = |key: &str| FluentValue::from(lang.digits(term[key].as_i64().unwrap_or_default()));
    let words = one_line(term["quote"].as_str().unwrap_or_default());
    let sure = lang.percent(term["confidence"].as_f64().unwrap_or_default());
    let args = [
        ("words", FluentValue::from(words)),
        ("start", place("start")),
        ("end", place("end")),
        ("sure", FluentValue::from(sure)),
    ];
    lang.say("contract-quote", args)
}
