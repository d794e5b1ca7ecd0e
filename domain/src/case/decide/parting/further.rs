//! The notices of further contracts: computed, written, agreed to, sent and received, each by itself.

use super::serving::{Way, arrived, kept, may_go, sent, talked_first};
use super::{Decided, agrees, invalid, preparing, uncomputed};
use crate::case::decide::Now;
use crate::case::decide::decision::cooled_off;
use crate::case::event::Text;
use crate::case::gate::{Item, missing};
use crate::case::parting::further::{Act, Event};
use crate::case::parting::gate;
use crate::case::parting::{Basis, Computed, Event as Parted, Letter, Receipt};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::Role;
use crate::case::state::Case;
use crate::days::Day;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Decided {
    let event = match act {
        Act::ComputeFurther { contract, input, own } => {
            is_further(case, &contract)?;
            is_unsent(case, &contract)?;
            let basis = case.parting.basis();
            in_form(case, Computed::by_right(basis, Some(contract), input, own).map_err(uncomputed)?)?
        }
        Act::DraftFurther { contract, language, text: said, context } => {
            is_further(case, &contract)?;
            is_unsent(case, &contract)?;
            let kind = case.parting.basis().ok_or(lacks(Item::Basis))?.letter();
            let letter = case.parting.next_letter();
            // It is named first, so that it is never taken for the letter of the first contract.
            let named = Parted::Further(Event::FurtherLetterNamed { contract, letter });
            let drafted = preparing::draft(case, None, (kind, None), (language, said), &context)?;
            return Ok([named].into_iter().chain(drafted).collect());
        }
        Act::ApproveFurther { contract } => {
            let letter = written(case, &contract)?;
            let own = case.parting.further(&contract);
            let own = own.filter(|own| case.parting.is_of_right(own.computed.as_ref()));
            let own = own.ok_or(lacks(Item::NoticeComputation))?;
            if own.approved_by.is_some() {
                return Err(Refusal::Done);
            }
            if letter.author() == Some(by) && case.opening.members > 1 {
                return Err(Refusal::SamePerson);
            }
            if letter.author() == Some(by) {
                cooled_off(letter.written_at(), &now.at)?;
            }
            Event::FurtherNoticeApproved { contract }
        }
        Act::DispatchFurther { contract, sent_at, tracking, proof, own } => {
            dispatch(case, &contract, Way { sent_at, tracking, proof, own }, now.today)?
        }
        Act::ProveFurther { contract, proof } => prove(case, contract, proof)?,
        Act::FailFurther { contract, failure, on, text: said } => {
            has_come(on, now.today)?;
            text(&said)?;
            let own = case.parting.further(&contract).filter(|own| own.receipt.is_none());
            if own.is_none_or(|own| own.dispatch.is_none()) {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            Event::FurtherDeliveryFailed { contract, failure, on, said: Text::of(said) }
        }
        Act::ReceiveFurther { contract, arrival, received_at, proof } => {
            let own = case.parting.further(&contract).filter(|own| own.receipt.is_none());
            let sent = own.and_then(|own| Some((own.dispatch.as_ref()?, own.is_refused)));
            let (dispatch, is_refused) = sent.ok_or(Refusal::NotNow { stage: case.stage })?;
            kept(case, dispatch.method, proof.as_ref())?;
            let computed = arrived(dispatch, is_refused, (arrival, received_at.as_deref()), now.today)?;
            let receipt = Receipt { arrival, on: computed.received_on, proof };
            Event::FurtherNoticeReceived { contract, receipt, effective_on: computed.effective_on }
        }
        Act::LetGoOn { contract, text: why } => {
            text(&why)?;
            // Beside the client's own notice it may go on whatever right of ours was chosen.
            match case.parting.ended_by_client() {
                Some(_) => stands_beside(case, &contract)?,
                None => is_further(case, &contract)?,
            }
            is_unsent(case, &contract)?;
            Event::ContractGoesOn { contract, said: Text::of(why) }
        }
    };
    Ok(vec![Parted::Further(event)])
}

/// A notice goes by a way that its contract names, if it names one.
fn in_form(case: &Case, computed: Computed) -> Result<Event, Refusal> {
    match case.parting.form_of(&computed) {
        Some(false) => Err(lacks(Item::NoticeForm)),
        _ => Ok(Event::FurtherNoticeComputed { computed: Box::new(computed) }),
    }
}

/// What proves a dispatch is said once; from then on it stands.
fn prove(case: &Case, contract: String, proof: String) -> Result<Event, Refusal> {
    text(&proof)?;
    let own = case.parting.further(&contract);
    let sent = own.and_then(|own| Some((own, own.dispatch.as_ref()?)));
    let (own, dispatch) = sent.ok_or(Refusal::NotNow { stage: case.stage })?;
    if case.parting.is_proven_of(own) {
        return Err(Refusal::Done);
    }
    kept(case, dispatch.method, Some(&proof))?;
    Ok(Event::FurtherDispatchProved { contract, proof })
}

fn dispatch(case: &Case, contract: &str, way: Way, today: Day) -> Result<Event, Refusal> {
    is_unsent(case, contract)?;
    // What the mail server took has gone out; what is handed over by a person goes out as it was agreed to.
    let ordered = case.parting.letter_of_further(contract).filter(|letter| case.parting.is_ordered(letter.id));
    let ordered = ordered.and_then(|letter| Some((letter, case.computed_of(letter.id)?)));
    let dispatch = match ordered {
        Some(ordered) => sent(case, ordered, way, today)?,
        None => {
            let (letter, computed) = ready(case, contract, today)?;
            let dispatch = sent(case, (letter, computed), way, today)?;
            may_go(case, letter, &dispatch.computed)?;
            dispatch
        }
    };
    Ok(Event::FurtherNoticeDispatched { dispatch: Box::new(dispatch) })
}

/// Returns the notice of a further contract and its computation, where it may go out now.
pub fn ready<'a>(case: &'a Case, contract: &str, today: Day) -> Result<(&'a Letter, &'a Computed), Refusal> {
    let letter = written(case, contract)?;
    let own = case.parting.further(contract).filter(|own| own.approved_by.is_some());
    let computed = own.and_then(|own| own.computed.as_ref()).ok_or(lacks(Item::SecondApprover))?;
    if !case.parting.is_of_right(Some(computed)) {
        return Err(lacks(Item::NoticeComputation));
    }
    still_ours(case, contract)?;
    talked_first(case, today)?;
    // Counsel may have asked to wait since it was agreed to; a contract that is read anew asks for agreement again.
    if case.counsel_waits(None) {
        return Err(Refusal::lacks(Item::CounselWaits, Role::Counsel));
    }
    // The right may have been chosen since the notice began, beside the client's own.
    let lacking = missing(gate::right_of_ours(case, today));
    if lacking.is_empty() { Ok((letter, computed)) } else { Err(Refusal::Missing(lacking)) }
}

