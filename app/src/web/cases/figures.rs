//! The client's money as the case found it, for those who may see it; and taking the figures anew when they have aged.

use super::scene::Scene;
use super::words::shown;
use super::{Attempt, attempt};
use crate::flow::openings;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Act;
use domain::case::snapshot::{Figure, Snapshot};
use domain::money::Money;

/// Returns the figures, each with what it says or what it lacks.
pub fn rows(pen: &Pen, snapshot: &Snapshot) -> Facts {
    let mut facts = Facts::default();
    for figure in Figure::ALL.iter().copied() {
        let gap = snapshot.gaps.iter().find(|gap| gap.figure == figure);
        let value = match gap {
            Some(gap) => Markup::made(format!(
                "<span class=\"faint\">{} {}</span>",
                pen.t("figure-lacks"),
                Markup::text(&pen.lang.need(gap.needs))
            )),
            None => said(pen, snapshot, figure),
        };
        facts.add(shown(pen, "figure-of-{}", figure.word()), value);
    }
    facts
}

fn said(pen: &Pen, snapshot: &Snapshot, figure: Figure) -> Markup {
    let money = |value: Option<f64>| match (value, snapshot.currency) {
        (Some(value), Some(currency)) => pen.money(Money { minor: currency.minor(value.round()), currency }),
        _ => pen.t("figure-unknown"),
    };
    let share = |value: Option<f64>| value.map_or_else(|| pen.t("figure-unknown"), |share| pen.percent(share));
    match figure {
        Figure::Revenue => money(snapshot.revenue),
        Figure::Share => share(snapshot.share),
        Figure::Receivable => money(snapshot.receivable),
        Figure::Overdue => money(snapshot.overdue),
        Figure::Unbilled => money(snapshot.unbilled),
        Figure::Contribution => money(snapshot.contribution),
        Figure::HourlyRate => money(snapshot.hourly_rate),
        Figure::Quality => share(snapshot.quality),
    }
}

/// Takes the figures anew.
pub async fn renew(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    _filled: Filled,
) -> Result<Response, PageError> {
    let own = crate::web::href::case(crate::web::href::decoded(&client), &case);
    visitor.at(&own);
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let key = &scene.opened.key.client;
    let snapshot = openings::snapshot(&app.db, key, visitor.today).await?;
    let snapshot = Box::new(snapshot.ok_or(PageError::NotFound)?);
    match attempt(&app, &visitor, &scene.opened, None, Act::RenewFigures { snapshot }).await? {
        Attempt::Done(_) => Ok(Redirect::to(&format!("{own}#figures")).into_response()),
        Attempt::Refused(refused) => super::show::drawn(&app, &scene, Some(*refused)).await,
    }
}
