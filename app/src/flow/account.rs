//! One client's account: its records, what people stated, and what both come to on a day.

use super::cases::{self, Place};
use crate::store::cases::Key;
use crate::store::particulars::{self, Stated};
use crate::store::{self, Db, StoreError, holds, ladders, policies};
use domain::case::parting::Letter;
use domain::case::{Action, Case};
use domain::days::Day;
use domain::firm::Firm;
use domain::money::Money;
use domain::record::History;
use domain::separation::dunning::{Beside, DebtorDays, Facts, Ladder, Next, RungKind, Sent, next};
use domain::separation::interest::Claim;
use domain::separation::letter::{Kind, Rung};
use domain::separation::settlement::{FinalAccount, Input, Kept, final_account};
use domain::sign::{Bill, Ledger, Policy, Scene, promise_is_kept};
use domain::text::names;
use std::collections::HashSet;

/// A client on a day, as far as its account goes.
pub struct Subject {
    pub client: String,
    pub on: Day,
    pub history: History,
    pub stated: Vec<Stated>,
    pub ladder: Ladder,
    /// The letters of cases that remind of what is owed, as far as the reader takes part in these cases.
    pub letters: Vec<CaseLetter>,
    /// The case in which the reader can write one.
    pub writes_in: Option<Key>,
    /// Whether all work for the client is stopped, and the talks that the reader may know of.
    beside: Beside,
    policy: Policy,
}

/// A letter of a case that reminds of what is owed.
pub struct CaseLetter {
    pub key: Key,
    pub letter: u32,
    pub kind: Kind,
    /// Of a reminder: which one of the ladder.
    pub rung: Option<Rung>,
    /// The day on which it went out, where it did.
    pub out_on: Option<Day>,
    /// Of a notice of default that stands: until when it can be cured, and since when services are suspended for it.
    pub cure_until: Option<Day>,
    pub suspended_on: Option<Day>,
    pub text: String,
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
    /// Whether the last one went out by a case, and is not among the records.
    pub is_unrecorded: bool,
    /// The latest promise: its day, and whether it was kept; `None` while it can be.
    pub promise: Option<(Day, Option<bool>)>,
    pub next: Next,
}

/// Returns a letter that reminds of what is owed, where it can be read.
fn reminding(case: &Case, key: &Key, letter: &Letter) -> Option<CaseLetter> {
    if !matches!(letter.kind, Kind::Reminder | Kind::Default | Kind::Suspension) {
        return None;
    }
    let breach = Some(&case.parting.breach).filter(|breach| breach.letter == Some(letter.id));
    let notice = breach.and_then(|breach| breach.notice);
    let text = letter.text()?.to_owned();
    Some(CaseLetter {
        key: key.clone(),
        letter: letter.id,
        kind: letter.kind,
        rung: letter.last().and_then(|version| version.rung),
        out_on: letter.handed_over_on.or(notice.map(|(on, _)| on)).filter(|_| letter.is_out()),
        cure_until: notice.filter(|_| case.parting.breach.cured_on.is_none()).map(|(_, until)| until),
        suspended_on: breach.and_then(|breach| breach.suspended_on),
        text,
    })
}

fn is_open(bill: &Bill) -> bool {
    bill.settled_on.is_none() && bill.open() > 0
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
        letters: vec![],
        writes_in: None,
        beside: Beside { is_held: standing.iter().any(|hold| hold.scope == "all"), ..Beside::default() },
        policy: policies::current(db).await?,
    }))
}

impl Subject {
    /// Takes in the talks with the client that the cases of a member record, and the letters there that remind of what is owed;
    /// of a case in which they have no part they learn nothing here, either.
    pub async fn hear(&mut self, place: Place<'_>, member: &str) -> Result<(), StoreError> {
        for line in store::cases::of_member(place.db, member, Some(&self.client)).await? {
            let Some(opened) = cases::load(place, &line.key).await? else { continue };
            self.beside.talks.extend(opened.case.talks.iter().map(|(on, ..)| *on));
            let letters =
                opened.case.parting.letters.iter().filter_map(|letter| reminding(&opened.case, &line.key, letter));
            self.letters.extend(letters);
            let is_place = opened.case.may_warn() || opened.case.stage.is_parting();
            if is_place && opened.case.allows(member, Action::Work) {
                self.writes_in = Some(line.key.clone());
            }
            // What counsel said of a case that is over was said of that one.
            let goes_on = opened.case.may_warn() || !opened.case.stage.is_at_rest();
            self.beside.talk_not_needed |= goes_on && opened.case.counsel.iter().any(|word| word.talk_not_needed);
        }
        Ok(())
    }

