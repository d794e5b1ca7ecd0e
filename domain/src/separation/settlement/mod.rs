//! The final account: what the client owes, what we owe, and what stands apart, each line with its records (DOMAIN B52,
//! 2.10). Trust money and disputed fees are never set off.

mod account;
mod advance;
mod documents;
mod for_client;
mod line;
mod particular;
mod plan;
mod reconcile;
mod statement;
#[cfg(test)]
mod tests;

pub use account::{FinalAccount, Input, WhyOpen, final_account};
pub(crate) use account::{disputed, retained};
pub use for_client::{
    ClientAccount, ClientEntry, ClientInterest, ClientLine, ClientPart, ClientSegment, ClientStatement, RateOf,
};
pub use line::{Balance, Line, LineKind, Question, QuestionKind, Side, balances};
pub use particular::{Earning, Kept, Particular, ParticularKind};
pub use plan::{PlanWrong, check_plan, instalments};
pub use reconcile::{Difference, reconcile};
pub use statement::{Entry, EntryKind, Part, Statement, statement};
