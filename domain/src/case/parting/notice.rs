//! The notice of a case: computed, dispatched, received; each with the trace that a lawyer would ask for.

use super::Basis;
use crate::days::Day;
use crate::days::holiday::OwnDay;
use crate::days::place;
use crate::record::{Choice, NoticeUnit};
use crate::separation::contract::{By, Confirmed, TermName, TermValue};
use crate::separation::ends::Facts;
use crate::separation::notice::{EndsWith, InputError, Method, Notice, Step, Wrong, computed_with};
use crate::separation::renewal::Course;
use crate::word::words;
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A notice as it was computed, with all that it was computed from, so that it can be done again when a calendar changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// The contract whose clause it follows, if there is one.
    pub contract: Option<String>,
    /// The input of `notice compute`, as JSON.
    pub input: String,
    /// The firm's own days as they were known.
    pub own: Vec<OwnDay>,
    pub received_on: Day,
    pub effective_on: Day,
    /// The first day on which it may be received, where it can come too early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_lawful_receipt: Option<Day>,
    pub last_lawful_dispatch: Option<Day>,
    pub last_safe_dispatch: Option<Day>,
    pub trace: Vec<Step>,
}

/// Why a notice cannot be computed.
#[derive(Clone, Debug, PartialEq)]
pub enum Uncomputed {
    Input(Vec<InputError>),
    /// Nothing in the terms or tables gives a day on which it ends.
    NoEnd,
    /// It comes too late for the running term, and how long the next one is is not known.
    TooLate,
}

impl Computed {
    /// Computes a notice from the input of `notice compute` (DOMAIN 2.4).
    pub fn of(contract: Option<String>, input: String, own: Vec<OwnDay>) -> Result<Computed, Uncomputed> {
        let is_late = |errors: &[InputError]| errors.iter().all(|error| error.wrong == Wrong::NextTerm);
        let wrong =
            |errors: Vec<InputError>| if is_late(&errors) { Uncomputed::TooLate } else { Uncomputed::Input(errors) };
        let (_, notice) = computed_with(&input, &own).map_err(wrong)?;
        let Notice { received_on, first_lawful_receipt, last_lawful_dispatch, last_safe_dispatch, .. } = notice;
        let effective_on = notice.effective_on.ok_or(Uncomputed::NoEnd)?;
        Ok(Computed {
            contract,
            input,
            own,
            received_on,
            effective_on,
            first_lawful_receipt,
            last_lawful_dispatch,
            last_safe_dispatch,
            trace: notice.trace,
        })
    }

    /// Computes the notice of a right: one that leaves the term to run out ends with the term, any other with its length.
    pub fn by_right(
        basis: Option<Basis>,
        contract: Option<String>,
        input: String,
        own: Vec<OwnDay>,
    ) -> Result<Computed, Uncomputed> {
        let fields = serde_json::from_str::<Map<String, Value>>(&input).ok().zip(basis);
        let input = fields.map_or(input, |(mut fields, basis)| {
            fields.insert("ends_with".to_owned(), basis.ends_with().word().into());
            Value::Object(fields).to_string()
        });
        Computed::of(contract, input, own)
    }

    /// Tells whether it leaves the term to run out.
    pub fn ends_with_term(&self) -> bool {
        self.fields().get("ends_with").and_then(Value::as_str) == Some(EndsWith::Term.word())
    }

    /// Tells whether it leaves the term to run out, and ends a later one than was agreed.
    pub fn ends_later_than(&self, agreed: &Computed) -> bool {
        self.ends_with_term() && agreed.effective_on < self.effective_on
    }

    /// Returns the end of the running term for which it comes too late, where it ends a later one.
    pub fn missed_term(&self) -> Option<Day> {
        let running = self.day("term_ends_on").filter(|_| self.ends_with_term());
        running.filter(|running| *running < self.effective_on)
    }

    /// Computes it for the moment at which it was really sent, and where it is known at which it arrived; both as the
    /// input writes a wall clock: `2026-01-15T17:40`.
    pub fn sent(&self, sent_at: &str, received_at: Option<&str>) -> Result<Computed, Uncomputed> {
        let mut input = self.fields();
        input.insert("sent_at".to_owned(), sent_at.into());
        match received_at {
            Some(at) => input.insert("received_at".to_owned(), at.into()),
            None => input.shift_remove("received_at"),
        };
        Computed::of(self.contract.clone(), Value::Object(input).to_string(), self.own.clone())
    }

    /// Computes it as if it were sent at an instant, by the sender's clock; nothing where the zone is not known.
    pub fn sent_now(&self, at: &str) -> Option<Result<Computed, Uncomputed>> {
        let zone = TimeZoneDatabase::bundled().get(&self.sender_zone()?).ok()?;
        let clock = at.parse::<Timestamp>().ok()?.to_zoned(zone).strftime("%Y-%m-%dT%H:%M").to_string();
        Some(self.sent(&clock, None))
    }

