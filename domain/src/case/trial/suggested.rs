//! Which limit to begin from, by what the records read before the trial: clearly better, and within reach.

use super::MeasureKind;

impl MeasureKind {
    /// Returns a limit to begin from; a person changes it.
    pub fn suggested(self, reads: Option<f64>) -> f64 {
        use MeasureKind::*;
        match self {
            PaidOnTime | InstalmentsKept | DeliveredOnTime => reads.map_or(0.9, |share| {
                let halfway = (share + 1.0) / 2.0;
                ((halfway * 20.0).round() / 20.0).clamp(0.7, 1.0)
            }),
            DaysLate => reads.map_or(7.0, |days| (days / 2.0).round().max(3.0)),
            HoursBeyondAgreed => reads.map_or(0.0, |hours| (hours / 2.0).round()),
            RevisionRounds => reads.map_or(2.0, |rounds| ((rounds * 1.2).round() / 2.0).max(1.0)),
            ReplyDays => reads.map_or(2.0, |days| (days / 2.0).round().max(1.0)),
            Satisfaction => reads.map_or(4.0, |score| (score + 0.5).clamp(3.0, 5.0)),
            BoundaryBreaches => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::trial::Measure;

    #[test]
    fn a_limit_asks_for_better_and_is_sound_whatever_was_read() {
        let check = |kind: MeasureKind, reads, limit| assert_eq!(kind.suggested(reads), limit, "{}", kind.word());
        check(MeasureKind::PaidOnTime, Some(0.31), 0.7);
        check(MeasureKind::PaidOnTime, Some(0.8), 0.9);
        check(MeasureKind::DaysLate, Some(31.0), 16.0);
        check(MeasureKind::RevisionRounds, Some(5.1), 3.0);
        check(MeasureKind::ReplyDays, None, 2.0);
        check(MeasureKind::Satisfaction, Some(2.0), 3.0);
        for kind in MeasureKind::ALL {
            for reads in [None, Some(0.0), Some(1.0), Some(400.0)] {
                // A share above one cannot be read.
                let reads = reads.filter(|value| !kind.is_share() || *value <= 1.0);
                assert!(Measure { kind: *kind, limit: kind.suggested(reads) }.is_sound(), "{} {reads:?}", kind.word());
            }
        }
    }
}
