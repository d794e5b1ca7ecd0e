//! Cases: inputs as a person writes them, and figures found by hand.

mod closed;
mod elsewhere;
mod paths;
mod properties;
mod reading;

use super::{Outlook, Scenario, Simulation, read, simulate};

/// Simulates what a text says.
fn simulated(text: &str) -> Simulation {
    simulate(&read(text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}")))
}

fn outlook(simulation: &Simulation, scenario: Scenario) -> &Outlook {
    simulation.of(scenario).expect("given")
}

#[track_caller]
fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} is not within {tolerance} of {expected}");
}
