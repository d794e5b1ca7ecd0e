//! The decision: signed by one person, confirmed where it must be, reopened with a reason.

use super::Now;
use crate::case::act::{Act, names_what_was_tried};
use crate::case::after::needs_conditions;
use crate::case::decision::{Approval, Decision, DecisionSaid};
use crate::case::event::{Event, Text};
use crate::case::gate::{Item, gates, missing, of_decision};
use crate::case::refusal::{Field, Refusal, Why, text};
use crate::case::role::{Class, Role};
use crate::case::stage::Stage;
use crate::case::state::Case;
use jiff::{SignedDuration, Timestamp};

/// How long a decision rests before the same person confirms it (DOMAIN 5.1).
const COOLING_OFF: SignedDuration = SignedDuration::from_hours(24);

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    match act {
        Act::Sign { decision, said } => sign(case, by, decision, said, now),
        Act::Dissent { stance, text: said } => {
            text(&said)?;
            if !case.rounds.asks(by) {
                return Err(Refusal::NotAsked);
            }
            Ok(vec![Event::DissentRecorded { stance, said: Text::of(said) }])
        }
        Act::Approve { approval, text: said } => approve(case, by, approval, said, now),
        Act::Reopen { text: why } => reopen(case, why),
        Act::Advise { ground, talk_not_needed, wait, text: said } => {
            text(&said)?;
            Ok(vec![Event::CounselAdvised { ground, talk_not_needed, wait, said: Text::of(said) }])
        }
        Act::Withdraw { text: why } => {
            text(&why)?;
            if case.stage.is_at_rest() || case.stage.is_parting() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            keep_orders(case)?;
            // What was suspended is resumed by somebody, and not forgotten.
            if case.parting.breach.suspended_on.is_some() {
                return Err(Refusal::lacks(Item::SuspensionEnded, Role::DecisionOwner));
            }
            let withdrawn = Event::CaseWithdrawn { said: Text::of(why) };
            Ok(vec![withdrawn, Event::StageEntered { stage: Stage::Withdrawn }])
        }
        other => unreachable!("not an act of the decision: {other:?}"),
    }
}

fn sign(case: &Case, by: &str, decision: Box<Decision>, said: DecisionSaid, now: &Now) -> Result<Vec<Event>, Refusal> {
    let place = if case.opening.class == Class::Normal { Stage::Review } else { Stage::Protect };
    if case.stage != place {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    if case.rounds.recused.iter().any(|member| member == by) {
        return Err(Refusal::SamePerson);
    }
    text(&said.reason)?;
    text(&said.changes_my_mind)?;
    if needs_conditions(case, decision.outcome) {
        text(&said.conditions)?;
    }
    // Telling is the rule. Whoever has the client leave by themselves says why, and an end that is told is no such thing.
    if decision.priced_out {
        text(&said.priced_out)?;
        if decision.outcome.ends() {
            return Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
        }
    }
    if decision.outcome.ends() && case.opening.class == Class::Normal && !names_what_was_tried(&decision.tried) {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::Empty });
    }
    let mut lacking = missing(gates(case, Stage::Decided, now.today));
    lacking.extend(missing(of_decision(case, &decision, &said.on_repair, now.today)));
    if lacking.is_empty() {
        let signed = Event::DecisionSigned { decision, said: Some(said) };
        Ok(vec![signed, Event::StageEntered { stage: Stage::Decided }])
    } else {
        Err(Refusal::Missing(lacking))
    }
}

fn approve(case: &Case, by: &str, approval: Approval, said: Option<String>, now: &Now) -> Result<Vec<Event>, Refusal> {
    let Some(signed) = case.signed.as_ref().filter(|_| case.stage == Stage::Decided) else {
        return Err(Refusal::NotNow { stage: case.stage });
    };
    if signed.has(approval) {
        return Err(Refusal::Done);
    }
    if approval == Approval::CooledOff {
        cooled_off(&signed.at, &now.at)?;
    } else if signed.by == by {
        return Err(Refusal::SamePerson);
    }
    if let Some(said) = &said {
        text(said)?;
    }
    Ok(vec![Event::DecisionApproved { approval, said: said.and_then(Text::of) }])
}

pub(super) fn cooled_off(signed_at: &str, now: &str) -> Result<(), Refusal> {
    let instant = |text: &str| text.parse::<Timestamp>().unwrap_or(Timestamp::UNIX_EPOCH);
    let until = instant(signed_at).saturating_add(COOLING_OFF).unwrap_or(Timestamp::MAX);
    if instant(now) >= until { Ok(()) } else { Err(Refusal::TooSoon { until: until.to_string() }) }
}

/// Refuses while a letter is on its way: it may have arrived before anybody hears of it.
pub(super) fn keep_orders(case: &Case) -> Result<(), Refusal> {
    if case.parting.orders.is_empty() { Ok(()) } else { Err(Refusal::Underway) }
}

/// Goes back to the review, or to protecting people; nothing that was decided is lost.
fn reopen(case: &Case, why: String) -> Result<Vec<Event>, Refusal> {
    text(&why)?;
    let decided = match case.stage {
        Stage::Decided | Stage::Kept | Stage::Repair => true,
        // What was served is taken back by both, or not at all.
        Stage::PreparingExit | Stage::Notice => !case.parting.is_served(),
        _ => false,
    };
    if !decided {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    keep_orders(case)?;
    let stage = if case.opening.class == Class::Normal { Stage::Review } else { Stage::Protect };
    Ok(vec![Event::DecisionReopened { said: Text::of(why) }, Event::StageEntered { stage }])
}
