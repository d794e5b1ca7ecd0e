//! Why a command did not do it: what happened, why, and what to do next, in the user's language.

use crate::lang::Lang;
use crate::store::{StoreError, Trouble};
use fluent_bundle::FluentValue;
use std::io::ErrorKind;
use std::path::Path;

/// The exit codes of DESIGN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Failed; nothing changed.
    Failed = 1,
    Usage = 2,
    /// Done in part; what was not is listed.
    Part = 3,
    /// Refused by a rule, which is named.
    Refused = 4,
}

/// Why a command did not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    pub what: String,
    pub why: String,
    pub next: String,
}

impl Failure {
    /// Returns the failure of a key of the catalogues: `fail-KEY` and `fail-KEY-next`.
    pub fn new(lang: Lang, key: &str, exit: Exit) -> Failure {
        Failure::about(lang, key, "", exit)
    }

    /// Returns the failure of a key about something: the message's `$what`.
    pub fn about(lang: Lang, key: &str, what: &str, exit: Exit) -> Failure {
        let said = |key: String| lang.say(&key, [("what", FluentValue::from(what.to_owned()))]);
        Failure { exit, what: said(format!("fail-{key}")), why: String::new(), next: said(format!("fail-{key}-next")) }
    }

    /// Adds the machine's own words.
    pub fn because(self, why: impl ToString) -> Failure {
        Failure { why: why.to_string(), ..self }
    }

    /// Returns the failure of the database.
    pub fn of_store(lang: Lang, error: &StoreError) -> Failure {
        let key = match (error, error.trouble()) {
            (_, Trouble::Busy) => "busy",
            (_, Trouble::Full) => "disk-full",
            (StoreError::Collation(_), _) => "collation",
            (StoreError::Address(_), _) => "db-address",
            (StoreError::Migration(_), _) => "migration",
            (StoreError::Restoring, _) => "restoring",
            _ if error.is_shut() => "db-shut",
            _ => "database",
        };
        Failure::new(lang, key, Exit::Failed).because(error)
    }

    /// Returns the failure of a file or folder; what is wrong most often is said in the user's language.
    pub fn of_io(lang: Lang, path: &Path, error: &std::io::Error) -> Failure {
        let why = match error.kind() {
            ErrorKind::NotFound => lang.text("fail-file-missing"),
            ErrorKind::PermissionDenied => lang.text("fail-file-denied"),
            ErrorKind::IsADirectory => lang.text("fail-file-folder"),
            ErrorKind::StorageFull => lang.text("fail-file-full"),
            _ => error.to_string(),
        };
        Failure::about(lang, "file", &path.display().to_string(), Exit::Failed).because(why)
    }

    /// Returns the failure of an answer that could not be written.
    pub fn of_output(lang: Lang, error: &std::io::Error) -> Failure {
        if error.kind() == ErrorKind::BrokenPipe {
            // Whoever reads it, such as `head`, has read enough.
            std::process::exit(Exit::Done as i32);
        }
        Failure::new(lang, "output", Exit::Failed).because(error)
    }

    /// Tells it on the terminal and returns the exit code.
    pub fn tell(&self, lang: Lang) -> Exit {
        eprintln!("khitam: {}", self.what);
        if !self.why.is_empty() {
            eprintln!("{} {}", lang.text("cli-why"), self.why);
        }
        if !self.next.is_empty() {
            eprintln!("{} {}", lang.text("cli-next"), self.next);
        }
        self.exit
    }
}
