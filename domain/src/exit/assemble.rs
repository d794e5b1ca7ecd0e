//! Inputs put together: what the records say, what the firm states of itself, what people stated by hand, and for the
//! rest assumptions, each named as one.

use super::known::{Known, months};
use super::{Confidence, CostCut, Inputs, Key, OWN_MIN, Origin, Pace, Replacement, Said, Step, Time, Win, own_months};
use crate::days::Day;
use crate::firm::{Dated, Firm};
use crate::stats::median;

/// What inputs are made from; sums are whole units of `known.currency`.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub on: Day,
    pub seed: u64,
    pub firm: &'a Firm,
    pub known: &'a Known,
    /// Clients that we won.
    pub wins: &'a [Win],
    /// How fast replacements were signed after past ends, where enough of them say it.
    pub pace: Option<Pace>,
    /// The sum of the exit bill and the day of its latest line.
    pub bill: Option<(f64, Day)>,
    /// What people stated, each with the day on which it was true; it stands above everything else.
    pub stated: &'a [(Key, f64, Day)],
    pub costs: &'a [CostCut],
    /// The steps of a staged ending, if someone stated them.
    pub staged: &'a [Step],
}

/// What is assumed where nothing is known.
const MONTHS_TO_REPLACE: f64 = 6.0;
const RAMP_MONTHS: f64 = 2.0;
/// Work often drops once notice is given: 0.4, 0.8 or 1 (DOMAIN 3.5).
const NOTICE_REALISED: f64 = 0.8;
/// Nothing is known of our repairs: as likely as not.
const REPAIR_WORKS: f64 = 0.5;
const REPAIR_MONTHS: f64 = 3.0;
/// A repair that works is taken to lift the price by a tenth, where no target says more.
const REPAIR_LIFTS: f64 = 0.10;
/// Meetings and a plan take two working days.
const REPAIR_HOURS: f64 = 16.0;

/// Puts inputs together; without cash or without a contribution of the client there are none, and these are named.
pub fn assemble(sources: &Sources) -> Result<Inputs, Vec<Key>> {
    let Sources { firm, known, on, .. } = *sources;
    let mut inputs = Inputs { currency: Some(known.currency), seed: sources.seed, ..Inputs::default() };
    let mut set = |key: Key, value: f64, said: Said| {
        key.set(&mut inputs, value.clamp(key.bounds().min, key.bounds().max));
        inputs.said.retain(|(of, _)| *of != key);
        inputs.said.push((key, said));
    };
    for (key, value, said) in &known.figures {
        set(*key, *value, *said);
    }
    for (key, figures) in [(Key::Cash, &firm.cash), (Key::Reserve, &firm.reserve)] {
        if let Some(dated) = held(figures, on) {
            set(key, dated.value, stated_by_firm(&dated));
        }
    }
    if let Some((sum, day)) = sources.bill {
        set(Key::ExitCost, sum, Said { confidence: Confidence::Medium, as_of: Some(day), ..Said::NOTHING });
    }
    let by_hand = |key: Key| sources.stated.iter().find(|(of, _, _)| *of == key).map(|(_, value, _)| *value);
    let contribution = by_hand(Key::Contribution).or(known.figure(Key::Contribution));
    for (key, value, said) in assumed(sources, contribution.unwrap_or(0.0)) {
        if by_hand(key).is_none() && known.figure(key).is_none() {
            set(key, value, said);
        }
    }
    for (key, value, said) in running(sources, contribution.unwrap_or(0.0)) {
        set(key, value, said);
    }
    for (key, value, day) in sources.stated {
        set(*key, *value, Said { as_of: Some(*day), ..Said::WRITTEN });
    }
    replaced(sources, &mut inputs);
    inputs.other_residuals = known.residuals.clone();
    inputs.costs = sources.costs.to_vec();
    inputs.staged = if sources.staged.is_empty() { thirds() } else { sources.staged.to_vec() };
    let missing = [(Key::Cash, held(&firm.cash, on).is_none()), (Key::Contribution, contribution.is_none())];
    let missing: Vec<Key> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if missing.is_empty() { Ok(inputs) } else { Err(missing) }
}

/// Returns what the firm stated last by a day.
fn held(figures: &[Dated], on: Day) -> Option<Dated> {
    figures.iter().filter(|figure| figure.on <= on).max_by_key(|figure| figure.on).copied()
}

fn stated_by_firm(dated: &Dated) -> Said {
    Said { origin: Origin::History, confidence: Confidence::High, as_of: Some(dated.on) }
}

