//! What measuring one client alone yields: drafts of findings that may still have to be held against the portfolio.

use super::{Arg, Blind, Code, Decided, Facts, Level, Need, Scene, Tally, Value};
use crate::days::Day;

/// A finding before the portfolio is known.
#[derive(Clone, Debug)]
pub struct Draft {
    pub code: Code,
    /// The level that the client's own records give; `None` if only the comparison can give one.
    pub level: Option<Level>,
    pub value: Value,
    pub threshold: Option<f64>,
    /// How much data, in the unit of the rule's `data_min` and `data_good`.
    pub data: f64,
    /// How many rows were measured, for the reader.
    pub n: u32,
    /// One-sided probability of chance, if the level rests on it.
    pub p: Option<f64>,
    /// How far the kind of evidence is trusted: the grades of DOMAIN 3.0, see `grade`.
    pub grade: f64,
    /// The day of the latest row.
    pub newest: Day,
    pub against: Against,
    pub facts: Facts,
    pub args: Vec<(&'static str, Arg)>,
}

impl Draft {
    /// Returns a draft without a level, which never becomes a finding: nothing of the kind is written down of this
    /// client, or a test was made and found nothing but counts among the tests made.
    pub fn silent(code: Code, on: Day) -> Draft {
        Draft {
            code,
            level: None,
            value: Value::Number(0.0),
            threshold: None,
            data: 0.0,
            n: 0,
            p: None,
            grade: grade::OURS,
            newest: on,
            against: Against::Recorded,
            facts: Facts::default(),
            args: vec![],
        }
    }
}

/// How far a kind of evidence is trusted (DOMAIN 3.0: E4 to E1).
pub mod grade {
    /// Our system of record: bank, ledger, delivery log.
    pub const SYSTEM: f64 = 1.0;
    /// Written by the client at the time.
    pub const CLIENT: f64 = 0.9;
    /// Our own contemporaneous log.
    pub const OURS: f64 = 0.8;
}

/// What a draft still has to be compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Against {
    Nothing,
    /// Events per exposure, against the rate of all other clients.
    Rate {
        count: u32,
        exposure: f64,
    },
    /// A figure, against the portfolio's quartiles.
    Quartile(f64),
    /// Revenue in the base currency, against the firm's whole.
    Share(f64),
    /// Nothing of the kind is written down of this client: that says something only where the firm writes it down at
    /// all, of any client.
    Recorded,
}

/// A detector: a draft, nothing, or what it lacks.
pub type Detect = fn(&Scene) -> Result<Option<Draft>, Need>;

/// Everything that measuring one client yielded.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    pub client: String,
    pub name: String,
    pub drafts: Vec<Draft>,
    pub blind: Vec<Blind>,
    /// What this client adds to the portfolio's aggregate.
    pub tally: Tally,
    /// Our own quality in the window, 0 to 1 (R0), good or bad; `None` if it is not known.
    pub quality: Option<f64>,
    /// What its decided invoices say about the next one.
    pub decided: Decided,
}

impl Measured {
    /// Notes that a detector lacks something.
    pub fn blind(&mut self, code: Code, needs: Need) {
        self.blind.push(Blind { code, needs });
    }

    /// Returns what a detector lacks, if it is blind.
    pub fn needs(&self, code: Code) -> Option<Need> {
        self.blind.iter().find(|blind| blind.code == code).map(|blind| blind.needs)
    }

    /// Takes back what only payments could tell: the detectors that rest on them are blind, if not for a better reason.
    pub(super) fn without_payments(mut self) -> Measured {
        self.drafts.retain(|draft| !draft.code.rests_on_payments());
        self.blind.retain(|blind| !blind.code.rests_on_payments() || blind.needs != Need::MoreData);
        for code in Code::ALL.iter().copied().filter(|code| code.rests_on_payments()) {
            if self.needs(code).is_none() {
                self.blind(code, Need::Payments);
            }
        }
        Measured { decided: Decided::default(), ..self }
    }

    /// Runs detectors; one without enough data is blind, never fine.
    pub fn run(&mut self, scene: &Scene, detectors: &[(Code, Detect)]) {
        for (code, detect) in detectors {
            self.take(*code, detect(scene));
        }
    }

    /// Takes what a detector found, or notes what it lacks.
    pub fn take(&mut self, code: Code, found: Result<Option<Draft>, Need>) {
        match found {
            Ok(draft) => self.drafts.extend(draft),
            Err(needs) => self.blind(code, needs),
        }
    }
}
