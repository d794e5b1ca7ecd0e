//! A repair from its first plan to what became of its trial, as people play it in their browsers: what comes in the wrong
//! order or is wrong itself is refused, with what was written.

use crate::harness::{Browser, Copy, Page, each};
use app::flow::cases::{self, By};
use app::flow::openings;
use app::store::cases::Key;
use domain::case::decision::{Decision, DecisionSaid, LawfulCheck};
use domain::case::opening::{Cause, OpeningSaid};
use domain::case::repair::Trial;
use domain::case::{Act, Event, Now, Outcome, Stage, Track};
use domain::days::Day;

/// A firm whose client is to be repaired with.
struct Firm {
    copy: Copy,
    owner: Browser,
    key: Key,
    base: String,
    today: Day,
}

impl Firm {
    async fn of(copy: Copy) -> Firm {
        let owner = copy.owner().await;
        copy.client("NAKHLA", "Nakhla").await;
        let today = copy.app.clock.today(None);
        copy.sql(&format!(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, kind, pass_through, source_id, source_line)
             VALUES ('NAKHLA', 'N-1', '{}', '{}', 120000, 'SAR', 'invoice', 0, 0, 0)",
            today.plus(-80),
            today.plus(-50)
        ))
        .await;
        copy.settled().await;
        let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
        let opening = openings::opening(&copy.own.db, "NAKHLA", today, Cause::Person).await.expect("a store");
        let mut opening = opening.expect("a client");
        opening.track = Track::Light;
        let said = Some(OpeningSaid { reason: "late".to_owned() });
        let now = Now { at: copy.app.now(), today };
        let by = By { member: &reem, now, seen: None };
        let key = cases::begin(copy.app.place(), opening, said, &by).await.expect("a case");
        for event in decided(today) {
            cases::note(copy.app.place(), &key, &by, event).await;
        }
        let base = format!("/clients/NAKHLA/cases/{}/repair", key.case);
        Firm { copy, owner, key, base, today }
    }
}
