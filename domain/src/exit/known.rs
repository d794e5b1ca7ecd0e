//! What the records of a client say of the inputs, in whole units of the firm's currency.

use super::{Confidence, Key, Origin, Said};
use crate::case::contribution::Contribution;
use crate::days::Day;
use crate::money::Currency;
use crate::record::{Contract, NoticeUnit};
use crate::sign::{Baseline, Code, Need, Scene, Tally, contribution_monthly, knows_payments, received};

/// The inputs that records give, each with the day on which it was true; what they do not give is not among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The base currency of the firm, else the client's.
    pub currency: Currency,
    pub figures: Vec<(Key, f64, Said)>,
    /// What the people who serve the client cost in a month. They are paid whoever is served.
    pub serving: f64,
    /// What all other clients leave over in a month, where it is known of at least one.
    pub others: Option<Others>,
    /// By how much the firm's own months differed from their mean, this client left out.
    pub residuals: Vec<f64>,
    /// What the client pays in a month, net of tax and of what is only passed on.
    pub revenue: Option<f64>,
    /// How many bills of the last year do not say their tax: they count in full.
    pub untaxed: usize,
    /// What its work brings less than it should in a month, where that is known: what a repair could win back.
    pub below_target: Option<f64>,
    /// Whether a contract of it goes on by itself unless someone says no.
    pub renews: bool,
    /// Why its contribution is not known.
    pub lacks: Option<Need>,
}

/// What is known of all other clients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Others {
    pub contribution_monthly: f64,
    /// Of how many of them it is known.
    pub known: u32,
    pub clients: u32,
    pub on: Day,
}

/// Days of a month on average.
pub const MONTH_DAYS: f64 = 365.25 / 12.0;

/// Returns the months from one day to another; negative where the other is earlier.
pub fn months(from: Day, to: Day) -> f64 {
    f64::from(to.since(from)) / MONTH_DAYS
}

/// Months differ visibly from half a year on.
const RESIDUALS_MIN: usize = 6;

/// Looks up what a client's records say on a day.
pub fn known(scene: &Scene, baseline: Option<&Baseline>) -> Known {
    let knows_payments = knows_payments(baseline, scene.history);
    let year = Contribution::of(scene);
    let (mut figures, mut serving) = (vec![], 0.0);
    let history = |as_of, confidence| Said { origin: Origin::History, confidence, as_of: Some(as_of) };
    let revenue = match &year {
        Ok(year) => {
            let months = f64::from(year.quarters) * 3.0;
            let is_whole = knows_payments && year.quarters >= Contribution::YEAR;
            let sure = if is_whole { Confidence::High } else { Confidence::Medium };
            serving = year.cost_to_serve / months;
            // The cost of capital is no payment, and the people are paid whoever is served.
            // Where nobody's payments are known, what old bills would lose is not known either.
            let lost = if knows_payments { year.expected_loss } else { 0.0 };
            let cash = (year.revenue - year.direct - lost) / months;
            figures.push((Key::Contribution, cash, history(year.last_day, sure)));
            figures.push((Key::ClientHours, year.hours / months, history(year.last_day, sure)));
            Some((year.revenue - year.direct) / months)
        }
        Err(_) => billed(scene),
    };
    if let (Err(_), Some(revenue)) = (&year, revenue) {
        figures.push((Key::Contribution, revenue, history(scene.on, Confidence::Low)));
    }
    if knows_payments {
        let (receivable, lost) = owed(scene);
        figures.push((Key::Receivable, receivable, history(scene.on, Confidence::High)));
        figures.push((Key::WriteOffShare, lost, history(scene.on, Confidence::Medium)));
    }
    let contracts: Vec<&Contract> = scene.contracts_on(scene.on).collect();
    figures.extend(terms(scene, &contracts));
    Known {
        currency: scene.firm.base_currency.unwrap_or(scene.currency),
        figures,
        serving,
        others: baseline.and_then(|baseline| others(scene, baseline)),
        residuals: baseline.map(|baseline| residuals(scene, baseline)).unwrap_or_default(),
        revenue,
        untaxed: scene.quarters.untaxed,
        below_target: year.as_ref().ok().and_then(|year| below_target(scene, year)),
        renews: contracts.iter().any(|contract| contract.auto_renews == Some(true)),
        lacks: year.err(),
    }
}

