//! Whether a client may be reminded now: on a working day of their place, within the hours of the ladder (DOMAIN 2.9).

use crate::clock;
use crate::flow::account::Subject;
use crate::web::markup::{Markup, Pen};
use crate::web::when::in_digits;
use domain::days::Day;
use domain::days::place::zone_of;
use domain::firm::Firm;
use fluent_bundle::FluentValue;
use jiff::Timestamp;

/// What is said of it.
pub struct Contact {
    pub says: Markup,
    pub is_now: bool,
}

impl Contact {
    /// Says it for an instant; nothing where neither the client's place is known nor ours.
    pub fn of(pen: &Pen, subject: &Subject, firm: &Firm, now: Timestamp) -> Option<Contact> {
        let (days, ladder) = (subject.days(firm), &subject.ladder);
        let there = now.to_zoned(clock::zone(days.place().and_then(zone_of))?);
        let hour = u16::try_from(there.hour()).ok()?;
        let waits = days.waits_until(ladder, Day::from(there.date()), hour);
        let clock = |time: String| FluentValue::from(in_digits(&time, pen.lang.digits));
        let mut args = vec![
            ("from", clock(format!("{:02}:00", ladder.opens))),
            ("until", clock(format!("{:02}:00", ladder.closes))),
        ];
        args.extend(waits.map(|day| ("day", FluentValue::from(pen.lang.weekday(day)))));
        let key = if waits.is_some() { "chase-contact-waits" } else { "chase-contact-now" };
        Some(Contact { says: pen.say(key, args), is_now: waits.is_none() })
    }
}
