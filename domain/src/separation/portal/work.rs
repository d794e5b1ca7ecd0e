//! The rights in each work, as the client reads it: what becomes of them, on which terms, and what that waits for.

use crate::case::parting::Parting;
use crate::separation::work::{Grant, Lack, Licence, Scheduled};

/// A work on the client's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub work: String,
    pub terms: Option<String>,
    pub grant: Grant,
    pub licence: Licence,
    pub files_owed: bool,
    pub waits: Vec<Lack>,
}

/// Returns the works of a parting whose words can be read.
pub fn works(parting: &Parting) -> Vec<Work> {
    let is_paid = parting.is_paid_in_full();
    let work = |one: &Scheduled| {
        let said = one.said.clone()?;
        Some(Work {
            work: said.work,
            terms: said.terms,
            grant: one.work.grant,
            licence: one.work.licence,
            files_owed: one.work.files_owed,
            waits: one.lacks(is_paid),
        })
    };
    parting.works.rows.iter().filter_map(work).collect()
}
