//! Letters by the firm's mail server: ordered by a person together with the entry in the case, sent by whoever takes them
//! first, at most once.

use super::cases::{self, By, NotDone, Opened, Place, With, load, place_of};
use crate::clock::{Clock, stamp, zone};
use crate::entropy;
use crate::mail::server::Server;
use crate::mail::{Outcome, Parcel, hand_over};
use crate::secret::key_folder::{KeyFolder, Of};
use crate::secret::text;
use crate::store::cases::Key;
use crate::store::outbox::{self, Change, Fate, Ordered, State, Taken};
use crate::store::{Db, StoreError, firm_facts, members, settings};
use data_encoding::BASE64;
use domain::case::{Act, Action, Case, Now, parting};
use domain::days::Day;
use domain::days::holiday::OwnDay;
use domain::journal;
use domain::separation::contract::Confirmed;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// So long is a letter in one hand; more than the longest talk with a server.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// A letter that waited longer is looked at by a person; the server's own pauses end long before.
const WAITS_MAX: SignedDuration = SignedDuration::from_hours(24);

/// After so many minutes a letter that the server put off is tried again; after the last it is given up.
const PAUSES: [i64; 7] = [1, 5, 15, 30, 60, 120, 240];

/// The names under which things are sealed.
const MAIL: &str = "Mail";
const ANSWER: &str = "MailAnswer";
const PASSWORD: &str = "mail server";

/// The server and its password, as they are kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    server: Server,
    password: String,
}

/// Returns the firm's mail server as it was stated, if there is one.
pub async fn stated(db: &Db) -> Result<Option<Server>, StoreError> {
    Ok(kept(db).await?.map(|kept| kept.server))
}

async fn kept(db: &Db) -> Result<Option<Kept>, StoreError> {
    let Some(kept) = settings::get(db, settings::MAIL_SERVER).await? else { return Ok(None) };
    serde_json::from_str(&kept).map(Some).map_err(|_| unreadable())
}

fn unreadable() -> StoreError {
    StoreError::Unreadable("settings mail-server".to_owned())
}

/// Returns the firm's mail server and its password, if there is one.
pub async fn server(db: &Db, keys: &KeyFolder) -> Result<Option<(Server, String)>, StoreError> {
    let Some(kept) = kept(db).await? else { return Ok(None) };
    if kept.password.is_empty() {
        return Ok(Some((kept.server, String::new())));
    }
    let Some(key) = keys.standing(Of::MailServer)? else { return Err(unreadable()) };
    let sealed = BASE64.decode(kept.password.as_bytes()).map_err(|_| unreadable())?;
    let opened = text::open(&key, &key, PASSWORD, &sealed).ok_or_else(unreadable)?;
    let password = serde_json::from_str(&opened).map_err(|_| unreadable())?;
    Ok(Some((kept.server, password)))
}

/// Keeps the firm's mail server, its password sealed to a key beside the database.
pub async fn keep_server(db: &Db, keys: &KeyFolder, server: &Server, password: &str) -> Result<(), StoreError> {
    let sealed = if password.is_empty() {
        String::new()
    } else {
        let key = keys.key(Of::MailServer)?;
        BASE64.encode(&text::seal(&key, &key, PASSWORD, &serde_json::json!(password).to_string()))
    };
    let kept = Kept { server: server.clone(), password: sealed };
    settings::set(db, settings::MAIL_SERVER, &serde_json::to_string(&kept).expect("plain fields")).await
}

/// Forgets the firm's mail server and destroys the key of its password.
pub async fn forget_server(db: &Db, keys: &KeyFolder) -> Result<(), StoreError> {
    settings::set(db, settings::MAIL_SERVER, "").await?;
    keys.destroy(Of::MailServer)?;
    Ok(())
}

/// What waits in the outbox, sealed.
#[derive(Serialize, Deserialize)]
struct Sealed {
    to: String,
    raw: String,
}

