//! Closing: the client's data, the account, the summary and the certificate.

use super::{Decided, agrees_unless_gone, clearance, duties, invalid, mailing};
use crate::case::decide::Now;
use crate::case::decide::decision::cooled_off;
use crate::case::event::Text;
use crate::case::gate::{Item, Missing, Whose, gates, missing};
use crate::case::parting::settling::{Certified, Disposal, Fate, Settlement};
use crate::case::parting::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::Role;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::retention::Class;
use crate::separation::letter::Kind;
use crate::separation::obligation::holding::Stored;
use crate::separation::obligation::{Code, Item as Owed, Wrong};
use crate::separation::settlement::{ClientStatement, FinalAccount, WhyOpen};

pub fn close(case: &Case, by: &str, act: Act, now: &Now) -> Decided {
    let (parting, today) = (&case.parting, now.today);
    let event = match act {
        Act::Instruct { instruction, on, by_default, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            // Nobody is silent to what never reached them, and what the client said themself is not silence.
            if by_default && !parting.is_served() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            once(!by_default || case.parting.instruction.is_none_or(|standing| !standing.by_client))?;
            Event::DataInstructionReceived { instruction, on, by_default, by_client: false, said: Text::of(said) }
        }
        // What was signed was signed on the account as it stood.
        Act::FreezeAccount { .. } | Act::Settle { .. } if parting.closure.is_some() => return Err(Refusal::Done),
        Act::FreezeAccount { account, statement, clause } => return freeze(case, *account, statement, clause, today),
        Act::Settle { settlement, on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            settles(case, settlement)?;
            Event::SettlementSigned { settlement, on, said: Text::of(said) }
        }
        Act::Dispose { disposal, text: said } => {
            text(&said)?;
            dispose(case, by, &disposal, today)?;
            let is_known = |one: &Certified| one.disposal == disposal && one.items.as_ref() == Some(&said);
            once(!parting.disposals.iter().any(is_known))?;
            let to_verify = disposal.fate.goes();
            Event::DataDisposed { disposal, to_verify, said: Text::of(said) }
        }
        Act::VerifyDisposal { disposal, text: said } => {
            text(&said)?;
            verifies(case, by, disposal, now)?;
            Event::DisposalVerified { disposal, said: Text::of(said) }
        }
        Act::DeliverSummary { on, proof } => {
            has_come(on, today)?;
            text(&proof)?;
            once(parting.summary.is_none())?;
            let letter = parting.letter_of(Kind::ClosingSummary);
            let letter = letter.ok_or_else(|| Refusal::lacks(Item::ClosingSummary, Role::Lead))?;
            mailing::is_here(case, letter)?;
            agrees_unless_gone(case, letter)?;
            Event::ClosingSummaryDelivered { on, proof }
        }
        Act::Close { closure, text: said } => {
            has_come(closure.on, today)?;
            said.as_deref().map(text).transpose()?;
            clearance::signed_or_reminded(case, &closure)?;
            // What was signed, or written down as not signed, stands.
            once(parting.closure.is_none())?;
            Event::ClosureSigned { closure, language: None, said: said.and_then(Text::of) }
        }
        Act::Seal { sha256 } => {
            text(&sha256)?;
            once(parting.sealed.is_none())?;
            // A pack holds the whole end, so it is sealed last: all else is there but the archive, which holds the pack. What
            // is owed by sealing it does not stand in its own way.
            let mut after = case.clone();
            after.parting.sealed = Some(sha256.clone());
            let mut lacking = missing(gates(&after, Stage::Closed, today));
            lacking.retain(|missing| missing.item != Item::Archive);
            if !lacking.is_empty() {
                return Err(Refusal::Missing(lacking));
            }
            Event::ArchiveSealed { sha256 }
        }
        other => unreachable!("not an act of closing: {other:?}"),
    };
    Ok(vec![event])
}

/// Refuses what was done before.
fn once(is_new: bool) -> Result<(), Refusal> {
    if is_new { Ok(()) } else { Err(Refusal::Done) }
}

