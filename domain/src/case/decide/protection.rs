//! Overlays and the protected road: holds, counsel's stop, measures, milestones, the duty to report.

use super::Now;
use crate::case::act::Act;
use crate::case::event::{Event, Text};
use crate::case::protection::{Door, Measure, MeasureKind, Milestone};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::Class;
use crate::case::state::Case;

pub fn decide(case: &Case, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    let event = match act {
        Act::SetHold { hold } => set_hold(case, hold)?,
        Act::ReleaseHold { hold } => {
            if !case.holds.contains(&hold) {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
            }
            Event::WorkHoldReleased { hold }
        }
        Act::SetCounselStop { text: why } => {
            text(&why)?;
            if case.counsel_stop {
                return Err(Refusal::Done);
            }
            Event::CounselStopSet { said: Text::of(why) }
        }
        Act::ReleaseCounselStop { text: why } => {
            text(&why)?;
            if !case.counsel_stop {
                return Err(Refusal::Done);
            }
            Event::CounselStopReleased { said: Text::of(why) }
        }
        other => return of_people(case, other, now),
    };
    Ok(vec![event])
}

/// What is done for people; it has its place only where a report was made.
fn of_people(case: &Case, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    if case.opening.class == Class::Normal {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let event = match act {
        Act::ChangeDoor { door, reporter_knows, text: why } => {
            text(&why)?;
            // Nobody is carried up a road they do not know of.
            if !reporter_knows {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
            }
            Event::DoorChanged { door, said: Text::of(why) }
        }
        Act::Reach { milestone, on, text: said } => reach(case, milestone, on, said, now)?,
        Act::Protect { measure, text: said } => protect(case, measure, said, now)?,
        Act::EndProtection { measure, text: why } => {
            text(&why)?;
            if case.protection.running().all(|running| running.id != measure) {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
            }
            Event::ProtectiveMeasureEnded { measure, said: Text::of(why) }
        }
        Act::SealEvidence { name, sha256, text: said } => {
            text(&name)?;
            Event::EvidenceSealed { name, sha256, said: said.and_then(Text::of) }
        }
        Act::AssessDuty { duty, text: said } => {
            text(&said)?;
            Event::DutyAssessed { duty, said: Text::of(said) }
        }
        other => unreachable!("not an act of protection: {other:?}"),
    };
    Ok(vec![event])
}

fn set_hold(case: &Case, hold: String) -> Result<Event, Refusal> {
    text(&hold)?;
    // A stop that would tip off those concerned is not shown to anyone (DOMAIN 2.16).
    if case.protection.duty.as_ref().is_some_and(|(duty, _)| duty.stopping_tips_off) {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    if case.holds.contains(&hold) { Err(Refusal::Done) } else { Ok(Event::WorkHoldSet { hold }) }
}

fn reach(
    case: &Case,
    milestone: Milestone,
    on: crate::days::Day,
    said: Option<String>,
    now: &Now,
) -> Result<Event, Refusal> {
    has_come(on, now.today)?;
    if let Some(said) = &said {
        text(said)?;
    }
    let protection = &case.protection;
    if protection.has(milestone) {
        return Err(Refusal::Done);
    }
    // What is always wrong is not explained away, and only the person closes a discomfort.
    let fits = match (milestone, protection.door) {
        (Milestone::Explained | Milestone::OtherSideHeard | Milestone::SecondReading, door) => {
            door == Some(Door::Interpretation)
        }
        (Milestone::ClosedByPerson, door) => door == Some(Door::Discomfort),
        (Milestone::Closed, Some(Door::Wrong)) => protection.has(Milestone::OutcomeTold),
        (Milestone::Closed, Some(Door::Interpretation)) => protection.has(Milestone::SecondReading),
        (Milestone::Closed, Some(Door::Discomfort)) => false,
        _ => true,
    };
    if fits {
        Ok(Event::MilestoneReached { milestone, on, said: said.and_then(Text::of) })
    } else {
        Err(Refusal::NotNow { stage: case.stage })
    }
}

fn protect(case: &Case, measure: Measure, said: Option<String>, now: &Now) -> Result<Event, Refusal> {
    text(&measure.owner)?;
    has_come(measure.since, now.today)?;
    // Who was harmed is not moved unless they wish it.
    if measure.kind == MeasureKind::Reassignment && !measure.consent {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    if let Some(said) = &said {
        text(said)?;
    }
    let id = case.protection.measures.len() as u32 + 1;
    Ok(Event::ProtectiveMeasureStarted { measure: Measure { id, ..measure }, said: said.and_then(Text::of) })
}
