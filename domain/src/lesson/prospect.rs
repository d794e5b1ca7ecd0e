//! Prospects: who may become a client, through which channel, how far it has come, and what speaks against it.

use super::Stamped;
use super::criterion::{Criterion, Effect};
use super::fact::{Fact, Facts, Value};
use super::rule::{Truth, Verdict};
use crate::days::Day;
use crate::money::Money;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// Through what a prospect came (DOMAIN B80).
    Channel {
        /// A platform of freelance work.
        Platform = "platform",
        Social = "social",
        Fair = "fair",
        /// A professional event.
        Event = "event",
        Referral = "referral",
        Other = "other",
    }
}

words! {
    /// How far it has come.
    Stage {
        Lead = "lead",
        Talked = "talked",
        Proposal = "proposal",
        Won = "won",
        /// They did not want us.
        Lost = "lost",
        /// We did not want them.
        Refused = "refused",
    }
}

impl Stage {
    /// Tells whether something may still come of it.
    pub fn is_open(self) -> bool {
        matches!(self, Stage::Lead | Stage::Talked | Stage::Proposal)
    }
}

/// A prospect as someone describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub name: String,
    pub channel: Channel,
    /// Which platform, fair or event it was, or who referred them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// The client that referred them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Their address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// What it is expected to leave over in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<Money>,
    /// What it cost to find them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The member who keeps in touch.
    pub owner: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_what: Option<String>,
    /// What they expect of us, and we of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they_expect: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub we_expect: Option<String>,
}

/// A criterion in the version that held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cited {
    pub criterion: String,
    pub version: u32,
}

/// What happens to a prospect; names as in DOMAIN 5.8 where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    ProspectDescribed(Box<Profile>),
    /// What is known from now on; nothing in the place of a value takes it back.
    FactsStated {
        facts: BTreeMap<Fact, Option<Value>>,
    },
    StageEntered {
        stage: Stage,
        on: Day,
        reason: Option<String>,
    },
    /// The owner takes it although these say no.
    IntakeOverridden {
        rules: Vec<Cited>,
        reason: String,
    },
    LeadWon {
        on: Day,
    },
    /// The record of the client that it became.
    ClientLinked {
        client: String,
    },
}

/// A prospect as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospect {
    pub id: String,
    pub profile: Profile,
    /// What people stated, each with the day on which they did.
    pub stated: BTreeMap<Fact, (Value, Day)>,
    /// The stages with their days and reasons, the first one first; there is at least one.
    pub stages: Vec<(Stage, Day, Option<String>)>,
    pub overridden: Vec<Cited>,
    pub client: Option<String>,
    /// The number of its last event.
    pub seq: u32,
}

/// A criterion held against a prospect.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    pub cited: Cited,
    pub title: String,
    pub effect: Effect,
    pub verdict: Verdict,
}

/// Why something cannot be done with a prospect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// These say no, and nobody overrode them.
    Refused(Vec<Cited>),
    /// It stands there already, or is won and stays so.
    Stage,
    /// The day lies before the last one, or after today.
    Day,
    /// Only the owner of the firm overrides.
    Owner,
    /// A reason is needed.
    Reason,
    /// Nothing says no.
    Nothing,
}

impl Prospect {
    /// Folds what happened; nothing if it was never described or has no stage.
    pub fn replay(id: &str, events: &[Stamped<Event>]) -> Option<Prospect> {
        let profile = events.iter().rev().find_map(|stamped| match &stamped.event {
            Event::ProspectDescribed(profile) => Some((**profile).clone()),
            _ => None,
        });
        let mut own = Prospect {
            id: id.to_owned(),
            profile: profile?,
            stated: BTreeMap::new(),
            stages: vec![],
            overridden: vec![],
            client: None,
            seq: 0,
        };
        for stamped in events {
            own.seq = stamped.seq;
            own.apply(stamped);
        }
        (!own.stages.is_empty()).then_some(own)
    }

    fn apply(&mut self, stamped: &Stamped<Event>) {
        match &stamped.event {
            Event::ProspectDescribed(_) => {}
            Event::FactsStated { facts } => {
                for (fact, value) in facts {
                    match value {
                        Some(value) => drop(self.stated.insert(*fact, (value.clone(), stamped.on))),
                        None => drop(self.stated.remove(fact)),
                    }
                }
            }
            Event::StageEntered { stage, on, reason } => self.stages.push((*stage, *on, reason.clone())),
            Event::LeadWon { on } => self.stages.push((Stage::Won, *on, None)),
            Event::IntakeOverridden { rules, .. } => self.overridden.extend(rules.iter().cloned()),
            Event::ClientLinked { client } => self.client = Some(client.clone()),
        }
    }

