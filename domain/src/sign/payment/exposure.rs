//! P8: how much of our money lies with the client.

use super::super::{Against, Arg, Bill, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use crate::days::Day;
use crate::firm::held_on;
use crate::record::{Cost, CostKind, Time};

/// What is out, in whole units of the client's currency, and the rows that say so.
pub struct Exposure<'a> {
    bills: Vec<&'a Bill>,
    unbilled: Vec<&'a Time>,
    committed: Vec<&'a Cost>,
    /// Gross.
    pub unpaid: f64,
    pub work: f64,
    pub costs: f64,
    /// Whether some unbilled hours have no price and count as nothing.
    pub unpriced: bool,
}

impl Exposure<'_> {
    /// Returns all that is out.
    pub fn whole(&self) -> f64 {
        self.unpaid + self.work + self.costs
    }

    /// Returns it without what is unpaid.
    pub fn without_bills(self) -> Self {
        Exposure { bills: vec![], unpaid: 0.0, ..self }
    }

    /// Cites the rows, the largest bills first.
    pub fn facts(&self, scene: &Scene) -> Facts {
        let mut facts = super::cite(scene, self.bills.iter().copied());
        for cost in &self.committed {
            facts.add("costs", &cost.id, cost.source);
        }
        for time in &self.unbilled {
            facts.add("time", &time.id, time.source);
        }
        facts
    }
}

/// Holds what is unpaid, unbilled and committed against what the client brings in a quarter, and against our cash.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P8);
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let data = scene.ledger.bills.iter().filter(|bill| scene.in_window(bill.issued_on) || bill.settled_on.is_none());
    let data = data.count() as f64;
    rule.enough(data)?;
    let out = exposure(scene)?;
    let whole = out.whole();
    let cash = held_on(&scene.firm.cash, scene.on).filter(|cash| *cash > 0.0);
    let cash_share = cash.and_then(|cash| scene.in_base(whole).map(|whole| whole / cash));
    let quarter = quarter(scene);
    if quarter.is_none() && cash_share.is_none() {
        return Err(Need::MoreData);
    }
    let by_cash = cash_share.and_then(|share| over_cash(scene, share).map(|crossed| (crossed, share, "cash")));
    let by_quarter = quarter.and_then(|(sum, basis)| rule.above(whole / sum).map(|c| (c, whole / sum, basis)));
    let level = |found: &((Level, f64), f64, &str)| found.0.0;
    let cash_is_graver = by_cash.as_ref().map(level) > by_quarter.as_ref().map(level);
    let graver = if cash_is_graver { by_cash } else { by_quarter };
    let Some(((level, threshold), value, basis)) = graver else { return Ok(None) };
    Ok(Some(Draft {
        code: Code::P8,
        level: Some(level),
        value: Value::Number(value),
        threshold: Some(threshold),
        data,
        n: (out.bills.len() + out.unbilled.len() + out.committed.len()) as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: scene.on,
        against: Against::Nothing,
        facts: out.facts(scene),
        args: args(scene, &out, basis, quarter, cash_share),
    }))
}

/// Adds up what is unpaid, unbilled and committed.
pub fn exposure<'a>(scene: &'a Scene) -> Result<Exposure<'a>, Need> {
    let mut bills: Vec<&Bill> = scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none()).collect();
    bills.sort_by(|a, b| scene.owed(b).total_cmp(&scene.owed(a)));
    if !scene.ledger.unclear.is_empty() || bills.iter().any(|bill| scene.owed(bill) <= 0.0) {
        return Err(Need::Currency);
    }
    let mut unbilled = unbilled(scene);
    unbilled.sort_by_key(|time| std::cmp::Reverse(time.minutes));
    let costs = scene.history.costs.iter().filter(|cost| scene.in_window(cost.on_day));
    let committed: Vec<&Cost> = costs.filter(|cost| cost.kind == Some(CostKind::Committed)).collect();
    let (work, unpriced) = price(scene, &unbilled);
    let cost = |cost: &&Cost| scene.whole(cost.amount, cost.currency, scene.on);
    Ok(Exposure {
        unpaid: bills.iter().map(|bill| scene.owed(bill)).sum(),
        work,
        costs: committed.iter().map(cost).sum::<Option<f64>>().ok_or(Need::Currency)?,
        bills,
        unbilled,
        committed,
        unpriced,
    })
}

