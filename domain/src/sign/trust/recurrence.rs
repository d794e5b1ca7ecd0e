//! R5: disputes that come back with one and the same root cause.

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use super::basis;
use crate::days::Day;
use crate::record::{Choice, DisputeCause, IncidentKind, Source, Text};
use crate::text::fold;

/// One dispute, from the log of incidents or from an invoice.
struct Dispute<'a> {
    /// The cause folded, and as somebody wrote it.
    cause: String,
    text: Option<&'a str>,
    day: Day,
    kind: &'static str,
    id: &'a Text,
    source: Source,
    /// The invoice it is about, so that a dispute noted in both places counts once.
    invoice: Option<&'a str>,
    upheld: Option<bool>,
}

/// Finds the root cause that recurred most often in the window.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R5);
    let mut disputes = disputes(scene);
    if disputes.is_empty() {
        return Ok(scene.history.incidents.is_empty().then(|| Draft::silent(Code::R5, scene.on)));
    }
    disputes.sort_by(|a, b| (&a.cause, b.day).cmp(&(&b.cause, a.day)));
    let total = disputes.len();
    if disputes.iter().all(|d| d.cause.is_empty()) {
        return Err(Need::Disputes);
    }
    let root = disputes.chunk_by(|a, b| a.cause == b.cause).filter(|same| is_root(&same[0].cause));
    let Some(same) = root.max_by_key(|same| (same.len(), same[0].day)) else { return Ok(None) };
    Ok(rule.reached(same.len() as f64).map(|(level, threshold)| recurring(same, total, level, threshold)))
}

fn recurring(same: &[Dispute], total: usize, level: Level, threshold: f64) -> Draft {
    let mut facts = Facts::default();
    same.iter().for_each(|d| facts.add(d.kind, d.id, d.source));
    let known = DisputeCause::WORDS.iter().find(|word| fold(word) == same[0].cause);
    Draft {
        code: Code::R5,
        level: Some(level),
        value: Value::Number(same.len() as f64),
        threshold: Some(threshold),
        data: same.len() as f64,
        n: total as u32,
        p: None,
        grade: grade::OURS,
        newest: same[0].day,
        against: Against::Nothing,
        args: vec![
            ("times", Arg::count(same.len())),
            ("disputes", Arg::count(total)),
            ("cause", Arg::word(known.unwrap_or(&"other"))),
            ("cause_text", Arg::Name(same[0].text.unwrap_or_default().to_owned())),
            ("upheld", Arg::count(same.iter().filter(|d| d.upheld == Some(true)).count())),
            ("basis", Arg::word(basis(same.iter().map(|d| d.upheld)))),
        ],
        facts,
    }
}

/// Gathers the window's disputes, each once.
fn disputes<'a>(scene: &Scene<'a>) -> Vec<Dispute<'a>> {
    let history = scene.history;
    let cause = |text: Option<&str>| text.map(fold).unwrap_or_default();
    let mut disputes: Vec<Dispute> = scene
        .within(&history.incidents, |i| i.at.day)
        .iter()
        .filter(|i| i.kind == IncidentKind::Dispute)
        .map(|i| Dispute {
            cause: cause(i.cause.as_deref()),
            text: i.cause.as_deref(),
            day: i.at.day,
            kind: "incidents",
            id: &i.id,
            source: i.source,
            invoice: i.invoice.as_deref(),
            upheld: i.upheld,
        })
        .collect();
    let mut noted: Vec<&str> = disputes.iter().filter_map(|d| d.invoice).collect();
    noted.sort_unstable();
    let disputed = |day: Option<Day>| day.filter(|day| scene.in_window(*day));
    disputes.extend(history.invoices.iter().filter_map(|i| {
        let day = disputed(i.disputed_from())?;
        noted.binary_search(&i.id.as_str()).is_err().then(|| Dispute {
            cause: cause(i.dispute_cause.map(Choice::word)),
            text: None,
            day,
            kind: "invoices",
            id: &i.id,
            source: i.source,
            invoice: Some(&i.id),
            upheld: i.dispute_upheld,
        })
    }));
    disputes
}

