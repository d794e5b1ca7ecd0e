//! Who takes part in a review: everyone whom the records name, unless there is a reason (DOMAIN A35).

use super::Room;
use crate::flow::roster::{self, Found};
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::invited::Guest;
use domain::case::review::{Department, Seat};
use domain::case::roster::{Dealing, ROSTER_DAYS};
use domain::case::{Act, Action};
use fluent_bundle::FluentValue;

/// Someone who has a seat, or may have one.
struct Row {
    member: String,
    name: Markup,
    /// What they had to do with the client, in words without amounts.
    dealt: Option<Markup>,
    is_seated: bool,
    department: Department,
    reason: String,
    /// What is wrong with the reason.
    error: Option<String>,
    /// Whether they have answered already, so that they keep their seat.
    is_fixed: bool,
}

#[derive(Template)]
#[template(path = "reviews/roster.html")]
struct Roster {
    frame: Frame,
    base: String,
    seq: u32,
    lede: Markup,
    refused: Option<Refused>,
    found: Vec<Row>,
    others: Vec<Row>,
    /// Who dealt with the client and is no member: their name, and what they did.
    strangers: Vec<(Markup, Markup)>,
    unnamed: Option<Markup>,
    departments: &'static [Department],
    may_set: bool,
    may_map: bool,
    is_open: bool,
}

pub async fn show(room: Room) -> Result<Response, PageError> {
    let found = roster::found(&room.app.db, &room.opened.key.client, room.visitor.today).await?;
    let filled = as_it_stands(&room, &found);
    drawn(&room, &found, &filled, None)
}

/// Returns the form filled in: as the roster stands, or as the records propose it where there is none yet.
fn as_it_stands(room: &Room, found: &Found) -> Filled {
    let rounds = &room.case().rounds;
    if rounds.seats.is_empty() {
        return Filled::with(found.invited.members.iter().map(|guest| ("seat", guest.member.clone())));
    }
    let mut filled = Filled::with(rounds.seats.iter().map(|seat| ("seat", seat.member.clone())));
    for seat in &rounds.seats {
        filled.set(&format!("department-{}", seat.member), seat.department.word());
    }
    for change in &rounds.roster_changes {
        filled.set(&format!("reason-{}", change.member), &change.reason);
    }
    filled
}

/// Settles who takes part.
pub async fn save(mut room: Room, filled: Filled) -> Result<Response, PageError> {
    let found = roster::found(&room.app.db, &room.opened.key.client, room.visitor.today).await?;
    let seated: Vec<&str> =
        room.people.present().map(|m| m.id.as_str()).filter(|id| filled.holds("seat", id)).collect();
    let seats: Vec<Seat> =
        seated.iter().map(|id| found.invited.seat(id, department(&room, &found, &filled, id))).collect();
    let changes = found.invited.changes(&seated, |id| filled.value(&format!("reason-{id}")).to_owned());
    let lacks_reason = changes.iter().any(|change| change.reason.is_empty());
    let refused = if lacks_reason && room.may(Action::Facilitate) {
        Some(room.refused(domain::case::refusal::Field::Text, domain::case::refusal::Why::Empty))
    } else {
        room.act(&filled, Act::SetRoster { seats, changes }).await?
    };
    match refused {
        None => Ok(Redirect::to(&room.base()).into_response()),
        refused => {
            let own = format!("{}/roster", room.base());
            room.visitor.at(&own);
            drawn(&room, &found, &filled, refused)
        }
    }
}

/// Returns the function for which someone speaks: as chosen, as the files say, or else as they work in the firm.
fn department(room: &Room, found: &Found, filled: &Filled, member: &str) -> Department {
    let chosen = Department::of(filled.value(&format!("department-{member}")));
    let of_files = || found.invited.guest(member).and_then(Guest::department);
    chosen.or_else(of_files).unwrap_or_else(|| room.people.usual_department(member))
}

