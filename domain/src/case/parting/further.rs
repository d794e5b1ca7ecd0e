//! Further contracts of the same client: each has a notice of its own, with its days, its letter, its way and its receipt
//! (DOMAIN B83, 5.7); or it goes on, which somebody says why.

use super::{Basis, Computed, Dispatch, Failure, Letter, Parting, Receipt};
use crate::case::event::Text;
use crate::case::role::Action;
use crate::case::stage::Stage;
use crate::case::state::{Case, text};
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::separation::tone::{Context, Language};
use serde::{Deserialize, Serialize};

/// An event; names follow those of the first contract's notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A notice of a further contract was computed; it names the contract.
    FurtherNoticeComputed {
        computed: Box<Computed>,
    },
    /// A letter is the notice of a further contract.
    FurtherLetterNamed {
        contract: String,
        letter: u32,
    },
    FurtherNoticeApproved {
        contract: String,
    },
    FurtherNoticeDispatched {
        dispatch: Box<Dispatch>,
    },
    /// What proves that it went out was added.
    FurtherDispatchProved {
        contract: String,
        proof: String,
    },
    FurtherDeliveryFailed {
        contract: String,
        failure: Failure,
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    FurtherNoticeReceived {
        contract: String,
        receipt: Receipt,
        effective_on: Day,
    },
    /// A contract that is not ended goes on.
    ContractGoesOn {
        contract: String,
        #[serde(default)]
        said: Option<Text>,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    ComputeFurther {
        contract: String,
        input: String,
        #[serde(default)]
        own: Vec<OwnDay>,
    },
    DraftFurther {
        contract: String,
        language: Language,
        text: String,
        #[serde(skip)]
        context: Context,
    },
    ApproveFurther {
        contract: String,
    },
    DispatchFurther {
        contract: String,
        sent_at: String,
        tracking: Option<String>,
        proof: Option<String>,
        /// The firm's own days as they are now; those of the computation where nobody says.
        #[serde(default)]
        own: Option<Vec<OwnDay>>,
    },
    ProveFurther {
        contract: String,
        proof: String,
    },
    FailFurther {
        contract: String,
        failure: Failure,
        on: Day,
        text: String,
    },
    ReceiveFurther {
        contract: String,
        arrival: super::Arrival,
        received_at: Option<String>,
        proof: Option<String>,
    },
    LetGoOn {
        contract: String,
        text: String,
    },
}

impl Act {
    /// Returns the stages in which it has its place: a further notice may go out while the first one runs.
    pub fn stages(&self) -> &'static [Stage] {
        match self {
            Act::DispatchFurther { .. }
            | Act::ProveFurther { .. }
            | Act::FailFurther { .. }
            | Act::ReceiveFurther { .. } => &[Stage::Notice, Stage::Transition],
            _ => &[Stage::PreparingExit, Stage::Notice, Stage::Transition],
        }
    }

    /// Returns what the act counts as.
    pub fn action(&self) -> Action {
        match self {
            Act::ApproveFurther { .. } => Action::SecondDecision,
            Act::LetGoOn { .. } => Action::Decide,
            _ => Action::Work,
        }
    }
}

/// The notice of a further contract as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Further {
    pub contract: String,
    pub computed: Option<Computed>,
    /// The letters that were written for it; the last one counts.
    pub letters: Vec<u32>,
    pub approved_by: Option<String>,
    pub dispatch: Option<Dispatch>,
    /// The last dispatch was refused at the door, which may count as delivery.
    pub is_refused: bool,
    pub receipt: Option<Receipt>,
    pub effective_on: Option<Day>,
    /// It is not ended; why, where it can be read.
    pub goes_on: Option<Option<String>>,
}

impl Further {
    /// Tells whether its notice went out and it does not go on.
    pub fn is_out(&self) -> bool {
        self.dispatch.is_some() && self.goes_on.is_none()
    }

    /// Returns its last day: as it is fixed, as its dispatch has it, or as it is computed.
    pub fn ends_on(&self) -> Option<Day> {
        let sent = self.dispatch.as_ref().map(|dispatch| dispatch.computed.effective_on);
        self.effective_on.or(sent).or_else(|| self.computed.as_ref().map(|computed| computed.effective_on))
    }
}

