//! The register of a case: what was taken into it, what became of it, and what cannot be done with it.

use super::access::Before;
use super::holding::Unready;
use super::order::{Block, Known};
use super::{Acknowledged, Code, Obligation, ObligationSaid, Settled, SettledSaid, Side, What, entry};
use crate::case::Track;
use crate::days::Day;

/// An obligation with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub obligation: Obligation,
    /// Absent where the words were erased.
    pub said: Option<ObligationSaid>,
    /// The sentence by which the client reads of what is in a person's own words; without one they do not read of it.
    pub for_client: Option<String>,
    pub settled: Option<(Settled, Option<SettledSaid>)>,
    /// The client's word that it was done.
    pub confirmed: Option<Confirmed>,
    /// Every change of its due day, the first first.
    pub slips: Vec<Slip>,
}

/// That someone of the client confirmed something: who it was, where it can be read, and the instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    pub name: Option<String>,
    pub at: String,
}

/// A due day that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub from: Day,
    pub to: Day,
    /// When it was moved.
    pub moved_on: Day,
    /// Why; absent where it was erased.
    pub why: Option<String>,
}

/// All that both sides owe in a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    pub items: Vec<Item>,
}

/// Why something cannot be done with an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No obligation has this number.
    Unknown,
    /// It stands in the register already, under this number.
    Twice(u32),
    /// It was settled before.
    Settled,
    /// Something comes first.
    Blocked(Vec<Block>),
    /// In own words, and there are none.
    NoWords,
    /// A half that the code does not have.
    NoSuchPart,
    /// A day that has not come.
    InTheFuture,
    /// A file's hash that is none.
    NoHash,
    /// It can be neither left out nor handed to others.
    NotExcepted,
    /// The client acknowledges that it is left out, or the refusal is noted; the owner alone cannot.
    ClientAcknowledges,
    /// It is due on that day already.
    SameDay,
    /// A step of an access has another before it.
    Access(Before),
    /// A step at a place of data has another before it.
    Holding(Unready),
    /// Data lies in a place whose copy nobody has read back.
    Unread,
    /// Nobody has listed where the client's data lives, or said that we hold none.
    Unlisted,
    /// No place is listed from which the client's data could have gone back or been deleted.
    NoPlace,
    /// A listed place still holds the client's data.
    StillThere,
    /// Nobody has looked whether something must be kept, or something must.
    Held,
}

impl Item {
    /// Tells whether it is still to be settled.
    pub fn is_open(&self) -> bool {
        self.settled.is_none()
    }

    /// Tells whether it was proved by a file.
    pub fn rests_on(&self, proof: Option<&str>) -> bool {
        match &self.settled {
            Some((Settled::Proved { sha256: Some(sha256), .. }, _)) => Some(sha256.as_str()) == proof,
            _ => false,
        }
    }

    /// Tells whether its day has passed and it is open.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.obligation.due_on < today
    }
}

impl Register {
    /// Returns the number that the next obligation gets.
    pub fn next_id(&self) -> u32 {
        self.items.iter().map(|item| item.obligation.id).max().unwrap_or(0) + 1
    }

    /// Returns an obligation.
    pub fn get(&self, id: u32) -> Option<&Item> {
        self.items.iter().find(|item| item.obligation.id == id)
    }

