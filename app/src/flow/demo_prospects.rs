//! The next clients of the demonstration: criteria and prospects, written down on the days on which they were told.

use super::cases::Place;
use super::demo::part;
use super::next_client::past_clients;
use super::prospect_log;
use crate::entropy;
use crate::store::entries::By;
use crate::store::lesson_log::{self, Topic};
use crate::store::{StoreError, cases};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::Stamped;
use domain::lesson::back_test::BackTest;
use domain::lesson::criterion::{self, Criterion, Draft, Effect};
use domain::lesson::fact::{Fact, Value};
use domain::lesson::prospect::{Channel, Event, Profile, Stage};
use domain::lesson::rule::{Join, Rule, Test};
use domain::money::{Currency, Money};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Told {
    criterion: Vec<CriterionTold>,
    prospect: Vec<ProspectTold>,
}

#[derive(Deserialize)]
struct CriterionTold {
    title: String,
    effect: Effect,
    owner: String,
    by: String,
    on: Day,
    join: Join,
    test: Vec<Test>,
    activated: Activated,
    /// The lesson that it comes from.
    lesson: Taught,
}

/// A lesson of a client's case, by its number.
#[derive(Deserialize)]
struct Taught {
    client: String,
    number: u32,
}

#[derive(Deserialize)]
struct Activated {
    by: String,
    on: Day,
    reason: String,
}

#[derive(Deserialize)]
struct ProspectTold {
    name: String,
    channel: Channel,
    through: Option<String>,
    referred_by: Option<String>,
    person: Option<String>,
    email: Option<String>,
    contribution: Option<f64>,
    cost: Option<f64>,
    owner: String,
    next_on: Option<Day>,
    next_what: Option<String>,
    they_expect: Option<String>,
    we_expect: Option<String>,
    client: Option<String>,
    facts: BTreeMap<Fact, Value>,
    stage: Vec<(Stage, Day)>,
}

/// Writes down criteria and prospects; `people` are the members by the names that the stories use, the owner first.
pub async fn fill(place: Place<'_>, firm: &Firm, people: &[(String, String)]) -> Result<(), StoreError> {
    let told: Told = part(include_str!("../../../demo/prospects.toml"));
    let book = Book { place, firm, people };
    for criterion in told.criterion {
        book.criterion(criterion).await?;
    }
    for prospect in told.prospect {
        book.prospect(prospect).await?;
    }
    Ok(())
}

struct Book<'a> {
    place: Place<'a>,
    firm: &'a Firm,
    people: &'a [(String, String)],
}

impl Book<'_> {
    fn id(&self, name: &str) -> String {
        self.people.iter().find(|(own, _)| own == name).map_or_else(|| name.to_owned(), |(_, id)| id.clone())
    }

    fn by(&self, name: &str, on: Day) -> By {
        By { member: self.id(name), at: format!("{on}T07:00:00Z") }
    }

    async fn write(
        &self,
        (subject, seen): (&str, u32),
        by: &str,
        on: Day,
        event: criterion::Event,
    ) -> Result<(), StoreError> {
        let at = lesson_log::Place { topic: Topic::Criterion, subject, seen, on };
        lesson_log::append(self.place.db, at, &[(event, None)], &self.by(by, on)).await.map(drop)
    }

    async fn criterion(&self, told: CriterionTold) -> Result<(), StoreError> {
        let unsound = |what: &dyn std::fmt::Debug| StoreError::Unreadable(format!("prospects.toml: {what:?}"));
        let rule = Rule { join: told.join, tests: told.test };
        let owner = self.id(&told.owner);
        let Taught { client, number } = told.lesson;
        let case =
            cases::of_client(self.place.db, &client).await?.into_iter().next().ok_or_else(|| unsound(&client))?.key;
        let lesson = Some(format!("{client}/{}/{number}", case.case));
        let draft = Draft { title: told.title, effect: told.effect, rule: rule.clone(), owner, lesson };
        let drafted = Criterion::draft(draft).map_err(|refusal| unsound(&refusal))?;
        let id = entropy::id();
        self.write((&id, 0), &told.by, told.on, drafted.clone()).await?;
        let Activated { by, on, reason } = told.activated;
        let past = past_clients(self.place, self.firm, on).await?;
        let stamped = Stamped { seq: 1, by: self.id(&told.by), on: told.on, at: String::new(), event: drafted };
        let own = Criterion::replay(&id, &[stamped]).ok_or_else(|| unsound(&id))?;
        let active = own.activate(BackTest::of(&rule, &past), true, Some(reason)).map_err(|no| unsound(&no))?;
        self.write((&id, 1), &by, on, active).await
    }

    async fn prospect(&self, told: ProspectTold) -> Result<(), StoreError> {
        let id = entropy::id();
        let (first, rest) = told.stage.split_first().ok_or_else(|| StoreError::Unreadable(told.name.clone()))?;
        let entered = |(stage, on): (Stage, Day)| match stage {
            Stage::Won => Event::LeadWon { on },
            stage => Event::StageEntered { stage, on, reason: None },
        };
        let facts = told.facts.iter().map(|(fact, value)| (*fact, Some(value.clone()))).collect();
        let client = told.client.clone().map(|client| Event::ClientLinked { client });
        let last = told.stage.last().map_or(first.1, |(_, on)| *on);
        let known_on = rest.first().map_or(first.1, |(_, on)| *on);
        let mut events = vec![
            (first.1, Event::ProspectDescribed(Box::new(self.profile(&told)))),
            (first.1, entered(*first)),
            (known_on, Event::FactsStated { facts }),
        ];
        events.extend(rest.iter().map(|(stage, on)| (*on, entered((*stage, *on)))));
        events.extend(client.map(|client| (last, client)));
        for (seen, (on, event)) in events.into_iter().enumerate() {
            prospect_log::note(self.place, &id, (seen as u32, on), &[event], &self.by(&told.owner, on)).await?;
        }
        Ok(())
    }

    fn profile(&self, told: &ProspectTold) -> Profile {
        let currency = self.firm.base_currency.unwrap_or(Currency::UNKNOWN);
        let money = |whole: Option<f64>| whole.map(|whole| Money { minor: currency.minor(whole), currency });
        Profile {
            name: told.name.clone(),
            channel: told.channel,
            through: told.through.clone(),
            referred_by: told.referred_by.clone(),
            person: told.person.clone(),
            email: told.email.clone(),
            phone: None,
            site: None,
            contribution: money(told.contribution),
            cost: money(told.cost),
            owner: self.id(&told.owner),
            next_on: told.next_on,
            next_what: told.next_what.clone(),
            they_expect: told.they_expect.clone(),
            we_expect: told.we_expect.clone(),
        }
    }
}
