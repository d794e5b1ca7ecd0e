//! A notice rests on what people confirmed in the text of its contract: when it is computed, and again when it goes out. A
//! notice of default goes by the ways that the contract names, too: by another, the time to cure may never have begun.

use super::uncomputed;
use crate::case::parting::further::Act as Further;
use crate::case::parting::{Act, Computed};
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::days::holiday::OwnDay;
use crate::separation::contract::{Confirmed, TermName};
use crate::separation::letter::Kind;
use crate::separation::notice::Method;

/// Refuses an act by which a notice would be computed or sent that does not keep the confirmed terms.
pub fn keep(case: &Case, act: &Act, confirmed: &Confirmed) -> Result<(), Refusal> {
    let kind_of = |letter: &u32| case.parting.letter(*letter).map(|known| known.kind);
    match act {
        Act::ServeDefault { method, .. } => by_its_ways(*method, confirmed)?,
        Act::OrderMail { letter, .. } if kind_of(letter) == Some(Kind::Default) => {
            by_its_ways(Method::Email, confirmed)?
        }
        _ => {}
    }
    let prepared = || case.parting.computed.clone();
    let basis = case.parting.basis();
    let of = |contract: Option<String>, input: &String, own: &Vec<OwnDay>| {
        Computed::by_right(basis, contract, input.clone(), own.clone()).map_err(uncomputed)
    };
    let computed = match act {
        Act::ComputeNotice { contract, input, own } => Some(of(contract.clone(), input, own)?),
        Act::Dispatch { .. } => prepared(),
        Act::OrderMail { letter, .. } => case.notice_of(*letter).cloned(),
        Act::Further(Further::ComputeFurther { contract, input, own }) => Some(of(Some(contract.clone()), input, own)?),
        Act::Further(Further::DispatchFurther { contract, .. }) => {
            case.parting.further(contract).and_then(|own| own.computed.clone())
        }
        _ => None,
    };
    let departs = computed.map(|computed| computed.departs(basis, confirmed)).unwrap_or_default();
    if departs.is_empty() { Ok(()) } else { Err(Refusal::Departs(departs)) }
}

/// Refuses a way that is not among those that were confirmed, if any were.
fn by_its_ways(method: Method, confirmed: &Confirmed) -> Result<(), Refusal> {
    match confirmed.value(TermName::NoticeMethod) {
        Some(term) if !term.methods.is_empty() && !term.methods.contains(&method) => {
            Err(Refusal::Departs(vec![(TermName::NoticeMethod, term.clone())]))
        }
        _ => Ok(()),
    }
}
