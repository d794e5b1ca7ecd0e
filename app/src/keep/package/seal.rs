//! Sealing: files into parts, parts into a package. Memory does not grow with what is sealed.

use super::progress::{Entry, Part, Progress};
use super::signature::{SIGNATURE, SIGNER, sign, signer_text};
use super::{part_path, workers};
use crate::keep::bag::{self, Named, TAG_MANIFEST, tag_files, tag_manifest};
use crate::secret::identity;
use data_encoding::HEXLOWER;
use domain::days::Day;
use domain::journal::digest;
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Result, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file to seal.
#[derive(Clone)]
pub struct Item {
    /// Its path in the payload of the inner bag, without `data/`.
    pub path: String,
    pub source: Source,
}

impl Item {
    /// Returns files that are at hand as what is to seal.
    pub fn all(files: impl IntoIterator<Item = Named>) -> impl Iterator<Item = Item> {
        files.into_iter().map(|(path, bytes)| Item { path, source: Source::Bytes(bytes) })
    }
}

/// Where its bytes come from.
#[derive(Clone)]
pub enum Source {
    Bytes(Vec<u8>),
    File(PathBuf),
    /// Kept elsewhere: how many bytes it has, their digest, and what fetches them when its turn comes.
    Kept {
        bytes: u64,
        sha256: String,
        fetch: Fetch,
    },
}

impl Source {
    /// Returns how many bytes it has.
    pub fn length(&self) -> Result<u64> {
        match self {
            Source::Bytes(bytes) => Ok(bytes.len() as u64),
            Source::File(file) => Ok(fs::metadata(file)?.len()),
            Source::Kept { bytes, .. } => Ok(*bytes),
        }
    }
}

/// Fetches a file that is kept elsewhere.
pub type Fetch = Arc<dyn Fn() -> Result<Vec<u8>> + Send + Sync>;

/// What a bag says of itself, and who signs it.
#[derive(Clone, Copy)]
pub struct About<'s> {
    pub on: Day,
    /// Labels and values, readable by anyone.
    pub labels: &'s [(String, String)],
    /// Files beside the payload, readable by anyone: how to open it.
    pub beside: &'s [Named],
    pub signer: &'s SigningKey,
}

/// How it is sealed.
pub struct Sealing<'s> {
    /// The folder of the package; it must not exist. Until it is whole, its name ends in `.partial`.
    pub into: &'s Path,
    /// The public keys of those who may read it.
    pub readers: &'s [String],
    pub about: About<'s>,
    /// Whether it can be taken up after a crash: then it stands open meanwhile which files it holds.
    pub resumes: bool,
    /// Files that lie in it until it is whole, and are removed then.
    pub meanwhile: &'s [Named],
    /// A part is closed once it has as many bytes.
    pub part_bytes: u64,
}

/// What was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How many files, and how many bytes they have.
    pub files: usize,
    pub bytes: u64,
    pub parts: usize,
    /// The digest that binds the whole package: of the list that is signed.
    pub sha256: String,
}

