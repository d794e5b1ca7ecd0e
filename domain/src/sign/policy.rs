//! The policy: thresholds as versioned data.

use super::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A version of the firm's thresholds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    pub version: u32,
    pub general: General,
    #[serde(flatten)]
    rules: BTreeMap<Code, Rule>,
}

/// What holds for every detector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct General {
    pub window_days: i32,
    pub trend_invoices: usize,
    pub false_discovery: f64,
    pub quality_guard: f64,
    pub episode_days: i32,
    pub recency_half_life_days: f64,
    pub single_family: f64,
}

/// One detector's thresholds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub watch: f64,
    pub finding: f64,
    pub severe: f64,
    /// Below this amount of data the detector is blind.
    pub data_min: f64,
    /// From this amount on, more data adds no confidence.
    pub data_good: f64,
    /// Whatever else this one detector needs.
    #[serde(flatten)]
    pub more: BTreeMap<String, f64>,
}

/// Why a policy cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PolicyError {
    #[error("{0}")]
    Unreadable(String),
    #[error("{code}: {key} is missing")]
    Missing { code: String, key: String },
    #[error("{code}: {key} is not a detector's setting")]
    Unknown { code: String, key: String },
    #[error("{code}: the levels do not worsen from watch to severe")]
    Disordered { code: String },
    #[error("{code}: {key} must be a finite number, zero or more")]
    OutOfRange { code: String, key: String },
}

const STANDARD: &str = include_str!("policy.toml");

impl Policy {
    /// Returns the policy that a new firm begins with (DOMAIN 3.2, column of thresholds).
    pub fn standard() -> Policy {
        toml::from_str(STANDARD).expect("the standard policy is part of the program and has a test")
    }

    /// Returns the standard policy's text, with its explanations.
    pub fn standard_text() -> &'static str {
        STANDARD
    }

    /// Reads a policy and checks it against the standard one: no setting missing, none unknown, levels in order.
    pub fn read(text: &str) -> Result<Policy, PolicyError> {
        let policy: Policy = toml::from_str(text).map_err(|error| PolicyError::Unreadable(error.to_string()))?;
        let standard = Policy::standard();
        for (code, rule) in &standard.rules {
            let Some(own) = policy.rules.get(code) else {
                return Err(PolicyError::Missing { code: code.word().into(), key: "watch".into() });
            };
            own.check(*code, rule)?;
        }
        Ok(policy)
    }

    /// Writes the policy as TOML.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("a policy is made of numbers")
    }

    /// Returns a detector's rule.
    pub fn rule(&self, code: Code) -> &Rule {
        &self.rules[&code]
    }

    /// Returns every detector's rule, in the order of their codes.
    pub fn rules(&self) -> impl Iterator<Item = (Code, &Rule)> {
        self.rules.iter().map(|(code, rule)| (*code, rule))
    }

    /// Returns a rule for change.
    pub fn rule_mut(&mut self, code: Code) -> Option<&mut Rule> {
        self.rules.get_mut(&code)
    }
}

impl Rule {
    /// Returns one of the settings that only this detector has.
    pub fn more(&self, key: &str) -> f64 {
        *self.more.get(key).expect("Policy::read refuses a policy without it")
    }

    /// Says that there is too little data for this detector to speak on.
    pub fn enough(&self, data: f64) -> Result<(), super::Need> {
        if data < self.data_min { Err(super::Need::MoreData) } else { Ok(()) }
    }

    /// Returns the level and the threshold crossed, where a larger value is worse.
    pub fn above(&self, value: f64) -> Option<(super::Level, f64)> {
        self.levels().into_iter().find(|(_, threshold)| value > *threshold)
    }

    /// Returns the level and the threshold crossed, where reaching the threshold is enough: counts.
    pub fn reached(&self, value: f64) -> Option<(super::Level, f64)> {
        self.levels().into_iter().find(|(_, threshold)| value >= *threshold)
    }

    /// Returns the level and the threshold crossed, where a smaller value is worse.
    pub fn below(&self, value: f64) -> Option<(super::Level, f64)> {
        self.levels().into_iter().find(|(_, threshold)| value < *threshold)
    }

    /// Returns the level and the threshold crossed, where sinking to the threshold is enough: scores.
    pub fn sunk_to(&self, value: f64) -> Option<(super::Level, f64)> {
        self.levels().into_iter().find(|(_, threshold)| value <= *threshold)
    }

    /// Returns the levels, the worst first.
    fn levels(&self) -> [(super::Level, f64); 3] {
        use super::Level::*;
        [(Severe, self.severe), (Finding, self.finding), (Watch, self.watch)]
    }

    fn check(&self, code: Code, standard: &Rule) -> Result<(), PolicyError> {
        let name = || code.word().to_owned();
        if let Some(key) = standard.more.keys().find(|key| !self.more.contains_key(*key)) {
            return Err(PolicyError::Missing { code: name(), key: key.clone() });
        }
        if let Some(key) = self.more.keys().find(|key| !standard.more.contains_key(*key)) {
            return Err(PolicyError::Unknown { code: name(), key: key.clone() });
        }
        let worsens = |a: f64, b: f64| if standard.watch > standard.severe { a >= b } else { a <= b };
        if !(worsens(self.watch, self.finding) && worsens(self.finding, self.severe)) {
            return Err(PolicyError::Disordered { code: name() });
        }
        let own = [
            ("watch", self.watch),
            ("finding", self.finding),
            ("severe", self.severe),
            ("data_min", self.data_min),
            ("data_good", self.data_good),
        ];
        match own.into_iter().find(|(_, value)| !(value.is_finite() && *value >= 0.0)) {
            Some((key, _)) => Err(PolicyError::OutOfRange { code: name(), key: key.into() }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_policy_reads_and_survives_writing() {
        let standard = Policy::read(STANDARD).expect("the standard policy is valid");
        assert_eq!(Policy::read(&standard.text()), Ok(standard));
    }

    #[test]
    fn a_bad_policy_is_refused_by_name() {
        let check = |from: &str, to: &str, error: PolicyError| {
            assert_eq!(Policy::read(&STANDARD.replacen(from, to, 1)), Err(error));
        };
        check("grace_days = 0", "grace = 0", PolicyError::Missing { code: "P5".into(), key: "grace_days".into() });
        check("finding = 20", "finding = 5", PolicyError::Disordered { code: "P3".into() });
        check("data_min = 6", "data_min = nan", PolicyError::OutOfRange { code: "P3".into(), key: "data_min".into() });
        assert!(matches!(Policy::read("version = 1"), Err(PolicyError::Unreadable(_))));
    }
}
