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
    /// The owner takes it although these say no or cannot be judged, or although it was refused.
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
    /// What the owner put aside, each with the number of the event.
    pub overridden: BTreeMap<Cited, u32>,
    /// The number of the event with which each fact last changed.
    changed: BTreeMap<Fact, u32>,
    /// Whether it was refused and the owner has not reopened it since.
    is_shut: bool,
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
    /// These say no or cannot be judged, and the owner did not put them aside.
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
    /// It was refused, and only the owner reopens it.
    Shut,
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
            overridden: BTreeMap::new(),
            changed: BTreeMap::new(),
            is_shut: false,
            client: None,
            seq: 0,
        };
        let mut before: Option<&Profile> = None;
        for stamped in events {
            own.seq = stamped.seq;
            if let Event::ProspectDescribed(profile) = &stamped.event {
                let mut note = |fact, is_same: Option<bool>| {
                    if is_same != Some(true) {
                        own.changed.insert(fact, stamped.seq);
                    }
                };
                note(Fact::Channel, before.map(|before| before.channel == profile.channel));
                note(Fact::ExpectedContribution, before.map(|before| before.contribution == profile.contribution));
                before = Some(profile);
            }
            own.apply(stamped);
        }
        (!own.stages.is_empty()).then_some(own)
    }

    fn apply(&mut self, stamped: &Stamped<Event>) {
        match &stamped.event {
            Event::ProspectDescribed(_) => {}
            Event::FactsStated { facts } => {
                for (fact, value) in facts {
                    self.changed.insert(*fact, stamped.seq);
                    match value {
                        Some(value) => drop(self.stated.insert(*fact, (value.clone(), stamped.on))),
                        None => drop(self.stated.remove(fact)),
                    }
                }
            }
            Event::StageEntered { stage, on, reason } => {
                self.is_shut = *stage == Stage::Refused;
                self.stages.push((*stage, *on, reason.clone()));
            }
            Event::LeadWon { on } => self.stages.push((Stage::Won, *on, None)),
            Event::IntakeOverridden { rules, .. } => {
                self.is_shut = false;
                self.overridden.extend(rules.iter().map(|cited| (cited.clone(), stamped.seq)));
            }
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

    /// Returns it as it was known on the day on which it was won, by what was written down before; nothing if it was not
    /// won, or nothing was known of it by then.
    pub fn as_won(id: &str, events: &[Stamped<Event>]) -> Option<(Prospect, Day)> {
        let won = |stamped: &Stamped<Event>| match stamped.event {
            Event::LeadWon { on } => Some(on),
            _ => None,
        };
        let (at, on) = events.iter().enumerate().find_map(|(at, stamped)| Some((at, won(stamped)?)))?;
        let before: Vec<_> = events[..at].iter().filter(|stamped| stamped.on <= on).cloned().collect();
        Prospect::replay(id, &before).map(|own| (own, on))
    }

    /// Tells whether it was refused and only the owner reopens it.
    pub fn is_shut(&self) -> bool {
        self.is_shut
    }

    /// Tells whether the owner put a criterion aside, and nothing that it looks at changed since.
    pub fn is_overridden(&self, judged: &Judged) -> bool {
        let is_newer = |seq: &u32| {
            let mut facts = judged.verdict.reasons.iter().map(|reason| reason.test.fact);
            facts.all(|fact| self.changed.get(&fact).is_none_or(|changed| changed < seq))
        };
        self.overridden.get(&judged.cited).is_some_and(is_newer)
    }

    /// Returns which criteria say no and stand, those that the owner overrode left out.
    pub fn against(&self, judged: &[Judged]) -> Vec<Cited> {
        self.refusing(judged, |truth| truth == Truth::True)
    }

    /// Returns which criteria keep it from being won: those that say no, and those that would and cannot be judged.
    pub fn barring(&self, judged: &[Judged]) -> Vec<Cited> {
        self.refusing(judged, |truth| truth != Truth::False)
    }

    fn refusing(&self, judged: &[Judged], is_meant: fn(Truth) -> bool) -> Vec<Cited> {
        let refuses = judged.iter().filter(|one| one.effect == Effect::Refuse && is_meant(one.verdict.truth));
        refuses.filter(|one| !self.is_overridden(one)).map(|one| one.cited.clone()).collect()
    }

    /// Enters a stage. Whom a criterion refuses, or cannot judge, is not won before the owner overrides it; who was refused
    /// comes back only by the owner.
    pub fn enter(
        &self,
        stage: Stage,
        on: Day,
        today: Day,
        reason: Option<String>,
        judged: &[Judged],
    ) -> Result<Event, Refusal> {
        let (now, since) = self.stage();
        let barring = if stage == Stage::Won { self.barring(judged) } else { vec![] };
        if now == Stage::Won || now == stage {
            Err(Refusal::Stage)
        } else if on < since || on > today {
            Err(Refusal::Day)
        } else if stage == Stage::Refused && reason.is_none() {
            Err(Refusal::Reason)
        } else if self.is_shut {
            Err(Refusal::Shut)
        } else if !barring.is_empty() {
            Err(Refusal::Refused(barring))
        } else if stage == Stage::Won {
            Ok(Event::LeadWon { on })
        } else {
            Ok(Event::StageEntered { stage, on, reason })
        }
    }

    /// Takes it although criteria say no or cannot be judged, or although it was refused.
    pub fn override_rules(&self, judged: &[Judged], is_owner: bool, reason: Option<String>) -> Result<Event, Refusal> {
        let rules = self.barring(judged);
        match reason {
            _ if !is_owner => Err(Refusal::Owner),
            _ if rules.is_empty() && !self.is_shut => Err(Refusal::Nothing),
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
pub mod tests;
