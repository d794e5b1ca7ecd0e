//! Terms as people state them: one shape for all, so that a term that was read can be confirmed, corrected and kept.

use super::Reading;
use super::terms::{By, Method, RenewalNotice, Stated, Term};
use crate::days::Day;
use crate::record::NoticeUnit;
use crate::separation::notice::{Deemed, Rule};
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The terms that a contract is asked for, in the order in which they are shown.
    TermName {
        EffectiveDate = "effective_date",
        Expiration = "expiration",
        Renewal = "renewal",
        RenewalNotice = "renewal_notice",
        TerminationForConvenience = "termination_for_convenience",
        TerminationForBreach = "termination_for_breach",
        GoverningLaw = "governing_law",
        Payment = "payment",
        PostTerminationServices = "post_termination_services",
        LiabilityCap = "liability_cap",
        NonSolicit = "non_solicit",
        NonDisparagement = "non_disparagement",
        NoticeMethod = "notice_method",
    }
}

words! {
    /// What is stated of a term.
    TermField {
        Date = "date",
        Automatic = "automatic",
        By = "by",
        Length = "length",
        /// How long before an end is too early.
        Earliest = "earliest_length",
        Law = "value",
        Methods = "methods",
        /// When a notice given so counts as received.
        Deemed = "deemed",
    }
}

impl TermName {
    /// Returns what is stated of this term; nothing where it is only there or not.
    pub fn fields(self) -> &'static [TermField] {
        match self {
            TermName::EffectiveDate => &[TermField::Date],
            TermName::Expiration => &[TermField::Date, TermField::Length],
            TermName::Renewal => &[TermField::Automatic, TermField::Length],
            TermName::TerminationForConvenience => &[TermField::By, TermField::Length],
            TermName::RenewalNotice => &[TermField::Length, TermField::Earliest],
            TermName::TerminationForBreach | TermName::Payment => &[TermField::Length],
            TermName::GoverningLaw => &[TermField::Law],
            TermName::NoticeMethod => &[TermField::Methods, TermField::Deemed],
            TermName::PostTerminationServices
            | TermName::LiabilityCap
            | TermName::NonSolicit
            | TermName::NonDisparagement => &[],
        }
    }
}

/// What a term says; which parts it has follows from its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TermValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NoticeUnit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_unit: Option<NoticeUnit>,
    #[serde(rename = "value", skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<Method>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deemed: Option<Rule>,
    /// How many days that rule counts, where it counts any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deemed_n: Option<u16>,
}

impl TermValue {
    /// Returns when a notice counts as received, if that is stated whole.
    pub fn deemed(&self) -> Option<Deemed> {
        Deemed::of(self.deemed?, self.deemed_n, None)
    }

    /// Returns how long before an end a notice would come too early, if that is stated.
    pub fn earliest(&self) -> Option<(u32, NoticeUnit)> {
        self.earliest_length.zip(self.earliest_unit)
    }
}

impl From<Stated> for TermValue {
    fn from(stated: Stated) -> TermValue {
        TermValue { length: stated.length, unit: stated.unit, ..TermValue::default() }
    }
}

impl Reading {
    /// Returns a term as it was read, in the shape of all.
    pub fn found(&self, name: TermName) -> Option<Term<TermValue>> {
        let terms = &self.terms;
        let day = |date| TermValue { date, ..TermValue::default() };
        match name {
            TermName::EffectiveDate => terms.effective_date.as_ref().map(|t| t.saying(day(Some(t.value.date)))),
            TermName::Expiration => terms
                .expiration
                .as_ref()
                .map(|term| term.saying(TermValue { date: term.value.date, ..term.value.length.into() })),
            TermName::Renewal => terms.renewal.as_ref().map(|term| {
                term.saying(TermValue { automatic: Some(term.value.automatic), ..term.value.length.into() })
            }),
            TermName::RenewalNotice => terms.renewal_notice.as_ref().map(|term| {
                let RenewalNotice { length, earliest_length, earliest_unit } = term.value;
                term.saying(TermValue { earliest_length, earliest_unit, ..length.into() })
            }),
            TermName::TerminationForConvenience => terms
                .termination_for_convenience
                .as_ref()
                .map(|term| term.saying(TermValue { by: Some(term.value.by), ..term.value.length.into() })),
            TermName::TerminationForBreach => terms.termination_for_breach.as_ref().map(|term| {
                let (length, unit) = (term.value.cure_length, term.value.cure_unit);
                term.saying(Stated { length, unit }.into())
            }),
            TermName::GoverningLaw => terms
                .governing_law
                .as_ref()
                .map(|term| term.saying(TermValue { law: Some(term.value.value.clone()), ..TermValue::default() })),
            TermName::Payment => terms.payment.as_ref().map(|term| term.saying(term.value.into())),
            TermName::PostTerminationServices => {
                terms.post_termination_services.as_ref().map(|term| term.saying(TermValue::default()))
            }
            TermName::LiabilityCap => terms.liability_cap.as_ref().map(|term| term.saying(TermValue::default())),
            TermName::NonSolicit => terms.non_solicit.as_ref().map(|term| term.saying(TermValue::default())),
            TermName::NonDisparagement => {
                terms.non_disparagement.as_ref().map(|term| term.saying(TermValue::default()))
            }
            TermName::NoticeMethod => terms
                .notice_method
                .as_ref()
                .map(|term| term.saying(TermValue { methods: term.value.methods.clone(), ..TermValue::default() })),
        }
    }
}

