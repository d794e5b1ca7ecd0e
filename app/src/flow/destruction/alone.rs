//! A firm of one person has no second one: who proposed an erasure confirms it alone, after a pause (RULINGS 39).

use crate::store::destructions::Proposal;
use crate::store::members::{self, Member};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::erasure;

/// Returns from which day on a member may confirm their own proposal: none where it is another's, or where anybody else belongs
/// to the firm who could be asked.
pub async fn alone_from(db: &Db, proposal: &Proposal, member: &str) -> Result<Option<Day>, StoreError> {
    if proposal.proposed.0 != member {
        return Ok(None);
    }
    let is_another = |one: &Member| one.id != member && one.left_at.is_none() && !one.adviser;
    let is_alone = !members::all(db).await?.iter().any(is_another);
    Ok(is_alone.then(|| erasure::alone_from(proposal.proposed.1)))
}