fn drawn(room: &Room, found: &Found, filled: &Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, case) = (room.pen(), room.case());
    let row = |member: &str, guest: Option<&Guest>| {
        let is_seated = filled.holds("seat", member);
        let reason = filled.value(&format!("reason-{member}")).to_owned();
        let lacks = refused.is_some() && reason.is_empty() && is_seated != guest.is_some();
        Row {
            member: member.to_owned(),
            name: room.name(member),
            dealt: guest.map(|guest| dealt(room, &guest.dealings)),
            is_seated,
            department: department(room, found, filled, member),
            error: lacks.then(|| pen.lang.text("roster-reason-missing")),
            reason,
            is_fixed: case.rounds.has_opinion(member),
        }
    };
    let guests = &found.invited.members;
    let others = room.people.present().filter(|member| found.invited.guest(&member.id).is_none());
    let strangers = found.invited.strangers.iter();
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let lede = [
        ("name", FluentValue::from(case.opening.client_name.clone())),
        ("n", FluentValue::from((guests.len() + found.invited.strangers.len()) as f64)),
        ("days", FluentValue::from(f64::from(ROSTER_DAYS))),
    ];
    let roster = Roster {
        base: room.base(),
        seq: case.seq,
        lede: pen.say("roster-lede", lede),
        found: guests.iter().map(|guest| row(&guest.member, Some(guest))).collect(),
        others: others.map(|member| row(&member.id, None)).collect(),
        strangers: strangers.map(|one| (pen.name(&one.person), dealt(room, std::slice::from_ref(one)))).collect(),
        unnamed: unnamed(room, found),
        departments: Department::ALL,
        may_set: room.may(Action::Facilitate),
        may_map: room.visitor.role >= crate::store::viewer::Role::Finance,
        is_open: case.rounds.revealed.is_none(),
        frame: room.frame("roster-title"),
        refused,
    };
    Ok((status, page(&roster)?).into_response())
}

/// Says what someone had to do with the client, and when last; never how much.
fn dealt(room: &Room, dealings: &[Dealing]) -> Markup {
    let pen = room.pen();
    let any = |has: fn(&Dealing) -> bool| dealings.iter().any(has);
    let kinds: [(&str, bool); 5] = [
        ("lead", any(|one| one.is_lead)),
        ("hours", any(|one| one.minutes > 0)),
        ("messages", any(|one| one.messages > 0)),
        ("invoices", any(|one| one.invoices > 0)),
        ("incidents", any(|one| one.incidents > 0)),
    ];
    let kinds = kinds.into_iter().filter(|(_, has)| *has).map(|(kind, _)| pen.t(&format!("roster-dealt-{kind}")));
    let kinds = Markup::join(kinds, &pen.lang.text("case-comma"));
    match dealings.iter().map(|one| one.last_day).max() {
        Some(last) => Markup::join([kinds, pen.say("roster-last", [("day", pen.lang.day(last).into())])], " · "),
        None => kinds,
    }
}

/// Says how much of what was done for the client names nobody.
fn unnamed(room: &Room, found: &Found) -> Option<Markup> {
    let pen = room.pen();
    let unnamed = &found.unnamed;
    let kinds = [
        ("hours", (unnamed.minutes as f64 / 60.0).round()),
        ("messages", f64::from(unnamed.messages)),
        ("invoices", f64::from(unnamed.invoices)),
        ("deliverables", f64::from(unnamed.deliverables)),
    ];
    let said = kinds.into_iter().filter(|(_, n)| *n > 0.0);
    let said: Vec<String> =
        said.map(|(kind, n)| pen.lang.say(&format!("roster-unnamed-{kind}"), [("n", n.into())])).collect();
    let joined = said.join(&pen.lang.text("case-comma"));
    (!said.is_empty()).then(|| pen.say("roster-unnamed", [("what", FluentValue::from(joined))]))
}
