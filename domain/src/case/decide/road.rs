//! The way of a report: its door, what whoever reported wishes, who is part of it, and what is reached.

use super::protection::theirs_or_for_them;
use super::{Now, only_where_reported};
use crate::case::act::Act;
use crate::case::after;
use crate::case::event::{Event, Text};
use crate::case::protection::{Door, Milestone, Wish};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Action, Class, Role};
use crate::case::state::Case;
use crate::days::Day;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    only_where_reported(case)?;
    let event = match act {
        Act::ChangeDoor { door, named, reporter_knows, text: why } => {
            text(&why)?;
            if case.protection.door == Some(door) {
                return Err(Refusal::Done);
            }
            // Nobody is carried up a road they do not know of.
            allowed(reporter_knows)?;
            Event::DoorChanged { door, named, said: Text::of(why) }
        }
        Act::RenewAccess { member } => {
            // Whoever reported opens it to nobody: they struck whom they would not have.
            if !case.allows(&member, Action::See) || case.allows(by, Action::OwnReport) {
                return Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere });
            }
            Event::AccessRenewed { member }
        }
        Act::StateWish { wish, text: said } => state(case, by, wish, said)?,
        Act::Tell { text: said } => {
            text(&said)?;
            Event::ReporterSpoke { said: Text::of(said) }
        }
        Act::NameParty { member, part, text: why } => {
            text(&member)?;
            text(&why)?;
            if case.protection.is_party(&member) {
                return Err(Refusal::Done);
            }
            // Who names themself would lose what they are doing; they withdraw instead.
            if member == by {
                return Err(Refusal::SamePerson);
            }
            Event::PartyNamed { member, part, said: Text::of(why) }
        }
        Act::NameContact { member, text: said } => {
            text(&member)?;
            no_party(case, &member)?;
            reached(case, Milestone::ContactNamed, now.today, Some(member), said, now)?
        }
        Act::ApproachClient { on, member, senior_and_safe, reporter_knows, text: said } => {
            approach(case, &member, senior_and_safe && reporter_knows)?;
            reached(case, Milestone::ClientApproached, on, Some(member), Some(said), now)?
        }
        Act::Reach { milestone, on, text: said } => {
            fits(case, by, milestone)?;
            reached(case, milestone, on, None, said, now)?
        }
        Act::CloseOwn { on, text: said } => {
            if case.protection.door != Some(Door::Discomfort) {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            reached(case, Milestone::ClosedByPerson, on, None, said, now)?
        }
        other => unreachable!("not an act of the road: {other:?}"),
    };
    Ok(vec![event])
}

fn allowed(is_allowed: bool) -> Result<(), Refusal> {
    let refusal = Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere };
    if is_allowed { Ok(()) } else { Err(refusal) }
}

fn state(case: &Case, by: &str, wish: Wish, said: Option<String>) -> Result<Event, Refusal> {
    theirs_or_for_them(case, by)?;
    said.as_deref().map(text).transpose()?;
    if case.protection.wish == Some(wish) {
        return Err(Refusal::Done);
    }
    Ok(Event::WishStated { wish, said: said.and_then(Text::of) })
}

/// Whoever was harmed meets nobody, and the accused speaks for nobody (DOMAIN T7).
fn no_party(case: &Case, member: &str) -> Result<(), Refusal> {
    if case.protection.is_party(member) {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere });
    }
    Ok(())
}

/// The client hears of it from someone senior and safe, with the reporter's knowledge, unless counsel has said not yet.
fn approach(case: &Case, member: &str, safeguarded: bool) -> Result<(), Refusal> {
    text(member)?;
    no_party(case, member)?;
    allowed(safeguarded)?;
    may_speak(case)
}

/// An illegal act is spoken of to nobody before counsel has answered (DOMAIN A11).
fn may_speak(case: &Case) -> Result<(), Refusal> {
    let instruction = case.protection.instruction.as_ref().map(|(instruction, _)| instruction);
    let silent = instruction.is_some_and(|instruction| instruction.no_word_to_client);
    allowed(!silent && (case.opening.class != Class::IllegalAct || instruction.is_some()))
}

/// Tells whether a milestone has its place now: what is always wrong is not explained away, a second reading is another
/// person's, and only the person closes a discomfort.
fn fits(case: &Case, by: &str, milestone: Milestone) -> Result<(), Refusal> {
    let protection = &case.protection;
    let door = protection.door;
    let first_read_by_them = protection.reached(Milestone::Acknowledged).is_some_and(|first| first.by == by);
    let read_twice = protection.has(Milestone::SecondReading);
    let is_in_place = match milestone {
        Milestone::ContactNamed | Milestone::ClientApproached => false,
        Milestone::SecondReading if first_read_by_them => return Err(Refusal::SamePerson),
        Milestone::SecondReading => door != Some(Door::Discomfort) && protection.has(Milestone::Acknowledged),
        Milestone::OtherSideHeard => {
            may_speak(case)?;
            door == Some(Door::Interpretation)
        }
        Milestone::ClientTold => {
            may_speak(case)?;
            after::standing(case).is_some_and(|signed| signed.decision.execution.is_some())
        }
        Milestone::ContextNoted | Milestone::PatternSought => door == Some(Door::Interpretation),
        Milestone::Explained => {
            door == Some(Door::Interpretation) && read_twice && protection.has(Milestone::OtherSideHeard)
        }
        Milestone::NotBorneOut => door == Some(Door::Wrong) && read_twice && protection.has(Milestone::StatementTaken),
        // Where nobody can say it themself, those who protect them write it down.
        Milestone::ClosedByPerson => {
            door == Some(Door::Discomfort) && case.roles.get(&Role::Reporter).is_none_or(Vec::is_empty)
        }
        Milestone::Closed => match door {
            Some(Door::Wrong) => {
                let answered = case.signed.is_some() || protection.has(Milestone::NotBorneOut);
                protection.has(Milestone::OutcomeTold) && answered
            }
            Some(Door::Interpretation) => read_twice && protection.has(Milestone::OutcomeTold),
            Some(Door::Discomfort) | None => false,
        },
        _ => true,
    };
    if is_in_place { Ok(()) } else { Err(Refusal::NotNow { stage: case.stage }) }
}

/// Tells whether a milestone was reached; of a decision that was made anew the client is told anew.
fn is_reached(case: &Case, milestone: Milestone) -> bool {
    if milestone == Milestone::ClientTold { after::is_told(case) } else { case.protection.has(milestone) }
}

/// Returns the milestones that a member may write down now.
pub fn reachable(case: &Case, by: &str) -> Vec<Milestone> {
    let open = |milestone: &Milestone| !is_reached(case, *milestone) && fits(case, by, *milestone).is_ok();
    Milestone::ALL.iter().copied().filter(open).collect()
}

fn reached(
    case: &Case,
    milestone: Milestone,
    on: Day,
    who: Option<String>,
    said: Option<String>,
    now: &Now,
) -> Result<Event, Refusal> {
    has_come(on, now.today)?;
    said.as_deref().map(text).transpose()?;
    if is_reached(case, milestone) {
        return Err(Refusal::Done);
    }
    Ok(Event::MilestoneReached { milestone, on, who, said: said.and_then(Text::of) })
}
