//! What ending would cost: the cash of six scenarios over the coming months, drawn at random, the same draws for each
//! (RULINGS 43-49, DOMAIN 3.5). Sums are whole units of one currency; months count from the decision, the first is 1.

mod agenda;
mod assemble;
mod bill;
#[cfg(test)]
mod cases;
mod compare;
mod draws;
mod input;
mod key;
mod known;
mod outlook;
mod past_end;
mod price;
mod provenance;
mod quantile;
mod read;
mod replacement;
mod scenario;
mod simulate;
mod spread;
mod tornado;
mod write;
mod wrong;

pub use agenda::{Point, agenda};
pub use assemble::{Sources, assemble};
pub use bill::{BillKind, BillLine, total};
pub use compare::{Advice, Verdict, indifference_months};
pub use input::{Client, CostCut, HandOver, Harm, Inputs, Linked, Marketing, Repair, Replacement, Sound, Step, Time};
pub use key::{Bounds, Key, Unit};
pub use known::{Known, MONTH_DAYS, Others, known, months};
pub use outlook::{Cash, Outlook, Simulation, Waited};
pub use past_end::{ENDS_MIN, Pace, PastEnd, first_won};
pub use price::{Discount, Price, floor};
pub use provenance::{Caution, Confidence, Origin, Said, Stated};
pub use read::read;
pub use replacement::{OWN_MIN, Win, own_months};
pub use scenario::Scenario;
pub use simulate::simulate;
pub use spread::Spread;
pub use tornado::Swing;
pub use wrong::{InputError, Wrong};
