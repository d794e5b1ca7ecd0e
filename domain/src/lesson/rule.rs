//! A predicate over what is known of a prospect. What is unknown is never taken for good: three values, by Kleene's logic.

use super::fact::{Fact, Facts, Shape, Value};
use crate::text::fold;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// How a fact is compared.
    Relation {
        AtLeast = "at_least",
        AtMost = "at_most",
        Is = "is",
        IsNot = "is_not",
    }
}

words! {
    /// Whether all tests of a rule must hold, or one is enough.
    Join {
        All = "all",
        Any = "any",
    }
}

words! {
    /// What comes of a test or a rule.
    Truth {
        True = "true",
        False = "false",
        Unknown = "unknown",
    }
}

/// A rule has at most so many tests.
pub const TESTS_MAX: usize = 3;

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    pub fact: Fact,
    pub relation: Relation,
    pub value: Value,
}

/// Tests, joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub join: Join,
    pub tests: Vec<Test>,
}

/// Why a rule cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// It has no test, or too many.
    Tests,
    /// The value of this test is none of its fact's.
    Value(usize),
    /// The fact of this test cannot be compared like this.
    Relation(usize),
}

/// What came of a rule for what is known, and of each of its tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub truth: Truth,
    pub reasons: Vec<Reason>,
}

/// What came of a test, and what was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub test: Test,
    pub truth: Truth,
    pub known: Option<Value>,
}

impl Relation {
    /// Tells whether facts of a shape can be compared like this.
    pub fn fits(self, shape: Shape) -> bool {
        match self {
            Relation::AtLeast | Relation::AtMost => {
                matches!(shape, Shape::Sum | Shape::Days | Shape::Percent | Shape::Count)
            }
            Relation::Is => true,
            Relation::IsNot => shape != Shape::YesNo,
        }
    }
}

impl Rule {
    /// Tells whether the rule can be applied.
    pub fn check(&self) -> Result<(), RuleError> {
        if self.tests.is_empty() || self.tests.len() > TESTS_MAX {
            return Err(RuleError::Tests);
        }
        for (at, test) in self.tests.iter().enumerate() {
            let shape = test.fact.shape();
            if !test.relation.fits(shape) {
                return Err(RuleError::Relation(at));
            } else if !test.value.fits(shape) {
                return Err(RuleError::Value(at));
            }
        }
        Ok(())
    }

    /// Holds the rule against what is known.
    pub fn judge(&self, facts: &Facts) -> Verdict {
        let reason = |test: &Test| {
            let known = facts.get(&test.fact).cloned();
            Reason { test: test.clone(), truth: test.truth(known.as_ref()), known }
        };
        let reasons: Vec<Reason> = self.tests.iter().map(reason).collect();
        let has = |truth| reasons.iter().any(|reason| reason.truth == truth);
        let (settles, otherwise) = match self.join {
            Join::All => (Truth::False, Truth::True),
            Join::Any => (Truth::True, Truth::False),
        };
        let truth = match (has(settles), has(Truth::Unknown)) {
            (true, _) => settles,
            (false, true) => Truth::Unknown,
            (false, false) => otherwise,
        };
        Verdict { truth, reasons }
    }
}

impl Test {
    fn truth(&self, known: Option<&Value>) -> Truth {
        // A country that is not on the list is not known.
        let is_listed = |known: &&Value| self.fact.shape() != Shape::Country || known.fits(Shape::Country);
        let holds = known.filter(is_listed).and_then(|known| match (self.relation, known, &self.value) {
            (Relation::AtLeast, Value::Number(known), Value::Number(than)) => Some(known >= than),
            (Relation::AtMost, Value::Number(known), Value::Number(than)) => Some(known <= than),
            (Relation::Is, known, value) => same(known, value),
            (Relation::IsNot, known, value) => same(known, value).map(|same| !same),
            _ => None,
        });
        match holds {
            Some(true) => Truth::True,
            Some(false) => Truth::False,
            None => Truth::Unknown,
        }
    }
}

