//! What a member is asked now. On the light track one sitting is enough (RULINGS 39): after their own opinion they may
//! answer the later questions, too. The order of the rounds holds all the same, for what they answer early stays closed
//! until its round opens.

use super::review::{Round, complaints_are_over};
use super::stage::{Stage, Track};
use super::state::Case;

/// The rounds that ask each member, in their order.
pub const QUESTIONS: [Round; 3] = [Round::Opinions, Round::GoodThings, Round::OwnParts];

/// Tells whether a member may answer a round now; whether they have done so is another question.
pub fn is_open(case: &Case, member: &str, round: Round) -> bool {
    let spoke = case.rounds.has_opinion(member);
    let early = case.opening.track == Track::Light && spoke;
    let is_asked = case.stage == Stage::Review && case.rounds.seat(member).is_some();
    is_asked
        && match round {
            Round::Opinions => true,
            Round::Complaints => case.rounds.revealed.is_some() && !case.rounds.complaints_closed,
            Round::GoodThings => early || complaints_are_over(case),
            Round::OwnParts => {
                let in_turn = complaints_are_over(case) && case.rounds.has_answered(member, Round::GoodThings);
                (early || in_turn) && case.rounds.own_parts_closed.is_none()
            }
            Round::Worth | Round::Ending => false,
        }
}

/// Returns the question that a member is asked now: the first that they have not answered, if it is open to them.
pub fn question(case: &Case, member: &str) -> Option<Round> {
    let next = QUESTIONS.into_iter().find(|round| !case.rounds.has_answered(member, *round));
    next.filter(|round| is_open(case, member, *round))
}
