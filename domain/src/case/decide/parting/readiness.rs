//! What stands ready before the client is told: the scenario that finance accepts, and when our own people hear of it.

use super::{invalid, repeats_nothing};
use crate::case::event::Text;
use crate::case::gate::Item;
use crate::case::parting::Dispatch;
use crate::case::parting::readiness::{Act, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::Role;
use crate::case::state::Case;
use crate::days::Day;

pub fn decide(case: &Case, act: Act, today: Day) -> Result<Event, Refusal> {
    let readiness = &case.parting.readiness;
    match act {
        Act::AcceptScenario { text: said } => {
            text(&said)?;
            let scenario = case.scenario.as_ref().ok_or_else(|| Refusal::lacks(Item::Scenario, Role::Finance))?;
            if case.is_scenario_accepted() {
                return Err(Refusal::Done);
            }
            Ok(Event::ScenarioAccepted { run: scenario.run.clone(), said: Text::of(said) })
        }
        Act::PlanBriefing { member, on, before_client, text: said } => {
            text(&member)?;
            text(&said)?;
            if readiness.briefed_on.is_some() {
                return Err(Refusal::Done);
            }
            // Our own people hear of it after the client, unless the work needs them before (DOMAIN 5.3).
            if !before_client && case.parting.told_on().is_some_and(|told_on| on < told_on) {
                return Err(invalid(Field::Day, Why::BeforeClient));
            }
            if case.protection.is_party(&member) {
                return Err(invalid(Field::Member, Why::NotAllowedHere));
            }
            repeats_nothing(case, &said)?;
            Ok(Event::BriefingPlanned { member, on, before_client, said: Text::of(said) })
        }
        Act::BriefTeam { on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            if readiness.briefed_on.is_some() {
                return Err(Refusal::Done);
            }
            let before = readiness.briefing.as_ref().is_some_and(|briefing| briefing.before_client);
            if !before && !case.is_client_told(on) {
                return Err(invalid(Field::Day, Why::BeforeClient));
            }
            Ok(Event::TeamBriefed { on, said: Text::of(said) })
        }
    }
}

impl Case {
    /// Tells whether the client knew of the end on a day: both signed, or a notice of either side was out.
    fn is_client_told(&self, on: Day) -> bool {
        let parting = &self.parting;
        let agreed = parting.agreed.as_ref().is_some_and(|(day, _)| *day <= on);
        let theirs = parting.ended_by_client().is_some_and(|notice| notice.received_on <= on);
        let further = parting.further.iter().filter_map(|own| own.dispatch.as_ref());
        let mut sent = parting.dispatched().into_iter().chain(further).filter_map(Dispatch::sent_on);
        agreed || theirs || sent.any(|day| day <= on)
    }
}
