//! The copies that an erasure does not reach, each with the day from which it is gone, as far as this copy knows of them.

use super::{Fate, Ground, Plan};
use crate::flow::backup::places;
use crate::flow::cases::Opened;
use crate::flow::upload::Upload;
use crate::keep::backup::{Kind, Place, Secrets, whole};
use crate::keep::erasures::Scope;
use crate::keep::indexed::Copied;
use crate::store::{StoreError, erasing, legal_holds, settings};
use domain::case::Event;
use domain::case::parting::{Event as Parted, Scope as Archived};
use domain::days::Day;
use domain::erasure::CopyKind;
use serde::Deserialize;

/// What the note of the last backup says.
#[derive(Deserialize)]
struct LastBackup {
    place: String,
    purge_on: Option<Day>,
    keys_place: Option<String>,
}

/// Returns the copies that are not reached.
pub(super) async fn copies(
    ground: Ground<'_>,
    cases: &[Opened],
    scope: &Scope,
    plan: &Plan,
) -> Result<Vec<Copied>, StoreError> {
    let mut copies = of_backups(ground, plan.keys > 0).await?;
    copies.extend(of_imports(ground, scope).await?);
    for bag in plan.bags.iter().filter(|bag| bag.fate(scope) != Fate::Goes) {
        let name = Some(bag.archive.name.clone());
        copies.push(Copied { name, until: bag.until, ..Copied::of(CopyKind::Bag, 1) });
    }
    let meant = cases.iter().filter(|opened| match scope {
        Scope::Case { client, case, .. } => opened.key.client == *client && opened.key.case == *case,
        _ => true,
    });
    let events: Vec<&Event> = meant.flat_map(|opened| &opened.entries).map(|entry| &entry.event).collect();
    let count = |is: &dyn Fn(&Parted) -> bool| {
        events.iter().filter(|event| matches!(event, Event::Parting(event) if is(event))).count() as u64
    };
    let is_of = |event: &Parted, theirs: bool| match event {
        Parted::ArchiveKept { archive, .. } => (archive.scope == Archived::Theirs) == theirs,
        _ => false,
    };
    let has_letters =
        scope.is_whole_client() || !matches!(scope, Scope::Client { .. } | Scope::Older { .. } | Scope::Member { .. });
    let is_client_s = !matches!(scope, Scope::Member { .. });
    let sent = |event: &Parted| {
        has_letters && matches!(event, Parted::NoticeDispatched { .. } | Parted::LetterHandedOver { .. })
    };
    let shown = |event: &Parted| {
        has_letters && matches!(event, Parted::ClientLinkGiven { .. } | Parted::ClientPageHandedOver { .. })
    };
    for (kind, n) in [
        (CopyKind::HandedOut, count(&|event| is_of(event, false))),
        (CopyKind::ClientPart, count(&|event| is_client_s && is_of(event, true))),
        (CopyKind::Letter, count(&sent)),
        (CopyKind::Portal, count(&shown)),
    ] {
        if n > 0 {
            copies.push(Copied::of(kind, n));
        }
    }
    Ok(copies)
}

/// Returns what imports left that stays under anybody's hold: nobody knows whose it is.
async fn of_imports(ground: Ground<'_>, scope: &Scope) -> Result<Vec<Copied>, StoreError> {
    let db = ground.place.db;
    if !legal_holds::any_standing(db).await? {
        return Ok(vec![]);
    }
    let (uploads, values) = match scope {
        Scope::Client { tables, .. } => (Upload::all(ground.root)?.len() as u64, erasing::told(db, tables).await?),
        Scope::Person { .. } => (Upload::all(ground.root)?.len() as u64, 0),
        Scope::Case { .. }
        | Scope::OwnParts { .. }
        | Scope::Older { .. }
        | Scope::Member { .. }
        | Scope::Prospect { .. }
        | Scope::Win { .. } => (0, 0),
    };
    let found = [(CopyKind::Upload, uploads), (CopyKind::Value, values)].into_iter().filter(|(_, n)| *n > 0);
    Ok(found.map(|(kind, n)| Copied::of(kind, n)).collect())
}

/// Returns the backups of every place that ever got one.
async fn of_backups(ground: Ground<'_>, with_keys: bool) -> Result<Vec<Copied>, StoreError> {
    let mut places = places::known(ground.place.db).await?;
    // An older copy noted the last one only.
    let note = settings::get(ground.place.db, settings::LAST_BACKUP).await?;
    if let Some(last) = note.and_then(|note| serde_json::from_str::<LastBackup>(&note).ok()) {
        places.data.entry(last.place).or_insert(last.purge_on);
        if let Some(place) = last.keys_place {
            places.keys.entry(place).or_insert(last.purge_on);
        }
    }
    let mut copies = vec![];
    for (place, purge_on) in &places.data {
        copies.extend(of_place((CopyKind::Backup, Kind::Data), place, *purge_on, ground.today).await);
    }
    for (place, purge_on) in places.keys.iter().filter(|_| with_keys) {
        copies.extend(of_place((CopyKind::Keys, Kind::Keys), place, *purge_on, ground.today).await);
    }
    Ok(copies)
}

/// Returns what lies in a place. Of one that cannot be looked into, the last backup is known at least, and may be there after
/// its day. Where no day was remembered, nobody removes what lies there.
async fn of_place((copy, kind): (CopyKind, Kind), place: &str, purge_on: Option<Day>, today: Day) -> Option<Copied> {
    let name = Some(place.to_owned());
    let until = purge_on.filter(|on| *on >= today);
    let last = Copied { kind: copy, name: name.clone(), n: 1, until, unseen: true };
    if place.starts_with("s3://") {
        return Some(last);
    }
    let Ok(place) = Place::of(place, &Secrets::default(), false) else { return Some(last) };
    match whole(&place, kind).await {
        Ok((backups, _)) if !backups.is_empty() => {
            let until = backups.iter().map(|backup| backup.purge_on).max();
            let until = purge_on.and(until.max(purge_on));
            Some(Copied { name, until, ..Copied::of(copy, backups.len() as u64) })
        }
        Ok(_) => (purge_on.is_none() || until.is_some()).then_some(Copied { unseen: false, ..last }),
        Err(_) => Some(last),
    }
}
