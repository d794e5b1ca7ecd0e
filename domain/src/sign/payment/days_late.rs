//! P3: how late a unit of money comes.

use super::super::{Against, Arg, Bill, Code, Draft, Need, Scene, Value, grade};
use super::{cite, in_season, newest};
use crate::record::Minor;
use crate::stats::survival::{Duration, kaplan_meier, median};

/// Weighs days late by amount; what is still open counts at its age today.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P3);
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let due: Vec<&Bill> = scene.ledger.due_within(scene.since, scene.on).collect();
    let n = due.len();
    rule.enough(n as f64)?;
    let days = weighted(scene).ok_or(Need::Currency)?;
    let Some((level, threshold)) = rule.above(days) else { return Ok(None) };
    let mut late: Vec<&Bill> = due.iter().filter(|bill| bill.delay > 0).copied().collect();
    late.sort_by(|a, b| weight(scene, b).total_cmp(&weight(scene, a)));
    let open: Vec<&Bill> = late.iter().filter(|bill| bill.settled_on.is_none()).copied().collect();
    let overdue = open.iter().map(|bill| scene.owed(bill)).sum();
    let to_pay = days_to_pay(scene);
    Ok(Some(Draft {
        code: Code::P3,
        level: Some(level),
        value: Value::Number(days),
        threshold: Some(threshold),
        data: n as f64,
        n: n as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: newest(scene, late.iter().copied()),
        against: Against::Nothing,
        facts: cite(scene, late.iter().copied()),
        args: vec![
            ("days", Arg::rounded(days, 0)),
            ("late", Arg::count(late.len())),
            ("open", Arg::count(open.len())),
            ("overdue", scene.money(overdue)),
            ("half_paid", Arg::word(if to_pay.is_some() { "known" } else { "unknown" })),
            ("days_to_pay", Arg::rounded(to_pay.unwrap_or(0.0), 0)),
        ]
        .into_iter()
        .chain(in_season(scene, &due, 0))
        .collect(),
    }))
}

/// Returns the amount-weighted days late of the bills due in the window, if there are enough, and of none of them it is
/// unclear whether it was paid.
pub(super) fn weighted(scene: &Scene) -> Option<f64> {
    let mut unclear = scene.ledger.unclear.iter().map(|place| scene.history.invoices[*place].due_on);
    if unclear.any(|due_on| scene.in_window(due_on)) {
        return None;
    }
    let due = scene.ledger.due_within(scene.since, scene.on);
    let (mut weights, mut days, mut n) = (0.0, 0.0, 0.0);
    for bill in due {
        weights += amount(scene, bill);
        days += weight(scene, bill);
        n += 1.0;
    }
    (weights > 0.0 && scene.rule(Code::P3).enough(n).is_ok()).then(|| days / weights)
}

fn weight(scene: &Scene, bill: &Bill) -> f64 {
    amount(scene, bill) * f64::from(bill.days_late())
}

fn amount(scene: &Scene, bill: &Bill) -> f64 {
    let currency = scene.history.invoices[bill.invoice].currency;
    scene.whole(Minor(bill.amount), currency, bill.issued_on).unwrap_or(0.0)
}

