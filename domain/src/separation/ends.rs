//! Several contracts of one client: when each can end at the earliest if a notice is sent on a day, by which right, and
//! which of them keep the others waiting (DOMAIN 5.7, B83). A contract without a right to end calls for an agreement (B86).

use super::contract::{By, Confirmed, Length as Span, TermName, TermValue};
use super::notice::{Length, Place, Terms, compute};
use super::renewal::{Before, Course, Window, length};
use super::service::Service;
use crate::days::Day;
use crate::days::holiday::Holiday;
use crate::word::words;

words! {
    /// What ends a contract.
    EndsBy {
        /// Notice without a reason.
        Notice = "notice",
        /// Notice that it shall not renew.
        NonRenewal = "non_renewal",
        /// Its term runs out by itself.
        Expiry = "expiry",
    }
}

words! {
    /// Why a right cannot be counted on.
    Lack {
        /// Nobody has said yet whether the contract may be ended without a reason.
        Clause = "clause",
        /// It may be ended, but the notice's length is not known.
        NoticeLength = "notice_length",
        /// The contract does not say which party may end it.
        Party = "party",
        /// Nobody has said yet when its term ends.
        End = "end",
        /// Nobody has said yet whether it renews itself.
        Renewal = "renewal",
        /// It renews itself, but the notice against that is not known.
        RenewalNotice = "renewal_notice",
        /// The way in which notices are given is confirmed, and not when one so given counts as received.
        Deemed = "deemed",
        /// The window of the running term has closed, and how long the next term is is not known.
        NextTerm = "next_term",
    }
}

/// What is known of one contract's end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub contract: String,
    pub ends_on: Option<Day>,
    /// Whether it renews itself, and for how long.
    pub renews: Option<bool>,
    pub renews_for: Option<Span>,
    pub renewal_notice: Option<Length>,
    /// How long before its end a notice against renewal would come too early.
    pub earliest_notice: Option<Length>,
    pub without_reason: WithoutReason,
    pub service: Service,
}

/// Whether we may end a contract without a reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithoutReason {
    #[default]
    Unknown,
    No,
    /// One party may, and the contract does not say which.
    OfSomeone,
    /// We may, on so much notice if that is known.
    Ours(Option<Length>),
}

/// One way in which a contract ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub by: EndsBy,
    pub ends_on: Day,
    /// For a notice: its length.
    pub notice: Option<Length>,
    /// Until when it must be sent, where it must be sent before a day.
    pub window: Option<Window>,
}

/// One contract in the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub contract: String,
    /// The earliest end first.
    pub ways: Vec<Way>,
    pub lacks: Vec<Lack>,
    /// When it ends if nobody does anything; `None` where it goes on.
    pub runs_out_on: Option<Day>,
    /// It ended before the day that is looked at.
    pub has_ended: bool,
}

impl Line {
    /// Returns the way that ends it first.
    pub fn earliest(&self) -> Option<&Way> {
        self.ways.first()
    }

    /// Tells whether the contract gives no right to end it, so that an agreement is to be proposed (B86).
    pub fn needs_agreement(&self) -> bool {
        self.ways.is_empty() && self.lacks.is_empty() && !self.has_ended
    }
}

/// All contracts of a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    pub lines: Vec<Line>,
    /// The first day on which any of those that still run can have ended.
    pub first: Option<Day>,
    /// The first day on which all of them can have ended; `None` while one of them has no end.
    pub all: Option<Day>,
    /// The contracts that end last, or those that have no end.
    pub hold_up: Vec<String>,
}

/// Where a notice goes from and to, and the holidays there.
pub struct Places<'a> {
    pub from: &'a Place,
    pub to: &'a Place,
    pub holidays: &'a [&'a [Holiday]],
}

impl Matrix {
    /// Returns when a client's contracts can end if each notice is sent on this day.
    pub fn of(contracts: &[Facts], on: Day, places: &Places) -> Matrix {
        let lines: Vec<Line> = contracts.iter().map(|facts| line(facts, on, places)).collect();
        let standing: Vec<&Line> = lines.iter().filter(|line| !line.has_ended).collect();
        let ends: Vec<Option<Day>> = standing.iter().map(|line| line.earliest().map(|way| way.ends_on)).collect();
        let first = ends.iter().flatten().min().copied();
        let all = ends.iter().copied().collect::<Option<Vec<Day>>>().and_then(|ends| ends.into_iter().max());
        let hold_up = standing.iter().zip(&ends).filter(|(_, end)| **end == all);
        let hold_up = hold_up.map(|(line, _)| line.contract.clone()).collect();
        Matrix { first, all: all.filter(|_| first.is_some()), hold_up, lines }
    }
}

