//! `khitam restore`: a backup put into an empty place. Nothing is overwritten, and whoever was erased does not come back.

use super::archive::passphrase;
use super::args::Restore;
use super::backup::{failed, secrets};
use super::text::{read_text, write_json};
use super::{Exit, Failure, Shell};
use crate::clock::{Clock, stamp};
use crate::flow::backup::{Asked, Backup, Restored, restore};
use crate::keep::backup::{KEY_FILE, Kind, Manifest, Place, Trouble, find, newest};
use crate::keep::erasures;
use crate::lang::Lang;
use crate::secret::identity::Identity;
use fluent_bundle::FluentValue;
use serde_json::json;
use std::io::Write;

pub async fn run(shell: &Shell, args: Restore) -> Result<Exit, Failure> {
    let lang = shell.lang;
    if args.key.is_none() && args.passphrase.is_none() {
        return Err(Failure::about(lang, "usage-missing", "--key, --passphrase", Exit::Usage));
    }
    let reason = args.without_erasures.as_deref().map(str::trim);
    if reason.is_some_and(str::is_empty) {
        return Err(Failure::about(lang, "usage-missing", "--without-erasures", Exit::Usage));
    }
    let said = |error: Trouble| failed(lang, &error.into());
    let (data_secrets, keys_secrets) = secrets(lang, &args.secrets)?;
    let place = Place::of(&args.from, &data_secrets, false).map_err(said)?;
    let manifest = match &args.backup {
        Some(name) => find(&place, Kind::Data, name).await,
        None => newest(&place, Kind::Data).await,
    };
    let data = backup(lang, place, manifest.map_err(said)?, &args).await?;
    let keys = match &args.keys_from {
        None => None,
        Some(from) => {
            let place = Place::of(from, &keys_secrets, false).map_err(said)?;
            let manifest = newest(&place, Kind::Keys).await.map_err(said)?;
            Some(backup(lang, place, manifest, &args).await?)
        }
    };
    let list = match &args.erasures {
        None => None,
        // A list that is named is there.
        Some(file) => {
            std::fs::metadata(file).map_err(|error| Failure::of_io(lang, file, &error))?;
            Some(erasures::read(file).map_err(|error| failed(lang, &error.into()))?)
        }
    };
    let (manifest, has_keys) = (data.manifest.clone(), keys.is_some());
    let asked = Asked {
        data,
        keys,
        erasures: list,
        without_erasures: reason.map(str::to_owned),
        at: stamp(Clock::default().now()),
        address: shell.db.clone(),
        root: shell.data.clone(),
    };
    let has_list = asked.erasures.is_some();
    let restored = restore(asked).await.map_err(|error| failed(lang, &error))?;
    let out = std::io::stdout().lock();
    let told = if args.json {
        write_json(out, &in_json(&manifest, &restored))
    } else {
        write_told(out, lang, &manifest, &restored, (has_keys, has_list))
    };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

/// Returns a backup with the key that opens it.
async fn backup(lang: Lang, place: Place, manifest: Manifest, args: &Restore) -> Result<Backup, Failure> {
    let said = |error: Trouble| failed(lang, &error.into());
    let identity = match (&args.key, &args.passphrase) {
        (Some(file), _) => Identity::of_file(&read_text(lang, file)?),
        (None, Some(file)) => {
            let path = format!("{}/{KEY_FILE}", manifest.name);
            let sealed = place.get(&path).await.map_err(said)?.ok_or_else(|| said(Trouble::Missing(path)))?;
            Identity::open_file(&sealed, &passphrase(lang, file)?)
        }
        (None, None) => None,
    };
    let identity = identity.ok_or_else(|| said(Trouble::NoKey))?;
    Ok(Backup { place, manifest, identity })
}

fn in_json(manifest: &Manifest, restored: &Restored) -> serde_json::Value {
    let rows: u64 = restored.sums.tables.values().map(|sum| sum.count).sum();
    json!({
        "backup": manifest.name, "at": manifest.at, "signer": manifest.signer_mark(),
        "tables": restored.sums.tables.len(), "rows": rows, "files": restored.sums.files.len(), "keys": restored.keys,
        "erasures": { "replayed": restored.replayed.erasures, "rows": restored.replayed.rows,
                      "keys": restored.replayed.keys },
        "letters_in_doubt": restored.letters,
    })
}

fn write_told(
    mut out: impl Write,
    lang: Lang,
    manifest: &Manifest,
    restored: &Restored,
    (has_keys, has_list): (bool, bool),
) -> std::io::Result<()> {
    let rows: u64 = restored.sums.tables.values().map(|sum| sum.count).sum();
    let number = |number: u64| FluentValue::from(number as f64);
    let args = [
        ("name", FluentValue::from(manifest.name.as_str())),
        ("at", FluentValue::from(manifest.at.as_str())),
        ("rows", number(rows)),
        ("files", number(restored.sums.files.len() as u64)),
        ("signer", FluentValue::from(manifest.signer_mark())),
    ];
    writeln!(out, "{}", lang.say("restore-done", args))?;
    if has_keys {
        writeln!(out, "{}", lang.say("restore-keys", [("n", number(restored.keys.unwrap_or(0)))]))?;
    } else {
        writeln!(out, "{}", lang.text("restore-no-keys"))?;
    }
    if has_list {
        let replayed = restored.replayed;
        let args = [("n", number(replayed.erasures)), ("rows", number(replayed.rows)), ("keys", number(replayed.keys))];
        writeln!(out, "{}", lang.say("restore-erased", args))?;
    } else {
        writeln!(out, "{}", lang.text("restore-no-erasures"))?;
    }
    if restored.letters > 0 {
        writeln!(out, "{}", lang.say("restore-letters", [("n", number(restored.letters))]))?;
    }
    out.flush()
}