/// Returns what the unbilled hours are worth, in whole units of the client's currency.
pub fn unbilled_work(scene: &Scene) -> Result<f64, Need> {
    if scene.history.time.is_empty() {
        return Err(Need::Time);
    }
    let (work, unpriced) = price(scene, &unbilled(scene));
    if unpriced { Err(Need::CostRates) } else { Ok(work) }
}

/// Prices hours, and tells whether some have no price and were left out.
fn price(scene: &Scene, hours: &[&Time]) -> (f64, bool) {
    hours.iter().fold((0.0, false), |(sum, unpriced), time| match rate(scene, time.on_day) {
        Some(rate) => (sum + time.minutes as f64 / 60.0 * rate, unpriced),
        None => (sum, true),
    })
}

/// Returns the billable time since the last invoice that no invoice names.
fn unbilled<'a>(scene: &'a Scene) -> Vec<&'a Time> {
    let billed_to = scene.history.invoices.last().map_or(scene.since, |invoice| invoice.issued_on).max(scene.since);
    let since = scene.history.time.iter().filter(|time| time.on_day > billed_to && time.on_day <= scene.on);
    since.filter(|time| time.billable != Some(false) && time.invoice.is_none()).collect()
}

/// Returns the price of an hour, else what it costs us.
fn rate(scene: &Scene, day: Day) -> Option<f64> {
    let cost = || scene.firm.from_base(held_on(&scene.firm.default_cost_rate, day)?, scene.currency, day);
    scene.agreed_rate(day).or_else(cost)
}

/// Returns what the client brings in a quarter. Where that is unknown or below nothing, its revenue stands in, which
/// makes the exposure look smaller than it is, never larger.
fn quarter(scene: &Scene) -> Option<(f64, &'static str)> {
    let contribution = scene.quarters.contribution().filter(|sum| *sum > 0.0).map(|sum| (sum, "contribution"));
    contribution.or_else(|| scene.quarters.revenue().filter(|sum| *sum > 0.0).map(|sum| (sum, "revenue")))
}

fn over_cash(scene: &Scene, share: f64) -> Option<(Level, f64)> {
    let rule = scene.rule(Code::P8);
    let levels = [(Level::Severe, "cash_severe"), (Level::Finding, "cash_finding"), (Level::Watch, "cash_watch")];
    levels.map(|(level, key)| (level, rule.more(key))).into_iter().find(|(_, threshold)| share > *threshold)
}

fn args(
    scene: &Scene,
    out: &Exposure,
    basis: &str,
    quarter: Option<(f64, &str)>,
    cash_share: Option<f64>,
) -> Vec<(&'static str, Arg)> {
    let whole = out.whole();
    let (sum, _) = quarter.unwrap_or_default();
    let capital = held_on(&scene.firm.cost_of_capital, scene.on);
    vec![
        ("basis", Arg::word(basis)),
        ("exposure", scene.money(whole)),
        ("unpaid", scene.money(out.unpaid)),
        ("work", scene.money(out.work)),
        ("committed", scene.money(out.costs)),
        ("times", Arg::rounded(if sum > 0.0 { whole / sum } else { 0.0 }, 1)),
        ("quarter", scene.money(sum)),
        ("cash_share", Arg::Share(cash_share.unwrap_or(0.0))),
        ("carrying", Arg::word(if capital.is_some() { "known" } else { "unknown" })),
        ("carrying_yearly", scene.money(owed_on_average(scene) * capital.unwrap_or(0.0))),
    ]
}

