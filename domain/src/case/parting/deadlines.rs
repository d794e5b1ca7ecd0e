//! The days of an end that must not be missed: what they are and whose, who is told as they come near, and who besides once
//! they are missed (DOMAIN 5.6).

use super::{Basis, Computed, Dispatch, Parting};
use crate::case::limits::limit;
use crate::case::role::Role;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::working::Working;
use crate::separation::agreement::Point;
use crate::separation::obligation::{self, Keeper, Owner};
use crate::word::words;

words! {
    /// What a day rests on.
    Kind {
        /// It cannot be waived here.
        Contractual = "contractual",
        Legal = "legal",
        Promised = "promised",
        Internal = "internal",
    }
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An obligation of the register, by its number.
    Obligation(u32),
    /// The last lawful day to send the notice.
    Dispatch,
    /// The time to cure a breach ends, and somebody has to say what follows.
    Cure,
    /// The notice that went out counts as received, and nobody has recorded it.
    Receipt,
    /// What both sides agreed on a point of the agreement to end.
    Agreed(Point),
    /// A question of the client waits for its answer, by its number.
    Answer(u32),
    /// The stage takes longer than it may.
    Stage(Stage),
}

impl What {
    /// Returns its word, without what it is about.
    pub fn word(self) -> &'static str {
        match self {
            What::Obligation(_) => "obligation",
            What::Dispatch => "dispatch",
            What::Cure => "cure",
            What::Receipt => "receipt",
            What::Agreed(_) => "agreed",
            What::Answer(_) => "answer",
            What::Stage(_) => "stage",
        }
    }
}

/// A day that must not be missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub what: What,
    pub kind: Kind,
    pub on: Day,
    /// The last day that leaves time for what goes wrong.
    pub last_safe: Option<Day>,
    pub owner: Owner,
    /// The contract whose notice it is of, where the client has several.
    pub contract: Option<String>,
}

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
/// A question of the client is answered within so many business days: their page promises it.
pub const ANSWER_DAYS: i32 = 1;

/// Returns the day by which a question that was asked at an instant is answered.
pub fn answer_by(asked_at: &str, working: Option<&Working>) -> Option<Day> {
    let asked_on = Day::from_iso(asked_at)?;
    Some(working.map_or(asked_on.plus(ANSWER_DAYS), |working| working.plus(asked_on, ANSWER_DAYS)))
}

/// Returns the days that are open in an end, the earliest first. They go on counting while counsel has stopped the case.
pub fn deadlines(case: &Case, working: Option<&Working>, calendar: Option<&Calendar>) -> Vec<Deadline> {
    if !case.stage.has_parting() {
        return vec![];
    }
    let parting = &case.parting;
    let mut all: Vec<Deadline> = parting.duties.register.open().into_iter().map(of_obligation).collect();
    all.extend(of_notices(case));
    if parting.agreed.is_some() && case.stage.is_parting() {
        all.extend(agreed(parting));
    }
    let lead = || Owner::Keeper(Keeper::Relationship);
    let waiting = parting.asked.iter().filter(|one| one.answer.is_none());
    all.extend(waiting.filter_map(|one| {
        let on = answer_by(&one.at, working)?;
        let what = What::Answer(one.id);
        Some(Deadline { what, kind: Kind::Promised, on, last_safe: None, owner: lead(), contract: None })
    }));
    // The last day of the services passes by itself; every other limit of a stage asks for something.
    if matches!(case.stage, Stage::PreparingExit | Stage::Closed) {
        let on = limit(case, calendar).map(|limit| limit.due_on);
        let what = What::Stage(case.stage);
        let kind = Kind::Internal;
        all.extend(on.map(|on| Deadline { what, kind, on, last_safe: None, owner: lead(), contract: None }));
    }
    all.sort_by_key(|one| one.on);
    all
}

