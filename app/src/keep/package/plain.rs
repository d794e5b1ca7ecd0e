//! A signed bag that is not encrypted: for whom it is made it must open with nothing but a ZIP program. One file is in memory
//! at a time, however many there are.

use super::seal::{About, Hashed, Item, Sealed, Source, signed};
use crate::keep::bag;
use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};

/// Hands over the files of the bag with their paths, in the order in which they are written; returns what there was.
pub fn plain(items: &[Item], about: &About, mut put: impl FnMut(&str, &mut dyn Read) -> Result<()>) -> Result<Sealed> {
    let (mut listed, mut bytes) = (vec![], 0);
    for item in items {
        let path = format!("{}{}", bag::PAYLOAD, item.path);
        let (read, sha256) = match &item.source {
            Source::Bytes(text) => hashed(&path, &text[..], &mut put)?,
            Source::File(from) => hashed(&path, File::open(from)?, &mut put)?,
            Source::Kept { fetch, .. } => hashed(&path, &fetch()?[..], &mut put)?,
        };
        // A file that changed since it was listed would be handed over in a state that nobody saw.
        if read != item.source.length()? {
            return Err(Error::new(ErrorKind::InvalidData, format!("{path} changed while it was read")));
        }
        bytes += read;
        listed.push((path, sha256));
    }
    let manifest = bag::manifest(listed.iter().map(|(path, sha256)| (path.as_str(), sha256.as_str())));
    let (tags, sha256) = signed(&manifest, about, (bytes, listed.len()));
    for (path, text) in tags {
        put(&path, &mut &text[..])?;
    }
    Ok(Sealed { files: listed.len(), bytes, parts: 0, sha256 })
}

/// Hands a file over; returns how many bytes were taken, and their digest.
fn hashed(
    path: &str,
    from: impl Read,
    put: &mut impl FnMut(&str, &mut dyn Read) -> Result<()>,
) -> Result<(u64, String)> {
    let mut read = Hashed::of(from);
    put(path, &mut read)?;
    Ok(read.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::days::Day;
    use ed25519_dalek::SigningKey;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn each_file_is_fetched_when_its_turn_comes_and_let_go_again() {
        let held = Arc::new(AtomicUsize::new(0));
        let item = |path: &str| {
            let held = held.clone();
            let fetch: super::super::Fetch = Arc::new(move || {
                held.fetch_add(1, Ordering::SeqCst);
                Ok(b"abc".to_vec())
            });
            Item { path: path.to_owned(), source: Source::Kept { bytes: 3, sha256: String::new(), fetch } }
        };
        let signer = SigningKey::from_bytes(&[7; 32]);
        let on = Day::from_iso("2026-11-20").expect("a day");
        let about = About { on, labels: &[], beside: &[], signer: &signer };
        let mut put = vec![];
        let sealed = plain(&[item("a.txt"), item("b/c.txt")], &about, |path, from| {
            let mut text = String::new();
            from.read_to_string(&mut text).or(Ok::<usize, Error>(0))?;
            put.push((path.to_owned(), text, held.load(Ordering::SeqCst)));
            Ok(())
        });
        assert_eq!(sealed.expect("written").files, 2);
        let of = |path: &str| put.iter().find(|(own, ..)| own == path).expect("a file");
        assert_eq!((of("data/a.txt").1.as_str(), of("data/a.txt").2), ("abc", 1));
        assert_eq!(of("data/b/c.txt").2, 2);
        // SHA-256 of "abc", as FIPS 180-2 gives it.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/a.txt\n";
        assert!(of("manifest-sha256.txt").1.contains(abc));
        assert!(of("bag-info.txt").1.contains("Payload-Oxum: 6.2\n"));
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_not_handed_over() {
        let fetch: super::super::Fetch = Arc::new(|| Ok(b"abcd".to_vec()));
        let item = Item { path: "a".to_owned(), source: Source::Kept { bytes: 3, sha256: String::new(), fetch } };
        let signer = SigningKey::from_bytes(&[7; 32]);
        let on = Day::from_iso("2026-11-20").expect("a day");
        let about = About { on, labels: &[], beside: &[], signer: &signer };
        let made = plain(&[item], &about, |_, from| std::io::copy(from, &mut std::io::sink()).map(drop));
        assert_eq!(made.expect_err("it changed").kind(), ErrorKind::InvalidData);
    }
}
