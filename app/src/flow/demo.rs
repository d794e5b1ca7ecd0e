//! The demonstration's firm: its files are part of the program, read through the same intake as anyone's.

use super::case_files::Maker;
use super::cases::Place;
use super::file_report::FileReport;
use super::import::{Progress, RunError, Terms, plan, run};
use super::{assess, demo_cases, demo_contract, demo_exit, demo_prospects, demo_report, entry};
use crate::intake::{HeaderWords, Options};
use crate::keep::erasures;
use crate::secret::identity::Identity;
use crate::secret::key_folder::KeyFolder;
use crate::secret::password::Cost;
use crate::store::members::{Member, Reading};
use crate::store::runs::{self, RunFile};
use crate::store::viewer::Role;
use crate::store::{self, Db, StoreError, firm_facts, members, person_names, settings};
use crate::{clock, entropy};
use domain::days::Day;
use domain::firm::Firm;
use domain::money::Currency;
use serde::Deserialize;
use std::path::Path;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../demo/", $name)))),*]
    };
}

const FILES: &[(&str, &str)] = files![
    "clients.csv",
    "contracts.csv",
    "costs.csv",
    "deliverables.csv",
    "feedback.csv",
    "goals.csv",
    "incidents.csv",
    "invoices.csv",
    "messages.csv",
    "payments.csv",
    "promises.csv",
    "pulse.csv",
    "reminders.csv",
    "requests.csv",
    "time.csv",
    "values.csv",
];

/// The day on which the demonstration stands.
pub fn today() -> Day {
    Day::new(2026, 11, 22).expect("a day")
}

/// Who is signed in to the demonstration.
pub struct Owner {
    pub member: String,
    pub identity: Option<Identity>,
}

#[derive(Deserialize)]
struct Members {
    /// For what the texts of messages are kept; whoever keeps them says so.
    keep_text_purpose: String,
    member: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    name: String,
    name_ar: String,
    email: String,
    role: String,
}

/// Fills an empty database with the demonstration's firm; `folder` takes the files while they are read.
pub async fn fill(db: &Db, folder: &Path, now: &str) -> Result<Owner, StoreError> {
    let firm: Firm = part(include_str!("../../../demo/firm.toml"));
    firm_facts::save(db, &firm, "", now).await?;
    let people = people(db, now).await?;
    settings::set(db, settings::KEEP_TEXT_PURPOSE, &members().keep_text_purpose).await?;
    import(db, folder, &firm, now).await?;
    assess::renew(db, today()).await?;
    demo_report::file(db, &people, now).await?;
    let named: Vec<(String, String)> = people.iter().map(Someone::named).collect();
    let keys = KeyFolder::within(folder);
    let place = Place { db, keys: &keys };
    demo_cases::play(place, &named).await?;
    demo_prospects::fill(place, &firm, &named).await?;
    let named = named.first().map_or("", |(_, id)| id.as_str());
    demo_contract::fill(db, named, now).await?;
    demo_exit::fill(db, firm.base_currency.unwrap_or(Currency::UNKNOWN), named, now).await?;
    let owner = people.into_iter().next().ok_or_else(|| StoreError::Unreadable("members.toml".into()))?;
    Ok(Owner { member: owner.member.id, identity: Some(owner.identity) })
}

/// Seals the closing packs of the stories, made by a page, and closes their cases.
pub async fn close(db: &Db, folder: &Path, maker: Maker) -> Result<(), StoreError> {
    let all = members::all(db).await?;
    let named: Vec<(String, String)> = all.into_iter().map(|member| (story_name(&member.email), member.id)).collect();
    demo_cases::close(Place { db, keys: &KeyFolder::within(folder) }, &named, maker).await
}

/// Returns the name that the stories use: the first part of an address.
fn story_name(email: &str) -> String {
    email.split('@').next().unwrap_or_default().to_owned()
}

/// One of the firm, with their key.
pub struct Someone {
    pub member: Member,
    pub identity: Identity,
    /// Their name in Latin letters, by which the demonstration's files know them.
    name: String,
}

impl Someone {
    /// Tells whether the demonstration's files mean this person by a name.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Returns the name that the stories use, the first part of their address, and their id.
    fn named(&self) -> (String, String) {
        (story_name(&self.member.email), self.member.id.clone())
    }
}

/// Adds the members; nobody knows their passwords, the door lets the owner in.
async fn people(db: &Db, now: &str) -> Result<Vec<Someone>, StoreError> {
    let mut all = Vec::new();
    for person in members().member {
        let id = entropy::id();
        let (credentials, identity) = entry::credentials(&id, &entropy::secret(), Cost::LEAST);
        let role = Role::of(&person.role).ok_or_else(|| StoreError::Unreadable("members.toml".into()))?;
        let joined_at = now.to_owned();
        let (name, email) = (person.name_ar, person.email);
        let member = Member { id, name, email, role, adviser: false, joined_at, left_at: None, place: None };
        let reading = Reading { language: "ar", digits: "latn", hijri: true, time_follows: true };
        let mut tx = db.begin().await?;
        members::add(&mut tx, &member, &credentials, reading).await?;
        tx.commit().await?;
        // The timesheet writes their names in Latin letters.
        person_names::map(db, &person.name, Some(&member.id)).await?;
        all.push(Someone { member, identity, name: person.name });
    }
    Ok(all)
}

/// Has the owner read in a language, by the name that they have in it.
pub async fn speak(db: &Db, owner: &Owner, language: &'static str) -> Result<(), StoreError> {
    let reading = Reading { language, digits: "latn", hijri: language == "ar", time_follows: true };
    members::set_reading(db, &owner.member, reading).await?;
    if let Some(person) = members().member.into_iter().next().filter(|_| language != "ar") {
        members::set_name(db, &owner.member, &person.name, &person.email).await?;
    }
    Ok(())
}

fn members() -> Members {
    part(include_str!("../../../demo/members.toml"))
}

async fn import(db: &Db, folder: &Path, firm: &Firm, now: &str) -> Result<(), StoreError> {
    let mut files = Vec::new();
    for (name, text) in FILES {
        let path = folder.join(name);
        std::fs::write(&path, text)?;
        files.push((path, (*name).to_owned()));
    }
    let terms = Terms {
        member: String::new(),
        today: today(),
        at: now.to_owned(),
        base_currency: firm.base_currency,
        keep_text: true,
        zone: clock::zone(firm.zone.as_deref()),
        erasures: erasures::file(folder),
    };
    let own = db.clone();
    let reports = store::apart(move || {
        let words = HeaderWords::read(None).expect("the words are part of the program and have a test");
        let files = plan(files, &Options::new(&words));
        match run(&own, &files, &terms, &Progress::default(), true) {
            Ok(reports) => Ok(reports),
            Err(RunError::Store(error)) => Err(error),
            Err(RunError::Cancelled) => Ok(Vec::new()),
        }
    })
    .await?;
    let kept: Vec<RunFile> = reports.iter().map(FileReport::kept).collect();
    runs::save(db, &entropy::id(), now, "", &kept).await
}

/// Reads a file of the demonstration, which is part of the program and has a test.
pub fn part<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the demonstration's files are part of the program")
}
