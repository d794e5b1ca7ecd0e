//! Notices that the client gave, alone or across ours, of one contract or of several: whether each counts, and which of two
//! governs (DOMAIN 5.7).

use super::{Computed, Further, Parting};
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

impl ClientNotice {
    /// Returns the contract that it ends, where it is known.
    pub fn contract(&self) -> Option<&str> {
        self.computed.as_ref().and_then(|computed| computed.contract.as_deref())
    }
}

/// Which of two notices sets the day of the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governs {
    Ours,
    Theirs,
}

impl Parting {
    /// Keeps a notice of the client beside those of other contracts; one that did not count, or named no contract, is
    /// replaced.
    pub(super) fn take_client_notice(&mut self, notice: ClientNotice) {
        let is_of_another = |known: &ClientNotice| known.contract().is_some() && known.contract() != notice.contract();
        self.client_notices.retain(|known| notice.contract().is_some() && is_of_another(known));
        self.client_notices.push(notice);
    }

    /// Returns the client's notice that crosses ours, or stands in its place: that of the contract of which ours went out, else
    /// the first that counts of the contract that ours is of.
    fn crossing(&self) -> Option<&ClientNotice> {
        let counting = || self.client_notices.iter().filter(|notice| notice.counts);
        let sent = self.dispatched().and_then(|dispatch| dispatch.computed.contract.as_deref());
        let of_sent = counting().find(|notice| sent.is_some() && notice.contract() == sent);
        of_sent.or_else(|| counting().find(|notice| self.is_of_ours(notice)))
    }

    /// Returns the client's notices that count and are of other contracts.
    pub fn client_notices_beside(&self) -> impl Iterator<Item = &ClientNotice> {
        let crossing = self.crossing();
        let is_crossing = move |notice: &ClientNotice| crossing.is_some_and(|known| std::ptr::eq(known, notice));
        self.client_notices.iter().filter(move |notice| notice.counts && !is_crossing(notice))
    }

    /// Returns which notice governs: of two that count, the one that was received first; of two received on one day, the
    /// one that ends first. What both sign stands above either, and a notice of another contract than ours crosses nothing.
    pub fn governs(&self) -> Option<Governs> {
        if self.agreed.is_some() {
            return None;
        }
        let ours = self.dispatched();
        let ours = ours.map(|sent| (sent.received_on(self.receipt.as_ref()), sent.computed.effective_on));
        of_two(ours, self.crossing())
    }

    /// Returns the earlier last day on which both agreed last.
    pub fn brought_forward_to(&self) -> Option<Day> {
        self.brought_forward.last().map(|(on, _)| *on)
    }

    /// Tells whether a notice of the client is of the contract that ours is of; where only one names its contract, it is.
    fn is_of_ours(&self, theirs: &ClientNotice) -> bool {
        // Where theirs has set the day, ours of another contract is the further one; also once both brought it forward.
        let is_their_day = |on: Day| on == theirs.effective_on || self.brought_forward_to() == Some(on);
        if self.receipt.is_none() && self.effective_on.is_some_and(is_their_day) {
            return true;
        }
        // What was computed for a decision that is open again is no notice of ours.
        let ours = self.computation().filter(|_| self.basis.is_some() || self.dispatched().is_some());
        let ours = ours.and_then(|computed| computed.contract.as_deref());
        ours.zip(theirs.contract()).is_none_or(|(ours, theirs)| ours == theirs)
    }

    /// Returns the client's notice where it governs.
    pub fn ended_by_client(&self) -> Option<&ClientNotice> {
        self.crossing().filter(|_| self.governs() == Some(Governs::Theirs))
    }

    /// Tells whether the client ended all with a notice that names no contract: nothing of ours goes out any more.
    pub fn client_ends_all(&self) -> bool {
        self.ended_by_client().is_some_and(|theirs| theirs.contract().is_none())
    }

    /// Returns the day on which a contract ends by the client's own notice, where that names it and none of ours of it was
    /// received before.
    pub fn client_ends(&self, contract: &str) -> Option<Day> {
        let is_its = |notice: &&ClientNotice| notice.counts && notice.contract() == Some(contract);
        let theirs = self.client_notices.iter().find(is_its)?;
        let own = self.further(contract).filter(|own| own.is_out());
        let ours = own.and_then(|own| {
            let sent = own.dispatch.as_ref()?;
            let ends_on = own.effective_on.unwrap_or(sent.computed.effective_on);
            Some((sent.received_on(own.receipt.as_ref()), ends_on))
        });
        (of_two(ours, Some(theirs)) == Some(Governs::Theirs)).then_some(theirs.effective_on)
    }

    /// Returns the further contracts that a notice of ours ends: it is out, and none of the client's governs.
    pub fn further_out(&self) -> impl Iterator<Item = &Further> {
        self.further.iter().filter(|own| own.is_out() && self.client_ends(&own.contract).is_none())
    }

    /// Returns the other contracts that the client's own notices end, each with its last day.
    pub fn ended_beside(&self) -> impl Iterator<Item = (&str, Day)> {
        self.client_notices_beside().filter_map(|notice| {
            let contract = notice.contract()?;
            Some((contract, self.client_ends(contract)?))
        })
    }

    /// Returns the computation from which the days of the end follow: of the client's notice where it governs, else ours.
    pub fn standing(&self) -> Option<&Computed> {
        match self.ended_by_client() {
            Some(theirs) => theirs.computed.as_ref(),
            None => self.computation(),
        }
    }
}

/// Returns which of two notices of one contract governs: the day of receipt and of the end of ours, and theirs.
fn of_two(ours: Option<(Day, Day)>, theirs: Option<&ClientNotice>) -> Option<Governs> {
    match (ours, theirs.map(|notice| (notice.received_on, notice.effective_on))) {
        (None, None) => None,
        (None, Some(_)) => Some(Governs::Theirs),
        (Some(ours), Some(theirs)) if theirs < ours => Some(Governs::Theirs),
        (Some(_), _) => Some(Governs::Ours),
    }
}
