//! What both sides owe each other until the end: a library by profession (DOMAIN 2.2), a register in the case, the order
//! in which things are done, and what a gate still asks for.

pub mod access;
mod code;
mod entry;
pub mod gate;
pub mod holding;
mod library;
mod order;
mod register;
pub mod suggest;

pub use code::{Code, Family};
pub use entry::{Anchor, Basis, Due, Ends, Entry, Keeper, Profile, Side, When};
pub use library::entry;
pub use order::{Block, Condition, Known, before};
pub use register::{Confirmed, Item, Register, Slip, Wrong};

use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// The two halves of moving a domain name, which must not change places.
    Part {
        /// The account at the registrar.
        Registrar = "registrar",
        /// The holder's name.
        Registrant = "registrant",
    }
}

words! {
    /// What we ask of the client beyond the library: the other half of an obligation of ours.
    Asked {
        Accept = "accept",
        Pay = "pay",
        NameSuccessor = "name_successor",
        /// Opens an account of their own and takes over what we transfer.
        TakeOver = "take_over",
    }
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Listed {
        code: Code,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<Part>,
    },
    Asked(Asked),
    /// In a person's own words, which stand in `ObligationSaid`.
    Own,
}

/// Whose it is: a member by name, or whoever bears a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Member(String),
    Keeper(Keeper),
}

/// An obligation as it is taken into a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Counted from 1 within the case.
    pub id: u32,
    pub what: What,
    /// The id of the record that it is about, such as an invoice or a deliverable, or of an access: `access 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub side: Side,
    pub owner: Owner,
    pub due_on: Day,
    pub basis: Basis,
    /// Whether rights pass only when all is paid.
    #[serde(default)]
    pub after_payment: bool,
}

/// What a person says of an obligation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObligationSaid {
    /// What is owed, where it is not in the library; else more about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The clause, law, rule or promise that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// How an obligation was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// Done, and shown to be done.
    Proved {
        on: Day,
        /// The SHA-256 of the file that proves it, in hexadecimal letters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sha256: Option<String>,
    },
    /// Somebody else has taken it over: a successor, a claim file.
    Transferred { on: Day },
    /// Left out, and acknowledged.
    Excepted { on: Day, acknowledged: Acknowledged },
}

words! {
    /// Who agreed that an obligation is left out.
    Acknowledged {
        Client = "client",
        /// The client was asked and refused; that is noted.
        Refused = "refused",
        /// The decision owner, where the client has no part in it.
        Owner = "owner",
    }
}

/// What a person says of how it was settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettledSaid {
    /// The proof in words; to whom it went; why it was left out.
    pub text: String,
    /// The name of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl Obligation {
    /// Returns the code, if it is in the library.
    pub fn code(&self) -> Option<Code> {
        match self.what {
            What::Listed { code, .. } => Some(code),
            What::Asked(_) | What::Own => None,
        }
    }

    /// Returns which half of a code it is.
    pub fn part(&self) -> Option<Part> {
        match self.what {
            What::Listed { part, .. } => part,
            What::Asked(_) | What::Own => None,
        }
    }

    /// Tells whether it is settled among ourselves.
    pub fn is_internal(&self) -> bool {
        self.code().is_some_and(|code| entry(code).internal)
    }
}

impl Settled {
    /// Returns the day.
    pub fn on(&self) -> Day {
        match self {
            Settled::Proved { on, .. } | Settled::Transferred { on } | Settled::Excepted { on, .. } => *on,
        }
    }

    /// Returns the word of how it was settled.
    pub fn word(&self) -> &'static str {
        match self {
            Settled::Proved { .. } => "proved",
            Settled::Transferred { .. } => "transferred",
            Settled::Excepted { .. } => "excepted",
        }
    }
}

#[cfg(test)]
mod tests;