/// A letter that is ordered: which, to whom, and the mail that was made of it under its Message-ID.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub letter: u32,
    pub to: &'a str,
    pub message: &'a str,
    pub raw: &'a [u8],
    /// The firm's own days as they are now.
    pub own: &'a [OwnDay],
    /// What people confirmed of the contract by which it ends.
    pub confirmed: &'a Confirmed,
}

/// Orders a letter: the entry in the case and the mail in the outbox are written together or not at all.
pub async fn order(place: Place<'_>, key: &Key, by: &By<'_>, order: Order<'_>) -> Result<Opened, NotDone> {
    let Order { letter, to, message, raw, own, confirmed } = order;
    let sealed = Sealed { to: to.to_owned(), raw: BASE64.encode(raw) };
    let sealed = seal(place, key, MAIL, &serde_json::to_string(&sealed).expect("plain fields"))?;
    let sha256 = journal::digest(raw);
    let ordered = Ordered { message, key, letter, member: by.member, sha256: &sha256, sealed: &sealed, at: &by.now.at };
    let with = With { outbox: Some(Change::Order(ordered)), ..With::default() };
    let act = Box::new(parting::Act::OrderMail {
        letter,
        to: to.to_owned(),
        message: message.to_owned(),
        own: Some(own.to_vec()),
    });
    let act = parting::Act::UnderTerms { confirmed: confirmed.clone(), act };
    cases::act_with(place, key, by, Act::Parting(act), with).await
}

fn seal(place: Place<'_>, key: &Key, name: &str, json: &str) -> Result<Vec<u8>, StoreError> {
    let case = place.keys.key(of(key))?;
    Ok(text::seal(&case, &case, &place_of(key, name), json))
}

fn open(place: Place<'_>, key: &Key, name: &str, sealed: &[u8]) -> Result<Option<String>, StoreError> {
    let Some(case) = place.keys.standing(of(key))? else { return Ok(None) };
    Ok(text::open(&case, &case, &place_of(key, name), sealed))
}

fn of(key: &Key) -> Of<'_> {
    Of::Case { client: &key.client, case: &key.case }
}

/// Why a letter stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The server said so.
    Server,
    /// The server put it off too often.
    GivenUp,
    /// No server is set up any more.
    NoServer,
    /// The case does not let it go any more.
    Stopped,
    /// Whoever ordered it has left, or may no longer work on the case.
    Left,
    /// Its text can no longer be read.
    Erased,
    /// It waited so long that what it says of its day may no longer be true.
    Late,
    /// The server took it, and the case could not be written.
    Unwritten,
}

impl Why {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Why::Server => "server",
            Why::GivenUp => "given_up",
            Why::NoServer => "no_server",
            Why::Stopped => "stopped",
            Why::Left => "left",
            Why::Erased => "erased",
            Why::Late => "late",
            Why::Unwritten => "unwritten",
        }
    }
}

/// What is known of a letter that did not go out, with the server's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub why: Why,
    pub says: String,
}

/// Where a letter of a case stands on its way.
#[derive(Clone, Debug)]
pub struct Standing {
    pub message: String,
    pub letter: u32,
    pub state: State,
    pub next_at: String,
    pub changed_at: String,
    pub answer: Option<Answer>,
}

impl Standing {
    /// Tells whether the server took it, and only the case was not written.
    pub fn is_unwritten(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.why == Why::Unwritten)
    }
}

/// Returns where the letters of a case stand that were ordered, the last first.
pub async fn of_case(place: Place<'_>, key: &Key) -> Result<Vec<Standing>, StoreError> {
    let mut all = vec![];
    for row in outbox::of_case(place.db, key).await? {
        let opened = match &row.answer {
            Some(sealed) => open(place, key, ANSWER, sealed)?,
            None => None,
        };
        let answer = opened.and_then(|json| serde_json::from_str(&json).ok());
        let outbox::Row { message, letter, state, next_at, changed_at, .. } = row;
        all.push(Standing { message, letter, state, next_at, changed_at, answer });
    }
    Ok(all)
}

