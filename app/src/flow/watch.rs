//! What the program watches by itself once a case is decided: the limits under which a client is kept (DOMAIN A23), and
//! whether boundaries are crossed again after the client acknowledged them (B25). It writes down what it saw, with the
//! rows, and decides nothing.

use super::cases::{self, By, NotDone, Opened, Place};
use super::learn;
use super::mark::Mark;
use crate::store::cases::{self as stored, Key};
use crate::store::{Db, StoreError, firm_facts, history, policies, records};
use domain::case::guardrail::{Breach, Guardrails, Watched, breaches, standing, watch};
use domain::case::persistence::{Persistence, persistence};
use domain::case::{Act, Case, Now};
use domain::days::Day;
use domain::firm::Firm;
use domain::record::{History, Payment};
use domain::sign::{Policy, Scene};

/// What is held against what.
struct Terms {
    firm: Firm,
    policy: Policy,
    /// Whether payments of any client are known.
    knows_payments: bool,
    on: Day,
}

impl Terms {
    async fn of(db: &Db, firm: Firm, on: Day) -> Result<Terms, StoreError> {
        let knows_payments = records::are_any(db, &Payment::KIND).await?;
        Ok(Terms { firm, policy: policies::current(db).await?, knows_payments, on })
    }

    fn watch(&self, guardrails: &Guardrails, since: Day, history: &History) -> Vec<Watched> {
        let scene = Scene::new(history, &self.firm, &self.policy, self.on);
        watch(guardrails, since, &scene, self.knows_payments)
    }
}

/// Looks at every case that is watched, unless nothing has changed since the mark; returns the new mark, and the cases in
/// which it wrote something down. A case that cannot be read does not keep the others from being looked at.
pub async fn look(place: Place<'_>, now: &Now, seen: Option<Mark>) -> Result<(Mark, Vec<Key>), StoreError> {
    let mark = Mark::of(place.db, now.today).await?;
    if seen == Some(mark) {
        return Ok((mark, vec![]));
    }
    let terms = Terms::of(place.db, firm_facts::current(place.db).await?, now.today).await?;
    let mut told = vec![];
    for key in stored::watched(place.db).await? {
        match look_at(place, &key, &terms, now).await {
            Ok(true) => told.push(key),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, case = key.case, "a case was not looked at"),
        }
    }
    told.extend(learn::watch(place, now).await?);
    // The mark is from before the look: what came in meanwhile is looked at next time.
    Ok((mark, told))
}

/// Writes down what is to be seen in one case; tells whether it did.
async fn look_at(place: Place<'_>, key: &Key, terms: &Terms, now: &Now) -> Result<bool, StoreError> {
    let Some(Opened { case, .. }) = cases::load(place, key).await? else { return Ok(false) };
    if standing(&case).is_none() && case.repair.boundary_letter_on.is_none() {
        return Ok(false);
    }
    let history = known(place.db, &key.client, terms.on).await?;
    let mut told = false;
    for act in acts(&case, &history, terms) {
        told |= written(cases::record(place, key, &By { member: "", now: now.clone(), seen: None }, act).await)?;
    }
    Ok(told)
}

/// Another process may have written it down a moment before: then a rule refuses, and all is well.
fn written(done: Result<Opened, NotDone>) -> Result<bool, StoreError> {
    match done {
        Ok(_) => Ok(true),
        Err(NotDone::Refused(_) | NotDone::Changed(_) | NotDone::Absent) => Ok(false),
        Err(NotDone::Store(error)) => Err(error),
    }
}

fn acts(case: &Case, history: &History, terms: &Terms) -> Vec<Act> {
    let persists = persisting(case, history, terms.on).filter(Persistence::persists);
    let persist = persists.map(|persistence| Act::Persist { persistence: Box::new(persistence) });
    let breaches = breaches(limits(case, history, terms));
    let breach = (!breaches.is_empty()).then_some(Act::Breach { breaches });
    persist.into_iter().chain(breach).collect()
}

fn limits(case: &Case, history: &History, terms: &Terms) -> Vec<Watched> {
    let Some((guardrails, since)) = standing(case) else { return vec![] };
    terms.watch(&guardrails, since, history)
}

fn persisting(case: &Case, history: &History, on: Day) -> Option<Persistence> {
    case.repair.boundary_letter_on.map(|acknowledged_on| persistence(history, acknowledged_on, on))
}

async fn known(db: &Db, client: &str, on: Day) -> Result<History, StoreError> {
    // A client that was merged into another has no records of its own; its day still comes.
    let mut history = history::of_client(db, client).await?.unwrap_or_default();
    history.keep_known_on(on);
    Ok(history)
}

/// Returns the limits of a decision that are crossed on the day on which it would be signed: the case would be open again
/// at once.
pub async fn crossed_at_once(
    db: &Db,
    client: &str,
    guardrails: &Guardrails,
    firm: &Firm,
    on: Day,
) -> Result<Vec<Breach>, StoreError> {
    let (history, terms) = (known(db, client, on).await?, Terms::of(db, firm.clone(), on).await?);
    Ok(breaches(terms.watch(guardrails, on, &history)))
}

/// What a page shows of what is watched.
pub struct Shown {
    pub limits: Vec<Watched>,
    pub persistence: Option<Persistence>,
}

/// Returns how near each limit of a case is on a day, and what became of the boundaries; nothing where none is watched.
pub async fn shown(db: &Db, case: &Case, firm: &Firm, on: Day) -> Result<Shown, StoreError> {
    if standing(case).is_none() && case.repair.boundary_letter_on.is_none() {
        return Ok(Shown { limits: vec![], persistence: None });
    }
    let history = known(db, &case.opening.client, on).await?;
    let terms = Terms::of(db, firm.clone(), on).await?;
    Ok(Shown { limits: limits(case, &history, &terms), persistence: persisting(case, &history, on) })
}
