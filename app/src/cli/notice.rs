//! `khitam notice compute`: a notice to the day, from a file of inputs. It reads nothing else and stores nothing.

use super::text::{read_text, write_json};
use super::{Exit, Failure, Shell, args};
use crate::lang::Lang;
use domain::separation::notice::{InputError, Notice, computed_with};
use serde_json::json;
use std::io::Write;

/// Runs the command.
pub async fn run(shell: &Shell, args: args::Notice) -> Result<Exit, Failure> {
    // JSON is the answer in any case; `--json` is there for whoever writes it with every command.
    let args::NoticeCommand::Compute { terms: file, aloud, json: _ } = args.command;
    let lang = shell.lang;
    let unwritten = |error| Failure::of_output(lang, &error);
    let out = std::io::stdout().lock();
    match computed_with(&read_text(lang, &file)?, &[]) {
        Ok((_, notice)) => {
            let told = if aloud { write_aloud(out, lang, &notice) } else { write_json(out, &notice) };
            told.map_err(unwritten)?;
            Ok(Exit::Done)
        }
        Err(errors) => {
            if !aloud {
                write_json(out, &json!({ "errors": errors_json(lang, &errors) })).map_err(unwritten)?;
            }
            let file = file.display().to_string();
            Err(Failure::about(lang, "notice", &file, Exit::Failed).because(listed(lang, &errors)))
        }
    }
}

/// Writes what the notice comes to, and below it each step.
fn write_aloud(mut out: impl Write, lang: Lang, notice: &Notice) -> std::io::Result<()> {
    for said in lang.notice(notice) {
        writeln!(out, "{said}")?;
    }
    writeln!(out, "\n{}", lang.text("notice-steps"))?;
    for (n, step) in (1..).zip(&notice.trace) {
        writeln!(out, "{}. {}", lang.digits(n), lang.notice_step(step))?;
    }
    out.flush()
}

/// Returns all that is wrong, a line each.
fn listed(lang: Lang, errors: &[InputError]) -> String {
    let line = |error: &InputError| format!("\n  {}: {}", lang.notice_place(error), lang.notice_wrong(error));
    errors.iter().map(line).collect()
}

fn errors_json(lang: Lang, errors: &[InputError]) -> Vec<serde_json::Value> {
    let one = |error: &InputError| {
        json!({
            "path": error.path,
            "line": error.spot.map(|spot| spot.line),
            "column": error.spot.map(|spot| spot.column),
            "code": error.wrong.code(),
            "message": lang.notice_wrong(error),
        })
    };
    errors.iter().map(one).collect()
}
