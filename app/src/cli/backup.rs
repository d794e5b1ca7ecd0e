//! `khitam backup`: the whole copy sealed for its readers while it goes on being used, read back, and older ones thinned.
//! The keys go elsewhere.

use super::archive::new_passphrase;
use super::args::{Backup, StoreSecrets};
use super::text::{read_text, write_json};
use super::{Exit, Failure, Shell};
use crate::clock::{Clock, stamp};
use crate::flow::backup::{self, Failed, Made, Request, Thinned, places};
use crate::keep::backup::schedule::Schedule;
use crate::keep::backup::{Kind, Place, Secrets, Trouble, overlap};
use crate::keep::erasures;
use crate::lang::Lang;
use crate::secret::identity::Identity;
use crate::store::dump::empty;
use crate::store::{Db, StoreError, dialect, firm_facts, settings};
use fluent_bundle::FluentValue;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

pub async fn run(shell: &Shell, args: Backup) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let kept = args
        .keep
        .as_deref()
        .map(|text| Schedule::read(text).ok_or_else(|| Failure::about(lang, "backup-schedule", text, Exit::Usage)));
    let kept = kept.transpose()?;
    let (readers, key_file) = readers(lang, &args)?;
    let said = |error: Trouble| failed(lang, &error.into());
    let (secrets, keys_secrets) = secrets(lang, &args.secrets)?;
    let root = shell.data.display().to_string();
    let mut places = [Some(&args.to), args.keys_to.as_ref()].into_iter().flatten();
    if let Some(place) = places.find(|place| overlap(place, &root)) {
        return Err(failed(lang, &Failed::Inside(place.clone())));
    }
    let to = Place::of(&args.to, &secrets, true).map_err(said)?;
    let keys_to = args.keys_to.as_deref().map(|keys| Place::of(keys, &keys_secrets, true)).transpose().map_err(said)?;
    if keys_to.as_ref().is_some_and(|keys| keys.overlaps(&to)) {
        return Err(Failure::about(lang, "backup-together", &args.to, Exit::Refused));
    }
    let db = open(shell).await?;
    let clock = Clock::default();
    let firm = firm_facts::current(&db).await.map_err(|error| Failure::of_store(lang, &error))?;
    let (at, today) = (stamp(clock.now()), clock.today(firm.zone.as_deref()));
    let (root, schedule) = (shell.data.clone(), kept.unwrap_or(Schedule::USUAL));
    let request = Request { to, readers, key_file, root, at, today, schedule };
    let outcome = both(lang, &db, request, keys_to, kept).await;
    db.close().await;
    let outcome = outcome?;
    let out = std::io::stdout().lock();
    let told = if args.json { write_json(out, &in_json(&outcome)) } else { write_told(out, lang, &outcome) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    for failure in &outcome.failures {
        failure.tell(lang);
    }
    Ok(if outcome.is_whole() { Exit::Done } else { Exit::Part })
}

/// What was made, where, and what went.
struct Outcome {
    data: One,
    keys: Option<One>,
    /// What failed after the data was backed up.
    failures: Vec<Failure>,
}

type One = (Made, String, Thinned);

impl Outcome {
    fn is_whole(&self) -> bool {
        let is_stuck = |(.., thinned): &One| !thinned.stuck.is_empty();
        self.failures.is_empty() && !is_stuck(&self.data) && !self.keys.as_ref().is_some_and(is_stuck)
    }
}

