//! Opening: the parts of a package, decrypted and unpacked, either into a folder or only to be looked at.

use super::{PART, PART_END, part_path, workers};
use crate::secret::identity::Identity;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Why a package does not open.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It was sealed to others.
    #[error("no key fits")]
    NoKey,
    /// It was damaged, or its end is missing: the part, and the file that was being read.
    #[error("{part} is damaged at {file}")]
    Damaged { part: String, file: String },
    /// It holds something that a package never holds.
    #[error("{0} does not belong there")]
    Strange(String),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    pub files: u64,
    pub bytes: u64,
}

/// Unpacks the inner bag into a folder that is empty or not there yet.
pub fn open(package: &Path, identity: &Identity, into: &Path) -> Result<Opened, Trouble> {
    fs::create_dir_all(into)?;
    if fs::read_dir(into)?.next().is_some() {
        return Err(io::Error::from(io::ErrorKind::DirectoryNotEmpty).into());
    }
    let (files, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
    prove(package, identity, |path, entry| {
        let file = into.join(path);
        fs::create_dir_all(file.parent().unwrap_or(into))?;
        bytes.fetch_add(io::copy(entry, &mut File::create_new(file)?)?, Ordering::Relaxed);
        files.fetch_add(1, Ordering::Relaxed);
        Ok(())
    })?;
    Ok(Opened { files: files.into_inner(), bytes: bytes.into_inner() })
}

/// A file of the inner bag where it lies: in which part, under which path, and how long it is.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    pub part: usize,
    pub path: &'f str,
    pub bytes: u64,
}

/// Hands every file of the inner bag over by its path, as it comes out of the sealed parts.
pub fn prove(
    package: &Path,
    identity: &Identity,
    look: impl Fn(&str, &mut dyn Read) -> io::Result<()> + Sync,
) -> Result<(), Trouble> {
    survey(package, identity, |found, entry| look(found.path, entry))
}

/// Hands every file of the inner bag over with its place; several parts are open at a time.
pub fn survey(
    package: &Path,
    identity: &Identity,
    look: impl Fn(Found<'_>, &mut dyn Read) -> io::Result<()> + Sync,
) -> Result<(), Trouble> {
    let data = fs::read_dir(package.join("data"))?;
    let names = data.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let names: Vec<String> = names.collect::<io::Result<_>>()?;
    let is_part = |name: &&String| format!("data/{name}").starts_with(PART) && name.ends_with(PART_END);
    let parts = names.iter().filter(is_part).count();
    let next = AtomicUsize::new(1);
    let work = || {
        let mut numbers = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|n| *n <= parts));
        let done = numbers.try_for_each(|number| part(package, identity, number, &look));
        if done.is_err() {
            // Nobody begins another part.
            next.store(parts + 1, Ordering::Relaxed);
        }
        done
    };
    std::thread::scope(|scope| {
        let working: Vec<_> = (0..workers()).map(|_| scope.spawn(work)).collect();
        let lost = |_| Err(io::Error::other("a part was not read").into());
        working.into_iter().try_for_each(|one| one.join().unwrap_or_else(lost))
    })
}

/// Hands over the files of one part.
pub(super) fn part(
    package: &Path,
    identity: &Identity,
    number: usize,
    look: &(impl Fn(Found<'_>, &mut dyn Read) -> io::Result<()> + Sync),
) -> Result<(), Trouble> {
    let path = part_path(number);
    let sealed = BufReader::with_capacity(1 << 20, File::open(package.join(&path))?);
    let opened = identity.opening(sealed).ok_or(Trouble::NoKey)?;
    let mut at = String::new();
    walk(tar::Archive::new(opened), (number, &mut at), look).map_err(|trouble| match trouble {
        Trouble::Io(error) if is_damage(&error) => Trouble::Damaged { part: path, file: at },
        other => other,
    })
}

fn walk(
    mut archive: tar::Archive<impl Read>,
    (part, at): (usize, &mut String),
    look: &(impl Fn(Found<'_>, &mut dyn Read) -> io::Result<()> + Sync),
) -> Result<(), Trouble> {
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let stays = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        if !entry.header().entry_type().is_file() || !stays || path.contains('\\') {
            return Err(Trouble::Strange(path));
        }
        at.clone_from(&path);
        look(Found { part, path: &path, bytes: entry.size() }, &mut entry)?;
    }
    // What follows the last file was encrypted, too: a cut end must not go unseen.
    io::copy(&mut archive.into_inner(), &mut io::sink())?;
    Ok(())
}

fn is_damage(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other)
}
