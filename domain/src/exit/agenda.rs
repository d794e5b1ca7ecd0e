//! The agenda of the talk that comes before an end: what to ask for, in figures (DOMAIN A59).

use super::{Inputs, Scenario, Simulation};

/// One point of the talk, in the order in which it is spoken of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Point {
    /// Their view first.
    Listen,
    /// What we did to it, and what we mend.
    OurPart,
    /// The contribution must rise by so much a month for keeping to leave as much as the best ending.
    Price { monthly: f64 },
    /// What is owed, and what of it we expect to lose if we end.
    Payment { receivable: f64, at_risk: f64 },
    /// What the disorder costs us in a month.
    Scope { monthly: f64 },
    /// The contract ends in so many months: what a renewal would say.
    Renewal { months: u32 },
    /// By when we look again, and what we would see then.
    Review { months: u32 },
    /// What happens otherwise, said without a threat.
    Otherwise { notice_months: u32 },
}

/// Drafts the agenda of a talk.
pub fn agenda(inputs: &Inputs, simulation: &Simulation) -> Vec<Point> {
    let client = &inputs.client;
    let more = simulation.of(simulation.best_ending()).map_or(0.0, |ending| ending.npv);
    let months: f64 = f64::from(inputs.horizon_months);
    let harm =
        inputs.harm.as_ref().map_or(0.0, |harm| harm.monthly + harm.leave_chance_yearly * harm.leave_cost / 12.0);
    let repair = simulation.of(Scenario::Repair).and(inputs.repair.as_ref());
    let at_risk = client.receivable * client.write_off_share;
    let points = [
        Some(Point::Listen),
        Some(Point::OurPart),
        (more > 0.0).then_some(Point::Price { monthly: more / months }),
        (client.receivable > 0.0).then_some(Point::Payment { receivable: client.receivable, at_risk }),
        (harm > 0.0).then_some(Point::Scope { monthly: harm }),
        client.contract_months_left.map(|months| Point::Renewal { months }),
        Some(Point::Review { months: repair.map_or(3, |repair| repair.months.max(1)) }),
        Some(Point::Otherwise { notice_months: client.notice_months }),
    ];
    points.into_iter().flatten().collect()
}
