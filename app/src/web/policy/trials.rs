//! What policies say, measured apart from the pages that show it: each policy once, whoever asks, and kept until something that
//! it rests on changes. All of it is worked out from what is restricted to nobody.

use crate::clock::stopwatch;
use crate::flow::mark::Mark;
use crate::flow::thresholds::{Past, Said, Watched};
use crate::store::{self, StoreError, client_names, firm_facts};
use crate::web::app::{App, Shared};
use crate::web::{PageError, Visitor};
use domain::sign::Policy;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// So many policies are kept with what each says: the one in force, and those that were tried last.
const KEPT_MAX: usize = 4;

/// What is kept, and what is being measured; one look at all clients at a time.
#[derive(Default)]
pub struct Trials(Mutex<Held>);

#[derive(Default)]
struct Held {
    mark: Option<Mark>,
    past: Option<Arc<Past>>,
    /// By the text of the policy, that which was asked about last first.
    said: VecDeque<(String, Arc<Said>)>,
    work: Option<Arc<Work>>,
}

/// A look at all clients that is not over.
pub struct Work {
    mark: Mark,
    watched: Arc<Watched>,
    total: AtomicU64,
    over: watch::Sender<Over>,
}

/// How a look ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Over {
    NotYet,
    Done,
    Failed(String),
}

/// The past cases, and what each policy says that was asked about.
pub type Measured = (Arc<Past>, Vec<Arc<Said>>);

/// What a page can show.
pub enum Answer {
    Ready(Measured),
    Waiting(Arc<Work>),
}

/// What there is of what was asked for.
enum Found {
    All(Measured),
    Under(Arc<Work>),
    /// Nobody looks yet: this is to be begun, for these policies, over the past cases where they are known.
    Begun(Arc<Work>, Vec<Policy>, Option<Arc<Past>>),
}

impl Work {
    /// Returns how many clients were looked at, of how many.
    pub fn clients(&self) -> (u64, u64) {
        let looked_at = self.watched.looked_at.load(Ordering::Relaxed);
        (looked_at, self.total.load(Ordering::Relaxed).max(looked_at))
    }

    /// Tells whether it is over.
    pub fn is_over(&self) -> bool {
        *self.over.borrow() != Over::NotYet
    }

    /// Waits for the end.
    pub async fn over(&self) -> Result<(), PageError> {
        let mut over = self.over.subscribe();
        let ended = over.wait_for(|over| *over != Over::NotYet).await.map(|over| over.clone());
        match ended {
            Ok(Over::Failed(error)) => Err(PageError::Broken(error)),
            _ => Ok(()),
        }
    }
}

impl Trials {
    /// Returns the look that is not over, if there is one.
    pub fn work(&self) -> Option<Arc<Work>> {
        self.held().work.clone()
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, mark: Mark, policies: &[Policy]) -> Found {
        let mut held = self.held();
        if held.mark != Some(mark) {
            *held = Held { mark: Some(mark), work: held.work.take(), ..Held::default() };
        }
        let texts: Vec<String> = policies.iter().map(Policy::text).collect();
        let said: Vec<Option<Arc<Said>>> = texts.iter().map(|text| held.said_of(text)).collect();
        if let (Some(past), true) = (&held.past, said.iter().all(Option::is_some)) {
            return Found::All((past.clone(), said.into_iter().flatten().collect()));
        }
        if let Some(work) = &held.work {
            if work.mark != mark {
                work.watched.give_up();
            }
            return Found::Under(work.clone());
        }
        let mut missing: Vec<Policy> = vec![];
        for (policy, said) in policies.iter().zip(said) {
            if said.is_none() && !missing.contains(policy) {
                missing.push(policy.clone());
            }
        }
        let (over, _) = watch::channel(Over::NotYet);
        let work = Arc::new(Work { mark, watched: Arc::default(), total: AtomicU64::default(), over });
        held.work = Some(work.clone());
        Found::Begun(work, missing, held.past.clone())
    }

    /// Takes what a look came to, and says that it is over.
    fn end(&self, work: &Work, came: Result<Came, String>) {
        let over = match came {
            Ok(came) => {
                self.held().keep(work.mark, came);
                Over::Done
            }
            Err(error) => Over::Failed(error),
        };
        self.held().work = None;
        work.over.send_replace(over);
    }
}

/// What a look came to: the past cases, and each policy with what it says.
type Came = (Arc<Past>, Vec<(Policy, Said)>);

impl Held {
    fn said_of(&mut self, text: &str) -> Option<Arc<Said>> {
        let at = self.said.iter().position(|(own, _)| own == text)?;
        let own = self.said.remove(at)?;
        let said = own.1.clone();
        self.said.push_front(own);
        Some(said)
    }

    /// What came to be known of something that has changed meanwhile is of no use.
    fn keep(&mut self, mark: Mark, (past, said): Came) {
        if self.mark == Some(mark) {
            self.past = Some(past);
            for (policy, said) in said {
                self.said.push_front((policy.text(), Arc::new(said)));
            }
            self.said.truncate(KEPT_MAX);
        }
    }
}

/// Returns what policies say, or the look that is still going on once a page has waited for it long enough.
pub async fn answer(app: &Shared, visitor: &Visitor, policies: &[Policy]) -> Result<Answer, PageError> {
    let began = stopwatch();
    loop {
        let left = app.patience.saturating_sub(began.elapsed());
        match known(app, visitor, policies).await? {
            Ok(measured) => return Ok(Answer::Ready(measured)),
            Err(work) if left.is_zero() => return Ok(Answer::Waiting(work)),
            Err(work) => {
                if let Ok(over) = tokio::time::timeout(left, work.over()).await {
                    over?;
                }
            }
        }
    }
}

