//! The demonstration's cases, played by the rules from the acts that its people did.

use super::case_files::{self, Maker, Parties};
use super::cases::{self, By, NotDone, Opened, Place};
use super::past_ends::Ends;
use super::portal::CLIENT;
use super::{account, exit, learn, openings, own_parts};
use crate::lang::Language;
use crate::store::cases::{self as stored, Key};
use crate::store::{StoreError, entries, firm_facts};
use domain::case::learning::Act as Learn;
use domain::case::opening::{Cause, OpeningSaid};
use domain::case::parting::{self, Letter, OfClient};
use domain::case::review::OwnPartSaid;
use domain::case::{Act, Now};
use domain::days::Day;
use domain::firm::Firm;
use domain::lesson::afterwards;
use domain::separation::portal::ClientPage;
use serde::Deserialize;

#[derive(Deserialize)]
struct Story {
    case: Vec<Told>,
}

/// A case: who opened it, when and why, and what was done.
#[derive(Deserialize)]
struct Told {
    client: String,
    at: String,
    by: String,
    /// Why it was opened, where it was not for its findings.
    cause: Option<Cause>,
    reason: String,
    /// What was looked after once all was closed, the first first.
    #[serde(default)]
    after: Vec<After>,
    step: Vec<Step>,
}

#[derive(Deserialize)]
struct After {
    by: String,
    on: Day,
    event: afterwards::Event,
    said: Option<String>,
}

#[derive(Deserialize)]
struct Step {
    at: String,
    by: String,
    act: Option<Act>,
    /// What was said of our own part, kept without a name; empty where nothing was named.
    own_part: Option<String>,
    /// A paper that is kept as a proof.
    paper: Option<Paper>,
    /// Freezes the account as it stood on that day.
    #[serde(default)]
    freeze_account: bool,
    /// Simulates what ending costs as it stood on that day, keeps that and cites it.
    #[serde(default)]
    simulate: bool,
    /// Who of the client signed the clearance on their page.
    clearance: Option<String>,
    /// Seals the closing pack; what comes after it is played with it.
    #[serde(default)]
    seal: bool,
}

#[derive(Deserialize)]
struct Paper {
    name: String,
    text: String,
}

impl Step {
    /// Tells whether a page makes it: the clearance is written, or the pack is sealed.
    fn is_made_by_a_page(&self) -> bool {
        self.seal || self.clearance.is_some()
    }
}

/// Plays the cases up to what a page makes, the clearance or the pack; `people` are the members' ids by the names that
/// the story uses.
pub async fn play(place: Place<'_>, people: &[(String, String)]) -> Result<(), StoreError> {
    for told in story(people)?.case {
        let key = begin(place, &told, member(people, &told.by)?).await?;
        for step in told.step.into_iter().take_while(|step| !step.is_made_by_a_page()) {
            take(place, &key, step, people).await?;
        }
    }
    Ok(())
}

/// Signs the clearances and seals the closing packs of the story, and plays what follows.
pub async fn close(place: Place<'_>, people: &[(String, String)], maker: Maker) -> Result<(), StoreError> {
    for told in story(people)?.case.into_iter().filter(|told| told.step.iter().any(Step::is_made_by_a_page)) {
        let lines = stored::of_client(place.db, &told.client).await?;
        let key = lines.into_iter().next().map(|line| line.key).ok_or_else(|| unreadable(&told.client))?;
        for step in told.step.into_iter().skip_while(|step| !step.is_made_by_a_page()) {
            match &step.clearance {
                Some(name) => sign(place, &key, &step, name, maker).await?,
                None if step.seal => seal(place, &key, &step, people, maker).await?,
                None => take(place, &key, step, people).await?,
            }
        }
        for (seen, After { by, on, event, said }) in told.after.into_iter().enumerate() {
            let by = entries::By { member: member(people, &by)?.to_owned(), at: format!("{on}T09:00:00Z") };
            super::afterwards::note(place, &key, (seen as u32, on), (event, said), &by).await?;
        }
    }
    Ok(())
}

