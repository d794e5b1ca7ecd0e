//! How long after the due day each invoice was paid.

use super::{Course, course, ends};
use crate::days::Day;
use crate::sign::{Bill, Scene};
use crate::stats::{median, theil_sen_over};

/// The invoices that fell due in the window, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Punctuality {
    pub dots: Vec<Dot>,
    pub course: Course,
    /// The usual days late at the beginning and at the end.
    pub first: f64,
    pub last: f64,
    /// The usual days late of all.
    pub usual: f64,
    pub trend: Option<Line>,
}

/// One invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    pub invoice: String,
    pub due_on: Day,
    /// Days late; its age where it is still open.
    pub days: i32,
    pub is_open: bool,
}

/// A straight line through the dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub from: (Day, f64),
    pub to: (Day, f64),
}

/// More dots than this cannot be told apart; the latest stay.
const DOTS_MAX: usize = 150;

/// Returns when each invoice of the window was paid; `None` if none fell due.
pub fn punctuality(scene: &Scene) -> Option<Punctuality> {
    let mut dots: Vec<Dot> = scene.ledger.due_within(scene.since, scene.on).map(|bill| dot(scene, bill)).collect();
    dots.drain(..dots.len().saturating_sub(DOTS_MAX));
    let days: Vec<f64> = dots.iter().map(|dot| f64::from(dot.days)).collect();
    let (first, last) = ends(&days)?;
    let usual = median(&mut days.clone())?;
    let course = course(&days);
    let trend = if course == Course::Holds { None } else { line(&dots, &days) };
    Some(Punctuality { dots, course, first, last, usual, trend })
}

impl Punctuality {
    /// Returns how many invoices are still open.
    pub fn open(&self) -> usize {
        self.dots.iter().filter(|dot| dot.is_open).count()
    }
}

fn dot(scene: &Scene, bill: &Bill) -> Dot {
    Dot {
        invoice: scene.history.invoices[bill.invoice].id.to_string(),
        due_on: bill.due_on,
        days: bill.days_late(),
        is_open: bill.settled_on.is_none(),
    }
}

/// Returns the Theil-Sen line: the median slope through the median point (Sen 1968).
fn line(dots: &[Dot], days: &[f64]) -> Option<Line> {
    let xs: Vec<f64> = dots.iter().map(|dot| f64::from(dot.due_on.number())).collect();
    let slope = theil_sen_over(&xs, days)?;
    let level = median(&mut xs.iter().zip(days).map(|(x, y)| y - slope * x).collect::<Vec<f64>>())?;
    let at = |dot: &Dot| (dot.due_on, (level + slope * f64::from(dot.due_on.number())).max(0.0));
    Some(Line { from: at(dots.first()?), to: at(dots.last()?) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::sample::{day, firm, history};
    use crate::sign::{Policy, Scene};

    /// One line an invoice: due, paid or `-`.
    fn picture(lines: &str, on: &str) -> Option<Punctuality> {
        let mut text = String::new();
        for (i, line) in lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            let (due, paid) = line.split_once(' ').expect("due and paid");
            text += &format!("invoices I-{i} issued_on={due} due_on={due} amount=100\n");
            if paid != "-" {
                text += &format!("payments P-{i} invoice=I-{i} paid_on={paid} amount=100\n");
            }
        }
        let (mut history, policy, firm) = (history(&text), Policy::standard(), firm());
        history.keep_known_on(day(on));
        punctuality(&Scene::new(&history, &firm, &policy, day(on)))
    }

    #[test]
    fn open_invoices_show_their_age_and_none_is_dropped() {
        let picture = picture(
            "2025-01-01 2025-03-01
             2026-01-10 2026-01-05
             2026-02-10 2026-02-15
             2026-03-10 -
             2026-09-01 -",
            "2026-04-09",
        )
        .expect("three invoices fell due");
        let dots: Vec<(i32, bool)> = picture.dots.iter().map(|dot| (dot.days, dot.is_open)).collect();
        assert_eq!(
            dots,
            [(0, false), (5, false), (30, true)],
            "the oldest lies before the window, the last is not due"
        );
        assert_eq!((picture.open(), picture.usual, picture.course), (1, 5.0, Course::Holds));
    }

    #[test]
    fn a_rising_series_has_a_line() {
        let picture = picture(
            "2026-01-01 2026-01-04
             2026-02-01 2026-02-07
             2026-03-01 2026-03-10
             2026-04-01 2026-04-13
             2026-05-01 2026-05-16
             2026-06-01 2026-06-19",
            "2026-07-01",
        )
        .expect("six invoices fell due");
        let line = picture.trend.expect("a line");
        assert_eq!((picture.course, picture.first, picture.last), (Course::Rises, 4.5, 16.5));
        assert!((line.from.1 - 3.0).abs() < 1.0 && (line.to.1 - 18.0).abs() < 1.0, "{line:?}");
    }

    #[test]
    fn nothing_due_is_no_picture() {
        assert_eq!(picture("2026-09-01 -", "2026-04-01"), None);
    }
}
