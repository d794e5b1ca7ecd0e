//! An archive that is opened by one of its readers and sealed again without what is erased.

use super::erasing::proposed;
use crate::harness::Copy;
use crate::portal::must;
use app::keep::package;
use app::secret::identity::Identity;
use domain::days::Day;
use std::fs;

/// Has an archive of a closed case opened by its reader and sealed again without what is erased.
pub async fn reaches_a_sealed_archive(copy: &Copy, case: &str) {
    let later = copy.later(Day::from_iso("2026-12-24").expect("a day")).await;
    let mut owner = later.signs_in("Reem").await;
    let mut zaid = later.joins(&mut owner, "Zaid", "owner").await;
    copy.sql(
        "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
         VALUES ('NAKHLA', 'erase-me', '2026-01-01T10:00', 'in', 'Ibrahim Saleh', 'the lamp was broken', 0, 0)",
    )
    .await;
    let reader = Identity::new();
    let line = format!("Huda Alzahrani {}", reader.public());
    must(&mut owner, case, "archives", &[("form", "ours"), ("readers", &line)]).await;
    let archives = later.app.folder.join("archives");
    let names = || {
        let entries = fs::read_dir(&archives).expect("a folder");
        let names = entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
        names.collect::<std::collections::BTreeSet<String>>()
    };
    let before = names();
    let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
    let proposal = proposed(&mut zaid, "/clients/NAKHLA/erasures", &form).await;
    owner.get(&proposal).await.says("It opens for").says("secret-1");
    let secret = reader.secret_text();
    for (fields, says) in [
        ([("secret-1", "x"), ("readers-1", &line)], "That does not open the archive"),
        ([("secret-1", secret.as_str()), ("readers-1", "Omar age1x")], "These are not the readers"),
    ] {
        let refused = owner.post(&format!("{proposal}/confirmation"), &[&[("read", "1")], &fields[..]].concat()).await;
        assert_eq!(refused.status, 422);
        refused.says(says).hides(&secret);
        assert_eq!(names(), before);
    }
    let fields = [("read", "1"), ("secret-1", secret.as_str()), ("readers-1", &line)];
    let done = owner.post(&format!("{proposal}/confirmation"), &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let after = names();
    let (old, new): (Vec<_>, Vec<_>) = (before.difference(&after).collect(), after.difference(&before).collect());
    assert_eq!((old.len(), new.len()), (1, 1), "{before:?} {after:?}");
    let package = archives.join(new[0]);
    assert!(package::check(&package).expect("readable").is_whole());
    assert!(fs::read_to_string(package.join("bag-info.txt")).expect("a tag file").contains("Khitam-Replaces: "));
    let out = tempfile::tempdir().expect("a folder");
    package::open(&package, &reader, &out.path().join("out")).expect("opened");
    let messages = fs::read_to_string(out.path().join("out/data/records/messages.csv")).unwrap_or_default();
    assert!(!messages.contains("erase-me") && out.path().join("out/data/journal/entries.jsonl").is_file());
    let page = owner.get(&format!("{case}/archives")).await;
    page.says("It was replaced on").says("without what was erased");
    // The first archive was not opened: it stands among the copies that were not reached.
    owner.get("/retention/destroyed").await.says("Sealed archive");
}
