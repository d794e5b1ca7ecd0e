//! The rules of a case: an act becomes events, or a refusal. Pure; the moment is a parameter.

mod decision;
mod facts;
mod learning;
mod legal_hold;
mod parting;
mod protection;
mod repair;
mod review;
mod road;

#[cfg(test)]
mod tests;

pub use road::reachable;

use super::act::Act;
use super::event::Event;
use super::learning::Act as Learn;
use super::parting::duties::Act as Duty;
use super::parting::{Act as Part, OPERATOR, Scope};
use super::refusal::Refusal;
use super::role::{Class, Role, may};
use super::stage::Stage;
use super::state::Case;
use crate::days::Day;

/// When something is done: the instant, UTC, as text that sorts, and the firm's civil day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    pub at: String,
    pub today: Day,
}

/// Decides what an act of a member leads to.
pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    allow(case, by, &act)?;
    match act {
        Act::GiveRole { .. }
        | Act::TakeRole { .. }
        | Act::Recuse { .. }
        | Act::DeclareNoConflict
        | Act::AnswerTriage { .. }
        | Act::Skip { .. }
        | Act::Enter { .. }
        | Act::ReviewData { .. }
        | Act::RenewFigures { .. }
        | Act::LocateContracts { .. }
        | Act::RecordClientView { .. }
        | Act::Weigh { .. }
        | Act::ReviewOwnPart { .. }
        | Act::RecordTalk { .. }
        | Act::WaiveTalk { .. } => facts::decide(case, by, act, now),
        Act::SetRoster { .. }
        | Act::Excuse { .. }
        | Act::SubmitOpinion { .. }
        | Act::Reveal
        | Act::Complain { .. }
        | Act::MergeComplaint { .. }
        | Act::CloseComplaints
        | Act::NameGoodThing { .. }
        | Act::AnswerOwnPart
        | Act::CloseOwnParts { .. }
        | Act::AgreeImprovement { .. }
        | Act::FinishImprovement { .. }
        | Act::ScoreOptions { .. }
        | Act::CiteScenario { .. }
        | Act::Defer { .. } => review::decide(case, by, act, now),
        Act::Sign { .. }
        | Act::Dissent { .. }
        | Act::Approve { .. }
        | Act::Reopen { .. }
        | Act::Advise { .. }
        | Act::Withdraw { .. } => decision::decide(case, by, act, now),
        Act::VersionPlan { .. }
        | Act::Meet { .. }
        | Act::AnswerPoint { .. }
        | Act::AcknowledgePlan { .. }
        | Act::AcknowledgeBoundaryLetter { .. }
        | Act::StartTrial { .. }
        | Act::EvaluateTrial { .. }
        | Act::Breach { .. }
        | Act::Persist { .. } => repair::decide(case, by, act, now),
        Act::SetHold { .. }
        | Act::ReleaseHold { .. }
        | Act::SetCounselStop { .. }
        | Act::ReleaseCounselStop { .. }
        | Act::Protect { .. }
        | Act::EndProtection { .. }
        | Act::AnswerMeasure { .. }
        | Act::SealEvidence { .. }
        | Act::Instruct { .. } => protection::decide(case, by, act, now),
        Act::ChangeDoor { .. }
        | Act::RenewAccess { .. }
        | Act::StateWish { .. }
        | Act::Tell { .. }
        | Act::NameParty { .. }
        | Act::NameContact { .. }
        | Act::ApproachClient { .. }
        | Act::Reach { .. }
        | Act::CloseOwn { .. } => road::decide(case, by, act, now),
        Act::LegalHold(act) => legal_hold::decide(case, by, act),
        Act::Parting(act) => parting::decide(case, by, act, now),
        Act::Learning(act) => learning::decide(case, by, act, now),
    }
}

/// Tells whether something has its place in a sealed case (DOMAIN 5.5): late proofs, archives and certificates, letters that end
/// or go out late, who may look, what is seen of the lessons later, and what still falls due: the last looks at accesses,
/// obligations, a client's question, data that a hold kept; and records are kept from destruction whenever a claim is near.
fn is_supplementary(act: &Act) -> bool {
    match act {
        Act::GiveRole { .. } | Act::TakeRole { .. } | Act::ReleaseHold { .. } => true,
        Act::LegalHold(_) => true,
        Act::Learning(act) => act.is_supplementary(),
        Act::Parting(act) => match act.bare() {
            Part::DraftLetter { kind, .. } => kind.is_late(),
            Part::OverrideLetter { .. }
            | Part::OrderMail { .. }
            | Part::HandOver { .. }
            | Part::SendByChat { .. }
            | Part::CheckHold { .. }
            | Part::Dispose { .. }
            | Part::VerifyDisposal { .. }
            | Part::KeepProof { .. }
            | Part::KeepArchive { .. }
            | Part::CheckArchive { .. }
            | Part::FetchArchive { .. }
            | Part::RevokeLink { .. }
            | Part::EndOrder { .. }
            | Part::AnswerQuestion { .. }
            | Part::ApproveAnswer { .. }
            | Part::Duty(Duty::SettleObligation { .. } | Duty::AdvanceAccess { .. }) => true,
            _ => false,
        },
        _ => false,
    }
}

/// Refuses what is another's to do, and names whose; and what has no place in a sealed case.
fn allow(case: &Case, by: &str, act: &Act) -> Result<(), Refusal> {
    // That no claim is near any more lets go what is kept because one was (DOMAIN 2.15).
    let part = if let Act::Parting(act) = act { Some(act.bare()) } else { None };
    let lets_go = case.awaits_legal_hold() && matches!(part, Some(Part::CheckHold { hold: false, .. }));
    // That somebody at the machine made an archive is noted, whoever it was, and what went before (DOMAIN B60).
    let is_made = matches!(part, Some(Part::KeepArchive { archive, .. })
        if archive.elsewhere && archive.scope != Scope::Privileged);
    let goes_before = matches!(act, Act::Learning(Learn::DestroyOwnPartKey));
    let is_noted = by == OPERATOR && case.opening.class == Class::Normal && (is_made || goes_before);
    let action = match (lets_go, is_noted) {
        (true, _) => Some(case.release_action()),
        (false, true) => None,
        (false, false) => act.action(),
    };
    match action {
        _ if case.stage == Stage::Learned && !is_supplementary(act) => Err(Refusal::NotNow { stage: case.stage }),
        Some(action) if !case.allows(by, action) => {
            let class = case.opening.class;
            let roles = Role::ALL.iter().copied().filter(|role| may(*role, action, class)).collect();
            Err(Refusal::NotYours { action, roles })
        }
        _ => Ok(()),
    }
}

/// Refuses what has its place only where a report was made.
fn only_where_reported(case: &Case) -> Result<(), Refusal> {
    if case.opening.class == Class::Normal { Err(Refusal::NotNow { stage: case.stage }) } else { Ok(()) }
}
