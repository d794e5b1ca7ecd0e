//! Who looks. One place decides what a person may see; for everyone else the rest does not exist (RULINGS 33, 38).

use domain::sign::Code;

/// What a member may do; each includes what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Member,
    Finance,
    Owner,
}

impl Role {
    /// All roles, the one that may do most first.
    pub const ALL: [Role; 3] = [Role::Owner, Role::Finance, Role::Member];

    /// Returns the role of a stored word.
    pub fn of(word: &str) -> Option<Role> {
        match word {
            "owner" => Some(Role::Owner),
            "finance" => Some(Role::Finance),
            "member" => Some(Role::Member),
            _ => None,
        }
    }

    /// Returns the word the store keeps.
    pub fn word(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Finance => "finance",
            Role::Member => "member",
        }
    }
}

/// Who looks at the records.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// The command line: every unrestricted record, no restricted one.
    Operator,
    /// A signed-in member.
    Member {
        id: String,
        role: Role,
        /// The one client shown while the screen is shared with its people.
        sharing: Option<String>,
    },
}

impl Viewer {
    /// Tells whether this person sees what an hour costs us, and the firm's cash.
    pub fn sees_costs(&self) -> bool {
        match self {
            Viewer::Operator => true,
            Viewer::Member { role, sharing, .. } => *role != Role::Member && sharing.is_none(),
        }
    }

    /// Tells whether sums may be shown: not while a screen is shared.
    pub fn sees_money(&self) -> bool {
        !matches!(self, Viewer::Member { sharing: Some(_), .. })
    }

    /// Tells whether a client may be shown.
    pub fn sees_client(&self, client: &str) -> bool {
        match self {
            Viewer::Member { sharing: Some(only), .. } => only == client,
            _ => true,
        }
    }

    /// Tells whether a finding reveals what an hour costs us, or our cash.
    pub fn is_of_costs(code: Code) -> bool {
        matches!(code, Code::E4 | Code::P8)
    }

    /// Tells whether a finding may be shown: those that reveal what an hour costs us, or our cash, are not for all.
    pub fn sees_finding(&self, code: Code) -> bool {
        let of_costs = Viewer::is_of_costs(code);
        let of_money = matches!(code, Code::E1 | Code::E6 | Code::E7 | Code::E8);
        (self.sees_costs() || !of_costs) && (self.sees_money() || !(of_costs || of_money))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewer(role: Role, sharing: Option<&str>) -> Viewer {
        Viewer::Member { id: "reem".to_owned(), role, sharing: sharing.map(str::to_owned) }
    }

    #[test]
    fn a_member_sees_no_costs_and_a_shared_screen_no_money() {
        let (owner, member) = (viewer(Role::Owner, None), viewer(Role::Member, None));
        assert!(owner.sees_costs() && owner.sees_money() && owner.sees_finding(Code::E4));
        assert!(!member.sees_costs() && member.sees_money() && member.sees_finding(Code::E1));
        assert!(!member.sees_finding(Code::E4) && !member.sees_finding(Code::P8));
        let sharing = viewer(Role::Owner, Some("c1"));
        assert!(!sharing.sees_costs() && !sharing.sees_money() && !sharing.sees_finding(Code::E1));
        assert!(sharing.sees_client("c1") && !sharing.sees_client("c2") && owner.sees_client("c2"));
    }

    #[test]
    fn roles_include_the_ones_below() {
        assert!(Role::Owner > Role::Finance && Role::Finance > Role::Member);
        assert_eq!(Role::ALL.map(|role| Role::of(role.word())), Role::ALL.map(Some));
    }
}
