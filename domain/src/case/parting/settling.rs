//! What closes a case: the account, the client's data, and the certificate of the end.

use super::Parting;
use crate::days::Day;
use crate::separation::letter::Treatment;
use crate::separation::settlement::{ClientStatement, FinalAccount};
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// How the account was settled.
    Settlement {
        /// Both signed one account.
        Agreed = "agreed",
        /// Both signed, with the items that remain in dispute listed.
        DisputeListed = "dispute_listed",
        /// The arrears moved to a file of claims.
        ClaimFile = "claim_file",
        /// One side waived what was open.
        Waived = "waived",
    }
}

/// An account as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    pub account: Box<FinalAccount>,
    /// SHA-256 of the account, in hexadecimal.
    pub digest: String,
    /// The statement of its day, as the client gets it.
    pub statement: Option<Box<ClientStatement>>,
    /// The clause on which interest rests, where it can be read.
    pub clause: Option<String>,
}

words! {
    /// What the client wants done with their data.
    Instruction {
        ReturnAndDelete = "return_and_delete",
        Return = "return",
        Delete = "delete",
    }
}

/// What was said of the client's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instructed {
    pub instruction: Instruction,
    /// No answer came, and what the notice announced applies.
    pub by_default: bool,
    /// The client said it on their own page.
    pub by_client: bool,
}

words! {
    /// What was done with the client's data.
    Fate {
        Returned = "returned",
        Deleted = "deleted",
        /// A legal hold keeps it.
        Held = "held",
        NoneHeld = "none_held",
    }
}

impl Fate {
    /// Tells whether something went, so that somebody can look whether it did.
    pub fn goes(self) -> bool {
        matches!(self, Fate::Returned | Fate::Deleted)
    }
}

/// A certificate of what was done with the client's data (DOMAIN 2.13): by one person, checked by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disposal {
    pub fate: Fate,
    pub on: Day,
    pub operator: String,
    pub verifier: String,
    /// Until when copies remain in backups.
    pub backups_expire_on: Option<Day>,
    /// How it was deleted, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Treatment>,
}

/// What was certified of the client's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    pub disposal: Disposal,
    /// The items and places, where their words are still there.
    pub items: Option<String>,
    /// Since when it waits for its verifier to look for themself; nothing once they did, and where nothing went.
    pub waits_since: Option<String>,
}

words! {
    /// How the closing ended.
    Ending {
        Signed = "signed",
        /// The client did not sign, in spite of reminders; it is written down.
        NotSigned = "not_signed",
        /// The client is no more, so nobody is left to sign; a kept paper says so (DOMAIN 5.7).
        Ceased = "ceased",
    }
}

/// The clearance of both sides, or that it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    pub ending: Ending,
    pub on: Day,
    /// Who signed for the client.
    pub signer: Option<String>,
    /// SHA-256 of what was signed, or of what says that the client is no more.
    pub document: Option<String>,
    /// How many times the client was reminded.
    pub reminders: u8,
}

/// So many reminders come before a closing without the client's signature.
pub const REMINDERS_MIN: u8 = 2;

impl Parting {
    /// Returns the last day on which something of an end may be booked, as far as it is known: its own, of the settlement, or of
    /// the closing.
    pub fn last_booked_on(&self, ended_on: Day) -> Day {
        let settled_on = self.settlement.map(|(_, on)| on);
        let closed_on = self.closure.as_ref().map(|closure| closure.on);
        [settled_on, closed_on].into_iter().flatten().fold(ended_on, Day::max)
    }

    /// Returns what is certified and waits for nobody: only this counts.
    pub fn verified(&self) -> impl Iterator<Item = &Certified> {
        self.disposals.iter().filter(|one| one.waits_since.is_none())
    }

    /// Returns what waits for its verifier, each with its number.
    pub fn unverified(&self) -> impl Iterator<Item = (u32, &Certified)> {
        (1..).zip(&self.disposals).filter(|(_, one)| one.waits_since.is_some())
    }

    pub(super) fn verify(&mut self, disposal: u32) {
        let at = (disposal as usize).checked_sub(1);
        at.and_then(|at| self.disposals.get_mut(at)).into_iter().for_each(|one| one.waits_since = None);
    }

    /// Tells whether the client's data went as they instructed, or a hold keeps it, or none is held, and whoever verifies it has.
    pub fn is_disposed(&self) -> bool {
        self.goes_as_told(self.verified())
    }

    /// Tells the same of what is certified, whether or not its verifier has looked.
    pub fn is_certified(&self) -> bool {
        self.goes_as_told(self.disposals.iter())
    }

    /// What is to go back and be deleted is certified either way: each listed place comes to its end by itself.
    fn goes_as_told<'a>(&self, all: impl Iterator<Item = &'a Certified>) -> bool {
        let fates: Vec<Fate> = all.map(|one| one.disposal.fate).collect();
        let certified = |fate| fates.contains(&fate);
        let as_told = match self.instruction.map(|standing| standing.instruction) {
            Some(Instruction::Delete) => certified(Fate::Deleted),
            Some(Instruction::Return) => certified(Fate::Returned),
            Some(Instruction::ReturnAndDelete) | None => certified(Fate::Returned) || certified(Fate::Deleted),
        };
        as_told || certified(Fate::Held) || certified(Fate::NoneHeld)
    }

    /// Tells whether we still hold data of the client.
    pub fn holds_theirs(&self) -> bool {
        !self.verified().any(|one| matches!(one.disposal.fate, Fate::Deleted | Fate::NoneHeld))
    }
}
