//! How the services stand until the end, as the client reads of it: which go on and until when, which rest and what brings
//! them back.

use crate::case::parting::Parting;
use crate::case::parting::offers::{Course, Service as Told};
use crate::days::Day;
use crate::separation::letter::Kind;

/// A service, in words that were written for the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    pub service: String,
    pub standing: Standing,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its last day; `None` where not even the day of the end is known.
    Until(Option<Day>),
    /// It rests until this has happened.
    Paused { returns: String },
    /// It does not end with the others.
    GoesOn,
}

/// That services rest: since when, and the letter that says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    pub since: Day,
    pub letter: Option<u32>,
}

/// Returns how the services stand: what rests first, then by the last day.
pub fn services(parting: &Parting) -> Vec<Service> {
    let mut told: Vec<Service> = parting.offers.services.iter().filter_map(|one| service(parting, one)).collect();
    told.sort_by_key(|one| match one.standing {
        Standing::Paused { .. } => (0, None),
        Standing::Until(Some(until)) => (1, Some(until)),
        Standing::Until(None) => (2, None),
        Standing::GoesOn => (3, None),
    });
    told
}

/// Returns a service as the client reads of it, where its words can be read.
pub fn service(parting: &Parting, one: &Told) -> Option<Service> {
    let said = one.said.clone()?;
    let ends_on = parting.all_end_on();
    let standing = match one.course {
        Course::GoesOn => Standing::GoesOn,
        // What ends ends with the others at the latest, wherever their day has moved.
        Course::Until(until) => Standing::Until(Some(ends_on.map_or(until, |ends_on| until.min(ends_on)))),
        Course::Paused if parting.breach.suspended_on.is_some() => Standing::Paused { returns: said.returns? },
        // What was paused came back with the suspension's end.
        Course::ToTheEnd | Course::Paused => Standing::Until(ends_on),
    };
    Some(Service { service: said.service, standing })
}

/// Returns the suspension that stands.
pub fn pause(parting: &Parting) -> Option<Pause> {
    let since = parting.breach.suspended_on?;
    let mut letters = parting.letters.iter().filter(|letter| letter.is_served && letter.kind == Kind::Suspension);
    Some(Pause { since, letter: letters.next_back().map(|letter| letter.id) })
}
