//! What a detector says: a finding with its rows, or that it is blind.

use crate::days::Day;
use crate::money::Money;
use crate::record::{Source, Text};
use serde::{Deserialize, Serialize};

/// Declares the detectors, each with its family.
macro_rules! codes {
    ($($code:ident = $family:ident),* $(,)?) => {
        /// A detector of DOMAIN 3.2, by its code there.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $($code),* }

        impl Code {
            /// All detectors, in the order of the families.
            pub const ALL: &'static [Code] = &[$(Code::$code),*];

            /// Returns the code as it is written.
            pub fn word(self) -> &'static str {
                match self { $(Code::$code => stringify!($code)),* }
            }

            /// Returns the detector of a written code.
            pub fn of(word: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.word() == word)
            }

            /// Returns the family the detector belongs to.
            pub fn family(self) -> Family {
                match self { $(Code::$code => Family::$family),* }
            }
        }
    };
}
codes! {
    P3 = Payment, P5 = Payment, P6 = Payment, P7 = Payment, P8 = Payment, P9 = Payment, P10 = Payment,
    E1 = Effort, E3 = Effort, E4 = Effort, E6 = Effort, E7 = Effort, E8 = Effort,
    R0 = Delivery, D1 = Delivery, D2 = Delivery, D3 = Delivery, D4 = Delivery, D5 = Delivery, D6 = Delivery, D7 = Delivery,
    R1 = Trust, R2 = Trust, R3 = Trust, R4 = Trust, R5 = Trust, R6 = Trust, R7 = Trust, R10 = Trust, R11 = Trust,
    K1 = Critical, K2 = Critical, K3 = Critical, K4 = Critical, K5 = Critical, K6 = Critical,
}

impl Code {
    /// Tells whether the detector takes what no payment settled for unpaid. P7 does not: only a payment falls short. E4
    /// does: it takes off what old bills are expected to lose.
    pub fn rests_on_payments(self) -> bool {
        matches!(self, Code::P3 | Code::P5 | Code::P6 | Code::P8 | Code::P9 | Code::P10 | Code::E4)
    }
}

/// A family of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    Payment,
    Effort,
    Delivery,
    Trust,
    Critical,
}

impl Family {
    /// All families; the critical one is not scored.
    pub const ALL: [Family; 5] = [Family::Payment, Family::Effort, Family::Delivery, Family::Trust, Family::Critical];
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Watch,
    Finding,
    Severe,
}

impl Level {
    /// Returns the number the store keeps: 1 watch, 2 finding, 3 severe.
    pub fn number(self) -> i64 {
        self as i64 + 1
    }

    /// Returns the level of a stored number.
    pub fn of_number(number: i64) -> Option<Level> {
        [Level::Watch, Level::Finding, Level::Severe].into_iter().find(|level| level.number() == number)
    }
}

/// The measured value: a number, or a label where the detector tells kinds apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Number(f64),
    Label(String),
}

/// Something that a sentence about the finding names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    Number(f64),
    /// A share, 0 to 1, written in percent.
    Share(f64),
    Money(Money),
    Day(Day),
    /// A name or an id, written as it stands in the records.
    Name(String),
    /// A word that the catalogues translate.
    Word(String),
}

impl Arg {
    /// Returns a count.
    pub fn count(count: usize) -> Arg {
        Arg::Number(count as f64)
    }

    /// Returns a number rounded to so many decimals, as a sentence says it.
    pub fn rounded(value: f64, decimals: i32) -> Arg {
        let scale = 10f64.powi(decimals);
        Arg::Number((value * scale).round() / scale + 0.0)
    }

    /// Returns a word that the catalogues translate.
    pub fn word(word: &str) -> Arg {
        Arg::Word(word.to_owned())
    }
}

/// One record that a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// The table.
    pub kind: &'static str,
    pub id: &'a str,
    pub source: Source,
}

/// The records a finding rests on: at most fifty are kept, all are counted. The ids share one text, because a
/// portfolio of ten thousand clients keeps a million of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    ids: String,
    /// Where each one's id ends, and where it was read.
    items: Vec<(u32, Source)>,
    /// The tables, each with where its items end: mostly there is only one.
    kinds: Vec<(&'static str, usize)>,
    total: u32,
}

impl Facts {
    /// How many are kept (RULINGS 28).
    pub const KEPT: usize = 50;

