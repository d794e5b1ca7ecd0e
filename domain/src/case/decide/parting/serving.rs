//! Serving the notice: sent, received, crossed, taken back. What was served cannot be changed.

use super::{Decided, agrees, agrees_unless_gone, crossed, duties, invalid, mailing, preparing, uncomputed};
use crate::case::decide::decision::keep_orders;
use crate::case::event::{Event as CaseEvent, Text};
use crate::case::gate::{Gate, Item, Missing, gates, missing};
use crate::case::parting::gate::ours_to_notice;
use crate::case::parting::{Act, Arrival, Basis, Computed, Dispatch, Event, Failure, Letter, Receipt, Uncomputed};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::separation::letter::Kind;
use crate::separation::notice::Method;
use crate::separation::obligation::{Code, Item as Owed};

pub fn serve(case: &Case, act: Act, today: Day) -> Decided {
    let parting = &case.parting;
    let event = match act {
        Act::Dispatch { sent_at, tracking, proof, own } => {
            return dispatch(case, Way { sent_at, tracking, proof, own }, today);
        }
        Act::ProveDispatch { proof } => prove(case, proof)?,
        Act::HandOver { letter, on, proof } => return hand_over(case, letter, (on, proof, false), today),
        Act::SendByChat { letter, on } => return hand_over(case, letter, (on, None, true), today),
        Act::RecordFailure { failure, on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            if parting.dispatched().is_none() || parting.receipt.is_some() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            let failed = Event::DeliveryFailed { letter: None, failure, on, said: Text::of(said) };
            return Ok(crossed::with_end(case, failed, None));
        }
        Act::RecordReceipt { arrival, received_at, proof } => {
            return receive(case, arrival, received_at.as_deref(), proof, today);
        }
        Act::SignAgreement { on, effective_on, proof } => {
            has_come(on, today)?;
            signed_by_both(case, &proof)?;
            if parting.basis() != Some(Basis::Agreement) {
                return Err(invalid(Field::Choice, Why::NotAllowedHere));
            }
            if parting.agreed.is_some() {
                return Err(Refusal::Done);
            }
            // The paper that both signed says what the points say; where it says another day, the point is settled anew.
            if parting.agreement.ends_on().is_some_and(|agreed| agreed != effective_on) {
                return Err(invalid(Field::Day, Why::NotAllowedHere));
            }
            still_agreed(
                case,
                &[
                    Item::AgreementPoints,
                    Item::LetterCheck,
                    Item::RestrictedLeak,
                    Item::SecondApprover,
                    Item::CounselWaits,
                ],
                today,
            )?;
            let letter = parting.main_letter().into_iter();
            agrees(letter.flat_map(|letter| case.objections_on(letter, Some(effective_on))).collect())?;
            Event::AgreementSigned { on, effective_on, proof }
        }
        Act::EndEarlier { on, effective_on, proof } => earlier(case, (on, effective_on), proof, today)?,
        Act::RecordStayRequest { on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            Event::StayRequested { on, said: Text::of(said) }
        }
        other => unreachable!("not an act of the notice: {other:?}"),
    };
    Ok(vec![event])
}

