//! The pages that the hub of learning leads to.

use crate::store::viewer::Role;

/// A page: its address, the key of its name (`{key}-note` says what is there), and who may open it.
pub struct Signpost {
    pub href: &'static str,
    pub key: &'static str,
    pub least: Role,
}

/// All pages of learning, in the order in which they are offered.
pub const SIGNPOSTS: [Signpost; 2] = [
    Signpost { href: "/lessons", key: "signpost-lessons", least: Role::Member },
    Signpost { href: "/measures", key: "signpost-measures", least: Role::Finance },
];

/// Where a criterion for the next client is made from a lesson, with the key of its words.
pub const NEW_CRITERION: Option<(&str, &str)> = None;