    /// Returns the stage with the day since which it stands there.
    pub fn stage(&self) -> (Stage, Day) {
        let (stage, on, _) = self.stages.last().expect("a prospect has a stage");
        (*stage, *on)
    }

    /// Returns the day of the first contact.
    pub fn contacted_on(&self) -> Day {
        self.stages.first().expect("a prospect has a stage").1
    }

    /// Returns the day on which it was won.
    pub fn won_on(&self) -> Option<Day> {
        let (stage, on) = self.stage();
        (stage == Stage::Won).then_some(on)
    }

    /// Returns what was known on a day; `expected` is the contribution in whole units of the firm's currency.
    pub fn facts(&self, on: Day, expected: Option<i64>) -> Facts {
        let stated = self.stated.iter().filter(|(_, (_, since))| *since <= on);
        let mut facts: Facts = stated.map(|(fact, (value, _))| (*fact, value.clone())).collect();
        facts.insert(Fact::Channel, Value::Words(self.profile.channel.word().to_owned()));
        facts.extend(expected.map(|expected| (Fact::ExpectedContribution, Value::Number(expected))));
        facts
    }

    /// Returns which criteria say no and stand, those that the owner overrode left out.
    pub fn against(&self, judged: &[Judged]) -> Vec<Cited> {
        let says_no = judged.iter().filter(|one| one.effect == Effect::Refuse && one.verdict.truth == Truth::True);
        says_no.map(|one| one.cited.clone()).filter(|cited| !self.overridden.contains(cited)).collect()
    }

    /// Enters a stage. Whom a criterion refuses is not won before the owner overrides it.
    pub fn enter(
        &self,
        stage: Stage,
        on: Day,
        today: Day,
        reason: Option<String>,
        judged: &[Judged],
    ) -> Result<Event, Refusal> {
        let (now, since) = self.stage();
        let against = if stage == Stage::Won { self.against(judged) } else { vec![] };
        if now == Stage::Won || now == stage {
            Err(Refusal::Stage)
        } else if on < since || on > today {
            Err(Refusal::Day)
        } else if stage == Stage::Refused && reason.is_none() {
            Err(Refusal::Reason)
        } else if !against.is_empty() {
            Err(Refusal::Refused(against))
        } else if stage == Stage::Won {
            Ok(Event::LeadWon { on })
        } else {
            Ok(Event::StageEntered { stage, on, reason })
        }
    }

    /// Takes it although criteria say no.
    pub fn override_rules(&self, judged: &[Judged], is_owner: bool, reason: Option<String>) -> Result<Event, Refusal> {
        let rules = self.against(judged);
        match reason {
            _ if !is_owner => Err(Refusal::Owner),
            _ if rules.is_empty() => Err(Refusal::Nothing),
            None => Err(Refusal::Reason),
            Some(reason) => Ok(Event::IntakeOverridden { rules, reason }),
        }
    }
}

