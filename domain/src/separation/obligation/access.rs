//! The accesses that we hold in the client's systems: each is handed over before it is given up (DOMAIN ACC-01 to ACC-11).

use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What an access opens.
    Kind {
        Domain = "domain",
        Dns = "dns",
        Certificates = "certificates",
        Hosting = "hosting",
        Advertising = "advertising",
        Analytics = "analytics",
        Social = "social",
        AppStore = "app_store",
        Repository = "repository",
        Cloud = "cloud",
        MailingList = "mailing_list",
        Mailbox = "mailbox",
        /// A store of passwords.
        Vault = "vault",
        /// A program of ours on their machines: monitoring, remote control, protection.
        Agent = "agent",
        /// A key between programs: a hook, a grant, a scheduled job.
        Integration = "integration",
        /// A thing: a key, a card, a laptop.
        Device = "device",
        Other = "other",
    }
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    pub id: u32,
    pub kind: Kind,
    /// Whose name it is in: a member of ours, or nobody in particular.
    #[serde(default)]
    pub holder: Option<String>,
    /// Whether we own it: administer it, pay for it, or receive its recovery mail. Ownership is handed over before the
    /// access is removed.
    pub owned: bool,
}

words! {
    /// A step of an access, in its order.
    Step {
        /// The client owns it.
        Transferred = "transferred",
        /// The client signed in as the owner without us.
        Tested = "tested",
        /// We can no longer enter.
        Removed = "removed",
    }
}

/// An access with how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub access: Access,
    /// The system, in the words of whoever listed it; absent where they were erased.
    pub system: Option<String>,
    pub transferred_on: Option<Day>,
    pub tested_on: Option<Day>,
    pub removed_on: Option<Day>,
}

/// What must come before a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Another step of the same access.
    Step(Step),
    /// The step has been taken.
    Done,
    /// There is nothing of ours to hand over.
    NotOwned,
    /// The day lies before that of the step before it.
    Earlier(Step),
}

impl Held {
    /// Returns an access as it is listed.
    pub fn new(access: Access, system: Option<String>) -> Held {
        Held { access, system, transferred_on: None, tested_on: None, removed_on: None }
    }

    /// Returns when a step was taken.
    pub fn on(&self, step: Step) -> Option<Day> {
        match step {
            Step::Transferred => self.transferred_on,
            Step::Tested => self.tested_on,
            Step::Removed => self.removed_on,
        }
    }

    /// Tells whether a step can be taken on a day: what we own is transferred, then tested, and only then removed.
    pub fn may(&self, step: Step, on: Day) -> Result<(), Before> {
        let before = match step {
            _ if self.on(step).is_some() => return Err(Before::Done),
            Step::Transferred | Step::Tested if !self.access.owned => return Err(Before::NotOwned),
            Step::Transferred => None,
            Step::Tested => Some(Step::Transferred),
            Step::Removed if self.access.owned => Some(Step::Tested),
            Step::Removed => None,
        };
        match before.map(|before| (before, self.on(before))) {
            Some((before, None)) => Err(Before::Step(before)),
            Some((before, Some(day))) if on < day => Err(Before::Earlier(before)),
            _ => Ok(()),
        }
    }

    /// Takes a step.
    pub fn take(&mut self, step: Step, on: Day) {
        let place = match step {
            Step::Transferred => &mut self.transferred_on,
            Step::Tested => &mut self.tested_on,
            Step::Removed => &mut self.removed_on,
        };
        *place = Some(on);
    }

    /// Tells whether the client owns it and has shown that they can enter, or never needed to.
    pub fn is_handed_over(&self) -> bool {
        !self.access.owned || self.tested_on.is_some()
    }

    /// Returns the step that comes next.
    pub fn next(&self) -> Option<Step> {
        Step::ALL.iter().copied().find(|step| match step {
            Step::Transferred | Step::Tested => self.access.owned && self.on(*step).is_none(),
            Step::Removed => self.removed_on.is_none(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn held(owned: bool) -> Held {
        Held::new(Access { id: 1, kind: Kind::Domain, holder: None, owned }, Some("example.com".into()))
    }

    #[test]
    fn what_we_own_is_handed_over_and_tested_before_it_is_removed() {
        let mut held = held(true);
        let on = day("2027-01-20");
        assert_eq!(held.may(Step::Removed, on), Err(Before::Step(Step::Tested)));
        assert_eq!(held.may(Step::Tested, on), Err(Before::Step(Step::Transferred)));
        assert_eq!(held.next(), Some(Step::Transferred));
        held.take(Step::Transferred, on);
        assert_eq!(held.may(Step::Removed, on), Err(Before::Step(Step::Tested)));
        assert_eq!(held.may(Step::Tested, day("2027-01-19")), Err(Before::Earlier(Step::Transferred)));
        assert!(!held.is_handed_over());
        held.take(Step::Tested, day("2027-01-21"));
        assert!(held.is_handed_over());
        assert_eq!(held.may(Step::Removed, on), Err(Before::Earlier(Step::Tested)));
        assert_eq!(held.may(Step::Removed, day("2027-01-21")), Ok(()));
        held.take(Step::Removed, day("2027-01-21"));
        assert_eq!((held.next(), held.may(Step::Removed, on)), (None, Err(Before::Done)));
    }

    #[test]
    fn what_was_theirs_all_along_is_only_removed() {
        let mut held = held(false);
        let on = day("2027-01-20");
        assert_eq!(held.may(Step::Transferred, on), Err(Before::NotOwned));
        assert_eq!((held.next(), held.is_handed_over()), (Some(Step::Removed), true));
        assert_eq!(held.may(Step::Removed, on), Ok(()));
        held.take(Step::Removed, on);
        assert_eq!(held.next(), None);
    }
}
