//! What ends teach the firm: whether causes come back, what the measures say, and whose names a lesson must not have. Journals
//! are read here without their words; restricted cases have no journal among them.

use super::cases::{self, By, NotDone, Place};
use super::referrals::Sent;
use super::{aftermath, afterwards};
use crate::store::cases::{self as stored, Key};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, client_names, episodes, known_at_start, lessons, members, merges, references};
use domain::case::learning::aftermath::Aftermath;
use domain::case::learning::identity::Names;
use domain::case::learning::measures::{Beyond, Measures, Told, measures};
use domain::case::learning::recurrence::{Active, Firm, Rates, again, rates};
use domain::case::learning::{Act, Learned, Recurrence};
use domain::case::{Act as CaseAct, Case, Now, Stamped};
use domain::days::Day;
use domain::journal;
use domain::lesson::afterwards::{Afterwards, Reputation};
use domain::sign::{Code, Episode, State};
use std::collections::HashMap;

/// All that lessons and measures are held against, on a day.
pub struct Picture {
    pub cases: Vec<(Key, Case)>,
    /// Findings, those of merged spellings with the client that they mean.
    pub episodes: Vec<Episode>,
    pub active: Vec<Active>,
    /// How many clients had an invoice in each year.
    pub invoiced: Vec<(i32, u32)>,
    pub on: Day,
    /// To which client each merged spelling belongs.
    merged: HashMap<String, String>,
}

impl Picture {
    /// Reads it.
    pub async fn of(db: &Db, on: Day) -> Result<Picture, StoreError> {
        let mut all = vec![];
        for key in stored::keys(db).await? {
            all.extend(plain(db, &key).await?.map(|case| (key, case)));
        }
        let (mut episodes, active) = (episodes::all(db, None).await?, lessons::active(db).await?);
        let merged = known_at_start::merged(db).await?;
        for one in &mut episodes {
            if let Some(client) = merged.get(&one.client) {
                one.client.clone_from(client);
            }
        }
        Ok(Picture { cases: all, episodes, active, invoiced: lessons::invoiced(db).await?, on, merged })
    }

    /// Returns the client that a key means: a case keeps the key under which it was opened.
    fn main<'a>(&'a self, client: &'a str) -> &'a str {
        known_at_start::main_of(&self.merged, client)
    }

    fn firm(&self) -> Firm<'_> {
        Firm { episodes: &self.episodes, active: &self.active, on: self.on }
    }

    /// Returns how often the finding of a lesson appeared with others before and after it.
    pub fn rates(&self, client: &str, learned: &Learned) -> Option<Rates> {
        rates(&self.firm(), self.main(client), learned)
    }

    /// Returns the findings with others in which the cause of a lesson was seen again, as long as it is watched for.
    pub fn again(&self, case: &Case, learned: &Learned) -> Vec<&Episode> {
        let Some((code, until)) = learned.lesson.finding.zip(case.learning.monitor.as_ref().map(|set| set.until))
        else {
            return vec![];
        };
        again(&self.firm(), self.main(&case.opening.client), code, (learned.on.plus(1), until.min(self.on))).collect()
    }

    /// Returns what was seen again of a lesson's cause, as it would be told today.
    pub fn recurrence(&self, case: &Case, learned: &Learned) -> Recurrence {
        let mut clients: Vec<&str> =
            self.again(case, learned).into_iter().map(|episode| episode.client.as_str()).collect();
        clients.sort_unstable();
        clients.dedup();
        let until = case.learning.monitor.as_ref().map_or(self.on, |set| set.until.min(self.on));
        let of_others = self.cases.iter().map(|(_, other)| other).filter(|other| {
            let opened_on = other.opening.on;
            let weighed = other.hypotheses.iter().any(|one| one.speaks_for && one.cause == learned.lesson.cause);
            let learned_too = other.learning.standing().any(|one| one.lesson.cause == learned.lesson.cause);
            self.main(&other.opening.client) != self.main(&case.opening.client)
                && (learned.on.plus(1)..=until).contains(&opened_on)
                && (weighed || learned_too)
        });
        Recurrence { clients: clients.len() as u32, cases: of_others.count() as u32, on: self.on }.told()
    }

    /// Returns since when the findings of a case were seen, where that was before it was opened.
    fn first_sign(&self, case: &Case) -> Option<Day> {
        self.signs(case).into_iter().map(|(_, on)| on).min()
    }

    /// Returns the findings that a case began from, each with the day from which it was seen; the day of the opening where
    /// nothing older is known.
    pub fn signs(&self, case: &Case) -> Vec<(Code, Day)> {
        let opening = &case.opening;
        let client = self.main(&opening.client);
        let seen = |code| {
            let own = self.episodes.iter().filter(|one| one.client == client && one.code == code);
            let before = own.filter(|one| one.first_on <= opening.on && one.state != State::Dismissed);
            before.map(|one| one.first_on).max().unwrap_or(opening.on)
        };
        opening.findings.iter().map(|finding| (finding.code, seen(finding.code))).collect()
    }
}

