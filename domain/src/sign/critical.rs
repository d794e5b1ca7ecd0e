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
