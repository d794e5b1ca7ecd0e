//! Repair: a plan, a meeting, the client's view, the plan again, a trial that the records judge (DOMAIN A46–A51, B23–B25).

use super::event::TalkSaid;
use super::trial;
use crate::days::Day;
use crate::word::words;
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
    /// The invoices that the instalments pay off.
    #[serde(default)]
    pub invoices: Vec<String>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSaid {
    pub points: Vec<(u32, String)>,
    /// By what each point shows that it is kept.
    #[serde(default)]
    pub measures: Vec<(u32, String)>,
}

/// A version of the plan with its words; they are absent where they were erased.
pub type Version = (Plan, Option<PlanSaid>);

impl PlanSaid {
    /// Returns the words of a point, and by what it shows that it is kept.
    pub fn of(&self, id: u32) -> [Option<&str>; 2] {
        [&self.points, &self.measures].map(|said| {
            let found = said.iter().find(|(of, _)| *of == id);
            found.map(|(_, text)| text.as_str()).filter(|text| !text.is_empty())
        })
    }
}

impl Plan {
    /// Tells whether the plan holds a remedy.
    pub fn has(&self, remedy: Remedy) -> bool {
        self.points.iter().any(|point| point.remedy == remedy)
    }
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
    pub plans: Vec<Version>,
    /// Whether the client was met since the first plan, and what was kept of it.
    pub met_on: Option<Day>,
    pub meeting: Option<TalkSaid>,
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
pub fn diff(from: &Version, to: &Version) -> Vec<Change> {
    let became = |point: &Point| match from.0.points.iter().find(|before| before.id == point.id) {
        None => Change::Added(point.clone()),
        Some(before) if before == point && differs(from, to, point.id).is_empty() => Change::Kept(point.clone()),
        Some(before) => Change::Changed { from: before.clone(), to: point.clone() },
    };
    let mut changes: Vec<Change> = to.0.points.iter().map(became).collect();
    let dropped = from.0.points.iter().filter(|before| to.0.points.iter().all(|point| point.id != before.id));
    changes.extend(dropped.cloned().map(Change::Dropped));
    changes
}

words! {
    /// A part of a point that can differ between two versions.
    Part {
        Words = "words",
        Measure = "measure",
        Remedy = "remedy",
        Side = "side",
        Owner = "owner",
        Due = "due",
    }
}

/// Returns what differs in a point that stands in both versions.
pub fn differs(from: &Version, to: &Version, id: u32) -> Vec<Part> {
    let point = |version: &Version| version.0.points.iter().find(|point| point.id == id).cloned();
    let (Some(before), Some(after)) = (point(from), point(to)) else { return vec![] };
    let said =
        |version: &Version, place: usize| version.1.as_ref().and_then(|said| said.of(id)[place].map(str::to_owned));
    let differs = |part: &Part| match part {
        Part::Words => said(from, 0) != said(to, 0),
        Part::Measure => said(from, 1) != said(to, 1),
        Part::Remedy => before.remedy != after.remedy,
        Part::Side => before.ours != after.ours,
        Part::Owner => before.owner != after.owner,
        Part::Due => before.due_on != after.due_on,
    };
    Part::ALL.iter().copied().filter(differs).collect()
}

/// Returns the points of what the client said: each line is one, and they are numbered from one.
pub fn points_of(view: &str) -> Vec<&str> {
    view.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

impl Repair {
    /// Returns the client's points, in their words.
    pub fn client_points(&self) -> Vec<&str> {
        let view = self.client_view.as_ref().and_then(|(_, said)| said.as_deref());
        view.map(points_of).unwrap_or_default()
    }

    /// Returns how a point of the client's was answered last.
    pub fn answer_to(&self, point: u32) -> Option<&(PlanAnswer, Option<String>)> {
        self.answers.iter().rev().find(|(answer, _)| answer.point == point)
    }

    /// Returns the numbers of the client's points that nobody has answered.
    pub fn unanswered(&self) -> Vec<u32> {
        (1..=self.client_points().len() as u32).filter(|point| self.answer_to(*point).is_none()).collect()
    }

    /// Returns the span of the trial that runs or ran, with the payment plan that it tries.
    pub fn span(&self) -> Option<trial::Span<'_>> {
        let (trial, (plan, _)) = (self.trial.as_ref()?, self.plans.last()?);
        Some(trial::Span {
            begins_on: trial.begins_on,
            ends_on: trial.ends_on,
            instalments: &plan.instalments,
            invoices: &plan.invoices,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(points: &[(u32, &str, &str, &str)]) -> Version {
        let point = |(id, owner, ..): &(u32, &str, &str, &str)| Point {
            id: *id,
            remedy: Remedy::ResetExpectations,
            ours: true,
            owner: (*owner).to_owned(),
            due_on: Day::from_iso("2026-11-20").expect("a day"),
            consent: false,
        };
        let said = |text: fn(&(u32, &str, &str, &str)) -> String| points.iter().map(|one| (one.0, text(one))).collect();
        let review_on = Day::from_iso("2026-12-20").expect("a day");
        let plan = Plan {
            version: 1,
            points: points.iter().map(point).collect(),
            instalments: vec![],
            invoices: vec![],
            review_on,
        };
        let said = PlanSaid { points: said(|one| one.2.to_owned()), measures: said(|one| one.3.to_owned()) };
        (plan, Some(said))
    }

    #[test]
    fn what_became_of_each_point_is_told_part_by_part() {
        let before = version(&[(1, "sara", "a", "m"), (2, "sara", "b", ""), (3, "sara", "c", "")]);
        let after =
            version(&[(1, "sara", "a", "n"), (2, "huda", "b2", ""), (4, "sara", "d", ""), (3, "sara", "c", "")]);
        let word = |change: &Change| match change {
            Change::Added(point) => format!("+{}", point.id),
            Change::Dropped(point) => format!("-{}", point.id),
            Change::Changed { to, .. } => format!("~{}", to.id),
            Change::Kept(point) => format!("={}", point.id),
        };
        let told = |from, to| diff(from, to).iter().map(word).collect::<Vec<_>>().join(" ");
        assert_eq!(told(&before, &after), "~1 ~2 +4 =3");
        assert_eq!(told(&after, &before), "~1 ~2 =3 -4");
        assert_eq!(differs(&before, &after, 1), [Part::Measure]);
        assert_eq!(differs(&before, &after, 2), [Part::Words, Part::Owner]);
        assert_eq!(points_of(" three rounds\n\n an answer a day "), ["three rounds", "an answer a day"]);
    }
}