/// Cites the window's disputes in which the client was not found to be right, the latest first.
pub fn unfounded_disputes(scene: &Scene) -> Facts {
    let mut disputes = disputes(scene);
    disputes.retain(|dispute| dispute.upheld != Some(true));
    disputes.sort_by_key(|dispute| std::cmp::Reverse(dispute.day));
    let mut facts = Facts::default();
    disputes.iter().for_each(|dispute| facts.add(dispute.kind, dispute.id, dispute.source));
    facts
}

/// Tells whether a cause names a root: "other" twice is not the same thing twice.
fn is_root(cause: &str) -> bool {
    !cause.is_empty() && cause != DisputeCause::Other.word()
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    const ON: &str = "2026-06-30";

    fn check(rows: &str, level: Option<Level>, cites: &[&str]) {
        let draft = sample::draft(rows, ON, Code::R5);
        assert_eq!(draft.as_ref().and_then(|draft| draft.level), level, "{rows}");
        assert_eq!(draft.map(|draft| sample::cited(&draft.facts)).unwrap_or_default(), cites);
    }

    #[test]
    fn counts_one_root_cause_however_it_is_spelled() {
        let a = "incidents I-1 at=2026-01-05 kind=dispute cause=Billing-Error\n";
        let b = "incidents I-2 at=2026-02-05 kind=dispute cause=billing_error\n";
        let c = "invoices INV-1 issued_on=2026-03-01 due_on=2026-03-31 amount=10 \
                 disputed_on=2026-03-09 dispute_cause=billing_error\n";
        let d = "incidents I-3 at=2026-04-05 kind=dispute cause=price\n";
        let e = "incidents I-4 at=2026-05-05 kind=dispute cause=billing_error\n";
        check(a, None, &[]);
        check(&[a, d].concat(), None, &[]);
        check(&[a, b, d].concat(), Some(Level::Watch), &["I-2", "I-1"]);
        check(&[a, b, c, d].concat(), Some(Level::Finding), &["INV-1", "I-2", "I-1"]);
        check(&[a, b, c, d, e].concat(), Some(Level::Severe), &["I-4", "INV-1", "I-2", "I-1"]);
    }

    #[test]
    fn a_dispute_noted_twice_is_one_and_other_is_no_cause() {
        let invoice =
            "invoices INV-1 issued_on=2026-03-01 due_on=2026-03-31 amount=10 disputed=yes dispute_cause=price\n";
        check(&format!("{invoice}incidents I-1 at=2026-03-09 kind=dispute cause=price invoice=INV-1"), None, &[]);
        check(
            &format!("{invoice}incidents I-1 at=2026-03-09 kind=dispute cause=price"),
            Some(Level::Watch),
            &["INV-1", "I-1"],
        );
        let three = |cause: &str| {
            sample::rows(3, "2026-01-01", 9, |i, day| format!("incidents I-{i} at={day} kind=dispute {cause}"))
        };
        check(&three("cause=other"), None, &[]);
        assert_eq!(sample::blind(&three("cause=other"), ON, Code::R5), None);
        assert_eq!(sample::blind(&three(""), ON, Code::R5), Some(Need::Disputes));
    }

    #[test]
    fn says_who_was_right() {
        let text = |upheld: [&str; 2]| {
            sample::rows(2, "2026-05-01", 9, |i, day| {
                format!("incidents I-{i} at={day} kind=dispute cause=price {}", upheld[i - 1])
            })
        };
        let maybe_ours = |upheld| sample::finding(&text(upheld), ON, Code::R5).expect("twice").maybe_ours;
        assert!(maybe_ours(["upheld=yes", "upheld=no"]));
        assert!(!maybe_ours(["upheld=no", ""]));
        assert!(!maybe_ours(["", ""]));
    }

    #[test]
    fn silence_counts_only_where_disputes_are_written_down() {
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::R5), Some(Need::Incidents));
        assert_eq!(sample::blind("incidents I-1 at=2026-06-01 kind=doubt", ON, Code::R5), None);
    }
}
