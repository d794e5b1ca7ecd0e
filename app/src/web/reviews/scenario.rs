//! Which kept run of the cost of ending the review rests on. The figures are copied into the case, so that they stay what
//! they were when it was decided.

use super::Room;
use crate::flow::exit::cited;
use crate::store::exit_runs::{self, Kept};
use crate::web::cases::ask::{Fields, Question};
use crate::web::cases::refusal::Refused;
use crate::web::exit::is_old;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{PageError, href, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::{Act, Action};
use domain::exit::Scenario;

/// So many of the latest runs are offered.
const OFFERED: i64 = 6;

/// Asks; a run of the address stands chosen.
pub async fn show(room: Room, Query(query): Query<Vec<(String, String)>>) -> Result<Response, PageError> {
    let filled = Filled::with(query.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let refused = (!room.may(Action::WorkFigures))
        .then(|| Refused::not_yours(&room.pen(), &room.people, room.case(), Action::WorkFigures));
    drawn(&room, &filled, refused, StatusCode::OK).await
}

/// Ties a run to the case.
pub async fn cite(mut room: Room, mut filled: Filled) -> Result<Response, PageError> {
    let own = format!("{}/scenario", room.base());
    room.visitor.at(&own);
    let kept = exit_runs::of_client(&room.app.db, &room.opened.key.client, filled.value("run")).await?;
    let Some(kept) = kept.filter(|_| room.may(Action::WorkFigures)) else {
        filled.refuse("run", room.visitor.lang.text("case-choose-one"));
        return drawn(&room, &filled, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let scenario = cited(kept.id, &kept.figures);
    match room.act(&filled, Act::CiteScenario { scenario }).await? {
        None => Ok(Redirect::to(&format!("{}#ending", room.base())).into_response()),
        refused => drawn(&room, &filled, refused, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn drawn(
    room: &Room,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = room.pen();
    let client = &room.opened.key.client;
    let may = room.may(Action::WorkFigures);
    let runs = if may { exit_runs::latest(&room.app.db, client, OFFERED).await? } else { vec![] };
    let none = (may && runs.is_empty()).then(|| Markup::made(format!("<p>{}</p>", pen.t("scenario-none"))));
    let offered: Vec<(String, Markup)> = runs.iter().map(|run| (run.id.clone(), name(room, run))).collect();
    let mut filled = filled.clone();
    if let Some(cited) = &room.case().scenario {
        filled.offer("run", &cited.run);
    }
    let fields = Fields::of(&pen, &filled).one("run", "scenario-run", offered).explained(|id| {
        let run = runs.iter().find(|run| run.id == id);
        let outlook = run.and_then(|run| run.figures.of(Scenario::EndNow));
        outlook.map_or_else(Markup::default, |outlook| Markup::strong(&pen.lang.below_zero(outlook)))
    });
    let back = if runs.is_empty() && room.visitor.viewer.sees_costs() {
        (href::exit(client, []), pen.t("scenario-to-exit"))
    } else {
        (room.base(), pen.t("answer-to-review"))
    };
    let question = Question {
        frame: room.frame("scenario-title"),
        name: pen.name(&room.case().opening.client_name),
        step: pen.t("review-step-ending"),
        asks: pen.t("scenario-asks"),
        note: pen.t("scenario-note"),
        refused,
        known: none.into_iter().collect(),
        hidden: vec![("seen".to_owned(), room.case().seq.to_string())],
        action: format!("{}/scenario", room.base()),
        button: (!runs.is_empty()).then(|| pen.t("scenario-do")),
        fields: if runs.is_empty() { vec![] } else { fields.all() },
        back,
    };
    Ok((status, page(&question)?).into_response())
}

/// Says when a run was kept and by whom, and whether its figures have aged.
fn name(room: &Room, run: &Kept) -> Markup {
    let pen = room.pen();
    let day = pen.day(room.visitor.when(&run.kept_at).day);
    let old = is_old(run.on, room.visitor.today)
        .then(|| Markup::made(format!("<span class=\"tag\">{}</span>", pen.t("exit-old"))));
    Markup::join([Some(day), run.by.as_deref().map(|by| pen.name(by)), old].into_iter().flatten(), " · ")
}
