//! The decision about what is always wrong: whether to act is not asked; who, how and when are (DOMAIN A6).

use super::room::{AsReader, Room, status, text};
use crate::flow::reports::With;
use crate::web::app::Shared;
use crate::web::cases::refusal::{Lacking, Refused};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use domain::case::after::needs_conditions;
use domain::case::decision::{
    Approval, Channel, Decision, DecisionSaid, Execution, Ground, Grounded, LawfulCheck, Signed,
};
use domain::case::protection::Door;
use domain::case::{Act, Action, Class, Outcome, Stage, gates, missing};

/// What may be decided here; keeping everything as it was is not among it.
const OUTCOMES: [Outcome; 8] = [
    Outcome::Repair,
    Outcome::HandOver,
    Outcome::ReduceScope,
    Outcome::EndByAgreement,
    Outcome::EndByNotice,
    Outcome::LetExpire,
    Outcome::EndForBreach,
    Outcome::ImmediateStop,
];

/// The decision that stands.
struct SignedView {
    outcome: Markup,
    says: Markup,
    reason: String,
    /// On which the client stays; empty if not.
    conditions: String,
    changes_my_mind: String,
    approvals: Vec<Markup>,
}

#[derive(Template)]
#[template(path = "reports/decision.html")]
struct DecisionPage {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    seen: u32,
    lede: Markup,
    lacking: Vec<Lacking>,
    outcomes: Vec<&'static str>,
    channels: Vec<&'static str>,
    people: Vec<(String, String)>,
    signed: Option<SignedView>,
    may_sign: bool,
    may_approve: bool,
    /// Whether the case can go on to preparing the end, and whether it can be reopened.
    may_prepare: bool,
    may_reopen: bool,
    is_alone: bool,
}

/// A report on what is always wrong, opened by someone who works on it; no other is decided here.
pub struct AlwaysWrong(Room);

impl FromRequestParts<Shared> for AlwaysWrong {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<AlwaysWrong, PageError> {
        let AsReader(room) = AsReader::from_request_parts(parts, app).await?;
        let is_here = room.opened.case.protection.door == Some(Door::Wrong);
        if is_here { Ok(AlwaysWrong(room)) } else { Err(PageError::NotFound) }
    }
}

pub async fn show(AlwaysWrong(room): AlwaysWrong) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None)
}

fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, case, by) = (room.pen(), &room.opened.case, room.by());
    let open = case.stage == Stage::Protect;
    let lacking = missing(gates(case, Stage::Decided, room.visitor.today));
    let ends = case.signed.as_ref().is_some_and(|signed| signed.decision.outcome.ends());
    let decision = DecisionPage {
        frame: room.frame(Some("report-decision")),
        here: room.path(""),
        seen: case.seq,
        lede: Markup::strong(&pen.lang.text(if open { "acting-lede" } else { "acting-lede-signed" })),
        lacking: if open {
            lacking.iter().map(|one| Lacking::of(&pen, &room.people, case, one)).collect()
        } else {
            vec![]
        },
        outcomes: OUTCOMES.iter().map(|outcome| outcome.word()).collect(),
        channels: Channel::ALL.iter().map(|channel| channel.word()).collect(),
        people: room.nameable(),
        signed: case.signed.as_ref().map(|signed| signed_view(room, &pen, signed)),
        may_sign: open && case.allows(by, Action::Decide),
        // Nobody confirms what they signed themself.
        may_approve: case.stage == Stage::Decided
            && case.allows(by, Action::SecondDecision)
            && case.signed.as_ref().is_some_and(|signed| signed.by != by),
        may_prepare: case.stage == Stage::Decided && ends && case.allows(by, Action::Work),
        may_reopen: matches!(case.stage, Stage::Decided | Stage::PreparingExit) && case.allows(by, Action::Decide),
        is_alone: case.opening.members <= 1,
        filled,
        refused,
    };
    let status =
        if decision.filled.is_good() { status(decision.refused.as_ref()) } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&decision)?).into_response())
}

