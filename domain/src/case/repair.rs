//! Repair: a plan, a meeting, the client's view, the plan again, a trial that the records judge (DOMAIN A46–A51, B23–B25).

use super::trial;
use super::word::words;
use crate::days::Day;
use serde::{Deserialize, Serialize};

words! {
    /// What a plan may change.
    Remedy {
        ChangeStaff = "change_staff",
        ReviseTerms = "revise_terms",
        ResetExpectations = "reset_expectations",
        PaymentPlan = "payment_plan",
        BoundaryLetter = "boundary_letter",
    }
}

/// A version of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub version: u32,
    pub points: Vec<Point>,
    pub instalments: Vec<trial::Instalment>,
    pub review_on: Day,
}

/// One point of a plan; its words stand in `PlanSaid` under the same number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub id: u32,
    pub remedy: Remedy,
    /// Whose it is to keep: ours or theirs.
    pub ours: bool,
    pub owner: String,
    pub due_on: Day,
    /// Whether those whom it moves agreed; asked where staff change, and never used against who complained.
    pub consent: bool,
}

/// What a plan says, point by point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSaid {
    pub points: Vec<(u32, String)>,
}

/// How we answer one point of the client's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAnswer {
    /// The number of the client's point, in the order in which they were recorded.
    pub point: u32,
    pub accepted: bool,
}

/// A trial: what is read from the records between two days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    pub begins_on: Day,
    pub ends_on: Day,
    pub measures: Vec<trial::Measure>,
}

/// What a measure read.
pub type TrialReading = trial::Reading;

/// The shortest and the longest trial, in days (DOMAIN 5.3).
pub const TRIAL_DAYS: std::ops::RangeInclusive<i32> = 30..=90;

/// How far a repair has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repair {
    /// Every version, the first first.
    pub plans: Vec<(Plan, Option<PlanSaid>)>,
    /// Whether the client was met since the first plan.
    pub met_on: Option<Day>,
    pub client_view: Option<(Day, Option<String>)>,
    pub answers: Vec<(PlanAnswer, Option<String>)>,
    /// Whether the client acknowledged the plan, or refused to.
    pub acknowledged: Option<bool>,
    pub boundary_letter_on: Option<Day>,
    pub trial: Option<Trial>,
    /// How the trial ended.
    pub ended: Option<Ended>,
}

/// The end of a trial: what was read, and what people made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    pub succeeded: bool,
    pub readings: Vec<TrialReading>,
    pub said: Option<String>,
}

/// What became of a point between two versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Added(Point),
    Dropped(Point),
    Changed { from: Point, to: Point },
    Kept(Point),
}

/// Compares two versions of a plan, point by point; a point whose words changed is changed, too.
pub fn diff(from: &(Plan, Option<PlanSaid>), to: &(Plan, Option<PlanSaid>)) -> Vec<Change> {
    let words = |side: &(Plan, Option<PlanSaid>), id: u32| {
        side.1.as_ref().and_then(|said| said.points.iter().find(|(of, _)| *of == id).map(|(_, text)| text.clone()))
    };
    let mut changes: Vec<Change> =
        to.0.points
            .iter()
            .map(|point| match from.0.points.iter().find(|before| before.id == point.id) {
                None => Change::Added(point.clone()),
                Some(before) if before == point && words(from, point.id) == words(to, point.id) => {
                    Change::Kept(point.clone())
                }
                Some(before) => Change::Changed { from: before.clone(), to: point.clone() },
            })
            .collect();
    let dropped = from.0.points.iter().filter(|before| to.0.points.iter().all(|point| point.id != before.id));
    changes.extend(dropped.cloned().map(Change::Dropped));
    changes
}
