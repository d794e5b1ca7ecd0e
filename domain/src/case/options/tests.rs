//! Options whose totals, wins and flips are known by hand.

use super::*;

fn map(values: Values) -> BTreeMap<Criterion, f64> {
    Criterion::ALL.iter().copied().zip(values).collect()
}

fn sheet(weights: Values, options: &[(Outcome, Values)]) -> Sheet {
    let options = options.iter().map(|(outcome, scores)| Rated { outcome: *outcome, scores: map(*scores) });
    Sheet { weights: map(weights), options: options.collect() }
}

/// Repair leads by 5.3 to 5.1.
fn close() -> Sheet {
    let repair = (Outcome::Repair, [8.0, 2.0, 5.0, 5.0, 5.0, 5.0]);
    let end = (Outcome::EndByNotice, [4.0, 7.0, 5.0, 5.0, 5.0, 5.0]);
    sheet([3.0, 2.0, 1.0, 2.0, 1.0, 1.0], &[end, repair])
}

fn weighed(sheet: &Sheet) -> Weighing {
    weigh(sheet, 20_000, &mut SplitMix64::new(7)).expect("a sound sheet")
}

fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} is not {expected}");
}

#[test]
fn ranks_by_the_weighted_mean() {
    let ranking = weighed(&close()).ranking;
    assert_eq!([ranking[0].outcome, ranking[1].outcome], [Outcome::Repair, Outcome::EndByNotice]);
    near(ranking[0].total, 5.3, 1e-12);
    near(ranking[1].total, 5.1, 1e-12);
}

#[test]
fn draws_weights_evenly_from_all_there_are() {
    // Repair leads while 4 w(worth) > 5 w(harm); both weights are exponential draws, so in 4 of 9.
    near(weighed(&close()).ranking[0].wins, 4.0 / 9.0, 0.015);
    // Six options, each best on one criterion by as much: one sixth each.
    let best = |i: usize| (Outcome::ALL[i], std::array::from_fn(|c| if c == i { 9.0 } else { 3.0 }));
    let six = sheet([1.0; 6], &[best(0), best(1), best(2), best(3), best(4), best(5)]);
    let ranking = weighed(&six).ranking;
    ranking.iter().for_each(|ranked| near(ranked.wins, 1.0 / 6.0, 0.012));
    near(ranking.iter().map(|ranked| ranked.wins).sum(), 1.0, 1e-9);
    // Equal options stand in the order of the outcomes and share every draw.
    let twins = weighed(&sheet([1.0; 6], &[(Outcome::HandOver, [5.0; 6]), (Outcome::Keep, [5.0; 6])]));
    let found: Vec<_> = twins.ranking.iter().map(|ranked| (ranked.outcome, ranked.wins)).collect();
    assert_eq!(found, [(Outcome::Keep, 0.5), (Outcome::HandOver, 0.5)]);
    assert_eq!(weighed(&close()), weighed(&close()), "the same seed, the same figures");
}

#[test]
fn names_the_smallest_change_that_turns_the_result() {
    let flips = weighed(&close()).flips;
    let check = |turned: Turned, from: f64, to: f64, winner: Outcome| {
        let flip = flips.iter().find(|flip| flip.turned == turned).expect("a flip");
        near(flip.from, from, 1e-9);
        near(flip.to, to, 1e-9);
        assert_eq!(flip.winner, winner);
    };
    use Criterion::*;
    // At a share h of harm, worth counts 3/8 of the rest: 4 x 3/8 (1 - h) = 5 h, so h = 3/13.
    check(Turned::Weight(Harm), 0.2, 3.0 / 13.0, Outcome::EndByNotice);
    // At a share w of worth, harm counts 2/7 of the rest: 4 w = 5 x 2/7 (1 - w), so w = 5/19.
    check(Turned::Weight(Worth), 0.3, 5.0 / 19.0, Outcome::EndByNotice);
    // 0.2 points apart: a score that counts 0.3 must move by 2/3, one that counts 0.1 by 2.
    check(Turned::Score(Outcome::EndByNotice, Worth), 4.0, 4.0 + 2.0 / 3.0, Outcome::EndByNotice);
    check(Turned::Score(Outcome::Repair, Ethics), 5.0, 3.0, Outcome::EndByNotice);
    assert!(flips.windows(2).all(|pair| pair[0].change <= pair[1].change));
    assert_eq!((flips[0].turned, flips.len()), (Turned::Weight(Harm), 2 + 12));
    near(flips[0].change, 3.0 / 13.0 - 0.2, 1e-9);
}

