//! The pages that the hub of learning leads to.

use crate::store::viewer::Role;

/// A page: its address, the key of its name (`{key}-note` says what is there), and who may open it.
pub struct Room {
    pub href: &'static str,
    pub key: &'static str,
    pub least: Role,
}

/// All pages of learning, in the order in which they are offered.
pub const ROOMS: [Room; 2] = [
    Room { href: "/lessons", key: "room-lessons", least: Role::Member },
    Room { href: "/measures", key: "room-measures", least: Role::Finance },
];

/// Where a criterion for the next client is made from a lesson, with the key of its words.
pub const NEW_CRITERION: Option<(&str, &str)> = None;
