//! `khitam archive verify`: whether a bag is whole, and if not, every reason why. It reads one folder and stores nothing.

use crate::cli::text::write_json;
use crate::cli::{Exit, Failure};
use crate::keep::bag::{self, Judged, Said};
use crate::keep::package::{self, Signature};
use crate::lang::Lang;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

pub fn run(lang: Lang, archive: &Path, json: bool) -> Result<Exit, Failure> {
    let judged = bag::judge(archive).map_err(|error| Failure::of_io(lang, archive, &error))?;
    let signature = package::signature(archive).map_err(|error| Failure::of_io(lang, archive, &error))?;
    let out = std::io::stdout().lock();
    let told = if json {
        write_json(out, &in_json(lang, archive, (&judged, &signature)))
    } else {
        write_told(out, lang, &judged, &signature)
    };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    let is_whole = judged.is_valid() && signature != Signature::False;
    Ok(if is_whole { Exit::Done } else { Exit::Failed })
}

fn in_json(lang: Lang, archive: &Path, (judged, signature): (&Judged, &Signature)) -> Value {
    json!({
        "archive": archive.display().to_string(),
        "valid": judged.is_valid() && *signature != Signature::False,
        "signature": signature_word(signature),
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

fn signature_word(signature: &Signature) -> &'static str {
    match signature {
        Signature::By(_) => "good",
        Signature::False => "false",
        Signature::Missing => "missing",
    }
}

/// Returns the line of a public key that tells it from others.
fn signer_key(signer: &str) -> &str {
    signer.lines().nth(1).unwrap_or_default()
}

fn write_told(mut out: impl Write, lang: Lang, judged: &Judged, signature: &Signature) -> std::io::Result<()> {
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
    match signature {
        Signature::By(signer) => {
            writeln!(out, "{}", lang.say("bag-signed", [("key", FluentValue::from(signer_key(signer)))]))?;
        }
        Signature::False => writeln!(out, "- {}", lang.text("bag-signature-false"))?,
        Signature::Missing => {}
    }
    if !judged.notes.is_empty() {
        writeln!(out, "\n{}", lang.text("bag-notes"))?;
    }
    for note in &judged.notes {
        writeln!(out, "- {}", in_words(lang, "note", note.code.word(), note))?;
    }
    out.flush()
}
