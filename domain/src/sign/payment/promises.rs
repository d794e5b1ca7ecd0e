//! P6: whether the client's promises to pay are kept.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::days::Day;
use crate::record::{Minor, Promise};
use crate::stats::Beta;

/// Weighs the promises kept and broken; one that can still be kept is left out.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P6);
    if scene.history.promises.is_empty() {
        return Err(Need::Promises);
    }
    let made = scene.history.promises.iter().filter(|promise| scene.in_window(promise.made_on));
    let judged: Vec<(&Promise, bool)> = made.filter_map(|p| is_kept(scene, p).map(|kept| (p, kept))).collect();
    rule.enough(judged.len() as f64)?;
    let kept = judged.iter().filter(|(_, kept)| *kept).count();
    let broken = judged.len() - kept;
    let chance = Beta::posterior(Beta::UNIFORM, kept, broken).below(0.5);
    let Some((level, threshold)) = rule.above(chance) else { return Ok(None) };
    let mut facts = Facts::default();
    for kind in [false, true] {
        for (promise, _) in judged.iter().rev().filter(|(_, kept)| *kept == kind) {
            facts.add("promises", &promise.id, promise.source);
        }
    }
    let last_broken = judged.iter().filter(|(_, kept)| !kept).map(|(promise, _)| promise.promised_on).max();
    Ok(Some(Draft {
        code: Code::P6,
        level: Some(level),
        value: Value::Number(chance),
        threshold: Some(threshold),
        data: judged.len() as f64,
        n: judged.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: last_broken.unwrap_or(scene.on).min(scene.on),
        against: Against::Nothing,
        facts,
        args: vec![
            ("promises", Arg::count(judged.len())),
            ("kept", Arg::count(kept)),
            ("broken", Arg::count(broken)),
            ("chance", Arg::Share(chance)),
            ("last_broken", Arg::Day(last_broken.unwrap_or(scene.on))),
        ],
    }))
}

/// Counts promises kept and broken in the window.
pub(super) fn tally(scene: &Scene) -> (usize, usize) {
    let made = scene.history.promises.iter().filter(|promise| scene.in_window(promise.made_on));
    let judged = made.filter_map(|promise| is_kept(scene, promise));
    judged.fold((0, 0), |(kept, broken), is_kept| if is_kept { (kept + 1, broken) } else { (kept, broken + 1) })
}

/// Tells whether what was promised came in from the day of the promise to a few business days after the promised one;
/// `None` where that is still open, or nothing was owed.
pub fn is_kept(scene: &Scene, promise: &Promise) -> Option<bool> {
    let bill = scene.ledger.named(scene.history, &promise.invoice)?;
    let until = kept_until(scene, promise.promised_on);
    let (mut balance, mut came) = (bill.amount, 0i64);
    for receipt in scene.ledger.receipts(bill) {
        if receipt.paid_on < promise.made_on {
            balance = balance.saturating_sub(receipt.amount);
        } else if receipt.paid_on <= until {
            came = came.saturating_add(receipt.amount);
        }
    }
    let promised = promise.amount.map_or(balance, |Minor(amount)| amount.min(balance));
    if promised <= 0 {
        None
    } else if came.saturating_mul(200) >= promised.saturating_mul(199) {
        Some(true)
    } else {
        (until < scene.on).then_some(false)
    }
}

/// Returns the last day on which a promise is still kept, on the client's calendar.
pub fn kept_until(scene: &Scene, promised_on: Day) -> Day {
    scene.their_business_day(promised_on, scene.rule(Code::P6).more("kept_business_days") as i32)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, measured};
    use super::super::super::{Code, Level, Need, Value};

    /// Promises on the first of each month of 2025 to pay by the 10th; `+` is paid that day, `-` never, `h` half.
    fn promises(outcomes: &str) -> String {
        let line = |(i, outcome): (usize, char)| {
            let month = i + 1;
            let mut text = format!(
                "invoices I{i} issued_on=2024-12-01 due_on=2024-12-31 amount=1000\n\
                 promises R{i} invoice=I{i} made_on=2025-{month:02}-01 promised_on=2025-{month:02}-10\n"
            );
            if let Some(sum) = (outcome != '-').then_some(if outcome == 'h' { 500 } else { 1000 }) {
                text += &format!("payments P{i} invoice=I{i} paid_on=2025-{month:02}-10 amount={sum}\n");
            }
            text
        };
        outcomes.chars().enumerate().map(line).collect()
    }

    fn check(text: &str, on: &str, expected: Option<(Level, f64, &str)>) {
        let found = draft(text, on, Code::P6).map(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), (value * 1000.0).round() / 1000.0, ids.join(" "))
        });
        assert_eq!(found, expected.map(|(level, value, ids)| (level, value, ids.to_owned())), "{text}");
    }

    #[test]
    fn broken_promises_add_up() {
        check(&promises("+-+---"), "2025-08-01", Some((Level::Watch, 0.773, "R5 R4 R3 R1 R2 R0"))); // vector 12
        check(&promises("+-+h--"), "2025-08-01", Some((Level::Watch, 0.773, "R5 R4 R3 R1 R2 R0"))); // half is not kept
        check(&promises("+-+-+-"), "2025-08-01", None);
        check(&promises("+----"), "2025-08-01", Some((Level::Finding, 0.891, "R4 R3 R2 R1 R0")));
        check(&promises("----"), "2025-08-01", Some((Level::Severe, 0.969, "R3 R2 R1 R0")));
    }

    #[test]
    fn two_business_days_later_is_still_kept() {
        // Thursday 9 January 2025: in Riyadh the second business day after it is Monday the 13th.
        let late = |paid: &str| {
            format!(
                "{}\ninvoices X issued_on=2024-12-01 due_on=2024-12-31 amount=1000\n\
                 promises RX invoice=X made_on=2025-01-02 promised_on=2025-01-09 amount=400\n\
                 payments PX invoice=X paid_on={paid} amount=400",
                promises("--")
            )
        };
        check(&late("2025-01-13"), "2025-04-01", None);
        check(&late("2025-01-14"), "2025-04-01", Some((Level::Finding, 0.938, "R1 RX R0")));
    }

    #[test]
    fn a_promise_for_the_eve_of_the_feast_is_kept_after_it() {
        // Thursday 27 March 2025: in Riyadh the feast is off until Wednesday, so the second business day is Sunday 6 April.
        let promised = |paid: &str| {
            format!(
                "{}\ninvoices X issued_on=2024-12-01 due_on=2024-12-31 amount=1000\n\
                 promises RX invoice=X made_on=2025-03-20 promised_on=2025-03-27 amount=400\n\
                 payments PX invoice=X paid_on={paid} amount=400",
                promises("--")
            )
        };
        check(&promised("2025-04-06"), "2025-06-01", None);
        check(&promised("2025-04-07"), "2025-06-01", Some((Level::Finding, 0.938, "RX R1 R0")));
    }

    #[test]
    fn what_can_still_be_kept_is_left_out() {
        let needs = |text: &str, on: &str| {
            measured(text, on).blind.into_iter().find(|blind| blind.code == Code::P6).map(|blind| blind.needs)
        };
        assert_eq!(needs(&promises("---"), "2025-03-12"), Some(Need::MoreData)); // the third runs until the 12th
        assert_eq!(needs(&promises("---"), "2025-03-13"), None);
        assert_eq!(
            needs("invoices I issued_on=2025-01-01 due_on=2025-01-31 amount=9", "2025-03-13"),
            Some(Need::Promises)
        );
    }
}
