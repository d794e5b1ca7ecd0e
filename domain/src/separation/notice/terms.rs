//! What a notice is computed from: the clause, the places, and when it was sent.

use super::places::Place;
use crate::days::Day;
use crate::days::holiday::Holiday;
use crate::record::{Choice, NoticeUnit};
use crate::word::words;
use jiff::civil::{DateTime, Time};

/// What a notice is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    pub sent: Sent,
    /// Whoever gives the notice, and where it goes to.
    pub from: Place,
    pub to: Place,
    pub deemed: Deemed,
    /// No clause says so; it is what this program takes for the method.
    pub deemed_by_default: bool,
    pub length: Length,
    pub calendars: Calendars,
    pub clear_days: bool,
    pub start: Start,
    pub align: Align,
    pub roll: Roll,
    /// Lock-in: nothing ends before this day.
    pub earliest_end_on: Option<Day>,
    pub term_starts_on: Option<Day>,
    pub term_ends_on: Option<Day>,
    /// The end of the first term, from which those of all others are counted where it renewed.
    pub first_term_ends_on: Option<Day>,
    pub not_less_than_before_end: Option<Length>,
    /// The notice must not be received earlier than so long before the term's end.
    pub not_more_than_before_end: Option<Length>,
    /// Whether the notice sets the last day, or the term that it leaves to run out.
    pub ends_with: EndsWith,
    /// Whether the term goes on by itself where nobody stops it, and for how long each time.
    pub renews: bool,
    pub renews_for: Option<Length>,
    /// A day on which a period that is billed began; all others begin months away from it.
    pub billing_on: Option<Day>,
    pub holidays: Vec<Holiday>,
    /// Whether the packs' holidays are among them.
    pub packs: bool,
}

/// When the notice was sent and, where it is known, when it arrived, both as the recipient's clock shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub at: DateTime,
    pub received_at: Option<DateTime>,
    pub written: Option<Written>,
}

/// The sending as the sender's clock shows it, and the zones of both clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub at: DateTime,
    pub clocks: [String; 2],
}

/// When a notice counts as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deemed {
    SameDay { cutoff: Option<Time> },
    NextBusinessDay,
    NthBusinessDay(u16),
    NthDay(u16),
    OnReceipt,
}

words! {
    /// The rule by which a notice counts as received, as a clause has it.
    Rule {
        SameDay = "same_day",
        NextBusinessDay = "next_business_day",
        NthBusinessDay = "nth_business_day",
        NthDay = "nth_day",
        OnReceipt = "on_receipt",
    }
}

impl Rule {
    /// Tells whether it counts days, so that their number is asked for.
    pub fn counts(self) -> bool {
        matches!(self, Rule::NthBusinessDay | Rule::NthDay)
    }
}

impl Deemed {
    /// Returns a rule with what it asks for; `None` where it counts days and their number is missing.
    pub fn of(rule: Rule, n: Option<u16>, cutoff: Option<Time>) -> Option<Deemed> {
        match rule {
            Rule::SameDay => Some(Deemed::SameDay { cutoff }),
            Rule::NextBusinessDay => Some(Deemed::NextBusinessDay),
            Rule::NthBusinessDay => n.map(Deemed::NthBusinessDay),
            Rule::NthDay => n.map(Deemed::NthDay),
            Rule::OnReceipt => Some(Deemed::OnReceipt),
        }
    }
}

/// How long a notice runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub count: u16,
    pub unit: NoticeUnit,
}

impl Length {
    /// Returns the length in the words of the input: `6 business_day`.
    pub(super) fn rule(self) -> String {
        format!("{} {}", self.count, self.unit.word())
    }
}

impl Terms {
    /// Returns the plainest terms: the length runs from the day after receipt, and nothing else is agreed.
    pub fn plain(sent: DateTime, [from, to]: [Place; 2], deemed: Deemed, length: Length) -> Terms {
        let calendars = Calendars::usual(&from, &to);
        Terms {
            sent: Sent { at: sent, received_at: None, written: None },
            from,
            to,
            deemed,
            deemed_by_default: false,
            length,
            calendars,
            clear_days: false,
            start: Start::DayAfter,
            align: Align::None,
            roll: Roll::None,
            earliest_end_on: None,
            term_starts_on: None,
            term_ends_on: None,
            first_term_ends_on: None,
            not_less_than_before_end: None,
            not_more_than_before_end: None,
            ends_with: EndsWith::Length,
            renews: true,
            renews_for: None,
            billing_on: None,
            holidays: vec![],
            packs: false,
        }
    }
}

words! {
    /// The way by which a notice may be given; `notice compute` knows all but fax (RULINGS 16).
    Method {
        Email = "email",
        Hand = "hand",
        Courier = "courier",
        RegisteredPost = "registered_post",
        Portal = "portal",
        Fax = "fax",
    }
}

words! {
    /// Whose days off a length in business days skips.
    Calendars { Recipient = "recipient", Sender = "sender", Both = "both" }
}

impl Method {
    /// Tells whether what proves it is a paper: a signed copy, a carrier's receipt.
    pub fn leaves_paper(self) -> bool {
        matches!(self, Method::Hand | Method::Courier | Method::RegisteredPost)
    }

    /// Returns the rule that goes without saying for this way; for a courier, post and fax only the clause can say it.
    pub fn usual(self) -> Option<Deemed> {
        match self {
            Method::Email => Some(Deemed::NextBusinessDay),
            Method::Hand => Some(Deemed::SameDay { cutoff: None }),
            Method::Portal => Some(Deemed::OnReceipt),
            Method::Courier | Method::RegisteredPost | Method::Fax => None,
        }
    }
}

impl Calendars {
    /// Returns whose days off count where the clause does not say: of two places, those of both (DOMAIN 2.4, point 4).
    pub fn usual(from: &Place, to: &Place) -> Calendars {
        if from.place == to.place { Calendars::Recipient } else { Calendars::Both }
    }
}

words! {
    /// With what it ends: with the length of the notice, or with the term.
    EndsWith { Length = "length", Term = "term" }
}

words! {
    /// When the length begins to run.
    Start {
        DayAfter = "day_after",
        FirstOfNextMonth = "first_of_next_month",
        /// With the next period that is billed.
        BillingAnniversary = "billing_anniversary",
    }
}

words! {
    /// On which days an end may fall.
    Align { None = "none", MonthEnd = "month_end", QuarterEnd = "quarter_end", TermAnniversary = "term_anniversary" }
}

words! {
    /// Where an end on a day off goes.
    Roll { None = "none", Following = "following", Preceding = "preceding", ModifiedFollowing = "modified_following" }
}