    /// Gathers records of one table, the most telling first.
    pub fn of<'a>(kind: &'static str, records: impl IntoIterator<Item = (&'a Text, Source)>) -> Facts {
        let mut facts = Facts::default();
        facts.extend(kind, records);
        facts
    }

    /// Adds records of one table.
    pub fn extend<'a>(&mut self, kind: &'static str, records: impl IntoIterator<Item = (&'a Text, Source)>) {
        let records = records.into_iter();
        self.items.reserve_exact(records.size_hint().0.min(Facts::KEPT - self.items.len()));
        records.for_each(|(id, source)| self.add(kind, id, source));
    }

    /// Adds one record; the first fifty are kept, so the most telling come first.
    pub fn add(&mut self, kind: &'static str, id: &str, source: Source) {
        self.total += 1;
        if self.items.len() < Facts::KEPT {
            if self.ids.capacity() - self.ids.len() < id.len() {
                // Ids of one table are about as long: room for all that are to come spares a copy at each doubling.
                let left = self.items.capacity() - self.items.len();
                self.ids.reserve(id.len() * left.max(1));
            }
            self.ids.push_str(id);
            self.items.push((self.ids.len() as u32, source));
            match self.kinds.last_mut() {
                Some((last, to)) if *last == kind => *to = self.items.len(),
                _ => self.kinds.push((kind, self.items.len())),
            }
        }
    }

    /// Returns how many records the finding rests on.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Returns the kept records.
    pub fn iter(&self) -> impl Iterator<Item = Fact<'_>> {
        let kinds = self.kinds.iter().scan(0, |from, (kind, to)| Some((*kind, std::mem::replace(from, *to)..*to)));
        kinds.flat_map(move |(kind, places)| places.map(move |place| self.fact(kind, place)))
    }

    fn fact(&self, kind: &'static str, place: usize) -> Fact<'_> {
        let start = place.checked_sub(1).map_or(0, |before| self.items[before].0 as usize);
        let (end, source) = self.items[place];
        Fact { kind, id: &self.ids[start..end as usize], source }
    }
}

/// A sign seen at one client. Without facts there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub code: Code,
    pub level: Level,
    pub value: Value,
    /// The threshold crossed; `None` for labels.
    pub threshold: Option<f64>,
    /// How much data it rests on, in the detector's own unit.
    pub n: u32,
    /// 0 to 1; below 0.4 low, from 0.7 high.
    pub confidence: f64,
    /// One-sided probability of chance, where the level rests on a test.
    pub p: Option<f64>,
    /// Whether our own delivery may be the cause (the attribution guard of DOMAIN 3.0).
    pub maybe_ours: bool,
    /// 0 to 1, for the order of the list.
    pub severity: f64,
    pub facts: Facts,
    pub args: Vec<(&'static str, Arg)>,
}

impl Finding {
    /// Below this a finding can only be watched.
    pub const CONFIDENCE_LOW: f64 = 0.4;
    /// From here on confidence is high.
    pub const CONFIDENCE_HIGH: f64 = 0.7;

    /// Tells whether the finding only informs: our own quality, concentration, goodwill, and labels.
    pub fn only_informs(&self) -> bool {
        let refuses = matches!(&self.value, Value::Label(label) if label == "refuses_to_acknowledge");
        matches!(self.code, Code::R0 | Code::E6 | Code::E8 | Code::P10) || (self.code == Code::R1 && !refuses)
    }

    /// Tells whether the finding asks for a review once another family has one that does (DOMAIN 3.3).
    pub fn asks_for_review(&self) -> bool {
        self.level >= Level::Finding && !self.only_informs()
    }
}

/// A detector without enough data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Blind {
    pub code: Code,
    pub needs: Need,
}

/// What a blind detector lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    Invoices,
    Payments,
    Promises,
    Disputes,
    Reminders,
    Time,
    MessageTimes,
    Messages,
    Costs,
    Deliverables,
    DeliverableDates,
    Revisions,
    Acceptance,
    Defects,
    Reopenings,
    Acknowledgements,
    Feedback,
    Requests,
    Goals,
    Advice,
    Incidents,
    Pulse,
    AgreedHours,
    InScope,
    CostRates,
    TargetRate,
    Currency,
    WorkingHours,
    Place,
    Values,
    /// What money costs the firm in a year.
    CostOfCapital,
    /// How likely the client is to stay another year.
    Retention,
    /// Other clients' records, to compare with.
    Portfolio,
    /// More of the records that are there already.
    MoreData,
    /// Nothing new within the window.
    Stale,
}
