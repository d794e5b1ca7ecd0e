//! `khitam archive verify`: whether a bag is whole, and if not, every reason why. It reads one folder and stores nothing.

use super::args::{Archive, ArchiveCommand};
use super::text::write_json;
use super::{Exit, Failure, Shell};
use crate::keep::bag::{self, Judged, Said};
use crate::lang::Lang;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

pub fn run(shell: &Shell, args: Archive) -> Result<Exit, Failure> {
    let ArchiveCommand::Verify { archive, json } = args.command;
    let lang = shell.lang;
    let judged = bag::judge(&archive).map_err(|error| Failure::of_io(lang, &archive, &error))?;
    let out = std::io::stdout().lock();
    let told = if json { write_json(out, &in_json(lang, &archive, &judged)) } else { write_told(out, lang, &judged) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(if judged.is_valid() { Exit::Done } else { Exit::Failed })
}

fn in_json(lang: Lang, archive: &Path, judged: &Judged) -> Value {
    json!({
        "archive": archive.display().to_string(),
        "valid": judged.is_valid(),
        "version": judged.version.map(|version| version.to_string()),
        "files": judged.files,
        "bytes": judged.bytes,
        "faults": judged.faults.iter().map(|one| said(lang, "fault", one.code.word(), one)).collect::<Vec<_>>(),
        "notes": judged.notes.iter().map(|one| said(lang, "note", one.code.word(), one)).collect::<Vec<_>>(),
    })
}

fn said<C>(lang: Lang, sort: &str, code: &str, said: &Said<C>) -> Value {
    json!({ "code": code, "file": said.file, "line": said.line, "about": said.about,
            "message": in_words(lang, sort, code, said) })
}

fn in_words<C>(lang: Lang, sort: &str, code: &str, said: &Said<C>) -> String {
    let line = said.line.map_or(0, i64::from);
    let args = [
        ("file", FluentValue::from(said.file.as_str())),
        ("line", FluentValue::from(lang.digits(line))),
        ("about", FluentValue::from(said.about.as_str())),
    ];
    lang.say(&format!("bag-{sort}-{code}"), args)
}

fn write_told(mut out: impl Write, lang: Lang, judged: &Judged) -> std::io::Result<()> {
    let counted = [
        ("files", FluentValue::from(judged.files as f64)),
        ("bytes", FluentValue::from(judged.bytes as f64)),
        ("n", FluentValue::from(judged.faults.len() as f64)),
    ];
    let head = if judged.is_valid() { "bag-valid" } else { "bag-invalid" };
    writeln!(out, "{}", lang.say(head, counted))?;
    for fault in &judged.faults {
        writeln!(out, "- {}", in_words(lang, "fault", fault.code.word(), fault))?;
    }
    if !judged.notes.is_empty() {
        writeln!(out, "\n{}", lang.text("bag-notes"))?;
    }
    for note in &judged.notes {
        writeln!(out, "- {}", in_words(lang, "note", note.code.word(), note))?;
    }
    out.flush()
}
