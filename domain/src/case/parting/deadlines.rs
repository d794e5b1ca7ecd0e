//! The days of an end that must not be missed: what they are, on what each rests, and whose it is (DOMAIN 5.6).

use super::{Basis, Computed, Dispatch, Parting};
use crate::case::limits::limit;
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

impl Deadline {
    /// Returns a day that stands for itself: with no last safe one before it, and of none of several contracts.
    fn of(what: What, kind: Kind, on: Day, owner: Owner) -> Deadline {
        Deadline { what, kind, on, last_safe: None, owner, contract: None }
    }
}

/// A question of the client is answered within so many business days: their page promises it.
pub const ANSWER_DAYS: i32 = 1;

/// Returns the day by which a question that was asked on a day is answered.
pub fn answer_by(asked_on: Day, working: Option<&Working>) -> Day {
    working.map_or(asked_on.plus(ANSWER_DAYS), |working| working.plus(asked_on, ANSWER_DAYS))
}

/// Returns the days that are open in an end, the earliest first. They go on counting while counsel has stopped the case.
pub fn deadlines(case: &Case, working: Option<&Working>, calendar: Option<&Calendar>) -> Vec<Deadline> {
    if !case.stage.has_parting() {
        return cure(case).into_iter().collect();
    }
    let parting = &case.parting;
    let mut all: Vec<Deadline> = parting.duties.register.open().into_iter().map(of_obligation).collect();
    all.extend(of_notices(case));
    if parting.agreed.is_some() && case.stage.is_parting() {
        all.extend(agreed(parting));
    }
    let lead = || Owner::Keeper(Keeper::Relationship);
    let waiting = parting.asked.iter().filter(|one| one.answer.is_none());
    all.extend(waiting.map(|one| {
        let by = answer_by(case.opening.day_of(&one.at), working);
        Deadline::of(What::Answer(one.id), Kind::Promised, by, lead())
    }));
    // The last day of the services passes by itself; every other limit of a stage asks for something.
    if matches!(case.stage, Stage::PreparingExit | Stage::Closed) {
        let on = limit(case, calendar).map(|limit| limit.due_on);
        all.extend(on.map(|on| Deadline::of(What::Stage(case.stage), Kind::Internal, on, lead())));
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
    Deadline::of(What::Obligation(obligation.id), kind, obligation.due_on, obligation.owner.clone())
}

/// Returns the days of all notices: until when each goes out, when it counts as received, and when a default can no longer be
/// cured.
fn of_notices(case: &Case) -> Vec<Deadline> {
    let mut all: Vec<Deadline> = of_first(case).into_iter().collect();
    if case.stage.may_give_notice() {
        all.extend(case.open_further().into_iter().filter_map(|own| {
            let contract = Some(own.contract.clone());
            of_notice(own.computed.as_ref(), own.dispatch.as_ref(), own.receipt.is_some(), contract)
        }));
    }
    all.extend(cure(case));
    all
}

/// Returns the last day to cure a default: of an end for breach, or of a client who stays, until it is cured or services are
/// suspended.
fn cure(case: &Case) -> Option<Deadline> {
    let breach = &case.parting.breach;
    let ends = case.stage == Stage::PreparingExit && case.parting.basis() == Some(Basis::Breach);
    let stays = case.may_warn() && breach.suspended_on.is_none();
    let (_, until) = breach.notice.filter(|_| breach.cured_on.is_none() && (ends || stays))?;
    Some(Deadline::of(What::Cure, Kind::Contractual, until, Owner::Keeper(Keeper::Management)))
}

/// Returns the day of the first notice; the client has ended it where theirs governs, and nothing of ours waits.
fn of_first(case: &Case) -> Option<Deadline> {
    let parting = &case.parting;
    if !matches!(case.stage, Stage::PreparingExit | Stage::Notice) || parting.ended_by_client().is_some() {
        return None;
    }
    let prepared = parting.computed.as_ref().filter(|_| parting.basis() != Some(Basis::Agreement));
    of_notice(prepared, parting.dispatched(), parting.receipt.is_some(), case.first_contract().cloned())
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
    let owner = Owner::Keeper(Keeper::Relationship);
    Some(Deadline { last_safe, contract, ..Deadline::of(what, Kind::Contractual, on, owner) })
}

/// Returns the days that a signed agreement sets, until the account is settled and the data is gone.
fn agreed(parting: &Parting) -> Vec<Deadline> {
    let open = [
        (Point::Payments, Keeper::Finance, parting.settlement.is_none()),
        (Point::Data, Keeper::Privacy, parting.verified().next().is_none()),
    ];
    let open = open.into_iter().filter(|(.., open)| *open);
    open.filter_map(|(point, keeper, _)| {
        let (on, owner) = (parting.agreement.day(point)?, Owner::Keeper(keeper));
        Some(Deadline::of(What::Agreed(point), Kind::Contractual, on, owner))
    })
    .collect()
}
