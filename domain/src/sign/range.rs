//! What a setting of the policy can sensibly be, as data: outside its range a policy is refused.

use super::{Policy, PolicyError};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The lowest and the highest value of a setting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

/// By detector, or `general`, then by setting.
type Ranges = BTreeMap<String, BTreeMap<String, (f64, f64)>>;

static RANGES: LazyLock<Ranges> = LazyLock::new(|| {
    toml::from_str(include_str!("range.toml")).expect("the ranges are part of the program and have a test")
});

/// Of two settings of one detector, the first must not be above the second.
const NOT_ABOVE: [(&str, &str); 11] = [
    ("data_min", "data_good"),
    ("upheld_max", "upheld_ours"),
    ("cash_watch", "cash_finding"),
    ("cash_finding", "cash_severe"),
    ("sustained", "of"),
    ("loss_30", "loss_60"),
    ("loss_60", "loss_90"),
    ("loss_90", "loss_older"),
    ("acknowledged_low", "acknowledged_high"),
    ("satisfied_low", "satisfied_high"),
    ("reopened_low", "reopened_high"),
];

impl Range {
    /// Returns the range of a setting: of a detector's, or of one of `general`; `None` if there is no such setting.
    pub fn of(code: &str, key: &str) -> Option<Range> {
        let own = RANGES.get(code)?;
        let is_level = ["watch", "finding", "severe"].contains(&key);
        let (low, high) = *own.get(if is_level { "levels" } else { key })?;
        Some(Range { low, high })
    }

    /// Tells whether a value lies in the range; what is no number does not.
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Refuses a policy of which a setting lies outside its range, or above another one that it must not exceed.
pub(super) fn check(policy: &Policy) -> Result<(), PolicyError> {
    for (key, value) in policy.general.settings() {
        within("general", key, value, f64::INFINITY)?;
    }
    for (code, rule) in policy.rules() {
        let settings: BTreeMap<&str, f64> = rule.settings().collect();
        for (key, value) in &settings {
            let above = NOT_ABOVE.iter().find(|(lower, _)| lower == key).and_then(|(_, upper)| settings.get(upper));
            within(code.word(), key, *value, above.copied().unwrap_or(f64::INFINITY))?;
        }
    }
    Ok(())
}

fn within(code: &str, key: &str, value: f64, at_most: f64) -> Result<(), PolicyError> {
    let unknown = || PolicyError::Unknown { code: code.to_owned(), key: key.to_owned() };
    let range = Range::of(code, key).ok_or_else(unknown)?;
    let range = Range { high: range.high.min(at_most.max(range.low)), ..range };
    if range.holds(value) { Ok(()) } else { Err(PolicyError::out_of(range, code, key)) }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;

    fn changed(code: Code, key: &str, value: f64) -> Result<(), PolicyError> {
        let mut policy = Policy::standard();
        let rule = policy.rule_mut(code).expect("a rule");
        match key {
            "data_min" => rule.data_min = value,
            "severe" => rule.severe = value,
            key => {
                rule.more.insert(key.to_owned(), value);
            }
        }
        Policy::read(&policy.text()).map(|_| ())
    }

    #[test]
    fn every_setting_has_a_range_and_every_range_a_setting() {
        let policy = Policy::standard();
        assert_eq!(check(&policy), Ok(()), "what a firm begins with is sensible");
        for (code, own) in RANGES.iter() {
            for (key, (low, high)) in own {
                assert!(low.is_finite() && high.is_finite() && low <= high, "{code}: {key}");
                let known: Vec<&str> = match Code::of(code) {
                    Some(code) => policy.rule(code).settings().map(|(key, _)| key).chain(["levels"]).collect(),
                    None => policy.general.settings().map(|(key, _)| key).collect(),
                };
                assert!(known.contains(&key.as_str()), "{code} has no setting {key}");
            }
        }
    }

    #[test]
    fn what_lies_outside_is_refused_with_its_range() {
        let refused = |code: Code, key: &str, low: f64, high: f64| {
            Err(PolicyError::out_of(Range { low, high }, code.word(), key))
        };
        assert_eq!(changed(Code::P3, "severe", 365.0), Ok(()));
        assert_eq!(changed(Code::P3, "severe", 366.0), refused(Code::P3, "severe", 1.0, 365.0));
        assert_eq!(changed(Code::P5, "grace_days", 61.0), refused(Code::P5, "grace_days", 0.0, 60.0));
        assert_eq!(changed(Code::P5, "p_max", f64::NAN), refused(Code::P5, "p_max", 0.0001, 0.20));
        assert_eq!(changed(Code::E7, "slope_yearly", 0.1), refused(Code::E7, "slope_yearly", -1.0, 0.0));
        assert_eq!(changed(Code::R10, "data_min", 3.0), refused(Code::R10, "data_min", 4.0, 6.0));
    }

    #[test]
    fn one_setting_may_bound_another() {
        assert_eq!(changed(Code::E3, "sustained", 4.0), Ok(()));
        let of = Range { low: 1.0, high: 4.0 };
        assert_eq!(changed(Code::E3, "sustained", 5.0), Err(PolicyError::out_of(of, "E3", "sustained")));
        let good = Range { low: 3.0, high: 12.0 };
        assert_eq!(changed(Code::P3, "data_min", 13.0), Err(PolicyError::out_of(good, "P3", "data_min")));
    }

    #[test]
    fn what_was_set_before_there_were_ranges_still_reads() {
        let text = Policy::standard().text().replace("episode_days = 60", "episode_days = 3000");
        assert!(Policy::read(&text).is_err());
        assert_eq!(Policy::complete(&text).expect("a stored policy").0.general.episode_days, 3000);
    }
}
