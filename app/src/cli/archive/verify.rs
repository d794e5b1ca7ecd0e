//! `khitam archive verify`: whether a bag is whole, and if not, every reason why. It reads one folder and stores nothing.

use crate::cli::text::write_json;
use crate::cli::{Exit, Failure};
use crate::keep::bag::{Judged, Said};
use crate::keep::package::{self, Checked, Signature};
use crate::lang::Lang;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

pub fn run(lang: Lang, archive: &Path, json: bool) -> Result<Exit, Failure> {
    let checked = package::check(archive).map_err(|error| Failure::of_io(lang, archive, &error))?;
    let out = std::io::stdout().lock();
    let told = if json {
        write_json(out, &in_json(lang, archive, &checked))
    } else {
        write_told(out, lang, &checked.judged, &checked.signature)
    };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(if checked.is_whole() { Exit::Done } else { Exit::Failed })
}

fn in_json(lang: Lang, archive: &Path, checked: &Checked) -> Value {
    let judged = &checked.judged;
    json!({
        "archive": archive.display().to_string(),
        "valid": checked.is_whole(),
        "signature": signature_word(&checked.signature),
        "version": judged.version.map(|version| version.to_string()),
        "files": judged.files,
        "bytes": judged.bytes,
        "faults": judged.faults.iter().map(|one| said(one.code.word(), one, lang.bag_fault(one))).collect::<Vec<_>>(),
        "notes": judged.notes.iter().map(|one| said(one.code.word(), one, lang.bag_note(one))).collect::<Vec<_>>(),
    })
}

fn said<C>(code: &str, said: &Said<C>, message: String) -> Value {
    json!({ "code": code, "file": said.file, "line": said.line, "about": said.about, "message": message })
}

fn signature_word(signature: &Signature) -> &'static str {
    match signature {
        Signature::By(_) => "good",
        Signature::False => "false",
        Signature::Missing => "missing",
    }
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
        writeln!(out, "- {}", lang.bag_fault(fault))?;
    }
    match signature {
        Signature::By(signer) => {
            writeln!(out, "{}", lang.say("bag-signed", [("key", FluentValue::from(package::signer_line(signer)))]))?;
        }
        Signature::False => writeln!(out, "- {}", lang.text("bag-signature-false"))?,
        Signature::Missing => {}
    }
    if !judged.notes.is_empty() {
        writeln!(out, "\n{}", lang.text("bag-notes"))?;
    }
    for note in &judged.notes {
        writeln!(out, "- {}", lang.bag_note(note))?;
    }
    out.flush()
}
