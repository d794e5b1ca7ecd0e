//! Packages: sealed for some, opened by them, checked by anyone, taken up after a crash.

use super::{tree, write};
use app::keep::bag::judge;
use app::keep::package::{
    About, Found, Item, Sealed, Sealing, Signature, Source, Taken, Trouble, check, open, plain, prove, seal, signature,
    signer_text, survey,
};
use app::secret::identity::Identity;
use domain::days::Day;
use domain::journal::digest;
use ed25519_dalek::SigningKey;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Small, so that a few files make several parts.
const PART_BYTES: u64 = 10_000;

fn sealed(items: &[Item], into: &Path, readers: &[String]) -> io::Result<Sealed> {
    sealed_if(items, into, readers, |_| Ok(()))
}

fn sealed_if(
    items: &[Item],
    into: &Path,
    readers: &[String],
    prove: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<Sealed> {
    let about = About {
        on: Day::from_iso("2026-11-29").expect("a day"),
        labels: &[("Source-Organization".into(), "مداد".into())],
        beside: &[("how-to-open.txt".into(), b"age, tar".to_vec())],
        signer: &SigningKey::from_bytes(&[7; 32]),
    };
    let sealing = Sealing {
        into,
        readers,
        about,
        resumes: true,
        meanwhile: &[("trial.key".into(), b"for a while".to_vec())],
        part_bytes: PART_BYTES,
    };
    seal(items, &sealing, prove)
}

/// Files of several sizes: from memory, from a folder, and fetched when their turn comes.
fn items(folder: &Path) -> Vec<Item> {
    (0..30)
        .map(|i| {
            let bytes = vec![i as u8; i * 157];
            let path = format!("records/ملف {i:02}%.bin");
            let source = match i % 3 {
                0 => Source::Bytes(bytes),
                1 => {
                    write(folder, &format!("{i}"), bytes);
                    Source::File(folder.join(format!("{i}")))
                }
                _ => {
                    let (length, sha256) = (bytes.len() as u64, digest(&bytes));
                    Source::Kept { bytes: length, sha256, fetch: Arc::new(move || Ok(bytes.clone())) }
                }
            };
            Item { path, source }
        })
        .collect()
}

#[test]
fn what_is_sealed_comes_out_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (into, out) = (folder.path().join("package"), folder.path().join("out"));
    let (reader, stranger) = (Identity::new(), Identity::new());
    let items = items(&folder.path().join("from"));
    let made = sealed(&items, &into, &[Identity::new().public(), reader.public()]).expect("sealed");
    assert_eq!((made.files, made.bytes), (30, (0..30).map(|i| i * 157).sum()));
    assert!(made.parts > 3, "{made:?}");

    let outer = judge(&into).expect("readable");
    assert!(outer.is_valid(), "{:?}", outer.faults);
    assert_eq!(outer.notes, []);
    assert_eq!(outer.files as usize, made.parts);
    let signer = SigningKey::from_bytes(&[7; 32]).verifying_key();
    assert_eq!(signature(&into).expect("readable"), Signature::By(signer_text(&signer)));

    assert!(matches!(open(&into, &stranger, &out), Err(Trouble::NoKey)));
    fs::remove_dir_all(&out).expect("an empty folder");
    open(&into, &reader, &out).expect("opened");
    let inner = judge(&out).expect("readable");
    assert!(inner.is_valid(), "{:?}", inner.faults);
    assert_eq!((inner.files, inner.bytes), (30, made.bytes));
    for (i, item) in items.iter().enumerate() {
        assert_eq!(
            fs::read(out.join("data").join(&item.path)).expect("there"),
            vec![i as u8; i * 157],
            "{}",
            item.path
        );
    }
    let readable = tree(&into).into_values().any(|bytes| bytes.windows(8).any(|part| part == b"records/"));
    assert!(!readable, "a name within can be read without a key");
}

