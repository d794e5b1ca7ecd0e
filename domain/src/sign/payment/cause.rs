//! P10: the likeliest cause of late payment. It tells which remedy fits, and is never a ground by itself (DOMAIN A25).

use super::super::{Against, Arg, Bill, Code, Draft, Facts, Need, Scene, Value, grade};
use super::disputes::dispute;
use super::late_share::Trend;
use super::{cite, newest, promises};
use crate::record::DisputeCause;
use crate::stats::quantile_sorted;

/// A cause, and the late bills that it explains.
struct Cause<'a> {
    label: &'static str,
    explains: Vec<&'a Bill>,
}

/// Names the cause that explains most of the late bills; on a draw the one that is most our own doing.
pub(super) fn detect(scene: &Scene, trend: Option<&Trend>) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P10);
    let due: Vec<&Bill> = scene.ledger.due_within(scene.since, scene.on).collect();
    rule.enough(due.len() as f64)?;
    let late: Vec<&Bill> = due.iter().rev().filter(|bill| bill.delay > 0).copied().collect();
    let signals = Signals::of(scene, trend, &late);
    let causes = causes(scene, &late, &signals);
    let likeliest = causes.iter().rev().max_by_key(|cause| cause.explains.len());
    let least = (rule.more("explained_min") * late.len() as f64).max(1.0);
    let named = likeliest.filter(|cause| cause.explains.len() as f64 >= least);
    let Some(Cause { label, explains }) = named else { return Ok(None) };
    let mut args = signals.args();
    args.push(("cause", Arg::word(label)));
    args.push(("late", Arg::count(late.len())));
    args.push(("explained", Arg::count(explains.len())));
    args.push(("unexplained", Arg::count(late.len() - explains.len())));
    for (name, cause) in ["administrative", "dissatisfaction", "distress", "habit"].into_iter().zip(&causes) {
        args.push((name, Arg::count(cause.explains.len())));
    }
    Ok(Some(Draft {
        code: Code::P10,
        level: Some(super::super::Level::Watch),
        value: Value::Label((*label).to_owned()),
        threshold: None,
        data: due.len() as f64,
        n: late.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: newest(scene, explains.iter().copied()),
        against: Against::Nothing,
        facts: facts(scene, explains),
        args,
    }))
}

/// Cites the bills that a cause explains, and what the log says of disputes about them.
fn facts(scene: &Scene, explains: &[&Bill]) -> Facts {
    let mut facts = cite(scene, explains.iter().copied());
    let disputes = explains.iter().filter_map(|bill| dispute(scene, &scene.history.invoices[bill.invoice]));
    for incident in disputes.filter_map(|dispute| dispute.incident) {
        facts.add("incidents", &incident.id, incident.source);
    }
    facts
}

/// What speaks for one cause or another.
struct Signals {
    lengthens: bool,
    slope: f64,
    /// The width of the middle half of the delays, in days.
    spread: f64,
    /// Late bills paid in parts.
    in_parts: usize,
    promises_broken: usize,
    promises_kept: usize,
}

impl Signals {
    fn of(scene: &Scene, trend: Option<&Trend>, late: &[&Bill]) -> Signals {
        let mut days: Vec<f64> = late.iter().map(|bill| f64::from(bill.delay)).collect();
        days.sort_unstable_by(f64::total_cmp);
        let at = |q| quantile_sorted(&days, q).unwrap_or(0.0);
        let came_in_parts = |bill: &&&Bill| {
            let receipts = scene.ledger.receipts(bill).len();
            receipts > 1 || (receipts == 1 && bill.settled_on.is_none())
        };
        let (promises_kept, promises_broken) = promises::tally(scene);
        Signals {
            lengthens: trend.is_some_and(|trend| trend.lengthens(scene)),
            slope: trend.map_or(0.0, |trend| trend.slope),
            spread: at(0.75) - at(0.25),
            in_parts: late.iter().filter(came_in_parts).count(),
            promises_broken,
            promises_kept,
        }
    }

    /// Tells whether the client seems unable to pay rather than unwilling.
    fn distress(&self) -> bool {
        let broken = self.promises_broken > self.promises_kept;
        self.lengthens || (self.in_parts >= 2 && broken)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        let lengthens = match (self.lengthens, self.slope > 0.0) {
            (true, _) => "yes",
            // Beyond chance, but by fewer days than the policy calls a trend.
            (false, true) => "slowly",
            (false, false) => "no",
        };
        vec![
            ("lengthens", Arg::word(lengthens)),
            ("slope", Arg::rounded(self.slope, 1)),
            ("spread", Arg::rounded(self.spread, 0)),
            ("in_parts", Arg::count(self.in_parts)),
            ("broken", Arg::count(self.promises_broken)),
        ]
    }
}

/// Returns the four causes with what each explains, the one that is most our own doing first.
fn causes<'a>(scene: &Scene, late: &[&'a Bill], signals: &Signals) -> [Cause<'a>; 4] {
    let about: Vec<Dispute> = late.iter().map(|bill| about(scene, bill)).collect();
    let of = |wanted: Dispute| {
        let alike = late.iter().zip(&about).filter(|(_, about)| **about == wanted);
        alike.map(|(bill, _)| *bill).collect::<Vec<_>>()
    };
    let undisputed = of(Dispute::None);
    let steady_days = scene.rule(Code::P10).more("steady_days");
    let steady = undisputed.len() >= 3 && signals.spread <= steady_days && !signals.distress();
    let when = |holds: bool| if holds { undisputed.clone() } else { Vec::new() };
    [
        Cause { label: "administrative", explains: of(Dispute::Paperwork) },
        Cause { label: "dissatisfaction", explains: of(Dispute::Work) },
        Cause { label: "distress", explains: when(signals.distress()) },
        Cause { label: "habit", explains: when(steady) },
    ]
}