    /// Returns it with other days of the firm, to be computed with.
    pub fn with_days(&self, own: Option<Vec<OwnDay>>) -> Computed {
        let own = own.unwrap_or_else(|| self.own.clone());
        Computed { own, ..self.clone() }
    }

    /// Computes it anew with the firm's days and the packs as they are now.
    pub fn renewed(&self, own: Vec<OwnDay>) -> Result<Computed, Uncomputed> {
        Computed::of(self.contract.clone(), self.input.clone(), own)
    }

    /// Tells whether it would be received before the contract lets it be.
    pub fn is_too_early(&self) -> bool {
        self.first_lawful_receipt.is_some_and(|first| self.received_on < first)
    }

    /// Returns the sender's day on which it is sent.
    pub fn sent_on(&self) -> Option<Day> {
        self.day("sent_at")
    }

    fn day(&self, name: &str) -> Option<Day> {
        self.fields().get(name).and_then(Value::as_str).and_then(Day::from_iso)
    }

    /// Returns the way by which it is to be sent.
    pub fn method(&self) -> Option<Method> {
        self.fields().get("method").and_then(Value::as_str).and_then(Method::of)
    }

    /// Returns the zone of the sender's clock.
    pub fn sender_zone(&self) -> Option<String> {
        let input = self.fields();
        let text = |name: &str| input.get(name).and_then(Value::as_str);
        text("from_zone").or_else(|| place::zone_of(text("from")?)).map(str::to_owned)
    }

    /// Tells whether it counts from the moment at which it really arrives.
    pub fn counts_from_arrival(&self) -> bool {
        let input = self.fields();
        let rule = input.get("deemed").and_then(|deemed| deemed.get("rule")).and_then(Value::as_str);
        match rule {
            Some(rule) => rule == "on_receipt",
            None => self.method() == Some(Method::Portal),
        }
    }

    /// Returns the terms that people confirmed of its contract and with which it does not agree: a period that is shorter or
    /// counted otherwise, another way, another rule of receipt, another end of the term, another renewal.
    pub fn departs(&self, basis: Option<Basis>, confirmed: &Confirmed) -> Vec<(TermName, TermValue)> {
        let input = self.fields();
        let text = |name: &str| input.get(name).and_then(Value::as_str);
        let rule = input.get("deemed").and_then(|deemed| deemed.get("rule")).and_then(Value::as_str);
        let falls_short = |given: Option<(u64, NoticeUnit)>, term: &TermValue| {
            let asked = term.length.zip(term.unit);
            asked.zip(given).is_some_and(|((length, unit), given)| given.1 != unit || given.0 < u64::from(length))
        };
        // A term that renewed ends later than the first.
        let Facts { ends_on, renews, renews_for, .. } = Facts::default().confirmed(confirmed);
        let renews_for = renews_for.filter(|_| renews != Some(false));
        let whole = || input.get("length").and_then(Value::as_u64).zip(text("unit").and_then(NoticeUnit::of));
        let differs = |name: TermName, term: &TermValue| match name {
            TermName::TerminationForConvenience => {
                let is_ours = basis == Some(Basis::Notice) && term.by != Some(By::Client);
                is_ours && falls_short(whole(), term)
            }
            TermName::RenewalNotice => {
                let too_early = term.earliest().is_some_and(|(length, unit)| {
                    let given = input.get("not_more_than_before_end").and_then(period);
                    given.is_none_or(|given| given.1 != unit || given.0 > u64::from(length))
                });
                let least = input.get("not_less_than_before_end").and_then(period).or_else(whole);
                let too_late = falls_short(least, term);
                basis == Some(Basis::Expiry) && (too_early || too_late)
            }
            TermName::Expiration => {
                let given = text("term_ends_on").and_then(Day::from_iso);
                let is_a_term = |(ends_on, given)| Course { ends_on, renews_for }.running_ends_on(given) == Some(given);
                ends_on.zip(given).is_some_and(|pair| !is_a_term(pair))
            }
            TermName::Renewal => {
                let given = input.get("renews_for").and_then(period);
                let stated = term.length.map(u64::from).zip(term.unit);
                let is_other = stated.zip(given).is_some_and(|(stated, given)| stated != given);
                let stays = input.get("renews").and_then(Value::as_bool) == Some(false);
                basis == Some(Basis::Expiry) && (is_other || (stays && term.automatic == Some(true)))
            }
            TermName::NoticeMethod => {
                let named = |way: &str| term.methods.iter().any(|method| method.word() == way);
                let way = text("method").is_some_and(|way| !term.methods.is_empty() && !named(way));
                way || term.deemed.is_some_and(|deemed| rule.is_some_and(|rule| rule != deemed.word()))
            }
            _ => false,
        };
        let stated = TermName::ALL.iter().filter_map(|name| Some((*name, confirmed.value(*name)?)));
        stated.filter(|(name, term)| differs(*name, term)).map(|(name, term)| (name, term.clone())).collect()
    }

