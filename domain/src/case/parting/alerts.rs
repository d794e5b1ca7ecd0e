//! The days of an end as they are called to mind: how each stands, by the working days of whose it is; who is told as it comes
//! near, and who besides once it is missed (DOMAIN 5.6).

use super::deadlines::{Deadline, Kind, deadlines};
use crate::case::role::Role;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::working::Working;
use crate::separation::obligation::Owner;
use crate::word::words;

/// How a day stands, in business days; where the firm has not said where it is, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// So many are left; none on the day itself.
    Ahead(i32),
    /// The last safe day has passed, and so many are left.
    Unsafe(i32),
    /// It was missed so many ago.
    Missed(i32),
}

/// A day with how it stands, and the members who are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alerted {
    pub deadline: Deadline,
    pub alert: Alert,
    pub told: Vec<String>,
}

/// So many business days before a day it is called to mind.
pub const ALERT_DAYS: [i32; 5] = [30, 14, 7, 3, 1];

/// From so many business days before it on, the lead hears of a day that contract or law has set.
const LEAD_BEFORE_DAYS: i32 = 3;
/// Once any other day is missed for so many business days, the decision owner hears of it, too.
const OWNER_AFTER_DAYS: i32 = 3;

/// Returns how a day stands; nothing while it is farther than the first alert. What contract or law has set is missed once
/// its day has passed; for anything else a day off passes, and it is missed on the next business day.
pub fn alert(deadline: &Deadline, today: Day, working: Option<&Working>) -> Option<Alert> {
    let between = |from: Day, to: Day| working.map_or(to.since(from), |working| working.between(from, to));
    let left = between(today, deadline.on);
    if today > deadline.on {
        let since = between(deadline.on, today);
        return (is_set(deadline.kind) || since > 0).then_some(Alert::Missed(since)).or(Some(Alert::Ahead(0)));
    }
    match deadline.last_safe {
        Some(safe) if today > safe => Some(Alert::Unsafe(left)),
        _ => (left <= ALERT_DAYS[0]).then_some(Alert::Ahead(left)),
    }
}

/// Tells whether contract or law has set a day.
fn is_set(kind: Kind) -> bool {
    matches!(kind, Kind::Contractual | Kind::Legal)
}

words! {
    /// Who is told of a day.
    Told {
        /// Whose it is.
        Owner = "owner",
        Lead = "lead",
        DecisionOwner = "decision_owner",
    }
}

/// Returns who is told: first whose it is; the lead once it is missed, or near where contract or law has set it; the
/// decision owner when it stays missed, and at once where contract or law has set it.
pub fn told(kind: Kind, alert: Alert) -> &'static [Told] {
    use Told::{DecisionOwner, Lead, Owner};
    match alert {
        Alert::Ahead(left) if is_set(kind) && left <= LEAD_BEFORE_DAYS => &[Owner, Lead],
        Alert::Ahead(_) => &[Owner],
        Alert::Unsafe(_) => &[Owner, Lead],
        Alert::Missed(since) if is_set(kind) || since >= OWNER_AFTER_DAYS => &[Owner, Lead, DecisionOwner],
        Alert::Missed(_) => &[Owner, Lead],
    }
}

/// The days on which people work: the firm's, and those of members who work elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days<'a> {
    pub firm: Option<&'a Working>,
    pub calendar: Option<&'a Calendar>,
    /// Of each member who has a place of their own.
    pub own: &'a [(String, Working)],
}

impl<'a> Days<'a> {
    /// Returns the days on which a member works.
    pub fn of(&self, member: &str) -> Option<&'a Working> {
        let own = self.own.iter().find(|(known, _)| known == member);
        own.map(|(_, working)| working).or(self.firm)
    }
}

/// Returns what is called to mind in a case on a day, what was missed first. A day counts by the working days of whose it is; of
/// several people by those of the one whom it presses most.
pub fn alerts(case: &Case, today: Day, days: &Days) -> Vec<Alerted> {
    let alerted = |deadline: Deadline| {
        let bearers = case.bearers(&deadline.owner);
        let own = bearers.iter().map(|member| days.of(member));
        let places = if bearers.is_empty() { vec![days.firm] } else { own.collect() };
        let alerts = places.into_iter().filter_map(|working| alert(&deadline, today, working));
        let alert = alerts.min_by_key(pressing)?;
        let told = members(case, &deadline, alert);
        Some(Alerted { deadline, alert, told })
    };
    deadlines(case, days.firm, days.calendar).into_iter().filter_map(alerted).collect()
}

