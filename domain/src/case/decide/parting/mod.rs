//! Parting: prepared, served, handed over, settled.

mod clearance;
mod client;
mod closing;
mod crossed;
mod duties;
mod further;
mod impact;
mod mailing;
mod offers;
mod preparing;
mod readiness;
mod serving;
mod sharing;
mod terms;
mod works;

use super::Now;
use crate::case::event::Event as CaseEvent;
use crate::case::parting::duties::Act as Duty;
use crate::case::parting::{Act, Computed, Event, Letter, OfClient, Scope, Uncomputed, written_in};
use crate::case::refusal::{Field, Refusal, Why, text};
use crate::case::role::Class;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::separation::letter::{Contradiction, Differs};
use crate::separation::tone::{self, Context, Verdict};

type Decided = Result<Vec<Event>, Refusal>;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<CaseEvent>, Refusal> {
    if let Act::UnderTerms { confirmed, act } = act {
        terms::keep(case, &act, &confirmed)?;
        return decide(case, by, *act, now);
    }
    if !(case.may_warn() && warns(case, &act)) {
        only_in(case, stages(case, &act))?;
    }
    mailing::keep_still(case, &act)?;
    mailing::keep_silent(case, &act)?;
    let events = match act {
        Act::ChooseBasis { .. }
        | Act::ReviewContract { .. }
        | Act::ComputeNotice { .. }
        | Act::ReviewDossier { .. }
        | Act::NameNotifier { .. }
        | Act::PrepareQuestion { .. }
        | Act::ConsiderImpact { .. }
        | Act::CheckHold { .. } => preparing::prepare(case, by, act)?,
        Act::SettlePoint { point, needed, on, text } => preparing::settle(case, point, needed, on, text)?,
        Act::DraftLetter { letter, kind, rung, language, text, context } => {
            preparing::draft(case, letter, (kind, rung), (language, text), &context)?
        }
        Act::OverrideLetter { letter, text } => preparing::overridden(case, by, letter, text, now)?,
        Act::ApproveNotice { approval } => preparing::approve(case, by, approval, now)?,
        Act::ApproveLetter { letter } => preparing::stand_behind(case, by, letter, now)?,
        act @ (Act::ServeDefault { .. }
        | Act::RecordCure { .. }
        | Act::ApproveStop { .. }
        | Act::Suspend { .. }
        | Act::EndSuspension { .. }) => preparing::breach(case, act, now.today)?,
        Act::OrderMail { letter, to, message, own } => mailing::order(case, letter, (to, message), own, now)?,
        Act::EndOrder { letter, failure, on, text } => mailing::end(case, letter, (failure, on), text, now.today)?,
        Act::RecordClientNotice { contract, input, own, accepted, text: said } => {
            let computed = Computed::of(contract, input, own).map_err(uncomputed)?;
            return crossed::record(case, computed, accepted, said, now.today);
        }
        Act::WithdrawEnd { on, proof, text: why } => return serving::withdraw(case, on, proof, why, now.today),
        act @ (Act::Instruct { .. }
        | Act::FreezeAccount { .. }
        | Act::Settle { .. }
        | Act::Dispose { .. }
        | Act::VerifyDisposal { .. }
        | Act::DeliverSummary { .. }
        | Act::Close { .. }
        | Act::Seal { .. }) => closing::close(case, by, act, now)?,
        act @ (Act::GiveLink { .. }
        | Act::RevokeLink { .. }
        | Act::HandOverPage { .. }
        | Act::KeepProof { .. }
        | Act::GiveFile { .. }
        | Act::KeepArchive { .. }
        | Act::CheckArchive { .. }
        | Act::FetchArchive { .. }
        | Act::AnswerQuestion { .. }
        | Act::ApproveAnswer { .. }) => client::manage(case, by, act, now.today)?,
        Act::OfClient(act) => client::done(case, act, now)?,
        Act::Duty(act) => vec![Event::Duty(duties::decide(case, by, act, now.today)?)],
        Act::Offer(act) => vec![Event::Offer(offers::decide(case, act, now.today)?)],
        Act::Work(act) => vec![Event::Work(works::decide(case, act, now.today)?)],
        Act::Further(act) => further::decide(case, by, act, now)?,
        Act::Impact(act) => vec![Event::Impact(impact::decide(case, act, now.today)?)],
        Act::Readiness(act) => vec![Event::Readiness(readiness::decide(case, act, now.today)?)],
        act => serving::serve(case, act, now.today)?,
    };
    Ok(events.into_iter().map(CaseEvent::Parting).collect())
}

