//! R0: our own quality, by criteria that stood beforehand. It weakens findings and is never held against the client.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::lacking;
use crate::days::Day;
use crate::record::{Deliverable, LateCause};

/// How well we delivered in the window.
pub struct Quality {
    /// 0 to 1: the geometric mean of the three shares.
    pub value: f64,
    /// Share delivered in time; what the client made late counts as in time.
    pub on_time: f64,
    /// Share accepted without a revision round that we caused.
    pub first_time: f64,
    /// What it rests on, in the order in which it was handed over.
    pub pieces: Vec<Piece>,
}

/// One deliverable as our doing.
pub struct Piece {
    /// Its place in `History::deliverables`.
    pub deliverable: usize,
    /// The day it was handed over, or was due if it was not.
    pub day: Day,
    pub is_late: bool,
    /// Whether an error of ours caused a revision round; `None` if nobody wrote it down.
    pub is_sent_back: Option<bool>,
    pub defects: i64,
}

impl Piece {
    /// Returns the quality of this one alone, 0 to 1, for comparing it with the others.
    pub fn quality(&self) -> f64 {
        let share = |fails: bool| if fails { 0.0 } else { 1.0 };
        let faultless = (1.0 - self.defects as f64).max(0.0);
        match self.is_sent_back {
            Some(sent_back) => (share(self.is_late) + share(sent_back) + faultless) / 3.0,
            None => (share(self.is_late) + faultless) / 2.0,
        }
    }

    fn faults(&self) -> i64 {
        i64::from(self.is_late) + i64::from(self.is_sent_back == Some(true)) + self.defects
    }
}

/// Finds our quality below the levels of its rule; it only informs.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let quality = quality(scene)?;
    let Some((level, threshold)) = scene.rule(Code::R0).below(quality.value) else { return Ok(None) };
    let count = |tells: fn(&Piece) -> bool| quality.pieces.iter().filter(|piece| tells(piece)).count();
    Ok(Some(Draft {
        code: Code::R0,
        level: Some(level),
        value: Value::Number(quality.value),
        threshold: Some(threshold),
        data: quality.pieces.len() as f64,
        n: quality.pieces.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: quality.pieces.last().map_or(scene.on, |piece| piece.day),
        against: Against::Nothing,
        args: vec![
            ("quality", Arg::Share(quality.value)),
            ("on_time", Arg::Share(quality.on_time)),
            ("first_time", Arg::Share(quality.first_time)),
            ("late", Arg::count(count(|piece| piece.is_late))),
            ("sent_back", Arg::count(count(|piece| piece.is_sent_back == Some(true)))),
            ("defects", Arg::Number(quality.pieces.iter().map(|piece| piece.defects).sum::<i64>() as f64)),
        ],
        facts: faulty(scene, quality),
    }))
}

/// Returns our quality in the window, measured once for all who ask.
pub fn quality<'a>(scene: &'a Scene) -> Result<&'a Quality, Need> {
    scene.quality.get_or_init(|| measure(scene)).as_ref().map_err(|needs| *needs)
}

/// Measures our quality in the window (RULINGS 29); errs with what is missing.
fn measure(scene: &Scene) -> Result<Quality, Need> {
    let all = &scene.history.deliverables;
    let pieces = pieces(scene);
    let delivered = || pieces.iter().map(|piece| &all[piece.deliverable]).filter(|d| d.delivered_on.is_some());
    let accepted = pieces.iter().filter_map(|piece| piece.is_sent_back).count();
    let data_min = scene.rule(Code::R0).data_min;
    if delivered().count() == 0 || delivered().all(|d| d.accepted_on.is_none()) {
        Err(lacking(scene))
    } else if accepted == 0 {
        Err(Need::Revisions)
    } else if delivered().all(|d| d.defects.is_none()) {
        Err(Need::Defects)
    } else if (pieces.len() as f64) < data_min || (accepted as f64) < data_min / 2.0 {
        Err(Need::MoreData)
    } else {
        let share = |good: usize, all: usize| good as f64 / all as f64;
        let on_time = share(pieces.iter().filter(|piece| !piece.is_late).count(), pieces.len());
        let first_time = share(pieces.iter().filter(|piece| piece.is_sent_back == Some(false)).count(), accepted);
        let defects: i64 = pieces.iter().map(|piece| piece.defects).sum();
        let faultless = 1.0 - (defects as f64 / delivered().count() as f64).min(1.0);
        Ok(Quality { value: (on_time * first_time * faultless).cbrt(), on_time, first_time, pieces })
    }
}

/// Judges what was handed over or due in the window, in the order in which it was handed over.
pub fn pieces(scene: &Scene) -> Vec<Piece> {
    let all = scene.history.deliverables.iter().enumerate();
    let mut pieces: Vec<Piece> = all.filter_map(|(at, d)| piece(scene, at, d)).collect();
    pieces.sort_by_key(|piece| piece.day);
    pieces
}

/// Judges a deliverable handed over in the window, or due in it and still not there.
fn piece(scene: &Scene, deliverable: usize, d: &Deliverable) -> Option<Piece> {
    let day = d.delivered_on.unwrap_or(d.due_on);
    let ended = d.delivered_on.unwrap_or(scene.on);
    let is_due = d.delivered_on.is_some() || d.due_on < scene.on;
    let is_late = ended > d.due_on && d.late_cause != Some(LateCause::Client);
    let sent_back = d.revisions_ours.map(|rounds| rounds > 0);
    (is_due && scene.in_window(day)).then(|| Piece {
        deliverable,
        day,
        is_late,
        // What waits for acceptance is undecided, unless it came back once already.
        is_sent_back: sent_back.filter(|sent_back| *sent_back || d.accepted_on.is_some()),
        defects: d.defects.unwrap_or(0).max(0),
    })
}

