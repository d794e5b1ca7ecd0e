//! The review's rounds: each is heard alone first, then all together (DOMAIN A35–A45).

use super::Now;
use crate::case::act::Act;
use crate::case::event::{Event, Text};
use crate::case::gate::{Item, Missing, Whose};
use crate::case::refusal::{Field, Refusal, Why, lies_ahead, text};
use crate::case::review::{GoodSaid, Improvement, OpinionSaid, RosterChange, Round, Seat, complaints_are_over};
use crate::case::role::{Action, Class, Role, may};
use crate::case::scoring::{Scoring, ScoringSaid};
use crate::case::sitting;
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;

pub fn decide(case: &Case, by: &str, act: Act, now: &Now) -> Result<Vec<Event>, Refusal> {
    let event = match act {
        Act::SetRoster { seats, changes } => set_roster(case, seats, changes)?,
        Act::Excuse { member, text: why } => excuse(case, member, why)?,
        Act::SubmitOpinion { department, said } => {
            is_asked(case, by)?;
            opinion(&said)?;
            Event::OpinionSubmitted { department, said: Some(said) }
        }
        Act::Reveal => reveal(case)?,
        Act::Complain { finding, text: said } => {
            is_asked(case, by)?;
            after_reveal(case)?;
            text(&said)?;
            if case.rounds.complaints_closed {
                return Err(Refusal::Done);
            }
            let known = |code| case.opening.findings.iter().any(|frozen| frozen.code == code);
            if finding.is_some_and(|code| !known(code)) {
                return Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
            }
            let complaint = case.rounds.complaints.len() as u32 + 1;
            Event::ComplaintRaised { complaint, finding, said: Text::of(said) }
        }
        Act::MergeComplaint { complaint, into } => merge(case, complaint, into)?,
        Act::CloseComplaints => {
            after_reveal(case)?;
            if case.rounds.complaints_closed {
                return Err(Refusal::Done);
            }
            Event::ComplaintsClosed {}
        }
        Act::NameGoodThing { text: said } => good_thing(case, by, said)?,
        Act::AnswerOwnPart => own_part(case, by)?,
        Act::CloseOwnParts { answers } => close_own_parts(case, answers)?,
        Act::AgreeImprovement { owner, due_on, text: said } => improvement(owner, due_on, said, case, now)?,
        Act::FinishImprovement { improvement } => finish(case, by, improvement)?,
        Act::ScoreOptions { scoring, said } => score(case, scoring, said)?,
        Act::CiteScenario { scenario } => {
            in_review(case)?;
            Event::ScenarioRun {
                run: scenario.run,
                seed: scenario.seed,
                p_cash_below_zero: scenario.p_cash_below_zero,
                repair_dominates: scenario.repair_dominates,
            }
        }
        Act::Defer { until, text: what } => {
            in_review(case)?;
            lies_ahead(until, now.today)?;
            text(&what)?;
            Event::ReviewDeferred { until, said: Text::of(what) }
        }
        other => unreachable!("not an act of the review: {other:?}"),
    };
    Ok(vec![event])
}

fn in_review(case: &Case) -> Result<(), Refusal> {
    if case.stage == Stage::Review { Ok(()) } else { Err(Refusal::NotNow { stage: case.stage }) }
}

fn is_asked(case: &Case, by: &str) -> Result<(), Refusal> {
    in_review(case)?;
    if case.rounds.seat(by).is_some() { Ok(()) } else { Err(Refusal::NotAsked) }
}

/// Complaints and good things come after the opinions are open, so that no one is led by another.
fn after_reveal(case: &Case) -> Result<(), Refusal> {
    if case.rounds.revealed.is_some() { Ok(()) } else { Err(Refusal::NotNow { stage: case.stage }) }
}

fn set_roster(case: &Case, seats: Vec<Seat>, changes: Vec<RosterChange>) -> Result<Event, Refusal> {
    changes.iter().try_for_each(|change| text(&change.reason))?;
    let before = matches!(case.stage, Stage::FactFinding | Stage::Review) && case.opening.class == Class::Normal;
    if !before || case.rounds.revealed.is_some() {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    let mut members: Vec<&str> = seats.iter().map(|seat| seat.member.as_str()).collect();
    members.sort_unstable();
    members.dedup();
    if members.is_empty() {
        Err(Refusal::Invalid { field: Field::Member, why: Why::Empty })
    } else if members.len() < seats.len() {
        Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere })
    } else {
        // Whoever answered keeps their seat: nobody is unseated for what they said.
        let unseated = case.rounds.opinions.iter().any(|opinion| !members.contains(&opinion.member.as_str()));
        let said = Some(changes).filter(|changes| !changes.is_empty());
        if unseated { Err(Refusal::Done) } else { Ok(Event::RosterSet { seats, said }) }
    }
}

fn excuse(case: &Case, member: String, why: String) -> Result<Event, Refusal> {
    text(&why)?;
    if !case.rounds.asks(&member) {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::Unknown });
    }
    // Whoever fell ill after the first round is not waited for in the others.
    if sitting::QUESTIONS.into_iter().all(|round| case.rounds.has_answered(&member, round)) {
        return Err(Refusal::Done);
    }
    Ok(Event::AbsenceExcused { member, said: Text::of(why) })
}

