//! Who else is touched by an end: clients who are linked, whoever sent them to us, suppliers, our own people. Each hears one
//! sentence, from one person, on one day (DOMAIN B2, B89).

use super::Parting;
use crate::days::Day;
use crate::separation::tone::Context;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// In which way someone is touched.
    Who {
        LinkedClient = "linked_client",
        Referrer = "referrer",
        Supplier = "supplier",
        Staff = "staff",
        Other = "other",
    }
}

/// Who it is, and the sentence that they hear; empty until it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TouchedSaid {
    pub name: String,
    #[serde(default)]
    pub sentence: String,
}

/// An event; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Someone is touched, or what was noted of them is noted anew.
    TouchedNoted {
        touched: u32,
        who: Who,
        /// Who tells them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        teller: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
        #[serde(default)]
        said: Option<TouchedSaid>,
    },
    TouchedStruck {
        touched: u32,
    },
    TouchedTold {
        touched: u32,
        on: Day,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Notes someone, or anew what was noted of them.
    NoteTouched {
        #[serde(default)]
        touched: Option<u32>,
        who: Who,
        #[serde(default)]
        teller: Option<String>,
        #[serde(default)]
        on: Option<Day>,
        said: TouchedSaid,
        #[serde(skip)]
        context: Context,
    },
    StrikeTouched {
        touched: u32,
    },
    /// They heard it.
    TellTouched {
        touched: u32,
        on: Day,
    },
}

/// Someone who is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    pub id: u32,
    pub who: Who,
    pub teller: Option<String>,
    pub on: Option<Day>,
    pub told_on: Option<Day>,
    /// The name and the sentence, where they can be read.
    pub said: Option<TouchedSaid>,
}

words! {
    /// What is missing of someone who is touched.
    Gap {
        Teller = "teller",
        Sentence = "sentence",
        Day = "day",
        /// They would hear it before the client does.
        TooEarly = "too_early",
    }
}

impl Touched {
    /// Returns what is missing before the notice; others than our own people hear it after the client.
    pub fn gaps(&self, told_client_on: Option<Day>) -> Vec<Gap> {
        let early = self.on.zip(told_client_on).is_some_and(|(on, client)| on < client) && self.who != Who::Staff;
        // What was erased was written once.
        let unwritten = self.said.as_ref().is_some_and(|said| said.sentence.trim().is_empty());
        let gaps = [
            (Gap::Teller, self.teller.is_none()),
            (Gap::Sentence, unwritten),
            (Gap::Day, self.on.is_none()),
            (Gap::TooEarly, early),
        ];
        gaps.into_iter().filter(|(_, is_open)| *is_open).map(|(gap, _)| gap).collect()
    }
}

/// All who are touched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    pub rows: Vec<Touched>,
    /// The number given last.
    pub last: u32,
}

impl Impact {
    /// Applies an event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::TouchedNoted { touched, who, teller, on, said } => {
                self.last = self.last.max(*touched);
                let (id, who, teller, on, said) = (*touched, *who, teller.clone(), *on, said.clone());
                let row = Touched { id, who, teller, on, told_on: None, said };
                match self.rows.iter_mut().find(|known| known.id == *touched) {
                    Some(known) => *known = row,
                    None => self.rows.push(row),
                }
            }
            Event::TouchedStruck { touched } => self.rows.retain(|known| known.id != *touched),
            Event::TouchedTold { touched, on } => {
                let told = self.rows.iter_mut().filter(|known| known.id == *touched);
                told.for_each(|known| known.told_on = Some(*on));
            }
        }
    }
}

impl Parting {
    /// Returns those who are touched and of whom something is missing, with what it is. What was told stands, and nothing is
    /// missing of it.
    pub fn impact_gaps(&self) -> Vec<(&Touched, Vec<Gap>)> {
        let told_client_on = self.told_all_on();
        let untold = self.touched.rows.iter().filter(|row| row.told_on.is_none());
        let rows = untold.map(|row| (row, row.gaps(told_client_on)));
        rows.filter(|(_, gaps)| !gaps.is_empty()).collect()
    }
}
