//! The next client: prospects and criteria as they stand, what clients were like when they came, and whom we met before.

use super::cases::Place;
use super::{afterwards, prospect_log};
use crate::intake::clients::Known;
use crate::store::cases::Line;
use crate::store::known_at_start::main_of;
use crate::store::lesson_log::{self, Kept, Topic};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, cases, exit_wins, known_at_start, references};
use domain::case::Stage;
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::Stamped;
use domain::lesson::afterwards::Relationship;
use domain::lesson::back_test::Past;
use domain::lesson::channel::Fate;
use domain::lesson::criterion::{self, Criterion};
use domain::lesson::fact::{Fact, Facts, Value, country};
use domain::lesson::prospect::{self, Judged, Prospect, judge};
use domain::lesson::recognise::{self, Met, Sign};
use domain::lesson::replacement::{self, Chances};
use domain::money::Money;
use domain::retention::of_prospects;
use domain::spelling::core;
use domain::spelling::scripts::Pairs;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The one subject of the pipeline's chances.
pub const FIRM: &str = "firm";

/// Returns every prospect, in no order that means anything.
pub async fn prospects(place: Place<'_>) -> Result<Vec<Prospect>, StoreError> {
    let logs = prospect_log::all(place).await?;
    let read = |(id, log): (String, prospect_log::Log)| {
        Prospect::replay(&id, &log).ok_or_else(|| StoreError::Unreadable(format!("lesson_log prospect {id}")))
    };
    logs.into_iter().map(read).collect()
}

/// Returns the prospects of whom nothing came, each with the last day until which what was noted of them is kept.
pub async fn kept_until(place: Place<'_>) -> Result<Vec<(Prospect, Day)>, StoreError> {
    let mut kept = vec![];
    for (id, log) in prospect_log::all(place).await? {
        let noted_on = log.iter().map(|stamped| stamped.on).max();
        let nothing_came = Prospect::replay(&id, &log).filter(|one| one.client.is_none() && one.won_on().is_none());
        kept.extend(nothing_came.zip(noted_on).map(|(one, on)| (one, of_prospects().until(on))));
    }
    kept.sort_by_key(|(one, until)| (*until, one.id.clone()));
    Ok(kept)
}

/// A prospect with what happened to it.
pub struct Told<T, E> {
    pub now: T,
    pub log: Vec<Stamped<E>>,
}

/// Returns a prospect.
pub async fn prospect(place: Place<'_>, id: &str) -> Result<Option<Told<Prospect, prospect::Event>>, StoreError> {
    let log = prospect_log::of(place, id).await?;
    Ok(Prospect::replay(id, &log).map(|now| Told { now, log }))
}

/// Returns every criterion, in the order in which they were first worded.
pub async fn criteria(db: &Db) -> Result<Vec<Criterion>, StoreError> {
    let logs = lesson_log::all::<criterion::Event>(db, Topic::Criterion).await?;
    let read = |(id, log): (String, Vec<Kept<criterion::Event>>)| Criterion::replay(&id, &stamped(log));
    let mut all: Vec<Criterion> = logs.into_iter().filter_map(read).collect();
    all.sort_by(|a, b| a.versions[0].written.at.cmp(&b.versions[0].written.at).then(a.id.cmp(&b.id)));
    Ok(all)
}

/// Returns a criterion.
pub async fn criterion(db: &Db, id: &str) -> Result<Option<Told<Criterion, criterion::Event>>, StoreError> {
    let log = stamped(lesson_log::of::<criterion::Event>(db, Topic::Criterion, id).await?);
    Ok(Criterion::replay(id, &log).map(|now| Told { now, log }))
}

/// Returns entries of which nothing is sealed.
fn stamped<E>(log: Vec<Kept<E>>) -> Vec<Stamped<E>> {
    log.into_iter().map(|(stamped, _)| stamped).collect()
}

