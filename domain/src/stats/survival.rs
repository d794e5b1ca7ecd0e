//! Time until something ends, such as days to pay, with what has not ended yet kept in.

use super::normal_upper_tail;

/// One observed span: a paid invoice has ended, an open one has lasted this long so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duration {
    /// Length in days, up to the end or to the day of looking.
    pub days: f64,
    /// Whether it ended; if not it is censored, not dropped.
    pub ended: bool,
}

/// One step down of the survival curve, at a day on which something ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Days from the start.
    pub days: f64,
    /// Share that lasts longer than these days.
    pub survival: f64,
    /// How many had lasted at least these days.
    pub at_risk: usize,
    /// How many ended on this day.
    pub events: usize,
}

/// The outcome of a log-rank comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRank {
    /// Standardised difference, positive when the first group ends more slowly.
    pub z: f64,
    /// Two-sided chance of a difference this large if there were none.
    pub p: f64,
    /// One-sided chance of the first group being this slow if it were not slower.
    pub p_slower: f64,
}

impl LogRank {
    fn of(z: f64) -> Self {
        Self { z, p: 2.0 * normal_upper_tail(z.abs()), p_slower: normal_upper_tail(z) }
    }
}

/// Returns the survival curve, one step for each day on which something ended; spans censored on
/// that day still count as at risk, and no step is given if any length is NaN (Kaplan & Meier 1958).
pub fn kaplan_meier(durations: &[Duration]) -> Vec<Step> {
    let sorted = sorted(durations);
    let mut steps = Vec::new();
    let (mut at_risk, mut survival) = (sorted.len(), 1.0);
    for day in sorted.chunk_by(|a, b| a.days == b.days) {
        let events = day.iter().filter(|duration| duration.ended).count();
        if events > 0 {
            survival *= (at_risk - events) as f64 / at_risk as f64;
            steps.push(Step { days: day[0].days, survival, at_risk, events });
        }
        at_risk -= day.len();
    }
    steps
}

/// Returns the days by which half have ended: the first step at which survival is 0.5 or less;
/// `None` if it never falls that far (Kaplan & Meier 1958).
pub fn median(steps: &[Step]) -> Option<f64> {
    // The products of exact halves may round to just above one half.
    steps.iter().find(|step| step.survival <= 0.5 + 1e-12).map(|step| step.days)
}

/// Compares how fast two groups end, by their events at each day; `None` if there are too few to
/// differ or a length is NaN (Mantel 1966; Peto & Peto 1972).
pub fn log_rank(a: &[Duration], b: &[Duration]) -> Option<LogRank> {
    let (a, b) = (sorted(a), sorted(b));
    let (mut first, mut second) = (&a[..], &b[..]);
    let (mut behind, mut variance) = (0.0, 0.0);
    while let (Some(next_a), Some(next_b)) = (first.first(), second.first()) {
        let days = next_a.days.min(next_b.days);
        let (in_a, in_b) = (first.len() as f64, second.len() as f64);
        let ended_a = take_day(&mut first, days);
        let ended = ended_a + take_day(&mut second, days);
        let at_risk = in_a + in_b;
        behind += ended * in_a / at_risk - ended_a;
        variance += ended * in_a * in_b * (at_risk - ended) / (at_risk * at_risk * (at_risk - 1.0));
    }
    if variance > 0.0 { Some(LogRank::of(behind / variance.sqrt())) } else { None }
}

/// Compares how fast a group ends with a known curve, such as the portfolio's, computed once for
/// all clients; `None` if the curve expects no event of it (one-sample log-rank, Breslow 1975).
pub fn log_rank_against(group: &[Duration], curve: &[Step]) -> Option<LogRank> {
    let (mut hazard, mut expected, mut observed) = (0.0, 0.0, 0.0);
    let mut steps = curve.iter().peekable();
    for duration in sorted(group) {
        while let Some(step) = steps.next_if(|step| step.days <= duration.days) {
            hazard += step.events as f64 / step.at_risk as f64;
        }
        expected += hazard;
        observed += f64::from(u8::from(duration.ended));
    }
    if expected > 0.0 { Some(LogRank::of((expected - observed) / f64::sqrt(expected))) } else { None }
}

