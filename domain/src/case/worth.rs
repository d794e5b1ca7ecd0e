//! The worth of keeping a client (DOMAIN A44, B38): money, what is good beyond money, harm, people, and the chance of
//! repair, each said for itself; nothing adds them up to one score.

use super::Cited;
use super::contribution::Contribution;
use super::harm::{HarmLine, harm_ledger};
use crate::days::Day;
use crate::firm::{Firm, held_on};
use crate::money::{Currency, Money};
use crate::record::{GoodValue, History, ValueKind};
use crate::sign::{Baseline, Code, Facts, Need, Policy, Scene, knows_payments, revenue, revenue_share, usual_pulse};
use crate::stats::Beta;
use serde::{Deserialize, Serialize};

/// What a review looks at in its fourth round; sums are whole units of the base currency, net of tax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    pub on: Day,
    pub currency: Option<Currency>,
    pub contribution: Result<Contribution, Need>,
    pub lifetime: Result<Lifetime, Need>,
    pub concentration: Result<Concentration, Need>,
    pub good: Result<Vec<Good>, Need>,
    pub harm: Vec<HarmLine>,
    pub pulse: Result<PulseMedian, Need>,
    pub repair: RepairChance,
    /// How many bills of the last year do not say their tax: they count in full.
    #[serde(default)]
    pub untaxed: usize,
}

/// What worth needs and one client's records do not tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    pub baseline: Option<&'a Baseline>,
    /// How likely the client is to stay another year, 0 to 1, as the firm states it.
    pub retention: Option<f64>,
    pub timing: Timing,
    /// The firm's earlier repair trials.
    pub repaired: u32,
    pub failed: u32,
}

/// When a year's margin is taken to come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    #[default]
    EndOfYear,
    StartOfYear,
}

/// The value of the client's coming years (DOMAIN 3.2 E5, Gupta & Lehmann), in whole units of the base currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lifetime {
    /// Negative where the client costs more than it brings.
    pub value: f64,
    /// A year's margin after the cost to serve.
    pub margin_yearly: f64,
    /// The chance of staying another year, 0 to 1.
    pub retention: f64,
    /// The yearly cost of capital, as a share.
    pub discount: f64,
    pub timing: Timing,
}

/// How much of the firm hangs on the client (DOMAIN 3.2 E6); it says what an exit would risk, and is no fault.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concentration {
    /// Of the firm's revenue of twelve months, 0 to 1.
    pub share: f64,
    /// The sum of all clients' squared shares, 0 to 1.
    pub hhi: f64,
    /// How many clients of equal size would be as concentrated.
    pub effective_clients: f64,
}

/// One kind of good beyond money in the window (DOMAIN 3.2 E8).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Good {
    pub kind: ValueKind,
    pub count: u32,
    /// What the owner valued them at, in whole units of the base currency.
    pub amount: f64,
    /// How many nobody valued, or in a currency without an exchange rate; `amount` leaves them out.
    pub unvalued: u32,
    pub facts: Cited,
}

/// How our people feel about working for the client (DOMAIN 3.2 R10): only from four answers on, and never whose.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PulseMedian {
    /// 1 to 5.
    pub median: f64,
    pub answers: u32,
}

/// The chance that a repair succeeds, from the firm's own trials and a Beta(1,1) prior (DOMAIN 3.4); shown as the interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepairChance {
    pub repaired: u32,
    pub failed: u32,
    pub mean: f64,
    /// The middle 95 of 100, each 0 to 1.
    pub low: f64,
    pub high: f64,
}

impl Worth {
    /// Weighs a client on a day; `history` must hold only what was known on it.
    pub fn of(history: &History, firm: &Firm, policy: &Policy, on: Day, given: &Given) -> Worth {
        let scene = Scene::new(history, firm, policy, on);
        let knows_payments = knows_payments(given.baseline, history);
        let told = |year| if knows_payments { Ok(year) } else { Err(Need::Payments) };
        let contribution = Contribution::of(&scene).and_then(told);
        let writes_incidents = given.baseline.is_some_and(|baseline| baseline.total.incidents > 0);
        Worth {
            on,
            currency: firm.base_currency,
            lifetime: lifetime(&scene, &contribution, given),
            contribution,
            concentration: concentration(&scene, given.baseline),
            good: good(&scene),
            harm: harm_ledger(&scene, writes_incidents, knows_payments),
            pulse: usual_pulse(&scene).map(|(median, answers)| PulseMedian { median, answers: answers.len() as u32 }),
            repair: RepairChance::of(given.repaired, given.failed),
            untaxed: scene.quarters.untaxed,
        }
    }
}

