//! Intake criteria: rules over what is known of a prospect, in versions, each tried on the firm's own clients before a
//! named person puts it into force (DOMAIN B39, 3.6).

use super::Stamped;
use super::back_test::BackTest;
use super::rule::{Rule, RuleError};
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What follows where a rule holds.
    Effect {
        /// Something is asked before going on.
        Ask = "ask",
        /// It is called to mind.
        Caution = "caution",
        /// The prospect is not taken, unless the owner says why.
        Refuse = "refuse",
    }
}

words! {
    /// Where a criterion stands.
    State {
        Draft = "draft",
        Active = "active",
        Retired = "retired",
    }
}

/// So many of the firm's own cases support a rule that refuses; with fewer, the owner signs with a reason (DOMAIN 3.6).
pub const SUPPORT_MIN: usize = 5;

/// A criterion as someone words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub title: String,
    pub effect: Effect,
    pub rule: Rule,
    /// The member who answers for it.
    pub owner: String,
    /// The lesson that it comes from: `client/case/number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
}

/// What happens to a criterion; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A new version; the one in force stays so until this one is put into force.
    CriterionDrafted(Box<Draft>),
    /// The version that is in force from now on, and how it did on the firm's own clients.
    IntakeRuleActivated {
        version: u32,
        tried: BackTest,
        reason: Option<String>,
    },
    CriterionRetired {
        reason: String,
    },
}

/// A version with who wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub number: u32,
    pub draft: Draft,
    pub written: Stamped<()>,
}

/// A criterion with its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub id: String,
    /// The first one first; there is at least one.
    pub versions: Vec<Version>,
    /// The version in force.
    pub active: Option<u32>,
    pub is_retired: bool,
    /// The number of its last event.
    pub seq: u32,
}

/// Why something cannot be done with a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Only the owner of the firm puts a criterion into force or out of it.
    Owner,
    /// Fewer own cases support it than a refusal needs: the owner signs with a reason.
    Support,
    /// The version is in force already, or there is no such version.
    Version,
    Retired,
    /// A reason is needed.
    Reason,
    Rule(RuleError),
}

impl Criterion {
    /// Folds what happened; nothing if there is no version.
    pub fn replay(id: &str, events: &[Stamped<Event>]) -> Option<Criterion> {
        let mut own = Criterion { id: id.to_owned(), versions: vec![], active: None, is_retired: false, seq: 0 };
        for stamped in events {
            own.seq = stamped.seq;
            match &stamped.event {
                Event::CriterionDrafted(draft) => {
                    let number = own.versions.len() as u32 + 1;
                    let Stamped { seq, by, on, at, .. } = stamped.clone();
                    let written = Stamped { seq, by, on, at, event: () };
                    own.versions.push(Version { number, draft: (**draft).clone(), written });
                }
                Event::IntakeRuleActivated { version, .. } => {
                    (own.active, own.is_retired) = (Some(*version), false);
                }
                Event::CriterionRetired { .. } => (own.active, own.is_retired) = (None, true),
            }
        }
        (!own.versions.is_empty()).then_some(own)
    }

    /// Returns the newest version.
    pub fn newest(&self) -> &Version {
        self.versions.last().expect("a criterion begins with a version")
    }

