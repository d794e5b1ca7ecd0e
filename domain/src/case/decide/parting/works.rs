//! The schedule of rights: a work is listed in words that the client may read, and its rights pass step by step.

use super::{invalid, may_be_read};
use crate::case::parting::works::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come};
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::work::{Scheduled, Step, Unsound, Work};

/// So many works are enough for any end.
const WORKS_MAX: u32 = 500;

pub fn decide(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let works = &case.parting.works;
    match act {
        Act::ListWork { work, said } => {
            let id = if work.id == 0 { works.last + 1 } else { known(case, work.id)?.work.id };
            if id > WORKS_MAX {
                return Err(invalid(Field::Number, Why::TooFar));
            }
            may_be_read(case, &said.work)?;
            said.terms.as_deref().map_or(Ok(()), |terms| may_be_read(case, terms))?;
            match work.unsound(&said) {
                Some(Unsound::Whose) => return Err(invalid(Field::Choice, Why::NotAllowedHere)),
                Some(Unsound::Terms) => return Err(invalid(Field::Text, Why::Empty)),
                None => {}
            }
            // What both signed says what becomes of it.
            if works.get(id).is_some_and(|standing| standing.signed.is_some()) {
                return Err(Refusal::Done);
            }
            Ok(Event::WorkListed { work: Work { id, ..work }, said: Some(said) })
        }
        Act::AdvanceWork { work, step, on, proof } => {
            has_come(on, today)?;
            let standing = known(case, work)?;
            if !standing.may(step) {
                return Err(if standing.on(step).is_some() {
                    Refusal::Done
                } else {
                    invalid(Field::Choice, Why::NotAllowedHere)
                });
            }
            // What both signed is a paper that the case keeps.
            if step == Step::Signed && !proof.as_ref().is_some_and(|proof| case.parting.keeps(proof)) {
                return Err(invalid(Field::Choice, Why::Unknown));
            }
            let proof = proof.filter(|_| step == Step::Signed);
            Ok(Event::WorkAdvanced { work, step, on, proof })
        }
        Act::StrikeWork { work } => match known(case, work)?.signed {
            Some(_) => Err(Refusal::Done),
            None => Ok(Event::WorkStruck { work }),
        },
    }
}

fn known(case: &Case, work: u32) -> Result<&Scheduled, Refusal> {
    case.parting.works.get(work).ok_or(invalid(Field::Choice, Why::Unknown))
}