/// Compares two values, words whatever the spelling of their letters; values of two sorts cannot be compared.
fn same(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Words(a), Value::Words(b)) => Some(fold(a) == fold(b)),
        (Value::Number(a), Value::Number(b)) => Some(a == b),
        (Value::Is(a), Value::Is(b)) => Some(a == b),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(fact: Fact, relation: Relation, value: Value) -> Test {
        Test { fact, relation, value }
    }

    fn late_and_unpaid(join: Join) -> Rule {
        let days = test(Fact::PaymentDays, Relation::AtLeast, Value::Number(45));
        let none = test(Fact::Prepayment, Relation::AtMost, Value::Number(0));
        Rule { join, tests: vec![days, none] }
    }

    fn facts(days: Option<i64>, before: Option<i64>) -> Facts {
        let known = [(Fact::PaymentDays, days), (Fact::Prepayment, before)];
        known.into_iter().filter_map(|(fact, n)| Some((fact, Value::Number(n?)))).collect()
    }

    #[test]
    fn what_is_unknown_settles_nothing() {
        use Truth::{False, True, Unknown};
        // Kleene's tables: (days, prepayment) -> all, any.
        for (days, before, all, any) in [
            (Some(60), Some(0), True, True),
            (Some(45), Some(0), True, True),
            (Some(44), Some(0), False, True),
            (Some(60), Some(30), False, True),
            (Some(30), Some(30), False, False),
            (Some(60), None, Unknown, True),
            (Some(30), None, False, Unknown),
            (None, Some(0), Unknown, True),
            (None, Some(1), False, Unknown),
            (None, None, Unknown, Unknown),
        ] {
            let known = facts(days, before);
            assert_eq!(late_and_unpaid(Join::All).judge(&known).truth, all, "all {days:?} {before:?}");
            assert_eq!(late_and_unpaid(Join::Any).judge(&known).truth, any, "any {days:?} {before:?}");
        }
    }

    #[test]
    fn says_which_fact_made_it_so() {
        let verdict = late_and_unpaid(Join::All).judge(&facts(Some(60), None));
        let told: Vec<_> = verdict.reasons.iter().map(|one| (one.test.fact, one.truth, one.known.clone())).collect();
        assert_eq!(told[0], (Fact::PaymentDays, Truth::True, Some(Value::Number(60))));
        assert_eq!(told[1], (Fact::Prepayment, Truth::Unknown, None));
    }

    #[test]
    fn words_are_compared_whatever_their_letters() {
        let is = |written: &str| {
            let tests = vec![test(Fact::Industry, Relation::Is, Value::Words("مطاعم وأغذية".into()))];
            Rule { join: Join::All, tests }.judge(&Facts::from([(Fact::Industry, Value::Words(written.into()))])).truth
        };
        assert_eq!(is("مطاعم  واغذيه"), Truth::True);
        assert_eq!(is("أثاث"), Truth::False);
    }

    #[test]
    fn a_country_outside_the_list_is_not_known() {
        let not_here =
            Rule { join: Join::All, tests: vec![test(Fact::Country, Relation::IsNot, Value::Words("SA".into()))] };
        let judge = |known: &str| not_here.judge(&Facts::from([(Fact::Country, Value::Words(known.into()))])).truth;
        assert_eq!((judge("GB"), judge("SA"), judge("Saudi Arabia")), (Truth::True, Truth::False, Truth::Unknown));
        let free = Rule { tests: vec![test(Fact::Country, Relation::Is, Value::Words("Riyadh".into()))], ..not_here };
        assert_eq!(free.check(), Err(RuleError::Value(0)));
        assert_eq!((super::super::fact::country("uk"), super::super::fact::country(" sa ")), (Some("GB"), Some("SA")));
    }

    #[test]
    fn only_rules_that_can_be_applied_stand() {
        let one = |fact, relation, value| Rule { join: Join::All, tests: vec![test(fact, relation, value)] }.check();
        assert_eq!(one(Fact::Discount, Relation::AtLeast, Value::Number(20)), Ok(()));
        assert_eq!(one(Fact::Discount, Relation::AtLeast, Value::Number(120)), Err(RuleError::Value(0)));
        assert_eq!(one(Fact::WrittenScope, Relation::AtLeast, Value::Is(true)), Err(RuleError::Relation(0)));
        assert_eq!(one(Fact::WrittenScope, Relation::Is, Value::Number(1)), Err(RuleError::Value(0)));
        assert_eq!(one(Fact::Country, Relation::IsNot, Value::Words(" ".into())), Err(RuleError::Value(0)));
        assert_eq!(Rule { join: Join::All, tests: vec![] }.check(), Err(RuleError::Tests));
    }
}
