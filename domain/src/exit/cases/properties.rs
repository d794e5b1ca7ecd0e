//! What holds whatever the inputs are.

use super::super::{
    Client, CostCut, Harm, Inputs, Key, Linked, Marketing, Outlook, Repair, Replacement, Scenario, Simulation,
};
use super::super::{Said, Spread, Step, Time, read, simulate};
use super::near;
use proptest::prelude::*;

fn run(inputs: Inputs) -> Simulation {
    simulate(&inputs.sound().expect("within bounds"))
}

prop_compose! {
    fn clients()(
        contribution_monthly in -5_000.0..20_000.0,
        notice_months in 0u32..6,
        notice_realised in 0.0..1.0,
        contract_months_left in prop::option::of(0u32..40),
        early_fee in -2_000.0..5_000.0,
        receivable in 0.0..50_000.0,
        write_off_share in 0.0..1.0,
        exit_cost in 0.0..20_000.0,
    ) -> Client {
        Client {
            contribution_monthly, notice_months, notice_realised, contract_months_left, early_fee, receivable,
            write_off_share, exit_cost, hours_monthly: 40.0,
        }
    }
}

fn replacements() -> impl Strategy<Value = Replacement> {
    let times =
        prop_oneof![(0.0..20.0).prop_map(Time::Mean), prop::collection::vec(0.0..40.0, 1..12).prop_map(Time::Own),];
    (0.0..20_000.0, times, 0u32..6, 0.0..5_000.0).prop_map(
        |(contribution_monthly, time, ramp_months, acquisition_cost)| Replacement {
            contribution_monthly,
            time,
            ramp_months,
            acquisition_cost,
        },
    )
}

