//! Hours worked each month beside the hours agreed.

use crate::days::Month;
use crate::sign::Scene;

/// The latest full months, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    pub months: Vec<MonthHours>,
}

/// One full month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthHours {
    pub month: Month,
    pub worked: f64,
    pub agreed: Option<f64>,
}

/// A picture looks back so many full months.
const MONTHS: i32 = 8;

/// Returns the hours of each full month since work began; `None` without two of them.
pub fn hours(scene: &Scene) -> Option<Hours> {
    let first = scene.history.time.first()?.on_day.month();
    let next = scene.on.plus(1).month();
    let months = (0..MONTHS).rev().map(|back| next.plus(-back - 1)).filter(|month| *month >= first);
    let months: Vec<MonthHours> = months.map(|month| hours_of(scene, month)).collect();
    let worked = months.iter().any(|month| month.worked > 0.0);
    (months.len() >= 2 && worked).then_some(Hours { months })
}

fn hours_of(scene: &Scene, month: Month) -> MonthHours {
    let within = scene.history.time.iter().filter(|time| time.on_day.month() == month);
    let minutes: i64 = within.map(|time| time.minutes).sum();
    MonthHours { month, worked: minutes as f64 / 60.0, agreed: scene.agreed_hours(month.last()) }
}

impl MonthHours {
    /// Returns the hours worked beyond those agreed, 0 if none.
    pub fn beyond(&self) -> f64 {
        self.agreed.map_or(0.0, |agreed| (self.worked - agreed).max(0.0))
    }

    /// Returns the hours beyond those agreed as a share of these.
    pub fn share_beyond(&self) -> Option<f64> {
        let agreed = self.agreed.filter(|agreed| *agreed > 0.0)?;
        Some(self.worked / agreed - 1.0)
    }
}

impl Hours {
    /// Returns how many months went beyond what was agreed.
    pub fn months_beyond(&self) -> usize {
        self.months.iter().filter(|month| month.beyond() > 0.0).count()
    }

    /// Tells whether hours were agreed for any of the months.
    pub fn is_agreed(&self) -> bool {
        self.months.iter().any(|month| month.agreed.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    #[test]
    fn months_without_work_count_and_the_running_month_does_not() {
        let history = history(
            "contracts K starts_on=2026-03-01 agreed_hours_per_month=10
             time T1 on_day=2026-02-27 minutes=300
             time T2 on_day=2026-04-01 minutes=400
             time T3 on_day=2026-04-30 minutes=320
             time T4 on_day=2026-05-01 minutes=400",
        );
        let (policy, firm) = (Policy::standard(), firm());
        let picture = hours(&Scene::new(&history, &firm, &policy, day("2026-05-20"))).expect("three months");
        let rows: Vec<(f64, Option<f64>, f64)> =
            picture.months.iter().map(|m| (m.worked, m.agreed, m.beyond())).collect();
        assert_eq!(rows, [(5.0, None, 0.0), (0.0, Some(10.0), 0.0), (12.0, Some(10.0), 2.0)]);
        assert_eq!((picture.months_beyond(), picture.is_agreed()), (1, true));
        assert!((picture.months[2].share_beyond().expect("agreed") - 0.2).abs() < 1e-9);
    }

    #[test]
    fn a_single_month_is_no_picture() {
        let history = history("time T on_day=2026-04-03 minutes=60");
        let (policy, firm) = (Policy::standard(), firm());
        assert_eq!(hours(&Scene::new(&history, &firm, &policy, day("2026-05-20"))), None);
    }
}
