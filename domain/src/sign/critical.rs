//! K: reports of acts that no score weighs. One credible report opens a restricted case.

use super::{Code, Facts, Finding, Level, Value};
use crate::record::{Report, ReportKind, Source};

/// Returns the finding a report raises; a discomfort report raises none, it has a door of its own.
pub fn of_report(report: &Report) -> Option<Finding> {
    let code = match report.kind {
        ReportKind::Discomfort => return None,
        ReportKind::Harassment | ReportKind::Bullying | ReportKind::Discrimination => Code::K1,
        ReportKind::Disrespect => Code::K2,
        ReportKind::IllegalSuspected => Code::K3,
        ReportKind::IllegalKnown => Code::K4,
        ReportKind::Unethical => Code::K5,
        ReportKind::Threat | ReportKind::Safety | ReportKind::DataAbuse => Code::K6,
    };
    let mut facts = Facts::default();
    facts.add("reports", &report.id, Source::default());
    Some(Finding {
        code,
        level: Level::Severe,
        value: Value::Number(1.0),
        threshold: Some(1.0),
        n: 1,
        confidence: 1.0,
        p: None,
        maybe_ours: false,
        severity: 1.0,
        facts,
        args: vec![],
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::record::Choice;

    fn report(kind: ReportKind) -> Report {
        Report {
            id: "RP-1".into(),
            client: "C1".into(),
            at: "2026-06-01".into(),
            kind,
            target_side: None,
            channel: None,
            witnesses: None,
            known_by: None,
            text: String::new(),
            reported_by: None,
        }
    }

    #[test]
    fn every_report_of_an_act_raises_its_own_sign() {
        let raised = |word: &str| of_report(&report(ReportKind::of(word).expect("a kind"))).map(|f| f.code.word());
        let table: Vec<_> = ReportKind::WORDS.iter().map(|word| (*word, raised(word))).collect();
        let expected = [
            ("discomfort", None),
            ("disrespect", Some("K2")),
            ("harassment", Some("K1")),
            ("bullying", Some("K1")),
            ("discrimination", Some("K1")),
            ("threat", Some("K6")),
            ("safety", Some("K6")),
            ("data_abuse", Some("K6")),
            ("illegal_suspected", Some("K3")),
            ("illegal_known", Some("K4")),
            ("unethical", Some("K5")),
        ];
        assert_eq!(table, expected);
    }

    #[test]
    fn one_report_is_enough_and_is_cited() {
        let raised = of_report(&report(ReportKind::Harassment)).expect("a sign");
        assert_eq!((raised.level, raised.confidence, raised.severity), (Level::Severe, 1.0, 1.0));
        assert_eq!(sample::cited(&raised.facts), ["RP-1"]);
    }
}
