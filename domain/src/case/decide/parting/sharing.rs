//! What is opened to someone outside: a link, for whoever follows us with the client's consent, and files on the page.

use super::invalid;
use crate::case::parting::event::ContactSaid;
use crate::case::parting::{Consent, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, lies_ahead, text};
use crate::case::state::Case;
use crate::days::Day;

/// A link is given until a day; whoever follows us gets one once a named person of the client has agreed to it.
pub fn link(
    (link, until): (String, Day),
    (successor, consent): (bool, Option<Consent>),
    (name, contact): (String, String),
    today: Day,
) -> Result<Event, Refusal> {
    text(&name)?;
    text(&contact)?;
    lies_ahead(until, today)?;
    let consent = consent.filter(|_| successor);
    if successor && consent.is_none() {
        return Err(invalid(Field::Text, Why::Empty));
    }
    if let Some(Consent { by, on }) = &consent {
        text(by)?;
        has_come(*on, today)?;
    }
    let (consented_on, consented_by) = consent.map(|consent| (consent.on, consent.by)).unzip();
    let said = Some(ContactSaid { name, contact, consented_by });
    Ok(Event::ClientLinkGiven { link, until, successor, consented_on, said })
}

/// A kept file is put on the client's page, and with a word more on the page of whoever follows us.
pub fn file(case: &Case, sha256: String, successor: bool) -> Result<Event, Refusal> {
    let known = case.parting.proofs.iter().find(|proof| proof.sha256 == sha256);
    let file = known.ok_or(invalid(Field::Choice, Why::Unknown))?;
    if !case.parting.is_served() {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    if file.is_given && (file.for_successor || !successor) {
        return Err(Refusal::Done);
    }
    Ok(Event::FileGiven { sha256, successor })
}
