//! Who works on a report and in which role, who is part of it, and to whom it is open.

use super::room::{AsReader, Room, status};
use crate::flow::reports::{Opened, With};
use crate::store::reports::{self, Recipient};
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::case::protection::Part;
use domain::case::restricted::REPORTER;
use domain::case::role::may;
use domain::case::{Act, Action, Event, Role, Stamped};

/// A role with who holds it.
struct RoleView {
    name: Markup,
    /// What it may do here.
    may: Markup,
    /// Member and name; whether the role was given to them, or falls to them.
    holders: Vec<(String, Markup)>,
    is_given: bool,
    word: &'static str,
}

#[derive(Template)]
#[template(path = "reports/people.html")]
struct PeoplePage {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    roles: Vec<RoleView>,
    may_name: bool,
    /// Who may be given a role: nobody who was struck or is part of it.
    people: Vec<(String, String)>,
    all: Vec<(String, String)>,
    parts: Vec<&'static str>,
    parties: Vec<(Markup, Markup)>,
    readers: Vec<Markup>,
    /// Readers whose key is new.
    renewed: Vec<(String, Markup)>,
    /// Who may be the person who reported, and lost their way back with their old key.
    reporters: Vec<(String, Markup)>,
    reporter_is_unnamed: bool,
}

pub async fn show(AsReader(room): AsReader) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None).await
}

async fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, case, envelope) = (room.pen(), &room.opened.case, &room.opened.envelope);
    let people = reports::people(&room.app.db).await?;
    let has_new_key = |member: &str, key: &str| people.iter().any(|one| one.member == member && one.public_key != key);
    let renewed = envelope.readers.iter().filter(|reader| has_new_key(&reader.member, &reader.key));
    let page_of = PeoplePage {
        frame: room.frame(Some("report-people")),
        here: room.path(""),
        roles: offered(case.opening.class).map(|role| role_view(room, role)).collect(),
        may_name: case.allows(room.by(), Action::NameRoles),
        people: room.nameable().into_iter().filter(|(id, _)| !envelope.struck.contains(id)).collect(),
        all: room.nameable().into_iter().filter(|(id, _)| *id != room.visitor.member).collect(),
        parts: Part::ALL.iter().map(|part| part.word()).collect(),
        parties: case
            .protection
            .parties
            .iter()
            .map(|(member, part)| (pen.name(room.people.name(member)), pen.t(&format!("part-{}", part.word()))))
            .collect(),
        readers: envelope.readers.iter().map(|reader| pen.name(&reader.name)).collect(),
        renewed: renewed.map(|reader| (reader.member.clone(), pen.name(&reader.name))).collect(),
        reporters: maybe_reporters(&room.opened, &people)
            .map(|one| (one.member.clone(), pen.name(&one.name)))
            .collect(),
        reporter_is_unnamed: envelope.report.reported_by.is_none(),
        filled,
        refused,
    };
    Ok((status(page_of.refused.as_ref()), page(&page_of)?).into_response())
}

/// Returns who may be the person who reported, where they kept a way back: whoever got a new key after it was filed, is
/// named in it if anyone is, and neither reads it in another part nor was struck. By this way a reader opens it to nobody
/// else.
pub fn maybe_reporters<'a>(opened: &'a Opened, people: &'a [Recipient]) -> impl Iterator<Item = &'a Recipient> {
    let (envelope, protection) = (&opened.envelope, &opened.case.protection);
    // A named person is asked about once for each new key; where nobody is named, a mistake can be mended.
    let is_named = envelope.report.reported_by.is_some();
    let reopened = |entry: &&Stamped| matches!(&entry.event, Event::AccessRenewed { member } if member == REPORTER);
    let last = opened.entries.iter().rev().find(reopened).filter(|_| is_named).or(opened.entries.first());
    let since = last.map_or("", |entry| entry.at.as_str());
    let is_harmed = |member: &String| protection.parties.contains(&(member.clone(), Part::Harmed));
    people.iter().filter(move |one| {
        envelope.kept_by.is_some()
            && one.key_since != one.joined_at
            && one.key_since.as_str() > since
            && envelope.report.reported_by.as_ref().is_none_or(|name| *name == one.name)
            && (!envelope.struck.contains(&one.member) || is_harmed(&one.member))
            && envelope.readers.iter().all(|reader| reader.member != one.member)
    })
}

/// Returns the roles that are given here: those that see such a case and have something to do in it.
fn offered(class: domain::case::Class) -> impl Iterator<Item = Role> {
    let sees = move |role: &Role| !matches!(role, Role::Reporter | Role::Lead) && may(*role, Action::See, class);
    Role::ALL.iter().copied().filter(sees)
}

fn role_view(room: &Room, role: Role) -> RoleView {
    let (pen, case) = (room.pen(), &room.opened.case);
    let holders = case.holders(role).iter().filter(|holder| !case.protection.is_party(holder));
    RoleView {
        name: pen.t(&format!("case-role-{}", role.word())),
        may: pen.t(&format!("report-role-{}", role.word())),
        holders: holders.map(|holder| (holder.clone(), pen.name(room.people.name(holder)))).collect(),
        is_given: case.roles.get(&role).is_some_and(|given| !given.is_empty()),
        word: role.word(),
    }
}

async fn done(mut room: Room, filled: Filled, act: Act, opens_to: Option<&Recipient>) -> Result<Response, PageError> {
    match room.act("people", &filled, act, With { opens_to, ..With::default() }).await? {
        None => Ok(room.go("people")),
        Some(refused) => drawn(&room, filled, Some(refused)).await,
    }
}

/// Gives a role, which opens the report to its holder; never to someone the reporter struck.
pub async fn give(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let member = filled.value("member").to_owned();
    let people = reports::people(&room.app.db).await?;
    let to = people.iter().find(|one| one.member == member && !room.opened.envelope.struck.contains(&member));
    let to = to.ok_or(PageError::NotFound)?;
    let role =
        Role::of(filled.value("role")).filter(|role| offered(room.opened.case.opening.class).any(|r| r == *role));
    let act = Act::GiveRole { role: role.ok_or(PageError::Unreadable)?, member };
    done(room, filled, act, Some(to)).await
}

pub async fn take(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let role = Role::of(filled.value("role")).ok_or(PageError::Unreadable)?;
    let act = Act::TakeRole { role, member: filled.value("member").to_owned() };
    done(room, filled, act, None).await
}

/// Names someone of ours as part of what was reported; they lose what they had.
pub async fn name_party(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::NameParty {
        member: filled.value("member").to_owned(),
        part: Part::of(filled.value("part")).ok_or(PageError::Unreadable)?,
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, None).await
}

/// Opens the report again to someone who has a new key: a reader, or whoever reported it, of whom the journal says no more
/// than that.
pub async fn renew(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let member = filled.value("member").to_owned();
    let people = reports::people(&room.app.db).await?;
    if filled.value("as") == REPORTER {
        let to = maybe_reporters(&room.opened, &people).find(|one| one.member == member).cloned();
        let to = to.ok_or(PageError::NotFound)?;
        return done(room, filled, Act::RenewAccess { member: REPORTER.to_owned() }, Some(&to)).await;
    }
    let to = people.iter().find(|one| one.member == member).ok_or(PageError::NotFound)?;
    done(room, filled, Act::RenewAccess { member }, Some(to)).await
}
