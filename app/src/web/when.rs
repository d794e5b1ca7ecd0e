//! Instants of the store as people read them.

use crate::clock;
use crate::lang::Digits;
use domain::days::Day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A day and a time of day in the firm's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub day: Day,
    /// `17:00`, in the person's digits.
    pub time: String,
}

impl When {
    /// Reads an instant as the store keeps it; one that cannot be read is the beginning of time.
    pub fn of(stamped: &str, zone: Option<&str>, digits: Digits) -> When {
        let zone = clock::zone(zone).unwrap_or(TimeZone::UTC);
        let at = stamped.parse::<Timestamp>().unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone);
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        When { day: Day::from(at.date()), time: in_digits(&time, digits) }
    }
}

/// Returns a text with its Western digits as a person reads them.
pub fn in_digits(text: &str, digits: Digits) -> String {
    match digits {
        Digits::Western => text.to_owned(),
        Digits::Arabic => text
            .chars()
            .map(|c| match c.to_digit(10) {
                Some(digit) => char::from_u32('٠' as u32 + digit).expect("ten digits in a row"),
                None => c,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_in_the_firms_zone() {
        let when = When::of("2026-11-22T22:05:09Z", Some("Asia/Riyadh"), Digits::Arabic);
        assert_eq!((when.day.to_string().as_str(), when.time.as_str()), ("2026-11-23", "٠١:٠٥"));
        assert_eq!(When::of("2026-11-22T22:05:09Z", None, Digits::Western).time, "22:05");
    }
}
