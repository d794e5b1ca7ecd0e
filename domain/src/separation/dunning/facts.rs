//! What is known of one invoice when its next reminder is asked for.

use super::ladder::{Ladder, RungKind};
use super::suspension::Suspension;
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::holiday::kept;
use crate::firm::Firm;
use crate::record::Promise;
use crate::separation::notice::places::Off;
use crate::separation::settlement::{Kept, Particular, disputed, instalments, retained};
use crate::sign::{Bill, Scene, kept_until, promise_is_kept};

/// A reminder that was sent; without a level, one that nobody put on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub on: Day,
    pub level: Option<i64>,
}

/// One invoice on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub due_on: Day,
    /// What is open and undisputed, in minor units.
    pub open: i64,
    pub disputed: i64,
    pub is_settled: bool,
    /// In the order of their days.
    pub sent: Vec<Sent>,
    /// The last day on which a promise that stands is kept.
    pub promised_until: Option<Day>,
    /// Whether a payment plan for it was accepted, and no instalment is broken.
    pub has_plan: bool,
    /// Until when reminders rest.
    pub paused_until: Option<Day>,
    /// Until when the default may be mended.
    pub cure_until: Option<Day>,
    pub is_insolvent: bool,
    pub counsel_stopped: bool,
    /// Whether work for the client is stopped, by whoever may.
    pub is_held: bool,
    /// Whether a critical case is open, as far as the reader may know.
    pub is_critical: bool,
    /// Whether a talk with the client is recorded.
    pub talked: bool,
    pub suspension: Suspension,
}

/// What is known beside the records and what people stated of the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Whether work for the client is stopped.
    pub is_held: bool,
    /// The days of talks with the client that a case records.
    pub talks: Vec<Day>,
    /// Whether counsel wrote in a case why no talk is needed (RULINGS 40).
    pub talk_not_needed: bool,
}

/// The debtor's calendar: weekends and holidays of its place.
pub struct DebtorDays {
    calendar: Option<Calendar>,
    off: Off,
}

impl DebtorDays {
    /// Returns the calendar of a client's place, else the firm's; where neither is known, every day is open.
    pub fn of(country: Option<&str>, firm: &Firm) -> DebtorDays {
        let calendar = country.and_then(Calendar::of).or_else(|| firm.calendar());
        let holidays = calendar.as_ref().map(|calendar| kept(&calendar.place, &firm.own_days)).unwrap_or_default();
        DebtorDays { off: Off::of(&holidays, |_| 0), calendar }
    }

    /// Returns the place whose calendar it is.
    pub fn place(&self) -> Option<&str> {
        self.calendar.as_ref().map(|calendar| calendar.place.as_str())
    }

    /// Returns the first day from a day on on which the debtor works.
    pub fn on_or_after(&self, day: Day) -> Day {
        self.off.open([self.calendar.as_ref(), None]).on_or_after(day)
    }

    /// Returns the day from whose first hour of contact on the debtor may be reminded, by the hours of a ladder and the clocks
    /// of their place; nothing where that is now.
    pub fn waits_until(&self, ladder: &Ladder, day: Day, hour: u16) -> Option<Day> {
        let next = self.on_or_after(if hour < ladder.closes { day } else { day.plus(1) });
        (next != day || hour < ladder.opens).then_some(next)
    }

    /// Returns the business day that lies so many business days later.
    pub fn plus(&self, day: Day, business_days: u32) -> Day {
        self.off.open([self.calendar.as_ref(), None]).plus(day, business_days)
    }
}

impl Facts {
    /// Gathers what the records and people say of a bill. `is_critical` is for the caller to know.
    pub fn of(scene: &Scene, bill: &Bill, ladder: &Ladder, particulars: &[Kept], beside: &Beside) -> Facts {
        let invoice = &scene.history.invoices[bill.invoice];
        let retained = retained(scene, bill, particulars);
        let disputed = disputed(scene, bill, particulars).min(bill.open() - retained);
        let about = |of: Option<&str>| of.is_none_or(|of| of == invoice.id);
        let own = || particulars.iter().map(|kept| &kept.particular).filter(|own| about(own.invoice()));
        let reminders = scene.history.reminders.iter().filter(|reminder| reminder.invoice == invoice.id);
        let sent: Vec<Sent> = reminders.map(|own| Sent { on: own.sent_on, level: own.level }).collect();
        let call = ladder.rungs.iter().find(|rung| rung.kind == RungKind::Call).map(|rung| rung.level);
        Facts {
            due_on: bill.due_on,
            open: bill.open() - retained - disputed,
            disputed,
            is_settled: bill.settled_on.is_some() || bill.open() == 0,
            promised_until: promised_until(scene, &invoice.id),
            has_plan: particulars.iter().any(|kept| stands(scene, bill, &kept.particular)),
            paused_until: own().filter_map(|own| paused(own, scene.on)).max(),
            cure_until: own().filter_map(cure).max(),
            is_insolvent: own().any(|own| matches!(own, Particular::Insolvency { .. })),
            counsel_stopped: own().any(|own| matches!(own, Particular::CounselStop { .. })),
            is_held: beside.is_held,
            is_critical: false,
            // A talk before it was due was about something else.
            talked: (call.is_some() && sent.iter().any(|sent| sent.level == call))
                || beside.talks.iter().any(|on| *on >= bill.due_on)
                || beside.talk_not_needed,
            suspension: suspension(particulars),
            sent,
        }
    }
}

/// Returns the last day on which the latest promise that can still be kept is kept.
fn promised_until(scene: &Scene, invoice: &str) -> Option<Day> {
    let open = |promise: &&Promise| promise.invoice == invoice && promise_is_kept(scene, promise).is_none();
    let until = scene.history.promises.iter().filter(open).map(|promise| kept_until(scene, promise.promised_on));
    until.filter(|day| *day >= scene.on).max()
}

fn stands(scene: &Scene, bill: &Bill, particular: &Particular) -> bool {
    let Particular::Plan { invoices, instalments: plan, accepted_on } = particular else { return false };
    let invoice = &scene.history.invoices[bill.invoice];
    let covers =
        if invoices.is_empty() { bill.issued_on < *accepted_on } else { invoices.iter().any(|own| *own == invoice.id) };
    covers && instalments(scene, invoices, plan, *accepted_on).iter().all(|(_, kept)| *kept != Some(false))
}

fn paused(particular: &Particular, on: Day) -> Option<Day> {
    match particular {
        Particular::Pause { from, until, .. } if *from <= on && on <= *until => Some(*until),
        _ => None,
    }
}

fn cure(particular: &Particular) -> Option<Day> {
    match particular {
        Particular::Cure { until, .. } => Some(*until),
        _ => None,
    }
}

fn suspension(particulars: &[Kept]) -> Suspension {
    let mut known = Suspension::default();
    for kept in particulars {
        match &kept.particular {
            Particular::SuspensionRight { notice_days, served_on, additional_only } => {
                known.notice_days = Some(*notice_days);
                known.served_on = *served_on;
                known.additional_only = *additional_only;
            }
            Particular::HarmCheck { critical_system, third_parties } => {
                known.harms = Some((*critical_system, *third_parties));
            }
            _ => {}
        }
    }
    known
}
