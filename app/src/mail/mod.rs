//! Mail: the firm's server, what is handed to it, and what comes back.

pub mod bounce;
pub mod message;
mod post;
pub mod server;

pub use post::{Outcome, Parcel, hand_over, reached};