/// Tells whether an act is about a letter that comes before any end, or about what follows from one: a client who stays is
/// given notice of a default, what it was given for is mended, and services are suspended and resumed (DOMAIN 2.9).
fn warns(case: &Case, act: &Act) -> bool {
    let of = |id: &u32| case.parting.letter(*id).is_some_and(|letter| letter.kind.warns());
    match act {
        Act::DraftLetter { kind, .. } => kind.warns(),
        Act::ServeDefault { .. }
        | Act::RecordCure { .. }
        | Act::ApproveStop { .. }
        | Act::Suspend { .. }
        | Act::EndSuspension { .. }
        | Act::KeepProof { .. } => true,
        Act::OverrideLetter { letter, .. }
        | Act::ApproveLetter { letter }
        | Act::HandOver { letter, .. }
        | Act::SendByChat { letter, .. }
        | Act::OrderMail { letter, .. }
        | Act::EndOrder { letter, .. } => of(letter),
        _ => false,
    }
}

/// Returns the stages in which an act has its place.
fn stages(case: &Case, act: &Act) -> &'static [Stage] {
    use Stage::{Closed, Learned, Notice, PreparingExit, Settlement, Transition};
    use Stage::{Decided, FactFinding, Kept, Repair, Review, Withdrawn};
    match act {
        // No act by itself.
        Act::UnderTerms { .. } => &[],
        // Of an end, the letter by which it ends is agreed to, and who signed the decision stands behind the others.
        Act::ApproveLetter { .. } => &[],
        Act::ChooseBasis { .. } | Act::ServeDefault { .. } | Act::RecordCure { .. } => with_right(case),
        Act::ReviewDossier { .. } => &[PreparingExit],
        Act::ReviewContract { .. } => &[PreparingExit, Notice, Transition],
        // A letter that was mended after the notice began asks for agreement again.
        Act::ApproveNotice { .. }
        | Act::ComputeNotice { .. }
        | Act::SettlePoint { .. }
        | Act::NameNotifier { .. }
        | Act::ConsiderImpact { .. } => &[PreparingExit, Notice],
        Act::DraftLetter { kind, .. } => written_in(*kind),
        Act::OverrideLetter { letter, .. } => {
            case.parting.letter(*letter).map_or(&[], |letter| written_in(letter.kind))
        }
        Act::PrepareQuestion { .. } | Act::ApproveStop { .. } | Act::Suspend { .. } | Act::EndSuspension { .. } => {
            &[PreparingExit, Notice, Transition, Settlement]
        }
        Act::Dispatch { .. }
        | Act::ProveDispatch { .. }
        | Act::RecordFailure { .. }
        | Act::RecordReceipt { .. }
        | Act::SignAgreement { .. } => &[Notice],
        // What falls due late is done late: what was ordered or came back, what is certified, whether something must still be
        // kept, questions that were asked, obligations, and the last looks at accesses.
        Act::OrderMail { .. }
        | Act::HandOver { .. }
        | Act::SendByChat { .. }
        | Act::EndOrder { .. }
        | Act::CheckHold { .. }
        | Act::KeepProof { .. }
        | Act::AnswerQuestion { .. }
        | Act::ApproveAnswer { .. }
        | Act::Duty(Duty::SettleObligation { .. } | Duty::AdvanceAccess { .. }) => {
            &[PreparingExit, Notice, Transition, Settlement, Closed, Learned]
        }
        // A link is taken back whenever it works, also once both took the end back.
        Act::RevokeLink { .. } => &[PreparingExit, Notice, Transition, Settlement, Closed, Learned, Withdrawn],
        // The client may end it whatever we weigh; of a report nothing is told here.
        Act::RecordClientNotice { .. } if case.opening.class == Class::Normal => {
            &[FactFinding, Review, Decided, Repair, Kept, PreparingExit, Notice, Transition]
        }
        Act::RecordClientNotice { .. } => &[PreparingExit, Notice, Transition],
        Act::GiveLink { .. } => &[PreparingExit, Notice, Transition, Settlement, Closed],
        Act::HandOverPage { .. } | Act::GiveFile { .. } => &[Notice, Transition, Settlement, Closed],
        Act::KeepArchive { archive, .. } => archived(case, archive.scope),
        Act::CheckArchive { scope, .. } | Act::FetchArchive { scope, .. } => archived(case, *scope),
        Act::Further(act) => act.stages(),
        Act::Readiness(act) => act.stages(),
        Act::Work(act) => act.stages(),
        Act::Impact(_) | Act::Offer(_) => &[PreparingExit, Notice, Transition, Settlement],
        Act::OfClient(OfClient::Ask { .. } | OfClient::Confirm { .. } | OfClient::Instruct { .. })
        | Act::Instruct { .. } => &[Notice, Transition, Settlement],
        Act::OfClient(OfClient::AcknowledgeReceipt { .. })
        | Act::RecordStayRequest { .. }
        | Act::WithdrawEnd { .. } => &[Notice, Transition],
        Act::OfClient(OfClient::SignClosure { .. }) | Act::Close { .. } | Act::Seal { .. } => &[Settlement],
        Act::EndEarlier { .. } => &[Transition],
        Act::FreezeAccount { .. } | Act::Settle { .. } | Act::DeliverSummary { .. } => &[Transition, Settlement],
        // Data that a hold kept is deleted when it is released, which may be years after the closing.
        Act::Dispose { .. } | Act::VerifyDisposal { .. } => &[Transition, Settlement, Closed, Learned],
        Act::Duty(_) => &[PreparingExit, Notice, Transition, Settlement, Closed],
    }
}

