//! What both sides owe until the end, as a case keeps it: the register, the two inventories, and the versions of the plan.

use super::Parting;
use super::settling::{Fate, Settlement};
use crate::case::event::Text;
use crate::case::gate::{Gate, Item, Whose, hard, offered};
use crate::case::opening::Skip;
use crate::case::role::{Action, Role};
use crate::case::state::{Case, text};
use crate::days::Day;
use crate::separation::letter::Kind;
use crate::separation::obligation::access::{Access, Held, Step};
use crate::separation::obligation::gate::{Need, Open, Passage, open_at};
use crate::separation::obligation::holding::{Copied, Holding, Stored};
use crate::separation::obligation::{
    Acknowledged, Code, Known, Obligation, ObligationSaid, Owner, Profile, Register, Settled, SettledSaid, Slip,
};
use crate::separation::timeline::Given;
use crate::separation::timeline::transition::Difficulty;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// Which of the two inventories.
    Inventory {
        /// The accesses that we hold.
        Access = "access",
        /// The places where the client's data lives.
        Data = "data",
    }
}

/// So many days an invoice has where no plan says otherwise.
pub const PAYMENT_DAYS: u16 = 30;

/// A plan as people made it: the days that it follows from, and what the length of the transition rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndPlan {
    pub given: Given,
    /// The profession in whose manner the firm ends it.
    pub profile: Profile,
    /// What a law or the rules of the profession demand, in calendar days.
    #[serde(default)]
    pub law_days: Option<u16>,
    /// How hard it is for the client to find someone else.
    #[serde(default)]
    pub difficulty: Option<Difficulty>,
}