fn line(facts: &Facts, on: Day, places: &Places) -> Line {
    let runs_out_on = facts.ends_on.filter(|_| facts.renews == Some(false));
    let has_ended = runs_out_on.is_some_and(|day| day < on);
    let mut line = Line { contract: facts.contract.clone(), ways: vec![], lacks: vec![], runs_out_on, has_ended };
    if has_ended {
        return line;
    }
    match facts.without_reason {
        WithoutReason::Unknown => line.lacks.push(Lack::Clause),
        WithoutReason::OfSomeone => line.lacks.push(Lack::Party),
        WithoutReason::Ours(None) => line.lacks.push(Lack::NoticeLength),
        WithoutReason::Ours(Some(_)) if facts.service.deemed.is_none() => line.lacks.push(Lack::Deemed),
        WithoutReason::Ours(Some(notice)) => line.ways.extend(by_notice(notice, facts.service, on, places)),
        WithoutReason::No => {}
    }
    match (facts.ends_on, facts.renews) {
        (None, Some(false)) => {}
        (None, _) => line.lacks.push(Lack::End),
        (Some(_), None) => line.lacks.push(Lack::Renewal),
        (Some(ends_on), Some(false)) => {
            line.ways.push(Way { by: EndsBy::Expiry, ends_on, notice: None, window: None });
        }
        (Some(ends_on), Some(true)) => match by_non_renewal(facts, ends_on, on, places) {
            Ok(way) => line.ways.push(way),
            Err(lack) if line.lacks.contains(&lack) => {}
            Err(lack) => line.lacks.push(lack),
        },
    }
    line.ways.sort_by_key(|way| way.ends_on);
    line
}

/// A notice is sent in the middle of the morning.
const SENT_HOUR: i8 = 10;

fn by_notice(notice: Length, service: Service, on: Day, places: &Places) -> Option<Way> {
    let ends = [places.from, places.to].map(Place::clone);
    let found = compute(&Terms {
        deemed_by_default: service.deemed_by_default,
        holidays: places.holidays.iter().copied().flatten().cloned().collect(),
        packs: true,
        ..Terms::plain(on.date().at(SENT_HOUR, 0, 0, 0), ends, service.deemed?, notice)
    });
    Some(Way { by: EndsBy::Notice, ends_on: found.effective_on?, notice: Some(notice), window: None })
}

/// Returns the end of the first term whose renewal can still be stopped.
fn by_non_renewal(facts: &Facts, ends_on: Day, on: Day, places: &Places) -> Result<Way, Lack> {
    let notice = facts.renewal_notice.ok_or(Lack::RenewalNotice)?;
    if facts.service.deemed.is_none() {
        return Err(Lack::Deemed);
    }
    let course = Course { ends_on, renews_for: facts.renews_for };
    let before = Before { least: notice, most: facts.earliest_notice };
    let mut windows = course.windows(before, facts.service, places, on);
    let open = windows.find(|window| window.last_dispatch >= on).ok_or(Lack::NextTerm)?;
    Ok(Way { by: EndsBy::NonRenewal, ends_on: open.ends_on, notice: Some(notice), window: Some(open) })
}

impl Facts {
    /// Returns when the term that runs on a day ends: the first, or one that followed it by renewal; of a contract that
    /// ended, when it did.
    pub fn running_ends_on(&self, on: Day) -> Option<Day> {
        let ends_on = self.ends_on?;
        let renews_for = self.renews_for.filter(|_| self.renews == Some(true));
        Course { ends_on, renews_for }.running_ends_on(on).or(Some(ends_on))
    }

