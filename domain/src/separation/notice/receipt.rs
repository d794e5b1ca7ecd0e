//! When a notice counts as received; always by the recipient's calendar (RULINGS 5 and 6).

use super::places::Open;
use super::terms::{Deemed, Sent};
use crate::days::Day;
use jiff::civil::Time;

/// Returns the day on which a notice counts as received.
pub(super) fn received_on(sent: &Sent, deemed: Deemed, recipient: Open) -> Day {
    match sent.received_at {
        Some(arrived) if deemed == Deemed::OnReceipt => Day::from(arrived.date()),
        _ => deemed_on(Day::from(sent.at.date()), Some(sent.at.time()), deemed, recipient),
    }
}

/// Returns the day of receipt of what is sent on a day; without a time, in time for any cut-off.
pub(super) fn deemed_on(day: Day, time: Option<Time>, deemed: Deemed, recipient: Open) -> Day {
    match deemed {
        Deemed::SameDay { cutoff } => {
            // Exactly at the cut-off is late.
            let late = time.zip(cutoff).is_some_and(|(time, cutoff)| time >= cutoff);
            recipient.on_or_after(day.plus(i32::from(late)))
        }
        Deemed::NextBusinessDay => recipient.plus(day, 1),
        Deemed::NthBusinessDay(n) => recipient.plus(day, n.into()),
        Deemed::NthDay(n) => day.plus(n.into()),
        Deemed::OnReceipt => day,
    }
}
