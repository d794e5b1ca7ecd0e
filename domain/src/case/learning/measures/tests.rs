//! The measures of five cases, reckoned by hand.

use super::*;
use crate::sign::Level;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

/// Two referrals in the year before an end, one in half a year since.
const ROUND: Referrals = Referrals { before: 2, before_days: 365, after: 1, after_days: 183 };

fn told(first_sign: &str, decided_on: &str, notice_on: &str, closed_on: &str) -> Told {
    Told {
        client: first_sign.to_owned(),
        first_sign: day(first_sign),
        decided_on: Some(day(decided_on)),
        notice_on: Some(day(notice_on)),
        closed_on: Some(day(closed_on)),
        slipped: Some(false),
        on_time: (3, 4),
        disputed: Some(false),
        receivable: Some((1000.0, 100.0)),
        repairs: (0, 1),
        risk: Some((0.2, false)),
        covered: Some(true),
        recurred: (0, 1),
        beyond: Some(Beyond { referrals: Some(ROUND), ..Beyond::default() }),
        aftermath: Aftermath::default(),
    }
}

fn five() -> Vec<Told> {
    let mut five = vec![
        told("2024-01-01", "2024-01-31", "2024-02-10", "2024-06-01"),
        told("2024-03-01", "2024-03-11", "2024-03-16", "2025-02-01"),
        told("2025-01-01", "2025-02-20", "2025-03-02", "2025-07-01"),
        told("2025-05-01", "2025-05-21", "2025-06-10", "2025-12-31"),
        told("2026-01-01", "2026-02-10", "2026-02-12", "2026-08-01"),
    ];
    five[1].slipped = Some(true);
    five[2].disputed = Some(true);
    five[3] = Told { repairs: (1, 1), risk: Some((0.7, true)), covered: Some(false), ..five[3].clone() };
    five[4] = Told { receivable: Some((3000.0, 2600.0)), recurred: (1, 2), ..five[4].clone() };
    five
}

#[test]
fn five_cases_come_to_what_a_hand_reckons() {
    let invoiced = [(2023, 5), (2024, 25), (2025, 20), (2026, 20)];
    let measured = measures(&five(), &[], &invoiced, day("2026-11-22"));
    // 30, 10, 50, 20 and 40 days; 10, 5, 10, 20 and 2 days.
    let spread = |median, quarter, three_quarters| Some(Spread { n: 5, median, quarter, three_quarters });
    assert_eq!(measured.sign_to_decision, spread(30.0, 20.0, 40.0));
    assert_eq!(measured.decision_to_notice, spread(10.0, 5.0, 10.0));
    assert_eq!(measured.slips, Some(Share { k: 1, n: 5, cases: 5 }));
    assert_eq!(measured.on_time, Some(Share { k: 15, n: 20, cases: 5 }));
    assert_eq!(measured.disputes, Some(Share { k: 1, n: 5, cases: 5 }));
    assert_eq!(measured.repairs, Some(Share { k: 1, n: 5, cases: 5 }));
    assert_eq!(measured.coverage, Some(Share { k: 4, n: 5, cases: 5 }));
    assert_eq!(measured.recurrence, Some(Share { k: 1, n: 6, cases: 5 }), "one of them has two lessons");
    // 7,000 were owed, 3,000 are open: 4 of 7. Brier: four times 0.04 and 0.09, over five.
    let recovered = measured.recovered.expect("five cases tell");
    assert!((recovered.value - 4.0 / 7.0).abs() < 1e-12, "{recovered:?}");
    let brier = measured.brier.expect("five cases tell");
    assert!((brier.value - 0.05).abs() < 1e-12, "{brier:?}");
    let exits = [
        (2026, Some(Share { k: 1, n: 20, cases: 20 })),
        (2025, Some(Share { k: 3, n: 20, cases: 20 })),
        (2024, Some(Share { k: 1, n: 25, cases: 25 })),
    ];
    assert_eq!(measured.exits, exits);
    // Wilson's interval of 1 of 5, by R: prop.test(1, 5, correct = FALSE).
    let interval = Share { k: 1, n: 5, cases: 5 }.interval().expect("five");
    assert!((interval.low - 0.03622).abs() < 1e-4 && (interval.high - 0.62447).abs() < 1e-4, "{interval:?}");
}

#[test]
fn a_client_with_two_ends_in_a_year_is_one_client() {
    let mut five = five();
    five[3].client = five[2].client.clone();
    let measured = measures(&five, &[], &[(2025, 20)], day("2026-11-22"));
    assert_eq!(measured.exits[1], (2025, Some(Share { k: 2, n: 20, cases: 20 })));
}

#[test]
fn three_cases_say_nothing() {
    let measured = measures(&five()[..3], &[], &[], day("2026-11-22"));
    let silent = Measures {
        sign_to_decision: None,
        decision_to_notice: None,
        slips: None,
        on_time: None,
        disputes: None,
        recovered: None,
        repairs: None,
        brier: None,
        coverage: None,
        recurrence: None,
        referring: None,
        reviewed: None,
        complaining: None,
        recommending: None,
        referrals: None,
        stayed: None,
        felt_no_lower: None,
        connected_lost: None,
        others_lost: None,
        exits: vec![(2026, None), (2025, None), (2024, None)],
        false_alarms: vec![],
    };
    assert_eq!(measured, silent, "twelve obligations of three cases are few");
}