/// Returns what the client owed on the average day of the window, or since its first bill.
fn owed_on_average(scene: &Scene) -> f64 {
    let first = scene.ledger.bills.iter().map(|bill| bill.issued_on).min().unwrap_or(scene.on);
    let from = first.max(scene.since.plus(1));
    let days = f64::from(scene.on.since(from) + 1);
    scene.ledger.bills.iter().map(|bill| scene.owed_days(bill, from, scene.on)).sum::<f64>() / days
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, firm, measured, measured_at};
    use super::super::super::{Arg, Code, Level, Need};
    use crate::firm::Firm;

    /// Two full quarters at 9,000 net each, paid; hours that cost 3,000 a quarter. It brings 6,000 a quarter.
    const STEADY: &str = "
        invoices A issued_on=2025-01-01 due_on=2025-01-15 amount=9000
        payments 1 invoice=A paid_on=2025-01-01 amount=9000
        invoices B issued_on=2025-04-01 due_on=2025-04-15 amount=10350 tax=1350
        payments 2 invoice=B paid_on=2025-04-01 amount=10350
        time T1 on_day=2025-02-01 minutes=1200 cost_rate=150
        time T2 on_day=2025-05-01 minutes=1200 cost_rate=150
    ";

    fn check(more: &str, firm: &Firm, expected: Option<(Level, f64, f64, &str)>) {
        let text = format!("{STEADY}\n{more}");
        let found = measured_at(&text, "2025-07-31", firm).drafts.into_iter().find(|draft| draft.code == Code::P8);
        let found = found.map(|d| {
            let super::Value::Number(value) = d.value else { panic!("a number") };
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), (value * 1000.0).round() / 1000.0, d.threshold.expect("one"), ids.join(" "))
        });
        assert_eq!(found, expected.map(|(level, value, t, ids)| (level, value, t, ids.to_owned())), "{more}");
    }

    #[test]
    fn adds_up_what_lies_with_the_client() {
        let open = |sum| format!("invoices C issued_on=2025-07-01 due_on=2025-07-31 amount={sum}");
        check("", &firm(), None);
        check(&open(5000), &firm(), None);
        check(&open(9000), &firm(), Some((Level::Watch, 1.5, 1.0, "C")));
        let more = "payments 3 invoice=C paid_on=2025-07-10 amount=1000
            time T3 on_day=2025-07-05 minutes=600
            time T4 on_day=2025-07-06 minutes=600 billable=no
            time T5 on_day=2025-06-30 minutes=0
            costs K on_day=2025-07-05 amount=4100 kind=committed";
        // 8,000 unpaid, ten hours at 90 of cost, 4,100 committed.
        check(&format!("{}\n{more}", open(9000)), &firm(), Some((Level::Finding, 2.167, 2.0, "C K T3")));
        check(&open(27_000), &Firm { cash: vec![], ..firm() }, Some((Level::Severe, 4.5, 4.0, "C")));
    }

    #[test]
    fn cash_may_be_the_graver_measure() {
        let cash = |value| Firm { cash: vec![crate::firm::Dated { value, ..firm().cash[0] }], ..firm() };
        let open = "invoices C issued_on=2025-07-01 due_on=2025-07-31 amount=5400";
        check(open, &cash(27_000.0), Some((Level::Watch, 0.2, 0.10, "C")));
        check(open, &cash(20_000.0), Some((Level::Finding, 0.27, 0.20, "C")));
        check(open, &cash(10_000.0), Some((Level::Severe, 0.54, 0.35, "C")));
    }

    #[test]
    fn revenue_stands_in_where_costs_are_unknown() {
        let text = "invoices A issued_on=2025-01-01 due_on=2025-01-15 amount=9000
            invoices B issued_on=2025-04-01 due_on=2025-04-15 amount=9000";
        let draft = draft(text, "2025-07-31", Code::P8).expect("a draft");
        assert_eq!(draft.level, Some(Level::Watch));
        let basis = draft.args.iter().find(|(name, _)| *name == "basis").map(|(_, arg)| arg.clone());
        assert_eq!(basis, Some(Arg::word("revenue")));
        // 9,000 from 1 January and 9,000 from 1 April: 12% on what was owed on average until 31 July.
        let carrying = draft.args.iter().find(|(name, _)| *name == "carrying_yearly").map(|(_, arg)| arg.clone());
        let Some(Arg::Money(carrying)) = carrying else { panic!("money") };
        assert_eq!(carrying.minor, ((9000.0 + 9000.0 * 122.0 / 212.0) * 12.0f64).round() as i64);
    }

    #[test]
    fn is_blind_without_invoices_or_rates() {
        let needs = |text: &str| {
            let measured = measured(text, "2025-07-31");
            measured.blind.into_iter().find(|blind| blind.code == Code::P8).map(|blind| blind.needs)
        };
        assert_eq!(needs("time T on_day=2025-07-01 minutes=60"), Some(Need::Invoices));
        assert_eq!(
            needs("invoices A issued_on=2025-07-01 due_on=2025-07-15 amount=90 currency=EUR"),
            Some(Need::Currency)
        );
        let in_dollars = "invoices A issued_on=2025-07-01 due_on=2025-07-15 amount=3750
            payments P invoice=A paid_on=2025-07-14 amount=1000 currency=USD";
        assert_eq!(needs(in_dollars), Some(Need::Currency));
        let beside = "invoices B issued_on=2025-07-01 due_on=2025-07-15 amount=90";
        assert_eq!(needs(&format!("{in_dollars}\n{beside}")), Some(Need::Currency), "nobody knows what is open");
    }
}