impl Parting {
    pub(super) fn apply_further(&mut self, event: &Event, by: &str) {
        match event {
            Event::FurtherNoticeComputed { computed } => {
                let own = self.further_mut(computed.contract.as_deref().unwrap_or_default());
                (own.computed, own.approved_by, own.goes_on) = (Some((**computed).clone()), None, None);
            }
            Event::FurtherLetterNamed { contract, letter } => {
                let own = self.further_mut(contract);
                own.letters.push(*letter);
                own.approved_by = None;
            }
            Event::FurtherNoticeApproved { contract } => self.further_mut(contract).approved_by = Some(by.to_owned()),
            Event::FurtherNoticeDispatched { dispatch } => {
                self.serve(dispatch.letter);
                let own = self.further_mut(dispatch.computed.contract.as_deref().unwrap_or_default());
                (own.dispatch, own.is_refused) = (Some((**dispatch).clone()), false);
            }
            Event::FurtherDispatchProved { contract, proof } => {
                let sent = self.further_mut(contract).dispatch.as_mut();
                sent.into_iter().for_each(|dispatch| dispatch.proof = Some(proof.clone()));
            }
            Event::FurtherDeliveryFailed { contract, failure, .. } => {
                let own = self.further_mut(contract);
                if *failure == Failure::Refused {
                    own.is_refused = true;
                } else {
                    own.dispatch = None;
                }
            }
            Event::FurtherNoticeReceived { contract, receipt, effective_on } => {
                let own = self.further_mut(contract);
                (own.receipt, own.effective_on) = (Some(receipt.clone()), Some(*effective_on));
            }
            Event::ContractGoesOn { contract, said } => self.further_mut(contract).goes_on = Some(text(said)),
        }
    }

    /// The contract says something else than was known: until its notice is out, its days are computed and agreed to anew.
    pub(super) fn uncompute_further(&mut self, contract: &str) {
        let unsent = self.further.iter_mut().find(|own| own.contract == contract && own.dispatch.is_none());
        unsent.into_iter().for_each(|own| (own.computed, own.approved_by) = (None, None));
    }

    fn further_mut(&mut self, contract: &str) -> &mut Further {
        let at = self.further.iter().position(|own| own.contract == contract);
        let at = at.unwrap_or_else(|| {
            self.further.push(Further { contract: contract.to_owned(), ..Further::default() });
            self.further.len() - 1
        });
        &mut self.further[at]
    }

    /// Returns the further contracts that a notice of ours ends: it is out, or goes out still.
    pub fn further_ending(&self) -> impl Iterator<Item = &Further> {
        let goes_out = self.basis().is_some_and(|basis| basis != Basis::Agreement) && !self.client_ends_all();
        self.further.iter().filter(move |own| {
            let is_ours = self.client_ends(&own.contract).is_none();
            is_ours && (own.is_out() || (goes_out && own.goes_on.is_none()))
        })
    }

    /// Returns the further contract of which a letter is the notice.
    pub fn further_of(&self, letter: u32) -> Option<&Further> {
        self.further.iter().find(|own| own.letters.contains(&letter))
    }

    /// Returns how a further contract stands.
    pub fn further(&self, contract: &str) -> Option<&Further> {
        self.further.iter().find(|own| own.contract == contract)
    }

    /// Tells whether a further contract goes on although the other ends.
    pub fn goes_on(&self, contract: &str) -> bool {
        self.further(contract).is_some_and(|own| own.goes_on.is_some())
    }

    /// Tells whether the notice of a further contract is on its way by mail.
    pub fn is_ordered_of(&self, contract: &str) -> bool {
        self.letter_of_further(contract).is_some_and(|letter| self.is_ordered(letter.id))
    }

    /// Returns the letter that is the notice of a further contract.
    pub fn letter_of_further(&self, contract: &str) -> Option<&Letter> {
        self.letter(*self.further(contract)?.letters.last()?)
    }
}

impl Case {
    /// Returns the contracts of the case beside the one by which the first notice goes.
    pub fn further_contracts(&self) -> Vec<&str> {
        let all = self.contracts.as_deref().unwrap_or_default();
        let first = self.main_contract();
        all.iter().filter(|contract| Some(*contract) != first).map(String::as_str).collect()
    }