/// A further contract stands in the case beside the first, which we or the client end by notice; an agreement ends all that
/// it names.
fn is_further(case: &Case, contract: &str) -> Result<(), Refusal> {
    let by_notice = match case.parting.basis() {
        Some(basis) => basis != Basis::Agreement,
        None => case.parting.ended_by_client().is_some(),
    };
    if by_notice { stands_beside(case, contract) } else { Err(invalid(Field::Choice, Why::NotAllowedHere)) }
}

/// A contract may be read anew as long as no notice of it went out.
pub fn may_be_read(case: &Case, contract: &str) -> Result<(), Refusal> {
    is_further(case, contract)?;
    is_unsent(case, contract)
}

fn stands_beside(case: &Case, contract: &str) -> Result<(), Refusal> {
    let is_there = case.further_contracts().contains(&contract);
    if is_there { Ok(()) } else { Err(invalid(Field::Choice, Why::NotAllowedHere)) }
}

/// Refuses to send a notice of a contract that the client has ended: the one that theirs names, or any where it names none.
fn still_ours(case: &Case, contract: &str) -> Result<(), Refusal> {
    let is_theirs = case.parting.client_ends_all() || case.parting.client_ends(contract).is_some();
    if is_theirs { Err(Refusal::NotNow { stage: case.stage }) } else { Ok(()) }
}

/// What went out stands, unless it came back.
fn is_unsent(case: &Case, contract: &str) -> Result<(), Refusal> {
    let is_out = case.parting.further(contract).is_some_and(|own| own.dispatch.is_some());
    if is_out { Err(Refusal::Done) } else { Ok(()) }
}

fn written<'a>(case: &'a Case, contract: &str) -> Result<&'a Letter, Refusal> {
    let letter = case.parting.letter_of_further(contract).ok_or(lacks(Item::Letter))?;
    if !letter.passes() {
        return Err(lacks(Item::LetterCheck));
    }
    agrees(case.objections(letter))?;
    Ok(letter)
}

fn lacks(item: Item) -> Refusal {
    Refusal::lacks(item, Role::Lead)
}
