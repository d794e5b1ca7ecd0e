//! Journeys of people through a real browser, each in Arabic and in English.

mod axe;
mod driver;
mod erasures;
mod finding;
mod first_start;
mod import;
mod keyboard;
mod learned;
mod next_client;
mod parting;
mod phone;
mod review;
mod road;
mod session;
mod sign_in;
mod threshold;
mod walk;

use crate::database;
use crate::demonstration;
use crate::harness::{Copy, need, start};
use app::lang::Language;
pub use session::{Role, Session, plain};

pub const LANGUAGES: [Language; 2] = [Language::Arabic, Language::English];

/// Walks a journey in each language, if there is a browser to walk in.
async fn in_both(journey: impl AsyncFn(Language)) {
    if need(driver::address(), "no chromedriver: nothing is tested in a browser").is_some() {
        for language in LANGUAGES {
            journey(language).await;
        }
    }
}

/// Starts an empty copy that nobody owns yet.
async fn unowned() -> Copy {
    start(database::sqlite().await, |_| {}).await
}

/// Starts a copy of the demonstration and lets its owner in.
async fn demonstration(language: Language) -> (Copy, Session) {
    let (copy, door) = demonstration::started(language).await;
    let session = Session::begin(&copy, language).await;
    session.open(&door).await;
    (copy, session)
}
