//! What the client is offered for the time after the end: only where nothing grave stands between both, and in words that a
//! letter could have.

use super::invalid;
use crate::case::parting::offers::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, lies_ahead, text};
use crate::case::role::Class;
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::tone::{self, Context, Verdict};

/// So many offers are enough for anyone to choose from.
const OFFERS_MAX: u32 = 50;

pub fn decide(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let offers = &case.parting.offers;
    let offer = offers.last + 1;
    match act {
        Act::WithdrawOffer { offer } if offers.has(offer) => Ok(Event::OfferWithdrawn { offer }),
        Act::WithdrawOffer { .. } => Err(Refusal::Done),
        // Whoever did grave things is sent to nobody, and served no longer than must be (DOMAIN 2.18, 2.19).
        _ if case.opening.class != Class::Normal || offer > OFFERS_MAX => {
            Err(invalid(Field::Choice, Why::NotAllowedHere))
        }
        Act::NameAlternative { fee, said } => {
            all_may_be_read([&said.name, &said.fits, &said.reach])?;
            if fee.is_some_and(|fee| fee.minor <= 0) {
                return Err(invalid(Field::Number, Why::TooShort));
            }
            Ok(Event::AlternativeNamed { offer, fee, said: Some(said) })
        }
        Act::OfferBridge { terms, said } => {
            all_may_be_read([&said.scope, &said.excluded, &said.turn_to])?;
            lies_ahead(terms.until, today)?;
            if case.parting.ends_on().is_some_and(|ends_on| terms.until <= ends_on) {
                return Err(invalid(Field::Day, Why::InThePast));
            }
            if terms.hours_max == 0 || terms.price.minor < 0 {
                return Err(invalid(Field::Number, Why::TooShort));
            }
            Ok(Event::BridgeOffered { offer, terms, said: Some(said) })
        }
    }
}

/// Checks texts that the client will read: none is empty, and none says what a letter may not say.
fn all_may_be_read(texts: [&str; 3]) -> Result<(), Refusal> {
    texts.into_iter().try_for_each(text)?;
    let stops = |said: &&str| tone::check(said, tone::Kind::Reply, None, &Context::default()).verdict == Verdict::Block;
    if texts.iter().any(stops) { Err(invalid(Field::Text, Why::NotAllowedHere)) } else { Ok(()) }
}