#[test]
fn one_changed_byte_anywhere_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("package");
    let reader = Identity::new();
    let items: Vec<Item> = items(&folder.path().join("from")).into_iter().take(9).collect();
    sealed(&items, &into, &[reader.public()]).expect("sealed");
    for (name, whole) in tree(&into) {
        let step = (whole.len() / 40).max(1);
        for at in (0..whole.len()).step_by(step) {
            let mut spoiled = whole.clone();
            spoiled[at] ^= 1;
            fs::write(into.join(&name), &spoiled).expect("writable");
            let judged = judge(&into).expect("readable");
            let signed = signature(&into).expect("readable");
            let is_named = judged.faults.iter().any(|fault| fault.file == name || fault.about.contains(&name));
            let is_signature =
                signed == Signature::False && (name.ends_with(".sig") || name.starts_with("tagmanifest"));
            assert!(is_named || is_signature, "{name}, byte {at}: {:?}", judged.faults);
        }
        fs::write(into.join(&name), whole).expect("writable");
    }
    assert!(judge(&into).expect("readable").is_valid());
}

#[test]
fn one_changed_byte_of_what_the_client_takes_along_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let about = About {
        on: Day::from_iso("2026-11-29").expect("a day"),
        labels: &[],
        beside: &[],
        signer: &SigningKey::from_bytes(&[7; 32]),
    };
    let payload =
        [("index.ar.html", "<p>ما يأخذه العميل</p>"), ("records/invoices.csv", "client,id\nN,1\n"), ("empty", "")];
    let named = payload.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let (items, mut files) = (Item::all(named).collect::<Vec<_>>(), vec![]);
    let put = |path: &str, from: &mut dyn Read| {
        let mut bytes = vec![];
        from.read_to_end(&mut bytes)?;
        files.push((path.to_owned(), bytes));
        Ok::<(), io::Error>(())
    };
    plain(&items, &about, put).expect("written");
    files.iter().for_each(|(path, bytes)| write(folder.path(), path, bytes));
    assert!(check(folder.path()).expect("readable").is_whole());
    for (path, whole) in &files {
        for at in 0..whole.len() {
            let mut spoiled = whole.clone();
            spoiled[at] ^= 1;
            write(folder.path(), path, spoiled);
            assert!(!check(folder.path()).expect("readable").is_whole(), "{path}, byte {at}");
        }
        write(folder.path(), path, whole);
    }
    assert!(check(folder.path()).expect("readable").is_whole());
}

#[test]
fn a_damaged_part_names_itself_and_the_file_within() {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("package");
    let reader = Identity::new();
    let big = Item { path: "big.bin".into(), source: Source::Bytes(vec![1; 300_000]) };
    sealed(&[big], &into, &[reader.public()]).expect("sealed");
    let part = into.join("data/part-0001.tar.age");
    let mut spoiled = fs::read(&part).expect("there");
    spoiled[200_000] ^= 1;
    fs::write(&part, &spoiled).expect("writable");
    let read = |_: &str, entry: &mut dyn Read| io::copy(entry, &mut io::sink()).map(drop);
    match prove(&into, &reader, read) {
        Err(Trouble::Damaged { part, file }) => {
            assert_eq!((part.as_str(), file.as_str()), ("data/part-0001.tar.age", "data/big.bin"));
        }
        other => panic!("{other:?}"),
    }
    fs::write(&part, &spoiled[..100_000]).expect("writable");
    assert!(matches!(prove(&into, &reader, read), Err(Trouble::Damaged { .. })));
}

