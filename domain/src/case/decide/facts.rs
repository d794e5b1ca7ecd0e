//! Triage and facts: roles, ties, the legal question, what is known, what the client says.

use super::Now;
use crate::case::act::Act;
use crate::case::event::{Event, TalkSaid, Text};
use crate::case::gate::{gates, missing};
use crate::case::outcome::Outcome;
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Class, Role};
use crate::case::stage::{Stage, Track};
use crate::case::state::Case;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    let event = match act {
        Act::GiveRole { role, member } => give(case, role, member)?,
        Act::TakeRole { role, member } => Event::RoleTaken { role, member },
        Act::Recuse { text: why } => {
            text(&why)?;
            Event::Recused { said: Text::of(why) }
        }
        Act::DeclareNoConflict => Event::NoConflictDeclared {},
        Act::AnswerTriage { illegal, conduct, threat } => {
            if illegal || conduct || threat {
                return Err(Refusal::TakeProtectedRoad);
            }
            Event::TriageCleared {}
        }
        Act::Skip { step, text: why } => {
            text(&why)?;
            if case.opening.track == Track::Full {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
            }
            Event::StepSkipped { step, said: Text::of(why) }
        }
        Act::Enter { stage } => return enter(case, stage, now),
        Act::ReviewData { known_percent, gaps } => {
            if known_percent > 100 {
                return Err(Refusal::Invalid { field: Field::Number, why: Why::TooFar });
            }
            gaps.as_deref().map(text).transpose()?;
            Event::DataReviewed { known_percent, said: gaps.and_then(Text::of) }
        }
        Act::RenewFigures { snapshot } => {
            if case.snapshot.as_ref().is_some_and(|known| known.on >= snapshot.on) {
                return Err(Refusal::Done);
            }
            Event::FiguresRenewed { snapshot }
        }
        Act::LocateContracts { contracts } => Event::ContractsLocated { contracts },
        Act::RecordClientView { on, confirmed, text: said } => {
            has_come(on, now.today)?;
            text(&said)?;
            Event::ClientViewRecorded { on, confirmed_by_client: confirmed, said: Text::of(said) }
        }
        Act::Weigh { cause, speaks_for, fact, text: said } => {
            text(&said)?;
            Event::HypothesisWeighed { cause, speaks_for, fact, said: Text::of(said) }
        }
        Act::ReviewOwnPart { text: said } => {
            text(&said)?;
            Event::OwnPartReviewed { said: Text::of(said) }
        }
        Act::RecordTalk { on, text: said } => {
            has_come(on, now.today)?;
            text(&said)?;
            let said = TalkSaid { agenda: None, attendees: None, text: said };
            Event::ClientMeetingHeld { on, by: by.to_owned(), said: Some(said) }
        }
        Act::WaiveTalk { unsafe_for_people, text: why } => {
            text(&why)?;
            // That nobody can be reached is a reason once the notice is ready, and not before a decision.
            if !unsafe_for_people && case.stage != Stage::Notice {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
            }
            Event::TalkWaived { unsafe_for_people, said: Text::of(why) }
        }
        other => unreachable!("not an act of facts: {other:?}"),
    };
    Ok(vec![event])
}

fn give(case: &Case, role: Role, member: String) -> Result<Event, Refusal> {
    text(&member)?;
    // Whoever administers the machine has no part in any case, and nobody else reports but the reporter.
    if matches!(role, Role::Administrator | Role::Reporter) {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    let given = case.roles.get(&role).is_some_and(|holders| holders.contains(&member));
    if given { Err(Refusal::Done) } else { Ok(Event::RoleGiven { role, member }) }
}

/// Goes on to the next stage, if it is the next and nothing is missing.
fn enter(case: &Case, to: Stage, now: &Now) -> Result<Vec<Event>, Refusal> {
    let follows = match (case.stage, to) {
        (Stage::Triage, Stage::FactFinding) | (Stage::FactFinding, Stage::Review) => true,
        (Stage::Triage, Stage::Protect) => case.opening.class != Class::Normal,
        (Stage::Decided, Stage::Repair) => outcome(case) == Some(Outcome::Repair),
        (Stage::Decided, Stage::Kept) => {
            matches!(outcome(case), Some(Outcome::Keep | Outcome::KeepWithGuardrails))
        }
        (Stage::Decided, Stage::PreparingExit) => outcome(case).is_some_and(Outcome::ends),
        (Stage::PreparingExit, Stage::Notice)
        | (Stage::Notice, Stage::Transition)
        | (Stage::Transition, Stage::Settlement)
        | (Stage::Settlement, Stage::Closed)
        | (Stage::Closed, Stage::Learned) => true,
        _ => false,
    };
    if !follows || (case.opening.class != Class::Normal && matches!(to, Stage::FactFinding | Stage::Review)) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let missing = missing(gates(case, to, now.today));
    if missing.is_empty() { Ok(vec![Event::StageEntered { stage: to }]) } else { Err(Refusal::Missing(missing)) }
}

fn outcome(case: &Case) -> Option<Outcome> {
    case.signed.as_ref().map(|signed| signed.decision.outcome)
}