/// Returns the chances of the stages, with every change of them.
pub async fn chances(db: &Db) -> Result<(Chances, Vec<Stamped<replacement::Event>>), StoreError> {
    let log = stamped(lesson_log::of::<replacement::Event>(db, Topic::Pipeline, FIRM).await?);
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

/// Whoever was sent no invoice for so many days is no client any more.
pub const QUIET_DAYS: i32 = 365;

/// Returns the clients as they were known when they came, and what became of them by all cases that are not restricted.
/// Those who left without a case are left out.
pub async fn past_clients(place: Place<'_>, firm: &Firm, today: Day) -> Result<Vec<Past>, StoreError> {
    let db = place.db;
    let merged = known_at_start::merged(db).await?;
    let fates = fates_of(&cases::all(db).await?, &merged);
    let invoiced = known_at_start::last_invoiced(db).await?;
    let mut won: HashMap<String, (Prospect, Day)> = HashMap::new();
    for (id, log) in prospect_log::all(place).await? {
        let client = Prospect::replay(&id, &log).and_then(|one| one.client);
        if let Some((client, known)) = client.zip(Prospect::as_won(&id, &log)) {
            won.insert(main_of(&merged, &client).to_owned(), known);
        }
    }
    let past = |start: known_at_start::Start| {
        let is_quiet = invoiced.get(&start.client).is_none_or(|on| today.since(*on) > QUIET_DAYS);
        let ended = match fates.get(&start.client) {
            Some(Fate::Ended) => Some(true),
            Some(Fate::InCase) => None,
            Some(Fate::Fine | Fate::Gone) | None if is_quiet => return None,
            Some(Fate::Fine | Fate::Gone) | None => Some(false),
        };
        let mut facts = at_start(&start);
        if let Some((prospect, won_on)) = won.get(&start.client) {
            facts.extend(prospect.facts(*won_on, expected(firm, prospect, *won_on)));
        }
        Some(Past { facts, ended })
    };
    Ok(known_at_start::all(db).await?.into_iter().filter_map(past).collect())
}

fn at_start(start: &known_at_start::Start) -> Facts {
    let number = |fact, n: Option<i64>| n.map(|n| (fact, Value::Number(n)));
    let words = |fact, words: &Option<String>| words.clone().map(|words| (fact, Value::Words(words)));
    let known = [
        number(Fact::PaymentDays, start.payment_days.filter(|days| *days >= 0)),
        number(Fact::Discount, start.discount.map(|percent| percent.round() as i64)),
        start.country.as_deref().and_then(country).map(|code| (Fact::Country, Value::Words(code.to_owned()))),
        words(Fact::Industry, &start.sector),
    ];
    known.into_iter().flatten().collect()
}

/// Returns what a case says of its client. One whose end is only prepared may still turn: it is open.
pub fn fate_of(stage: Stage) -> Fate {
    match stage {
        Stage::PreparingExit => Fate::InCase,
        stage if stage.has_parting() => Fate::Ended,
        stage if stage.is_at_rest() => Fate::Fine,
        _ => Fate::InCase,
    }
}

/// Returns what cases say of their clients.
fn fates_of(lines: &[Line], merged: &HashMap<String, String>) -> HashMap<String, Fate> {
    let mut fates: HashMap<String, Fate> = HashMap::new();
    for Line { key, stage, .. } in lines {
        let fate = fate_of(*stage);
        fates
            .entry(main_of(merged, &key.client).to_owned())
            .and_modify(|known| *known = (*known).max(fate))
            .or_insert(fate);
    }
    fates
}

/// By what someone is recognised; of names in two scripts with the letters that stand for each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    pub sign: Sign,
    pub letters: Pairs,
}

impl Likeness {
    fn of(known: &recognise::Known, met: &Met) -> Option<Likeness> {
        let sign = known.recognises(met)?;
        let letters = known.letters(met).filter(|_| sign == Sign::Sounds).unwrap_or_default();
        Some(Likeness { sign, letters })
    }
}

/// Someone whom we met before.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognised {
    /// A client: key, name, whether a case that the viewer takes part in ended it, and how both parted then.
    Client { client: String, name: String, has_ended: bool, parted: Option<Relationship>, by: Likeness },
    /// Another prospect: id and name, and how it stands.
    Prospect { id: String, name: String, stage: prospect::Stage, by: Likeness },
}

