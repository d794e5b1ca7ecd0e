//! What one member answers, on their own telephone: one question at a time, and nothing of it shows before its round
//! opens. Nothing is kept until the last question of an opinion is sent; what was written travels with the form.

use super::{At, Room, complaints};
use crate::flow::own_parts;
use crate::web::cases::by;
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, href, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::review::{self, HIDDEN_AMONG_MIN, OpinionSaid, OwnPartSaid, Round, Stance, complaints_are_over};
use domain::case::sitting;
use domain::case::{Act, Stage};
use fluent_bundle::FluentValue;
use std::collections::HashMap;

/// What the page asks now, or why it asks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ask {
    /// What is read to all before they begin.
    Agenda,
    Stance,
    Why,
    Mind,
    Complaints,
    GoodThing,
    OwnPart,
    /// The next question is not open yet.
    Wait,
    Over,
    /// The review is not at its rounds, or no longer.
    Closed,
}

impl Ask {
    const OPINION: [Ask; 3] = [Ask::Stance, Ask::Why, Ask::Mind];
    /// Every question that a member answers, in their order.
    const ALL: [Ask; 5] = [Ask::Stance, Ask::Why, Ask::Mind, Ask::GoodThing, Ask::OwnPart];

    fn word(self) -> &'static str {
        match self {
            Ask::Agenda => "agenda",
            Ask::Stance => "stance",
            Ask::Why => "why",
            Ask::Mind => "mind",
            Ask::Complaints => "complaints",
            Ask::GoodThing => "good",
            Ask::OwnPart => "own",
            Ask::Wait => "wait",
            Ask::Over => "over",
            Ask::Closed => "closed",
        }
    }

    /// Returns what a member is asked, having asked for one thing again or for the first question.
    fn of(room: &Room, wanted: &str) -> Ask {
        let (case, me) = (room.case(), room.me());
        let open = |round| sitting::is_open(case, me, round);
        if case.stage != Stage::Review {
            return Ask::Closed;
        }
        let next = sitting::question(case, me);
        match (next, wanted) {
            (Some(Round::Opinions), "") => Ask::Agenda,
            (Some(Round::Opinions), _) => Ask::Stance,
            (_, "stance") if open(Round::Opinions) => Ask::Stance,
            (_, "good") if next == Some(Round::GoodThings) || complaints_are_over(case) => Ask::GoodThing,
            (Some(Round::OwnParts), "own") => Ask::OwnPart,
            // What troubles people is said before what is good.
            _ if open(Round::Complaints) => Ask::Complaints,
            (Some(Round::GoodThings), _) => Ask::GoodThing,
            (Some(Round::OwnParts), _) => Ask::OwnPart,
            _ if sitting::QUESTIONS.into_iter().all(|round| case.rounds.has_answered(me, round)) => Ask::Over,
            _ => Ask::Wait,
        }
    }

    /// Returns the opinion's question before or after this one.
    fn beside(self, forward: bool) -> Option<Ask> {
        let at = Ask::OPINION.into_iter().position(|ask| ask == self)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        Ask::OPINION.get(to).copied()
    }

    /// Returns what is missing in the form of a question: the field.
    fn lacks(self, filled: &Filled) -> Option<&'static str> {
        match self {
            Ask::Stance => Stance::of(filled.value("stance")).is_none().then_some("stance"),
            Ask::Why => filled.value("why").is_empty().then_some("why"),
            Ask::Mind => filled.value("mind").is_empty().then_some("mind"),
            _ => None,
        }
    }

    /// Tells whether the page moves on by itself when something happens: where nothing is being written.
    fn follows(self) -> bool {
        matches!(self, Ask::Wait | Ask::Over | Ask::Complaints)
    }
}