/// Returns what policies say, however long it takes.
pub async fn measured(app: &Shared, visitor: &Visitor, policies: &[Policy]) -> Result<Measured, PageError> {
    loop {
        match known(app, visitor, policies).await? {
            Ok(measured) => return Ok(measured),
            Err(work) => work.over().await?,
        }
    }
}

/// Returns what is known already, or the look to wait for, which is begun here if nobody else began one.
async fn known(app: &Shared, visitor: &Visitor, policies: &[Policy]) -> Result<Result<Measured, Arc<Work>>, PageError> {
    let mark = Mark::of(&app.db, visitor.today).await?;
    Ok(match app.trials.find(mark, policies) {
        Found::All(measured) => Ok(measured),
        Found::Under(work) => Err(work),
        Found::Begun(work, missing, past) => {
            tokio::spawn(look(app.clone(), work.clone(), missing, past));
            Err(work)
        }
    })
}

async fn look(app: Shared, work: Arc<Work>, policies: Vec<Policy>, past: Option<Arc<Past>>) {
    let (own, at_work) = (app.clone(), work.clone());
    // What panics ends, too, and is said to whoever waits.
    let came = match tokio::spawn(async move { looked(&own, &at_work, policies, past).await }).await {
        Ok(came) => came.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    app.trials.end(&work, came);
}

async fn looked(app: &App, work: &Work, policies: Vec<Policy>, past: Option<Arc<Past>>) -> Result<Came, StoreError> {
    let past = match past {
        Some(past) => past,
        None => Arc::new(Past::of(&app.db, work.mark.on).await?),
    };
    if policies.is_empty() {
        return Ok((past, vec![]));
    }
    work.total.store(client_names::count(&app.db).await?, Ordering::Relaxed);
    let (db, on, watched) = (app.db.clone(), work.mark.on, work.watched.clone());
    let firm = firm_facts::current(&app.db).await?;
    store::apart(move || {
        let said = past.said(&db, (&firm, &policies, on), &watched)?.unwrap_or_default();
        Ok((past, policies.into_iter().zip(said).collect()))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Db;
    use domain::days::Day;
    use std::slice::from_ref;

    async fn marks() -> [Mark; 2] {
        let folder = tempfile::tempdir().expect("a folder");
        let address = format!("sqlite:{}", folder.path().join("own.db").display());
        let db = Db::open(&address).await.expect("a database");
        let day = |iso| Day::from_iso(iso).expect("a day");
        let mark = async |iso| Mark::of(&db, day(iso)).await.expect("a mark");
        [mark("2026-11-22").await, mark("2026-11-23").await]
    }

    fn policy(version: u32) -> Policy {
        let mut policy = Policy::standard();
        policy.version = version;
        policy
    }

    fn begun(found: Found) -> (Arc<Work>, Vec<Policy>) {
        match found {
            Found::Begun(work, missing, _) => (work, missing),
            Found::All(_) | Found::Under(_) => panic!("nobody looks yet"),
        }
    }

    fn came(policy: &Policy) -> Result<Came, String> {
        Ok((Arc::default(), vec![(policy.clone(), Said::default())]))
    }

    #[tokio::test]
    async fn a_policy_is_measured_once_and_kept_until_something_changes() {
        let (trials, [today, tomorrow]) = (Trials::default(), marks().await);
        let (now, other) = (policy(1), policy(2));
        let both = [now.clone(), other.clone()];
        let (work, missing) = begun(trials.find(today, from_ref(&now)));
        assert_eq!(missing, from_ref(&now));
        assert!(matches!(trials.find(today, &both), Found::Under(own) if Arc::ptr_eq(&own, &work)));
        trials.end(&work, came(&now));
        assert!(work.is_over() && trials.work().is_none());
        assert!(matches!(trials.find(today, from_ref(&now)), Found::All((_, said)) if said.len() == 1));
        let (second, missing) = begun(trials.find(today, &both));
        assert_eq!(missing, from_ref(&other), "only what is not known is measured");
        // Another day: what was known goes, and what is being measured is given up and kept nowhere.
        assert!(matches!(trials.find(tomorrow, from_ref(&now)), Found::Under(_)));
        trials.end(&second, came(&other));
        let (third, missing) = begun(trials.find(tomorrow, from_ref(&now)));
        assert_eq!(missing, from_ref(&now));
        trials.end(&third, Err("the disk is full".to_owned()));
        assert!(third.over().await.is_err());
        begun(trials.find(tomorrow, from_ref(&now)));
    }

    #[tokio::test]
    async fn trying_without_end_does_not_fill_the_memory() {
        let (trials, [today, _]) = (Trials::default(), marks().await);
        let in_force = policy(0);
        for version in 0..12 {
            let (work, missing) = begun(trials.find(today, &[in_force.clone(), policy(version + 1)]));
            assert_eq!(missing.len(), if version == 0 { 2 } else { 1 }, "the one in force is always asked about");
            let said = missing.into_iter().map(|policy| (policy, Said::default())).collect();
            trials.end(&work, Ok((Arc::default(), said)));
        }
        assert_eq!(trials.held().said.len(), KEPT_MAX);
    }
}