async fn take(place: Place<'_>, key: &Key, step: Step, people: &[(String, String)]) -> Result<(), StoreError> {
    let by = By { member: member(people, &step.by)?, now: now(&step.at)?, seen: None };
    if let Some(Paper { name, text }) = step.paper {
        let opened = opened(place, key).await?;
        let kept = case_files::seal_proof(place, &opened, &by, name, text.as_bytes()).await;
        return kept.map(drop).map_err(|error| fault(&key.client, &step.at, error));
    }
    let act = match step.act {
        Some(act) => Some(whole(place, key, act).await?),
        None if step.freeze_account => Some(frozen(place, key, by.now.today).await?),
        None if step.simulate => Some(simulated(place, key, &by).await?),
        None => None,
    };
    let done = match act {
        Some(act) => cases::act(place, key, &by, act).await.map(drop),
        None => {
            let said = step.own_part.filter(|text| !text.is_empty());
            let said = said.map(|text| OwnPartSaid { text, only_better: false });
            own_parts::answer(place, key, &by, said.as_ref()).await.map(drop)
        }
    };
    done.map_err(|error| fault(&key.client, &step.at, error))
}

/// Adds to an act what the story leaves to the case: whose names a text must not have, what was foreseen, and the digest of a
/// letter that is confirmed.
async fn whole(place: Place<'_>, key: &Key, mut act: Act) -> Result<Act, StoreError> {
    match &mut act {
        Act::Learning(Learn::CompareForecast { fact, .. }) => {
            fact.replacement = exit::span(place.db, &opened(place, key).await?).await?;
        }
        Act::Learning(
            Learn::AcceptLesson { names, .. } | Learn::SumOwnParts { names, .. } | Learn::AnswerQuestions { names, .. },
        ) => *names = learn::names(place.db, &opened(place, key).await?.case).await?,
        Act::Parting(parting::Act::OfClient(OfClient::AcknowledgeReceipt { letter, digest, .. })) => {
            let case = opened(place, key).await?.case;
            let version = case.parting.letter(*letter).and_then(Letter::last);
            *digest = version.map(|version| version.digest.clone()).unwrap_or_default();
        }
        _ => {}
    }
    Ok(act)
}

/// Returns the account of a client on a day, to be frozen.
async fn frozen(place: Place<'_>, key: &Key, on: Day) -> Result<Act, StoreError> {
    let firm = firm_facts::current(place.db).await?;
    let subject = account::of_client(place.db, &key.client, on).await?.ok_or_else(|| unreadable(&key.client))?;
    let ends_on = opened(place, key).await?.case.parting.ends_on();
    let records = subject.scene(&firm);
    let account = Box::new(subject.account(&records, ends_on, None));
    let statement = Some(Box::new(domain::separation::settlement::statement(&records, None).for_client()));
    Ok(Act::Parting(parting::Act::FreezeAccount { account, statement, clause: None }))
}

/// Keeps a simulation of what ending costs, as it stood on a day; returns how it is cited.
async fn simulated(place: Place<'_>, key: &Key, by: &By<'_>) -> Result<Act, StoreError> {
    let firm = firm_facts::current(place.db).await?;
    let lacking = || unreadable(&format!("{}: nothing to simulate on {}", key.client, by.now.at));
    let subject =
        exit::of_client(place, &Ends::default(), &firm, &key.client, by.now.today).await?.ok_or_else(lacking)?;
    let simulated = exit::simulated(&subject).await?.ok_or_else(lacking)?;
    let figures = simulated.figures.clone();
    let kept_by = entries::By { member: by.member.to_owned(), at: by.now.at.clone() };
    let run = exit::keep(place.db, &subject, simulated, &kept_by).await?;
    Ok(Act::CiteScenario { scenario: exit::cited(run, &figures) })
}

