//! What the library says of an obligation: whose it is, in which professions it is usual, when it is due, and what calls
//! for it.

use super::access::Kind;
use super::code::Code;
use crate::case::Role;
use crate::days::Day;
use crate::days::working::Working;
use crate::word::words;

words! {
    /// Who owes it.
    Side {
        Ours = "ours",
        Theirs = "theirs",
    }
}

words! {
    /// Whose it is on our side to see that it is done; of what the client owes, to ask for it.
    Keeper {
        Relationship = "relationship",
        Finance = "finance",
        Delivery = "delivery",
        It = "it",
        Legal = "legal",
        /// The data protection officer.
        Privacy = "privacy",
        People = "people",
        Management = "management",
    }
}

impl Keeper {
    /// Returns the role that bears it in a case; whoever has no such role leaves it to the lead.
    pub fn role(self) -> Role {
        match self {
            Keeper::Relationship => Role::Lead,
            Keeper::Finance => Role::Finance,
            Keeper::Delivery => Role::Function,
            Keeper::It => Role::It,
            Keeper::Legal => Role::Counsel,
            Keeper::Privacy => Role::Dpo,
            Keeper::People => Role::Guardian,
            Keeper::Management => Role::DecisionOwner,
        }
    }
}

words! {
    /// The profession that a firm ends engagements in the manner of (DOMAIN 2.1).
    Profile {
        LawFirm = "law_firm",
        Accounting = "accounting",
        Msp = "msp",
        Agency = "agency",
        Consultancy = "consultancy",
        Freelancer = "freelancer",
        Saas = "saas",
    }
}

words! {
    /// What an obligation rests on.
    Basis {
        Contract = "contract",
        Law = "law",
        Policy = "policy",
        Promise = "promise",
    }
}

words! {
    /// A day of an end that due days are counted from.
    Anchor {
        /// The day on which the notice is sent.
        Notice = "notice",
        /// The last day of the services.
        Effective = "effective",
        /// The day on which the case is to be closed.
        Closing = "closing",
    }
}

/// The three days of an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ends {
    pub notice_on: Day,
    pub effective_on: Day,
    pub closing_on: Day,
}

/// A due day, as it follows from the days of an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// So many business days after the anchor, or before it if negative.
    Business(Anchor, i32),
    /// So many calendar days after the anchor, and on the next business day if that is none.
    Calendar(Anchor, i32),
}

/// What calls for an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Every end in its professions.
    Always,
    /// Each deliverable that is still to be delivered by the end.
    Undelivered,
    /// Each deliverable that will not be finished by the end.
    Unfinished,
    /// Each deliverable that was delivered and not accepted.
    Unaccepted,
    Overdue,
    Prepaid,
    /// A security of the client's that we hold.
    Secured,
    /// A part of an invoice that the client keeps back.
    Retained,
    Unbilled,
    PassThrough,
    /// An access that we hold, or an inventory that nobody made yet.
    AccessHeld,
    /// An access of this kind that we hold.
    Holds(Kind),
    /// Data of the client's that we hold, or nobody knows whether we do.
    DataHeld,
    EarlyFee,
    NonSolicit,
    NonDisparagement,
    /// Help that the contract asks for after its end.
    AfterEnd,
    /// Duties of the contract that outlive it.
    Survival,
    /// Nobody but a person.
    Hand,
}

/// What the library says of a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub code: Code,
    pub keeper: Keeper,
    pub side: Side,
    /// Whether it is settled among ourselves, so that the client need not acknowledge that it was left out.
    pub internal: bool,
    /// One for each time that it is due.
    pub due: &'static [Due],
    pub basis: Basis,
    pub profiles: &'static [Profile],
    pub when: When,
}

impl Ends {
    /// Returns the day of an anchor.
    pub fn at(&self, anchor: Anchor) -> Day {
        match anchor {
            Anchor::Notice => self.notice_on,
            Anchor::Effective => self.effective_on,
            Anchor::Closing => self.closing_on,
        }
    }
}

impl Due {
    /// Returns the day. What is counted back from the end or the closing is never due before the notice, for nobody
    /// outside knows of the end until then.
    pub fn on(self, ends: &Ends, working: &Working) -> Day {
        let (anchor, day) = match self {
            Due::Business(anchor, 0) => (anchor, ends.at(anchor)),
            Due::Business(anchor, days) => (anchor, working.plus(ends.at(anchor), days)),
            Due::Calendar(anchor, days) => (anchor, working.on_or_after(ends.at(anchor).plus(days))),
        };
        if anchor == Anchor::Notice { day } else { day.max(ends.notice_on) }
    }
}
