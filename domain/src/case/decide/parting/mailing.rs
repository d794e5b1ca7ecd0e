//! Letters sent by the firm's mail server: ordered by a person, and kept as they are until it is known what came of them.

use super::{Decided, Now, agrees, further, invalid, preparing, serving, uncomputed};
use crate::case::event::Text;
use crate::case::gate::{Item, gates, missing};
use crate::case::parting::further::Act as Further;
use crate::case::parting::mail::AddressSaid;
use crate::case::parting::{Act, Event, Failure, Letter};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::Role;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::separation::letter::Kind;
use crate::separation::notice::Method;

/// A letter goes out as it passed its check; a notice, as it was agreed to.
pub fn order(case: &Case, id: u32, (to, message): (String, String), own: Option<Vec<OwnDay>>, now: &Now) -> Decided {
    text(&to)?;
    let parting = &case.parting;
    let letter = parting.letter(id).ok_or(invalid(Field::Choice, Why::Unknown))?;
    is_here(case, letter)?;
    let (is_main, further) = (case.is_main(id), parting.further_of(id));
    let is_out = match further {
        Some(own) => own.dispatch.is_some(),
        None if is_main => parting.dispatched().is_some(),
        None => letter.is_out(),
    };
    if is_out {
        return Err(Refusal::Done);
    }
    if !case.may_be_mailed(letter) {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    if letter.kind == Kind::Default {
        preparing::in_form(case, Method::Email)?;
    }
    preparing::stood_behind(case, letter)?;
    let lacking = if is_main { missing(gates(case, Stage::Notice, now.today)) } else { vec![] };
    if !lacking.is_empty() {
        return Err(Refusal::Missing(lacking));
    }
    if is_main {
        serving::still_ours(case)?;
        serving::talked_first(case, now.today)?;
    }
    if let Some(own) = further {
        further::ready(case, &own.contract, now.today)?;
    }
    agrees(case.objections(letter))?;
    // Days off may have come to be known since it was computed.
    if let Some(sent) = case.notice_of(id).and_then(|computed| computed.with_days(own).sent_now(&now.at)) {
        serving::may_go(case, letter, &sent.map_err(uncomputed)?)?;
    }
    let Some(version) = letter.last().filter(|_| letter.passes()) else {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    };
    let digest = version.digest.clone();
    Ok(vec![Event::MailOrdered { letter: id, digest, message, said: Some(AddressSaid { to }) }])
}

/// Where counsel stopped the case, nothing goes out to the client; what a mail server took before is written down all the
/// same.
pub fn keep_silent(case: &Case, act: &Act) -> Result<(), Refusal> {
    let parting = &case.parting;
    let was_taken = match act {
        Act::HandOver { letter, .. } => parting.is_ordered(*letter),
        Act::Dispatch { .. } => parting.main_letter().is_some_and(|main| parting.is_ordered(main.id)),
        Act::Further(Further::DispatchFurther { contract, .. }) => parting.is_ordered_of(contract),
        _ => false,
    };
    if !case.is_silenced() || !act.reaches_client() || was_taken {
        return Ok(());
    }
    Err(Refusal::lacks(Item::CounselStop, Role::Counsel))
}

/// What was ordered did not go out; or a letter that went out came back, which the one by which it ends does as a dispatch.
pub fn end(case: &Case, letter: u32, (failure, on): (Failure, Day), said: String, today: Day) -> Decided {
    has_come(on, today)?;
    text(&said)?;
    let is_ordered = case.parting.is_ordered(letter);
    let comes_back = |known: &Letter| known.id == letter && known.is_out() && known.stands_by_itself();
    if !is_ordered && !case.parting.letters.iter().any(comes_back) {
        return Err(Refusal::Done);
    }
    if !is_ordered && failure == Failure::NotSent {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    Ok(vec![Event::DeliveryFailed { letter: Some(letter), failure, on, said: Text::of(said) }])
}

/// Refuses what is said of a letter while it is on its way by mail.
pub fn is_here(case: &Case, letter: &Letter) -> Result<(), Refusal> {
    if case.parting.is_ordered(letter.id) { Err(Refusal::Underway) } else { Ok(()) }
}

/// Refuses to change a letter that is on its way, or what the notice rests on.
pub fn keep_still(case: &Case, act: &Act) -> Result<(), Refusal> {
    let parting = &case.parting;
    let main = parting.main_letter().filter(|main| parting.is_ordered(main.id));
    let touched = match act {
        Act::DraftLetter { letter: Some(id), .. } | Act::OverrideLetter { letter: id, .. } => parting.is_ordered(*id),
        Act::DraftLetter { letter: None, kind, .. } => main.is_some_and(|main| main.kind == *kind),
        Act::ComputeNotice { .. } => main.is_some(),
        Act::ReviewContract { contract, .. } => parting.is_ordered_of(contract),
        Act::Further(
            Further::ComputeFurther { contract, .. }
            | Further::DraftFurther { contract, .. }
            | Further::LetGoOn { contract, .. },
        ) => parting.is_ordered_of(contract),
        _ => false,
    };
    if touched { Err(Refusal::Underway) } else { Ok(()) }
}
