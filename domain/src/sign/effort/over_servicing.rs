//! E3: whether we work more than was agreed, month after month.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::cite_time;
use crate::days::Month;
use crate::record::{InScope, Time};

/// One full month.
struct Worked {
    month: Month,
    hours: f64,
    agreed: f64,
}

impl Worked {
    /// Returns the hours beyond those agreed, over those agreed.
    fn over(&self) -> f64 {
        (self.hours - self.agreed) / self.agreed
    }
}

/// Judges by how much the agreed hours were exceeded in three of the last four months; changes that are paid for do
/// not count.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::E3);
    if scene.history.time.is_empty() {
        return Err(Need::Time);
    }
    let months = months(scene);
    if months.is_empty() && scene.agreed_hours(scene.on).is_none() {
        return Err(Need::AgreedHours);
    }
    rule.enough(months.len() as f64)?;
    let (sustained, of) = (rule.more("sustained") as usize, rule.more("of") as usize);
    let latest = &months[months.len().saturating_sub(of)..];
    let mut over: Vec<f64> = latest.iter().map(Worked::over).collect();
    over.sort_unstable_by(|a, b| b.total_cmp(a));
    let lasting = over.get(sustained.saturating_sub(1)).copied().unwrap_or(0.0);
    let Some((level, threshold)) = rule.above(lasting) else { return Ok(None) };
    let exceeded: Vec<&Worked> = latest.iter().rev().filter(|month| month.over() > rule.watch).collect();
    let newest = exceeded[0];
    Ok(Some(Draft {
        code: Code::E3,
        level: Some(level),
        value: Value::Number(lasting),
        threshold: Some(threshold),
        data: months.len() as f64,
        n: latest.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: newest.month.last().min(scene.on),
        against: Against::Nothing,
        facts: cite(scene, &exceeded),
        args: vec![
            ("hours", Arg::rounded(newest.hours, 0)),
            ("agreed", Arg::rounded(newest.agreed, 0)),
            ("month", Arg::Day(newest.month.last())),
            ("over", Arg::Share(lasting)),
            ("months", Arg::count(exceeded.len())),
            ("of", Arg::count(latest.len())),
        ],
    }))
}

/// Adds up by how many hours the agreed ones were exceeded in full months of the window, and cites the hours of those.
pub fn hours_beyond_agreed(scene: &Scene) -> Result<(f64, Facts), Need> {
    if scene.history.time.is_empty() {
        return Err(Need::Time);
    }
    let months = months(scene);
    if months.is_empty() {
        return Err(if scene.agreed_hours(scene.on).is_none() { Need::AgreedHours } else { Need::MoreData });
    }
    let exceeded: Vec<&Worked> = months.iter().rev().filter(|month| month.over() > 0.0).collect();
    let hours = exceeded.iter().map(|month| month.hours - month.agreed).sum();
    Ok((hours, cite(scene, &exceeded)))
}

fn cite(scene: &Scene, months: &[&Worked]) -> Facts {
    let mut facts = Facts::default();
    for Worked { month, .. } in months {
        let (first, last) = (month.first(), month.last());
        cite_time(counted(scene).filter(|time| first <= time.on_day && time.on_day <= last), &mut facts);
    }
    facts
}

/// Returns the hours that count against those agreed: changes that are paid for do not.
pub fn counted<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Time> {
    scene.history.time.iter().filter(|time| time.in_scope != Some(InScope::PaidChange))
}

/// Returns the full months of the window with agreed hours, since our first hour, the latest last.
fn months(scene: &Scene) -> Vec<Worked> {
    let Some(began) = scene.history.time.first().map(|time| time.on_day.month()) else { return Vec::new() };
    let next = scene.on.plus(1).month();
    let first = began.max(scene.since.plus(1).month());
    let count = next.since(first).max(0) as usize;
    let mut hours = vec![0.0; count];
    for time in counted(scene).filter(|time| first.first() <= time.on_day) {
        let place = usize::try_from(time.on_day.month().since(first)).ok();
        if let Some(hours) = place.and_then(|place| hours.get_mut(place)) {
            *hours += time.minutes as f64 / 60.0;
        }
    }
    let worked = |(i, hours): (usize, f64)| {
        let month = first.plus(i as i32);
        let agreed = scene.agreed_hours(month.first().plus(14)).filter(|agreed| *agreed > 0.0)?;
        Some(Worked { month, hours, agreed })
    };
    hours.into_iter().enumerate().filter_map(worked).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, measured};
    use super::super::super::{Code, Level, Need, Value};

    const AGREED: &str = "contracts C starts_on=2025-01-01 agreed_hours_per_month=80\n";

    /// The hours of each month from January 2025, one row a month.
    fn months(hours: &[i32]) -> String {
        let line =
            |(i, hours): (usize, &i32)| format!("time T{i} on_day=2025-{:02}-10 minutes={}\n", i + 1, hours * 60);
        hours.iter().enumerate().map(line).collect()
    }

    fn check(text: &str, on: &str, expected: Option<(Level, f64, &str)>) {
        let found = draft(&(AGREED.to_owned() + text), on, Code::E3).map(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), value, ids.join(" "))
        });
        assert_eq!(found, expected.map(|(level, value, ids)| (level, value, ids.to_owned())), "{text}");
    }

    #[test]
    fn three_of_four_months_decide() {
        check(&months(&[80, 110, 80, 110]), "2025-04-30", None);
        check(&months(&[110, 110, 80, 110]), "2025-04-30", Some((Level::Severe, 0.375, "T3 T1 T0"))); // vector 16
        check(&months(&[110, 100, 100, 110]), "2025-04-30", Some((Level::Finding, 0.25, "T3 T2 T1 T0")));
        check(&months(&[100, 80, 90, 100]), "2025-04-30", Some((Level::Watch, 0.125, "T3 T2 T0")));
        check(&months(&[110, 110, 110, 80, 80]), "2025-05-31", None);
    }

    #[test]
    fn the_hours_of_two_contracts_are_agreed() {
        let second = "contracts D starts_on=2025-01-01 agreed_hours_per_month=40\n";
        check(&(second.to_owned() + &months(&[120, 120, 120, 120])), "2025-04-30", None);
    }

    #[test]
    fn a_month_that_runs_and_a_paid_change_do_not_count() {
        check(&months(&[80, 110, 110, 110]), "2025-04-29", None);
        let paid = "time X on_day=2025-04-11 minutes=1800 in_scope=paid_change\n";
        check(&(months(&[80, 110, 110, 80]) + paid), "2025-04-30", None);
    }

    #[test]
    fn is_blind_without_time_agreement_or_months() {
        let needs = |text: &str| {
            let measured = measured(text, "2025-04-30");
            measured.blind.into_iter().find(|blind| blind.code == Code::E3).map(|blind| blind.needs)
        };
        assert_eq!(needs(&months(&[110; 4])), Some(Need::AgreedHours));
        assert_eq!(needs(AGREED), Some(Need::Time));
        assert_eq!(needs(&(AGREED.to_owned() + "time T on_day=2025-03-01 minutes=9000")), Some(Need::MoreData));
        assert_eq!(needs(&(AGREED.to_owned() + &months(&[80; 4]))), None);
    }
}