    /// Returns the contract by which the first notice goes: the one that it was computed for, else the first of the case.
    pub fn main_contract(&self) -> Option<&String> {
        let mut named = [self.parting.standing(), self.parting.computation()].into_iter().flatten();
        named.find_map(|computed| computed.contract.as_ref()).or(self.contracts.as_ref()?.first())
    }

    /// Returns the contract that the first notice is of, where the client has several.
    pub fn first_contract(&self) -> Option<&String> {
        let computed = self.parting.computation().filter(|_| !self.further_contracts().is_empty());
        computed.and_then(|computed| computed.contract.as_ref())
    }

    /// Returns the further contracts that the client has not ended, and that are neither left to go on nor ready to be given
    /// notice of.
    pub fn unready_contracts(&self) -> Vec<&str> {
        self.waiting(|contract| {
            let letter = || self.parting.letter_of_further(contract);
            let is_written = || letter().is_some_and(|letter| letter.is_served || self.lets_pass(letter));
            let is_computed = |own: &Further| self.parting.is_of_right(own.computed.as_ref());
            let is_ready = |own: &Further| is_computed(own) && own.approved_by.is_some() && is_written();
            self.parting.further(contract).is_some_and(|own| own.goes_on.is_some() || is_ready(own))
        })
    }

    /// Returns the further contracts that are ended and whose notice has not been received by a day, or is not proven.
    pub fn unserved_contracts(&self, on: Day) -> Vec<&str> {
        self.waiting(|contract| {
            let is_here = |own: &Further| own.receipt.as_ref().is_some_and(|receipt| receipt.on <= on);
            let is_served = |own: &Further| is_here(own) && self.parting.is_proven_of(own);
            self.parting.further(contract).is_some_and(|own| own.goes_on.is_some() || is_served(own))
        })
    }

    /// Returns the further contracts that neither side has ended yet where the client's own notice names another: each is
    /// ended by a right of ours, or left to go on.
    pub fn unsent_beside_theirs(&self) -> Vec<&str> {
        if self.parting.ended_by_client().is_none() || self.parting.client_ends_all() {
            return vec![];
        }
        self.waiting(|contract| {
            let is_decided = |own: &Further| own.goes_on.is_some() || own.dispatch.is_some();
            self.parting.is_ordered_of(contract) || self.parting.further(contract).is_some_and(is_decided)
        })
    }

    /// Returns the notices of further contracts that are still to go out or under way: neither ended by the client nor left to
    /// go on. Where both agree, only what went out before.
    pub fn open_further(&self) -> Vec<&Further> {
        let parting = &self.parting;
        let goes_out = parting.basis() != Some(Basis::Agreement) && !parting.client_ends_all();
        let is_open = |own: &&Further| own.goes_on.is_none() && (goes_out || own.dispatch.is_some());
        let of = |contract: &str| parting.further(contract).filter(|_| self.waits_for_us(contract));
        self.further_contracts().into_iter().filter_map(of).filter(is_open).collect()
    }

    /// Returns the further contracts that the client has not ended and of which something is not done.
    fn waiting(&self, is_done: impl Fn(&str) -> bool) -> Vec<&str> {
        let waits = |contract: &&str| self.waits_for_us(contract) && !is_done(contract);
        self.further_contracts().into_iter().filter(waits).collect()
    }

    /// Tells whether no notice of the client's own ends a contract, or ours of it was received before.
    fn waits_for_us(&self, contract: &str) -> bool {
        self.parting.client_ends(contract).is_none()
    }

    /// Tells whether every further contract that is ended, by us or by the client, has come to its last day. What never went
    /// out ends nothing.
    pub fn further_have_ended(&self, on: Day) -> bool {
        let parting = &self.parting;
        let mut theirs = self.further_contracts().into_iter().filter_map(|contract| parting.client_ends(contract));
        let mut ours = parting.further_out();
        theirs.all(|ends_on| ends_on <= on) && ours.all(|own| own.effective_on.is_some_and(|ends_on| ends_on <= on))
    }
}