/// Returns the durations from short to long, or none at all if a length is NaN.
fn sorted(durations: &[Duration]) -> Vec<Duration> {
    if durations.iter().any(|duration| duration.days.is_nan()) {
        return Vec::new();
    }
    let mut sorted = durations.to_vec();
    sorted.sort_unstable_by(|a, b| a.days.total_cmp(&b.days));
    sorted
}

/// Removes the durations of this day from the front and returns how many of them ended.
fn take_day(durations: &mut &[Duration], days: f64) -> f64 {
    let mut ended = 0.0;
    while let Some((first, rest)) = durations.split_first()
        && first.days == days
    {
        ended += f64::from(u8::from(first.ended));
        *durations = rest;
    }
    ended
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    /// Reads "20 25 30+": days, with a plus for what is still open.
    fn durations(text: &str) -> Vec<Duration> {
        let read = |word: &str| Duration {
            days: word.trim_end_matches('+').parse().expect("a number of days"),
            ended: !word.ends_with('+'),
        };
        text.split_whitespace().map(read).collect()
    }

    fn check(text: &str, expected: &[(f64, f64, usize, usize)], expected_median: Option<f64>) {
        let steps = kaplan_meier(&durations(text));
        assert_eq!(steps.len(), expected.len());
        for (step, (days, survival, at_risk, events)) in steps.iter().zip(expected) {
            assert_eq!((step.days, step.at_risk, step.events), (*days, *at_risk, *events));
            near(step.survival, *survival, 5e-4);
        }
        assert_eq!(median(&steps), expected_median);
    }

    #[test]
    fn days_to_pay_of_vector_14() {
        check(
            "20 25 40 60 30+ 50+",
            &[(20.0, 0.833, 6, 1), (25.0, 0.667, 5, 1), (40.0, 0.444, 3, 1), (60.0, 0.0, 1, 1)],
            Some(40.0),
        );
    }

    #[test]
    fn ties_open_spans_and_nothing() {
        check("10 10 10+ 20", &[(10.0, 0.5, 4, 2), (20.0, 0.0, 1, 1)], Some(10.0));
        check("5 9+ 9+", &[(5.0, 0.667, 3, 1)], None);
        check("5+ 9+", &[], None);
        check("", &[], None);
        check("5 NaN", &[], None);
        assert_eq!(median(&kaplan_meier(&durations("1 2 3 4 5 6"))), Some(3.0));
    }

    #[test]
    fn log_rank_of_gehan_1965() {
        // Weeks of remission: 6-mercaptopurine against placebo; chi-square 16.79 on one degree.
        let treated = durations("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
        let placebo = durations("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
        let found = log_rank(&treated, &placebo).expect("events");
        near(found.z * found.z, 16.793, 1e-3);
        assert!(found.z > 0.0);
        near(found.p, 4.17e-5, 1e-7);
        near(found.p_slower * 2.0, found.p, 1e-15);
        near(log_rank(&placebo, &treated).expect("events").z, -found.z, 1e-12);
    }

    #[test]
    fn log_rank_needs_events_in_common_time() {
        for (a, b) in [("5+ 9+", "3+ 4+"), ("", "3 4"), ("5", "5"), ("NaN", "1 2")] {
            assert_eq!(log_rank(&durations(a), &durations(b)), None, "{a} / {b}");
        }
        near(log_rank(&durations("3 8"), &durations("3 8")).expect("events").z, 0.0, 1e-15);
    }

    #[test]
    fn log_rank_against_the_portfolio_curve() {
        let curve = kaplan_meier(&durations("10 20 30 40"));
        // Expected: (1/4) + (1/4 + 1/3 + 1/2 + 1) = 2.3333, observed 1.
        let found = log_rank_against(&durations("15+ 50"), &curve).expect("events");
        near(found.z, 1.333_333 / 2.333_333f64.sqrt(), 1e-5);
        assert_eq!(log_rank_against(&durations("5"), &curve), None);
        assert_eq!(log_rank_against(&[], &curve), None);
    }
}
