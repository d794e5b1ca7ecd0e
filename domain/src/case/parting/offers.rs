//! What the client is told of the services: which go on until the end and which are paused; and what they are offered for the
//! time after it: others who do such work, with any fee that we receive (DOMAIN B61, 2.18), and services that go on for a
//! while (B63, 2.19). The client reads all of it.

use super::Parting;
use crate::days::Day;
use crate::money::Money;
use serde::{Deserialize, Serialize};

/// Who it is, why they fit, and how they are reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlternativeSaid {
    pub name: String,
    pub fits: String,
    pub reach: String,
}

/// What the service is and what it is not, and whom to turn to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BridgeSaid {
    pub scope: String,
    pub excluded: String,
    pub turn_to: String,
}

/// What a service is, and what brings it back where it is paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceSaid {
    pub service: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<String>,
}

/// How a service stands on the way to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It goes on to the last day of all services.
    ToTheEnd,
    /// It goes on to a day before that.
    Until(Day),
    /// It rests while the suspension stands.
    Paused,
    /// It does not end with the others (DOMAIN B83).
    GoesOn,
}

/// The terms of a service after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BridgeTerms {
    pub until: Day,
    /// At most so many hours in all.
    pub hours_max: u16,
    pub price: Money,
    /// For what goes wrong we answer up to this sum in all; offers of before it was asked for have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability_max: Option<Money>,
    /// It is paid before it begins, as where something is in arrears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub prepaid: bool,
}

/// What a service after the end continues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Continues {
    /// One of several contracts.
    Contract(String),
    /// A service that the client was told of, by its number.
    Service(u32),
}

/// An event; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    AlternativeNamed {
        offer: u32,
        /// What we receive for it; `None` where we receive nothing.
        fee: Option<Money>,
        /// Somebody looked: no conflict, they have room for it, and they agreed to be named (DOMAIN B61).
        #[serde(default)]
        vetted: bool,
        #[serde(default)]
        said: Option<AlternativeSaid>,
    },
    BridgeOffered {
        offer: u32,
        terms: BridgeTerms,
        /// Absent where it continues nothing by itself, and where nobody was asked yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        continues: Option<Continues>,
        #[serde(default)]
        said: Option<BridgeSaid>,
    },
    /// The client is told how a service stands until the end.
    ServiceTold {
        offer: u32,
        course: Course,
        #[serde(default)]
        said: Option<ServiceSaid>,
    },
    OfferWithdrawn {
        offer: u32,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    NameAlternative {
        #[serde(default)]
        fee: Option<Money>,
        #[serde(default)]
        vetted: bool,
        said: AlternativeSaid,
    },
    OfferBridge {
        terms: BridgeTerms,
        #[serde(default)]
        continues: Option<Continues>,
        said: BridgeSaid,
    },
    TellService {
        course: Course,
        said: ServiceSaid,
    },
    WithdrawOffer {
        offer: u32,
    },
}

/// Someone else who does such work; without words where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub id: u32,
    pub fee: Option<Money>,
    pub said: Option<AlternativeSaid>,
}

/// A service after the end; without words where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    pub id: u32,
    pub terms: BridgeTerms,
    pub continues: Option<Continues>,
    pub said: Option<BridgeSaid>,
}

/// A service on the way to the end; without words where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    pub id: u32,
    pub course: Course,
    pub said: Option<ServiceSaid>,
}

impl Parting {
    /// Tells whether a service after the end goes on after the end of what it continues; one that is over by then is offered to
    /// nobody. One that was offered before anybody asked what it continues begins where the first contract ends, as it did.
    pub fn outlasts(&self, bridge: &Bridge) -> bool {
        let is_of_before = bridge.continues.is_none() && bridge.terms.liability_max.is_none();
        let from = if is_of_before { self.ends_on() } else { self.bridged_from(bridge.continues.as_ref()) };
        from.is_none_or(|ends_on| bridge.terms.until > ends_on)
    }

    /// Returns the last day of what a service after the end continues: of a contract, of a service that stops by itself, else
    /// of all that ends.
    pub fn bridged_from(&self, continues: Option<&Continues>) -> Option<Day> {
        let own = match continues {
            Some(Continues::Contract(contract)) => match self.further(contract) {
                Some(own) => self.client_ends(contract).or_else(|| own.ends_on()),
                None => self.client_ends(contract).or_else(|| self.ends_on().filter(|_| self.is_first(contract))),
            },
            Some(Continues::Service(id)) => self.offers.services.iter().find(|one| one.id == *id).and_then(stops_on),
            None => None,
        };
        let last = self.all_end_on();
        own.map_or(last, |own| Some(last.map_or(own, |last| own.min(last))))
    }

    /// Tells whether the first notice is of a contract, or names none.
    fn is_first(&self, contract: &str) -> bool {
        let first = self.standing().and_then(|computed| computed.contract.as_deref());
        first.is_none_or(|first| first == contract)
    }
}

fn stops_on(service: &Service) -> Option<Day> {
    match service.course {
        Course::Until(until) => Some(until),
        Course::ToTheEnd | Course::Paused | Course::GoesOn => None,
    }
}

/// What is offered, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    pub alternatives: Vec<Alternative>,
    pub bridges: Vec<Bridge>,
    pub services: Vec<Service>,
    /// The number that was given last.
    pub last: u32,
}

impl Offers {
    /// Applies an event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::AlternativeNamed { offer, fee, said, .. } => {
                self.last = *offer;
                self.alternatives.push(Alternative { id: *offer, fee: *fee, said: said.clone() });
            }
            Event::BridgeOffered { offer, terms, continues, said } => {
                self.last = *offer;
                let (continues, said) = (continues.clone(), said.clone());
                self.bridges.push(Bridge { id: *offer, terms: *terms, continues, said });
            }
            Event::ServiceTold { offer, course, said } => {
                self.last = *offer;
                self.services.push(Service { id: *offer, course: *course, said: said.clone() });
            }
            Event::OfferWithdrawn { offer } => {
                self.alternatives.retain(|known| known.id != *offer);
                self.bridges.retain(|known| known.id != *offer);
                self.services.retain(|known| known.id != *offer);
            }
        }
    }

    /// Tells whether an offer, or what was told of a service, stands.
    pub fn has(&self, offer: u32) -> bool {
        let alternatives = self.alternatives.iter().map(|known| known.id);
        let bridges = self.bridges.iter().map(|known| known.id);
        alternatives.chain(bridges).chain(self.services.iter().map(|known| known.id)).any(|known| known == offer)
    }
}