/// An event of the register, the inventories or the plan; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    ObligationAdded {
        obligation: Box<Obligation>,
        #[serde(default)]
        said: Option<ObligationSaid>,
    },
    ObligationProved {
        obligation: u32,
        on: Day,
        #[serde(default)]
        sha256: Option<String>,
        #[serde(default)]
        said: Option<SettledSaid>,
    },
    ObligationTransferred {
        obligation: u32,
        on: Day,
        #[serde(default)]
        said: Option<SettledSaid>,
    },
    ObligationExcepted {
        obligation: u32,
        on: Day,
        acknowledged: Acknowledged,
        #[serde(default)]
        said: Option<SettledSaid>,
    },
    /// A due day was moved, and why.
    ObligationMoved {
        obligation: u32,
        from: Day,
        to: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    /// What stands in a person's own words got the sentence by which the client reads of it.
    ObligationWorded {
        obligation: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    /// An access is listed; said is the system.
    AccessInventoried {
        access: Access,
        #[serde(default)]
        said: Option<Text>,
    },
    OwnershipTransferred {
        access: u32,
        on: Day,
    },
    OwnershipTested {
        access: u32,
        on: Day,
    },
    AccessRevoked {
        access: u32,
        on: Day,
    },
    /// A place with the client's data is listed; said is the place.
    HoldingListed {
        holding: Holding,
        #[serde(default)]
        said: Option<Text>,
    },
    HoldingCopied {
        holding: u32,
        copied: Copied,
    },
    HoldingReadBack {
        holding: u32,
        on: Day,
    },
    HoldingRemoved {
        holding: u32,
        on: Day,
    },
    /// Somebody looked, and there is nothing to list; said is where they looked.
    NothingHeld {
        inventory: Inventory,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The plan is stated, or stated anew; said is why it moved.
    EndPlanned {
        plan: EndPlan,
        #[serde(default)]
        said: Option<Text>,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    AddObligation {
        obligation: Box<Obligation>,
        said: ObligationSaid,
    },
    SettleObligation {
        obligation: u32,
        settled: Settled,
        said: SettledSaid,
    },
    MoveObligation {
        obligation: u32,
        to: Day,
        text: String,
    },
    WordObligation {
        obligation: u32,
        text: String,
    },
    /// The number is given when it is listed.
    ListAccess {
        access: Access,
        text: String,
    },
    AdvanceAccess {
        access: u32,
        step: Step,
        on: Day,
    },
    ListHolding {
        holding: Holding,
        text: String,
    },
    CopyHolding {
        holding: u32,
        copied: Copied,
    },
    /// The copy was opened, and its hash taken anew.
    ReadBackHolding {
        holding: u32,
        read: Copied,
    },
    RemoveHolding {
        holding: u32,
        on: Day,
    },
    /// There is nothing to list, in the words of whoever looked.
    StateNothingHeld {
        inventory: Inventory,
        text: String,
    },
    PlanEnd {
        plan: EndPlan,
        text: Option<String>,
    },
}

impl Act {
    /// Returns what the act counts as; whoever owns an obligation settles it, and the rule itself looks who that is.
    pub fn action(&self) -> Action {
        match self {
            Act::AddObligation { .. } | Act::WordObligation { .. } | Act::PlanEnd { .. } => Action::Work,
            Act::RemoveHolding { .. } => Action::DisposeOfData,
            _ => Action::See,
        }
    }
}

/// The register, the inventories and the plan, as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duties {
    pub register: Register,
    pub accesses: Vec<Held>,
    pub holdings: Vec<Stored>,
    /// The inventories of which somebody said that there is nothing to list.
    pub nothing_held: Vec<Inventory>,
    /// Every version, the first first, with the day on which it was made and why.
    pub plans: Vec<(EndPlan, Day, Option<String>)>,
}

impl Duties {
    /// Applies an event of a day.
    pub fn apply(&mut self, event: &Event, on: Day) {
        let proved = |on: &Day, sha256: &Option<String>| Settled::Proved { on: *on, sha256: sha256.clone() };
        match event {
            Event::ObligationAdded { obligation, said } => self.register.add((**obligation).clone(), said.clone()),
            Event::ObligationProved { obligation, on, sha256, said } => {
                self.register.settle(*obligation, proved(on, sha256), said.clone());
            }
            Event::ObligationTransferred { obligation, on, said } => {
                self.register.settle(*obligation, Settled::Transferred { on: *on }, said.clone());
            }
            Event::ObligationExcepted { obligation, on, acknowledged, said } => {
                let settled = Settled::Excepted { on: *on, acknowledged: *acknowledged };
                self.register.settle(*obligation, settled, said.clone());
            }
            Event::ObligationMoved { obligation, from, to, said } => {
                self.register.move_due(*obligation, Slip { from: *from, to: *to, moved_on: on, why: text(said) });
            }
            Event::ObligationWorded { obligation, said } => self.register.word(*obligation, text(said)),
            Event::EndPlanned { plan, said } => self.plans.push((*plan, on, text(said))),
            other => self.apply_to_inventories(other),
        }
    }

    fn apply_to_inventories(&mut self, event: &Event) {
        match event {
            Event::AccessInventoried { access, said } => {
                self.accesses.push(Held::new(access.clone(), text(said)));
            }
            Event::OwnershipTransferred { access, on } => self.advance(*access, Step::Transferred, *on),
            Event::OwnershipTested { access, on } => self.advance(*access, Step::Tested, *on),
            Event::AccessRevoked { access, on } => self.advance(*access, Step::Removed, *on),
            Event::HoldingListed { holding, said } => {
                self.holdings.push(Stored::new(holding.clone(), text(said)));
            }
            Event::HoldingCopied { holding, copied } => {
                self.change(*holding, |stored| stored.copied = Some(copied.clone()));
            }
            Event::HoldingReadBack { holding, on } => self.change(*holding, |stored| stored.read_back_on = Some(*on)),
            Event::NothingHeld { inventory, .. } => self.nothing_held.push(*inventory),
            Event::HoldingRemoved { holding, on } => self.change(*holding, |stored| stored.removed_on = Some(*on)),
            _ => {}
        }
    }

    fn advance(&mut self, id: u32, step: Step, on: Day) {
        if let Some(held) = self.accesses.iter_mut().find(|held| held.access.id == id) {
            held.take(step, on);
        }
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Stored)) {
        if let Some(stored) = self.holdings.iter_mut().find(|stored| stored.holding.id == id) {
            change(stored);
        }
    }

    /// Tells whether an inventory was made: something is listed, or somebody said that there is nothing.
    pub fn is_inventoried(&self, inventory: Inventory) -> bool {
        let is_listed = match inventory {
            Inventory::Access => !self.accesses.is_empty(),
            Inventory::Data => !self.holdings.is_empty(),
        };
        is_listed || self.nothing_held.contains(&inventory)
    }

    /// Returns the plan as it was stated last.
    pub fn plan(&self) -> Option<&EndPlan> {
        self.plans.last().map(|(plan, ..)| plan)
    }
}

impl Parting {
    /// Returns what the rules of obligations take from the rest of the case.
    pub fn known(&self) -> Known<'_> {
        let settled = self.settlement.map(|(how, _)| how);
        let paid_in_full = self.paid_in_full();
        Known {
            profile: self.duties.plan().map(|plan| plan.profile),
            done: self.done(),
            paid_in_full,
            rights_wait: self.works.wait(paid_in_full == Some(true)),
            in_claim: settled == Some(Settlement::ClaimFile),
            legal_hold: matches!(self.hold, Some((true, _))),
            accesses: &self.duties.accesses,
            holdings: &self.duties.holdings,
        }
    }

    /// Returns the days of the end as they stand: what was signed or served before what was computed, and that before what
    /// a plan stated; of an agreement under way its own last day; of several contracts the last of all, for the closing waits
    /// for it; nothing while no end is known.
    pub fn given(&self) -> Option<Given> {
        let stated = self.duties.plan().map(|plan| plan.given);
        let (notice_on, received_on, effective_on) = match (&self.agreed, self.standing(), stated) {
            (Some((on, _)), ..) => (*on, *on, self.effective_on?),
            (None, Some(computed), _) => {
                let receipt = self.receipt.as_ref().filter(|_| self.ended_by_client().is_none());
                let received_on = receipt.map_or(computed.received_on, |receipt| receipt.on);
                (computed.sent_on()?, received_on, self.effective_on.unwrap_or(computed.effective_on))
            }
            (None, None, Some(stated)) => {
                (stated.notice_on, stated.received_on, self.ends_on().unwrap_or(stated.effective_on))
            }
            (None, None, None) => return None,
        };
        let received_on = received_on.max(notice_on);
        let deliverables = self.duties.register.of(Code::Del01).filter(|item| item.is_open());
        Some(Given {
            notice_on,
            received_on,
            effective_on: self.all_end_on().unwrap_or(effective_on).max(effective_on).max(received_on),
            payment_days: stated.map_or(PAYMENT_DAYS, |stated| stated.payment_days),
            deliver_by: deliverables.map(|item| item.obligation.due_on).max(),
        })
    }

    /// Returns the obligations that the case itself shows to be settled, by what was done in it.
    fn done(&self) -> Vec<Code> {
        let cleared = self.verified().any(|one| one.disposal.fate != Fate::Held);
        [
            (Code::Con01, self.is_served()),
            (Code::Ppl01, self.readiness.briefed_on.is_some()),
            (Code::Dat06, self.hold.is_some()),
            (Code::Dat02, self.instruction.is_some()),
            (Code::Dat03, cleared),
            (Code::Acc01, self.duties.is_inventoried(Inventory::Access)),
            (Code::Fin06, self.settlement.is_some()),
            (Code::Ref01, self.letters.iter().any(|letter| letter.kind == Kind::ReferralList && letter.is_out())),
            (Code::Clo01, self.summary.is_some()),
            (Code::Clo02, self.is_cleared_or_claimed()),
            (Code::Clo03, self.sealed.is_some()),
        ]
        .into_iter()
        .filter_map(|(code, done)| done.then_some(code))
        .collect()
    }
}