impl Known {
    /// Returns a figure that the records give.
    pub fn figure(&self, key: Key) -> Option<f64> {
        self.figures.iter().find(|(of, _, _)| *of == key).map(|(_, value, _)| *value)
    }
}

/// Without hours, what is billed less what is spent is all that can be known.
fn billed(scene: &Scene) -> Option<f64> {
    let quarters = scene.quarters.year();
    let monthly = |sum: f64| scene.in_base(sum / (quarters.len() as f64 * 3.0));
    let sum = quarters.iter().map(|quarter| quarter.revenue - quarter.spent.max(quarter.pass_through)).sum();
    if quarters.is_empty() || scene.quarters.unconverted { None } else { monthly(sum) }
}

/// Returns what is owed, and the share of it that is lost if it is paid another month later than it is now.
fn owed(scene: &Scene) -> (f64, f64) {
    let rule = scene.rule(Code::E4);
    let open = scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none());
    let (mut whole, mut lost) = (0.0, 0.0);
    for bill in open {
        let owed = scene.owed(bill);
        whole += owed;
        lost += owed
            * match bill.days_late() + 30 {
                ..=30 => rule.more("loss_30"),
                31..=60 => rule.more("loss_60"),
                61..=90 => rule.more("loss_90"),
                _ => rule.more("loss_older"),
            };
    }
    let share = if whole > 0.0 { lost / whole } else { 0.0 };
    (scene.in_base(whole).unwrap_or(0.0).max(0.0), share.clamp(0.0, 1.0))
}

/// Returns notice, end and fee of the contracts in force. All end with the client: the longest notice and the latest
/// end count, and every fee.
fn terms(scene: &Scene, contracts: &[&Contract]) -> Vec<(Key, f64, Said)> {
    // What is written does not grow old.
    let said = Said { origin: Origin::History, confidence: Confidence::High, as_of: None };
    let notice = |c: &Contract| c.notice_length.map(|length| notice_months(length, c.notice_unit));
    let left = |c: &Contract| c.ends_on.map(|end| months_until(scene.on, next_end(end, c, scene.on)));
    let fee = |c: &Contract| {
        let fee = scene.in_base(scene.whole(c.early_fee?, c.currency, scene.on)?)?;
        (notice(c).unwrap_or(0.0) < left(c)?).then_some(fee)
    };
    let figures = [
        (Key::NoticeMonths, contracts.iter().filter_map(|c| notice(c)).reduce(f64::max)),
        (Key::ContractMonthsLeft, contracts.iter().filter_map(|c| left(c)).reduce(f64::max)),
        (Key::EarlyFee, contracts.iter().filter_map(|c| fee(c)).reduce(|all, fee| all + fee)),
    ];
    figures.into_iter().filter_map(|(key, value)| Some((key, value?, said))).collect()
}

/// A notice counts whole months, begun ones included.
fn notice_months(length: i64, unit: Option<NoticeUnit>) -> f64 {
    let length = length.clamp(0, 10_000) as f64;
    let months = match unit {
        Some(NoticeUnit::Month | NoticeUnit::HijriMonth) => length,
        Some(NoticeUnit::Year) => length * 12.0,
        Some(NoticeUnit::Week) => length * 7.0 / MONTH_DAYS,
        Some(NoticeUnit::BusinessDay) => length * 7.0 / 5.0 / MONTH_DAYS,
        Some(NoticeUnit::Day) | None => length / MONTH_DAYS,
    };
    months.ceil().min(Key::NoticeMonths.bounds().max)
}

/// Returns the next day on which a contract ends if someone says in time that it shall; one that renews by itself is
/// taken to do so for a year.
fn next_end(end: Day, contract: &Contract, on: Day) -> Day {
    let notice_days =
        contract.notice_length.map_or(0.0, |length| notice_months(length, contract.notice_unit) * MONTH_DAYS);
    let (year, month, day) = end.civil();
    let renewed = |years: i32| Day::new(year + years, month, day).or_else(|| Day::new(year + years, month, 28));
    match contract.auto_renews {
        Some(true) => {
            let in_time = |end: &Day| end.since(on) >= notice_days as i32;
            (0..100).filter_map(renewed).find(in_time).unwrap_or(end)
        }
        _ => end,
    }
}

fn months_until(on: Day, end: Day) -> f64 {
    months(on, end).max(0.0).ceil().min(Key::ContractMonthsLeft.bounds().max)
}

