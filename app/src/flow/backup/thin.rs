//! Which backups of this firm go, and that they go.

use super::{Failed, Made};
use crate::keep::backup::schedule::Schedule;
use crate::keep::backup::{Kind, MANIFEST, Manifest, Place, whole};
use domain::days::Day;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thinned {
    /// How many whole backups of this firm are left.
    pub left: usize,
    pub removed: Vec<String>,
    /// What should have gone and did not.
    pub stuck: Vec<String>,
    /// What has no list, or one that is damaged: it counts for nothing, and only a person removes it.
    pub broken: Vec<String>,
    /// What is dated later than the newest: either clock was wrong, and nothing is removed until a person has looked.
    pub ahead: Vec<String>,
    /// Older keys stay although they should go: the newest backup lacks some of them, and no erasure says why.
    pub fewer_keys: bool,
}

/// Removes what a schedule does not keep, among the backups of whoever made the newest. Without a schedule nothing goes.
/// Of the keys only the newest stay: older ones would bring back what was destroyed.
pub async fn thin(place: &Place, made: &Made, schedule: Option<Schedule>, today: Day) -> Result<Thinned, Failed> {
    let newest = &made.manifest;
    let (found, broken) = whole(place, newest.kind).await?;
    let ours: Vec<Manifest> = found.into_iter().filter(|one| one.signer == newest.signer).collect();
    let is_ahead = |one: &&Manifest| one.at > newest.at || one.on > today;
    let ahead: Vec<String> = ours.iter().filter(is_ahead).map(|one| one.name.clone()).collect();
    let mut thinned = Thinned { broken, ahead, left: ours.len(), ..Thinned::default() };
    let Some(schedule) = schedule.filter(|_| thinned.ahead.is_empty()) else { return Ok(thinned) };
    let due: Vec<String> = match newest.kind {
        Kind::Data => {
            let backups: Vec<(String, Day, Day)> =
                ours.iter().map(|one| (one.name.clone(), one.on, one.purge_on)).collect();
            schedule.due(&backups, today).into_iter().map(str::to_owned).collect()
        }
        Kind::Keys => {
            let older: Vec<&Manifest> = ours.iter().filter(|one| one.name < newest.name).collect();
            let is_explained = |one: &&&Manifest| one.is_within(&made.keys) || one.purge_on <= today;
            let due: Vec<String> = older.iter().filter(is_explained).map(|one| one.name.clone()).collect();
            thinned.fewer_keys = due.len() < older.len();
            due
        }
    };
    // What was just made stays, whatever the names say.
    for name in due.into_iter().filter(|name| *name != newest.name) {
        match place.remove(&name, MANIFEST).await {
            Ok(()) => thinned.removed.push(name),
            Err(_) => thinned.stuck.push(name),
        }
    }
    thinned.left -= thinned.removed.len();
    Ok(thinned)
}
