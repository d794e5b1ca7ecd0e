//! The next client: prospects and criteria as they stand, what clients were like when they came, and whom we met before.

use crate::store::cases::Line;
use crate::store::lesson_log::{self, Topic};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, cases, exit_wins, known_at_start, references};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::Stamped;
use domain::lesson::back_test::Past;
use domain::lesson::channel::Fate;
use domain::lesson::criterion::{self, Criterion};
use domain::lesson::fact::{Fact, Facts, Value};
use domain::lesson::prospect::{self, Judged, Prospect, judge};
use domain::lesson::recognise::{Known, Met, Sign};
use domain::lesson::replacement::{self, Chances};
use domain::money::Money;
use std::collections::{BTreeMap, HashMap};

/// The one subject of the pipeline's chances.
pub const FIRM: &str = "firm";

/// Returns every prospect, in no order that means anything.
pub async fn prospects(db: &Db) -> Result<Vec<Prospect>, StoreError> {
    let logs = lesson_log::all::<prospect::Event>(db, Topic::Prospect).await?;
    let read = |(id, log): (String, Vec<Stamped<prospect::Event>>)| {
        Prospect::replay(&id, &log).ok_or_else(|| StoreError::Unreadable(format!("lesson_log prospect {id}")))
    };
    logs.into_iter().map(read).collect()
}

/// A prospect with what happened to it.
pub struct Told<T, E> {
    pub now: T,
    pub log: Vec<Stamped<E>>,
}

/// Returns a prospect.
pub async fn prospect(db: &Db, id: &str) -> Result<Option<Told<Prospect, prospect::Event>>, StoreError> {
    let log = lesson_log::of::<prospect::Event>(db, Topic::Prospect, id).await?;
    let log: Vec<_> = log.into_iter().map(|(stamped, _)| stamped).collect();
    Ok(Prospect::replay(id, &log).map(|now| Told { now, log }))
}

/// Returns every criterion, in the order in which they were first worded.
pub async fn criteria(db: &Db) -> Result<Vec<Criterion>, StoreError> {
    let logs = lesson_log::all::<criterion::Event>(db, Topic::Criterion).await?;
    let mut all: Vec<Criterion> = logs.iter().filter_map(|(id, log)| Criterion::replay(id, log)).collect();
    all.sort_by(|a, b| a.versions[0].written.at.cmp(&b.versions[0].written.at).then(a.id.cmp(&b.id)));
    Ok(all)
}

/// Returns a criterion.
pub async fn criterion(db: &Db, id: &str) -> Result<Option<Told<Criterion, criterion::Event>>, StoreError> {
    let log = lesson_log::of::<criterion::Event>(db, Topic::Criterion, id).await?;
    let log: Vec<_> = log.into_iter().map(|(stamped, _)| stamped).collect();
    Ok(Criterion::replay(id, &log).map(|now| Told { now, log }))
}

/// Returns the chances of the stages, with every change of them.
pub async fn chances(db: &Db) -> Result<(Chances, Vec<Stamped<replacement::Event>>), StoreError> {
    let log = lesson_log::of::<replacement::Event>(db, Topic::Pipeline, FIRM).await?;
    let log: Vec<_> = log.into_iter().map(|(stamped, _)| stamped).collect();
    let chances = log.last().map_or(Chances::STANDARD, |last| match last.event {
        replacement::Event::PolicyChanged { chances, .. } => chances,
    });
    Ok((chances, log))
}

/// Returns what a prospect is expected to leave over in a year, in whole units of the firm's currency.
pub fn expected(firm: &Firm, prospect: &Prospect, on: Day) -> Option<i64> {
    let money = prospect.profile.contribution?;
    firm.in_base(money, on).map(|sum| sum.round() as i64)
}

/// Holds the criteria in force against what is known of a prospect.
pub fn judged(firm: &Firm, criteria: &[Criterion], prospect: &Prospect, on: Day) -> Vec<Judged> {
    judge(criteria, &prospect.facts(on, expected(firm, prospect, on)))
}

/// Returns the clients as they were known when they came, and what became of them as far as a member takes part in their
/// cases: whoever does not, sees them as clients like others.
pub async fn past_clients(db: &Db, firm: &Firm, member: &str) -> Result<Vec<Past>, StoreError> {
    let fates = fates(db, member).await?;
    let prospects = prospects(db).await?;
    let by_client: HashMap<&str, &Prospect> =
        prospects.iter().filter_map(|one| Some((one.client.as_deref()?, one))).collect();
    let past = |start: known_at_start::Start| {
        let mut facts = at_start(&start);
        let prospect = by_client.get(start.client.as_str()).copied();
        if let Some((prospect, won_on)) = prospect.and_then(|one| Some((one, one.won_on()?))) {
            facts.extend(prospect.facts(won_on, expected(firm, prospect, won_on)));
        }
        let ended = match fates.get(&start.client) {
            Some(Fate::Ended) => Some(true),
            Some(Fate::InCase) => None,
            Some(Fate::Fine) | None => Some(false),
        };
        Past { facts, ended }
    };
    Ok(known_at_start::all(db).await?.into_iter().map(past).collect())
}

