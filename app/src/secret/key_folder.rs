//! Keys that lie outside the database, one file each: of cases, of prospects, and of the people whose words they hold. Destroying a key
//! erases what it sealed, also in every copy of the database.

use super::token;
use crate::entropy;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A key.
pub type Key = [u8; 32];

/// The folder of keys.
#[derive(Clone, Debug)]
pub struct KeyFolder(PathBuf);

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of<'a> {
    /// One case of a client.
    Case { client: &'a str, case: &'a str },
    /// A person who spoke.
    Member(&'a str),
    /// Those who wrote without their name: the program, where it notes what it saw.
    Nobody,
    /// What was said of our own part in one case of a client, without anybody's name.
    OwnPart { client: &'a str, case: &'a str },
    /// The papers of one case of a client that a law may keep when its words go.
    Papers { client: &'a str, case: &'a str },
    /// A prospect, with all that was written down of them.
    Prospect(&'a str),
    /// The password of the firm's mail server.
    MailServer,
    /// The firm, where it signs what it seals.
    Signature,
}

impl KeyFolder {
    /// Returns the folder of keys within a firm's folder.
    pub fn within(root: &Path) -> KeyFolder {
        KeyFolder(root.join("keys"))
    }

    /// Returns a key, drawing it the first time.
    pub fn key(&self, of: Of) -> io::Result<Key> {
        if let Some(key) = self.standing(of)? {
            return Ok(key);
        }
        create_private(&self.0)?;
        let drawn = entropy::bytes::<32>();
        let partial = self.0.join(format!(".{}", entropy::id()));
        write_private(&partial, &drawn)?;
        // Whoever links first has drawn the key; the other takes theirs.
        let linked = fs::hard_link(&partial, self.file(of));
        fs::remove_file(&partial)?;
        match linked {
            Ok(()) => {
                File::open(&self.0)?.sync_all()?;
                Ok(drawn)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.standing(of)?.ok_or_else(|| io::Error::from(ErrorKind::NotFound))
            }
            Err(error) => Err(error),
        }
    }

    /// Returns a key, unless it was never drawn or has been destroyed.
    pub fn standing(&self, of: Of) -> io::Result<Option<Key>> {
        match fs::read(self.file(of)) {
            Ok(bytes) => {
                let wrong = |_| io::Error::new(ErrorKind::InvalidData, "a key has 32 bytes");
                bytes.try_into().map(Some).map_err(wrong)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Tells whether the key whose file has a name stands.
    pub fn stands_named(&self, name: &str) -> bool {
        self.0.join(name).is_file()
    }

    /// Returns the folder in which the keys' own folder lies.
    pub fn root(&self) -> &Path {
        self.0.parent().unwrap_or(&self.0)
    }

    /// Destroys a key; tells whether there was one.
    pub fn destroy(&self, of: Of) -> io::Result<bool> {
        self.destroy_named(&Self::name(of))
    }

    /// Destroys the key whose file has a name.
    pub fn destroy_named(&self, name: &str) -> io::Result<bool> {
        match fs::remove_file(self.0.join(name)) {
            Ok(()) => {
                File::open(&self.0)?.sync_all()?;
                Ok(true)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn file(&self, of: Of) -> PathBuf {
        self.0.join(Self::name(of))
    }

    /// Returns the name of a key's file; it does not say whose key it holds.
    pub fn name(of: Of) -> String {
        let name = match of {
            Of::Case { client, case } => format!("case\0{client}\0{case}"),
            Of::Member(member) => format!("member\0{member}"),
            Of::Nobody => "nobody".to_owned(),
            Of::OwnPart { client, case } => format!("own part\0{client}\0{case}"),
            Of::Papers { client, case } => format!("papers\0{client}\0{case}"),
            Of::Prospect(prospect) => format!("prospect\0{prospect}"),
            Of::MailServer => "mail server".to_owned(),
            Of::Signature => "signature".to_owned(),
        };
        token::hash(&name)
    }
}

/// Makes a folder, and those above it, that only its owner looks into.
#[cfg(unix)]
pub fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes a folder, and those above it.
#[cfg(not(unix))]
pub fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn write_private(path: &Path, key: &Key) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(key)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_drawn_once_and_gone_when_destroyed() {
        let folder = tempfile::tempdir().expect("a folder");
        let keys = KeyFolder::within(folder.path());
        let case = Of::Case { client: "NAKHLA", case: "k1" };
        assert_eq!(keys.standing(case).expect("readable"), None);
        let drawn = keys.key(case).expect("writable");
        assert_eq!(keys.key(case).expect("readable"), drawn);
        assert_ne!(keys.key(Of::Member("sara")).expect("writable"), drawn);
        assert!(keys.destroy(case).expect("writable"));
        assert!(!keys.destroy(case).expect("writable"));
        assert_ne!(keys.key(case).expect("writable"), drawn);
    }

    #[test]
    fn many_who_draw_at_once_get_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let keys = KeyFolder::within(folder.path());
        let drawn: Vec<Key> = std::thread::scope(|scope| {
            let draw = || keys.key(Of::Nobody).expect("writable");
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(draw)).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        assert!(drawn.windows(2).all(|pair| pair[0] == pair[1]));
        let left = fs::read_dir(folder.path().join("keys")).expect("a folder").count();
        assert_eq!(left, 1, "nothing half written is left");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let keys = KeyFolder::within(folder.path());
        keys.key(Of::Nobody).expect("writable");
        let mode = fs::metadata(keys.file(Of::Nobody)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
