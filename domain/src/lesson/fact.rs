//! What can be known of a prospect before anything is signed.

use crate::days::calendar::Calendar;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// Something that is known of a prospect, or not.
    Fact {
        /// What it is expected to leave over in a year, in whole units of the firm's currency.
        ExpectedContribution = "expected_contribution",
        /// What they say that they can spend, in whole units of the firm's currency.
        DeclaredBudget = "declared_budget",
        /// Days in which they ask to pay.
        PaymentDays = "payment_days",
        /// The share that is agreed to be paid beforehand, in percent.
        Prepayment = "prepayment",
        /// The discount that they ask for, in percent.
        Discount = "discount",
        Employees = "employees",
        /// How many people must agree on their side.
        DecisionMakers = "decision_makers",
        /// How many of our trade they left in three years.
        SuppliersLeft = "suppliers_left",
        /// Days until they want the first result.
        DeadlineDays = "deadline_days",
        Industry = "industry",
        Country = "country",
        Channel = "channel",
        /// Whether the scope is agreed in writing.
        WrittenScope = "written_scope",
        /// Whether one person answers for it on their side.
        NamedContact = "named_contact",
        /// Whether they accept how people are treated.
        ConductAccepted = "conduct_accepted",
        /// Whether they accept the contract as we offer it.
        ContractAccepted = "contract_accepted",
    }
}

/// What a fact consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Whole units of the firm's currency.
    Sum,
    Days,
    Percent,
    Count,
    Words,
    /// The ISO 3166 code of a place that has a calendar.
    Country,
    /// A word of `prospect::Channel`.
    Channel,
    YesNo,
}

impl Fact {
    /// Returns what the fact consists of.
    pub fn shape(self) -> Shape {
        match self {
            Fact::ExpectedContribution | Fact::DeclaredBudget => Shape::Sum,
            Fact::PaymentDays | Fact::DeadlineDays => Shape::Days,
            Fact::Prepayment | Fact::Discount => Shape::Percent,
            Fact::Employees | Fact::DecisionMakers | Fact::SuppliersLeft => Shape::Count,
            Fact::Industry => Shape::Words,
            Fact::Country => Shape::Country,
            Fact::Channel => Shape::Channel,
            Fact::WrittenScope | Fact::NamedContact | Fact::ConductAccepted | Fact::ContractAccepted => Shape::YesNo,
        }
    }

    /// Tells whether it follows from how a prospect is described and is not asked for by itself.
    pub fn is_derived(self) -> bool {
        matches!(self, Fact::ExpectedContribution | Fact::Channel)
    }
}

/// What is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Is(bool),
    Number(i64),
    Words(String),
}

impl Value {
    /// Tells whether a value is one of a shape.
    pub fn fits(&self, shape: Shape) -> bool {
        match (self, shape) {
            (Value::Is(_), Shape::YesNo) => true,
            (Value::Number(n), Shape::Percent) => (0..=100).contains(n),
            (Value::Number(n), Shape::Sum | Shape::Days | Shape::Count) => *n >= 0,
            (Value::Words(words), Shape::Country) => country(words) == Some(words),
            (Value::Words(words), Shape::Words | Shape::Channel) => !words.trim().is_empty(),
            _ => false,
        }
    }
}

/// Returns the code of a listed country that a code means, whatever its letters' case.
pub fn country(written: &str) -> Option<&'static str> {
    let written = written.trim();
    let code = if written.eq_ignore_ascii_case("UK") { "GB" } else { written };
    Calendar::places().into_iter().find(|place| place.eq_ignore_ascii_case(code))
}

/// What is known of a prospect; what is not among it is unknown.
pub type Facts = BTreeMap<Fact, Value>;
