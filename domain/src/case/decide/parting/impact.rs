//! Who else is touched by an end, and what they hear: in words that a letter could have.

use super::{client, invalid, repeats_nothing};
use crate::case::parting::impact::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::tone::{self, Context, Verdict};

/// More than one end touches.
const TOUCHED_MAX: usize = 200;

pub fn decide(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let impact = &case.parting.touched;
    let known = |id: u32| impact.rows.iter().find(|row| row.id == id).ok_or(invalid(Field::Choice, Why::Unknown));
    match act {
        Act::NoteTouched { touched, who, teller, on, said, mut context } => {
            text(&said.name)?;
            if !said.sentence.trim().is_empty() {
                // Whoever hears it may be named in it, and no other client.
                context.other_clients.retain(|name| *name != said.name);
                client::may_be_said(case, &said.sentence, &context)?;
                judges_nobody(&said.sentence, &context)?;
            }
            if teller.as_ref().is_some_and(|teller| case.protection.is_party(teller)) {
                return Err(invalid(Field::Member, Why::NotAllowedHere));
            }
            let touched = match touched {
                Some(id) if known(id)?.told_on.is_some() => return Err(Refusal::Done),
                Some(id) => id,
                None if impact.rows.len() >= TOUCHED_MAX => return Err(invalid(Field::Number, Why::TooFar)),
                None => impact.last + 1,
            };
            Ok(Event::TouchedNoted { touched, who, teller, on, said: Some(said) })
        }
        Act::StrikeTouched { touched } => {
            if known(touched)?.told_on.is_some() {
                return Err(Refusal::Done);
            }
            Ok(Event::TouchedStruck { touched })
        }
        Act::TellTouched { touched, on } => {
            has_come(on, today)?;
            let row = known(touched)?;
            if row.told_on.is_some() {
                return Err(Refusal::Done);
            }
            // Only a sentence that passed its check is said.
            if row.said.as_ref().is_some_and(|said| said.sentence.trim().is_empty()) {
                return Err(invalid(Field::Text, Why::Empty));
            }
            // What was said for few may have come to be said since.
            row.said.as_ref().map_or(Ok(()), |said| repeats_nothing(case, &said.sentence))?;
            Ok(Event::TouchedTold { touched, on })
        }
    }
}

/// Others are told what ends and whom to turn to; what a letter to the client should better not say, they never hear.
fn judges_nobody(sentence: &str, context: &Context) -> Result<(), Refusal> {
    match tone::check(sentence, tone::Kind::Reply, None, context).verdict {
        Verdict::Pass => Ok(()),
        Verdict::Warn | Verdict::Block => Err(invalid(Field::Text, Why::NotAllowedHere)),
    }
}
