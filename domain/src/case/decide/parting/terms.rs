//! A notice rests on what people confirmed in the text of its contract: when it is computed, and again when it goes out.

use super::uncomputed;
use crate::case::parting::further::Act as Further;
use crate::case::parting::{Act, Computed};
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::separation::contract::Confirmed;

/// Refuses an act by which a notice would be computed or sent that does not keep the confirmed terms.
pub fn keep(case: &Case, act: &Act, confirmed: &Confirmed) -> Result<(), Refusal> {
    let prepared = || case.parting.computed.clone();
    let computed = match act {
        Act::ComputeNotice { contract, input, own } => {
            Some(Computed::of(contract.clone(), input.clone(), own.clone()).map_err(uncomputed)?)
        }
        Act::Dispatch { .. } => prepared(),
        Act::OrderMail { letter, .. } if case.is_main(*letter) => prepared(),
        Act::Further(Further::ComputeFurther { contract, input, own }) => {
            Some(Computed::of(Some(contract.clone()), input.clone(), own.clone()).map_err(uncomputed)?)
        }
        Act::Further(Further::DispatchFurther { contract, .. }) => {
            case.parting.further(contract).and_then(|own| own.computed.clone())
        }
        _ => None,
    };
    let departs = computed.map(|computed| computed.departs(case.parting.basis(), confirmed)).unwrap_or_default();
    if departs.is_empty() { Ok(()) } else { Err(Refusal::Departs(departs)) }
}