/// Looks among the clients and prospects that a viewer may see for those whom a prospect is like.
pub async fn recognised(
    place: Place<'_>,
    viewer: &Viewer,
    member: &str,
    prospect: &Prospect,
) -> Result<Vec<Recognised>, StoreError> {
    let db = place.db;
    let known = recognise::Known::of(&prospect.profile);
    let clients = references::all_known(db).await?;
    let of_name = |key: &str| clients.iter().find(|one| one.key == key);
    let main_of = |key: &str| of_name(key).and_then(|one| one.merged_into.clone()).unwrap_or_else(|| key.to_owned());
    let own = prospect.client.as_deref().map(main_of);
    let mut signs: BTreeMap<String, Likeness> = BTreeMap::new();
    let mut note = |client: &str, met: &Met| {
        if let Some(by) = Likeness::of(&known, met).filter(|_| own.as_deref() != Some(client))
            && signs.get(client).is_none_or(|known| by < *known)
        {
            signs.insert(client.to_owned(), by);
        }
    };
    for one in clients.iter().filter(|one| viewer.sees_client(&one.key)) {
        note(&main_of(&one.key), &Met { name: &one.name, ..Met::default() });
    }
    for (client, person) in known_at_start::contacts(db).await? {
        if viewer.sees_client(&client) {
            note(&main_of(&client), &Met { person: &person, ..Met::default() });
        }
    }
    let (merged, lines) = (known_at_start::merged(db).await?, cases::of_member(db, member, None).await?);
    let (fates, parted) = (fates_of(&lines, &merged), parted(db, lines, &merged).await?);
    let client = |(client, by): (String, Likeness)| Recognised::Client {
        name: of_name(&client).map_or_else(|| client.clone(), |one| one.name.clone()),
        has_ended: fates.get(&client) == Some(&Fate::Ended),
        parted: parted.get(&client).copied(),
        client,
        by,
    };
    let mut all: Vec<Recognised> = signs.into_iter().map(client).collect();
    all.extend(prospects(place).await?.into_iter().filter(|one| one.id != prospect.id).filter_map(|one| {
        let by = Likeness::of(&known, &met(&one))?;
        Some(Recognised::Prospect { stage: one.stage().0, name: one.profile.name, id: one.id, by })
    }));
    Ok(all)
}

/// Returns how we parted from the clients of some cases, where somebody said it; of several ends the last counts.
async fn parted(
    db: &Db,
    mut lines: Vec<Line>,
    merged: &HashMap<String, String>,
) -> Result<HashMap<String, Relationship>, StoreError> {
    let noted = afterwards::unsaid(db).await?;
    lines.sort_by_key(|line| line.opened_on);
    let said = lines.into_iter().filter_map(|line| {
        let relationship = noted.get(&afterwards::subject(&line.key))?.relationship()?;
        Some((main_of(merged, &line.key.client).to_owned(), relationship))
    });
    Ok(said.collect())
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

/// Returns the clients that we won: those that people entered, and the prospects that became clients and were sent an
/// invoice, each client once.
pub async fn wins(place: Place<'_>) -> Result<Vec<(exit_wins::Won, bool)>, StoreError> {
    let db = place.db;
    let mut wins: Vec<(exit_wins::Won, bool)> = exit_wins::all(db).await?.into_iter().map(|won| (won, true)).collect();
    let merged = known_at_start::merged(db).await?;
    let invoiced = known_at_start::last_invoiced(db).await?;
    let clients = references::all_known(db).await?;
    let is_meant = |client: &Known, name: &str| client.key == name || core(&client.name) == core(name);
    let named = wins.iter().flat_map(|(won, _)| clients.iter().filter(|client| is_meant(client, &won.name)));
    let mut counted: HashSet<String> = named.map(|client| main_of(&merged, &client.key).to_owned()).collect();
    for prospect in prospects(place).await? {
        let (contacted_on, won_on) = (prospect.contacted_on(), prospect.won_on());
        let Some((signed_on, client)) = won_on.zip(prospect.client) else { continue };
        let client = main_of(&merged, &client).to_owned();
        if invoiced.contains_key(&client) && counted.insert(client) {
            let monthly = prospect.profile.contribution.map(|yearly| Money { minor: yearly.minor / 12, ..yearly });
            let won = exit_wins::Won { id: prospect.id, name: prospect.profile.name, contacted_on, signed_on, monthly };
            wins.push((won, false));
        }
    }
    wins.sort_by(|(a, _), (b, _)| b.signed_on.cmp(&a.signed_on).then(b.id.cmp(&a.id)));
    Ok(wins)
}