/// An account is frozen on its own day, once nothing is left to be said of it.
fn freeze(
    case: &Case,
    account: FinalAccount,
    statement: Option<Box<ClientStatement>>,
    clause: Option<String>,
    today: Day,
) -> Decided {
    let is_of_today = account.on == today && statement.as_ref().is_none_or(|statement| statement.on == today);
    if !is_of_today || !account.questions.is_empty() {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    clause.as_deref().map(text).transpose()?;
    if clause.is_none() && !account.interest.is_empty() {
        return Err(invalid(Field::Text, Why::Empty));
    }
    let account = account.without_words(clause.as_deref().unwrap_or_default());
    let (digest, account, said) = (account.digest(), Box::new(account), clause.and_then(Text::of));
    let billed = billed(case, &account, &digest, today);
    Ok([Event::AccountFrozen { account, digest, statement, said }].into_iter().chain(billed).collect())
}

/// Once nothing more is worked, an account on which nothing waits to be billed proves that all was billed, or waived (DOMAIN 2.2,
/// FIN-01). What the account before proved rests on this one now.
fn billed(case: &Case, account: &FinalAccount, digest: &str, on: Day) -> Vec<Event> {
    let has_ended = case.parting.fixed_end().is_some_and(|end| end <= on);
    let before = case.parting.account.as_ref().map(|frozen| frozen.digest.as_str());
    let is_all = has_ended && account.is_billed();
    let owed = |item: &&Owed| is_all && (item.is_open() || item.rests_on(before));
    let proved = |item: &Owed| Event::Duty(duties::proved(item, on, Some(digest.to_owned()), String::new()));
    case.parting.duties.register.of(Code::Fin01).filter(owed).map(proved).collect()
}

/// Only a frozen account is settled, and in a way that leaves nothing open but money that has still to go back.
fn settles(case: &Case, how: Settlement) -> Result<(), Refusal> {
    let Some(frozen) = &case.parting.account else {
        return Err(Refusal::lacks(Item::Account, Role::Finance));
    };
    let is_open = frozen.account.open_under(how).iter().any(|why| *why != WhyOpen::Trust);
    if is_open { Err(invalid(Field::Choice, Why::NotAllowedHere)) } else { Ok(()) }
}

/// Data is disposed of by two persons, only after it was looked whether something must be kept (DOMAIN 2.2), and only from
/// places that are listed; none is held only where nothing lies in any. Whoever certifies what went does not verify it.
fn dispose(case: &Case, by: &str, disposal: &Disposal, today: Day) -> Result<(), Refusal> {
    has_come(disposal.on, today)?;
    text(&disposal.operator)?;
    let disposes = disposal.fate.goes();
    let is_own = disposal.verifier == disposal.operator || (disposes && disposal.verifier == by);
    if is_own && case.opening.members > 1 {
        return Err(Refusal::SamePerson);
    }
    let holdings = &case.parting.duties.holdings;
    if disposes && !holdings.iter().all(Stored::is_safe) {
        return Err(Refusal::Duty(Wrong::Unread));
    }
    if disposal.fate == Fate::Deleted {
        case.may_destroy(Class::ClientData)?;
    }
    let holds = case.parting.hold.as_ref().map(|(holds, _)| *holds);
    // What was held back goes once it may, long after the last place could be listed.
    let was_held = case.parting.disposals.iter().any(|known| known.disposal.fate == Fate::Held);
    match (disposal.fate, holds) {
        (Fate::Deleted, None) => Err(Refusal::lacks(Item::HoldCheck, Role::Dpo)),
        (Fate::Deleted, Some(true)) => Err(invalid(Field::Choice, Why::NotAllowedHere)),
        (Fate::Deleted | Fate::Returned, _) if case.parting.instruction.is_none() => {
            Err(Refusal::lacks(Item::DataInstruction, Role::Dpo))
        }
        _ if disposes && holdings.is_empty() && !was_held => Err(Refusal::Duty(Wrong::NoPlace)),
        (Fate::NoneHeld, _) if !holdings.iter().all(Stored::is_settled) => Err(Refusal::Duty(Wrong::StillThere)),
        _ => Ok(()),
    }
}

/// Only whoever was named verifies what was certified, and once; whoever is alone, after a day's rest.
fn verifies(case: &Case, by: &str, disposal: u32, now: &Now) -> Result<(), Refusal> {
    let mut waiting = case.parting.unverified();
    let (_, certified) = waiting.find(|(id, _)| *id == disposal).ok_or(Refusal::Done)?;
    let Disposal { operator, verifier, .. } = &certified.disposal;
    if verifier != by {
        let (item, whose) = (Item::DisposalVerification, Whose::Members(vec![verifier.clone()]));
        return Err(Refusal::Missing(vec![Missing { item, whose }]));
    }
    if operator == verifier {
        cooled_off(certified.waits_since.as_deref().unwrap_or_default(), &now.at)
    } else {
        Ok(())
    }
}
