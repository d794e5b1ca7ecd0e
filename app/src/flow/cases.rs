//! Cases: read from their journal, acted on, and written on. Load, decide, save; whoever comes second is told what changed.

use super::{legal_holds, own_parts};
use crate::entropy;
use crate::keep::erasures::{self, List};
use crate::secret::key_folder::{Key as Secret, KeyFolder, Of};
use crate::secret::text;
use crate::store::cases::{self, Addition, Kept, Key, Standing};
use crate::store::holds::Change;
use crate::store::legal_holds as stored;
use crate::store::{Db, StoreError, lessons, merges, outbox};
use domain::case::learning;
use domain::case::learning::library::{self, Told};
use domain::case::opening::OpeningSaid;
use domain::case::parting::Event as Parted;
use domain::case::parting::mail::Order;
use domain::case::review::OwnPartSaid;
use domain::case::{Act, Case, Event, Now, Opening, Refusal, Role, Skip, Stamped, decide};
use domain::days::Day;
use domain::journal::{self, Break, Draft, Entry, Fault};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A case with its journal, opened as far as it may be.
#[derive(Clone, Debug)]
pub struct Opened {
    pub key: Key,
    pub case: Case,
    pub entries: Vec<Stamped>,
    /// The entries whose words cannot be read now.
    sealed: BTreeMap<u32, Sealed>,
    /// The day and the basis on which the key of the whole case was destroyed.
    erased: Option<(Day, String)>,
    /// The hash of the last entry.
    hash: String,
}

/// Why words cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// They open later, by what happens in the case.
    Closed,
    /// A key of theirs is gone: the day and the basis of the erasure, where the list tells of one.
    Erased(Option<(Day, String)>),
}

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Others acted since the page was read: what they did.
    #[error("others acted meanwhile")]
    Changed(Vec<Stamped>),
    /// There is no such case for this person.
    #[error("no such case")]
    Absent,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where cases live: the database and the keys beside it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub db: &'a Db,
    pub keys: &'a KeyFolder,
}

/// Who acts, when, and on which state they looked: the number of the last entry that their page knew.
#[derive(Clone, Debug)]
pub struct By<'a> {
    pub member: &'a str,
    pub now: Now,
    pub seen: Option<u32>,
}

/// What an act brings with it, beyond its events.
#[derive(Clone, Copy, Debug, Default)]
pub struct With<'a> {
    /// What is said of our own part, which is kept beside the journal.
    pub own_part: Option<&'a OwnPartSaid>,
    /// The hold that it sets or releases.
    pub hold: Option<Change<'a>>,
    /// What becomes of a letter in the outbox.
    pub outbox: Option<outbox::Change<'a>>,
}

/// How often a writer tries again when others write at the same time.
pub(super) const TRIES: usize = 16;

/// Begins a case; refused while another of the client is open. Whoever opens it takes part in it.
pub async fn begin(place: Place<'_>, opening: Opening, said: Option<OpeningSaid>, by: &By<'_>) -> Result<Key, NotDone> {
    let key = Key { client: opening.client.clone(), case: entropy::id() };
    let named = opening.owners.iter().chain(&opening.lead).any(|member| member == by.member);
    let lead = opening.lead.clone();
    let mut events = vec![Event::CaseOpened { opening: Box::new(opening), said }];
    events.extend(lead.map(|member| Event::RoleGiven { role: Role::Lead, member }));
    if !named {
        events.push(Event::RoleGiven { role: Role::Function, member: by.member.to_owned() });
    }
    let origin = journal::origin(&key.client, &key.case);
    let (kept, stamped) = write(place, &key, (0, &origin), Some(by.member), &by.now.at, &events)?;
    let case = Case::replay(&stamped).expect("it begins with its opening");
    let standing = standing(&case);
    let addition = Addition::of(&kept, &standing);
    if cases::append(place.db, &key, 0, addition).await? { Ok(key) } else { Err(NotDone::Refused(Refusal::Done)) }
}

