//! Closing: the client's data, the account, the summary and the certificate.

use super::{Decided, invalid};
use crate::case::event::Text;
use crate::case::parting::settling::{Closure, Disposal, Ending, Fate, REMINDERS_MIN};
use crate::case::parting::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::obligation::Wrong;
use crate::separation::obligation::holding::Stored;

pub fn close(case: &Case, act: Act, today: Day) -> Decided {
    let parting = &case.parting;
    let event = match act {
        Act::Instruct { instruction, on, by_default, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            Event::DataInstructionReceived { instruction, on, by_default, said: Text::of(said) }
        }
        Act::Settle { settlement, on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            Event::SettlementSigned { settlement, on, said: Text::of(said) }
        }
        Act::Dispose { disposal, text: said } => {
            text(&said)?;
            dispose(case, &disposal, today)?;
            Event::DataDisposed { disposal, said: Text::of(said) }
        }
        Act::DeliverSummary { on, proof } => {
            has_come(on, today)?;
            text(&proof)?;
            Event::ClosingSummaryDelivered { on, proof }
        }
        Act::Close { closure, text: said } => {
            has_come(closure.on, today)?;
            said.as_deref().map(text).transpose()?;
            signed_or_reminded(&closure)?;
            Event::ClosureSigned { closure, said: said.and_then(Text::of) }
        }
        Act::Seal { sha256 } => {
            text(&sha256)?;
            if parting.closure.is_none() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            Event::ArchiveSealed { sha256 }
        }
        other => unreachable!("not an act of closing: {other:?}"),
    };
    Ok(vec![event])
}

/// Data is disposed of by two persons, and only after it was looked whether something must be kept (DOMAIN 2.2).
fn dispose(case: &Case, disposal: &Disposal, today: Day) -> Result<(), Refusal> {
    has_come(disposal.on, today)?;
    text(&disposal.operator)?;
    if disposal.operator == disposal.verifier && case.opening.members > 1 {
        return Err(Refusal::SamePerson);
    }
    let disposes = matches!(disposal.fate, Fate::Deleted | Fate::Returned);
    if disposes && !case.parting.duties.holdings.iter().all(Stored::is_safe) {
        return Err(Refusal::Duty(Wrong::Unread));
    }
    let holds = case.parting.hold.as_ref().map(|(holds, _)| *holds);
    match (disposal.fate, holds) {
        (Fate::Deleted, None) => Err(Refusal::NotNow { stage: case.stage }),
        (Fate::Deleted, Some(true)) => Err(invalid(Field::Choice, Why::NotAllowedHere)),
        (Fate::Deleted | Fate::Returned, _) if case.parting.instruction.is_none() => {
            Err(Refusal::NotNow { stage: case.stage })
        }
        _ => Ok(()),
    }
}

fn signed_or_reminded(closure: &Closure) -> Result<(), Refusal> {
    match closure.ending {
        Ending::Signed => closure.signer.as_deref().map_or(Err(invalid(Field::Text, Why::Empty)), text),
        Ending::NotSigned if closure.reminders < REMINDERS_MIN => Err(invalid(Field::Number, Why::TooShort)),
        Ending::NotSigned => Ok(()),
    }
}