/// Someone of the client signs the clearance as their page shows it.
async fn sign(place: Place<'_>, key: &Key, step: &Step, name: &str, maker: Maker) -> Result<(), StoreError> {
    let (opened, firm, now) = (opened(place, key).await?, firm_facts::current(place.db).await?, now(&step.at)?);
    let page = ClientPage::of(&opened.case).ok_or_else(|| unreadable(&key.client))?;
    let language = Language::English;
    let text = (maker.clearance)(&parties(&opened, &firm, now.today), &page, language);
    let (name, text) = (name.to_owned(), text.ok_or_else(|| unreadable(&step.at))?);
    let act = Act::Parting(parting::Act::OfClient(OfClient::SignClosure { name, language: language.into(), text }));
    let signed = cases::act(place, key, &By { member: CLIENT, now, seen: None }, act).await;
    signed.map(drop).map_err(|error| fault(&key.client, &step.at, error))
}

fn parties<'a>(opened: &'a Opened, firm: &'a Firm, on: Day) -> Parties<'a> {
    Parties {
        firm: firm.name.as_deref().unwrap_or_default(),
        client: &opened.case.opening.client_name,
        zone: firm.zone.as_deref(),
        facts: firm,
        on,
    }
}

async fn seal(
    place: Place<'_>,
    key: &Key,
    step: &Step,
    people: &[(String, String)],
    maker: Maker,
) -> Result<(), StoreError> {
    let (opened, firm, now) = (opened(place, key).await?, firm_facts::current(place.db).await?, now(&step.at)?);
    let page = ClientPage::of(&opened.case).ok_or_else(|| unreadable(&key.client))?;
    let pack = (maker.pack)(&parties(&opened, &firm, now.today), &page).map_err(StoreError::Unreadable)?;
    let by = By { member: member(people, &step.by)?, now, seen: None };
    let sealed = case_files::seal_pack(place, &opened, &by, &pack).await;
    sealed.map(drop).map_err(|error| fault(&key.client, &step.at, error))
}

async fn opened(place: Place<'_>, key: &Key) -> Result<Opened, StoreError> {
    cases::load(place, key).await?.ok_or_else(|| unreadable(&key.client))
}

fn story(people: &[(String, String)]) -> Result<Story, StoreError> {
    let mut text =
        concat!(include_str!("../../../demo/past_cases.toml"), include_str!("../../../demo/cases.toml")).to_owned();
    for (name, id) in people {
        text = text.replace(&format!("{{{name}}}"), id);
    }
    toml::from_str(&text).map_err(|error| unreadable(&error.to_string()))
}

fn member<'a>(people: &'a [(String, String)], name: &str) -> Result<&'a str, StoreError> {
    if name == CLIENT {
        return Ok(CLIENT);
    }
    let found = people.iter().find(|(known, _)| known == name);
    found.map(|(_, id)| id.as_str()).ok_or_else(|| unreadable(name))
}

fn unreadable(what: &str) -> StoreError {
    StoreError::Unreadable(format!("cases.toml: {what}"))
}

async fn begin(place: Place<'_>, told: &Told, by: &str) -> Result<Key, StoreError> {
    let now = now(&told.at)?;
    let opening = openings::opening(place.db, &told.client, now.today, told.cause.unwrap_or(Cause::Findings)).await?;
    let opening = opening.ok_or_else(|| unreadable(&told.client))?;
    let said = OpeningSaid { reason: told.reason.clone() };
    let begun = cases::begin(place, opening, Some(said), &By { member: by, now, seen: None }).await;
    begun.map_err(|error| fault(&told.client, &told.at, error))
}

fn now(at: &str) -> Result<Now, StoreError> {
    let today = Day::from_iso(at).ok_or_else(|| unreadable(at))?;
    Ok(Now { at: at.to_owned(), today })
}

fn fault(client: &str, at: &str, error: NotDone) -> StoreError {
    match error {
        NotDone::Store(error) => error,
        other => unreadable(&format!("{client} {at}: {other}")),
    }
}
