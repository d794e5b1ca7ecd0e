//! What of this copy grows old or may have been lost: files of cases, archives, the last backup, the packs.

use super::{Check, Shell};
use crate::clock::Clock;
use crate::flow::archive::{self, Standing};
use crate::flow::case_files::verify;
use crate::flow::cases::Place;
use crate::flow::prospect_log;
use crate::lang::Lang;
use crate::secret::key_folder::KeyFolder;
use crate::store::{Db, StoreError, settings};
use domain::days::{Day, checked};

/// An older backup is said to be old.
const BACKUP_DAYS_MAX: i32 = 7;

/// An archive that nobody looked at for longer should be checked.
const ARCHIVE_DAYS_MAX: i32 = 365;

/// A pack that was checked longer ago is said to be old.
const PACK_DAYS_MAX: i32 = 365;

/// Opens every file that is kept with cases.
pub async fn files(shell: &Shell, db: &Db) -> Result<Check, StoreError> {
    let keys = KeyFolder::within(&shell.data);
    let verified = verify(Place { db, keys: &keys }).await?;
    Ok(match (verified.damaged, verified.keyless) {
        (0, 0) => Check::new(shell.lang, "files", "good", true, verified.opened),
        (0, keyless) => Check::new(shell.lang, "files", "key", true, keyless).noted(),
        (damaged, _) => Check::new(shell.lang, "files", "bad", false, damaged),
    })
}

/// Says whether what was noted of prospects can be read.
pub async fn prospects(shell: &Shell, db: &Db) -> Result<Check, StoreError> {
    let keys = KeyFolder::within(&shell.data);
    Ok(match prospect_log::keyless(Place { db, keys: &keys }).await? {
        0 => Check::new(shell.lang, "prospects", "good", true, ""),
        keyless => Check::new(shell.lang, "prospects", "key", true, keyless).noted(),
    })
}

/// Says whether every archive lies where it should, and is the one that was sealed.
pub async fn archives(shell: &Shell, db: &Db) -> Result<Check, StoreError> {
    let keys = KeyFolder::within(&shell.data);
    let Standing { whole, missing, exchanged, damaged, looked_at_last } =
        archive::standing(Place { db, keys: &keys }, &shell.data).await?;
    let today = Clock::default().today(None);
    let named = |names: Vec<String>| names.join(", ");
    Ok(if !missing.is_empty() {
        Check::new(shell.lang, "archives", "missing", false, named(missing))
    } else if !exchanged.is_empty() {
        Check::new(shell.lang, "archives", "exchanged", false, named(exchanged))
    } else if !damaged.is_empty() {
        Check::new(shell.lang, "archives", "damaged", false, named(damaged))
    } else if let Some(day) = looked_at_last.filter(|day| today.since(*day) > ARCHIVE_DAYS_MAX) {
        Check::new(shell.lang, "archives", "old", true, day).noted()
    } else {
        Check::new(shell.lang, "archives", "good", true, whole)
    })
}

/// Says how old the last backup is.
pub async fn backup(lang: Lang, db: &Db) -> Result<Check, StoreError> {
    let last = settings::get(db, settings::LAST_BACKUP).await?;
    let last = last.and_then(|last| serde_json::from_str::<serde_json::Value>(&last).ok());
    let made_on = last.as_ref().and_then(|last| Day::from_iso(last["at"].as_str()?));
    Ok(match made_on {
        None => Check::new(lang, "backup", "none", true, "").noted(),
        Some(day) if Clock::default().today(None).since(day) > BACKUP_DAYS_MAX => {
            Check::new(lang, "backup", "old", true, day).noted()
        }
        Some(day) if last.is_none_or(|last| !last["keys"].is_string()) => {
            Check::new(lang, "backup", "keyless", true, day).noted()
        }
        Some(day) => Check::new(lang, "backup", "good", true, day),
    })
}

/// Says whether laws and calendars were looked at within a year.
pub fn packs(lang: Lang, today: Day) -> Check {
    let packs = checked::checked();
    let oldest = packs.iter().filter_map(|(name, days)| Some((*name, *days.first()?)));
    let old: Vec<String> = oldest
        .clone()
        .filter(|(_, day)| today.since(*day) > PACK_DAYS_MAX)
        .map(|(name, day)| format!("{name}.toml ({day})"))
        .collect();
    if old.is_empty() {
        let day = oldest.map(|(_, day)| day).min().map(|day| day.to_string());
        Check::new(lang, "packs", "good", true, day.unwrap_or_default())
    } else {
        Check::new(lang, "packs", "old", true, old.join(", ")).noted()
    }
}

/// Returns the newest day on which a pack was checked: no clock can be before it.
pub fn newest_pack() -> Option<Day> {
    checked::checked().into_iter().flat_map(|(_, days)| days).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_old_after_a_year() {
        let newest = newest_pack().expect("a day");
        let lang = Lang::default();
        let soon = packs(lang, newest.plus(30));
        assert!(soon.good && !soon.note, "{}", soon.says);
        let late = packs(lang, newest.plus(366));
        assert!(late.good && late.note && late.says.contains("sa.toml"), "{}", late.says);
    }
}