fn opinion(said: &OpinionSaid) -> Result<(), Refusal> {
    text(&said.why)?;
    text(&said.changes_my_mind)
}

fn reveal(case: &Case) -> Result<Event, Refusal> {
    in_review(case)?;
    if case.rounds.revealed.is_some() {
        return Err(Refusal::Done);
    }
    if case.rounds.opinions.is_empty() {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::Empty });
    }
    let owned = |members: Vec<&str>| -> Vec<String> { members.into_iter().map(str::to_owned).collect() };
    let missing = owned(case.rounds.missing(Round::Opinions));
    // Each function that deals with the client is heard, or its absence is in writing (DOMAIN 5.3, quorum).
    let unheard = case.rounds.unheard();
    if unheard.is_empty() {
        Ok(Event::OpinionsRevealed { missing })
    } else {
        let of_unheard = case.rounds.asked().filter(|seat| unheard.contains(&seat.department));
        let whose = Whose::Members(owned(of_unheard.map(|seat| seat.member.as_str()).collect()));
        Err(Refusal::Missing(vec![Missing { item: Item::Opinions, whose }]))
    }
}

fn merge(case: &Case, complaint: u32, into: u32) -> Result<Event, Refusal> {
    let stands = |id: u32| case.rounds.complaints.iter().any(|one| one.id == id && one.merged_into.is_none());
    if complaint == into || !stands(complaint) || !stands(into) {
        Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown })
    } else {
        Ok(Event::ComplaintMerged { complaint, into })
    }
}

fn good_thing(case: &Case, by: &str, said: Option<String>) -> Result<Event, Refusal> {
    is_asked(case, by)?;
    if !sitting::is_open(case, by, Round::GoodThings) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    said.as_deref().map(text).transpose()?;
    let answered = case.rounds.has_answered(by, Round::GoodThings);
    match (complaints_are_over(case), said) {
        // What is answered early, even that it is nothing, is closed until the round opens.
        (false, _) if answered => Err(Refusal::Done),
        (false, text) => Ok(Event::GoodThingKept { said: Some(GoodSaid { text }) }),
        (true, Some(said)) => Ok(Event::GoodThingGiven { said: Text::of(said) }),
        (true, None) if answered => Err(Refusal::Done),
        (true, None) => Ok(Event::GoodThingDeclined {}),
    }
}

fn own_part(case: &Case, by: &str) -> Result<Event, Refusal> {
    is_asked(case, by)?;
    if case.rounds.own_parts_closed.is_some() || case.rounds.has_answered(by, Round::OwnParts) {
        Err(Refusal::Done)
    } else if sitting::is_open(case, by, Round::OwnParts) {
        Ok(Event::OwnPartAnswered {})
    } else {
        Err(Refusal::NotNow { stage: case.stage })
    }
}

fn close_own_parts(case: &Case, answers: u32) -> Result<Event, Refusal> {
    in_review(case)?;
    if case.rounds.own_parts_closed.is_some() {
        return Err(Refusal::Done);
    }
    // Closing shows what was said: not before the rounds that come first.
    if !complaints_are_over(case) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    if case.rounds.own_parts_answered.is_empty() {
        return Err(Refusal::Invalid { field: Field::Member, why: Why::Empty });
    }
    Ok(Event::OwnPartsClosed { answers })
}

fn improvement(owner: String, due_on: Day, said: String, case: &Case, now: &Now) -> Result<Event, Refusal> {
    text(&owner)?;
    text(&said)?;
    lies_ahead(due_on, now.today)?;
    let id = case.rounds.improvements.len() as u32 + 1;
    Ok(Event::ImprovementAgreed { improvement: Improvement { id, owner, due_on }, said: Text::of(said) })
}

/// Ticks an improvement off: its owner does, or whoever works on the case.
fn finish(case: &Case, by: &str, improvement: u32) -> Result<Event, Refusal> {
    let open = case.rounds.improvements.iter().find(|(one, _, done)| one.id == improvement && !done);
    let Some((one, ..)) = open else { return Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown }) };
    if one.owner == by || case.allows(by, Action::Work) {
        Ok(Event::ImprovementDone { improvement })
    } else {
        let works = |role: &Role| may(*role, Action::Work, case.opening.class);
        let roles = Role::ALL.iter().copied().filter(works).collect();
        Err(Refusal::NotYours { action: Action::Work, roles })
    }
}

fn score(case: &Case, scoring: Box<Scoring>, said: ScoringSaid) -> Result<Event, Refusal> {
    in_review(case)?;
    if scoring.options.len() < 2 {
        return Err(Refusal::Invalid { field: Field::Choice, why: Why::TooShort });
    }
    said.texts().try_for_each(text)?;
    let said = Some(said).filter(|said| said.texts().next().is_some());
    Ok(Event::OptionsScored { scoring, said })
}
