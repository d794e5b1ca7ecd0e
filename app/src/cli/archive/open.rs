//! `khitam archive open`: what is in a sealed archive, unpacked for one of its readers and judged.

use super::{passphrase, troubled};
use crate::cli::text::{read_text, tell};
use crate::cli::{Exit, Failure};
use crate::flow::archive::KEY_FILE;
use crate::keep::bag;
use crate::keep::package::{self, Checked, SIGNATURE, Signature, Trouble};
use crate::lang::Lang;
use crate::secret::identity::Identity;
use fluent_bundle::FluentValue;
use std::path::Path;

/// So many damaged files are named; `khitam archive verify` names all of them.
const NAMED_MAX: usize = 3;

pub fn run(
    lang: Lang,
    archive: &Path,
    into: &Path,
    key: Option<&Path>,
    phrase: Option<&Path>,
) -> Result<Exit, Failure> {
    let identity = match (key, phrase) {
        (Some(file), _) => Identity::of_file(&read_text(lang, file)?),
        (None, Some(file)) => {
            let sealed = archive.join(KEY_FILE);
            let bytes = std::fs::read(&sealed).map_err(|error| Failure::of_io(lang, &sealed, &error))?;
            Identity::open_file(&bytes, &passphrase(lang, file)?)
        }
        (None, None) => return Err(Failure::about(lang, "usage-missing", "--key, --passphrase", Exit::Usage)),
    };
    let outer = package::check(archive).map_err(|error| Failure::of_io(lang, archive, &error))?;
    if !outer.is_whole() {
        return Err(Failure::about(lang, "archive-damaged", &damaged(archive, &outer), Exit::Failed));
    }
    let opened = match &identity {
        Some(identity) => package::open(archive, identity, into),
        None => Err(Trouble::NoKey),
    };
    let opened = opened.map_err(|trouble| troubled(lang, if is_of(&trouble) { into } else { archive }, &trouble))?;
    let judged = bag::judge(into).map_err(|error| Failure::of_io(lang, into, &error))?;
    if !judged.is_valid() {
        return Err(Failure::about(lang, "archive-inner", &into.display().to_string(), Exit::Failed));
    }
    let said =
        [("files", FluentValue::from(opened.files as f64)), ("folder", FluentValue::from(into.display().to_string()))];
    tell(lang.say("archive-opened", said)).map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

/// Names what is not as it was: each file with a fault, or the signature; of an archive with many faults the first few.
fn damaged(archive: &Path, outer: &Checked) -> String {
    let mut names: Vec<&str> = outer.judged.faults.iter().map(|fault| fault.file.as_str()).collect();
    names.dedup();
    if outer.signature == Signature::False {
        names.push(SIGNATURE);
    }
    let several = names.iter().take(NAMED_MAX).map(|name| archive.join(name).display().to_string());
    several.collect::<Vec<_>>().join(", ")
}

/// Tells whether it is the folder to fill that stands in the way.
fn is_of(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Io(error) if error.kind() == std::io::ErrorKind::DirectoryNotEmpty)
}