/// Returns a case with everything that may be read now; opinions stay closed until they are revealed.
pub async fn load(place: Place<'_>, key: &Key) -> Result<Option<Opened>, StoreError> {
    let kept = cases::journal(place.db, key).await?;
    let Some(hash) = kept.last().map(|last| last.entry.hash.clone()) else { return Ok(None) };
    let mut people = People::default();
    let secret = place.keys.standing(Of::Case { client: &key.client, case: &key.case })?;
    let closed = closed(&kept);
    let is_closed = |entry: &Entry| closed.contains(&entry.name.as_str());
    let list: OnceCell<Option<List>> = OnceCell::new();
    let list = || list.get_or_init(|| erasures::read(&erasures::file(place.keys.root())).ok()).as_ref();
    let (mut entries, mut unread) = (vec![], BTreeMap::new());
    for Kept { entry, sealed } in kept {
        let said = match (&sealed, &secret) {
            (Some(sealed), Some(secret)) if !is_closed(&entry) => {
                let person = people.key(place.keys, entry.actor.as_deref())?;
                person.and_then(|person| text::open(secret, &person, &place_of(key, &entry.name), sealed))
            }
            _ => None,
        };
        if sealed.is_some() && said.is_none() {
            let erased = || {
                Sealed::Erased(list().and_then(|list| list.explains((&key.client, &key.case), entry.actor.as_deref())))
            };
            unread.insert(entry.seq, if is_closed(&entry) { Sealed::Closed } else { erased() });
        }
        let event = journal::read(&entry.name, &entry.plain, said.as_deref());
        let event = event.ok_or_else(|| StoreError::Unreadable(format!("case_entries {} {}", key.case, entry.seq)))?;
        entries.push(Stamped { seq: entry.seq, at: entry.at, actor: entry.actor, event });
    }
    let unreadable = || StoreError::Unreadable(format!("case_entries {}", key.case));
    let case = Case::replay(&entries).ok_or_else(unreadable)?;
    // Whoever writes afterwards draws a new key, and a client who came back has cases that no erasure of before is of.
    let is_gone = secret.is_none() || unread.values().any(|why| matches!(why, Sealed::Erased(_)));
    let whole = || list().and_then(|list| list.explains((&key.client, &key.case), None));
    let erased = if is_gone { whole().filter(|(on, _)| case.opening.on <= *on) } else { None };
    Ok(Some(Opened { key: key.clone(), case, entries, sealed: unread, erased, hash }))
}

/// Loads the cases of a client, under each of its spellings.
pub async fn of_client(place: Place<'_>, client: &str) -> Result<Vec<Opened>, StoreError> {
    let mut opened = vec![];
    for key in keys_of(place.db, client).await? {
        opened.extend(load(place, &key).await?);
    }
    Ok(opened)
}

/// Returns the keys of a client's cases, under each of its spellings.
pub async fn keys_of(db: &Db, client: &str) -> Result<Vec<Key>, StoreError> {
    let mut keys = vec![];
    for spelling in merges::spellings(db, client).await? {
        keys.extend(cases::of_client(db, &spelling).await?.into_iter().map(|line| line.key));
    }
    Ok(keys)
}

impl Opened {
    /// Tells why the words of an entry cannot be read; nothing if they can, or if there are none.
    pub fn sealed(&self, seq: u32) -> Option<Sealed> {
        self.sealed.get(&seq).cloned()
    }

    /// Returns the hash of the last entry, which binds everything before it.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Returns the day and the basis on which the key of the whole case was destroyed; where only somebody's own words went,
    /// nothing.
    pub fn erased(&self) -> Option<&(Day, String)> {
        self.erased.as_ref()
    }
}

/// Returns the names of the entries whose words nobody may read yet: opinions until they are revealed, and good things
/// that were named early until their round opens. A kept text is opened by what happened in the journal, never by a page.
fn closed(kept: &[Kept]) -> Vec<&'static str> {
    let happened = |name: &str| kept.iter().any(|kept| kept.entry.name == name);
    let revealed = happened("OpinionsRevealed");
    let left_out = kept.iter().filter(|kept| kept.entry.name == "StepSkipped").any(|kept| {
        let event = journal::read(&kept.entry.name, &kept.entry.plain, None);
        matches!(event, Some(Event::StepSkipped { step: Skip::Complaints, .. }))
    });
    let complaints_over = happened("ComplaintsClosed") || left_out;
    let opinions = (!revealed).then_some("OpinionSubmitted");
    let good_things = (!(revealed && complaints_over)).then_some("GoodThingKept");
    opinions.into_iter().chain(good_things).collect()
}

/// Does something in a case.
pub async fn act(place: Place<'_>, key: &Key, by: &By<'_>, act: Act) -> Result<Opened, NotDone> {
    act_with(place, key, by, act, With::default()).await
}