/// Returns the days from issue within which half of the bills are paid, the open ones kept in.
fn days_to_pay(scene: &Scene) -> Option<f64> {
    let issued = scene.ledger.bills.iter().filter(|bill| scene.in_window(bill.issued_on));
    let durations: Vec<Duration> = issued
        .map(|bill| Duration {
            days: f64::from(bill.settled_on.unwrap_or(scene.on).since(bill.issued_on)),
            ended: bill.settled_on.is_some(),
        })
        .collect();
    median(&kaplan_meier(&durations))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{day, draft, history, measured};
    use super::super::super::{Arg, Code, Level, Need, Policy, Scene, Value};

    /// Six monthly invoices of 2025 due on the last day of January to June, settled so many days later; `-` is open.
    fn monthly(delays: &str) -> String {
        let due = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"];
        let line = |(i, (delay, due)): (usize, (&str, &str))| {
            let due_on = day(&format!("2025-{due}"));
            let amount = 1000 * (i + 1);
            let invoice = format!("invoices I{i} issued_on={} due_on={due_on} amount={amount}\n", due_on.plus(-30));
            let paid = delay.parse().map(|days| due_on.plus(days));
            let payment = paid.map(|on| format!("payments P{i} invoice=I{i} paid_on={on} amount={amount}\n"));
            invoice + &payment.unwrap_or_default()
        };
        delays.split_whitespace().zip(due).enumerate().map(line).collect()
    }

    fn check(delays: &str, expected: Option<(Level, f64, &[&str])>) {
        let found = draft(&monthly(delays), "2025-07-10", Code::P3);
        let found = found.map(|d| {
            let Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<String> = d.facts.iter().map(|fact| format!("{}/{}", fact.kind, fact.id)).collect();
            (d.level.expect("a level"), (value * 100.0).round() / 100.0, ids)
        });
        let expected = expected
            .map(|(level, value, ids)| (level, value, ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()));
        assert_eq!(found, expected, "{delays}");
    }

    #[test]
    fn weighs_days_by_amount() {
        check("0 -3 5 0 0 10", None);
        check("0 -3 30 0 0 20", None); // still open on 10 July: ten days late that day
        check(
            "0 -3 40 0 30 9",
            Some((
                Level::Watch,
                15.43,
                &["invoices/I4", "invoices/I2", "invoices/I5", "payments/P4", "payments/P2", "payments/P5"],
            )),
        );
        check(
            "60 60 60 30 0 -",
            Some((
                Level::Finding,
                25.71,
                &[
                    "invoices/I2",
                    "invoices/I1",
                    "invoices/I3",
                    "invoices/I0",
                    "invoices/I5",
                    "payments/P2",
                    "payments/P1",
                    "payments/P3",
                    "payments/P0",
                ],
            )),
        );
        check(
            "- - - - 20 5",
            Some((
                Level::Severe,
                54.33,
                &[
                    "invoices/I2",
                    "invoices/I3",
                    "invoices/I1",
                    "invoices/I0",
                    "invoices/I4",
                    "invoices/I5",
                    "payments/P4",
                    "payments/P5",
                ],
            )),
        );
    }

    #[test]
    fn what_fell_due_in_a_season_is_told_apart() {
        // Of these due days only 31 March 2025 lies in a season of Riyadh: the feast.
        let said = |delays: &str| {
            let draft = draft(&monthly(delays), "2025-07-10", Code::P3).expect("a draft");
            let arg = |name: &str| draft.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg.clone());
            ["seasonal", "season", "rest", "rest_late"].map(|name| arg(name).expect("an argument"))
        };
        let apart =
            |seasonal, rest_late| [Arg::count(seasonal), Arg::word("feast"), Arg::count(5), Arg::count(rest_late)];
        assert_eq!(said("0 -3 90 0 0 9"), apart(1, 1));
        assert_eq!(said("60 60 0 60 0 -")[0], Arg::count(0));
    }

    #[test]
    fn is_blind_below_six_invoices() {
        let blind = |text: &str| {
            let measured = measured(text, "2025-07-10");
            measured.blind.iter().find(|blind| blind.code == Code::P3).map(|blind| blind.needs)
        };
        assert_eq!(blind(&monthly("50 50 50 50 50")), Some(Need::MoreData));
        assert_eq!(blind("time T1 on_day=2025-07-01 minutes=60"), Some(Need::Invoices));
        assert_eq!(blind(&monthly("50 50 50 50 50 0")), None);
    }

    #[test]
    fn half_are_paid_within_the_median_of_vector_14() {
        let paid = [(1, "20"), (2, "25"), (3, "40"), (4, "60")];
        let mut text: String = paid
            .map(|(i, days)| {
                let on = day("2025-01-01").plus(days.parse().expect("days"));
                format!("invoices {i} issued_on=2025-01-01 due_on=2025-01-31 amount=1000\npayments {i} invoice={i} paid_on={on} amount=1000\n")
            })
            .concat();
        text += "invoices 5 issued_on=2025-03-01 due_on=2025-03-31 amount=1000\n";
        text += "invoices 6 issued_on=2025-02-09 due_on=2025-03-31 amount=1000\n";
        let mut history = history(&text);
        history.keep_known_on(day("2025-03-31"));
        let (firm, policy) = (super::super::super::sample::firm(), Policy::standard());
        let scene = Scene::new(&history, &firm, &policy, day("2025-03-31"));
        assert_eq!(super::days_to_pay(&scene), Some(40.0));
    }
}