fn at_start(start: &known_at_start::Start) -> Facts {
    let number = |fact, n: Option<i64>| n.map(|n| (fact, Value::Number(n)));
    let words = |fact, words: &Option<String>| words.clone().map(|words| (fact, Value::Words(words)));
    let known = [
        number(Fact::PaymentDays, start.payment_days.filter(|days| *days >= 0)),
        number(Fact::Discount, start.discount.map(|percent| percent.round() as i64)),
        words(Fact::Country, &start.country),
        words(Fact::Industry, &start.sector),
    ];
    known.into_iter().flatten().collect()
}

/// Returns what became of the clients in whose cases a member takes part.
pub async fn fates(db: &Db, member: &str) -> Result<HashMap<String, Fate>, StoreError> {
    let mut fates: HashMap<String, Fate> = HashMap::new();
    for Line { key, stage, .. } in cases::of_member(db, member, None).await? {
        let fate = match stage {
            stage if stage.has_parting() => Fate::Ended,
            stage if stage.is_at_rest() => Fate::Fine,
            _ => Fate::InCase,
        };
        fates.entry(key.client).and_modify(|known| *known = (*known).max(fate)).or_insert(fate);
    }
    Ok(fates)
}

/// Someone whom we met before.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognised {
    /// A client: key, name, and whether a case that the viewer takes part in ended it.
    Client { client: String, name: String, has_ended: bool, sign: Sign },
    /// Another prospect: id and name, and how it stands.
    Prospect { id: String, name: String, stage: prospect::Stage, sign: Sign },
}

/// Looks among the clients and prospects that a viewer may see for those whom a prospect is like.
pub async fn recognised(
    db: &Db,
    viewer: &Viewer,
    member: &str,
    prospect: &Prospect,
) -> Result<Vec<Recognised>, StoreError> {
    let known = Known::of(&prospect.profile);
    let clients = references::all_known(db).await?;
    let of_name = |key: &str| clients.iter().find(|one| one.key == key);
    let main = |key: &str| of_name(key).and_then(|one| one.merged_into.clone()).unwrap_or_else(|| key.to_owned());
    let mut signs: BTreeMap<String, Sign> = BTreeMap::new();
    let mut note = |client: &str, sign: Option<Sign>| {
        if let Some(sign) = sign.filter(|_| prospect.client.as_deref() != Some(client)) {
            signs.entry(client.to_owned()).and_modify(|known| *known = (*known).min(sign)).or_insert(sign);
        }
    };
    for one in clients.iter().filter(|one| viewer.sees_client(&one.key)) {
        note(&main(&one.key), known.recognises(&Met { name: &one.name, ..Met::default() }));
    }
    for (client, person) in known_at_start::contacts(db).await? {
        if viewer.sees_client(&client) {
            note(&main(&client), known.recognises(&Met { person: &person, ..Met::default() }));
        }
    }
    let fates = fates(db, member).await?;
    let client = |(client, sign): (String, Sign)| Recognised::Client {
        name: of_name(&client).map_or_else(|| client.clone(), |one| one.name.clone()),
        has_ended: fates.get(&client) == Some(&Fate::Ended),
        client,
        sign,
    };
    let mut all: Vec<Recognised> = signs.into_iter().map(client).collect();
    all.extend(prospects(db).await?.into_iter().filter(|one| one.id != prospect.id).filter_map(|one| {
        let sign = known.recognises(&met(&one))?;
        Some(Recognised::Prospect { stage: one.stage().0, name: one.profile.name, id: one.id, sign })
    }));
    Ok(all)
}

fn met(prospect: &Prospect) -> Met<'_> {
    let profile = &prospect.profile;
    Met {
        name: &profile.name,
        person: profile.person.as_deref().unwrap_or_default(),
        email: profile.email.as_deref().unwrap_or_default(),
        phone: profile.phone.as_deref().unwrap_or_default(),
        site: profile.site.as_deref().unwrap_or_default(),
    }
}

/// Returns the clients that we won: those that people entered, and the prospects that were won, each once.
pub async fn wins(db: &Db) -> Result<Vec<(exit_wins::Won, bool)>, StoreError> {
    let mut wins: Vec<(exit_wins::Won, bool)> = exit_wins::all(db).await?.into_iter().map(|won| (won, true)).collect();
    for prospect in prospects(db).await? {
        let Some(signed_on) = prospect.won_on() else { continue };
        let is_entered = wins
            .iter()
            .any(|(won, _)| domain::spelling::core(&won.name) == domain::spelling::core(&prospect.profile.name));
        let monthly = prospect.profile.contribution.map(|yearly| Money { minor: yearly.minor / 12, ..yearly });
        if !is_entered {
            let contacted_on = prospect.contacted_on();
            let won = exit_wins::Won { id: prospect.id, name: prospect.profile.name, contacted_on, signed_on, monthly };
            wins.push((won, false));
        }
    }
    wins.sort_by(|(a, _), (b, _)| b.signed_on.cmp(&a.signed_on).then(b.id.cmp(&a.id)));
    Ok(wins)
}