#[test]
fn files_are_taken_out_of_a_package_one_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("package");
    let reader = Identity::new();
    let made = sealed(&items(&folder.path().join("from")), &into, &[reader.public()]).expect("sealed");
    let places = Mutex::new(vec![]);
    let note = |found: Found<'_>, _: &mut dyn Read| -> io::Result<()> {
        places.lock().expect("no one panics").push((found.part, found.path.to_owned(), found.bytes));
        Ok(())
    };
    survey(&into, &reader, note).expect("read");
    let mut places = places.into_inner().expect("no one panics");
    places.sort();
    assert_eq!(places.last().map(|(part, ..)| *part), Some(made.parts));
    let from = Taken::of(into, reader);
    // Backwards, too: whoever asks out of order gets the same, only later.
    for (part, path, bytes) in places.iter().chain(places.iter().rev()) {
        let taken = from.file(*part, path).expect("there");
        assert_eq!(taken.len() as u64, *bytes, "{path}");
        if let Some(nth) = path.strip_prefix("data/records/ملف ").and_then(|rest| rest[..2].parse::<u8>().ok()) {
            assert!(taken.iter().all(|byte| *byte == nth), "{path}");
        }
    }
    assert!(from.file(1, "data/nothing").is_err() && from.file(99, "data/nothing").is_err());
}

#[test]
fn a_sealing_that_was_cut_off_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let (into, from) = (folder.path().join("package"), folder.path().join("from"));
    let reader = Identity::new();
    let items = items(&from);
    let refused = sealed_if(&items, &into, &[reader.public()], |_| Err(io::Error::other("no")));
    assert!(refused.is_err() && !into.exists(), "what is refused gets no name");
    let partial = folder.path().join("package.partial");
    let first = fs::read(partial.join("data/part-0001.tar.age")).expect("kept");
    let mut log = fs::read(partial.join("sealing.jsonl")).expect("kept");
    log.truncate(log.len() - 10);
    fs::write(partial.join("sealing.jsonl"), log).expect("writable");

    let made = sealed(&items, &into, &[reader.public()]).expect("goes on");
    assert_eq!(fs::read(into.join("data/part-0001.tar.age")).expect("there"), first, "sealed once only");
    assert!(!into.join("trial.key").exists());
    assert_eq!(fs::read_dir(into.join("data")).expect("a folder").count(), made.parts);
    assert!(judge(&into).expect("readable").is_valid());
    let out = folder.path().join("out");
    open(&into, &reader, &out).expect("opened");
    assert!(judge(&out).expect("readable").is_valid());
    assert!(sealed(&items, &into, &[reader.public()]).is_err(), "a package is never overwritten");
}

#[test]
fn other_readers_begin_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("package");
    let (first, second) = (Identity::new(), Identity::new());
    let items = items(&folder.path().join("from"));
    sealed_if(&items, &into, &[first.public()], |_| Err(io::Error::other("no"))).expect_err("refused");
    sealed(&items, &into, &[second.public()]).expect("sealed");
    let own = folder.path().join("other.partial");
    fs::create_dir(&own).expect("a folder");
    fs::write(own.join("mine.txt"), "not a package").expect("writable");
    assert!(sealed(&items, &folder.path().join("other"), &[second.public()]).is_err());
    assert!(own.join("mine.txt").exists(), "somebody's own folder is left alone");
    let look = |_: &str, _: &mut dyn Read| Ok(());
    assert!(matches!(prove(&into, &first, look), Err(Trouble::NoKey)));
    prove(&into, &second, look).expect("opened");
}

#[test]
fn a_sealing_that_is_not_taken_up_again_notes_no_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let (into, reader) = (folder.path().join("package"), Identity::new());
    let items = items(&folder.path().join("from"));
    let about = About {
        on: Day::from_iso("2026-11-29").expect("a day"),
        labels: &[],
        beside: &[],
        signer: &SigningKey::from_bytes(&[7; 32]),
    };
    let readers = [reader.public()];
    let sealing =
        Sealing { into: &into, readers: &readers, about, resumes: false, meanwhile: &[], part_bytes: PART_BYTES };
    let look = |partial: &Path| -> io::Result<()> {
        for (path, bytes) in tree(partial) {
            assert!(!path.ends_with(".jsonl"), "{path}");
            assert!(!bytes.windows(8).any(|bytes| bytes == b"records/"), "{path} tells what is in it");
        }
        Ok(())
    };
    seal(&items, &sealing, look).expect("sealed");
    assert!(check(&into).expect("readable").is_whole());
}