#[test]
fn what_cannot_turn_is_not_named() {
    // Better everywhere: no weight turns it, and three points on one criterion of six need eighteen on another.
    let apart = sheet([1.0; 6], &[(Outcome::Keep, [8.0; 6]), (Outcome::HandOver, [5.0; 6])]);
    assert_eq!(weighed(&apart).flips, []);
    // Only worth counts: the other criteria have no say, but worth itself could count less.
    let alone = [(Outcome::Keep, [8.0, 2.0, 2.0, 2.0, 2.0, 2.0]), (Outcome::HandOver, [6.0, 3.0, 3.0, 3.0, 3.0, 3.0])];
    let flips = weighed(&sheet([1.0, 0.0, 0.0, 0.0, 0.0, 0.0], &alone)).flips;
    let weight = flips.iter().find(|flip| flip.turned == Turned::Weight(Criterion::Worth)).expect("a flip");
    near(weight.to, 1.0 / 3.0, 1e-9);
    assert!(
        flips.iter().all(|flip| !matches!(flip.turned, Turned::Score(_, criterion) if criterion != Criterion::Worth))
    );
}

#[test]
fn a_bad_sheet_is_refused_by_name() {
    let faults = |change: fn(&mut Sheet)| {
        let mut sheet = close();
        change(&mut sheet);
        weigh(&sheet, 10, &mut SplitMix64::new(1)).expect_err("refused")
    };
    use Criterion::*;
    assert_eq!(
        faults(|s| {
            s.weights.remove(&Harm);
        }),
        [SheetFault::WeightMissing(Harm)]
    );
    assert_eq!(
        faults(|s| {
            s.weights.insert(Harm, -1.0);
        }),
        [SheetFault::WeightInvalid(Harm)]
    );
    assert_eq!(faults(|s| s.weights.values_mut().for_each(|w| *w = 0.0)), [SheetFault::NoWeight]);
    let outside = SheetFault::ScoreInvalid(Outcome::EndByNotice, People);
    assert_eq!(
        faults(|s| {
            s.options[0].scores.insert(People, 10.5);
        }),
        [outside]
    );
    assert_eq!(
        faults(|s| {
            s.options[0].scores.remove(&People);
        }),
        [SheetFault::TooFew]
    );
    assert_eq!(faults(|s| s.options.push(s.options[1].clone())), [SheetFault::Twice(Outcome::Repair)]);
}

#[test]
fn an_option_without_a_score_takes_no_part_and_is_named() {
    let mut sheet = close();
    sheet.options.push(Rated { outcome: Outcome::Keep, scores: [(Criterion::Worth, 9.0)].into() });
    let weighing = weighed(&sheet);
    assert_eq!(weighing.ranking.len(), 2);
    let expected = Unscored { outcome: Outcome::Keep, criteria: Criterion::ALL[1..].to_vec() };
    assert_eq!(weighing.unscored, [expected]);
    let scoring = sheet.scoring(&weighing, 7, 3);
    let again = weigh(&Sheet::of(&scoring), 100, &mut SplitMix64::new(7)).expect("a sound sheet");
    assert_eq!((scoring.version, again.ranking[0].outcome), (3, weighing.ranking[0].outcome));
    assert_eq!((scoring.options.len(), scoring.options[0].outcome, scoring.seed), (2, Outcome::Repair, 7));
    assert_eq!(scoring.options[0].scores[5], ("ethics".to_owned(), 5.0));
}