/// The day of the end is brought forward by both, on paper (DOMAIN 5.3, 7 to 8), and never put off by it. Where several
/// contracts end, each on a day of its own, one paper does not say which.
fn earlier(case: &Case, (on, effective_on): (Day, Day), proof: String, today: Day) -> Result<Event, Refusal> {
    has_come(on, today)?;
    signed_by_both(case, &proof)?;
    let standing = case.parting.effective_on.ok_or(Refusal::NotNow { stage: case.stage })?;
    if case.parting.last_days().len() > 1 {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    if effective_on >= standing {
        return Err(invalid(Field::Day, Why::TooFar));
    }
    // Nothing ends before whatever ends it came.
    let begun = match (&case.parting.agreed, case.parting.ended_by_client()) {
        (Some((signed, _)), _) => Some(*signed),
        (None, Some(theirs)) => Some(theirs.received_on),
        (None, None) => case.parting.receipt.as_ref().map(|receipt| receipt.on),
    };
    if begun.is_some_and(|begun| effective_on < begun) || effective_on < on {
        return Err(invalid(Field::Day, Why::InThePast));
    }
    Ok(Event::EndBroughtForward { on, effective_on, proof })
}

/// Tells whether a paper proves that a notice went out or came, or is what both signed before: it says nothing new.
fn proves_another(case: &Case, proof: &str) -> bool {
    let parting = &case.parting;
    let further = || parting.further.iter();
    let sent = parting.dispatches.iter().chain(further().filter_map(|own| own.dispatch.as_ref()));
    let received = parting.receipt.iter().chain(further().filter_map(|own| own.receipt.as_ref()));
    let sent = sent.filter_map(|dispatch| dispatch.proof.as_deref());
    let received = received.filter_map(|receipt| receipt.proof.as_deref());
    let signed = parting.agreed.iter().chain(&parting.brought_forward).map(|(_, proof)| proof.as_str());
    sent.chain(received).chain(signed).any(|known| known == proof)
}

/// A letter that stands by itself reached the client. The one by which it ends is dispatched, or signed by both.
fn hand_over(case: &Case, id: u32, (on, proof, by_chat): (Day, Option<String>, bool), today: Day) -> Decided {
    has_come(on, today)?;
    let letter = case.parting.letter(id).ok_or(invalid(Field::Choice, Why::Unknown))?;
    if letter.is_out() {
        return Err(Refusal::Done);
    }
    // After the closing only what was ordered before it still goes out, what came back, and what is written then.
    let is_ordered = case.parting.is_ordered(id);
    if !is_ordered && !case.takes(letter) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    // A chat serves nothing on which a period or a right depends.
    if !letter.stands_by_itself() || !letter.passes() || (by_chat && letter.kind.is_formal()) {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    if by_chat {
        mailing::is_here(case, letter)?;
    }
    agrees_unless_gone(case, letter)?;
    preparing::stood_behind(case, letter)?;
    let fulfilled = fulfilled(case, letter, on, proof.as_deref());
    Ok([Event::LetterHandedOver { letter: id, on, proof, by_chat }].into_iter().chain(fulfilled).collect())
}

/// Whoever sends the list of others who do such work has done what was owed by it, and the letter proves it (DOMAIN B61).
fn fulfilled(case: &Case, letter: &Letter, on: Day, proof: Option<&str>) -> Vec<Event> {
    let owed = |item: &&Owed| item.is_open() && letter.kind == Kind::ReferralList;
    let proved = |item: &Owed| {
        let digest = letter.last().map(|version| version.digest.clone());
        Event::Duty(duties::proved(item, on, digest, proof.unwrap_or_default().to_owned()))
    };
    case.parting.duties.register.of(Code::Ref01).filter(owed).map(proved).collect()
}

/// How a notice went out, as a person says it.
pub struct Way {
    /// The sender's wall clock.
    pub sent_at: String,
    pub tracking: Option<String>,
    pub proof: Option<String>,
    /// The firm's own days as they are now.
    pub own: Option<Vec<OwnDay>>,
}

fn dispatch(case: &Case, way: Way, today: Day) -> Decided {
    let parting = &case.parting;
    if parting.dispatched().is_some() {
        return Err(Refusal::Done);
    }
    let ready = parting.main_letter().zip(parting.computed.as_ref());
    let Some((letter, computed)) = ready.filter(|(letter, _)| letter.passes()) else {
        still_ours(case)?;
        return Err(Refusal::Missing(missing(gates(case, Stage::Notice, today))));
    };
    // What the mail server took has gone out; what is handed over by a person goes out as it was agreed to.
    let is_ordered = parting.is_ordered(letter.id);
    if !is_ordered {
        still_ours(case)?;
        let items = [
            Item::NoticeComputation,
            Item::LetterCheck,
            Item::RestrictedLeak,
            Item::SecondApprover,
            Item::NoticeForm,
            Item::CounselWaits,
        ];
        still_agreed(case, &items, today)?;
        talked_first(case, today)?;
    }
    let dispatch = sent(case, (letter, computed), way, today)?;
    if !is_ordered {
        may_go(case, letter, &dispatch.computed)?;
    }
    Ok(vec![Event::NoticeDispatched { dispatch: Box::new(dispatch) }])
}

/// Returns the dispatch of a letter that went out as it is said.
pub fn sent(case: &Case, (letter, computed): (&Letter, &Computed), way: Way, today: Day) -> Result<Dispatch, Refusal> {
    let Way { sent_at, tracking, proof, own } = way;
    let day = Day::from_iso(sent_at.get(..10).unwrap_or_default()).ok_or(invalid(Field::Day, Why::Unknown))?;
    has_come(day, today)?;
    let method = computed.method().ok_or(invalid(Field::Choice, Why::Unknown))?;
    kept(case, method, proof.as_ref())?;
    let computed = match computed.with_days(own).sent(&sent_at, None) {
        // The mail server took it: what it was computed for stands.
        Err(Uncomputed::TooLate) if case.parting.is_ordered(letter.id) => computed.clone(),
        sent => sent.map_err(uncomputed)?,
    };
    let digest = letter.last().map(|version| version.digest.clone()).unwrap_or_default();
    Ok(Dispatch { letter: letter.id, digest, method, sent_at, tracking, proof, computed })
}

/// Refuses a notice that would be received before its window opens, that comes too late for the term that it was computed to
/// end, or that names another day than that of its end, on which it may come when it is sent on another day than it was
/// computed for.
pub fn may_go(case: &Case, letter: &Letter, sent: &Computed) -> Result<(), Refusal> {
    if sent.is_too_early() {
        return Err(invalid(Field::Day, Why::TooEarly));
    }
    if case.computed_of(letter.id).is_some_and(|agreed| sent.ends_later_than(agreed)) {
        return Err(invalid(Field::Day, Why::TooLate));
    }
    if sent.counts_from_arrival() { Ok(()) } else { agrees(case.objections_on(letter, Some(sent.effective_on))) }
}

/// Refuses to send a notice where the client's own has set the day already: ours would say another.
pub fn still_ours(case: &Case) -> Result<(), Refusal> {
    let theirs = case.parting.ended_by_client();
    theirs.map_or(Ok(()), |_| Err(Refusal::NotNow { stage: case.stage }))
}

/// What proves a dispatch is said once; from then on it stands.
fn prove(case: &Case, proof: String) -> Result<Event, Refusal> {
    text(&proof)?;
    let Some(dispatch) = case.parting.dispatched() else { return Err(Refusal::NotNow { stage: case.stage }) };
    if case.parting.is_proven() {
        return Err(Refusal::Done);
    }
    kept(case, dispatch.method, Some(&proof))?;
    Ok(Event::DispatchProved { proof })
}

/// Refuses as the proof of a way that leaves a paper anything but a kept file.
pub fn kept(case: &Case, method: Method, proof: Option<&String>) -> Result<(), Refusal> {
    let is_there = proof.is_none_or(|proof| case.parting.keeps(proof));
    if method.leaves_paper() && !is_there { Err(invalid(Field::Choice, Why::Unknown)) } else { Ok(()) }
}

/// Refuses a notice before the client was talked to, or before it is said why not: nobody learns of an end from a letter.
pub fn talked_first(case: &Case, today: Day) -> Result<(), Refusal> {
    lacks_none(gates(case, Stage::Transition, today), &[Item::NoticeTalk])
}

/// Refuses while something that was there when the notice began is missing again: a text or a point was changed since.
/// It is asked for also where the client's own notice governs meanwhile.
fn still_agreed(case: &Case, items: &[Item], today: Day) -> Result<(), Refusal> {
    lacks_none(ours_to_notice(case, today), items)
}

/// Refuses while any of some items is not met.
fn lacks_none(gates: Vec<Gate>, items: &[Item]) -> Result<(), Refusal> {
    let lacking = missing(gates).into_iter();
    let lacking: Vec<Missing> = lacking.filter(|missing| items.contains(&missing.item)).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Refusal::Missing(lacking)) }
}

