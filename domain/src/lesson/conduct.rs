//! The standard of conduct that both sides keep to (DOMAIN A14): shown at intake, and named by its version wherever a letter
//! rests on it.

/// The version of its sentences; whoever changes one raises it.
pub const VERSION: u32 = 1;

/// Its points; each has its sentence in the catalogue.
pub const POINTS: [&str; 6] = ["respect", "hours", "contact", "scope", "payment", "report"];
