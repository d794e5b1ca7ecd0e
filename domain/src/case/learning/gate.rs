//! The gate to what was learned (DOMAIN 5.3, 9 to 10).

use crate::case::gate::{Gate, Item, Whose, hard, offered};
use crate::case::opening::Skip;
use crate::case::parting::duties;
use crate::case::role::Role;
use crate::case::state::Case;
use crate::separation::obligation::gate::Passage;

/// Returns what stands between a closed file and the last stage.
pub fn to_learned(case: &Case) -> Vec<Gate> {
    let learning = &case.learning;
    let (lead, owner) = (|| Whose::Role(Role::Lead), || Whose::Role(Role::DecisionOwner));
    // Of few answers no sum is made: it would tell who said them.
    let own_parts = learning.own_parts.is_some() || case.own_parts_to_sum().is_none();
    let mut gates = duties::gates(case, Passage::ToLearned);
    gates.extend([
        hard(Item::Answers, lead(), case.open_sets().is_empty()),
        offered(case, Item::OwnPartsSummed, Role::Facilitator, own_parts, Skip::OwnPartsSummed),
        offered(case, Item::ForecastCompared, Role::Finance, learning.forecast.is_some(), Skip::ForecastCompared),
        offered(case, Item::GoodThingsKept, Role::Lead, learning.good_things.is_some(), Skip::GoodThingsKept),
        hard(Item::Retrospective, lead(), learning.held.is_some()),
        hard(Item::Lessons, owner(), learning.standing().next().is_some() || learning.no_lesson.is_some()),
        hard(Item::Changes, owner(), !case.awaits_change()),
        hard(Item::OpenHolds, owner(), case.holds.is_empty()),
        offered(
            case,
            Item::ReplacementPlan,
            Role::DecisionOwner,
            learning.replacement.is_some(),
            Skip::ReplacementPlan,
        ),
    ]);
    // Where nothing was learned, nothing is watched for.
    if learning.standing().next().is_some() {
        gates.push(offered(case, Item::Monitor, Role::Lead, learning.monitor.is_some(), Skip::Monitor));
    }
    gates
}