/// Returns the measures of the firm on a day.
pub async fn measured(place: Place<'_>, on: Day) -> Result<Measures, StoreError> {
    let picture = Picture::of(place.db, on).await?;
    let (sent, noted) = (Sent::of(place).await?, afterwards::unsaid(place.db).await?);
    let records = aftermath::records(place, &picture).await?;
    let told = |(key, case): &(Key, Case)| {
        let own = noted.get(&afterwards::subject(key));
        let beyond = case.closed_on().map(|closed_on| beyond(&key.client, own, (&sent, closed_on, on)));
        let client = picture.main(&key.client).to_owned();
        let of_case = Told::of(case, picture.first_sign(case), on);
        let ended = of_case.decided_on.zip(of_case.closed_on);
        let aftermath = ended.map_or_else(Aftermath::default, |days| Aftermath::of(&client, days, &records));
        Told { client, beyond, aftermath, ..of_case }
    };
    let told: Vec<Told> = picture.cases.iter().map(told).collect();
    Ok(measures(&told, &picture.episodes, &picture.invoiced, on))
}

/// Returns what is known of the time beyond an end. Whoever wrote down a referral need not have entered a prospect; round an
/// end only prospects are counted, for before it nobody writes down anything else.
fn beyond(client: &str, own: Option<&Afterwards>, (sent, closed_on, on): (&Sent, Day, Day)) -> Beyond {
    let noted = |kind| own.is_some_and(|own| own.reputation(kind) > 0);
    Beyond {
        has_referred: noted(Reputation::ReferralIn) || sent.by(client, closed_on) > 0,
        is_reviewed: noted(Reputation::Review) || noted(Reputation::Reference),
        has_complained: noted(Reputation::Complaint),
        recommends: own.and_then(Afterwards::recommends).map(|(score, _)| score),
        referrals: sent.round(closed_on, on),
    }
}

/// Returns a case without what people said in it; nothing if its journal cannot be read.
pub(super) async fn plain(db: &Db, key: &Key) -> Result<Option<Case>, StoreError> {
    let kept = stored::journal(db, key).await?.into_iter().map(|kept| kept.entry);
    let read = |entry: journal::Entry| {
        let event = journal::read(&entry.name, &entry.plain, None)?;
        Some(Stamped { seq: entry.seq, at: entry.at, actor: entry.actor, event })
    };
    let entries: Option<Vec<Stamped>> = kept.map(read).collect();
    Ok(entries.and_then(|entries| Case::replay(&entries)))
}

/// Returns whose names must not stand in what everyone reads of a case.
pub async fn names(db: &Db, case: &Case) -> Result<Names, StoreError> {
    let opened = &case.opening.client;
    let main = merges::main_of(db, opened).await?;
    let own = main.as_ref().unwrap_or(opened);
    let all = client_names::find(db, &Viewer::Operator, "", i64::from(i32::MAX)).await?;
    let (of_client, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|named| named.client == *own);
    let mut client: Vec<String> = of_client.into_iter().map(|named| named.name).collect();
    client.extend([own.clone(), opened.clone(), case.opening.client_name.clone()]);
    client.extend(client_names::merged_into(db, own).await?);
    let links = case.parting.links.iter().filter_map(|link| link.contact.as_ref());
    let mut people: Vec<String> = links.map(|contact| contact.name.clone()).collect();
    people.extend(case.parting.acknowledged.iter().filter_map(|signed| signed.name.clone()));
    let owed = case.parting.duties.register.items.iter();
    people.extend(owed.filter_map(|item| item.confirmed.as_ref()?.name.clone()));
    people.extend(case.parting.closure.iter().filter_map(|closure| closure.signer.clone()));
    people.extend(references::every_contact(db, own).await?);
    people.extend(members::all(db).await?.into_iter().map(|member| member.name));
    Ok(Names { client, others: others.into_iter().map(|named| named.name).collect(), people })
}

/// Writes down where causes of lessons were seen again; returns the cases in which it did.
pub async fn watch(place: Place<'_>, now: &Now) -> Result<Vec<Key>, StoreError> {
    let mut keys = vec![];
    for key in stored::looked_back(place.db).await? {
        let case = plain(place.db, &key).await?;
        keys.extend(case.filter(|case| is_watched(case, now.today)).map(|_| key));
    }
    if keys.is_empty() {
        return Ok(vec![]);
    }
    let picture = Picture::of(place.db, now.today).await?;
    let mut told = vec![];
    for (key, case) in picture.cases.iter().filter(|(key, _)| keys.contains(key)) {
        for learned in case.learning.standing() {
            match note(place, key, &picture, (case, learned), now).await {
                Ok(true) => told.push(key.clone()),
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(%error, case = key.case, "lessons of a case were not held against others")
                }
            }
        }
    }
    Ok(told)
}

/// Tells whether the causes of a case's lessons are watched for on a day.
fn is_watched(case: &Case, on: Day) -> bool {
    case.learning.monitor.as_ref().is_some_and(|monitor| on <= monitor.until)
}

/// Writes down what was seen again of one lesson, if it is more than was told.
async fn note(
    place: Place<'_>,
    key: &Key,
    picture: &Picture,
    (case, learned): (&Case, &Learned),
    now: &Now,
) -> Result<bool, StoreError> {
    let recurrence = picture.recurrence(case, learned);
    if !recurrence.exceeds(learned.recurrences.last()) {
        return Ok(false);
    }
    let act = CaseAct::Learning(Act::NoteRecurrence { lesson: learned.lesson.id, recurrence });
    match cases::record(place, key, &By { member: "", now: now.clone(), seen: None }, act).await {
        Ok(_) => Ok(true),
        // Another process wrote it down a moment before.
        Err(NotDone::Refused(_) | NotDone::Changed(_) | NotDone::Absent) => Ok(false),
        Err(NotDone::Store(error)) => Err(error),
    }
}