impl Case {
    /// Returns all that both sides still owe before a passage, each with whose it is.
    pub fn open_at(&self, passage: Passage) -> Vec<Need> {
        let mut known = self.parting.known();
        known.done.extend(self.learning.held.as_ref().map(|_| Code::Clo06));
        open_at(&self.parting.duties.register, passage, &known, self.opening.track)
    }

    /// Tells whether a member may settle what is an owner's: their own, what their role bears, or as whoever works on the
    /// case.
    pub fn owns(&self, member: &str, owner: &Owner) -> bool {
        let own = match owner {
            Owner::Member(named) => named == member,
            Owner::Keeper(keeper) => self.holders(keeper.role()).iter().any(|holder| holder == member),
        };
        own || self.allows(member, Action::Work)
    }
}

/// Returns what the obligations ask for before a passage: what stands open in the register and the inventories, and what
/// such an end usually owes and nobody has taken up.
pub fn gates(case: &Case, passage: Passage) -> Vec<Gate> {
    let (lacking, open): (Vec<Need>, Vec<Need>) =
        case.open_at(passage).into_iter().partition(|need| matches!(need.open, Open::Lacking(_)));
    vec![
        hard(Item::Obligations, Whose::Role(Role::Lead), open.is_empty()),
        offered(case, Item::UsualObligations, Role::Lead, lacking.is_empty(), Skip::UsualObligations),
    ]
}
