//! The terms that a contract may have, each with the words it was read from.

use super::length::Length;
use crate::days::Day;
use crate::record::NoticeUnit;
pub use crate::separation::notice::Method;
use crate::word::words;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A term as it was read: its values, its words, and how sure the reading is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term<V> {
    #[serde(flatten)]
    pub value: V,
    /// The sentence, or the item of a list, in which the term stands.
    pub quote: String,
    /// Where the quote begins in the text, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, not included.
    pub end: usize,
    /// 0 to 1: how plainly the words say it. A person confirms every term before it is used.
    pub confidence: f64,
}

impl<V> Term<V> {
    /// Returns the same words saying another value.
    pub fn saying<W>(&self, value: W) -> Term<W> {
        let Term { quote, start, end, confidence, .. } = self;
        Term { value, quote: quote.clone(), start: *start, end: *end, confidence: *confidence }
    }
}

words! {
    /// Whoever holds a right: `Us` provides the services (RULINGS 16).
    By { Us = "us", Client = "client", Either = "either", Unknown = "unknown" }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnDay {
    pub date: Day,
}

/// The end of the term: a day, a length, or both where the day follows from the length and a known beginning.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Expiration {
    pub date: Option<Day>,
    #[serde(flatten)]
    pub length: Stated,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Renewal {
    pub automatic: bool,
    #[serde(flatten)]
    pub length: Stated,
}

/// How long before the term's end the notice against renewal must come: at the latest, and at the earliest where a window
/// is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RenewalNotice {
    #[serde(flatten)]
    pub length: Stated,
    pub earliest_length: Option<u32>,
    pub earliest_unit: Option<NoticeUnit>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Convenience {
    pub by: By,
    #[serde(flatten)]
    pub length: Stated,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Breach {
    pub cure_length: Option<u32>,
    pub cure_unit: Option<NoticeUnit>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Law {
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Methods {
    pub methods: Vec<Method>,
}

/// A term that is only there or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plain {}

/// A length of time; both null where the contract leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stated {
    pub length: Option<u32>,
    pub unit: Option<NoticeUnit>,
}

impl From<Option<Length>> for Stated {
    fn from(length: Option<Length>) -> Stated {
        Stated { length: length.map(|l| l.n), unit: length.map(|l| l.unit) }
    }
}

/// All terms; `None` says plainly that no clause was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    pub effective_date: Option<Term<OnDay>>,
    pub expiration: Option<Term<Expiration>>,
    pub renewal: Option<Term<Renewal>>,
    pub renewal_notice: Option<Term<RenewalNotice>>,
    pub termination_for_convenience: Option<Term<Convenience>>,
    pub termination_for_breach: Option<Term<Breach>>,
    pub governing_law: Option<Term<Law>>,
    pub payment: Option<Term<Stated>>,
    pub post_termination_services: Option<Term<Plain>>,
    pub liability_cap: Option<Term<Plain>>,
    pub non_solicit: Option<Term<Plain>>,
    pub non_disparagement: Option<Term<Plain>>,
    pub notice_method: Option<Term<Methods>>,
}

/// The number of terms that a contract is asked for.
const TERMS: usize = 13;

impl Serialize for Terms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(TERMS))?;
        map.serialize_entry("effective_date", &Said::of(&self.effective_date))?;
        map.serialize_entry("expiration", &Said::of(&self.expiration))?;
        map.serialize_entry("renewal", &Said::of(&self.renewal))?;
        map.serialize_entry("renewal_notice", &Said::of(&self.renewal_notice))?;
        map.serialize_entry("termination_for_convenience", &Said::of(&self.termination_for_convenience))?;
        map.serialize_entry("termination_for_breach", &Said::of(&self.termination_for_breach))?;
        map.serialize_entry("governing_law", &Said::of(&self.governing_law))?;
        map.serialize_entry("payment", &Said::of(&self.payment))?;
        map.serialize_entry("post_termination_services", &Said::of(&self.post_termination_services))?;
        map.serialize_entry("liability_cap", &Said::of(&self.liability_cap))?;
        map.serialize_entry("non_solicit", &Said::of(&self.non_solicit))?;
        map.serialize_entry("non_disparagement", &Said::of(&self.non_disparagement))?;
        map.serialize_entry("notice_method", &Said::of(&self.notice_method))?;
        map.end()
    }
}

/// A term with the word `present` before it.
#[derive(Serialize)]
struct Said<'a, V> {
    present: bool,
    #[serde(flatten)]
    term: Option<&'a Term<V>>,
}

impl<'a, V> Said<'a, V> {
    fn of(term: &'a Option<Term<V>>) -> Said<'a, V> {
        Said { present: term.is_some(), term: term.as_ref() }
    }
}
