//! The schedule of rights of a case (DOMAIN 2.11): the works, what becomes of the rights in each, and the steps by which they
//! pass. The client reads it.

use super::Parting;
use super::settling::Settlement;
use crate::case::stage::Stage;
use crate::days::Day;
use crate::separation::obligation::{Asked, Item, What};
use crate::separation::work::{Scheduled, Step, Work, WorkSaid};
use serde::{Deserialize, Serialize};

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A work is listed, or what was decided of it is said anew.
    WorkListed {
        work: Work,
        #[serde(default)]
        said: Option<WorkSaid>,
    },
    WorkAdvanced {
        work: u32,
        step: Step,
        on: Day,
        /// Of a paper that was signed: the digest of the kept file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<String>,
    },
    WorkStruck {
        work: u32,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A work without a number is new.
    ListWork {
        work: Work,
        said: WorkSaid,
    },
    AdvanceWork {
        work: u32,
        step: Step,
        on: Day,
        #[serde(default)]
        proof: Option<String>,
    },
    StrikeWork {
        work: u32,
    },
}

impl Act {
    /// Returns the stages in which it has its place: a paper may be signed after the file is closed.
    pub fn stages(&self) -> &'static [Stage] {
        match self {
            Act::AdvanceWork { .. } => {
                &[Stage::PreparingExit, Stage::Notice, Stage::Transition, Stage::Settlement, Stage::Closed]
            }
            _ => &[Stage::PreparingExit, Stage::Notice, Stage::Transition, Stage::Settlement],
        }
    }
}

/// The schedule as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Works {
    pub rows: Vec<Scheduled>,
    /// The number given last.
    pub last: u32,
}

impl Works {
    /// Applies an event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::WorkListed { work, said } => {
                self.last = self.last.max(work.id);
                let listed = Scheduled::new(work.clone(), said.clone());
                match self.rows.iter_mut().find(|known| known.work.id == work.id) {
                    // What was done stays done.
                    Some(known) => (known.work, known.said) = (listed.work, listed.said),
                    None => self.rows.push(listed),
                }
            }
            Event::WorkAdvanced { work, step, on, proof } => {
                let Some(known) = self.rows.iter_mut().find(|known| known.work.id == *work) else { return };
                match step {
                    Step::Chained => known.chained_on = Some(*on),
                    Step::Accepted => known.accepted_on = Some(*on),
                    Step::Signed => known.signed = Some((*on, proof.clone().unwrap_or_default())),
                }
            }
            Event::WorkStruck { work } => self.rows.retain(|known| known.work.id != *work),
        }
    }

    /// Tells whether the rights in any wait for something still.
    pub fn wait(&self, is_paid: bool) -> bool {
        self.rows.iter().any(|known| !known.lacks(is_paid).is_empty())
    }

    /// Returns a work by its number.
    pub fn get(&self, id: u32) -> Option<&Scheduled> {
        self.rows.iter().find(|known| known.work.id == id)
    }
}

impl Parting {
    /// Tells whether nothing is left to pay, for which rights may wait.
    pub fn is_paid_in_full(&self) -> bool {
        self.paid_in_full() == Some(true)
    }

    /// Tells the same where a settlement was recorded.
    pub fn paid_in_full(&self) -> Option<bool> {
        let (how, _) = self.settlement?;
        let asks = |item: &Item| item.is_open() && item.obligation.what == What::Asked(Asked::Pay);
        let owes = self.duties.register.items.iter().any(asks);
        Some(matches!(how, Settlement::Agreed | Settlement::Waived) && !owes)
    }
}
