//! The compartment of counsel and compliance: the duty to report, and what only they may know. For every other reader of
//! the report this page does not exist.

use super::room::{AsReader, Room, on};
use crate::flow::cases::NotDone;
use crate::flow::reports::compartment::{self, Told};
use crate::flow::reports::{Compartment, With};
use crate::store::reports;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::cases::refusal::Refused;
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use domain::case::compartment::{self as rules, Duty, DutySaid, DutyToReport, Privileged};
use domain::case::protection::Instruction;
use domain::case::{Act, Action, Refusal};

/// Something that was written here.
pub struct ToldView {
    pub when: Markup,
    pub says: Markup,
    pub texts: Vec<String>,
}

#[derive(Template)]
#[template(path = "reports/duty.html")]
struct DutyPage {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    lede: Markup,
    told: Vec<ToldView>,
    duties: Vec<&'static str>,
    /// To whom it is open, and whether others are named by now, or have a new key.
    readers: Vec<Markup>,
    others_wait: bool,
    may_tell: bool,
    is_whole: bool,
}

/// The compartment of a report, opened by someone named for it; for anyone else it is not there.
pub struct Named(Room);

impl FromRequestParts<Shared> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Named, PageError> {
        let AsReader(room) = AsReader::from_request_parts(parts, app).await?;
        let is_named = compartment::named(&room.opened.case).contains(&room.visitor.member.as_str());
        if is_named { Ok(Named(room)) } else { Err(PageError::NotFound) }
    }
}

pub async fn show(Named(room): Named) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None).await
}

async fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let pen = room.pen();
    let sight = room.visitor.sight(&room.app);
    let own = sight.compartments.iter().find(|one| one.folder.report == room.opened.id());
    let duty = DutyPage {
        frame: room.frame(Some("report-duty")),
        here: room.path("duty"),
        lede: lede(&pen, own),
        told: own
            .map(|own| own.entries.iter().rev().map(|told| told_view(&room.people, &pen, told)).collect())
            .unwrap_or_default(),
        duties: DutyToReport::ALL.iter().map(|duty| duty.word()).collect(),
        readers: own.map(|own| own.folder.readers.iter().map(|one| pen.name(&one.name)).collect()).unwrap_or_default(),
        others_wait: match own {
            Some(own) => others_wait(room, own).await?,
            None => false,
        },
        may_tell: room.opened.case.allows(room.by(), Action::AssessDuty),
        is_whole: own.is_none_or(|own| own.broken.is_none()),
        filled,
        refused,
    };
    Ok((super::room::status(duty.refused.as_ref()), page(&duty)?).into_response())
}

/// Says what the last assessment came to.
fn lede(pen: &Pen, own: Option<&Compartment>) -> Markup {
    let assessed = own.and_then(|own| {
        own.entries.iter().rev().find_map(|told| match &told.what {
            Privileged::DutyAssessed { duty, .. } => Some(duty.clone()),
            _ => None,
        })
    });
    match assessed {
        None => Markup::strong(&pen.lang.text("duty-lede-open")),
        Some(duty) => {
            let by = duty.by.map_or_else(|| "none".to_owned(), |by| pen.lang.weekday(by));
            Markup::strong(&pen.lang.say("duty-lede", [("duty", duty.duty.word().into()), ("day", by.into())]))
        }
    }
}

async fn others_wait(room: &Room, own: &Compartment) -> Result<bool, PageError> {
    let people = reports::people(&room.app.db).await?;
    let named = compartment::named(&room.opened.case);
    let named = people.iter().filter(|one| named.contains(&one.member.as_str()));
    let waits = |key: &String| !own.folder.readers.iter().any(|reader| reader.key == *key);
    Ok(named.map(|one| &one.public_key).any(waits))
}

