//! Letters that a person ordered to be sent by the firm's mail server, until it is known what came of them.

use super::{Basis, Computed, Letter, Parting};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::separation::notice::Method;
use serde::{Deserialize, Serialize};

/// The address to which a letter is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressSaid {
    pub to: String,
}

/// A letter that was ordered and of which nothing is known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub letter: u32,
    /// The digest of the text that was ordered.
    pub digest: String,
    /// The Message-ID under which it is sent.
    pub message: String,
    pub by: String,
    /// The address, where it can be read.
    pub to: Option<String>,
}

impl Parting {
    /// Tells whether a letter is on its way by mail.
    pub fn is_ordered(&self, letter: u32) -> bool {
        self.orders.iter().any(|order| order.letter == letter)
    }

    /// Returns an order by the Message-ID under which it is sent.
    fn order(&self, message: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.message == message)
    }
}

impl Case {
    /// Tells whether a letter may be sent by mail as far as its kind and the stage go: a notice of any contract where it goes
    /// out by e-mail, and any letter that stands by itself.
    pub fn may_be_mailed(&self, letter: &Letter) -> bool {
        let parting = &self.parting;
        let by_mail = |computed: Option<&Computed>| computed.and_then(Computed::method) == Some(Method::Email);
        if self.is_main(letter.id) {
            let waits = parting.dispatched().is_none() && parting.basis() != Some(Basis::Agreement);
            self.stage == Stage::Notice && by_mail(parting.computed.as_ref()) && waits
        } else if let Some(own) = parting.further_of(letter.id) {
            let goes_out = matches!(self.stage, Stage::Notice | Stage::Transition);
            let waits = own.dispatch.is_none() && own.letters.last() == Some(&letter.id);
            goes_out && by_mail(own.computed.as_ref()) && waits && self.open_further().contains(&own)
        } else {
            self.takes(letter) && letter.stands_by_itself() && !letter.is_out()
        }
    }

    /// Tells whether what was ordered may still go out: the order stands, the letter says what it said, and nobody stopped
    /// the case.
    pub fn may_go(&self, message: &str) -> bool {
        let order = self.parting.order(message);
        let letter = order.and_then(|order| self.parting.letter(order.letter));
        let is_same = letter.and_then(Letter::last).map(|version| &version.digest) == order.map(|order| &order.digest);
        !self.is_silenced() && is_same && letter.is_some_and(|letter| self.may_be_mailed(letter))
    }

    /// Tells whether a notice that was ordered, and goes out at an instant, still ends the term for which it was computed.
    pub fn is_in_time(&self, message: &str, at: &str) -> bool {
        let computed = self.parting.order(message).and_then(|order| self.notice_of(order.letter));
        let is_late = |computed: &Computed| match computed.sent_now(at) {
            Some(Ok(sent)) => sent.ends_later_than(computed),
            Some(Err(_)) => computed.ends_with_term(),
            None => false,
        };
        !computed.is_some_and(is_late)
    }

    /// Tells whether counsel lets nothing out to the client: the case is stopped, or nothing is said to them for now.
    pub fn is_silenced(&self) -> bool {
        let instruction = self.protection.instruction.as_ref().map(|(instruction, _)| instruction);
        self.counsel_stop || instruction.is_some_and(|instruction| instruction.no_word_to_client)
    }

    /// Tells whether a letter is the one by which it ends.
    pub fn is_main(&self, letter: u32) -> bool {
        self.parting.main_letter().is_some_and(|main| main.id == letter)
    }

    /// Tells whether a letter is the notice of any contract: the one by which it ends, or that of a further one.
    pub fn is_notice(&self, letter: u32) -> bool {
        self.is_main(letter) || self.parting.further_of(letter).is_some()
    }

    /// Returns the computation by which a letter goes out that is the notice of any contract.
    pub fn notice_of(&self, letter: u32) -> Option<&Computed> {
        self.computed_of(letter).filter(|_| self.is_notice(letter))
    }

    /// Returns the computation by which a letter goes out: that of its own contract, where it is the notice of a further one.
    pub fn computed_of(&self, letter: u32) -> Option<&Computed> {
        let further = self.parting.further_of(letter);
        further.map_or(self.parting.computed.as_ref(), |own| own.computed.as_ref())
    }
}
