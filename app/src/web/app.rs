//! What every handler works with.

use super::demo_door::DemoDoors;
use super::imports::{self, desk::Desk};
use super::keyring::Keyring;
use super::outgoing::Outgoing;
use super::past::PastDays;
use super::policy::Trials;
use super::portfolio::Kept;
use super::reports::Drafts;
use super::upkeep::Upkeep;
use crate::clock::{Clock, stamp};
use crate::flow;
use crate::flow::cases::Place;
use crate::flow::past_ends::Ends;
use crate::secret::identity::Identity;
use crate::secret::key_folder::KeyFolder;
use crate::secret::password::Cost;
use crate::store::{Db, StoreError, firm_facts, members, resets};
use domain::firm::Firm;
use jiff::SignedDuration;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore};

/// The application.
pub struct App {
    pub db: Db,
    pub clock: Clock,
    /// The folder of the firm's own files: uploads, header words, fonts.
    pub folder: PathBuf,
    /// The keys of cases and of the people whose words they hold.
    pub keys: KeyFolder,
    /// Whether this is the demonstration, which every page says.
    pub demo: bool,
    /// The address under which people outside reach this copy, if it is served to them.
    pub public_url: Option<String>,
    /// What one guess of a password costs.
    pub cost: Cost,
    /// The keys of those who are signed in.
    pub keyring: Keyring,
    pub demo_doors: DemoDoors,
    /// Imports in progress.
    pub desk: Desk,
    /// The most bytes of one file that is handed over.
    pub file_bytes_max: u64,
    /// The renewal of the list.
    pub upkeep: Upkeep,
    /// The sending of letters.
    pub outgoing: Outgoing,
    /// Files of report forms that came back with something to mend.
    pub drafts: Drafts,
    /// Lists that were rendered once and have not changed since.
    pub kept: Kept,
    /// Past days that were looked at last.
    pub past: PastDays,
    /// Past ends as their journals were read last.
    pub ends: Ends,
    /// What policies say that were tried last.
    pub trials: Trials,
    /// So long a page waits for what is measured apart from it before it says how far that is.
    pub patience: Duration,
    /// The newest facts of the firm that were read, with their version.
    firm: RwLock<(i64, Arc<Firm>)>,
    /// Whether an owner was seen; there is one ever after.
    owned: AtomicBool,
    /// Archives are sealed one at a time: each holds all that it seals.
    pub sealing: Mutex<()>,
    /// So are erasures carried out, and nothing that reads or stores what may go runs beside one. Whoever needs both takes
    /// this one first.
    pub erasing: Arc<Mutex<()>>,
    /// Passwords are worked on two at a time: each takes a processor and 64 MiB.
    work: Semaphore,
}

/// The application, shared by all requests.
pub type Shared = Arc<App>;

impl App {
    /// Returns an application over a database and a folder, neither a demonstration nor served to people outside.
    pub fn new(db: Db, clock: Clock, folder: PathBuf) -> App {
        App {
            keys: KeyFolder::within(&folder),
            db,
            clock,
            folder,
            demo: false,
            public_url: None,
            cost: Cost::USUAL,
            keyring: Keyring::default(),
            demo_doors: DemoDoors::default(),
            desk: Desk::default(),
            file_bytes_max: imports::FILE_BYTES_MAX,
            upkeep: Upkeep::default(),
            outgoing: Outgoing::default(),
            drafts: Drafts::default(),
            kept: Kept::default(),
            past: PastDays::default(),
            ends: Ends::default(),
            trials: Trials::default(),
            patience: Duration::from_secs(2),
            firm: RwLock::new((-1, Arc::new(Firm::default()))),
            owned: AtomicBool::new(false),
            sealing: Mutex::new(()),
            erasing: Arc::default(),
            work: Semaphore::new(2),
        }
    }

    /// Returns where cases live.
    pub fn place(&self) -> Place<'_> {
        Place { db: &self.db, keys: &self.keys }
    }

    /// Tells whether people reach this copy by https, so that cookies never travel open.
    pub fn is_secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Returns the instant as the store keeps it.
    pub fn now(&self) -> String {
        stamp(self.clock.now())
    }

    /// Returns the instant that lies so many minutes from now, or before it if negative.
    pub fn in_minutes(&self, minutes: i64) -> String {
        stamp(self.clock.now() + SignedDuration::from_mins(minutes))
    }

    /// Returns the firm's facts of a version, reading them only if they are newer than those at hand.
    pub async fn firm(&self, version: i64) -> Result<Arc<Firm>, StoreError> {
        {
            let held = self.firm.read().expect("no one panics while holding it");
            if held.0 == version {
                return Ok(held.1.clone());
            }
        }
        let (version, firm) = firm_facts::newest(&self.db).await?;
        let firm = Arc::new(firm);
        *self.firm.write().expect("no one panics while holding it") = (version, firm.clone());
        Ok(firm)
    }

    /// Tells whether the firm has an owner yet.
    pub async fn has_owner(&self) -> Result<bool, StoreError> {
        if !self.owned.load(Ordering::Relaxed) {
            self.owned.store(members::owner_exists(&self.db).await?, Ordering::Relaxed);
        }
        Ok(self.owned.load(Ordering::Relaxed))
    }

    /// Has every key that is held look at what is sealed; called whenever a key comes or something is sealed. That it
    /// cannot be read now is no failure of the page that asked: the next call looks again.
    pub async fn open_sealed(&self) {
        if let Err(error) = self.look_again().await {
            tracing::error!(%error, "keys did not open");
        }
    }

    async fn look_again(&self) -> Result<(), StoreError> {
        let held = self.keyring.all();
        let identities: Vec<Identity> = held.iter().map(|(.., identity)| identity.clone()).collect();
        let (mark, opened) = flow::reports::open_all(&self.db, identities).await?;
        for ((session, ..), opened) in held.iter().zip(opened) {
            self.keyring.remember(session, mark, Arc::new(opened));
        }
        let members: BTreeSet<&String> = held.iter().map(|(_, member, _)| member).collect();
        for member in members {
            self.keyring.tell(member, &Arc::new(resets::unseen(&self.db, member).await?));
        }
        Ok(())
    }

    /// Works on a password off the threads that serve pages.
    pub async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let _permit = self.work.acquire().await.expect("never closed");
        tokio::task::spawn_blocking(work).await.expect("working on a password does not panic")
    }
}
