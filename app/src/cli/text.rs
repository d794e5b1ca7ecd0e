//! Texts in and out of commands: a file that is read whole, an answer for programs.

use super::{Exit, Failure};
use crate::lang::Lang;
use std::fmt::Display;
use std::io::Write;
use std::path::Path;

/// Returns the text of a file, without the mark that some editors put before it.
pub fn read_text(lang: Lang, file: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::of_io(lang, file, &error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            Err(Failure::about(lang, "not-text", &file.display().to_string(), Exit::Failed).because(error.utf8_error()))
        }
    }
}

/// Writes an answer for programs.
pub fn write_json(mut out: impl Write, answer: &impl serde::Serialize) -> std::io::Result<()> {
    serde_json::to_writer(&mut out, answer)?;
    writeln!(out)?;
    out.flush()
}

/// Tells a line; whoever closes the pipe early has read enough.
pub fn tell(said: impl Display) {
    writeln!(std::io::stdout(), "{said}").ok();
}

/// Returns a text on one line: what is quoted may reach over the ends of lines.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
