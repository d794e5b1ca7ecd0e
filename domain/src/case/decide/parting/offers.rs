//! What the client is told of the services until the end, and offered for the time after it: offered only where nothing grave
//! stands between both, and all of it in words that a letter could have.

use super::{invalid, may_be_read};
use crate::case::parting::offers::{Act, Continues, Course, Event};
use crate::case::refusal::{Field, Refusal, Why, lies_ahead};
use crate::case::role::Class;
use crate::case::state::Case;
use crate::days::Day;

/// So many offers are enough for anyone to choose from.
const OFFERS_MAX: u32 = 50;

pub fn decide(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let offers = &case.parting.offers;
    let offer = offers.last + 1;
    match act {
        Act::WithdrawOffer { offer } if offers.has(offer) => Ok(Event::OfferWithdrawn { offer }),
        Act::WithdrawOffer { .. } => Err(Refusal::Done),
        Act::TellService { course, said } => {
            may_be_read(case, &said.service)?;
            told(case, course, said.returns.as_deref(), today)?;
            Ok(Event::ServiceTold { offer, course, said: Some(said) })
        }
        // Whoever did grave things is sent to nobody, and served no longer than must be (DOMAIN 2.18, 2.19).
        _ if case.opening.class != Class::Normal || offer > OFFERS_MAX => {
            Err(invalid(Field::Choice, Why::NotAllowedHere))
        }
        Act::NameAlternative { fee, vetted, said } => {
            [&said.name, &said.fits, &said.reach].into_iter().try_for_each(|said| may_be_read(case, said))?;
            if fee.is_some_and(|fee| fee.minor <= 0) {
                return Err(invalid(Field::Number, Why::TooShort));
            }
            // A name that nobody looked at, or that was not asked, is given to nobody.
            if !vetted {
                return Err(invalid(Field::Choice, Why::Empty));
            }
            Ok(Event::AlternativeNamed { offer, fee, vetted, said: Some(said) })
        }
        Act::OfferBridge { terms, continues, said } => {
            [&said.scope, &said.excluded, &said.turn_to].into_iter().try_for_each(|said| may_be_read(case, said))?;
            lies_ahead(terms.until, today)?;
            continues.as_ref().map_or(Ok(()), |continues| ends(case, continues))?;
            let from = case.parting.bridged_from(continues.as_ref());
            if from.is_some_and(|ends_on| terms.until <= ends_on) {
                return Err(invalid(Field::Day, Why::InThePast));
            }
            if terms.hours_max == 0 || terms.price.minor < 0 {
                return Err(invalid(Field::Number, Why::TooShort));
            }
            // Nobody serves on without a limit to what they answer for (DOMAIN 2.19).
            if terms.liability_max.is_none_or(|sum| sum.minor < 0) {
                return Err(invalid(Field::Number, Why::Empty));
            }
            Ok(Event::BridgeOffered { offer, terms, continues, said: Some(said) })
        }
    }
}

/// What is continued is known, and ends: a contract of the case, or a service that the client was told of.
fn ends(case: &Case, continues: &Continues) -> Result<(), Refusal> {
    let does_end = match continues {
        Continues::Contract(contract) => {
            case.contracts.iter().flatten().any(|known| known == contract) && !case.parting.goes_on(contract)
        }
        Continues::Service(id) => {
            let services = &case.parting.offers.services;
            services.iter().any(|known| known.id == *id && known.course != Course::GoesOn)
        }
    };
    if does_end { Ok(()) } else { Err(invalid(Field::Choice, Why::NotAllowedHere)) }
}

/// A service ends with all others at the latest, unless it is kept, and is paused only while a suspension stands; then the client reads what
/// brings it back.
fn told(case: &Case, course: Course, returns: Option<&str>, today: Day) -> Result<(), Refusal> {
    match (course, returns) {
        (Course::ToTheEnd | Course::GoesOn, None) => Ok(()),
        (Course::Until(until), None) => {
            lies_ahead(until, today)?;
            let outlasts = case.parting.all_end_on().is_some_and(|ends_on| until > ends_on);
            if outlasts { Err(invalid(Field::Day, Why::TooFar)) } else { Ok(()) }
        }
        (Course::Paused, _) if case.parting.breach.suspended_on.is_none() => {
            Err(invalid(Field::Choice, Why::NotAllowedHere))
        }
        (Course::Paused, Some(returns)) => may_be_read(case, returns),
        (Course::Paused, None) => Err(invalid(Field::Text, Why::Empty)),
        (Course::ToTheEnd | Course::GoesOn | Course::Until(_), Some(_)) => {
            Err(invalid(Field::Text, Why::NotAllowedHere))
        }
    }
}