    /// Returns the version in force.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().find(|version| Some(version.number) == self.active)
    }

    /// Returns the version that counts for lists: the one in force, else the newest.
    pub fn shown(&self) -> &Version {
        self.in_force().unwrap_or_else(|| self.newest())
    }

    pub fn state(&self) -> State {
        match (self.is_retired, self.active) {
            (true, _) => State::Retired,
            (false, Some(_)) => State::Active,
            (false, None) => State::Draft,
        }
    }

    /// Words a version.
    pub fn draft(draft: Draft) -> Result<Event, Refusal> {
        draft.rule.check().map_err(Refusal::Rule)?;
        Ok(Event::CriterionDrafted(Box::new(draft)))
    }

    /// Puts the newest version into force, after it was tried.
    pub fn activate(&self, tried: BackTest, is_owner: bool, reason: Option<String>) -> Result<Event, Refusal> {
        let newest = self.newest();
        let lacks_support = newest.draft.effect == Effect::Refuse && tried.caught < SUPPORT_MIN;
        if !is_owner {
            Err(Refusal::Owner)
        } else if self.active == Some(newest.number) {
            Err(Refusal::Version)
        } else if lacks_support && reason.is_none() {
            Err(Refusal::Support)
        } else {
            Ok(Event::IntakeRuleActivated { version: newest.number, tried, reason })
        }
    }

    /// Puts the criterion out of force.
    pub fn retire(&self, is_owner: bool, reason: Option<String>) -> Result<Event, Refusal> {
        match reason {
            _ if !is_owner => Err(Refusal::Owner),
            _ if self.is_retired => Err(Refusal::Retired),
            None => Err(Refusal::Reason),
            Some(reason) => Ok(Event::CriterionRetired { reason }),
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::days::Day;
    use crate::lesson::fact::{Fact, Value};
    use crate::lesson::rule::{Join, Relation, Test};

    pub fn refusing(days: i64) -> Draft {
        let test = Test { fact: Fact::PaymentDays, relation: Relation::AtLeast, value: Value::Number(days) };
        Draft {
            title: "Late payers".to_owned(),
            effect: Effect::Refuse,
            rule: Rule { join: Join::All, tests: vec![test] },
            owner: "reem".to_owned(),
            lesson: None,
        }
    }

    fn told(events: Vec<Event>) -> Criterion {
        let stamp = |(at, event)| Stamped {
            seq: at as u32 + 1,
            by: "reem".to_owned(),
            on: Day::new(2026, 11, 1).expect("a day"),
            at: "2026-11-01T08:00:00Z".to_owned(),
            event,
        };
        let events: Vec<Stamped<Event>> = events.into_iter().enumerate().map(stamp).collect();
        Criterion::replay("c", &events).expect("a version")
    }

    fn tried(caught: usize) -> BackTest {
        BackTest { caught, passed: 20, ..BackTest::default() }
    }

    #[test]
    fn a_refusal_with_few_cases_needs_the_owners_reason() {
        let own = told(vec![Criterion::draft(refusing(45)).expect("a rule")]);
        let reason = Some("one was enough".to_owned());
        assert_eq!(own.activate(tried(5), false, reason.clone()), Err(Refusal::Owner));
        assert_eq!(own.activate(tried(4), true, None), Err(Refusal::Support));
        assert!(own.activate(tried(4), true, reason).is_ok() && own.activate(tried(5), true, None).is_ok());
        let asking = Draft { effect: Effect::Caution, ..refusing(45) };
        let own = told(vec![Criterion::draft(asking).expect("a rule")]);
        assert!(own.activate(tried(0), true, None).is_ok());
    }

    #[test]
    fn a_new_version_waits_until_it_is_put_into_force() {
        let first = Criterion::draft(refusing(45)).expect("a rule");
        let second = Criterion::draft(refusing(60)).expect("a rule");
        let active = Event::IntakeRuleActivated { version: 1, tried: tried(5), reason: None };
        let own = told(vec![first.clone(), active.clone(), second.clone()]);
        assert_eq!((own.state(), own.active, own.newest().number, own.shown().number), (State::Active, Some(1), 2, 1));
        let again = own.activate(tried(5), true, None).expect("the second");
        let own = told(vec![first, active, second, again]);
        assert_eq!((own.active, own.activate(tried(5), true, None)), (Some(2), Err(Refusal::Version)));
        assert_eq!(own.retire(true, None), Err(Refusal::Reason));
        let retired = own.retire(true, Some("we were wrong".to_owned())).expect("a reason");
        let own = told(vec![Criterion::draft(refusing(1)).expect("a rule"), retired]);
        assert_eq!((own.state(), own.in_force()), (State::Retired, None));
    }
}
