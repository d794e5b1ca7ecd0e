//! Khitam's shell: everything that touches the world.

pub mod intake;
