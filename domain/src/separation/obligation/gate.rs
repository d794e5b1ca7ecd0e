//! What the obligations still ask for before a case goes on (DOMAIN 5.3: 7 to 8, 8 to 9, 9 to 10).

use super::order::Known;
use super::register::{Item, Register};
use super::{Asked, Code, Family, Keeper, Owner, Settled, Side, What, entry};
use crate::case::Track;
use crate::word::words;

words! {
    /// A step of parting that obligations can hold up.
    Passage {
        /// From the transition to settling and closing (7 to 8).
        ToClosing = "to_closing",
        /// To the closed case (8 to 9).
        ToClosed = "to_closed",
        /// To what was learned from it, the final state (9 to 10).
        ToLearned = "to_learned",
    }
}

/// What is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// An obligation of the register, by its number.
    Obligation(u32),
    /// Nobody has taken this into the register.
    Lacking(Code),
    /// An access that we own and have not handed over, or still hold, by its number.
    Access(u32),
    /// A place where the client's data still lies, by its number.
    Holding(u32),
}

/// One thing that a passage waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub open: Open,
    pub whose: Owner,
    /// Whether the case cannot go on without it; what nobody has taken up is only offered on the light track.
    pub hard: bool,
}

/// Returns all that is open before a passage, the register's own first.
pub fn open_at(register: &Register, passage: Passage, known: &Known, track: Track) -> Vec<Need> {
    let holds_up = |item: &&Item| item.is_open() && holds_up(item, passage, known);
    let of_item = |item: &Item| Need {
        open: Open::Obligation(item.obligation.id),
        whose: item.obligation.owner.clone(),
        hard: true,
    };
    let mut needs: Vec<Need> = register.items.iter().filter(holds_up).map(of_item).collect();
    let is_lacking = |code: &&Code| register.of(**code).next().is_none() && applies(**code, known);
    let lacking = asked(passage).iter().filter(is_lacking);
    needs.extend(lacking.map(|code| Need {
        open: Open::Lacking(*code),
        whose: Owner::Keeper(entry(*code).keeper),
        hard: track == Track::Full,
    }));
    needs.extend(inventories(register, passage, known));
    needs
}

/// Tells whether an open obligation holds up a passage.
fn holds_up(item: &Item, passage: Passage, known: &Known) -> bool {
    let Some(code) = item.obligation.code() else {
        // Own words and what we ask of the client: ours is done by the end of the services, all of it at closing; but for what
        // they owe, once that moved to a file of claims.
        let is_claimed = known.in_claim && item.obligation.what == What::Asked(Asked::Pay);
        return passage == Passage::ToClosed && !is_claimed;
    };
    if known.done.contains(&code) {
        return false;
    }
    match passage {
        Passage::ToClosing => match code.family() {
            Family::Delivery | Family::Handover | Family::Digital => item.obligation.side == Side::Ours,
            _ => matches!(code, Code::Acc01 | Code::Acc03 | Code::Dat02),
        },
        Passage::ToClosed => match code {
            Code::Acc11 | Code::Clo06 => false,
            // A legal hold stands in the place of the certificates.
            Code::Dat03 | Code::Dat04 => !known.legal_hold,
            _ => true,
        },
        Passage::ToLearned => code == Code::Clo06,
    }
}

/// Returns what a passage asks for even if nobody took it into the register.
fn asked(passage: Passage) -> &'static [Code] {
    match passage {
        Passage::ToClosing => &[Code::Hnd01, Code::Acc01, Code::Acc03, Code::Dat02],
        Passage::ToClosed => {
            &[Code::Fin06, Code::Fin04, Code::Dat03, Code::Clo01, Code::Clo02, Code::Clo03, Code::Acc11]
        }
        Passage::ToLearned => &[Code::Clo06],
    }
}

/// Tells whether a code can be asked for in this case.
fn applies(code: Code, known: &Known) -> bool {
    match code {
        _ if known.done.contains(&code) => false,
        Code::Fin04 => known.profile.is_some_and(|profile| entry(code).profiles.contains(&profile)),
        Code::Dat03 => !known.legal_hold,
        _ => true,
    }
}

/// Returns what the two inventories still hold.
fn inventories(register: &Register, passage: Passage, known: &Known) -> Vec<Need> {
    let left_out = |code| {
        register
            .of(code)
            .any(|item| matches!(item.settled, Some((Settled::Excepted { .. } | Settled::Transferred { .. }, _))))
    };
    let need = |open, keeper| Need { open, whose: Owner::Keeper(keeper), hard: true };
    let accesses = known.accesses.iter().filter(|held| match passage {
        Passage::ToClosing => !held.is_handed_over() && !left_out(Code::Acc03),
        Passage::ToClosed => held.removed_on.is_none() && !left_out(Code::Acc05),
        Passage::ToLearned => false,
    });
    let holdings = known.holdings.iter().filter(|stored| {
        passage == Passage::ToClosed && !known.legal_hold && !stored.is_settled() && !left_out(Code::Dat03)
    });
    let accesses = accesses.map(|held| need(Open::Access(held.access.id), Keeper::It));
    let holdings = holdings.map(|stored| need(Open::Holding(stored.holding.id), Keeper::Privacy));
    accesses.chain(holdings).collect()
}