/// Where the client ended one contract, a right of ours may be chosen for another until that is ended or goes on.
fn with_right(case: &Case) -> &'static [Stage] {
    let waits = !case.unsent_beside_theirs().is_empty();
    if waits { &[Stage::PreparingExit, Stage::Notice, Stage::Transition] } else { &[Stage::PreparingExit] }
}

/// What counsel said of a restricted case is noted where counsel alone reads it, and not here.
fn archived(case: &Case, scope: Scope) -> &'static [Stage] {
    if scope == Scope::Privileged && case.opening.class != Class::Normal { &[] } else { scope.stages_of(case) }
}

fn only_in(case: &Case, stages: &[Stage]) -> Result<(), Refusal> {
    if stages.contains(&case.stage) { Ok(()) } else { Err(Refusal::NotNow { stage: case.stage }) }
}

fn invalid(field: Field, why: Why) -> Refusal {
    Refusal::Invalid { field, why }
}

/// Refuses a text that says something else than the case knows.
fn agrees(differs: Vec<Contradiction>) -> Result<(), Refusal> {
    if differs.is_empty() { Ok(()) } else { Err(Refusal::Contradicts(differs)) }
}

/// The same of a letter. What went out, or what the mail server took, went as it was, whatever the case has come to say since.
fn agrees_unless_gone(case: &Case, letter: &Letter) -> Result<(), Refusal> {
    let is_gone = letter.is_out() || case.parting.is_ordered(letter.id);
    if is_gone { Ok(()) } else { agrees(case.objections(letter)) }
}

/// Refuses words that the client will read where there are none, where they say what a letter may not say, also of the client
/// by name, or where they repeat what was said for few.
fn may_be_read(case: &Case, said: &str) -> Result<(), Refusal> {
    let client = vec![case.opening.client_name.clone()];
    may_be_read_beside(said, &Context { client, ..Context::default() })?;
    repeats_nothing(case, said)
}

/// Refuses words that repeat what was said for few.
fn repeats_nothing(case: &Case, said: &str) -> Result<(), Refusal> {
    let internal = case.repeats_internal(said).map(|said| Contradiction { differs: Differs::Internal, said });
    agrees(internal.into_iter().collect())
}

/// The same, where more is known than the text.
fn may_be_read_beside(said: &str, context: &Context) -> Result<(), Refusal> {
    text(said)?;
    match tone::check(said, tone::Kind::Reply, None, context).verdict {
        Verdict::Block => Err(invalid(Field::Text, Why::NotAllowedHere)),
        _ => Ok(()),
    }
}

fn uncomputed(why: Uncomputed) -> Refusal {
    match why {
        Uncomputed::Input(_) => invalid(Field::Choice, Why::NotAllowedHere),
        Uncomputed::NoEnd => invalid(Field::Number, Why::TooFar),
        Uncomputed::TooLate => invalid(Field::Day, Why::TooLate),
    }
}
