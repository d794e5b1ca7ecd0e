//! Backups that were made before an erasure, restored with the list of now.

use super::erased::restore;
use super::restored::{place, request};
use crate::database::{self, Own};
use crate::harness::{Copy, start};
use app::clock::Clock;
use app::flow::backup::{self, Made};
use app::keep::erasures;
use app::secret::identity::Identity;
use app::store::Db;
use domain::days::Day;
use tempfile::TempDir;

/// Backups of the data and of the keys.
pub struct Before {
    folder: TempDir,
    reader: Identity,
    data: Made,
    keys: Made,
}

impl Before {
    pub async fn of(copy: &Copy) -> Before {
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let of = |name: &str| request(&copy.own, &place(&folder.path().join(name)), &reader);
        let data = backup::data(&copy.own.db, of("data")).await.expect("a backup");
        let keys = backup::keys(&copy.own.db, of("keys")).await.expect("a backup");
        Before { folder, reader, data, keys }
    }

    /// Restores them with the list of a copy, and serves what stands there then.
    pub async fn served(&self, copy: &Copy, on: Day) -> Copy {
        let folder = tempfile::tempdir().expect("a folder");
        let address = match copy.own.db.file() {
            Some(_) => format!("sqlite:{}", folder.path().join("khitam.db").display()),
            None => database::no_tables(&copy.own.address).await,
        };
        let list = erasures::read(&erasures::file(&copy.app.folder)).expect("a list");
        let [data_to, keys_to] = ["data", "keys"].map(|name| place(&self.folder.path().join(name)));
        let data = (&self.data, &data_to, &self.reader);
        restore(data, (&self.keys, &keys_to), (Some(list), None), (&address, folder.path())).await.expect("restored");
        let db = Db::open(&address).await.expect("it opens");
        start(Own { db, address, folder }, |app| app.clock = Clock::standing_on(on)).await
    }
}