/// Returns the present value of a yearly margin that goes on with a chance of `retention`: m r / (1 + i - r) where it
/// comes in at the end of each year, m (1 + i) / (1 + i - r) at its start; `None` where no such value exists.
pub fn lifetime_value(margin_yearly: f64, retention: f64, discount: f64, timing: Timing) -> Option<f64> {
    let is_sound = margin_yearly.is_finite() && (0.0..=1.0).contains(&retention) && (0.0..).contains(&discount);
    let rate = 1.0 + discount - retention;
    let first = match timing {
        Timing::EndOfYear => retention,
        Timing::StartOfYear => 1.0 + discount,
    };
    (is_sound && rate > 0.0).then(|| margin_yearly * first / rate)
}

/// Values the coming years by the last; with less than a year of quarters there is no yearly margin.
fn lifetime(scene: &Scene, contribution: &Result<Contribution, Need>, given: &Given) -> Result<Lifetime, Need> {
    let year = contribution.as_ref().map_err(|needs| *needs)?;
    if year.quarters < Contribution::YEAR {
        return Err(Need::MoreData);
    }
    let retention = given.retention.filter(|share| (0.0..=1.0).contains(share)).ok_or(Need::Retention)?;
    let discount = held_on(&scene.firm.cost_of_capital, scene.on).ok_or(Need::CostOfCapital)?;
    let (margin_yearly, timing) = (year.sum, given.timing);
    let value = lifetime_value(margin_yearly, retention, discount, timing).ok_or(Need::CostOfCapital)?;
    Ok(Lifetime { value, margin_yearly, retention, discount, timing })
}

fn concentration(scene: &Scene, baseline: Option<&Baseline>) -> Result<Concentration, Need> {
    let baseline = baseline.ok_or(Need::Portfolio)?;
    if scene.history.invoices.is_empty() {
        return Err(Need::Invoices);
    }
    let own = revenue(scene).ok_or(Need::Currency)?;
    let share = revenue_share(baseline, scene.rule(Code::E6), own)?;
    Ok(Concentration { share, hhi: baseline.concentration, effective_clients: baseline.effective_clients() })
}

/// Adds up what the client did for us beyond money, kind by kind.
fn good(scene: &Scene) -> Result<Vec<Good>, Need> {
    if scene.history.values.is_empty() {
        return Err(Need::Values);
    }
    let kinds = [ValueKind::Reference, ValueKind::Referral, ValueKind::Skill, ValueKind::Portfolio];
    let of = |kind: ValueKind| {
        let window = scene.within(&scene.history.values, |value| value.on_day).iter().rev();
        let own: Vec<&GoodValue> = window.filter(|value| value.kind == kind).collect();
        let whole = |value: &&GoodValue| {
            scene.firm.in_base(Money { minor: value.amount?.0, currency: value.currency }, value.on_day)
        };
        let valued: Vec<f64> = own.iter().filter_map(whole).collect();
        Good {
            kind,
            count: own.len() as u32,
            amount: valued.iter().sum::<f64>() + 0.0,
            unvalued: (own.len() - valued.len()) as u32,
            facts: Facts::of("values", own.into_iter().map(|value| (&value.id, value.source))).into(),
        }
    };
    Ok(kinds.into_iter().map(of).filter(|good| good.count > 0).collect())
}