/// What a late bill's dispute is about.
#[derive(Clone, Copy, PartialEq)]
enum Dispute {
    None,
    /// A purchase order, a portal, or a mistake on our invoice.
    Paperwork,
    Work,
}

fn about(scene: &Scene, bill: &Bill) -> Dispute {
    match dispute(scene, &scene.history.invoices[bill.invoice]).map(|dispute| dispute.cause) {
        None => Dispute::None,
        Some(Some(DisputeCause::PoOrPortal | DisputeCause::BillingError)) => Dispute::Paperwork,
        Some(_) => Dispute::Work,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{day, measured};
    use super::super::super::{Arg, Code, Value};

    /// Monthly bills of 2025 settled so many days late, `/cause` disputed, `+` paid in two parts, `-` open.
    fn bills(terms: &str) -> String {
        let first = day("2025-01-01").month();
        let bill = |(i, term): (usize, &str)| {
            let due_on = first.plus(i as i32).last();
            let (delay, cause) = term.split_once('/').map_or((term, None), |(delay, cause)| (delay, Some(cause)));
            let dispute =
                cause.map_or(String::new(), |cause| format!("disputed=yes disputed_on={due_on} dispute_cause={cause}"));
            let mut text =
                format!("invoices I{i:02} issued_on={} due_on={due_on} amount=1000 {dispute}\n", due_on.plus(-30));
            if let Ok(days) = delay.trim_end_matches('+').parse() {
                let half = if delay.ends_with('+') { 500 } else { 0 };
                let paid_on = due_on.plus(days);
                text += &format!("payments P{i} invoice=I{i:02} paid_on={paid_on} amount={}\n", 1000 - half);
                if half > 0 {
                    text += &format!("payments Q{i} invoice=I{i:02} paid_on={} amount={half}\n", paid_on.plus(-1));
                }
            }
            text
        };
        terms.split_whitespace().enumerate().map(bill).collect()
    }

    fn check(text: &str, label: Option<&str>, explained: usize) {
        let found = measured(text, "2025-12-20").drafts.into_iter().find(|draft| draft.code == Code::P10);
        let value = found.as_ref().map(|draft| draft.value.clone());
        assert_eq!(value, label.map(|label| Value::Label(label.to_owned())), "{text}");
        if let Some(draft) = found {
            let said = draft.args.iter().find(|(name, _)| *name == "explained").map(|(_, arg)| arg.clone());
            assert_eq!(said, Some(Arg::count(explained)));
            assert_eq!(draft.facts.iter().filter(|fact| fact.kind == "invoices").count(), explained);
        }
    }

    #[test]
    fn each_cause_has_its_marks() {
        check(&bills("20 22 21 24 20 19 23 25 21 22"), Some("habit"), 10);
        check(&bills("0 2 5 9 14 18 25 31 38 46"), Some("distress"), 9);
        check(&bills("20/quality 40/quality 3 60/price 25/scope 30/other 0 0 0 0"), Some("dissatisfaction"), 5);
        check(
            &bills("20/po_or_portal 40/billing_error 3 60/po_or_portal 25/po_or_portal 30 0 0 0 0"),
            Some("administrative"),
            4,
        );
        check(&bills("40 3 60 12 90 1 33 70 8 55"), None, 0);
        check(&bills("40/price 3 60 12/quality 90 1 33 70 8 55"), None, 0); // two of ten explain too little
    }

    #[test]
    fn parts_and_broken_promises_speak_of_distress() {
        let promises: String = (0..3)
            .map(|i| format!("promises R{i} invoice=I04 made_on=2025-06-0{0} promised_on=2025-06-0{0}\n", i + 1))
            .collect();
        check(&(bills("40 3+ 60+ 12 90+ 1 33 70 8 55") + &promises), Some("distress"), 10);
    }

    #[test]
    fn a_dispute_in_the_log_explains_as_one_on_the_invoice() {
        let with = |cause: &str| {
            let incident = |i| format!("incidents K{i} at=2025-06-01 kind=dispute invoice=I0{i} cause={cause}\n");
            bills("20 40 3 60 25 30 0 0 0 0") + &[0, 1, 3, 4].map(incident).concat()
        };
        check(&with("quality"), Some("dissatisfaction"), 4);
        check(&with("late_staff"), Some("dissatisfaction"), 4);
        check(&with("Billing_Error"), Some("administrative"), 4);
        let drafts = measured(&with("quality"), "2025-12-20").drafts;
        let draft = drafts.iter().find(|draft| draft.code == Code::P10).expect("a cause");
        assert_eq!(draft.facts.iter().filter(|fact| fact.kind == "incidents").count(), 4);
    }

    #[test]
    fn one_wrong_order_number_does_not_explain_the_rest() {
        check(&bills("0 2 5 9/po_or_portal 14 18 25 31 38 46"), Some("distress"), 8);
    }

    #[test]
    fn no_cause_is_looked_for_where_nothing_is_wrong() {
        check(&bills("0 0 0 0 0 0 0 0 0 1"), None, 0);
    }
}