/// Returns what is assumed of everything that concerns the client and its replacement.
fn assumed(sources: &Sources, contribution: f64) -> Vec<(Key, f64, Said)> {
    let known = sources.known;
    let hour = held(&sources.firm.default_cost_rate, sources.on).map_or(0.0, |rate| rate.value);
    let lift = known.below_target.or(known.revenue.map(|revenue| revenue * REPAIR_LIFTS));
    let assumptions = [
        (Key::NoticeMonths, 1.0),
        (Key::NoticeRealised, NOTICE_REALISED),
        (Key::MeanMonths, MONTHS_TO_REPLACE),
        (Key::NewContribution, contribution.max(0.0)),
        (Key::RampMonths, RAMP_MONTHS),
        (Key::RepairSuccess, REPAIR_WORKS),
        (Key::RepairMonths, REPAIR_MONTHS),
        (Key::RepairUplift, lift.unwrap_or(contribution.max(0.0) * REPAIR_LIFTS)),
        (Key::RepairCost, REPAIR_HOURS * hour),
        (Key::HandOverMonths, 1.0),
        (Key::HandOverFee, 0.0),
    ];
    assumptions.into_iter().map(|(key, value)| (key, value, Said::NOTHING)).collect()
}

/// Returns what the firm pays and earns in a month without this client. What is not stated follows from the assumption
/// that the firm as it is breaks even.
fn running(sources: &Sources, contribution: f64) -> [(Key, f64, Said); 2] {
    let known = sources.known;
    let stated = held(&sources.firm.fixed_cost_monthly, sources.on);
    let others = known.others.map(|others| {
        let sure = if others.known == others.clients { Confidence::High } else { Confidence::Medium };
        (others.contribution_monthly, Said { origin: Origin::History, confidence: sure, as_of: Some(others.on) })
    });
    match (stated, others) {
        (Some(fixed), Some((others, said))) => [
            // The people who serve the client are paid whoever is served.
            (Key::FixedCost, fixed.value + known.serving, stated_by_firm(&fixed)),
            (Key::OtherContribution, others, said),
        ],
        (Some(fixed), None) => {
            let all = fixed.value + known.serving;
            [(Key::FixedCost, all, stated_by_firm(&fixed)), (Key::OtherContribution, all - contribution, Said::NOTHING)]
        }
        (None, Some((others, said))) => {
            let fixed = (others + contribution).max(0.0);
            [(Key::FixedCost, fixed, Said::NOTHING), (Key::OtherContribution, others, said)]
        }
        (None, None) => {
            let fixed = contribution.max(0.0);
            [(Key::FixedCost, fixed, Said::NOTHING), (Key::OtherContribution, fixed - contribution, Said::NOTHING)]
        }
    }
}

/// The firm's own wins say how long a replacement takes and what it brings; fewer than a history are an assumption. What past
/// ends took corrects it.
fn replaced(sources: &Sources, inputs: &mut Inputs) {
    let by_hand = |key: Key| sources.stated.iter().any(|(of, _, _)| *of == key);
    let months = own_months(sources.wins);
    let is_history = months.len() >= OWN_MIN;
    if !by_hand(Key::MeanMonths) {
        waited(inputs, months, sources.pace);
    }
    if sources.wins.is_empty() {
        return;
    }
    let said = Said { origin: Origin::History, confidence: Confidence::Medium, as_of: None };
    let said = if is_history { said } else { Said::NOTHING };
    for (key, value) in brought(sources.wins, inputs.client.contribution_monthly) {
        if !by_hand(key) {
            key.set(inputs, value.min(key.bounds().max));
            inputs.said.retain(|(of, _)| *of != key);
            inputs.said.push((key, said));
        }
    }
}

/// Sets how long a replacement takes: as own wins say it, else as assumed, in the light of past ends.
fn waited(inputs: &mut Inputs, months: Vec<f64>, pace: Option<Pace>) {
    let Some(Replacement { time, .. }) = &mut inputs.replacement else { return };
    if months.len() >= OWN_MIN {
        *time = Time::Own(months);
    } else if !months.is_empty() {
        *time = Time::Mean(Time::Own(months).mean());
    }
    if let Some(pace) = pace {
        *time = pace.corrected(std::mem::take(time));
        let origin = if pace.ends >= OWN_MIN { Origin::History } else { Origin::Assumption };
        inputs.said.retain(|(of, _)| *of != Key::MeanMonths);
        inputs.said.push((Key::MeanMonths, Said { origin, confidence: Confidence::Medium, as_of: None }));
    }
}

