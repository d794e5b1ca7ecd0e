//! What both sides owe until the end of a client: the ledger, the dated plan with its calendar, the inventories of accesses and
//! of the client's data, and the schedule of rights.

pub mod alerts;
pub mod calendar;
mod inventories;
mod ledger;
mod plan;
pub mod words;
mod works;

use super::app::Shared;
use super::cases::crumbs;
use super::cases::scene::Scene;
use super::export::{Format, Table};
use super::markup::Pen;
use super::{Crumb, Frame, PageError, Visitor};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::case::parting::duties::Duties;
use domain::case::{Case, Class};
use domain::days::Day;
use domain::days::working::Working;
use domain::separation::obligation::Side;
use domain::separation::timeline::{Given, Plan, schedule};
use std::collections::BTreeMap;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/part/obligations", get(ledger::show).post(ledger::take))
        .route("/clients/{client}/cases/{case}/part/obligations.csv", get(ledger::file))
        .route("/clients/{client}/cases/{case}/part/obligations.xlsx", get(ledger::file))
        .route("/clients/{client}/cases/{case}/part/plan", get(plan::show))
        .route("/clients/{client}/cases/{case}/part/plan.csv", get(plan::file))
        .route("/clients/{client}/cases/{case}/part/plan.xlsx", get(plan::file))
        .route("/clients/{client}/cases/{case}/part/plan.ics", get(calendar::file))
        .route("/clients/{client}/cases/{case}/part/access", get(inventories::access))
        .route("/clients/{client}/cases/{case}/part/access.csv", get(inventories::access_file))
        .route("/clients/{client}/cases/{case}/part/access.xlsx", get(inventories::access_file))
        .route("/clients/{client}/cases/{case}/part/holdings", get(inventories::holdings))
        .route("/clients/{client}/cases/{case}/part/holdings.csv", get(inventories::holdings_file))
        .route("/clients/{client}/cases/{case}/part/holdings.xlsx", get(inventories::holdings_file))
        .route("/clients/{client}/cases/{case}/part/works", get(works::show))
        .route("/clients/{client}/cases/{case}/part/works.csv", get(works::file))
        .route("/clients/{client}/cases/{case}/part/works.xlsx", get(works::file))
}

/// Something of ours and something of theirs that face each other on a day.
pub type Facing<T> = (Day, Option<T>, Option<T>);

/// Lays what is owed out by days; on each day ours and theirs face each other, one after the other.
pub fn facing<T>(owed: impl IntoIterator<Item = (Day, Side, T)>) -> Vec<Facing<T>> {
    let mut days: BTreeMap<Day, [Vec<T>; 2]> = BTreeMap::new();
    for (day, side, one) in owed {
        days.entry(day).or_default()[usize::from(side == Side::Theirs)].push(one);
    }
    let mut rows = vec![];
    for (day, [ours, theirs]) in days {
        let (mut ours, mut theirs) = (ours.into_iter(), theirs.into_iter());
        while ours.len() + theirs.len() > 0 {
            rows.push((day, ours.next(), theirs.next()));
        }
    }
    rows
}

/// A client and one of its cases, as an address names them.
type At = Path<(String, String)>;

/// A parting before a visitor who takes part in it.
pub struct Desk<'a> {
    pub scene: Scene<'a>,
    /// The firm's working days, if it has said where it is.
    pub working: Option<Working>,
}

impl<'a> Desk<'a> {
    /// Loads a case that is being parted from, or was.
    pub async fn of(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Desk<'a>, PageError> {
        let scene = Scene::of_parting(app, visitor, client, case).await?;
        let firm = &visitor.firm;
        let working = firm.working();
        Ok(Desk { scene, working })
    }

    pub fn pen(&self) -> &Pen<'a> {
        &self.scene.pen
    }

    pub fn case(&self) -> &Case {
        self.scene.case()
    }

    pub fn duties(&self) -> &Duties {
        &self.case().parting.duties
    }

    pub fn is_critical(&self) -> bool {
        self.case().opening.class != Class::Normal
    }

    /// Returns the plan for some days of an end.
    pub fn laid(&self, given: &Given) -> Option<Plan> {
        Some(schedule(given, self.working.as_ref()?))
    }

    /// Returns the plan as the end stands.
    pub fn plan(&self) -> Option<Plan> {
        self.laid(&self.case().parting.given()?)
    }

    /// Returns the key of what a page needs first, where there is no plan: where the firm is, or when it ends.
    pub fn lacks(&self) -> &'static str {
        if self.working.is_none() { "duties-needs-place" } else { "duties-needs-end" }
    }

    /// Answers with a list of the parting as a file.
    pub async fn answer(&self, name: &str, table: Table, format: Format) -> Result<Response, PageError> {
        self.scene.answer(name, table, format).await
    }

    /// Returns the frame of a page below the case.
    pub fn frame(&self, title: &str) -> Frame {
        let visitor = self.scene.visitor;
        let mut crumbs = crumbs(visitor, &self.scene.opened, Some(visitor.lang.text("go-part")));
        if let Some(part) = crumbs.last_mut() {
            part.href = Some(self.scene.href("part"));
        }
        let title = visitor.lang.text(title);
        crumbs.push(Crumb { text: title.clone(), href: None });
        visitor.frame(title, Some(self.scene.verb()), crumbs)
    }
}
