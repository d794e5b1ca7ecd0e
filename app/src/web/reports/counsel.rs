//! Counsel's word and counsel's stop, and the hold on work that looks like any other from outside (RULINGS 37).

use super::room::{AsReader, Room, status, text};
use crate::entropy;
use crate::flow::reports::With;
use crate::store::holds::{self, Change, Hold, SCOPES};
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::holds::says;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::case::decision::Ground;
use domain::case::protection::Instruction;
use domain::case::{Act, Action};

/// The grounds that need counsel's written word here.
const GROUNDS: [Ground; 2] = [Ground::Conduct, Ground::Legal];

#[derive(Template)]
#[template(path = "reports/counsel.html")]
struct Counsel {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    lede: Markup,
    /// Holds of this case that stand: id, and what they say to everyone.
    holds: Vec<(String, Markup)>,
    may_hold: bool,
    no_visible_hold: bool,
    scopes: [&'static str; 3],
    /// Who may be named as the one to ask.
    askable: Vec<(String, String)>,
    is_stopped: bool,
    may_stop: bool,
    may_instruct: bool,
    instruction: Instruction,
    may_advise: bool,
    grounds: Vec<&'static str>,
    advice: Vec<(Markup, String)>,
}

pub async fn show(AsReader(room): AsReader) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None).await
}

async fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, case, by) = (room.pen(), &room.opened.case, room.by());
    let instruction = case.protection.instruction.as_ref().map(|(word, _)| *word).unwrap_or_default();
    let standing = holds::standing(&room.app.db, &case.opening.client).await?;
    let own = standing.iter().filter(|hold| case.holds.contains(&hold.id));
    let counsel = Counsel {
        frame: room.frame(Some("report-counsel")),
        here: room.path(""),
        lede: lede(room, &pen),
        holds: own.map(|hold| (hold.id.clone(), says(&pen, hold))).collect(),
        may_hold: case.allows(by, Action::HoldWork),
        no_visible_hold: instruction.no_visible_hold,
        scopes: SCOPES,
        askable: askable(room),
        is_stopped: case.counsel_stop,
        may_stop: case.allows(by, Action::CounselStop),
        may_instruct: case.allows(by, Action::AssessDuty),
        instruction,
        may_advise: case.allows(by, Action::Counsel),
        grounds: GROUNDS.iter().map(|ground| ground.word()).collect(),
        advice: case
            .counsel
            .iter()
            .filter_map(|word| {
                let ground = word.ground.map_or_else(|| pen.t("stop-word"), |g| pen.t(&format!("ground-{}", g.word())));
                Some((ground, word.said.clone()?))
            })
            .collect(),
        filled,
        refused,
    };
    Ok((status(counsel.refused.as_ref()), page(&counsel)?).into_response())
}

fn lede(room: &Room, pen: &Pen) -> Markup {
    let counsel = room.opened.case.roles.get(&domain::case::Role::Counsel).filter(|holders| !holders.is_empty());
    match counsel {
        Some(holders) => {
            let names: Vec<&str> = holders.iter().map(|holder| room.people.name(holder)).collect();
            let names = names.join(&pen.lang.text("case-comma"));
            Markup::strong(&pen.lang.say("stop-lede", [("names", names.into())]))
        }
        None => Markup::strong(&pen.lang.text("stop-lede-nobody")),
    }
}

/// Whoever is asked must know of it, and be someone who could be asked for any other reason: no adviser from outside.
fn askable(room: &Room) -> Vec<(String, String)> {
    let reads = |id: &String| room.opened.envelope.readers.iter().any(|reader| reader.member == *id);
    let is_ours = |id: &String| room.people.present().any(|one| one.id == *id);
    room.nameable().into_iter().filter(|(id, _)| reads(id) && is_ours(id)).collect()
}

async fn done(mut room: Room, filled: Filled, act: Act, hold: Option<Change<'_>>) -> Result<Response, PageError> {
    match room.act("counsel", &filled, act, With { hold, ..With::default() }).await? {
        None => Ok(room.go("counsel")),
        Some(refused) => drawn(&room, filled, Some(refused)).await,
    }
}

pub async fn advise(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::Advise {
        ground: Ground::of(filled.value("ground")).filter(|ground| GROUNDS.contains(ground)),
        talk_not_needed: false,
        wait: false,
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, None).await
}

pub async fn instruct(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let instruction =
        Instruction { no_visible_hold: filled.holds("no_hold", "1"), no_word_to_client: filled.holds("no_word", "1") };
    let act = Act::Instruct { instruction, text: text(&filled, "text") };
    done(room, filled, act, None).await
}

pub async fn stop(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::SetCounselStop { text: filled.value("text").to_owned() };
    done(room, filled, act, None).await
}

pub async fn resume(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::ReleaseCounselStop { text: filled.value("text").to_owned() };
    done(room, filled, act, None).await
}

/// Sets a hold that says no more than any other: what is stopped, since when, and whom to ask.
pub async fn hold(AsReader(room): AsReader, mut filled: Filled) -> Result<Response, PageError> {
    let ask = askable(&room).into_iter().find(|(member, _)| member == filled.value("ask"));
    let client = room.opened.case.opening.client.clone();
    let read = crate::web::holds::read(&mut filled, &room.visitor, &client, ask);
    let Some(hold) = read else { return drawn(&room, filled, None).await };
    let hold = Hold { id: entropy::id(), ..hold };
    let act = Act::SetHold { hold: hold.id.clone() };
    done(room, filled, act, Some(Change::Set(&hold))).await
}

pub async fn release(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let (client, hold) = (room.opened.case.opening.client.clone(), filled.value("hold").to_owned());
    let change = Change::Release { client: &client, id: &hold, on: room.visitor.today };
    done(room, filled.clone(), Act::ReleaseHold { hold: hold.clone() }, Some(change)).await
}