impl RepairChance {
    /// Says what trials teach: how many repairs succeeded, and how many failed.
    pub fn of(repaired: u32, failed: u32) -> RepairChance {
        let belief = Beta::posterior(Beta::UNIFORM, repaired as usize, failed as usize);
        RepairChance {
            repaired,
            failed,
            mean: belief.mean(),
            low: belief.quantile(0.025),
            high: belief.quantile(0.975),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::measure;
    use crate::sign::sample::{day, firm, history};

    const ON: &str = "2026-01-10";

    /// Each quarter of 2025: 16,500 net, paid at once, 60 hours at 150.
    fn year() -> String {
        let quarter = |i: u32| {
            let month = i * 3 + 1;
            format!(
                "invoices I{i} issued_on=2025-{month:02}-15 due_on=2025-{month:02}-25 amount=16500
                 payments P{i} invoice=I{i} paid_on=2025-{month:02}-15 amount=16500
                 time T{i} on_day=2025-{month:02}-20 minutes=3600 cost_rate=150\n"
            )
        };
        (0..4).map(quarter).collect()
    }

    fn worth(text: &str, firm: &Firm, given: &Given) -> Worth {
        let mut history = history(text);
        history.keep_known_on(day(ON));
        Worth::of(&history, firm, &Policy::standard(), day(ON), given)
    }

    fn at_ten_percent() -> Firm {
        Firm { cost_of_capital: vec![crate::firm::Dated { on: day("2020-01-01"), value: 0.10 }], ..firm() }
    }

    #[test]
    fn lifetime_value_of_vector_18() {
        let value = |timing| lifetime_value(30_000.0, 0.8, 0.10, timing).expect("a value");
        assert!((value(Timing::EndOfYear) - 80_000.0).abs() < 1e-6);
        assert!((value(Timing::StartOfYear) - 110_000.0).abs() < 1e-6);
        assert_eq!(lifetime_value(30_000.0, 1.0, 0.0, Timing::EndOfYear), None, "it would never end");
        assert_eq!(lifetime_value(30_000.0, 1.1, 0.1, Timing::EndOfYear), None);
        assert_eq!(lifetime_value(-1000.0, 0.5, 0.0, Timing::EndOfYear), Some(-1000.0));
    }

    #[test]
    fn a_year_of_quarters_gives_the_margin() {
        let given = Given { retention: Some(0.8), ..Given::default() };
        // 4 x (16,500 - 60 x 150) = 30,000, as in vector 18.
        let lifetime = worth(&year(), &at_ten_percent(), &given).lifetime.expect("four quarters");
        assert_eq!((lifetime.margin_yearly, lifetime.discount), (30_000.0, 0.10));
        assert!((lifetime.value - 80_000.0).abs() < 1e-6);
        let needs = |text: &str, firm: &Firm, retention| {
            worth(text, firm, &Given { retention, ..Given::default() }).lifetime.expect_err("blind")
        };
        assert_eq!(needs(&year(), &at_ten_percent(), None), Need::Retention);
        assert_eq!(needs(&year(), &at_ten_percent(), Some(80.0)), Need::Retention);
        let stateless = Firm { cost_of_capital: vec![], ..firm() };
        assert_eq!(needs(&year(), &stateless, Some(0.8)), Need::CostOfCapital);
        let is_later = |line: &&str| !["I0", "P0", "T0"].iter().any(|id| line.contains(id));
        let later = year().lines().filter(is_later).collect::<Vec<_>>().join("\n");
        assert_eq!(needs(&later, &at_ten_percent(), Some(0.8)), Need::MoreData);
    }

    #[test]
    fn bills_that_do_not_say_their_tax_are_told() {
        let given = Given::default();
        assert_eq!(worth(&year(), &firm(), &given).untaxed, 4);
        let one = year().replacen("amount=16500", "amount=16500 tax=0", 1);
        assert_eq!(worth(&one, &firm(), &given).untaxed, 3);
    }

    #[test]
    fn share_and_concentration_of_the_portfolio() {
        let client = |text: &str| {
            let mut history = history(text);
            history.keep_known_on(day(ON));
            measure(&history, &firm(), &Policy::standard(), day(ON))
        };
        let old = "invoices X issued_on=2024-06-01 due_on=2024-07-01 amount=1";
        // 49,500 in the window (the first quarter's bill included: 66,000) against 22,000 and 12,000 of others.
        let others = [22_000, 12_000]
            .map(|sum| client(&format!("{old}\ninvoices Y issued_on=2025-06-01 due_on=2025-07-01 amount={sum}")));
        let all = [client(&year()), others[0].clone(), others[1].clone()];
        let baseline = Baseline::of(all.iter(), day(ON), 0.1);
        let given = Given { baseline: Some(&baseline), ..Given::default() };
        let found = worth(&year(), &firm(), &given).concentration.expect("a year is known");
        assert!((found.share - 0.66).abs() < 1e-9);
        // 0.66² + 0.22² + 0.12² = 0.4984
        assert!((found.hhi - 0.4984).abs() < 1e-9 && (found.effective_clients - 2.006_42).abs() < 1e-5);
        assert_eq!(worth(&year(), &firm(), &Given::default()).concentration, Err(Need::Portfolio));
        assert_eq!(worth("time T on_day=2026-01-01 minutes=1", &firm(), &given).concentration, Err(Need::Invoices));
    }

    #[test]
    fn where_nobodys_payments_are_known_nothing_is_said_of_what_is_lost() {
        let unpaid: Vec<String> =
            year().lines().filter(|line| !line.trim().starts_with("payments")).map(str::to_owned).collect();
        let mut history = history(&unpaid.join("\n"));
        history.keep_known_on(day(ON));
        let measured = measure(&history, &firm(), &Policy::standard(), day(ON));
        let baseline = Baseline::of([&measured].into_iter(), day(ON), 0.1);
        let given = Given { baseline: Some(&baseline), ..Given::default() };
        let found = worth(&unpaid.join("\n"), &firm(), &given);
        assert_eq!((found.contribution, found.lifetime), (Err(Need::Payments), Err(Need::Payments)));
        let lost: Vec<_> = found.harm.iter().take(2).map(|line| line.amount).collect();
        assert_eq!(lost, [Err(Need::Payments), Err(Need::Payments)]);
    }

    #[test]
    fn good_is_counted_by_kind_and_valued_where_the_owner_did() {
        let text = "values V0 on_day=2024-05-01 kind=skill amount=900
            values V1 on_day=2025-05-01 kind=reference amount=2000
            values V2 on_day=2025-06-01 kind=reference
            values V3 on_day=2025-07-01 kind=portfolio amount=500 currency=EUR";
        let found = worth(text, &firm(), &Given::default()).good.expect("values");
        let rows: Vec<_> = found.iter().map(|g| (g.kind, g.count, g.amount, g.unvalued, g.facts.ids())).collect();
        assert_eq!(
            rows,
            [(ValueKind::Reference, 2, 2000.0, 1, vec!["V2", "V1"]), (ValueKind::Portfolio, 1, 0.0, 1, vec!["V3"]),]
        );
        assert_eq!(worth(&year(), &firm(), &Given::default()).good, Err(Need::Values));
    }

    #[test]
    fn three_people_have_no_median() {
        let answers = |scores: &[u8]| -> String {
            scores
                .iter()
                .enumerate()
                .map(|(i, score)| format!("pulse A{i} on_day=2025-12-01 score={score}\n"))
                .collect()
        };
        let pulse = |scores: &[u8]| worth(&answers(scores), &firm(), &Given::default()).pulse;
        assert_eq!(pulse(&[1, 2, 1]), Err(Need::Pulse));
        assert_eq!(pulse(&[1, 2, 1, 5]), Ok(PulseMedian { median: 1.5, answers: 4 }));
    }

    #[test]
    fn the_chance_of_repair_is_an_interval() {
        let check = |repaired, failed, mean: f64, low: f64, high: f64| {
            let found = RepairChance::of(repaired, failed);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
            assert!(near(found.mean, mean) && near(found.low, low) && near(found.high, high), "{found:?}");
        };
        check(0, 0, 0.5, 0.025, 0.975);
        // Beta(2,1) lies below x with a chance of x²; Beta(1,3) with one of 1 - (1-x)³.
        check(1, 0, 2.0 / 3.0, 0.025f64.sqrt(), 0.975f64.sqrt());
        check(0, 2, 0.25, 1.0 - 0.975f64.cbrt(), 1.0 - 0.025f64.cbrt());
    }
}