    /// Returns the obligations under a code.
    pub fn of(&self, code: Code) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.obligation.code() == Some(code))
    }

    /// Returns what stands open, the earliest due first.
    pub fn open(&self) -> Vec<&Item> {
        let mut open: Vec<&Item> = self.items.iter().filter(|item| item.is_open()).collect();
        open.sort_by_key(|item| (item.obligation.due_on, item.obligation.id));
        open
    }

    /// Tells whether an obligation may be taken into the register.
    pub fn may_add(&self, obligation: &Obligation, said: &ObligationSaid) -> Result<(), Wrong> {
        let named = said.words.as_deref().is_some_and(|words| !words.trim().is_empty());
        let has_part = |part| obligation.code().is_some_and(|code| code.parts().contains(&part));
        let same = |item: &&Item| {
            let other = &item.obligation;
            obligation.what != What::Own
                && (other.what, &other.about, other.side) == (obligation.what, &obligation.about, obligation.side)
                && (other.due_on == obligation.due_on || !recurs(obligation))
        };
        match self.items.iter().find(same) {
            _ if obligation.what == What::Own && !named => Err(Wrong::NoWords),
            _ if !obligation.part().is_none_or(has_part) => Err(Wrong::NoSuchPart),
            Some(twice) => Err(Wrong::Twice(twice.obligation.id)),
            None => Ok(()),
        }
    }

    /// Takes an obligation into the register.
    pub fn add(&mut self, obligation: Obligation, said: Option<ObligationSaid>) {
        self.items.push(Item { obligation, said, for_client: None, settled: None, confirmed: None, slips: vec![] });
    }

    /// Gives an obligation the sentence by which the client reads of it.
    pub fn word(&mut self, id: u32, sentence: Option<String>) {
        if let Some(item) = self.items.iter_mut().find(|item| item.obligation.id == id) {
            item.for_client = sentence;
        }
    }

    /// Tells whether an obligation may be settled in this way. Only a proof waits for what comes first: what is left out
    /// or handed to others is not done by us at all.
    pub fn may_settle(&self, id: u32, settled: &Settled, known: &Known, track: Track, today: Day) -> Result<(), Wrong> {
        let item = self.get(id).ok_or(Wrong::Unknown)?;
        let blocks = self.blocks(item, known);
        let stays = item.obligation.code().is_some_and(|code| !code.may_be_excepted());
        match settled {
            _ if !item.is_open() => Err(Wrong::Settled),
            _ if settled.on() > today => Err(Wrong::InTheFuture),
            Settled::Transferred { .. } | Settled::Excepted { .. } if stays => Err(Wrong::NotExcepted),
            Settled::Excepted { acknowledged: Acknowledged::Owner, .. } if !owner_suffices(&item.obligation, track) => {
                Err(Wrong::ClientAcknowledges)
            }
            Settled::Proved { sha256: Some(hash), .. } if !super::holding::is_sha256(hash) => Err(Wrong::NoHash),
            Settled::Proved { .. } if !blocks.is_empty() => Err(Wrong::Blocked(blocks)),
            _ => Ok(()),
        }
    }

    /// Settles an obligation.
    pub fn settle(&mut self, id: u32, settled: Settled, said: Option<SettledSaid>) {
        if let Some(item) = self.items.iter_mut().find(|item| item.obligation.id == id) {
            item.settled = Some((settled, said));
        }
    }

    /// Notes that someone of the client confirmed an obligation.
    pub fn confirm(&mut self, id: u32, name: Option<String>, at: &str) {
        if let Some(item) = self.items.iter_mut().find(|item| item.obligation.id == id) {
            item.confirmed = Some(Confirmed { name, at: at.to_owned() });
        }
    }

    /// What was proved by this came back: it is owed again, whoever confirmed it.
    pub fn reopen(&mut self, proof: Option<&str>) {
        let back = self.items.iter_mut().filter(|item| item.rests_on(proof));
        back.for_each(|item| (item.settled, item.confirmed) = (None, None));
    }

    /// Tells whether a due day may be moved.
    pub fn may_move(&self, id: u32, to: Day) -> Result<(), Wrong> {
        let item = self.get(id).ok_or(Wrong::Unknown)?;
        if !item.is_open() {
            Err(Wrong::Settled)
        } else if item.obligation.due_on == to {
            Err(Wrong::SameDay)
        } else {
            Ok(())
        }
    }

    /// Moves a due day; what it was stays in the slips.
    pub fn move_due(&mut self, id: u32, slip: Slip) {
        if let Some(item) = self.items.iter_mut().find(|item| item.obligation.id == id) {
            item.obligation.due_on = slip.to;
            item.slips.push(slip);
        }
    }
}

/// Tells whether a code stands more than once, each time with a day of its own.
fn recurs(obligation: &Obligation) -> bool {
    obligation.code().is_some_and(|code| entry(code).due.len() > 1)
}

/// Tells whether the owner alone may leave it out: what is settled among ourselves, what the client owes us, and on the
/// light track everything that may be left out at all (RULINGS 39: open obligations are acknowledged).
fn owner_suffices(obligation: &Obligation, track: Track) -> bool {
    obligation.is_internal() || obligation.side == Side::Theirs || track == Track::Light
}
