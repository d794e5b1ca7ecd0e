//! Which backups of this firm go, and that they go.

use super::Failed;
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
    /// Older keys stay although they should go: the newest backup has fewer, and no erasure says why.
    pub fewer_keys: bool,
}

/// Removes what a schedule does not keep, among the backups of whoever made the newest. Without a schedule nothing goes.
/// Of the keys only the newest stay: older ones would bring back what was destroyed.
pub async fn thin(place: &Place, newest: &Manifest, schedule: Option<Schedule>, today: Day) -> Result<Thinned, Failed> {
    let (found, broken) = whole(place, newest.kind).await?;
    let ours: Vec<Manifest> = found.into_iter().filter(|one| one.signer == newest.signer).collect();
    let mut thinned = Thinned { broken, ..Thinned::default() };
    let Some(schedule) = schedule else {
        thinned.left = ours.len();
        return Ok(thinned);
    };
    let due: Vec<String> = match newest.kind {
        Kind::Data => {
            let day = |one: &Manifest| Day::from_iso(&one.at).unwrap_or(today);
            let backups: Vec<(String, Day, Day)> =
                ours.iter().map(|one| (one.name.clone(), day(one), one.purge_on)).collect();
            schedule.due(&backups, today).into_iter().map(str::to_owned).collect()
        }
        Kind::Keys => {
            let older: Vec<&Manifest> = ours.iter().filter(|one| one.name < newest.name).collect();
            let is_explained = |one: &&&Manifest| {
                let gone = newest.erasures.keys.saturating_sub(one.erasures.keys);
                newest.keys.unwrap_or(0) + gone >= one.keys.unwrap_or(0) || one.purge_on <= today
            };
            let due: Vec<String> = older.iter().filter(is_explained).map(|one| one.name.clone()).collect();
            thinned.fewer_keys = due.len() < older.len();
            due
        }
    };
    for name in due {
        match place.remove(&name, MANIFEST).await {
            Ok(()) => thinned.removed.push(name),
            Err(_) => thinned.stuck.push(name),
        }
    }
    thinned.left = ours.len() - thinned.removed.len();
    Ok(thinned)
}
