//! What an erasure would come to: what goes, what stays, and what speaks against it now.

use super::copies::copies;
use super::named::named;
use super::papers::{self, Papers};
use super::{ARCHIVES, Ground, scope};
use crate::flow::cases::{self, Opened, Place};
use crate::flow::erasures::{along, rows, standing};
use crate::flow::upload::Upload;
use crate::flow::{legal_holds, retention};
use crate::keep::erasures::Scope;
use crate::keep::indexed::Copied;
use crate::store::cases::Key;
use crate::store::destructions::{self, Proposal};
use crate::store::erasing::{self, Doing, Gone};
use crate::store::legal_holds::LegalHold;
use crate::store::{StoreError, cases as stored, legal_holds as holds, members, merges};
use domain::case::parting::{Archive, Event as Parted, Scope as Archived};
use domain::case::{Event, Stamped};
use domain::days::Day;
use domain::erasure::{Basis, Matter, Stays, longest, stays};
use domain::journal::lay_out;
use domain::retention::{Class, Term};
use domain::text::fold;

/// What an erasure would come to.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub gone: Gone,
    pub keys: u64,
    /// Papers of a case that a law keeps when its words go.
    pub papers: Option<Papers>,
    /// Uploads that wait for a decision; they are removed unread.
    pub uploads: u64,
    /// Sealed archives in the firm's folder that hold what goes.
    pub bags: Vec<Bag>,
    /// What is left as it is, and why.
    pub stays: Vec<(Matter, Option<Stays>)>,
    /// Rows whose text still names the person; a look at them by hand is needed.
    pub mentions: Gone,
    pub copies: Vec<Copied>,
    /// Why it must not be done now.
    pub against: Vec<Against>,
}

/// A sealed archive in the firm's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bag {
    pub key: Key,
    pub archive: Archive,
    /// Whose keys open it; nothing where that cannot be read.
    pub readers: Option<Vec<String>>,
    /// Until when it is kept.
    pub until: Option<Day>,
    /// Whether a newer one has replaced it, so that it only remains to be removed.
    pub replaced: bool,
    /// Whether a legal hold stands for the client, so that it stays whole.
    pub held: bool,
}

/// What an erasure does with a sealed archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is removed whole.
    Goes,
    /// Whoever has its key can have it sealed again without what goes.
    Opens,
    /// It is left as it is, and stands among the copies that are not reached.
    Stays,
}

impl Bag {
    /// Returns what an erasure does with it.
    pub fn fate(&self, scope: &Scope) -> Fate {
        match scope {
            // Where the command line put one, nobody reaches it from here.
            _ if self.held || self.archive.elsewhere => Fate::Stays,
            Scope::Case { .. } => Fate::Goes,
            _ if scope.is_whole_client() => Fate::Goes,
            _ if self.replaced => Fate::Goes,
            _ => Fate::Opens,
        }
    }
}

/// Why an erasure must not be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// A legal hold keeps it.
    Held(Box<LegalHold>),
    /// Somebody said in this case that a claim is near, and no hold says yet what it keeps.
    Awaited(Key),
    /// These cases are open in which it was said.
    Open(Vec<Key>),
    /// A class stays.
    Stays(Class, Stays),
    /// They belong to the firm.
    StillHere,
    /// There is nothing of it here any more.
    Nothing,
}

