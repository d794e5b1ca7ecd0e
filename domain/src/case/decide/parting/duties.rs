//! What both sides owe: taken into the register, settled in its order; the inventories; the plan.

use super::{invalid, may_be_read};
use crate::case::event::Text;
use crate::case::parting::duties::{Act, EndPlan, Event, Inventory};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Action, Role, may};
use crate::case::state::Case;
use crate::days::Day;
use crate::retention::Class;
use crate::separation::obligation::access::{Access, Step};
use crate::separation::obligation::holding::{Holding, Stored};
use crate::separation::obligation::{Item, Obligation, ObligationSaid, Owner, Settled, SettledSaid, What, Wrong};

/// Decides an act of a member.
pub fn decide(case: &Case, by: &str, act: Act, today: Day) -> Result<Event, Refusal> {
    let duties = &case.parting.duties;
    match act {
        Act::AddObligation { obligation, said } => add(case, *obligation, said),
        Act::SettleObligation { obligation, settled, said } => settle(case, by, obligation, settled, said, today),
        Act::MoveObligation { obligation, to, text: why } => {
            let item = duties.register.get(obligation).ok_or(Refusal::Duty(Wrong::Unknown))?;
            owned(case, by, &item.obligation.owner)?;
            text(&why)?;
            duties.register.may_move(obligation, to).map_err(Refusal::Duty)?;
            let from = item.obligation.due_on;
            Ok(Event::ObligationMoved { obligation, from, to, said: Text::of(why) })
        }
        Act::WordObligation { obligation, text: sentence } => word(case, obligation, sentence),
        Act::PlanEnd { plan, text: why } => planned(case, plan, why),
        Act::StateNothingHeld { inventory, text: said } => {
            borne(case, by, if inventory == Inventory::Access { Role::It } else { Role::Dpo })?;
            text(&said)?;
            if duties.is_inventoried(inventory) {
                return Err(Refusal::Done);
            }
            Ok(Event::NothingHeld { inventory, said: Text::of(said) })
        }
        Act::ListAccess { access, text: system } => {
            borne(case, by, Role::It)?;
            text(&system)?;
            let id = duties.accesses.iter().map(|held| held.access.id).max().unwrap_or(0) + 1;
            Ok(Event::AccessInventoried { access: Access { id, ..access }, said: Text::of(system) })
        }
        Act::AdvanceAccess { access, step, on } => {
            borne(case, by, Role::It)?;
            advance(case, access, step, on, today)
        }
        Act::ListHolding { .. } | Act::CopyHolding { .. } | Act::ReadBackHolding { .. } | Act::RemoveHolding { .. } => {
            borne(case, by, Role::Dpo)?;
            hold(case, act, today)
        }
    }
}

fn add(case: &Case, obligation: Obligation, said: ObligationSaid) -> Result<Event, Refusal> {
    let register = &case.parting.duties.register;
    for words in [&said.words, &said.source].into_iter().flatten() {
        text(words)?;
    }
    let obligation = Obligation { id: register.next_id(), ..obligation };
    register.may_add(&obligation, &said).map_err(Refusal::Duty)?;
    let said = Some(said).filter(|said| said != &ObligationSaid::default());
    Ok(Event::ObligationAdded { obligation: Box::new(obligation), said })
}