    /// Takes from a contract's confirmed terms what they say, in the place of what the records say.
    pub fn confirmed(mut self, terms: &Confirmed) -> Facts {
        if let Some(end) = terms.value(TermName::Expiration) {
            let from = terms.value(TermName::EffectiveDate).and_then(|begin| begin.date);
            let counted = || span(end).zip(from).and_then(|(span, from)| span.after(from));
            self.ends_on = end.date.or_else(counted).or(self.ends_on);
        }
        if let Some(renewal) = terms.value(TermName::Renewal) {
            self.renews = renewal.automatic.or(self.renews);
            self.renews_for = span(renewal).or(self.renews_for);
        } else if terms.lacks(TermName::Renewal) {
            self.renews = Some(false);
        }
        if let Some(notice) = terms.value(TermName::RenewalNotice) {
            self.renewal_notice = notice_of(notice).or(self.renewal_notice);
            self.earliest_notice =
                notice.earliest().and_then(|(n, unit)| Some(Length { count: u16::try_from(n).ok()?, unit }));
        }
        if let Some(right) = terms.value(TermName::TerminationForConvenience) {
            self.without_reason = match right.by {
                Some(By::Us | By::Either) => WithoutReason::Ours(notice_of(right)),
                Some(By::Client) => WithoutReason::No,
                Some(By::Unknown) | None => WithoutReason::OfSomeone,
            };
        } else if terms.lacks(TermName::TerminationForConvenience) {
            self.without_reason = WithoutReason::No;
        }
        self.service = Service::of(terms);
        self
    }
}

fn span(value: &TermValue) -> Option<Span> {
    Some(Span { n: value.length?, unit: value.unit? })
}

/// Returns a term's length as a notice runs.
pub fn notice_of(value: &TermValue) -> Option<Length> {
    length(value.length.map(i64::from), value.unit)
}

#[cfg(test)]
mod tests {
    use super::super::contract::{Standing, Statement};
    use super::super::notice::{Method, Rule, read};
    use super::*;
    use crate::record::NoticeUnit;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn days(count: u16) -> Option<Length> {
        Some(Length { count, unit: NoticeUnit::Day })
    }

    fn year() -> Option<Span> {
        Some(Span { n: 1, unit: NoticeUnit::Year })
    }

    fn facts(contract: &str) -> Facts {
        Facts { contract: contract.to_owned(), without_reason: WithoutReason::No, ..Facts::default() }
    }

    fn matrix(contracts: &[Facts], on: &str) -> Matrix {
        let place = Place::of("SA").expect("known");
        Matrix::of(contracts, day(on), &Places { from: &place, to: &place, holidays: &[] })
    }

    #[test]
    fn the_last_of_the_earliest_ends_holds_up() {
        // Sunday 1 November 2026 in Riyadh, received on Monday 2: thirty days later is 2 December.
        let by_notice = Facts { without_reason: WithoutReason::Ours(days(30)), renews: Some(false), ..facts("A") };
        let runs_out = Facts { ends_on: Some(day("2027-03-31")), renews: Some(false), ..facts("B") };
        let found = matrix(&[by_notice.clone(), runs_out], "2026-11-01");
        assert_eq!((found.first, found.all), (Some(day("2026-12-02")), Some(day("2027-03-31"))));
        assert_eq!(found.hold_up, ["B"]);
        let by: Vec<EndsBy> = found.lines.iter().filter_map(|line| Some(line.earliest()?.by)).collect();
        assert_eq!(by, [EndsBy::Notice, EndsBy::Expiry]);
        // What has ended counts no more.
        let ended = Facts { ends_on: Some(day("2026-06-30")), renews: Some(false), ..facts("E") };
        let found = matrix(&[by_notice.clone(), ended], "2026-11-01");
        assert_eq!((found.first, found.all), (Some(day("2026-12-02")), Some(day("2026-12-02"))));
        assert!(found.lines[1].has_ended && !found.lines[1].needs_agreement() && found.hold_up == ["A"]);
        // A contract that gives no right keeps all waiting.
        let bound = Facts { renews: Some(false), ..facts("C") };
        let found = matrix(&[by_notice, bound], "2026-11-01");
        assert_eq!(
            (found.first, found.all, found.hold_up.as_slice()),
            (Some(day("2026-12-02")), None, &["C".to_owned()][..])
        );
        assert!(found.lines[1].needs_agreement() && !found.lines[0].needs_agreement());
    }