/// The notice counts as received, and the day on which it ends is fixed.
fn receive(case: &Case, arrival: Arrival, at: Option<&str>, proof: Option<String>, today: Day) -> Decided {
    let parting = &case.parting;
    let Some(dispatch) = parting.dispatched() else { return Err(Refusal::NotNow { stage: case.stage }) };
    if parting.receipt.is_some() {
        return Err(Refusal::Done);
    }
    kept(case, dispatch.method, proof.as_ref())?;
    let refused = parting.failures.iter().any(|(_, failure, _)| *failure == Failure::Refused);
    let computed = arrived(dispatch, refused, (arrival, at), today)?;
    let receipt = Receipt { arrival, on: computed.received_on, proof };
    Ok(crossed::with_end(case, Event::NoticeReceived { receipt }, Some(computed.effective_on)))
}

/// Returns what a dispatch comes to once it has arrived.
pub fn arrived(
    dispatch: &Dispatch,
    refused: bool,
    (arrival, at): (Arrival, Option<&str>),
    today: Day,
) -> Result<Computed, Refusal> {
    if (arrival == Arrival::RefusalCounts) != refused {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    let from_arrival = dispatch.computed.counts_from_arrival();
    let computed = match (arrival, at) {
        (Arrival::Confirmed, Some(at)) if from_arrival => dispatch.computed.sent(&dispatch.sent_at, Some(at)),
        // A notice that counts from its arrival is not deemed to have arrived.
        (Arrival::Deemed, _) if from_arrival => return Err(invalid(Field::Choice, Why::NotAllowedHere)),
        (Arrival::Confirmed, None) if from_arrival => return Err(invalid(Field::Day, Why::Empty)),
        _ => Ok(dispatch.computed.clone()),
    };
    let computed = computed.map_err(uncomputed)?;
    has_come(computed.received_on, today)?;
    Ok(computed)
}

/// What both signed is a paper of its own that the case keeps: a word about it proves nothing.
fn signed_by_both(case: &Case, proof: &str) -> Result<(), Refusal> {
    if !case.parting.keeps(proof) {
        Err(invalid(Field::Choice, Why::Unknown))
    } else if proves_another(case, proof) {
        Err(invalid(Field::Choice, Why::NotAllowedHere))
    } else {
        Ok(())
    }
}

/// An end that was served is taken back by both in writing only (DOMAIN 5.5).
pub fn withdraw(case: &Case, on: Day, proof: String, why: String, today: Day) -> Result<Vec<CaseEvent>, Refusal> {
    has_come(on, today)?;
    signed_by_both(case, &proof)?;
    text(&why)?;
    if !case.parting.is_served() {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    keep_orders(case)?;
    let withdrawn = Event::EndWithdrawn { on, proof, said: Text::of(why) };
    Ok(vec![CaseEvent::Parting(withdrawn), CaseEvent::StageEntered { stage: Stage::Withdrawn }])
}
