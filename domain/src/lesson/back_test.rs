//! What a rule would have said of the firm's own clients when they came, held against what became of them.

use super::fact::Facts;
use super::rule::{Rule, Truth};
use super::{SHOWN_MIN, are_shown};
use crate::stats::{Interval, wilson};
use serde::{Deserialize, Serialize};

/// A client as it was known when it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub facts: Facts,
    /// Whether the firm ended it; nothing while that is not decided.
    pub ended: Option<bool>,
}

/// How often the rule was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackTest {
    /// It held, and the firm ended them.
    pub caught: usize,
    /// It held, and they are still clients.
    pub false_alarms: usize,
    /// It did not hold, and the firm ended them.
    pub missed: usize,
    /// It did not hold, and they are still clients.
    pub passed: usize,
    /// It could not be judged, and the firm ended them.
    pub blind_ended: usize,
    /// It could not be judged, and they are still clients.
    pub blind_kept: usize,
    /// Nobody has decided about them; they are not compared.
    pub undecided: usize,
}

/// A share with its interval (Wilson, 95%).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub k: usize,
    pub n: usize,
    pub interval: Interval,
}

impl Share {
    /// Returns a share; none of too few to be shown.
    pub fn of(k: usize, n: usize) -> Option<Share> {
        if n < SHOWN_MIN { None } else { wilson(k, n).map(|interval| Share { k, n, interval }) }
    }

    /// Tells whether neither those who are meant nor the others are a few.
    pub fn is_shown(&self) -> bool {
        are_shown(&[self.k, self.n - self.k])
    }

    /// Returns the share, 0 to 1.
    pub fn value(&self) -> f64 {
        self.k as f64 / self.n as f64
    }
}

impl BackTest {
    /// Holds a rule against clients.
    pub fn of<'a>(rule: &Rule, clients: impl IntoIterator<Item = &'a Past>) -> BackTest {
        let mut test = BackTest::default();
        for client in clients {
            test.note(client.ended, rule.judge(&client.facts).truth);
        }
        test
    }

    /// Counts a client by what became of it, and by what would have been said.
    pub fn note(&mut self, ended: Option<bool>, truth: Truth) {
        let count = match (ended, truth) {
            (None, _) => &mut self.undecided,
            (Some(true), Truth::True) => &mut self.caught,
            (Some(false), Truth::True) => &mut self.false_alarms,
            (Some(true), Truth::False) => &mut self.missed,
            (Some(false), Truth::False) => &mut self.passed,
            (Some(true), Truth::Unknown) => &mut self.blind_ended,
            (Some(false), Truth::Unknown) => &mut self.blind_kept,
        };
        *count += 1;
    }

    /// Returns how many clients were compared.
    pub fn compared(&self) -> usize {
        self.caught + self.false_alarms + self.missed + self.passed
    }

    /// Returns of how many clients too little was known to judge.
    pub fn blind(&self) -> usize {
        self.blind_ended + self.blind_kept
    }

    /// Tells whether the counts may be shown: of a handful, each would be one known client.
    pub fn is_shown(&self) -> bool {
        self.compared() >= SHOWN_MIN
    }

    /// Returns, of those for whom it held, the share that the firm ended.
    pub fn precision(&self) -> Option<Share> {
        Share::of(self.caught, self.caught + self.false_alarms)
    }

    /// Returns, of those that the firm ended and that could be judged, the share for whom it held.
    pub fn recall(&self) -> Option<Share> {
        Share::of(self.caught, self.caught + self.missed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::fact::{Fact, Value};
    use crate::lesson::rule::{Join, Relation, Test};

    fn rule() -> Rule {
        let test = Test { fact: Fact::PaymentDays, relation: Relation::AtLeast, value: Value::Number(45) };
        Rule { join: Join::All, tests: vec![test] }
    }

    fn past(days: Option<i64>, ended: Option<bool>) -> Past {
        Past { facts: days.map(|days| (Fact::PaymentDays, Value::Number(days))).into_iter().collect(), ended }
    }

    #[test]
    fn counts_by_what_was_known_and_what_became_of_them() {
        let mut clients = vec![];
        for (times, days, ended) in [
            (6, Some(60), Some(true)),
            (2, Some(45), Some(false)),
            (3, Some(30), Some(true)),
            (9, Some(15), Some(false)),
            (1, None, Some(true)),
            (4, None, Some(false)),
            (2, Some(90), None),
        ] {
            clients.extend((0..times).map(|_| past(days, ended)));
        }
        let test = BackTest::of(&rule(), &clients);
        let expected =
            BackTest { caught: 6, false_alarms: 2, missed: 3, passed: 9, blind_ended: 1, blind_kept: 4, undecided: 2 };
        assert_eq!((test, test.compared(), test.blind()), (expected, 20, 5));
        // Wilson by hand, z = 1.959964: 6 of 8 is [0.4093, 0.9285], 6 of 9 [0.3542, 0.8794].
        let (precision, recall) = (test.precision().expect("eight"), test.recall().expect("nine"));
        assert!((precision.interval.low - 0.4093).abs() < 5e-5 && (precision.interval.high - 0.9285).abs() < 5e-5);
        assert!((recall.interval.low - 0.3542).abs() < 5e-5 && (recall.interval.high - 0.8794).abs() < 5e-5);
        assert_eq!((precision.value(), recall.n), (0.75, 9));
        assert!(!precision.is_shown() && !recall.is_shown(), "two and three are a few");
        assert!(Share::of(4, 8).expect("eight").is_shown() && Share::of(5, 5).expect("five").is_shown());
    }

    #[test]
    fn a_handful_says_nothing() {
        let clients = [past(Some(60), Some(true)), past(Some(60), Some(true)), past(Some(60), Some(true))];
        let test = BackTest::of(&rule(), &clients);
        assert_eq!((test.caught, test.is_shown(), test.precision(), test.recall()), (3, false, None, None));
    }
}