    #[test]
    fn a_window_that_closed_leaves_the_next_term() {
        let renews = Facts {
            ends_on: Some(day("2026-12-31")),
            renews: Some(true),
            renews_for: year(),
            renewal_notice: days(60),
            ..facts("R")
        };
        let ends = |on: &str| matrix(std::slice::from_ref(&renews), on).first;
        // Sixty days before 31 December is Sunday 1 November; it must be sent on Thursday 29 October, received on Sunday.
        assert_eq!(ends("2026-10-29"), Some(day("2026-12-31")));
        assert_eq!(ends("2026-11-02"), Some(day("2027-12-31")));
        assert_eq!(ends("2028-02-01"), Some(day("2028-12-31")));
        let open = Facts { renews_for: None, ..renews.clone() };
        assert_eq!(matrix(&[open], "2026-11-02").lines[0].lacks, [Lack::NextTerm]);
        let unsaid = Facts { renewal_notice: None, ..renews };
        assert_eq!(matrix(&[unsaid], "2026-10-01").lines[0].lacks, [Lack::RenewalNotice]);
    }

    #[test]
    fn a_notice_by_post_waits_for_what_its_clause_says() {
        let methods = vec![Method::RegisteredPost];
        let said = |deemed_n| TermValue {
            methods: methods.clone(),
            deemed: Some(Rule::NthBusinessDay),
            deemed_n,
            ..TermValue::default()
        };
        let with = |value| {
            let statement = Statement { standing: Standing::Confirmed, value, quote: String::new(), version: 1 };
            let terms = Confirmed([(TermName::NoticeMethod, statement)].into());
            let ours = Facts { without_reason: WithoutReason::Ours(days(30)), renews: Some(false), ..facts("A") };
            matrix(&[ours.confirmed(&terms)], "2026-11-01").lines.remove(0)
        };
        // Sunday 1 November in Riyadh; received on Thursday 5: thirty days later is 5 December.
        assert_eq!(with(said(Some(4))).earliest().map(|way| way.ends_on), Some(day("2026-12-05")));
        assert_eq!(with(said(None)).lacks, [Lack::Deemed]);
    }

    #[test]
    fn a_notice_between_two_places_ends_as_it_is_computed() {
        let [from, to] = ["EG", "AE"].map(|code| Place::of(code).expect("known"));
        let notice = Length { count: 6, unit: NoticeUnit::BusinessDay };
        let ours = Facts { without_reason: WithoutReason::Ours(Some(notice)), renews: Some(false), ..facts("A") };
        let places = Places { from: &from, to: &to, holidays: &[] };
        let found = Matrix::of(&[ours], day("2026-01-15"), &places).first;
        // Thursday in Cairo, received on Friday 16 January in Dubai; six days open in both: 19 to 22, 26 and 27.
        assert_eq!(found, Some(day("2026-01-27")));
        let asked = r#"{"sent_at":"2026-01-15T10:00","from":"EG","to":"AE","method":"email","length":6,
            "unit":"business_day"}"#;
        assert_eq!(compute(&read(asked).expect("sound")).effective_on, found);
    }

    #[test]
    fn what_nobody_confirmed_is_lacking() {
        let unread = Facts { contract: "U".to_owned(), ..Facts::default() };
        let found = matrix(&[unread], "2026-11-01");
        assert_eq!(found.lines[0].lacks, [Lack::Clause, Lack::End]);
        assert!(!found.lines[0].needs_agreement() && found.all.is_none());
    }

    #[test]
    fn confirmed_terms_stand_above_records() {
        let said = |standing, value| Statement { standing, value, quote: String::new(), version: 1 };
        let there = |value| said(Standing::Confirmed, value);
        let length = |length, unit| TermValue { length: Some(length), unit: Some(unit), ..TermValue::default() };
        let terms = Confirmed(
            [
                (TermName::EffectiveDate, there(TermValue { date: Some(day("2026-02-01")), ..TermValue::default() })),
                (TermName::Expiration, there(length(1, NoticeUnit::Year))),
                (TermName::Renewal, said(Standing::Absent, TermValue::default())),
                (
                    TermName::TerminationForConvenience,
                    there(TermValue { by: Some(By::Client), ..length(30, NoticeUnit::Day) }),
                ),
            ]
            .into(),
        );
        let record = Facts { ends_on: Some(day("2030-01-01")), renews: Some(true), ..Facts::default() };
        let facts = record.confirmed(&terms);
        assert_eq!((facts.ends_on, facts.renews), (Some(day("2027-02-01")), Some(false)));
        assert_eq!(facts.without_reason, WithoutReason::No);
    }
}
