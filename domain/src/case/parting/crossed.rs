//! A notice that the client gave, alone or across ours: whether it counts, and which of the two governs (DOMAIN 5.7).

use super::{Computed, Parting};
use crate::days::Day;

/// A notice that the client gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientNotice {
    pub received_on: Day,
    pub effective_on: Day,
    /// How the days follow from the contract; absent where they were written down before they were computed.
    pub computed: Option<Computed>,
    /// Whether it came in a form that the contract names, or was taken in another.
    pub counts: bool,
}

/// Which of two notices sets the day of the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governs {
    Ours,
    Theirs,
}

impl Parting {
    /// Returns which notice governs: of two that count, the one that was received first; of two received on one day, the
    /// one that ends first. What both sign stands above either.
    pub fn governs(&self) -> Option<Governs> {
        if self.agreed.is_some() {
            return None;
        }
        let ours = self.dispatched().map(|sent| {
            let received_on = self.receipt.as_ref().map_or(sent.computed.received_on, |receipt| receipt.on);
            (received_on, sent.computed.effective_on)
        });
        let theirs = self.client_notice.as_ref().filter(|notice| notice.counts);
        match (ours, theirs.map(|notice| (notice.received_on, notice.effective_on))) {
            (None, None) => None,
            (None, Some(_)) => Some(Governs::Theirs),
            (Some(ours), Some(theirs)) if theirs < ours => Some(Governs::Theirs),
            (Some(_), _) => Some(Governs::Ours),
        }
    }

    /// Returns the client's notice where it governs.
    pub fn ended_by_client(&self) -> Option<&ClientNotice> {
        self.client_notice.as_ref().filter(|_| self.governs() == Some(Governs::Theirs))
    }

    /// Returns the computation from which the days of the end follow: of the client's notice where it governs, else ours.
    pub fn standing(&self) -> Option<&Computed> {
        match self.ended_by_client() {
            Some(theirs) => theirs.computed.as_ref(),
            None => self.computation(),
        }
    }
}