/// What the program has no sentence for gets one that the client may read.
fn word(case: &Case, obligation: u32, sentence: String) -> Result<Event, Refusal> {
    let item = case.parting.duties.register.get(obligation).ok_or(Refusal::Duty(Wrong::Unknown))?;
    if item.obligation.what != What::Own {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    may_be_read(case, &sentence)?;
    if item.for_client.as_ref() == Some(&sentence) {
        return Err(Refusal::Done);
    }
    Ok(Event::ObligationWorded { obligation, said: Text::of(sentence) })
}

fn settle(
    case: &Case,
    by: &str,
    obligation: u32,
    settled: Settled,
    said: SettledSaid,
    today: Day,
) -> Result<Event, Refusal> {
    let register = &case.parting.duties.register;
    let item = register.get(obligation).ok_or(Refusal::Duty(Wrong::Unknown))?;
    owned(case, by, &item.obligation.owner)?;
    text(&said.text)?;
    if matches!(settled, Settled::Excepted { .. }) && !case.allows(by, Action::Decide) {
        return Err(not_yours(case, Action::Decide));
    }
    let may = register.may_settle(obligation, &settled, &case.parting.known(), case.opening.track, today);
    may.map_err(Refusal::Duty)?;
    let said = Some(said);
    Ok(match settled {
        Settled::Proved { on, sha256 } => Event::ObligationProved { obligation, on, sha256, said },
        Settled::Transferred { on } => Event::ObligationTransferred { obligation, on, said },
        Settled::Excepted { on, acknowledged } => Event::ObligationExcepted { obligation, on, acknowledged, said },
    })
}

/// Returns that a letter or a paper, by its digest, proves what was owed, with what is said of it.
pub fn proved(item: &Item, on: Day, sha256: Option<String>, text: String) -> Event {
    let said = Some(SettledSaid { text, file: None });
    Event::ObligationProved { obligation: item.obligation.id, on, sha256, said }
}

fn advance(case: &Case, id: u32, step: Step, on: Day, today: Day) -> Result<Event, Refusal> {
    let duties = &case.parting.duties;
    let held = duties.accesses.iter().find(|held| held.access.id == id).ok_or(Refusal::Duty(Wrong::Unknown))?;
    has_come(on, today)?;
    held.may(step, on).map_err(|before| Refusal::Duty(Wrong::Access(before)))?;
    // What lies behind the access is known, copied and read back first.
    if step == Step::Removed && !duties.is_inventoried(Inventory::Data) {
        return Err(Refusal::Duty(Wrong::Unlisted));
    }
    if step == Step::Removed && !duties.holdings.iter().all(Stored::is_safe) {
        return Err(Refusal::Duty(Wrong::Unread));
    }
    Ok(match step {
        Step::Transferred => Event::OwnershipTransferred { access: id, on },
        Step::Tested => Event::OwnershipTested { access: id, on },
        Step::Removed => Event::AccessRevoked { access: id, on },
    })
}

fn hold(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let holdings = &case.parting.duties.holdings;
    let get = |id: u32| holdings.iter().find(|stored| stored.holding.id == id).ok_or(Refusal::Duty(Wrong::Unknown));
    let unready = |why| Refusal::Duty(Wrong::Holding(why));
    Ok(match act {
        Act::ListHolding { holding, text: name } => {
            text(&name)?;
            let id = holdings.iter().map(|stored| stored.holding.id).max().unwrap_or(0) + 1;
            Event::HoldingListed { holding: Holding { id, ..holding }, said: Text::of(name) }
        }
        Act::CopyHolding { holding, copied } => {
            has_come(copied.on, today)?;
            get(holding)?.may_copy(&copied).map_err(unready)?;
            Event::HoldingCopied { holding, copied }
        }
        Act::ReadBackHolding { holding, read } => {
            has_come(read.on, today)?;
            get(holding)?.may_read_back(&read).map_err(unready)?;
            Event::HoldingReadBack { holding, on: read.on }
        }
        Act::RemoveHolding { holding, on } => {
            has_come(on, today)?;
            case.may_destroy(Class::ClientData)?;
            if matches!(case.parting.hold, None | Some((true, _))) {
                return Err(Refusal::Duty(Wrong::Held));
            }
            get(holding)?.may_remove(on).map_err(unready)?;
            Event::HoldingRemoved { holding, on }
        }
        other => unreachable!("not an act on holdings: {other:?}"),
    })
}

/// A plan has its days in their order; whoever states it anew says why.
fn planned(case: &Case, plan: EndPlan, why: Option<String>) -> Result<Event, Refusal> {
    let given = plan.given;
    if !(given.notice_on <= given.received_on && given.received_on <= given.effective_on) {
        return Err(invalid(Field::Day, Why::NotAllowedHere));
    }
    if !case.parting.duties.plans.is_empty() && why.as_deref().is_none_or(|why| why.trim().is_empty()) {
        return Err(invalid(Field::Text, Why::Empty));
    }
    why.as_deref().map(text).transpose()?;
    Ok(Event::EndPlanned { plan, said: why.and_then(Text::of) })
}

/// Refuses what is another owner's.
fn owned(case: &Case, by: &str, owner: &Owner) -> Result<(), Refusal> {
    if case.owns(by, owner) { Ok(()) } else { Err(not_yours(case, Action::Work)) }
}

/// Refuses what neither a role bears nor whoever works on the case.
fn borne(case: &Case, by: &str, role: Role) -> Result<(), Refusal> {
    let bears = case.holders(role).iter().any(|holder| holder == by) || case.allows(by, Action::Work);
    if bears { Ok(()) } else { Err(not_yours(case, Action::Work)) }
}

fn not_yours(case: &Case, action: Action) -> Refusal {
    let class = case.opening.class;
    Refusal::NotYours { action, roles: Role::ALL.iter().copied().filter(|role| may(*role, action, class)).collect() }
}
