//! The policy: thresholds as versioned data.

use super::Code;
use super::range::{self, Range};
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

/// Where a setting stands: with a detector, or in `general`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub code: String,
    pub key: String,
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
    #[error("{code}: {key} must be a number from {low} to {high}")]
    OutOfRange { code: String, key: String, low: f64, high: f64 },
    #[error("{code}: {key} must be a whole number")]
    NotWhole { code: String, key: String },
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

    /// Reads a policy and checks it: no setting missing, none unknown, levels in order, every value within its range.
    pub fn read(text: &str) -> Result<Policy, PolicyError> {
        let policy = Policy::shaped(text)?;
        range::check(&policy)?;
        Ok(policy)
    }

    /// Reads a policy and holds it against the standard one, whatever its values are.
    fn shaped(text: &str) -> Result<Policy, PolicyError> {
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

    /// Reads a policy that an older version of the program stored: what it lacks is taken from the standard one, and
    /// what was allowed then stays as it was set.
    pub fn complete(text: &str) -> Result<(Policy, Vec<Setting>), PolicyError> {
        let mut own: toml::Table =
            text.parse().map_err(|error: toml::de::Error| PolicyError::Unreadable(error.to_string()))?;
        let standard: toml::Table =
            STANDARD.parse().expect("the standard policy is part of the program and has a test");
        let mut taken = Vec::new();
        for (code, settings) in &standard {
            let toml::Value::Table(settings) = settings else { continue };
            let held = own.entry(code).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let toml::Value::Table(held) = held else { continue };
            for (key, value) in settings {
                if !held.contains_key(key) {
                    held.insert(key.clone(), value.clone());
                    taken.push(Setting { code: code.clone(), key: key.clone() });
                }
            }
        }
        let policy = Policy::shaped(&toml::to_string(&own).expect("tables of numbers"))?;
        Ok((policy, taken))
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
        Ok(())
    }

    /// Returns all settings by their keys.
    pub fn settings(&self) -> impl Iterator<Item = (&str, f64)> {
        let own = [
            ("watch", self.watch),
            ("finding", self.finding),
            ("severe", self.severe),
            ("data_min", self.data_min),
            ("data_good", self.data_good),
        ];
        own.into_iter().chain(self.more.iter().map(|(key, value)| (key.as_str(), *value)))
    }
}

impl General {
    /// Returns all settings by their keys.
    pub fn settings(&self) -> impl Iterator<Item = (&'static str, f64)> + use<> {
        let settings = [
            ("window_days", f64::from(self.window_days)),
            ("trend_invoices", self.trend_invoices as f64),
            ("false_discovery", self.false_discovery),
            ("quality_guard", self.quality_guard),
            ("episode_days", f64::from(self.episode_days)),
            ("recency_half_life_days", self.recency_half_life_days),
            ("single_family", self.single_family),
        ];
        settings.into_iter()
    }
}

impl PolicyError {
    /// Says that a setting lies outside its range.
    pub fn out_of(range: Range, code: &str, key: &str) -> PolicyError {
        PolicyError::OutOfRange { code: code.to_owned(), key: key.to_owned(), low: range.low, high: range.high }
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
    fn an_older_policy_is_completed_from_the_standard() {
        let check = |lacks: &[&str], taken: &[(&str, &str)]| {
            let keeps = |line: &&str| !lacks.iter().any(|lack| line.starts_with(lack));
            let old: Vec<&str> = STANDARD.lines().filter(keeps).collect();
            let (policy, found) =
                Policy::complete(&old.join("\n").replace("severe = 45", "severe = 60")).expect("read");
            let found: Vec<(&str, &str)> = found.iter().map(|s| (s.code.as_str(), s.key.as_str())).collect();
            assert_eq!(found, taken, "{lacks:?}");
            assert_eq!(policy.rule(Code::P3).severe, 60.0, "what the firm set stays");
            assert_eq!(policy.rule(Code::P5).more("grace_days"), Policy::standard().rule(Code::P5).more("grace_days"));
        };
        check(&[], &[]);
        check(&["grace_days"], &[("P5", "grace_days")]);
        check(&["grace_days", "quality_guard"], &[("P5", "grace_days"), ("general", "quality_guard")]);
        assert_eq!(Policy::complete("version = 3").expect("all is taken").0.rules, Policy::standard().rules);
        assert!(matches!(Policy::complete("no policy"), Err(PolicyError::Unreadable(_))));
        assert!(matches!(Policy::complete("version = 3\nP3 = 7"), Err(PolicyError::Unreadable(_))));
    }

    #[test]
    fn a_bad_policy_is_refused_by_name() {
        let check = |from: &str, to: &str, error: PolicyError| {
            assert_eq!(Policy::read(&STANDARD.replacen(from, to, 1)), Err(error));
        };
        check("grace_days = 0", "grace = 0", PolicyError::Missing { code: "P5".into(), key: "grace_days".into() });
        check("finding = 20", "finding = 5", PolicyError::Disordered { code: "P3".into() });
        let range = Range { low: 3.0, high: 12.0 };
        check("data_min = 6", "data_min = nan", PolicyError::out_of(range, "P3", "data_min"));
        assert!(matches!(Policy::read("version = 1"), Err(PolicyError::Unreadable(_))));
    }
}
