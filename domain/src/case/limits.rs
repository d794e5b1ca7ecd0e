//! How long a stage may take (DOMAIN 5.3), and where a case goes from it.

use super::decision::Decision;
use super::guardrail::standing;
use super::learning::RETROSPECTIVE_DAYS;
use super::outcome::Outcome;
use super::role::Class;
use super::stage::Stage;
use super::state::Case;
use crate::days::Day;
use crate::days::calendar::Calendar;

/// Until when something should have come, and how many business days that gives it; a set day gives none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub due_on: Day,
    pub business_days: Option<i32>,
}

impl Limit {
    /// Tells whether the day has passed.
    pub fn is_past(&self, today: Day) -> bool {
        today > self.due_on
    }
}

/// Returns until when a case should go on from where it stands; a stage without a limit has none. A firm that has not
/// said where it is rests on no day.
pub fn limit(case: &Case, calendar: Option<&Calendar>) -> Option<Limit> {
    let within = |days: i32| {
        let since = case.since();
        let due_on = calendar.map_or(since.plus(days), |calendar| calendar.plus_business_days(since, days));
        Some(Limit { due_on, business_days: Some(days) })
    };
    let on = |day: Option<Day>| day.map(|due_on| Limit { due_on, business_days: None });
    match case.stage {
        Stage::Triage if case.opening.class != Class::Normal => within(1),
        Stage::Triage => within(2),
        Stage::FactFinding => within(15),
        // Put off with a named missing fact, it waits for that day.
        Stage::Review => on(case.rounds.deferred_until).or_else(|| within(10)),
        Stage::PreparingExit => within(20),
        Stage::Kept => on(standing(case).and_then(|(guardrails, _)| guardrails.review_on)),
        Stage::Repair => on(case.repair.trial.as_ref().map(|trial| trial.ends_on))
            .or_else(|| on(case.repair.plans.last().map(|(plan, _)| plan.review_on))),
        Stage::Transition => on(case.parting.fixed_end()),
        // The retrospective.
        Stage::Closed => on(Some(case.since().plus(RETROSPECTIVE_DAYS))),
        Stage::Decided | Stage::Withdrawn | Stage::Protect | Stage::Notice | Stage::Settlement | Stage::Learned => None,
    }
}

/// Returns the stage that follows, if one does.
pub fn next(case: &Case) -> Option<Stage> {
    let protected = case.opening.class != Class::Normal;
    match case.stage {
        Stage::Triage if protected => Some(Stage::Protect),
        Stage::Triage => Some(Stage::FactFinding),
        Stage::FactFinding => Some(Stage::Review),
        Stage::Review | Stage::Protect => Some(Stage::Decided),
        Stage::Decided => decision(case).map(|decision| match decision.outcome {
            Outcome::Repair => Stage::Repair,
            Outcome::Keep | Outcome::KeepWithGuardrails => Stage::Kept,
            _ => Stage::PreparingExit,
        }),
        Stage::PreparingExit => Some(Stage::Notice),
        Stage::Notice => Some(Stage::Transition),
        Stage::Transition => Some(Stage::Settlement),
        Stage::Settlement => Some(Stage::Closed),
        Stage::Closed => Some(Stage::Learned),
        Stage::Repair | Stage::Kept | Stage::Withdrawn | Stage::Learned => None,
    }
}

fn decision(case: &Case) -> Option<&Decision> {
    case.signed.as_ref().map(|signed| &signed.decision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::event::Event;
    use crate::case::opening::{Cause, Opening};
    use crate::case::stage::Track;
    use crate::case::state::Stamped;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    /// A case opened on a Sunday that has gone on by stages.
    fn case(class: Class, events: Vec<(&str, Event)>) -> Case {
        let opening = Opening {
            client: "NAKHLA".to_owned(),
            client_name: "Nakhla".to_owned(),
            on: day("2026-11-01"),
            zone: None,
            cause: Cause::Person,
            class,
            track: Track::Light,
            policy: 1,
            owners: vec!["abdullah".to_owned()],
            members: 4,
            lead: None,
            findings: vec![],
            earlier: vec![],
            blind: 0,
            looked: 0,
            snapshot: None,
            follows: None,
        };
        let opened = Event::CaseOpened { opening: Box::new(opening), said: None };
        let all = [("2026-11-01", opened)].into_iter().chain(events);
        let entries: Vec<Stamped> = (1..)
            .zip(all)
            .map(|(seq, (on, event))| Stamped { seq, at: format!("{on}T09:00:00Z"), actor: None, event })
            .collect();
        Case::replay(&entries).expect("it begins with its opening")
    }

    fn entered(on: &str, stage: Stage) -> (&str, Event) {
        (on, Event::StageEntered { stage })
    }

    #[test]
    fn stages_are_limited_in_business_days() {
        let riyadh = Calendar::of("SA").expect("a calendar");
        let due = |case: &Case, calendar| limit(case, calendar).map(|limit| limit.due_on);
        let triage = case(Class::Normal, vec![]);
        assert_eq!(due(&triage, Some(&riyadh)), Some(day("2026-11-03")));
        assert_eq!(due(&case(Class::Conduct, vec![]), Some(&riyadh)), Some(day("2026-11-02")));
        // Fifteen business days from Wednesday the fourth: three weeks of five days.
        let facts = case(Class::Normal, vec![entered("2026-11-04", Stage::FactFinding)]);
        assert_eq!(due(&facts, Some(&riyadh)), Some(day("2026-11-25")));
        assert_eq!(due(&facts, None), Some(day("2026-11-19")));
        // Ten business days from Thursday the fifth: Friday and Saturday do not count.
        let review = case(Class::Normal, vec![entered("2026-11-05", Stage::Review)]);
        assert_eq!(due(&review, Some(&riyadh)), Some(day("2026-11-19")));
        let limit = limit(&review, Some(&riyadh)).expect("limited");
        assert!(!limit.is_past(day("2026-11-19")) && limit.is_past(day("2026-11-20")));
    }

    #[test]
    fn a_deferral_sets_the_day_and_rest_has_none() {
        let deferred = case(
            Class::Normal,
            vec![
                entered("2026-11-05", Stage::Review),
                ("2026-11-06", Event::ReviewDeferred { until: day("2027-01-10"), said: None }),
            ],
        );
        assert_eq!(limit(&deferred, None), Some(Limit { due_on: day("2027-01-10"), business_days: None }));
        let withdrawn = case(Class::Normal, vec![entered("2026-11-05", Stage::Withdrawn)]);
        assert_eq!((limit(&withdrawn, None), next(&withdrawn)), (None, None));
    }

    #[test]
    fn a_case_goes_on_by_its_road() {
        let at = |class, stage| next(&case(class, vec![entered("2026-11-05", stage)]));
        assert_eq!(next(&case(Class::Normal, vec![])), Some(Stage::FactFinding));
        assert_eq!(next(&case(Class::Conduct, vec![])), Some(Stage::Protect));
        assert_eq!(at(Class::Normal, Stage::FactFinding), Some(Stage::Review));
        assert_eq!(at(Class::Normal, Stage::Review), Some(Stage::Decided));
        assert_eq!(at(Class::Normal, Stage::Decided), None, "nothing is signed");
    }
}
