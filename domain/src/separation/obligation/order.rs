//! What must come before what (DOMAIN 2.2, order constraints): nothing here can be overridden.

use super::access::Held;
use super::code::{Code, Family};
use super::entry::Profile;
use super::holding::Stored;
use super::register::{Item, Register};
use super::{Part, What};
use crate::word::words;

/// Returns the obligations that are settled before this one.
pub fn before(code: Code) -> &'static [Code] {
    match code {
        Code::Acc05 | Code::Acc06 => &[Code::Acc03],
        Code::Clo02 => &[Code::Fin04],
        Code::Dat03 => &[Code::Dat06, Code::Dat02],
        Code::Clo03 => &[Code::Dat05],
        _ if code.family() == Family::Handover => &[Code::Con01],
        _ => &[],
    }
}

/// What stands in the way of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Another obligation of the register is open.
    Open(u32),
    /// Another obligation must be settled before, and nobody has taken it into the register.
    Lacking(Code),
    /// Something else.
    Condition(Condition),
}

words! {
    /// What must hold before, beyond other obligations.
    Condition {
        /// Rights pass only when all is paid.
        Paid = "paid",
        /// The rights in a listed work wait for something still.
        Passed = "passed",
        /// Deletion rests while a legal hold stands.
        NoHold = "no_hold",
        /// An access that we own has not been handed over and tested.
        HandedOver = "handed_over",
        /// Data lies in a place whose copy nobody has read back.
        ReadBack = "read_back",
    }
}

/// What the rules take from elsewhere in the case.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    pub profile: Option<Profile>,
    /// What the case itself shows to be settled: a notice that was served, an instruction that came.
    pub done: Vec<Code>,
    /// Whether nothing is left to pay; `None` where nobody knows, which counts as unpaid.
    pub paid_in_full: Option<bool>,
    /// Whether what the client owes moved to a file of claims.
    pub in_claim: bool,
    /// Whether the rights in a listed work wait for something still.
    pub rights_wait: bool,
    /// Whether a legal hold forbids deletion.
    pub legal_hold: bool,
    pub accesses: &'a [Held],
    pub holdings: &'a [Stored],
}

impl Register {
    /// Returns what stands in the way of an obligation, in the order in which it is done.
    pub fn blocks(&self, item: &Item, known: &Known) -> Vec<Block> {
        let What::Listed { code, part } = item.obligation.what else { return vec![] };
        let mut blocks: Vec<Block> = before(code).iter().flat_map(|first| self.lacks(*first, known)).collect();
        if part == Some(Part::Registrant) {
            blocks.extend(self.registrar(item));
        }
        let condition = match code {
            Code::Ip01 if item.obligation.after_payment && known.paid_in_full != Some(true) => Some(Condition::Paid),
            Code::Ip01 if known.rights_wait => Some(Condition::Passed),
            Code::Dat03 if known.legal_hold => Some(Condition::NoHold),
            Code::Acc03 if known.accesses.iter().any(|held| !held.is_handed_over()) => Some(Condition::HandedOver),
            Code::Acc05 | Code::Acc06 | Code::Dat03 if known.holdings.iter().any(|stored| !stored.is_safe()) => {
                Some(Condition::ReadBack)
            }
            _ => None,
        };
        blocks.extend(condition.map(Block::Condition));
        blocks
    }

    /// Returns what is open of an obligation that comes first, or that it is not there at all.
    fn lacks(&self, first: Code, known: &Known) -> Vec<Block> {
        if known.done.contains(&first) {
            return vec![];
        }
        // Only who holds money in trust has a ledger of it to bring to zero.
        let trusts = |profile: Profile| super::entry(first).profiles.contains(&profile);
        let needless = first == Code::Fin04 && !known.profile.is_some_and(trusts);
        if self.of(first).next().is_none() && !needless {
            vec![Block::Lacking(first)]
        } else {
            let open = self.of(first).filter(|item| item.is_open());
            open.map(|item| Block::Open(item.obligation.id)).collect()
        }
    }

    /// Returns the transfers between registrars that come before a change of the registrant of the same name: changed
    /// first, it can lock the transfer for sixty days (DOMAIN 2.1).
    fn registrar(&self, item: &Item) -> Vec<Block> {
        let of: Vec<&Item> = self
            .of(Code::Dig01)
            .filter(|other| other.obligation.part() == Some(Part::Registrar))
            .filter(|other| other.obligation.about == item.obligation.about)
            .collect();
        if of.is_empty() {
            vec![Block::Lacking(Code::Dig01)]
        } else {
            of.into_iter().filter(|item| item.is_open()).map(|item| Block::Open(item.obligation.id)).collect()
        }
    }
}