fn others(scene: &Scene, baseline: &Baseline) -> Option<Others> {
    let own = contribution_monthly(scene);
    let known = baseline.total.contributing.checked_sub(u32::from(own.is_some()))?;
    let sum = baseline.total.contribution_monthly? - own.unwrap_or(0.0);
    let clients = baseline.clients.saturating_sub(1);
    (known > 0).then_some(Others { contribution_monthly: sum, known, clients, on: baseline.on })
}

/// Returns by how much what came in from all others differed from month to month, since the first month in which
/// anything did.
fn residuals(scene: &Scene, baseline: &Baseline) -> Vec<f64> {
    let own: [f64; Tally::MONTHS] = received(scene);
    let all = baseline.total.received.iter().zip(own).map(|(all, own)| all - own);
    let months: Vec<f64> = all.skip_while(|month| month.abs() < 1.0).collect();
    let mean = months.iter().sum::<f64>() / months.len().max(1) as f64;
    let residuals: Vec<f64> = months.iter().map(|month| (month - mean).round()).collect();
    let differ = residuals.iter().any(|residual| *residual != 0.0);
    if residuals.len() >= RESIDUALS_MIN && differ { residuals } else { vec![] }
}

fn below_target(scene: &Scene, year: &Contribution) -> Option<f64> {
    let (target, _) = scene.target_rate(scene.on)?;
    let target = scene.in_base(target)?;
    let months = f64::from(year.quarters) * 3.0;
    Some((target * year.hours - (year.revenue - year.direct)) / months).filter(|gap| *gap > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::{Dated, Firm};
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history, measured_at};

    /// Each quarter of 2025: 9,000 net, paid at once; 30 hours at 100; 500 spent. One bill is open since January.
    const YEAR: &str = "
        invoices I1 issued_on=2025-01-01 due_on=2025-01-20 amount=9000
        invoices I2 issued_on=2025-04-01 due_on=2025-04-20 amount=9000
        invoices I3 issued_on=2025-07-01 due_on=2025-07-20 amount=9000
        invoices I4 issued_on=2025-10-01 due_on=2025-10-20 amount=9000
        invoices I5 issued_on=2026-01-01 due_on=2026-01-20 amount=4000
        payments P1 invoice=I1 paid_on=2025-01-10 amount=9000
        payments P2 invoice=I2 paid_on=2025-04-10 amount=9000
        payments P3 invoice=I3 paid_on=2025-07-10 amount=9000
        payments P4 invoice=I4 paid_on=2025-10-10 amount=9000
        time T1 on_day=2025-02-10 minutes=1800 cost_rate=100
        time T2 on_day=2025-05-10 minutes=1800 cost_rate=100
        time T3 on_day=2025-08-10 minutes=1800 cost_rate=100
        time T4 on_day=2025-11-10 minutes=1800 cost_rate=100
        costs K1 on_day=2025-02-11 amount=500
        costs K2 on_day=2025-05-11 amount=500
        costs K3 on_day=2025-08-11 amount=500
        costs K4 on_day=2025-11-11 amount=500";

    fn looked(text: &str, on: &str, firm: &Firm, others: &[&str]) -> Known {
        let mut history = history(text);
        history.keep_known_on(day(on));
        let policy = Policy::standard();
        let all: Vec<_> = others.iter().chain([&text]).map(|text| measured_at(text, on, firm)).collect();
        let baseline = Baseline::of(all.iter(), day(on), 0.1);
        known(&Scene::new(&history, firm, &policy, day(on)), Some(&baseline))
    }

    #[test]
    fn contribution_is_cash_and_people_stand_beside_it() {
        let known = looked(YEAR, "2026-02-10", &firm(), &[]);
        assert_eq!(known.figure(Key::Contribution), Some((36_000.0 - 2_000.0) / 12.0));
        assert_eq!((known.serving, known.figure(Key::ClientHours)), (1_000.0, Some(10.0)));
        assert_eq!(known.figure(Key::Receivable), Some(4_000.0));
        // 21 days late; a month later it will be 51.
        assert_eq!(known.figure(Key::WriteOffShare), Some(0.05));
        assert_eq!((known.lacks, known.others, known.residuals.len(), known.untaxed), (None, None, 0, 4));
    }

    #[test]
    fn where_nobodys_payments_are_known_nothing_is_owed() {
        let text: String =
            YEAR.lines().filter(|line| !line.contains("payments P")).map(|line| format!("{line}\n")).collect();
        let known = looked(&text, "2026-02-10", &firm(), &[]);
        assert_eq!([Key::Receivable, Key::WriteOffShare].map(|key| known.figure(key)), [None, None]);
        assert_eq!(known.figure(Key::Contribution), Some((36_000.0 - 2_000.0) / 12.0));
        let known = looked(&text, "2026-02-10", &firm(), &[YEAR]);
        assert_eq!(known.figure(Key::Receivable), Some(40_000.0));
    }

    #[test]
    fn without_hours_revenue_stands_in() {
        let text: String =
            YEAR.lines().filter(|line| !line.contains("time T")).map(|line| format!("{line}\n")).collect();
        let known = looked(&text, "2026-02-10", &firm(), &[]);
        assert_eq!(known.figure(Key::Contribution), Some(2_833.33));
        assert_eq!((known.serving, known.lacks), (0.0, Some(Need::Time)));
        let nothing = looked("", "2026-02-10", &firm(), &[]);
        assert_eq!((nothing.figure(Key::Contribution), nothing.lacks), (None, Some(Need::Invoices)));
    }

    #[test]
    fn others_are_all_but_this_one() {
        let twice = YEAR.replace("amount=9000", "amount=18000");
        let known = looked(
            YEAR,
            "2026-02-10",
            &firm(),
            &[&twice, "invoices A issued_on=2026-01-05 due_on=2026-02-05 amount=1"],
        );
        let others = known.others.expect("one is known");
        // 72,000 billed, 2,000 spent, 12,000 for people; capital and losses are small.
        assert!((others.contribution_monthly - (72_000.0 - 2_000.0 - 12_000.0) / 12.0).abs() < 30.0, "{others:?}");
        assert_eq!((others.known, others.clients), (1, 2));
        // Receipts of 18,000 in four of the last thirteen months, from January 2025 on.
        let months = known.residuals;
        assert_eq!(months.len(), 13);
        assert!((months.iter().sum::<f64>()).abs() < 13.0 && months[0] > 10_000.0 && months[1] < 0.0, "{months:?}");
    }

    #[test]
    fn contracts_give_notice_end_and_fee() {
        let with = |contract: &str, on: &str| {
            let known = looked(&format!("{YEAR}\ncontracts C1 {contract}"), on, &firm(), &[]);
            [Key::NoticeMonths, Key::ContractMonthsLeft, Key::EarlyFee].map(|key| known.figure(key))
        };
        let fixed =
            "starts_on=2025-01-01 ends_on=2026-12-31 notice_length=60 notice_unit=day early_fee=24000 auto_renews=no";
        assert_eq!(with(fixed, "2026-02-10"), [Some(2.0), Some(11.0), Some(24_000.0)]);
        // Two months before the end the notice reaches it: no fee is due.
        assert_eq!(with(fixed, "2026-11-15"), [Some(2.0), Some(2.0), None]);
        let renewing = "starts_on=2024-04-01 ends_on=2026-03-31 notice_length=2 notice_unit=month auto_renews=yes";
        assert_eq!(with(renewing, "2026-01-10"), [Some(2.0), Some(3.0), None]);
        // It is too late to say no to this renewal: the next end is a year later.
        assert_eq!(with(renewing, "2026-02-10"), [Some(2.0), Some(14.0), None]);
        assert_eq!(
            with("starts_on=2024-04-01 notice_length=15 notice_unit=business_day", "2026-02-10"),
            [Some(1.0), None, None]
        );
        let second = "starts_on=2025-02-01 ends_on=2026-06-30 notice_length=3 notice_unit=month early_fee=500";
        let both = format!("{fixed}\ncontracts C2 {second}");
        assert_eq!(with(&both, "2026-02-10"), [Some(3.0), Some(11.0), Some(24_500.0)]);
    }

    #[test]
    fn what_a_repair_could_win_back() {
        let target = |value| Firm { target_rate: vec![Dated { on: day("2020-01-01"), value }], ..firm() };
        // 34,000 for 120 hours are 283 an hour.
        assert_eq!(looked(YEAR, "2026-02-10", &target(250.0), &[]).below_target, None);
        let gap = looked(YEAR, "2026-02-10", &target(300.0), &[]).below_target.expect("below");
        assert!((gap - (36_000.0 - 34_000.0) / 12.0).abs() < 1e-9, "{gap}");
    }
}