prop_compose! {
    fn sound_inputs()(
        client in clients(),
        replacement in prop::option::of(replacements()),
        repair in prop::option::of((0.0..1.0, 0.0..5_000.0, 0.0..10_000.0, 0u32..12)),
        cut in prop::option::of((0.0..5_000.0, 0.0..1.0, 0u32..6, 0.0..2_000.0)),
        marketing in prop::option::of((0.5..4.0, 0u32..6, 0.0..1_000.0)),
        stages in prop::collection::vec(0.0..1.0, 0..4),
        more in (0.0..2_000.0, 0.0..1.0, 0.0..20_000.0, 0.0..3_000.0, 0.0..1.0, any::<bool>()),
        firm in (-10_000.0..200_000.0, 0.0..50_000.0, 0.0..60_000.0, 0.0..60_000.0),
        horizon_months in 1u32..37,
        seed in 0u64..1_000,
    ) -> Inputs {
        let (cash, reserve, fixed_cost_monthly, other_contribution_monthly) = firm;
        let step = |(i, share): (usize, f64)| Step { month: i as u32 * 3 + 1, share };
        let has_replacement = replacement.is_some();
        Inputs {
            horizon_months, draws: 200, seed, cash, reserve, fixed_cost_monthly, other_contribution_monthly, client,
            replacement,
            repair: repair.map(|(success, uplift_monthly, cost, months)| Repair { success, uplift_monthly, cost, months }),
            costs: cut.into_iter().map(|(monthly, avoidable, lag_months, one_off)| {
                CostCut { name: "studio \"B\"".into(), monthly, avoidable, lag_months, one_off }
            }).collect(),
            marketing: marketing.filter(|_| has_replacement).map(|(factor, lag_months, cost_monthly)| {
                Marketing { factor, lag_months, cost_monthly }
            }),
            staged: stages.into_iter().enumerate().map(step).collect(),
            harm: more.5.then_some(Harm { monthly: more.0, leave_chance_yearly: more.1, leave_cost: more.2 }),
            linked: more.5.then_some(Linked { contribution_monthly: more.3, chance: more.4 }),
            said: vec![(Key::Receivable, Said::WRITTEN)],
            ..Inputs::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn figures_are_figures(inputs in sound_inputs()) {
        let simulation = run(inputs.clone());
        prop_assert!(Scenario::ALL.into_iter().all(|s| s.is_given(&inputs) == simulation.of(s).is_some()));
        for outlook in simulation.scenarios.values() {
            let shares = [outlook.p_cash_below_zero, outlook.p_cash_below_reserve];
            prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
            prop_assert!(shares[0] <= shares[1]);
            prop_assert!(outlook.cash.len() == inputs.horizon_months as usize);
            prop_assert!(outlook.cash.iter().all(|m| m.p10 <= m.p50 && m.p50 <= m.p90));
            prop_assert_eq!(outlook.first_negative_month.is_some(), outlook.peak_shortfall > 0.0);
            prop_assert!(outlook.npv.is_finite() && outlook.npv_se.is_finite() && outlook.hours_freed >= 0.0);
        }
        prop_assert_eq!(simulation.of(Scenario::Keep).map(|keep| keep.npv), Some(0.0));
    }

    #[test]
    fn the_same_seed_gives_the_same_figures(inputs in sound_inputs()) {
        prop_assert_eq!(run(inputs.clone()), run(inputs));
    }

    #[test]
    fn a_written_text_reads_back(inputs in sound_inputs()) {
        let back = read(&inputs.text()).expect("its own text").inputs().clone();
        prop_assert_eq!(back.said_of(Key::Receivable), Said::WRITTEN);
        prop_assert_eq!(run(back), run(inputs));
    }

    #[test]
    fn more_cash_is_never_more_dangerous(inputs in sound_inputs(), more in 0.0..100_000.0) {
        let richer = run(Inputs { cash: inputs.cash + more, ..inputs.clone() });
        let poorer = run(inputs);
        for (scenario, outlook) in &poorer.scenarios {
            let other = richer.of(*scenario).expect("as given");
            prop_assert!(other.p_cash_below_zero <= outlook.p_cash_below_zero);
            prop_assert!(other.p_cash_below_reserve <= outlook.p_cash_below_reserve);
            prop_assert!(other.peak_shortfall <= outlook.peak_shortfall + 1e-6);
        }
    }

    #[test]
    fn a_client_without_margin_is_missed_by_nobody(inputs in sound_inputs()) {
        let client = Client {
            contribution_monthly: 0.0, receivable: 0.0, exit_cost: 0.0, early_fee: 0.0, ..inputs.client.clone()
        };
        let bare = Inputs {
            client, replacement: None, repair: None, costs: vec![], marketing: None, harm: None, linked: None, ..inputs
        };
        let simulation = run(bare);
        let keep = simulation.of(Scenario::Keep).expect("always").clone();
        for outlook in simulation.scenarios.values() {
            let but_not = |outlook: &Outlook| Outlook { break_even_month: None, hours_freed: 0.0, ..outlook.clone() };
            prop_assert_eq!(but_not(outlook), but_not(&keep));
        }
    }

    #[test]
    fn counting_futures_is_going_through_them_one_by_one(inputs in sound_inputs()) {
        // A range of one figure changes nothing but the way that is taken.
        let exit_cost = inputs.client.exit_cost;
        let spread = Spread::Range { low: exit_cost, likely: exit_cost, high: exit_cost };
        let counted = run(inputs.clone());
        let single = run(Inputs { spreads: vec![(Key::ExitCost, spread)], ..inputs });
        for (scenario, a) in &counted.scenarios {
            let b = single.of(*scenario).expect("as given");
            prop_assert_eq!(a.p_cash_below_zero, b.p_cash_below_zero);
            prop_assert_eq!(a.below_zero_median_month, b.below_zero_median_month);
            near(a.npv, b.npv, 1e-6);
            near(a.npv_se, b.npv_se, 1e-4);
            near(a.hours_freed, b.hours_freed, 1e-6);
            for (a, b) in a.cash.iter().zip(&b.cash) {
                prop_assert!((a.p10 - b.p10).abs() < 1e-6 && (a.p50 - b.p50).abs() < 1e-6 && (a.p90 - b.p90).abs() < 1e-6);
            }
        }
        near(counted.waiting_one_month, single.waiting_one_month, 1e-6);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\PC\n]{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn no_figure_makes_it_panic(place in 0usize..Key::ALL.len(), value in any::<f64>(), inputs in sound_inputs()) {
        let (key, mut inputs) = (Key::ALL[place], inputs);
        if key.bounds().wrong(value).is_none() || !key.bounds().whole {
            key.set(&mut inputs, value);
            if let Ok(sound) = inputs.sound() {
                simulate(&sound);
            }
        }
    }
}

#[test]
fn ranges_and_own_months_widen_the_fan() {
    let text = "
        cash = 100000
        fixed_cost_monthly = 20000
        other_contribution_monthly = { low = 10000, likely = 12000, high = 16000 }
        other_residuals = [-3000, -1000, 0, 1000, 3000]
        [client]
        contribution_monthly = [8000, 9000, 10000]
        notice_realised = { low = 0.4, likely = 0.8, high = 1.0 }";
    let simulation = simulate(&read(text).expect("sound"));
    let keep = simulation.of(Scenario::Keep).expect("always");
    // The mean of the range is 12,333, its middle a little less; that of the own figures 9,000, of the residuals nothing.
    let last = keep.cash[23];
    near(last.p50, 100_000.0 + 24.0 * (12_333.3 + 9_000.0 - 20_000.0), 2_500.0);
    assert!(last.p90 - last.p10 > 40_000.0, "{last:?}");
    let wider = keep.cash.windows(2).all(|pair| pair[1].p90 - pair[1].p10 > (pair[0].p90 - pair[0].p10) * 0.98);
    assert!(wider, "the further, the less is known");
    let swing = simulation.tornado.iter().find(|swing| swing.key == Key::NoticeRealised);
    assert_eq!(swing.map(|swing| swing.high), None, "without a notice nothing is realised during it");
}