/// Seals files into a package, or goes on where a sealing of the same files was cut off. `prove` looks at the sealed
/// package before it gets its name, and may refuse it.
pub fn seal<E: From<io::Error>>(
    items: &[Item],
    sealing: &Sealing,
    prove: impl FnOnce(&Path) -> std::result::Result<(), E>,
) -> std::result::Result<Sealed, E> {
    if sealing.into.exists() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists).into());
    }
    let partial = unfinished(sealing.into);
    let groups = groups(items, sealing.part_bytes)?;
    let mut progress = match sealing.resumes {
        true => Progress::take_up(&partial, &plan(&groups, sealing)?)?,
        false => Progress::unnoted(&partial)?,
    };
    for (file, bytes) in sealing.about.beside.iter().chain(sealing.meanwhile) {
        write(&partial.join(file), bytes)?;
    }
    let numbered: Vec<(usize, &Vec<&Item>)> = (1..).zip(&groups).skip(progress.parts.len()).collect();
    for several in numbered.chunks(workers()) {
        for part in at_once(several, &partial, sealing) {
            progress.add(part?)?;
        }
    }
    let inner: Vec<&Entry> = progress.parts.iter().take(groups.len()).flat_map(|part| &part.entries).collect();
    let (files, bytes) = (inner.len(), inner.iter().map(|entry| entry.bytes).sum());
    if progress.parts.len() == groups.len() {
        let manifest = bag::manifest(inner.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())));
        let mut tags = tag_files(&manifest, sealing.about.on, sealing.about.labels, (bytes, files));
        tags.push((TAG_MANIFEST.to_owned(), tag_manifest(&tags).into_bytes()));
        let tags: Vec<(String, Source)> = tags.into_iter().map(|(file, text)| (file, Source::Bytes(text))).collect();
        let last = part_path(groups.len() + 1);
        progress.add(part(&partial.join(last), tags.iter().map(|(file, source)| (file.clone(), source)), sealing)?)?;
    }
    let sha256 = close(&partial, &progress.parts, sealing)?;
    prove(&partial)?;
    let parts = progress.parts.len();
    progress.end()?;
    for (file, _) in sealing.meanwhile {
        fs::remove_file(partial.join(file))?;
    }
    sync_folder(&partial);
    fs::rename(&partial, sealing.into)?;
    sealing.into.parent().into_iter().for_each(sync_folder);
    Ok(Sealed { files, bytes, parts, sha256 })
}

/// Writes several parts, each on a processor of its own.
fn at_once(several: &[(usize, &Vec<&Item>)], partial: &Path, sealing: &Sealing) -> Vec<Result<Part>> {
    let write = |(number, group): &(usize, &Vec<&Item>)| {
        let items = group.iter().map(|item| (format!("{}{}", bag::PAYLOAD, item.path), &item.source));
        part(&partial.join(part_path(*number)), items, sealing)
    };
    std::thread::scope(|scope| {
        let writing: Vec<_> = several.iter().map(|one| scope.spawn(move || write(one))).collect();
        writing
            .into_iter()
            .map(|one| one.join().unwrap_or_else(|_| Err(io::Error::other("a part was not written"))))
            .collect()
    })
}

/// With this ends the name of a package that is not whole yet.
const UNFINISHED: &str = ".partial";

/// Returns the folder of a package that is not whole yet.
pub fn unfinished(into: &Path) -> PathBuf {
    let mut name = into.file_name().unwrap_or_default().to_owned();
    name.push(UNFINISHED);
    into.with_file_name(name)
}

/// Tells whether a folder's name is that of a package that is not whole yet.
pub fn is_unfinished(name: &str) -> bool {
    name.ends_with(UNFINISHED)
}

/// Removes the packages in a folder that a crash left before they were whole, each beside the key of its trial; nobody may
/// be sealing there meanwhile.
pub fn clear_unfinished(folder: &Path) -> Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_unfinished) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Splits the files, in their order, into parts.
fn groups(items: &[Item], part_bytes: u64) -> Result<Vec<Vec<&Item>>> {
    let (mut groups, mut bytes) = (vec![vec![]], 0);
    for item in items {
        if bytes >= part_bytes {
            groups.push(vec![]);
            bytes = 0;
        }
        bytes += item.source.length()?;
        groups.last_mut().expect("never empty").push(item);
    }
    Ok(groups)
}

/// Returns a digest of everything that decides how parts come out, as far as it can be told without reading files.
fn plan(groups: &[Vec<&Item>], sealing: &Sealing) -> Result<String> {
    let mut sha = Sha256::new();
    for item in groups.iter().flatten() {
        let about = match &item.source {
            Source::Bytes(bytes) => digest(bytes),
            Source::Kept { sha256, .. } => sha256.clone(),
            Source::File(file) => {
                let about = fs::metadata(file)?;
                format!("{} {} {:?}", file.display(), about.len(), about.modified()?)
            }
        };
        sha.update(format!("{}\0{about}\0", item.path));
    }
    sha.update(format!("{:?} {} {:?}", sealing.readers, sealing.part_bytes, sealing.about.on));
    Ok(HEXLOWER.encode(&sha.finalize()))
}

