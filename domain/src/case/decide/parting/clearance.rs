//! The clearance: signed by someone of the client on the text that stood before them, or written down by us.

use super::super::Now;
use super::{Decided, invalid};
use crate::case::event::Text;
use crate::case::gate::Item;
use crate::case::parting::Event;
use crate::case::parting::settling::{Closure, Ending, REMINDERS_MIN, Settlement};
use crate::case::refusal::{Field, Refusal, Why, text};
use crate::case::role::Role;
use crate::case::state::Case;
use crate::journal;
use crate::separation::letter::Kind;
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
        Ending::Signed => {
            closure.signer.as_deref().map_or(Err(invalid(Field::Text, Why::Empty)), text)?;
            if is_on_paper(case, closure) { Ok(()) } else { Err(Refusal::lacks(Item::Closure, Role::Lead)) }
        }
        Ending::NotSigned if closure.reminders < REMINDERS_MIN => Err(invalid(Field::Number, Why::TooShort)),
        Ending::NotSigned => Ok(()),
        Ending::Ceased => match &closure.document {
            Some(sha256) if case.parting.keeps(sha256) => Ok(()),
            _ => Err(invalid(Field::Choice, Why::Unknown)),
        },
    }
}

/// Tells whether there is a paper that was signed: a kept file, or a clearance that went out as a letter.
fn is_on_paper(case: &Case, closure: &Closure) -> bool {
    let is_clearance = |kind| matches!(kind, Kind::Clearance | Kind::ClosureCertificate | Kind::Release);
    let parting = &case.parting;
    match &closure.document {
        Some(sha256) => parting.keeps(sha256),
        None => parting.letters.iter().any(|letter| is_clearance(letter.kind) && letter.is_out()),
    }
}