/// Orders how days stand: what was missed longest first.
fn pressing(alert: &Alert) -> (u8, i32) {
    match alert {
        Alert::Missed(since) => (0, -since),
        Alert::Unsafe(left) => (1, *left),
        Alert::Ahead(left) => (2, *left),
    }
}

/// Returns the members who are told, each once.
fn members(case: &Case, deadline: &Deadline, alert: Alert) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    for told in told(deadline.kind, alert) {
        let own = match told {
            Told::Owner => case.bearers(&deadline.owner),
            Told::Lead => case.holders(Role::Lead).to_vec(),
            Told::DecisionOwner => case.holders(Role::DecisionOwner).to_vec(),
        };
        all.extend(own);
    }
    let mut each: Vec<String> = vec![];
    all.into_iter().for_each(|member| {
        if !each.contains(&member) {
            each.push(member)
        }
    });
    each
}

impl Case {
    /// Returns whose something is: the member who is named, else who bears the role; what nobody bears is the lead's.
    pub fn bearers(&self, owner: &Owner) -> Vec<String> {
        match owner {
            Owner::Member(named) => vec![named.clone()],
            Owner::Keeper(keeper) => match self.holders(keeper.role()) {
                [] => self.holders(Role::Lead).to_vec(),
                holders => holders.to_vec(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::parting::deadlines::What;
    use crate::separation::obligation::Keeper;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn deadline(kind: Kind, on: &str, last_safe: Option<&str>) -> Deadline {
        let (what, owner) = (What::Dispatch, Owner::Keeper(Keeper::Relationship));
        Deadline { what, kind, on: day(on), last_safe: last_safe.map(day), owner, contract: None }
    }

    #[test]
    fn days_are_counted_in_business_days_and_days_off_pass() {
        // In Riyadh Friday and Saturday are off. 22 November 2026 is a Sunday; the 26th is Thursday, the 29th Sunday.
        let riyadh = Working::of("SA", &[]).expect("a place");
        for (kind, on, safe, today, expected) in [
            (Kind::Internal, "2027-01-04", None, "2026-11-22", None),
            (Kind::Internal, "2027-01-03", None, "2026-11-22", Some(Alert::Ahead(30))),
            (Kind::Internal, "2026-11-29", None, "2026-11-22", Some(Alert::Ahead(5))),
            (Kind::Internal, "2026-11-22", None, "2026-11-22", Some(Alert::Ahead(0))),
            (Kind::Contractual, "2026-12-10", Some("2026-12-03"), "2026-12-03", Some(Alert::Ahead(5))),
            (Kind::Contractual, "2026-12-10", Some("2026-12-03"), "2026-12-06", Some(Alert::Unsafe(4))),
            // Due on a Thursday: the days off pass for what we set ourselves, not for what a contract has set.
            (Kind::Internal, "2026-11-26", None, "2026-11-28", Some(Alert::Ahead(0))),
            (Kind::Contractual, "2026-11-26", None, "2026-11-27", Some(Alert::Missed(0))),
            (Kind::Internal, "2026-11-26", None, "2026-11-29", Some(Alert::Missed(1))),
            (Kind::Promised, "2026-11-22", None, "2026-11-25", Some(Alert::Missed(3))),
        ] {
            assert_eq!(
                alert(&deadline(kind, on, safe), day(today), Some(&riyadh)),
                expected,
                "{} {on} on {today}",
                kind.word()
            );
        }
        let plain = alert(&deadline(Kind::Internal, "2026-11-26", None), day("2026-11-28"), None);
        assert_eq!(plain, Some(Alert::Missed(2)), "a place that nobody has stated rests on no day");
    }

    #[test]
    fn the_longer_it_is_missed_the_more_are_told() {
        for (kind, alert, who) in [
            (Kind::Internal, Alert::Ahead(30), "owner"),
            (Kind::Internal, Alert::Ahead(1), "owner"),
            (Kind::Contractual, Alert::Ahead(4), "owner"),
            (Kind::Legal, Alert::Ahead(3), "owner lead"),
            (Kind::Contractual, Alert::Unsafe(9), "owner lead"),
            (Kind::Promised, Alert::Missed(1), "owner lead"),
            (Kind::Internal, Alert::Missed(2), "owner lead"),
            (Kind::Internal, Alert::Missed(3), "owner lead decision_owner"),
            (Kind::Contractual, Alert::Missed(0), "owner lead decision_owner"),
            (Kind::Legal, Alert::Missed(1), "owner lead decision_owner"),
        ] {
            let said: Vec<&str> = told(kind, alert).iter().map(|one| one.word()).collect();
            assert_eq!(said.join(" "), who, "{} {alert:?}", kind.word());
        }
    }
}
