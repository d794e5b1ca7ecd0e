//! The clearance: signed by someone of the client on the text that stood before them, or written down by us.

use super::super::Now;
use super::{Decided, invalid};
use crate::case::event::Text;
use crate::case::parting::Event;
use crate::case::parting::settling::{Closure, Ending, REMINDERS_MIN, Settlement};
use crate::case::refusal::{Field, Refusal, Why, text};
use crate::case::state::Case;
use crate::journal;
use crate::separation::tone::Language;

/// Someone of the client signs a text that names the account as it was settled; its digest is what they signed.
pub fn sign(case: &Case, name: String, (language, said): (Language, String), now: &Now) -> Decided {
    text(&name)?;
    let parting = &case.parting;
    if parting.closure.is_some() {
        return Err(Refusal::Done);
    }
    let account = parting.account_to_clear().ok_or(Refusal::NotNow { stage: case.stage })?;
    if !said.contains(&account.digest) {
        return Err(invalid(Field::Text, Why::NotAllowedHere));
    }
    let document = Some(journal::digest(said.as_bytes()));
    let closure = Closure { ending: Ending::Signed, on: now.today, signer: Some(name), document, reminders: 0 };
    Ok(vec![Event::ClosureSigned { closure, language: Some(language), said: Text::of(said) }])
}

/// Refuses a signature without a name, or on an account that moved to a file of claims, and silence without reminders.
pub fn signed_or_reminded(case: &Case, closure: &Closure) -> Result<(), Refusal> {
    let is_claimed = case.parting.settlement.is_some_and(|(how, _)| how == Settlement::ClaimFile);
    match closure.ending {
        Ending::Signed if is_claimed => Err(invalid(Field::Choice, Why::NotAllowedHere)),
        Ending::Signed => closure.signer.as_deref().map_or(Err(invalid(Field::Text, Why::Empty)), text),
        Ending::NotSigned if closure.reminders < REMINDERS_MIN => Err(invalid(Field::Number, Why::TooShort)),
        Ending::NotSigned => Ok(()),
    }
}