/// Looks at what a proposal would come to; nothing is changed.
pub async fn plan(ground: Ground<'_>, proposal: &Proposal) -> Result<Plan, StoreError> {
    let db = ground.place.db;
    let cases =
        if proposal.client.is_empty() { vec![] } else { cases::of_client(ground.place, &proposal.client).await? };
    let terms = terms(ground, &proposal.client, &cases).await?;
    let scope = scope(&proposal.id, &proposal.scope)?;
    let papers = papers::kept(ground, &scope, (&cases, proposal.basis, &terms)).await?;
    let scope = papers::without(scope, papers.is_some());
    let mut plan = Plan {
        papers,
        gone: rows(db, (&scope, ground.today), Doing::Look).await?,
        keys: standing(ground.place, &scope).await?.len() as u64,
        ..Plan::default()
    };
    for further in along(ground.place, &scope).await? {
        plan.gone.join(rows(db, (&further, ground.today), Doing::Look).await?);
        plan.keys += standing(ground.place, &further).await?.len() as u64;
    }
    // They may be of whoever a hold stands for; then they stay, and are copies that are not reached.
    if let Scope::Client { .. } | Scope::Person { .. } = scope
        && !holds::any_standing(db).await?
    {
        plan.uploads = Upload::all(ground.root)?.len() as u64;
    }
    let spoken = match &scope {
        Scope::Member { member } => spoken(ground, member).await?,
        _ => vec![],
    };
    let sealed = if spoken.is_empty() { &cases } else { &spoken };
    plan.bags = bags(ground, sealed, &scope);
    if !proposal.client.is_empty()
        && !plan.bags.is_empty()
        && !held(ground.place, &proposal.client, &[]).await?.is_empty()
    {
        plan.bags.iter_mut().for_each(|bag| bag.held = true);
    }
    plan.stays = what_stays(&scope, proposal.basis, &terms, ground.today);
    if let Some(name) = &proposal.person {
        let past = plan.gone.0.get("changes").copied().unwrap_or(0);
        plan.mentions = named(ground, (&proposal.client, &cases), name, past).await?;
    }
    if let Scope::Member { member } = &scope
        && let Some(known) = members::one(db, member).await?
    {
        let name = fold(&known.name);
        plan.mentions.join(erasing::named(db, |other: &str| fold(other) == name).await?);
    }
    plan.copies = copies(ground, sealed, &scope, &plan).await?;
    plan.against = against(ground, proposal, (&scope, sealed, &terms), &plan).await?;
    Ok(plan)
}

/// Returns the terms that bind a client's papers: none while a case is open, for then the end has not come. Of who left without
/// a case, or came back after the last end, they run from the last rows, once a year has passed without one.
pub async fn terms(ground: Ground<'_>, client: &str, cases: &[Opened]) -> Result<Vec<Term>, StoreError> {
    let silent = retention::of_silent(ground.place.db, (ground.firm, ground.today), client, cases);
    let Some(ended_on) = cases.iter().filter_map(retention::ended_on).max() else { return silent.await };
    let is_open = |opened: &Opened| !opened.case.stage.is_at_rest();
    let is_kept = |opened: &Opened| retention::ended_on(opened).is_none() && opened.case.opening.on >= ended_on;
    if cases.iter().any(|opened| is_open(opened) || is_kept(opened)) {
        return silent.await;
    }
    let mut booked_on: Option<Day> = None;
    for spelling in merges::spellings(ground.place.db, client).await? {
        let last = destructions::last_days(ground.place.db, &spelling).await?;
        if last.worked_on.is_some_and(|on| on > ended_on) {
            return silent.await;
        }
        booked_on = booked_on.max(last.booked_on);
    }
    let of_case = |opened: &Opened| retention::booked_until(opened, ground.firm, booked_on);
    let of_each: Vec<Vec<Term>> = cases.iter().filter_map(of_case).collect();
    Ok(longest(&of_each))
}

/// Returns the cases in which a member said something.
async fn spoken(ground: Ground<'_>, member: &str) -> Result<Vec<Opened>, StoreError> {
    let mut spoken = vec![];
    for key in stored::spoken(ground.place.db, member).await? {
        spoken.extend(cases::load(ground.place, &key).await?);
    }
    Ok(spoken)
}

/// Returns the classes that an erasure touches, for a hold on one of them keeps it; none named are all of them: the words of
/// a case are of every class, and so is what somebody said in cases.
fn held_classes(scope: &Scope) -> Vec<Class> {
    match scope {
        Scope::Case { .. } | Scope::Member { .. } => vec![],
        Scope::Older { .. } => vec![Class::SignData],
        Scope::OwnParts { .. }
        | Scope::Client { .. }
        | Scope::Person { .. }
        | Scope::Prospect { .. }
        | Scope::Win { .. } => classes(scope),
    }
}