/// Does something in a case together with what goes with it.
pub async fn act_with(place: Place<'_>, key: &Key, by: &By<'_>, act: Act, with: With<'_>) -> Result<Opened, NotDone> {
    write_on(place, key, Some(by.member), by, act, with).await
}

/// Writes down what the program itself saw: a limit that was crossed.
pub async fn record(place: Place<'_>, key: &Key, by: &By<'_>, act: Act) -> Result<Opened, NotDone> {
    write_on(place, key, None, by, act, With::default()).await
}

async fn write_on(
    place: Place<'_>,
    key: &Key,
    actor: Option<&str>,
    by: &By<'_>,
    act: Act,
    with: With<'_>,
) -> Result<Opened, NotDone> {
    for _ in 0..TRIES {
        let Some(mut opened) = load(place, key).await? else { return Err(NotDone::Absent) };
        let seen = opened.case.seq;
        if let Some(known) = by.seen.filter(|known| act.needs_the_latest() && *known < seen) {
            let since = opened.entries.split_off((known as usize).min(opened.entries.len()));
            return Err(NotDone::Changed(since));
        }
        if let Some(papers) = act.destroys() {
            legal_holds::elsewhere(place, key, papers, by.member).await?;
        }
        let events = decide(&opened.case, by.member, act.clone(), &by.now).map_err(NotDone::Refused)?;
        let (kept, stamped) = write(place, key, (seen, &opened.hash), actor, &by.now.at, &events)?;
        let orders = opened.case.parting.orders.clone();
        stamped.iter().for_each(|entry| opened.case.apply(entry));
        let outbox = with.outbox.or_else(|| ended(&orders, &opened.case, &events, &by.now.at));
        let standing = standing(&opened.case);
        let own_parts = match with.own_part {
            Some(said) => Some(own_parts::with(place, key, said).await?),
            None => None,
        };
        let (own_parts, hold) = (own_parts.as_deref(), with.hold);
        let (lessons, withdrawn) = (told(key, &events), taken_back(key, &events));
        let (lessons, withdrawn) = (lessons.as_slice(), withdrawn.as_slice());
        let of_holds = events.iter().any(|event| matches!(event, Event::LegalHold(_)));
        let legal_holds = of_holds.then_some(opened.case.legal_holds.as_slice());
        let beside = Addition::of(&kept, &standing);
        let addition = Addition { own_parts, hold, outbox, lessons, withdrawn, legal_holds, ..beside };
        if cases::append(place.db, key, seen, addition).await? {
            opened.entries.extend(stamped);
            if let Some(last) = kept.last() {
                opened.hash.clone_from(&last.entry.hash);
            }
            return Ok(opened);
        }
    }
    Err(NotDone::Changed(vec![]))
}

/// Returns the lessons among events, as everyone may read them.
fn told(key: &Key, events: &[Event]) -> Vec<lessons::Row> {
    let lesson = |event: &Event| {
        let Event::Learning(learning::Event::LessonAccepted { lesson, said: Some(said) }) = event else { return None };
        let source = library::source(&key.client, &key.case);
        let told = Told { source, cause: lesson.cause, form: lesson.form, text: said.text.clone() };
        Some(lessons::Row { id: library::id(&key.client, &key.case, lesson.id), told })
    };
    events.iter().filter_map(lesson).collect()
}

/// Returns the ids of the lessons that events take back.
fn taken_back(key: &Key, events: &[Event]) -> Vec<String> {
    let lesson = |event: &Event| match event {
        Event::Learning(learning::Event::LessonWithdrawn { lesson, .. }) => Some(*lesson),
        _ => None,
    };
    events.iter().filter_map(lesson).map(|lesson| library::id(&key.client, &key.case, lesson)).collect()
}

/// Returns what an act means for the order that it ended: a person who records a dispatch or its failure has said what came
/// of the mail, which is not sent any more.
fn ended<'a>(orders: &'a [Order], case: &Case, events: &[Event], at: &'a str) -> Option<outbox::Change<'a>> {
    let order = orders.iter().find(|order| !case.parting.orders.contains(order))?;
    let was_sent = events.iter().any(|event| match event {
        Event::Parting(Parted::NoticeDispatched { dispatch }) => dispatch.tracking.as_ref() == Some(&order.message),
        Event::Parting(Parted::LetterHandedOver { proof, .. }) => proof.as_ref() == Some(&order.message),
        _ => false,
    });
    Some(outbox::Change::End { message: &order.message, was_sent, at })
}