fn signed_view(room: &Room, pen: &Pen, signed: &Signed) -> SignedView {
    let said = signed.said.clone();
    let execution = signed.decision.execution.as_ref();
    let args = [
        ("who", room.people.name(&signed.by).to_owned().into()),
        ("day", pen.lang.day(signed.on).into()),
        ("by", execution.map(|one| room.people.name(&one.by).to_owned()).unwrap_or_default().into()),
        ("how", execution.map(|one| pen.lang.text(&format!("how-{}", one.channel.word()))).unwrap_or_default().into()),
        ("on", execution.map(|one| pen.lang.day(one.on)).unwrap_or_default().into()),
    ];
    let approval = |(approval, who): &(Approval, String)| {
        let who = room.people.name(who).to_owned();
        pen.say("event-DecisionApproved", [("approval", approval.word().into()), ("who", who.into())])
    };
    SignedView {
        outcome: pen.t(&format!("outcome-{}", signed.decision.outcome.word())),
        says: pen.say("acting-says", args),
        reason: said.as_ref().map(|said| said.reason.clone()).unwrap_or_default(),
        conditions: said.as_ref().map(|said| said.conditions.clone()).unwrap_or_default(),
        changes_my_mind: said.map(|said| said.changes_my_mind).unwrap_or_default(),
        approvals: signed.approvals.iter().map(approval).collect(),
    }
}

pub async fn sign(AlwaysWrong(mut room): AlwaysWrong, mut filled: Filled) -> Result<Response, PageError> {
    let outcome = Outcome::of(filled.value("outcome")).filter(|outcome| OUTCOMES.contains(outcome));
    let Some(outcome) = outcome else {
        let at = room.path("decision");
        room.visitor.at(&at);
        filled.refuse("outcome", room.visitor.lang.text("field-required"));
        return drawn(&room, filled, None);
    };
    if needs_conditions(&room.opened.case, outcome) && filled.value("conditions").is_empty() {
        let at = room.path("decision");
        room.visitor.at(&at);
        filled.refuse("conditions", room.visitor.lang.text("field-required"));
        return drawn(&room, filled, None);
    }
    let ground = if room.opened.case.opening.class == Class::IllegalAct { Ground::Legal } else { Ground::Conduct };
    let (channel, on) = (Channel::of(filled.value("channel")), form::day(filled.value("on")));
    let by = filled.value("by").to_owned();
    let execution = match (channel, on) {
        (Some(channel), Some(on)) if !by.is_empty() => Some(Execution { by, channel, on }),
        _ => None,
    };
    let decision = Decision {
        outcome,
        grounds: vec![Grounded { ground, proofs: vec![] }],
        tried: vec![],
        lawful: LawfulCheck {
            protected_trait: filled.holds("unlawful", "protected_trait"),
            retaliation: filled.holds("unlawful", "retaliation"),
            lawful_complaint: filled.holds("unlawful", "lawful_complaint"),
        },
        personal_cause: filled.holds("personal", "1"),
        review_on: form::day(filled.value("review_on")).filter(|_| !outcome.ends()),
        guardrails: None,
        execution,
        legal_hold: filled.holds("legal_hold", "1"),
        priced_out: false,
    };
    let said = DecisionSaid {
        reason: filled.value("reason").to_owned(),
        conditions: filled.value("conditions").to_owned(),
        changes_my_mind: filled.value("changes_my_mind").to_owned(),
        ..DecisionSaid::default()
    };
    done(room, filled, Act::Sign { decision: Box::new(decision), said }).await
}

async fn done(mut room: Room, filled: Filled, act: Act) -> Result<Response, PageError> {
    match room.act("decision", &filled, act, With::default()).await? {
        None => Ok(room.go("decision")),
        Some(refused) => drawn(&room, filled, Some(refused)),
    }
}

pub async fn approve(AlwaysWrong(room): AlwaysWrong, filled: Filled) -> Result<Response, PageError> {
    let approval = Approval::of(filled.value("approval")).ok_or(PageError::Unreadable)?;
    let act = Act::Approve { approval, text: text(&filled, "text") };
    done(room, filled, act).await
}

/// Goes on to preparing the end.
pub async fn prepare(AlwaysWrong(room): AlwaysWrong, filled: Filled) -> Result<Response, PageError> {
    done(room, filled, Act::Enter { stage: Stage::PreparingExit }).await
}

pub async fn reopen(AlwaysWrong(room): AlwaysWrong, filled: Filled) -> Result<Response, PageError> {
    let act = Act::Reopen { text: filled.value("text").to_owned() };
    done(room, filled, act).await
}