/// Returns the classes by whose terms an erasure is bound.
fn classes(scope: &Scope) -> Vec<Class> {
    let mut classes: Vec<Class> = match scope {
        Scope::Client { tables, .. } => {
            tables.iter().filter_map(|table| Matter::of_table(table)).map(Matter::class).collect()
        }
        Scope::Person { .. } => vec![Class::SignData, Class::Incident],
        Scope::Case { .. } | Scope::Member { .. } => vec![Class::ContractFile],
        Scope::OwnParts { .. } => vec![Class::OwnPart],
        // Its time is counted from each row's own day.
        Scope::Older { .. } | Scope::Prospect { .. } | Scope::Win { .. } => vec![],
    };
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Returns the classes of which something goes with all of a client: books only where there are some.
fn of_whole(plan: &Plan, cases: &[Opened]) -> Vec<Class> {
    let rows = plan.gone.0.keys().filter_map(|table| Matter::of_table(table)).map(Matter::class);
    let account = cases.iter().any(|opened| opened.case.parting.account.is_some());
    let mut classes: Vec<Class> = rows.chain([Class::ContractFile]).collect();
    classes.extend(account.then_some(Class::Books));
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Returns the matters that an erasure of rows leaves, each with what keeps it.
fn what_stays(scope: &Scope, basis: Basis, terms: &[Term], on: Day) -> Vec<(Matter, Option<Stays>)> {
    let Scope::Client { tables, .. } = scope else { return vec![] };
    if scope.is_whole_client() {
        return vec![];
    }
    let named = |matter: &Matter| matter.tables().iter().any(|table| tables.iter().any(|named| named == table));
    let left = Matter::ALL.iter().copied().filter(|matter| !named(matter));
    left.map(|matter| (matter, stays(matter.class(), basis, terms, on))).collect()
}

/// Returns what speaks against a proposal; `cases` are those whose words or records it touches.
async fn against(
    ground: Ground<'_>,
    proposal: &Proposal,
    (scope, cases, terms): (&Scope, &[Opened], &[Term]),
    plan: &Plan,
) -> Result<Vec<Against>, StoreError> {
    let mut against = held_against(ground.place, proposal).await?;
    match scope {
        Scope::Case { client, case, .. } => {
            let is_it = |opened: &&Opened| opened.key.client == *client && opened.key.case == *case;
            if cases.iter().find(is_it).is_some_and(|opened| !opened.case.stage.is_at_rest()) {
                against.push(Against::Open(vec![Key { client: client.clone(), case: case.clone() }]));
            }
        }
        Scope::Member { member } => {
            let known = members::one(ground.place.db, member).await?;
            if known.is_some_and(|known| known.left_at.is_none()) {
                against.push(Against::StillHere);
            }
            against.extend(still_open(cases));
        }
        Scope::Client { .. } if scope.is_whole_client() => against.extend(still_open(cases)),
        Scope::OwnParts { .. }
        | Scope::Client { .. }
        | Scope::Older { .. }
        | Scope::Person { .. }
        | Scope::Prospect { .. }
        | Scope::Win { .. } => {}
    }
    let classes = if scope.is_whole_client() { of_whole(plan, cases) } else { classes(scope) };
    let keeps = classes.iter().filter(|_| !matches!(scope, Scope::Person { .. }));
    against.extend(keeps.filter_map(|class| {
        stays(*class, proposal.basis, terms, ground.today).map(|stays| Against::Stays(*class, stays))
    }));
    let goes = plan.bags.iter().filter(|bag| bag.fate(scope) != Fate::Stays).count();
    if plan.gone.total() + plan.keys == 0 && goes == 0 {
        against.push(Against::Nothing);
    }
    Ok(against)
}

/// Says which cases are still open, if any is.
fn still_open(cases: &[Opened]) -> Option<Against> {
    let open = cases.iter().filter(|opened| !opened.case.stage.is_at_rest());
    let open: Vec<Key> = open.map(|opened| opened.key.clone()).collect();
    (!open.is_empty()).then_some(Against::Open(open))
}

/// Returns what legal holds say against a proposal at this moment.
pub(super) async fn held_against(place: Place<'_>, proposal: &Proposal) -> Result<Vec<Against>, StoreError> {
    let scope = scope(&proposal.id, &proposal.scope)?;
    let classes = held_classes(&scope);
    let mut against = match &scope {
        // It is no client's, and no hold reaches it.
        Scope::Prospect { .. } | Scope::Win { .. } => vec![],
        Scope::Member { member } => {
            let mut of_each = vec![];
            for key in stored::spoken(place.db, member).await? {
                of_each.extend(held(place, &key.client, &classes).await?);
            }
            of_each
        }
        _ => held(place, &proposal.client, &classes).await?,
    };
    against.dedup();
    Ok(against)
}

/// Returns what legal holds say against an erasure of a client's papers of some classes; none named are all of them
/// (DOMAIN 2.15).
async fn held(place: Place<'_>, client: &str, classes: &[Class]) -> Result<Vec<Against>, StoreError> {
    let keeping = legal_holds::against(place, client, classes).await?;
    let awaited = keeping.awaited.into_iter().map(Against::Awaited);
    let holds = keeping.holds.into_iter().map(|hold| Against::Held(Box::new(hold)));
    Ok(awaited.chain(holds).collect())
}

/// Returns the sealed archives that hold what an erasure takes: in the firm's folder, and wherever the command line put them.
pub fn bags(ground: Ground<'_>, cases: &[Opened], scope: &Scope) -> Vec<Bag> {
    let is_meant = |opened: &&Opened, archive: &Archive| match scope {
        Scope::Case { client, case, .. } => {
            opened.key.client == *client && opened.key.case == *case && archive.scope != Archived::Theirs
        }
        Scope::Client { .. } if scope.is_whole_client() => archive.scope != Archived::Theirs,
        Scope::Client { tables, .. } => archive.scope == Archived::Ours && tables.iter().any(|table| is_sealed(table)),
        Scope::Older { .. } | Scope::Person { .. } => archive.scope == Archived::Ours,
        Scope::Member { member } => archive.scope != Archived::Theirs && holds_words(opened, archive, member),
        Scope::OwnParts { .. } | Scope::Prospect { .. } | Scope::Win { .. } => false,
    };
    let mut bags = vec![];
    for opened in cases {
        let terms = retention::of_case(opened, ground.firm).unwrap_or_default();
        let until = terms.iter().find(|term| term.class == Class::ContractFile).and_then(|term| term.until);
        let made = |entry: &Stamped| match &entry.event {
            Event::Parting(Parted::ArchiveKept { archive, said }) => Some((archive.clone(), said.clone())),
            _ => None,
        };
        let all: Vec<_> = opened.entries.iter().filter_map(made).collect();
        for (archive, said) in all.iter().filter(|(archive, _)| is_meant(&opened, archive)) {
            if archive.elsewhere || ground.root.join(ARCHIVES).join(&archive.name).is_dir() {
                bags.push(Bag {
                    key: opened.key.clone(),
                    replaced: all.iter().any(|(other, _)| other.replaces.as_ref() == Some(&archive.sha256)),
                    archive: archive.clone(),
                    readers: said.as_ref().map(|said| said.readers.clone()),
                    until,
                    held: false,
                });
            }
        }
    }
    bags
}

/// Tells whether an archive of a case holds something that a member said: counsel's holds counsel's word, the other the rest.
fn holds_words(opened: &Opened, archive: &Archive, member: &str) -> bool {
    let is_it = |entry: &Stamped| match &entry.event {
        Event::Parting(Parted::ArchiveKept { archive: made, .. }) => made.sha256 == archive.sha256,
        _ => false,
    };
    let says = |entry: &Stamped| {
        entry.actor.as_deref() == Some(member)
            && entry.event.is_privileged() == (archive.scope == Archived::Privileged)
            && (opened.sealed(entry.seq).is_some() || lay_out(&entry.event).said.is_some())
    };
    opened.entries.iter().take_while(|entry| !is_it(entry)).any(says)
}

/// Tells whether a table's rows lie in archives.
fn is_sealed(table: &str) -> bool {
    domain::record::kind_named(table).is_some() || table.starts_with("contract")
}