/// Holds all criteria in force against what is known.
pub fn judge<'a>(criteria: impl IntoIterator<Item = &'a Criterion>, facts: &Facts) -> Vec<Judged> {
    let judged = |criterion: &Criterion| {
        let version = criterion.in_force()?;
        let cited = Cited { criterion: criterion.id.clone(), version: version.number };
        let verdict = version.draft.rule.judge(facts);
        Some(Judged { cited, title: version.draft.title.clone(), effect: version.draft.effect, verdict })
    };
    criteria.into_iter().filter_map(judged).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::lesson::back_test::BackTest;
    use crate::lesson::criterion;

    pub fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a day")
    }

    pub fn profile(name: &str, channel: Channel) -> Profile {
        Profile {
            name: name.to_owned(),
            channel,
            through: None,
            referred_by: None,
            person: None,
            email: None,
            phone: None,
            site: None,
            contribution: None,
            cost: None,
            owner: "reem".to_owned(),
            next_on: None,
            next_what: None,
            they_expect: None,
            we_expect: None,
        }
    }

    pub fn told(profile: Profile, events: Vec<(&str, Event)>) -> Prospect {
        let all = [(events[0].0, Event::ProspectDescribed(Box::new(profile)))].into_iter().chain(events.clone());
        let stamp = |(at, (on, event)): (usize, (&str, Event))| Stamped {
            seq: at as u32 + 1,
            by: "reem".to_owned(),
            on: day(on),
            at: format!("{on}T08:00:00Z"),
            event,
        };
        Prospect::replay("p", &all.enumerate().map(stamp).collect::<Vec<_>>()).expect("a prospect")
    }

    fn lead() -> (&'static str, Event) {
        ("2026-10-01", Event::StageEntered { stage: Stage::Lead, on: day("2026-10-01"), reason: None })
    }

    fn days(n: i64) -> Event {
        Event::FactsStated { facts: BTreeMap::from([(Fact::PaymentDays, Some(Value::Number(n)))]) }
    }

    fn criteria() -> Vec<Criterion> {
        let stamped = |seq, event| Stamped { seq, by: "reem".into(), on: day("2026-09-01"), at: String::new(), event };
        let drafted = Criterion::draft(criterion::tests::refusing(45)).expect("a rule");
        let active =
            criterion::Event::IntakeRuleActivated { version: 1, tried: BackTest::default(), reason: Some("x".into()) };
        vec![Criterion::replay("c", &[stamped(1, drafted), stamped(2, active)]).expect("a version")]
    }

    #[test]
    fn a_refused_one_is_won_only_after_the_owner_overrode() {
        let own = told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(60))]);
        let (on, reason) = (day("2026-11-01"), Some("they pay half beforehand".to_owned()));
        let judged = judge(&criteria(), &own.facts(on, None));
        let cited = Cited { criterion: "c".into(), version: 1 };
        assert_eq!(own.enter(Stage::Won, on, on, None, &judged), Err(Refusal::Refused(vec![cited.clone()])));
        assert!(own.enter(Stage::Proposal, on, on, None, &judged).is_ok(), "one may go on talking");
        assert_eq!(own.enter(Stage::Refused, on, on, None, &judged), Err(Refusal::Reason));
        assert_eq!(own.override_rules(&judged, false, reason.clone()), Err(Refusal::Owner));
        assert_eq!(own.override_rules(&judged, true, None), Err(Refusal::Reason));
        let overridden = own.override_rules(&judged, true, reason).expect("the owner");
        let own =
            told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(60)), ("2026-10-06", overridden)]);
        assert_eq!(own.enter(Stage::Won, on, on, None, &judged), Ok(Event::LeadWon { on }));
        // Another version of the rule says no again.
        let other = vec![Judged { cited: Cited { version: 2, ..cited }, ..judged[0].clone() }];
        assert!(matches!(own.enter(Stage::Won, on, on, None, &other), Err(Refusal::Refused(_))));
        assert_eq!(own.override_rules(&judged, true, Some("y".into())), Err(Refusal::Nothing));
    }

    #[test]
    fn what_is_unknown_does_not_refuse_and_is_not_fine() {
        let own = told(profile("Dune", Channel::Fair), vec![lead()]);
        let judged = judge(&criteria(), &own.facts(day("2026-11-01"), Some(90_000)));
        assert_eq!(judged[0].verdict.truth, Truth::Unknown);
        assert!(own.against(&judged).is_empty());
    }

    #[test]
    fn only_what_was_stated_by_then_was_known() {
        let own =
            told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(30)), ("2026-10-20", days(60))]);
        assert_eq!(own.facts(day("2026-10-04"), None).get(&Fact::PaymentDays), None);
        assert_eq!(own.facts(day("2026-10-20"), None).get(&Fact::PaymentDays), Some(&Value::Number(60)));
        assert_eq!(own.facts(day("2026-10-04"), None).get(&Fact::Channel), Some(&Value::Words("fair".into())));
    }

    #[test]
    fn stages_follow_one_another_in_time() {
        let own = told(profile("Dune", Channel::Fair), vec![lead()]);
        let enter = |stage, on| own.enter(stage, day(on), day("2026-11-01"), None, &[]);
        assert_eq!(enter(Stage::Talked, "2026-09-30"), Err(Refusal::Day));
        assert_eq!(enter(Stage::Talked, "2026-11-02"), Err(Refusal::Day));
        assert_eq!(enter(Stage::Lead, "2026-10-02"), Err(Refusal::Stage));
        let won = told(
            profile("Dune", Channel::Fair),
            vec![lead(), ("2026-10-09", Event::LeadWon { on: day("2026-10-09") })],
        );
        assert_eq!(won.enter(Stage::Lost, day("2026-10-10"), day("2026-11-01"), None, &[]), Err(Refusal::Stage));
        assert_eq!((won.contacted_on(), won.won_on()), (day("2026-10-01"), Some(day("2026-10-09"))));
    }
}
