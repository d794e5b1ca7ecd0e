//! What has to be there before a case suspends services (DOMAIN 2.9, rung 5; B32; RULINGS 40).

use super::Letter;
use crate::case::role::{Action, Role, may};
use crate::case::stage::Track;
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::dunning::{Lack, Suspension};
use crate::separation::letter::Kind;
use serde::{Deserialize, Serialize};

/// What whoever suspends has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// The days of notice that a clause or a law asks for; `None` where neither gives a right to suspend.
    pub notice_days: Option<u16>,
    /// Whether only additional services stop.
    pub additional_only: bool,
    /// Whether something of what is in default is disputed.
    pub disputed: bool,
    /// Whether it would stop a critical system, or harm others.
    pub critical_system: bool,
    pub third_parties: bool,
}

impl Case {
    /// Tells whether counsel has written, and not to wait.
    fn counsel_agrees(&self) -> bool {
        !self.counsel.is_empty() && !self.counsel_waits(None)
    }

    /// Tells whether IT is asked before anything stops: on the full track, and wherever someone was named for it.
    fn asks_it(&self) -> bool {
        let is_named = self.roles.get(&Role::It).is_some_and(|members| !members.is_empty());
        may(Role::It, Action::ApproveStop, self.opening.class) && (is_named || self.opening.track == Track::Full)
    }

    /// Returns the letter that announces a suspension to which IT has not agreed, where it is asked.
    pub fn awaits_it(&self) -> Option<&Letter> {
        let own = || self.parting.letters.iter().rev().filter(|letter| letter.kind == Kind::Suspension);
        // What is announced is asked about first, whatever is being written.
        let mut waiting = own().find(|letter| letter.is_out()).into_iter().chain(own().find(|letter| letter.passes()));
        let letter = waiting.find(|letter| !letter.came_back && !letter.stop_approved)?;
        (self.asks_it() && self.parting.breach.suspended_on.is_none()).then_some(letter)
    }

    /// Returns what a suspension from a day on lacks. It is announced by a letter that reached the client, of this default
    /// and not of one before; where it would harm others or stop a critical system, counsel has written first; and IT has said
    /// that just this can be stopped.
    pub fn lacks_to_suspend(&self, looked: &Looked, on: Day) -> Vec<Lack> {
        let default_on = self.parting.breach.notice.map(|(on, _)| on);
        let mut letters = self.parting.letters.iter().rev();
        let announced = letters.find(|letter| letter.kind == Kind::Suspension && letter.is_out());
        let announced = announced.filter(|letter| letter.handed_over_on >= default_on);
        let known = Suspension {
            notice_days: looked.notice_days.map(i32::from),
            served_on: announced.and_then(|letter| letter.handed_over_on),
            additional_only: looked.additional_only,
            harms: Some((looked.critical_system, looked.third_parties)),
        };
        let talked = !self.talks.is_empty() || self.counsel.iter().any(|word| word.talk_not_needed);
        let mut lacks = known.lacks(on);
        lacks.retain(|lack| *lack != Lack::SafeStop || !self.counsel_agrees());
        lacks.extend((!talked).then_some(Lack::Talk));
        lacks.extend(looked.disputed.then_some(Lack::Dispute));
        let waits_for_it = self.asks_it() && announced.is_some_and(|letter| !letter.stop_approved);
        lacks.extend(waits_for_it.then_some(Lack::Technical));
        lacks
    }
}