/// Takes the letter that waits longest and hands it to the server; tells whether there was one. What was handed over and
/// not answered for, also because this program died, is never sent again.
pub async fn send_next(place: Place<'_>, folder: &Path, clock: &Clock) -> Result<bool, StoreError> {
    if outbox::is_idle(place.db).await? {
        return Ok(false);
    }
    let (now, claim) = (clock.now(), entropy::id());
    outbox::let_go(place.db, &stamp(now)).await?;
    let Some(taken) = outbox::take(place.db, &stamp(now), &claim, &stamp(now + LEASE)).await? else {
        return Ok(false);
    };
    let hand = Hand { place, clock, claim: &claim, taken: &taken };
    let ready = match ready(&hand).await {
        // What cannot be read now cannot be read later: it must not be tried for ever.
        Err(StoreError::Unreadable(_)) => Err(Why::Erased),
        ready => ready?,
    };
    match ready {
        Err(why) => hand.settle(Fate::Refused, why, "").await?,
        Ok((server, password, sealed, case)) => {
            let raw = BASE64.decode(sealed.raw.as_bytes()).unwrap_or_default();
            let parcel = Parcel { to: &sealed.to, raw: &raw };
            let outcome = hand_over((&server, &password), folder, parcel, || hand.begin()).await;
            hand.record(outcome, &case).await?;
        }
    }
    Ok(true)
}

/// A letter in hand.
struct Hand<'a> {
    place: Place<'a>,
    clock: &'a Clock,
    claim: &'a str,
    taken: &'a Taken,
}

type Ready = (Server, String, Sealed, Case);

/// Returns what is needed to send a letter, or why it does not go out.
async fn ready(hand: &Hand<'_>) -> Result<Result<Ready, Why>, StoreError> {
    let (place, taken) = (hand.place, hand.taken);
    // The program may have stood still since, or be a copy of one that has sent it.
    if taken.ordered_at < stamp(hand.clock.now() - WAITS_MAX) {
        return Ok(Err(Why::Late));
    }
    let Some((server, password)) = server(place.db, place.keys).await? else { return Ok(Err(Why::NoServer)) };
    // It goes out in the name of whoever ordered it, who may have left or lost the role since.
    let is_present = members::one(place.db, &taken.member).await?.is_some_and(|member| member.left_at.is_none());
    let opened = load(place, &taken.key).await?;
    let Some(case) = opened.map(|opened| opened.case).filter(|case| case.may_go(&taken.message)) else {
        return Ok(Err(Why::Stopped));
    };
    if !case.is_in_time(&taken.message, &stamp(hand.clock.now())) {
        return Ok(Err(Why::Late));
    }
    if !is_present || !case.allows(&taken.member, Action::Work) {
        return Ok(Err(Why::Left));
    }
    let sealed = match &taken.sealed {
        Some(sealed) => open(place, &taken.key, MAIL, sealed)?,
        None => None,
    };
    let sealed = sealed.and_then(|json| serde_json::from_str(&json).ok());
    Ok(sealed.map(|sealed| (server, password, sealed, case)).ok_or(Why::Erased))
}

