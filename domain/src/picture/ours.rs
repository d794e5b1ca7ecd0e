//! What is on us: what we delivered late, what came back, and which complaints were right.

use crate::days::Day;
use crate::record::LateCause;
use crate::sign::Scene;

/// Our own side of the ledger, over the window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ours {
    /// How many deliverables were handed over, or were due and are still missing.
    pub deliverables: usize,
    /// Those that were late by our doing, the latest first.
    pub late: Vec<LateWork>,
    /// Deliverables that came back because of an error of ours.
    pub sent_back: Vec<String>,
    /// Incidents in which the client was right.
    pub upheld: Vec<String>,
    /// Invoices whose dispute was found to be right.
    pub disputes_upheld: Vec<String>,
}

/// A deliverable that was late by our doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateWork {
    pub deliverable: String,
    pub due_on: Day,
    pub days: i32,
    /// Whether it is still missing.
    pub is_open: bool,
}

/// Returns what stands against us in the window.
pub fn ours(scene: &Scene) -> Ours {
    let mut ours = Ours::default();
    for d in &scene.history.deliverables {
        let ended = d.delivered_on.unwrap_or(scene.on);
        let is_due = d.delivered_on.is_some() || d.due_on < scene.on;
        if is_due && scene.in_window(d.delivered_on.unwrap_or(d.due_on)) {
            ours.deliverables += 1;
            if ended > d.due_on && d.late_cause != Some(LateCause::Client) {
                let (days, is_open) = (ended.since(d.due_on), d.delivered_on.is_none());
                ours.late.push(LateWork { deliverable: d.id.to_string(), due_on: d.due_on, days, is_open });
            }
            if d.revisions_ours.is_some_and(|rounds| rounds > 0) {
                ours.sent_back.push(d.id.to_string());
            }
        }
    }
    ours.late.sort_by_key(|late| (-late.due_on.number(), -late.days));
    let incidents = scene.history.incidents.iter().rev().filter(|incident| scene.in_window(incident.at.day));
    ours.upheld = incidents.filter(|incident| incident.upheld == Some(true)).map(|i| i.id.to_string()).collect();
    let invoices = scene.history.invoices.iter().rev().filter(|invoice| scene.in_window(invoice.issued_on));
    ours.disputes_upheld = invoices.filter(|i| i.dispute_upheld == Some(true)).map(|i| i.id.to_string()).collect();
    ours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    #[test]
    fn what_the_client_made_late_is_not_on_us() {
        let mut history = history(
            "deliverables A due_on=2026-01-10 delivered_on=2026-01-14
             deliverables B due_on=2026-02-10 delivered_on=2026-02-20 late_cause=client
             deliverables C due_on=2026-03-10 delivered_on=2026-03-10 revisions_ours=1
             deliverables D due_on=2026-03-20
             deliverables E due_on=2024-03-20 delivered_on=2024-05-01
             incidents I at=2026-03-02 kind=dispute upheld=yes
             incidents J at=2026-03-03 kind=dispute upheld=no
             invoices V issued_on=2026-01-01 due_on=2026-02-01 amount=10 disputed=yes dispute_upheld=yes",
        );
        history.keep_known_on(day("2026-03-25"));
        let (policy, firm) = (Policy::standard(), firm());
        let ours = ours(&Scene::new(&history, &firm, &policy, day("2026-03-25")));
        let late: Vec<(&str, i32, bool)> =
            ours.late.iter().map(|l| (l.deliverable.as_str(), l.days, l.is_open)).collect();
        assert_eq!(late, [("D", 5, true), ("A", 4, false)]);
        assert_eq!(
            (ours.deliverables, ours.sent_back, ours.upheld, ours.disputes_upheld),
            (4, vec!["C".to_owned()], vec!["I".to_owned()], vec!["V".to_owned()])
        );
    }
}
