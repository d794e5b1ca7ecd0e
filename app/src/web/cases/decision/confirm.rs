//! The decision as it stands, and how it is confirmed: by a second person, by a reader, or after a day's rest.

use crate::web::app::Shared;
use crate::web::cases::gates::{self, GateView};
use crate::web::cases::people::People;
use crate::web::cases::record::Record;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::stand;
use crate::web::cases::words::word;
use crate::web::cases::{Attempt, attempt, crumbs, seen};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Person, Verb, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::decision::Approval;
use domain::case::{Act, Action, Item, gates as gates_of, limits};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/decided.html")]
struct Decided {
    frame: Frame,
    name: Markup,
    lede: Markup,
    note: Markup,
    refused: Option<Refused>,
    record: Record,
    gates: Vec<GateView>,
    confirm: Option<Confirm>,
    enter: Option<(&'static str, Markup)>,
    dissent: Option<String>,
    minutes: String,
    seq: u32,
    case: String,
    here: String,
}

/// A confirmation that this visitor can give.
pub struct Confirm {
    pub approval: &'static str,
    pub asks: Markup,
    pub note: Markup,
    pub button: Markup,
    pub error: Option<String>,
}

impl Confirm {
    /// Returns the confirmation that is missing and that a member may give.
    pub fn of(scene: &Scene, filled: &Filled) -> Option<Confirm> {
        let (case, pen, member) = (scene.case(), &scene.pen, &scene.visitor.member);
        let signed = case.signed.as_ref()?;
        let to = limits::next(case)?;
        let lacks =
            |item: Item| gates_of(case, to, scene.visitor.today).iter().any(|gate| gate.item == item && !gate.met);
        let second = signed.by != *member && scene.may(Action::SecondDecision);
        let approval = if second && lacks(Item::Reading) {
            Approval::Read
        } else if second && lacks(Item::SecondApproval) {
            Approval::Second
        } else if scene.may(Action::Decide) && lacks(Item::CoolingOff) {
            Approval::CooledOff
        } else {
            return None;
        };
        let key = |part: &str| format!("confirm-{}-{part}", approval.word());
        Some(Confirm {
            approval: approval.word(),
            asks: pen.t(&key("asks")),
            note: pen.t(&key("note")),
            button: pen.t(&key("do")),
            error: filled.error("sure").cloned(),
        })
    }
}

pub fn drawn(
    scene: &Scene,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (case, pen) = (scene.case(), &scene.pen);
    let signed = case.signed.as_ref().ok_or(PageError::NotFound)?;
    let title = pen.lang.text("decision-title");
    let args = [
        ("name", FluentValue::from(scene.name())),
        ("outcome", word(pen, "outcome-{}", signed.decision.outcome.word())),
    ];
    let by = [
        ("who", FluentValue::from(scene.people.name(&signed.by).to_owned())),
        ("day", FluentValue::from(pen.lang.day(signed.on))),
    ];
    let to = limits::next(case);
    let gates = to.map(|to| gates::views(scene, to)).unwrap_or_default();
    let enter = stand::enters(case).filter(|_| stand::first_missing(scene).is_none() && scene.may(Action::Work));
    let decided = Decided {
        frame: scene.visitor.frame(
            title.clone(),
            Some(Verb::Decide),
            crumbs(scene.visitor, &scene.opened, Some(title)),
        ),
        name: pen.name(scene.name()),
        lede: Markup::strong(&pen.lang.say("decided-lede", args)),
        note: pen.say("decided-note", by),
        refused,
        record: Record::of(scene, &signed.decision, signed.said.as_ref()),
        gates,
        confirm: Confirm::of(scene, filled),
        enter: enter
            .map(|stage| (stage.word(), pen.say("case-enter", [("stage", word(pen, "case-stage-{}", stage.word()))]))),
        dissent: case.rounds.asks(&scene.visitor.member).then(|| scene.href("dissent")),
        minutes: scene.href("minutes"),
        seq: case.seq,
        case: scene.href(""),
        here: scene.href("decision/approval"),
    };
    Ok((status, page(&decided)?).into_response())
}

/// Confirms the decision. An adviser from outside comes by the page made for reading.
pub async fn approve(
    State(app): State<Shared>,
    Person(mut visitor): Person,
    Path((client, case)): Path<(String, String)>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let own = href::case(href::decoded(&client), &case);
    let here = format!("{own}/{}", if visitor.is_adviser() { "decision/reading" } else { "decision" });
    visitor.at(&here);
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let again = |filled: &Filled, refused: Option<Refused>| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        if visitor.is_adviser() {
            super::reading::drawn(&scene, filled, refused, status)
        } else {
            drawn(&scene, filled, refused, status)
        }
    };
    let approval = Approval::of(filled.value("approval")).ok_or(PageError::Unreadable)?;
    if !filled.holds("sure", "1") {
        filled.refuse("sure", visitor.lang.text("confirm-not-sure"));
        return again(&filled, None);
    }
    let text = Some(filled.value("text").to_owned()).filter(|text| !text.is_empty());
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::Approve { approval, text }).await? {
        Attempt::Done(_) => Ok(Redirect::to(&here).into_response()),
        Attempt::Refused(refused) => again(&filled, Some(*refused)),
    }
}

/// Returns who confirmed the decision, and how.
pub fn confirmed(scene: &Scene, people: &People) -> Vec<Markup> {
    let approvals = scene.case().signed.iter().flat_map(|signed| &signed.approvals);
    let says = |(approval, by): &(Approval, String)| {
        let who = [("who", FluentValue::from(people.name(by).to_owned()))];
        scene.pen.say(&format!("confirmed-{}", approval.word()), who)
    };
    approvals.map(says).collect()
}
