//! The pages that the hub of learning leads to.

use crate::store::viewer::Role;
use crate::web::href;

/// A page: its address, the key of its name (`{key}-note` says what is there), and who may open it.
pub struct Signpost {
    pub href: &'static str,
    pub key: &'static str,
    pub least: Role,
}

/// All pages of learning, in the order in which they are offered.
pub const SIGNPOSTS: [Signpost; 6] = [
    Signpost { href: "/lessons", key: "signpost-lessons", least: Role::Member },
    Signpost { href: "/criteria", key: "signpost-criteria", least: Role::Member },
    Signpost { href: "/prospects", key: "signpost-prospects", least: Role::Member },
    Signpost { href: "/channels", key: "signpost-channels", least: Role::Member },
    Signpost { href: "/measures", key: "signpost-measures", least: Role::Finance },
    Signpost { href: "/retention", key: "signpost-retention", least: Role::Member },
];

/// The key of the words by which a criterion for the next client is made from a lesson.
pub const NEW_CRITERION: &str = "signpost-new-criterion";

/// Returns where a criterion is made from a lesson.
pub fn new_criterion(lesson: &str) -> String {
    "/criteria/new".to_owned() + &href::query([("lesson", lesson)])
}