#[test]
fn false_alarms_are_those_that_people_dismissed() {
    let episode = |code, client: &str, state| Episode {
        client: client.to_owned(),
        code,
        number: 1,
        first_on: day("2026-01-01"),
        last_on: day("2026-01-01"),
        level: Level::Finding,
        policy: 1,
        state,
        decided_level: None,
        found: None,
    };
    let episodes = [
        episode(Code::P3, "A", State::Dismissed),
        episode(Code::P3, "B", State::Confirmed),
        episode(Code::P3, "C", State::Confirmed),
        episode(Code::P3, "D", State::Confirmed),
        episode(Code::P3, "E", State::Observed),
        episode(Code::P5, "A", State::Dismissed),
    ];
    let measured = measures(&[], &episodes, &[], day("2026-11-22"));
    assert_eq!(measured.false_alarms, [(Code::P3, Some(Share { k: 1, n: 4, cases: 4 })), (Code::P5, None)]);
    let of_three = episodes.map(|one| Episode { client: one.client.replace('D', "A"), ..one });
    let measured = measures(&[], &of_three, &[], day("2026-11-22"));
    assert_eq!(measured.false_alarms, [(Code::P3, None), (Code::P5, None)], "four findings with three clients");
}

#[test]
fn what_followed_is_added_up_over_four_ends() {
    let mut five = five();
    let served = |end: usize| {
        let own =
            [("sara", true), ("lina", true), ("omar", false)].map(|(name, stayed)| (format!("{name} {end}"), stayed));
        own.into_iter().chain([("reem".to_owned(), end != 2)]).collect()
    };
    for (end, one) in five[..4].iter_mut().enumerate() {
        let (connected_lost, others_lost) = ((1, 2), (1, 9));
        one.aftermath = Aftermath { stayed: served(end), felt_no_lower: Some(true), connected_lost, others_lost };
    }
    five[3].aftermath.felt_no_lower = Some(false);
    let measured = measures(&five, &[], &[], day("2026-11-22"));
    // Reem served all four and is one: she left after the third.
    assert_eq!(measured.stayed, Some(Share { k: 8, n: 13, cases: 4 }));
    assert_eq!(measured.felt_no_lower, Some(Share { k: 3, n: 4, cases: 4 }));
    assert_eq!(measured.connected_lost, Some(Share { k: 4, n: 8, cases: 4 }));
    assert_eq!(measured.others_lost, Some(Share { k: 4, n: 36, cases: 4 }));
    let mut alone = five.clone();
    alone[..4].iter_mut().for_each(|one| one.aftermath.stayed.retain(|name, _| name == "reem"));
    assert_eq!(measures(&alone, &[], &[], day("2026-11-22")).stayed, None, "it would tell of her");
    five[0].aftermath = Aftermath::default();
    let measured = measures(&five, &[], &[], day("2026-11-22"));
    assert_eq!((measured.stayed, measured.connected_lost), (None, None), "ten people of three ends are few");
}

#[test]
fn referrals_and_reviews_are_counted_back_to_ends() {
    let mut five = five();
    let beyond = |has_referred, is_reviewed, referrals| {
        Some(Beyond { has_referred, is_reviewed, has_complained: has_referred, recommends: None, referrals })
    };
    five[0].beyond = beyond(true, true, Some(ROUND));
    five[1].beyond = beyond(true, false, None);
    let measured = measures(&five, &[], &[], day("2026-11-22"));
    assert_eq!(measured.referring, Some(Share { k: 2, n: 5, cases: 5 }));
    assert_eq!(measured.reviewed, Some(Share { k: 1, n: 5, cases: 5 }));
    assert_eq!(measured.complaining, Some(Share { k: 2, n: 5, cases: 5 }));
    let four = Referrals { before: 8, before_days: 4 * 365, after: 4, after_days: 4 * 183 };
    assert_eq!(measured.referrals, Some((four, 4)), "of one end only one side is known");
    five[2].beyond = None;
    assert_eq!(measures(&five, &[], &[], day("2026-11-22")).referrals, None, "three ends are few");
}

#[test]
fn who_would_recommend_us_is_told_from_four_answers_on() {
    let mut five = five();
    for (one, score) in five.iter_mut().zip([10, 9, 8, 6]) {
        one.beyond = Some(Beyond { recommends: Some(score), ..Beyond::default() });
    }
    // Two of four would and one would not: 50 less 25.
    let four = measures(&five, &[], &[], day("2026-11-22")).recommending.expect("four answers");
    assert_eq!((four, four.net()), (Recommending { n: 4, would: 2, would_not: 1 }, 25.0));
    five[0].beyond = Some(Beyond::default());
    assert_eq!(measures(&five, &[], &[], day("2026-11-22")).recommending, None, "three answers");
}