words! {
    /// What a person did with a term.
    Standing {
        /// It says what was read.
        Confirmed = "confirmed",
        /// It says something else than what was read.
        Corrected = "corrected",
        /// It is there, though it was not found.
        Added = "added",
        /// The contract has no such term, though something was found or not.
        Absent = "absent",
        /// What was said before no longer counts.
        TakenBack = "taken_back",
    }
}

/// What a person said last of a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub standing: Standing,
    pub value: TermValue,
    /// The words of the contract it rests on; empty where it rests on none.
    pub quote: String,
    /// The version of the text that the person had before them; 0 where there was none.
    pub version: u32,
}

impl Statement {
    /// Tells whether it still counts beside the newest text: a newer version must have the very words it rests on.
    pub fn holds(&self, newest: u32, text: &str) -> bool {
        let rests = self.version == newest || (!self.quote.is_empty() && text.contains(&self.quote));
        rests && self.standing != Standing::TakenBack
    }
}

/// The terms of one contract that people answer for. Nothing else is used (DOMAIN B85).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Confirmed(pub BTreeMap<TermName, Statement>);

impl Confirmed {
    /// Returns what a term says, if a person said that it is there.
    pub fn value(&self, name: TermName) -> Option<&TermValue> {
        self.0.get(&name).filter(|statement| statement.standing != Standing::Absent).map(|statement| &statement.value)
    }

    /// Tells whether a person said that the contract has no such term.
    pub fn lacks(&self, name: TermName) -> bool {
        self.0.get(&name).is_some_and(|statement| statement.standing == Standing::Absent)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn every_term_that_is_read_can_be_stated() {
        let text = "This Agreement is effective as of March 2, 2026. Either party may terminate this Agreement without \
                    cause on thirty (30) days' written notice by e-mail or courier. It is governed by the laws of Jordan.";
        let reading = read(text);
        let found = |name| reading.found(name).map(|term| serde_json::to_string(&term.value).expect("plain"));
        assert_eq!(found(TermName::EffectiveDate).as_deref(), Some(r#"{"date":"2026-03-02"}"#));
        assert_eq!(
            found(TermName::TerminationForConvenience).as_deref(),
            Some(r#"{"by":"either","length":30,"unit":"day"}"#)
        );
        assert_eq!(found(TermName::GoverningLaw).as_deref(), Some(r#"{"value":"Jordan"}"#));
        assert_eq!(found(TermName::NonSolicit), None);
        for name in TermName::ALL {
            let again = reading.found(*name).map(|term| {
                let kept = serde_json::to_string(&term.value).expect("plain");
                (serde_json::from_str::<TermValue>(&kept).expect("the same"), term.value)
            });
            assert!(again.is_none_or(|(kept, read)| kept == read), "{name:?}");
        }
    }

    #[test]
    fn a_newer_text_must_have_the_words_a_term_rests_on() {
        let said = |standing, quote: &str| Statement {
            standing,
            value: TermValue::default(),
            quote: quote.to_owned(),
            version: 1,
        };
        for (statement, newest, text, holds) in [
            (said(Standing::Confirmed, "thirty days"), 1, "", true),
            (said(Standing::Confirmed, "thirty days"), 2, "on thirty days' notice", true),
            (said(Standing::Confirmed, "thirty days"), 2, "on sixty days' notice", false),
            (said(Standing::Absent, ""), 1, "x", true),
            (said(Standing::Absent, ""), 2, "x", false),
            (said(Standing::TakenBack, "thirty days"), 1, "thirty days", false),
        ] {
            assert_eq!(statement.holds(newest, text), holds, "{statement:?} {newest}");
        }
    }
}