fn of_obligation(item: &obligation::Item) -> Deadline {
    let obligation = &item.obligation;
    let kind = match obligation.basis {
        obligation::Basis::Contract => Kind::Contractual,
        obligation::Basis::Law => Kind::Legal,
        obligation::Basis::Promise => Kind::Promised,
        obligation::Basis::Policy => Kind::Internal,
    };
    let (what, owner) = (What::Obligation(obligation.id), obligation.owner.clone());
    Deadline { what, kind, on: obligation.due_on, last_safe: None, owner, contract: None }
}

/// Returns the days of all notices: until when each goes out, when it counts as received, and when a breach can no longer be
/// cured.
fn of_notices(case: &Case) -> Vec<Deadline> {
    let parting = &case.parting;
    let mut all: Vec<Deadline> = of_first(case).into_iter().collect();
    if matches!(case.stage, Stage::PreparingExit | Stage::Notice | Stage::Transition) {
        all.extend(case.open_further().into_iter().filter_map(|own| {
            let contract = Some(own.contract.clone());
            of_notice(own.computed.as_ref(), own.dispatch.as_ref(), own.receipt.is_some(), contract)
        }));
    }
    let breach = &parting.breach;
    let waits =
        breach.cured_on.is_none() && case.stage == Stage::PreparingExit && parting.basis() == Some(Basis::Breach);
    let cure = breach.notice.filter(|_| waits);
    all.extend(cure.map(|(_, until)| contractual(What::Cure, until, None, Keeper::Management)));
    all
}

/// Returns the day of the first notice; the client has ended it where theirs governs, and nothing of ours waits.
fn of_first(case: &Case) -> Option<Deadline> {
    let parting = &case.parting;
    if !matches!(case.stage, Stage::PreparingExit | Stage::Notice) || parting.ended_by_client().is_some() {
        return None;
    }
    let prepared = parting.computed.as_ref().filter(|_| parting.basis() != Some(Basis::Agreement));
    let contract = parting.computation().and_then(|computed| computed.contract.clone());
    let contract = contract.filter(|_| !case.further_contracts().is_empty());
    of_notice(prepared, parting.dispatched(), parting.receipt.is_some(), contract)
}

/// Returns the day of a notice for which it waits: to go out, or to be received.
fn of_notice(
    prepared: Option<&Computed>,
    sent: Option<&Dispatch>,
    is_received: bool,
    contract: Option<String>,
) -> Option<Deadline> {
    let (what, on, last_safe) = match sent {
        None => {
            let prepared = prepared?;
            (What::Dispatch, prepared.last_lawful_dispatch?, prepared.last_safe_dispatch)
        }
        Some(sent) if !is_received && !sent.computed.counts_from_arrival() => {
            (What::Receipt, sent.computed.received_on, None)
        }
        Some(_) => return None,
    };
    Some(Deadline { contract, ..contractual(what, on, last_safe, Keeper::Relationship) })
}

fn contractual(what: What, on: Day, last_safe: Option<Day>, keeper: Keeper) -> Deadline {
    Deadline { what, kind: Kind::Contractual, on, last_safe, owner: Owner::Keeper(keeper), contract: None }
}

/// Returns the days that a signed agreement sets, until the account is settled and the data is gone.
fn agreed(parting: &Parting) -> Vec<Deadline> {
    let open = [
        (Point::Payments, Keeper::Finance, parting.settlement.is_none()),
        (Point::Data, Keeper::Privacy, parting.disposals.is_empty()),
    ];
    let open = open.into_iter().filter(|(.., open)| *open);
    open.filter_map(|(point, keeper, _)| {
        let on = parting.agreement.day(point)?;
        let (what, owner) = (What::Agreed(point), Owner::Keeper(keeper));
        Some(Deadline { what, kind: Kind::Contractual, on, last_safe: None, owner, contract: None })
    })
    .collect()
}

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

/// Returns what is called to mind in a case on a day, what was missed first.
pub fn alerts(case: &Case, today: Day, working: Option<&Working>, calendar: Option<&Calendar>) -> Vec<Alerted> {
    let alerted = |deadline: Deadline| {
        let alert = alert(&deadline, today, working)?;
        let told = members(case, &deadline, alert);
        Some(Alerted { deadline, alert, told })
    };
    deadlines(case, working, calendar).into_iter().filter_map(alerted).collect()
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