#[derive(Template)]
#[template(path = "reviews/answer.html")]
struct Answer {
    frame: Frame,
    base: String,
    seq: u32,
    ask: &'static str,
    follows: bool,
    lede: Markup,
    soft: Option<Markup>,
    /// Which question of how many, and that in words.
    step: Option<(u64, u64, Markup)>,
    place: Markup,
    refused: Option<Refused>,
    filled: Filled,
    stances: &'static [Stance],
    /// What this member's function is asked to think of.
    hint: Markup,
    findings: Vec<(&'static str, String)>,
    /// What they have raised so far.
    own_complaints: Vec<String>,
    /// The question to which they may go on from the complaints.
    next: Option<&'static str>,
    /// Whether they are so few that a wording may show who speaks.
    few: bool,
    /// Whether this is another answer beside an earlier one.
    again: bool,
}

/// Shows the question that is open to the visitor.
pub async fn show(room: Room, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    if room.case().rounds.seat(room.me()).is_none() {
        return Ok(Redirect::to(&room.base()).into_response());
    }
    let ask = Ask::of(&room, query.get("ask").map_or("", String::as_str));
    drawn(room, ask, Filled::default(), None, StatusCode::OK)
}

/// An address that takes an answer only leads back to the question.
pub async fn back(Path((client, case)): At) -> Redirect {
    Redirect::to(&(href::case(href::decoded(&client), &case) + "/review/answer"))
}

/// Takes one question of an opinion; with the last one it is sent.
pub async fn opinion(mut room: Room, mut filled: Filled) -> Result<Response, PageError> {
    let step = Ask::OPINION.into_iter().find(|ask| ask.word() == filled.value("step")).unwrap_or(Ask::Stance);
    if filled.value("do") == "back" {
        let before = step.beside(false).unwrap_or(Ask::Stance);
        return drawn(room, before, filled, None, StatusCode::OK);
    }
    // What an earlier question asks may be missing, too: a form can be sent from anywhere.
    if let Some((ask, field)) =
        Ask::OPINION.into_iter().take_while(|ask| *ask <= step).find_map(|ask| Some((ask, ask.lacks(&filled)?)))
    {
        filled.refuse(field, room.visitor.lang.text(&format!("answer-{field}-missing")));
        return drawn(room, ask, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if let Some(next) = step.beside(true) {
        return drawn(room, next, filled, None, StatusCode::OK);
    }
    let Some(department) = room.case().rounds.seat(room.me()).map(|seat| seat.department) else {
        return Ok(Redirect::to(&room.base()).into_response());
    };
    let said = OpinionSaid {
        stance: Stance::of(filled.value("stance")).unwrap_or(Stance::Unknown),
        why: filled.value("why").to_owned(),
        changes_my_mind: filled.value("mind").to_owned(),
    };
    let refused = room.act(&filled, Act::SubmitOpinion { department, said }).await?;
    room.answered(refused, filled, Ask::Mind)
}

/// Takes one good thing, or that there is none.
pub async fn good_thing(mut room: Room, mut filled: Filled) -> Result<Response, PageError> {
    let text = filled.value("good").to_owned();
    let declined = filled.value("do") == "none";
    if text.is_empty() && !declined {
        filled.refuse("good", room.visitor.lang.text("answer-good-missing"));
        return drawn(room, Ask::GoodThing, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let refused = room.act(&filled, Act::NameGoodThing { text: (!declined).then_some(text) }).await?;
    room.answered(refused, filled, Ask::GoodThing)
}

/// Takes what was said of our own part, without the name of who says it.
pub async fn own_part(mut room: Room, mut filled: Filled) -> Result<Response, PageError> {
    let text = filled.value("own").to_owned();
    let aloud = filled.value("do") == "none";
    if text.is_empty() && !aloud {
        filled.refuse("own", room.visitor.lang.text("answer-own-missing"));
        return drawn(room, Ask::OwnPart, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let said = (!aloud).then(|| OwnPartSaid { text, only_better: filled.value("kind") == "better" });
    let done =
        own_parts::answer(room.app.place(), &room.opened.key, &by(&room.app, &room.visitor, None), said.as_ref()).await;
    let refused = room.after(done)?;
    room.answered(refused, filled, Ask::OwnPart)
}

impl Room {
    /// Goes on to the next question, or shows the one that was not taken with why.
    fn answered(self, refused: Option<Refused>, filled: Filled, ask: Ask) -> Result<Response, PageError> {
        // One sitting goes on from the good thing to our own part, whatever else is open.
        let next = if ask == Ask::GoodThing { "?ask=own" } else { "" };
        match refused {
            None => Ok(Redirect::to(&format!("{}/answer{next}", self.base())).into_response()),
            Some(_) => drawn(self, ask, filled, refused, StatusCode::UNPROCESSABLE_ENTITY),
        }
    }

    /// Asks for another complaint, or shows why one was not taken.
    pub fn complained(self, refused: Option<Refused>, filled: Filled) -> Result<Response, PageError> {
        match refused {
            None => Ok(Redirect::to(&format!("{}/answer?ask=complaints", self.base())).into_response()),
            Some(_) => drawn(self, Ask::Complaints, filled, refused, StatusCode::UNPROCESSABLE_ENTITY),
        }
    }
}

fn drawn(
    mut room: Room,
    ask: Ask,
    filled: Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let base = room.base();
    room.visitor.at(&format!("{base}/answer"));
    let (pen, case, me) = (room.pen(), room.case(), room.me());
    let word = ask.word();
    let mut frame = room.frame("answer-title");
    frame.class = "phonepage";
    frame.crumbs = vec![];
    frame.foot = pen.lang.text(&format!("answer-foot-{word}"));
    let client = || ("client", FluentValue::from(case.opening.client_name.clone()));
    let department = case.rounds.seat(me).map_or("", |seat| seat.department.word());
    let function = ("department", FluentValue::from(pen.lang.text(&format!("department-{department}"))));
    let soft = format!("answer-soft-{word}");
    let awaited = case.rounds.awaited(review::round(case)).len();
    let soft = pen.lang.has(&soft).then(|| pen.say(&soft, [function, ("n", FluentValue::from(awaited as f64))]));
    let step = Ask::ALL.into_iter().position(|one| one == ask).map(|at| (at as u64 + 1, Ask::ALL.len() as u64));
    let counted = |(n, of): (u64, u64)| {
        let args = [("n", FluentValue::from(n as f64)), ("of", FluentValue::from(of as f64))];
        (n, of, pen.say("answer-step", args))
    };
    let mine = case.rounds.complaints.iter().filter(|complaint| complaint.by == me);
    let answer = Answer {
        lede: pen.say(&format!("answer-{word}"), [client()]),
        soft,
        step: step.map(counted),
        place: pen.say("answer-place", [client()]),
        seq: case.seq,
        ask: word,
        follows: ask.follows() && refused.is_none(),
        stances: Stance::ALL,
        hint: pen.t(&format!("answer-hint-{department}")),
        findings: complaints::findings(&room),
        own_complaints: mine.filter_map(|complaint| complaint.said.clone()).collect(),
        next: sitting::question(case, me).map(|round| if round == Round::OwnParts { "own" } else { "good" }),
        few: case.rounds.asked().count() < HIDDEN_AMONG_MIN,
        again: case.rounds.has_answered(me, if ask == Ask::GoodThing { Round::GoodThings } else { Round::Opinions }),
        frame,
        base,
        refused,
        filled,
    };
    Ok((status, page(&answer)?).into_response())
}
