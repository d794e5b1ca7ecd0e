//! What we keep after the end whatever the client says of their data: which papers, on which ground, and until when (DOMAIN
//! 2.13, 2.14).

use super::ClientPage;
use crate::case::parting::Parting;
use crate::days::Day;
use crate::firm::Firm;
use crate::retention::{self, Class, Dates, Term};
use crate::separation::obligation::Profile;

/// What the terms of keeping are counted from, as far as it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptFrom {
    pub dates: Dates,
    /// Whether the profession has to ask its clients who they are.
    pub asks_identity: bool,
    /// Whether we still hold data of theirs.
    pub holds_theirs: bool,
}

/// Returns what the terms are counted from, by the day on which it ends as the client was told; nothing while no end is in sight.
pub fn kept_from(parting: &Parting, ends_on: Option<Day>) -> Option<KeptFrom> {
    let ended_on = ends_on.or_else(|| parting.all_end_on())?;
    let profile = parting.duties.plan().map(|plan| plan.profile);
    Some(KeptFrom {
        dates: Dates { ended_on, booked_on: parting.last_booked_on(ended_on), learned_on: None },
        asks_identity: matches!(profile, Some(Profile::LawFirm | Profile::Accounting)),
        holds_theirs: parting.holds_theirs(),
    })
}

impl ClientPage {
    /// Returns what a firm keeps by its place and its own terms, and until when. What we said of our own part, and what happened
    /// between people, is no paper of theirs.
    pub fn kept(&self, firm: &Firm) -> Vec<Term> {
        let Some(from) = self.kept_from else { return vec![] };
        let is_told = |term: &Term| match term.class {
            Class::OwnPart | Class::Incident => false,
            Class::DueDiligence => from.asks_identity,
            Class::ClientData => from.holds_theirs,
            Class::Books | Class::ContractFile | Class::SignData => true,
        };
        retention::terms_of(firm, &from.dates).into_iter().filter(is_told).collect()
    }
}
