//! The demonstration's report in confidence, and what those who received it have done since.

use super::cases::NotDone;
use super::demo::{Someone, part, today};
use super::reports::{self, Filed, Hand, Opened, With};
use crate::store::reports::Recipient;
use crate::store::viewer::Role;
use crate::store::{self, Db, StoreError, firm_facts};
use domain::case::protection::{Door, Measure, MeasureKind, Milestone, Wish};
use domain::case::{Act, Now};
use domain::days::Day;
use domain::record::{Report, ReportKind, Side};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Reports {
    report: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    client: String,
    at: String,
    kind: ReportKind,
    target_side: Option<Side>,
    channel: Option<String>,
    witnesses: Option<String>,
    reported_by: Option<String>,
    #[serde(default)]
    wishes: Vec<String>,
    text: String,
    #[serde(default)]
    steps: BTreeMap<Milestone, Step>,
    #[serde(default)]
    measure: Vec<Protection>,
}

#[derive(Deserialize)]
struct Step {
    on: String,
    by: String,
    who: Option<String>,
    text: String,
}

#[derive(Deserialize)]
struct Protection {
    kind: MeasureKind,
    by: String,
    since: String,
    consent: bool,
    text: String,
}

/// Names the owner and the finance member as recipients, files the report with them, and does what they have done.
pub async fn file(db: &Db, people: &[Someone], now: &str) -> Result<(), StoreError> {
    let recipients: Vec<Recipient> =
        people.iter().filter(|someone| someone.member.role != Role::Member).map(recipient).collect();
    let ids: Vec<&str> = recipients.iter().map(|one| one.member.as_str()).collect();
    store::reports::name_recipients(db, &ids, ids[0], now).await?;
    let zone = firm_facts::current(db).await?.zone;
    let Reports { report: all } = part(include_str!("../../../demo/reports.toml"));
    for told in all {
        let on = day(&told.at);
        let keep_for = people.iter().find(|one| told.reported_by.as_deref().is_some_and(|name| one.is(name)));
        let filed = Filed {
            client_name: client_name(db, &told.client).await?,
            report: told.report(),
            on,
            at: format!("{on}T18:00:00Z"),
            zone: zone.clone(),
            door: Door::named_by(told.kind),
            wish: Wish::Act,
            wishes: told.wishes.clone(),
            readers: recipients.iter().collect(),
            struck: vec![],
            keep_for: keep_for.map(|one| one.identity.public()),
            files: vec![],
            members: people.len() as u32,
            policy: 1,
        };
        match reports::file(db, filed).await {
            Ok(id) => follow(db, people, &id, &told).await?,
            Err(reports::NotFiled::NoReader) => {}
            Err(reports::NotFiled::Store(error)) => return Err(error),
        }
    }
    Ok(())
}

/// Does what was done since, in the order of its days: measures before it is said that protection was answered.
async fn follow(db: &Db, people: &[Someone], id: &str, told: &Told) -> Result<(), StoreError> {
    let mut acts: Vec<(Day, &str, Act)> = vec![];
    for measure in &told.measure {
        let since = day(&measure.since);
        let owner = someone(people, &measure.by)?.member.id.clone();
        let begun = Measure { id: 0, kind: measure.kind, owner, consent: measure.consent, since, until: None };
        acts.push((since, &measure.by, Act::Protect { measure: begun, text: Some(measure.text.clone()) }));
    }
    for (milestone, step) in &told.steps {
        let (on, text) = (day(&step.on), step.text.clone());
        let who = match &step.who {
            Some(name) => someone(people, name)?.member.id.clone(),
            None => String::new(),
        };
        let act = match milestone {
            Milestone::ContactNamed => Act::NameContact { member: who, text: Some(text) },
            Milestone::ClientApproached => {
                Act::ApproachClient { on, member: who, senior_and_safe: true, reporter_knows: true, text }
            }
            milestone => Act::Reach { milestone: *milestone, on, text: Some(text) },
        };
        acts.push((on, &step.by, act));
    }
    acts.sort_by_key(|(on, ..)| *on);
    for (on, by, act) in acts {
        let by = someone(people, by)?;
        let now = Now { at: format!("{on}T19:00:00Z"), today: on };
        let hand = Hand { member: &by.member.id, identity: by.identity.clone(), now, seen: None };
        let opened = opened(db, by, id).await?;
        match reports::act(db, &opened, &hand, act, With::default()).await {
            Ok(_) => {}
            Err(NotDone::Store(error)) => return Err(error),
            Err(other) => return Err(StoreError::Unreadable(format!("reports.toml: {other}"))),
        }
    }
    Ok(())
}

async fn opened(db: &Db, by: &Someone, id: &str) -> Result<Opened, StoreError> {
    let (_, mut sights) = reports::open_all(db, vec![by.identity.clone()]).await?;
    let all = sights.pop().unwrap_or_default().reports;
    let lost = || StoreError::Unreadable("reports.toml: a report that its reader cannot open".to_owned());
    all.into_iter().find(|opened| opened.id() == id).ok_or_else(lost)
}

fn recipient(someone: &Someone) -> Recipient {
    Recipient {
        member: someone.member.id.clone(),
        name: someone.member.name.clone(),
        owner: someone.member.role == Role::Owner,
        adviser: false,
        public_key: someone.identity.public(),
        joined_at: someone.member.joined_at.clone(),
        key_since: someone.member.joined_at.clone(),
    }
}

fn someone<'a>(people: &'a [Someone], name: &str) -> Result<&'a Someone, StoreError> {
    let lost = || StoreError::Unreadable(format!("reports.toml: {name}"));
    people.iter().find(|one| one.is(name)).ok_or_else(lost)
}

fn day(iso: &str) -> Day {
    Day::from_iso(iso).unwrap_or_else(today)
}

async fn client_name(db: &Db, client: &str) -> Result<String, StoreError> {
    let history = store::history::of_client(db, client).await?;
    Ok(history.and_then(|history| history.client).map_or_else(|| client.to_owned(), |client| client.name.into()))
}

impl Told {
    fn report(&self) -> Report {
        Report {
            id: String::new(),
            client: self.client.clone(),
            at: self.at.clone(),
            kind: self.kind,
            target_side: self.target_side,
            channel: self.channel.clone(),
            witnesses: self.witnesses.clone(),
            known_by: None,
            text: self.text.trim().to_owned(),
            reported_by: self.reported_by.clone(),
        }
    }
}
