//! Khitam's shell: everything that touches the world. The rules are in `domain`.

pub mod archive;
pub mod cli;
pub mod clock;
pub mod document;
pub mod entropy;
pub mod flow;
pub mod intake;
pub mod keep;
pub mod lang;
pub mod letter;
pub mod mail;
pub mod secret;
pub mod store;
pub mod web;
