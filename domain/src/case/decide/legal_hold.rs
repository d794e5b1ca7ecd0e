//! Legal holds: set and widened when a claim is near, acknowledged by whoever keeps papers, released by counsel alone.

use crate::case::event::{Event as CaseEvent, Text};
use crate::case::legal_hold::{Act, Event, LegalHold, Order, Reach};
use crate::case::refusal::{Field, Refusal, Why, text};
use crate::case::role::{Action, Role, may};
use crate::case::state::Case;
use std::collections::BTreeSet;

pub fn decide(case: &Case, by: &str, act: Act) -> Result<Vec<CaseEvent>, Refusal> {
    let event = match act {
        Act::SetLegalHold { order, text: said } => {
            text(&said)?;
            let order = checked(case, order)?;
            if case.legal_holds.iter().any(|known| known.stands() && known.order == order) {
                return Err(Refusal::Done);
            }
            // Until now all is kept: whatever keeps less lets the rest go.
            if case.awaits_legal_hold() && !order.reach.includes(&Reach::default()) {
                releases(case, by)?;
            }
            Event::LegalHoldSet { hold: case.legal_holds.len() as u32 + 1, order, said: Text::of(said) }
        }
        Act::ScopeLegalHold { hold, order, text: said } => {
            text(&said)?;
            let (known, order) = (standing(case, hold)?, checked(case, order)?);
            if known.order == order {
                return Err(Refusal::Done);
            }
            let lets_go = !order.reach.includes(&known.order.reach)
                || known.order.custodians.iter().any(|one| !order.custodians.contains(one));
            if lets_go {
                releases(case, by)?;
            }
            Event::LegalHoldScoped { hold, order, said: Text::of(said) }
        }
        Act::AcknowledgeLegalHold { hold } => {
            let known = standing(case, hold)?;
            let own = known.custodians.iter().find(|one| one.member == by).ok_or(Refusal::NotAsked)?;
            if own.acknowledged_on.is_some() {
                return Err(Refusal::Done);
            }
            Event::LegalHoldAcknowledged { hold }
        }
        Act::RemindCustodians { hold } => {
            let custodians: Vec<String> = standing(case, hold)?.unaware().map(|one| one.member.clone()).collect();
            if custodians.is_empty() {
                return Err(Refusal::Done);
            }
            Event::CustodiansReminded { hold, custodians }
        }
        Act::ReleaseLegalHold { hold, text: said } => {
            text(&said)?;
            standing(case, hold)?;
            Event::LegalHoldReleased { hold, said: Text::of(said) }
        }
    };
    Ok(vec![CaseEvent::LegalHold(event)])
}

fn standing(case: &Case, hold: u32) -> Result<&LegalHold, Refusal> {
    let known = case.legal_holds.iter().find(|known| known.id == hold);
    let known = known.ok_or(Refusal::Invalid { field: Field::Choice, why: Why::Unknown })?;
    if known.stands() { Ok(known) } else { Err(Refusal::Done) }
}

/// A hold has its days in their order, names who keeps the papers, and whoever is asked can release it.
fn checked(case: &Case, mut order: Order) -> Result<Order, Refusal> {
    if order.reach.from.zip(order.reach.to).is_some_and(|(from, to)| to < from) {
        return Err(Refusal::Invalid { field: Field::Day, why: Why::TooShort });
    }
    let (classes, custodians): (BTreeSet<_>, BTreeSet<_>) =
        (order.reach.classes.into_iter().collect(), order.custodians.into_iter().collect());
    order.reach.classes = classes.into_iter().collect();
    order.custodians = custodians.into_iter().collect();
    let nobody = order.custodians.is_empty() || order.custodians.iter().any(|one| one.trim().is_empty());
    if nobody {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::Empty });
    }
    if !case.allows(&order.ask, Action::ReleaseRecords) {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere });
    }
    Ok(order)
}

/// Refuses to let records go to whoever may not.
fn releases(case: &Case, by: &str) -> Result<(), Refusal> {
    let (action, class) = (case.release_action(), case.opening.class);
    if case.allows(by, action) {
        return Ok(());
    }
    Err(Refusal::NotYours {
        action,
        roles: Role::ALL.iter().copied().filter(|role| may(*role, action, class)).collect(),
    })
}
