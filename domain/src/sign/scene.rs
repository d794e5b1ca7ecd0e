//! What a detector may look at: one client's records as known on a day, the firm, the policy, and what follows at once
//! from these.

use super::{Code, Ledger, Policy, Rule};
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::firm::Firm;
use crate::money::Currency;
use crate::record::{Contract, History};

/// One client on one day.
pub struct Scene<'a> {
    pub history: &'a History,
    pub firm: &'a Firm,
    pub policy: &'a Policy,
    pub on: Day,
    /// The window is open: it begins after this day.
    pub since: Day,
    pub ledger: Ledger,
    /// The client's currency; `XXX` if nobody stated one.
    pub currency: Currency,
    pub our_calendar: Option<Calendar>,
    pub their_calendar: Option<Calendar>,
}

impl<'a> Scene<'a> {
    /// Sets the scene; `history` must hold only what was known on `on`.
    pub fn new(history: &'a History, firm: &'a Firm, policy: &'a Policy, on: Day) -> Scene<'a> {
        let our_calendar = firm.calendar();
        let place = history.client.as_ref().and_then(|client| client.country.as_deref());
        let their_calendar = place.and_then(Calendar::of).or_else(|| our_calendar.clone());
        Scene {
            history,
            firm,
            policy,
            on,
            since: on.plus(-policy.general.window_days),
            ledger: Ledger::of(history, on),
            currency: history.client.as_ref().map_or(Currency::UNKNOWN, |client| client.currency),
            our_calendar,
            their_calendar,
        }
    }

    /// Tells whether a day lies in the window that detectors look at.
    pub fn in_window(&self, day: Day) -> bool {
        self.since < day && day <= self.on
    }

    /// Returns the part of a list, sorted by day, that lies in the window.
    pub fn within<'r, T>(&self, rows: &'r [T], day: impl Fn(&T) -> Day) -> &'r [T] {
        let from = rows.partition_point(|row| day(row) <= self.since);
        let to = rows.partition_point(|row| day(row) <= self.on);
        &rows[from..to.max(from)]
    }

    /// Returns a detector's rule.
    pub fn rule(&self, code: Code) -> &'a Rule {
        self.policy.rule(code)
    }

    /// Returns the contract that held on a day: begun, not ended, the latest begun.
    pub fn contract_on(&self, day: Day) -> Option<&'a Contract> {
        let begun = |c: &&Contract| c.starts_on.or(c.signed_on).is_none_or(|from| from <= day);
        let lasting = |c: &&Contract| c.ends_on.is_none_or(|end| day <= end) || c.auto_renews == Some(true);
        let held = self.history.contracts.iter().filter(begun).filter(lasting);
        held.max_by_key(|c| c.starts_on.or(c.signed_on))
    }

    /// Returns the hours agreed for the month a day falls in: the contract's, else the client's.
    pub fn agreed_hours(&self, day: Day) -> Option<f64> {
        let contract = self.contract_on(day).and_then(|c| c.agreed_hours_per_month);
        contract.or_else(|| self.history.client.as_ref().and_then(|c| c.agreed_hours_per_month))
    }
}
