//! Secrets of people: passwords, the links and cookies that stand for them, and keys that only their owner opens.

pub mod identity;
pub mod key_folder;
pub mod password;
pub mod text;
pub mod token;
