//! How satisfied the client was, beside how well we had just delivered.

use super::{Course, course, ends};
use crate::record::{Deliverable, LateCause};
use crate::sign::Scene;

/// The client's ratings that followed enough deliverables, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    pub rated: Vec<Rated>,
    /// Where our quality and where their satisfaction is going.
    pub ours: Course,
    pub theirs: Course,
    /// The usual satisfaction at the beginning and at the end.
    pub first: f64,
    pub last: f64,
}

/// One rating.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// The id of the feedback.
    pub feedback: String,
    pub on: crate::days::Day,
    /// Our quality over the deliverables before it, 0 to 1.
    pub quality: f64,
    /// 1 to 5.
    pub satisfaction: f64,
}

/// Quality is that of so many deliverables, the latest before a rating.
const LATEST: usize = 5;
/// So many ratings make a picture.
const RATED_MIN: usize = 4;

/// Returns each rating with the quality it answers to; `None` below four of them.
pub fn quality(scene: &Scene) -> Option<Quality> {
    let mut delivered: Vec<&Deliverable> =
        scene.history.deliverables.iter().filter(|d| d.delivered_on.is_some()).collect();
    delivered.sort_by_key(|d| d.delivered_on);
    let mut rated = vec![];
    for feedback in scene.history.feedback.iter().filter(|feedback| scene.in_window(feedback.on_day)) {
        let until = delivered.partition_point(|d| d.delivered_on.is_some_and(|day| day <= feedback.on_day));
        if until >= LATEST {
            rated.push(Rated {
                feedback: feedback.id.to_string(),
                on: feedback.on_day,
                quality: delivered[until - LATEST..until].iter().map(|d| of_one(d)).sum::<f64>() / LATEST as f64,
                satisfaction: feedback.out_of_five(),
            });
        }
    }
    let satisfaction: Vec<f64> = rated.iter().map(|rated| rated.satisfaction).collect();
    let ours = course(&rated.iter().map(|rated| rated.quality).collect::<Vec<f64>>());
    let (first, last) = ends(&satisfaction)?;
    (rated.len() >= RATED_MIN).then(|| Quality { rated, ours, theirs: course(&satisfaction), first, last })
}

/// Returns the quality of one deliverable: in time, accepted without a round that we caused, without defects.
fn of_one(d: &Deliverable) -> f64 {
    let share = |good: bool| if good { 1.0 } else { 0.0 };
    let in_time = d.delivered_on.is_some_and(|day| day <= d.due_on) || d.late_cause == Some(LateCause::Client);
    let faultless = (1.0 - d.defects.unwrap_or(0).max(0) as f64).max(0.0);
    match d.revisions_ours {
        Some(rounds) => (share(in_time) + share(rounds == 0) + faultless) / 3.0,
        None => (share(in_time) + faultless) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    #[test]
    fn a_rating_answers_to_the_five_deliverables_before_it() {
        let mut text = String::new();
        for i in 1..=8 {
            let late = if i == 2 { 9 } else { 1 };
            text += &format!(
                "deliverables D-{i} due_on=2026-0{i}-05 delivered_on=2026-0{i}-0{late} revisions_ours=0 defects=0
                 feedback F-{i} on_day=2026-0{i}-20 score={}\n",
                9 - i
            );
        }
        let history = history(&text);
        let (policy, firm) = (Policy::standard(), firm());
        let picture = quality(&Scene::new(&history, &firm, &policy, day("2026-09-01"))).expect("four ratings");
        let rows: Vec<(&str, f64, f64)> =
            picture.rated.iter().map(|r| (r.feedback.as_str(), (r.quality * 15.0).round(), r.satisfaction)).collect();
        assert_eq!(rows, [("F-5", 14.0, 4.0), ("F-6", 14.0, 3.0), ("F-7", 15.0, 2.0), ("F-8", 15.0, 1.0)]);
        assert_eq!((picture.theirs, picture.first, picture.last), (Course::Falls, 4.0, 1.0));
        assert_eq!(quality(&Scene::new(&history, &firm, &policy, day("2026-08-01"))), None);
    }
}
