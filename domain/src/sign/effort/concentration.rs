//! E6: how much of the firm hangs on this client. No fault of the client: it says what an exit would risk.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::{billed, revenue};

/// Adds up a year's revenue; its share of the firm's whole is known only against the portfolio.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    if scene.history.invoices.is_empty() {
        return Err(Need::Invoices);
    }
    let billed = billed(scene);
    let Some(newest) = billed.iter().map(|invoice| invoice.issued_on).max() else { return Ok(None) };
    let revenue = revenue(scene).ok_or(Need::Currency)?;
    let mut facts = Facts::default();
    for invoice in &billed {
        facts.add("invoices", &invoice.id, invoice.source);
    }
    Ok(Some(Draft {
        code: Code::E6,
        level: None,
        value: Value::Number(0.0),
        threshold: None,
        data: scene.rule(Code::E6).data_good,
        n: billed.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest,
        against: Against::Share(revenue),
        facts,
        args: vec![
            ("revenue", scene.base_money(revenue)),
            ("untaxed", Arg::count(billed.iter().filter(|invoice| invoice.tax.is_none()).count())),
        ],
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{day, measured};
    use super::super::super::{Arg, Baseline, Code, Finding, Level, Measured, Need, Policy, Value, arg, judge};

    fn client(amount: i32, since: &str) -> Measured {
        let old = format!("invoices A issued_on={since} due_on={since} amount=1 tax=1");
        measured(&format!("{old}\ninvoices B issued_on=2025-06-01 due_on=2025-06-30 amount={amount}"), "2025-12-31")
    }

    fn judged(amounts: &[i32], since: &str) -> Vec<Result<Finding, Option<Need>>> {
        let (on, policy) = (day("2025-12-31"), Policy::standard());
        let clients: Vec<Measured> = amounts.iter().map(|amount| client(*amount, since)).collect();
        let baseline = Baseline::of(clients.iter(), on, policy.general.false_discovery);
        let of = |client: Measured| {
            let assessment = judge(client, &baseline, &policy, on);
            let needs = assessment.blind.iter().find(|blind| blind.code == Code::E6).map(|blind| blind.needs);
            assessment.findings.into_iter().find(|finding| finding.code == Code::E6).ok_or(needs)
        };
        clients.into_iter().map(of).collect()
    }

    #[test]
    fn shares_of_vector_17() {
        let found = judged(&[40_000, 20_000, 15_000, 15_000, 10_000], "2024-06-01");
        let first = found[0].as_ref().expect("40% is above 30%");
        assert_eq!((first.level, &first.value, first.threshold), (Level::Finding, &Value::Number(0.40), Some(0.30)));
        assert_eq!(arg(first, "effective_clients"), Some(&Arg::Number(3.9))); // 3.92, as a sentence says it
        assert!(first.only_informs() && found[1..].iter().all(|other| *other == Err(None)));
        assert_eq!(first.facts.iter().map(|fact| fact.id).collect::<Vec<_>>(), ["B"]);
    }

    #[test]
    fn is_blind_before_a_year_of_revenue() {
        let found = judged(&[40_000, 20_000], "2025-03-01");
        assert!(found.iter().all(|found| *found == Err(Some(Need::MoreData))), "{found:?}");
    }
}
