//! `khitam archive`: a closed case sealed for good, checked, and opened again.

mod create;
mod open;
mod verify;

use super::args::{Archive, ArchiveCommand};
use super::text::read_text;
use super::{Exit, Failure, Shell};
use crate::flow::archive::PASSPHRASE_MIN;
use crate::keep::package::Trouble;
use crate::lang::Lang;
use std::path::Path;

pub async fn run(shell: &Shell, args: Archive) -> Result<Exit, Failure> {
    match args.command {
        ArchiveCommand::Create { client, case, into, readers, passphrase, theirs, summarised, documents, json } => {
            let asked = create::Asked { client, case, into, readers, passphrase, theirs, summarised, documents };
            create::run(shell, &asked, json).await
        }
        ArchiveCommand::Open { archive, into, key, passphrase } => {
            open::run(shell.lang, &archive, &into, key.as_deref(), passphrase.as_deref())
        }
        ArchiveCommand::Verify { archive, json } => verify::run(shell.lang, &archive, json),
    }
}

/// Reads a passphrase under which something is to be sealed.
pub(super) fn new_passphrase(lang: Lang, file: &Path) -> Result<String, Failure> {
    let phrase = passphrase(lang, file)?;
    if phrase.chars().count() < PASSPHRASE_MIN {
        return Err(Failure::about(lang, "passphrase-short", &file.display().to_string(), Exit::Refused));
    }
    Ok(phrase)
}

/// Reads a passphrase: a file's first line.
pub(super) fn passphrase(lang: Lang, file: &Path) -> Result<String, Failure> {
    let text = read_text(lang, file)?;
    match text.lines().next().filter(|line| !line.trim().is_empty()) {
        Some(line) => Ok(line.to_owned()),
        None => Err(Failure::about(lang, "passphrase", &file.display().to_string(), Exit::Failed)),
    }
}

/// Says why a package could not be made or opened.
fn troubled(lang: Lang, folder: &Path, trouble: &Trouble) -> Failure {
    let folder_name = folder.display().to_string();
    match trouble {
        Trouble::NoKey => Failure::about(lang, "archive-key", &folder_name, Exit::Refused),
        Trouble::Damaged { part, file } => {
            Failure::about(lang, "archive-damaged", &format!("{part} ({file})"), Exit::Failed)
        }
        Trouble::Strange(path) => Failure::about(lang, "archive-strange", path, Exit::Failed),
        Trouble::Io(error) => match error.kind() {
            std::io::ErrorKind::AlreadyExists | std::io::ErrorKind::DirectoryNotEmpty => {
                Failure::about(lang, "archive-there", &folder_name, Exit::Refused)
            }
            _ => Failure::of_io(lang, folder, error),
        },
    }
}