/// Lays out events as entries after the last one, sealing what is said.
fn write(
    place: Place<'_>,
    key: &Key,
    (mut seq, previous): (u32, &str),
    actor: Option<&str>,
    at: &str,
    events: &[Event],
) -> Result<(Vec<Kept>, Vec<Stamped>), StoreError> {
    let mut previous = previous.to_owned();
    let (mut kept, mut stamped) = (vec![], vec![]);
    for event in events {
        let laid = journal::lay_out(event);
        let sealed = match &laid.said {
            Some(said) => {
                let case = place.keys.key(Of::Case { client: &key.client, case: &key.case })?;
                let person = place.keys.key(of(actor))?;
                Some(text::seal(&case, &person, &place_of(key, &laid.name), said))
            }
            None => None,
        };
        let digest = sealed.as_deref().map(journal::digest);
        let draft = Draft {
            at: at.to_owned(),
            actor: actor.map(str::to_owned),
            name: laid.name,
            plain: laid.plain,
            sealed: digest,
        };
        let entry = Entry::after(seq, &previous, draft);
        (seq, previous) = (entry.seq, entry.hash.clone());
        stamped.push(Stamped { seq, at: at.to_owned(), actor: entry.actor.clone(), event: event.clone() });
        kept.push(Kept { entry, sealed });
    }
    Ok((kept, stamped))
}

/// Where a text belongs: it opens in its own case and event only.
pub(super) fn place_of(key: &Key, name: &str) -> String {
    format!("{}\0{}\0{name}", key.client, key.case)
}

fn of(actor: Option<&str>) -> Of<'_> {
    actor.map_or(Of::Nobody, Of::Member)
}

/// The keys of the people in a journal, each read once.
#[derive(Default)]
struct People(HashMap<Option<String>, Option<Secret>>);

impl People {
    fn key(&mut self, keys: &KeyFolder, actor: Option<&str>) -> Result<Option<Secret>, StoreError> {
        let actor = actor.map(str::to_owned);
        if let Some(known) = self.0.get(&actor) {
            return Ok(*known);
        }
        let key = keys.standing(of(actor.as_deref()))?;
        self.0.insert(actor, key);
        Ok(key)
    }
}

/// Returns where a case stands and who takes part: whoever may see it by the matrix.
fn standing(case: &Case) -> Standing {
    let seats = case.rounds.seats.iter().map(|seat| &seat.member);
    let named = case.roles.values().flatten().chain(&case.opening.owners).chain(seats);
    let members: BTreeSet<String> =
        named.filter(|member| case.allows(member, domain::case::Action::See)).cloned().collect();
    Standing {
        stage: case.stage,
        opened_on: case.opening.on,
        since: case.since(),
        members: members.into_iter().collect(),
    }
}

/// Checks every journal, and what lists show of it; returns the cases with where they are broken, of how many.
pub async fn verify(db: &Db) -> Result<(usize, Vec<(Key, Break)>), StoreError> {
    let keys = cases::keys(db).await?;
    let mut broken = vec![];
    for key in &keys {
        let kept = cases::journal(db, key).await?;
        let head = cases::head(db, key).await?.unwrap_or_default();
        let origin = journal::origin(&key.client, &key.case);
        let entries: Vec<Entry> = kept.into_iter().map(|kept| kept.entry).collect();
        let found = match journal::verify(&origin, &entries, (head.0, &head.1)) {
            Err(found) => Some(found),
            Ok(()) => misshown(db, key, &entries).await?,
        };
        broken.extend(found.map(|found| (key.clone(), found)));
    }
    Ok((keys.len(), broken))
}

/// Holds what lists show of a case against its whole journal; no text is opened for it.
async fn misshown(db: &Db, key: &Key, entries: &[Entry]) -> Result<Option<Break>, StoreError> {
    let read = |entry: &Entry| {
        let event = journal::read(&entry.name, &entry.plain, None)?;
        Some(Stamped { seq: entry.seq, at: entry.at.clone(), actor: entry.actor.clone(), event })
    };
    let stamped: Option<Vec<Stamped>> = entries.iter().map(read).collect();
    let case = stamped.and_then(|stamped| Case::replay(&stamped));
    let shown = cases::standing(db, key).await?;
    let held = stored::of_case(db, key).await?;
    let same = case.is_some_and(|case| shown == Some(standing(&case)) && stored::shows(&held, &case.legal_holds));
    Ok((!same).then_some(Break { seq: entries.len() as u32, fault: Fault::Misshown }))
}
