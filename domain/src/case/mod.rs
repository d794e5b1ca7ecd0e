//! A case: from the signs to a decision that people can defend, kept as a journal and folded into a state. `decide` takes
//! a state, an act and a moment and refuses or returns events; `Case::apply` takes an event into the state.

pub mod act;
pub mod after;
mod cited;
pub mod clock;
pub mod compartment;
pub mod contribution;
pub mod decide;
pub mod decision;
pub mod department;
pub mod due;
pub mod event;
pub mod gate;
pub mod gathered;
pub mod guardrail;
pub mod harm;
pub mod invited;
#[cfg(test)]
mod kept;
pub mod learning;
pub mod legal_hold;
pub mod limits;
pub mod opening;
pub mod options;
mod outcome;
pub mod parting;
pub mod persistence;
pub mod protection;
pub mod refusal;
pub mod repair;
pub mod restricted;
pub mod review;
pub mod role;
pub mod root_cause;
pub mod roster;
pub mod scoring;
pub mod sitting;
pub mod snapshot;
pub mod stage;
pub mod state;
pub mod trial;
pub mod worth;

pub use act::Act;
pub use cited::{Cited, CitedRow};
pub use decide::{Now, decide};
pub use event::Event;
pub use gate::{Gate, Item, Missing, Whose, gates, missing};
pub use opening::{Opening, Skip};
pub use outcome::Outcome;
pub use protection::Milestone;
pub use refusal::Refusal;
pub use role::{Action, Class, Role};
pub use stage::{Stage, Track};
pub use state::{Case, Stamped};
