//! Overlays and protection: holds, counsel's stop and word, measures, what is sealed as evidence.

use super::{Now, only_where_reported};
use crate::case::act::Act;
use crate::case::event::{Event, Text};
use crate::case::protection::{Measure, MeasureKind};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Action, Role, may};
use crate::case::state::Case;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
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
        other => return of_people(case, by, other, now),
    };
    Ok(vec![event])
}

/// What is done for people; it has its place only where a report was made.
fn of_people(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    only_where_reported(case)?;
    let event = match act {
        Act::Protect { measure, text: said } => protect(case, measure, said, now)?,
        Act::AnswerMeasure { measure, agrees, text: said } => {
            theirs_or_for_them(case, by)?;
            said.as_deref().map(text).transpose()?;
            if !case.protection.measures.iter().any(|one| one.measure.id == measure && one.is_offered()) {
                return Err(Refusal::Done);
            }
            Event::MeasureAnswered { measure, agrees, said: said.and_then(Text::of) }
        }
        Act::EndProtection { measure, text: why } => {
            text(&why)?;
            if !case.protection.measures.iter().any(|one| one.measure.id == measure && one.ended.is_none()) {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
            }
            Event::ProtectiveMeasureEnded { measure, said: Text::of(why) }
        }
        Act::SealEvidence { name, sha256, text: said } => {
            text(&name)?;
            Event::EvidenceSealed { name, sha256, said: said.and_then(Text::of) }
        }
        Act::Instruct { instruction, text: said } => {
            said.as_deref().map(text).transpose()?;
            Event::CounselInstructed { instruction, said: said.and_then(Text::of) }
        }
        other => unreachable!("not an act of protection: {other:?}"),
    };
    Ok(vec![event])
}

/// What the person answers is written down by themself, or by those who protect them.
pub fn theirs_or_for_them(case: &Case, by: &str) -> Result<(), Refusal> {
    if case.allows(by, Action::OwnReport) || case.allows(by, Action::Protect) {
        return Ok(());
    }
    let (action, class) = (Action::Protect, case.opening.class);
    let roles = Role::ALL.iter().copied().filter(|role| may(*role, action, class)).collect();
    Err(Refusal::NotYours { action, roles })
}

fn set_hold(case: &Case, hold: String) -> Result<Event, Refusal> {
    text(&hold)?;
    // A stop that would tip off those concerned is not shown to anyone (DOMAIN 2.16).
    if case.protection.instruction.as_ref().is_some_and(|(instruction, _)| instruction.no_visible_hold) {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    if case.holds.contains(&hold) { Err(Refusal::Done) } else { Ok(Event::WorkHoldSet { hold }) }
}

fn protect(case: &Case, measure: Measure, said: Option<String>, now: &Now) -> Result<Event, Refusal> {
    text(&measure.owner)?;
    has_come(measure.since, now.today)?;
    if measure.until.is_some_and(|until| until < measure.since) {
        return Err(Refusal::Invalid { field: Field::Day, why: Why::TooShort });
    }
    // Who was harmed is not moved, and not even asked to be, unless they wish it.
    if measure.kind == MeasureKind::Reassignment && !measure.consent {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    }
    said.as_deref().map(text).transpose()?;
    let id = case.protection.measures.len() as u32 + 1;
    Ok(Event::ProtectiveMeasureStarted { measure: Measure { id, ..measure }, said: said.and_then(Text::of) })
}
