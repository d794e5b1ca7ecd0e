//! Where the client's data lives: each place is copied, its hash taken and the copy read back before anything is removed
//! (issue: "copied, hashed and read back before any access is removed"; DOMAIN DAT-02, DAT-03).

use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// The kind of a place that holds a client's data.
    Place {
        Drive = "drive",
        Mail = "mail",
        Chat = "chat",
        Advertising = "advertising",
        Analytics = "analytics",
        Database = "database",
        Repository = "repository",
        Website = "website",
        Device = "device",
        Paper = "paper",
        /// A copy that is kept for disasters and expires by itself.
        Backup = "backup",
        Subprocessor = "subprocessor",
        Other = "other",
    }
}

words! {
    /// What becomes of what is held there.
    Fate {
        /// Given back or taken over, and then removed here.
        Returned = "returned",
        Deleted = "deleted",
        /// Kept for a reason that is stated: a law, a claim, our own record.
        Kept = "kept",
    }
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    pub id: u32,
    pub place: Place,
    pub fate: Fate,
    /// Whether it holds data about people.
    pub personal: bool,
}

/// A copy that was taken: when, and the SHA-256 of the copy in hexadecimal letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    pub on: Day,
    pub sha256: String,
}

/// A place with how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub holding: Holding,
    /// The place in the words of whoever listed it; absent where they were erased.
    pub name: Option<String>,
    pub copied: Option<Copied>,
    /// When the copy was opened again and had the same hash.
    pub read_back_on: Option<Day>,
    pub removed_on: Option<Day>,
}

/// Why a step at a place cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unready {
    NotCopied,
    NotReadBack,
    /// The copy that was read does not have the hash of the copy that was taken.
    OtherHash,
    /// Not 64 hexadecimal letters.
    NoHash,
    /// What is kept is not removed.
    Kept,
    Done,
    /// The day lies before that of the step before it.
    Earlier,
}

impl Stored {
    /// Returns a place as it is listed.
    pub fn new(holding: Holding, name: Option<String>) -> Stored {
        Stored { holding, name, copied: None, read_back_on: None, removed_on: None }
    }

    /// Tells whether a copy may be taken; a new one takes the place of one that was not read back.
    pub fn may_copy(&self, copied: &Copied) -> Result<(), Unready> {
        if self.removed_on.is_some() || self.read_back_on.is_some() {
            Err(Unready::Done)
        } else if is_sha256(&copied.sha256) {
            Ok(())
        } else {
            Err(Unready::NoHash)
        }
    }

    /// Tells whether the copy counts as read back: whoever opened it took its hash anew, and it is the same.
    pub fn may_read_back(&self, read: &Copied) -> Result<(), Unready> {
        let Some(copied) = &self.copied else { return Err(Unready::NotCopied) };
        match read.on < copied.on {
            _ if self.read_back_on.is_some() => Err(Unready::Done),
            _ if !is_sha256(&read.sha256) => Err(Unready::NoHash),
            true => Err(Unready::Earlier),
            false if !read.sha256.eq_ignore_ascii_case(&copied.sha256) => Err(Unready::OtherHash),
            false => Ok(()),
        }
    }

    /// Tells whether what lies there may be removed: never before its copy was read back, and never what is kept. A
    /// backup expires by itself, and is no place from which anything is copied.
    pub fn may_remove(&self, on: Day) -> Result<(), Unready> {
        if self.removed_on.is_some() {
            return Err(Unready::Done);
        }
        match (self.holding.fate, self.holding.place, &self.copied, self.read_back_on) {
            (Fate::Kept, ..) => Err(Unready::Kept),
            (_, Place::Backup, ..) => Ok(()),
            (_, _, None, _) => Err(Unready::NotCopied),
            (_, _, Some(_), None) => Err(Unready::NotReadBack),
            (_, _, _, Some(read)) if on < read => Err(Unready::Earlier),
            _ => Ok(()),
        }
    }

    /// Tells whether nothing more is to do there.
    pub fn is_settled(&self) -> bool {
        self.holding.fate == Fate::Kept || self.removed_on.is_some()
    }

    /// Tells whether an access that leads there may be given up.
    pub fn is_safe(&self) -> bool {
        self.is_settled() || self.read_back_on.is_some() || self.holding.place == Place::Backup
    }
}

/// Tells whether a text is a SHA-256 in hexadecimal letters.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn stored(place: Place, fate: Fate) -> Stored {
        Stored::new(Holding { id: 1, place, fate, personal: true }, Some("shared folder".into()))
    }

    fn copied(on: &str, letter: &str) -> Copied {
        Copied { on: day(on), sha256: letter.repeat(64) }
    }

    #[test]
    fn nothing_is_removed_before_its_copy_was_read_back() {
        let mut drive = stored(Place::Drive, Fate::Returned);
        assert_eq!(drive.may_remove(day("2027-02-01")), Err(Unready::NotCopied));
        assert_eq!(drive.may_read_back(&copied("2027-01-21", "a")), Err(Unready::NotCopied));
        assert_eq!(drive.may_copy(&copied("2027-01-20", "g")), Err(Unready::NoHash));
        assert_eq!(drive.may_copy(&copied("2027-01-20", "a")), Ok(()));
        drive.copied = Some(copied("2027-01-20", "a"));
        assert!(!drive.is_safe());
        assert_eq!(drive.may_remove(day("2027-02-01")), Err(Unready::NotReadBack));
        assert_eq!(drive.may_read_back(&copied("2027-01-21", "b")), Err(Unready::OtherHash));
        assert_eq!(drive.may_read_back(&copied("2027-01-19", "a")), Err(Unready::Earlier));
        assert_eq!(drive.may_read_back(&copied("2027-01-21", "A")), Ok(()));
        drive.read_back_on = Some(day("2027-01-21"));
        assert!(drive.is_safe() && !drive.is_settled());
        assert_eq!(drive.may_copy(&copied("2027-01-22", "b")), Err(Unready::Done));
        assert_eq!(drive.may_remove(day("2027-01-20")), Err(Unready::Earlier));
        assert_eq!(drive.may_remove(day("2027-02-01")), Ok(()));
    }

    #[test]
    fn a_backup_expires_and_what_is_kept_stays() {
        assert_eq!(stored(Place::Backup, Fate::Deleted).may_remove(day("2027-02-01")), Ok(()));
        let kept = stored(Place::Drive, Fate::Kept);
        assert_eq!(kept.may_remove(day("2027-02-01")), Err(Unready::Kept));
        assert!(kept.is_settled() && kept.is_safe());
    }
}
