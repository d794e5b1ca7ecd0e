//! Files taken out of a package one by one, to be sealed into another: a few parts are held open, whatever its size.

use super::open::part;
use super::workers;
use crate::secret::identity::Identity;
use std::collections::{BTreeMap, VecDeque};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The files of a part by their paths.
type Held = BTreeMap<String, Vec<u8>>;

/// A package from which files are taken, with the parts that were opened last.
pub struct Taken {
    package: PathBuf,
    identity: Identity,
    open: Mutex<VecDeque<(usize, Arc<Held>)>>,
}

impl Taken {
    pub fn of(package: PathBuf, identity: Identity) -> Taken {
        Taken { package, identity, open: Mutex::default() }
    }

    /// Returns a file of a part. Whoever asks in the order of the parts has each of them opened once.
    pub fn file(&self, number: usize, path: &str) -> Result<Vec<u8>> {
        let held = self.held(number)?;
        held.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn held(&self, number: usize) -> Result<Arc<Held>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let known = open.iter().position(|(known, _)| *known == number).and_then(|at| open.remove(at));
        let held = match known {
            Some((_, held)) => held,
            None => Arc::new(self.opened(number)?),
        };
        open.push_front((number, held.clone()));
        // Each of those who work at the same time may stand between two parts.
        open.truncate(workers() + 1);
        Ok(held)
    }

    fn opened(&self, number: usize) -> Result<Held> {
        let held = Mutex::new(Held::new());
        let look = |found: super::Found<'_>, entry: &mut dyn Read| -> Result<()> {
            let mut bytes = vec![];
            entry.read_to_end(&mut bytes)?;
            held.lock().unwrap_or_else(PoisonError::into_inner).insert(found.path.to_owned(), bytes);
            Ok(())
        };
        part(&self.package, &self.identity, number, &look).map_err(Error::other)?;
        Ok(held.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}