/// Backs up the data, then the keys, and removes older ones only after that: whatever fails, what can be made is made.
async fn both(
    lang: Lang,
    db: &Db,
    request: Request,
    keys_to: Option<Place>,
    kept: Option<Schedule>,
) -> Result<Outcome, Failure> {
    let data = backup::data(db, request.clone()).await.map_err(|error| failed(lang, &error))?;
    let keys_place = keys_to.as_ref().map(|place| place.shown.clone());
    // Without a schedule nothing is ever removed.
    let purge_on = kept.map(|_| data.manifest.purge_on);
    let note = |keys: Option<&Made>| {
        let keys_place = keys.and(keys_place.as_ref());
        let keys = keys.map(|made| made.manifest.name.as_str());
        let (place, data) = (&request.to.shown, &data.manifest.name);
        json!({ "at": request.at, "name": data, "place": place, "purge_on": purge_on, "keys": keys, "keys_place": keys_place })
            .to_string()
    };
    let noted = async |keys: Option<&Made>| {
        let noted = async {
            settings::set(db, settings::LAST_BACKUP, &note(keys)).await?;
            match keys.zip(keys_place.as_ref()) {
                Some((_, place)) => places::remember(db, Kind::Keys, place, purge_on).await,
                None => places::remember(db, Kind::Data, &request.to.shown, purge_on).await,
            }
        };
        noted.await.map_err(|error| Failure::of_store(lang, &error))
    };
    let mut failures = vec![];
    failures.extend(noted(None).await.err());
    let mut keys = None;
    if let Some(to) = keys_to {
        match backup::keys(db, Request { to: to.clone(), ..request.clone() }).await {
            Ok(made) => {
                failures.extend(noted(Some(&made)).await.err());
                keys = Some((made, to));
            }
            Err(error) => failures.push(failed(lang, &error)),
        }
    }
    let mut thinned = async |to: &Place, made: &Made| {
        let thinned = backup::thin(to, made, kept, request.today).await;
        thinned.map_err(|error| failures.push(failed(lang, &error))).unwrap_or_default()
    };
    let went = thinned(&request.to, &data).await;
    let keys = match keys {
        None => None,
        Some((made, to)) => {
            let went = thinned(&to, &made).await;
            Some((made, to.shown, went))
        }
    };
    Ok(Outcome { data: (data, request.to.shown, went), keys, failures })
}

/// Opens the database as it is: a backup is also made before its tables are brought up to date.
async fn open(shell: &Shell) -> Result<Db, Failure> {
    let stored = |error: &StoreError| Failure::of_store(shell.lang, error);
    let (kind, url) = dialect::address(&shell.db).map_err(|error| stored(&error))?;
    let path = dialect::sqlite_path(&url);
    if kind == dialect::Kind::Sqlite && !Path::new(path).is_file() {
        return Err(Failure::about(shell.lang, "backup-nothing", path, Exit::Failed));
    }
    let db = Db::connect(&shell.db).await.map_err(|error| stored(&error))?;
    if empty::is_being_restored(&db).await.map_err(|error| stored(&error))? {
        return Err(stored(&StoreError::Restoring));
    }
    Ok(db)
}

/// Returns what opens the stores: of the data, and of the keys.
pub(super) fn secrets(lang: Lang, given: &StoreSecrets) -> Result<(Secrets, Secrets), Failure> {
    let read = |file: &Option<std::path::PathBuf>| file.as_deref().map(|file| read_text(lang, file)).transpose();
    let (data, keys) = (read(&given.s3)?, read(&given.keys_s3)?);
    Ok((Secrets::of(data.as_deref()), Secrets::of(keys.or(data.clone()).as_deref())))
}

/// Returns the public keys of all readers, and the key that the passphrase opens, to lie beside the parts.
fn readers(lang: Lang, args: &Backup) -> Result<(Vec<String>, Option<Vec<u8>>), Failure> {
    let mut readers = args.readers.clone();
    if readers.is_empty() && args.passphrase.is_none() {
        return Err(Failure::about(lang, "usage-missing", "--reader, --passphrase", Exit::Usage));
    }
    if let Some(wrong) = readers.iter().find(|reader| !Identity::is_public(reader)) {
        return Err(Failure::about(lang, "archive-reader", wrong, Exit::Usage));
    }
    let Some(file) = &args.passphrase else { return Ok((readers, None)) };
    let identity = Identity::new();
    let sealed = identity.file_under(&new_passphrase(lang, file)?);
    readers.push(identity.public());
    Ok((readers, Some(sealed.map_err(|error| Failure::of_io(lang, file, &error))?)))
}

