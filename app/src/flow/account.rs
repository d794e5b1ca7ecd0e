//! One client's account: its records, what people stated, and what both come to on a day.

use super::cases::{self, Place};
use crate::store::particulars::{self, Stated};
use crate::store::{self, Db, StoreError, holds, ladders, policies};
use domain::days::Day;
use domain::firm::Firm;
use domain::money::Money;
use domain::record::History;
use domain::separation::dunning::{Beside, DebtorDays, Facts, Ladder, Next, Sent, next};
use domain::separation::interest::Claim;
use domain::separation::settlement::{FinalAccount, Input, Kept, final_account};
use domain::sign::{Policy, Scene, promise_is_kept};

/// A client on a day, as far as its account goes.
pub struct Subject {
    pub client: String,
    pub on: Day,
    pub history: History,
    pub stated: Vec<Stated>,
    pub ladder: Ladder,
    /// Whether all work for the client is stopped, and the talks that the reader may know of.
    beside: Beside,
    policy: Policy,
}

/// One open invoice, and what comes next for it.
pub struct Chase {
    pub invoice: String,
    pub due_on: Day,
    pub days_late: i32,
    /// What is open and undisputed.
    pub open: Money,
    pub disputed: Money,
    pub last: Option<Sent>,
    /// The latest promise: its day, and whether it was kept; `None` while it can be.
    pub promise: Option<(Day, Option<bool>)>,
    pub next: Next,
}

/// Puts together what is known of a client on a day; nothing if there is no such client.
pub async fn of_client(db: &Db, client: &str, on: Day) -> Result<Option<Subject>, StoreError> {
    let Some(mut history) = store::history::of_client(db, client).await? else { return Ok(None) };
    history.keep_known_on(on);
    let standing = holds::standing(db, client).await?;
    Ok(Some(Subject {
        client: client.to_owned(),
        on,
        history,
        stated: particulars::of_client(db, client).await?,
        ladder: ladders::newest(db).await?.ladder,
        beside: Beside { is_held: standing.iter().any(|hold| hold.scope == "all"), ..Beside::default() },
        policy: policies::current(db).await?,
    }))
}

impl Subject {
    /// Takes in the talks with the client that the cases of a member record; of a case in which they have no part they learn
    /// nothing here, either.
    pub async fn hear(&mut self, place: Place<'_>, member: &str) -> Result<(), StoreError> {
        for line in store::cases::of_member(place.db, member, Some(&self.client)).await? {
            let Some(opened) = cases::load(place, &line.key).await? else { continue };
            self.beside.talks.extend(opened.case.talks.iter().map(|(on, ..)| *on));
            // What counsel said of an earlier case was said of that one.
            self.beside.talk_not_needed |=
                !opened.case.stage.is_at_rest() && opened.case.counsel.iter().any(|word| word.talk_not_needed);
        }
        Ok(())
    }

    /// Returns the client's name.
    pub fn name(&self) -> &str {
        self.history.client.as_ref().map_or(&self.client, |client| &client.name)
    }

    /// Returns the scene of the records.
    pub fn scene<'a>(&'a self, firm: &'a Firm) -> Scene<'a> {
        Scene::new(&self.history, firm, &self.policy, self.on)
    }

    /// Returns what people stated.
    pub fn kept(&self) -> Vec<Kept> {
        self.stated.iter().map(|stated| stated.kept.clone()).collect()
    }

    /// Draws up the account; what is paid in advance for days after `ends_on` is not earned.
    pub fn account(&self, scene: &Scene, ends_on: Option<Day>, claim: Option<&Claim>) -> FinalAccount {
        final_account(scene, &Input { ends_on, particulars: &self.kept(), claim })
    }

    /// Returns the open invoices, the earliest due first, each with what comes next.
    pub fn chases(&self, scene: &Scene) -> Vec<Chase> {
        let kept = self.kept();
        let country = self.history.client.as_ref().and_then(|client| client.country.as_deref());
        let days = DebtorDays::of(country, scene.firm);
        let open = scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none() && bill.open() > 0);
        let chase = |bill| {
            let facts = Facts::of(scene, bill, &self.ladder, &kept, &self.beside);
            let invoice = &self.history.invoices[bill.invoice];
            let money = |minor| Money { minor, currency: invoice.currency };
            let promises = self.history.promises.iter().filter(|promise| promise.invoice == invoice.id);
            let latest = promises.max_by_key(|promise| promise.promised_on);
            Chase {
                promise: latest.map(|promise| (promise.promised_on, promise_is_kept(scene, promise))),
                invoice: invoice.id.clone(),
                due_on: bill.due_on,
                days_late: bill.days_late(),
                open: money(facts.open),
                disputed: money(facts.disputed),
                last: facts.sent.last().copied(),
                next: next(&self.ladder, &facts, &days, self.on),
            }
        };
        open.map(chase).collect()
    }
}
