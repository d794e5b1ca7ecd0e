//! `khitam letter check`: what a letter should not say, and what a notice lacks. It reads one file and stores nothing.

use super::text::{one_line, read_text, write_json};
use super::{Exit, Failure, Shell, args};
use crate::lang::Lang;
use args::{LetterCommand, LetterKind};
use domain::separation::tone::{Checked, Context, Finding, Kind, Language, Verdict, check};
use fluent_bundle::FluentValue;
use std::io::Write;

/// No letter is longer; a file that is, is something else, and would take long to read.
const LENGTH_MAX: usize = 100_000;

/// Runs the command; without a language written the letter's own is found.
pub async fn run(shell: &Shell, args: args::Letter, written_in: Option<&str>) -> Result<Exit, Failure> {
    let LetterCommand::Check { letter, letter_kind, json } = args.command;
    let lang = shell.lang;
    let text = read_text(lang, &letter)?;
    if text.trim().is_empty() {
        return Err(Failure::about(lang, "letter-empty", &letter.display().to_string(), Exit::Failed));
    }
    if text.chars().count() > LENGTH_MAX {
        return Err(Failure::about(lang, "letter-long", &letter.display().to_string(), Exit::Failed));
    }
    let checked = check(&text, kind(letter_kind), language(written_in), &Context::default());
    let out = std::io::stdout().lock();
    let told = if json { write_json(out, &checked) } else { write_told(out, lang, &checked) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(if checked.verdict == Verdict::Block { Exit::Refused } else { Exit::Done })
}

fn kind(kind: LetterKind) -> Kind {
    match kind {
        LetterKind::Notice => Kind::Notice,
        LetterKind::Reminder => Kind::Reminder,
        LetterKind::Reply => Kind::Reply,
        LetterKind::Boundary => Kind::Boundary,
    }
}

fn language(written_in: Option<&str>) -> Option<Language> {
    match written_in {
        Some("ar") => Some(Language::Arabic),
        Some("en") => Some(Language::English),
        _ => None,
    }
}

/// Writes the verdict, then each mark with its reason and a better wording, then what is missing.
fn write_told(mut out: impl Write, lang: Lang, checked: &Checked) -> std::io::Result<()> {
    writeln!(out, "{}", lang.text(&format!("tone-verdict-{}", checked.verdict.word())))?;
    for finding in &checked.findings {
        write_mark(&mut out, lang, finding)?;
    }
    if !checked.missing.is_empty() {
        writeln!(out, "\n{}", lang.text("tone-lacks"))?;
    }
    for missing in &checked.missing {
        writeln!(out, "- {}", lang.text(&format!("tone-missing-{}", missing.word())))?;
    }
    out.flush()
}

fn write_mark(out: &mut impl Write, lang: Lang, finding: &Finding) -> std::io::Result<()> {
    let level = lang.text(&format!("tone-level-{}", finding.level.word()));
    let args = [
        ("rule", FluentValue::from(finding.rule.word())),
        ("level", FluentValue::from(level)),
        ("text", FluentValue::from(one_line(&finding.text))),
    ];
    let head = if finding.text.is_empty() { "tone-mark-whole" } else { "tone-mark" };
    writeln!(out, "\n{}", lang.say(head, args))?;
    writeln!(out, "  {}", lang.text(&format!("tone-rule-{}", finding.rule.word())))?;
    if !finding.better.is_empty() {
        let better = [("better", FluentValue::from(finding.better.as_str()))];
        writeln!(out, "  {}", lang.say("tone-better", better))?;
    }
    Ok(())
}