    /// Returns the letters that are about an invoice: that name it, or announce what follows from a default that does.
    pub fn letters_on(&self, invoice: &str) -> impl Iterator<Item = &CaseLetter> {
        let is_default = move |one: &CaseLetter| one.kind == Kind::Default && names(&one.text, invoice);
        let follows = move |letter: &CaseLetter| {
            let mut before = self.letters.iter().filter(|one| one.key == letter.key && one.letter < letter.letter);
            letter.kind == Kind::Suspension && before.any(is_default)
        };
        self.letters.iter().filter(move |letter| names(&letter.text, invoice) || follows(letter))
    }

    /// Tells whether an invoice that a letter names in its text is open; nothing where it names none of which that is known.
    pub fn names_open(&self, text: &str, ledger: &Ledger) -> Option<bool> {
        let open: HashSet<usize> = ledger.bills.iter().filter(|bill| is_open(bill)).map(|bill| bill.invoice).collect();
        let named = self.history.invoices.iter().enumerate().filter(|(_, invoice)| names(text, &invoice.id));
        let clear = named.filter(|(at, _)| !ledger.unclear.contains(at));
        clear.map(|(at, _)| open.contains(&at)).reduce(|one, other| one || other)
    }

    /// Counts what cases did for an invoice as rungs of the ladder: the letters that went out, the suspension that was announced,
    /// and the one that stands.
    fn climb(&self, facts: &mut Facts, invoice: &str) {
        let rungs = || self.ladder.rungs.iter();
        let suspension = rungs().find(|rung| rung.kind == RungKind::Suspension).map(|rung| rung.level);
        let (mut since, mut announced) = (None, None);
        for letter in self.letters_on(invoice) {
            let level =
                rungs().find(|rung| rung.kind.letter() == Some((letter.kind, letter.rung))).map(|rung| rung.level);
            match letter.kind {
                Kind::Suspension => announced = announced.max(letter.out_on),
                _ => facts.sent.extend(letter.out_on.map(|on| Sent { on, level })),
            }
            if letter.kind == Kind::Default {
                since = since.max(letter.out_on);
                facts.cure_until = facts.cure_until.max(letter.cure_until);
                facts.sent.extend(letter.suspended_on.map(|on| Sent { on, level: suspension }));
            }
        }
        // A suspension is announced for the default that stands, and not for one before it.
        let announced = announced.filter(|on| since.is_none_or(|since| *on >= since));
        facts.suspension.served_on = facts.suspension.served_on.max(announced);
        facts.sent.sort_by_key(|sent| sent.on);
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

    /// Returns the client's calendar.
    pub fn days(&self, firm: &Firm) -> DebtorDays {
        DebtorDays::of(self.history.client.as_ref().and_then(|client| client.country.as_deref()), firm)
    }

    /// Returns the open invoices, the earliest due first, each with what comes next.
    pub fn chases(&self, scene: &Scene) -> Vec<Chase> {
        let (kept, days) = (self.kept(), self.days(scene.firm));
        let open = scene.ledger.bills.iter().filter(|bill| is_open(bill));
        let chase = |bill: &Bill| {
            let invoice = &self.history.invoices[bill.invoice];
            let mut facts = Facts::of(scene, bill, &self.ladder, &kept, &self.beside);
            self.climb(&mut facts, &invoice.id);
            let own = || self.history.reminders.iter().filter(|reminder| reminder.invoice == invoice.id);
            let is_on_record = |sent: &Sent| own().any(|own| own.sent_on == sent.on);
            let money = |minor| Money { minor, currency: invoice.currency };
            let promises = self.history.promises.iter().filter(|promise| promise.invoice == invoice.id);
            let latest = promises.max_by_key(|promise| promise.promised_on);
            Chase {
                promise: latest.map(|promise| (promise.promised_on, promise_is_kept(scene, promise))),
                invoice: invoice.id.to_string(),
                due_on: bill.due_on,
                days_late: bill.days_late(),
                open: money(facts.open),
                disputed: money(facts.disputed),
                last: facts.sent.last().copied(),
                is_unrecorded: facts.sent.last().is_some_and(|sent| !is_on_record(sent)),
                next: next(&self.ladder, &facts, &days, self.on),
            }
        };
        open.map(chase).collect()
    }
}