/// Returns the deliverables that count against us, those with the most faults first.
fn faulty(scene: &Scene, quality: &Quality) -> Facts {
    let mut faulty: Vec<&Piece> = quality.pieces.iter().filter(|piece| piece.faults() > 0).collect();
    faulty.sort_by_key(|piece| (-piece.faults(), -piece.day.number()));
    let all = &scene.history.deliverables;
    Facts::of("deliverables", faulty.into_iter().map(|piece| &all[piece.deliverable]).map(|d| (&d.id, d.source)))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    /// Ten deliverables a month apart, the ones named changed.
    fn ten(changed: &[(usize, &str)]) -> String {
        sample::rows(10, "2025-09-01", 30, |i, due| {
            let own = changed.iter().find(|(which, _)| *which == i).map_or("", |(_, line)| line);
            let usual = [("delivered_on", due), ("accepted_on", due.plus(3))];
            let dates = usual.iter().filter(|(name, _)| !own.contains(name)).map(|(n, day)| format!("{n}={day}"));
            let zero = ["revisions_ours", "defects"].into_iter().filter(|name| !own.contains(name));
            let rest: Vec<String> = dates.chain(zero.map(|name| format!("{name}=0"))).collect();
            format!("deliverables D-{i} due_on={due} {} {own}", rest.join(" "))
        })
    }

    fn check(changed: &[(usize, &str)], value: f64, level: Option<Level>, cites: &[&str]) {
        let text = ten(changed);
        let measured = sample::measured(&text, ON);
        assert!((measured.quality.expect("enough deliverables") - value).abs() < 5e-4, "{:?}", measured.quality);
        let draft = sample::draft(&text, ON, Code::R0);
        assert_eq!(draft.as_ref().and_then(|draft| draft.level), level);
        assert_eq!(draft.map(|draft| sample::cited(&draft.facts)).unwrap_or_default(), cites);
    }

    #[test]
    fn is_the_geometric_mean_of_three_shares() {
        let late = "delivered_on=2026-05-09";
        check(&[], 1.0, None, &[]);
        check(&[(9, late), (2, "revisions_ours=1"), (3, "defects=1")], 0.9, None, &[]);
        check(
            &[(9, late), (2, "revisions_ours=1"), (3, "defects=2")],
            0.8653,
            Some(Level::Watch),
            &["D-3", "D-9", "D-2"],
        );
        let four_back =
            [(1, "revisions_ours=1"), (2, "revisions_ours=2"), (3, "revisions_ours=1"), (4, "revisions_ours=1")];
        check(
            &[four_back.as_slice(), &[(9, "defects=2")]].concat(),
            0.783,
            Some(Level::Finding),
            &["D-9", "D-4", "D-3", "D-2", "D-1"],
        );
        check(&[(9, "defects=40")], 0.0, Some(Level::Severe), &["D-9"]);
    }

    #[test]
    fn late_by_the_client_is_in_time() {
        check(&[(9, "delivered_on=2026-05-09 late_cause=client")], 1.0, None, &[]);
        check(&[(9, "delivered_on=2026-05-09 late_cause=other")], 0.9655, None, &[]);
    }

    #[test]
    fn names_what_is_missing() {
        let without = |names: &[&str]| {
            let kept = |word: &&str| !names.iter().any(|name| word.starts_with(name));
            let line = |line: &str| line.split(' ').filter(kept).collect::<Vec<_>>().join(" ");
            let text: Vec<String> = ten(&[]).lines().map(line).collect();
            sample::blind(&(text.join("\n") + "\nfeedback F-1 on_day=2026-06-01 score=5"), ON, Code::R0)
        };
        assert_eq!(without(&[]), None);
        assert_eq!(without(&["delivered_on", "accepted_on"]), Some(Need::DeliverableDates));
        assert_eq!(without(&["accepted_on"]), Some(Need::Acceptance));
        assert_eq!(without(&["revisions_ours"]), Some(Need::Revisions));
        assert_eq!(without(&["defects"]), Some(Need::Defects));
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::R0), Some(Need::Deliverables));
        let four: Vec<String> = ten(&[]).lines().take(4).map(str::to_owned).collect();
        assert_eq!(sample::blind(&four.join("\n"), ON, Code::R0), Some(Need::MoreData));
    }

    #[test]
    fn what_is_overdue_counts_and_what_is_not_due_does_not() {
        let open = |due: &str| ten(&[]) + &format!("\ndeliverables D-11 due_on={due} started_on=2026-05-20");
        let quality = |due| sample::measured(&open(due), ON).quality.expect("enough deliverables");
        assert!((quality("2026-06-10") - (10.0f64 / 11.0).cbrt()).abs() < 1e-9);
        assert_eq!(quality("2026-07-10"), 1.0);
    }

    #[test]
    fn low_quality_marks_complaints_as_maybe_ours_and_good_quality_does_not() {
        let doubts = sample::rows(5, "2026-05-01", 10, |i, day| format!("incidents I-{i} at={day} kind=doubt"));
        let maybe_ours = |changed: &[(usize, &str)]| {
            let finding = sample::finding(&format!("{}\n{doubts}", ten(changed)), ON, Code::R3);
            finding.expect("five doubts after none").maybe_ours
        };
        assert!(!maybe_ours(&[]));
        assert!(maybe_ours(&[(9, "defects=6")]));
    }
}
