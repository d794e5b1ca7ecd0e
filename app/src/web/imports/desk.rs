//! The desk where uploads are worked on, one at a time; who waits is told so.

use crate::clock;
use crate::flow::import::{Progress, RunError, Terms};
use crate::flow::upload::{Seen, Task, Upload};
use crate::keep::erasures;
use crate::store::runs::RunFile;
use crate::store::{StoreError, apart, references, settings};
use crate::web::app::{App, Shared};
use crate::web::{PageError, Visitor};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};

/// What is done with an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Look,
    Store,
}

/// Where the work on an upload stands.
#[derive(Clone, Debug)]
pub enum State {
    /// Others are before it.
    Waiting,
    Working,
    /// It was looked at; nothing is stored.
    Seen(Arc<Seen>),
    Stored,
    Cancelled,
    Failed(PageError),
}

impl State {
    fn is_settled(&self) -> bool {
        !matches!(self, State::Waiting | State::Working)
    }
}

/// The work on one upload.
pub struct Job {
    pub goal: Goal,
    progress: Arc<Progress>,
    total: Arc<AtomicU64>,
    state: watch::Sender<State>,
}

impl Job {
    /// Returns where it stands.
    pub fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Tells whether the work is over, one way or another.
    pub fn is_settled(&self) -> bool {
        self.state.borrow().is_settled()
    }

    /// Returns the rows read so far, and how many there are, as far as anyone knows.
    pub fn rows(&self) -> (u64, u64) {
        let rows = self.progress.rows.load(Ordering::Relaxed);
        (rows, self.total.load(Ordering::Relaxed).max(rows))
    }

    /// Waits for the end of the work, or as long as given.
    pub async fn settled_within(&self, time: Duration) {
        let mut state = self.state.subscribe();
        let _ = tokio::time::timeout(time, state.wait_for(State::is_settled)).await;
    }
}

/// All work that this process knows of.
pub struct Desk {
    jobs: Mutex<HashMap<String, Arc<Job>>>,
    turn: Arc<Semaphore>,
}

impl Default for Desk {
    fn default() -> Desk {
        Desk { jobs: Mutex::default(), turn: Arc::new(Semaphore::new(1)) }
    }
}

impl Desk {
    /// Returns the work on an upload, if there is any.
    pub fn job(&self, id: &str) -> Option<Arc<Job>> {
        self.jobs.lock().expect("no one panics while holding it").get(id).cloned()
    }

    /// Forgets an upload.
    pub fn forget(&self, id: &str) {
        self.jobs.lock().expect("no one panics while holding it").remove(id);
    }

    /// Gives an upload up: tells work that is not over to end, and returns it; forgets the upload otherwise.
    pub fn give_up(&self, id: &str) -> Option<Arc<Job>> {
        let mut jobs = self.jobs.lock().expect("no one panics while holding it");
        match jobs.get(id).filter(|job| !job.is_settled()) {
            Some(job) => {
                job.progress.cancel();
                Some(job.clone())
            }
            None => {
                jobs.remove(id);
                None
            }
        }
    }

    /// Forgets what was seen of uploads that are gone.
    pub fn sweep(&self, root: &Path) {
        let mut jobs = self.jobs.lock().expect("no one panics while holding it");
        let is_gone = |id: &str| !Upload::folder(root, id).exists();
        jobs.retain(|id, job| !(matches!(job.state(), State::Seen(_) | State::Failed(_)) && is_gone(id)));
    }

    /// Notes new work, unless other work on the upload is not over; only what was seen is stored.
    fn begin(&self, id: &str, goal: Goal) -> Option<Arc<Job>> {
        let mut jobs = self.jobs.lock().expect("no one panics while holding it");
        let may = match (goal, jobs.get(id).map(|job| job.state())) {
            (_, Some(State::Waiting | State::Working)) => false,
            (Goal::Store, Some(State::Seen(seen))) => seen.has_plans(),
            (Goal::Store, _) => false,
            (Goal::Look, _) => true,
        };
        if !may {
            return None;
        }
        let (state, _) = watch::channel(State::Waiting);
        let job = Arc::new(Job { goal, progress: Arc::default(), total: Arc::default(), state });
        jobs.insert(id.to_owned(), job.clone());
        Some(job)
    }
}

/// Begins to look at an upload, or to store what was seen of it; does nothing while other work on it is not over.
pub async fn begin(app: &Shared, visitor: &Visitor, upload: Upload, goal: Goal) -> Result<(), PageError> {
    let words = super::header_words(app)?;
    let terms = Terms {
        member: visitor.member.clone(),
        today: visitor.today,
        at: app.now(),
        base_currency: visitor.firm.base_currency,
        keep_text: settings::keeps_text(&app.db).await?,
        zone: clock::zone(visitor.firm.zone.as_deref()),
        erasures: erasures::file(&app.folder),
    };
    if let Some(job) = app.desk.begin(&upload.id, goal) {
        let task = Task { db: app.db.clone(), root: app.folder.clone(), upload, words, terms };
        tokio::spawn(work(app.clone(), job, Arc::new(task)));
    }
    Ok(())
}

async fn work(app: Shared, job: Arc<Job>, task: Arc<Task>) {
    let _turn = app.desk.turn.clone().acquire_owned().await.expect("never closed");
    let state = if job.progress.is_cancelled() {
        given_up(&task)
    } else {
        job.state.send_replace(State::Working);
        let done = match job.goal {
            Goal::Look => look(&job, &task).await,
            Goal::Store => {
                // Beside an erasure it would bring back what goes.
                let _erasing = app.erasing.lock().await;
                store(&app, &job, &task).await
            }
        };
        done.unwrap_or_else(|error| State::Failed(error.into()))
    };
    job.state.send_replace(state);
}

async fn look(job: &Arc<Job>, task: &Arc<Task>) -> Result<State, StoreError> {
    let known = references::all_known(&task.db).await?;
    let (own, progress, total) = (task.clone(), job.progress.clone(), job.total.clone());
    let seen = apart(move || parted(own.look(&known, &progress, &total))).await?;
    Ok(seen.map_or_else(|| given_up(task), |seen| State::Seen(Arc::new(seen))))
}

async fn store(app: &App, job: &Arc<Job>, task: &Arc<Task>) -> Result<State, StoreError> {
    let (own, progress, total) = (task.clone(), job.progress.clone(), job.total.clone());
    let stored: Option<Vec<RunFile>> = apart(move || parted(own.store(&progress, &total))).await?;
    match stored {
        Some(files) => {
            task.finish(&files).await?;
            app.upkeep.wish();
            Ok(State::Stored)
        }
        None => Ok(given_up(task)),
    }
}

/// Parts a cancelled run, which is nobody's fault, from a failed one.
fn parted<T>(done: Result<T, RunError>) -> Result<Option<T>, StoreError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(RunError::Cancelled) => Ok(None),
        Err(RunError::Store(error)) => Err(error),
    }
}

/// Removes an upload that was given up.
fn given_up(task: &Task) -> State {
    match Upload::remove(&task.root, &task.upload.id) {
        Ok(()) => State::Cancelled,
        Err(error) => State::Failed(StoreError::from(error).into()),
    }
}