pub fn told_view(people: &People, pen: &Pen, told: &Told) -> ToldView {
    let when = When::of(&told.at, pen.zone, pen.lang.digits);
    let who = people.name(&told.by).to_owned();
    let (says, texts) = match &told.what {
        Privileged::DutyAssessed { duty, said } => {
            let word = |is: bool| if is { "yes" } else { "no" };
            let args = [
                ("who", who.into()),
                ("duty", pen.lang.text(&format!("duty-{}", duty.duty.word())).into()),
                ("day", duty.by.map_or_else(|| "none".to_owned(), |by| pen.lang.day(by)).into()),
                ("speak", word(duty.may_speak).into()),
                ("tips", word(duty.stopping_tips_off).into()),
            ];
            let said = said.iter().flat_map(|said| [said.to.clone(), said.reason.clone()]);
            (pen.say("duty-told", args), said.filter(|text| !text.is_empty()).collect())
        }
        Privileged::Reported { on, said } => {
            let args = [("who", who.into()), ("day", pen.lang.day(*on).into())];
            (pen.say("duty-told-reported", args), said.iter().map(|said| said.text.clone()).collect())
        }
        Privileged::NoteWritten { said } => {
            let texts = said.iter().map(|said| said.text.clone()).collect();
            (pen.say("duty-told-note", [("who", who.into())]), texts)
        }
        Privileged::ArchiveKept { archive, said } => {
            let args = [("scope", archive.scope.word().into()), ("who", who.into())];
            let names = said.iter().map(|said| said.readers.join(&pen.lang.text("case-comma")));
            let texts = names.map(|names| pen.lang.say("archives-readers-are", [("names", names.into())])).collect();
            (pen.say("event-ArchiveKept", args), texts)
        }
    };
    ToldView { when: Markup::join([pen.day(when.day), pen.name(&when.time)], " "), says, texts }
}

/// Writes into the compartment what a rule let pass; returns why not, if it was refused.
pub async fn write(
    room: &mut Room,
    filled: &Filled,
    what: Result<Privileged, Refusal>,
) -> Result<Option<Refused>, PageError> {
    let people = reports::people(&room.app.db).await?;
    let done = match what {
        Ok(what) => compartment::write(&room.app.db, &room.opened, &room.hand(filled)?, what, &people).await,
        Err(refusal) => Err(NotDone::Refused(refusal)),
    };
    room.app.open_sealed().await;
    match done {
        Ok(()) => Ok(None),
        Err(not_done) => {
            let at = room.path("duty");
            let refused = Refused::of(&room.pen(), &room.people, &room.opened.case, not_done)?;
            room.visitor.at(&at);
            Ok(Some(refused))
        }
    }
}

/// Assesses the duty; what those who act must not show is told to them in a word of its own, without reasons.
pub async fn assess(Named(mut room): Named, filled: Filled) -> Result<Response, PageError> {
    let duty = Duty {
        duty: DutyToReport::of(filled.value("duty")).ok_or(PageError::Unreadable)?,
        by: form::day(filled.value("by")),
        may_speak: !filled.holds("no_word", "1"),
        stopping_tips_off: filled.holds("no_hold", "1"),
    };
    let instruction = Instruction { no_visible_hold: duty.stopping_tips_off, no_word_to_client: !duty.may_speak };
    let said = DutySaid { reason: filled.value("text").to_owned(), to: filled.value("to").to_owned() };
    if let Some(refused) = write(&mut room, &filled, rules::assess(duty, said)).await? {
        return drawn(&room, filled, Some(refused)).await;
    }
    if filled.holds("tell", "1") {
        let act = Act::Instruct { instruction, text: None };
        if let Some(refused) = room.act("duty", &filled, act, With::default()).await? {
            return drawn(&room, filled, Some(refused)).await;
        }
    }
    Ok(room.go("duty"))
}

pub async fn report(Named(mut room): Named, filled: Filled) -> Result<Response, PageError> {
    let today = room.visitor.today;
    let what = rules::report(on(&filled, "on", today), filled.value("text").to_owned(), today);
    match write(&mut room, &filled, what).await? {
        None => Ok(room.go("duty")),
        Some(refused) => drawn(&room, filled, Some(refused)).await,
    }
}

pub async fn note(Named(mut room): Named, filled: Filled) -> Result<Response, PageError> {
    match write(&mut room, &filled, rules::note(filled.value("text").to_owned())).await? {
        None => Ok(room.go("duty")),
        Some(refused) => drawn(&room, filled, Some(refused)).await,
    }
}

/// Opens the compartment to all who are named now, each with the key they have now.
pub async fn open_to_named(Named(room): Named, filled: Filled) -> Result<Response, PageError> {
    let people = reports::people(&room.app.db).await?;
    match compartment::open_to_named(&room.app.db, &room.opened, &room.hand(&filled)?, &people).await {
        Ok(_) => {}
        Err(NotDone::Store(error)) => return Err(error.into()),
        Err(_) => return Err(PageError::NotFound),
    }
    room.app.open_sealed().await;
    Ok(room.go("duty"))
}
