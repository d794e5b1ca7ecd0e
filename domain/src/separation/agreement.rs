//! A mutual termination agreement as data: the points that it must settle where the contract gives no right to end it
//! (DOMAIN B86, B88), and which of them are still open.

use super::contract::TermName;
use super::obligation::{Code, Family};
use crate::days::Day;
use crate::word::words;
use std::collections::BTreeMap;

words! {
    /// A point that both sides settle.
    Point {
        /// The day on which services end.
        End = "end",
        /// What is paid, by whom and until when.
        Payments = "payments",
        /// What is still delivered, and what is no longer.
        Deliverables = "deliverables",
        /// Whose the work is, and from when.
        Ip = "ip",
        /// What happens to data and access.
        Data = "data",
        /// What neither side claims any more.
        Release = "release",
        /// What stays confidential, and for how long.
        Confidentiality = "confidentiality",
    }
}

impl Point {
    /// Tells whether no agreement goes without it: when services end, what is paid and what is released.
    pub fn is_always_needed(self) -> bool {
        matches!(self, Point::End | Point::Payments | Point::Release)
    }

    /// Returns the point under which an obligation is settled; nothing for what only one side sees to.
    pub fn of_code(code: Code) -> Option<Point> {
        Some(match code {
            Code::Con08 => Point::Release,
            Code::Con03 | Code::Con10 | Code::Ppl05 => Point::Confidentiality,
            _ => match code.family() {
                Family::Delivery | Family::Handover => Point::Deliverables,
                Family::Finance => Point::Payments,
                Family::Property => Point::Ip,
                Family::Access | Family::Digital | Family::PersonalData => Point::Data,
                Family::Contract | Family::People | Family::Referral | Family::Closing => return None,
            },
        })
    }

    /// Returns the point on which a term of the contract bears.
    pub fn of_term(term: TermName) -> Option<Point> {
        Some(match term {
            TermName::EffectiveDate
            | TermName::Expiration
            | TermName::Renewal
            | TermName::RenewalNotice
            | TermName::TerminationForConvenience => Point::End,
            TermName::Payment => Point::Payments,
            TermName::PostTerminationServices => Point::Deliverables,
            TermName::LiabilityCap => Point::Release,
            TermName::NonSolicit | TermName::NonDisparagement => Point::Confidentiality,
            TermName::TerminationForBreach | TermName::GoverningLaw | TermName::NoticeMethod => return None,
        })
    }
}

/// What was agreed on a point; words are absent where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// In these words; with a day where one is agreed.
    As { words: Option<String>, on: Option<Day> },
    /// It does not arise between these parties, for this reason.
    NotNeeded { because: Option<String> },
}

/// Why an agreement cannot be signed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nothing was agreed on the point.
    Point(Point),
    /// The end has no day.
    EndDay,
    /// The end lies before the day of the agreement.
    EndIsPast(Day),
    /// A day by which something is due lies after the release that says nothing is owed.
    DueAfterRelease { point: Point, due_on: Day, released_on: Day },
}

/// An agreement in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    pub points: BTreeMap<Point, Settled>,
}

impl Agreement {
    /// Returns the day on which services end, if one is agreed.
    pub fn ends_on(&self) -> Option<Day> {
        self.day(Point::End)
    }

    /// Returns what is still open on the day on which it is to be signed, in the order of the points.
    pub fn open(&self, on: Day) -> Vec<Open> {
        let mut open = vec![];
        for point in Point::ALL {
            match self.points.get(point) {
                None => open.push(Open::Point(*point)),
                Some(Settled::As { on: None, .. }) if *point == Point::End => open.push(Open::EndDay),
                Some(_) => {}
            }
        }
        open.extend(self.ends_on().filter(|ends_on| *ends_on < on).map(Open::EndIsPast));
        // Whoever releases the other side before it has paid or delivered has nothing left to ask for.
        if let Some(released_on) = self.day(Point::Release) {
            let late = |point: Point| {
                let due_on = self.day(point).filter(|due_on| *due_on > released_on)?;
                Some(Open::DueAfterRelease { point, due_on, released_on })
            };
            open.extend([Point::Payments, Point::Deliverables, Point::Data].into_iter().filter_map(late));
        }
        open
    }

    /// Returns the words in which points were settled, as far as they can be read.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.points.values().filter_map(|settled| match settled {
            Settled::As { words, .. } => words.as_deref(),
            Settled::NotNeeded { .. } => None,
        })
    }

    /// Returns the day that was agreed for a point.
    pub fn day(&self, point: Point) -> Option<Day> {
        match self.points.get(&point) {
            Some(Settled::As { on, .. }) => *on,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn as_agreed(on: Option<&str>) -> Settled {
        Settled::As { words: Some("as agreed".to_owned()), on: on.map(day) }
    }

    fn whole() -> Agreement {
        let mut points: BTreeMap<Point, Settled> = Point::ALL.iter().map(|point| (*point, as_agreed(None))).collect();
        points.insert(Point::End, as_agreed(Some("2027-01-31")));
        Agreement { points }
    }

    #[test]
    fn an_agreement_is_whole_when_every_point_is_settled() {
        assert_eq!(whole().open(day("2026-12-01")), []);
        assert_eq!(Agreement::default().open(day("2026-12-01")).len(), Point::ALL.len());
        let mut agreement = whole();
        agreement.points.remove(&Point::Data);
        agreement.points.insert(Point::Ip, Settled::NotNeeded { because: Some("no work was made".to_owned()) });
        assert_eq!(agreement.open(day("2026-12-01")), [Open::Point(Point::Data)]);
    }

    #[test]
    fn what_is_owed_and_what_a_contract_says_has_its_point() {
        let of = |code| Point::of_code(code).map_or("none", Point::word);
        for (code, point) in [
            (Code::Del01, "deliverables"),
            (Code::Hnd01, "deliverables"),
            (Code::Fin02, "payments"),
            (Code::Acc03, "data"),
            (Code::Dig01, "data"),
            (Code::Dat02, "data"),
            (Code::Ip01, "ip"),
            (Code::Con08, "release"),
            (Code::Ppl05, "confidentiality"),
            (Code::Con01, "none"),
            (Code::Ppl01, "none"),
            (Code::Clo01, "none"),
        ] {
            assert_eq!(of(code), point, "{}", code.word());
        }
        assert_eq!(Point::of_term(TermName::NonSolicit), Some(Point::Confidentiality));
        assert_eq!(Point::of_term(TermName::Expiration), Some(Point::End));
        assert_eq!(Point::of_term(TermName::GoverningLaw), None);
    }

    #[test]
    fn days_must_fit_each_other() {
        let mut agreement = whole();
        assert_eq!(agreement.open(day("2027-02-01")), [Open::EndIsPast(day("2027-01-31"))]);
        agreement.points.insert(Point::End, as_agreed(None));
        assert_eq!(agreement.open(day("2026-12-01")), [Open::EndDay]);
        let mut agreement = whole();
        agreement.points.insert(Point::Payments, as_agreed(Some("2027-02-28")));
        agreement.points.insert(Point::Release, as_agreed(Some("2027-01-31")));
        let late =
            Open::DueAfterRelease { point: Point::Payments, due_on: day("2027-02-28"), released_on: day("2027-01-31") };
        assert_eq!(agreement.open(day("2026-12-01")), [late]);
    }
}