/// Returns what replacements bring and over which time. Where a usual win brings less than what is lost, several follow
/// each other at the pace of the past until they make up for it (DOMAIN 3.5: all that was lost is replaced).
fn brought(wins: &[Win], lost: f64) -> Vec<(Key, f64)> {
    let mut monthly: Vec<f64> = wins.iter().filter_map(|win| win.monthly).filter(|monthly| *monthly > 0.0).collect();
    let Some(usual) = median(&mut monthly) else { return vec![] };
    let signed = || wins.iter().map(|win| win.signed_on);
    let span = signed().max().zip(signed().min()).map_or(0.0, |(last, first)| months(first, last));
    let apart = span / (wins.len() as f64 - 1.0).max(1.0);
    let more = (lost / usual - 1.0).max(0.0);
    vec![(Key::NewContribution, usual.max(lost)), (Key::RampMonths, (RAMP_MONTHS + more * apart).round())]
}

/// Service goes down by thirds, every second month.
fn thirds() -> Vec<Step> {
    [(2, 0.66), (4, 0.33), (6, 0.0)].into_iter().map(|(month, share)| Step { month, share }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{MONTH_DAYS, Scenario, simulate};
    use super::*;
    use crate::exit::known::Others;
    use crate::money::Currency;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn known(contribution: Option<f64>) -> Known {
        let said = Said { origin: Origin::History, confidence: Confidence::High, as_of: Some(day("2026-09-30")) };
        Known {
            currency: Currency::of("SAR").expect("a currency"),
            figures: contribution.map(|sum| (Key::Contribution, sum, said)).into_iter().collect(),
            serving: 1_000.0,
            others: None,
            residuals: vec![],
            revenue: Some(6_000.0),
            untaxed: 0,
            below_target: None,
            renews: false,
            lacks: None,
        }
    }

    fn firm(cash: bool, fixed: bool) -> Firm {
        let dated = |value| vec![Dated { on: day("2026-11-01"), value }];
        Firm {
            cash: if cash { dated(50_000.0) } else { vec![] },
            fixed_cost_monthly: if fixed { dated(20_000.0) } else { vec![] },
            ..Firm::default()
        }
    }

    fn sources<'a>(firm: &'a Firm, known: &'a Known) -> Sources<'a> {
        let on = day("2026-11-22");
        Sources { on, seed: 1, firm, known, wins: &[], pace: None, bill: None, stated: &[], costs: &[], staged: &[] }
    }

    #[test]
    fn the_essential_is_asked_for() {
        let missing =
            |cash, contribution| assemble(&sources(&firm(cash, true), &known(contribution))).err().unwrap_or_default();
        assert_eq!(missing(true, Some(5_000.0)), []);
        assert_eq!(missing(false, None), [Key::Cash, Key::Contribution]);
    }

    #[test]
    fn what_is_not_stated_follows_from_breaking_even() {
        let keeps = |firm: Firm, known: Known| {
            let inputs = assemble(&sources(&firm, &known)).expect("enough");
            let all =
                (inputs.fixed_cost_monthly, inputs.other_contribution_monthly, inputs.client.contribution_monthly);
            let simulation = simulate(&inputs.sound().expect("sound"));
            let keep = simulation.of(Scenario::Keep).expect("always");
            (all, keep.cash[23].p50)
        };
        assert_eq!(keeps(firm(true, true), known(Some(5_000.0))), ((21_000.0, 16_000.0, 5_000.0), 50_000.0));
        assert_eq!(keeps(firm(true, false), known(Some(5_000.0))), ((5_000.0, 0.0, 5_000.0), 50_000.0));
        let others = Others { contribution_monthly: 18_000.0, known: 3, clients: 3, on: day("2026-11-22") };
        let both = Known { others: Some(others), ..known(Some(5_000.0)) };
        assert_eq!(keeps(firm(true, true), both), ((21_000.0, 18_000.0, 5_000.0), 50_000.0 + 24.0 * 2_000.0));
    }

    #[test]
    fn eight_own_wins_are_a_history() {
        let win = |i: i32, monthly| Win {
            contacted_on: day("2026-01-01"),
            signed_on: day("2026-01-01").plus(61 + i),
            monthly: Some(monthly),
        };
        let wins: Vec<Win> = (0..8).map(|i| win(i, 4_000.0 + f64::from(i))).collect();
        let (firm, known) = (firm(true, true), known(Some(5_000.0)));
        let with = |wins: &[Win]| assemble(&Sources { wins, ..sources(&firm, &known) }).expect("enough");
        let eight = with(&wins);
        assert!(matches!(&eight.replacement, Some(Replacement { time: Time::Own(own), .. }) if own.len() == 8));
        assert_eq!(eight.said_of(Key::MeanMonths).origin, Origin::History);
        assert_eq!(eight.said_of(Key::NewContribution).origin, Origin::History);
        // A usual win brings 4,003.5 of the 5,000 that are lost; they were a day apart.
        let new = eight.replacement.clone().expect("sought");
        assert_eq!((new.contribution_monthly, new.ramp_months), (5_000.0, 2));
        let seven = with(&wins[..7]);
        assert!(
            matches!(&seven.replacement, Some(Replacement { time: Time::Mean(mean), .. }) if (2.0..2.4).contains(mean))
        );
        assert_eq!(seven.said_of(Key::MeanMonths).origin, Origin::Assumption);
        let none = with(&[]);
        assert!(matches!(&none.replacement, Some(Replacement { time: Time::Mean(6.0), .. })));
        assert_eq!(none.replacement.map(|new| new.contribution_monthly), Some(5_000.0));
    }

    #[test]
    fn past_ends_correct_what_wins_and_assumptions_say() {
        let (firm, known) = (firm(true, true), known(Some(5_000.0)));
        let pace = Pace { ends: 5, came: 4, waited: 48.0, foreseen: 6.0 };
        let with = |sources: Sources| assemble(&Sources { pace: Some(pace), ..sources }).expect("enough");
        let mean = |inputs: &Inputs| Key::MeanMonths.get(inputs).expect("sought");
        let assumed = with(sources(&firm, &known));
        assert_eq!(mean(&assumed), 9.0, "six months are assumed: (4 × 6 + 48) / (4 + 4)");
        let said = assumed.said_of(Key::MeanMonths);
        assert_eq!((said.origin, said.confidence), (Origin::Assumption, Confidence::Medium));
        let (contacted_on, signed_on) = (day("2026-01-01"), day("2026-03-03"));
        let wins = [Win { contacted_on, signed_on, monthly: None }; 8];
        let own = with(Sources { wins: &wins, ..sources(&firm, &known) });
        assert!((mean(&own) - (4.0 * 61.0 / MONTH_DAYS + 48.0) / 8.0).abs() < 1e-9);
        assert!(matches!(&own.replacement, Some(Replacement { time: Time::Own(own), .. }) if own.len() == 8));
        let stated = [(Key::MeanMonths, 4.0, day("2026-11-20"))];
        assert_eq!(mean(&with(Sources { stated: &stated, ..sources(&firm, &known) })), 4.0, "by hand stands above");
        let eight = Pace { ends: 8, ..pace };
        let eight = assemble(&Sources { pace: Some(eight), ..sources(&firm, &known) }).expect("enough");
        assert_eq!(eight.said_of(Key::MeanMonths).origin, Origin::History);
    }

    #[test]
    fn several_wins_make_up_for_a_large_client() {
        let win = |month: u32, monthly| Win {
            contacted_on: day("2025-01-01"),
            signed_on: Day::new(2025, month, 1).expect("a day"),
            monthly: Some(monthly),
        };
        let wins: Vec<Win> = (1..=9).map(|month| win(month, 1_000.0)).collect();
        // Four more after the first, a month apart each, and two months until the last pays in full.
        assert_eq!(brought(&wins, 5_000.0), [(Key::NewContribution, 5_000.0), (Key::RampMonths, 6.0)]);
        assert_eq!(brought(&wins, 400.0), [(Key::NewContribution, 1_000.0), (Key::RampMonths, 2.0)]);
        assert_eq!(brought(&wins, -400.0), [(Key::NewContribution, 1_000.0), (Key::RampMonths, 2.0)]);
        assert_eq!(brought(&wins[..1], 3_000.0), [(Key::NewContribution, 3_000.0), (Key::RampMonths, 2.0)]);
        assert_eq!(brought(&[Win { monthly: None, ..wins[0] }], 3_000.0), []);
    }

    #[test]
    fn what_people_state_stands_above() {
        let (firm, known) = (firm(true, true), known(Some(5_000.0)));
        let today = day("2026-11-20");
        let stated =
            [(Key::Contribution, -200.0, today), (Key::MeanMonths, 9.0, today), (Key::OtherContribution, 1.0, today)];
        let inputs = assemble(&Sources { stated: &stated, bill: Some((700.0, today)), ..sources(&firm, &known) })
            .expect("enough");
        assert_eq!((inputs.client.contribution_monthly, inputs.client.exit_cost), (-200.0, 700.0));
        assert_eq!((inputs.other_contribution_monthly, Key::MeanMonths.get(&inputs)), (1.0, Some(9.0)));
        assert_eq!(inputs.said_of(Key::Contribution), Said { as_of: Some(today), ..Said::WRITTEN });
        assert!(Scenario::ALL.into_iter().filter(|s| *s != Scenario::Expire).all(|s| s.is_given(&inputs)));
    }
}
