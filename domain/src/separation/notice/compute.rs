//! One notice, forwards and backwards, under the worst guess of holidays that are not yet announced (RULINGS 11).

use super::backwards::last;
use super::end::ends_on;
use super::guesses::runs;
use super::places::{Off, Open};
use super::receipt::received_on;
use super::term::run_out;
use super::terms::{Calendars, Deemed, EndsWith, Terms};
use super::trace::{Source, Step, StepKind};
use super::window::first;
use crate::days::Day;
use crate::days::hijri::Hijri;
use crate::days::holiday::listed_from;
use serde::Serialize;

/// What a notice comes to; a day is `None` where nothing in the terms or tables gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    pub received_on: Day,
    pub effective_on: Option<Day>,
    pub effective_hijri: Option<String>,
    /// Only where a notice may come too early.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_lawful_receipt: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_lawful_dispatch: Option<Day>,
    /// What arrived until then came in time, though nobody plans for a day off.
    #[serde(skip)]
    pub in_time_until: Option<Day>,
    pub last_lawful_receipt: Option<Day>,
    pub last_lawful_dispatch: Option<Day>,
    pub last_safe_dispatch: Option<Day>,
    pub trace: Vec<Step>,
}

/// Computes a notice.
pub fn compute(terms: &Terms) -> Notice {
    match terms.ends_with {
        EndsWith::Length => worst(terms),
        EndsWith::Term => run_out(terms),
    }
}

/// Computes it under the worst guess; where the term is left to run out, without its end.
pub(super) fn worst(terms: &Terms) -> Notice {
    let runs = runs(terms);
    let expected = &runs[0];
    let latest = |pick: fn(&Notice) -> Option<Day>| runs.iter().filter_map(pick).max();
    // Where one guess leaves no lawful day, there is none to rely on.
    let earliest = |pick: fn(&Notice) -> Option<Day>| runs.iter().map(pick).min().flatten();
    let effective_on = latest(|run| run.effective_on);
    let worst = Notice {
        received_on: latest(|run| Some(run.received_on)).unwrap_or(expected.received_on),
        effective_on,
        effective_hijri: effective_on.and_then(Hijri::of).map(|day| day.to_string()),
        first_lawful_receipt: latest(|run| run.first_lawful_receipt),
        first_lawful_dispatch: latest(|run| run.first_lawful_dispatch),
        in_time_until: earliest(|run| run.in_time_until),
        last_lawful_receipt: earliest(|run| run.last_lawful_receipt),
        last_lawful_dispatch: earliest(|run| run.last_lawful_dispatch),
        last_safe_dispatch: earliest(|run| run.last_safe_dispatch),
        trace: vec![],
    };
    let trace = expected.trace.iter().cloned().chain(moved_by_guesses(expected, &worst)).collect();
    Notice { trace, ..worst }
}

/// Tells which days the worst guess moves.
fn moved_by_guesses(expected: &Notice, worst: &Notice) -> Vec<Step> {
    let days = |notice: &Notice| {
        let received = ("received_on", Some(notice.received_on));
        let last = [
            ("effective_on", notice.effective_on),
            ("first_lawful_receipt", notice.first_lawful_receipt),
            ("first_lawful_dispatch", notice.first_lawful_dispatch),
            ("last_lawful_receipt", notice.last_lawful_receipt),
            ("last_lawful_dispatch", notice.last_lawful_dispatch),
            ("last_safe_dispatch", notice.last_safe_dispatch),
        ];
        std::iter::once(received).chain(last).collect::<Vec<_>>()
    };
    let written = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let pairs = days(expected).into_iter().zip(days(worst));
    let moved = pairs.filter(|((_, expected), (_, worst))| expected != worst);
    let told = |((name, expected), (_, worst))| {
        Step::of(StepKind::Tentative, written(expected), written(worst), name, Source::Calendar)
    };
    moved.map(told).collect()
}

/// One guess of where the holidays fall.
pub(super) struct Guess<'t> {
    pub terms: &'t Terms,
    pub off: Off,
}

impl Guess<'_> {
    pub fn recipient(&self) -> Open<'_> {
        self.off.open([Some(&self.terms.to), None])
    }

    pub fn sender(&self) -> Open<'_> {
        self.off.open([Some(&self.terms.from), None])
    }

    pub fn both(&self) -> Open<'_> {
        let is_one = self.terms.from.place == self.terms.to.place;
        self.off.open([Some(&self.terms.to), Some(&self.terms.from).filter(|_| !is_one)])
    }

    /// The days that a length in business days counts.
    pub fn counted(&self) -> Open<'_> {
        match self.terms.calendars {
            Calendars::Recipient => self.recipient(),
            Calendars::Sender => self.sender(),
            Calendars::Both => self.both(),
        }
    }
}

