//! What a criterion came to since it is in force: with how many prospects it held, and what became of that (DOMAIN B77).

use super::prospect::{Judged, Prospect, Stage};
use super::rule::Truth;
use crate::days::Day;

/// Prospects met since a criterion is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    pub met: usize,
    /// With how many it holds by what is known of them.
    pub held: usize,
    /// How many of these were won all the same.
    pub won: usize,
    /// With how many it cannot be judged.
    pub blind: usize,
    /// With how many the owner put it aside.
    pub aside: usize,
}

impl InForce {
    /// Counts the prospects that were met since a day; `judged` holds the criterion against one.
    pub fn since<'a>(
        day: Day,
        prospects: impl IntoIterator<Item = &'a Prospect>,
        judged: impl Fn(&Prospect) -> Option<Judged>,
    ) -> InForce {
        let mut own = InForce::default();
        for one in prospects.into_iter().filter(|one| one.contacted_on() >= day) {
            let Some(judged) = judged(one) else { continue };
            let holds = judged.verdict.truth == Truth::True;
            own.met += 1;
            own.held += usize::from(holds);
            own.won += usize::from(holds && one.stage().0 == Stage::Won);
            own.blind += usize::from(judged.verdict.truth == Truth::Unknown);
            let is_aside = one.overridden.keys().any(|cited| cited.criterion == judged.cited.criterion);
            own.aside += usize::from(is_aside);
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::criterion::Effect;
    use crate::lesson::prospect::tests::{day, profile, told};
    use crate::lesson::prospect::{Channel, Cited, Event};
    use crate::lesson::rule::Verdict;

    fn met(on: &'static str, end: Option<Stage>, is_overridden: bool) -> Prospect {
        let enter = |stage, on| (on, Event::StageEntered { stage, on: day(on), reason: None });
        let rules = vec![Cited { criterion: "c".to_owned(), version: 1 }];
        let aside = is_overridden.then(|| ("2026-12-01", Event::IntakeOverridden { rules, reason: "x".to_owned() }));
        let end = end.map(|stage| enter(stage, "2026-12-02"));
        told(profile("x", Channel::Other), [enter(Stage::Lead, on)].into_iter().chain(aside).chain(end).collect())
    }

    #[test]
    fn counts_those_who_were_met_since() {
        let all = [
            met("2026-09-30", None, false),
            met("2026-10-01", None, false),
            met("2026-10-02", Some(Stage::Won), true),
            met("2026-10-03", Some(Stage::Lost), false),
            met("2026-10-04", None, false),
        ];
        let judged = |one: &Prospect| {
            let truth = match one.contacted_on().civil().2 {
                3 => Truth::False,
                4 => Truth::Unknown,
                _ => Truth::True,
            };
            let cited = Cited { criterion: "c".to_owned(), version: 1 };
            let verdict = Verdict { truth, reasons: vec![] };
            Some(Judged { cited, title: String::new(), effect: Effect::Refuse, verdict })
        };
        let own = InForce::since(day("2026-10-01"), &all, judged);
        assert_eq!(own, InForce { met: 4, held: 2, won: 1, blind: 1, aside: 1 });
        assert_eq!(InForce::since(day("2026-10-01"), &all, |_| None), InForce::default());
    }
}
