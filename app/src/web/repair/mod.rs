//! The repair of a client's case (DOMAIN A46–A51, B23–B25): the plan, the meeting about it, what the client says, the
//! plan again, and a trial that the records judge. Each question has a page of its own.

mod agreed;
mod changes;
mod heard;
mod meeting;
mod plan;
mod point;
mod readings;
mod show;
mod stand;
mod step;
mod trial;

pub use stand::{door, gates as gates_of};

use super::app::Shared;
use super::cases::crumbs;
use super::cases::refusal::Refused;
use super::cases::scene::Scene;
use super::markup::{Markup, Pen};
use super::{Crumb, Frame, PageError, Verb, Visitor, href};
use crate::store::{history, policies, records};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::case::repair::{Plan, Repair, Version};
use domain::case::trial::{Measure, Reading, read};
use domain::case::{Class, Refusal, Stage};
use domain::record::{History, Payment};
use domain::sign::Policy;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/repair", get(show::show))
        .route("/clients/{client}/cases/{case}/repair/plan", get(plan::show).post(plan::save))
        .route("/clients/{client}/cases/{case}/repair/points.csv", get(show::file))
        .route("/clients/{client}/cases/{case}/repair/points.xlsx", get(show::file))
        .route("/clients/{client}/cases/{case}/repair/changes", get(changes::show))
        .route("/clients/{client}/cases/{case}/repair/{step}", get(step::ask).post(step::answer))
}

/// A client and one of its cases, as an address names them.
type At = Path<(String, String)>;

/// A repair before a visitor who takes part in its case, with the client's records as they are known today.
pub struct Desk<'a> {
    pub scene: Scene<'a>,
    pub history: History,
    pub policy: Policy,
    /// Whether payments of any client are known.
    knows_payments: bool,
}

impl<'a> Desk<'a> {
    /// Loads the repair of a case; a case on the protected road has none, and one that never came to a repair leads back
    /// to its own page.
    pub async fn of(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Desk<'a>, PageError> {
        let scene = Scene::of(app, visitor, client, case).await?;
        let standing = scene.case();
        if standing.opening.class != Class::Normal {
            return Err(PageError::NotFound);
        }
        if standing.stage != Stage::Repair && standing.repair.plans.is_empty() {
            return Err(PageError::Elsewhere(scene.href("")));
        }
        let history = history::of_client(&app.db, &scene.opened.key.client).await?;
        let mut history = history.ok_or(PageError::NotFound)?;
        history.keep_known_on(visitor.today);
        let policy = match policies::numbered(&app.db, standing.opening.policy).await? {
            Some(pinned) => pinned.policy,
            None => policies::current(&app.db).await?,
        };
        Ok(Desk { scene, history, policy, knows_payments: records::are_any(&app.db, &Payment::KIND).await? })
    }

    pub fn pen(&self) -> &Pen<'a> {
        &self.scene.pen
    }

    pub fn repair(&self) -> &Repair {
        &self.scene.case().repair
    }

    /// Returns the version of the plan that holds.
    pub fn version(&self) -> Option<&Version> {
        self.repair().plans.last()
    }

    pub fn plan(&self) -> Option<&Plan> {
        self.version().map(|(plan, _)| plan)
    }

    /// Tells whether plan, meeting and trial are still being worked on.
    pub fn is_open(&self) -> bool {
        self.scene.case().stage == Stage::Repair
    }

    /// Returns the address of the repair, or of a page below it.
    pub fn href(&self, below: &str) -> String {
        let below = if below.is_empty() { "repair".to_owned() } else { format!("repair/{below}") };
        self.scene.href(&below)
    }

    /// Returns who keeps a point: a member's name, or the name that was written.
    pub fn owner(&self, owner: &str) -> Markup {
        self.pen().name(self.scene.people.name(owner))
    }

    /// Returns the words of a person in the case, or that they were erased.
    pub fn words(&self, said: Option<&str>) -> Markup {
        let quoted = |text: &str| {
            let lines = text.lines().map(|line| Markup::made(format!("<p dir=\"auto\">{}</p>", Markup::text(line))));
            Markup::made(format!("<div class=\"quote\">{}</div>", Markup::join(lines, "")))
        };
        said.map_or_else(|| self.pen().t("words-erased"), quoted)
    }

    /// Reads measures in the trial as it stands, up to today.
    pub fn readings(&self) -> Vec<Reading> {
        let (Some(trial), Some(span)) = (&self.repair().trial, self.repair().span()) else { return vec![] };
        self.read(&trial.measures, &span)
    }

    /// Reads measures in a span of days, up to today.
    pub fn read(&self, measures: &[Measure], span: &domain::case::trial::Span) -> Vec<Reading> {
        let visitor = self.scene.visitor;
        read(measures, span, &self.history, &visitor.firm, &self.policy, self.knows_payments, visitor.today)
    }

    /// Says in words why a rule refuses something, with the page where what is missing is brought.
    pub fn refused(&self, refusal: &Refusal) -> Refused {
        let refused = Refused::by_rule(self.pen(), &self.scene.people, self.scene.case(), refusal);
        match refusal {
            Refusal::Missing(_) => Refused { door: door(&self.scene), ..refused },
            _ => refused,
        }
    }

    /// Returns the frame of a page; `here` names a page below the repair's own.
    pub fn frame(&self, here: &str) -> Frame {
        let visitor = self.scene.visitor;
        let title = visitor.lang.text(here);
        let mut crumbs = crumbs(visitor, &self.scene.opened, Some(visitor.lang.text("repair-title")));
        if here != "repair-title" {
            if let Some(repair) = crumbs.last_mut() {
                repair.href = Some(self.href(""));
            }
            crumbs.push(Crumb { text: title.clone(), href: None });
        }
        visitor.frame(title, Some(Verb::Decide), crumbs)
    }

    /// Returns links to records of the client, as far as the visitor may see them, and how many are not shown.
    pub fn rows(&self, facts: &domain::case::Cited) -> (Vec<Markup>, Option<Markup>) {
        const ROWS: usize = 12;
        // What someone else worked is not shown to every member.
        let sees = |kind: &str| kind != "time" || self.scene.visitor.viewer.sees_costs();
        let seen = facts.rows.iter().filter(|row| sees(&row.kind)).take(ROWS);
        let client = &self.scene.opened.key.client;
        let rows: Vec<Markup> = seen
            .map(|row| self.pen().link(&href::record(client, &row.kind, &row.id), &self.pen().id(&row.id)))
            .collect();
        let more = u64::from(facts.total).saturating_sub(rows.len() as u64);
        let more = (more > 0 && !rows.is_empty()).then(|| self.pen().about("worth-more-rows", more));
        (rows, more)
    }
}