/// Computes a notice under one guess.
pub(super) fn guessed(guess: &Guess) -> Notice {
    let terms = guess.terms;
    let sent = &terms.sent;
    let mut trace = unlisted(terms);
    if let Some(written) = sent.written.as_ref().filter(|written| written.at != sent.at) {
        let clocks = written.clocks.join(" ");
        trace.push(Step::of(StepKind::LocalTime, written.at, sent.at, clocks, Source::Zones));
    }
    let received_on = received_on(sent, terms.deemed, guess.recipient());
    trace.push(Step::of(StepKind::Receipt, sent.at, received_on, terms.deemed.word(), terms.deemed_source()));
    if terms.deemed.follows_calendar() {
        trace.extend(skipped(guess.recipient(), Day::from(sent.at.date()), received_on));
    }
    let effective_on = match terms.ends_with {
        EndsWith::Length => ends_on(terms, received_on, guess.counted(), guess.recipient(), &mut trace),
        EndsWith::Term => None,
    };
    let first = first(terms, guess, &mut trace);
    let last = last(terms, guess, &mut trace);
    Notice {
        received_on,
        effective_on,
        effective_hijri: None,
        first_lawful_receipt: first.map(|first| first.receipt),
        first_lawful_dispatch: first.map(|first| first.dispatch),
        in_time_until: last.map(|last| last.in_time),
        last_lawful_receipt: last.map(|last| last.receipt),
        last_lawful_dispatch: last.map(|last| last.dispatch),
        last_safe_dispatch: last.map(|last| last.safe),
        trace,
    }
}

/// So many holidays of one stretch are told singly.
const SKIPPED_MAX: usize = 60;

/// Tells the holidays from one day to another, where they would otherwise have counted.
pub(super) fn skipped(open: Open, from: Day, to: Day) -> Vec<Step> {
    let days = (0..=to.since(from)).map(|days| from.plus(days));
    let off = days.filter_map(|day| Some((day, open.on_holiday(day))).filter(|(_, places)| !places.is_empty()));
    let told =
        |(day, places): (Day, Vec<&str>)| Step::of(StepKind::Skipped, day, day, places.join(" "), Source::Calendar);
    off.take(SKIPPED_MAX).map(told).collect()
}

/// Tells of which places the packs do not know all holidays that may matter.
fn unlisted(terms: &Terms) -> Vec<Step> {
    if !terms.packs {
        return vec![];
    }
    let sent_on = Day::from(terms.sent.at.date());
    let mut places = vec![terms.from.place.as_str(), terms.to.place.as_str()];
    places.dedup();
    let unlisted = |place: &str| match listed_from(place) {
        Some(from) if from <= sent_on => None,
        Some(from) => Some(Step::of(StepKind::Unlisted, place, from, "pack_holidays", Source::Packs)),
        None => Some(Step::of(StepKind::Unlisted, place, "", "pack_holidays", Source::Packs)),
    };
    places.into_iter().filter_map(unlisted).collect()
}

impl Terms {
    /// Returns who says when a notice counts as received.
    pub(super) fn deemed_source(&self) -> Source {
        if self.deemed_by_default { Source::Default } else { Source::Clause }
    }
}

impl Deemed {
    /// Tells whether receipt waits for the recipient's business days.
    fn follows_calendar(self) -> bool {
        !matches!(self, Deemed::NthDay(_) | Deemed::OnReceipt)
    }

    /// Returns the rule in the words of the input.
    pub fn word(self) -> String {
        match self {
            Deemed::SameDay { cutoff: Some(cutoff) } => format!("same_day {:02}:{:02}", cutoff.hour(), cutoff.minute()),
            Deemed::SameDay { cutoff: None } => "same_day".to_owned(),
            Deemed::NextBusinessDay => "next_business_day".to_owned(),
            Deemed::NthBusinessDay(n) => format!("nth_business_day {n}"),
            Deemed::NthDay(n) => format!("nth_day {n}"),
            Deemed::OnReceipt => "on_receipt".to_owned(),
        }
    }
}