    fn fields(&self) -> Map<String, Value> {
        serde_json::from_str(&self.input).unwrap_or_default()
    }
}

/// Reads a period of the input: a bare number means days (RULINGS 4).
fn period(given: &Value) -> Option<(u64, NoticeUnit)> {
    match given.as_u64() {
        Some(days) => Some((days, NoticeUnit::Day)),
        None => given.get("length")?.as_u64().zip(given.get("unit")?.as_str().and_then(NoticeUnit::of)),
    }
}

/// A notice that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// The letter that was served, and the digest of its text.
    pub letter: u32,
    pub digest: String,
    pub method: Method,
    /// The sender's wall clock.
    pub sent_at: String,
    pub tracking: Option<String>,
    /// SHA-256 of the proof that it was sent.
    pub proof: Option<String>,
    pub computed: Computed,
}

impl Dispatch {
    /// Returns the sender's day on which it went out.
    pub fn sent_on(&self) -> Option<Day> {
        Day::from_iso(&self.sent_at)
    }

    /// Returns the day on which it was received: as it is recorded, or as it is computed.
    pub fn received_on(&self, receipt: Option<&Receipt>) -> Day {
        receipt.map_or(self.computed.received_on, |receipt| receipt.on)
    }
}

words! {
    /// How a dispatch came back.
    Failure { Refused = "refused", WrongAddress = "wrong_address", Bounced = "bounced", Lost = "lost", NotSent = "not_sent" }
}

words! {
    /// Why a notice counts as received.
    Arrival {
        /// The clause, or the default for the method, deems it.
        Deemed = "deemed",
        /// The recipient confirmed it, or a carrier did.
        Confirmed = "confirmed",
        /// Delivery was refused, and the clause counts that as delivery.
        RefusalCounts = "refusal_counts",
    }
}

/// A notice that arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub arrival: Arrival,
    pub on: Day,
    /// SHA-256 of the proof, where there is one.
    pub proof: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::separation::contract::{Standing, Statement};

    #[test]
    fn a_notice_against_renewal_keeps_both_edges_of_its_window() {
        let value = TermValue {
            length: Some(30),
            unit: Some(NoticeUnit::Day),
            earliest_length: Some(90),
            earliest_unit: Some(NoticeUnit::Day),
            ..TermValue::default()
        };
        let statement = Statement { standing: Standing::Confirmed, value, quote: String::new(), version: 1 };
        let confirmed = Confirmed([(TermName::RenewalNotice, statement)].into());
        let departs = |most: &str| {
            let input = format!(
                r#"{{"sent_at":"2026-11-08T10:00","from":"SA","to":"SA","method":"email","length":30,"unit":"day",
                "term_ends_on":"2026-12-31","not_less_than_before_end":30{most}}}"#
            );
            let computed = Computed::of(None, input, vec![]).expect("a notice");
            !computed.departs(Some(Basis::Expiry), &confirmed).is_empty()
        };
        assert!(departs(""), "it would be sent however early");
        assert!(departs(r#","not_more_than_before_end":120"#));
        assert!(!departs(r#","not_more_than_before_end":90"#));
        assert!(!departs(r#","not_more_than_before_end":60"#), "whoever waits longer is not too early");
    }

    #[test]
    fn a_term_that_renewed_is_held_against_its_renewal() {
        let year = |automatic| TermValue {
            automatic: Some(automatic),
            length: Some(1),
            unit: Some(NoticeUnit::Year),
            ..TermValue::default()
        };
        let first = TermValue { date: Day::from_iso("2024-12-31"), ..TermValue::default() };
        let said = |value| Statement { standing: Standing::Confirmed, value, quote: String::new(), version: 1 };
        let terms = [(TermName::Expiration, said(first)), (TermName::Renewal, said(year(true)))];
        let confirmed = Confirmed(terms.into());
        let departs = |more: &str| {
            let input = format!(
                r#"{{"sent_at":"2026-09-08T10:00","from":"SA","to":"SA","method":"email","length":30,"unit":"day",
                "ends_with":"term",{more}}}"#
            );
            let computed = Computed::of(None, input, vec![]).expect("a notice");
            let found = computed.departs(Some(Basis::Expiry), &confirmed);
            found.into_iter().map(|(term, _)| term).collect::<Vec<_>>()
        };
        assert_eq!(departs(r#""term_ends_on":"2026-12-31""#), [], "the second term after the first");
        assert_eq!(departs(r#""term_ends_on":"2026-11-30""#), [TermName::Expiration]);
        assert_eq!(departs(r#""term_ends_on":"2026-12-31","renews":false"#), [TermName::Renewal]);
        let other = r#""term_ends_on":"2026-12-31","renews_for":{"length":6,"unit":"month"}"#;
        assert_eq!(departs(other), [TermName::Renewal]);
    }
}