/// Says why nothing was backed up or restored.
pub(super) fn failed(lang: Lang, error: &Failed) -> Failure {
    let about = |key: &str, what: &str, exit: Exit| Failure::about(lang, key, what, exit);
    match error {
        Failed::Store(error) => Failure::of_store(lang, error),
        Failed::NotEmpty(what) => about("restore-there", what, Exit::Refused),
        Failed::DatabaseThere => about("restore-database", "", Exit::Refused),
        Failed::Inside(place) => about("backup-inside", place, Exit::Refused),
        Failed::Signers(data, keys) => about("restore-signers", &format!("{data}, {keys}"), Exit::Refused),
        Failed::NewerTables => about("backup-newer", "", Exit::Failed),
        Failed::Differs(what) => about("backup-differs", what, Exit::Failed),
        Failed::ErasuresWanted(count) => about("restore-erasures", &lang.digits(*count as i64), Exit::Refused),
        Failed::ErasuresOther => about("restore-erasures-other", "", Exit::Refused),
        Failed::ErasuresTable(table) => about("erasures-table", table, Exit::Failed),
        Failed::File(path) => about("backup-file", path, Exit::Failed),
        Failed::Erasures(erasures::Trouble::Line(line)) => {
            about("erasures-line", &lang.digits(*line as i64), Exit::Failed)
        }
        Failed::Erasures(erasures::Trouble::Io(error)) => about("erasures-read", "", Exit::Failed).because(error),
        Failed::Backup(trouble) => match trouble {
            Trouble::NoKey => about("backup-key", "", Exit::Refused),
            Trouble::Damaged(file) => about("backup-damaged", file, Exit::Failed),
            Trouble::Missing(file) => about("backup-missing", file, Exit::Failed),
            Trouble::NoBackup(place) => about("backup-none", place, Exit::Failed),
            Trouble::OtherKind(place) => about("backup-kind", place, Exit::Failed),
            Trouble::Newer(file) => about("backup-newer", file, Exit::Failed),
            Trouble::Address(why) => about("backup-address", why, Exit::Usage),
            Trouble::Place { place, why } => about("backup-place", place, Exit::Failed).because(why),
            Trouble::Io(error) => about("backup-machine", "", Exit::Failed).because(error),
        },
    }
}

fn in_json(outcome: &Outcome) -> Value {
    let one = |(made, place, thinned): &(Made, String, Thinned)| {
        let rows: u64 = made.sums.tables.values().map(|sum| sum.count).sum();
        json!({
            "name": made.manifest.name, "place": place, "at": made.manifest.at, "purge_on": made.manifest.purge_on,
            "bytes": made.bytes(), "parts": made.manifest.parts.len(), "tables": made.sums.tables.len(), "rows": rows,
            "files": made.sums.files.len(), "verified": true, "left": thinned.left, "removed": thinned.removed,
            "stuck": thinned.stuck, "broken": thinned.broken, "ahead": thinned.ahead,
        })
    };
    let signer = outcome.data.0.manifest.signer_mark();
    json!({ "data": one(&outcome.data), "keys": outcome.keys.as_ref().map(one), "signer": signer })
}

fn write_told(mut out: impl Write, lang: Lang, outcome: &Outcome) -> std::io::Result<()> {
    write_one(&mut out, lang, &outcome.data)?;
    match &outcome.keys {
        Some(keys) => write_one(&mut out, lang, keys)?,
        None if outcome.failures.is_empty() => writeln!(out, "\n{}", lang.text("backup-no-keys"))?,
        None => {}
    }
    let signer = outcome.data.0.manifest.signer_mark();
    writeln!(out, "{}", lang.say("backup-signer", [("signer", FluentValue::from(signer))]))?;
    out.flush()
}

fn write_one(
    out: &mut impl Write,
    lang: Lang,
    (made, place, thinned): &(Made, String, Thinned),
) -> std::io::Result<()> {
    let rows: u64 = made.sums.tables.values().map(|sum| sum.count).sum();
    let args = [
        ("name", FluentValue::from(made.manifest.name.as_str())),
        ("place", FluentValue::from(place.as_str())),
        ("rows", FluentValue::from(rows as f64)),
        ("files", FluentValue::from(made.sums.files.len() as f64)),
        ("day", FluentValue::from(made.manifest.purge_on.to_string())),
    ];
    let is_data = made.manifest.kind == Kind::Data;
    writeln!(out, "{}", lang.say(if is_data { "backup-data-made" } else { "backup-keys-made" }, args))?;
    let lists = [
        ("backup-removed", &thinned.removed),
        ("backup-stuck", &thinned.stuck),
        ("backup-broken", &thinned.broken),
        ("backup-ahead", &thinned.ahead),
    ];
    for (key, names) in lists.iter().filter(|(_, names)| !names.is_empty()) {
        writeln!(out, "{}", lang.say(key, [("names", FluentValue::from(names.join(", ")))]))?;
    }
    if thinned.fewer_keys {
        writeln!(out, "{}", lang.text("backup-fewer-keys"))?;
    }
    Ok(())
}
