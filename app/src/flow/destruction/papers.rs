//! Papers of a case that a law keeps when its words go: its proofs and its closing pack, once its account was frozen. The account
//! itself stands open in the journal, which stays.

use super::Ground;
use crate::flow::case_files::PAPERS;
use crate::flow::cases::Opened;
use crate::keep::erasures::Scope;
use crate::store::cases::Key;
use crate::store::{StoreError, case_files};
use domain::erasure::{Basis, Stays, stays};
use domain::retention::{Class, Term};

/// How many papers of a case stay, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Papers {
    pub n: u64,
    pub stays: Stays,
}

/// Returns what an erasure of a case leaves because a law keeps it.
pub(super) async fn kept(
    ground: Ground<'_>,
    scope: &Scope,
    (cases, basis, terms): (&[Opened], Basis, &[Term]),
) -> Result<Option<Papers>, StoreError> {
    let Scope::Case { client, case, .. } = scope else { return Ok(None) };
    let key = Key { client: client.clone(), case: case.clone() };
    let opened = cases.iter().find(|opened| opened.key == key);
    let has_account = opened.is_some_and(|opened| opened.case.parting.account.is_some());
    let Some(stays) = stays(Class::Books, basis, terms, ground.today).filter(|_| has_account) else { return Ok(None) };
    let files = case_files::of_case(ground.place.db, &key).await?;
    let n = files.iter().filter(|(what, _)| PAPERS.contains(&what.as_str())).count() as u64;
    Ok((n > 0).then_some(Papers { n, stays }))
}

/// Returns what is erased where papers of a case stay.
pub(super) fn without(scope: Scope, keeps_papers: bool) -> Scope {
    match scope {
        Scope::Case { client, case, .. } => Scope::Case { client, case, keeps_papers },
        other => other,
    }
}