impl Hand<'_> {
    /// Notes that it is handed over from now on; only then it may be.
    async fn begin(&self) -> bool {
        let now = self.clock.now();
        let until = stamp(now + LEASE);
        let begun = outbox::begin(self.place.db, &self.taken.message, self.claim, &stamp(now), &until).await;
        begun.unwrap_or_else(|error| {
            tracing::error!(%error, "a letter was not handed over");
            false
        })
    }

    async fn record(&self, outcome: Outcome, case: &Case) -> Result<(), StoreError> {
        let pause = usize::try_from(self.taken.tries - 1).ok().and_then(|tries| PAUSES.get(tries));
        match outcome {
            Outcome::Taken(_) => self.written(case).await,
            Outcome::Later(says) => match pause {
                Some(minutes) => {
                    let at = stamp(self.clock.now() + SignedDuration::from_mins(*minutes));
                    self.settle(Fate::Again(&at), Why::Server, &says).await
                }
                None => self.settle(Fate::Refused, Why::GivenUp, &says).await,
            },
            Outcome::Refused(says) => self.settle(Fate::Refused, Why::Server, &says).await,
            Outcome::Unknown(says) => self.settle(Fate::Unknown, Why::Server, &says).await,
            // Whoever holds it now, or nobody, goes on.
            Outcome::Withdrawn => Ok(()),
        }
    }

    /// Writes into the case that it went out, in the name of whoever ordered it; if that fails, a person looks.
    async fn written(&self, case: &Case) -> Result<(), StoreError> {
        let Taken { message, key, letter, member, .. } = self.taken;
        let firm = firm_facts::current(self.place.db).await?;
        let (at, now) = (self.clock.now(), stamp(self.clock.now()));
        let mut today = self.clock.today(firm.zone.as_deref());
        let act = if case.is_notice(*letter) {
            let place = case.computed_of(*letter).and_then(parting::Computed::sender_zone);
            let sent_at = wall_clock(at, place.as_deref().or(firm.zone.as_deref()));
            // The sender's clock may show the next day already.
            today = today.max(Day::from_iso(&sent_at[..10]).unwrap_or(today));
            let (tracking, own, proof) = (Some(message.clone()), Some(firm.own_days.clone()), None);
            match case.parting.further_of(*letter).map(|further| further.contract.clone()) {
                Some(contract) => {
                    let sent = parting::further::Act::DispatchFurther { contract, sent_at, tracking, proof, own };
                    parting::Act::Further(sent)
                }
                None => parting::Act::Dispatch { sent_at, tracking, proof, own },
            }
        } else {
            parting::Act::HandOver { letter: *letter, on: today, proof: Some(message.clone()) }
        };
        let by = By { member, now: Now { at: now.clone(), today }, seen: None };
        let sent = Change::Sent { message, claim: self.claim, at: &now };
        let with = With { outbox: Some(sent), ..With::default() };
        match cases::act_with(self.place, key, &by, Act::Parting(act), with).await {
            Ok(_) => Ok(()),
            Err(error) => {
                tracing::error!(%error, "a letter went out and the case was not written");
                self.settle(Fate::Unknown, Why::Unwritten, "").await
            }
        }
    }

    async fn settle(&self, fate: Fate<'_>, why: Why, says: &str) -> Result<(), StoreError> {
        let answer = serde_json::to_string(&Answer { why, says: says.to_owned() }).expect("plain fields");
        let answer = match self.place.keys.standing(of(&self.taken.key))? {
            Some(_) => seal(self.place, &self.taken.key, ANSWER, &answer)?,
            // Where the key is gone, nothing of the case is written any more.
            None => vec![],
        };
        let now = stamp(self.clock.now());
        outbox::settle(self.place.db, &self.taken.message, self.claim, &now, fate, &answer).await
    }
}

/// Returns a moment as a clock of a zone shows it, as the input of a notice has it.
fn wall_clock(at: Timestamp, place: Option<&str>) -> String {
    let zone = zone(place).unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Returns the day and the minute at which a letter was last taken in hand, as the sender's clock shows them.
pub fn taken_at(standing: &Standing, case: &Case, firm_zone: Option<&str>) -> Option<(Day, String)> {
    let at: Timestamp = standing.changed_at.parse().ok()?;
    let place = case.computed_of(standing.letter).and_then(parting::Computed::sender_zone);
    let shown = wall_clock(at, place.as_deref().or(firm_zone));
    let (day, time) = shown.split_once('T')?;
    Some((Day::from_iso(day)?, time.to_owned()))
}