/// Writes a part; it gets its name when it is whole.
fn part<'i>(file: &Path, items: impl Iterator<Item = (String, &'i Source)>, sealing: &Sealing) -> Result<Part> {
    let unfinished = file.with_extension("unfinished");
    let counted =
        Counted { inner: BufWriter::with_capacity(1 << 20, File::create(&unfinished)?), sha: Sha256::new(), bytes: 0 };
    let readers: Vec<&str> = sealing.readers.iter().map(String::as_str).collect();
    let mut tar = tar::Builder::new(identity::sealing(counted, &readers)?);
    let mut entries = vec![];
    for (path, source) in items {
        let (bytes, sha256) = match source {
            Source::Bytes(text) => append(&mut tar, &path, text.len() as u64, &text[..])?,
            Source::File(from) => append(&mut tar, &path, fs::metadata(from)?.len(), File::open(from)?)?,
            Source::Kept { bytes, fetch, .. } => append(&mut tar, &path, *bytes, &fetch()?[..])?,
        };
        entries.push(Entry { path, bytes, sha256 });
    }
    let Counted { inner, sha, bytes } = tar.into_inner()?.finish()?;
    inner.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&unfinished, file)?;
    file.parent().into_iter().for_each(sync_folder);
    Ok(Part { bytes, sha256: HEXLOWER.encode(&sha.finalize()), entries })
}

/// Writes a file that stays whatever happens to the machine.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let mut written = File::create(file)?;
    written.write_all(bytes)?;
    written.sync_all()
}

/// Makes the names in a folder last; where a system knows no such thing, nothing is lost by not asking.
fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Adds a file of a known length to a part, and returns its digest.
fn append(tar: &mut tar::Builder<impl Write>, path: &str, bytes: u64, from: impl Read) -> Result<(u64, String)> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o644);
    let mut read = Hashed::of(from);
    tar.append_data(&mut header, path, (&mut read).take(bytes))?;
    // A file that grows or shrinks while it is sealed would be sealed in a state that it never had.
    if read.bytes != bytes || read.inner.read(&mut [0])? != 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("{path} changed while it was read")));
    }
    Ok(read.end())
}

/// Writes what makes the folder a signed bag, and returns the digest that binds it.
fn close(package: &Path, parts: &[Part], sealing: &Sealing) -> Result<String> {
    let paths: Vec<String> = (1..=parts.len()).map(part_path).collect();
    let manifest = bag::manifest(paths.iter().map(String::as_str).zip(parts.iter().map(|part| part.sha256.as_str())));
    let bytes = parts.iter().map(|part| part.bytes).sum();
    let (tags, sha256) = signed(&manifest, &sealing.about, (bytes, parts.len()));
    for (file, text) in tags {
        write(&package.join(file), &text)?;
    }
    Ok(sha256)
}

/// Returns the tag files of a signed bag, and the digest that binds it.
pub(super) fn signed(manifest: &str, about: &About, payload: (u64, usize)) -> (Vec<Named>, String) {
    let mut tags = tag_files(manifest, about.on, about.labels, payload);
    tags.push((SIGNER.to_owned(), signer_text(&about.signer.verifying_key()).into_bytes()));
    tags.extend_from_slice(about.beside);
    let list = tag_manifest(&tags).into_bytes();
    let sha256 = digest(&list);
    tags.push((SIGNATURE.to_owned(), sign(&list, about.signer).to_vec()));
    tags.push((TAG_MANIFEST.to_owned(), list));
    (tags, sha256)
}

/// A writer that knows the digest of what went through it.
struct Counted<W> {
    inner: W,
    sha: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sha.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}

/// A reader that knows the digest of what went through it.
pub(super) struct Hashed<R> {
    inner: R,
    sha: Sha256,
    bytes: u64,
}

impl<R> Hashed<R> {
    pub(super) fn of(inner: R) -> Hashed<R> {
        Hashed { inner, sha: Sha256::new(), bytes: 0 }
    }

    /// Returns how many bytes went through it, and their digest.
    pub(super) fn end(self) -> (u64, String) {
        (self.bytes, HEXLOWER.encode(&self.sha.finalize()))
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.inner.read(buffer)?;
        self.sha.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}
